// SPDX-License-Identifier: BSL-1.0
// OpenSky REST answers to /tracks: the waypoints of one flight, metres.
// Specification: openskynetwork/opensky-api docs/free/track-response.rst.
#include "track/formats.hpp"
#include "track/json_records.hpp"

#include <array>


namespace flightxref::detail {

bool sniff_opensky_tracks(const Head& head) { return head.root != 0 && head.has_key("icao24") && head.has_key("path"); }

namespace {

class TrackReader {
  public:
    TrackReader(Decoded& out, IssueLog& log) : m_out(out), m_log(log) {}

    void track(JsonValue track, std::uint64_t offset) {
        m_part = nullptr;
        const auto address = Icao24::parse(text_in(track, "icao24"));
        if (!address) return m_log.add(IssueCode::bad_value, "address is not six hexadecimal digits", offset, text_in(track, "icao24"));
        m_part = &m_out.part(*address, false);
        std::string_view callsign = text_in(track, "callsign");
        if (callsign.empty()) callsign = text_in(track, "calllsign");  // so spelt in the documentation, and sent
        m_callsign = m_part->callsign_index(callsign);
    }

    void waypoint(JsonValue waypoint, std::uint64_t offset) {
        if (!m_part) return;
        std::array<std::optional<JsonValue>, 6> cells;
        std::size_t count = 0;
        for_each_element(waypoint, [&](JsonValue cell) {
            if (count < cells.size() && !cell.is_null()) cells[count] = cell;
            ++count;
        });
        RawFix raw;
        raw.record = m_record++;
        raw.offset = offset;
        raw.time = epoch_of(number_of(cells[0]));
        raw.latitude = number_of(cells[1]);
        raw.longitude = number_of(cells[2]);
        raw.baro_altitude_ft = times(number_of(cells[3]), feet_per_metre);
        raw.track_deg = number_of(cells[4]);
        raw.on_ground = flag_of(cells[5]);
        raw.callsign = m_callsign;
        add_fix(*m_part, raw, m_log);
    }

  private:
    Decoded& m_out;
    IssueLog& m_log;
    TrackPart* m_part = nullptr;
    std::uint16_t m_callsign = 0;
    std::uint32_t m_record = 0;
};

}  // namespace

void decode_opensky_tracks(const DecoderInput& input, Decoded& out, IssueLog& log) {
    TrackReader reader(out, log);
    out.broken = !for_each_record(
        input.text, {"path"}, log, [&](std::string_view list, JsonValue value, std::uint64_t offset) { list.empty() ? reader.track(value, offset) : reader.waypoint(value, offset); });
}

}  // namespace flightxref::detail
