// SPDX-License-Identifier: BSL-1.0
#include "match/words.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

/// What the claim says happened, as a verb with its place: "landed in Pyongyang".
std::string deed_words(const Statement& s) {
    const std::string to = s.destination ? s.destination->words : "", from = s.origin ? s.origin->words : "";
    const auto route = [&](std::string verb) {
        if (!from.empty()) verb += " from " + from;
        if (!to.empty()) verb += " to " + to;
        return verb;
    };
    switch (s.event) {
        case ClaimEvent::depart: return from.empty() ? "left for " + to : "left " + from + (to.empty() ? "" : " for " + to);
        case ClaimEvent::arrive: return "reached " + to + (from.empty() ? "" : " from " + from);
        case ClaimEvent::stop: return "stopped at " + to;
        case ClaimEvent::divert: return "come down at " + to;
        case ClaimEvent::turn_back: return "turned back to " + from;
        case ClaimEvent::return_: return route("returned");
        case ClaimEvent::overfly: return "crossed " + (s.via.empty() ? to : s.via.front()->words);
        case ClaimEvent::circle: return "circled over " + (s.via.empty() ? to : s.via.front()->words);
        case ClaimEvent::last_seen:
        case ClaimEvent::first_seen: return "been where the signal is said to have been" + (s.via.empty() ? "" : ", at " + s.via.front()->words);
        case ClaimEvent::on_ground:
        case ClaimEvent::visit: return "been at " + to;
        default: return route("flown");
    }
}

/// "landed at Sunan International Airport (ZKPY) at 18:07 KST", the flight told by the ends that matter.
std::string flight_words(const Statement& s, const Flight& flight, const Scene& scene, const Clock& clock) {
    const auto end = [&](const EndPoint& point, std::string_view seen, std::string_view unseen) {
        if (point.airport.empty() && point.candidates.empty()) return std::string(seen) + " a place not seen";
        if (point.airport.empty())
            return fmt::format("{} {} ({:.0f} % likely) {}", unseen, airport_words(point.candidates.front().airport, scene.places.table()), point.candidates.front().probability * 100, moment_words(point, clock));
        return fmt::format("{} {} {}", point.observed ? seen : unseen, airport_words(point.airport, scene.places.table()), moment_words(point, clock));
    };
    const std::string left = end(flight.departure, "left", "will have left"), landed = end(flight.arrival, "landed at", "will have landed at");
    if (s.event == ClaimEvent::depart && !s.destination) return left;
    const bool arrival_only = !s.origin && s.event != ClaimEvent::fly && s.event != ClaimEvent::travel && s.event != ClaimEvent::depart;
    return arrival_only ? landed : left + " and " + landed;
}

std::string whereabouts(const Anchor& anchor, const Scene& scene, const Clock& clock) {
    const auto near = scene.places.table().near(anchor.position, anchor.ground ? 15 : 120);
    const Airport* airport = anchor.airport;
    for (const NearAirport& n : near) {
        if (airport) break;
        if (n.airport->size == AirportSize::large || n.airport->size == AirportSize::medium) airport = n.airport;
    }
    const std::string when = clock.date_time(anchor.time);
    if (airport) return fmt::format("{} {} at {}", anchor.ground ? "on the ground at" : "in the air near", airport_words(airport->code, scene.places.table()), when);
    return fmt::format("{} {:.2f}, {:.2f} at {}", anchor.ground ? "on the ground at" : "in the air at", anchor.position.latitude(), anchor.position.longitude(), when);
}

std::string observed_operator(const Flight& flight, const AircraftHistory& history) {
    if (!flight.aircraft.operator_name.empty()) return flight.aircraft.operator_name;
    if (!history.aircraft.operator_name.empty()) return history.aircraft.operator_name;
    const Operator* op = flight.callsign ? operator_of_callsign(flight.callsign.text()) : nullptr;
    return op ? std::string(op->name) : "another";
}

double nearest_km(const PlaceSet& place, Position position) {
    double nearest = 1e9;
    for (const Airport* airport : place.airports) nearest = std::min(nearest, distance_km(airport->position, position));
    return nearest;
}

