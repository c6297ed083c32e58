// SPDX-License-Identifier: BSL-1.0
#include "flight/chain.hpp"
#include "flight/explain.hpp"
#include "flight/touchdown.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <algorithm>

namespace flightxref::detail {
namespace {

/// Below this the library does not stand by an airport nobody saw the aircraft at, and says at most `undecided` of any.
constexpr double sure = 0.93;
constexpr double undecided = 0.49;
constexpr double sure_on_ground = 0.55;
/// A silence this long beside the ground still counts as having seen the touchdown.
constexpr double observed_within_s = 120.0;
constexpr double least_probability = 0.01;
constexpr std::size_t most_candidates = 8;

Contact contact_of(const Track& track, const Leg& leg, Side side) {
    Contact contact;
    const bool arriving = side == Side::arrival;
    const std::size_t count = arriving ? leg.end - leg.end_air : leg.first_air - leg.first;
    for (std::size_t n = 0; n < std::min<std::size_t>(count, 60); ++n) {
        const StateVector& fix = track.fixes[arriving ? leg.end_air + n : leg.first_air - 1 - n];
        if (fix.ground_speed_kt && *fix.ground_speed_kt > 45.0F && contact.rolling.size() < 8) {
            contact.rolling.push_back(fix.position);
            if (!contact.course_deg && fix.track_deg) contact.course_deg = *fix.track_deg;
        } else if (contact.standing.size() < 5) contact.standing.push_back(fix.position);
    }
    return contact;
}

const Airport* nearest_field(const AirportTable& airports, const Motion& m) {
    for (const double radius : {15.0, 60.0, 250.0}) {
        for (const NearAirport& n : airports.near(m.position, radius, m.time.date())) {
            if (n.airport->size != AirportSize::heliport && n.airport->size != AirportSize::closed) return n.airport;
        }
    }
    return nullptr;
}

EndPoint make_end(const EndView& view, const Ranking& ranking, std::optional<Instant> limit, const Performance& p, const AirportTable& airports) {
    EndPoint end;
    const bool arriving = view.side == Side::arrival;
    const Airport* airport = nullptr;
    const double best = ranking.empty() ? 0.0 : ranking.front().probability;
    if (best >= (view.on_ground ? sure_on_ground : sure)) airport = ranking.front().airport;
    if (airport) end.airport = airport->code;
    for (const Ranked& r : ranking) {
        if (r.probability < least_probability || end.candidates.size() == most_candidates) break;
        end.candidates.push_back({r.airport->code, airport ? r.probability : std::min(r.probability, undecided)});
    }
    Moment moment;
    if (view.on_ground) {
        moment = moment_between(view.motion, *view.on_ground, airport, view.side, p);
        end.observed = std::fabs(seconds_between(view.motion.time, view.on_ground->time)) <= observed_within_s;
        end.kind = airport ? end.observed ? EndKind::runway : EndKind::inferred : EndKind::off_airport;
        if (!airport) end.place = view.contact;
    } else {
        moment = moment_from_air(view.motion, airport, limit, view.side, p);
        end.kind = airport ? EndKind::inferred : arriving ? EndKind::lost : EndKind::in_flight_start;
        end.place = view.motion.position;
    }
    end.not_before = moment.not_before;
    end.not_after = moment.not_after;
    end.estimate = moment.estimate;
    end.because = explain_end(end, view, airport, airport ? airport : nearest_field(airports, view.motion));
    return end;
}

}  // namespace

EndView view_end(const Track& track, const Leg& leg, Side side, const GroundStates& states, const Performance& p, const AirportTable& airports) {
    EndView view;
    view.side = side;
    const bool arriving = side == Side::arrival;
    const std::size_t air = arriving ? leg.end_air - 1 : leg.first_air;
    view.motion = motion_at(track.fixes, leg.first_air, leg.end_air, air, states.offsets);
    if (arriving ? leg.ground_after() : leg.ground_before()) {
        view.on_ground = &track.fixes[arriving ? leg.end_air : leg.first_air - 1];
        view.contact = view.on_ground->position;
        view.places = find_places_on_ground(contact_of(track, leg, side), view.on_ground->time.date(), p, airports);
    } else view.places = find_places_from_air(view.motion, side, p, airports, {});
    return view;
}

std::vector<std::pair<EndPoint, EndPoint>> find_ends(const Track& track, const std::vector<Leg>& legs, const GroundStates& states, const Performance& p,
                                                     const AirportTable& airports) {
    std::vector<EndView> departures, arrivals;
    for (const Leg& leg : legs) {
        departures.push_back(view_end(track, leg, Side::departure, states, p, airports));
        arrivals.push_back(view_end(track, leg, Side::arrival, states, p, airports));
    }
    // An airport beyond the usual radius counts when the neighbouring end names it.
    const auto add_named = [&](EndView& end, const EndView& neighbour) {
        if (end.on_ground) return;
        const CivilDate on = end.motion.time.date();
        for (std::size_t i = 0; i < std::min<std::size_t>(60, neighbour.places.places.size()); ++i) {
            const Airport* airport = neighbour.places.places[i].airport;
            if (end.places.weight_of(airport) > 0 || !is_open(*airport, on)) continue;
            end.places.places.push_back({airport, weight_from_air(*airport, end.motion, end.side, p)});
        }
        end.places.sort();
    };
    for (std::size_t i = 1; i < legs.size(); ++i) {
        add_named(arrivals[i - 1], departures[i]);
        add_named(departures[i], arrivals[i - 1]);
    }
    std::vector<Ranking> departed(legs.size()), arrived(legs.size());
    for (std::size_t i = 0; i < legs.size(); ++i) {
        if (i == 0) departed[i] = rank(departures[i].places);
        if (i + 1 == legs.size()) {
            arrived[i] = rank(arrivals[i].places);
            continue;
        }
        Stop stop = rank_stop(arrivals[i], departures[i + 1], p);
        arrived[i] = arrivals[i].on_ground ? rank(arrivals[i].places) : std::move(stop.arrival);
        departed[i + 1] = departures[i + 1].on_ground ? rank(departures[i + 1].places) : std::move(stop.departure);
    }
    std::vector<std::pair<EndPoint, EndPoint>> ends;
    for (std::size_t i = 0; i < legs.size(); ++i) {
        std::optional<Instant> earliest_departure, latest_arrival;
        if (i > 0) earliest_departure = track.fixes[legs[i - 1].end - 1].time;
        if (i + 1 < legs.size()) latest_arrival = track.fixes[legs[i + 1].first].time;
        ends.emplace_back(make_end(departures[i], departed[i], earliest_departure, p, airports), make_end(arrivals[i], arrived[i], latest_arrival, p, airports));
    }
    return ends;
}

}  // namespace flightxref::detail
