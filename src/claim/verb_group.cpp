// SPDX-License-Identifier: BSL-1.0
#include "claim/verb_group.hpp"

#include "claim/fragment.hpp"
#include "claim/verb_finder.hpp"
#include "text/word_set.hpp"

#include <algorithm>

namespace flightxref::detail {

namespace {

constexpr ClauseClasses other_verb = bits(ClauseClass::finite, ClauseClass::say, ClauseClass::deny, ClauseClass::show, ClauseClass::refuse_word,
                                        ClauseClass::try_word, ClauseClass::cancel_word, ClauseClass::expect_word, ClauseClass::plan_word,
                                        ClauseClass::transparent, ClauseClass::seem_word, ClauseClass::manner_verb, ClauseClass::still_verb);

/// "PUTIN LANDS IN PYONGYANG", "Putin Lands in Pyongyang": only words of grammar are small.
bool is_headline_case(const Sentence& sentence) {
    constexpr ClauseClasses grammar = bits(ClauseClass::preposition, ClauseClass::determiner, ClauseClass::coordinator, ClauseClass::be, ClauseClass::possessive, ClauseClass::relative);
    std::size_t words = 0;
    for (std::size_t i = sentence.head_tokens; i < sentence.tokens.size(); ++i) {
        const Token& t = sentence.tokens[i];
        if (t.kind != TokenKind::word) continue;
        if (!t.is_capital() && (classes_of(t) & grammar) == 0) return false;
        ++words;
    }
    return words > 2;
}

}  // namespace

bool GroupFinder::is_adverb(std::uint32_t i) const {
    const Word& w = word(i);
    if (tok(i).is("longer") || tok(i).is("no")) return tok(i).is("no") ? i + 1 < n && tok(i + 1).is("longer") : i > 0 && tok(i - 1).is("no");  // "will no longer fly"
    if ((tok(i).is("fact") && i > 0 && tok(i - 1).is("in")) || (tok(i).is("in") && i + 1 < n && tok(i + 1).is("fact"))) return true;  // "did not in fact land"
    if ((tok(i).is("day") && i > 0 && tok(i - 1).is("one")) || (tok(i).is("one") && i + 1 < n && tok(i + 1).is("day"))) return true;  // "may one day move"
    if (w.is(ClauseClass::ellipsis) && i > 0 && (tok(i - 1).is("the") || tok(i - 1).is("a"))) return false;  // "the first landed"
    if (w.is(ClauseClass::adverb) || w.is(ClauseClass::negation)) return !w.any(bits(ClauseClass::be, ClauseClass::have, ClauseClass::do_, ClauseClass::will));
    return tok(i).kind == TokenKind::word && w.classes == 0 && tok(i).folded.size() > 4 && tok(i).folded.ends_with("ly") && w.mention == no_token;
}

std::uint32_t GroupFinder::previous(std::uint32_t i) const {  // skips adverbs
    while (i > 0) {
        --i;
        if (!is_adverb(i)) return i;
    }
    return no_token;
}

bool GroupFinder::is_name(std::uint32_t i) const {
    const Word& w = word(i);
    if (w.mention == no_token) return false;
    const Mention& m = view.mentions[w.mention];
    if (m.reference == Reference::pronoun) return true;
    return i >= m.first_token && i < m.end_token;
}

std::uint8_t GroupFinder::forms_of(std::uint32_t i) const {
    if (const TriggerForm* f = word(i).form()) return f->forms;
    const std::string_view w = tok(i).folded;
    if (w.ends_with("ing")) return form_ing;
    if (w.ends_with("ed")) return form_past | form_participle;
    if (w.ends_with("s")) return form_s;
    return form_base | form_past;
}

bool GroupFinder::is_adjective(const Token& t) {
    return t.is("due") || t.is("about") || t.is("likely") || t.is("ready") || t.is("able") || t.is("unable") || t.is("certain") || t.is("bound") || t.is("unwilling") || t.is("unclear") || t.is("poised");
}

bool GroupFinder::goes_on(std::uint32_t i) const {
    return i < n && (word(i).any(bits(ClauseClass::preposition)) || word(i).in_time || tok(i).is("it") || (word(i).mention != no_token && view.mentions[word(i).mention].kind == MentionKind::place));
}

bool GroupFinder::is_verb(std::uint32_t i) const {
    const Token& t = tok(i);
    const Word& w = word(i);
    if (t.kind != TokenKind::word || w.in_time || w.any(auxiliary_words)) return false;
    if (w.is(ClauseClass::period_noun) && i > 0 && (tok(i - 1).is("all") || tok(i - 1).is("last") || tok(i - 1).is("next") || tok(i - 1).is("this") || tok(i - 1).is("that") || tok(i - 1).is("every"))) return false;
    if (t.is("according") || t.is("owing") || t.is("regarding") || t.is("concerning")) return false;  // prepositions
    const TriggerForm* trigger = w.form();
    const bool ed = trigger == nullptr && w.classes == 0 && t.folded.size() > 4 && t.folded.ends_with("ed") && !t.is_capital();
    const bool ing = trigger == nullptr && w.classes == 0 && t.folded.size() > 5 && t.folded.ends_with("ing") && !t.is_capital();
    if (trigger == nullptr && !w.any(other_verb) && !ed && !ing) return false;
    if (is_name(i) || is_adjective(t)) return false;
    if (t.is_capital() && !(headline && forms_of(i) != form_base) && i > view.sentence->head_tokens && tok(i - 1).kind != TokenKind::quote_open && !tok(i - 1).is('-') && !tok(i - 1).is(':') &&
        !tok(i - 1).is('.') && !tok(i - 1).is('/'))
        return false;
    const std::uint8_t forms = forms_of(i);
    const std::uint32_t p = previous(i);
    if (p == no_token) return true;
    const Word& pw = word(p);
    const Token& pt = tok(p);
    static constexpr WordSet speaks = {"said", "says", "wrote", "writes", "told", "tells", "adds", "added", "insists", "insisted", "explains", "explained", "recalls", "recalled", "argues", "argued", "warns", "warned", "replies", "replied"};
    if (speaks.has(t) && (pt.is(',') || pt.kind == TokenKind::quote_close)) return true;  // "..., said the minister"
    const bool after_determiner = pw.any(bits(ClauseClass::determiner, ClauseClass::possessive)) && !pw.any(bits(ClauseClass::be)) &&
                                  !(pt.is("that") || pt.is("this") || pt.is("both") || pt.is("all") || pt.is("her") || pt.is("any") || pt.is("some") || (stands_for_noun(p) && w.form() != nullptr && goes_on(i + 1)));
    if (after_determiner || pt.kind == TokenKind::clitic) {
        if (!(pt.kind == TokenKind::clitic && pw.is(ClauseClass::be) && (forms & (form_participle | form_ing)) != 0 && !is_possessive(p))) return false;
    }
    if ((forms & form_ing) != 0 && i + 1 < n) {
        const Token& next = tok(i + 1);
        if (next.is("gear") || next.is("strip") || next.is("craft") || next.is("rights") || next.is("permission")) return false;
    }
    // "the plane crash in 1979": a plain form agrees with no single aircraft.
    if (forms == form_base && t.is("crash") && pw.mention != no_token && !view.mentions[pw.mention].plural) return false;
    if (t.is("parking") && pw.is(ClauseClass::preposition)) return false;
    // "two false starts": a noun
    const bool counted = p > 0 && (tok(p - 1).kind == TokenKind::number || (word(p - 1).is(ClauseClass::ellipsis) && !tok(p - 1).is("one")));
    const bool adjective = pt.kind == TokenKind::word && pw.mention == no_token && !pw.any(auxiliary_words | bits(ClauseClass::subject_pronoun, ClauseClass::relative, ClauseClass::coordinator));
    if (forms == form_s && counted && adjective) return false;
    static constexpr WordSet takes = {"take", "takes", "took", "taken", "taking"};
    if (t.is("leave") && takes.has(pt)) return false;  // "took leave of"
    // "the Cincinnati show": a plain form agrees with no single place.
    if ((t.is("show") || t.is("claim") || t.is("report") || t.is("estimate")) && pw.mention != no_token && view.mentions[pw.mention].kind == MentionKind::place) return false;
    // "an unscheduled landing": one word behind an article makes it a noun.
    if (forms == form_ing && w.noun() != nullptr && p > 0 && pt.kind == TokenKind::word && pw.classes == 0 && pw.mention == no_token && pw.form() == nullptr && (tok(p - 1).is("a") || tok(p - 1).is("an") || tok(p - 1).is("the"))) return false;
    if ((forms & (form_past | form_participle | form_ing)) != 0 && (forms & form_base) == 0) return true;
    // "her visit" is a noun, "saw her visit the camp" a verb.
    if (pt.is("her") && (forms & form_base) != 0 && w.noun() != nullptr) {
        const std::uint32_t before = p > 0 ? previous(p) : no_token;
        if (before == no_token || !word(before).is(ClauseClass::perceive)) return false;
    }
    // "was wheels up", "has returns": an -s form follows no auxiliary.
    if (forms == form_s && pw.any(auxiliary_words) && pw.mention == no_token && !pw.any(bits(ClauseClass::do_))) return false;
    // "an RAF transport took", "the park closed": a base form that a finite verb follows is a noun.
    if ((forms & form_base) != 0 && i + 1 < n && !pw.any(auxiliary_words) && !pt.is("to") && word(i + 1).mention == no_token) {
        const TriggerForm* next = word(i + 1).form();
        if ((next != nullptr && next->forms == form_past) || word(i + 1).any(bits(ClauseClass::be))) return false;
    }
    // "for a fisheries patrol": no plain form follows "a" and one noun.
    if ((forms & form_base) != 0 && (forms & form_past) == 0 && p > 0 && word(p).mention == no_token && !pw.any(auxiliary_words) && !pt.is("to") && (tok(p - 1).is("a") || tok(p - 1).is("an"))) return false;
    // Base and -s forms are often nouns: they need a verb's neighbour on the left.
    const bool strong = pw.any(auxiliary_words) || pt.is("to") || pw.is(ClauseClass::subject_pronoun) || pw.any(bits(ClauseClass::relative)) ||
                        (pw.mention != no_token && !view.mentions[pw.mention].possessive) || pw.is(ClauseClass::coordinator) || pt.is("let") ||
                        pw.is(ClauseClass::object_pronoun) || (pw.is(ClauseClass::ellipsis) && w.noun() == nullptr && p > 0 && tok(p - 1).is("the"));
    if (strong) return true;
    if (w.noun() != nullptr || pw.is(ClauseClass::preposition)) return false;
    // Behind an apposition the subject lies before the comma: "N874TW, a Boeing 757, takes off".
    if (pt.is(',') && p > 0 && is_movement_behind_remark(i, forms)) return true;
    if (pt.is(',') && p > 0) return word(p - 1).mention != no_token && i + 1 < n && ((forms & form_s) != 0 || word(i + 1).any(bits(ClauseClass::preposition)) || word(i + 1).mention != no_token);
    const bool serial = (pt.kind == TokenKind::alphanumeric || pt.kind == TokenKind::number) && !pw.in_time && w.form() != nullptr;  // "FAD-3060 leaves"
    return (pt.kind == TokenKind::word || serial) && !pw.any(bits(ClauseClass::plan_word, ClauseClass::be)) && !pt.is(',');
}

bool GroupFinder::is_movement_behind_remark(std::uint32_t i, std::uint8_t forms) const {
    if (word(i).form() == nullptr || i + 1 >= n || (forms & (form_base | form_s)) == 0) return false;
    const bool goes_on = word(i + 1).any(bits(ClauseClass::preposition, ClauseClass::adverb, ClauseClass::no_word)) || ((forms & form_s) != 0 && word(i + 1).is(ClauseClass::determiner)) || word(i + 1).in_time || (word(i + 1).mention != no_token && view.mentions[word(i + 1).mention].kind == MentionKind::place);
    if (!goes_on) return false;
    std::uint32_t subject = view.sentence->head_tokens;
    if (subject < n && tok(subject).kind == TokenKind::alphanumeric && word(subject).mention == no_token && tok(subject).size() > 4) return !has_finite_verb(subject + 1, i);  // a serial
    while (subject < i && word(subject).mention == no_token) {
        if (subject > view.sentence->head_tokens + 2) return false;
        ++subject;
    }
    if (subject >= i || view.mentions[word(subject).mention].kind == MentionKind::place) return false;
    return !has_finite_verb(view.mentions[word(subject).mention].end_token, i);
}

bool GroupFinder::has_finite_verb(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t k = begin; k < end; ++k) {
        if (word(k).mention != no_token || word(k).in_time) continue;
        const TriggerForm* trigger = word(k).form();
        if (word(k).any(bits(ClauseClass::be, ClauseClass::have, ClauseClass::say)) || (trigger != nullptr && (trigger->forms & form_past) != 0 && (trigger->forms & form_participle) == 0)) return true;
    }
    return false;
}

