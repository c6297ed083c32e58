// SPDX-License-Identifier: BSL-1.0
#include <text/time_calendar.hpp>

#include <flightxref/time/iso8601.hpp>

#include <fmt/format.h>

#include <cmath>

namespace flightxref::detail {
namespace {

std::string_view part_code(PartOfDay part) {
    switch (part) {
        case PartOfDay::small_hours: case PartOfDay::night: case PartOfDay::tonight: case PartOfDay::overnight: case PartOfDay::before_dawn: return "NI";
        case PartOfDay::dawn: case PartOfDay::morning: return "MO";
        case PartOfDay::midday: return "MI";
        case PartOfDay::afternoon: return "AF";
        case PartOfDay::dusk: case PartOfDay::evening: return "EV";
        default: return "";
    }
}

std::string week_text(CivilDate date) { return fmt::format("{:04}-W{:02}", static_cast<int>(monday_of(date).year()) + (add_days(monday_of(date), 3).year() > monday_of(date).year() ? 1 : 0), static_cast<int>(date.week_number())); }

std::string amount_text(const TimeOffset& offset) {
    const bool clock = offset.unit <= TimeUnit::hour;
    static constexpr std::string_view letters[] = {"S", "M", "H", "D", "W", "M", "Y", "DE"};
    const std::string_view letter = letters[static_cast<std::size_t>(offset.unit)];
    if (offset.vague || offset.low != offset.high) return fmt::format("P{}X{}", clock ? "T" : "", letter);
    const double count = offset.low;
    if (count != std::floor(count) && offset.unit == TimeUnit::hour) {
        const int whole = static_cast<int>(count), minutes = static_cast<int>(std::lround((count - whole) * 60));
        return whole ? fmt::format("PT{}H{}M", whole, minutes) : fmt::format("PT{}M", minutes);
    }
    return fmt::format("P{}{:g}{}", clock ? "T" : "", count, letter);
}

std::string clock_text(const ClockTime& clock) { return fmt::format("T{:02}:{:02}", clock.minute / 60, clock.minute % 60); }

/// The date in what form the words leave it: "2023-10-18", "XXXX-10-18", "XXXX-WXX-3", "XXXX-XX-15", "XXXX-XX-XX".
std::string day_text(const DayReference& day) {
    switch (day.kind) {
        case DayKind::date: return day.year ? fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day) : fmt::format("XXXX-{:02}-{:02}", day.month, day.day);
        case DayKind::month_day: return fmt::format("XXXX-XX-{:02}", day.day);
        case DayKind::feast: return day.year ? fmt::format("{:04}-XX-XX", day.year) : std::string("XXXX-XX-XX");
        case DayKind::none: case DayKind::from_publication: case DayKind::from_story: return "XXXX-XX-XX";
        default: return fmt::format("XXXX-WXX-{}", day.weekday == 0 ? 7 : day.weekday);
    }
}

std::string period_text(const PeriodReference& period, std::optional<CivilDate> first) {
    static constexpr std::string_view seasons[] = {"SP", "SU", "FA", "WI"};
    const std::string year = first ? fmt::format("{:04}", static_cast<int>(first->year())) : period.year ? fmt::format("{:04}", period.year) : "XXXX";
    switch (period.kind) {
        case PeriodKind::present_ref: return "PRESENT_REF";
        case PeriodKind::past_ref: return "PAST_REF";
        case PeriodKind::future_ref: return "FUTURE_REF";
        case PeriodKind::day: return first ? to_iso8601(*first) : "XXXX-XX-XX";
        case PeriodKind::week: case PeriodKind::fortnight: return first ? week_text(*first) : "XXXX-WXX";
        case PeriodKind::weekend: return first ? week_text(*first) + "-WE" : "XXXX-WXX-WE";
        case PeriodKind::month: return first ? fmt::format("{}-{:02}", year, first->month().as_number()) : period.number ? fmt::format("{}-{:02}", year, period.number) : year + "-XX";
        case PeriodKind::quarter: return first ? fmt::format("{}-Q{}", year, (first->month() - 1) / 3 + 1) : fmt::format("{}-Q{}", year, period.number ? std::to_string(period.number) : "X");
        case PeriodKind::season: return fmt::format("{}-{}", year, seasons[static_cast<std::size_t>(period.number < 1 || period.number > 4 ? 0 : period.number - 1)]);
        case PeriodKind::year: return year;
        case PeriodKind::decade: return year.substr(0, 3);
        case PeriodKind::century: return year.substr(0, 2);
        default: return year;
    }
}

}  // namespace

