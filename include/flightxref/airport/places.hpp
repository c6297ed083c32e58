// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/airport/place.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace flightxref {

/// How sure it is that somebody at an airport is "in" a place.
enum class Containment : std::uint8_t {
    no,
    likely,  ///< near the city without serving it by name; an airport of a territory of the country; at the edge of a region
    yes,     ///< the airport named; an airport of the city, its metropolis included; of the country; inside the region
};

/// Would an arrival at this airport be an arrival in that place? A city contains the airports that serve it (yes) and other large or medium ones
/// within 60 km of its centre (likely). A place that is not known contains what its country contains, at best `likely`.
Containment containment(const Place& place, const Airport& airport);

inline bool place_contains(const Place& place, const Airport& airport) { return containment(place, airport) != Containment::no; }

/// The airports a place stands for, surest and largest first. With a date, only those open on it. Of a country or region all of them.
std::vector<const Airport*> airports_of(const Place& place, std::optional<CivilDate> on = std::nullopt);

/// From a position to the nearest point of the place, kilometres: 0 inside. Countries are known by their airports and cities only, so a border is good to
/// some 30 km. Empty when it is not known where the place lies.
std::optional<double> distance_km(const Place& place, Position position);

}  // namespace flightxref
