// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace flightxref::detail {

/// The IANA zone an abbreviation means ("kst", "EST"), by country where it means several; empty when unknown.
std::string_view zone_of_abbreviation(std::string_view abbreviation, std::string_view country);

/// The abbreviation as the table has it ("KST"), which outlives every text; empty when unknown.
std::string_view known_abbreviation(std::string_view abbreviation);

/// The IANA zone of "moscow" in "Moscow time": folded names of cities, countries, peoples and states; empty when unknown.
std::string_view zone_of_name(std::string_view folded_name);

}  // namespace flightxref::detail
