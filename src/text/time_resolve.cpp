// SPDX-License-Identifier: BSL-1.0
#include <text/time_calendar.hpp>

#include <algorithm>
#include <cmath>

namespace flightxref {
namespace {

using namespace detail;
using boost::posix_time::ptime;

/// Works out one expression in one context.
class Resolver {
  public:
    Resolver(const TimeExpression& expression, const TimeContext& context) : e(expression), c(context) {}

    std::optional<ResolvedTime> run() {
        if (e.empty() || (e.repeated && !e.clock)) return std::nullopt;
        std::optional<ResolvedTime> out;
        if (e.offset.direction != OffsetDirection::none) out = offset();
        else if (e.clock) out = clock();
        else if (e.part != PartOfDay::none || (e.day.kind != DayKind::none && e.edge != TimeEdge::none && e.period.kind == PeriodKind::none)) out = part();
        else if (e.day.kind != DayKind::none) out = day();
        else if (e.period.kind != PeriodKind::none) out = period();
        if (!out || out->window.is_null()) return std::nullopt;
        const double from = to_epoch_seconds(earliest(out->window)), to = to_epoch_seconds(latest(out->window));
        if (from < static_cast<double>(earliest_epoch_seconds) || to > static_cast<double>(latest_epoch_seconds)) return std::nullopt;
        return out;
    }

  private:
    // ---- zones (schema 4.3, D2, D4)

    std::optional<Zone> stated(const ClockZone& zone) const {
        switch (zone.kind) {
            case ZoneKind::none: return std::nullopt;
            case ZoneKind::local: return c.place_zone ? *c.place_zone : c.last ? c.last->zone : c.house_zone;
            case ZoneKind::abbreviation: return Zone::find_abbreviation(zone.name, c.place_country);
            case ZoneKind::place: case ZoneKind::offset: return Zone::find(zone.name);
        }
        return std::nullopt;
    }
    Zone clock_zone() const {
        if (const auto zone = stated(e.zone)) return *zone;
        if (c.global_zone) return *c.global_zone;
        if (c.paragraph_zone) return *c.paragraph_zone;
        if (c.house_zone_throughout) return c.house_zone;
        if (c.place_zone) return *c.place_zone;
        return c.last ? c.last->zone : c.house_zone;
    }
    Zone day_zone() const {
        if (const auto zone = stated(e.zone)) return *zone;
        const bool universal = c.global_zone && c.global_zone->name() == "UTC";
        if (c.global_zone && !universal) return *c.global_zone;
        if (c.house_zone_throughout) return c.house_zone;
        if (c.place_zone) return *c.place_zone;
        if (universal) return *c.global_zone;
        return c.last ? c.last->zone : c.house_zone;
    }

    // ---- pieces

    static Instant local(const Zone& zone, CivilDate date, int minute) {
        return zone.from_local(ptime(add_days(date, minute >= 0 ? minute / 1440 : -1)) + minutes(minute >= 0 ? minute % 1440 : minute + 1440));
    }
    /// From the start of minute `first` of that date to the end of minute `last`.
    static TimeWindow minutes_of(const Zone& zone, CivilDate date, int first, int last) {
        const Instant from = local(zone, date, first), to = local(zone, date, last) + seconds(59);
        return make_window(from, std::max(from, to));
    }
    static TimeWindow days_of(const Zone& zone, CivilDate first, CivilDate last) {
        const Instant from = zone.start_of(first), to = zone.start_of(add_days(last, 1)) - seconds(1);
        return make_window(from, std::max(from, to));
    }
    Instant published_end(const Zone& zone) const { return zone.start_of(add_days(c.published, 1)) - seconds(1); }
    bool after_story() const { return c.last && c.order == StoryOrder::after; }

    ResolvedTime answer(TimeWindow window, const Zone& zone, const char* granularity, std::string_view rule) const {
        ResolvedTime out;
        out.window = window;
        out.zone = zone;
        out.granularity = granularity;
        out.rule = rule;
        const CivilDate first = zone.date_at(earliest(window));
        if (window.length() <= hours(26)) out.day = first;
        return out;
    }

    // ---- the date of a bare clock or part of day (schema 4.1)

