// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/ends.hpp"

namespace flightxref::detail {

/// An airport with its probability.
struct Ranked {
    const Airport* airport = nullptr;
    double probability = 0;
};

/// What an end amounts to after its neighbour was asked, most probable first; what is missing to 1 lies elsewhere.
using Ranking = std::vector<Ranked>;

/// By itself.
Ranking rank(const Places& places);

/// Weighs the airports that a neighbouring end names for this one too, when they lie beyond the usual radius.
void add_named_places(EndView& end, const Places& named, const Performance& performance);

/// An arrival and the departure that follows it, judged together.
struct Stop {
    Ranking arrival, departure;
    double stayed = 0;  ///< probability that the two are the same place, with no flight in between
};
Stop rank_stop(const EndView& arrival, const EndView& departure, const Performance& performance);

}  // namespace flightxref::detail
