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
    double prior = 1;  ///< the part of the weight that was there before anything was seen of this end: traffic, and whether the aircraft keeps to it
};

/// The airports an end of a flight may have been at, heaviest first, and the weight of "anywhere else".
struct Places {
    std::vector<LikelyPlace> places;
    double elsewhere = 1e-6;

    double total() const;
    const LikelyPlace* find(const Airport* airport) const;
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
Places find_places_on_ground(const Contact& contact, CivilDate on, const Performance& performance, const World& world);

/// From how the aircraft moved when last (first) heard in the air: direction, height, descent (climb), runways ahead (behind).
Places find_places_from_air(const Motion& motion, Side side, const Performance& performance, const World& world);

/// Was it coming down to (climbing away from) the ground within reach of that airport, so that its path alone speaks for it?
bool is_near_ground_path(const Airport& airport, const Motion& motion, Side side, const Performance& performance);

/// Way from there to the runway (from the runway to there), kilometres: straight in when aligned, round the pattern when not.
double path_to_runway_km(const Airport& airport, const Motion& motion, Side side);

/// One airport from how the aircraft moved; find_places_from_air() in the small.
LikelyPlace weigh_from_air(const Airport& airport, const Motion& motion, Side side, const Performance& performance);

/// Time from there to touchdown (from lift-off to there), seconds: at the speed it would usually take, and the least and the most it may take.
struct FlyingTime {
    double usual_s = 0, least_s = 0, most_s = 0;
};
FlyingTime flying_time(const Airport& airport, const Motion& motion, Side side, const Performance& performance);

}  // namespace flightxref::detail
