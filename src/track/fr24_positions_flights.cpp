// SPDX-License-Identifier: BSL-1.0
// The table beside Flightradar24's positions CSV: flight_id, address, registration, model, callsign, adep, ades, start_time, ...
// Specification: euctrl-pru/trrrj data-raw and inst/extdata.
#include "track/csv.hpp"
#include "track/formats.hpp"

namespace flightxref::detail {

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
        row.aircraft.non_icao_address = is_flarm_address(row.aircraft.icao24);
        row.aircraft.registration = Registration(rows.cell(reg).substr(0, 16));
        row.aircraft.type = Typecode(rows.cell(type).substr(0, 8));
        row.aircraft.ground_vehicle = rows.cell(type) == "GRND";
        row.callsign = rows.cell(callsign).substr(0, 16);
        if (!rows.cell(from).empty() || !rows.cell(to).empty()) row.leg = StatedLeg{std::string(rows.cell(from)), std::string(rows.cell(to)), std::nullopt, std::nullopt, row.callsign, 0};
        out.flight_rows.push_back(std::move(row));
    }
}

}  // namespace flightxref::detail
