// SPDX-License-Identifier: BSL-1.0
#include "match/outcome.hpp"

#include "match/passage.hpp"
#include "match/presence.hpp"

#include <flightxref/aircraft/address_plan.hpp>
#include <flightxref/geo/geodesy.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace flightxref::detail {
namespace {

constexpr double heard_within_s = 12 * 3600;         // an aircraft not heard for longer has no alibi
constexpr double same_callsign_s = 14 * 3600;        // a callsign is one flight's for about as long
constexpr double same_number_min = 3 * 60;           // a flight number is another flight's beyond it
constexpr double detour = 1.15;                      // way flown over the shortest; scheduled flights stay below it
constexpr double torn_within_s = 6 * 3600;           // positions that can not be one aircraft's spoil an alibi this near
constexpr double around_s = 30 * 3600;               // flights further from the window are of no interest
constexpr double untold_end = 0.3;                   // an end as likely as this may be the one told
constexpr double news_s = 31 * 86400.0;              // what is told without a time is no older
constexpr double one_journey_s = 20 * 3600;          // stops on the way of one journey

bool bears_out(const Judged& j) { return j.bearing != Judged::Bearing::none; }

TimeWindow window(double begin, double end) { return TimeWindow(from_epoch_seconds(begin), from_epoch_seconds(std::max(begin, end))); }

void add_unique(std::vector<std::size_t>& out, std::size_t value) {
    if (std::find(out.begin(), out.end(), value) == out.end()) out.push_back(value);
}

std::vector<Callsign> callsigns_of(const StatedAircraft& who) {
    std::vector<Callsign> callsigns;
    if (!who.callsign.empty()) {
        callsigns.emplace_back(who.callsign);
        for (const Callsign& other : callsigns_of_flight_number(who.callsign))
            if (!(other == callsigns.front())) callsigns.push_back(other);
    } else {
        callsigns = callsigns_of_flight_number(who.flight_number);
    }
    return callsigns;
}

std::optional<double> time_of(const Flight& flight, bool start) {
    const auto& seen = start ? flight.first_seen : flight.last_seen;
    const auto& estimate = start ? flight.departure.estimate : flight.arrival.estimate;
    if (estimate) return to_epoch_seconds(*estimate);
    if (seen) return to_epoch_seconds(*seen);
    return std::nullopt;
}

void judge_aircraft(const Statement& s, Scene& scene, std::size_t aircraft, std::vector<Judged>& out) {
    for (const std::uint32_t number : scene.index.aircraft()[aircraft].flights) {
        const Flight& flight = scene.flight(number);
        if (s.timed) {
            const auto start = time_of(flight, true), stop = time_of(flight, false);
            if ((start && *start > s.end + around_s) || (stop && *stop < s.begin - around_s)) continue;
        } else if (s.told_by) {
            const auto start = time_of(flight, true);
            if (start && (*start > *s.told_by || *start < *s.told_by - news_s)) continue;
        }
        out.push_back(judge(s, scene.index, number, scene.places));
    }
}

void judge_by_place(const Statement& s, Scene& scene, std::vector<Judged>& out) {
    const bool by_arrival = s.destination && s.event != ClaimEvent::depart && s.event != ClaimEvent::turn_back;
    const PlaceSet* place = by_arrival || !s.origin ? s.destination : s.origin;
    if (!place) return;
    const TimeWindow covered = scene.index.covered();
    double begin = to_epoch_seconds(covered.begin()), end = to_epoch_seconds(covered.end());
    // The end that the time speaks of lies close to the window, the other one within a flight's length.
    const bool timed_end = place == s.destination ? s.event == ClaimEvent::arrive : s.event == ClaimEvent::depart;
    if (s.timed) {
        const double reach = timed_end ? 3600 : 20 * 3600;
        begin = s.begin - reach;
        end = s.end + reach;
    } else if (s.told_by) {
        begin = std::max(begin, *s.told_by - news_s);
        end = std::min(end, *s.told_by);
    }
    if (begin > end) return;
    for (const Airport* airport : place->airports) {
        const auto numbers = place == s.destination ? scene.index.find_arrivals(airport->code, window(begin, end)) : scene.index.find_departures(airport->code, window(begin, end));
        for (const std::size_t number : numbers) {
            // Cheap fields first: at a busy airport almost all are of another kind.
            const WhoFit who = fit_who(s.who, scene.flight(number), scene.index.aircraft()[scene.index.aircraft_of(number)]);
            if (who.type == Fit::disagrees || who.op == Fit::disagrees) continue;
            out.push_back(judge(s, scene.index, number, scene.places));
        }
    }
}

bool better(const Judged& a, const Judged& b) {
    if (a.bearing != b.bearing) return a.bearing > b.bearing;
    if (a.who_fits != b.who_fits) return a.who_fits;
    if (a.probability != b.probability) return a.probability > b.probability;
    const double inside_a = a.origin.inside + a.destination.inside, inside_b = b.origin.inside + b.destination.inside;
    if (inside_a != inside_b) return inside_a > inside_b;
    return a.time.off_minutes < b.time.off_minutes;
}

/// Was the aircraft at the place of origin on the same journey before the leg that fits, with stops between?
bool came_by_stops(const Statement& s, Scene& scene, const Judged& leg) {
    const auto& flights = scene.index.aircraft()[scene.index.aircraft_of(leg.flight)].flights;
    const auto start = time_of(scene.flight(leg.flight), true);
    if (!start) return false;
    for (const std::uint32_t number : flights) {
        const auto left = time_of(scene.flight(number), true);
        if (number == leg.flight || !left || *left > *start || *left < *start - one_journey_s) continue;
        if (scene.places.fit(*s.origin, scene.flight(number).departure).inside > 0.5) return true;
    }
    return false;
}

bool flew_straight(const Flight& flight) {
    const auto fixes = flight.fixes();
    if (fixes.size() < 2 || flight.arrival.airport.empty()) return false;
    double way = 0;
    for (std::size_t i = 1; i < fixes.size(); ++i) way += distance_km(fixes[i - 1].position, fixes[i].position);
    return way <= detour * distance_km(fixes.front().position, fixes.back().position);
}

/// A straight way to an airport the aircraft serves on other days as well shows no diversion; the plan itself is in no track.
bool flew_as_usual(const Scene& scene, const Judged& j) {
    const Flight& flight = scene.flight(j.flight);
    if (!flew_straight(flight)) return false;
    const auto& flights = scene.index.aircraft()[scene.index.aircraft_of(j.flight)].flights;
    return std::any_of(flights.begin(), flights.end(), [&](std::uint32_t other) { return other != j.flight && scene.flight(other).arrival.airport == flight.arrival.airport; });
}

/// The statement without one of its fields, for asking what the rest came to.
Statement without_origin(Statement s) { return s.origin = nullptr, s; }
Statement without_type(Statement s) {
    s.who.type = Typecode();
    s.who.type_named.reset();
    return s;
}

Situation happened(const Statement& s, const Judged& best) {
    const bool one = s.who.names_one();
    if (best.bearing == Judged::Bearing::seen) return one ? Situation::seen : Situation::kind_seen;
    if (best.bearing == Judged::Bearing::firm) return one ? Situation::seen_inferred : Situation::kind_inferred;
    return one ? Situation::seen_likely : Situation::kind_likely;
}

/// A tail number that differs in one character from one that would fit.
std::string near_miss(const Statement& s, Scene& scene) {
    const std::string wanted = s.who.registration.key();
    for (const AircraftHistory& history : scene.index.aircraft()) {
        const std::string key = history.aircraft.registration.key();
        if (key.size() != wanted.size()) continue;
        std::size_t differences = 0;
        for (std::size_t i = 0; i < key.size() && differences < 2; ++i) differences += key[i] != wanted[i];
        if (differences != 1) continue;
        for (const std::uint32_t number : history.flights) {
            Statement other = s;
            other.who = StatedAircraft{};
            other.who.registration = history.aircraft.registration;
            const Judged j = judge(other, scene.index, number, scene.places);
            if (bears_out(j)) return fmt::format(" {}, one character off, did make such a flight; a slip of the pen is possible.", history.aircraft.registration.text());
        }
    }
    return {};
}

Situation not_seen(const Statement& s, const std::vector<Judged>& all) {
    if (!s.timed) return Situation::undated;
    for (const Judged& j : all) {
        if (!j.who_fits) continue;
        const bool origin_out = s.origin && j.origin.outside > 0.5, destination_out = s.destination && j.destination.outside > 0.5;
        if (origin_out || destination_out) continue;
        if (j.time.fit == Fit::agrees) return j.probability > 0.5 ? Situation::time_unsure : Situation::end_unseen;
        if (j.time.fit == Fit::unknown) return Situation::end_unseen;
        if (j.time.off_minutes < 60) return Situation::time_unsure;
    }
    return Situation::gap;
}

/// Did another flight do just so, without telling its callsign or under the one it flew by before? Then it may be the one meant.
bool flown_untold(const Statement& s, Scene& scene) {
    Statement rest = s;
    rest.who.callsign.clear();
    rest.who.flight_number.clear();
    std::vector<Judged> all;
    judge_by_place(rest, scene, all);
    return std::any_of(all.begin(), all.end(), [&](const Judged& j) {
        if (j.time.fit != Fit::agrees || (s.origin && j.origin.inside < untold_end) || (s.destination && j.destination.inside < untold_end)) return false;
        const Flight& flight = scene.flight(j.flight);
        if (!flight.callsign || (!s.who.callsign.empty() && fit_who(s.who, flight, scene.index.aircraft()[scene.index.aircraft_of(j.flight)]).callsign == Fit::unknown)) return true;
        const auto& flights = scene.index.aircraft()[scene.index.aircraft_of(j.flight)].flights;
        return std::any_of(flights.begin(), flights.end(), [&](std::uint32_t other) { return scene.index.flight_after(other) == j.flight && scene.flight(other).callsign == flight.callsign; });
    });
}

Outcome named_outcome(const Statement& s, Scene& scene) {
    Outcome outcome;
    const auto all = judge_candidates(s, scene, outcome.suspects);
    const bool by_tail = static_cast<bool>(s.who.registration);
    if (outcome.suspects.empty()) {
        outcome.situation = by_tail ? Situation::unknown_aircraft : Situation::unknown_callsign;
        if (by_tail) outcome.remark = near_miss(s, scene);
        return outcome;
    }
    if (is_passage(s.event)) return find_passage(s, scene, std::move(outcome.suspects));
    if (!all.empty()) outcome.best = *std::min_element(all.begin(), all.end(), better);
    if (outcome.best && bears_out(*outcome.best)) {
        outcome.situation = s.event == ClaimEvent::divert && flew_as_usual(scene, *outcome.best) ? Situation::partly_told : happened(s, *outcome.best);
        return outcome;
    }
    for (const Judged& j : all) {
        if (!j.who.doubt.empty()) {
            outcome.situation = Situation::doubtful;
            outcome.remark = j.who.doubt;
            outcome.best = j;
            return outcome;
        }
    }
    // Everything but the type?
    if (s.who.type || s.who.type_named) {
        const Statement rest = without_type(s);
        for (const Judged& j : all) {
            if (j.who.type != Fit::disagrees && !j.who.related_type) continue;
            const Judged untyped = judge(rest, scene.index, j.flight, scene.places);
            if (!bears_out(untyped)) continue;
            outcome.situation = j.who.type == Fit::disagrees ? Situation::wrong_type : Situation::related_type;
            outcome.best = j;
            return outcome;
        }
    }
    const auto movement = s.movement();
    if (!movement) {
        outcome.situation = Situation::no_place;
        return outcome;
    }
    if (!s.timed) {
        outcome.situation = Situation::undated;
        return outcome;
    }
    // The number of a flight is flown day by day; only the flight of that very time can be held against it.
    const bool by_number = !by_tail && s.who.callsign.empty();
    if (by_number && std::none_of(all.begin(), all.end(), [](const Judged& j) { return j.who_fits && j.time.fit != Fit::unknown && j.time.off_minutes < same_number_min; })) {
        outcome.situation = Situation::unknown_callsign;
        return outcome;
    }
    bool heard = false, possible = false, torn = false;
    for (const std::size_t suspect : outcome.suspects) {
        const Life& life = scene.life(suspect);
        const bool near = life.heard_near(s.begin, s.end, heard_within_s);
        heard |= near;
        if (near && !outcome.witness) outcome.witness = suspect;
        possible |= may_have_made(life, *movement);
        torn |= near && life.torn_near(s.begin, s.end, torn_within_s);
    }
    if (!heard) {
        outcome.situation = Situation::silent;
        return outcome;
    }
    if (possible) {
        outcome.situation = not_seen(s, all);
        return outcome;
    }
    if (torn) {
        outcome.situation = Situation::doubtful;
        outcome.remark = "positions under its identity lie further apart than one aircraft can have flown";
        return outcome;
    }
    for (const std::size_t suspect : outcome.suspects) {
        if (!scene.index.aircraft()[suspect].overlapping) continue;
        outcome.situation = Situation::doubtful;
        outcome.remark = identity_doubt(scene.index.aircraft()[suspect], s.who.registration);
        return outcome;
    }
    if (s.event == ClaimEvent::arrive && s.origin && s.destination) {
        const Statement rest = without_origin(s);
        for (const Judged& j : all) {
            const Judged reached = judge(rest, scene.index, j.flight, scene.places);
            if (!bears_out(reached) || !came_by_stops(s, scene, j)) continue;
            outcome.situation = Situation::partly_told;
            outcome.best = j;
            return outcome;
        }
    }
    if (!by_tail && flown_untold(s, scene)) {
        outcome.situation = Situation::unknown_callsign;
        outcome.remark = " Another aircraft made such a flight without telling its callsign.";
        return outcome;
    }
    outcome.situation = by_tail ? Situation::alibi : Situation::alibi_callsign;
    return outcome;
}

/// The same of a kind of aircraft: a straight way to an airport that others of the kind land at as well.
bool kind_serves(const Statement& s, const Scene& scene, const Judged& j) {
    const Flight& flight = scene.flight(j.flight);
    if (!flew_straight(flight)) return false;
    const auto others = scene.index.find_arrivals(flight.arrival.airport, scene.index.covered());
    return std::any_of(others.begin(), others.end(), [&](std::size_t other) {
        if (other == j.flight) return false;
        const WhoFit fit = fit_who(s.who, scene.flight(other), scene.index.aircraft()[scene.index.aircraft_of(other)]);
        return fit.type != Fit::disagrees && fit.op != Fit::disagrees && (fit.type == Fit::agrees || fit.op == Fit::agrees);
    });
}

Outcome kind_outcome(const Statement& s, Scene& scene) {
    Outcome outcome;
    const auto all = judge_candidates(s, scene, outcome.suspects);
    if (!all.empty()) outcome.best = *std::min_element(all.begin(), all.end(), better);
    if (outcome.best && bears_out(*outcome.best)) outcome.situation = s.event == ClaimEvent::divert && kind_serves(s, scene, *outcome.best) ? Situation::partly_told : happened(s, *outcome.best);
    else if (!s.timed) outcome.situation = Situation::undated;
    else outcome.situation = is_absent(s, scene) ? Situation::kind_absent : Situation::kind_unseen;
    return outcome;
}

}  // namespace

