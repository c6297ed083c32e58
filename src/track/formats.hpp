// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/decoded.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// The beginning of an input, looked over once for all formats.
struct Head {
    explicit Head(std::string_view whole);

    /// Root object (or, in an array or JSON lines, its first object) has that member, as far as the head reaches.
    bool has_key(std::string_view key) const;
    /// The first line of a CSV has that column; case does not matter.
    bool has_column(std::string_view name) const;

    std::string_view text;   ///< the whole, byte order mark and leading blanks passed over
    std::string_view start;  ///< the first 16 kB of it
    char root = 0;           ///< '{' or '[' for JSON, '<' for XML, else 0
    std::vector<std::string_view> keys;
    std::vector<std::string_view> columns;
};

struct Format {
    std::string_view name;  ///< as in Input::format
    bool (*sniff)(const Head& head);
    Decode decode;
};

/// All formats, in the order in which they are tried.
std::span<const Format> formats();

/// The format of the text, or null.
const Format* find_format(std::string_view text);

// The formats, one file each; what each follows is said at its head.
bool sniff_readsb_trace(const Head& head);
void decode_readsb_trace(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_aircraft_json(const Head& head);
void decode_aircraft_json(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_opensky_states(const Head& head);
void decode_opensky_states(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_opensky_tracks(const Head& head);
void decode_opensky_tracks(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_opensky_flights(const Head& head);
void decode_opensky_flights(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_fr24_playback(const Head& head);
void decode_fr24_playback(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_fr24_feed(const Head& head);
void decode_fr24_feed(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_fr24_api(const Head& head);
void decode_fr24_api(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_aeroapi(const Head& head);
void decode_aeroapi(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_traffic_json(const Head& head);
void decode_traffic_json(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_fr24_kml(const Head& head);
void decode_fr24_kml(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_flightaware_kml(const Head& head);
void decode_flightaware_kml(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_opensky_kml(const Head& head);
void decode_opensky_kml(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_kml(const Head& head);
void decode_kml(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_opensky_csv(const Head& head);
void decode_opensky_csv(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_fr24_granular_csv(const Head& head);
void decode_fr24_granular_csv(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_fr24_csv(const Head& head);
void decode_fr24_csv(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_fr24_archive_csv(const Head& head);
void decode_fr24_archive_csv(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_fr24_archive_flights(const Head& head);
void decode_fr24_archive_flights(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_fr24_positions_csv(const Head& head);
void decode_fr24_positions_csv(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_fr24_positions_flights(const Head& head);
void decode_fr24_positions_flights(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_traffic_csv(const Head& head);
void decode_traffic_csv(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_sbs(const Head& head);
void decode_sbs(const DecoderInput& input, Decoded& out, IssueLog& log);
bool sniff_heatmap(const Head& head);
void decode_heatmap(const DecoderInput& input, Decoded& out, IssueLog& log);

}  // namespace flightxref::detail
