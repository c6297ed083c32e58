// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/flight/read.hpp>

#include <span>
#include <vector>

namespace flightxref::detail {

/// Drops the fixes that read_flights() does not promise to keep, and moves the flights' ranges along. The flights must be those
/// of this track. The fixes that were there are given back for use by the next track.
void keep_some(Track& track, std::span<Flight> flights, KeepFixes which);

}  // namespace flightxref::detail
