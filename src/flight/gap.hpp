// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/motion.hpp"

#include <string_view>

namespace flightxref::detail {

/// What is known on both sides of a stretch of silence between two airborne fixes.
struct Silence {
    Motion before, after;
    std::string_view callsign_before, callsign_after;  ///< empty when none was sent
    bool squawk_changed = false;
};

/// Probability that the aircraft landed (to a stop) and took off again within the silence. Asks what it could have
/// done: whether there was time to come down, stand and climb again, whether it could have stayed up that long, and which
/// of the two explains the time taken, the heights, rates and directions on both sides, and the callsigns.
double landing_probability(const Silence& silence, const Performance& performance, const AirportTable& airports);

/// Least time, seconds, from one airborne moment to a later one with a full stop in between.
double least_stop_seconds(const Motion& before, const Motion& after, const Performance& performance);

}  // namespace flightxref::detail
