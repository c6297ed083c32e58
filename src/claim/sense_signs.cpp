// SPDX-License-Identifier: BSL-1.0
#include "claim/sense.hpp"

#include "text/word_set.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

/// Words for what receivers hear of an aircraft.
constexpr WordSet trace_words = {"signal", "signals", "contact", "return", "transponder", "track", "identity", "trace", "communication", "communications",
                                 "position", "ping", "fix", "transmission", "transmissions", "blip", "plot"};

/// "FAD-3060", "169344": a serial that no plan of marks explains.
bool is_serial(const Token& t) {
    const auto digits = std::count_if(t.folded.begin(), t.folded.end(), [](char c) { return c >= '0' && c <= '9'; });
    return (t.kind == TokenKind::number && t.size() >= 5 && digits == static_cast<std::ptrdiff_t>(t.size())) || (t.kind == TokenKind::alphanumeric && t.size() >= 4 && digits >= 2);
}

}  // namespace

void Decider::look_at_movers() {
    const auto look = [&](std::uint32_t m) {
        if (mention(m).kind == MentionKind::carrier) {
            has_craft = true;
            (carrier(m).mode == CarrierMode::air ? has_air_craft : has_surface) = true;
        } else if (mention(m).kind == MentionKind::person) {
            has_person = true;
        }
    };
    for (const std::uint32_t m : subject.mentions) look(m);
    if (subject.understood) has_craft = has_air_craft = has_person = true;
    // "trackers lost the jet", "a convoy took him": what is said to move is the object.
    if (moves_object())
        for (const std::uint32_t m : args.objects) look(m);
    if (subject.pronoun && subject.mentions.empty()) {
        // "we", "the other", "seven more": who it is is not said here.
        has_person = true;
        const Token& t = tok(subject.head);
        if (!view.word(subject.head).is(ClauseClass::subject_pronoun) || t.is("it") || t.is("they") || row.mode == TravelMode::air) has_craft = has_air_craft = true;
        if (tok(subject.head).is("it")) has_person = false;
    }
    if (subject.nobody && subject.mentions.empty()) has_person = true;
    // "its route took it over Georgia", "the track ran across Libya"
    const auto is_route = [&](std::uint32_t i) { return tok(i).is("route") || tok(i).is("track") || tok(i).is("path") || tok(i).is("course") || tok(i).is("trajectory"); };
    if (row.needs_a(Need::route) && subject.head != no_token && subject.mentions.empty() && is_route(subject.head)) has_craft = has_air_craft = true;
    if (subject.other && subject.mentions.empty() && subject.head != no_token && (view.word(subject.head).is(ClauseClass::aircraft_noun) || is_serial(tok(subject.head)))) has_craft = has_air_craft = true;
    if (subject.other && subject.mentions.empty() && subject.head != no_token && view.word(subject.head).is(ClauseClass::people_noun)) has_person = true;
}

bool Decider::has(PlaceRole role) const {
    return std::any_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) { return a.role == role; });
}

bool Decider::has_object(MentionKind kind) const {
    return std::any_of(args.objects.begin(), args.objects.end(), [&](std::uint32_t m) { return mention(m).kind == kind; });
}

bool Decider::has_place_after() const {
    return std::any_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) { return !a.fronted || a.role == PlaceRole::at || a.role == PlaceRole::path || a.role == PlaceRole::off; });
}

bool Decider::has_word(PlaceWord word) const {
    return std::any_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) { return place(a).word == word; });
}

const PlaceArgument* Decider::find(PlaceRole role) const {
    for (const PlaceArgument& a : args.places)
        if (a.role == role) return &a;
    return nullptr;
}

std::uint32_t Decider::after() const {  // first token behind the trigger that is no adverb
    std::uint32_t i = std::max(g.end, g.head + 1);
    while (i < view.size() && view.word(i).any(bits(ClauseClass::adverb)) && !view.word(i).in_time && view.word(i).mention == no_token) ++i;
    return i;
}

