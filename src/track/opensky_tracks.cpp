// SPDX-License-Identifier: BSL-1.0
// OpenSky REST answers to /tracks: the waypoints of one flight, metres.
// Specification: openskynetwork/opensky-api docs/free/track-response.rst.
#include "track/formats.hpp"
#include "track/json_records.hpp"

#include <array>

namespace flightxref::detail {

bool sniff_opensky_tracks(const Head& head) { return head.root != 0 && head.has_key("icao24") && head.has_key("path"); }

void decode_opensky_tracks(const DecoderInput& input, Decoded& out, IssueLog& log) {
    std::uint32_t record = 0;
    const auto one = [&](JsonValue track, std::uint64_t offset) {
        const auto address = Icao24::parse(text_in(track, "icao24"));
        if (!address) return log.add(IssueCode::bad_value, "address is not six hexadecimal digits", offset, text_in(track, "icao24"));
        TrackPart& part = out.part(*address, false);
        std::string_view callsign = text_in(track, "callsign");
        if (callsign.empty()) callsign = text_in(track, "calllsign");  // so spelt in the documentation, and sent
        const std::uint16_t index = part.callsign_index(callsign);
        for_each_element(member(track, "path"), [&](JsonValue waypoint) {
            std::array<std::optional<JsonValue>, 6> cells;
            std::size_t count = 0;
            for_each_element(waypoint, [&](JsonValue cell) {
                if (count < cells.size() && !cell.is_null()) cells[count] = cell;
                ++count;
            });
            RawFix raw;
            raw.record = record++;
            raw.offset = offset;
            raw.time = epoch_of(number_of(cells[0]));
            raw.latitude = number_of(cells[1]);
            raw.longitude = number_of(cells[2]);
            raw.baro_altitude_ft = times(number_of(cells[3]), feet_per_metre);
            raw.track_deg = number_of(cells[4]);
            raw.on_ground = flag_of(cells[5]);
            raw.callsign = index;
            add_fix(part, raw, log);
        });
    };
    out.broken = !for_each_record(input.text, log, one);
}

}  // namespace flightxref::detail
