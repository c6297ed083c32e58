// SPDX-License-Identifier: BSL-1.0
#include "match/passage.hpp"

#include <flightxref/airport/places.hpp>
#include <flightxref/geo/geodesy.hpp>

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

constexpr double border_km = 30;         // what is known of borders is no better
constexpr double town_km = 60;           // "over Homs", "near Tartus"
constexpr double path_slack_km = 25;
constexpr double margin_s = 10 * 60;
constexpr double heard_nearby_s = 12 * 3600;
constexpr double inside_km = 60;         // way flown inside a country that no border error explains away
constexpr double full_turns_deg = 500;   // more than any approach or reversal takes
constexpr std::size_t most_fixes = 4000; // of one claim; a window of weeks is looked at more coarsely

struct Passage {
    bool inside = false, possible = false, heard = false;
    std::size_t track = 0, first = 0, last = 0;  // the fixes that show it
};

double distance_of(const Place& place, Position position) {
    const auto km = distance_km(place, position);
    if (!km) return 0;
    const bool spot = place.kind == PlaceKind::airport || place.kind == PlaceKind::city;
    return std::max(0.0, *km - (spot ? town_km : 0));
}

/// How far a turn goes on in one direction: the largest sum of heading changes.
double turned_deg(std::span<const StateVector> fixes) {
    double left = 0, right = 0, most = 0;
    for (std::size_t i = 1; i < fixes.size(); ++i) {
        if (!fixes[i].track_deg.has_value() || !fixes[i - 1].track_deg.has_value()) continue;
        double change = std::fmod(static_cast<double>(*fixes[i].track_deg) - static_cast<double>(*fixes[i - 1].track_deg) + 540, 360) - 180;
        if (to_seconds(fixes[i].time - fixes[i - 1].time) > 180) change = 0;
        right = std::max(0.0, right + change);
        left = std::max(0.0, left - change);
        most = std::max({most, left, right});
    }
    return most;
}

bool shown(const Statement& s, const Place& place, std::span<const StateVector> fixes) {
    switch (s.event) {
        case ClaimEvent::circle: return turned_deg(fixes) >= full_turns_deg;
        case ClaimEvent::last_seen:
        case ClaimEvent::first_seen: return true;
        default: break;
    }
    const bool spot = place.kind == PlaceKind::airport || place.kind == PlaceKind::city;
    double way = 0;
    for (std::size_t i = 1; i < fixes.size(); ++i) way += distance_km(fixes[i - 1].position, fixes[i].position);
    return fixes.size() >= 3 && (spot || way >= inside_km);
}

Passage look(const Statement& s, const Place& place, const Track& track, double speed_kmh, double begin, double end) {
    Passage p;
    const auto& fixes = track.fixes;
    const auto earlier = [](const StateVector& fix, Instant t) { return fix.time < t; };
    auto from = std::lower_bound(fixes.begin(), fixes.end(), from_epoch_seconds(begin), earlier);
    auto to = std::lower_bound(from, fixes.end(), from_epoch_seconds(end), earlier);
    if (from != fixes.begin()) --from;
    if (to != fixes.end()) ++to;
    const std::size_t count = static_cast<std::size_t>(to - from), step = count / most_fixes + 1;
    std::optional<double> last_km, last_time;
    std::size_t run = 0;
    bool in_run = false;
    const auto close_run = [&](std::size_t stop) {
        if (!in_run) return;
        in_run = false;
        const std::span<const StateVector> inside(fixes.data() + run, stop - run);
        if (!p.inside && shown(s, place, inside)) p.inside = true, p.first = run, p.last = stop;
    };
    for (std::size_t i = static_cast<std::size_t>(from - fixes.begin()); i < static_cast<std::size_t>(to - fixes.begin()); i += step) {
        const StateVector& fix = fixes[i];
        const double t = to_epoch_seconds(fix.time), km = distance_of(place, fix.position);
        const double reach = last_time ? speed_kmh * (t - *last_time) / 3600 : speed_kmh * (t - begin) / 3600;
        if ((last_km ? *last_km + km : km) <= std::max(0.0, reach) + 2 * (path_slack_km + border_km)) p.possible = true;
        p.heard |= t > begin - heard_nearby_s && t < end + heard_nearby_s;
        const bool inside = km <= 0 && fix.on_ground != OnGround::yes && t >= begin && t <= end;
        if (inside && !in_run) run = i, in_run = true;
        if (!inside) close_run(i);
        last_km = km;
        last_time = t;
    }
    close_run(static_cast<std::size_t>(to - fixes.begin()));
    if (!last_time || (*last_time < end && *last_km <= speed_kmh * (end - *last_time) / 3600 + path_slack_km + border_km)) p.possible = true;
    return p;
}

