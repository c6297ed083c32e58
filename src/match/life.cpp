// SPDX-License-Identifier: BSL-1.0
#include "match/life.hpp"

#include <flightxref/aircraft/type_names.hpp>
#include <flightxref/geo/geodesy.hpp>

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

constexpr double followed_gap_s = 10 * 60;   // a shorter silence in the air hides no landing
constexpr double same_field_km = 8;          // two positions on the ground this near are on one field
constexpr double fastest_on_ground_kt = 100; // a "ground" flag above it is stale or wrong
constexpr double end_margin_s = 15 * 60;     // ground positions this near to a landing or take-off are on its field
constexpr double end_field_km = 12;
constexpr double flap_s = 120;               // a lone ground flag between airborne fixes this near is a flap
constexpr double jump_km = 60, jump_factor = 1.3;  // positions further apart than this can not be one aircraft's
constexpr double speed_margin_kmh = 200;     // tail wind and dive, above the cruise speed of the type
constexpr double unknown_type_kt = 500;      // faster than airliners cruise; military jets are in the type table

bool says_ground(const StateVector& fix) {
    if (fix.on_ground != OnGround::yes) return false;
    return fix.ground_speed_kt.value_or(0) <= fastest_on_ground_kt;
}

// On the runway at speed, or a stale flag in the air: neither the one nor the other.
bool is_rolling(const StateVector& fix) { return fix.on_ground == OnGround::yes && !says_ground(fix); }

void add_track(const Track& track, std::vector<Anchor>& out) {
    out.reserve(out.size() + track.fixes.size());
    const auto& fixes = track.fixes;
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        const StateVector& fix = fixes[i];
        if (fix.source == PositionSource::estimated || is_rolling(fix)) continue;
        Anchor anchor;
        anchor.time = to_epoch_seconds(fix.time);
        anchor.position = fix.position;
        anchor.ground = says_ground(fix);
        if (anchor.ground && i > 0 && i + 1 < fixes.size() && !says_ground(fixes[i - 1]) && !says_ground(fixes[i + 1]) &&
            to_seconds(fixes[i + 1].time - fixes[i - 1].time) < flap_s)
            anchor.ground = false;
        if (!anchor.ground) anchor.altitude_ft = fix.baro_altitude_ft.has_value() ? *fix.baro_altitude_ft : fix.geom_altitude_ft.value_or(anchor.altitude_ft);
        out.push_back(anchor);
    }
}

std::optional<double> moment_of_end(const EndPoint& end) {
    const auto moment = end.estimate ? end.estimate : end.not_before ? end.not_before : end.not_after;
    if (!end.observed || end.kind != EndKind::runway || end.airport.empty() || !moment) return std::nullopt;
    return to_epoch_seconds(*moment);
}

// An end seen at a runway names the airport of the ground positions around it, which may lie between two fields. Formats
// without a ground flag have none; there the end is a ground position of its own.
void add_end(const EndPoint& end, const AirportTable& airports, std::vector<Anchor>& anchors) {
    const auto moment = moment_of_end(end);
    const Airport* airport = moment ? airports.find_code(end.airport) : nullptr;
    if (!airport) return;
    const auto earlier = [](const Anchor& a, double t) { return a.time < t; };
    bool known = false;
    for (auto it = std::lower_bound(anchors.begin(), anchors.end(), *moment - end_margin_s, earlier); it != anchors.end() && it->time <= *moment + end_margin_s; ++it) {
        if (!it->ground || distance_km(it->position, airport->position) > end_field_km) continue;
        it->airport = airport;
        known = true;
    }
    if (known) return;
    Anchor anchor;
    anchor.time = *moment;
    anchor.position = airport->position;
    anchor.ground = true;
    anchor.airport = airport;
    anchors.insert(std::lower_bound(anchors.begin(), anchors.end(), *moment, earlier), anchor);
}

bool same_run(const Anchor& a, const Anchor& b) {
    if (a.ground != b.ground || b.time - a.time > followed_gap_s) return false;
    return !a.ground || distance_km(a.position, b.position) < same_field_km;
}

// The speed the aircraft itself showed, when it was faster than its type is said to be.
double fastest_seen_kt(const AircraftHistory& history) {
    std::vector<float> speeds;
    for (const auto& track : history.tracks)
        for (std::size_t i = 0; i < track->fixes.size(); i += 7)
            if (track->fixes[i].ground_speed_kt.has_value()) speeds.push_back(*track->fixes[i].ground_speed_kt);
    if (speeds.size() < 20) return 0;
    const auto high = speeds.begin() + static_cast<std::ptrdiff_t>(speeds.size() * 98 / 100);
    std::nth_element(speeds.begin(), high, speeds.end());
    return static_cast<double>(*high);
}

}  // namespace

bool Life::heard_near(double begin, double end, double within_s) const {
    const auto it = std::lower_bound(anchors.begin(), anchors.end(), begin - within_s, [](const Anchor& a, double t) { return a.time < t; });
    if (it != anchors.end() && it->time <= end + within_s) return true;
    // inside a run that was followed from before to after
    return it != anchors.begin() && it != anchors.end() && followed[static_cast<std::size_t>(it - anchors.begin()) - 1];
}

bool Life::torn_near(double begin, double end, double within_s) const {
    return std::any_of(jumps.begin(), jumps.end(), [&](double t) { return t > begin - within_s && t < end + within_s; });
}

Life make_life(const AircraftHistory& history, std::span<const Flight> flights, const AirportTable& airports) {
    Life life;
    std::vector<Anchor> all;
    for (const auto& track : history.tracks) add_track(*track, all);
    const Track* shared = nullptr;
    for (const std::uint32_t i : history.flights) {
        const Flight& flight = flights[i];
        if (flight.track && flight.track.get() != shared && history.tracks.empty()) add_track(*flight.track, all);
        shared = flight.track.get();
    }
    std::stable_sort(all.begin(), all.end(), [](const Anchor& a, const Anchor& b) { return a.time < b.time; });
    for (const std::uint32_t i : history.flights) {
        add_end(flights[i].departure, airports, all);
        add_end(flights[i].arrival, airports, all);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool inner = i > 0 && i + 1 < all.size() && same_run(all[i - 1], all[i]) && same_run(all[i], all[i + 1]);
        if (inner) continue;
        if (!life.anchors.empty()) life.followed.push_back(i > 0 && same_run(all[i - 1], all[i]));
        life.anchors.push_back(all[i]);
    }
    const auto facts = facts_of(history.aircraft.type);
    const double cruise = facts && facts->cruise_kt > 0 ? facts->cruise_kt : unknown_type_kt;
    life.speed_kmh = std::max(cruise, fastest_seen_kt(history) - 100) * kmh_per_knot + speed_margin_kmh;
    const bool may_hop = !facts || facts->helicopter || facts->engine == EngineKind::piston || facts->wake == 'L';
    life.shortest_stop_s = may_hop ? 3 * 60 : 12 * 60;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const Anchor &a = all[i - 1], &b = all[i];
        if (distance_km(a.position, b.position) > jump_km + life.speed_kmh * jump_factor * (b.time - a.time) / 3600) life.jumps.push_back(b.time);
    }
    return life;
}

}  // namespace flightxref::detail
