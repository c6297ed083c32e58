// SPDX-License-Identifier: BSL-1.0
// Flightradar24's CSV download of one flight: Timestamp,UTC,Callsign,Position,Altitude,Speed,Direction. Feet, knots, degrees;
// altitude 0 means on the ground; no address.
// Specification: till213/SkyDolly src/Plugins/Flight/Import/CsvImport/doc; the header line.
#include "track/csv.hpp"
#include "track/formats.hpp"

namespace flightxref::detail {

bool sniff_fr24_csv(const Head& head) {
    return head.root == 0 && head.has_column("Timestamp") && head.has_column("Position") && head.has_column("Altitude") && head.has_column("Direction");
}

void decode_fr24_csv(const DecoderInput& input, Decoded& out, IssueLog& log) {
    CsvRows rows(input.text, log);
    const int time = rows.column({"Timestamp"}), utc = rows.column({"UTC"}), callsign = rows.column({"Callsign"}), position = rows.column({"Position"}),
              altitude = rows.column({"Altitude"}), speed = rows.column({"Speed"}), direction = rows.column({"Direction"});
    TrackPart& part = out.part(stem_of(input.path));
    while (rows.next()) {
        RawFix raw;
        raw.time = parse_any_time(rows.cell(time));
        if (!raw.time) raw.time = parse_any_time(rows.cell(utc));
        const std::string_view place = rows.cell(position);
        const std::size_t comma = place.find(',');
        bool bad = comma == std::string_view::npos;
        if (!bad) {
            raw.latitude = parse_number(place.substr(0, comma), bad);
            raw.longitude = parse_number(place.substr(comma + 1), bad);
        }
        if (const auto feet = rows.number(altitude)) {
            raw.on_ground = *feet == 0;
            if (*feet != 0) raw.baro_altitude_ft = feet;
        }
        raw.ground_speed_kt = rows.number(speed);
        raw.track_deg = rows.number(direction);
        raw.callsign = part.callsign_index(rows.cell(callsign));
        raw.record = rows.record();
        raw.offset = rows.offset();
        add_fix(part, raw, log);
    }
}

}  // namespace flightxref::detail
