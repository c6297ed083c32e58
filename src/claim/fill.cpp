// SPDX-License-Identifier: BSL-1.0
#include "claim/events.hpp"

#include "claim/fill.hpp"

#include <algorithm>
#include <array>

namespace flightxref::detail {
namespace {

TravelMode mode_by_carrier(CarrierMode mode) {
    switch (mode) {
        case CarrierMode::air: return TravelMode::air;
        case CarrierMode::rail: return TravelMode::rail;
        case CarrierMode::road: return TravelMode::road;
        case CarrierMode::sea: return TravelMode::sea;
    }
    return TravelMode::unknown;
}

/// The expression that dates the event, and a day named apart from its clock.
void choose_time(ClaimDraft& d, const SentenceReading& r, const std::vector<std::uint32_t>& candidates, const VerbGroup& g, std::string_view rule) {
    const auto& times = *r.times;
    // "slipped out at 13:22, and 21 minutes later it was at Manas": the clock is the first verb's.
    const auto of_verb_before = [&](const TimeExpression& t) {
        if (t.last_token >= g.first) return false;
        const SentenceView& view = *r.view;
        bool joined = false;
        for (std::uint32_t i = t.last_token + 1; i < g.first; ++i) joined = joined || view.token(i).is("and") || view.token(i).is("but") || view.token(i).is(';');
        return joined && std::any_of(view.groups.begin(), view.groups.end(), [&](const VerbGroup& other) { return !other.noun && &other != &g && other.head < t.first_token; });
    };
    // "On Tuesday they were flown to Nice, and on Wednesday to Riga": the second day is the remnant's.
    const auto joined_on = [&](const TimeExpression& t) {
        if (r.view->token(t.first_token - 1).is("and")) return true;
        for (std::uint32_t i = g.head + 1; i + 2 < t.first_token; ++i)  // "and from there to Riga on Wednesday"
            if (r.view->token(i).is("and") && (r.view->token(i + 1).is("from") || r.view->token(i + 1).is("then") || r.view->token(i + 1).is("on"))) return true;
        return false;
    };
    const auto of_remnant = [&](const TimeExpression& t) { return t.first_token > g.head && t.first_token > 0 && joined_on(t) && std::any_of(candidates.begin(), candidates.end(), [&](std::uint32_t i) { return times[i].last_token < g.first; }); };
    const auto score = [&](const TimeExpression& t) {
        int s = candidates.size() > 1 && (of_verb_before(t) || of_remnant(t)) ? -12 : 0;
        if (t.clock) s += 8;
        if (t.type == TimeType::duration && t.offset.direction == OffsetDirection::length) s -= 6;
        if (t.repeated) s -= 8;
        if (t.first_token >= g.head) s += 2;
        return s;
    };
    const TimeExpression* best = nullptr;
    for (const std::uint32_t i : candidates)
        if (best == nullptr || score(times[i]) > score(*best)) best = &times[i];
    if (best == nullptr) return;
    d.time = TimeUse{*best, {best->begin, best->end}, rule};
    const auto names_day = [](const TimeExpression& t) { return t.day.kind != DayKind::none || ((t.offset.direction == OffsetDirection::later || t.offset.direction == OffsetDirection::ago) && t.offset.unit >= TimeUnit::day); };
    if (best->day.kind == DayKind::none)
        for (const std::uint32_t i : candidates)
            if (&times[i] != best && names_day(times[i]) && !times[i].clock) d.day = TimeUse{times[i], {times[i].begin, times[i].end}, "day_apart"};
}

/// "plans to leave", "they intend to fly", "her plans to return": governed by a plan held at the time of telling.
bool plans_now(const SentenceView& view, const VerbGroup& g, const Stance& stance) {
    if (g.governor == no_token || !g.infinitive || (stance.modality != Modality::planned && stance.modality != Modality::expected)) return false;
    const Token& t = view.token(g.governor);
    static constexpr std::string_view words[] = {"plan", "plans", "intend", "intends", "hope", "hopes", "want", "wants", "aim", "aims", "mean", "means", "expect", "expects", "prepare", "prepares", "propose", "proposes", "vow", "vows", "wish", "wishes", "planning", "hoping", "preparing", "intending", "aiming"};
    if (std::find(std::begin(words), std::end(words), t.folded) == std::end(words)) return false;
    for (std::uint32_t i = g.governor, steps = 0; i > 0 && steps < 3; --i, ++steps) {
        const Token& before = view.token(i - 1);
        if (before.is("a") || before.is("the") || before.is("did") || before.is("was") || before.is("were") || before.is("had")) return false;  // "the plan to ... was dropped", "was planning to"
        if (!before.is("not") && !before.is("now") && !before.is("also") && !before.is("still")) break;
    }
    return true;
}

/// "left Riga at 2 p.m. and landed in Oslo at 4 p.m. on Tuesday": the day is said with the last clock, and at eleven it was the night before.
void take_day_behind(ClaimDraft& d, const std::vector<TimeExpression>& times) {
    if (!d.time || !d.time->expression.clock || d.time->expression.day.kind != DayKind::none || d.day || d.time->expression.offset.direction != OffsetDirection::none) return;
    for (const TimeExpression& t : times) {
        if (t.attribution || t.repeated || t.first_token <= d.time->expression.last_token) continue;
        const bool named = t.day.kind == DayKind::date || t.day.kind == DayKind::weekday || t.day.kind == DayKind::from_publication;
        if (t.day.kind != DayKind::none && !(named && t.clock && !t.day.indefinite)) return;
        if (!named) continue;
        TimeExpression day = t;
        day.clock.reset();
        day.clock_until.reset();
        day.hedge = TimeHedge::none;
        d.day = TimeUse{day, {t.begin, t.end}, "day_behind"};
        constexpr int apart = 150;  // clocks of two zones
        const auto& clock = *d.time->expression.clock;
        d.night_before = !clock.half_day_open && !t.clock->half_day_open && clock.minute > t.clock->minute + apart;
        return;
    }
}

bool is_stay(const ClaimDraft& d) { return d.event == ClaimEvent::visit || d.event == ClaimEvent::on_ground || d.event == ClaimEvent::circle || d.event == ClaimEvent::stop; }

}  // namespace

void fill_draft(ClaimDraft& d, const SentenceReading& r, std::uint32_t group, const Arguments& args, const Stance& stance) {
    const SentenceView& view = *r.view;
    const VerbGroup& g = view.groups[group];
    const Subject& subject = (*r.subjects)[group];
    d.sentence = view.sentence->index;
    d.paragraph = view.sentence->paragraph;
    d.modality = stance.modality;
    d.modality_rule = stance.rule;
    if (stance.word != no_token) d.modality_bytes = bytes_of(view, stance.word, stance.word + 1);
    d.future = stance.future || plans_now(view, g, stance);
    d.present = (g.present || (g.bare && !g.infinitive)) && !g.perfect;
    // "trackers show the jet crossing": now
    if (subject.rule == "seen_doing")
        for (const VerbGroup& seen : view.groups)
            if (!seen.noun && seen.head < g.first && view.word(seen.head).any(bits(ClauseClass::show, ClauseClass::perceive))) d.present = seen.present;
    const bool ahead = stance.modality == Modality::planned || stance.modality == Modality::expected || (g.trigger != nullptr && (g.trigger->sense == Sense::due || g.trigger->sense == Sense::expect));
    d.pluperfect = g.perfect && g.past && !g.would && g.governor == no_token && !ahead;  // "had been expected at nine" looks ahead
    // "reached Rome on Tuesday, two days after his jet was forced down in Tunis": told last, and first to happen
    if (const std::uint32_t clause = subject.begin != no_token && subject.begin < g.first ? subject.begin : g.first; !g.perfect && !g.infinitive && !g.gerund && clause > 0 && view.token(clause - 1).is("after") && group > 0 && view.groups[0].trigger != nullptr)
        d.pluperfect = true;
    d.under_way = g.progressive && !d.future;
    d.infinitive = g.infinitive;
    d.gerund = g.gerund && g.governor == no_token;
    d.governed_by_after = d.gerund && g.first > 0 && view.token(g.first - 1).is("after");
    d.governed_by_before = d.gerund && g.first > 0 && view.token(g.first - 1).is("before");
    d.relative = g.participle || (!subject.rule.empty() && subject.rule.starts_with("relative"));
    d.same_subject = subject.inherited;
    for (std::uint32_t i = args.begin; i < args.end && i < view.size(); ++i) d.again = d.again || view.token(i).is("again");
    if (stance.source != nullptr) {
        const SourceScope& s = *stance.source;
        const Bytes b = bytes_of(view, s.source_begin, s.source_end);
        if (!b.empty()) d.source = Attribution{std::string(s.type), std::string(r.text.substr(b.begin, b.end - b.begin))};
        d.data_source = s.data;
    }

    // Who and what moves.
    const bool carries = g.trigger != nullptr && (g.trigger->needs_a(Need::carry) || g.trigger->needs_a(Need::expect) || g.trigger->needs_a(Need::lose) || g.trigger->needs_a(Need::send) || g.trigger->needs_a(Need::host) || g.trigger->sense == Sense::turned_away);
    const bool active_carry = carries && !g.passive && !args.objects.empty();
    for (const std::uint32_t m : subject.mentions) {
        const Mention& x = view.mentions[m];
        if (x.kind == MentionKind::carrier) {
            add_carrier(d, r, m);
            d.carrier_moves = true;
        } else if (x.kind == MentionKind::person) {
            const bool carrier_verb = g.trigger != nullptr && (g.trigger->verb == "send" || g.trigger->verb == "lose" || g.trigger->sense == Sense::expect || g.trigger->sense == Sense::turned_away || g.trigger->needs_a(Need::host));
            if (!(active_carry && carrier_verb)) add_once(d.persons, x.entity);
        }
    }
    for (const std::uint32_t m : args.objects) {
        const Mention& x = view.mentions[m];
        if (x.kind == MentionKind::carrier) {
            if (carries || g.trigger == nullptr || x.first_token < g.end || g.trigger->needs_a(Need::board) || g.trigger->needs_a(Need::fly) || g.trigger->needs_a(Need::craftobject)) add_carrier(d, r, m);
            if (d.carriers.size() == 1) d.carrier_moves = d.carrier_moves || carries;
        } else if (x.kind == MentionKind::person && carries) {
            add_once(d.persons, x.entity);
        }
    }
    for (const std::uint32_t m : args.aboard)
        if (d.carriers.empty()) add_carrier(d, r, m);
    for (const std::uint32_t m : args.passengers) add_once(d.persons, view.mentions[m].entity);

    d.unnamed = (subject.pronoun && subject.head != no_token && view.word(subject.head).is(ClauseClass::ellipsis) && !view.word(subject.head).is(ClauseClass::subject_pronoun));
    if (d.carriers.empty() && d.persons.empty()) {
        using Anaphor = ClaimDraft::Anaphor;
        // "contact was lost", "the signal ceased" speak of the craft; "the government ship put out" of something else
        constexpr std::array<std::string_view, 14> of_craft = {"contact", "signal", "transponder", "trace", "track", "flight", "crew", "pilot", "captain", "trip", "journey", "leg", "machine", "vessel"};
        const auto tells_of_craft = [&](std::uint32_t i) { return std::find(of_craft.begin(), of_craft.end(), view.token(i).folded) != of_craft.end(); };
        bool something_else = subject.other && subject.head != no_token && !tells_of_craft(subject.head);
        for (std::uint32_t i = g.first; something_else && i > 0 && i + 4 > g.first; --i)
            something_else = !tells_of_craft(i - 1);
        d.anaphor = something_else ? Anaphor::none : Anaphor::craft;
        if (subject.pronoun && subject.head != no_token) {
            const Token& t = view.token(subject.head);
            if (t.is("we") || t.is("i")) d.anaphor = Anaphor::speakers;
            else if (t.is("he") || t.is("she") || t.is("they") || t.is("you")) d.anaphor = Anaphor::people;
        } else if (!subject.mentions.empty()) {
            d.anaphor = view.mentions[subject.mentions.front()].kind == MentionKind::person ? Anaphor::people : Anaphor::craft;
            const Token& t = view.token(view.mentions[subject.mentions.front()].head_token);
            if (t.is("we") || t.is("i")) d.anaphor = Anaphor::speakers;
        }
    }
    if (d.carriers.size() == 1 && d.carriers.front() == no_entity && d.carrier_words.front() == Carrier{}) {
        d.carriers.clear();
        d.carrier_words.clear();
        d.anaphor = ClaimDraft::Anaphor::craft;
    }

    // By what means.
    const auto set_mode = [&](TravelMode mode, std::string_view rule) {
        if (d.mode != TravelMode::unknown || mode == TravelMode::unknown) return;
        d.mode = mode;
        d.mode_rule = rule;
    };
    // "The Albatros sailed from Bodrum": a ship that is called as some aircraft are
    if (g.trigger != nullptr && g.trigger->mode == TravelMode::sea && d.carriers.size() == 1 && d.carrier_words.front().mode == CarrierMode::air && !d.carrier_words.front().identified()) {
        d.carriers.clear();
        d.carrier_words.clear();
    }
    if (!d.carrier_words.empty()) set_mode(mode_by_carrier(d.carrier_words.front().mode), "carrier");
    set_mode(args.stated_mode, "stated_means");
    if (g.trigger != nullptr) set_mode(g.trigger->mode, "verb_of_that_means");
    if (g.trigger != nullptr && g.trigger->verb == "drive") set_mode(TravelMode::road, "verb_of_that_means");
    if (d.event == ClaimEvent::overfly || d.event == ClaimEvent::last_seen || d.event == ClaimEvent::first_seen || d.event == ClaimEvent::circle) set_mode(TravelMode::air, "event_of_aircraft");

    // Words and time.
    std::uint32_t first = subject.begin != no_token && subject.begin < g.first && !subject.inherited ? subject.begin : g.first;
    std::uint32_t last = std::max(g.end, g.head + 1);
    for (const PlaceArgument& a : args.places)
        if (!a.fronted) last = std::max(last, view.mentions[a.list_end - 1].end_token);
    const auto& times = *r.times;
    for (const std::uint32_t t : args.times) {
        if (times[t].first_token >= g.head) last = std::max(last, times[t].last_token + 1);
        else if (times[t].first_token < first) first = std::min(first, times[t].first_token);
    }
    for (const std::uint32_t m : args.aboard) last = std::max(last, view.mentions[m].end_token);
    d.quote = bytes_of(view, first, last);
    d.trigger = bytes_of(view, g.trigger_begin, std::max(g.end, g.head + 1));
    if (g.trigger != nullptr && (g.trigger->verb == "make" || g.trigger->verb == "pay") && g.end > g.head + 1 && g.trigger->words.front() != "it") d.trigger = bytes_of(view, g.end - 1, g.end);  // the noun: "made a stop"
    if (g.trigger != nullptr && g.trigger->needs_a(Need::stayend)) {
        // "wrap up his visit", "cut their tour short": the verb with its particle, not the stay.
        const Token& particle = view.token(std::min<std::size_t>(g.head + 1, view.size() - 1));
        d.trigger = bytes_of(view, g.trigger_begin, particle.is("up") || particle.is("short") ? g.head + 2 : g.head + 1);
    }
    choose_time(d, r, args.times, g, "time_in_clause");
    if (d.time && d.time->expression.hedge == TimeHedge::by) d.pluperfect = false;  // "by evening it had left": the story goes on
    if (d.time && d.time->expression.day.indefinite)
        for (const TimeExpression& t : times)
            if (t.begin != d.time->expression.begin && t.period.kind != PeriodKind::none && t.day.kind == DayKind::none) d.period = TimeUse{t, {t.begin, t.end}, "period_in_sentence"};
    // "was reported on Friday to have left": the day of the report, when the event has none of its own.
    if (!d.time && g.governor != no_token && g.infinitive)
        for (std::uint32_t t = 0; t < times.size(); ++t)
            if (times[t].first_token > g.governor && times[t].last_token < g.head && times[t].day.kind != DayKind::none) choose_time(d, r, {t}, g, "time_of_report");
    // A time before the first subject holds for all that is coordinated with it.
    if (!d.time && !view.groups.empty()) {
        std::vector<std::uint32_t> fronted;
        std::uint32_t limit = no_token;
        for (const VerbGroup& other : view.groups)
            if (!other.noun) {
                limit = other.first;
                break;
            }
        for (std::uint32_t t = 0; t < times.size(); ++t)
            if (!times[t].attribution && times[t].last_token < limit && times[t].first_token <= view.sentence->head_tokens + 2 && times[t].first_token >= view.sentence->head_tokens) fronted.push_back(t);
        const bool told_in_turn = !g.infinitive && !g.gerund && !d.future && !(d.relative && !g.participle) && !d.pluperfect;
        if (!fronted.empty() && told_in_turn && (!is_stay(d) || d.event == ClaimEvent::visit)) {
            const TimeExpression& t = times[fronted.front()];
            // "At twenty past two the crew saw smoke, and the jet turned round": the clock of the first movement told.
            const bool first_told = std::none_of(view.groups.begin(), view.groups.begin() + group, [](const VerbGroup& other) { return other.trigger != nullptr && (other.passive || !other.trigger->needs_a(Need::passive)); });
            if ((t.day.kind != DayKind::none && !t.clock) || (first_told && (t.clock || t.part != PartOfDay::none || t.period.year != 0))) {
                choose_time(d, r, fronted, g, "fronted_time");
                d.fronted_time = true;
            }
        }
    }
    // "It was 9:10 p.m. on Monday there when the jet touched down"
    if (!d.time && g.first > 0)
        if (const std::uint32_t clause = view.clause_begin(g.first), head = view.sentence->head_tokens; clause > head + 2 && view.token(clause).is("when") && view.token(head).is("it") && (view.token(head + 1).is("was") || view.token(head + 1).is("is")) &&
                                                                                                      std::count_if(view.groups.begin(), view.groups.begin() + group, [](const VerbGroup& other) { return !other.noun; }) <= 1)
            for (std::uint32_t t = 0; t < times.size() && !d.time; ++t)
                if (!times[t].attribution && times[t].last_token < clause && times[t].first_token <= head + 4 && times[t].type != TimeType::duration) choose_time(d, r, {t}, g, "time_of_cleft");
    // "was booked on flight SU150 from Moscow to Havana but did not board": that one
    if (d.modality == Modality::negated && d.carriers.empty() && g.trigger != nullptr && g.trigger->needs_a(Need::board)) {
        for (std::uint32_t m = 0; m < view.mentions.size() && view.mentions[m].end_token <= g.first; ++m) {
            const Mention& flight = view.mentions[m];
            if (flight.kind != MentionKind::carrier || flight.nested || r.mentions->carrier(flight).flight_number.empty()) continue;
            add_carrier(d, r, m);
            set_mode(TravelMode::air, "flight_not_boarded");
            std::uint32_t end = flight.end_token;
            for (std::uint32_t p = m + 1; p < view.mentions.size() && view.mentions[p].kind == MentionKind::place && view.mentions[p].first_token <= end + 2; ++p) {
                PlaceArgument a;
                a.mention = p;
                a.list_end = p + 1;
                const bool from = view.mentions[p].preposition == "from";
                if (!from && view.mentions[p].preposition != "to" && view.mentions[p].preposition != "for") break;
                auto& slot = from ? d.origin : d.destination;
                if (!slot) slot = make_place_use(r, a, "route_of_flight", false);
                end = view.mentions[p].end_token;
            }
            break;
        }
    }
    // "was booked on Monday's flight, but he did not board": the day of the flight, where the sentence names one alone.
    if (!d.time && d.modality == Modality::negated && d.event == ClaimEvent::depart) {
        const auto names_day = [](const TimeExpression& t) { return !t.attribution && !t.repeated && (t.day.kind == DayKind::date || t.day.kind == DayKind::weekday); };
        if (std::count_if(times.begin(), times.end(), names_day) == 1)
            if (const auto t = std::find_if(times.begin(), times.end(), names_day); t->last_token < g.first) d.time = TimeUse{*t, {t->begin, t->end}, "day_of_flight"};
    }
    if (d.time && d.time->expression.day.kind == DayKind::none && !d.day) {
        for (std::uint32_t t = 0; t < times.size(); ++t)
            if (!times[t].attribution && times[t].day.kind != DayKind::none && times[t].first_token <= view.sentence->head_tokens + 2 && times[t].last_token < g.first && times[t].first_token >= view.sentence->head_tokens)
                d.day = TimeUse{times[t], {times[t].begin, times[t].end}, "fronted_day"};
    }
    take_day_behind(d, times);
}

}  // namespace flightxref::detail
