// SPDX-License-Identifier: BSL-1.0
// JSON as pandas writes a "traffic" table (orient="records", also one record a line): feet, knots; timestamps in
// milliseconds or ISO.
// Specification: the names of columns in xoolive/traffic, docs "core structure".
#include "track/formats.hpp"
#include "track/json_records.hpp"

namespace flightxref::detail {

bool sniff_traffic_json(const Head& head) { return head.root != 0 && head.has_key("timestamp") && head.has_key("latitude") && head.has_key("longitude"); }

void decode_traffic_json(const DecoderInput& input, Decoded& out, IssueLog& log) {
    std::uint32_t record = 0;
    const auto one = [&](std::string_view, JsonValue row, std::uint64_t offset) {
        RawFix raw;
        raw.record = record++;
        raw.offset = offset;
        const auto address = Icao24::parse(text_in(row, "icao24"));
        const std::string_view callsign = text_in(row, "callsign"), id = text_in(row, "flight_id");
        TrackPart& part = address ? out.part(*address, false) : out.part(id.empty() ? callsign : id);
        if (!part.aircraft.registration) part.aircraft.registration = Registration(text_in(row, "registration").substr(0, 16));
        if (!part.aircraft.type) part.aircraft.type = Typecode(identifier_key(text_in(row, "typecode").substr(0, 8)));
        raw.time = time_of(member(row, "timestamp"));
        raw.latitude = number_in(row, "latitude");
        raw.longitude = number_in(row, "longitude");
        raw.baro_altitude_ft = number_in(row, "altitude");
        raw.geom_altitude_ft = number_in(row, "geoaltitude");
        raw.ground_speed_kt = number_in(row, "groundspeed");
        raw.vertical_rate_fpm = number_in(row, "vertical_rate");
        raw.track_deg = number_in(row, "track");
        raw.on_ground = flag_of(member(row, "onground"));
        raw.squawk = parse_squawk(text_in(row, "squawk"));
        raw.callsign = part.callsign_index(callsign);
        add_fix(part, raw, log);
    };
    out.broken = !for_each_record(input.text, {}, log, one);
}

}  // namespace flightxref::detail