const Coverage& Scene::coverage() {
    if (m_coverage) return *m_coverage;
    if (!m_learnt) m_learnt.emplace(index);
    return *m_learnt;
}

const Life& Scene::life(std::size_t aircraft) {
    auto& life = m_lives[aircraft];
    if (!life) life = std::make_unique<Life>(make_life(index.aircraft()[aircraft], index.flights(), places.table()));
    return *life;
}

std::vector<Judged> judge_candidates(const Statement& s, Scene& scene, std::vector<std::size_t>& suspects) {
    std::vector<Judged> all;
    if (s.who.registration) {
        suspects = scene.index.find_aircraft(s.who.registration);
    } else if (s.who.names_one()) {
        const TimeWindow covered = scene.index.covered();
        const TimeWindow when = s.timed ? window(s.begin - same_callsign_s, s.end + same_callsign_s) : covered;
        for (const Callsign& callsign : callsigns_of(s.who))
            for (const std::size_t flight : scene.index.find_callsign(callsign, when)) add_unique(suspects, scene.index.aircraft_of(flight));
    } else {
        judge_by_place(s, scene, all);
    }
    for (const std::size_t suspect : suspects) judge_aircraft(s, scene, suspect, all);
    return all;
}

Outcome find_outcome(const Statement& s, Scene& scene) {
    Outcome outcome;
    const TimeWindow covered = scene.index.covered();
    if (!s.by_air) outcome.situation = Situation::not_air;
    else if (s.timed && s.begin > to_epoch_seconds(covered.end())) outcome.situation = Situation::future;
    else if (s.timed && s.end < to_epoch_seconds(covered.begin())) outcome.situation = Situation::before_data;
    else if (s.who.names_one()) return named_outcome(s, scene);
    else if (s.who.names_kind()) return kind_outcome(s, scene);
    else outcome.situation = Situation::no_identity;
    return outcome;
}

}  // namespace flightxref::detail
