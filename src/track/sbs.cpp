// SPDX-License-Identifier: BSL-1.0
// SBS-1 BaseStation lines, as port 30003 sends them: 22 fields, one message each; what an aircraft sends is spread over
// several types of message. Times have no zone.
// Specification: wiedehopf/readsb net_io.c decodeSbsLine; flightaware/dump1090 net_io.c; wiseman/node-sbs1.
#include "track/csv.hpp"
#include "track/formats.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace flightxref::detail {
namespace {

enum : std::size_t { s_kind, s_type, s_session, s_aircraft, s_hex, s_flight, s_date, s_time, s_log_date, s_log_time, s_callsign, s_altitude, s_speed, s_track, s_lat, s_lon, s_rate, s_squawk, s_alert, s_emergency, s_spi, s_ground, s_fields };

using Fields = std::array<std::string_view, s_fields>;

/// Fields of a line that is such a message; fewer than six is none.
bool split_line(std::string_view line, Fields& fields) {
    fields.fill({});
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    // Recorders put a receiver's clock before the message.
    if (const std::size_t start = line.find("MSG,"); start != std::string_view::npos && start > 0 && start < 40) line.remove_prefix(start);
    std::size_t count = 0;
    for (bool more = true; more && count < s_fields; ++count) {
        const std::size_t comma = line.find(',');
        fields[count] = trimmed(line.substr(0, comma));
        more = comma != std::string_view::npos;
        if (more) line.remove_prefix(comma + 1);
    }
    return count > s_hex;
}

bool is_kind(std::string_view kind) { return kind == "MSG" || kind == "SEL" || kind == "ID" || kind == "AIR" || kind == "STA" || kind == "CLK" || kind == "MLAT"; }

/// "2015/05/15", "18:03:45.123".
std::optional<double> time_of(std::string_view date, std::string_view time) {
    if (date.size() != 10 || time.size() < 8) return std::nullopt;
    std::string iso(date);
    iso[4] = iso[7] = '-';
    return parse_any_time(iso + "T" + std::string(time) + "Z");
}

/// What each aircraft sent last in messages without a position; it is of use for a short while.
struct State {
    double speed_at = -1e18, altitude_at = -1e18;
    std::optional<double> speed, track, rate, altitude;
    std::optional<bool> on_ground;
    Sparse<std::uint16_t> squawk;
    std::uint16_t callsign = 0;
};

constexpr double of_use_s = 10;

/// "~" stands before one that is no airframe's.
std::optional<Icao24> sender_of(const Fields& fields) { return Icao24::parse(fields[s_hex].substr(fields[s_hex].starts_with('~') ? 1 : 0)); }

}  // namespace

bool sniff_sbs(const Head& head) {
    std::string_view text = head.start;
    for (int lines = 0; lines < 5 && !text.empty(); ++lines) {
        const std::size_t end = text.find('\n');
        Fields fields;
        if (split_line(text.substr(0, end), fields) && is_kind(fields[s_kind]) && (fields[s_kind] != "MSG" || sender_of(fields))) return true;
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return false;
}

void decode_sbs(const DecoderInput& input, Decoded& out, IssueLog& log) {
    std::unordered_map<const TrackPart*, State> states;
    std::uint64_t offset = 0, without_time = 0, positions = 0;
    std::uint32_t record = 0;
    for (std::string_view rest = input.text; !rest.empty(); ++record) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        const std::uint64_t here = offset;
        offset += line.size() + 1;
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        Fields f;
        if (trimmed(line).empty() || line.starts_with("START")) continue;
        if (end == std::string_view::npos && std::count(line.begin(), line.end(), ',') + 1 < static_cast<std::ptrdiff_t>(s_fields)) {
            log.add(IssueCode::truncated, "file stops in the middle of a message", here);
            continue;
        }
        if (!split_line(line, f) || !is_kind(f[s_kind])) {
            log.add(IssueCode::bad_record, "not a BaseStation message", here, line);
            continue;
        }
        if (f[s_kind] != "MSG" && f[s_kind] != "MLAT" && f[s_kind] != "ID") continue;
        const auto address = sender_of(f);
        if (!address) {
            log.add(IssueCode::bad_value, "address is not six hexadecimal digits", here, f[s_hex]);
            continue;
        }
        TrackPart& part = out.part(*address, f[s_hex].starts_with('~'));
        State& state = states[&part];
        auto time = time_of(f[s_date], f[s_time]);
        if (!time) time = time_of(f[s_log_date], f[s_log_time]);
        const auto number = [&](std::size_t field) {
            bool bad = false;
            const auto value = parse_number(f[field], bad);
            if (bad) log.add(IssueCode::bad_value, "not a number", here, f[field]);
            return value;
        };
        const double at = time.value_or(-1e18);
        if (!f[s_callsign].empty()) state.callsign = part.callsign_index(f[s_callsign]);
        if (!f[s_squawk].empty()) state.squawk = parse_squawk(f[s_squawk]);
        if (const auto ground = parse_flag(f[s_ground]); ground && (f[s_type] != "8")) state.on_ground = ground;
        if (const auto altitude = number(s_altitude)) {
            state.altitude = altitude;
            state.altitude_at = at;
        }
        if (!f[s_speed].empty() || !f[s_track].empty()) {
            state.speed = number(s_speed);
            state.track = number(s_track);
            state.rate = number(s_rate);
            state.speed_at = at;
        }
        const auto lat = number(s_lat), lon = number(s_lon);
        if (!lat || !lon || (*lat == 0 && *lon == 0)) continue;  // 0,0 is written for none
        ++positions;
        if (!time) {
            ++without_time;
            continue;
        }
        RawFix raw;
        raw.time = time;
        raw.latitude = lat;
        raw.longitude = lon;
        raw.on_ground = f[s_type] == "2" ? std::optional<bool>(true) : state.on_ground;
        if (std::fabs(at - state.altitude_at) <= of_use_s && f[s_type] != "2") raw.baro_altitude_ft = state.altitude;
        if (std::fabs(at - state.speed_at) <= of_use_s) {
            raw.ground_speed_kt = state.speed;
            raw.track_deg = state.track;
            raw.vertical_rate_fpm = state.rate;
        }
        raw.squawk = state.squawk;
        raw.callsign = state.callsign;
        raw.source = f[s_kind] == "MLAT" ? PositionSource::mlat : PositionSource::adsb;
        raw.record = record;
        raw.offset = here;
        add_fix(part, raw, log);
    }
    log.add_many(IssueCode::bad_time, "positions in messages without date and time, of no use", without_time);
    if (positions > without_time) log.add(IssueCode::bad_time, "BaseStation times have no zone; read as UTC");
}

}  // namespace flightxref::detail
