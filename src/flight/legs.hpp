// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/gap.hpp"
#include "flight/state.hpp"

#include <flightxref/track/track.hpp>

#include <cstddef>
#include <vector>

namespace flightxref::detail {

/// A stretch of fixes on the ground within a flight: wheels touched, and it flew on.
struct Touch {
    std::size_t first = 0, end = 0;
};

/// One flight as a range of fixes: [first, end) with the taxiing that belongs to it, [first_air, end_air) in the air.
struct Leg {
    std::size_t first = 0, end = 0;
    std::size_t first_air = 0, end_air = 0;
    std::vector<Touch> touches;

    bool ground_before() const { return first < first_air; }
    bool ground_after() const { return end_air < end; }
};

/// Cuts a track into flights: at every stop on the ground, and in every silence in which a landing is likelier than flying on.
std::vector<Leg> find_legs(const Track& track, const GroundStates& states, const Performance& performance, const AirportTable& airports);

}  // namespace flightxref::detail
