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
    return preposition && (view.word(at + 1).in_time || view.word(at + 1).mention != no_token || view.token(at + 1).is_capital());
}

/// The words of a row from a token on; one past them, or no_token.
std::uint32_t end_of_row(const SentenceView& view, const TriggerRow& row, std::uint32_t at, std::uint32_t end) {
    for (const std::string_view word : row.words)
        if (at >= end || view.token(at).folded != word || view.word(at).in_time) return no_token;
        else ++at;
    return at;
}

const TriggerRow* find_row(const SentenceView& view, std::uint32_t at, std::uint32_t end, std::uint32_t& behind) {
    for (const TriggerRow& row : verb_be().rows)
        if (reads_without_be(row) && (behind = end_of_row(view, row, at, end)) != no_token && goes_on_as_movement(view, behind, end)) return &row;
    return nullptr;
}

VerbGroup fragment_of(const TriggerRow& row, std::uint32_t head, std::uint32_t end) {
    VerbGroup g;
    g.first = g.head = g.trigger_begin = head;
    g.end = end;
    g.trigger = &row;
    g.forms = form_past;
    g.past = true;
    g.elliptical = true;
    return g;
}

/// "the minister, in Jeddah since Tuesday, will travel": where somebody is, in passing.
void find_whereabouts(const SentenceView& view, std::vector<VerbGroup>& found) {
    const auto n = static_cast<std::uint32_t>(view.size());
    for (const Mention& m : view.mentions) {
        if (m.kind != MentionKind::person || m.nested || m.possessive) continue;
        const std::uint32_t head = m.end_token + 1;
        if (head + 2 >= n || !view.token(m.end_token).is(',') || !view.token(head).is("in") || view.word(head).in_time || view.word(head + 1).mention == no_token) continue;
        const Mention& place = view.mentions[view.word(head + 1).mention];
        if (place.kind != MentionKind::place || place.first_token != head + 1 || place.end_token >= n || !view.word(place.end_token).in_time) continue;
        std::uint32_t end = place.end_token;
        while (end < n && view.word(end).in_time) ++end;
        if (end < n && !view.token(end).is(',')) continue;
        for (const TriggerRow& row : verb_be().rows)
            if (row.sense == Sense::be_in && row.words.size() == 1 && row.words.front() == "in") {
                found.push_back(fragment_of(row, head, head + 1));
                break;
            }
    }
}

/// "RA-82042 down at Leipzig 14:05", "JAKE17, a Rivet Joint, out of Mildenhall at 0612": who moves opens the note, "be" is left out.
void find_notes_of_craft(const SentenceView& view, std::vector<VerbGroup>& found) {
    const auto n = static_cast<std::uint32_t>(view.size());
    const WordMap<LexiconWord>& lexicon = lexicon_words();
    for (const Mention& m : view.mentions) {
        // Of people only in a headline: "Lavrov off to Pyongyang".
        const bool headline = m.kind == MentionKind::person && m.first_token == view.sentence->head_tokens && n < 16;
        if ((m.kind != MentionKind::carrier && !headline) || m.nested || m.possessive || !m.preposition.empty()) continue;
        std::uint32_t head = m.end_token;
        // "TU-VAD with the president, down at 16:45"
        if (head < n && (view.token(head).is("with") || view.token(head).is("carrying")))
            while (head < n && !view.token(head).is(',') && !cuts(view.token(head))) ++head;
        while (head < n && (view.token(head).is(',') || (view.word(head).is(ClauseClass::adverb) && lexicon.find(view.token(head).hash)->opens_fragment == false))) ++head;
        if (head >= n || (!found.empty() && found.back().head == head)) continue;
        const LexiconWord* const known = lexicon.find(view.token(head).hash);
        if (known == nullptr || !known->opens_fragment || view.word(head).mention != no_token) continue;
        std::uint32_t begin = head, end = head;
        while (begin > view.sentence->head_tokens && !cuts(view.token(begin - 1))) --begin;
        while (end < n && !cuts(view.token(end)) && !view.token(end).is(',')) ++end;
        if (m.first_token < view.sentence->head_tokens) continue;
        begin = std::min(begin, m.first_token);  // a mark may hold a full stop: "TK.24-02"
        // Nothing but the mover and what stands beside it may come before.
        const bool opens = std::none_of(view.words.begin() + begin, view.words.begin() + m.first_token, [](const Word& w) { return w.mention == no_token && !w.in_time && w.any(bits(ClauseClass::preposition, ClauseClass::subordinator, ClauseClass::relative)); });
        if (!opens || holds_verb(view, begin, end)) continue;
        std::uint32_t behind = 0;
        if (const TriggerRow* row = find_row(view, head, end, behind)) found.push_back(fragment_of(*row, head, behind));
    }
}

}  // namespace