bool Decider::has_foreign_object() const {
    const std::uint32_t i = after();
    if (i >= args.end || i >= view.size()) return false;
    const Token& t = tok(i);
    const Word& w = view.word(i);
    if (w.in_time || w.aside || t.kind == TokenKind::punctuation || t.kind == TokenKind::quote_close || t.kind == TokenKind::quote_open) return false;
    if (w.mention != no_token) {
        const Mention& m = view.mentions[w.mention];
        if (m.kind == MentionKind::place) return false;
        // "took off his helmet": the word before belongs to the verb and governs nothing.
        return (m.preposition.empty() || i == g.end) && m.first_token == i;
    }
    if (row.verb == "depart" && t.is_capital()) return false;  // a place no table knows
    if (w.any(bits(ClauseClass::object_pronoun))) return true;
    if (w.any(bits(ClauseClass::determiner, ClauseClass::possessive, ClauseClass::no_word))) return true;
    if (w.any(bits(ClauseClass::preposition, ClauseClass::coordinator, ClauseClass::subordinator, ClauseClass::adverb, ClauseClass::relative, ClauseClass::be, ClauseClass::have))) return false;
    if (w.group != no_token) return false;
    return t.kind == TokenKind::number || t.kind == TokenKind::symbol || (t.kind == TokenKind::word && w.classes == 0 && !t.folded.ends_with("ly")) || t.kind == TokenKind::alphanumeric;
}

bool Decider::next_is(std::string_view word) const {
    const std::uint32_t i = after();
    return i < view.size() && tok(i).is(word);
}

bool Decider::goes_to_base() const {
    const std::uint32_t i = after() + 1;
    return i < view.size() && (tok(i).is("base") || tok(i).is("port") || tok(i).is("home") || (i + 1 < view.size() && (tok(i + 1).is("base") || tok(i + 1).is("hangar"))));
}

bool Decider::has_unknown_goal() const {
    if (row.mode == TravelMode::unknown && args.stated_mode == TravelMode::unknown && !has_surface && !has_air_craft) return false;
    for (std::uint32_t i = g.head + 1; i + 1 < args.end && i + 1 < view.size(); ++i)
        if (tok(i).is("to") && (view.word(i + 1).any(bits(ClauseClass::determiner, ClauseClass::possessive)) || tok(i + 1).is_capital()) && view.word(i + 1).group == no_token) return true;
    return false;
}

/// "Some 40,000 Russians", "thousands of tourists": a count, not a party.
bool Decider::is_crowd(const Mention& m) const {
    // "at least 12 jets", "more than 80 private planes"
    if (m.kind == MentionKind::carrier && m.plural && m.reference == Reference::indefinite && m.first_token > 1 && ((tok(m.first_token - 1).is("least") && tok(m.first_token - 2).is("at")) || (tok(m.first_token - 1).is("than") && tok(m.first_token - 2).is("more")))) return true;
    if (m.kind != MentionKind::person || !m.plural) return false;
    for (std::uint32_t i = m.first_token > 0 ? m.first_token - 1 : 0; i < m.end_token; ++i) {
        const Token& t = tok(i);
        if (t.kind == TokenKind::number && t.size() >= 4) return true;
        if (t.is("thousands") || t.is("millions") || t.is("million") || t.is("thousand")) return true;
    }
    return false;
}

bool Decider::is_anybody() const {
    if (subject.mentions.size() != 1 || (moves_object() && row.sense == Sense::lose)) return false;
    const Mention& m = mention(subject.mentions.front());
    if (is_crowd(m) && args.aboard.empty()) return true;
    if (m.kind == MentionKind::person && m.first_token > view.sentence->head_tokens && (tok(m.first_token - 1).kind == TokenKind::number || tok(m.first_token - 1).is_capital())) return false;  // "two CIA officials"
    if (m.end_token < view.size() && (tok(m.end_token).is("from") || tok(m.end_token).is("of"))) return false;  // "delegates from Tehran"
    if (!m.plural || m.reference != Reference::indefinite || m.end_token != m.first_token + 1 || !args.aboard.empty() || !args.passengers.empty() || reading.in_entry) return false;
    if (m.kind == MentionKind::person && (g.can || g.must) && !clock_time()) return true;
    return m.kind == MentionKind::person ? stance.modality == Modality::asserted && !clock_time() : g.may || g.can || (g.present && !g.perfect);
}

