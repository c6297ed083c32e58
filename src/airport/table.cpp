// SPDX-License-Identifier: BSL-1.0
#include <flightxref/airport/airport.hpp>
#include <flightxref/geo/geodesy.hpp>

#include <airport/fold.hpp>
#include <airport/rows.hpp>
#include <reference/table.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace flightxref {
namespace {

constexpr int columns = 360, rows = 180;
constexpr double km_per_degree = 111.195;  // of latitude, on the sphere of distance_km()

int row_of(double latitude) { return std::clamp(static_cast<int>(std::floor(latitude + 90.0)), 0, rows - 1); }

/// Column of any longitude, also beyond +-180.
int column_of(double longitude) {
    const int column = static_cast<int>(std::floor(longitude + 180.0)) % columns;
    return column < 0 ? column + columns : column;
}

/// Codes are looked up in upper case; anything longer than a code can be is none.
std::string_view upper(std::string_view code, std::array<char, 16>& buffer) {
    if (code.size() > buffer.size()) return {};
    for (std::size_t i = 0; i < code.size(); ++i) buffer[i] = code[i] >= 'a' && code[i] <= 'z' ? static_cast<char>(code[i] - ('a' - 'A')) : code[i];
    return {buffer.data(), code.size()};
}

double longest_runway_m(const Airport& airport) { return airport.runways.empty() ? 0.0 : airport.runways.front().length_m; }

bool covers(const detail::CodeUse& use, CivilDate on) { return (!use.from || *use.from <= on) && (!use.to || on < *use.to); }

auto uses_of(std::string_view printed) { return std::ranges::equal_range(detail::code_history(), printed, {}, &detail::CodeUse::printed); }

}  // namespace

struct AirportTable::Index {
    std::vector<Airport> airports;
    std::unordered_map<std::string_view, std::uint32_t> by_code;
    std::unordered_multimap<std::string_view, std::uint32_t> by_iata;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_city;  // "xx folded name", xx the country
    std::vector<std::uint32_t> cell_begin, in_cell;                       // airports of cell c: in_cell[cell_begin[c] .. cell_begin[c + 1])

    explicit Index(std::vector<Airport> list) : airports(std::move(list)) {
        by_code.reserve(airports.size());
        for (std::uint32_t i = 0; i < airports.size(); ++i) {
            Airport& airport = airports[i];
            std::ranges::stable_sort(airport.runways, std::ranges::greater{}, &Runway::length_m);
            by_code.emplace(airport.code, i);
            if (!airport.iata.empty()) by_iata.emplace(airport.iata, i);
        }
        index_cities();
        index_cells();
    }

    static std::string city_key(std::string_view city, std::string_view country) {
        std::string key = detail::fold_name(city);
        key.insert(0, std::string(country) + ' ');
        return key;
    }

    void index_cities() {
        by_city.reserve(airports.size());
        std::string key;
        for (std::uint32_t i = 0; i < airports.size(); ++i) {
            if (airports[i].city.empty()) continue;
            detail::fold_name(airports[i].city, key);
            key.insert(0, airports[i].country + ' ');
            by_city[key].push_back(i);
        }
        // Airports of a metropolis that lie in a place with a name of its own.
        detail::for_each_row(detail::builtin_table("city_airports"), [&](const std::vector<std::string_view>& row) {
            for (const std::string_view code : detail::split_list(row[2])) {
                const auto airport = by_code.find(code);
                if (airport == by_code.end()) continue;
                auto& list = by_city[city_key(row[0], row[1])];
                if (std::ranges::find(list, airport->second) == list.end()) list.push_back(airport->second);
            }
        });
        for (auto& [city, list] : by_city)
            std::ranges::stable_sort(list, {}, [&](std::uint32_t i) { return std::pair(airports[i].size, -longest_runway_m(airports[i])); });
    }

    std::size_t cell_of(Position p) const { return static_cast<std::size_t>(row_of(p.latitude()) * columns + column_of(p.longitude())); }

    void index_cells() {
        cell_begin.assign(rows * columns + 1, 0);
        in_cell.resize(airports.size());
        for (const Airport& airport : airports) ++cell_begin[cell_of(airport.position) + 1];
        for (std::size_t c = 1; c < cell_begin.size(); ++c) cell_begin[c] += cell_begin[c - 1];
        std::vector<std::uint32_t> next(cell_begin.begin(), cell_begin.end() - 1);
        for (std::uint32_t i = 0; i < airports.size(); ++i) in_cell[next[cell_of(airports[i].position)]++] = i;
    }

