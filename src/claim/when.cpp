// SPDX-License-Identifier: BSL-1.0
#include "claim/when.hpp"

#include "claim/journey.hpp"
#include "claim/journey_state.hpp"

#include <flightxref/airport/gazetteer.hpp>

#include <algorithm>
#include <unordered_map>

namespace flightxref::detail {
namespace {

/// The place whose clocks the event is told in.
const PlaceUse* place_of_event(const ClaimDraft& d) {
    const auto pick = [](const std::optional<PlaceUse>& a, const std::optional<PlaceUse>& b) { return a ? &*a : b ? &*b : nullptr; };
    switch (d.event) {
        case ClaimEvent::depart: return pick(d.origin, d.destination);
        case ClaimEvent::fly:
        case ClaimEvent::travel: return pick(d.origin, d.destination);
        case ClaimEvent::return_:
            // "went home", "flew back" leave a place; "came back", "was back" reach one.
            if (d.row != nullptr && (d.row->verb == "go" || d.row->verb == "fly" || d.row->verb == "head" || d.row->verb == "travel")) return pick(d.origin, d.destination);
            return d.destination ? &*d.destination : nullptr;
        case ClaimEvent::overfly:
        case ClaimEvent::last_seen:
        case ClaimEvent::first_seen:
        case ClaimEvent::circle:
        case ClaimEvent::turn_back:
            for (const PlaceUse& v : d.via)
                if (!Gazetteer::built_in().zone_of(v.place).empty()) return &v;
            return pick(d.origin, d.destination);
        default: return pick(d.destination, d.origin);
    }
}

ClauseTense tense_of(const ClaimDraft& d) {
    if (d.future || d.heading_ahead) return ClauseTense::future;
    return d.present ? ClauseTense::present : ClauseTense::past;
}

struct Told {
    NarratedTime time;
    std::uint32_t draft = 0;
    std::uint32_t paragraph = 0;
    bool same_journey = false;  ///< of what is being dated
};

bool is_news(const ClaimDraft& d) { return d.modality == Modality::asserted || d.modality == Modality::reported || d.modality == Modality::planned || d.modality == Modality::expected; }

struct Dater {
    const ClaimDrafts& drafts;
    const Document& document;
    const ClockHabits& habits;
    const std::vector<SpokenTime>& spoken;
    std::vector<DatedDraft> out;
    std::unordered_map<std::uint32_t, Told> last_of, plan_of;  ///< by journey: what was told, and what lies ahead
    std::optional<Told> last, last_plan;
    std::vector<Told> history;  ///< all, in text order

    TimeContext context_of(const ClaimDraft& d) const {
        TimeContext c;
        c.published = *document.published;
        c.published_at = document.published_at;
        if (const auto zone = Zone::find(document.published_zone)) c.house_zone = *zone;
        c.house_zone_throughout = habits.house_zone_throughout;
        c.tense = tense_of(d);
        c.clock_style = habits.style;
        c.global_zone = habits.global_zone;
        c.paragraph_zone = d.paragraph_zone;
        if (const PlaceUse* place = place_of_event(d)) {
            c.place_country = place->place.country;
            c.place_zone = zone_of(place->place);
        }
        c.order = d.pluperfect ? StoryOrder::before : StoryOrder::after;
        return c;
    }

