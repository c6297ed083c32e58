// SPDX-License-Identifier: BSL-1.0
// The answers of Flightradar24's API: live and historic positions (light and full), flight-tracks, flight-summary. Altitude 0
// means on the ground; the light answers have no address, which the summary of the same fr24_id has.
// Specification: Flightradar24/fr24api-sdk-python src/fr24sdk/models.
#include "track/formats.hpp"
#include "track/json_records.hpp"

namespace flightxref::detail {

bool sniff_fr24_api(const Head& head) { return head.root != 0 && (head.has_key("fr24_id") || (head.has_key("data") && head.start.find("\"fr24_id\"") != std::string_view::npos)); }

namespace {

class ApiReader {
  public:
    ApiReader(Decoded& out, IssueLog& log) : m_out(out), m_log(log) {}

    void take(std::string_view list, JsonValue value, std::uint64_t offset) {
        m_offset = offset;
        if (list == "tracks") return position(value);
        m_flight = {};
        if (const bool track = member(value, "tracks").has_value(); track || member(value, "lat")) {
            m_flight.id = text_in(value, "fr24_id");
            m_flight.aircraft = aircraft_in(value);
            m_flight.callsign = text_in(value, "callsign");
            if (!track) position(value);
        } else if (member(value, "orig_icao") || member(value, "dest_icao") || member(value, "hex") || member(value, "reg")) {
            summary(value);
        }
    }

    void finish() { m_log.add_many(IssueCode::not_evidence, "estimated positions, set aside", m_estimated); }

  private:
    static Aircraft aircraft_in(JsonValue flight) {
        Aircraft aircraft;
        aircraft.icao24 = Icao24::parse(text_in(flight, "hex"));
        aircraft.non_icao_address = is_flarm_address(aircraft.icao24);
        aircraft.registration = Registration(text_in(flight, "reg").substr(0, 16));
        aircraft.type = Typecode(text_in(flight, "type").substr(0, 8));
        return aircraft;
    }

    void position(JsonValue point) {
        RawFix raw;
        raw.record = m_record++;
        raw.offset = m_offset;
        const std::string_view source = text_in(point, "source");
        if (source.starts_with("ESTIMATED") || source.starts_with("EST")) {
            ++m_estimated;
            return;
        }
        const Aircraft& aircraft = m_flight.aircraft;
        TrackPart& part = aircraft.icao24 ? m_out.part(*aircraft.icao24, false) : m_out.part(m_flight.id);
        if (!aircraft.icao24 && part.flight_id.empty()) part.flight_id = m_flight.id;
        part.aircraft.non_icao_address |= aircraft.non_icao_address;
        if (!part.aircraft.registration) part.aircraft.registration = aircraft.registration;
        if (!part.aircraft.type) part.aircraft.type = aircraft.type;
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
        raw.callsign = part.callsign_index(callsign.empty() ? std::string_view(m_flight.callsign) : callsign);
        add_fix(part, raw, m_log);
    }

    void summary(JsonValue value) {
        FlightRow row;
        row.flight_id = text_in(value, "fr24_id");
        row.aircraft = aircraft_in(value);
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
    /// Whose positions come.
    struct {
        std::string id, callsign;
        Aircraft aircraft;
    } m_flight;
    std::uint64_t m_offset = 0, m_estimated = 0;
    std::uint32_t m_record = 0;
};

}  // namespace

void decode_fr24_api(const DecoderInput& input, Decoded& out, IssueLog& log) {
    ApiReader reader(out, log);
    out.broken = !for_each_record(input.text, {"data", "data.tracks", "tracks"}, log, [&](std::string_view list, JsonValue value, std::uint64_t offset) { reader.take(list, value, offset); });
    reader.finish();
}

}  // namespace flightxref::detail
