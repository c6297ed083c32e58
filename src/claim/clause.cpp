// SPDX-License-Identifier: BSL-1.0
#include "claim/clause.hpp"

#include "claim/fragment.hpp"
#include "claim/verb_group.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

constexpr std::uint32_t short_aside = 14;  ///< tokens between two dashes that still read as a remark

/// Brackets in the middle and short remarks between dashes hold no arguments of the clause around them.
void mark_asides(SentenceView& view) {
    const auto n = static_cast<std::uint32_t>(view.size());
    std::uint32_t open = no_token, dash = no_token;
    bool quoted = false;
    for (std::uint32_t i = 0; i < n; ++i) {
        const Token& t = view.token(i);
        if (t.is('(') && i > 0 && open == no_token) open = i;
        if (t.is(')') && open != no_token) {
            for (std::uint32_t j = open; j <= i; ++j) view.words[j].aside = true;
            open = no_token;
        }
        if (t.is('-') && t.space_before && i > 0) {
            if (dash != no_token && i - dash <= short_aside) {
                for (std::uint32_t j = dash; j <= i; ++j) view.words[j].aside = true;
                dash = no_token;
            } else {
                dash = i;
            }
        }
        if (t.kind == TokenKind::quote_open) quoted = true;
        view.words[i].quoted = quoted;
        if (t.kind == TokenKind::quote_close) quoted = false;
    }
}

bool begins_verb(const SentenceView& view, std::uint32_t i) {
    while (i < view.size() && view.word(i).is(ClauseClass::adverb) && view.word(i).group == no_token && view.word(i).mention == no_token) ++i;
    return i < view.size() && view.word(i).group != no_token && view.groups[view.word(i).group].first == i && !view.groups[view.word(i).group].noun;
}

/// First verb group that begins at or after `i`; null when there is none before `end`.
const VerbGroup* next_group(const SentenceView& view, std::uint32_t i, std::uint32_t end) {
    for (const VerbGroup& g : view.groups)
        if (!g.noun && g.first >= i) return g.first < end ? &g : nullptr;
    return nullptr;
}

/// Whether a noun phrase and then a finite verb follow: "the jet landed", "he did not".
bool begins_clause(const SentenceView& view, std::uint32_t i, std::uint32_t limit = 16) {
    const auto n = static_cast<std::uint32_t>(view.size());
    const VerbGroup* g = next_group(view, i, std::min(n, i + limit));
    if (g == nullptr || g->infinitive || g->participle || g->gerund) return false;
    if (g->first == i) return true;
    // "..., two hours late, and touched down": no subject stands apart from its verb by an "and"; "a jet hired by the agency" is no clause.
    std::uint32_t before = g->first;
    while (before > i && view.word(before - 1).is(ClauseClass::adverb) && !view.word(before - 1).is(ClauseClass::coordinator)) --before;
    if (before > i && view.word(before - 1).is(ClauseClass::coordinator) && before >= 2 && view.token(before - 2).is(',')) return false;
    if (g->first == g->head && (g->forms & form_participle) != 0 && g->head + 1 < n && view.token(g->head + 1).is("by")) return false;
    bool noun = false;
    for (std::uint32_t j = i; j < g->first; ++j) {
        const Token& t = view.token(j);
        const Word& w = view.word(j);
        if (w.in_time) continue;  // "..., a little before ten, and stayed": no subject
        if (t.is(';') || t.is(':') || w.is(ClauseClass::relative)) return false;
        if (t.is(',') && !noun) return false;
        if (w.is(ClauseClass::subject_pronoun) || w.mention != no_token || (t.is_wordlike() && w.classes == 0)) noun = true;
        if (j == i && w.is(ClauseClass::preposition)) return false;
    }
    return noun;
}

void mark_boundaries(SentenceView& view) {
    const auto n = static_cast<std::uint32_t>(view.size());
    bool verb_before = false;  // in the present clause
    const auto cut = [&](std::uint32_t at) {
        if (at < n) view.words[at].boundary = true;
        verb_before = false;
    };
    cut(0);
    for (std::uint32_t i = 0; i < n; ++i) {
        const Token& t = view.token(i);
        Word& w = view.words[i];
        if (w.group != no_token && !view.groups[w.group].noun && i == view.groups[w.group].head && !w.aside) verb_before = true;
        // "a month after X visited Y": the conjunction is part of the time and begins a clause all the same.
        if (w.in_time && !w.aside && (t.is("after") || t.is("before")) && i + 1 < n && !view.word(i + 1).in_time && view.word(i + 1).group == no_token && begins_clause(view, i + 1)) {
            cut(i + 1);
            continue;
        }
        if (w.aside || w.in_time) continue;
        if (w.mention != no_token && w.group == no_token && !t.is(',') && !w.is(ClauseClass::relative)) {
            const Mention& m = view.mentions[w.mention];
            if (i > m.first_token) continue;
        }
        if (t.is(';') || (t.is(':') && t.kind == TokenKind::punctuation) || (t.is('-') && t.space_before)) {
            cut(i + 1);
            continue;
        }
        if (t.kind == TokenKind::quote_open && next_group(view, i + 1, n) != nullptr && (verb_before || i == 0 || view.token(i - 1).is(','))) {
            cut(i);
            continue;
        }
        if (t.kind == TokenKind::quote_close && verb_before) {
            cut(i + 1);
            continue;
        }
        if (w.is(ClauseClass::relative) && i > 0) {
            const VerbGroup* g = next_group(view, i + 1, std::min(n, i + 16));
            if (g != nullptr && !(t.is("that") && ((i + 1 < n && view.word(i + 1).in_time) || view.word(i - 1).in_time))) cut(i);  // "two hours after that"
            continue;
        }
        if (w.is(ClauseClass::subordinator) && i > 0) {
            const bool gerund = i + 1 < n && view.word(i + 1).group != no_token && (view.groups[view.word(i + 1).group].forms & form_ing) != 0;
            if (gerund || begins_clause(view, i + 1)) cut(i);
            continue;
        }
        if (w.is(ClauseClass::coordinator) && verb_before) {
            if (begins_verb(view, i + 1) || begins_clause(view, i + 1)) cut(i);
            continue;
        }
        if (t.is(',') && i + 1 < n) {
            const std::uint32_t next = i + 1;
            if (begins_verb(view, next)) {
                const VerbGroup* g = next_group(view, next, n);
                // ", landing in": a participle clause; ", took off": the subject goes on behind an apposition, unless there was a verb.
                if (g != nullptr && (verb_before || g->participle)) cut(next);
            } else if (verb_before && begins_clause(view, next)) {
                cut(next);
            }
        }
    }
}

}  // namespace

