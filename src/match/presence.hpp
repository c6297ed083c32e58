// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "match/outcome.hpp"

namespace flightxref::detail {

/// For a claim about a kind of aircraft: was one end of the movement watched all through the time told, down to the ground,
/// and was every aircraft of the tracks that may be of the kind where it could not have made the movement? Only then is its
/// not being seen worth a verdict. A place, an hour or an identity that is not known makes it false.
bool is_absent(const Statement& statement, Scene& scene);

}  // namespace flightxref::detail
