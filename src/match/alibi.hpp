// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "match/life.hpp"

#include <functional>

namespace flightxref::detail {

/// What may have happened at an airport.
enum class Touch : std::uint8_t { arrival, departure, presence };

/// When, inside one silence between two anchors, it may have happened at the earliest and at the latest.
struct Chance {
    std::size_t gap = 0;  ///< number of the silence: before anchors[gap]
    double first = 0, last = 0;
};

/// Every chance the aircraft had, for all that was seen of it, to touch down at, lift off from or be on the ground of an
/// airport between two moments. None means that it can not have been. Speed and slack are generous, so that a
/// chance too many is given rather than one too few.
std::vector<Chance> find_chances(const Life& life, const Airport& airport, Touch touch, double from, double to);

/// A movement to be ruled out: which end must lie in the window, and where the ends are (empty: anywhere).
struct Movement {
    enum class Timed : std::uint8_t { departure, arrival, either_end, any_part, presence };
    Timed timed = Timed::any_part;
    const PlaceSet* origin = nullptr;
    const PlaceSet* destination = nullptr;
    bool round_trip = false;  ///< back to the very place it left from
    double begin = 0, end = 0;
};

/// May the aircraft have made the movement, for all that was seen of it? False is an alibi.
/// Doubtful members of a place count as the place: what may be meant must be impossible as well.
bool may_have_made(const Life& life, const Movement& movement);

/// The two anchors around a moment, for saying where the aircraft was: indexes, or anchors.size() where there is none.
struct Around {
    std::size_t before, after;
};
Around anchors_around(const Life& life, double time);

}  // namespace flightxref::detail
