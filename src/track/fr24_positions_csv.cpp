// SPDX-License-Identifier: BSL-1.0
// Flightradar24 positions as sold to analysts: flight_id,event_time,longitude,latitude,altitude,speed,on_ground,vert_speed,
// with a table of flights beside it (flight_id, address, registration, model, callsign, adep, ades, start_time, ...).
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

bool sniff_fr24_positions_flights(const Head& head) { return head.root == 0 && head.has_column("flight_id") && head.has_column("adep") && head.has_column("ades"); }

void decode_fr24_positions_flights(const DecoderInput& input, Decoded& out, IssueLog& log) {
    CsvRows rows(input.text, log);
    const int flight = rows.column({"flight_id"}), address = rows.column({"address", "icao24", "aircraft_address"}), reg = rows.column({"registration", "reg"}),
              type = rows.column({"model", "equip", "aircraft_type", "type"}), callsign = rows.column({"callsign"}), from = rows.column({"adep"}), to = rows.column({"ades"});
    rows.require(static_cast<std::size_t>(flight) + 1);
    while (rows.next()) {
        FlightRow row;
        row.flight_id = rows.cell(flight);
        row.aircraft.icao24 = Icao24::parse(rows.cell(address));
        row.aircraft.registration = Registration(rows.cell(reg).substr(0, 16));
        row.aircraft.type = Typecode(rows.cell(type).substr(0, 8));
        row.aircraft.ground_vehicle = rows.cell(type) == "GRND";
        row.callsign = rows.cell(callsign).substr(0, 16);
        if (!rows.cell(from).empty() || !rows.cell(to).empty()) row.leg = StatedLeg{std::string(rows.cell(from)), std::string(rows.cell(to)), std::nullopt, std::nullopt, row.callsign, 0};
        out.flight_rows.push_back(std::move(row));
    }
}

}  // namespace flightxref::detail
