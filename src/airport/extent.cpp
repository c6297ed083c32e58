// SPDX-License-Identifier: BSL-1.0
#include <flightxref/airport/airport.hpp>
#include <flightxref/airport/gazetteer.hpp>
#include <flightxref/geo/geodesy.hpp>

#include <airport/fold.hpp>
#include <airport/places.hpp>
#include <airport/rows.hpp>
#include <reference/table.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>

namespace flightxref::detail {
namespace {

struct Regions {
    std::vector<Region> list;
    std::unordered_multimap<std::string, std::size_t> by_name;

    Regions() {
        for_each_row(builtin_table("regions"), [&](const std::vector<std::string_view>& row) {
            const auto degrees = [&](std::size_t column) { return parse_number(row[column]).value_or(0); };
            by_name.emplace(fold_name(row[0]), list.size());
            for (const std::string_view name : split_list(row[1])) by_name.emplace(fold_name(name), list.size());
            list.push_back({row[0], row[2], split_list(row[3]), {degrees(5), degrees(6), degrees(7), degrees(8)}});
        });
    }
};

}  // namespace

const Region* region_of(const Place& place) {
    static const Regions regions;
    for (const std::string_view name : {std::string_view(place.name), std::string_view(place.text)}) {
        if (name.empty()) continue;
        auto [at, end] = regions.by_name.equal_range(fold_name(name));
        for (; at != end; ++at) {
            const Region& region = regions.list[at->second];
            if (place.country.empty() || region.country.empty() || region.country == place.country) return &region;
        }
    }
    return nullptr;
}

std::string_view parent_of(std::string_view country) {
    static const std::unordered_map<std::string_view, std::string_view> parents = [] {
        std::unordered_map<std::string_view, std::string_view> map;
        for_each_row(builtin_table("countries"), [&](const std::vector<std::string_view>& row) { map.emplace(row[0], row[6]); });
        return map;
    }();
    const auto at = parents.find(country);
    return at == parents.end() ? std::string_view{} : at->second;
}

std::optional<double> distance_to_country_km(std::string_view country, Position position) {
    const GazetteerEntry* entry = Gazetteer::built_in().country(country);
    if (!entry) return std::nullopt;
    constexpr double hinterland_km = 15.0;
    // Most questions are asked of places nearby: widen the look-up step by step.
    const AirportTable& table = AirportTable::built_in();
    for (const double radius : {60.0, 300.0, 1500.0}) {
        const auto near = table.near(position, radius);
        const auto same = std::ranges::find(near, country, [](const NearAirport& n) { return std::string_view(n.airport->country); });
        if (same == near.end()) continue;
        // Inside, where no other country's field is nearer.
        return same == near.begin() ? std::max(0.0, same->distance_km - 4 * hinterland_km) : std::max(0.0, same->distance_km - hinterland_km);
    }
    double nearest = 1e9;
    for (const Airport& airport : table.airports())
        if (airport.country == country) nearest = std::min(nearest, distance_km(airport.position, position));
    if (nearest < 1e9) return std::max(0.0, nearest - hinterland_km);
    return std::max(0.0, distance_km(entry->centre, position) - static_cast<double>(entry->extent_km));
}

}  // namespace flightxref::detail
