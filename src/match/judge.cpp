// SPDX-License-Identifier: BSL-1.0
#include "match/judge.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

constexpr double clock_tolerance_s = 4 * 60;    // rounding of clocks, and what an observed end leaves open
constexpr double bound_tolerance_s = 12 * 60;   // how far outside the window the likeliest moment of an unseen end may lie
constexpr double firm_end = 0.75;               // probability of an end, for the flight to bear a claim out
constexpr double likely_end = 0.4;              // the same where no other airport comes near it
constexpr double rival_share = 0.45;
constexpr double narrow_s = 30 * 60;            // bounds this close tell the moment
constexpr double near_end_km = 60;              // a track that stops this near to the place told tells when the end was
constexpr double sure_plan = 0.9;               // an address plan less sure is no identity
constexpr double longest_stop_s = 6 * 3600;     // a longer stay is no stop on the way

std::optional<double> seconds_of(const std::optional<Instant>& instant) {
    if (!instant || instant->is_special()) return std::nullopt;
    return to_epoch_seconds(*instant);
}

Moment end_moment(const EndPoint& end) {
    Moment m;
    m.begin = seconds_of(end.not_before);
    m.end = seconds_of(end.not_after);
    m.estimate = seconds_of(end.estimate);
    m.observed = end.observed;
    if (!m.estimate && m.begin && m.end && *m.end - *m.begin <= narrow_s) m.estimate = (*m.begin + *m.end) / 2;
    if (!m.begin && m.estimate && m.observed) m.begin = m.estimate;
    if (!m.end && m.estimate && m.observed) m.end = m.estimate;
    return m;
}

/// When a flight that came back was farthest from where it began: the reversal.
std::optional<double> turning_moment(const Flight& flight) {
    const auto fixes = flight.fixes();
    if (fixes.empty()) return std::nullopt;
    double farthest = -1;
    std::optional<double> when;
    for (const StateVector& fix : fixes) {
        const double km = distance_km(fixes.front().position, fix.position);
        if (km > farthest) farthest = km, when = to_epoch_seconds(fix.time);
    }
    return when;
}

std::string_view likeliest(const EndPoint& end) {
    if (!end.airport.empty()) return end.airport;
    return end.candidates.empty() ? std::string_view{} : std::string_view(end.candidates.front().airport);
}

Fit fit_callsign(const Flight& flight, const std::string& printed) {
    if (flight.callsign && is_same_flight(flight.callsign, printed)) return Fit::agrees;
    if (!flight.callsign) return Fit::unknown;
    // A callsign left over from the flight before, or changed under way, neither confirms nor excludes.
    if (flight.track) {
        std::uint16_t last = 0;
        for (const StateVector& fix : flight.fixes()) {
            if (fix.callsign == 0 || fix.callsign == last) continue;
            last = fix.callsign;
            if (is_same_flight(Callsign(flight.track->callsign_of(fix)), printed)) return Fit::unknown;
        }
    }
    return Fit::disagrees;
}

Fit fit_operator(const StatedAircraft& who, const Flight& flight, const AircraftHistory& history) {
    const std::string& owner = !flight.aircraft.operator_name.empty() ? flight.aircraft.operator_name : history.aircraft.operator_name;
    if (!owner.empty() && !who.operator_words.empty() && detail::identifier_key(owner) == detail::identifier_key(who.operator_words)) return Fit::agrees;
    if (!who.op) return Fit::unknown;
    const Operator* by_owner = owner.empty() ? nullptr : find_operator(owner);
    const Operator* by_callsign = flight.callsign ? operator_of_callsign(flight.callsign.text()) : nullptr;
    if (by_owner == who.op || by_callsign == who.op) return Fit::agrees;
    return by_owner || by_callsign ? Fit::disagrees : Fit::unknown;
}

void fit_type(const StatedAircraft& who, const Typecode& observed, WhoFit& fit) {
    if (!observed || (!who.type && !who.type_named)) return;
    const bool listed = who.type_named && std::find(who.type_named->candidates.begin(), who.type_named->candidates.end(), observed) != who.type_named->candidates.end();
    if (who.type ? who.type == observed : listed) fit.type = Fit::agrees;
    else if (listed || (who.type && is_same_family(observed, who.type)) || (who.type_named && is_same_family(observed, *who.type_named))) fit.related_type = true;
    else fit.type = Fit::disagrees;
}

}  // namespace

std::string identity_doubt(const AircraftHistory& history, const Registration& told) {
    const Aircraft& aircraft = history.aircraft;
    if (history.conflicting) return "the inputs give its address more than one registration";
    if (history.overlapping) return "two flights under this identity overlap, so that two aircraft may share it";
    if (aircraft.privacy_address) return "it used a temporary privacy address, which tells no registration";
    if (aircraft.non_icao_address) return "its address is made up by the source";
    if (aircraft.registration && history.planned)
        return fmt::format("the inputs call it {}, while the plan of its state gives address {} to {}; one of them may be out of date", aircraft.registration.text(), aircraft.icao24->to_string(), history.planned.text());
    if (!aircraft.registration && history.planned == told && history.planned_confidence < sure_plan) return "its registration is only computed from its address";
    return {};
}

