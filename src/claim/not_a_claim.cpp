// SPDX-License-Identifier: BSL-1.0
#include "claim/not_a_claim.hpp"

#include "reference/table.hpp"

#include <algorithm>
#include <unordered_map>

namespace flightxref::detail {
namespace {

std::string_view domain_of(const Token& token) {
    static const auto table = [] {
        std::unordered_map<std::uint32_t, std::string_view> words;
        for_each_row(builtin_table("claim_domains"), [&](const std::vector<std::string_view>& f) {
            for (const std::string_view word : split_list(f[0])) words.emplace(word_hash(word), f[1]);
        });
        return words;
    }();
    const auto found = table.find(token.hash);
    return found == table.end() ? std::string_view{} : found->second;
}

/// "every Tuesday and Saturday", "on Sundays", "daily": a timetable.
bool is_timetable(const SentenceReading& r, const VerbGroup& g) {
    if (!(g.present || g.bare || g.will)) return false;
    return std::any_of(r.times->begin(), r.times->end(), [](const TimeExpression& t) { return t.repeated; });
}

}  // namespace

void DomainGauge::look(const Sentence& sentence) {
    for (const Token& token : sentence.tokens) {
        if (token.kind != TokenKind::word) continue;
        const std::string_view domain = domain_of(token);
        if (domain.empty()) continue;
        ++(domain == "travel" ? m_travel : m_foreign);
    }
}

bool is_no_claim(const ClaimDraft& d, const SentenceReading& r, std::uint32_t group) {
    const SentenceView& view = *r.view;
    const VerbGroup& g = view.groups[group];
    if (!d.nominal && is_timetable(r, g)) return true;
    if (view.sentence->tokens.empty()) return true;
    // Advice speaks to the reader.
    for (std::uint32_t i = view.clause_begin(g.first); i < g.first; ++i)
        if (view.word(i).is(ClauseClass::generic_you) && !view.word(i).quoted) return true;
    return false;
}

void drop_foreign_domains(std::vector<ClaimDraft>& drafts, const DomainGauge& domain) {
    if (!domain.is_foreign()) return;
    std::erase_if(drafts, [](const ClaimDraft& d) {
        const bool identified = std::any_of(d.carrier_words.begin(), d.carrier_words.end(), [](const Carrier& c) { return c.identified(); });
        return !identified;
    });
}

}  // namespace flightxref::detail