    struct Base {
        CivilDate date;
        bool stated = false;   // by day words of the expression itself
        bool story = false;    // by the event before: may move past midnight
        const char* rule = "";
        std::optional<CivilDate> other;
    };
    std::optional<Base> base(const Zone& zone) const {
        std::optional<PeriodReference> period;
        if (e.period.kind != PeriodKind::none) period = e.period;
        if (e.day.kind != DayKind::none && !e.day.indefinite) {
            const auto found = find_day(e.day, c, period);
            if (!found) return std::nullopt;
            return Base{found->date, true, false, found->rule, found->other};
        }
        const bool anchored = c.last && c.last->window.length() <= hours(50);
        if (c.sentence_day) {
            // The story goes on from the day named, a night's flight into the next one.
            if (anchored) {
                const CivilDate story = narrated_day(*c.last, false);
                if (story == *c.sentence_day || (after_story() && is_fine(*c.last) && story == add_days(*c.sentence_day, 1))) return from_story(zone);
            }
            return Base{*c.sentence_day, false, false, "sentence_day", {}};
        }
        if (anchored) return from_story(zone);
        if (c.last && c.last->window.length() <= days(40) && c.order == StoryOrder::after) {
            // after a stay of days the story goes on at its end
            return Base{narrated_day(*c.last, true), false, false, "narrated_end", {}};
        }
        if (c.published.is_special()) return std::nullopt;
        return Base{c.published, false, false, "published_day", {}};
    }
    Base from_story(const Zone& zone) const {
        if (!is_fine(*c.last)) return Base{narrated_day(*c.last, false), false, false, "narrated_date", {}};
        return Base{zone.date_at(earliest(c.last->window)), false, true, "narrated_date", {}};
    }

    /// The window nearest to the story: the first that is not over before the event told last, or the last that has begun by its end.
    template <class Make>
    TimeWindow nearest(const Base& where, std::vector<int> starts, Make&& make) const {
        TimeWindow best = make(where.date, starts.front());
        // Told in the past of the publication day but later than the hour of publication: it was the day before.
        const bool unbegun = c.tense == ClauseTense::past && c.published_at && where.rule == std::string_view("published_day") && best.begin() > *c.published_at + hours(1);
        if (unbegun) return make(add_days(where.date, -1), starts.front());
        if (!where.story) return best;
        bool found = false;
        // What is told as past was over at publication: a story told newest first, or with a step back, goes back instead of past it.
        const bool told = c.tense == ClauseTense::past && !c.published.is_special();
        const Instant bound = !told ? Instant() : c.published_at ? std::min(*c.published_at + hours(1), published_end(c.house_zone)) : published_end(c.house_zone);
        for (int step = -1; step <= 1; ++step)
            for (const int start : starts) {
                const TimeWindow window = make(add_days(where.date, step), start);
                const bool fits = c.order == StoryOrder::after ? latest(window) >= earliest(c.last->window) : earliest(window) <= latest(c.last->window);
                if (!fits || (told && window.begin() > bound)) continue;
                const bool nearer = !found || (c.order == StoryOrder::after ? window.begin() < best.begin() : window.begin() > best.begin());
                if (nearer) best = window, found = true;
            }
        if (!found && told)
            for (int step = -1; step <= 1; ++step)
                for (const int start : starts) {
                    const TimeWindow window = make(add_days(where.date, step), start);
                    if (window.begin() <= bound && (!found || window.begin() > best.begin())) best = window, found = true;
                }
        return best;
    }

    // ---- clocks

    /// Minutes of the day the clock may mean, the likelier one first.
    std::vector<int> readings(const ClockTime& clock) const {
        if (!clock.half_day_open) return {clock.minute};
        const int early = clock.minute % 720, late = early + 720;
        if (c.clock_style == ClockStyle::twenty_four_hour && !clock.bare_hour) return {clock.minute};
        switch (c.sentence_part) {
            case PartOfDay::small_hours: case PartOfDay::dawn: case PartOfDay::morning: case PartOfDay::before_dawn: return {early};
            case PartOfDay::afternoon: case PartOfDay::evening: case PartOfDay::dusk: return {late};
            default: break;
        }
        // No word decides: a day's travel is told in daylight, noon before midnight.
        const bool morning = early >= 7 * 60;
        return morning ? std::vector<int>{early, late} : std::vector<int>{late, early};
    }

