// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/legs.hpp"
#include "flight/places.hpp"

#include <flightxref/flight/endpoint.hpp>

#include <utility>
#include <vector>

namespace flightxref::detail {

/// What is seen of one end of a leg, before its neighbours are asked.
struct EndView {
    Side side = Side::departure;
    Motion motion;                           ///< last (first) in the air
    const StateVector* on_ground = nullptr;  ///< the fix on the ground beside it; null when none was heard
    Places places;                           ///< from the ground when seen there, else from the air
    bool detached = false;                   ///< ground fixes beside it belong to another flight: nobody flies like that from there

    Instant seen_at() const { return on_ground ? on_ground->time : motion.time; }
};

/// One end as seen by itself.
EndView view_end(const Track& track, const Leg& leg, Side side, const GroundStates& states, const Performance& performance, const World& world);

/// Both ends of every leg: (departure, arrival). Where the one was not seen, what came before or after it decides with it:
/// an aircraft departs from where it arrived unless there was time for a flight that nobody heard. Ground fixes that turn out
/// to belong to the neighbouring flight are given to it.
std::vector<std::pair<EndPoint, EndPoint>> find_ends(const Track& track, std::vector<Leg>& legs, const GroundStates& states, const Performance& performance, const World& world);

}  // namespace flightxref::detail
