// SPDX-License-Identifier: BSL-1.0
// The answers of Flightradar24's API: live and historic positions (light and full), flight-tracks, flight-summary. Altitude 0
// means on the ground; the light answers have no address, which the summary of the same fr24_id has.
// Specification: Flightradar24/fr24api-sdk-python src/fr24sdk/models.
#include "track/formats.hpp"
#include "track/json_doc.hpp"

namespace flightxref::detail {

bool sniff_fr24_api(const Head& head) { return head.root != 0 && (head.has_key("fr24_id") || (head.has_key("data") && head.start.find("\"fr24_id\"") != std::string_view::npos)); }

namespace {

class ApiReader {
  public:
    ApiReader(Decoded& out, IssueLog& log) : m_out(out), m_log(log) {}

    void any(JsonValue value, std::uint64_t offset) {
        m_offset = offset;
        if (value.is_array()) for_each_element(value, [&](JsonValue one) { any(one, offset); });
        else if (const auto data = member(value, "data"); data && data->is_array()) for_each_element(data, [&](JsonValue one) { any(one, offset); });
        else if (const auto tracks = member(value, "tracks")) for_each_element(tracks, [&](JsonValue point) { position(value, point); });
        else if (member(value, "lat")) position(value, value);
        else if (member(value, "orig_icao") || member(value, "dest_icao") || member(value, "hex") || member(value, "reg")) summary(value);
    }

    void finish() { m_log.add_many(IssueCode::not_evidence, "estimated positions, set aside", m_estimated); }

  private:
    void position(JsonValue flight, JsonValue point) {
        RawFix raw;
        raw.record = m_record++;
        raw.offset = m_offset;
        const std::string_view source = text_in(point, "source");
        if (source.starts_with("ESTIMATED") || source.starts_with("EST")) {
            ++m_estimated;
            return;
        }
        const std::string_view id = text_in(flight, "fr24_id");
        const auto address = Icao24::parse(text_in(flight, "hex"));
        TrackPart& part = address ? m_out.part(*address, false) : m_out.part(id);
        if (!address && part.flight_id.empty()) part.flight_id = id;
        part.aircraft.non_icao_address |= is_flarm_address(address);
        if (!part.aircraft.registration) part.aircraft.registration = Registration(text_in(flight, "reg").substr(0, 16));
        if (!part.aircraft.type) part.aircraft.type = Typecode(text_in(flight, "type").substr(0, 8));
        raw.time = time_of(member(point, "timestamp"));
        raw.latitude = number_in(point, "lat");
        raw.longitude = number_in(point, "lon");
        if (const auto feet = number_in(point, "alt")) {
            raw.on_ground = *feet == 0;
            if (*feet != 0) raw.baro_altitude_ft = feet;
        }
        raw.ground_speed_kt = number_in(point, "gspeed");
        raw.vertical_rate_fpm = number_in(point, "vspeed");
        raw.track_deg = number_in(point, "track");
        const auto squawk = member(point, "squawk");
        raw.squawk = squawk && squawk->is_string() ? parse_squawk(text_of(squawk)) : parse_squawk(std::to_string(static_cast<int>(std::clamp(number_of(squawk).value_or(0), 0.0, 9999.0))));
        raw.source = source == "ADSB" ? PositionSource::adsb : source == "MLAT" ? PositionSource::mlat : source == "FLARM" ? PositionSource::flarm
                   : source == "UAT" ? PositionSource::adsb : source == "RADAR" || source == "ASDEX" ? PositionSource::tisb : PositionSource::unknown;
        const std::string_view callsign = text_in(point, "callsign");
        raw.callsign = part.callsign_index(callsign.empty() ? text_in(flight, "callsign") : callsign);
        add_fix(part, raw, m_log);
    }

    void summary(JsonValue value) {
        FlightRow row;
        row.flight_id = text_in(value, "fr24_id");
        row.aircraft.icao24 = Icao24::parse(text_in(value, "hex"));
        row.aircraft.non_icao_address = is_flarm_address(row.aircraft.icao24);
        row.aircraft.registration = Registration(text_in(value, "reg").substr(0, 16));
        row.aircraft.type = Typecode(text_in(value, "type").substr(0, 8));
        row.callsign = text_in(value, "callsign").substr(0, 16);
        StatedLeg leg;
        leg.origin = text_in(value, "orig_icao");
        leg.destination = text_in(value, "dest_icao_actual");
        if (leg.destination.empty()) leg.destination = text_in(value, "dest_icao");
        leg.departed = instant_of(member(value, "datetime_takeoff"));
        leg.arrived = instant_of(member(value, "datetime_landed"));
        leg.callsign = row.callsign;
        row.leg = std::move(leg);
        m_out.flight_rows.push_back(std::move(row));
    }

    Decoded& m_out;
    IssueLog& m_log;
    std::uint64_t m_offset = 0, m_estimated = 0;
    std::uint32_t m_record = 0;
};

}  // namespace

void decode_fr24_api(const DecoderInput& input, Decoded& out, IssueLog& log) {
    ApiReader reader(out, log);
    out.broken = !for_each_json(input.text, log, [&](JsonValue root, std::uint64_t offset) { reader.any(root, offset); });
    reader.finish();
}

}  // namespace flightxref::detail
