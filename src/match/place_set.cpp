// SPDX-License-Identifier: BSL-1.0
#include "match/place_set.hpp"

#include <flightxref/airport/gazetteer.hpp>
#include <flightxref/airport/places.hpp>
#include <flightxref/geo/geodesy.hpp>

#include <algorithm>

namespace flightxref::detail {
namespace {

// An off-airport landing this near to a city's airport is a landing in the city for a newspaper.
constexpr double off_airport_km = 25;

void sort_unique(std::vector<const Airport*>& airports) {
    std::sort(airports.begin(), airports.end());
    airports.erase(std::unique(airports.begin(), airports.end()), airports.end());
}

bool has(const std::vector<const Airport*>& sorted, const Airport* airport) { return std::binary_search(sorted.begin(), sorted.end(), airport); }

bool for_aeroplanes(const Airport& airport) { return airport.size != AirportSize::heliport && airport.size != AirportSize::seaplane_base; }

std::string key_of(const Place& place) {
    return std::string(to_string(place.kind)) + '|' + place.icao + '|' + place.city + '|' + place.country + '|' + place.name;
}

}  // namespace

bool PlaceSet::contains(const Airport* airport) const { return airport && has(airports, airport); }
bool PlaceSet::may_contain(const Airport* airport) const { return airport && (has(airports, airport) || has(doubtful, airport)); }

const PlaceSet& PlaceBook::of(const Place& place) {
    std::string key = key_of(place);
    const auto known = m_known.find(key);
    if (known != m_known.end()) return known->second;
    return m_known.emplace(std::move(key), look_up(place)).first->second;
}

PlaceSet PlaceBook::look_up(const Place& place) {
    PlaceSet set;
    set.words = !place.name.empty() ? place.name : place.text;
    set.kind = place.kind;
    set.country = place.country;
    const auto add = [&](const Airport& airport) {
        if (!for_aeroplanes(airport)) return;
        const Containment how = containment(place, airport);
        if (how == Containment::yes) set.airports.push_back(&airport);
        else if (how == Containment::likely) set.doubtful.push_back(&airport);
    };
    // The gazetteer knows a place's airports in the built-in table; of another table each is asked. A city it does not know
    // has the airports that are said to serve it.
    const bool unknown_city = place.kind == PlaceKind::city && !Gazetteer::built_in().entry_of(place);
    if (&m_table == &AirportTable::built_in() && unknown_city)
        for (const Airport* airport : m_table.serving(place.city.empty() ? place.name : place.city, place.country)) add(*airport);
    else if (&m_table == &AirportTable::built_in())
        for (const Airport* airport : airports_of(place)) add(*airport);
    else
        for (const Airport& airport : m_table.airports()) add(airport);
    sort_unique(set.airports);
    sort_unique(set.doubtful);
    return set;
}

PlaceFit PlaceBook::fit(const PlaceSet& place, const EndPoint& end) const {
    PlaceFit fit;
    fit.observed = end.observed;
    if (!place.known()) return fit;
    const auto add = [&](const Airport* airport, double probability) {
        if (!airport) return;
        if (place.contains(airport)) fit.inside += probability;
        else fit.rival = std::max(fit.rival, probability);
        if (!place.may_contain(airport)) fit.outside += probability;
    };
    if (!end.airport.empty() && end.observed) {
        add(m_table.find_code(end.airport), 1);
    } else if (end.kind == EndKind::off_airport && end.place) {
        double nearest = 1e9;
        for (const Airport* airport : place.airports) nearest = std::min(nearest, distance_km(airport->position, *end.place));
        if (nearest > off_airport_km && place.kind != PlaceKind::country) fit.outside = 1;
        else if (place.kind == PlaceKind::city && nearest <= off_airport_km) fit.inside = 1;
    } else if (!end.candidates.empty()) {
        for (const AirportCandidate& candidate : end.candidates) add(m_table.find_code(candidate.airport), candidate.probability);
    } else if (!end.airport.empty()) {
        add(m_table.find_code(end.airport), 0.95);
    }
    return fit;
}

}  // namespace flightxref::detail
