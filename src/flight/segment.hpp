// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/fields.hpp"

#include <flightxref/flight/flight.hpp>

#include <memory>
#include <vector>

namespace flightxref::detail {

/// The flights of one track, in order of time. A vehicle has none.
std::vector<Flight> segment_track(const std::shared_ptr<const Track>& track, const World& world);

}  // namespace flightxref::detail
