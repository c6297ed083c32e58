// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace flightxref {

enum class PlaceKind : std::uint8_t { airport, city, country, region };

constexpr std::string_view to_string(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::airport: return "airport";
        case PlaceKind::city: return "city";
        case PlaceKind::country: return "country";
        case PlaceKind::region: return "region";
    }
    return "region";
}

/// A place as a text speaks of it.
struct Place {
    std::string text;     ///< the words of the text
    PlaceKind kind = PlaceKind::region;
    std::string name;     ///< the usual English name
    std::string icao;     ///< code of the airport, only when the airport itself is named; may be empty
    std::string city;     ///< may be empty
    std::string country;  ///< ISO 3166 alpha-2; empty for what lies in none or in several

    bool operator==(const Place&) const = default;
};

}  // namespace flightxref
