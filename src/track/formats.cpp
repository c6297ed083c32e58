// SPDX-License-Identifier: BSL-1.0
#include "track/formats.hpp"

#include "track/json_scan.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

constexpr std::size_t head_bytes = 16384;

constexpr Format table[] = {
    {"readsb_trace", sniff_readsb_trace, decode_readsb_trace},
    {"aircraft_json", sniff_aircraft_json, decode_aircraft_json},
    {"opensky_states", sniff_opensky_states, decode_opensky_states},
    {"opensky_tracks", sniff_opensky_tracks, decode_opensky_tracks},
    {"opensky_flights", sniff_opensky_flights, decode_opensky_flights},
    {"fr24_playback", sniff_fr24_playback, decode_fr24_playback},
    {"fr24_feed", sniff_fr24_feed, decode_fr24_feed},
    {"fr24_api", sniff_fr24_api, decode_fr24_api},
    {"aeroapi", sniff_aeroapi, decode_aeroapi},
    {"traffic_json", sniff_traffic_json, decode_traffic_json},
    {"fr24_kml", sniff_fr24_kml, decode_fr24_kml},
    {"flightaware_kml", sniff_flightaware_kml, decode_flightaware_kml},
    {"opensky_kml", sniff_opensky_kml, decode_opensky_kml},
    {"kml", sniff_kml, decode_kml},
    {"opensky_csv", sniff_opensky_csv, decode_opensky_csv},
    {"fr24_granular_csv", sniff_fr24_granular_csv, decode_fr24_granular_csv},
    {"fr24_csv", sniff_fr24_csv, decode_fr24_csv},
    {"fr24_archive_csv", sniff_fr24_archive_csv, decode_fr24_archive_csv},
    {"fr24_archive_flights", sniff_fr24_archive_flights, decode_fr24_archive_flights},
    {"fr24_positions_csv", sniff_fr24_positions_csv, decode_fr24_positions_csv},
    {"fr24_positions_flights", sniff_fr24_positions_flights, decode_fr24_positions_flights},
    {"traffic_csv", sniff_traffic_csv, decode_traffic_csv},
    {"sbs", sniff_sbs, decode_sbs},
    {"heatmap", sniff_heatmap, decode_heatmap},
};

bool same_letters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// Whether the array or object at the front ends within the text, brackets counted roughly.
bool closes(std::string_view text) {
    int depth = 0;
    for (const char c : text) {
        if (c == '[' || c == '{') ++depth;
        if ((c == ']' || c == '}') && --depth == 0) return true;
    }
    return false;
}

/// Keys of the first object, until a value that does not end within the head.
void find_keys(std::string_view text, std::vector<std::string_view>& keys) {
    const char* stop = text.data() + std::min(text.size(), head_bytes);
    JsonScan scan(text.data(), text.data() + text.size());
    while (scan.accept('[')) {}
    if (!scan.accept('{')) return;
    while (scan.at() < stop) {
        std::string_view key;
        if (!scan.string(key) || !scan.accept(':')) return;
        keys.push_back(key);
        if (keys.size() > 200) return;
        if (const char c = scan.peek(); c == '[' || c == '{') {
            // Passing over a long value would cost as much as reading the file; the keys before it must do then.
            const std::size_t left = static_cast<std::size_t>(text.data() + text.size() - scan.at());
            if (!closes(std::string_view(scan.at(), std::min<std::size_t>(left, 2048)))) return;
        }
        if (!scan.skip() || !scan.accept(',')) return;
    }
}

}  // namespace

Head::Head(std::string_view whole) : text(whole) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r' || text.front() == '\t')) text.remove_prefix(1);
    start = text.substr(0, head_bytes);
    if (text.empty()) return;
    if (text.front() == '{' || text.front() == '[') {
        root = text.front();
        find_keys(text, keys);
    } else if (text.front() == '<') {
        root = '<';
    } else {
        std::string_view line = start.substr(0, start.find_first_of("\r\n"));
        for (bool more = true; more && columns.size() < 200;) {
            const std::size_t comma = line.find_first_of(",;\t");
            std::string_view name = line.substr(0, comma);
            while (!name.empty() && (name.front() == '"' || name.front() == ' ')) name.remove_prefix(1);
            while (!name.empty() && (name.back() == '"' || name.back() == ' ')) name.remove_suffix(1);
            columns.push_back(name);
            more = comma != std::string_view::npos;
            if (more) line.remove_prefix(comma + 1);
        }
    }
}

bool Head::has_key(std::string_view key) const { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

bool Head::has_column(std::string_view name) const {
    return std::any_of(columns.begin(), columns.end(), [&](std::string_view column) { return same_letters(column, name); });
}

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view text) {
    const Head head(text);
    for (const Format& format : table)
        if (format.sniff(head)) return &format;
    return nullptr;
}

}  // namespace flightxref::detail