    struct Reach {
        int before, after;  // minutes around T
        const char* granularity;
    };
    Reach reach(const ClockTime& clock) const {
        const bool bare = clock.bare_hour;
        switch (e.hedge) {
            case TimeHedge::around: case TimeHedge::nearly: case TimeHedge::by_around: return bare ? Reach{30, 30, "approx"} : Reach{15, 15, "approx"};
            case TimeHedge::just_after: case TimeHedge::immediately_after: return {0, 15, "just_after"};
            case TimeHedge::just_before: return {15, 0, "just_before"};
            case TimeHedge::shortly_after: return {0, 30, "shortly_after"};
            case TimeHedge::shortly_before: return {30, 0, "shortly_before"};
            case TimeHedge::minutes_after: return {0, 10, "shortly_after"};
            case TimeHedge::minutes_before: return {10, 0, "shortly_before"};
            case TimeHedge::after: return {0, 60, "after"};
            case TimeHedge::before: return {60, 0, "before"};
            case TimeHedge::by: return {60, 0, "by"};
            default: return bare ? Reach{10, 10, "hour"} : Reach{0, 0, "minute"};
        }
    }
    bool looks_back() const { return e.hedge == TimeHedge::just_before || e.hedge == TimeHedge::shortly_before || e.hedge == TimeHedge::minutes_before || e.hedge == TimeHedge::before || e.hedge == TimeHedge::by || e.hedge == TimeHedge::until; }

    std::optional<ResolvedTime> clock() {
        const Zone zone = clock_zone();
        if (e.day.indefinite) return indefinite_days(zone);
        const auto where = base(zone);
        if (!where) return std::nullopt;
        const ClockTime& clock = *e.clock;
        const Reach r = reach(clock);
        // "midnight on Sunday" ends the day, "shortly after midnight on the 26th" begins it.
        const bool forward = e.hedge == TimeHedge::just_after || e.hedge == TimeHedge::shortly_after || e.hedge == TimeHedge::minutes_after || e.hedge == TimeHedge::after || e.hedge == TimeHedge::immediately_after || e.hedge == TimeHedge::since;
        // ... and told on a day with no other, it is the one that began that day.
        const bool gone = c.tense == ClauseTense::past && where->rule == std::string_view("published_day");
        const int midnight_shift = clock.midnight && !where->story && !forward && !gone ? 1440 : 0;
        const auto make = [&](CivilDate date, int minute) {
            // A clock late in the small hours of "Friday night" is Saturday's.
            const int shift = (e.part == PartOfDay::night || e.part == PartOfDay::overnight) && where->stated && minute < 6 * 60 ? 1440 : 0;
            const Instant at = local(zone, date, minute + shift + midnight_shift);
            const Instant to = clock.has_second ? at + seconds(clock.second) : at + seconds(59);
            const Instant from = clock.has_second ? at + seconds(clock.second) : at;
            return make_window(from - minutes(r.before), to + minutes(r.after));
        };
        std::vector<int> starts = readings(clock);
        if (where->stated && c.last && starts.size() > 1 && c.order == StoryOrder::after && zone.date_at(earliest(c.last->window)) == where->date && is_fine(*c.last)) {
            // the day is stated; which half of it the story tells
            if (latest(make(where->date, starts.front())) < earliest(c.last->window)) std::swap(starts[0], starts[1]);
        }
        const TimeWindow window = nearest(*where, starts, make);
        ResolvedTime out = answer(window, zone, r.granularity, where->rule);
        out.day = zone.date_at(r.after >= r.before ? earliest(window) : latest(window));
        if (where->other && !where->story) out.other = make(*where->other, starts.front());
        const Instant at = earliest(window) + minutes(r.before);
        if (e.hedge == TimeHedge::by && c.last && after_story() && earliest(c.last->window) > earliest(window) && earliest(c.last->window) < latest(window)) out.window = make_window(earliest(c.last->window), latest(window));
        if (e.hedge == TimeHedge::until) {
            const Instant from = c.last && earliest(c.last->window) < at ? earliest(c.last->window) : zone.start_of(zone.date_at(at));
            out.window = make_window(from, at + seconds(59));
            out.granularity = "range";
        } else if (e.hedge == TimeHedge::since && !c.published.is_special()) {
            out.window = make_window(at, std::max(at, published_end(zone)));
            out.granularity = "duration";
        }
        if (e.clock_until) {
            const CivilDate date = zone.date_at(at);
            int last = e.clock_until->minute;
            Instant to = local(zone, date, last) + seconds(59);
            if (to < at && e.clock_until->half_day_open) to = local(zone, date, last + 720) + seconds(59);
            if (to < at) to = local(zone, date, last + 1440) + seconds(59);
            out.window = make_window(at, to);
            out.granularity = "range";
        }
        if (e.check_clock && e.zone.kind != ZoneKind::abbreviation) check(out, at);
        return out;
    }

