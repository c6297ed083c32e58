// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/core/batch.hpp>
#include <flightxref/track/track.hpp>

#include <vector>

namespace flightxref {

/// Sets aside what can not have been: positions no aircraft could have reached from those before and after them (spoofing,
/// jamming, another aircraft under the same address, ghosts), positions repeated while the aircraft moved on, altitudes and
/// speeds that jump away and back. What remains is the heaviest history that is possible throughout, by number of positions and
/// by the integrity the aircraft itself reports.
/// An impossible position is dropped with an Issue; of an impossible altitude or speed only that value is. Positions at the
/// same place a little early or late, as two clocks give them, are kept. Fixes must be in order of time, as read_tracks() has them.
void clean_track(Track& track, std::vector<Issue>& issues);

}  // namespace flightxref