bool GroupFinder::is_possessive(std::uint32_t i) const {  // "Lavrov's arrival", not "he's arriving"
    return tok(i).is("'s") && i > 0 && !word(i - 1).is(ClauseClass::subject_pronoun) && !tok(i - 1).is("that");
}

void GroupFinder::match_trigger(VerbGroup& g) const {
    const TriggerForm* form = word(g.head).form();
    const bool manner = is_manner(g.head);
    if (form == nullptr && !manner) return;
    const Ahead ahead(view, g.head);
    if (form != nullptr) match_rows(g, *form->verb, ahead);
    if (g.trigger == nullptr && manner) match_rows(g, verb_unlisted(), ahead);
}

bool GroupFinder::is_manner(std::uint32_t i) const {
    const TriggerForm* form = word(i).form();
    return form != nullptr ? form->verb->of_craft : word(i).classes == 0 || word(i).is(ClauseClass::manner_verb);
}

void GroupFinder::match_rows(VerbGroup& g, const TriggerVerb& verb, const Ahead& ahead) const {
    if (!verb.stands_alone && (ahead.bits & verb.near) == 0) return;
    for (const TriggerRow& row : verb.rows) {
        if (!row.words.empty() && !ahead.holds(row.opening)) continue;
        std::uint32_t end = 0;
        if (matches(row, g.head, end)) {
            g.trigger = &row;
            g.end = end;
            if (row.verb == "be")  // "is not in Manila"
                for (std::uint32_t i = g.head + 1; i + 1 < end; ++i) g.negated = g.negated || word(i).is(ClauseClass::negation);
            return;
        }
    }
}

