// SPDX-License-Identifier: BSL-1.0
// CSV as Python's "traffic" library and its friends write it: feet, knots, feet a minute, one header line.
// Specification: the names of columns in xoolive/traffic, docs "core structure" and its samples.
#include "track/csv.hpp"
#include "track/formats.hpp"

namespace flightxref::detail {

bool sniff_traffic_csv(const Head& head) {
    return head.root == 0 && head.has_column("timestamp") && head.has_column("latitude") && head.has_column("longitude") &&
           (head.has_column("icao24") || head.has_column("groundspeed") || head.has_column("flight_id") || head.has_column("callsign")) && !head.has_column("position");
}

void decode_traffic_csv(const DecoderInput& input, Decoded& out, IssueLog& log) {
    CsvRows rows(input.text, log);
    const int time = rows.column({"last_position", "timestamp"}), row_time = rows.column({"timestamp"}), icao24 = rows.column({"icao24"}), lat = rows.column({"latitude"}),
              lon = rows.column({"longitude"}), altitude = rows.column({"altitude"}), geo = rows.column({"geoaltitude"}), speed = rows.column({"groundspeed"}),
              track = rows.column({"track"}), rate = rows.column({"vertical_rate"}), callsign = rows.column({"callsign"}), onground = rows.column({"onground"}),
              squawk = rows.column({"squawk"}), registration = rows.column({"registration"}), type = rows.column({"typecode"}), origin = rows.column({"origin"}),
              destination = rows.column({"destination"}), flight_id = rows.column({"flight_id"});
    rows.require(static_cast<std::size_t>(std::max({row_time, lat, lon})) + 1);
    std::uint64_t repeats = 0;
    while (rows.next()) {
        const auto address = Icao24::parse(rows.cell(icao24));
        if (!rows.cell(icao24).empty() && !address) log.add(IssueCode::bad_value, "address is not six hexadecimal digits", rows.offset(), rows.cell(icao24));
        const std::string_view name = !rows.cell(flight_id).empty() ? rows.cell(flight_id) : rows.cell(callsign);
        TrackPart& part = address ? out.part(*address, false) : out.part(name);
        if (!part.aircraft.registration) part.aircraft.registration = Registration(rows.cell(registration));
        if (!part.aircraft.type) part.aircraft.type = Typecode(identifier_key(rows.cell(type)));
        if (!rows.cell(origin).empty() || !rows.cell(destination).empty()) {
            const StatedLeg leg{std::string(rows.cell(origin)), std::string(rows.cell(destination)), std::nullopt, std::nullopt, std::string(rows.cell(callsign)), 0};
            if (part.stated_legs.empty() || part.stated_legs.back().origin != leg.origin || part.stated_legs.back().destination != leg.destination) {
                if (part.stated_legs.size() < 1000) part.stated_legs.push_back(leg);
            }
        }
        RawFix raw;
        raw.time = parse_any_time(rows.cell(row_time));
        if (time != row_time)
            if (const auto updated = parse_any_time(rows.cell(time)); updated && raw.time && *updated <= *raw.time && *raw.time - *updated <= 60) raw.time = updated;
        raw.latitude = rows.number(lat);
        raw.longitude = rows.number(lon);
        if (!part.fixes.empty() && raw.time && raw.latitude && raw.longitude && from_epoch_seconds(std::clamp(*raw.time, -1e9, 7e9)) == part.fixes.back().time &&
            Position::from_degrees(*raw.latitude, *raw.longitude) == part.fixes.back().position) {
            ++repeats;
            continue;
        }
        raw.baro_altitude_ft = rows.number(altitude);
        raw.geom_altitude_ft = rows.number(geo);
        raw.ground_speed_kt = rows.number(speed);
        raw.track_deg = rows.number(track);
        raw.vertical_rate_fpm = rows.number(rate);
        raw.on_ground = rows.flag(onground);
        raw.squawk = parse_squawk(rows.cell(squawk));
        raw.callsign = part.callsign_index(rows.cell(callsign));
        raw.record = rows.record();
        raw.offset = rows.offset();
        add_fix(part, raw, log);
    }
    log.add_many(IssueCode::duplicate, "repeated positions, left out", repeats);
}

}  // namespace flightxref::detail
