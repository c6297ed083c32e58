// SPDX-License-Identifier: BSL-1.0
#include <text/time_calendar.hpp>

#include <algorithm>
#include <iterator>

namespace flightxref::detail {
namespace {

struct PartRow {
    PartOfDay part;
    TimeEdge edge;
    PartHours hours;
};

constexpr int at(int hour, int minute = 0) { return hour * 60 + minute; }

// The project's gold schema, section 4 (interval conventions) and D; rows without an edge are the whole part.
constexpr PartRow part_rows[] = {
    {PartOfDay::small_hours, TimeEdge::none, {at(0), at(5, 59)}},
    {PartOfDay::before_dawn, TimeEdge::none, {at(0), at(5, 59)}},
    {PartOfDay::dawn, TimeEdge::none, {at(4), at(7, 59)}},
    {PartOfDay::morning, TimeEdge::none, {at(5), at(11, 59)}},
    {PartOfDay::morning, TimeEdge::early, {at(4), at(8, 59)}},
    {PartOfDay::morning, TimeEdge::mid, {at(8), at(10, 59)}},
    {PartOfDay::morning, TimeEdge::late, {at(10), at(11, 59)}},
    {PartOfDay::midday, TimeEdge::none, {at(11), at(13, 59)}},
    {PartOfDay::afternoon, TimeEdge::none, {at(12), at(17, 59)}},
    {PartOfDay::afternoon, TimeEdge::early, {at(12), at(14, 59)}},
    {PartOfDay::afternoon, TimeEdge::mid, {at(14), at(16, 59)}},
    {PartOfDay::afternoon, TimeEdge::late, {at(15), at(18, 59)}},
    {PartOfDay::dusk, TimeEdge::none, {at(17), at(19, 59)}},
    {PartOfDay::evening, TimeEdge::none, {at(17), at(22, 59)}},
    {PartOfDay::evening, TimeEdge::early, {at(17), at(19, 59)}},
    {PartOfDay::evening, TimeEdge::late, {at(20), at(23, 59)}},
    {PartOfDay::night, TimeEdge::none, {at(18), at(26, 59)}},
    {PartOfDay::night, TimeEdge::early, {at(18), at(21, 59)}},
    {PartOfDay::night, TimeEdge::late, {at(20), at(26, 59)}},
    {PartOfDay::tonight, TimeEdge::none, {at(18), at(26, 59)}},
    {PartOfDay::tonight, TimeEdge::late, {at(20), at(26, 59)}},
    {PartOfDay::overnight, TimeEdge::none, {at(20), at(31, 59)}},
    {PartOfDay::rest_of_day, TimeEdge::none, {at(0), at(23, 59)}},
    // no part named: "early on Wednesday", "late on Friday"
    {PartOfDay::none, TimeEdge::none, {at(0), at(23, 59)}},
    {PartOfDay::none, TimeEdge::early, {at(0), at(7, 59)}},
    {PartOfDay::none, TimeEdge::start, {at(0), at(11, 59)}},
    {PartOfDay::none, TimeEdge::late, {at(20), at(23, 59)}},
    {PartOfDay::none, TimeEdge::end, {at(17), at(23, 59)}},
    {PartOfDay::none, TimeEdge::mid, {at(10), at(15, 59)}},
};

int weekday_of(CivilDate date) { return date.day_of_week().as_number(); }

/// The latest such weekday on or before `date`, or the first on or after it.
CivilDate weekday_before(CivilDate date, int weekday) { return add_days(date, -((weekday_of(date) - weekday + 7) % 7)); }
CivilDate weekday_after(CivilDate date, int weekday) { return add_days(date, (weekday - weekday_of(date) + 7) % 7); }

/// Whether the story around is an old one, told beside the news: its days follow the story, not the publication.
bool in_old_story(const TimeContext& context) {
    if (!context.last || !context.last_in_paragraph) return false;
    return add_days(narrated_day(*context.last, true), 14) < context.published;
}

std::optional<CivilDate> dated(int month, int day, bool future, CivilDate from) {
    // The nearest such date on that side; 29 February may be four (or eight) years away.
    for (int step = 0; step <= 8; ++step) {
        const int year = from.year() + (future ? step : -step);
        if (!day_exists(year, month, day)) continue;
        const CivilDate date = safe_date(year, month, day);
        if (future ? date >= from : date <= from) return date;
    }
    return std::nullopt;
}

/// Easter Sunday of the Gregorian calendar (the anonymous computus of 1876).
CivilDate easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100, d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7, f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return safe_date(year, f / 31, f % 31 + 1);
}

}  // namespace