std::string alibi_words(const Statement& s, const Outcome& o, Scene& scene, const Clock& clock) {
    const std::string name = named_words(s.who);
    if (o.best) {
        const Flight& flight = scene.flight(o.best->flight);
        const bool same_time = o.best->time.fit == Fit::agrees || o.best->time.off_minutes < 6 * 60;
        const std::string told = flight_words(s, flight, scene, clock);
        if (o.best->who_fits && same_time && s.destination && o.best->destination.outside > 0.9 && o.best->destination.observed)
            return fmt::format("{} {}, not in {}.", name, told, s.destination->words);
        if (o.best->who_fits && same_time && s.origin && o.best->origin.outside > 0.9 && o.best->origin.observed)
            return fmt::format("{} {}, so it did not come from {}.", name, told, s.origin->words);
        if (o.best->who_fits && o.best->time.fit == Fit::disagrees && o.best->time.off_minutes > 0 && (!s.destination || o.best->destination.inside > 0.9) && (!s.origin || o.best->origin.inside > 0.9))
            return fmt::format("{} {}, {:.1f} hours away from the time told, and was elsewhere then.", name, told, o.best->time.off_minutes / 60);
    }
    if (!o.witness) return fmt::format("{} was seen elsewhere and can not have {}.", name, deed_words(s));
    const Life& life = scene.life(*o.witness);
    const Around around = anchors_around(life, (s.begin + s.end) / 2);
    std::string words = name + " was ";
    const bool before = around.before < life.anchors.size(), after = around.after < life.anchors.size();
    if (before) words += whereabouts(life.anchors[around.before], scene, clock);
    if (before && after) words += " and ";
    if (after) words += whereabouts(life.anchors[around.after], scene, clock);
    const PlaceSet* place = s.destination && s.event != ClaimEvent::depart ? s.destination : s.origin ? s.origin : s.destination;
    if (place && place->known()) {
        const double km = nearest_km(*place, life.anchors[before ? around.before : around.after].position);
        if (km > 30) words += fmt::format(", {:.0f} km from {}", km, place->words);
    }
    return fmt::format("{}; it can not have {} at the time told.", words, deed_words(s));
}

std::string end_unseen_words(const Statement& s, const Outcome& o, Scene& scene, const Clock& clock) {
    const std::string name = named_words(s.who);
    if (!o.best) return fmt::format("{} was heard that day, but not where it matters.", name);
    const Flight& flight = scene.flight(o.best->flight);
    const auto fixes = flight.fixes();
    if (!fixes.empty()) {
        const auto gap = [&](const PlaceSet* place, const StateVector& fix, std::string_view what) -> std::string {
            if (!place || !place->known()) return {};
            const double km = nearest_km(*place, fix.position);
            return km < 1 ? std::string() : fmt::format("{} {:.0f} km from {}", what, km, place->words);
        };
        std::string words = s.destination && o.best->destination.inside < 0.9 ? gap(s.destination, fixes.back(), "its track ends") : std::string();
        if (words.empty() && s.origin && o.best->origin.inside < 0.9) words = gap(s.origin, fixes.front(), "its track begins");
        if (!words.empty())
            return fmt::format("A flight of {} agrees as far as it was seen, but {} ({}).", name, words, clock.date_time(to_epoch_seconds(words.find("ends") != std::string::npos ? fixes.back().time : fixes.front().time)));
    }
    return fmt::format("A flight of {} agrees as far as it was seen, but the end that decides was not.", name);
}

/// What a reader should know of the identity although it does not decide.
std::string identity_remark(const Statement& s, const Judged& best, const Scene& scene) {
    if (!best.who_fits || !s.who.registration) return {};
    const AircraftHistory& history = scene.index.aircraft()[scene.index.aircraft_of(best.flight)];
    std::string words;
    if (history.aircraft.limited_display) words += " Its operator asked tracking sites not to show it (LADD).";
    if (best.who.by_plan) words += " No input tells its registration; it follows from its address by the plan of its state.";
    if (best.who.op == Fit::disagrees) words += fmt::format(" The inputs name {} as its operator, the text {}: it may be leased or have changed hands.", observed_operator(scene.flight(best.flight), history), s.who.operator_words);
    return words;
}

