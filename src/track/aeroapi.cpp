// SPDX-License-Identifier: BSL-1.0
// FlightAware AeroAPI v4: flights (search or one ident) and the track of one flight. Altitude in hundreds of feet.
// Specification: the AeroAPI v4 reference; tonybruess/flightaware-typescript src/resources. Rows of update_type "P" are projected.
#include "track/formats.hpp"
#include "track/json_records.hpp"

#include <algorithm>
#include <iterator>

namespace flightxref::detail {

bool sniff_aeroapi(const Head& head) {
    if (head.root != '{') return false;
    if (head.has_key("positions")) return head.start.find("\"timestamp\"") != std::string_view::npos || head.start.find("\"groundspeed\"") != std::string_view::npos || head.has_key("actual_distance");
    return head.has_key("fa_flight_id") || ((head.has_key("flights") || head.has_key("arrivals") || head.has_key("departures") || head.has_key("scheduled_departures")) &&
                                            head.start.find("\"fa_flight_id\"") != std::string_view::npos);
}

namespace {

PositionSource source_of(std::string_view update_type) {
    if (update_type == "A" || update_type == "S") return PositionSource::adsb;  // S: space-based
    if (update_type == "M") return PositionSource::mlat;
    if (update_type == "D" || update_type == "O") return PositionSource::adsc;  // datalink, oceanic reports
    if (update_type == "Z" || update_type == "X") return PositionSource::tisb;  // radar
    return PositionSource::unknown;
}

/// The ident before the first '-' of "FDB1604-1716387608-schedule-2426p".
std::string_view ident_of(std::string_view fa_flight_id) { return fa_flight_id.substr(0, fa_flight_id.find('-')); }

constexpr std::string_view lists_of_flights[] = {"flights", "arrivals", "departures", "scheduled_arrivals", "scheduled_departures"};

class AeroReader {
  public:
    AeroReader(std::string_view path, Decoded& out, IssueLog& log) : m_path(path), m_out(out), m_log(log) {}

    void take(std::string_view list, JsonValue value, std::uint64_t offset) {
        m_offset = offset;
        if (list.empty()) answer(value);
        else if (list == "positions") position(value, m_id, m_ident);
        else flight(value);
    }

    void finish() { m_log.add_many(IssueCode::not_evidence, "projected positions (update_type P), set aside", m_projected); }

  private:
    void answer(JsonValue root) {
        m_id = text_in(root, "fa_flight_id");
        m_ident = text_in(root, "ident");
        const bool list = std::any_of(std::begin(lists_of_flights), std::end(lists_of_flights), [&](std::string_view name) { return member(root, name).has_value(); });
        if (!list && (!member(root, "positions") || !(m_id.empty() || m_ident.empty()))) flight(root);
    }

    void flight(JsonValue f) {
        FlightRow row;
        row.flight_id = text_in(f, "fa_flight_id");
        row.aircraft.registration = Registration(text_in(f, "registration").substr(0, 16));
        row.aircraft.type = Typecode(text_in(f, "aircraft_type").substr(0, 8));
        std::string_view ident = text_in(f, "atc_ident");
        if (ident.empty()) ident = text_in(f, "ident_icao");
        if (ident.empty()) ident = text_in(f, "ident");
        row.callsign = ident.substr(0, 16);
        const auto place = [&](std::string_view end) {
            const auto airport = member(f, end);
            if (!airport) return std::string();
            std::string_view code = text_in(*airport, "code_icao");
            if (code.empty()) code = text_in(*airport, "code");
            return std::string(code);
        };
        StatedLeg leg{place("origin"), place("destination"), instant_of(member(f, "actual_off")), instant_of(member(f, "actual_on")), row.callsign, 0};
        if (const auto off = instant_of(member(f, "actual_runway_off_time"))) leg.departed = off;
        if (member(f, "cancelled") && flag_of(member(f, "cancelled")).value_or(false) && !leg.departed) leg = {};
        TrackPart& part = m_out.part(row.flight_id);
        part.flight_id = row.flight_id;
        part.aircraft.registration = row.aircraft.registration;
        part.aircraft.type = row.aircraft.type;
        part.callsign_index(row.callsign);
        if (!leg.origin.empty() || !leg.destination.empty()) part.stated_legs.push_back(leg);
        if (const auto last = member(f, "last_position")) position(*last, row.flight_id, row.callsign);
        m_out.flight_rows.push_back(std::move(row));
    }

    void position(JsonValue row, std::string_view id, std::string_view ident) {
        RawFix raw;
        raw.record = m_record++;
        raw.offset = m_offset;
        const std::string_view update = text_in(row, "update_type");
        if (update == "P") {
            ++m_projected;
            return;
        }
        if (const std::string_view own = text_in(row, "fa_flight_id"); !own.empty()) id = own;
        TrackPart& part = m_out.part(id.empty() ? stem_of(m_path) : id);
        if (part.flight_id.empty()) part.flight_id = id;
        raw.time = time_of(member(row, "timestamp"));
        raw.latitude = number_in(row, "latitude");
        raw.longitude = number_in(row, "longitude");
        raw.baro_altitude_ft = times(number_in(row, "altitude"), 100);
        raw.ground_speed_kt = number_in(row, "groundspeed");
        raw.track_deg = number_in(row, "heading");
        raw.source = source_of(update);
        if (update == "X" && raw.baro_altitude_ft == 0.0) {  // surface or near it; which, it does not say
            raw.baro_altitude_ft = std::nullopt;
        } else if (raw.baro_altitude_ft && *raw.baro_altitude_ft > 0) {
            raw.on_ground = false;
        }
        raw.callsign = part.callsign_index(ident.empty() ? ident_of(id) : ident);
        add_fix(part, raw, m_log);
    }

    std::string_view m_path;
    Decoded& m_out;
    IssueLog& m_log;
    std::string m_id, m_ident;  ///< of the answer, for its positions
    std::uint64_t m_offset = 0, m_projected = 0;
    std::uint32_t m_record = 0;
};

}  // namespace

void decode_aeroapi(const DecoderInput& input, Decoded& out, IssueLog& log) {
    AeroReader reader(input.path, out, log);
    out.broken = !for_each_record(input.text, {"positions", "flights", "arrivals", "departures", "scheduled_arrivals", "scheduled_departures"}, log,
                                  [&](std::string_view list, JsonValue value, std::uint64_t offset) { reader.take(list, value, offset); });
    reader.finish();
}

}  // namespace flightxref::detail
