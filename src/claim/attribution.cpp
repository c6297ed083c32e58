// SPDX-License-Identifier: BSL-1.0
#include "claim/attribution.hpp"

#include "reference/table.hpp"

#include <algorithm>
#include <unordered_map>

namespace flightxref::detail {
namespace {

struct SourceWord {
    std::string_view type;
    std::size_t rank = 0;
};

const SourceWord* find_source_word(const Token& token) {
    static const auto table = [] {
        std::unordered_map<std::uint32_t, SourceWord> words;
        std::size_t rank = 0;
        for_each_row(builtin_table("claim_sources"), [&](const std::vector<std::string_view>& f) {
            ++rank;
            for (const std::string_view word : split_list(f[0])) words.emplace(word_hash(word), SourceWord{f[1], rank});
        });
        return words;
    }();
    const auto found = table.find(token.hash);
    return found == table.end() ? nullptr : &found->second;
}

bool is_data(std::string_view type) { return type == "tracker" || type == "airport" || type == "satellite" || type == "document" || type == "witness_data"; }

/// End of the sentence part a token stands in: parts are cut by semicolons.
std::uint32_t part_end(const SentenceView& view, std::uint32_t at) {
    while (at < view.size() && !view.token(at).is(';')) ++at;
    return at;
}

std::uint32_t part_begin(const SentenceView& view, std::uint32_t at) {
    while (at > 0 && !view.token(at - 1).is(';')) --at;
    return at;
}

bool has_letters(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i)
        if (view.token(i).is_wordlike()) return true;
    return false;
}

std::uint32_t comma_after(const SentenceView& view, std::uint32_t at) {
    while (at < view.size() && !view.token(at).is(',') && !view.token(at).is(';')) ++at;
    return at;
}

/// "bound for Kyiv, a tracking site": the words behind the last comma say who speaks, unless nothing but an apposition ends there.
std::uint32_t last_phrase(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
    const bool goes_on = begin < end && (view.word(begin).any(bits(ClauseClass::preposition, ClauseClass::expect_word)) || view.token(begin).folded.ends_with("ing"));
    if (!goes_on) return begin;
    for (std::uint32_t i = end; i > begin + 1; --i)
        if (view.token(i - 1).is(',')) return has_letters(view, i, end) ? i : begin;
    return begin;
}

/// Whether another verb follows in the same clause, which would be what is said.
bool speaks_on(const SentenceView& view, const VerbGroup& g) {
    const std::uint32_t end = part_end(view, g.head);
    for (const VerbGroup& other : view.groups)
        if (!other.noun && other.head > g.head && other.head < end && !other.gerund && !other.infinitive) {
            // "in a statement issued overnight": a participle that only describes a noun.
            const bool describes = other.first == other.head && other.trigger == nullptr && (other.forms & form_participle) != 0 && other.head > 0 && view.token(other.head - 1).is_wordlike() &&
                                   !view.word(other.head - 1).any(bits(ClauseClass::subject_pronoun, ClauseClass::relative, ClauseClass::coordinator)) && view.word(other.head - 1).mention == no_token && other.head > g.head + 1;
            if (!describes) return true;
        }
    return false;
}

}  // namespace

std::string_view source_type(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
    const SourceWord* best = nullptr;
    for (std::uint32_t i = begin; i < end && i < view.size(); ++i) {
        const SourceWord* word = find_source_word(view.token(i));
        if (word != nullptr && (best == nullptr || word->rank < best->rank)) best = word;
        if (view.token(i).is("state") && i + 1 < end && (view.token(i + 1).is("media") || view.token(i + 1).is("news") || view.token(i + 1).is("television") || view.token(i + 1).is("tv")))
            return "state_media";
        if (view.token(i).is("news") && i + 1 < end && view.token(i + 1).is("agency") && best != nullptr && best->type == "official") best = nullptr;
    }
    if (best != nullptr) return best->type;
    // The capital or the country speaks for its government.
    for (std::uint32_t m = 0; m < view.mentions.size(); ++m)
        if (view.mentions[m].kind == MentionKind::place && view.mentions[m].first_token >= begin && view.mentions[m].end_token <= end) return "official";
    return "person";
}

