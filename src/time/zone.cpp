// SPDX-License-Identifier: BSL-1.0
#include <flightxref/time/zone.hpp>

#include <date/tz.h>

#include <charconv>
#include <chrono>
#include <cstdlib>

namespace flightxref {
namespace {

using SysSeconds = date::sys_seconds;

SysSeconds to_sys(Instant instant) {
    static const Instant epoch{CivilDate(1970, 1, 1)};
    const auto whole = (instant - epoch).total_microseconds();
    return SysSeconds(std::chrono::seconds((whole >= 0 ? whole : whole - 999'999) / 1'000'000));
}

Instant from_sys(SysSeconds time) {
    return Instant(CivilDate(1970, 1, 1)) + boost::posix_time::seconds(time.time_since_epoch().count());
}

const date::time_zone* locate(std::string_view name) {
    try {
        const date::time_zone* const zone = date::locate_zone(std::string(name));
        zone->get_info(SysSeconds{});  // reads the rules now, where an unreadable file is no zone
        return zone;
    } catch (const std::exception&) {
        return nullptr;
    }
}

/// "+09:00", "-0330", "+9" -> seconds east of Greenwich.
std::optional<int> parse_offset(std::string_view text) {
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    int digits[4] = {};
    std::size_t count = 0;
    for (const char c : text.substr(1)) {
        if (c == ':') continue;
        if (c < '0' || c > '9' || count == 4) return std::nullopt;
        digits[count++] = c - '0';
    }
    int hour = 0, minute = 0;
    if (count == 1) hour = digits[0];
    else if (count == 2) hour = digits[0] * 10 + digits[1];
    else if (count == 4) hour = digits[0] * 10 + digits[1], minute = digits[2] * 10 + digits[3];
    else return std::nullopt;
    if (hour > 14 || minute > 59) return std::nullopt;
    const int east = hour * 3600 + minute * 60;
    return text[0] == '-' ? -east : east;
}

std::string offset_name(int seconds_east) {
    const int size = std::abs(seconds_east) / 60;
    std::string name(seconds_east < 0 ? "-" : "+");
    for (const int part : {size / 60, size % 60}) {
        if (name.size() > 1) name += ':';
        name += static_cast<char>('0' + part / 10);
        name += static_cast<char>('0' + part % 10);
    }
    return name;
}

}  // namespace

std::optional<Zone> Zone::find(std::string_view name) {
    Zone zone;
    if (name == "UTC" || name == "Etc/UTC" || name == "Z") return zone;
    if (const auto east = parse_offset(name)) {
        zone.m_fixed_seconds = *east;
        zone.m_name = offset_name(*east);
        return zone;
    }
    const date::time_zone* rules = name.empty() ? nullptr : locate(name);
    if (!rules) return std::nullopt;
    zone.m_name = name;
    zone.m_rules = rules;
    return zone;
}

Duration Zone::offset_at(Instant instant) const {
    if (!m_rules || instant.is_special()) return boost::posix_time::seconds(instant.is_special() ? 0 : m_fixed_seconds);
    return boost::posix_time::seconds(static_cast<const date::time_zone*>(m_rules)->get_info(to_sys(instant)).offset.count());
}

std::string Zone::abbreviation_at(Instant instant) const {
    if (!m_rules || instant.is_special()) return m_name;
    return static_cast<const date::time_zone*>(m_rules)->get_info(to_sys(instant)).abbrev;
}

Instant Zone::from_local(boost::posix_time::ptime wall_clock) const {
    if (wall_clock.is_special()) return wall_clock;
    if (!m_rules) return wall_clock - boost::posix_time::seconds(m_fixed_seconds);
    const date::local_seconds local(to_sys(wall_clock).time_since_epoch());
    const auto info = static_cast<const date::time_zone*>(m_rules)->get_info(local);
    if (info.result == date::local_info::nonexistent) return from_sys(info.first.end);
    return wall_clock - boost::posix_time::seconds(info.first.offset.count());
}

}  // namespace flightxref
