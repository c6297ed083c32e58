// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/place.hpp>
#include <flightxref/geo/position.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// Degrees; west is larger than east where the box lies across the date line.
struct Box {
    double south = 0, west = 0, north = 0, east = 0;
};

/// A row of regions.csv.
struct Region {
    std::string_view name, country;
    std::vector<std::string_view> subdivisions;
    Box box;
};

/// The region a place value means; null when there is none of that name (and country).
const Region* region_of(const Place& place);

/// ISO code of the state a territory belongs to; empty for states.
std::string_view parent_of(std::string_view country);

/// To the nearest airport or city of the country less 15 km, 0 inside; empty for an unknown country.
std::optional<double> distance_to_country_km(std::string_view country, Position position);

}  // namespace flightxref::detail
