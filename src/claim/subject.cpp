// SPDX-License-Identifier: BSL-1.0
#include "claim/subject.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

struct Finder {
    const SentenceView& view;
    const std::vector<Subject>& done;

    const Word& word(std::uint32_t i) const { return view.word(i); }
    const Token& tok(std::uint32_t i) const { return view.token(i); }

    bool is_mover(const Mention& m) const { return m.kind != MentionKind::place; }

    /// The last verb group before `at`, nouns aside; no_token when there is none.
    std::uint32_t group_before(std::uint32_t at) const {
        std::uint32_t found = no_token;
        for (std::uint32_t k = 0; k < view.groups.size(); ++k)
            if (!view.groups[k].noun && view.groups[k].head < at) found = k;
        return found;
    }

    /// "left Minsk, the office said, and landed": the verb that a coordinated one goes on from, over a remark on the source.
    std::uint32_t told_before(std::uint32_t at) const {
        const std::uint32_t last = group_before(at);
        if (last == no_token || !word(view.groups[last].head).is(ClauseClass::say) || view.groups[last].trigger != nullptr) return last;
        const std::uint32_t begin = view.clause_begin(view.groups[last].first), end = view.groups[last].end;
        const bool remark = begin > 0 && tok(begin - 1).is(',') && end < view.size() && tok(end).is(',');
        const std::uint32_t before = remark ? group_before(begin) : no_token;
        return before != no_token ? before : last;
    }

