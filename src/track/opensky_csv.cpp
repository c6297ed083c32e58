// SPDX-License-Identifier: BSL-1.0
// OpenSky state vectors as CSV, as its database and public samples give them: one row a second per aircraft, metres and m/s.
// Specification: openskynetwork/opensky-api docs/free/trino.rst; open-aviation/pyopensky src/pyopensky/schema.py.
#include "track/csv.hpp"
#include "track/formats.hpp"

#include <unordered_map>

namespace flightxref::detail {

bool sniff_opensky_csv(const Head& head) {
    return head.root == 0 && head.has_column("icao24") && head.has_column("lat") && head.has_column("lon") && head.has_column("time") &&
           (head.has_column("baroaltitude") || head.has_column("velocity"));
}

namespace {

/// OpenSky repeats the last state for up to five minutes after an aircraft was lost. What was last seen of each tells a repeat.
struct LastSeen {
    double position_time = -1e18, row_time = -1e18;
    double latitude = 1e9, longitude = 1e9;
    std::optional<bool> on_ground;
};

constexpr double stale_after_s = 15;

}  // namespace

void decode_opensky_csv(const DecoderInput& input, Decoded& out, IssueLog& log) {
    CsvRows rows(input.text, log);
    const int time = rows.column({"time"}), icao24 = rows.column({"icao24"}), lat = rows.column({"lat"}), lon = rows.column({"lon"}),
              velocity = rows.column({"velocity"}), heading = rows.column({"heading"}), vertrate = rows.column({"vertrate"}), callsign = rows.column({"callsign"}),
              onground = rows.column({"onground"}), squawk = rows.column({"squawk"}), baro = rows.column({"baroaltitude"}), geo = rows.column({"geoaltitude"}),
              last_position = rows.column({"lastposupdate"}), last_contact = rows.column({"lastcontact"});
    rows.require(static_cast<std::size_t>(std::max({time, icao24, lat, lon})) + 1);
    std::unordered_map<const TrackPart*, LastSeen> seen;
    std::uint64_t repeats = 0, without_position = 0;
    while (rows.next()) {
        const auto address = Icao24::parse(rows.cell(icao24));
        if (!address) {
            log.add(IssueCode::bad_value, "address is not six hexadecimal digits", rows.offset(), rows.cell(icao24));
            continue;
        }
        RawFix raw;
        raw.latitude = rows.number(lat);
        raw.longitude = rows.number(lon);
        if (!raw.latitude && !raw.longitude) {
            ++without_position;
            continue;
        }
        TrackPart& part = out.part(*address, false);
        const auto row_time = parse_any_time(rows.cell(time));
        const auto updated = parse_any_time(rows.cell(last_position)), contact = parse_any_time(rows.cell(last_contact));
        raw.on_ground = rows.flag(onground);
        LastSeen& last = seen[&part];
        const bool same_place = raw.latitude == last.latitude && raw.longitude == last.longitude;
        const auto speed = rows.number(velocity);
        // Stale: no contact for long, or the position is old; without those columns, a moving aircraft that does not move.
        bool repeat = false;
        if (row_time && contact && *row_time - *contact > stale_after_s) repeat = true;
        else if (updated) repeat = *updated <= last.position_time && same_place && raw.on_ground == last.on_ground;
        else repeat = same_place && raw.on_ground == last.on_ground && speed.value_or(0) > 15 && last.row_time + 300 > row_time.value_or(0);
        if (row_time) last.row_time = *row_time;
        if (repeat) {
            ++repeats;
            continue;
        }
        // The position is as old as its update; where that is out of line with the row's own second, the row is believed.
        raw.time = updated && row_time && *updated <= *row_time + 1 && *row_time - *updated <= 60 && *updated > last.position_time ? updated : row_time;
        if (raw.time) last.position_time = std::max(last.position_time, *raw.time);
        last.latitude = raw.latitude.value_or(1e9);
        last.longitude = raw.longitude.value_or(1e9);
        last.on_ground = raw.on_ground;
        const auto scaled_by = [](std::optional<double> value, double factor) { return value ? std::optional<double>(*value * factor) : std::nullopt; };
        raw.ground_speed_kt = scaled_by(speed, knots_per_metre_second);
        raw.track_deg = rows.number(heading);
        raw.vertical_rate_fpm = scaled_by(rows.number(vertrate), feet_a_minute_per_metre_second);
        raw.baro_altitude_ft = scaled_by(rows.number(baro), feet_per_metre);
        raw.geom_altitude_ft = scaled_by(rows.number(geo), feet_per_metre);
        raw.squawk = parse_squawk(rows.cell(squawk));
        raw.callsign = part.callsign_index(rows.cell(callsign));
        raw.record = rows.record();
        raw.offset = rows.offset();
        add_fix(part, raw, log);
    }
    log.add_many(IssueCode::duplicate, "states repeated after contact was lost, left out", repeats);
    log.add_many(IssueCode::nothing_found, "states without a position", without_position);
}

}  // namespace flightxref::detail
