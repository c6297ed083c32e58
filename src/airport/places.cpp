// SPDX-License-Identifier: BSL-1.0
#include <flightxref/airport/gazetteer.hpp>
#include <flightxref/airport/places.hpp>
#include <flightxref/geo/geodesy.hpp>

#include <airport/fold.hpp>
#include <airport/places.hpp>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

namespace flightxref {
namespace {

constexpr double near_city_km = 60.0;

bool is_aerodrome(const Airport& airport) { return airport.size <= AirportSize::medium || airport.size == AirportSize::closed; }

/// A territory lies in its state, and is not quite what is meant by it.
Containment in_country(std::string_view country, const Airport& airport) {
    if (airport.country == country) return Containment::yes;
    return detail::parent_of(airport.country) == country ? Containment::likely : Containment::no;
}

Containment in_city(const Place& place, const Airport& airport) {
    const std::string_view city = place.city.empty() ? std::string_view(place.name) : std::string_view(place.city);
    const auto serving = AirportTable::built_in().serving(city, place.country);
    const GazetteerEntry* entry = Gazetteer::built_in().entry_of(place);
    // Towns of one name in one country ("Springfield") are told apart by where they lie.
    const bool far = entry && distance_km(entry->centre, airport.position) > 2 * near_city_km;
    if (!far && std::ranges::any_of(serving, [&](const Airport* a) { return a->code == airport.code; })) return Containment::yes;
    if (!far && airport.country == place.country && detail::fold_name(airport.city) == detail::fold_name(city)) return Containment::yes;
    if (!entry) return Containment::no;
    const double distance = distance_km(entry->centre, airport.position);
    if (distance <= static_cast<double>(entry->extent_km) && airport.country == place.country) return Containment::yes;
    return is_aerodrome(airport) && distance <= near_city_km ? Containment::likely : Containment::no;
}

/// Is the point inside the region's box, and how far outside?
double outside_km(const detail::Box& box, Position p) {
    double longitude = p.longitude();
    const double east = box.east < box.west ? box.east + 360 : box.east;
    if (longitude < box.west && longitude + 360 <= east) longitude += 360;
    // The nearer of both edges, over the date line too.
    double clamped = std::clamp(longitude, box.west, east);
    if (clamped != longitude) {
        const double to_west = std::min(std::abs(box.west - longitude), 360 - std::abs(box.west - longitude));
        const double to_east = std::min(std::abs(east - longitude), std::abs(360 - std::abs(east - longitude)));
        clamped = to_west < to_east ? box.west : east;
    }
    if (clamped > 180) clamped -= 360;
    const auto nearest = Position::from_degrees(std::clamp(p.latitude(), box.south, box.north), clamped);
    return nearest ? distance_km(p, *nearest) : 0.0;
}

Containment in_region(const Place& place, const Airport& airport) {
    const detail::Region* region = detail::region_of(place);
    if (!region) return place.country.empty() ? Containment::no : std::min(in_country(place.country, airport), Containment::likely);
    if (!region->subdivisions.empty() && !airport.subdivision.empty() && airport.subdivision != "-")
        return std::ranges::find(region->subdivisions, std::string_view(airport.subdivision)) != region->subdivisions.end() ? Containment::yes : Containment::no;
    if (!region->country.empty() && airport.country != region->country) return Containment::no;
    const double outside = outside_km(region->box, airport.position);
    if (outside == 0) return region->subdivisions.empty() ? Containment::likely : Containment::yes;
    return outside < 50 ? Containment::likely : Containment::no;
}

}  // namespace

Containment containment(const Place& place, const Airport& airport) {
    switch (place.kind) {
        case PlaceKind::airport: {
            if (!place.icao.empty()) {
                const Airport* named = AirportTable::built_in().find_code(place.icao);
                return place.icao == airport.code || (named && named->code == airport.code) ? Containment::yes : Containment::no;
            }
            const GazetteerEntry* entry = Gazetteer::built_in().entry_of(place);
            if (entry) return entry->icao == airport.code ? Containment::yes : Containment::no;
            // An airport the gazetteer does not know: somewhere at its city.
            return place.city.empty() ? Containment::no : std::min(in_city(place, airport), Containment::likely);
        }
        case PlaceKind::city: return in_city(place, airport);
        case PlaceKind::country: return in_country(place.country, airport);
        case PlaceKind::region: return in_region(place, airport);
    }
    return Containment::no;
}

std::vector<const Airport*> airports_of(const Place& place, std::optional<CivilDate> on) {
    struct Ranked {
        Containment in;
        const Airport* airport;
    };
    std::vector<Ranked> found;
    const auto consider = [&](const Airport& airport) {
        if (on && !is_open(airport, *on)) return;
        const Containment in = containment(place, airport);
        if (in != Containment::no) found.push_back({in, &airport});
    };
    const AirportTable& table = AirportTable::built_in();
    const bool local = place.kind == PlaceKind::airport || place.kind == PlaceKind::city;
    if (place.kind == PlaceKind::airport && !place.icao.empty()) {
        if (const Airport* airport = table.find_code(place.icao)) consider(*airport);
    } else if (const GazetteerEntry* entry = local ? Gazetteer::built_in().entry_of(place) : nullptr) {
        for (const NearAirport& near : table.near(entry->centre, 2 * near_city_km)) consider(*near.airport);
    } else {
        for (const Airport& airport : table.airports()) consider(airport);
    }
    std::ranges::sort(found, {}, [](const Ranked& r) {
        return std::tuple(r.in == Containment::likely, r.airport->size, r.airport->runways.empty() ? 0.0 : -r.airport->runways.front().length_m, std::string_view(r.airport->code));
    });
    std::vector<const Airport*> airports;
    for (const Ranked& r : found) airports.push_back(r.airport);
    return airports;
}

std::optional<double> distance_km(const Place& place, Position position) {
    if (place.kind == PlaceKind::region)
        if (const detail::Region* region = detail::region_of(place)) return outside_km(region->box, position);
    if (place.kind == PlaceKind::country || place.kind == PlaceKind::region) return detail::distance_to_country_km(place.country, position);
    if (!place.icao.empty())
        if (const Airport* airport = AirportTable::built_in().find_code(place.icao)) return std::max(0.0, distance_km(airport->position, position) - 3.0);
    const GazetteerEntry* entry = Gazetteer::built_in().entry_of(place);
    if (!entry) return std::nullopt;
    return std::max(0.0, distance_km(entry->centre, position) - static_cast<double>(entry->extent_km));
}

}  // namespace flightxref