WhoFit fit_who(const StatedAircraft& who, const Flight& flight, const AircraftHistory& history) {
    WhoFit fit;
    const Aircraft& aircraft = history.aircraft;
    if (who.registration) {
        if (aircraft.registration == who.registration) fit.registration = Fit::agrees;
        else if (history.planned == who.registration) fit.registration = Fit::agrees, fit.by_plan = true;
        else if (aircraft.registration) fit.registration = Fit::disagrees;
        if (fit.registration == Fit::agrees) fit.doubt = identity_doubt(history, who.registration);
    }
    if (!who.callsign.empty()) fit.callsign = fit_callsign(flight, who.callsign);
    if (!who.flight_number.empty() && flight.callsign) fit.flight_number = is_same_flight(flight.callsign, who.flight_number) ? Fit::agrees : Fit::unknown;
    if (who.op || !who.operator_words.empty()) fit.op = fit_operator(who, flight, history);
    fit_type(who, flight.aircraft.type ? flight.aircraft.type : aircraft.type, fit);
    return fit;
}

Moment moment_of(ClaimEvent event, const Flight& flight, const Flight* next) {
    const Moment departure = end_moment(flight.departure), arrival = end_moment(flight.arrival);
    const auto start = departure.estimate ? departure.estimate : seconds_of(flight.first_seen);
    const auto stop = arrival.estimate ? arrival.estimate : seconds_of(flight.last_seen);
    switch (event) {
        case ClaimEvent::depart: return departure;
        case ClaimEvent::arrive:
        case ClaimEvent::stop:
        case ClaimEvent::divert:
        case ClaimEvent::return_: return arrival;
        case ClaimEvent::turn_back: {
            auto turned = turning_moment(flight);
            return {turned ? turned : start, stop, std::nullopt, false, arrival.observed};
        }
        case ClaimEvent::on_ground:
        case ClaimEvent::visit: {
            Moment stay{arrival.estimate, std::nullopt, std::nullopt, false, arrival.observed};
            if (next) stay.end = next->departure.estimate ? seconds_of(next->departure.estimate) : seconds_of(next->first_seen);
            // Not seen to leave: it may have stayed for a moment only.
            if (!stay.end && arrival.estimate) stay.end = *arrival.estimate + 15 * 60;
            return stay;
        }
        default: return {start, stop, std::nullopt, false, departure.observed && arrival.observed};
    }
}

TimeFit fit_time(const Statement& s, const Moment& m) {
    TimeFit fit;
    if (!s.timed) {
        fit.probability = 1;
        return fit;
    }
    const double begin = s.begin - clock_tolerance_s, end = s.end + clock_tolerance_s;
    if (!m.point) {
        if (!m.begin || !m.end) return fit;
        const bool touches = *m.begin <= end && *m.end >= begin;
        fit.off_minutes = touches ? 0 : std::max(s.begin - *m.end, *m.begin - s.end) / 60;
        fit.fit = touches ? Fit::agrees : Fit::disagrees;
        fit.probability = touches ? 1 : 0;
        return fit;
    }
    if (!m.estimate) {
        // Unbounded, or too wide to say: what can be excluded is known, the rest counts by its share.
        if ((m.end && *m.end < begin) || (m.begin && *m.begin > end)) {
            fit.fit = Fit::disagrees;
            fit.off_minutes = std::max({0.0, m.end ? (s.begin - *m.end) / 60 : 0.0, m.begin ? (*m.begin - s.end) / 60 : 0.0});
        } else if (m.begin && m.end && *m.end > *m.begin) {
            fit.fit = Fit::agrees;
            fit.probability = std::min(0.6, (std::min(*m.end, end) - std::max(*m.begin, begin)) / (*m.end - *m.begin));
        } else {
            fit.probability = 0.3;
        }
        return fit;
    }
    const double low = std::min(m.begin.value_or(*m.estimate), *m.estimate), high = std::max(m.end.value_or(*m.estimate), *m.estimate);
    fit.off_minutes = std::max({0.0, (s.begin - high) / 60, (low - s.end) / 60});
    if (high < begin || low > end) {
        fit.fit = Fit::disagrees;
        return fit;
    }
    const double estimate_off = std::max({0.0, begin - *m.estimate, *m.estimate - end});
    fit.fit = Fit::agrees;
    if (low >= begin && high <= end) fit.probability = 1;
    else if (estimate_off <= (m.observed ? 0 : bound_tolerance_s)) fit.probability = 0.97;
    else fit.probability = estimate_off <= 3 * bound_tolerance_s ? 0.6 : 0.3;
    return fit;
}

