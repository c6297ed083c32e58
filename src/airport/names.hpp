// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>

#include <string>
#include <vector>

namespace flightxref::detail {

/// A wording for an airport.
struct AirportName {
    std::string words;
    bool bare = false;  ///< without a word like "airport" or "base": "Vnukovo", "Andrews"
};

/// The wordings that the official name gives: "Pyongyang Sunan International Airport" -> "Pyongyang Sunan airport", "Sunan International Airport",
/// "Sunan airport", "Sunan". A bare name that is only the city's own is left out.
std::vector<AirportName> airport_names(const Airport& airport);

}  // namespace flightxref::detail
