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
    if (subject.head != no_token && view.word(subject.head).is(ClauseClass::other_domain)) return false;
    return std::any_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) {
        const bool end = a.role == PlaceRole::source || a.role == PlaceRole::goal || a.role == PlaceRole::at || a.role == PlaceRole::object;
        return end && !a.fronted && mention(a.mention).first_token >= g.head && mention(a.mention).first_token <= g.end + reach;
    });
}

bool Decider::needs_met() const {
    const auto need = [&](Need n) { return row.needs_a(n); };
    const bool mover = has_craft || has_person;
    const bool any_place = has_place_after();
    if ((need(Need::place) || need(Need::goal)) && row.verb != "be" && has_person && !has_craft && !need(Need::carry) && governs_no_place()) return false;
    if (need(Need::craft) && row.mode == TravelMode::air && !row.words.empty() && has_person && !has_craft && !is_pronoun() && !flies_craft() && row.verb != "be" && row.verb != "go" && row.verb != "get" && args.aboard.empty()) return false;
    if (need(Need::mover) && !mover) return false;
    if (need(Need::itself) && !moves_itself()) return false;
    if (need(Need::craft) && !has_craft) {
        // A person who moves as a craft does: the pilot, the crew, whoever flies.
        if (!(has_person && (row.mode == TravelMode::air || any_place || any_time()))) return false;
    }
    if (need(Need::traveller) && !has_person) return false;
    const auto crosses_line = [&] {
        for (std::uint32_t i = g.end; i < args.end && i < view.size(); ++i)
            if (view.word(i).any(bits(ClauseClass::line_noun, ClauseClass::airspace_noun))) return true;
        return false;
    };
    const bool nowhere = g.end < view.size() && (tok(g.end).is("nowhere") || tok(g.end).is("abroad") || tok(g.end).is("overseas"));
    if (need(Need::goal) && nowhere) return mover;
    // Of an aircraft at a clock any place will do: "was due in Kenyam at 9:50".
    const bool unlisted = has_craft && !has_person && (any_time() || reading.in_entry) && has_unlisted_place();
    if (need(Need::place) && !any_place && !unlisted && !(row.sense == Sense::cross && crosses_line())) return false;
    if (need(Need::goal) && !(unlisted || has(PlaceRole::goal) || has(PlaceRole::object) || (has(PlaceRole::at) && row.words.size() > 0) || has_unknown_goal() || goes_by_means() || (need(Need::carry) && g.passive && has_person && is_no_journey()))) return false;
    const bool it = after() < view.size() && tok(after()).is("it");  // "reached it on Sunday"
    const bool open_visit = row.verb == "visit" && (stance.future || stance.modality != Modality::asserted || any_time()) && !has_foreign_object();
    if (need(Need::object) && !has(PlaceRole::object) && !(it && row.verb == "reach") && !open_visit) return false;
    if (need(Need::bare) && has_foreign_object()) return false;
    return true;
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

Sense Decider::decide() const {
    if (row.verb == "go" && row.words.empty() && g.passive && !g.perfect && (has_craft || (has_person && any_time()))) return Sense::depart;  // "was gone"
    // "contact was regained", "its signal returned"
    if ((row.verb == "return" || row.verb == "regain" || (row.verb == "come" && row.sense == Sense::return_)) && subject.mentions.empty() && speaks_of_signal()) return Sense::first_seen;
    // "its transponder went dark", "the signal was last received over Poltava"
    if (row.sense == Sense::last_seen && subject.mentions.empty() && speaks_of_signal()) return Sense::last_seen;
    if (row.sense == Sense::depart && row.verb == "start" && subject.mentions.empty() && speaks_of_signal()) return Sense::first_seen;
    if (row.verb == "end" && row.words.empty() && subject.mentions.empty() && speaks_of_signal() && has_place_after()) return Sense::last_seen;
    if (row.verb == "stop" && row.words.empty() && subject.mentions.empty() && speaks_of_signal()) return Sense::last_seen;
    if (row.verb == "resume" && subject.mentions.empty() && speaks_of_signal()) return Sense::first_seen;
    if ((row.verb == "come" || row.verb == "be" || row.sense == Sense::picked_up) && (has_place_after() || clock_time()))
        if (const Sense sense = end_of_trace(); sense != Sense::none) return sense;
    // "Flightradar24 saw the jet near Mosul"
    if (row.sense == Sense::seen && row.words.empty() && !g.passive)
        return on_trackers() && (has_place_after() || clock_time()) && has_object(MentionKind::carrier) ? Sense::first_seen : Sense::none;
    // "entered the zone at 9:09 and left it at 9:37"
    if ((row.verb == "leave" || row.verb == "exit") && row.words.empty() && next_is("it") && has_air_craft && after_crossing()) return Sense::overfly;
    if (!needs_met()) return Sense::none;
    const auto need = [&](Need n) { return row.needs_a(n); };
    if (need(Need::shut) && !row.words.empty() && row.words.front() == "entry" && g.first == g.head) return Sense::none;  // "Denied entry, the jet veered off": the reason of what follows
    const bool person_only = has_person && !has_craft;
    if (row.sense != Sense::on_ground && is_anybody()) return Sense::none;
    switch (row.sense) {
        case Sense::depart:
            // "wrapped up his visit": who stays somewhere leaves it when the stay ends; a season's tour or an inspection has no place to leave.
            if (need(Need::stayend)) return has_person && (has_place_after() || any_time()) ? Sense::depart : Sense::none;
            // "The jet left Al Ain around noon": no jet leaves a person.
            if (need(Need::origin) && !has(PlaceRole::object) && has_air_craft && !has_person && any_time() && after() < view.size() && tok(after()).is_capital() && view.word(after()).mention != no_token &&
                mention(view.word(after()).mention).kind == MentionKind::person)
                return Sense::depart;
            if (need(Need::origin) && !has(PlaceRole::object) && !(object_is_field() && (stance.modality != Modality::asserted || any_time())) && !(has_craft && after() < view.size() && tok(after()).is_capital() && view.word(after()).mention == no_token) && !(has(PlaceRole::goal) && has_craft) && (has_foreign_object() || (!has_craft && !any_time() && args.aboard.empty()))) return Sense::none;
            if (need(Need::board) && !boards_to_leave() && !(has(PlaceRole::goal) || (stance.modality == Modality::negated && (!args.objects.empty() || has_place_after() || has(PlaceRole::at))) || (stance.modality == Modality::negated && (!has_foreign_object() || next_is("it"))))) return Sense::none;
            if (person_only && row.words.empty() && (row.verb == "depart" || row.verb == "leave") && !has_place_after() && !any_time() && args.aboard.empty() && stance.modality == Modality::asserted) return Sense::none;
            if (need(Need::passive) && !(has_air_craft && g.passive && (has(PlaceRole::source) || has(PlaceRole::at) || clock_time()))) return Sense::none;
            // "was left outside overnight": whoever leaves it there goes away, not the craft.
            if (row.verb == "leave" && g.passive) return has_air_craft && any_time() ? Sense::on_ground : Sense::none;
            // "flew out to Entebbe in January", "flew out to sign it": the leg, not its first minute.
            if (row.verb == "fly" && row.words.size() == 1 && row.words.front() == "out" && !clock_time() && (has(PlaceRole::goal) || next_is("to"))) return Sense::fly;
            // "flown out of A to B": a leg, told from end to end.
            if (row.verb == "fly" && g.passive && has(PlaceRole::goal) && has_place_after()) return Sense::fly;
            if (need(Need::onward) && !(has(PlaceRole::goal) || !args.aboard.empty())) return Sense::none;
            if (need(Need::onward) && has(PlaceRole::goal)) return Sense::travel;
            // "taken off to Garowe", "gone up to Georgetown": where to is told, not that anything left the ground.
            if (has(PlaceRole::goal) && ((row.verb == "take" && g.passive && person_only) || (row.verb == "go" && row.words.size() == 1 && row.words.front() == "up" && !has_air_craft))) return Sense::travel;
            if (row.verb == "go" && row.words.size() == 1 && row.words.front() == "up" && person_only) return next_is("to") && has_unlisted_place() && any_time() ? Sense::travel : Sense::none;
            if (need(Need::start) && !(has(PlaceRole::goal) || has(PlaceRole::source) || clock_time())) return Sense::none;
            if (need(Need::craftplace) && args.places.empty()) return Sense::none;
            if (need(Need::way) && !has(PlaceRole::goal) && !has(PlaceRole::source) && !has_craft && !any_time() && args.aboard.empty()) return Sense::none;
            if (const PlaceArgument* to = find(PlaceRole::goal); need(Need::sail) && has_person && !has_surface && to != nullptr && mention(to->mention).preposition != "for" && !has(PlaceRole::source)) return Sense::travel;
            if (need(Need::sail) && has(PlaceRole::goal) && has(PlaceRole::source) && mention(find(PlaceRole::goal)->mention).preposition == "to" && !clock_time()) return Sense::travel;  // from shore to shore
            if (need(Need::sail) && !has_surface && args.aboard.empty() && stance.modality != Modality::denied && !((has(PlaceRole::goal) || has(PlaceRole::source)) && any_time())) return Sense::none;
            if (has_surface && !has_air_craft && row.mode == TravelMode::air) return Sense::none;
            if (row.verb == "be" && has_air_craft && args.places.empty() && after_crossing() && row.words.front() == "out") return Sense::overfly;  // "were out again at 11:12"
            if (row.object == ObjectRole::origin && has_air_craft && has_word(PlaceWord::airspace)) return Sense::overfly;  // out of an airspace, not off the ground
            return Sense::depart;
        case Sense::arrive:
            if (need(Need::land) && person_only && !has_place_after() && args.aboard.empty() && !any_time()) return Sense::none;
            if (need(Need::land) && person_only && (has(PlaceRole::at) || has(PlaceRole::goal)) && !has_place_after()) return Sense::none;
            if (row.verb == "set" && row.words.size() == 1 && row.words.front() == "foot" && g.negated && !stance.future && has(PlaceRole::at) && !g.may && !g.can && !g.would) return Sense::visit;  // "never set foot in Uganda again"
            if (person_only && is_landing() && !has_place_after() && any_time() && args.aboard.empty() && before_unknown_place() && !has_unlisted_place()) return Sense::none;  // "landed in hot water"
            if (need(Need::notto) && next_is("to") && !has(PlaceRole::goal)) return Sense::none;
            if (need(Need::craftobject) && args.aboard.empty() && args.objects.empty()) return Sense::none;
            if (need(Need::flyin)) {
                if (!has_place_after() && !any_time() && args.aboard.empty()) return Sense::none;
                // Only told as done on a day does it say when somebody came in.
                if (g.perfect || stance.future || stance.plan || !any_time() || stance.modality == Modality::denied) return Sense::fly;
            }
            if (row.verb == "arrive" && person_only && !has_place_after() && !any_time() && stance.modality == Modality::asserted) return Sense::none;
            if (row.verb == "be" && next_is("to")) return Sense::none;
            if (row.verb == "come" && person_only && row.words.size() == 1 && row.words.front() == "down" && has(PlaceRole::goal)) return Sense::travel;
            if ((is_landing() || has_air_craft) && says_instead() && has_place_after()) return Sense::divert;
            if (has_air_craft && has_place_after() && (for_fuel() || for_others())) return Sense::stop;
            if (is_landing() && has_air_craft && has_place_after() && g.end < view.size() && tok(g.end).is("briefly")) return Sense::stop;
            if (has_air_craft && has_word(PlaceWord::airspace) && has(PlaceRole::goal)) return Sense::overfly;  // "flew into Swedish airspace"
            // "has been moored in Bodrum since April"
            if (g.passive && (row.verb == "moor" || row.verb == "dock" || row.verb == "berth" || row.verb == "anchor")) return Sense::on_ground;
            if (row.verb == "get" && row.words.front() == "in" && !has_place_after() && !clock_time()) return Sense::none;
            if (is_landing() && has_air_craft && (has_place_after() ? g.forced || forced_by_governor() : forced_by_governor())) return Sense::divert;
            if (row.sense == Sense::arrive && row.verb == "end" && !has_place_after()) return Sense::none;
            return Sense::arrive;
        case Sense::fly:
            if (row.verb == "operate" && g.past && !g.negated && has_craft && has(PlaceRole::source) && !args.objects.empty() && !mention(args.objects.front()).plural) return Sense::fly;  // "operated a flight from Bamako to Algiers"
            if (row.verb == "operate") return stance.modality == Modality::negated && !g.passive ? Sense::fly : Sense::none;
            if (need(Need::fly)) {
                if (std::any_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) { return is_dashed_pair(view, a); })) return Sense::fly;
                if (has_craft || has(PlaceRole::goal) || has(PlaceRole::source) || has(PlaceRole::via)) {
                    if (flies_between()) return Sense::fly;
                    if (!has(PlaceRole::goal) && !has(PlaceRole::source) && (has(PlaceRole::path) || has(PlaceRole::object))) return Sense::overfly;
                    if (!has_place_after() && !any_time() && stance.modality == Modality::asserted) return Sense::none;
                    if (!has_place_after() && g.passive && !clock_time() && stance.future) return Sense::none;  // "will be flown for five more winters"
                    return Sense::fly;
                }
                if (stance.modality != Modality::asserted && has_person) return Sense::fly;
                return Sense::none;
            }
            if (need(Need::leg) && args.places.empty() && !any_time()) return Sense::none;
            if (need(Need::send) && has_craft && g.passive && !has(PlaceRole::goal) && (clock_time() || !has(PlaceRole::source))) return Sense::depart;
            // "sent his envoy to Doha": whoever is sent goes there.
            if (need(Need::send) && has(PlaceRole::goal) && (g.passive ? person_only : has_object(MentionKind::person))) return Sense::travel;
            // "a hoax sent the flight to Minsk": a cause, not somebody
            if (need(Need::send) && !g.passive && subject.other && subject.mentions.empty() && has(PlaceRole::goal) && has_air_craft) return Sense::divert;
            if (need(Need::send) && !((has_craft && g.passive) || has_object(MentionKind::carrier))) return Sense::none;
            return Sense::fly;
        case Sense::travel:
            if (row.verb == "move" && row.words.empty() && g.negated && has_air_craft && has(PlaceRole::source) && !has(PlaceRole::goal)) return Sense::on_ground;  // "has not moved from Leipzig"
            // "is to fetch the prime minister on Thursday"
            if (need(Need::move) && !(row.verb == "fetch" && has_air_craft && any_time() && has_object(MentionKind::person)) && !((has(PlaceRole::goal) || has(PlaceRole::source)) && (has_person || has_craft))) return Sense::none;
            if (need(Need::leg) && args.places.empty() && !any_time() && !stance.future) return Sense::none;
            if (row.verb == "travel" && args.places.empty() && !any_time() && stance.modality == Modality::asserted) return Sense::none;
            if (has_air_craft && says_instead() && has(PlaceRole::goal)) return Sense::divert;
            // "continues to Sapporo at 08:30": the clock is that of leaving.
            if ((row.verb == "continue" || row.verb == "go") && !row.words.empty() && clock_time() && !by_time() && !later_time()) return Sense::depart;
            if (need(Need::carry) && !g.passive && args.objects.empty() && !has_craft && row.verb != "drive" && row.verb != "march") return Sense::none;
            if (need(Need::carry) && args.objects.empty() && after() < view.size() && view.word(after()).in_time) return Sense::none;  // "a leg that takes four hours"
            return Sense::travel;
        case Sense::return_:
            if (row.verb == "send" && !g.passive && args.objects.empty()) return Sense::none;  // "sent the case back"
            if (row.verb == "be" && !has_place_after() && !told_on_arrival() && (next_is("in") || next_is("on") || next_is("at") || next_is("to"))) return Sense::none;
            if (need(Need::back) && !has_place_after() && !any_time() && args.aboard.empty() && !has_craft && !next_is("home") && !next_is("safely")) return Sense::none;
            if (row.verb == "send" && (g.passive ? !has_craft && !has(PlaceRole::goal) && !has(PlaceRole::source) && has_place_after() : subject.other && subject.mentions.empty())) return Sense::none;  // "the pupils were sent home", "the result sent the fans home"
            if (!row.words.empty() && person_only && (next_is("to") || next_is("into")) && !has(PlaceRole::goal) && !goes_to_base()) return Sense::none;
            if (need(Need::back) && next_is("to") && !has(PlaceRole::goal) && !has(PlaceRole::at) && !goes_to_base()) return Sense::none;
            if (need(Need::backto) && next_is("to") && !has(PlaceRole::goal) && !goes_to_base()) return Sense::none;
            return Sense::return_;
        case Sense::stop:
            // "collected the passengers in Darwin": an aircraft stops for whom it takes on.
            if (row.verb == "collect" || row.verb == "embark") return has_air_craft && has(PlaceRole::at) && has_object(MentionKind::person) ? Sense::stop : Sense::none;
            if (need(Need::stop) && (!has_place_after() || next_is("from"))) return Sense::none;
            if (subject.nobody && row.verb == "refuel") return Sense::none;
            if (row.verb == "put" && has_air_craft && says_instead()) return Sense::divert;
            if (row.verb == "put" && (!has_air_craft || !args.aboard.empty()) && (has_surface || !args.aboard.empty())) return Sense::arrive;
            if (row.verb == "call" && any_time() && has_craft) return Sense::visit;
            return Sense::stop;
        case Sense::enter:
            if (has_word(PlaceWord::airspace) || has_air_craft) return Sense::overfly;
            return Sense::arrive;
        case Sense::exit:
            if (!has_place_after()) return Sense::none;
            return has_word(PlaceWord::airspace) || has_air_craft ? (row.verb == "clear" ? Sense::depart : Sense::overfly) : Sense::depart;
        case Sense::cross:
            if (has_air_craft || has_word(PlaceWord::airspace)) return Sense::overfly;
            // "crossed from Stornoway to Ullapool": a passage from shore to shore.
            if (const PlaceArgument* to = find(PlaceRole::goal); to != nullptr && has(PlaceRole::source) && mention(to->mention).preposition == "to") return Sense::travel;
            return Sense::arrive;
        case Sense::overfly:
            if (need(Need::airspace) && !has_word(PlaceWord::airspace) && !has_air_craft) return Sense::none;
            if (need(Need::route) && g.present && !any_time()) return Sense::none;  // "the flight path runs over Windsor"
            if (row.verb == "transit" && person_only) return Sense::stop;
            // "drifted over", "cut through": of aircraft alone
            if (row.mode == TravelMode::air && need(Need::craft) && !has_air_craft && !has_word(PlaceWord::airspace) && !is_pronoun()) return Sense::none;
            if (row.verb == "be" && !has_air_craft && !(is_pronoun() && clock_time())) return Sense::none;
            return Sense::overfly;
        case Sense::circle:
            if (row.needs_a(Need::passive) && !g.passive) return Sense::none;
            return has_air_craft || (has_person && has_place_after() && (row.words.empty() || row.verb == "fly" || row.verb == "make")) ? Sense::circle : Sense::none;
        case Sense::turn_up:
            if (has_air_craft && on_trackers()) return Sense::first_seen;
            if (std::any_of(args.places.begin(), args.places.end(), [](const PlaceArgument& a) { return a.list_size > 2; })) return Sense::visit;
            return Sense::arrive;
        case Sense::seen_again:
            if (row.needs_a(Need::trace)) return speaks_of_signal() ? Sense::first_seen : Sense::none;
            if (person_only && row.verb == "pop" && has_place_after()) return Sense::visit;
            if (row.needs_a(Need::appear) && !(has_air_craft && (has_place_after() || any_time() || on_trackers()))) return Sense::none;
            return has_air_craft ? Sense::first_seen : Sense::none;
        case Sense::picked_up:
            if (row.needs_a(Need::trace)) return Sense::none;
            // "caught the flight", "picked up the envoy"
            if (!has_air_craft || (!g.passive && (row.words.empty() ? !on_trackers() : !has_object(MentionKind::carrier)))) return Sense::none;
            return g.passive || has_place_after() ? Sense::first_seen : Sense::none;
        case Sense::seen:
            if (row.words.size() > 1) return has_air_craft ? Sense::first_seen : Sense::none;
            if (row.mode == TravelMode::air && !has_air_craft) return Sense::none;
            // A craft seen in the air over a place passed it, one seen at a field was parked there; "was seen leaving" is told by the verb behind.
            if (has_air_craft && g.passive && any_time() && has_place_after()) {
                if (has(PlaceRole::path)) return Sense::overfly;
                return has(PlaceRole::at) && !clock_time() ? Sense::on_ground : Sense::none;
            }
            // Somebody seen in a town was there; a craft that was seen is told of by the verb behind ("was seen leaving").
            return person_only && g.passive && has(PlaceRole::at) && (any_time() || stance.modality != Modality::asserted) ? Sense::visit : Sense::none;
        case Sense::last_seen:
            if (row.needs_a(Need::trace) && !row.needs_a(Need::craft)) return speaks_of_signal() ? Sense::last_seen : Sense::none;
            if (row.needs_a(Need::trace)) return has_air_craft && (on_trackers() || clock_time()) ? Sense::last_seen : Sense::none;
            if (row.verb == "crash" && !has_air_craft) return Sense::none;
            return has_air_craft || (flies_craft() && row.words.size() > 1) ? Sense::last_seen : Sense::none;  // "the crew switched off the transponder"
        case Sense::lose: {
            if (g.passive) return (speaks_of_signal() || has_air_craft) ? Sense::last_seen : Sense::none;
            const bool craft_object = has_object(MentionKind::carrier);
            const std::uint32_t i = after();
            const bool contact = i < view.size() && (tok(i).is("contact") || tok(i).is("sight") || tok(i).is("track") || tok(i).is("radio"));
            if (contact && (has_craft || has_person)) return Sense::last_seen;
            if (has_air_craft && subject.inherited && has_place_after()) return Sense::last_seen;
            return craft_object && (has_place_after() || clock_time()) ? Sense::last_seen : Sense::none;
        }
        case Sense::stay:
            if (has_air_craft && !person_only && has_word(PlaceWord::airspace)) return Sense::overfly;
            if (need(Need::spend) && !any_time()) return Sense::none;
            if (has_air_craft && after_crossing() && !has_place_after()) return Sense::none;  // "entered its airspace and stayed for twelve minutes"
            if (has_craft && !person_only) return Sense::on_ground;
            if (!has_place_after() && !any_time()) return Sense::none;
            return Sense::visit;
        case Sense::sit:
            return has_air_craft && (has_place_after() || any_time()) ? Sense::on_ground : has_person && has_place_after() && any_time() ? Sense::on_ground : Sense::none;
        case Sense::on_ground:
            if (row.needs_a(Need::passive) && !g.passive) return Sense::none;
            // "fog kept it in Glasgow until noon"
            if (row.verb == "keep" || row.verb == "hold") return has_air_craft && any_time() && (g.passive || has_object(MentionKind::carrier)) ? Sense::on_ground : Sense::none;
            if (row.mode == TravelMode::air && !(has_air_craft && any_time())) return Sense::none;  // "impounded", "languished": of aircraft alone
            if (row.verb == "have" && told_on_arrival()) return Sense::arrive;
            if (!has_place_after() && !any_time()) return Sense::none;
            return Sense::on_ground;
        case Sense::ground:
            return told_on_arrival() || (g.present && !any_time()) ? Sense::arrive : Sense::on_ground;  // "half an hour later it was on the ground", not "was on the ground on Friday"
        case Sense::be_in: return decide_presence();
        case Sense::shuttle: return args.places.empty() ? Sense::none : has_air_craft ? Sense::fly : Sense::travel;
        case Sense::due:
            if (next_is("home") || (g.end < view.size() && (tok(g.end).is("back") || tok(g.end).is("home")))) return Sense::return_;
            if (g.end < view.size() && (tok(g.end).is("off") || tok(g.end).is("out")) && has_craft) return Sense::depart;
            if (g.end < view.size() && next_is("to")) return Sense::none;
            if (has_air_craft && has(PlaceRole::path)) return Sense::overfly;
            if (g.end + 1 < view.size() && tok(g.end).is("in") && tok(g.end + 1).is("from") && has_craft) return Sense::arrive;
            if (has_craft && any_time() && (clock_time() || has_unlisted_place())) return Sense::arrive;  // "is due in the capital at 5.40"
            return has(PlaceRole::at) && (any_time() || has_craft) ? Sense::arrive : has(PlaceRole::object) ? Sense::arrive : Sense::none;
        case Sense::expect:
            if (next_is("to") || (next_is("before") && !view.word(after()).in_time)) return Sense::none;
            if (g.end < view.size() && (tok(g.end).is("back") || tok(g.end).is("home"))) return Sense::return_;
            for (std::uint32_t i = g.end; i < view.size() && !tok(i).is(';'); ++i)
                if (tok(i).is("visit") && i > 0 && !tok(i - 1).is("to")) return Sense::visit;
            if (row.verb == "expect" && !g.passive) return !args.objects.empty() && any_time() ? Sense::arrive : Sense::none;
            return has(PlaceRole::at) || any_time() ? Sense::arrive : Sense::none;
        case Sense::follow:
            if (has_foreign_object() || !args.objects.empty()) return Sense::none;
            if (person_only && (args.stated_mode != TravelMode::unknown || !args.aboard.empty())) return Sense::travel;
            if (has_air_craft && any_time()) return Sense::depart;
            return has_person && stance.modality == Modality::possible ? Sense::travel : Sense::none;
        case Sense::join:
            if (row.verb == "accompany" && stance.modality == Modality::asserted && has(PlaceRole::goal) && !args.objects.empty()) return Sense::travel;
            if (stance.modality == Modality::denied || stance.modality == Modality::negated) return row.verb == "accompany" || has_place_after() ? Sense::travel : Sense::none;
            return row.verb == "join" && stance.future && has(PlaceRole::at) && !args.objects.empty() ? Sense::travel : Sense::none;
        case Sense::turned_away: return has_craft || !args.objects.empty() ? Sense::arrive : Sense::none;
        case Sense::visit:
            // "had him in Boston on 4 November", "puts the minister in Macau": somebody's whereabouts, by a source's account.
            if (need(Need::host)) {
                const bool person = has_object(MentionKind::person) || view.word(g.head + 1).is(ClauseClass::object_pronoun);
                return person && any_time() && !g.passive ? Sense::visit : Sense::none;
            }
            if (row.verb == "be" && row.words.front() == "to" && !g.perfect) return Sense::none;  // "has been to Minsk"
            if (need(Need::gap) && (next_is("of") || next_is("to")) && before_unknown_place()) return Sense::none;  // "began a tour of the problem"
            if (need(Need::attend) && next_is("to")) return Sense::none;
            if (need(Need::attend) && !has_place_after() && stance.modality == Modality::asserted) return Sense::none;
            return Sense::visit;
        case Sense::way: return Sense::way;
        case Sense::way_from: return has(PlaceRole::source) ? Sense::way_from : Sense::none;
        case Sense::turn_back:
            if (row.needs_a(Need::passive) && !(g.passive && has_craft)) return Sense::none;  // "recalled the flight"
            if (person_only && !has_place_after() && args.aboard.empty() && next_is("to") && before_unknown_place()) return Sense::none;  // "turned back to the log"
            if (person_only && need(Need::gap) && before_unknown_place()) return Sense::none;  // "made a U-turn over pensions"
            return Sense::turn_back;
        case Sense::divert:
            // "ordered it to Qardho": somebody else turns the craft to another field.
            if (need(Need::carry)) {
                const bool craft = g.passive ? has_air_craft : std::any_of(args.objects.begin(), args.objects.end(), [&](std::uint32_t m) { return mention(m).kind == MentionKind::carrier && mention(m).reference != Reference::indefinite; });
                return craft && (has(PlaceRole::goal) || row.words.front() == "down") ? Sense::divert : Sense::none;
            }
            return Sense::divert;
        case Sense::called_off: {
            // "FJ411, planned for 8.45, has been scrubbed": where the flight is no noun of its own
            if (!g.passive || g.negated) return Sense::none;
            const bool flight = std::any_of(subject.mentions.begin(), subject.mentions.end(), [&](std::uint32_t m) { return mention(m).kind == MentionKind::carrier && !carrier(m).flight_number.empty(); });
            return !flight ? Sense::none : std::any_of(reading.times->begin(), reading.times->end(), [&](const TimeExpression& t) { return t.clock && t.first_token < g.end + 6; }) ? Sense::depart : Sense::fly;
        }
        case Sense::first_seen: return Sense::first_seen;
        case Sense::none: return Sense::none;
    }
    return Sense::none;
}

