// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/chain.hpp"

#include <string>

namespace flightxref::detail {

/// The sentence that says why an end is what it is, with the figures it rests on. `by_neighbour`: the sighting of the same
/// aircraft before or after decided.
std::string explain_end(const EndPoint& end, const EndView& view, const Airport* airport, const Airport* nearest, bool by_neighbour);

/// Of a take-off that only the source speaks of, at the time it states.
std::string explain_stated_departure(const EndView& view, const Airport& airport, Instant stated);

}  // namespace flightxref::detail
