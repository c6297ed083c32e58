// SPDX-License-Identifier: BSL-1.0
#include <flightxref/match/coverage.hpp>

#include <flightxref/match/candidate.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace flightxref {
namespace {

constexpr std::uint32_t columns = static_cast<std::uint32_t>(360 / Coverage::cell_degrees);
constexpr std::uint32_t rows = static_cast<std::uint32_t>(180 / Coverage::cell_degrees) + 1;
constexpr double around_km = 30;

std::uint32_t cell_key(std::uint32_t row, std::uint32_t column) { return (row * columns + column % columns) * 4; }

std::int32_t hour_of(double since_1970) { return static_cast<std::int32_t>(std::floor(since_1970 / 3600)); }

}  // namespace

std::uint32_t Coverage::cell_of(Position point) {
    const auto row = static_cast<std::uint32_t>((point.latitude() + 90) / cell_degrees);
    const auto column = static_cast<std::uint32_t>((point.longitude() + 180) / cell_degrees);
    return cell_key(std::min(row, rows - 1), column);
}

Coverage::Band Coverage::band_of(const StateVector& fix) {
    if (fix.on_ground == OnGround::yes) return Band::ground;
    const float feet = fix.baro_altitude_ft.has_value() ? *fix.baro_altitude_ft : fix.geom_altitude_ft.value_or(1e6f);
    return static_cast<double>(feet) < band_top_ft[1] ? Band::low : static_cast<double>(feet) < band_top_ft[2] ? Band::middle : Band::high;
}

Coverage::Coverage(const FlightBatch& flights) {
    for (const auto& track : flights.tracks)
        if (track) add(*track);
}

Coverage::Coverage(const FlightIndex& index) {
    for (const AircraftHistory& history : index.aircraft())
        for (const auto& track : history.tracks) add(*track);
}

void Coverage::add(const Track& track) {
    std::uint32_t last_key = ~0u;
    std::int32_t last_hour = 0;
    for (const StateVector& fix : track.fixes) {
        if (fix.source == PositionSource::estimated) continue;
        const std::uint32_t key = cell_of(fix.position) + static_cast<std::uint32_t>(band_of(fix));
        const std::int32_t hour = hour_of(to_epoch_seconds(fix.time));
        if (key == last_key && hour == last_hour) continue;
        std::vector<std::int32_t>& hours = m_hours[key];
        const auto place = std::lower_bound(hours.begin(), hours.end(), hour);
        if (place == hours.end() || *place != hour) hours.insert(place, hour);
        last_key = key;
        last_hour = hour;
    }
}

bool Coverage::heard(std::uint32_t cell, Band band, std::int64_t hour) const {
    for (std::uint32_t b = 0; b <= static_cast<std::uint32_t>(band); ++b) {
        const auto found = m_hours.find(cell + b);
        if (found == m_hours.end()) continue;
        const auto near = std::lower_bound(found->second.begin(), found->second.end(), static_cast<std::int32_t>(hour - 1));
        if (near != found->second.end() && *near <= hour + 1) return true;
    }
    return false;
}

double Coverage::watched(Position point, Band band, TimeWindow window) const {
    if (m_hours.empty() || window.is_null()) return 0;
    const double lat_step = around_km / 111.2, lon_step = around_km / (111.2 * std::max(0.1, std::cos(point.latitude() * 0.017453)));
    std::vector<std::uint32_t> cells;
    for (const double dy : {-lat_step, 0.0, lat_step})
        for (const double dx : {-lon_step, 0.0, lon_step}) {
            double lon = point.longitude() + dx;
            lon = lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
            if (const auto p = Position::from_degrees(std::clamp(point.latitude() + dy, -90.0, 90.0), lon)) cells.push_back(cell_of(*p));
        }
    const std::int64_t first = hour_of(to_epoch_seconds(window.begin())), last = hour_of(to_epoch_seconds(window.end()));
    // More than a month of hours would tell no more and cost time on a window of years.
    if (last - first > 31 * 24) return 0;
    std::size_t watched_hours = 0;
    for (std::int64_t hour = first; hour <= last; ++hour)
        watched_hours += std::any_of(cells.begin(), cells.end(), [&](std::uint32_t cell) { return heard(cell, band, hour); });
    return static_cast<double>(watched_hours) / static_cast<double>(last - first + 1);
}

std::vector<Coverage::Cell> Coverage::cells() const {
    std::map<std::uint32_t, Cell> sorted;
    for (const auto& [key, hours] : m_hours) {
        const std::uint32_t number = key / 4;
        Cell& cell = sorted[number];
        cell.south = number / columns * cell_degrees - 90;
        cell.west = number % columns * cell_degrees - 180;
        cell.hours[key % 4] = hours.size();
    }
    std::vector<Cell> cells;
    for (const auto& [number, cell] : sorted) cells.push_back(cell);
    return cells;
}

std::string to_geojson(const Coverage& coverage) {
    std::string out = "{\"type\":\"FeatureCollection\",\"features\":[";
    bool first = true;
    for (const Coverage::Cell& cell : coverage.cells()) {
        const double n = cell.south + Coverage::cell_degrees, e = cell.west + Coverage::cell_degrees;
        fmt::format_to(std::back_inserter(out),
                       "{}{{\"type\":\"Feature\",\"properties\":{{\"hours_ground\":{},\"hours_below_3000_ft\":{},\"hours_below_15000_ft\":{},\"hours_above\":{}}},"
                       "\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}}",
                       first ? "\n" : ",\n", cell.hours[0], cell.hours[1], cell.hours[2], cell.hours[3], cell.west, cell.south, e, cell.south, e, n, cell.west, n, cell.west, cell.south);
        first = false;
    }
    return out + "\n]}\n";
}

}  // namespace flightxref