Sense Decider::decide_presence() const {
    const PlaceArgument* where = nullptr;
    const std::uint32_t limit = g.end + 8;
    for (const PlaceArgument& a : args.places)
        if (!a.fronted && mention(a.mention).first_token <= limit) {
            where = &a;
            break;
        }
    if (where == nullptr) return Sense::none;
    if (mention(where->mention).possessive) return Sense::none;  // "is on Washington's blacklist"
    // Only adverbs, a place and what belongs to it may follow "be": "was in talks in Paris" tells of no presence.
    bool apron = false;
    for (std::uint32_t i = g.head + 1; i < mention(where->mention).end_token; ++i) apron = apron || view.word(i).any(bits(ClauseClass::apron_noun));
    const std::string_view p = mention(where->mention).preposition;
    if (has_air_craft && place(*where).word == PlaceWord::airspace && (p == "in" || p == "inside" || p == "within")) return Sense::overfly;
    if (!(p == "in" || p == "at" || p == "on" || p.empty() || p == "inside" || p == "near")) return Sense::none;
    if (has_craft && !has_person && apron) return told_on_arrival() ? Sense::arrive : any_time() ? Sense::on_ground : Sense::none;
    if (place(*where).place.name.empty() && place(*where).place.country.empty()) return Sense::none;
    const bool plain = mention(where->mention).first_token <= g.end + 3;
    // "is in trouble in Rome", "were at odds in Brussels": a noun without an article is no place.
    if (g.end < view.size() && view.word(g.end).mention == no_token && !view.word(g.end).in_time && view.word(g.end).classes == 0 && tok(g.end).kind == TokenKind::word && !tok(g.end).is_capital() && mention(where->mention).first_token > g.end) return Sense::none;
    if (has_craft && !has_person) {
        if (!has_air_craft) return told_on_arrival() ? Sense::arrive : Sense::none;
        if (g.perfect && (stance.modality == Modality::negated || stance.modality == Modality::denied || stance.modality == Modality::reported)) return Sense::visit;  // "has not been in Russia since"
        if (told_on_arrival() || (g.present && now_word())) return Sense::arrive;
        return any_time() ? Sense::on_ground : Sense::none;
    }
    if (!plain && !any_time()) return Sense::none;
    if (g.present && (stance.modality == Modality::negated || stance.modality == Modality::denied)) return Sense::visit;  // "is not in Manila tonight"
    if (told_on_arrival()) return Sense::arrive;
    if (now_word() && (g.present || g.may)) return Sense::arrive;
    if (once_more() && any_time()) return Sense::arrive;
    if (!any_time() && !(g.present || stance.modality != Modality::asserted)) return Sense::none;
    return Sense::visit;
}

}  // namespace flightxref::detail
