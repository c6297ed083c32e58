// SPDX-License-Identifier: BSL-1.0
// The table beside Flightradar24's archive, <day>_flights.csv: all flights of the day, which a track is filed under by its
// flight_id. The address is the decimal number of its 24 bits, the registration has no hyphen.
// Specification: euctrl-pru/trrrj inst/extdata and its documentation; xoolive/traffic data/datasets/flightradar24.py.
#include "track/csv.hpp"
#include "track/formats.hpp"

#include <algorithm>
#include <cmath>

namespace flightxref::detail {

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
            row.aircraft.non_icao_address = is_flarm_address(row.aircraft.icao24);
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