    /// A town the gazetteer does not list keeps the clocks of the dateline or the outlet, where these lie in its country, before those of the capital.
    std::optional<Zone> zone_of(const Place& place) const {
        const Gazetteer& gazetteer = Gazetteer::built_in();
        const std::string_view name = gazetteer.zone_of(place);
        if (name.empty()) return std::nullopt;
        if (place.kind != PlaceKind::country && !place.country.empty() && gazetteer.entry_of(place) == nullptr) {
            Place country = place;
            country.kind = PlaceKind::country;
            const bool guessed = name == gazetteer.zone_of(country);
            if (guessed && document.dateline && document.dateline->country == place.country)
                if (const GazetteerEntry* written_in = gazetteer.entry_of(*document.dateline)) return Zone::find(written_in->zone);
            if (guessed && house_lies_in(place.country)) return Zone::find(document.published_zone);
        }
        return Zone::find(name);
    }
    bool house_lies_in(const std::string& country) const {
        if (const auto known = house_in.find(country); known != house_in.end()) return known->second;
        const auto entries = Gazetteer::built_in().entries();
        const bool lies = std::any_of(entries.begin(), entries.end(), [&](const GazetteerEntry& e) { return e.kind == PlaceKind::city && e.country == country && e.zone == document.published_zone; });
        return house_in[country] = lies;
    }
    mutable std::unordered_map<std::string, bool> house_in;  ///< by country: whether the outlet's clocks are some of its own

    /// The event told last: of this journey, of its travellers, else of the document.
    std::optional<Told> last_for(const ClaimDraft& d) const {
        std::optional<Told> best;
        const auto look_in = [&](const std::unordered_map<std::uint32_t, Told>& map, std::uint32_t key) {
            const auto found = map.find(key);
            if (found != map.end() && (!best || found->second.draft > best->draft)) best = found->second;
        };
        // A plan still to come is no day the story goes on from, except for further plans.
        const auto look = [&](std::uint32_t key) {
            look_in(last_of, key);
            if (d.future) look_in(plan_of, key);
        };
        for (const std::uint32_t c : d.carriers)
            if (c != no_entity) look(c);
        for (const std::uint32_t p : d.persons) look(p);
        // The first paragraph gives the outcome; told again from the start, the story stands where its last word left it.
        const bool retold = best && last && best->paragraph == 0 && d.paragraph > 0 && last->draft > best->draft && last->paragraph > 0 && latest(last->time.window) < earliest(best->time.window);
        if (retold) best = last;
        else if (best) best->same_journey = true;
        else best = d.future && last_plan && (!last || last_plan->draft > last->draft) ? last_plan : last;
        // "... departs at 6:05; its sister ship follows a quarter of an hour later": reckoned from what was told just before, whoever moved.
        const bool hours_on = d.time && d.time->expression.offset.direction == OffsetDirection::later && d.time->expression.offset.unit <= TimeUnit::hour;
        if (best && last && hours_on && last->draft > best->draft && last->paragraph == d.paragraph && (best->paragraph != d.paragraph || drafts[last->draft].sentence == d.sentence)) {
            best = last;
            best->same_journey = true;
        }
        return best;
    }

    /// The event that the words of a relative time name, told last.
    const Told* find_named(const ClaimDraft& d) const {
        const std::uint32_t entity = d.anchor.entity != no_entity ? d.anchor.entity : journey_of(d);
        const auto is_of = [&](const ClaimDraft& other) {
            return std::find(other.persons.begin(), other.persons.end(), entity) != other.persons.end() || std::find(other.carriers.begin(), other.carriers.end(), entity) != other.carriers.end();
        };
        const Told* of_entity = nullptr;
        constexpr std::size_t reach = 200;  // no reader looks back further
        std::size_t looked = 0;
        for (auto told = history.rbegin(); told != history.rend() && looked < reach; ++told, ++looked) {
            const ClaimDraft& other = drafts[told->draft];
            if (!is_of(other)) continue;
            if (d.anchor.event && other.event == *d.anchor.event) return &*told;
            if (of_entity == nullptr) of_entity = &*told;
        }
        return of_entity;
    }

    static bool ends_somewhere(const ClaimDraft& told) { return told.event == ClaimEvent::arrive || told.event == ClaimEvent::return_ || told.event == ClaimEvent::visit || told.event == ClaimEvent::on_ground || told.event == ClaimEvent::stop; }