bool Decider::goes_by_means() const {
    if (row.verb == "go" && row.words.empty() && stance.modality == Modality::negated && has_person && g.end < view.size() && (tok(g.end).is("with") || tok(g.end).is("along"))) return true;
    if (row.verb == "go" && row.words.empty() && has_person && g.past && args.stated_mode != TravelMode::unknown && stance.modality == Modality::asserted) return true;  // "the governor went by train"
    if ((row.verb == "go" || row.verb == "come") && row.words.empty() && has_person && stance.future && (any_time() || says_instead())) return true;  // "will come instead tomorrow"
    return (row.verb == "go" || row.verb == "come") && row.words.empty() && (any_time() || stance.future) && (args.stated_mode != TravelMode::unknown || !args.aboard.empty());
}

bool Decider::is_pronoun() const {
    return subject.pronoun || std::any_of(subject.mentions.begin(), subject.mentions.end(), [&](std::uint32_t m) { return mention(m).reference == Reference::pronoun; });
}

bool Decider::on_trackers() const {
    for (std::uint32_t i = args.begin; i < std::min<std::uint32_t>(static_cast<std::uint32_t>(view.size()), args.end); ++i) {
        const Token& t = tok(i);
        if (t.is("trackers") || t.is("tracker") || t.is("tracking") || t.is("radar") || t.is("screens") || t.is("receiver") || t.is("receivers") || t.is("flightradar24") || t.is("ads-b"))
            return true;
    }
    return false;
}

bool Decider::speaks_of_signal() const {
    if (subject.inherited && subject.other && subject.head != no_token && (tok(subject.head).is("signal") || tok(subject.head).is("contact") || tok(subject.head).is("transponder"))) return true;
    if (subject.head != no_token || subject.other) {
        for (std::uint32_t i = args.begin; i < g.first; ++i) {
            if (trace_words.has(tok(i))) return true;
        }
    }
    return false;
}

bool Decider::clock_time() const {
    return std::any_of(args.times.begin(), args.times.end(), [&](std::uint32_t t) { return (*reading.times)[t].clock.has_value(); });
}

bool Decider::by_time() const {
    return std::any_of(args.times.begin(), args.times.end(), [&](std::uint32_t t) { const TimeHedge h = (*reading.times)[t].hedge; return h == TimeHedge::by || h == TimeHedge::by_around; });
}

bool Decider::told_on_arrival() const {
    if (by_time() || later_time() || (reading.in_entry && g.present)) return true;
    return std::any_of(args.times.begin(), args.times.end(), [&](std::uint32_t t) {
        const TimeExpression& x = (*reading.times)[t];
        return (x.clock && !x.clock_until) || x.hedge == TimeHedge::before || x.hedge == TimeHedge::shortly_before || x.hedge == TimeHedge::just_before;
    });
}

bool Decider::later_time() const {
    return std::any_of(args.times.begin(), args.times.end(), [&](std::uint32_t t) { return (*reading.times)[t].offset.direction == OffsetDirection::later; });
}

bool Decider::now_word() const {
    for (std::uint32_t i = args.begin; i < args.end && i < view.size(); ++i)
        if (tok(i).is("now") || tok(i).is("already") || tok(i).is("again") || tok(i).is("finally")) return true;
    return false;
}

bool Decider::once_more() const {
    for (std::uint32_t i = g.head; i < args.end && i < view.size() && i < g.head + 4; ++i)
        if (tok(i).is("again") || (tok(i).is("more") && i > 0 && tok(i - 1).is("once"))) return true;
    return false;
}

bool Decider::before_unknown_place() const {
    const std::uint32_t i = after();
    return i + 1 < view.size() && i < args.end && view.word(i).is(ClauseClass::preposition) && !view.word(i).in_time && !view.word(i + 1).in_time && view.word(i).mention == no_token && view.word(i + 1).mention == no_token;
}

bool Decider::has_unlisted_place() const {
    static constexpr WordSet towards = {"in", "at", "on", "to", "into", "onto", "near", "for"};
    for (std::uint32_t i = g.head + 1; i + 1 < args.end && i + 1 < view.size(); ++i) {
        if (tok(i).is(';') || (view.word(i).group != no_token && i > g.end && !view.groups[view.word(i).group].noun)) return false;
        if (view.word(i).in_time || view.word(i).mention != no_token || !(towards.has(tok(i)) || (row.needs_a(Need::place) && (tok(i).is("from") || tok(i).is("off"))))) continue;
        std::uint32_t k = i + 1;
        while (k < i + 5 && k + 1 < view.size() && (view.word(k).any(bits(ClauseClass::determiner, ClauseClass::possessive)) || (k > i + 1 && view.word(k).classes == 0 && view.word(k).mention == no_token && !tok(k).is_capital() && tok(k).kind == TokenKind::word))) ++k;
        if (view.word(k).in_time || view.word(k).mention != no_token) continue;
        if ((tok(k).is_capital() && !tok(i).is("on")) || view.word(k).any(bits(ClauseClass::field_noun, ClauseClass::apron_noun))) return true;
    }
    return false;
}

