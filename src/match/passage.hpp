// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "match/outcome.hpp"

namespace flightxref::detail {

/// Does the event speak of the way itself rather than of its ends: overflight, circling, signal lost or regained?
bool is_passage(ClaimEvent event);

/// What the track of a named aircraft tells of such a claim: its own fixes inside the place within the time told bear it out;
/// fixes before and after between which it could not have come near the place give an alibi. That a signal was not lost here
/// refutes nothing, since other receivers hear other stretches.
Outcome find_passage(const Statement& statement, Scene& scene, std::vector<std::size_t> suspects);

}  // namespace flightxref::detail
