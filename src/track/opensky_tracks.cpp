// SPDX-License-Identifier: BSL-1.0
// OpenSky REST answers to /tracks (waypoints of one flight) and /flights/* (who flew where, as OpenSky estimates it).
// Specification: openskynetwork/opensky-api docs/free/track-response.rst and flight-response.rst.
#include "track/formats.hpp"
#include "track/json_doc.hpp"

#include <array>

namespace flightxref::detail {

bool sniff_opensky_tracks(const Head& head) { return head.root != 0 && head.has_key("icao24") && head.has_key("path"); }

void decode_opensky_tracks(const DecoderInput& input, Decoded& out, IssueLog& log) {
    std::uint32_t record = 0;
    const auto one = [&](JsonValue track, std::uint64_t offset) {
        const auto address = Icao24::parse(text_in(track, "icao24"));
        if (!address) return log.add(IssueCode::bad_value, "address is not six hexadecimal digits", offset, text_in(track, "icao24"));
        TrackPart& part = out.part(*address, false);
        std::string_view callsign = text_in(track, "callsign");
        if (callsign.empty()) callsign = text_in(track, "calllsign");  // so spelt in the documentation, and sent
        const std::uint16_t index = part.callsign_index(callsign);
        for_each_element(member(track, "path"), [&](JsonValue waypoint) {
            std::array<std::optional<JsonValue>, 6> cells;
            std::size_t count = 0;
            for_each_element(waypoint, [&](JsonValue cell) {
                if (count < cells.size() && !cell.is_null()) cells[count] = cell;
                ++count;
            });
            RawFix raw;
            raw.record = record++;
            raw.offset = offset;
            raw.time = epoch_of(number_of(cells[0]));
            raw.latitude = number_of(cells[1]);
            raw.longitude = number_of(cells[2]);
            raw.baro_altitude_ft = times(number_of(cells[3]), feet_per_metre);
            raw.track_deg = number_of(cells[4]);
            raw.on_ground = flag_of(cells[5]);
            raw.callsign = index;
            add_fix(part, raw, log);
        });
    };
    out.broken = !for_each_json(input.text, log, [&](JsonValue root, std::uint64_t offset) {
        if (root.is_array()) for_each_element(root, [&](JsonValue track) { one(track, offset); });
        else one(root, offset);
    });
}

bool sniff_opensky_flights(const Head& head) {
    return head.root != 0 && head.has_key("icao24") && (head.has_key("estArrivalAirport") || head.has_key("EstArrivalAirport") || head.has_key("estDepartureAirport") || head.has_key("firstSeen"));
}

void decode_opensky_flights(const DecoderInput& input, Decoded& out, IssueLog& log) {
    std::uint64_t flights = 0;
    const auto one = [&](JsonValue flight, std::uint64_t offset) {
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
    out.broken = !for_each_json(input.text, log, [&](JsonValue root, std::uint64_t offset) {
        if (root.is_array()) for_each_element(root, [&](JsonValue flight) { one(flight, offset); });
        else one(root, offset);
    });
    log.add_many(IssueCode::not_evidence, "flights whose ends and times are OpenSky's estimates; no positions", flights);
}

}  // namespace flightxref::detail