std::vector<SourceScope> find_sources(const SentenceView& view, const std::vector<Subject>& subjects, std::string_view) {
    std::vector<SourceScope> found;
    const auto n = static_cast<std::uint32_t>(view.size());
    const auto finish = [&](SourceScope s) {
        s.type = source_type(view, s.source_begin, s.source_end);
        s.data = is_data(s.type);
        if (s.type == "witness_data") s.type = "witness";
        found.push_back(s);
    };
    for (std::uint32_t i = 0; i + 2 < n; ++i) {
        if (!view.token(i).is("according") || !view.token(i + 1).is("to")) continue;
        SourceScope s;
        s.rule = "according_to";
        s.source_begin = i + 2;
        s.source_end = s.source_begin;
        while (s.source_end < n && !view.token(s.source_end).is(',') && !view.token(s.source_end).is('.') && !view.token(s.source_end).is(';') &&
               !view.word(s.source_end).any(bits(ClauseClass::relative)))
            ++s.source_end;
        const bool leads = i == 0 || !has_letters(view, part_begin(view, i), i);
        s.begin = leads ? s.source_end : part_begin(view, i);
        s.end = leads ? part_end(view, i) : i;
        finish(s);
    }
    for (std::uint32_t k = 0; k < view.groups.size(); ++k) {
        const VerbGroup& g = view.groups[k];
        const Word& w = view.word(g.head);
        const bool says = w.is(ClauseClass::say) || w.is(ClauseClass::deny);
        if (g.noun || !says || g.trigger != nullptr || g.gerund || (g.infinitive && g.governor == no_token)) continue;
        if (g.passive && !w.is(ClauseClass::deny)) continue;
        if (view.token(g.head).folded.starts_with("believe") || view.token(g.head).folded.starts_with("think") || view.token(g.head).is("thought")) {
            // "the jet fans believe was carrying her": what is believed is only the carrying
            if (g.head + 1 < n && view.word(g.head + 1).is(ClauseClass::be)) continue;
        }
        const Token& head = view.token(g.head);
        // "gave Uganda's Asians ninety days", "gave up": told is what "gave the time as", "put it at" tell
        if ((head.is("gave") || head.is("put") || head.is("puts")) && g.head + 1 < n && (view.word(g.head + 1).mention != no_token || view.word(g.head + 1).is(ClauseClass::preposition))) continue;
        SourceScope s;
        s.verb = k;
        s.denies = w.is(ClauseClass::deny) && !g.negated;
        if (w.is(ClauseClass::deny) && g.negated) continue;
        s.insists = head.is("insisted") || head.is("insists") || head.is("maintains") || head.is("maintained");
        const std::uint32_t begin = view.clause_begin(g.first);
        std::uint32_t subject_begin = begin;
        while (subject_begin < g.first && (view.word(subject_begin).any(bits(ClauseClass::coordinator, ClauseClass::adverb)) || !view.token(subject_begin).is_wordlike())) ++subject_begin;
        s.source_begin = subject_begin;
        s.source_end = g.first;
        const bool inverted = subject_begin >= g.first;  // ", said the ministry"
        if (inverted) {
            s.source_begin = g.head + 1;
            s.source_end = g.head + 1;
            while (s.source_end < n && !view.token(s.source_end).is(',') && !view.token(s.source_end).is('.') && !view.token(s.source_end).is(';') && !view.token(s.source_end).is(':') &&
                   view.token(s.source_end).kind != TokenKind::quote_open && !view.token(s.source_end).is("that"))
                ++s.source_end;
            if (!subjects[k].mentions.empty() && subjects[k].begin != no_token && subjects[k].begin < g.first) {
                s.source_begin = subjects[k].begin;
                s.source_end = g.first;
            }
        }
        const bool before = has_letters(view, part_begin(view, g.head), begin) && begin > 0 &&
                            (view.token(begin - 1).is(',') || view.token(begin - 1).kind == TokenKind::quote_close || view.token(begin - 1).is('~') || view.token(begin - 1).is('-'));
        const bool trails = before && (!speaks_on(view, g) || (s.source_end < n && view.token(std::min(n - 1, g.head + 1)).is(',')));
        // "flew back to Zurich, which suggests a short talk": a clause about the clause
        if (begin > 1 && begin + 1 == g.first && view.token(begin).is("which") && view.token(begin - 1).is(',') && view.word(begin - 2).mention == no_token) continue;
        if (trails && !s.denies) {
            s.rule = "trailing_source";
            s.begin = part_begin(view, g.head);
            s.source_begin = last_phrase(view, s.source_begin, s.source_end);
            s.end = inverted ? begin : s.source_begin;
            finish(s);
            // A quotation that goes on behind its speaker.
            s.rule = "split_quotation";
            s.begin = g.head + 1;
            s.end = part_end(view, g.head);
            finish(s);
        } else {
            s.rule = "leading_source";
            s.begin = g.head + 1;
            // "the company, which denies wrongdoing, flew him out": a relative clause says nothing beyond itself
            s.end = view.word(begin).is(ClauseClass::relative) && begin > 0 && view.word(begin - 1).group == no_token ? comma_after(view, g.head) : n;
            finish(s);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const SourceScope& a, const SourceScope& b) { return a.end - a.begin < b.end - b.begin; });
    return found;
}

}  // namespace flightxref::detail
