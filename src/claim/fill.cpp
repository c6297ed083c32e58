// SPDX-License-Identifier: BSL-1.0
#include "claim/events.hpp"

#include "claim/fragment.hpp"

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

void add_once(std::vector<std::uint32_t>& list, std::uint32_t value) {
    if (value != no_entity && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

void add_carrier(ClaimDraft& d, const SentenceReading& r, std::uint32_t m) {
    const Mention& x = r.view->mentions[m];
    if (std::find(d.carriers.begin(), d.carriers.end(), x.entity) != d.carriers.end() && x.entity != no_entity) return;
    d.carriers.push_back(x.entity);
    d.carrier_words.push_back(r.mentions->carrier(x));
}

Bytes bytes_of(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end || begin >= view.size()) return {};
    return {view.token(begin).begin, view.token(std::min<std::size_t>(end, view.size()) - 1).end};
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

namespace {

/// What a clause says of a nominal movement.
struct NounPredicate {
    std::optional<Modality> modality;
    std::string_view rule;
    std::uint32_t word = no_token;
    bool future = false;
};

NounPredicate find_predicate(const SentenceView& view, std::uint32_t at) {
    NounPredicate p;
    const auto n = static_cast<std::uint32_t>(view.size());
    const auto is = [&](std::uint32_t i, std::string_view w) { return i < n && view.token(i).is(w); };
    bool negated = false, be_seen = false;
    for (std::uint32_t i = at; i > view.sentence->head_tokens && i + 3 > at; --i)  // "No halt at Zuwara is foreseen"
        if (view.word(i - 1).any(bits(ClauseClass::preposition, ClauseClass::be))) break;
        else negated = negated || view.token(i - 1).is("no");
    const bool none = negated;
    for (std::uint32_t i = at + 1; i < n; ++i) {
        const Word& w = view.word(i);
        if (view.token(i).is(';') || view.token(i).is(':')) break;
        if (w.mention != no_token || w.in_time || w.aside) continue;
        negated = negated || (w.is(ClauseClass::negation) && (be_seen || w.any(bits(ClauseClass::do_)) || view.word(i - 1).is(ClauseClass::do_)));
        be_seen = be_seen || w.any(bits(ClauseClass::be, ClauseClass::have)) || ((is(i, "got") || is(i, "gets")) && !none);
        if (w.is(ClauseClass::cancel_word) && (!is(i, "called") || is(i + 1, "off")) && (!is(i, "struck") || is(i + 1, "out") || is(i + 1, "from") || is(i + 1, "off"))) {
            p = {negated ? Modality::planned : Modality::cancelled, "called_off", i, true};
            return p;
        }
        if (is(i, "take") && is(i + 1, "place") && negated) return {Modality::negated, "not_held", i, false};
        if (be_seen && (is(i, "refused") || is(i, "denied"))) return {Modality::negated, "refusal", i, false};
        if (be_seen && is(i, "going") && is(i + 1, "ahead")) return {Modality::planned, "plan", i, true};
        if (be_seen && is(i, "hold") && is(i - 1, "on")) return {Modality::cancelled, "called_off", i, true};
        if (is(i, "put") && is(i + 1, "back") && is(i + 2, "to")) return {Modality::planned, "plan", i, true};
        if (is(i, "off") && view.word(i - 1).any(bits(ClauseClass::be, ClauseClass::adverb)) && be_seen) return {Modality::cancelled, "called_off", i, true};
        if ((is(i, "put") && is(i + 1, "off")) || (is(i, "fell") && is(i + 1, "through"))) return {Modality::cancelled, "called_off", i, true};
        if (be_seen && (is(i, "possible") || is(i, "conceivable"))) return {negated ? Modality::negated : Modality::possible, "possibility", i, true};
        if (std::any_of(view.groups.begin(), view.groups.end(), [&](const VerbGroup& g) { return g.governor == i && g.trigger != nullptr; })) return p;  // "the flight was due to land": the verb tells it
        if (w.group != no_token && view.groups[w.group].head == i && view.groups[w.group].trigger != nullptr && !w.is(ClauseClass::be)) return p;  // "the tour, had set off": a verb of its own
        if (be_seen && (is(i, "foreseen") || is(i, "planned") || is(i, "scheduled") || is(i, "due") || is(i, "set") || is(i, "pencilled") || is(i, "arranged") || is(i, "envisaged") || (is(i, "confirmed") && is(i + 1, "for")) || (is(i, "booked") && is(i + 1, "for")) || (is(i, "slated") && is(i + 1, "for")))) {
            // "planned for 4 February has been cancelled": look on for a verdict.
            if (!p.modality) p = {negated ? Modality::negated : Modality::planned, "plan", i, true};
            continue;
        }
        if (be_seen && is(i, "expected")) return {negated ? Modality::negated : Modality::expected, "expectation", i, true};
    }
    return p;
}

NounPredicate find_governing_verb(const SentenceView& view, std::uint32_t at) {
    const auto is = [&](std::uint32_t i, std::string_view w) { return view.token(i).is(w); };
    for (std::uint32_t i = at, steps = 0; i > 0 && steps < 8; ++steps) {
        --i;
        const Word& w = view.word(i);
        if (is(i, ",") || view.token(i).is(',') || view.token(i).is(';')) break;
        if (w.is(ClauseClass::cancel_word) && w.mention == no_token) {
            const bool off = i + 1 < view.size() && is(i + 1, "off");
            if (!is(i, "called") || off) return {Modality::cancelled, "called_off", i, true};
        }
        if (is(i, "off") && i > 0 && (is(i - 1, "called") || is(i - 1, "put") || is(i - 1, "call"))) return {Modality::cancelled, "called_off", i - 1, true};
        if (is(i, "expected") && i > 0 && view.word(i - 1).is(ClauseClass::be)) return {Modality::expected, "expectation", i, true};
        if ((is(i, "put") || is(i, "puts") || is(i, "gave") || is(i, "gives")) && (steps < 3)) return {Modality::reported, "told_time", i, false};
        const bool adjective = is(i, "planned") && i > 0 && view.word(i - 1).any(bits(ClauseClass::determiner, ClauseClass::possessive));  // "scrapped a planned trip"
        if ((is(i, "planning") || is(i, "plans") || is(i, "planned")) && w.mention == no_token && !adjective) return {Modality::planned, "plan", i, true};
        // "Sunday brings a hop to Vanimo"
        if (i > 0 && view.word(i - 1).in_time && (is(i, "brings") || is(i, "brought") || is(i, "sees") || is(i, "saw"))) {
            const bool ahead = is(i, "brings") || is(i, "sees");
            return {ahead ? Modality::planned : Modality::asserted, "day_that_brings_it", i, ahead};
        }
        if (is(i, "logged") || is(i, "recorded") || is(i, "tracked")) return {Modality::asserted, "logged_leg", i, false};
    }
    return {};
}

/// Where the noun phrase around a noun begins: "the king's surprise | visit".
std::uint32_t phrase_begin(const SentenceView& view, std::uint32_t at) {
    std::uint32_t i = at;
    while (i > view.sentence->head_tokens && at - i < 6) {
        const Word& before = view.word(i - 1);
        const Token& t = view.token(i - 1);
        const bool owner = before.mention != no_token && view.mentions[before.mention].kind != MentionKind::place;
        const bool adjective = before.in_time || (t.kind == TokenKind::word && (before.classes == 0 || before.is(ClauseClass::ellipsis)) && before.group == no_token);
        if (!owner && !adjective && !before.any(bits(ClauseClass::determiner, ClauseClass::possessive)) && t.kind != TokenKind::clitic && !t.is('-') && t.kind != TokenKind::number) break;
        --i;
    }
    return i;
}

bool is_day_or_clock(const TimeExpression& t) { return !t.attribution && !t.repeated && (t.clock || t.day.kind != DayKind::none || t.part != PartOfDay::none || t.period.kind != PeriodKind::none); }

/// Whether place and time stand in the phrase of a noun: "arrival in Yerevan on Tuesday". `end`: one past the phrase.
bool is_placed_and_dated(const SentenceView& view, const std::vector<TimeExpression>& times, std::uint32_t at, std::uint32_t& end) {
    const auto n = static_cast<std::uint32_t>(view.size());
    bool placed = false, dated = false;
    for (end = at + 1; end < n; ++end) {
        const Word& w = view.word(end);
        const Token& t = view.token(end);
        if (t.is(',') && end + 1 < n && view.token(end + 1).is("aboard")) continue;  // "the journey to Luanda on Monday, aboard an Angolan jet, was"
        if (t.is(',') && view.word(end - 1).mention != no_token && view.mentions[view.word(end - 1).mention].kind == MentionKind::carrier) continue;
        if (w.in_time) {
            dated = dated || std::any_of(times.begin(), times.end(), [&](const TimeExpression& x) { return x.first_token == end && is_day_or_clock(x); });
            continue;
        }
        if (w.group != no_token && !view.groups[w.group].noun) break;
        if (w.mention != no_token) placed = placed || view.mentions[w.mention].kind == MentionKind::place;
        else if (!w.any(bits(ClauseClass::preposition, ClauseClass::determiner)) && !t.is("and")) break;
    }
    return placed && dated;
}

/// "Touchdown in Brasilia was at 4:40 p.m.", "Take-off from Nice: 9.40": the noun is told with its clock.
NounPredicate find_timing(const SentenceView& view, const std::vector<TimeExpression>& times, std::uint32_t at) {
    std::uint32_t phrase_end = at;
    is_placed_and_dated(view, times, at, phrase_end);
    bool placed = false;  // "Her visit to Riyadh is on Friday": with its place a day is enough
    for (std::uint32_t i = at + 1; i < phrase_end; ++i) placed = placed || (view.word(i).mention != no_token && view.mentions[view.word(i).mention].kind == MentionKind::place);
    const auto clock_at = [&](std::uint32_t i) {
        return std::any_of(times.begin(), times.end(), [&](const TimeExpression& t) { return t.first_token <= i && i <= t.last_token && (t.clock || t.part != PartOfDay::none || (placed && t.day.kind != DayKind::none)) && !t.attribution && !t.repeated; });
    };
    const auto n = static_cast<std::uint32_t>(view.size());
    std::uint32_t end = at;
    while (end < n && !view.token(end).is(';')) ++end;
    for (const VerbGroup& g : view.groups) {
        if (g.noun || g.head <= at || g.head >= end || (g.infinitive && g.governor == no_token)) continue;
        const Token& verb = view.token(g.head);
        const bool takes_place = view.word(g.head).is(ClauseClass::be) || verb.is("came") || verb.is("comes") || verb.is("occurred") || (placed && (verb.is("begins") || verb.is("began") || verb.is("starts") || verb.is("started") || verb.is("falls") || verb.is("fell"))) || verb.is("followed") || verb.is("follows") || ((verb.is("took") || verb.is("takes") || verb.is("take")) && g.head + 1 < n && view.token(g.head + 1).is("place"));
        std::uint32_t i = g.head + (verb.is("took") || verb.is("takes") || verb.is("take") ? 2 : 1);
        while (i < n && view.word(i).is(ClauseClass::adverb) && !view.word(i).in_time) ++i;
        if (!takes_place || g.negated || g.infinitive || i >= n || !clock_at(i)) return {};
        // the noun itself is the subject, not part of another one
        for (std::uint32_t k = at + 1; k < g.first; ++k)
            if (view.token(k).is(',') || view.word(k).any(bits(ClauseClass::relative, ClauseClass::coordinator))) return {};
        const bool ahead = g.will || (g.present && !g.perfect && placed);
        return {ahead ? Modality::planned : Modality::asserted, "timed_noun", g.head, ahead};
    }
    if (!is_verbless(view, at)) return {};
    for (std::uint32_t i = at + 1; i < end; ++i)
        if (clock_at(i)) return {Modality::asserted, "timed_noun", at, false};
    return {};
}

/// "His arrival in Yerevan on Tuesday was kept quiet", "The stopover in Sal on Friday will last two hours": told by the way, as the subject of another verb.
NounPredicate find_dated(const SentenceView& view, const std::vector<TimeExpression>& times, std::uint32_t at) {
    const std::uint32_t begin = phrase_begin(view, at);
    std::uint32_t end = at + 1;
    if (!is_placed_and_dated(view, times, at, end)) return {};
    // "On a visit to Skopje on Tuesday, the minister promised help."
    const bool on = begin > 0 && view.token(begin - 1).is("on") && begin < at;
    if (on) return {Modality::asserted, "dated_stay", at, false};
    const bool aboard = begin > 0 && begin <= view.sentence->head_tokens + 2 && (view.token(begin - 1).is("aboard") || view.token(begin - 1).is("board"));  // "On board the flight to Doha on Monday was"
    const bool held = begin > 0 && (view.token(begin - 1).is("included") || view.token(begin - 1).is("includes") || view.token(begin - 1).is("featured") || (begin > 1 && view.token(begin - 2).is("there") && view.word(begin - 1).is(ClauseClass::be)));
    const bool opens = aboard || held || (begin > 0 && view.token(begin - 1).is("did")) || begin == view.sentence->head_tokens || view.token(begin - 1).is(',') || view.token(begin - 1).is("that") || view.token(begin - 1).is("and") || view.token(begin - 1).kind == TokenKind::quote_open;
    if (!opens) return {};
    while (end < view.size() && view.word(end).is(ClauseClass::adverb)) ++end;
    // "There was a brief stop in Tashkent on Tuesday", "The trip included a stop in Muscat on Tuesday"
    if (begin > 1 && view.token(begin - 2).is("there") && view.word(begin - 1).is(ClauseClass::be)) {
        const bool none = view.word(begin).is(ClauseClass::no_word);
        return {none ? Modality::negated : Modality::asserted, "dated_noun", at, false};
    }
    if (begin > 0 && (view.token(begin - 1).is("included") || view.token(begin - 1).is("featured"))) return {Modality::asserted, "dated_noun", at, false};
    if (begin > 0 && view.token(begin - 1).is("includes")) return {Modality::planned, "dated_noun", at, true};
    if (begin > 0 && view.token(begin - 1).is("did")) return {Modality::asserted, "dated_noun", at, false};  // "It did a U-turn over Kazakhstan on Tuesday"
    if (end >= view.size() || view.word(end).group == no_token) return {};
    const VerbGroup& g = view.groups[view.word(end).group];
    if (g.noun || g.first != end || g.infinitive || g.gerund || g.hypothesis || g.would || g.may || g.can || g.must) return {};
    if (g.will) return {Modality::planned, "dated_noun", g.head, true};
    if (!g.past) return {};
    return {Modality::asserted, "dated_noun", g.head, false};
}

}  // namespace

std::optional<ClaimDraft> read_nominal_event(const SentenceReading& r, std::uint32_t group) {
    const SentenceView& view = *r.view;
    const VerbGroup& g = view.groups[group];
    const TriggerNoun* noun = find_trigger_noun(view.token(g.head));
    if (noun == nullptr) return std::nullopt;
    const std::uint32_t at = g.head;
    if (at + 1 < view.size() && view.token(at).is("call") && view.token(at + 1).is("sign")) return std::nullopt;
    if (at > 0 && (view.token(at - 1).is("on") || view.token(at - 1).is("during") || view.token(at - 1).is("without"))) return std::nullopt;
    NounPredicate predicate = find_predicate(view, at);
    const NounPredicate governing = find_governing_verb(view, at);
    if (governing.modality && (!predicate.modality || governing.modality == Modality::cancelled)) predicate = governing;
    if (!predicate.modality) predicate = find_timing(view, *r.times, at);
    // "07:30. Touchdown at Tame": the clock stands over the note.
    const bool noted = !predicate.modality && r.in_entry && at == view.sentence->head_tokens && is_verbless(view, at);
    if (noted) predicate = {Modality::asserted, "noted_under_clock", at, false};
    if (!predicate.modality) predicate = find_dated(view, *r.times, at);
    if (!predicate.modality) return std::nullopt;
    const bool dated = predicate.rule == "dated_noun" || predicate.rule == "dated_stay";
    if (predicate.rule == "dated_stay" && noun->sense != Sense::visit && noun->sense != Sense::travel) return std::nullopt;
    // Only the noun the predicate is said of: nothing else that could move stands between as subject.
    const Arguments args = [&] {
        Arguments a = find_arguments(view, *r.mentions, group, *r.subjects, *r.times);
        return a;
    }();
    Stance stance = read_stance(view, group, *r.subjects, *r.sources);
    if (stance.no_claim) return std::nullopt;
    stance.modality = *predicate.modality;
    stance.rule = predicate.rule;
    if (stance.modality == Modality::asserted && stance.source != nullptr && !stance.source->data) stance.modality = Modality::reported;  // "Touchdown at 17:20, according to Bern"
    stance.word = predicate.word;
    stance.future = predicate.future;
    const bool logged = predicate.rule == "logged_leg";
    const bool timed = std::any_of(r.times->begin(), r.times->end(), [&](const TimeExpression& t) { return !t.attribution && t.first_token > at; });
    // "No halt at Zuwara is foreseen": a place that no table knows
    const bool unlisted = (stance.modality == Modality::negated || stance.modality == Modality::cancelled || stance.modality == Modality::planned) && at + 2 < view.size() && view.word(at + 1).is(ClauseClass::preposition) &&
                          view.token(at + 2).is_capital() && view.word(at + 2).mention == no_token && !view.word(at + 2).in_time;
    const bool any_place = !args.places.empty() || unlisted;
    const bool time_only = noun->sense == Sense::arrive || noun->sense == Sense::depart || noun->sense == Sense::turn_back || noun->sense == Sense::divert || noun->sense == Sense::return_;
    if (dated && (!any_place || view.token(at).is("call") || view.token(at).is("calls"))) return std::nullopt;  // "a call to Tehran"
    // "the army's incursion": on the ground
    if (noun->sense == Sense::overfly && std::none_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) { return r.mentions->place(view.mentions[a.mention]).word == PlaceWord::airspace; }) &&
        std::none_of(view.mentions.begin(), view.mentions.end(), [&](const Mention& m) { return m.kind == MentionKind::carrier && r.mentions->carrier(m).mode == CarrierMode::air; }))
        return std::nullopt;
    if (logged && !(any_place && noun->sense == Sense::fly)) return std::nullopt;
    if ((predicate.rule == "told_time" || predicate.rule == "timed_noun") && !(timed && (time_only || (predicate.rule == "timed_noun" && any_place && !is_verbless(view, at))))) return std::nullopt;
    const bool called_off = stance.modality == Modality::cancelled && timed;
    if (noted && !(any_place && time_only)) return std::nullopt;
    if (noun->sense == Sense::fly && !logged && !any_place && !called_off) return std::nullopt;
    // "Flight 411 was cancelled": its verb tells it.
    if (stance.modality == Modality::cancelled && view.word(at).mention != no_token && view.mentions[view.word(at).mention].kind == MentionKind::carrier && !r.mentions->carrier(view.mentions[view.word(at).mention]).flight_number.empty()) return std::nullopt;
    if (!any_place && !timed && !(stance.modality == Modality::cancelled)) return std::nullopt;
    if ((stance.modality == Modality::planned || stance.modality == Modality::expected) && !timed && !any_place) return std::nullopt;
    ClaimDraft d;
    d.nominal = true;
    d.group = group;
    d.sense = noun->sense;
    d.event = static_cast<ClaimEvent>(static_cast<std::uint8_t>(noun->sense));
    d.event_rule = "movement_noun";
    if (predicate.rule == "dated_stay") d.event = ClaimEvent::visit;
    if (d.event == ClaimEvent::arrive && at > 0 && view.token(at).is("landing")) {
        const Token& kind = view.token(at - 1);
        if (kind.is("unscheduled") || kind.is("emergency") || kind.is("forced") || kind.is("precautionary") || kind.is("unplanned") || kind.is("unexpected")) d.event = ClaimEvent::divert;
    }
    d.mode = noun->mode;
    if (noun->mode != TravelMode::unknown) d.mode_rule = "noun_of_that_means";
    for (const PlaceArgument& a : args.places) {
        const auto set = [&](std::optional<PlaceUse>& slot, std::string_view rule) {
            if (!slot) slot = make_place_use(r, a, rule, true);
        };
        if (view.mentions[a.mention].first_token < at && (dated || a.role != PlaceRole::at)) continue;
        if (d.event == ClaimEvent::overfly || d.event == ClaimEvent::turn_back) {
            if (a.role == PlaceRole::source) set(d.origin, "from_place");
            else d.via.push_back(make_place_use(r, a, "crosses_place", true));
            continue;
        }
        if (d.event == ClaimEvent::depart) {
            if (a.role == PlaceRole::goal) set(d.destination, "for_place");
            else set(d.origin, "from_place");
        } else if (a.role == PlaceRole::source) set(d.origin, "from_place");
        else if (a.role != PlaceRole::path && a.role != PlaceRole::via) set(d.destination, "to_place");
    }
    fill_draft(d, r, group, args, stance);
    if (d.event == ClaimEvent::travel && d.mode == TravelMode::air) d.event = ClaimEvent::fly;  // "the journey to Luanda aboard an air force jet"
    // Whose: "his own trip", "Lavrov's visit", "the visit of performers".
    const auto& mentions = view.mentions;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
        const Mention& x = mentions[m];
        if (x.kind == MentionKind::place || x.nested) continue;
        const bool owner = x.possessive && x.end_token <= at && at - x.end_token <= 3;
        const bool refused_to = x.kind == MentionKind::carrier && x.preposition == "to" && d.event == ClaimEvent::overfly && x.first_token > at && x.first_token <= at + 8;  // "overflight of Algeria was refused to RA-86570"
        const bool of = refused_to || (x.first_token > at && (x.preposition == "of" || x.preposition == "by") && x.first_token <= at + 4);
        if (!owner && !of) continue;
        if (x.kind == MentionKind::person) add_once(d.persons, x.entity);
        else if (d.carriers.empty()) {
            add_carrier(d, r, m);
            d.carrier_moves = true;
        }
    }
    const bool of_person = noun->sense == Sense::visit || noun->sense == Sense::travel || noun->sense == Sense::stop;
    if (d.persons.empty() && d.carriers.empty() && of_person) {
        for (std::uint32_t k = 0; k < view.groups.size(); ++k)
            if (!view.groups[k].noun && (view.groups[k].head < at || predicate.rule == "dated_stay"))
                for (const std::uint32_t m : (*r.subjects)[k].mentions)
                    if (mentions[m].kind == MentionKind::person) add_once(d.persons, mentions[m].entity);
    }
    d.trigger = bytes_of(view, at, at + 1);
    // "planned for 4 February has been cancelled": its time may stand behind another verb.
    if (!d.time)
        for (const TimeExpression& t : *r.times)
            if (!t.attribution && t.first_token > at && !d.time) {
                d.time = TimeUse{t, {t.begin, t.end}, "time_of_noun"};
                d.quote.end = std::max(d.quote.end, t.end);
            }
    if (d.modality == Modality::cancelled) {
        // Called off just now: its day lies ahead. "was called off", "fell through" tell of the past.
        d.future = false;
        for (std::size_t i = 0; i < view.size(); ++i) d.future = d.future || view.token(i).is("has") || view.token(i).is("have") || view.token(i).is("is");
    }
    return d;
}

}  // namespace flightxref::detail
