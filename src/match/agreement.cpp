// SPDX-License-Identifier: BSL-1.0
#include <flightxref/match/agreement.hpp>

#include "match/agreements.hpp"
#include "match/weights.hpp"
#include "match/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace flightxref {
namespace detail {
namespace {

using Result = Agreement::Result;

Agreement make(std::string_view field, Grade grade, double frequency, std::string claimed, std::string observed, std::string because) {
    Agreement a;
    a.field = field;
    a.result = grade == Grade::same || grade == Grade::likely ? Result::agrees : grade == Grade::differs ? Result::disagrees : Result::unknown;
    a.claimed = std::move(claimed);
    a.observed = std::move(observed);
    a.weight = weight_of(field, grade, frequency);
    a.because = std::move(because);
    return a;
}

Grade grade_of(Fit fit) { return fit == Fit::agrees ? Grade::same : fit == Fit::disagrees ? Grade::differs : Grade::unknown; }

std::string rarity(double frequency, std::string_view what) {
    if (frequency >= 0.01) return fmt::format("{:.0f} % of the flights at hand are {}", frequency * 100, what);
    return fmt::format("one in {:.0f} of the flights at hand is {}", 1 / frequency, what);
}

void add_identity(const Statement& s, const Judged& j, const Scene& scene, std::vector<Agreement>& out) {
    const Flight& flight = scene.flight(j.flight);
    const AircraftHistory& history = scene.index.aircraft()[scene.index.aircraft_of(j.flight)];
    const StatedAircraft& who = s.who;
    if (who.registration) {
        const Registration& seen = history.aircraft.registration ? history.aircraft.registration : history.planned;
        const double frequency = scene.index.frequency_of_registration(who.registration);
        Grade grade = grade_of(j.who.registration);
        std::string because = rarity(frequency, "by this aircraft");
        if (j.who.by_plan) grade = Grade::likely, because = "computed from the address by the plan of its state; " + because;
        if (grade == Grade::differs) {
            const bool slip = one_character_off(who.registration.key(), seen.key());
            because = slip ? "one character off; that may be a slip of the pen and supports nothing" : "another aircraft";
            out.push_back(make("registration", grade, frequency, who.registration.text(), seen.text(), because));
            if (slip) out.back().weight = weight_of("registration", Grade::close, frequency);
        } else {
            if (!seen) because = "no input tells the registration";
            out.push_back(make("registration", grade, frequency, who.registration.text(), seen.text(), because));
        }
    }
    if (!who.callsign.empty()) {
        const double frequency = scene.index.frequency_of_callsign(flight.callsign ? flight.callsign : Callsign(who.callsign));
        const bool partly = j.who.callsign == Fit::unknown && flight.callsign;
        out.push_back(make("callsign", partly ? Grade::close : grade_of(j.who.callsign), frequency, who.callsign, flight.callsign.text(),
                           j.who.callsign == Fit::agrees ? rarity(frequency, "under it") : partly ? "sent for a part of the flight only" : flight.callsign ? "another callsign" : "no callsign was heard"));
    }
    if (!who.flight_number.empty()) {
        const bool same = j.who.flight_number == Fit::agrees;
        out.push_back(make("flight_number", same ? Grade::same : flight.callsign ? Grade::off : Grade::unknown, scene.index.frequency_of_callsign(flight.callsign), who.flight_number,
                           flight.callsign.text(), same ? "the callsign shows it" : "many carriers fly under other callsigns, so this proves nothing"));
    }
    if (who.type || who.type_named) {
        const Typecode& seen = flight.aircraft.type ? flight.aircraft.type : history.aircraft.type;
        const double frequency = scene.index.frequency_of_type(seen ? seen : who.type);
        out.push_back(make("type", j.who.related_type ? Grade::close : grade_of(j.who.type), frequency, who.type_words, seen ? name_of(seen) : std::string(),
                           j.who.related_type ? "another variant of the same model" : !seen ? "no input tells the type" : rarity(frequency, "of this type")));
    }
    if (!who.operator_words.empty()) {
        std::string seen = !flight.aircraft.operator_name.empty() ? flight.aircraft.operator_name : history.aircraft.operator_name;
        if (const Operator* op = flight.callsign ? operator_of_callsign(flight.callsign.text()) : nullptr; seen.empty() && op) seen = op->name;
        out.push_back(make("operator", grade_of(j.who.op), 0, who.operator_words, seen,
                           j.who.op == Fit::agrees ? "owner or callsign is theirs" : j.who.op == Fit::disagrees ? "owner and callsign are another's; it may be leased" : "the tracks do not tell"));
    }
}

double frequency_of(const PlaceSet& place, const Scene& scene) {
    double sum = 0;
    // A rare place is rare as a whole: of fields never seen only one counts.
    const double rarest = scene.index.frequency_of_airport("");
    for (const Airport* airport : place.airports) {
        const double share = scene.index.frequency_of_airport(airport->code);
        if (share > rarest) sum += share;
    }
    return std::min(0.99, std::max(rarest, sum / 2));
}

void add_end(std::string_view field, const PlaceSet* place, const PlaceFit& fit, const EndPoint& end, const Scene& scene, std::vector<Agreement>& out) {
    if (!place) return;
    Grade grade = Grade::unknown;
    std::string because;
    if (fit.inside >= 0.9) grade = fit.observed ? Grade::same : Grade::likely;
    else if (fit.outside >= 0.9) grade = Grade::differs;
    else if (fit.inside > 0.3) grade = Grade::close;
    const double frequency = frequency_of(*place, scene);
    if (grade == Grade::differs) because = end.because.empty() ? "seen elsewhere" : end.because;
    else if (grade == Grade::unknown || grade == Grade::close) because = !end.because.empty() ? end.because : "this end was not seen";
    else because = (fit.observed || end.because.empty() ? std::string() : end.because + "; ") + rarity(frequency, "to or from there");
    std::string seen = !end.airport.empty() ? airport_words(end.airport, scene.places.table()) : std::string();
    out.push_back(make(field, grade, frequency, place->words, std::move(seen), std::move(because)));
}

void add_time(const Statement& s, const Judged& j, const Scene& scene, std::vector<Agreement>& out) {
    if (!s.timed) return;
    const Clock clock = Clock::of(*s.claim);
    const TimeWindow covered = scene.index.covered();
    const double span = std::max(3600.0, to_seconds(covered.end() - covered.begin()));
    const double frequency = std::clamp((s.end - s.begin + 600) / span, 1e-6, 0.99);
    const Moment& m = j.moment;
    Grade grade = Grade::unknown;
    std::string because, seen;
    if (m.point && m.estimate) {
        seen = clock.date_time(*m.estimate);
        if (!m.observed && m.begin && m.end) seen += fmt::format(" (window {} to {})", clock.time(*m.begin), clock.time(*m.end));
    } else if (m.begin && m.end) {
        seen = fmt::format("{} to {}", clock.date_time(*m.begin), clock.date_time(*m.end));
    }
    if (j.time.fit == Fit::agrees) {
        grade = j.time.probability >= 0.99 ? Grade::same : j.time.probability >= 0.9 ? Grade::likely : Grade::close;
        because = margin_words(s, j);
    } else if (j.time.fit == Fit::disagrees) {
        grade = j.time.off_minutes < 60 ? Grade::close : Grade::differs;
        because = margin_words(s, j);
    } else {
        because = "the moment was not seen";
    }
    out.push_back(make("time", grade, frequency, s.claim->time->text, std::move(seen), std::move(because)));
}

}  // namespace

bool one_character_off(const std::string& a, const std::string& b) {
    if (a.size() != b.size()) return false;
    std::size_t differences = 0;
    for (std::size_t i = 0; i < a.size(); ++i) differences += a[i] != b[i];
    return differences == 1;
}

std::vector<Agreement> make_agreements(const Statement& s, const Judged& j, const Scene& scene) {
    std::vector<Agreement> out;
    const Flight& flight = scene.flight(j.flight);
    add_identity(s, j, scene, out);
    const bool stay = s.event == ClaimEvent::on_ground || s.event == ClaimEvent::visit;
    if (!stay) add_end("origin", s.origin, j.origin, flight.departure, scene, out);
    add_end("destination", s.event == ClaimEvent::turn_back ? s.origin : s.destination, j.destination, flight.arrival, scene, out);
    if (!s.via.empty())
        out.push_back(make("via", grade_of(j.via), 0, s.via.front()->words, j.via == Fit::agrees ? s.via.front()->words : std::string(), j.via == Fit::agrees ? "fixes lie inside" : "not seen there"));
    add_time(s, j, scene, out);
    if (s.claim->mode == TravelMode::air) out.push_back(make("mode", Grade::same, 0, "air", "air", "a flight"));
    else if (!s.by_air) out.push_back(make("mode", Grade::differs, 0, std::string(to_string(s.claim->mode)), "air", "a flight"));
    return out;
}

}  // namespace detail

std::vector<Agreement> find_agreements(const Claim& claim, std::size_t flight, const FlightIndex& index, const AirportTable& airports) {
    detail::Scene scene(index, airports);
    const detail::Statement s = detail::make_statement(claim, scene.places);
    return detail::make_agreements(s, detail::judge(s, index, flight, scene.places), scene);
}

std::vector<ScoredCandidate> find_candidates(const Claim& claim, const FlightIndex& index, const AirportTable& airports) {
    detail::Scene scene(index, airports);
    const detail::Statement s = detail::make_statement(claim, scene.places);
    std::vector<std::size_t> suspects;
    std::vector<ScoredCandidate> candidates;
    for (const detail::Judged& j : detail::judge_candidates(s, scene, suspects)) {
        ScoredCandidate candidate;
        candidate.flight = j.flight;
        candidate.agreements = detail::make_agreements(s, j, scene);
        for (const Agreement& a : candidate.agreements) candidate.weight += a.weight;
        candidate.probability = j.probability;
        candidate.identity_agrees = j.who_fits;
        candidates.push_back(std::move(candidate));
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const ScoredCandidate& a, const ScoredCandidate& b) { return a.weight > b.weight; });
    return candidates;
}

}  // namespace flightxref