    /// "14:20 (0520 GMT)": says whether the two agree; where the local zone was only guessed, the bracket may name it (D2).
    void check(ResolvedTime& out, Instant at) const {
        const auto zone = stated(e.check_zone);
        if (!zone) return;
        const int shown = static_cast<int>(zone->to_local(at).time_of_day().total_seconds() / 60);
        int apart = std::abs(shown - static_cast<int>(e.check_clock->minute)) % 1440;
        if (e.check_clock->half_day_open) apart = std::min(apart % 720, 720 - apart % 720);
        out.check_failed = std::min(apart, 1440 - apart) > (e.clock->bare_hour || e.check_clock->bare_hour ? 30 : 1);
    }

    /// "at 10:00 on a Wednesday in June": from the first such day to the last.
    std::optional<ResolvedTime> indefinite_days(const Zone& zone) {
        std::optional<DaySpan> span;
        if (e.period.kind != PeriodKind::none) {
            if (const auto found = find_period(e.period, e.edge, e.hedge, c)) span = found->days;
        } else if (c.sentence_period) {
            span = DaySpan{zone.date_at(earliest(*c.sentence_period)), zone.date_at(latest(*c.sentence_period))};
        }
        if (!span || span->last < add_days(span->first, 6)) return std::nullopt;
        const int first_weekday = span->first.day_of_week().as_number(), last_weekday = span->last.day_of_week().as_number();
        const CivilDate first = add_days(span->first, (e.day.weekday - first_weekday + 7) % 7), last = add_days(span->last, -((last_weekday - e.day.weekday + 7) % 7));
        if (!e.clock) return answer(days_of(zone, first, last), zone, "range", "indefinite_weekday");
        const int minute = readings(*e.clock).front();
        return answer(make_window(local(zone, first, minute), local(zone, last, minute) + seconds(59)), zone, "range", "indefinite_weekday");
    }

    // ---- parts of a day, days, periods