/// "swept into office in Bogota": the preposition that belongs to the verb governs something that is no place.
bool Decider::governs_no_place() const {
    if (row.words.empty() || !view.word(g.end - 1).is(ClauseClass::preposition) || view.word(g.end - 1).mention != no_token) return false;
    for (std::uint32_t i = g.end; i < view.size() && i < g.end + 4; ++i) {
        const Word& w = view.word(i);
        if (w.mention != no_token || w.in_time || tok(i).is_capital() || w.any(bits(ClauseClass::field_noun, ClauseClass::apron_noun, ClauseClass::airspace_noun, ClauseClass::line_noun, ClauseClass::aircraft_noun))) return false;
        if (w.any(bits(ClauseClass::determiner, ClauseClass::possessive, ClauseClass::adverb)) || tok(i).is('-')) continue;
        // an adjective may stand before a place
        if (i + 1 < view.size() && (view.word(i + 1).mention != no_token || tok(i + 1).is_capital() || view.word(i + 1).any(bits(ClauseClass::field_noun, ClauseClass::apron_noun)))) continue;
        return true;
    }
    return false;
}

/// "the crew lifted off": who moves as the craft does. Others do so in a figure of speech ("the patient recovered at a clinic").
bool Decider::flies_craft() const {
    return std::any_of(subject.mentions.begin(), subject.mentions.end(), [&](std::uint32_t m) {
        const Token& t = tok(mention(m).head_token);
        return t.is("crew") || t.is("crews") || t.is("pilot") || t.is("pilots") || t.is("captain") || t.is("airmen");
    });
}

/// "The Hercules clattered into Juba", not "the jet linked to Minsk landed" nor "the jet, parked across from Dubai": a craft or who flies it, by a finite verb of its own, and a place right behind.
bool Decider::moves_itself() const {
    if (!(has_craft && !has_person) && !flies_craft()) return false;
    if (g.passive || g.participle || g.gerund) return false;
    if (g.end >= view.size()) return false;
    const std::uint32_t at = view.word(g.end).is(ClauseClass::determiner) ? g.end + 1 : g.end;
    if (at >= view.size() || view.word(at).mention == no_token || mention(view.word(at).mention).kind != MentionKind::place) return false;
    std::uint32_t end = g.end;
    while (end < view.size() && !tok(end).is(';') && !view.word(end).any(bits(ClauseClass::coordinator, ClauseClass::subordinator, ClauseClass::relative))) ++end;
    return std::none_of(view.groups.begin(), view.groups.end(), [&](const VerbGroup& other) { return !other.noun && !other.infinitive && !other.participle && !other.gerund && other.head > g.head && other.first < end; });
}

bool Decider::moves_by_the_clock() const {
    constexpr std::uint32_t reach = 3;  // tokens between the trigger and its place: a preposition, an article, an adverb
    const bool moves = row.sense == Sense::depart || row.sense == Sense::arrive || row.sense == Sense::return_;
    if (!moves || g.infinitive || g.gerund || g.participle || !clock_time()) return false;
    // "the proposal arrived in Oslo at 14:10": only what is said of aircraft alone, a name or one of several moves unseen
    const bool named = subject.head == no_token || tok(subject.head).is_capital() || view.word(subject.head).is(ClauseClass::ellipsis);
    if (row.mode != TravelMode::air && !named) return false;
    if (subject.head != no_token && view.word(subject.head).is(ClauseClass::other_domain)) return false;
    return std::any_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) {
        const bool end = a.role == PlaceRole::source || a.role == PlaceRole::goal || a.role == PlaceRole::at || a.role == PlaceRole::object;
        return end && !a.fronted && mention(a.mention).first_token >= g.head && mention(a.mention).first_token <= g.end + reach;
    });
}

bool Decider::object_is_field() const {
    for (std::uint32_t i = after(); i < args.end && i < view.size() && i < after() + 5; ++i) {
        if (view.word(i).is(ClauseClass::field_noun)) return true;
        if (view.word(i).any(bits(ClauseClass::preposition))) return false;
    }
    return false;
}

