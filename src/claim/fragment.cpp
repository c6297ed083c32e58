// SPDX-License-Identifier: BSL-1.0
#include "claim/fragment.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

bool cuts(const Token& t) { return t.is(';') || t.is('.') || t.is(':') || (t.is('-') && t.space_before); }

bool holds_verb(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
    return std::any_of(view.groups.begin(), view.groups.end(), [&](const VerbGroup& g) { return !g.noun && !(g.infinitive && g.governor == no_token) && g.head >= begin && g.head < end; });
}

/// Behind the words: "again", a preposition with its place or time, a place, a time, or the end; never a figure ("Up 12 on the week").
bool goes_on_as_movement(const SentenceView& view, std::uint32_t at, std::uint32_t end) {
    while (at < end && view.word(at).is(ClauseClass::adverb) && !view.word(at).in_time) ++at;
    if (at >= end) return false;
    if (view.token(at).is(',') && view.token(at - 1).is("again")) return true;  // "Airborne again, next stop Tirana"
    const Word& w = view.word(at);
    if (w.in_time) return true;
    if (w.mention != no_token && view.mentions[w.mention].kind == MentionKind::place) return true;
    const bool preposition = w.is(ClauseClass::preposition) && at + 1 < end;
    return preposition && (view.word(at + 1).in_time || view.word(at + 1).mention != no_token);
}

}  // namespace

bool opens_part(const Sentence& sentence, std::size_t i) {
    if (i <= sentence.head_tokens) return i == sentence.head_tokens;
    const Token& before = sentence.tokens[i - 1];
    return before.mark != 0 && (cuts(before) || before.is('/'));
}

bool may_be_fragment(const Sentence& sentence) {
    const WordMap<LexiconWord>& lexicon = lexicon_words();
    for (std::size_t i = sentence.head_tokens; i < sentence.tokens.size(); ++i) {
        if (!opens_part(sentence, i)) continue;
        const LexiconWord* const known = lexicon.find(sentence.tokens[i].hash);
        if (known != nullptr && known->opens_fragment) return true;
    }
    return false;
}

bool is_verbless(const SentenceView& view, std::uint32_t at) {
    const auto n = static_cast<std::uint32_t>(view.size());
    std::uint32_t begin = at, end = at;
    while (begin > 0 && !cuts(view.token(begin - 1))) --begin;
    while (end < n && !cuts(view.token(end))) ++end;
    return !holds_verb(view, begin, end);
}

void find_fragments(SentenceView& view) {
    if (!may_be_fragment(*view.sentence)) return;
    const auto n = static_cast<std::uint32_t>(view.size());
    std::vector<VerbGroup> found;
    for (std::uint32_t begin = view.sentence->head_tokens; begin < n;) {
        std::uint32_t end = begin;
        while (end < n && !cuts(view.token(end))) ++end;
        // A clause may follow behind a comma: "Off again at six, and nobody waved."
        std::uint32_t head = begin;
        if (head + 2 < end && view.token(head).kind == TokenKind::number && view.token(head + 1).is('/')) head += 2;  // "3/ Up again 14:31": a thread
        std::uint32_t first_part = head;
        while (first_part < end && !view.token(first_part).is(',')) ++first_part;
        if (head < end) {
            for (const TriggerRow& row : verb_be().rows) {
                if (!reads_without_be(row)) continue;
                std::uint32_t i = head;
                const bool all = std::all_of(row.words.begin(), row.words.end(), [&](std::string_view word) { return i < end && view.token(i++).folded == word; });
                if (!all || holds_verb(view, i, first_part) || !goes_on_as_movement(view, i, end)) continue;
                VerbGroup g;
                g.first = g.head = g.trigger_begin = head;
                g.end = i;
                g.trigger = &row;
                g.forms = form_past;
                g.past = true;
                g.elliptical = true;
                found.push_back(g);
                break;
            }
        }
        // "Off from Kazan at 6:20, on the ground in Ufa at 7:15": a note goes on as it began.
        const bool noted = !found.empty() && found.back().head >= begin;
        if (noted && first_part < end && end > first_part + 1) {
            begin = first_part + 1;
            continue;
        }
        begin = end + 1;
    }
    if (found.empty()) return;
    // The words inside ("wheels") begin no group of their own.
    std::erase_if(view.groups, [&](const VerbGroup& g) { return std::any_of(found.begin(), found.end(), [&](const VerbGroup& f) { return g.head >= f.head && g.head < f.end; }); });
    view.groups.insert(view.groups.end(), found.begin(), found.end());
    std::sort(view.groups.begin(), view.groups.end(), [](const VerbGroup& a, const VerbGroup& b) { return a.head < b.head; });
}

}  // namespace flightxref::detail
