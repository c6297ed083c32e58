// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/motion.hpp"

#include <optional>
#include <span>
#include <vector>

namespace flightxref::detail {

/// An airport with the weight of what speaks for it; only ratios mean something.
struct LikelyPlace {
    const Airport* airport = nullptr;
    double weight = 0;
};

/// The airports an end of a flight may have been at, heaviest first, and the weight of "anywhere else".
struct Places {
    std::vector<LikelyPlace> places;
    double elsewhere = 1e-6;

    double total() const;
    double weight_of(const Airport* airport) const;
    void sort();
};

/// Which end of a flight is looked for.
enum class Side : std::uint8_t { departure, arrival };

/// Fixes on the ground beside lift-off or touchdown.
struct Contact {
    std::vector<Position> rolling;      ///< on the runway, at speed
    std::optional<double> course_deg;   ///< while rolling
    std::vector<Position> standing;     ///< elsewhere on the field
};

/// From positions on the ground.
Places find_places_on_ground(const Contact& contact, CivilDate on, const Performance& performance, const AirportTable& airports);

/// From how the aircraft moved when last (first) heard in the air: direction, height, descent (climb), runways ahead (behind).
/// `also` are airports to weigh whatever their distance.
Places find_places_from_air(const Motion& motion, Side side, const Performance& performance, const AirportTable& airports, std::span<const Airport* const> also);

/// Weight of one airport from how the aircraft moved; find_places_from_air() in the small.
double weight_from_air(const Airport& airport, const Motion& motion, Side side, const Performance& performance);

/// Time from there to touchdown (from lift-off to there), seconds: at the speed it would usually take, and the least and the most it may take.
struct FlyingTime {
    double usual_s = 0, least_s = 0, most_s = 0;
};
FlyingTime flying_time(const Airport& airport, const Motion& motion, Side side, const Performance& performance);

}  // namespace flightxref::detail
