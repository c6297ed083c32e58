// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace flightxref::detail {

/// What a wording needs beside it to mean the airport.
enum class AirportForm : std::uint8_t {
    full,     ///< nothing: "pyongyang sunan international airport"
    civil,    ///< a word like "airport", "international airport"
    military, ///< a word like "air base", "airfield"
    bare,     ///< nothing, but it may mean other things too: "vnukovo", "andrews"
    bare_base, ///< as bare, of a military field: "ramstein"
};

/// A wording for an airport, folded.
struct AirportName {
    std::string words;
    AirportForm form = AirportForm::full;
};

/// The wordings that the official name gives: "Pyongyang Sunan International Airport" -> itself, "pyongyang sunan" and "sunan" with a word like "airport",
/// "sunan" bare. A bare name that is only the city's own is left out.
std::vector<AirportName> airport_names(const Airport& airport);

/// A word that may stand between the name of an airport and its last word, or be that last word.
struct AirportWord {
    bool modifies = false;  ///< "international", "air", "military"
    bool ends = false;      ///< "airport", "airfield", "airbase"
    bool ends_after_modifier = false;  ///< "base", "station", "field"
    bool military = false;
};

/// What a folded word is; all false for any other.
AirportWord airport_word(std::string_view word);

}  // namespace flightxref::detail
