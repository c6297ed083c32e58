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

/// A draft's time on the calendar.
struct DatedDraft {
    std::optional<ClaimedTime> time;
    std::uint32_t relative_to = no_entity;  ///< index of the draft it is reckoned from
    std::string rule;
};

/// Puts the times of all drafts on the calendar, in text order: each from its own words, else from the story told so far.
std::vector<DatedDraft> date_drafts(const ClaimDrafts& drafts, const Document& document, const ClockHabits& habits);

}  // namespace flightxref::detail