bool opens_part(const Sentence& sentence, std::size_t i) {
    if (i <= sentence.head_tokens) return i == sentence.head_tokens;
    const Token& before = sentence.tokens[i - 1];
    return before.mark != 0 && (cuts(before) || before.is('/'));
}

bool may_be_note(const Sentence& sentence, std::size_t i) {
    if (i == 0 || i + 1 >= sentence.tokens.size()) return false;
    const Token& before = sentence.tokens[i - 1];
    if (!before.is_capital() && before.kind == TokenKind::word && (classes_of(before) & bits(ClauseClass::adverb, ClauseClass::aircraft_noun)) == 0) return false;
    return std::any_of(verb_be().rows.begin(), verb_be().rows.end(), [&](const TriggerRow& row) {
        if (!reads_without_be(row)) return false;
        std::size_t k = i;
        for (const std::string_view word : row.words)
            if (k >= sentence.tokens.size() || sentence.tokens[k++].folded != word) return false;
        if (k >= sentence.tokens.size()) return false;
        const Token& next = sentence.tokens[k];
        return next.is_capital() || next.kind == TokenKind::number || (classes_of(next) & bits(ClauseClass::preposition, ClauseClass::adverb)) != 0;
    });
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
    const auto n = static_cast<std::uint32_t>(view.size());
    std::vector<VerbGroup> found;
    find_notes_of_craft(view, found);
    find_whereabouts(view, found);
    for (std::uint32_t begin = may_be_fragment(*view.sentence) || !found.empty() ? view.sentence->head_tokens : n; begin < n;) {
        std::uint32_t end = begin;
        while (end < n && !cuts(view.token(end))) ++end;
        // A clause may follow behind a comma: "Off again at six, and nobody waved."
        std::uint32_t head = begin;
        if (head + 2 < end && view.token(head).kind == TokenKind::number && view.token(head + 1).is('/')) head += 2;  // "3/ Up again 14:31": a thread
        std::uint32_t first_part = head;
        while (first_part < end && !view.token(first_part).is(',')) ++first_part;
        if (head < end) {
            std::uint32_t behind = 0;
            // "Over Serbia, the jet": a place for what follows; "Now over Serbia": a note.
            const bool now = head + 1 < end && (view.token(head).is("now") || view.token(head).is("still"));
            if (now) ++head;
            const TriggerRow* row = find_row(view, head, end, behind);
            if (row != nullptr && row->sense == Sense::overfly && !now) row = nullptr;
            const bool known = std::any_of(found.begin(), found.end(), [&](const VerbGroup& g) { return g.head == head; });
            // "Back in Kerala, phones rang": where the next clause plays. With a time it is a note of its own.
            const auto opens_clause = [&](const Word& w) { return !w.in_time && !w.any(bits(ClauseClass::preposition, ClauseClass::adverb, ClauseClass::coordinator)); };
            const auto timed = [&](std::uint32_t from, std::uint32_t to) { return from < to && std::any_of(view.words.begin() + from, view.words.begin() + to, [](const Word& w) { return w.in_time; }); };
            const bool scene = row != nullptr && row->sense == Sense::return_ && first_part + 1 < end && opens_clause(view.word(first_part + 1)) && !timed(behind, first_part);
            if (row != nullptr && !known && !scene && !holds_verb(view, behind, first_part)) found.push_back(fragment_of(*row, head, behind));
        }
        // "Off from Kazan at 6:20, on the ground in Ufa at 7:15": a note goes on as it began.
        const bool noted = std::any_of(found.begin(), found.end(), [&](const VerbGroup& g) { return g.head >= begin && g.head < end; });
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
