// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/match/finding.hpp>

#include <cstddef>
#include <vector>

namespace flightxref::detail {

/// The files and positions behind fixes [first, end) of a track, one entry a file, in order of time.
std::vector<Evidence> cite(const Track& track, std::size_t first, std::size_t end);

/// The same for all fixes between two moments and the last before and the first after them.
std::vector<Evidence> cite_around(const Track& track, double begin, double end);

}  // namespace flightxref::detail