    std::optional<ResolvedTime> part() {
        const Zone zone = day_zone();
        if (e.day.kind != DayKind::none && e.part == PartOfDay::none && (e.edge == TimeEdge::later || e.edge == TimeEdge::earlier)) return later_that_day(zone);
        if (e.day.indefinite) return indefinite_days(zone);
        auto where = base(zone);
        if (!where) return std::nullopt;
        if (e.part == PartOfDay::rest_of_day) return rest_of(zone, where->date, 0, 1439, "day");
        if (e.part == PartOfDay::overnight && !where->stated && !where->story && where->rule == std::string_view("published_day")) where->date = add_days(where->date, c.tense == ClauseTense::future ? 0 : -1);
        const PartHours part = hours_of(e.part, e.edge);
        const auto make = [&](CivilDate date, int) { return minutes_of(zone, date, part.first, part.last); };
        TimeWindow window = nearest(*where, {0}, make);
        const char* granularity = "part_of_day";
        if (e.hedge == TimeHedge::by || e.hedge == TimeHedge::by_around) {
            // bounded below by the story, at most five hours before the part begins; a night's part is its own bound
            granularity = "by_part_of_day";
            Instant from = part.first >= 12 * 60 ? earliest(window) - hours(5) : earliest(window);
            if (after_story() && latest(c.last->window) > from && latest(c.last->window) < latest(window) && is_fine(*c.last)) from = latest(c.last->window);
            window = make_window(from, latest(window));
        } else if (e.part == PartOfDay::before_dawn && after_story() && earliest(c.last->window) > earliest(window) && earliest(c.last->window) < latest(window) && is_fine(*c.last)) {
            window = make_window(earliest(c.last->window), latest(window));
        } else if (e.hedge == TimeHedge::before) {
            // from the story or the start of that day: to the end of a dusk, else to what a writer still calls before
            const CivilDate date = zone.date_at(earliest(window));
            const Instant to = e.part == PartOfDay::dusk ? latest(window) : earliest(window) + minutes(59) + seconds(59);
            Instant from = zone.start_of(date);
            if (after_story() && is_fine(*c.last) && earliest(c.last->window) > from && earliest(c.last->window) < to) from = earliest(c.last->window);
            window = make_window(from, to);
            granularity = "range";
        } else if (e.hedge == TimeHedge::since && !c.published.is_special()) {
            window = make_window(earliest(window), std::max(earliest(window), published_end(zone)));
            granularity = "duration";
        } else if (e.hedge == TimeHedge::until && c.last && earliest(c.last->window) < latest(window)) {
            window = make_window(earliest(c.last->window), latest(window));
            granularity = "range";
        }
        ResolvedTime out = answer(window, zone, granularity, where->rule);
        out.day = zone.date_at(local(zone, where->story ? zone.date_at(earliest(window)) : where->date, 0));
        if (where->other) out.other = make(*where->other, 0);
        return out;
    }

    std::optional<ResolvedTime> rest_of(const Zone& zone, CivilDate date, int first, int last, const char* granularity) {
        TimeWindow window = minutes_of(zone, date, first, last);
        if (c.last && after_story() && is_fine(*c.last) && earliest(c.last->window) > earliest(window) && earliest(c.last->window) < latest(window)) window = make_window(earliest(c.last->window), latest(window));
        ResolvedTime out = answer(window, zone, granularity, "rest_of_day");
        out.day = date;
        return out;
    }

    std::optional<ResolvedTime> later_that_day(const Zone& zone) {
        const auto found = find_day(e.day, c, std::nullopt);
        if (!found) return std::nullopt;
        if (e.edge == TimeEdge::later) {
            auto out = rest_of(zone, found->date, 0, 1439, "day");
            out->rule = found->rule;
            return out;
        }
        TimeWindow window = days_of(zone, found->date, found->date);
        if (c.published_at && *c.published_at > earliest(window) && *c.published_at < latest(window)) window = make_window(earliest(window), *c.published_at);
        ResolvedTime out = answer(window, zone, "day", found->rule);
        out.day = found->date;
        return out;
    }

    /// Applies by, until, since, before and after to a stretch of days.
    ResolvedTime bounded(const Zone& zone, CivilDate first, CivilDate last, const char* granularity, const char* rule) const {
        TimeWindow window = days_of(zone, first, last);
        const bool known = !c.published.is_special();
        const auto start = [&]() -> Instant {
            // the previous event's day, or publication, or (where both are later) the day itself
            if (c.last && c.order == StoryOrder::after) {
                const CivilDate story = narrated_day(*c.last, false);
                if (story < last && add_days(story, 120) > last) return zone.start_of(story);
            }
            if (known && c.published < last) return zone.start_of(c.published);
            return zone.start_of(first);
        };
        switch (e.hedge) {
            case TimeHedge::by: case TimeHedge::by_around: return answer(make_window(std::min(start(), latest(window)), latest(window)), zone, "by", rule);
            case TimeHedge::until: case TimeHedge::before: return answer(make_window(std::min(start(), latest(window)), latest(window)), zone, "range", rule);
            case TimeHedge::since:
                if (known) return answer(make_window(earliest(window), std::max(earliest(window), published_end(zone))), zone, first == last ? "duration" : "range", rule);
                break;
            case TimeHedge::after:
                if (known && c.tense == ClauseTense::past) return answer(make_window(earliest(window), std::max(earliest(window), published_end(zone))), zone, "range", rule);
                break;
            default: break;
        }
        return answer(window, zone, granularity, rule);
    }

