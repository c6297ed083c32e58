// SPDX-License-Identifier: BSL-1.0
// Flightradar24's archive: <day>_<flight_id>.csv with the positions of one flight and <day>_flights.csv with all flights of
// the day. The address there is the decimal number; rows are unsorted and end at UTC midnight.
// Specification: euctrl-pru/trrrj inst/extdata and its documentation; xoolive/traffic data/datasets/flightradar24.py.
#include "track/csv.hpp"
#include "track/formats.hpp"

#include <cmath>

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

bool sniff_fr24_archive_flights(const Head& head) { return head.root == 0 && head.has_column("flight_id") && head.has_column("aircraft_id") && head.has_column("callsign"); }

void decode_fr24_archive_flights(const DecoderInput& input, Decoded& out, IssueLog& log) {
    CsvRows rows(input.text, log);
    const int flight = rows.column({"flight_id"}), aircraft = rows.column({"aircraft_id"}), reg = rows.column({"reg"}), equip = rows.column({"equip"}),
              callsign = rows.column({"callsign"}), from = rows.column({"schd_from"}), to = rows.column({"schd_to"}), real_to = rows.column({"real_to"});
    rows.require(static_cast<std::size_t>(std::max({flight, aircraft, callsign})) + 1);
    const auto known = [&](int column) {
        const std::string_view text = rows.cell(column);
        return text == "NA" || text == "N/A" ? std::string_view{} : text;
    };
    while (rows.next()) {
        FlightRow row;
        row.flight_id = rows.cell(flight);
        if (const auto address = rows.number(aircraft); address && *address > 0 && *address < 0xFFFFFF && *address == std::floor(*address)) {
            row.aircraft.icao24 = Icao24::from_value(static_cast<std::uint32_t>(*address));
            row.aircraft.non_icao_address = (row.aircraft.icao24->value() >> 16) == 0xdd;  // gliders and the like heard by FLARM
        }
        row.aircraft.registration = Registration(known(reg).substr(0, 16));
        row.aircraft.type = Typecode(known(equip).substr(0, 8));
        row.aircraft.ground_vehicle = known(equip) == "GRND";
        row.callsign = known(callsign).substr(0, 16);
        const std::string_view destination = known(real_to).empty() ? known(to) : known(real_to);
        if (!known(from).empty() || !destination.empty()) row.leg = StatedLeg{std::string(known(from)), std::string(destination), std::nullopt, std::nullopt, row.callsign, 0};
        out.flight_rows.push_back(std::move(row));
    }
}

}  // namespace flightxref::detail
