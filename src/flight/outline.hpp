// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/flight/flight.hpp>

#include <span>
#include <vector>

namespace flightxref::detail {

/// Drops the fixes that the others imply, as read_flights() promises, and moves the flights' ranges along. The flights must be
/// those of this track. The fixes that were there are given back for use by the next track.
void keep_outline(Track& track, std::span<Flight> flights);

}  // namespace flightxref::detail
