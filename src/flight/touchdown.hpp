// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/legs.hpp"
#include "flight/places.hpp"

#include <optional>

namespace flightxref::detail {

/// The moment of lift-off or touchdown.
struct Moment {
    std::optional<Instant> not_before, not_after, estimate;
};

/// Between the fix in the air and the one on the ground beside it. A silence between the two is filled with how far the
/// field (null: not known) was, how high the aircraft flew, and how fast it still rolled (already rolled) on the ground.
Moment moment_between(const Motion& in_air, const StateVector& on_ground, const Airport* airport, Side side, const Performance& performance);

/// From the air alone: at least and at most the flying time away, never past `limit`, the neighbouring sighting of the aircraft.
Moment moment_from_air(const Motion& in_air, const Airport* airport, std::optional<Instant> limit, Side side, const Performance& performance);

}  // namespace flightxref::detail
