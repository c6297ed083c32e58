// SPDX-License-Identifier: BSL-1.0
// aircraft.json and history_N.json of readsb, tar1090 and dump1090, the same as JSON lines (--json-port), and the answers of
// the "v2" interfaces that copy them: everybody's last state at one moment.
// Specification: wiedehopf/readsb README-json.md; flightaware/dump1090 README-json.md.
#include "track/formats.hpp"
#include "track/json_records.hpp"

namespace flightxref::detail {

PositionSource readsb_source(std::string_view type);

bool sniff_aircraft_json(const Head& head) {
    if (head.root == '{' && (head.has_key("aircraft") || head.has_key("ac"))) return true;
    return head.root != 0 && head.has_key("hex") && (head.has_key("now") || head.has_key("seen") || head.has_key("seen_pos")) && !head.has_key("fr24_id");
}

namespace {

/// "mlat":["lat","lon"] names the fields that were derived so.
bool derived(JsonValue aircraft, std::string_view list) {
    bool found = false;
    for_each_element(member(aircraft, list), [&](JsonValue name) { found |= text_of(name) == "lat"; });
    return found;
}

class SnapshotReader {
  public:
    SnapshotReader(Decoded& out, IssueLog& log) : m_out(out), m_log(log) {}

    void take(std::string_view list, JsonValue value, std::uint64_t offset) {
        m_offset = offset;
        if (list.empty()) m_now = epoch_of(number_in(value, "now"));  // the v2 interfaces give milliseconds
        if (!list.empty() || !(member(value, "aircraft") || member(value, "ac"))) aircraft(value);
    }

    void finish() {
        m_log.add_many(IssueCode::not_evidence, "rough receiver positions (rr_lat, rr_lon) in place of the aircraft's, set aside", m_rough);
        m_log.add_many(IssueCode::nothing_found, "aircraft heard without a position", m_silent);
    }

  private:
    void aircraft(JsonValue a) {
        const std::uint32_t record = m_record++;
        auto now = epoch_of(number_in(a, "now"));
        if (!now) now = m_now;
        std::string_view hex = text_in(a, "hex");
        const bool non_icao = hex.starts_with('~');
        const auto address = Icao24::parse(non_icao ? hex.substr(1) : hex);
        if (!address) return m_log.add(IssueCode::bad_value, "address is not six hexadecimal digits", m_offset, hex);
        JsonValue place = a;
        if (!member(a, "lat"))
            if (const auto last = member(a, "lastPosition")) place = *last;
        if (!member(place, "lat") && !member(place, "lon")) {
            ++(member(a, "rr_lat") ? m_rough : m_silent);
            return;
        }
        TrackPart& part = m_out.part(*address, non_icao);
        describe(a, part.aircraft);
        RawFix raw;
        raw.record = record;
        raw.offset = m_offset;
        raw.latitude = number_in(place, "lat");
        raw.longitude = number_in(place, "lon");
        // A position is as old as it says; the time of the file is not its time.
        const auto age = number_in(place, "seen_pos");
        if (now && age.value_or(0) >= 0 && age.value_or(0) < 86400) raw.time = *now - age.value_or(0);
        raw.source = readsb_source(text_in(a, "type"));
        if (derived(a, "mlat")) raw.source = PositionSource::mlat;
        if (derived(a, "tisb")) raw.source = PositionSource::tisb;
        raw.callsign = part.callsign_index(text_in(a, "flight"));
        raw.integrity = {level(place, "nic"), level(a, "nac_p")};
        raw.squawk = parse_squawk(text_in(a, "squawk"));
        const auto seen = number_in(a, "seen_pos");
        if (&place != &a && !seen && member(a, "lastPosition") && age.value_or(0) > 60) {
            // The other values are of now, not of the position a minute and more ago.
            add_fix(part, raw, m_log);
            return;
        }
        if (text_in(a, "alt_baro") == "ground") raw.on_ground = true;
        else if (const auto altitude = number_in(a, "alt_baro")) {
            raw.on_ground = false;
            raw.baro_altitude_ft = altitude;
        }
        raw.geom_altitude_ft = number_in(a, "alt_geom");
        raw.ground_speed_kt = number_in(a, "gs");
        raw.track_deg = number_in(a, "track");
        if (!raw.track_deg && raw.on_ground) raw.track_deg = number_in(a, "true_heading");
        raw.vertical_rate_fpm = number_in(a, "baro_rate");
        if (!raw.vertical_rate_fpm) raw.vertical_rate_fpm = number_in(a, "geom_rate");
        add_fix(part, raw, m_log);
    }

    static std::int8_t level(JsonValue object, std::string_view name) {
        const auto value = number_in(object, name);
        return value && *value >= 0 && *value <= 11 ? static_cast<std::int8_t>(*value) : std::int8_t{-1};
    }

    static void describe(JsonValue a, Aircraft& aircraft) {
        if (!aircraft.registration) aircraft.registration = Registration(text_in(a, "r").substr(0, 16));
        if (!aircraft.type) aircraft.type = Typecode(text_in(a, "t").substr(0, 8));
        if (aircraft.operator_name.empty()) aircraft.operator_name = text_in(a, "ownOp").substr(0, 120);
        if (const auto flags = number_in(a, "dbFlags"); flags && *flags >= 0 && *flags < 1e6) {
            const auto bits = static_cast<unsigned>(*flags);
            aircraft.military |= (bits & 1u) != 0;
            aircraft.privacy_address |= (bits & 4u) != 0;
            aircraft.limited_display |= (bits & 8u) != 0;
        }
        const std::string_view category = text_in(a, "category");
        aircraft.ground_vehicle |= category == "C1" || category == "C2";
    }

    Decoded& m_out;
    IssueLog& m_log;
    std::optional<double> m_now;
    std::uint64_t m_offset = 0, m_rough = 0, m_silent = 0;
    std::uint32_t m_record = 0;
};

}  // namespace

void decode_aircraft_json(const DecoderInput& input, Decoded& out, IssueLog& log) {
    SnapshotReader reader(out, log);
    out.broken = !for_each_record(input.text, {"aircraft", "ac"}, log, [&](std::string_view list, JsonValue value, std::uint64_t offset) { reader.take(list, value, offset); });
    reader.finish();
}

}  // namespace flightxref::detail