    /// "landed in Lisbon at six. ... crossed Spain at three ... left Riga at one": a leg told from its end.
    static bool comes_before(const ClaimDraft& d, const ClaimDraft& told) {
        const bool ends = told.event == ClaimEvent::arrive || told.event == ClaimEvent::fly || told.event == ClaimEvent::travel || told.event == ClaimEvent::divert;
        if (d.future || told.sentence + 3 < d.sentence) return false;
        if (d.event == ClaimEvent::depart && told.event == ClaimEvent::overfly) return d.origin && !d.origin->inferred && !d.again;
        if (!ends || !told.destination) return false;
        if (d.event == ClaimEvent::overfly) return true;
        return d.event == ClaimEvent::depart && d.origin && !d.origin->inferred && !lies_in(d.origin->place, told.destination->place) && !lies_in(told.destination->place, d.origin->place);
    }

    /// The last one before a byte of the text that fits; null when there is none in that paragraph or, where `reach` allows, the ones before.
    template <class Fits>
    const SpokenTime* spoken_before(std::uint32_t begin, std::uint32_t paragraph, std::uint32_t reach, Fits&& fits) const {
        auto at = std::lower_bound(spoken.begin(), spoken.end(), begin, [](const SpokenTime& s, std::uint32_t b) { return s.begin < b; });
        constexpr int steps = 12;  // no reader looks back further
        for (int n = 0; at != spoken.begin() && n < steps; ++n) {
            --at;
            if (at->paragraph + reach < paragraph) return nullptr;
            if (fits(at->expression)) return &*at;
        }
        return nullptr;
    }

    /// "In January 2024 ... on Jan. 17": a date without its year takes that of the month named last in the paragraph.
    void take_year(TimeExpression& e, std::uint32_t paragraph) const {
        if (e.day.kind != DayKind::date || e.day.year != 0 || e.day.has_year_shift) return;
        const SpokenTime* month = spoken_before(e.begin, paragraph, 0, [](const TimeExpression& t) { return t.day.year != 0 || (t.period.kind == PeriodKind::month && t.period.year != 0); });
        if (month == nullptr) return;
        const int year = month->expression.day.year != 0 ? month->expression.day.year : month->expression.period.year;
        if (year <= document.published->year()) e.day.year = static_cast<std::int16_t>(year);
    }

    /// "She won the prize in May ... left Apia on the 2nd": of the month named last in the paragraph.
    void take_month(TimeExpression& e, std::uint32_t paragraph) const {
        if (e.day.kind != DayKind::month_day || e.day.weekday >= 0) return;
        const SpokenTime* named = spoken_before(e.begin, paragraph, 1, [](const TimeExpression& t) { return (t.day.kind == DayKind::date && t.day.month != 0) || (t.period.kind == PeriodKind::month && t.period.relation == PeriodRelation::named); });
        if (named == nullptr) return;
        const bool date = named->expression.day.kind == DayKind::date;
        e.day.kind = DayKind::date;
        e.day.month = date ? named->expression.day.month : static_cast<std::int8_t>(named->expression.period.number);
        e.day.year = date ? named->expression.day.year : static_cast<std::int16_t>(named->expression.period.year);
    }

    /// "Saturday she tried again. The plane took off at eight": a day spoken of behind the event told last is the one the story goes on from.
    std::optional<NarratedTime> moved_on(const TimeExpression& e, const ClaimDraft& d, const std::optional<Told>& told, const TimeContext& c) const {
        const bool bare = (e.clock || e.part != PartOfDay::none) && e.offset.direction == OffsetDirection::none;
        const bool hours_on = e.offset.direction == OffsetDirection::later && e.offset.unit <= TimeUnit::hour && !d.anchor.event && d.anchor.entity == no_entity;
        if (d.future || (d.present && !hours_on) || d.pluperfect || e.day.kind != DayKind::none || e.period.kind != PeriodKind::none || !(bare || hours_on)) return std::nullopt;
        // "The crew asked to land at 14:05. Ten minutes later ...": for an amount a clock will do.
        const SpokenTime* day = spoken_before(e.begin, d.paragraph, 0, [&](const TimeExpression& t) { return t.day.kind == DayKind::date || t.day.kind == DayKind::weekday || t.day.kind == DayKind::month_day || (hours_on && t.clock); });
        if (day == nullptr || day->ahead || day->expression.day.indefinite) return std::nullopt;
        if (told) {
            const ClaimDraft& event = drafts[told->draft];
            if (day->begin < std::max(event.trigger.end, event.time ? event.time->bytes.end : 0)) return std::nullopt;
        }
        TimeExpression only = day->expression;
        if (only.hedge != TimeHedge::around) only.hedge = TimeHedge::none;
        take_month(only, d.paragraph);
        TimeContext plain = c;
        if (only.day.kind != DayKind::none) plain.sentence_day.reset();
        const auto found = resolve(only, plain);
        if (!found || !found->day || (told && *found->day < narrated_date(told->time))) return std::nullopt;
        return NarratedTime{found->window, found->zone, found->granularity, false};
    }