    const Airport* at(std::string_view code) const {
        const auto found = by_code.find(code);
        return found == by_code.end() ? nullptr : &airports[found->second];
    }
};

AirportTable::AirportTable(std::vector<Airport> airports) : m_index(std::make_unique<const Index>(std::move(airports))) {}
AirportTable::~AirportTable() = default;
AirportTable::AirportTable(AirportTable&&) noexcept = default;
AirportTable& AirportTable::operator=(AirportTable&&) noexcept = default;

const AirportTable& AirportTable::built_in() {
    static const AirportTable table(detail::make_built_in_airports());
    return table;
}

std::span<const Airport> AirportTable::airports() const { return m_index->airports; }

const Airport* AirportTable::find_code(std::string_view code) const {
    std::array<char, 16> buffer;
    const std::string_view key = upper(code, buffer);
    if (const Airport* airport = m_index->at(key)) return airport;
    if (key.size() != 4) return nullptr;
    for (const detail::CodeUse& use : uses_of(key))
        if (const Airport* airport = m_index->at(use.code)) return airport;
    return nullptr;
}

const Airport* AirportTable::find_iata(std::string_view iata, CivilDate on) const {
    std::array<char, 16> buffer;
    const std::string_view key = upper(iata, buffer);
    bool has_history = false;
    for (const detail::CodeUse& use : uses_of(key)) {
        const Airport* airport = m_index->at(use.code);
        if (airport && covers(use, on)) return airport;
        has_history = has_history || airport;
    }
    if (has_history || key.empty()) return nullptr;
    const Airport* best = nullptr;
    for (auto [at, end] = m_index->by_iata.equal_range(key); at != end; ++at) {
        const Airport& airport = m_index->airports[at->second];
        if (is_open(airport, on) && (!best || std::pair(airport.size, std::string_view(airport.code)) < std::pair(best->size, std::string_view(best->code))))
            best = &airport;
    }
    return best;
}

std::vector<NearAirport> AirportTable::near(Position position, double radius_km, std::optional<CivilDate> on) const {
    std::vector<NearAirport> found;
    if (!(radius_km >= 0)) return found;
    const double reach = radius_km / km_per_degree + 1e-6;  // degrees of arc
    const double south = position.latitude() - reach, north = position.latitude() + reach;
    // The widest circle of longitude touches where cos(latitude) and arc meet; over a pole it is all of them.
    double half_width = 180.0;
    if (south > -90.0 && north < 90.0) {
        const double sine = std::sin(to_radians(reach)) / std::cos(to_radians(position.latitude()));
        if (sine < 1.0) half_width = to_degrees(std::asin(sine)) + 1e-6;
    }
    const int first_column = static_cast<int>(std::floor(position.longitude() - half_width));
    const int width = std::min(columns, static_cast<int>(std::floor(position.longitude() + half_width)) - first_column + 1);
    for (int row = row_of(std::max(south, -90.0)); row <= row_of(std::min(north, 90.0)); ++row) {
        for (int i = 0; i < width; ++i) {
            const auto cell = static_cast<std::size_t>(row * columns + column_of(first_column + i));
            for (std::uint32_t k = m_index->cell_begin[cell]; k < m_index->cell_begin[cell + 1]; ++k) {
                const Airport& airport = m_index->airports[m_index->in_cell[k]];
                if (airport.position.latitude() < south || airport.position.latitude() > north) continue;  // sooner said than the distance
                if (on && !is_open(airport, *on)) continue;
                const double distance = distance_km(position, airport.position);
                if (distance <= radius_km) found.push_back({&airport, distance});
            }
        }
    }
    std::ranges::sort(found, {}, [](const NearAirport& n) { return std::tuple(n.distance_km, n.airport); });
    return found;
}

std::vector<const Airport*> AirportTable::serving(std::string_view city, std::string_view country) const {
    std::vector<const Airport*> found;
    const auto list = m_index->by_city.find(Index::city_key(city, country));
    if (list == m_index->by_city.end()) return found;
    for (const std::uint32_t i : list->second) found.push_back(&m_index->airports[i]);
    return found;
}

}  // namespace flightxref
