// SPDX-License-Identifier: BSL-1.0
#include "match/alibi.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

constexpr double infinite = 1e15;
constexpr double slack_km = 25;             // positions, reference points and curved ways
constexpr double at_field_km = 10;          // on the ground this near to the reference point is at the airport
constexpr double taxi_and_climb_s = 8 * 60; // lost against cruise speed on the way from one field to another
constexpr double turnaround_s = 25 * 60;    // shortest stay between an arrival from and a departure to somewhere else and back
constexpr double longest_stay_s = 36 * 3600;// silence at one field longer than this may hide a trip
constexpr double descent_fpm = 4500, climb_fpm = 5000;
constexpr double shortest_leg_s = 5 * 60;
constexpr double reporting_margin_s = 10 * 60;  // clocks in articles are rounded

double feet_up(const Anchor& a) { return std::isnan(a.altitude_ft) ? 0 : std::max(0.0f, a.altitude_ft); }

/// One silence, as seen from one airport.
struct Silence {
    const Anchor* before = nullptr;
    const Anchor* after = nullptr;
    bool followed = false;

    bool at(const Anchor* anchor, const Airport& airport) const {
        if (!anchor || !anchor->ground) return false;
        if (anchor->airport) return anchor->airport == &airport;
        return distance_km(anchor->position, airport.position) <= at_field_km;
    }
};

Silence silence(const Life& life, std::size_t gap) {
    Silence s;
    if (gap > 0) s.before = &life.anchors[gap - 1];
    if (gap < life.anchors.size()) s.after = &life.anchors[gap];
    s.followed = s.before && s.after && life.followed[gap - 1];
    return s;
}

double travel_s(const Life& life, const Anchor& anchor, const Airport& airport) {
    const double km = std::max(0.0, distance_km(anchor.position, airport.position) - slack_km);
    return km / life.speed_kmh * 3600 + (anchor.ground ? taxi_and_climb_s : 0);
}

bool chance_in(const Life& life, const Silence& s, const Airport& airport, Touch touch, double from, double to, Chance& chance) {
    const double begin = s.before ? s.before->time : -infinite, end = s.after ? s.after->time : infinite;
    const bool was_here = s.at(s.before, airport), will_be_here = s.at(s.after, airport);
    const bool both_ground = s.before && s.after && s.before->ground && s.after->ground;
    chance.first = begin;
    chance.last = end;
    if (s.followed && !s.before->ground) return false;
    if (both_ground && (s.followed || end - begin <= longest_stay_s) && distance_km(s.before->position, s.after->position) <= at_field_km) {
        if (touch != Touch::presence || !(was_here || will_be_here)) return false;
    } else {
        if (s.before && !was_here) chance.first += travel_s(life, *s.before, airport);
        if (s.after && !will_be_here) chance.last -= travel_s(life, *s.after, airport);
        const double stop = life.shortest_stop_s;
        if (s.before && s.after && !s.before->ground && !s.after->ground) {
            // Both in the air: it would have had to come down, stop, and climb again.
            if (end - begin < stop + feet_up(*s.before) / descent_fpm * 60 + feet_up(*s.after) / climb_fpm * 60) return false;
        }
        if (touch == Touch::arrival) {
            if (was_here) chance.first += turnaround_s;
            if (s.after && !will_be_here) chance.last -= stop;
        } else if (touch == Touch::departure) {
            if (s.before && !was_here) chance.first += stop;
            if (will_be_here) chance.last -= turnaround_s;
        } else if (!was_here && !will_be_here && s.before && s.after && chance.last - chance.first < stop) {
            return false;
        }
    }
    chance.first = std::max(chance.first, from);
    chance.last = std::min(chance.last, to);
    return chance.first <= chance.last;
}

template <class Visit>
void each_airport(const PlaceSet& place, Visit&& visit) {
    for (const Airport* airport : place.airports) visit(*airport);
    for (const Airport* airport : place.doubtful)
        if (!place.contains(airport)) visit(*airport);
}

std::vector<Chance> chances_at(const Life& life, const PlaceSet& place, Touch touch, double from, double to) {
    std::vector<Chance> all;
    each_airport(place, [&](const Airport& airport) {
        const auto some = find_chances(life, airport, touch, from, to);
        all.insert(all.end(), some.begin(), some.end());
    });
    return all;
}

/// Was the aircraft airborne at every anchor between the two silences?
bool airborne_between(const Life& life, std::size_t departure_gap, std::size_t arrival_gap) {
    for (std::size_t i = departure_gap; i < arrival_gap; ++i)
        if (life.anchors[i].ground) return false;
    return true;
}

/// The latest moment a flight that began in the silence can have lasted to, and the earliest one that ended in it can have begun.
double landed_by(const Life& life, std::size_t gap) {
    for (; gap < life.anchors.size(); ++gap)
        if (life.anchors[gap].ground) return life.anchors[gap].time;
    return infinite;
}

