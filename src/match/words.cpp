// SPDX-License-Identifier: BSL-1.0
#include "match/words.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

constexpr double longest_told_moment_s = 3 * 3600;  // over a longer stretch minutes say nothing

std::string two_times(double a, double b, const Clock& clock) { return fmt::format("between {} and {}", clock.time(a), clock.time(b)); }

}  // namespace

Clock Clock::of(const Claim& claim) {
    Clock clock;
    if (claim.time && !claim.time->zone.empty())
        if (const auto zone = Zone::find(claim.time->zone)) clock.m_zone = *zone;
    return clock;
}

std::string Clock::time(double t) const {
    const Instant instant = from_epoch_seconds(t);
    const auto local = m_zone.to_local(instant);
    const auto of_day = local.time_of_day();
    return fmt::format("{:02}:{:02} {}", of_day.hours(), of_day.minutes(), m_zone.abbreviation_at(instant));
}

std::string Clock::date_time(double t) const {
    const auto date = m_zone.to_local(from_epoch_seconds(t)).date();
    return fmt::format("{:04}-{:02}-{:02} {}", static_cast<int>(date.year()), static_cast<int>(date.month()), static_cast<int>(date.day()), time(t));
}

std::string airport_words(std::string_view code, const AirportTable& airports) {
    const Airport* airport = airports.find_code(code);
    return airport ? fmt::format("{} ({})", airport->name, airport->code) : std::string(code);
}

std::string moment_words(const EndPoint& end, const Clock& clock) {
    if (end.estimate) {
        std::string words = clock.date_time(to_epoch_seconds(*end.estimate));
        if (!end.observed && end.not_before && end.not_after)
            words += fmt::format(" ({})", two_times(to_epoch_seconds(*end.not_before), to_epoch_seconds(*end.not_after), clock));
        return words;
    }
    if (end.not_before && end.not_after) return two_times(to_epoch_seconds(*end.not_before), to_epoch_seconds(*end.not_after), clock);
    if (end.not_before) return "after " + clock.date_time(to_epoch_seconds(*end.not_before));
    if (end.not_after) return "before " + clock.date_time(to_epoch_seconds(*end.not_after));
    return "at a time not seen";
}

std::string aircraft_words(const Aircraft& aircraft, const Callsign& callsign) {
    std::string words = aircraft.registration ? aircraft.registration.text() : aircraft.icao24 ? "address " + aircraft.icao24->to_string() : "an aircraft";
    if (aircraft.type) words += fmt::format(" ({})", name_of(aircraft.type));
    if (callsign) words += " as " + callsign.text();
    return words;
}

std::string sentence(std::string words) {
    if (words.empty()) return words;
    if (words.front() >= 'a' && words.front() <= 'z') words.front() = static_cast<char>(words.front() - 'a' + 'A');
    if (words.back() != '.' && words.back() != '?' && words.back() != '!') words += '.';
    return words;
}

std::string with_article(const std::string& name) {
    constexpr std::string_view vowels = "AEIOaeio8";
    return (!name.empty() && vowels.find(name.front()) != std::string_view::npos ? "an " : "a ") + name;
}

std::string margin_words(const Statement& s, const Judged& j) {
    const auto length = [](double minutes) { return minutes < 120 ? fmt::format("{:.0f} {}", minutes, std::round(minutes) == 1 ? "minute" : "minutes") : fmt::format("{:.1f} hours", minutes / 60); };
    if (j.time.fit == Fit::unknown) return {};
    if (j.time.fit == Fit::disagrees) {
        const auto moment = j.moment.estimate ? j.moment.estimate : j.moment.begin;
        return fmt::format("disagrees, {} too {}", length(j.time.off_minutes), moment && *moment < s.begin ? "early" : "late");
    }
    if (j.moment.point && j.moment.estimate && s.end - s.begin <= longest_told_moment_s) {
        const double inside = std::min(*j.moment.estimate - s.begin, s.end - *j.moment.estimate) / 60;
        return inside >= 0 ? fmt::format("agrees, {} inside the window told", length(inside)) : fmt::format("agrees, {} off", length(-inside));
    }
    return j.time.probability < 0.9 ? "agrees only in a part of what its window leaves open" : "agrees";
}

std::string named_words(const StatedAircraft& who) {
    if (who.registration) return who.registration.text();
    if (!who.callsign.empty()) return who.callsign;
    if (!who.flight_number.empty()) return "flight " + who.flight_number;
    std::string words = who.type_words.empty() ? "an aircraft" : with_article(who.type_words);
    if (!who.operator_words.empty()) words += " of " + who.operator_words;
    return words;
}

}  // namespace flightxref::detail
