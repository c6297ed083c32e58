// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/flight/segment.hpp>
#include <flightxref/geo/position.hpp>
#include <flightxref/time/instant.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace flightxref {

class FlightIndex;

/// Where and when aircraft could be heard, learnt from the tracks themselves: cells of half a degree, bands of height, hours.
/// A cell in which something was heard low in some hour would have shown anything else there that transmitted. A cell
/// in which nothing was heard tells nothing: "not seen" is then not "not there".
class Coverage {
  public:
    enum class Band : std::uint8_t { ground, low, middle, high };  ///< on the ground; below 3,000 ft; below 15,000 ft; above

    static constexpr double cell_degrees = 0.5;
    static constexpr std::array<double, 4> band_top_ft{0, 3000, 15000, 1e9};

    /// One cell, by its south-western corner, with what was heard in it.
    struct Cell {
        double south = 0, west = 0;
        std::array<std::size_t, 4> hours{};  ///< by band: in how many different hours something was heard
    };

    Coverage() = default;
    explicit Coverage(const FlightBatch& flights);
    explicit Coverage(const FlightIndex& index);

    /// Learns from one more track.
    void add(const Track& track);

    /// Share of the window's hours in which something was heard within the cells around the point (some 30 km) at or
    /// below the band; an hour counts when it or one of its neighbours was heard. 0 where nothing is known.
    double watched(Position point, Band band, TimeWindow window) const;

    /// Every cell in which anything was heard, from south to north.
    std::vector<Cell> cells() const;

    bool empty() const { return m_hours.empty(); }

    static Band band_of(const StateVector& fix);

  private:
    static std::uint32_t cell_of(Position point);
    bool heard(std::uint32_t cell, Band band, std::int64_t hour) const;

    std::unordered_map<std::uint32_t, std::vector<std::int32_t>> m_hours;  ///< cell and band -> hours since 1970, sorted
};

/// The cells as GeoJSON polygons with the hours heard by band, for a map of what could have been seen.
std::string to_geojson(const Coverage& coverage);

}  // namespace flightxref