/// "flew between Tripoli and Benghazi": to and fro, over neither.
bool Decider::flies_between() const {
    return row.words.empty() && std::any_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) { return mention(a.mention).preposition == "between" && a.list_size == 2; });
}

/// "Its last position was over Latakia", "the first ping came from near Aleppo".
Sense Decider::end_of_trace() const {
    for (std::uint32_t i = args.begin; i < g.first; ++i) {
        if (!trace_words.has(tok(i))) continue;
        for (std::uint32_t k = i; k > args.begin && k + 4 > i; --k) {
            const Token& before = tok(k - 1);
            if (before.is("last") || before.is("final") || before.is("latest")) return Sense::last_seen;
            if (before.is("first")) return Sense::first_seen;
        }
    }
    return Sense::none;
}

bool Decider::says_instead() const {
    for (std::uint32_t i = g.end; i + 1 < args.end && i + 1 < view.size(); ++i)
        if (tok(i).is("rather") && tok(i + 1).is("than")) return true;
    for (std::uint32_t i = args.begin; i < args.end && i < view.size(); ++i)
        if (tok(i).is("instead")) return true;
    return false;
}

bool Decider::forced_by_governor() const {
    if (g.governor == no_token) return false;
    const Token& t = tok(g.governor);
    return t.is("forced") || t.is("obliged") || t.is("compelled");
}

bool Decider::after_crossing() const {
    return std::any_of(view.groups.begin(), view.groups.end(), [&](const VerbGroup& other) {
        return other.head < g.head && other.trigger != nullptr && (other.trigger->sense == Sense::enter || other.trigger->sense == Sense::cross || other.trigger->sense == Sense::overfly || (other.trigger->verb == "fly" && other.trigger->sense == Sense::arrive));
    });
}

/// "boarded a chartered jet in Vilnius on Tuesday", where no other verb tells that they left.
bool Decider::boards_to_leave() const {
    const auto aircraft = [&](std::uint32_t m) { return mention(m).kind == MentionKind::carrier && (any_time() || mention(m).reference == Reference::indefinite || carrier(m).identified()); };
    static constexpr WordSet vehicles = {"coach", "train", "bus", "ferry", "sleeper", "ship", "boat", "steamer", "tram"};
    bool vehicle = false;
    for (std::uint32_t i = g.end; any_time() && i < view.size() && i < g.end + 5 && view.word(i).group == no_token; ++i) vehicle = vehicle || vehicles.has(tok(i));
    if (!has_person || (stance.modality != Modality::asserted && stance.modality != Modality::reported) || (!has_place_after() && !any_time()) || (!vehicle && std::none_of(args.objects.begin(), args.objects.end(), aircraft))) return false;
    return std::none_of(view.groups.begin(), view.groups.end(), [&](const VerbGroup& other) { return other.head > g.head && other.trigger != nullptr; });
}

/// "landed in Galkayo to drop a doctor", "put down at Wau to let passengers off".
bool Decider::for_others() const {
    for (std::uint32_t i = g.end; i + 1 < view.size() && !tok(i).is(';'); ++i) {
        if (!tok(i).is("to")) continue;
        const Token& t = tok(i + 1);
        if (t.is("drop") || t.is("offload") || t.is("unload")) return true;
        if (t.is("let"))
            for (std::uint32_t k = i + 2; k < view.size() && k < i + 7; ++k)
                if (tok(k).is("off")) return true;
    }
    return false;
}

bool Decider::for_fuel() const {
    for (std::uint32_t i = g.end; i + 1 < view.size() && !tok(i).is(';'); ++i) {
        if (tok(i).is("to") && (tok(i + 1).is("refuel") || tok(i + 1).is("take") || tok(i + 1).is("top") || tok(i + 1).is("get"))) {
            if (tok(i + 1).is("refuel")) return true;
            for (std::uint32_t k = i + 2; k < view.size() && k < i + 5; ++k)
                if (tok(k).is("fuel")) return true;
        }
        if (tok(i).is("for") && (tok(i + 1).is("fuel") || tok(i + 1).is("refuelling") || tok(i + 1).is("refueling"))) return true;
    }
    return false;
}

}  // namespace flightxref::detail
