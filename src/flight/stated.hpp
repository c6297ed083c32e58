// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/legs.hpp"
#include "flight/motion.hpp"
#include "flight/performance.hpp"

#include <flightxref/airport/airport.hpp>

#include <optional>

namespace flightxref::detail {

/// A take-off nobody heard, as the source tells it.
struct StatedDeparture {
    const Airport* airport = nullptr;
    Instant time;
};

/// Where the source says this leg took off, when it says when, and the aircraft can have flown in that time from there to where
/// it was first heard (`first`), neither faster nor much slower than it flies. `after`: where it was heard before, if it was.
/// Only origins: a plan may end elsewhere, but where a flight came from is settled once it flies.
std::optional<StatedDeparture> stated_departure(const Track& track, const Leg& leg, const Motion& first, std::optional<Instant> after, const Performance& performance,
                                                const AirportTable& airports);

}  // namespace flightxref::detail
