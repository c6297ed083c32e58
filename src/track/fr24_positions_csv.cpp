// SPDX-License-Identifier: BSL-1.0
// Flightradar24 positions as sold to analysts: flight_id,event_time,longitude,latitude,altitude,speed,on_ground,vert_speed;
// whose they are stands in a table beside it (fr24_positions_flights.cpp).
// Specification: euctrl-pru/trrrj data-raw and inst/extdata.
#include "track/csv.hpp"
#include "track/formats.hpp"

namespace flightxref::detail {

bool sniff_fr24_positions_csv(const Head& head) {
    return head.root == 0 && head.has_column("flight_id") && head.has_column("event_time") && head.has_column("longitude") && head.has_column("latitude");
}

void decode_fr24_positions_csv(const DecoderInput& input, Decoded& out, IssueLog& log) {
    CsvRows rows(input.text, log);
    const int flight = rows.column({"flight_id"}), time = rows.column({"event_time"}), lat = rows.column({"latitude"}), lon = rows.column({"longitude"}),
              altitude = rows.column({"altitude"}), speed = rows.column({"speed"}), on_ground = rows.column({"on_ground"}), rate = rows.column({"vert_speed"}),
              track = rows.column({"heading", "track"}), squawk = rows.column({"squawk"});
    while (rows.next()) {
        TrackPart& part = out.part(rows.cell(flight));
        if (part.flight_id.empty()) part.flight_id = rows.cell(flight);
        RawFix raw;
        raw.time = parse_any_time(rows.cell(time));
        raw.latitude = rows.number(lat);
        raw.longitude = rows.number(lon);
        raw.on_ground = rows.flag(on_ground);
        const auto feet = rows.number(altitude);
        if (!(raw.on_ground.value_or(false) && feet == 0.0)) raw.baro_altitude_ft = feet;  // 0 is written for "on the ground" too
        raw.ground_speed_kt = rows.number(speed);
        raw.vertical_rate_fpm = rows.number(rate);
        raw.track_deg = rows.number(track);
        raw.squawk = parse_squawk(rows.cell(squawk));
        raw.record = rows.record();
        raw.offset = rows.offset();
        add_fix(part, raw, log);
    }
}

}  // namespace flightxref::detail
