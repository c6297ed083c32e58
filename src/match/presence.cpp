// SPDX-License-Identifier: BSL-1.0
#include "match/presence.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

constexpr double longest_window_s = 36 * 3600;  // over more time somebody always missed something
constexpr std::size_t most_airports = 12;       // a country can not be watched through a few receivers
constexpr double before_and_after_s = 15 * 60;  // clocks in articles are rounded

/// Was every airport of the place heard from, on the ground or close to it, in all hours of the window?
bool watched_throughout(const PlaceSet& place, const Statement& s, const Coverage& coverage) {
    if (!place.known() || place.airports.size() + place.doubtful.size() > most_airports) return false;
    const TimeWindow window = make_window(from_epoch_seconds(s.begin - before_and_after_s), from_epoch_seconds(s.end + before_and_after_s));
    const auto watched = [&](const Airport* airport) {
        // The fields of a city that nobody uses are covered by whoever hears the low traffic of the others.
        return coverage.watched(airport->position, Coverage::Band::low, window) >= 1;
    };
    const bool ground_heard = std::any_of(place.airports.begin(), place.airports.end(), [&](const Airport* a) { return coverage.watched(a->position, Coverage::Band::ground, window) >= 1; });
    return ground_heard && std::all_of(place.airports.begin(), place.airports.end(), watched) && std::all_of(place.doubtful.begin(), place.doubtful.end(), watched);
}

bool may_be_of_kind(const StatedAircraft& who, const AircraftHistory& history, const FlightIndex& index) {
    const auto excluded = [&](const Flight& flight) {
        const WhoFit fit = fit_who(who, flight, history);
        return fit.type == Fit::disagrees || (fit.type == Fit::unknown && !fit.related_type && fit.op == Fit::disagrees);
    };
    if (history.flights.empty()) {
        Flight silent;
        silent.aircraft = history.aircraft;
        return !excluded(silent);
    }
    return std::any_of(history.flights.begin(), history.flights.end(), [&](std::uint32_t i) { return !excluded(index.flights()[i]); });
}

/// The end of the movement that the time speaks of.
const PlaceSet* timed_place(const Statement& s) {
    switch (s.event) {
        case ClaimEvent::depart: return s.origin;
        case ClaimEvent::arrive:
        case ClaimEvent::stop:
        case ClaimEvent::divert:
        case ClaimEvent::on_ground:
        case ClaimEvent::visit: return s.destination;
        default: return nullptr;
    }
}

}  // namespace

const std::vector<std::size_t>& Scene::aircraft_of_kind(const StatedAircraft& who) {
    const auto [known, fresh] = m_kinds.try_emplace(who.type.text() + '|' + who.type_words + '|' + who.operator_words);
    const auto aircraft = index.aircraft();
    for (std::size_t i = 0; fresh && i < aircraft.size(); ++i)
        if (may_be_of_kind(who, aircraft[i], index)) known->second.push_back(i);
    return known->second;
}

bool is_absent(const Statement& s, Scene& scene) {
    const PlaceSet* place = timed_place(s);
    const auto movement = s.movement();
    if (!place || !movement || !s.timed || s.end - s.begin > longest_window_s) return false;
    const TimeWindow covered = scene.index.covered();
    if (s.begin < to_epoch_seconds(covered.begin()) || s.end > to_epoch_seconds(covered.end())) return false;
    if (!watched_throughout(*place, s, scene.coverage())) return false;
    for (const std::size_t i : scene.aircraft_of_kind(s.who)) {
        const Life& life = scene.life(i);
        if (life.empty() || life.torn_near(s.begin, s.end, longest_window_s) || scene.index.aircraft()[i].overlapping) return false;
        if (may_have_made(life, *movement)) return false;
    }
    return true;
}

}  // namespace flightxref::detail
