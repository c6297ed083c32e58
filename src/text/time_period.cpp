// SPDX-License-Identifier: BSL-1.0
#include <text/time_calendar.hpp>

#include <algorithm>

namespace flightxref::detail {
namespace {

/// First and last day of the calendar unit that holds `date`, moved by `step` units.
DaySpan unit_of(PeriodKind kind, CivilDate date, int step) {
    switch (kind) {
        case PeriodKind::week: {
            const CivilDate monday = add_days(monday_of(date), 7LL * step);
            return {monday, add_days(monday, 6)};
        }
        case PeriodKind::fortnight: {
            const CivilDate monday = add_days(monday_of(date), 14LL * step);
            return {monday, add_days(monday, 13)};
        }
        case PeriodKind::month: {
            const CivilDate first = add_months(safe_date(date.year(), date.month(), 1), step);
            return {first, month_end(first.year(), first.month())};
        }
        case PeriodKind::quarter: {
            const CivilDate first = add_months(safe_date(date.year(), (date.month() - 1) / 3 * 3 + 1, 1), 3LL * step);
            const CivilDate last = add_months(first, 2);
            return {first, month_end(last.year(), last.month())};
        }
        case PeriodKind::decade: {
            const int year = date.year() / 10 * 10 + step * 10;
            return {safe_date(year, 1, 1), safe_date(year + 9, 12, 31)};
        }
        case PeriodKind::century: {
            const int year = date.year() / 100 * 100 + step * 100;
            return {safe_date(year, 1, 1), safe_date(year + 99, 12, 31)};
        }
        case PeriodKind::year: return {safe_date(date.year() + step, 1, 1), safe_date(date.year() + step, 12, 31)};
        default: return {add_days(date, step), add_days(date, step)};
    }
}

DaySpan season_of(int season, int year) {
    if (season == 4) return {safe_date(year, 12, 1), month_end(year + 1, 2)};  // the winter that begins in that December
    const int month = season * 3;
    return {safe_date(year, month, 1), month_end(year, month + 2)};
}

/// The season of that name nearest to `year` that `fits`, looking in one direction; seasons come once a year, so three steps suffice.
template <class Fits>
DaySpan find_season(int season, int year, int step, Fits&& fits) {
    DaySpan span = season_of(season, year);
    for (int tries = 0; tries < 3 && !fits(span); ++tries) span = season_of(season, year += step);
    return span;
}

const char* granularity_of(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::week: return "week";
        case PeriodKind::month: return "month";
        case PeriodKind::quarter: case PeriodKind::season: case PeriodKind::half: return "months";
        case PeriodKind::year: return "year";
        case PeriodKind::decade: case PeriodKind::century: return "range";
        default: return "days";
    }
}

/// `count` units back from (or on from) a day.
CivilDate shifted(CivilDate date, PeriodKind kind, int count) {
    switch (kind) {
        case PeriodKind::week: return add_days(date, 7LL * count);
        case PeriodKind::fortnight: return add_days(date, 14LL * count);
        case PeriodKind::month: return add_months(date, count);
        case PeriodKind::quarter: case PeriodKind::season: return add_months(date, 3LL * count);
        case PeriodKind::year: return add_months(date, 12LL * count);
        case PeriodKind::decade: return add_months(date, 120LL * count);
        case PeriodKind::century: return add_months(date, 1200LL * count);
        case PeriodKind::weekend: return add_days(date, 7LL * count);
        default: return add_days(date, count);
    }
}

/// The part an edge cuts out of a calendar unit: thirds of a month, quarters of a year, ends of a week.
DaySpan cut(DaySpan whole, TimeEdge edge, PeriodKind kind) {
    if (edge == TimeEdge::none || edge == TimeEdge::later || edge == TimeEdge::earlier) return whole;
    const bool early = edge == TimeEdge::early || edge == TimeEdge::start, mid = edge == TimeEdge::mid;
    switch (kind) {
        case PeriodKind::month:
            if (early) return {whole.first, add_days(whole.first, 9)};
            if (mid) return {add_days(whole.first, 10), add_days(whole.first, 19)};
            return {add_days(whole.first, 20), whole.last};
        case PeriodKind::year:
            if (early) return {whole.first, month_end(whole.first.year(), 3)};
            if (mid) return {safe_date(whole.first.year(), 5, 1), month_end(whole.first.year(), 8)};
            return {safe_date(whole.first.year(), edge == TimeEdge::end ? 12 : 10, 1), whole.last};
        case PeriodKind::week:
            if (early) return {whole.first, add_days(whole.first, 1)};
            if (mid) return {add_days(whole.first, 1), add_days(whole.first, 3)};
            return {add_days(whole.first, 3), whole.last};
        default: {
            const long length = (whole.last - whole.first).days() + 1;
            if (early) return {whole.first, add_days(whole.first, std::max(0L, length / 3 - 1))};
            if (mid) return {add_days(whole.first, length / 3), add_days(whole.first, std::max(length / 3, 2 * length / 3 - 1))};
            return {add_days(whole.first, 2 * length / 3), whole.last};
        }
    }
}

}  // namespace