    std::optional<ResolvedTime> day() {
        const Zone zone = day_zone();
        if (e.day.indefinite) return indefinite_days(zone);
        std::optional<PeriodReference> period;
        if (e.period.kind != PeriodKind::none) period = e.period;
        const auto found = find_day(e.day, c, period);
        if (!found) return std::nullopt;
        if (e.day_until.kind != DayKind::none) {
            TimeContext on = c;
            on.published = found->date;
            on.tense = ClauseTense::future;  // the end is the first such day on or after the start
            on.last.reset();
            const auto end = e.day_until.kind == DayKind::from_publication ? find_day(e.day_until, c, std::nullopt) : find_day(e.day_until, on, std::nullopt);
            if (!end || end->date < found->date || end->date > add_days(found->date, 400)) return std::nullopt;
            ResolvedTime out = answer(days_of(zone, found->date, end->date), zone, e.hedge == TimeHedge::none && e.day_until.indefinite ? "days" : "range", found->rule);
            out.day.reset();
            return out;
        }
        ResolvedTime out = bounded(zone, found->date, found->date, "day", found->rule);
        if (out.granularity == "day") out.day = found->date;
        if (found->other) out.other = days_of(zone, *found->other, *found->other);
        return out;
    }

    std::optional<ResolvedTime> period() {
        const Zone zone = day_zone();
        const auto found = find_period(e.period, e.edge, e.hedge, c);
        if (!found) return std::nullopt;
        if (e.day_until.kind != DayKind::none) {  // "from May to July"
            const int year = e.day_until.year ? e.day_until.year : found->days.first.year() + (e.day_until.month < found->days.first.month() ? 1 : 0);
            return answer(days_of(zone, found->days.first, month_end(year, e.day_until.month)), zone, "range", found->rule);
        }
        return bounded(zone, found->days.first, std::max(found->days.first, found->days.last), found->granularity, found->rule);
    }

    // ---- amounts (two hours later, three days ago, for 20 hours)

    static double in_minutes(TimeUnit unit) {
        switch (unit) {
            case TimeUnit::second: return 1.0 / 60;
            case TimeUnit::minute: return 1;
            case TimeUnit::hour: return 60;
            default: return 1440;
        }
    }
    static double in_days(TimeUnit unit) { return unit == TimeUnit::week ? 7 : unit == TimeUnit::month ? 30.44 : unit == TimeUnit::year ? 365.25 : unit == TimeUnit::decade ? 3652.5 : 1; }
    static long long whole(double value) { return static_cast<long long>(std::llround(std::clamp(value, -1e7, 1e7))); }

    std::optional<ResolvedTime> offset() {
        switch (e.offset.direction) {
            case OffsetDirection::later: case OffsetDirection::earlier: {
                const auto& anchor = e.offset.from_event && c.referred ? c.referred : c.last;
                if (!anchor) return std::nullopt;
                return e.offset.unit <= TimeUnit::hour ? hours_from(*anchor) : days_from(*anchor);
            }
            case OffsetDirection::ago: case OffsetDirection::ahead: return from_publication();
            case OffsetDirection::length: return stay();
            default: return std::nullopt;
        }
    }

