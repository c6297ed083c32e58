// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/draft.hpp"

#include <flightxref/text/document.hpp>

#include <vector>

namespace flightxref::detail {

/// What a document says of its clocks as a whole.
struct ClockHabits {
    std::optional<Zone> global_zone;
    ClockStyle style = ClockStyle::unknown;
    bool house_zone_throughout = false;
};

/// A day or a year that the text names, in a claim or not: what "that day" and a date without its year look back to.
struct SpokenTime {
    std::uint32_t paragraph = 0, begin = 0;  ///< byte of the text
    TimeExpression expression;
    bool ahead = false;  ///< of a sentence that looks ahead
};

/// A draft's time on the calendar.
struct DatedDraft {
    std::optional<ClaimedTime> time;
    std::uint32_t relative_to = no_entity;  ///< index of the draft it is reckoned from
    std::string_view rule;
};

/// Puts the times of all drafts on the calendar, in text order: each from its own words, else from the story told so far. `spoken` is in text order.
std::vector<DatedDraft> date_drafts(const ClaimDrafts& drafts, const Document& document, const ClockHabits& habits, const std::vector<SpokenTime>& spoken);

}  // namespace flightxref::detail
