// SPDX-License-Identifier: BSL-1.0
#include "match/statement.hpp"

namespace flightxref::detail {
namespace {

StatedAircraft read_aircraft(const ClaimedAircraft& aircraft) {
    StatedAircraft who;
    who.registration = Registration(aircraft.registration);
    who.callsign = aircraft.callsign;
    who.flight_number = aircraft.flight_number;
    who.type = Typecode(aircraft.type_icao);
    who.type_words = !aircraft.type_text.empty() ? aircraft.type_text : aircraft.type_icao;
    if (!aircraft.type_text.empty()) who.type_named = find_type(aircraft.type_text);
    who.operator_words = aircraft.operator_name;
    if (!aircraft.operator_name.empty()) who.op = find_operator(aircraft.operator_name);
    return who;
}

bool is_denial(Modality modality) { return modality == Modality::negated || modality == Modality::denied || modality == Modality::cancelled; }

}  // namespace

Statement make_statement(const Claim& claim, PlaceBook& places) {
    Statement s;
    s.claim = &claim;
    s.event = claim.event;
    s.denies = is_denial(claim.modality);
    s.by_air = claim.mode == TravelMode::air || claim.mode == TravelMode::unknown;
    if (claim.aircraft) s.who = read_aircraft(*claim.aircraft);
    if (claim.origin) s.origin = &places.of(*claim.origin);
    if (claim.destination) s.destination = &places.of(*claim.destination);
    for (const Place& place : claim.via) s.via.push_back(&places.of(place));
    // A stop without a destination of its own is a stop at the place it is said to go by.
    if (claim.event == ClaimEvent::stop && !s.destination && s.via.size() == 1) s.destination = s.via.front();
    // The reversal itself: where only one place is named it is the one that was left and reached again.
    if (claim.event == ClaimEvent::turn_back && !s.origin) s.origin = s.destination;
    if (claim.time && !claim.time->window.is_null() && !claim.time->window.begin().is_special() && !claim.time->window.end().is_special()) {
        s.timed = true;
        s.begin = to_epoch_seconds(earliest(claim.time->window));
        s.end = to_epoch_seconds(latest(claim.time->window)) + 1;
    }
    const bool ahead = claim.modality == Modality::planned || claim.modality == Modality::expected;
    if (!s.timed && !ahead && claim.published && !claim.published->is_special()) s.told_by = to_epoch_seconds(*claim.published);
    return s;
}

std::optional<Movement> Statement::movement() const {
    using Timed = Movement::Timed;
    Movement m;
    m.origin = origin;
    m.destination = destination;
    m.begin = begin;
    m.end = end;
    switch (event) {
        case ClaimEvent::depart: m.timed = Timed::departure; break;
        case ClaimEvent::arrive:
        case ClaimEvent::stop: m.timed = Timed::arrival; break;
        case ClaimEvent::return_: m.timed = Timed::either_end; break;
        case ClaimEvent::divert: m.timed = Timed::any_part; break;
        case ClaimEvent::fly:
        case ClaimEvent::travel: m.timed = Timed::any_part; break;
        case ClaimEvent::turn_back:
            m.timed = Timed::any_part;
            m.destination = m.origin;
            m.round_trip = true;
            break;
        case ClaimEvent::on_ground:
        case ClaimEvent::visit:
            m.timed = Timed::presence;
            m.origin = nullptr;
            break;
        default: return std::nullopt;
    }
    if (!m.origin && !m.destination) return std::nullopt;
    return m;
}

}  // namespace flightxref::detail