    /// "14:10 The plane took off half an hour ago", "05:25 The first is off. The second follows twenty minutes later": the post's own clock.
    void reckon_from_entry(const TimeExpression& e, const ClaimDraft& d, const std::optional<Told>& told, TimeContext& c) const {
        if (e.offset.unit > TimeUnit::hour) return;
        TimeContext post = c;
        if (d.in_entry) post.place_zone.reset();
        post.last.reset();
        const auto at = resolve(d.entry_clock->expression, post);
        if (!at) return;
        if (e.offset.direction == OffsetDirection::ago) c.published_at = earliest(at->window);
        const bool told_here = told && told->paragraph == d.paragraph && drafts[told->draft].trigger.begin > d.entry_clock->bytes.begin;
        if (e.offset.direction == OffsetDirection::later && !told_here && !d.anchor.event && d.anchor.entity == no_entity) c.last = NarratedTime{at->window, at->zone, at->granularity, false};
    }

    static CivilDate narrated_date(const NarratedTime& time) { return time.zone.date_at(earliest(time.window)); }

    /// The day just spoken of, where "that day" looks back to it rather than to the event told last.
    std::optional<NarratedTime> spoken_day(const TimeUse& use, const ClaimDraft& d, const std::optional<Told>& told, const TimeContext& c) const {
        const TimeExpression& e = use.expression;
        if (e.day.kind != DayKind::from_story && e.day.kind != DayKind::that_weekday) return std::nullopt;
        const SpokenTime* day = spoken_before(e.begin, d.paragraph, 1, [](const TimeExpression& t) { return t.day.kind == DayKind::date || t.day.kind == DayKind::weekday || t.day.kind == DayKind::month_day; });
        if (day == nullptr) return std::nullopt;
        if (told) {
            const ClaimDraft& event = drafts[told->draft];
            const std::uint32_t end = std::max(event.trigger.end, event.time ? event.time->bytes.end : 0);
            if (day->begin < end) return std::nullopt;
        }
        TimeContext plain = c;
        plain.last.reset();
        plain.sentence_day.reset();
        TimeExpression only = day->expression;
        only.clock.reset();
        only.clock_until.reset();
        only.part = PartOfDay::none;
        only.hedge = TimeHedge::none;
        if (!d.future) take_year(only, d.paragraph);
        const auto found = resolve(only, plain);
        if (!found) return std::nullopt;
        return NarratedTime{found->window, found->zone, found->granularity, false};
    }

