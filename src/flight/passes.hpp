// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/legs.hpp"

#include <flightxref/flight/flight.hpp>

#include <vector>

namespace flightxref::detail {

/// Approaches within a flight that were no arrival, in order of time: it came down towards a runway and climbed away.
std::vector<Pass> find_passes(const Track& track, const Leg& leg, const GroundStates& states, const Performance& performance, const AirportTable& airports);

}  // namespace flightxref::detail