PartHours hours_of(PartOfDay part, TimeEdge edge) {
    const auto find = [&](TimeEdge wanted) { return std::find_if(std::begin(part_rows), std::end(part_rows), [&](const PartRow& row) { return row.part == part && row.edge == wanted; }); };
    if (const auto* row = find(edge); row != std::end(part_rows)) return row->hours;
    if (const auto* row = find(TimeEdge::none); row != std::end(part_rows)) return row->hours;
    return {0, at(23, 59)};
}

CivilDate narrated_day(const NarratedTime& event, bool from_end) {
    const CivilDate first = event.zone.date_at(earliest(event.window));
    if (!from_end || event.window.length() <= hours(36)) return first;
    return event.zone.date_at(latest(event.window));
}

bool is_fine(const NarratedTime& event) { return event.window.length() <= hours(13) && event.granularity != "day"; }

std::optional<DayAnswer> find_day(const DayReference& day, const TimeContext& context, const std::optional<PeriodReference>& period) {
    const CivilDate published = context.published;
    const bool future = context.tense == ClauseTense::future;
    switch (day.kind) {
        case DayKind::none: return std::nullopt;
        case DayKind::from_publication:
            if (published.is_special()) return std::nullopt;
            return DayAnswer{add_days(published, day.offset), "from_publication", {}};
        case DayKind::from_story:
            if (context.last) return DayAnswer{add_days(narrated_day(*context.last, day.offset > 0), day.offset), "from_story", {}};
            if (context.sentence_day) return DayAnswer{add_days(*context.sentence_day, day.offset), "from_sentence_day", {}};
            return std::nullopt;
        case DayKind::date: {
            if (day.year) {
                if (!day_exists(day.year, day.month, std::max<int>(day.day, 1))) return std::nullopt;
                return DayAnswer{safe_date(day.year, day.month, day.day), "stated_date", {}};
            }
            if (day.story_year && context.last) return DayAnswer{safe_date(narrated_day(*context.last, false).year(), day.month, day.day), "story_year", {}};
            if (published.is_special()) return std::nullopt;
            if (day.has_year_shift) return DayAnswer{safe_date(published.year() + day.year_shift, day.month, day.day), "stated_year", {}};
            if (in_old_story(context)) {
                // In a story a year or more back the date goes on from the event before.
                const CivilDate story = narrated_day(*context.last, false);
                if (add_days(story, 300) < published)
                    if (const auto date = dated(day.month, day.day, context.order == StoryOrder::after, story)) return DayAnswer{*date, "date_in_story", {}};
            }
            // A weekday beside the date decides the year where it can: "Tuesday, June 23".
            if (day.weekday >= 0) {
                for (const int step : {0, future ? 1 : -1, future ? -1 : 1}) {
                    const int year = published.year() + step;
                    if (!day_exists(year, day.month, day.day)) continue;
                    const CivilDate date = safe_date(year, day.month, day.day);
                    if (weekday_of(date) == day.weekday && (future ? date >= add_days(published, -1) : date <= add_days(published, 1))) return DayAnswer{date, "weekday_fits_date", {}};
                }
                for (const int step : {0, 1, -1}) {
                    const int year = published.year() + step;
                    if (!day_exists(year, day.month, day.day)) continue;
                    const CivilDate date = safe_date(year, day.month, day.day);
                    if (weekday_of(date) == day.weekday && date >= add_days(published, -200) && date <= add_days(published, 200)) return DayAnswer{date, "weekday_fits_date", {}};
                }
            }
            const auto past_one = dated(day.month, day.day, false, published), next_one = dated(day.month, day.day, true, published);
            const auto chosen = future ? next_one : past_one, spare = future ? past_one : next_one;
            if (!chosen) return std::nullopt;
            // A plan made for days just gone ("was to leave on September 19") is not a plan for next year.
            if (future && past_one && *chosen > add_days(published, 300) && *past_one >= add_days(published, -45)) return DayAnswer{*past_one, "date_just_past", next_one};
            // "On May 11 it will" and "on May 11 it did" are a year apart only when told so; a date days ahead of publication in the present tense is ahead.
            if (context.tense == ClauseTense::present && next_one && *next_one <= add_days(published, 60)) return DayAnswer{*next_one, "date_present", past_one};
            return DayAnswer{*chosen, future ? "date_future" : "date_past", spare};
        }
        case DayKind::feast: {
            if (day.year) return DayAnswer{add_days(easter(day.year), day.offset), "stated_feast", {}};
            if (published.is_special()) return std::nullopt;
            const auto of = [&](int step) { return add_days(easter(published.year() + step), day.offset); };
            const CivilDate past_one = of(0) <= published ? of(0) : of(-1), next_one = of(0) >= published ? of(0) : of(1);
            return future ? DayAnswer{next_one, "feast_future", past_one} : DayAnswer{past_one, "feast_past", next_one};
        }
        case DayKind::month_day: {
            CivilDate from = published;
            bool ahead = future;
            const char* rule = future ? "month_day_future" : "month_day_past";
            if (context.last && context.last_in_paragraph && !future) {
                const CivilDate story = narrated_day(*context.last, false);
                if (published.is_special() || add_days(story, 31) < published) from = story, ahead = context.order == StoryOrder::after, rule = "month_day_in_story";
            }
            if (from.is_special()) return std::nullopt;
            // "Monday 16": the weekday decides the month, the nearest that has it.
            if (day.weekday >= 0)
                for (const int step : {0, ahead ? 1 : -1, ahead ? -1 : 1, ahead ? 2 : -2, ahead ? 3 : -3}) {
                    const CivilDate month = add_months(safe_date(from.year(), from.month(), 1), step);
                    if (!day_exists(month.year(), month.month(), day.day)) continue;
                    const CivilDate date = safe_date(month.year(), month.month(), day.day);
                    if (weekday_of(date) == day.weekday) return DayAnswer{date, "weekday_fits_date", {}};
                }
            for (int step = 0; step <= 3; ++step) {
                const CivilDate month = add_months(safe_date(from.year(), from.month(), 1), ahead ? step : -step);
                if (!day_exists(month.year(), month.month(), day.day)) continue;
                const CivilDate date = safe_date(month.year(), month.month(), day.day);
                if (ahead ? date >= from : date <= from) return DayAnswer{date, rule, {}};
            }
            return std::nullopt;
        }
        default: break;
    }
    // weekdays
    const int weekday = day.weekday;
    if (period && period->kind == PeriodKind::week && period->relation != PeriodRelation::none && !published.is_special()) {
        const CivilDate monday = period->relation == PeriodRelation::that && context.last ? monday_of(narrated_day(*context.last, false)) : monday_of(published);
        const int weeks = period->relation == PeriodRelation::last ? -1 : period->relation == PeriodRelation::next ? 1 : 0;
        return DayAnswer{add_days(monday, weeks * 7 + (weekday + 6) % 7), "weekday_of_week", {}};
    }
    if (day.kind == DayKind::that_weekday && context.last) {
        const CivilDate story = narrated_day(*context.last, context.order == StoryOrder::after);
        if (day.offset < 0) return DayAnswer{weekday_before(add_days(story, -1), weekday), "weekday_before_story", {}};
        return DayAnswer{context.order == StoryOrder::before ? weekday_before(story, weekday) : weekday_after(story, weekday), "weekday_in_story", {}};
    }
    if (day.kind == DayKind::following_weekday && context.last) return DayAnswer{weekday_after(add_days(narrated_day(*context.last, true), 1), weekday), "weekday_after_story", {}};
    if (published.is_special()) return std::nullopt;
    const CivilDate past_one = weekday_before(published, weekday), next_one = weekday_after(published, weekday);
    switch (day.kind) {
        case DayKind::last_weekday: return DayAnswer{weekday_before(add_days(published, -1), weekday), "last_weekday", {}};
        case DayKind::next_weekday: case DayKind::following_weekday: return DayAnswer{weekday_after(add_days(published, 1), weekday), "next_weekday", {}};
        case DayKind::this_weekday:
            // "this Saturday" looks ahead unless the clause is in the past
            if (context.tense != ClauseTense::past) return DayAnswer{next_one, "this_weekday", past_one};
            return DayAnswer{past_one, "this_weekday", next_one};
        default: break;
    }
    if (future) return DayAnswer{next_one, "weekday_future", past_one};
    if (in_old_story(context)) {
        const CivilDate story = narrated_day(*context.last, false);
        return DayAnswer{context.order == StoryOrder::before ? weekday_before(story, weekday) : weekday_after(story, weekday), "weekday_in_story", past_one};
    }
    return DayAnswer{past_one, "weekday_past", next_one};
}

}  // namespace flightxref::detail
