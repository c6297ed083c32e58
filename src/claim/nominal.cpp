// SPDX-License-Identifier: BSL-1.0
#include "claim/fill.hpp"
#include "claim/fragment.hpp"
#include "text/word_set.hpp"

#include <algorithm>

namespace flightxref::detail {
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
    const bool says_no = negated;
    for (std::uint32_t i = at + 1; i < n; ++i) {
        const Word& w = view.word(i);
        if (view.token(i).is(';') || view.token(i).is(':')) break;
        if (w.mention != no_token || w.in_time || w.aside) continue;
        negated = negated || (w.is(ClauseClass::negation) && (be_seen || w.any(bits(ClauseClass::do_)) || view.word(i - 1).is(ClauseClass::do_)));
        be_seen = be_seen || w.any(bits(ClauseClass::be, ClauseClass::have)) || ((is(i, "got") || is(i, "gets")) && !says_no);
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
    static constexpr WordSet happens = {"came", "comes", "occurred", "followed", "follows"};
    static constexpr WordSet begins = {"begins", "began", "starts", "started", "falls", "fell"};
    const auto clock_at = [&](std::uint32_t i) {
        return std::any_of(times.begin(), times.end(), [&](const TimeExpression& t) { return t.first_token <= i && i <= t.last_token && (t.clock || t.part != PartOfDay::none || (placed && t.day.kind != DayKind::none)) && !t.attribution && !t.repeated; });
    };
    const auto n = static_cast<std::uint32_t>(view.size());
    std::uint32_t end = at;
    while (end < n && !view.token(end).is(';')) ++end;
    for (const VerbGroup& g : view.groups) {
        if (g.noun || g.head <= at || g.head >= end || (g.infinitive && g.governor == no_token)) continue;
        const Token& verb = view.token(g.head);
        const bool takes = verb.is("took") || verb.is("takes") || verb.is("take");
        const bool takes_place = view.word(g.head).is(ClauseClass::be) || happens.has(verb) || (placed && begins.has(verb)) || (takes && g.head + 1 < n && view.token(g.head + 1).is("place"));
        std::uint32_t i = g.head + (takes ? 2 : 1);
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
        const bool says_no = view.word(begin).is(ClauseClass::no_word);
        return {says_no ? Modality::negated : Modality::asserted, "dated_noun", at, false};
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
