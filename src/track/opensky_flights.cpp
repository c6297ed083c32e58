// SPDX-License-Identifier: BSL-1.0
// OpenSky REST answers to /flights/*: who flew where, as OpenSky estimates it. No positions.
// Specification: openskynetwork/opensky-api docs/free/flight-response.rst.
#include "track/formats.hpp"
#include "track/json_records.hpp"

namespace flightxref::detail {

bool sniff_opensky_flights(const Head& head) {
    return head.root != 0 && head.has_key("icao24") && (head.has_key("estArrivalAirport") || head.has_key("EstArrivalAirport") || head.has_key("estDepartureAirport") || head.has_key("firstSeen"));
}

void decode_opensky_flights(const DecoderInput& input, Decoded& out, IssueLog& log) {
    std::uint64_t flights = 0;
    const auto one = [&](std::string_view, JsonValue flight, std::uint64_t offset) {
        const auto address = Icao24::parse(text_in(flight, "icao24"));
        if (!address) return log.add(IssueCode::bad_value, "address is not six hexadecimal digits", offset, text_in(flight, "icao24"));
        const auto either = [&](std::string_view lower, std::string_view upper) {
            const std::string_view text = text_in(flight, lower);
            return std::string(text.empty() ? text_in(flight, upper) : text);
        };
        StatedLeg leg;
        leg.estimated = true;
        leg.origin = either("estDepartureAirport", "EstDepartureAirport");
        leg.destination = either("estArrivalAirport", "EstArrivalAirport");
        leg.departed = instant_of(member(flight, "firstSeen"));
        leg.arrived = instant_of(member(flight, "lastSeen"));
        leg.callsign = Callsign(text_in(flight, "callsign")).text();
        TrackPart& part = out.part(*address, false);
        part.callsign_index(leg.callsign);
        part.stated_legs.push_back(std::move(leg));
        ++flights;
    };
    out.broken = !for_each_record(input.text, {}, log, one);
    log.add_many(IssueCode::not_evidence, "flights whose ends and times are OpenSky's estimates; no positions", flights);
}

}  // namespace flightxref::detail
