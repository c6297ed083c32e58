// SPDX-License-Identifier: BSL-1.0
#include "track/fields.hpp"

#include <flightxref/time/iso8601.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace flightxref::detail {
namespace {

std::optional<double> within(std::optional<double> value, double low, double high, const char* what, const RawFix& raw, IssueLog& log) {
    if (!value || (*value >= low && *value <= high)) return value;
    log.add(IssueCode::bad_value, what, raw.offset, fmt::format("{} in record {}", *value, raw.record));
    return std::nullopt;
}

Sparse<float> narrow(std::optional<double> value) { return value ? Sparse<float>(static_cast<float>(*value)) : std::nullopt; }

}  // namespace

bool add_fix(TrackPart& part, const RawFix& raw, IssueLog& log) {
    const auto record = [&] { return fmt::format("record {}", raw.record); };
    if (!raw.latitude || !raw.longitude) {
        log.add(IssueCode::bad_value, "position without latitude or longitude", raw.offset, record());
        return false;
    }
    if (!raw.time) {
        log.add(IssueCode::bad_time, "position without time", raw.offset, record());
        return false;
    }
    const auto position = Position::from_degrees(*raw.latitude, *raw.longitude);
    if (!position) {
        log.add(IssueCode::bad_value, off_the_globe, raw.offset, record());
        return false;
    }
    if (!(*raw.time > static_cast<double>(earliest_epoch_seconds) && *raw.time < static_cast<double>(latest_epoch_seconds))) {
        log.add(IssueCode::bad_time, no_time, raw.offset, record());
        return false;
    }
    StateVector fix;
    fix.time = from_epoch_seconds(*raw.time);
    if (!part.fixes.empty() && part.fixes.back().time - fix.time > seconds(5)) log.add(IssueCode::bad_time, "time goes back; sorted into its place", raw.offset, record());
    fix.position = *position;
    fix.baro_altitude_ft = narrow(within(raw.baro_altitude_ft, lowest_altitude_ft, 130000, "altitude can not be", raw, log));
    fix.geom_altitude_ft = narrow(within(raw.geom_altitude_ft, lowest_altitude_ft, 130000, "geometric altitude can not be", raw, log));
    fix.ground_speed_kt = narrow(within(raw.ground_speed_kt, 0, highest_speed_kt, "ground speed can not be", raw, log));
    if (const auto track = within(raw.track_deg, -360, 720, "track can not be", raw, log)) {
        const double turned = std::fmod(*track + 720.0, 360.0);
        fix.track_deg = static_cast<float>(turned);
    }
    if (const auto rate = within(raw.vertical_rate_fpm, -highest_rate_fpm, highest_rate_fpm, "vertical rate can not be", raw, log))
        fix.vertical_rate_fpm = static_cast<std::int16_t>(std::lround(*rate));
    fix.squawk = raw.squawk;
    fix.callsign = raw.callsign;
    fix.record = raw.record;
    fix.source = raw.source;
    fix.integrity = raw.integrity;
    if (raw.on_ground) fix.on_ground = *raw.on_ground ? OnGround::yes : OnGround::no;
    part.fixes.push_back(fix);
    return true;
}

std::string unescaped(std::string_view text) {
    if (text.find('\\') == std::string_view::npos) return std::string(text);
    const auto value = nlohmann::json::parse('"' + std::string(text) + '"', nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string(text);
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

std::optional<double> parse_number(std::string_view text, bool& bad) {
    text = trimmed(text);
    if (text.empty()) return std::nullopt;
    const char first = text.front();
    if (first == '+') text.remove_prefix(1);
    double value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && stop == text.data() + text.size() && std::isfinite(value)) return value;
    static constexpr std::array<std::string_view, 9> nothing{"null", "NULL", "NaN", "nan", "None", "NA", "N/A", "\\N", "-"};
    if (std::find(nothing.begin(), nothing.end(), text) == nothing.end()) bad = true;
    return std::nullopt;
}

std::optional<bool> parse_flag(std::string_view text) {
    text = trimmed(text);
    static constexpr std::array<std::string_view, 7> yes{"True", "TRUE", "true", "1", "-1", "t", "1.0"}, no{"False", "FALSE", "false", "0", "f", "0.0", "-0"};
    if (std::find(yes.begin(), yes.end(), text) != yes.end()) return true;
    if (std::find(no.begin(), no.end(), text) != no.end()) return false;
    return std::nullopt;
}

Sparse<std::uint16_t> parse_squawk(std::string_view text) {
    text = trimmed(text);
    if (const std::size_t point = text.find('.'); point != std::string_view::npos && text.find_first_not_of('0', point + 1) == std::string_view::npos) text = text.substr(0, point);
    if (text.empty() || text.size() > 4) return std::nullopt;
    std::uint16_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '7') return std::nullopt;
        value = static_cast<std::uint16_t>(value * 10 + (c - '0'));
    }
    if (value == 0) return std::nullopt;
    return value;
}

Sparse<std::uint16_t> squawk_from_value(std::optional<double> value) {
    if (!value || !(*value >= 1 && *value <= 0x7777) || *value != std::floor(*value)) return std::nullopt;
    const auto bits = static_cast<unsigned>(*value);
    if (bits & 0x8888u) return std::nullopt;
    return static_cast<std::uint16_t>((bits >> 12) * 1000 + (bits >> 8 & 7) * 100 + (bits >> 4 & 7) * 10 + (bits & 7));
}

std::optional<double> epoch_of(std::optional<double> number) {
    if (!number) return std::nullopt;
    const double size = std::fabs(*number);
    if (size > 1e17) return *number * 1e-9;
    if (size > 1e14) return *number * 1e-6;
    if (size > 3e10) return *number * 1e-3;
    return number;
}

std::optional<double> parse_any_time(std::string_view text) {
    text = trimmed(text);
    bool bad = false;
    if (const auto number = parse_number(text, bad)) return epoch_of(number);
    if (text.size() < 10) return std::nullopt;
    if (const auto instant = parse_instant(text)) return to_epoch_seconds(*instant);
    if (const auto instant = parse_instant(std::string(text) + "Z")) return to_epoch_seconds(*instant);
    if (text.ends_with(" UTC") || text.ends_with(" GMT")) return parse_any_time(std::string(text.substr(0, text.size() - 4)) + "Z");
    return std::nullopt;
}

std::string_view stem_of(std::string_view path) {
    if (const auto slash = path.find_last_of("/\\:"); slash != std::string_view::npos) path.remove_prefix(slash + 1);
    return path.substr(0, path.find('.', path.starts_with('.') ? 1 : 0));
}

}  // namespace flightxref::detail