std::optional<PeriodAnswer> find_period(const PeriodReference& period, TimeEdge edge, TimeHedge hedge, const TimeContext& context) {
    const CivilDate published = context.published;
    const bool known = !published.is_special(), future = context.tense == ClauseTense::future;
    const bool edged = edge == TimeEdge::early || edge == TimeEdge::mid || edge == TimeEdge::late || edge == TimeEdge::start || edge == TimeEdge::end;
    const auto answer = [&](DaySpan days, const char* rule) {
        const char* const granularity = !edged ? granularity_of(period.kind) : period.kind == PeriodKind::year || period.kind == PeriodKind::season ? "months" : "days";
        return PeriodAnswer{cut(days, edge, period.kind), granularity, rule};
    };
    if (period.kind == PeriodKind::present_ref && known) return PeriodAnswer{{published, published}, "day", "now"};
    if (period.kind == PeriodKind::past_ref || period.kind == PeriodKind::future_ref || period.kind == PeriodKind::present_ref) return std::nullopt;

    switch (period.relation) {
        case PeriodRelation::none: return std::nullopt;
        case PeriodRelation::named: {
            if (period.kind == PeriodKind::decade) return PeriodAnswer{cut({safe_date(period.year, 1, 1), safe_date(period.year + 9, 12, 31)}, edge, period.kind), "range", "stated_decade"};
            if (period.kind == PeriodKind::year) return answer({safe_date(period.year, 1, 1), safe_date(period.year, 12, 31)}, "stated_year");
            if (period.kind == PeriodKind::weekend) {
                if (!known) return std::nullopt;
                const int weekday = published.day_of_week().as_number();
                CivilDate saturday = add_days(published, (6 - weekday + 7) % 7);
                if (weekday == 0) saturday = add_days(published, -1);
                const bool during = weekday == 6 || weekday == 0;
                const bool ahead = future || hedge == TimeHedge::by || hedge == TimeHedge::by_around || hedge == TimeHedge::until;
                if (!ahead && !during) saturday = add_days(saturday, -7);
                return PeriodAnswer{{saturday, add_days(saturday, 1)}, "days", ahead ? "weekend_future" : "weekend_past"};
            }
            int year = period.year;
            if (!year && period.story_year && context.last) year = narrated_day(*context.last, false).year();
            const bool exact = year || (period.has_year_shift && period.year_shift > -5 && period.year_shift < 5);
            if (!year && !known) return std::nullopt;
            if (!year && exact) year = published.year() + period.year_shift;
            if (period.kind == PeriodKind::month) {
                if (!exact) {
                    // The latest one begun, or the next one not over; "last July" is over, "next July" is not begun.
                    const bool strictly = period.has_year_shift;
                    const bool ahead = strictly ? period.year_shift > 0 : future;
                    CivilDate from = published;
                    if (!strictly && context.last && context.last_in_paragraph && !future) {
                        const CivilDate story = narrated_day(*context.last, false);
                        if (add_days(story, 330) < published) {
                            const bool on = context.order == StoryOrder::after;
                            year = story.year() + (on ? period.number < story.month() : -(period.number > story.month()));
                            return answer({safe_date(year, period.number, 1), month_end(year, period.number)}, "month_in_story");
                        }
                    }
                    year = from.year();
                    if (ahead && (period.number < from.month() || (strictly && period.number == from.month()))) ++year;
                    if (!ahead && (period.number > from.month() || (strictly && period.number == from.month()))) --year;
                    return answer({safe_date(year, period.number, 1), month_end(year, period.number)}, ahead ? "month_future" : "month_past");
                }
                return answer({safe_date(year, period.number, 1), month_end(year, period.number)}, "stated_month");
            }
            if (period.kind == PeriodKind::season) {
                if (exact) return answer(season_of(period.number, period.number == 4 ? year - 1 : year), "stated_season");
                const DaySpan span = future ? find_season(period.number, published.year() - 1, 1, [&](const DaySpan& one) { return one.last >= published; })
                                            : find_season(period.number, published.year(), -1, [&](const DaySpan& one) { return one.first <= published; });
                return answer(span, future ? "season_future" : "season_past");
            }
            if (period.kind == PeriodKind::quarter) {
                if (!year) year = published.year() - (!future && (period.number - 1) * 3 + 1 > published.month() ? 1 : 0);
                return answer(unit_of(PeriodKind::quarter, safe_date(year, (period.number - 1) * 3 + 1, 1), 0), "stated_quarter");
            }
            return std::nullopt;
        }
        case PeriodRelation::that: {
            if (!context.last) return std::nullopt;
            const CivilDate story = narrated_day(*context.last, true);
            if (context.last->window.length() > days(3) && period.kind != PeriodKind::year) {
                // "in those weeks", "that month" after a stretch already told
                return PeriodAnswer{{context.last->zone.date_at(earliest(context.last->window)), context.last->zone.date_at(latest(context.last->window))}, "range", "period_in_story"};
            }
            if (period.kind == PeriodKind::year) return PeriodAnswer{cut({safe_date(story.year(), 1, 1), std::max(story, safe_date(story.year(), 1, 1))}, edge, PeriodKind::year), "year_to_date", "period_in_story"};
            if (period.kind == PeriodKind::weekend) {
                const CivilDate monday = monday_of(story);
                return PeriodAnswer{{add_days(monday, 5), add_days(monday, 6)}, "days", "period_in_story"};
            }
            if (period.kind == PeriodKind::season) {
                return answer(find_season(period.number, story.year(), -1, [&](const DaySpan& one) { return one.first <= story; }), "period_in_story");
            }
            return answer(unit_of(period.kind, story, 0), "period_in_story");
        }
        case PeriodRelation::following: case PeriodRelation::previous: {
            const int step = period.relation == PeriodRelation::following ? 1 : -1;
            if (!context.last && (!known || step > 0)) return std::nullopt;
            const CivilDate story = context.last ? narrated_day(*context.last, step > 0) : published;
            if (period.kind == PeriodKind::weekend) {
                const CivilDate saturday = add_days(monday_of(story), 5 + (step > 0 ? 0 : -7));
                return PeriodAnswer{{saturday, add_days(saturday, 1)}, "days", "period_after_story"};
            }
            return answer(unit_of(period.kind, story, step), "period_after_story");
        }
        default: break;
    }
    if (!known) return std::nullopt;
    switch (period.relation) {
        case PeriodRelation::whole: return PeriodAnswer{{monday_of(published), published}, "week", "whole_period"};
        case PeriodRelation::last: case PeriodRelation::next: {
            const int step = period.relation == PeriodRelation::last ? -1 : 1;
            if (period.kind == PeriodKind::weekend) {
                CivilDate saturday = add_days(monday_of(published), 5);
                if (step < 0 || saturday <= published) saturday = add_days(saturday, 7LL * step);
                return PeriodAnswer{{saturday, add_days(saturday, 1)}, "days", step < 0 ? "last_period" : "next_period"};
            }
            if (period.kind == PeriodKind::season) {
                const DaySpan span = step < 0 ? find_season(period.number, published.year(), -1, [&](const DaySpan& one) { return one.last < published; })
                                              : find_season(period.number, published.year(), 1, [&](const DaySpan& one) { return one.first > published; });
                return answer(span, step < 0 ? "last_period" : "next_period");
            }
            return answer(unit_of(period.kind, published, step), step < 0 ? "last_period" : "next_period");
        }
        case PeriodRelation::current: {
            if (period.kind == PeriodKind::weekend) {
                PeriodReference named = period;
                named.relation = PeriodRelation::named;
                return find_period(named, edge, hedge, context);
            }
            DaySpan span = period.kind == PeriodKind::season ? DaySpan{} : unit_of(period.kind, published, 0);
            if (period.kind == PeriodKind::season) {
                // this winter: the one that runs, else the nearest on the side of the tense
                span = future ? find_season(period.number, published.year() - 1, 1, [&](const DaySpan& one) { return one.last >= published; })
                              : find_season(period.number, published.year(), -1, [&](const DaySpan& one) { return one.first <= published; });
            }
            if (edged) return answer(span, "this_period");
            if (edge == TimeEdge::earlier) {
                // Up to the day before what the story has reached, or to publication.
                CivilDate last = std::min(published, span.last);
                if (period.kind != PeriodKind::year && context.last) {
                    const CivilDate before = add_days(narrated_day(*context.last, false), -1);
                    if (before >= span.first && before < last) last = before;
                }
                return PeriodAnswer{{span.first, last}, period.kind == PeriodKind::year ? "year_to_date" : "days", "earlier_in_period"};
            }
            if (edge == TimeEdge::later || future) return PeriodAnswer{{std::max(std::min(published, span.last), span.first), span.last}, granularity_of(period.kind), edge == TimeEdge::later ? "later_in_period" : "this_period_future"};
            if (span.last > published && span.first <= published) span.last = published;
            return PeriodAnswer{span, period.kind == PeriodKind::year ? "year_to_date" : period.kind == PeriodKind::season ? "range" : "days", "this_period_past"};
        }
        case PeriodRelation::past: {
            const int count = std::max<int>(period.number, 1);
            const CivilDate first = period.kind == PeriodKind::hour ? add_days(published, -(count / 24)) : shifted(published, period.kind, -count);
            return PeriodAnswer{{first, published}, period.kind == PeriodKind::month || period.kind == PeriodKind::year ? "months" : "days", "past_period"};
        }
        case PeriodRelation::coming: {
            const int count = std::max<int>(period.number, 1);
            CivilDate last = period.kind == PeriodKind::hour ? add_days(published, (count + 23) / 24) : add_days(shifted(published, period.kind, count), -1);
            if (period.kind == PeriodKind::day && count <= 3) last = add_days(published, 6);
            return PeriodAnswer{{published, std::max(published, last)}, granularity_of(period.kind), "coming_period"};
        }
        default: return std::nullopt;
    }
}

}  // namespace flightxref::detail