    /// "put over the border in February 1973, and the next month she flew home": the month or year spoken of behind the event told last.
    std::optional<NarratedTime> spoken_month(const TimeExpression& e, const ClaimDraft& d, const std::optional<Told>& told, const TimeContext& c) const {
        const bool in_turn = (e.period.kind == PeriodKind::month || e.period.kind == PeriodKind::year) && (e.period.relation == PeriodRelation::following || e.period.relation == PeriodRelation::previous || e.period.relation == PeriodRelation::that);
        if (!in_turn && !e.period.story_year && !e.day.story_year) return std::nullopt;
        const SpokenTime* named = spoken_before(e.begin, d.paragraph, 1, [](const TimeExpression& t) { return t.day.year != 0 || t.day.has_year_shift || (t.period.relation == PeriodRelation::named && (t.period.kind == PeriodKind::month || t.period.kind == PeriodKind::year)); });
        if (named == nullptr || (told && named->begin < drafts[told->draft].trigger.begin)) return std::nullopt;
        TimeContext plain = c;
        plain.last.reset();
        plain.sentence_day.reset();
        const auto found = resolve(named->expression, plain);
        return found ? std::optional(NarratedTime{found->window, found->zone, found->granularity, false}) : std::nullopt;
    }

    std::optional<ResolvedTime> resolve_use(TimeUse use, const ClaimDraft& d, TimeContext c, std::uint32_t& relative_to) const {
        if (!d.future) take_year(use.expression, d.paragraph);
        if (!d.future) take_month(use.expression, d.paragraph);
        auto before = last_for(d);
        if (before && d.in_entry && before->paragraph != d.paragraph) before.reset();
        if (before) {
            if (before->same_journey && comes_before(d, drafts[before->draft])) c.order = StoryOrder::before;
            c.last = before->time;
            // Where a craft left from is not said: where the story left it, rather than where it was bound for.
            if (d.event == ClaimEvent::depart && !d.origin && before->same_journey && before->paragraph == d.paragraph && !d.future && ends_somewhere(drafts[before->draft])) c.place_zone = before->time.zone;
            c.last_in_paragraph = before->paragraph == d.paragraph && before->same_journey && latest(before->time.window) - earliest(before->time.window) < hours(50);
        }
        if ((!c.sentence_day || use.expression.offset.direction == OffsetDirection::later) && !d.in_entry && !d.heading)
            if (const auto spoken_of = moved_on(use.expression, d, before, c)) c.last = spoken_of, c.last_in_paragraph = true;
        if (use.expression.offset.direction != OffsetDirection::none && d.entry_clock) reckon_from_entry(use.expression, d, before, c);
        // "stays in Mombasa until Friday" looks ahead
        if (use.expression.hedge == TimeHedge::until && d.present && !use.expression.clock) c.tense = ClauseTense::future;
        if (use.expression.hedge == TimeHedge::since && c.tense == ClauseTense::future) c.tense = ClauseTense::past;  // "will have stood there since Wednesday"
        if (const auto month = spoken_month(use.expression, d, before, c)) c.last = month;
        if (const auto day = spoken_day(use, d, before, c)) {
            c.last = day;
            c.last_in_paragraph = true;
        }
        if (d.anchor.event || d.anchor.entity != no_entity) {
            if (const Told* named = find_named(d); named != nullptr) {
                before = *named;
                c.last = c.referred = named->time;
                c.last_in_paragraph = false;
            }
        }
        // How long a stay was tells when only behind the landing that began it.
        if (use.expression.offset.direction == OffsetDirection::length && use.expression.hedge != TimeHedge::since) {
            if (!before) return std::nullopt;
            const ClaimEvent began = drafts[before->draft].event;
            const bool stays = d.event == ClaimEvent::stop || d.event == ClaimEvent::on_ground || d.event == ClaimEvent::visit;
            if (!before->same_journey && !stays) return std::nullopt;
            if (d.pluperfect && !stays) return std::nullopt;
            if ((stays || d.event == ClaimEvent::circle) && (began == ClaimEvent::depart || began == ClaimEvent::overfly || began == ClaimEvent::turn_back)) return std::nullopt;
        }
        if (use.expression.needs_anchor() || use.expression.offset.direction != OffsetDirection::none) {
            if (before && before->paragraph <= d.paragraph) relative_to = before->draft;
        }
        // "V2-LIB landed at 8:20. The cutter sailed overnight": the night before the day told, where it is no stay and goes on from no leg.
        const bool stay = d.event == ClaimEvent::visit || d.event == ClaimEvent::on_ground || d.event == ClaimEvent::stop;
        if (use.expression.part == PartOfDay::overnight && use.expression.day.kind == DayKind::none && !use.expression.clock && !stay && c.tense == ClauseTense::past && c.order == StoryOrder::after && c.last && !c.last_in_paragraph) {
            c.published = narrated_date(*c.last);
            c.published_at.reset();
            c.last.reset();
        }
        auto found = resolve(use.expression, c);
        // "Dili follows on Monday, Singapore on Wednesday": plans told in turn go on from each other.
        if (found && d.future && !d.gerund && before && before->same_journey && drafts[before->draft].future && drafts[before->draft].sentence == d.sentence && use.expression.day.kind == DayKind::weekday &&
            use.expression.period.kind == PeriodKind::none && latest(found->window) < earliest(before->time.window) && latest(found->window) + days(7) > earliest(before->time.window)) {
            c.published = narrated_date(before->time);
            found = resolve(use.expression, c);
        }
        // A plan of the past may have been made for days still to come: of two such dates the nearer to publication.
        const TimeExpression& e = use.expression;
        const bool weekday = e.day.kind == DayKind::weekday && d.modality == Modality::cancelled;
        const bool named = weekday || ((e.period.kind == PeriodKind::month || e.period.kind == PeriodKind::season) && e.period.relation == PeriodRelation::named && e.period.year == 0 && !e.period.has_year_shift) || (e.day.kind == DayKind::date && e.day.year == 0 && !e.day.has_year_shift);
        if (found && named && c.tense != ClauseTense::future && (d.modality == Modality::planned || d.modality == Modality::expected || d.modality == Modality::cancelled)) {
            c.tense = ClauseTense::future;
            const auto other = resolve(e, c);
            const Instant now = c.house_zone.start_of(c.published);
            const auto apart = [&](const ResolvedTime& t) { return t.window.begin() > now ? t.window.begin() - now : now - t.window.begin(); };
            if (other && apart(*other) < apart(*found)) return other;
        }
        return found;
    }