    std::optional<ResolvedTime> hours_from(const NarratedTime& anchor) {
        const bool later = e.offset.direction == OffsetDirection::later;
        const Zone zone = e.zone.kind != ZoneKind::none ? clock_zone() : c.place_zone ? *c.place_zone : anchor.zone;
        const bool hedged = e.hedge == TimeHedge::shortly_after || e.hedge == TimeHedge::shortly_before || e.hedge == TimeHedge::just_after || e.hedge == TimeHedge::just_before || e.hedge == TimeHedge::immediately_after;
        if (anchor.stay && e.hedge == TimeHedge::immediately_after) {
            const Instant end = latest(anchor.window);
            return answer(make_window(end, end + days(3)), zone, "relative", "after_stay");
        }
        if (!is_fine(anchor)) {
            // An event known to the day leaves the hours open: the same day.
            if (anchor.window.length() > hours(50)) return std::nullopt;
            const CivilDate date = narrated_day(anchor, false);
            ResolvedTime out = answer(days_of(anchor.zone, date, date), anchor.zone, "day", "hours_within_day");
            out.day = date;
            return out;
        }
        double low = 0, high = 0;
        if (e.offset.vague && e.offset.unit == TimeUnit::hour) {
            const CivilDate date = anchor.zone.date_at(earliest(anchor.window));
            const TimeWindow day = days_of(anchor.zone, date, date);
            const TimeWindow window = later ? make_window(earliest(anchor.window), std::max(latest(day), latest(anchor.window))) : make_window(earliest(day), latest(anchor.window));
            return answer(window, zone, "relative", "hours_same_day");
        }
        if (e.offset.vague) {
            low = 0;
            high = e.offset.high > 0 ? e.offset.high : e.offset.unit == TimeUnit::second ? 2 : 30;
        } else {
            const double unit = in_minutes(e.offset.unit);
            low = e.offset.low * unit, high = e.offset.high * unit;
            if (low == high) {
                const double amount = low;
                if (e.hedge == TimeHedge::more_than) high = amount * 1.25;
                else if (e.hedge == TimeHedge::less_than) low = amount * 0.75;
                else if (e.hedge == TimeHedge::around) {
                    const double slack = std::max(5.0, amount * 0.25);
                    low -= slack, high += slack;
                } else {
                    const double slack = amount < 60 ? 5 : 15;
                    low -= slack, high += slack;
                }
            }
        }
        if (hedged && !e.offset.vague && e.offset.low == 0) low = 0;
        low = std::max(low, 0.0);
        const auto span = [](double value) { return seconds(whole(value * 60)); };
        const TimeWindow window = later ? make_window(earliest(anchor.window) + span(low), latest(anchor.window) + span(high)) : make_window(earliest(anchor.window) - span(high), latest(anchor.window) - span(low));
        return answer(window, zone, "relative", later ? "later_than_story" : "earlier_than_story");
    }

    /// `count` units on from a date: whole days and weeks, calendar months and years, with the slack the words leave.
    std::optional<ResolvedTime> shifted(CivilDate from, double low, double high, int sign, const Zone& zone, const char* rule) {
        CivilDate first, last;
        const char* granularity = "day";
        const bool around = e.hedge == TimeHedge::around, month = e.offset.unit == TimeUnit::month, year = e.offset.unit == TimeUnit::year || e.offset.unit == TimeUnit::decade;
        if (e.offset.vague) {
            if (year) return std::nullopt;
            low = 2, high = 6;
        }
        if (!month && !year) {
            const double unit = in_days(e.offset.unit);
            double a = low * unit, b = high * unit;
            if (around) a -= std::floor(a * 0.25), b += std::floor(b * 0.25);
            if (sign < 0) std::swap(a, b);
            first = add_days(from, sign * whole(std::floor(a))), last = add_days(from, sign * whole(std::floor(b)));
            // "two weeks ago" is seldom that very day
            if (e.offset.unit == TimeUnit::week && low == high && !around && e.offset.direction == OffsetDirection::ago) first = add_days(first, -3), last = add_days(last, 3);
        } else {
            const int per = month ? 1 : e.offset.unit == TimeUnit::year ? 12 : 120;
            const CivilDate a = add_months(from, sign * whole(low * per)), b = add_months(from, sign * whole(high * per));
            first = std::min(a, b), last = std::max(a, b);
            if (around && month) {
                // roughly a month: 21 to 45 days
                const long long near = whole(low * 21), far = whole(high * 45);
                first = add_days(from, sign > 0 ? near : -far), last = add_days(from, sign > 0 ? far : -near);
            } else if (month) {
                first = safe_date(first.year(), first.month(), 1), last = month_end(last.year(), last.month());
            } else {
                first = safe_date(first.year(), 1, 1), last = safe_date(last.year(), 12, 31);
            }
            granularity = month ? "month" : "year";
        }
        if (first > last) std::swap(first, last);
        if (!month && !year && first != last) granularity = "days";
        ResolvedTime out = answer(days_of(zone, first, last), zone, granularity, rule);
        if (first == last) out.day = first;
        return out;
    }

    std::optional<ResolvedTime> days_from(const NarratedTime& anchor) {
        const bool later = e.offset.direction == OffsetDirection::later;
        const Zone zone = day_zone();
        return shifted(narrated_day(anchor, later), e.offset.low, e.offset.high, later ? 1 : -1, zone, later ? "days_after_story" : "days_before_story");
    }

