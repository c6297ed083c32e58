// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

namespace flightxref {

/// The four classes of TIMEX3.
enum class TimeType : std::uint8_t { date, time, duration, set };

/// How closely the words hold the writer to the time.
enum class TimeHedge : std::uint8_t {
    none,
    around,            ///< about, around, roughly, some, "or so"
    nearly,            ///< nearly, almost
    just_after, just_before,
    shortly_after, shortly_before,  ///< also "a little after"
    minutes_after, minutes_before,  ///< "a few minutes before"
    immediately_after, ///< "immediately after", "right after"
    after, before,
    by,                ///< "by", "no later than"
    by_around,
    until,             ///< "until Saturday"
    since,             ///< "since May", "ever since"
    within,            ///< "within days"
    more_than,         ///< "just over an hour"
    less_than,         ///< "just under an hour"
};

enum class PartOfDay : std::uint8_t { none, small_hours, dawn, morning, midday, afternoon, dusk, evening, night, tonight, overnight, before_dawn, rest_of_day };

/// A side of a day, a part of day or a longer period.
enum class TimeEdge : std::uint8_t { none, early, mid, late, start, end, later, earlier };

/// A wall clock as written.
struct ClockTime {
    std::uint16_t minute = 0;     ///< of the day, 0 to 1440
    bool bare_hour = false;       ///< no minutes were written: "6 p.m.", "noon", "four o'clock"
    bool half_day_open = false;   ///< may be twelve hours later: "at nine", "8:44"; see ClockStyle
    bool midnight = false;        ///< "midnight": the one that begins a day or the one that ends it
    std::uint8_t second = 0;
    bool has_second = false;
};

enum class ZoneKind : std::uint8_t {
    none,
    local,         ///< "local time"
    abbreviation,  ///< `name` as Zone::find_abbreviation takes it
    place,         ///< "Moscow time", "as Bangkok counts": `name` is an IANA zone
    offset,        ///< "UTC+9": `name` as Zone::find takes it
};

/// A zone stated with a clock.
struct ClockZone {
    ZoneKind kind = ZoneKind::none;
    std::string_view name;  ///< lives as long as the program
};

enum class DayKind : std::uint8_t {
    none,
    date,       ///< day and month, year where stated
    month_day,  ///< "the 15th"
    feast,      ///< a movable feast: `offset` days from Easter Sunday
    weekday,
    that_weekday,  ///< "that Sunday", "the Tuesday"
    last_weekday, this_weekday, next_weekday, following_weekday,
    from_publication,  ///< today, yesterday, tomorrow: `offset` days
    from_story,        ///< the same day, the next day, three days later: `offset` days
};

/// A day as written.
struct DayReference {
    DayKind kind = DayKind::none;
    std::int8_t weekday = -1;  ///< 0 = Sunday; also beside a date
    std::int8_t day = 0, month = 0;
    std::int16_t year = 0;     ///< 0 = not stated
    std::int8_t year_shift = 0;   ///< -1 = "last year", +1 = "next year"
    bool has_year_shift = false;  ///< "this year" is a shift of 0
    std::int16_t offset = 0;
    bool indefinite = false;   ///< "on a Wednesday in June"
    bool story_year = false;   ///< "on 4 May of that year"
};

enum class PeriodKind : std::uint8_t { none, hour, day, weekend, week, fortnight, month, quarter, season, half, year, decade, century, past_ref, present_ref, future_ref };

enum class PeriodRelation : std::uint8_t {
    none,
    named,    ///< "July", "2019", "summer": `number` (and `year`)
    last, current, next,  ///< last, this, next week: reckoned from publication
    past,     ///< "the past week", "in recent months", `number` of them up to publication
    coming,   ///< "in the coming year"
    that,     ///< "that week", "the same month": reckoned from the story
    following, previous,  ///< "the following week"
    whole,    ///< "all week"
};

struct PeriodReference {
    PeriodKind kind = PeriodKind::none;
    PeriodRelation relation = PeriodRelation::none;
    std::int16_t number = 0;  ///< month 1-12, season 1 spring - 4 winter, quarter, or how many
    std::int16_t year = 0;
    std::int8_t year_shift = 0;
    bool has_year_shift = false;
    bool story_year = false;  ///< "in May of that year", "that June"
};

enum class OffsetDirection : std::uint8_t {
    none,
    length,   ///< a duration: "for 20 hours", "a two-hour flight"
    later,    ///< after the event told before: "two hours later", "after an hour"
    earlier,  ///< "three days earlier"
    ago,      ///< before publication
    ahead,    ///< after publication: "in two days"
};

enum class TimeUnit : std::uint8_t { second, minute, hour, day, week, month, year, decade };

/// An amount of time.
struct TimeOffset {
    OffsetDirection direction = OffsetDirection::none;
    TimeUnit unit = TimeUnit::hour;
    double low = 0, high = 0;  ///< of that unit; different for "a few", "two or three"
    bool vague = false;        ///< no number was written: "hours later", "minutes later"
    bool from_event = false;   ///< "after landing", "before take-off": reckoned from the event named
};

constexpr std::string_view to_string(TimeType type) {
    switch (type) {
        case TimeType::date: return "DATE";
        case TimeType::time: return "TIME";
        case TimeType::duration: return "DURATION";
        case TimeType::set: return "SET";
    }
    return "DATE";
}

constexpr std::string_view to_string(TimeHedge hedge) {
    switch (hedge) {
        case TimeHedge::none: return "none";
        case TimeHedge::around: return "around";
        case TimeHedge::nearly: return "nearly";
        case TimeHedge::just_after: return "just_after";
        case TimeHedge::just_before: return "just_before";
        case TimeHedge::shortly_after: return "shortly_after";
        case TimeHedge::shortly_before: return "shortly_before";
        case TimeHedge::minutes_after: return "minutes_after";
        case TimeHedge::minutes_before: return "minutes_before";
        case TimeHedge::immediately_after: return "immediately_after";
        case TimeHedge::after: return "after";
        case TimeHedge::before: return "before";
        case TimeHedge::by: return "by";
        case TimeHedge::by_around: return "by_around";
        case TimeHedge::until: return "until";
        case TimeHedge::since: return "since";
        case TimeHedge::within: return "within";
        case TimeHedge::more_than: return "more_than";
        case TimeHedge::less_than: return "less_than";
    }
    return "none";
}

}  // namespace flightxref
