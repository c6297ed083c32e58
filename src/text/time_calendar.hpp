// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/text/time_expression.hpp>

#include <optional>

namespace flightxref::detail {

/// Days of a calendar unit, both included.
struct DaySpan {
    CivilDate first, last;
};

/// Years the calendar below is kept to; a reader of hostile text never leaves Boost's range.
inline constexpr int first_year = 1900, last_year = 2199;

inline CivilDate safe_date(int year, int month, int day) {
    year = year < first_year ? first_year : year > last_year ? last_year : year;
    const auto y = static_cast<unsigned short>(year), m = static_cast<unsigned short>(month < 1 ? 1 : month > 12 ? 12 : month);
    const int end = boost::gregorian::gregorian_calendar::end_of_month_day(y, m);
    return CivilDate(y, m, static_cast<unsigned short>(day < 1 ? 1 : day > end ? end : day));
}

/// `date` moved by days, kept between 1900 and 2199.
inline CivilDate add_days(CivilDate date, long long count) {
    const long long limit = 110'000;
    const CivilDate moved = date + boost::gregorian::days(static_cast<long>(count > limit ? limit : count < -limit ? -limit : count));
    return moved.is_special() || moved.year() > last_year ? safe_date(last_year, 12, 31) : moved.year() < first_year ? safe_date(first_year, 1, 1) : moved;
}

inline CivilDate add_months(CivilDate date, long long count) {
    const long long months = static_cast<long long>(date.year()) * 12 + date.month().as_number() - 1 + (count > 4000 ? 4000 : count < -4000 ? -4000 : count);
    return safe_date(static_cast<int>(months / 12), static_cast<int>(months % 12) + 1, date.day());
}

inline CivilDate month_end(int year, int month) { return safe_date(year, month, 31); }
inline CivilDate monday_of(CivilDate date) { return add_days(date, -((date.day_of_week().as_number() + 6) % 7)); }

/// Does the day exist in that month (29 February in a leap year)?
inline bool day_exists(int year, int month, int day) {
    return year >= first_year && year <= last_year && month >= 1 && month <= 12 && day >= 1 &&
           day <= boost::gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year), static_cast<unsigned short>(month));
}

/// The minutes of the day a part of day means (schema 4, interval conventions); `last` may lie in the next day. Whole minutes, both included.
struct PartHours {
    int first, last;
};
PartHours hours_of(PartOfDay part, TimeEdge edge);

/// What a context makes of an expression's day words, and by which rule.
struct DayAnswer {
    CivilDate date;
    const char* rule;
    std::optional<CivilDate> other;
};
std::optional<DayAnswer> find_day(const DayReference& day, const TimeContext& context, const std::optional<PeriodReference>& period);

/// The days a period means, with the name of its granularity.
struct PeriodAnswer {
    DaySpan days;
    const char* granularity;
    const char* rule;
};
std::optional<PeriodAnswer> find_period(const PeriodReference& period, TimeEdge edge, TimeHedge hedge, const TimeContext& context);

/// The local day on which an event was narrated: the last one of a stay when `from_end`.
CivilDate narrated_day(const NarratedTime& event, bool from_end);

/// Whether that event is known to a part of a day or better.
bool is_fine(const NarratedTime& event);

/// The TIMEX3 value; with `resolved` on the calendar, else as far as the words go.
std::string timex_value(const TimeExpression& expression, const std::optional<ResolvedTime>& resolved);

}  // namespace flightxref::detail