    void date(std::uint32_t i) {
        const ClaimDraft& d = drafts[i];
        DatedDraft& result = out[i];
        if (!document.published) return;
        TimeContext c = context_of(d);
        std::uint32_t relative_to = no_entity;
        std::optional<CivilDate> day;
        const auto day_of = [&](const TimeUse& use) {
            std::uint32_t ignored = no_entity;
            TimeContext plain = c;
            const auto r = resolve_use(use, d, plain, ignored);
            if (r && r->day) day = r->day;
        };
        if (d.heading_day) day_of(*d.heading_day);
        // "Wednesday 18: ... stays until Friday": in a programme the entry's day is the one that days are counted on from.
        if (d.heading_ahead && day && *day > c.published) {
            c.published = *day;
            c.published_at.reset();
        }
        // "SUNDAY 1 MAY. Yesterday's hop was scrubbed": a diary counts from the day it is kept on.
        const auto told_today = [](const std::optional<TimeExpression>& t) { return t && t->day.kind == DayKind::from_publication; };
        if (day && *day < c.published && told_today(d.time ? std::optional(d.time->expression) : std::nullopt)) {
            c.published = *day;
            c.published_at.reset();
        }
        if (d.day) day_of(*d.day);
        if (d.night_before && day) *day -= boost::gregorian::days(1);
        c.sentence_day = day;
        if (d.period) {
            std::uint32_t ignored = no_entity;
            if (const auto period = resolve_use(*d.period, d, c, ignored)) c.sentence_period = period->window;
        }
        const TimeUse* use = d.time ? &*d.time : d.heading ? &*d.heading : d.heading_day && d.heading ? &*d.heading : nullptr;
        if (use == nullptr && d.heading_day && (is_news(d) || d.modality == Modality::cancelled)) use = &*d.heading_day;
        std::optional<ResolvedTime> resolved;
        if (use != nullptr) {
            TimeContext own = c;
            if (d.in_entry && use == (d.heading ? &*d.heading : nullptr)) own.place_zone.reset();  // a post is dated by the clocks of who writes it
            resolved = resolve_use(*use, d, own, relative_to);
        }
        if (!resolved && d.day && use != &*d.day) {
            use = &*d.day;
            resolved = resolve_use(*use, d, c, relative_to);
        }
        if (!resolved) return;
        ClaimedTime time;
        time.text = document.text.substr(use->bytes.begin, use->bytes.end - use->bytes.begin);
        time.window = resolved->window;
        time.zone = resolved->zone.name();
        time.granularity = resolved->granularity;
        result.rule = resolved->rule;
        if (d.anchor.entity != no_entity && relative_to != no_entity) time.granularity = resolved->granularity = "relative";
        if (resolved->granularity == "relative" || resolved->granularity == "duration") result.relative_to = relative_to;
        result.time = std::move(time);
        // A month or a year long past is no day the story goes on from.
        const bool vague = resolved->granularity.starts_with("month") || resolved->granularity.starts_with("year") || resolved->granularity == "week" || resolved->granularity == "range";
        if (!is_news(d) || vague) return;
        Told told;
        told.time = {resolved->window, resolved->zone, resolved->granularity, d.event == ClaimEvent::visit || d.event == ClaimEvent::on_ground || (d.row != nullptr && d.row->needs_a(Need::stayend))};
        told.draft = i;
        told.paragraph = d.paragraph;
        if (d.pluperfect && last) told.paragraph = d.paragraph;
        auto& map = d.future ? plan_of : last_of;
        for (const std::uint32_t carrier : d.carriers)
            if (carrier != no_entity) map[carrier] = told;
        for (const std::uint32_t p : d.persons) map[p] = told;
        (d.future ? last_plan : last) = told;
        history.push_back(told);
    }

