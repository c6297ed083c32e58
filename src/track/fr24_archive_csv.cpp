// SPDX-License-Identifier: BSL-1.0
// Flightradar24's archive: <day>_<flight_id>.csv with the positions of one flight; whose they are stands in the table beside
// it (fr24_archive_flights.cpp). Rows are unsorted and end at UTC midnight; squawks are the decimal number of octal digits.
// Specification: euctrl-pru/trrrj inst/extdata and its documentation; xoolive/traffic data/datasets/flightradar24.py.
#include "track/csv.hpp"
#include "track/formats.hpp"

namespace flightxref::detail {

bool sniff_fr24_archive_csv(const Head& head) { return head.root == 0 && head.has_column("snapshot_id") && head.has_column("latitude") && head.has_column("longitude"); }

void decode_fr24_archive_csv(const DecoderInput& input, Decoded& out, IssueLog& log) {
    CsvRows rows(input.text, log);
    const int time = rows.column({"snapshot_id"}), altitude = rows.column({"altitude"}), heading = rows.column({"heading"}), lat = rows.column({"latitude"}),
              lon = rows.column({"longitude"}), speed = rows.column({"speed"}), squawk = rows.column({"squawk"}), flight = rows.column({"flight_id"});
    const std::string_view stem = stem_of(input.path);
    std::uint64_t estimated_speeds = 0;
    while (rows.next()) {
        const std::string_view id = flight >= 0 ? rows.cell(flight) : stem.substr(stem.find_last_of('_') + 1);
        TrackPart& part = out.part(id);
        if (part.flight_id.empty()) part.flight_id = id;
        RawFix raw;
        raw.time = epoch_of(rows.number(time));
        raw.latitude = rows.number(lat);
        raw.longitude = rows.number(lon);
        raw.ground_speed_kt = rows.number(speed);
        raw.track_deg = rows.number(heading);
        if (const auto feet = rows.number(altitude)) {
            raw.on_ground = *feet == 0;
            if (*feet != 0) raw.baro_altitude_ft = feet;
        }
        if (raw.ground_speed_kt == 0.0 && raw.baro_altitude_ft) {  // positions without a velocity (multilateration) are written so
            raw.ground_speed_kt = std::nullopt;
            raw.track_deg = std::nullopt;
            ++estimated_speeds;
        }
        raw.squawk = squawk_from_value(rows.number(squawk));
        raw.record = rows.record();
        raw.offset = rows.offset();
        add_fix(part, raw, log);
    }
    log.add_many(IssueCode::bad_value, "speed 0 in flight stands for none", estimated_speeds);
}

}  // namespace flightxref::detail