namespace {

Judged::Bearing bearing_of(const Judged& j, bool origin_told, bool destination_told) {
    using Bearing = Judged::Bearing;
    if (!j.who_fits || j.probability <= 0 || j.time.fit == Fit::disagrees || j.time.probability < 0.5) return Bearing::none;
    if (j.observed && j.probability >= 0.9) return Bearing::seen;
    const auto firm = [](const PlaceFit& fit) { return fit.inside >= firm_end; };
    const auto likely = [](const PlaceFit& fit) { return fit.inside >= likely_end && fit.rival <= fit.inside * rival_share; };
    const bool all_firm = (!origin_told || firm(j.origin)) && (!destination_told || firm(j.destination));
    const bool all_likely = (!origin_told || firm(j.origin) || likely(j.origin)) && (!destination_told || firm(j.destination) || likely(j.destination));
    if (all_firm && j.time.probability >= 0.9) return Bearing::firm;
    return all_likely ? Bearing::likely : Bearing::none;
}

}  // namespace

namespace {

/// Where the flight stage names no moment but the track stops close to the place told: what the rest of the way takes.
void estimate_from_near(const PlaceSet* place, bool arrival, std::span<const StateVector> fixes, Moment& m) {
    if (!place || m.estimate || fixes.empty()) return;
    const StateVector& fix = arrival ? fixes.back() : fixes.front();
    double km = 1e9;
    for (const Airport* airport : place->airports) km = std::min(km, distance_km(airport->position, fix.position));
    if (km > near_end_km) return;
    const double rest_s = arrival ? 150 + km / 380 * 3600 : 60 + km / 480 * 3600;
    m.estimate = to_epoch_seconds(fix.time) + (arrival ? rest_s : -rest_s);
}

}  // namespace

Judged judge(const Statement& s, const FlightIndex& index, std::size_t number, const PlaceBook& places) {
    Judged j;
    j.flight = number;
    const Flight& flight = index.flights()[number];
    const AircraftHistory& history = index.aircraft()[index.aircraft_of(number)];
    const auto after = index.flight_after(number);
    const Flight* next = after ? &index.flights()[*after] : nullptr;
    j.who = fit_who(s.who, flight, history);
    j.moment = moment_of(s.event, flight, next);
    if (j.moment.point) estimate_from_near(s.event == ClaimEvent::depart ? s.origin : s.destination, s.event != ClaimEvent::depart, flight.fixes(), j.moment);
    j.time = fit_time(s, j.moment);
    j.probability = j.time.probability;
    const bool stay = s.event == ClaimEvent::on_ground || s.event == ClaimEvent::visit;
    j.observed = j.moment.observed;
    if (s.origin && !stay) {
        j.origin = places.fit(*s.origin, flight.departure);
        j.probability *= j.origin.inside;
        j.observed &= j.origin.observed;
    }
    const PlaceSet* reached = s.event == ClaimEvent::turn_back ? s.origin : s.destination;
    if (reached) {
        j.destination = places.fit(*reached, flight.arrival);
        j.probability *= j.destination.inside;
        j.observed &= j.destination.observed;
    }
    if (s.event == ClaimEvent::turn_back && likeliest(flight.departure) != likeliest(flight.arrival)) j.probability = 0;
    if (s.event == ClaimEvent::stop) {
        const auto landed = end_moment(flight.arrival).estimate;
        const auto left = next ? (next->departure.estimate ? seconds_of(next->departure.estimate) : seconds_of(next->first_seen)) : std::nullopt;
        if (landed && left && *left - *landed > longest_stop_s) j.probability = 0;
        else if (!left) j.probability *= 0.5, j.time.probability = std::min(j.time.probability, 0.7);
    }
    if (!reached && !(s.origin && !stay)) j.probability = 0;  // nothing checkable is said of where
    const StatedAircraft& who = s.who;
    const bool type_fits = !(who.type || who.type_named) || j.who.type == Fit::agrees;
    if (who.names_one()) {
        j.who_fits = (!who.registration || j.who.registration == Fit::agrees) && (who.callsign.empty() || j.who.callsign == Fit::agrees) &&
                     (who.flight_number.empty() || j.who.flight_number == Fit::agrees) && j.who.type != Fit::disagrees && !j.who.related_type;
        // An operator can differ from the owner a database names; beside a tail number it decides nothing.
        if (!who.registration && (j.who.op == Fit::disagrees || !type_fits)) j.who_fits = false;
    } else {
        j.who_fits = who.names_kind() && type_fits && (who.operator_words.empty() || j.who.op == Fit::agrees);
    }
    if (!j.who.doubt.empty()) j.who_fits = false;
    j.bearing = bearing_of(j, s.origin && !stay, reached != nullptr);
    // Neither end seen and both likeliest at one field: a flight out and one home with the turn between unheard looks the same.
    if (j.bearing == Judged::Bearing::likely && !flight.departure.observed && !flight.arrival.observed && likeliest(flight.departure) == likeliest(flight.arrival)) j.bearing = Judged::Bearing::none;
    return j;
}

}  // namespace flightxref::detail
