// SPDX-License-Identifier: BSL-1.0
#include <flightxref/time/zone.hpp>

#include <date/tz.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <vector>

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

/// A zone's offsets by the moment each began, laid out once: looking one up is a binary search without copying names.
struct History {
    std::string name;
    const date::time_zone* zone = nullptr;
    std::vector<std::int64_t> begins;  // seconds since 1970; the first one is before all times
    std::vector<std::int32_t> offsets;

    std::size_t index_at(std::int64_t time) const { return static_cast<std::size_t>(std::upper_bound(begins.begin() + 1, begins.end(), time) - begins.begin()) - 1; }
};

std::unique_ptr<const History> make_history(std::string_view name) {
    constexpr std::int64_t end = 10'413'792'000;  // 2300-01-01
    auto history = std::make_unique<History>();
    history->name = name;
    try {
        history->zone = date::locate_zone(history->name);
        std::int64_t at = earliest_epoch_seconds - 86'400'000;
        history->begins.push_back(std::numeric_limits<std::int64_t>::min());
        history->offsets.push_back(static_cast<std::int32_t>(history->zone->get_info(SysSeconds(std::chrono::seconds(at))).offset.count()));
        for (int steps = 0; at < end && steps < 5000; ++steps) {
            const auto info = history->zone->get_info(SysSeconds(std::chrono::seconds(at)));
            const auto offset = static_cast<std::int32_t>(info.offset.count());
            if (offset != history->offsets.back()) {
                history->begins.push_back(info.begin.time_since_epoch().count());
                history->offsets.push_back(offset);
            }
            const std::int64_t next = info.end.time_since_epoch().count();
            if (next <= at) break;
            at = next;
        }
        return history;
    } catch (const std::exception&) {
        return nullptr;  // no such zone, or a file that can not be read
    }
}

/// Histories live as long as the program; a name that is no zone is not kept.
const History* find_history(std::string_view name) {
    static std::shared_mutex mutex;
    static std::map<std::string, std::unique_ptr<const History>, std::less<>> all;
    {
        const std::shared_lock lock(mutex);
        if (const auto found = all.find(name); found != all.end()) return found->second.get();
    }
    auto history = make_history(name);
    if (!history) return nullptr;
    const std::unique_lock lock(mutex);
    return all.emplace(std::string(name), std::move(history)).first->second.get();
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

/// "+09:00", kept for the life of the program.
const std::string& offset_name(int seconds_east) {
    constexpr int most = 14 * 60 + 59;
    static const auto names = [] {
        std::vector<std::string> all;
        for (int minutes = -most; minutes <= most; ++minutes) {
            const int size = std::abs(minutes);
            std::string name(minutes < 0 ? "-" : "+");
            for (const int part : {size / 60, size % 60}) {
                if (name.size() > 1) name += ':';
                name += static_cast<char>('0' + part / 10);
                name += static_cast<char>('0' + part % 10);
            }
            all.push_back(std::move(name));
        }
        return all;
    }();
    return names[static_cast<std::size_t>(seconds_east / 60 + most)];
}

const History& history_of(const void* rules) { return *static_cast<const History*>(rules); }

}  // namespace

std::optional<Zone> Zone::find(std::string_view name) {
    Zone zone;
    if (name == "UTC" || name == "Etc/UTC" || name == "Z") return zone;
    if (const auto east = parse_offset(name)) {
        zone.m_fixed_seconds = *east;
        zone.m_name = &offset_name(*east);
        return zone;
    }
    const History* const history = name.empty() || name.size() > 64 ? nullptr : find_history(name);
    if (!history) return std::nullopt;
    zone.m_name = &history->name;
    zone.m_rules = history;
    return zone;
}

Duration Zone::offset_at(Instant instant) const {
    if (instant.is_special()) return seconds(0);
    if (!m_rules) return seconds(m_fixed_seconds);
    const History& history = history_of(m_rules);
    return seconds(history.offsets[history.index_at(to_sys(instant).time_since_epoch().count())]);
}

std::string Zone::abbreviation_at(Instant instant) const {
    if (!m_rules || instant.is_special()) return *m_name;
    return history_of(m_rules).zone->get_info(to_sys(instant)).abbrev;
}

Instant Zone::from_local(boost::posix_time::ptime wall_clock) const {
    if (wall_clock.is_special()) return wall_clock;
    if (!m_rules) return wall_clock - seconds(m_fixed_seconds);
    const History& history = history_of(m_rules);
    const std::int64_t local = to_sys(wall_clock).time_since_epoch().count();
    // No clock is more than a day from UTC: the stretches that may show it are few.
    for (std::size_t i = history.index_at(local - 100'000); i < history.begins.size(); ++i) {
        const std::int64_t time = local - history.offsets[i];
        const bool last = i + 1 == history.begins.size();
        if (i > 0 && time < history.begins[i]) return from_sys(SysSeconds(std::chrono::seconds(history.begins[i])));  // skipped by the change
        if (last || time < history.begins[i + 1]) return wall_clock - seconds(history.offsets[i]);
    }
    return wall_clock;
}

}  // namespace flightxref
