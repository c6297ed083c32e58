// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/core/batch.hpp>

#include <string>

namespace flightxref {

struct ReadAirportsOptions {
    /// Lay the files over the built-in table: their rows replace those of the same code, the others stay. Otherwise the table is theirs alone.
    bool extend_built_in = true;
};

/// Reads OurAirports' airports.csv and runways.csv (quoted CSV, columns found by their names in the first line). The ICAO code is taken from `ident`,
/// or from `gps_code` where ident is no ICAO code. OurAirports has no time zones: `Airport::zone` is that of the built-in airport of that code, else of the nearest
/// one of the same country within 300 km, else empty. A row that can not be used is an Issue; `runways_path` may be empty.
/// Throws IoError when a file can not be read, FormatError when its first line lacks a column that is needed.
Batch<Airport> read_airports(const std::string& airports_path, const std::string& runways_path, const ReadAirportsOptions& options = {});

/// The same as a table with its indexes; the issues are dropped.
AirportTable read_airport_table(const std::string& airports_path, const std::string& runways_path, const ReadAirportsOptions& options = {});

}  // namespace flightxref
