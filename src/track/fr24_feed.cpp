// SPDX-License-Identifier: BSL-1.0
// Flightradar24's live feed (feed.js, what its map loads): everybody's last state, an array of 18 or 19 cells under each flight's
// number, beside "full_count", "version" and "stats". Feet, knots, degrees; altitude 0 and the flag of cell 14 mean on the ground.
// Specification: JeanExtreme002/FlightRadarAPI python/FlightRadar24/entities/flight.py; derhuerst/flightradar24-client lib/radar.js.
#include "track/formats.hpp"
#include "track/json_records.hpp"

#include <array>

namespace flightxref::detail {

bool sniff_fr24_feed(const Head& head) { return head.root == '{' && head.has_key("full_count") && !head.has_key("aircraft"); }

namespace {

enum : std::size_t { f_address, f_lat, f_lon, f_track, f_altitude, f_speed, f_squawk, f_radar, f_type, f_registration, f_time, f_from, f_to, f_number, f_ground, f_rate, f_callsign, f_glider, f_columns };

class FeedReader {
  public:
    FeedReader(Decoded& out, IssueLog& log) : m_out(out), m_log(log) {}

    void snapshot(JsonValue root, std::uint64_t offset) {
        simdjson::dom::object members;
        if (root.get(members) != simdjson::SUCCESS) return m_log.add(IssueCode::bad_record, "snapshot is no object", offset);
        for (const auto [key, value] : members)
            if (value.is_array()) flight(key, value, offset);
    }

  private:
    void flight(std::string_view id, JsonValue row, std::uint64_t offset) {
        std::array<std::optional<JsonValue>, f_columns> cells;
        std::size_t count = 0;
        for_each_element(row, [&](JsonValue cell) {
            if (count < f_columns && !cell.is_null()) cells[count] = cell;
            ++count;
        });
        RawFix raw;
        raw.record = m_record++;
        raw.offset = offset;
        if (count <= f_callsign) return m_log.add(IssueCode::bad_record, "flight is not an array of 17 cells or more", offset, id);
        const auto address = Icao24::parse(text_of(cells[f_address]));
        TrackPart& part = address ? m_out.part(*address, false) : m_out.part(id);
        if (!address) part.flight_id = id;
        Aircraft& aircraft = part.aircraft;
        if (!aircraft.registration) aircraft.registration = Registration(text_of(cells[f_registration]).substr(0, 16));
        if (!aircraft.type) aircraft.type = Typecode(text_of(cells[f_type]).substr(0, 8));
        aircraft.ground_vehicle |= aircraft.type == Typecode("GRND");
        aircraft.non_icao_address |= is_flarm_address(address);
        raw.time = epoch_of(number_of(cells[f_time]));
        raw.latitude = number_of(cells[f_lat]);
        raw.longitude = number_of(cells[f_lon]);
        raw.track_deg = number_of(cells[f_track]);
        const auto feet = number_of(cells[f_altitude]);
        const auto ground = flag_of(cells[f_ground]);
        if (ground || feet) raw.on_ground = ground.value_or(false) || feet == 0.0;
        if (feet && !*raw.on_ground) raw.baro_altitude_ft = feet;
        raw.ground_speed_kt = number_of(cells[f_speed]);
        raw.vertical_rate_fpm = number_of(cells[f_rate]);
        raw.squawk = parse_squawk(text_of(cells[f_squawk]));
        // The receiver's name; only multilateration can be told from it.
        if (text_of(cells[f_radar]).find("MLAT") != std::string_view::npos) raw.source = PositionSource::mlat;
        const std::string_view callsign = text_of(cells[f_callsign]);
        raw.callsign = part.callsign_index(callsign);
        StatedLeg leg{std::string(text_of(cells[f_from])), std::string(text_of(cells[f_to])), std::nullopt, std::nullopt, std::string(callsign), 0};
        const auto same = [&](const StatedLeg& other) { return other.origin == leg.origin && other.destination == leg.destination && other.callsign == leg.callsign; };
        if ((!leg.origin.empty() || !leg.destination.empty()) && (part.stated_legs.empty() || !same(part.stated_legs.back()))) part.stated_legs.push_back(std::move(leg));
        add_fix(part, raw, m_log);
    }

    Decoded& m_out;
    IssueLog& m_log;
    std::uint32_t m_record = 0;
};

}  // namespace

void decode_fr24_feed(const DecoderInput& input, Decoded& out, IssueLog& log) {
    FeedReader reader(out, log);
    out.broken = !for_each_record(input.text, {}, log, [&](std::string_view, JsonValue root, std::uint64_t offset) { reader.snapshot(root, offset); });
}

}  // namespace flightxref::detail