double left_after(const Life& life, std::size_t gap) {
    for (; gap > 0; --gap)
        if (life.anchors[gap - 1].ground) return life.anchors[gap - 1].time;
    return -infinite;
}

struct LegLimits {
    double shortest_s, longest_s;
};

LegLimits leg_limits(const Life& life, const Airport& from, const Airport& to, bool round_trip) {
    const double km = distance_km(from.position, to.position);
    const double shortest = std::max(shortest_leg_s, (km - slack_km) / life.speed_kmh * 3600);
    // Half the fastest is slow for any type; holding, detours and a round trip take their time.
    return {shortest, round_trip ? 12 * 3600.0 : km / (life.speed_kmh * 0.4) * 3600 + 2 * 3600};
}

bool leg_possible(const Life& life, const Movement& m, const Chance& departure, const Chance& arrival, const LegLimits& limits) {
    if (arrival.gap < departure.gap || arrival.last - departure.first < limits.shortest_s || arrival.first - departure.last > limits.longest_s) return false;
    if (!airborne_between(life, departure.gap, arrival.gap)) return false;
    const double begin = m.begin - reporting_margin_s, end = m.end + reporting_margin_s;
    // The latest departure with its latest arrival, and the earliest with its earliest: the leg that reaches furthest into the window.
    const double latest_arrival = std::min(arrival.last, departure.last + limits.longest_s);
    const double earliest_departure = std::max(departure.first, arrival.first - limits.longest_s);
    switch (m.timed) {
        case Movement::Timed::departure: return departure.last >= begin && earliest_departure <= end;
        case Movement::Timed::arrival: return latest_arrival >= begin && arrival.first <= end;
        case Movement::Timed::either_end: return (departure.last >= begin && earliest_departure <= end) || (latest_arrival >= begin && arrival.first <= end);
        default: return latest_arrival >= begin && earliest_departure <= end;
    }
}

}  // namespace

std::vector<Chance> find_chances(const Life& life, const Airport& airport, Touch touch, double from, double to) {
    std::vector<Chance> chances;
    const auto& anchors = life.anchors;
    auto after = [](double t, const Anchor& a) { return t < a.time; };
    std::size_t gap = static_cast<std::size_t>(std::upper_bound(anchors.begin(), anchors.end(), from, after) - anchors.begin());
    for (; gap <= anchors.size(); ++gap) {
        const Silence s = silence(life, gap);
        if (s.before && s.before->time > to) break;
        Chance chance;
        chance.gap = gap;
        if (chance_in(life, s, airport, touch, from, to, chance)) chances.push_back(chance);
    }
    return chances;
}

bool may_have_made(const Life& life, const Movement& m) {
    using Timed = Movement::Timed;
    const double begin = m.begin - reporting_margin_s, end = m.end + reporting_margin_s;
    const double longest = 22 * 3600.0;  // no flight lasts longer
    if ((m.origin && !m.origin->known() && m.origin->doubtful.empty()) || (m.destination && !m.destination->known() && m.destination->doubtful.empty())) return true;
    if (!m.origin && !m.destination) return true;
    if (m.timed == Timed::presence) return m.destination && !chances_at(life, *m.destination, Touch::presence, begin, end).empty();
    if (!m.destination) {
        const bool whole = m.timed != Timed::departure;
        for (const Chance& c : chances_at(life, *m.origin, Touch::departure, whole ? begin - longest : begin, end))
            if (!whole || c.last >= begin || landed_by(life, c.gap) >= begin) return true;
        return false;
    }
    if (!m.origin) {
        const bool whole = m.timed != Timed::arrival;
        for (const Chance& c : chances_at(life, *m.destination, Touch::arrival, begin, whole ? end + longest : end))
            if (!whole || c.first <= end || left_after(life, c.gap) <= end) return true;
        return false;
    }
    const bool departure_timed = m.timed == Timed::departure, arrival_timed = m.timed == Timed::arrival;
    bool possible = false;
    each_airport(*m.origin, [&](const Airport& from) {
        if (possible) return;
        const auto departures = find_chances(life, from, Touch::departure, departure_timed ? begin : begin - longest, end);
        if (departures.empty()) return;
        each_airport(*m.destination, [&](const Airport& to) {
            if (possible || (&from == &to) != m.round_trip) return;
            const LegLimits limits = leg_limits(life, from, to, m.round_trip);
            const auto arrivals = find_chances(life, to, Touch::arrival, begin, arrival_timed ? end : end + longest);
            for (const Chance& departure : departures)
                for (const Chance& arrival : arrivals)
                    if (!possible && leg_possible(life, m, departure, arrival, limits)) possible = true;
        });
    });
    return possible;
}

Around anchors_around(const Life& life, double time) {
    const auto& anchors = life.anchors;
    const std::size_t after = static_cast<std::size_t>(std::upper_bound(anchors.begin(), anchors.end(), time, [](double t, const Anchor& a) { return t < a.time; }) - anchors.begin());
    return {after == 0 ? anchors.size() : after - 1, after};
}

}  // namespace flightxref::detail