    /// The mention that ends last before `at`, with nothing but commas and adverbs between when `close`.
    std::uint32_t mention_before(std::uint32_t at, bool close) const {
        std::uint32_t best = no_token;
        for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
            const Mention& x = view.mentions[m];
            if (x.nested || x.end_token > at || !is_mover(x) || x.possessive) continue;
            if (best == no_token || x.end_token > view.mentions[best].end_token) best = m;
        }
        if (best == no_token || !close) return best;
        for (std::uint32_t i = view.mentions[best].end_token; i < at; ++i)
            if (!tok(i).is(',') && !word(i).any(bits(ClauseClass::adverb, ClauseClass::negation)) && !word(i).in_time && !word(i).aside) return no_token;
        return best;
    }

    /// Adds the mention and those that continue its list.
    void take(Subject& s, std::uint32_t m, std::uint32_t end) const {
        s.mentions.push_back(m);
        if (s.begin == no_token) s.begin = view.mentions[m].first_token;
        for (std::uint32_t k = m + 1; k < view.mentions.size(); ++k) {
            const Mention& x = view.mentions[k];
            if (x.nested) continue;
            if (!x.continues || x.first_token >= end || x.kind != view.mentions[m].kind) break;
            // An apposition ("RA-96023, an Ilyushin ...") is the same thing once more.
            const bool listed = x.first_token > 0 && word(x.first_token - 1).is(ClauseClass::coordinator);
            const bool same = x.entity == view.mentions[m].entity;
            if (!same && (listed || !tok(x.first_token - 1).is(','))) s.mentions.push_back(k);
        }
    }

    /// Subject among [begin, end): the first mention that no preposition governs, else the noun right before the verb.
    bool look_in(Subject& s, std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
            const Mention& x = view.mentions[m];
            if (x.nested || x.first_token < begin || x.end_token > end || !is_mover(x) || x.possessive) continue;
            // "a month after X visited": a conjunction, not a preposition
            const bool word_of_both = x.preposition == "after" || x.preposition == "before" || x.preposition == "since" || x.preposition == "as" || x.preposition == "than" || x.preposition == "until";
            const bool clause_begins = x.first_token > 0 && word(x.first_token).boundary && word(x.first_token - 1).is(ClauseClass::subordinator);
            const bool conjunction = clause_begins || (word_of_both && x.end_token == end);
            if ((!x.preposition.empty() && !conjunction) || word(x.first_token).aside) continue;
            if (x.first_token > 0 && word(x.first_token - 1).any(bits(ClauseClass::preposition)) && !word(x.first_token - 1).is(ClauseClass::subordinator)) continue;
            take(s, m, end);
            return true;
        }
        return false;
    }

    /// "a second carrier": the word counts the noun behind it and stands for none.
    bool determines(std::uint32_t i, std::uint32_t end) const {
        return i + 1 < end && tok(i + 1).kind == TokenKind::word && (word(i + 1).classes == 0 || word(i + 1).any(bits(ClauseClass::people_noun, ClauseClass::aircraft_noun, ClauseClass::field_noun))) && word(i + 1).mention == no_token && !word(i + 1).in_time && word(i + 1).group == no_token && !tok(i + 1).is("more");
    }

    /// A noun that is no mention: "the statement arrived", "demand has taken off".
    bool look_for_noun(Subject& s, std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t i = begin; i < end; ++i) {
            const Token& t = tok(i);
            const Word& w = word(i);
            if (w.in_time || w.aside) continue;
            if (w.is(ClauseClass::generic_you)) {
                s.generic = true;
                s.begin = i;
                return true;
            }
            if (w.is(ClauseClass::no_word) && i + 1 <= end) s.nobody = true;
            if ((w.is(ClauseClass::subject_pronoun) && !w.is(ClauseClass::relative) && !t.is("there")) || (w.is(ClauseClass::ellipsis) && !determines(i, end))) {
                s.pronoun = true;
                s.head = i;
                s.begin = i;
                return true;
            }
            if (w.any(bits(ClauseClass::preposition)) && s.head == no_token) {
                // a fronted phrase: skip to the comma, or over the place it governs
                std::uint32_t j = i + 1;
                const auto new_subject = [&](std::uint32_t at) { return word(at).mention == no_token && (word(at).is(ClauseClass::determiner) || (word(at).is(ClauseClass::subject_pronoun) && !word(at).is(ClauseClass::relative))); };
                while (j < end && !tok(j).is(',') && !(j > i + 1 && new_subject(j))) ++j;
                if (j < end) i = tok(j).is(',') ? j : j - 1;
                else if (w.mention == no_token) return false;
                continue;
            }
            if ((t.is_wordlike() || (t.kind == TokenKind::number && t.size() >= 5)) && !w.any(bits(ClauseClass::adverb, ClauseClass::determiner, ClauseClass::coordinator, ClauseClass::subordinator, ClauseClass::possessive)) &&
                w.group == no_token) {
                if (w.any(bits(ClauseClass::preposition))) break;
                s.other = true;
                s.head = i;
                if (s.begin == no_token) s.begin = i;
            } else if (s.head != no_token && w.any(bits(ClauseClass::preposition))) {
                break;
            }
        }
        return s.head != no_token || s.nobody;
    }

    /// The infinitive hangs on a noun: "an invitation from B to visit".
    bool is_offer(const VerbGroup& g) const {
        if (!g.infinitive || g.governor == no_token) return false;
        const Token& t = tok(g.governor);
        return t.is("invitation") || (g.governor > 0 && t.is("plan") && word(g.governor - 1).is(ClauseClass::determiner));
    }

    /// Who is offered it ("an invitation to B", "for B") goes; else who takes it ("A accepted an invitation from B"); never who makes it.
    Subject offer_subject(std::uint32_t k) const {
        const VerbGroup& g = view.groups[k];
        Subject s;
        for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
            const Mention& x = view.mentions[m];
            if (x.nested || x.kind != MentionKind::person || x.first_token < g.governor || x.end_token > g.first) continue;
            if (x.preposition != "to" && x.preposition != "for") continue;
            take(s, m, g.first);
            s.rule = "offered_to";
            return s;
        }
        std::uint32_t before = group_before(g.governor);
        if (before == no_token || before >= k) {
            s.other = true;
            s.head = g.governor;
            return s;
        }
        s = inherit(before, "taker_of_offer");
        // "his invitation": who takes it is told before; the quotation reaches back to him.
        s.begin = done[before].begin;
        s.inherited = false;
        return s;
    }

    /// "Flown to Ramstein on Tuesday were four soldiers", "First to land was a Falcon": what the sentence begins with is said of what ends it.
    bool inverted_subject(Subject& s, const VerbGroup& g) const {
        for (const VerbGroup& main : view.groups) {
            if (main.noun || main.head <= g.head) continue;
            if (main.first != main.head || !word(main.head).is(ClauseClass::be) || word(main.head - 1).any(bits(ClauseClass::subject_pronoun, ClauseClass::relative))) return false;
            for (std::uint32_t i = g.end; i < main.first; ++i)
                if (tok(i).is(',') || word(i).any(bits(ClauseClass::subordinator))) return false;
            if (!look_in(s, main.head + 1, static_cast<std::uint32_t>(view.size()))) return false;
            s.begin = no_token;
            s.rule = "inverted_subject";
            return true;
        }
        return false;
    }

    /// The subject of the main clause behind a participle that opens the sentence.
    bool subject_behind(Subject& s, const VerbGroup& g) const {
        if (inverted_subject(s, g)) return true;
        for (std::uint32_t i = g.end; i + 1 < view.size(); ++i) {
            if (tok(i).is(';')) return false;
            if (!tok(i).is(',')) continue;
            for (const VerbGroup& main : view.groups)
                if (!main.noun && main.first > i) {
                    if (main.infinitive || main.participle || main.gerund || !look_in(s, i + 1, main.first)) return false;
                    s.begin = no_token;
                    s.rule = "fronted_participle";
                    return true;
                }
            return false;
        }
        // "After landing in Sofia at noon she left": no comma before the main clause.
        for (const VerbGroup& main : view.groups) {
            if (main.noun || main.first <= g.head || !g.gerund) continue;
            if (main.infinitive || main.participle || main.gerund || main.elliptical) return false;
            if (word(main.first - 1).is(ClauseClass::subject_pronoun) && word(main.first - 1).mention == no_token) {
                s.pronoun = true;
                s.head = main.first - 1;
            } else if (!look_in(s, g.end, main.first)) {
                return false;
            }
            s.begin = no_token;
            s.rule = "fronted_participle";
            return true;
        }
        return false;
    }

    /// "the tanker that refuelled the bomber", not "said that the bomber left": what such a clause is about stands before it.
    bool is_relative_clause(std::uint32_t begin) const {
        return begin > 0 && word(begin).is(ClauseClass::relative) && (word(begin - 1).group == no_token || word(begin - 1).mention != no_token);
    }

    Subject inherit(std::uint32_t from, std::string_view rule) const {
        Subject s = done[from];
        s.inherited = true;
        s.begin = no_token;
        s.rule = rule;
        return s;
    }

    Subject find(std::uint32_t k) const {
        const VerbGroup& g = view.groups[k];
        Subject s;
        if (g.elliptical) {
            std::uint32_t from = g.head;
            while (from > view.sentence->head_tokens && !tok(from - 1).is(';') && !tok(from - 1).is('.')) --from;
            if (look_in(s, from, g.head)) {
                s.rule = "subject_of_note";
                return s;
            }
            s.understood = true;
            s.rule = "understood_subject";
            return s;
        }
        const std::uint32_t begin = view.clause_begin(g.first);
        // "told it to go back", "would not let the jet cross"
        if (is_offer(g)) return offer_subject(k);
        if (g.object_begin != no_token && look_in(s, g.object_begin, g.object_end)) {
            s.rule = "controlled_subject";
            return s;
        }
        if (g.object_begin != no_token) {
            for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
                const Mention& x = view.mentions[m];
                if (!x.nested && is_mover(x) && x.first_token >= g.object_begin && x.end_token <= g.object_end && !x.possessive) {
                    take(s, m, g.object_end);
                    s.rule = "controlled_subject";
                    return s;
                }
            }
        }
        // "Landing in Sofia on Tuesday, the envoy said": who it was follows.
        const bool own_subject = g.first == begin + 1 && (word(begin).mention != no_token || word(begin).is(ClauseClass::subject_pronoun));  // "It landed at three, the minister says"
        const bool opens = begin == view.sentence->head_tokens && g.first <= begin + 1 && !own_subject && (g.participle || g.gerund || is_ordinal_infinitive(view, g) || ((g.forms & form_participle) != 0 && g.first == g.head));
        if (opens && subject_behind(s, g)) return s;
        // "showed a Challenger, HB-JWK, leaving", "saw him boarding": what is seen does it, not who sees it
        if (const std::uint32_t before = group_before(g.first); (g.participle || g.gerund) && before != no_token && word(view.groups[before].head).any(bits(ClauseClass::show, ClauseClass::perceive))) {
            const std::uint32_t seen = mention_before(g.first, true);
            if (seen != no_token && view.mentions[seen].first_token > view.groups[before].head) {
                take(s, seen, g.first);
                s.rule = "seen_doing";
                return s;
            }
            if (g.first > 0 && word(g.first - 1).is(ClauseClass::object_pronoun)) {  // nobody is known yet whom it may mean
                s.pronoun = true;
                s.head = s.begin = g.first - 1;
                s.rule = "seen_doing";
                return s;
            }
        }
        if (g.participle) {
            const std::uint32_t near = mention_before(g.first, false);
            const bool adjacent = near != no_token && view.mentions[near].end_token == g.first;
            if (adjacent) {
                take(s, near, g.first);
                s.rule = "participle_of_noun";
                return s;
            }
            const std::uint32_t before = group_before(g.first);
            if (before != no_token && before < k) return inherit(before, "participle_of_clause");
        }
        if (g.gerund) {
            const std::uint32_t before = group_before(g.first);
            if (before != no_token && before < k) return inherit(before, "gerund_of_clause");
        }
        if (g.shares) {
            if (const std::uint32_t before = group_before(g.first); before != no_token && before < k) return inherit(before, "coordination");
        }
        if (g.infinitive && g.governor != no_token && g.object_begin == no_token) {
            // the governor's own subject: "refused to leave"
            if (const std::uint32_t before = group_before(g.first); before != no_token && before < k && view.groups[before].head == g.governor) return inherit(before, "governor_subject");
        }
        if (g.infinitive && g.governor == no_token && !g.be_to) {
            if (const std::uint32_t before = group_before(g.first); before != no_token && before < k) return inherit(before, "purpose");
        }
        std::uint32_t from = begin;
        if (from < g.first && word(from).any(bits(ClauseClass::relative)) && view.groups.size() > k) {
            const std::uint32_t before = group_before(g.first);
            const bool first_in_clause = before == no_token || view.groups[before].head < from;
            if (first_in_clause) {
                if (look_in(s, from + 1, g.first)) {
                    s.rule = "relative_object";
                    return s;
                }
                const std::uint32_t antecedent = mention_before(from, false);
                if (antecedent != no_token && !tok(from).is("where")) {
                    take(s, antecedent, from);
                    s.begin = no_token;
                    s.rule = "relative";
                    return s;
                }
            }
        }
        // Behind a relative or participle clause the subject stands before it.
        std::uint32_t end = g.first;
        for (int hops = 0; hops < 4; ++hops) {
            const std::uint32_t before = group_before(g.first);
            const bool verb_between = before != no_token && before < k && view.groups[before].head >= from && !view.groups[before].infinitive;
            const bool coordinated = from < g.first && word(from).is(ClauseClass::coordinator);
            if (!verb_between) {
                if (look_in(s, from, end)) {
                    s.rule = "clause_subject";
                    return s;
                }
                if (coordinated || (from == g.first && from > 0)) {
                    bool noun = false;
                    for (std::uint32_t i = from + 1; i < g.first; ++i)
                        noun = noun || (word(i).mention == no_token && !word(i).in_time && word(i).classes == 0 && tok(i).is_wordlike());
                    if (before != no_token && before < k && (!noun || coordinated) && !(noun && look_for_noun(s, from + 1, g.first))) return inherit(told_before(g.first), "coordination");
                    if (s.other) return s;
                }
            } else if (!is_relative_clause(from) && look_in(s, from, end)) {
                s.rule = "matrix_subject";
                return s;
            }
            if (from == 0 || !(verb_between && (word(from).any(bits(ClauseClass::relative)) || view.groups[before].participle))) break;
            end = from;
            from = view.clause_begin(from - 1);
        }
        if (look_for_noun(s, begin, g.first)) {
            s.rule = "other_noun";
            if (!(s.nobody || s.pronoun)) return s;
            // "none of them", "the last of the jets"
            for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
                const Mention& x = view.mentions[m];
                if (!x.nested && is_mover(x) && x.first_token >= begin && x.end_token <= g.first && !x.possessive && (x.preposition == "of" || x.preposition.empty())) {
                    take(s, m, g.first);
                    break;
                }
            }
            return s;
        }
        // "with him were", "of the crew": a mention that a preposition governs is better than none.
        for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
            const Mention& x = view.mentions[m];
            if (x.nested || !is_mover(x) || x.first_token < begin || x.end_token > g.first || x.possessive) continue;
            take(s, m, g.first);
            s.rule = "governed_subject";
            return s;
        }
        if (g.bare || (g.first == begin && (g.forms & form_base) != 0)) s.generic = g.first == begin;
        if (!s.generic) {
            if (const std::uint32_t before = group_before(g.first); before != no_token && before < k) return inherit(before, "clause_before");
        }
        // "Landed Doha 14:20.": a note that begins with its verb.
        if (((g.forms & form_past) != 0 || ((g.forms & form_s) != 0 && g.trigger != nullptr && std::any_of(view.words.begin() + g.head, view.words.end(), [](const Word& w) { return w.in_time; }))) && g.first == g.head && g.head == view.sentence->head_tokens && !s.other) {
            s.understood = true;
            s.generic = false;
            s.rule = "understood_subject";
        }
        return s;
    }
};

}  // namespace

std::vector<Subject> find_subjects(const SentenceView& view) {
    std::vector<Subject> subjects;
    subjects.reserve(view.groups.size());
    for (std::uint32_t k = 0; k < view.groups.size(); ++k) {
        const Finder find{view, subjects};
        subjects.push_back(view.groups[k].noun ? Subject{} : find.find(k));
    }
    return subjects;
}

}  // namespace flightxref::detail