    std::optional<ResolvedTime> from_publication() {
        if (c.published.is_special()) return std::nullopt;
        const Zone zone = day_zone();
        const int sign = e.offset.direction == OffsetDirection::ago ? -1 : 1;
        if (e.hedge == TimeHedge::within) {
            // "within days": publication day and the six days after; "within the hour" counts from publication or the story
            const double span = e.offset.vague ? 6 * (e.offset.unit == TimeUnit::day ? 1 : in_days(e.offset.unit)) : e.offset.high * in_days(e.offset.unit);
            if (e.offset.unit <= TimeUnit::hour) {
                if (!c.last || !is_fine(*c.last)) return std::nullopt;
                const double amount = e.offset.vague ? 30 : e.offset.high * in_minutes(e.offset.unit);
                return answer(make_window(earliest(c.last->window), latest(c.last->window) + seconds(whole(amount * 60))), c.place_zone ? *c.place_zone : c.last->zone, "relative", "within_amount");
            }
            if (c.tense == ClauseTense::past && c.last) {
                const CivilDate from = narrated_day(*c.last, true);
                return answer(days_of(zone, from, add_days(from, whole(span))), zone, "days", "within_amount");
            }
            return answer(days_of(zone, c.published, add_days(c.published, whole(span))), zone, "days", "within_amount");
        }
        if (e.offset.unit <= TimeUnit::hour) {
            if (!c.published_at) return std::nullopt;
            const double unit = in_minutes(e.offset.unit);
            double low = e.offset.vague ? 0 : e.offset.low * unit, high = e.offset.vague ? (e.offset.unit == TimeUnit::hour ? 720 : 60) : e.offset.high * unit;
            if (!e.offset.vague) {
                const double slack = e.hedge == TimeHedge::around ? std::max(5.0, high * 0.25) : high < 60 ? 5 : 15;
                low -= slack, high += slack;
            }
            low = std::max(0.0, low);
            const auto span = [](double value) { return seconds(whole(value * 60)); };
            const TimeWindow window = sign < 0 ? make_window(*c.published_at - span(high), *c.published_at - span(low)) : make_window(*c.published_at + span(low), *c.published_at + span(high));
            return answer(window, zone, "relative", "from_publication");
        }
        return shifted(c.published, e.offset.low, e.offset.high, sign, zone, "from_publication");
    }

    std::optional<ResolvedTime> stay() {
        if (!c.last) return std::nullopt;
        const NarratedTime& anchor = *c.last;
        const Zone zone = c.place_zone ? *c.place_zone : anchor.zone;
        if (e.hedge == TimeHedge::since && e.offset.vague) {
            if (c.published.is_special()) return std::nullopt;
            return answer(make_window(earliest(anchor.window), std::max(earliest(anchor.window), published_end(zone))), zone, "duration", "since_story");
        }
        if (e.offset.vague) return std::nullopt;
        if (e.offset.unit <= TimeUnit::hour) {
            const double amount = e.offset.high * in_minutes(e.offset.unit) + (e.hedge == TimeHedge::more_than ? 30 : 0);
            if (amount > 60.0 * 24 * 30) return std::nullopt;
            return answer(make_window(earliest(anchor.window), latest(anchor.window) + seconds(whole(amount * 60))), zone, "duration", "stay_from_story");
        }
        // a stay of N days counts the day of arrival
        const CivilDate first = narrated_day(anchor, false);
        const CivilDate last = e.offset.unit == TimeUnit::month || e.offset.unit == TimeUnit::year ? add_days(add_months(first, whole(e.offset.high) * (e.offset.unit == TimeUnit::year ? 12 : 1)), -1)
                                                                                                    : add_days(first, whole(e.offset.high * in_days(e.offset.unit)) - 1);
        return answer(days_of(zone, first, std::max(first, last)), zone, "duration", "stay_from_story");
    }

    const TimeExpression& e;
    const TimeContext& c;
};

}  // namespace

std::optional<ResolvedTime> resolve(const TimeExpression& expression, const TimeContext& context) { return Resolver(expression, context).run(); }

}  // namespace flightxref