std::string timex_value(const TimeExpression& e, const std::optional<ResolvedTime>& resolved) {
    if (e.repeated) {
        if (e.day.kind != DayKind::none) return day_text(e.day) + (e.clock ? clock_text(*e.clock) : e.part != PartOfDay::none ? "T" + std::string(part_code(e.part)) : std::string());
        if (e.part != PartOfDay::none) return "XXXX-XX-XXT" + std::string(part_code(e.part));
        return amount_text(e.offset);
    }
    if (e.offset.direction == OffsetDirection::length) return amount_text(e.offset);
    if (e.offset.direction != OffsetDirection::none) {
        if (!resolved || e.offset.vague) {
            if (e.offset.vague) return e.offset.direction == OffsetDirection::earlier || e.offset.direction == OffsetDirection::ago ? "PAST_REF" : "FUTURE_REF";
            return amount_text(e.offset);
        }
        const Instant middle = earliest(resolved->window) + (latest(resolved->window) - earliest(resolved->window)) / 2;
        const auto local = resolved->zone.to_local(middle);
        switch (e.offset.unit) {
            case TimeUnit::second: case TimeUnit::minute: case TimeUnit::hour:
                if (resolved->granularity == "day") return to_iso8601(local.date());
                return fmt::format("{}T{:02}:{:02}", to_iso8601(local.date()), local.time_of_day().hours(), local.time_of_day().minutes());
            case TimeUnit::day: return to_iso8601(local.date());
            case TimeUnit::week: return week_text(local.date());
            case TimeUnit::month: return to_iso8601(local.date()).substr(0, 7);
            case TimeUnit::year: return to_iso8601(local.date()).substr(0, 4);
            case TimeUnit::decade: return to_iso8601(local.date()).substr(0, 3);
        }
    }
    // Counted stretches up to or from now are lengths in TIMEX3: "the past three days".
    if ((e.period.relation == PeriodRelation::past || e.period.relation == PeriodRelation::coming) && e.day.kind == DayKind::none && e.part == PartOfDay::none && !e.clock) {
        TimeOffset length;
        switch (e.period.kind) {
            case PeriodKind::hour: length.unit = TimeUnit::hour; break;
            case PeriodKind::week: case PeriodKind::fortnight: length.unit = TimeUnit::week; break;
            case PeriodKind::month: length.unit = TimeUnit::month; break;
            case PeriodKind::year: length.unit = TimeUnit::year; break;
            case PeriodKind::decade: length.unit = TimeUnit::decade; break;
            default: length.unit = TimeUnit::day; break;
        }
        length.low = length.high = e.period.number;
        return amount_text(length);
    }
    if (e.period.kind != PeriodKind::none && e.day.kind == DayKind::none && e.part == PartOfDay::none && !e.clock) {
        std::optional<CivilDate> first;
        if (resolved && e.hedge != TimeHedge::by && e.hedge != TimeHedge::until && e.hedge != TimeHedge::before) first = resolved->zone.date_at(earliest(resolved->window));
        else if (resolved) first = resolved->zone.date_at(latest(resolved->window));
        return period_text(e.period, first);
    }
    std::string date = day_text(e.day);
    if (resolved && resolved->day) date = to_iso8601(*resolved->day);
    else if (resolved && (e.hedge == TimeHedge::by || e.hedge == TimeHedge::until || e.hedge == TimeHedge::before)) date = to_iso8601(resolved->zone.date_at(latest(resolved->window)));
    else if (resolved && e.day.kind != DayKind::none) date = to_iso8601(resolved->zone.date_at(earliest(resolved->window)));
    if (e.clock) {
        ClockTime clock = *e.clock;
        std::string zone;
        if (resolved && (resolved->granularity == "minute" || resolved->granularity == "hour" || resolved->granularity == "approx")) {
            // the half of the day that was chosen
            const Instant middle = earliest(resolved->window) + (latest(resolved->window) - earliest(resolved->window)) / 2;
            const auto local = resolved->zone.to_local(middle);
            if (clock.half_day_open && (local.time_of_day().hours() >= 12) != (clock.minute >= 720)) clock.minute = static_cast<std::uint16_t>((clock.minute + 720) % 1440);
        }
        if (e.zone.kind == ZoneKind::abbreviation && (e.zone.name == "GMT" || e.zone.name == "UTC" || e.zone.name == "Z" || e.zone.name == "ZULU")) zone = "Z";
        if (clock.midnight && resolved && e.day.kind == DayKind::none) date = to_iso8601(resolved->zone.date_at(latest(resolved->window)));
        return (date == "XXXX-XX-XX" && e.day.kind == DayKind::none ? std::string("XXXX-XX-XX") : date) + clock_text(clock) + zone;
    }
    if (const auto code = part_code(e.part); !code.empty()) return date + "T" + std::string(code);
    return date;
}

}  // namespace flightxref::detail