bool GroupFinder::matches(const TriggerRow& row, std::uint32_t head, std::uint32_t& end) const {
    std::uint32_t i = head + 1;
    end = i;
    if (row.words.empty()) return true;
    const bool makes = row.needs_a(Need::gap) || row.needs_a(Need::stayend);
    const bool carries = row.needs_a(Need::carry) || row.needs_a(Need::host) || row.verb == "pick" || row.verb == "turn";
    for (std::size_t k = 0; k < row.words.size(); ++k) {
        std::uint32_t room = row.adjacent ? 0 : k == 0 ? (carries ? 6u : makes ? 5u : 3u) : row.needs_a(Need::stayend) ? 5u : 2u;
        for (;; ++i) {
            if (i >= n) return false;
            const Token& t = tok(i);
            if (t.folded == row.words[k] && !(word(i).in_time && word(i).is(ClauseClass::preposition))) break;  // never the "on" of "on Tuesday"
            const bool reflexive = row.needs_a(Need::itself) && (t.is("itself") || t.is("herself"));  // "heaved itself out of"
            const bool adverb = (is_adverb(i) && !t.is("back") && !t.is("home")) || reflexive || (k == 0 && t.is("last") && row.words[k] == "in");
            const bool determiner = word(i).any(bits(ClauseClass::determiner, ClauseClass::possessive)) && (k > 0 || makes || carries);
            const bool adjective = makes && t.kind == TokenKind::word && !word(i).any(bits(ClauseClass::preposition, ClauseClass::coordinator)) && !t.is("back") && !t.is("home");
            const bool object = carries && k == 0 && (word(i).mention != no_token || word(i).is(ClauseClass::object_pronoun) || word(i).any(bits(ClauseClass::determiner, ClauseClass::possessive)) || (t.kind == TokenKind::word && word(i).classes == 0 && word(i).form() == nullptr));
            const bool stay = k > 0 && row.needs_a(Need::stayend);  // "cut his trip to B short"
            const bool measure = makes && (t.kind == TokenKind::number || t.kind == TokenKind::alphanumeric || t.is('-'));  // "made the 12-hour trip"
            if (room == 0 || t.is(',') || !(adverb || determiner || adjective || measure || object || stay)) return false;
            --room;
        }
        ++i;
    }
    end = i;
    return true;
}

