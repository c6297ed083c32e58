// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/core/sparse.hpp>
#include <flightxref/geo/position.hpp>
#include <flightxref/time/instant.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref {

/// OurAirports' classes.
enum class AirportSize : std::uint8_t { large, medium, small, heliport, seaplane_base, closed };

/// One runway with the two points where its surface begins and ends.
struct Runway {
    std::string name;             ///< "17/35"
    Position low_end, high_end;   ///< thresholds of the first and the second designator in `name`
    double length_m = 0;
    double width_m = 0;           ///< 0 when not known
};

/// An aerodrome. Codes are those of `code` from `opened` to `closed`.
struct Airport {
    std::string code;             ///< ICAO code, or the national identifier where it has none ("88NV"); unique in a table
    std::string iata;             ///< may be empty
    std::string name;             ///< "Pyongyang Sunan International Airport"
    std::string city;             ///< the city it serves, "Pyongyang"
    std::string country;          ///< ISO 3166 alpha-2
    Position position;            ///< reference point
    Sparse<float> elevation_ft;   ///< above mean sea level
    std::string zone;             ///< IANA
    AirportSize size = AirportSize::small;
    std::optional<CivilDate> opened, closed;             ///< first day with, first day without traffic under this code
    std::vector<Runway> runways;                         ///< longest first; may be empty
    std::string subdivision;                             ///< ISO 3166-2 of the state or province ("US-NV"); may be empty
};

/// An airport with its distance from some point.
struct NearAirport {
    const Airport* airport = nullptr;
    double distance_km = 0;       ///< to the reference point
};

/// Airports with indexes by code, city and place. Immutable once made, safe to share between threads.
class AirportTable {
  public:
    /// The table that comes with the library: some 35,000 airports and airfields, facts from OurAirports (see src/reference/LICENSES.md).
    static const AirportTable& built_in();

    explicit AirportTable(std::vector<Airport> airports);
    ~AirportTable();
    AirportTable(AirportTable&&) noexcept;
    AirportTable& operator=(AirportTable&&) noexcept;

    std::span<const Airport> airports() const;

    /// By ICAO code (also one since replaced: HSSS) or national identifier, in either case; null when unknown.
    const Airport* find_code(std::string_view code) const;

    /// By IATA code as it was used on that day (IST was LTBA until 2019-04-05, LTFM since); null when unknown.
    const Airport* find_iata(std::string_view iata, CivilDate on) const;

    /// Airports whose reference point lies within the radius, nearest first. With a date, only those open on it.
    std::vector<NearAirport> near(Position position, double radius_km, std::optional<CivilDate> on = std::nullopt) const;

    /// Airports that serve a city, largest first. Names are compared without case and diacritics.
    std::vector<const Airport*> serving(std::string_view city, std::string_view country) const;

  private:
    struct Index;
    std::unique_ptr<const Index> m_index;
};

/// Was the airport in use under its code on that day? One that is closed without a known date counts as closed.
inline bool is_open(const Airport& airport, CivilDate on) {
    if (airport.size == AirportSize::closed && !airport.closed) return false;
    return (!airport.opened || *airport.opened <= on) && (!airport.closed || on < *airport.closed);
}

}  // namespace flightxref