    /// Left when a stay was over: from its first moment, for all that is known, to the end of the day after it.
    void date_after_stay(std::uint32_t i) {
        const ClaimDraft& d = drafts[i];
        for (std::uint32_t j = i + 1; j < drafts.size() && drafts[j].sentence == d.sentence; ++j) {
            if (drafts[j].dropped || drafts[j].trigger.begin != *d.after_stay || !out[j].time) continue;
            const ClaimedTime& stay = *out[j].time;
            const auto zone = Zone::find(stay.zone);
            if (!zone) return;
            const CivilDate next = zone->date_at(latest(stay.window)) + boost::gregorian::days(1);
            ClaimedTime time;
            std::uint32_t begin = drafts[j].quote.begin;
            constexpr std::string_view word = "after ";
            if (begin >= word.size() && std::string_view(document.text).substr(begin - word.size(), word.size()) == word) begin -= static_cast<std::uint32_t>(word.size());
            time.text = document.text.substr(begin, drafts[j].quote.end - begin);
            time.window = make_window(earliest(stay.window), zone->start_of(next + boost::gregorian::days(1)) - seconds(1));
            time.zone = stay.zone;
            time.granularity = "relative";
            out[i].time = std::move(time);
            out[i].relative_to = j;
            out[i].rule = "after_stay";
            return;
        }
    }
};

}  // namespace

std::vector<DatedDraft> date_drafts(const ClaimDrafts& drafts, const Document& document, const ClockHabits& habits, const std::vector<SpokenTime>& spoken) {
    Dater dater{drafts, document, habits, spoken, std::vector<DatedDraft>(drafts.size()), {}, {}, {}, {}, {}, {}};
    for (std::uint32_t i = 0; i < drafts.size(); ++i)
        if (!drafts[i].dropped) dater.date(i);
    for (std::uint32_t i = 0; i < drafts.size(); ++i)
        if (!drafts[i].dropped && drafts[i].after_stay && !dater.out[i].time) dater.date_after_stay(i);
    return std::move(dater.out);
}

}  // namespace flightxref::detail