void find_verb_groups(SentenceView& view) {
    const auto n = static_cast<std::uint32_t>(view.size());
    const GroupFinder find{view, n, is_headline_case(*view.sentence)};
    std::vector<VerbGroup> groups;
    std::vector<bool> used(n, false);
    // Lexical verbs, then forms of "be", "have" and "do" that stand alone.
    for (int round = 0; round < 2; ++round) {
        for (std::uint32_t i = 0; i < n; ++i) {
            if (used[i]) continue;
            const Word& w = view.word(i);
            const bool alone = round == 1 && w.any(bits(ClauseClass::be, ClauseClass::have)) && (view.token(i).kind != TokenKind::clitic || !find.is_possessive(i)) &&
                               w.mention == no_token;
            if (!(round == 0 ? find.is_verb(i) : alone)) continue;
            VerbGroup g;
            g.head = i;
            g.end = i + 1;
            g.trigger_begin = i;
            g.forms = round == 0 || w.form() != nullptr ? find.forms_of(i) : static_cast<std::uint8_t>(form_past | form_base);
            find.match_trigger(g);
            find.read_chain(g);
            for (std::uint32_t j = g.first; j < std::max(g.end, g.head + 1) && j < n; ++j)
                if (j <= g.head || (g.trigger != nullptr && !g.trigger->words.empty() && g.trigger->words.back() == view.token(j).folded)) used[j] = true;
            groups.push_back(g);
        }
    }
    for (std::uint32_t i = 0; i < n; ++i) {
        if (used[i] || view.word(i).noun() == nullptr) continue;
        if ((view.token(i).is("arr") || view.token(i).is("dep")) && view.token(i).letter_case != LetterCase::upper) continue;  // ARR, DEP of a board
        const bool covered = std::any_of(groups.begin(), groups.end(), [&](const VerbGroup& g) { return g.trigger != nullptr && i > g.head && i < g.end; });
        if (covered) continue;
        VerbGroup g;
        g.first = g.head = g.trigger_begin = i;
        g.end = i + 1;
        g.noun = true;
        groups.push_back(g);
    }
    std::sort(groups.begin(), groups.end(), [](const VerbGroup& a, const VerbGroup& b) { return a.head < b.head; });
    // "Lavrov to visit Pyongyang on Friday": a headline leaves out "is".
    const auto main = std::find_if(groups.begin(), groups.end(), [](const VerbGroup& g) { return !g.noun; });
    if (main != groups.end() && main->infinitive && !main->be_to && main->governor == no_token && main->trigger != nullptr && main->first > view.sentence->head_tokens) {
        const std::uint32_t to = view.token(main->first).is("to") ? main->first : main->first - 1;
        const std::uint32_t m = to > 0 && view.token(to).is("to") ? view.word(to - 1).mention : no_token;
        if (m != no_token && view.mentions[m].kind != MentionKind::place && view.mentions[m].end_token == to && view.mentions[m].preposition.empty() && view.mentions[m].first_token <= view.sentence->head_tokens + 2)
            main->be_to = main->present = true;
    }
    for (std::size_t k = 0; k < groups.size(); ++k) find.share_auxiliaries(groups, k);
    // A governor ("appears" in "appears to have left") is no verb of its own.
    std::vector<bool> governed(n, false);
    for (const VerbGroup& g : groups)
        if (!g.noun && g.governor != no_token && g.governor >= g.first && g.governor < g.head && !g.be_to) governed[g.governor] = true;
    std::erase_if(groups, [&](const VerbGroup& g) { return !g.noun && governed[g.head]; });
    std::sort(groups.begin(), groups.end(), [](const VerbGroup& a, const VerbGroup& b) { return a.head < b.head; });
    view.groups = std::move(groups);
    find_fragments(view);
    for (std::uint32_t k = 0; k < view.groups.size(); ++k)
        if (!view.groups[k].noun)
            for (std::uint32_t j = view.groups[k].first; j <= view.groups[k].head; ++j) view.words[j].group = k;
}

}  // namespace flightxref::detail