std::string movement_words(const Statement& s, const Outcome& o, Scene& scene) {
    const Clock clock = Clock::of(*s.claim);
    const std::string name = named_words(s.who);
    switch (o.situation) {
        case Situation::seen:
        case Situation::seen_inferred:
        case Situation::seen_likely:
        case Situation::kind_seen:
        case Situation::kind_likely:
        case Situation::kind_inferred:
        case Situation::lent_seen: {
            const Flight& flight = scene.flight(o.best->flight);
            std::string words = fmt::format("{} {}.", aircraft_words(flight.aircraft, flight.callsign), flight_words(s, flight, scene, clock));
            if (!o.best->observed) {
                const EndPoint& open = !flight.arrival.observed ? flight.arrival : flight.departure;
                if (!open.because.empty()) words += " " + sentence(open.because);
            }
            if (s.timed && !s.claim->time->text.empty())
                if (const std::string margin = margin_words(s, *o.best); !margin.empty()) words += fmt::format(" The text says \"{}\" ({} to {}): {}.", s.claim->time->text, clock.date_time(s.begin), clock.date_time(s.end - 1), margin);
            return words;
        }
        case Situation::alibi:
        case Situation::alibi_callsign: return alibi_words(s, o, scene, clock);
        case Situation::wrong_type: {
            const Flight& flight = scene.flight(o.best->flight);
            return fmt::format("{} {}, but it is {}, not {}.", name, flight_words(s, flight, scene, clock), with_article(name_of(flight.aircraft.type)), with_article(s.who.type_words));
        }
        case Situation::kind_absent: return fmt::format("The place was heard from all through that time, down to the ground, and every aircraft in the tracks that may be {} was elsewhere.", name);
        case Situation::not_air: return fmt::format("The claim is about travel by {}; flight tracks can not tell.", to_string(s.claim->mode));
        case Situation::future: return fmt::format("The time has not come: the tracks end at {}.", clock.date_time(to_epoch_seconds(scene.index.covered().end())));
        case Situation::before_data: return fmt::format("There is no data for that time: the tracks begin at {}.", clock.date_time(to_epoch_seconds(scene.index.covered().begin())));
        case Situation::no_identity: return "The claim names no aircraft by which a flight could be told.";
        case Situation::no_place: return "The claim names no place that the tracks could be held against.";
        case Situation::unknown_aircraft: return fmt::format("{} does not appear in the tracks.", name);
        case Situation::unknown_callsign: return fmt::format("Nobody was heard as {} around that time, which proves nothing.", name);
        case Situation::doubtful: return fmt::format("Which aircraft flew as {} is in doubt: {}.", name, o.remark);
        case Situation::related_type: {
            const Flight& flight = scene.flight(o.best->flight);
            return fmt::format("{} {}, but it is {}, another variant than told.", name, flight_words(s, flight, scene, clock), with_article(name_of(flight.aircraft.type)));
        }
        case Situation::silent: return fmt::format("{} was not heard around that time, which proves nothing.", name);
        case Situation::end_unseen: return end_unseen_words(s, o, scene, clock);
        case Situation::time_unsure:
            if (!s.timed && o.best) return fmt::format("{} {}; whether at the time told is open.", name, flight_words(s, scene.flight(o.best->flight), scene, clock));
            return o.best ? fmt::format("{} {}, which fits the time told only nearly.", name, flight_words(s, scene.flight(o.best->flight), scene, clock)) : fmt::format("{} was there at about that time.", name);
        case Situation::gap: return fmt::format("{} was not seen to have {}, but there are silences in which it may have.", name, deed_words(s));
        case Situation::undated: return fmt::format("The claim tells no time, and no flight of {} that would fit was seen.", name);
        case Situation::kind_unseen: return fmt::format("No flight by {} that would fit was seen, which proves nothing.", name);
        case Situation::partly_told:
            if (s.event == ClaimEvent::divert) return fmt::format("{} {}, on a straight way such as scheduled flights take; the tracks show no diversion.", name, flight_words(s, scene.flight(o.best->flight), scene, clock));
            if (s.event == ClaimEvent::overfly) return fmt::format("{} began or ended its flight there, which is no overflight: it {}.", name, flight_words(s, scene.flight(o.best->flight), scene, clock));
            return fmt::format("{} {}; the place it is said to have come from was an earlier leg of its journey.", name, flight_words(s, scene.flight(o.best->flight), scene, clock));
        case Situation::other_reading: return fmt::format("{} can not have {} at the time as it was read.", name, deed_words(s));
        case Situation::count_: break;
    }
    return {};
}

}  // namespace

std::string reason_words(const Statement& s, const Outcome& o, Scene& scene) {
    std::string words = sentence(movement_words(s, o, scene));
    if (o.situation != Situation::doubtful) words += o.remark;
    if (o.best) words += identity_remark(s, *o.best, scene);
    if (s.denies && says_happened(o.situation)) words += " The claim says that this did not happen.";
    if (s.denies && says_not_happened(o.situation)) words += " This bears the denial out.";
    return words;
}

}  // namespace flightxref::detail
