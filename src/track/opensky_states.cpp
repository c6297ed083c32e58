// SPDX-License-Identifier: BSL-1.0
// OpenSky REST answers to /states/all: {"time", "states": [[...]]}, 17 or 18 columns, metres and m/s, longitude first.
// Specification: openskynetwork/opensky-api docs/free/states-response.rst.
#include "track/formats.hpp"
#include "track/json_records.hpp"

#include <array>

namespace flightxref::detail {

bool sniff_opensky_states(const Head& head) { return head.root == '{' && head.has_key("states"); }

namespace {

enum : std::size_t { c_icao24, c_callsign, c_country, c_position_time, c_contact, c_lon, c_lat, c_baro, c_ground, c_speed, c_track, c_rate, c_sensors, c_geo, c_squawk, c_spi, c_source, c_category, c_columns };

PositionSource source_of(std::optional<double> code) {
    if (code == 0.0) return PositionSource::adsb;
    if (code == 1.0) return PositionSource::tisb;  // ASTERIX: radar of air traffic control
    if (code == 2.0) return PositionSource::mlat;
    if (code == 3.0) return PositionSource::flarm;
    return PositionSource::unknown;
}

}  // namespace

void decode_opensky_states(const DecoderInput& input, Decoded& out, IssueLog& log) {
    std::uint32_t record = 0;
    std::uint64_t silent = 0;
    const auto state = [&](std::string_view list, JsonValue row, std::uint64_t offset) {
        if (list.empty()) return;  // around them is the time of the answer, which is no position's
        std::array<std::optional<JsonValue>, c_columns> cells;
        std::size_t count = 0;
        for_each_element(row, [&](JsonValue cell) {
            if (count < c_columns && !cell.is_null()) cells[count] = cell;
            ++count;
        });
        RawFix raw;
        raw.record = record++;
        raw.offset = offset;
        if (count <= c_lat) return log.add(IssueCode::bad_record, "state is not an array of 17 columns", offset);
        const auto address = Icao24::parse(text_of(cells[c_icao24]));
        if (!address) return log.add(IssueCode::bad_value, "address is not six hexadecimal digits", offset, text_of(cells[c_icao24]));
        if (!cells[c_lat] && !cells[c_lon]) {
            ++silent;
            return;
        }
        TrackPart& part = out.part(*address, false);
        raw.time = epoch_of(number_of(cells[c_position_time]));
        raw.latitude = number_of(cells[c_lat]);
        raw.longitude = number_of(cells[c_lon]);
        raw.baro_altitude_ft = times(number_of(cells[c_baro]), feet_per_metre);
        raw.geom_altitude_ft = times(number_of(cells[c_geo]), feet_per_metre);
        raw.ground_speed_kt = times(number_of(cells[c_speed]), knots_per_metre_second);
        raw.vertical_rate_fpm = times(number_of(cells[c_rate]), feet_a_minute_per_metre_second);
        raw.track_deg = number_of(cells[c_track]);
        raw.on_ground = flag_of(cells[c_ground]);
        raw.squawk = parse_squawk(text_of(cells[c_squawk]));
        raw.callsign = part.callsign_index(text_of(cells[c_callsign]));
        raw.source = source_of(number_of(cells[c_source]));
        const auto category = number_of(cells[c_category]);
        part.aircraft.ground_vehicle |= category == 16.0 || category == 17.0;
        part.aircraft.non_icao_address |= raw.source == PositionSource::flarm && is_flarm_address(address);
        add_fix(part, raw, log);
    };
    out.broken = !for_each_record(input.text, {"states"}, log, state);
    log.add_many(IssueCode::nothing_found, "aircraft heard without a position", silent);
}

}  // namespace flightxref::detail
