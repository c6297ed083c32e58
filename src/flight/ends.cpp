// SPDX-License-Identifier: BSL-1.0
#include "flight/chain.hpp"
#include "flight/explain.hpp"
#include "flight/stated.hpp"
#include "flight/touchdown.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <algorithm>

namespace flightxref::detail {
namespace {

/// Below this the library does not stand by an airport nobody saw the aircraft at, and says at most `undecided` of any.
constexpr double sure = 0.93;
constexpr double undecided = 0.49;
/// Enough when it was within a minute of the runway, low, and nothing else is.
constexpr double sure_at_the_fence = 0.75;
constexpr double sure_on_ground = 0.55;
/// A silence this long beside the ground still counts as having seen the touchdown.
constexpr double observed_within_s = 120.0;
constexpr double least_probability = 0.005;
constexpr std::size_t most_candidates = 10;

const Airport* nearest_field(const AirportTable& airports, const Motion& m) {
    for (const double radius : {15.0, 60.0, 250.0}) {
        for (const NearAirport& n : airports.near(m.position, radius, m.time.date())) {
            if (n.airport->size != AirportSize::heliport && n.airport->size != AirportSize::closed) return n.airport;
        }
    }
    return nullptr;
}

bool is_at_the_fence(const Airport& airport, const Motion& m, Side side) {
    const double toward_fpm = side == Side::arrival ? -m.rate_fpm.value_or(0) : m.rate_fpm.value_or(0);
    return toward_fpm > -200.0 && m.sea_ft && *m.sea_ft - elevation_ft(airport) < 1200.0 && distance_to_surface_km(airport, m.position) < 4.0;
}

/// Another field the aircraft may as well have used, too close to the answer to be told apart from that far off.
bool has_twin(const Airport& answer, const EndView& view) {
    constexpr double comparable_prior = 0.1, comparable_weight = 0.001;
    const LikelyPlace* best = view.places.find(&answer);
    if (!best) return false;
    const double away = distance_km(view.motion.position, answer.position);
    return std::any_of(view.places.places.begin(), view.places.places.end(), [&](const LikelyPlace& other) {
        return other.airport != &answer && other.prior >= comparable_prior * best->prior && other.weight >= comparable_weight * best->weight &&
               distance_km(other.airport->position, answer.position) < 0.5 * away;
    });
}

/// The airport to stand by, if any, and whether the neighbouring sighting decided.
struct Answer {
    const Airport* airport = nullptr;
    bool by_neighbour = false;
};

Answer answer_of(const EndView& view, const Ranking& ranking, const EndView* neighbour, const Performance& p) {
    if (ranking.empty()) return {};
    const Airport& airport = *ranking.front().airport;
    const double probability = ranking.front().probability;
    if (view.on_ground) return probability >= sure_on_ground ? Answer{&airport} : Answer{};
    if (probability < (is_at_the_fence(airport, view.motion, view.side) ? sure_at_the_fence : sure)) return {};
    if (neighbour && neighbour->on_ground) {
        const bool stood_there = neighbour->places.weight_of(&airport) > 0.5 * neighbour->places.total();
        return stood_there || is_near_ground_path(airport, view.motion, view.side, p) ? Answer{&airport, stood_there} : Answer{};
    }
    // A direction alone names no place, and from afar nobody tells neighbouring fields apart.
    const bool tells = is_near_ground_path(airport, view.motion, view.side, p) && !has_twin(airport, view);
    const bool neighbour_tells = neighbour && is_near_ground_path(airport, neighbour->motion, neighbour->side, p) && !has_twin(airport, *neighbour);
    return tells || neighbour_tells ? Answer{&airport, !tells} : Answer{};
}

EndPoint make_end(const EndView& view, const Ranking& ranking, const EndView* neighbour, std::optional<Instant> limit, const Performance& p, const World& world) {
    EndPoint end;
    const bool arriving = view.side == Side::arrival;
    const auto [airport, by_neighbour] = answer_of(view, ranking, neighbour, p);
    if (airport) end.airport = airport->code;
    for (const Ranked& r : ranking) {
        if (r.probability < least_probability || end.candidates.size() == most_candidates) break;
        end.candidates.push_back({r.airport->code, airport ? r.probability : std::min(r.probability, undecided)});
    }
    Moment moment;
    if (view.on_ground) {
        moment = moment_between(view.motion, *view.on_ground, airport, view.side, p);
        end.observed = std::fabs(seconds_between(view.motion.time, view.on_ground->time)) <= observed_within_s;
        const bool away = !airport && view.places.elsewhere > 0.5 * view.places.total();
        end.kind = away ? EndKind::off_airport : end.observed ? EndKind::runway : EndKind::inferred;
        if (!airport) end.place = view.on_ground->position;
    } else {
        moment = moment_from_air(view.motion, airport, limit, view.side, p);
        end.kind = airport ? EndKind::inferred : arriving ? EndKind::lost : EndKind::in_flight_start;
        end.place = view.motion.position;
    }
    end.not_before = moment.not_before;
    end.not_after = moment.not_after;
    end.estimate = moment.estimate;
    end.because = explain_end(end, view, airport, airport ? airport : nearest_field(world.airports, view.motion), by_neighbour);
    return end;
}

/// Airports this aircraft was seen on the ground at weigh more at its unseen ends: aircraft keep to their places.
void remember_own_airports(std::vector<EndView>& departures, std::vector<EndView>& arrivals, const Performance& p) {
    constexpr double familiar = 6.0;
    Places own;
    for (const auto* ends : {&departures, &arrivals}) {
        for (const EndView& end : *ends) {
            if (!end.on_ground || end.places.places.empty()) continue;
            const LikelyPlace& place = end.places.places.front();
            if (place.weight < 0.5 * end.places.total()) continue;
            if (own.weight_of(place.airport) == 0.0) own.places.push_back({place.airport, 1.0, 1.0});
        }
    }
    if (own.places.empty()) return;
    for (auto* ends : {&departures, &arrivals}) {
        for (EndView& end : *ends) {
            if (end.on_ground) continue;
            add_named_places(end, own, p);
            for (LikelyPlace& place : end.places.places) {
                if (own.weight_of(place.airport) == 0.0) continue;
                place.weight *= familiar;
                place.prior *= familiar;
            }
            end.places.sort();
        }
    }
}

/// A take-off that only the source speaks of. What the path makes likely shares what is left.
void take_stated(EndPoint& end, const EndView& view, const StatedDeparture& stated) {
    constexpr double trusted = 0.9;
    std::vector<AirportCandidate> candidates{{stated.airport->code, trusted}};
    for (AirportCandidate& c : end.candidates) {
        c.probability *= 1 - trusted;
        if (c.airport != stated.airport->code && c.probability >= least_probability && candidates.size() < most_candidates) candidates.push_back(std::move(c));
    }
    end.candidates = std::move(candidates);
    end.airport = stated.airport->code;
    end.kind = EndKind::inferred;
    end.estimate = std::min(stated.time, view.motion.time);
    end.because = explain_stated_departure(view, *stated.airport, stated.time);
}

/// Ground fixes that do not belong to the flight beside them go to its neighbour.
void detach_ground(std::vector<Leg>& legs, std::size_t i, Side side) {
    Leg& leg = legs[i];
    if (side == Side::departure) {
        if (i > 0 && legs[i - 1].end == leg.first) legs[i - 1].end = leg.first_air;
        leg.first = leg.first_air;
    } else {
        if (i + 1 < legs.size() && legs[i + 1].first == leg.end) legs[i + 1].first = leg.end_air;
        leg.end = leg.end_air;
    }
}

}  // namespace

std::vector<std::pair<EndPoint, EndPoint>> find_ends(const Track& track, std::vector<Leg>& legs, const GroundStates& states, const Performance& p, const World& world) {
    std::vector<EndView> departures, arrivals;
    for (std::size_t i = 0; i < legs.size(); ++i) {
        departures.push_back(view_end(track, legs[i], Side::departure, states, p, world));
        if (departures.back().detached) detach_ground(legs, i, Side::departure);
        arrivals.push_back(view_end(track, legs[i], Side::arrival, states, p, world));
        if (arrivals.back().detached) detach_ground(legs, i, Side::arrival);
    }
    remember_own_airports(departures, arrivals, p);
    std::vector<Ranking> departed(legs.size()), arrived(legs.size());
    for (std::size_t i = 0; i < legs.size(); ++i) {
        if (i == 0) departed[i] = rank(departures[i].places);
        if (i + 1 == legs.size()) {
            arrived[i] = rank(arrivals[i].places);
            continue;
        }
        add_named_places(arrivals[i], departures[i + 1].places, p);
        add_named_places(departures[i + 1], arrivals[i].places, p);
        Stop stop = rank_stop(arrivals[i], departures[i + 1], p);
        arrived[i] = arrivals[i].on_ground ? rank(arrivals[i].places) : std::move(stop.arrival);
        departed[i + 1] = departures[i + 1].on_ground ? rank(departures[i + 1].places) : std::move(stop.departure);
    }
    std::vector<std::pair<EndPoint, EndPoint>> ends;
    for (std::size_t i = 0; i < legs.size(); ++i) {
        std::optional<Instant> earliest_departure, latest_arrival;
        const EndView *before = nullptr, *after = nullptr;
        if (i > 0) {
            earliest_departure = track.fixes[legs[i - 1].end - 1].time;
            before = &arrivals[i - 1];
        }
        if (i + 1 < legs.size()) {
            latest_arrival = track.fixes[legs[i + 1].first].time;
            after = &departures[i + 1];
        }
        EndPoint departure = make_end(departures[i], departed[i], before, earliest_departure, p, world);
        if (departure.kind == EndKind::in_flight_start)
            if (const auto stated = stated_departure(track, legs[i], departures[i].motion, earliest_departure, p, world.airports)) take_stated(departure, departures[i], *stated);
        ends.emplace_back(std::move(departure), make_end(arrivals[i], arrived[i], after, latest_arrival, p, world));
    }
    return ends;
}

}  // namespace flightxref::detail
