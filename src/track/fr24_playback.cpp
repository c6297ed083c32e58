// SPDX-License-Identifier: BSL-1.0
// Flightradar24's playback JSON of one flight (what its web page loads). Altitude 0 means on the ground.
// Specification: cathaypacific8747/fr24 src/fr24/types.
#include "track/formats.hpp"
#include "track/json_records.hpp"

namespace flightxref::detail {

bool sniff_fr24_playback(const Head& head) { return head.root == '{' && head.has_key("result") && head.start.find("\"response\"") != std::string_view::npos; }

namespace {

class PlaybackReader {
  public:
    PlaybackReader(Decoded& out, IssueLog& log) : m_out(out), m_log(log) {}

    void answer(JsonValue root, std::uint64_t offset) {
        m_part = nullptr;
        const auto found = member(root, {"result", "response", "data", "flight"});
        if (!found) {
            m_without_flight = true;
            return m_log.add(IssueCode::bad_record, "no flight in the answer", offset);
        }
        const JsonValue flight = *found;
        const auto address = Icao24::parse(text_of(member(flight, {"aircraft", "identification", "modes"})));
        TrackPart& part = address ? m_out.part(*address, false) : m_out.part(text_of(member(flight, {"identification", "id"})));
        part.aircraft.non_icao_address |= is_flarm_address(address);
        part.aircraft.registration = Registration(text_of(member(flight, {"aircraft", "identification", "registration"})).substr(0, 16));
        part.aircraft.type = Typecode(text_of(member(flight, {"aircraft", "model", "code"})).substr(0, 8));
        part.aircraft.operator_name = text_of(member(flight, {"owner", "name"})).substr(0, 120);
        part.aircraft.ground_vehicle = part.aircraft.type == Typecode("GRND");
        const std::string_view callsign = text_of(member(flight, {"identification", "callsign"}));
        const auto code = [&](std::string_view end) { return std::string(text_of(member(flight, {"airport", end, "code", "icao"}))); };
        StatedLeg leg{code("origin"), code("real"), std::nullopt, std::nullopt, std::string(callsign), 0};  // "real" is set when it diverted
        if (leg.destination.empty()) leg.destination = code("destination");
        leg.departed = instant_of(member(flight, {"time", "real", "departure"}));
        leg.arrived = instant_of(member(flight, {"time", "real", "arrival"}));
        if (!leg.origin.empty() || !leg.destination.empty()) part.stated_legs.push_back(std::move(leg));
        m_part = &part;
        m_callsign = part.callsign_index(callsign);
        m_record = 0;
    }

    void position(JsonValue item, std::uint64_t offset) {
        if (!m_part) return;
        RawFix raw;
        raw.record = m_record++;
        raw.offset = offset;
        raw.time = epoch_of(number_in(item, "timestamp"));
        raw.latitude = number_in(item, "latitude");
        raw.longitude = number_in(item, "longitude");
        if (const auto feet = number_of(member(item, {"altitude", "feet"}))) {
            raw.on_ground = *feet == 0;
            if (*feet != 0) raw.baro_altitude_ft = feet;
        }
        raw.geom_altitude_ft = number_of(member(item, {"ems", "altGPS"}));
        if (raw.geom_altitude_ft == 0.0) raw.geom_altitude_ft = std::nullopt;
        raw.ground_speed_kt = number_of(member(item, {"speed", "kts"}));
        raw.vertical_rate_fpm = number_of(member(item, {"verticalSpeed", "fpm"}));
        raw.track_deg = number_in(item, "heading");
        raw.squawk = parse_squawk(text_in(item, "squawk"));
        raw.callsign = m_callsign;
        add_fix(*m_part, raw, m_log);
    }

    bool without_flight() const { return m_without_flight; }

  private:
    Decoded& m_out;
    IssueLog& m_log;
    TrackPart* m_part = nullptr;
    std::uint16_t m_callsign = 0;
    std::uint32_t m_record = 0;
    bool m_without_flight = false;
};

}  // namespace

void decode_fr24_playback(const DecoderInput& input, Decoded& out, IssueLog& log) {
    PlaybackReader reader(out, log);
    const bool good = for_each_record(
        input.text, {"result.response.data.flight.track"}, log, [&](std::string_view list, JsonValue value, std::uint64_t offset) { list.empty() ? reader.answer(value, offset) : reader.position(value, offset); });
    out.broken = !good || reader.without_flight();
}

}  // namespace flightxref::detail
