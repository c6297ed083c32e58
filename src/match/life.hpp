// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/match/candidate.hpp>

#include "match/place_set.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace flightxref::detail {

/// A moment at which an aircraft was certainly at a place. Times are seconds since 1970.
struct Anchor {
    double time = 0;
    Position position;
    bool ground = false;
    float altitude_ft = std::numeric_limits<float>::quiet_NaN();  ///< NaN when not known
    const Airport* airport = nullptr;                             ///< for an end seen at a runway: which
};

/// Where an aircraft was seen, thinned to what bounds the rest: runs heard without a gap keep their first and last
/// position. `followed[i]` says that the aircraft was followed from anchors[i] to anchors[i + 1].
struct Life {
    std::vector<Anchor> anchors;
    std::vector<std::uint8_t> followed;
    std::vector<double> jumps;   ///< moments between which no aircraft can have flown: two under one identity, or false positions
    double speed_kmh = 0;      ///< the fastest it may have gone, margin included
    double shortest_stop_s = 0;  ///< the shortest time on the ground between two flights

    bool empty() const { return anchors.empty(); }
    /// Was it heard at all within so many seconds of the window?
    bool heard_near(double begin, double end, double within_s) const;
    /// Do positions that no single aircraft can have flown lie within so many seconds of the window?
    bool torn_near(double begin, double end, double within_s) const;
};

/// All that was seen of an aircraft, from its tracks and from the ends of its flights.
Life make_life(const AircraftHistory& history, std::span<const Flight> flights, const AirportTable& airports);

}  // namespace flightxref::detail
