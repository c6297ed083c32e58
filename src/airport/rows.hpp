// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>

#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// "-12.75" -> number; empty when anything but a finite number is in the field.
inline std::optional<double> parse_number(std::string_view field) {
    double value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc{} || end != field.data() + field.size() || !(value >= -1e15 && value <= 1e15)) return std::nullopt;
    return value;
}

/// "2019-04-06" -> date; empty when it is none.
std::optional<CivilDate> parse_date(std::string_view field);

/// "large" or OurAirports' "large_airport"; empty for a word that is no class.
std::optional<AirportSize> parse_size(std::string_view word);

/// A row of code_history.csv: `printed` meant the airport `code` on days from `from` (or always) to before `to`.
struct CodeUse {
    std::string_view printed, code;
    std::optional<CivilDate> from, to;
};

/// All rows of code_history.csv, sorted by `printed`.
const std::vector<CodeUse>& code_history();

/// airports.csv and airfields.csv with runways.csv, airports_by_hand.csv laid over them.
std::vector<Airport> make_built_in_airports();

}  // namespace flightxref::detail