std::optional<std::size_t> flight_at(const Scene& scene, std::size_t aircraft, const Track& track, std::size_t fix) {
    for (const std::uint32_t number : scene.index.aircraft()[aircraft].flights) {
        const Flight& flight = scene.flight(number);
        if (flight.track.get() == &track && flight.first_fix <= fix && fix < flight.end_fix) return number;
    }
    return std::nullopt;
}

/// For a signal lost or regained the run must be where the flight's own track ends or begins.
bool at_the_right_end(const Statement& s, const Flight& flight, const Passage& p) {
    if (s.event == ClaimEvent::last_seen) return !flight.arrival.observed && p.last + 2 >= flight.end_fix;
    if (s.event == ClaimEvent::first_seen) return !flight.departure.observed && p.first <= flight.first_fix + 2;
    return true;
}

/// A flight that began or ended in the country crossed it to land there, which is no overflight.
bool lands_inside(const Statement& s, const Scene& scene, const Flight& flight) {
    if (s.event != ClaimEvent::overfly) return false;
    return scene.places.fit(*s.via.front(), flight.departure).inside > 0.3 || scene.places.fit(*s.via.front(), flight.arrival).inside > 0.3;
}

}  // namespace

bool is_passage(ClaimEvent event) {
    return event == ClaimEvent::overfly || event == ClaimEvent::circle || event == ClaimEvent::last_seen || event == ClaimEvent::first_seen;
}

Outcome find_passage(const Statement& s, Scene& scene, std::vector<std::size_t> suspects) {
    Outcome outcome;
    outcome.suspects = std::move(suspects);
    const Claim& claim = *s.claim;
    const Place* place = !claim.via.empty() ? &claim.via.front() : claim.destination ? &*claim.destination : claim.origin ? &*claim.origin : nullptr;
    if (!place || !distance_km(*place, Position())) {
        outcome.situation = Situation::no_place;
        return outcome;
    }
    const TimeWindow covered = scene.index.covered();
    const double begin = s.timed ? s.begin - margin_s : to_epoch_seconds(covered.begin()), end = s.timed ? s.end + margin_s : to_epoch_seconds(covered.end());
    bool possible = false, heard = false;
    for (const std::size_t suspect : outcome.suspects) {
        const AircraftHistory& history = scene.index.aircraft()[suspect];
        const double speed = scene.life(suspect).speed_kmh;
        if (history.tracks.empty()) possible = true;
        for (const auto& track : history.tracks) {
            const Passage p = look(s, *place, *track, speed, begin, end);
            possible |= p.possible;
            heard |= p.heard;
            if (p.heard && !outcome.witness) outcome.witness = suspect;
            if (!p.inside) continue;
            const auto number = flight_at(scene, suspect, *track, p.first);
            if (!number || !at_the_right_end(s, scene.flight(*number), p)) continue;
            Judged j = judge(s, scene.index, *number, scene.places);
            const bool who_fits = j.who_fits;
            j.via = Fit::agrees;
            j.time.fit = Fit::agrees;
            j.time.probability = j.probability = 1;
            j.observed = true;
            outcome.best = j;
            if (!who_fits) continue;
            outcome.situation = !s.via.empty() && lands_inside(s, scene, scene.flight(*number)) ? Situation::partly_told : Situation::seen;
            return outcome;
        }
    }
    if (!s.timed) outcome.situation = Situation::undated;
    else if (!heard) outcome.situation = Situation::silent;
    else if (possible || outcome.best) outcome.situation = Situation::gap;
    else outcome.situation = s.who.registration ? Situation::alibi : Situation::alibi_callsign;
    return outcome;
}

}  // namespace flightxref::detail