std::uint32_t SentenceView::clause_begin(std::uint32_t at) const {
    while (at > 0 && !words[at].boundary) --at;
    return at;
}

std::uint32_t SentenceView::clause_end(std::uint32_t at) const {
    const auto n = static_cast<std::uint32_t>(words.size());
    ++at;
    while (at < n && !words[at].boundary) ++at;
    return at;
}

bool is_ordinal_infinitive(const SentenceView& view, const VerbGroup& group) {
    if (!group.infinitive || group.first < 2 || group.governor != no_token || group.be_to) return false;
    const std::uint32_t to = view.token(group.first).is("to") ? group.first : group.first - 1;
    const Token& before = view.token(to - 1);
    return view.token(to).is("to") && (before.is("first") || before.is("last") || before.is("next") || before.is("second") || before.is("latest"));
}

SentenceView analyse(const Sentence& sentence, std::span<const Mention> mentions, const std::vector<bool>& in_time) {
    SentenceView view;
    view.sentence = &sentence;
    view.mentions = mentions;
    view.words.resize(sentence.tokens.size());
    const WordMap<LexiconWord>& lexicon = lexicon_words();
    for (std::size_t i = 0; i < view.words.size(); ++i) {
        view.words[i].known = lexicon.find(sentence.tokens[i].hash);
        if (view.words[i].known != nullptr) view.words[i].classes = view.words[i].known->classes;
        view.words[i].in_time = i < in_time.size() && in_time[i];
    }
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        if (mentions[m].nested) continue;
        for (std::uint32_t i = mentions[m].first_token; i < mentions[m].end_token && i < view.words.size(); ++i) view.words[i].mention = m;
    }
    mark_asides(view);
    find_verb_groups(view);
    mark_boundaries(view);
    return view;
}

namespace {

/// "clattered into": a verb that no table has, or one of manner, and right behind it where to.
bool may_be_unlisted(std::span<const Token> words, const LexiconWord* known) {
    constexpr std::size_t reach = 4;  // from the verb to the name of the place
    const Token &verb = words[0], &next = words[1];
    if (known == nullptr ? verb.kind != TokenKind::word || !verb.folded.ends_with("ed") : (known->classes & bit(ClauseClass::manner_verb)) == 0 && (known->form.verb == nullptr || !known->form.verb->of_craft)) return false;
    const TriggerVerb& rows = verb_unlisted();
    if (std::none_of(words.begin() + 1, words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), reach + 1)), [](const Token& t) { return t.is_capital() || t.is("the"); })) return false;
    return next.is("itself") || next.is("herself") || ((rows.near & opening_bit(next.hash)) != 0 && std::find(rows.openings.begin(), rows.openings.end(), next.hash) != rows.openings.end());
}

}  // namespace

TriggerSigns find_trigger_signs(const Sentence& sentence) {
    constexpr std::size_t reach = 8;  // the first word of a row stands at most that far behind its verb
    const WordMap<LexiconWord>& lexicon = lexicon_words();
    const auto tokens = sentence.tokens;
    bool words = false, complete = false;
    for (std::size_t i = 0; i < tokens.size() && !(words && complete); ++i) {
        const LexiconWord* const known = lexicon.find(tokens[i].hash);
        if (i + 1 < tokens.size() && may_be_unlisted(tokens.subspan(i), known)) return TriggerSigns::complete;
        if (known == nullptr) continue;
        if (known->opens_fragment && (opens_part(sentence, i) || may_be_note(sentence, i))) return TriggerSigns::complete;
        if (known->form.verb == nullptr && !known->noun) continue;
        // "He's in Rome"
        words = words || tokens[i].is_wordlike() || (tokens[i].kind == TokenKind::clitic && i > 0 && (classes_of(tokens[i - 1]) & bit(ClauseClass::subject_pronoun)) != 0);
        complete = complete || known->noun || known->form.verb->stands_alone;
        if (complete) continue;
        const TriggerVerb& verb = *known->form.verb;
        for (std::size_t k = i + 1; k < tokens.size() && k <= i + reach && !complete; ++k)
            complete = (verb.near & opening_bit(tokens[k].hash)) != 0 && std::find(verb.openings.begin(), verb.openings.end(), tokens[k].hash) != verb.openings.end();
    }
    return !words ? TriggerSigns::none : complete ? TriggerSigns::complete : TriggerSigns::words;
}

}  // namespace flightxref::detail
