// SPDX-License-Identifier: BSL-1.0
#include "claim/sense.hpp"

#include <algorithm>

namespace flightxref::detail {

bool Decider::needs_met() const {
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
    if (need(Need::shut) && !row.words.empty() && row.words.front() == "entry" && g.first == g.head) return Sense::none;  // "Denied entry, the jet veered off": the reason of what follows
    if (row.sense != Sense::on_ground && is_anybody()) return Sense::none;
    switch (row.sense) {
        case Sense::depart: return decide_depart();
        case Sense::arrive: return decide_arrive();
        case Sense::fly: return decide_fly();
        case Sense::travel: return decide_travel();
        case Sense::return_: return decide_return();
        case Sense::stop: return decide_stop();
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
        case Sense::overfly: return decide_overfly();
        case Sense::circle:
            if (row.needs_a(Need::passive) && !g.passive) return Sense::none;
            return has_air_craft || (has_person && has_place_after() && (row.words.empty() || row.verb == "fly" || row.verb == "make")) ? Sense::circle : Sense::none;
        case Sense::turn_up:
            if (has_air_craft && on_trackers()) return Sense::first_seen;
            if (std::any_of(args.places.begin(), args.places.end(), [](const PlaceArgument& a) { return a.list_size > 2; })) return Sense::visit;
            return Sense::arrive;
        case Sense::seen_again:
            if (row.needs_a(Need::trace)) return speaks_of_signal() ? Sense::first_seen : Sense::none;
            if (person_only() && row.verb == "pop" && has_place_after()) return Sense::visit;
            if (row.needs_a(Need::appear) && !(has_air_craft && (has_place_after() || any_time() || on_trackers()))) return Sense::none;
            return has_air_craft ? Sense::first_seen : Sense::none;
        case Sense::picked_up:
            if (row.needs_a(Need::trace)) return Sense::none;
            // "caught the flight", "picked up the envoy"
            if (!has_air_craft || (!g.passive && (row.words.empty() ? !on_trackers() : !has_object(MentionKind::carrier)))) return Sense::none;
            return g.passive || has_place_after() ? Sense::first_seen : Sense::none;
        case Sense::seen: return decide_seen();
        case Sense::last_seen:
            if (row.needs_a(Need::trace) && !row.needs_a(Need::craft)) return speaks_of_signal() ? Sense::last_seen : Sense::none;
            if (row.needs_a(Need::trace)) return has_air_craft && (on_trackers() || clock_time()) ? Sense::last_seen : Sense::none;
            if (row.verb == "crash" && !has_air_craft) return Sense::none;
            return has_air_craft || (flies_craft() && row.words.size() > 1) ? Sense::last_seen : Sense::none;  // "the crew switched off the transponder"
        case Sense::lose: return decide_lose();
        case Sense::stay: return decide_stay();
        case Sense::sit:
            return has_air_craft && (has_place_after() || any_time()) ? Sense::on_ground : has_person && has_place_after() && any_time() ? Sense::on_ground : Sense::none;
        case Sense::on_ground: return decide_on_ground();
        case Sense::ground:
            return told_on_arrival() || (g.present && !any_time()) ? Sense::arrive : Sense::on_ground;  // "half an hour later it was on the ground", not "was on the ground on Friday"
        case Sense::be_in: return decide_presence();
        case Sense::shuttle: return args.places.empty() ? Sense::none : has_air_craft ? Sense::fly : Sense::travel;
        case Sense::due: return decide_due();
        case Sense::expect: return decide_expect();
        case Sense::follow:
            if (has_foreign_object() || !args.objects.empty()) return Sense::none;
            if (person_only() && (args.stated_mode != TravelMode::unknown || !args.aboard.empty())) return Sense::travel;
            if (has_air_craft && any_time()) return Sense::depart;
            return has_person && stance.modality == Modality::possible ? Sense::travel : Sense::none;
        case Sense::join:
            if (row.verb == "accompany" && stance.modality == Modality::asserted && has(PlaceRole::goal) && !args.objects.empty()) return Sense::travel;
            if (stance.modality == Modality::denied || stance.modality == Modality::negated) return row.verb == "accompany" || has_place_after() ? Sense::travel : Sense::none;
            return row.verb == "join" && stance.future && has(PlaceRole::at) && !args.objects.empty() ? Sense::travel : Sense::none;
        case Sense::turned_away: return has_craft || !args.objects.empty() ? Sense::arrive : Sense::none;
        case Sense::visit: return decide_visit();
        case Sense::way: return Sense::way;
        case Sense::way_from: return has(PlaceRole::source) ? Sense::way_from : Sense::none;
        case Sense::turn_back:
            if (row.needs_a(Need::passive) && !(g.passive && has_craft)) return Sense::none;  // "recalled the flight"
            if (person_only() && !has_place_after() && args.aboard.empty() && next_is("to") && before_unknown_place()) return Sense::none;  // "turned back to the log"
            if (person_only() && need(Need::gap) && before_unknown_place()) return Sense::none;  // "made a U-turn over pensions"
            return Sense::turn_back;
        case Sense::divert: return decide_divert();
        case Sense::called_off: return decide_called_off();
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

Sense Decider::decide_stay() const {
    if (has_air_craft && !person_only() && has_word(PlaceWord::airspace)) return Sense::overfly;
    if (need(Need::spend) && !any_time()) return Sense::none;
    if (has_air_craft && after_crossing() && !has_place_after()) return Sense::none;  // "entered its airspace and stayed for twelve minutes"
    if (has_craft && !person_only()) return Sense::on_ground;
    if (!has_place_after() && !any_time()) return Sense::none;
    return Sense::visit;
}

Sense Decider::decide_on_ground() const {
    if (row.needs_a(Need::passive) && !g.passive) return Sense::none;
    // "fog kept it in Glasgow until noon"
    if (row.verb == "keep" || row.verb == "hold") return has_air_craft && any_time() && (g.passive || has_object(MentionKind::carrier)) ? Sense::on_ground : Sense::none;
    if (row.mode == TravelMode::air && !(has_air_craft && any_time())) return Sense::none;  // "impounded", "languished": of aircraft alone
    if (row.verb == "have" && told_on_arrival()) return Sense::arrive;
    if (!has_place_after() && !any_time()) return Sense::none;
    return Sense::on_ground;
}

Sense Decider::decide_due() const {
    if (next_is("home") || (g.end < view.size() && (tok(g.end).is("back") || tok(g.end).is("home")))) return Sense::return_;
    if (g.end < view.size() && (tok(g.end).is("off") || tok(g.end).is("out")) && has_craft) return Sense::depart;
    if (g.end < view.size() && next_is("to")) return Sense::none;
    if (has_air_craft && has(PlaceRole::path)) return Sense::overfly;
    if (g.end + 1 < view.size() && tok(g.end).is("in") && tok(g.end + 1).is("from") && has_craft) return Sense::arrive;
    if (has_craft && any_time() && (clock_time() || has_unlisted_place())) return Sense::arrive;  // "is due in the capital at 5.40"
    return has(PlaceRole::at) && (any_time() || has_craft) ? Sense::arrive : has(PlaceRole::object) ? Sense::arrive : Sense::none;
}

Sense Decider::decide_expect() const {
    if (next_is("to") || (next_is("before") && !view.word(after()).in_time)) return Sense::none;
    if (g.end < view.size() && (tok(g.end).is("back") || tok(g.end).is("home"))) return Sense::return_;
    for (std::uint32_t i = g.end; i < view.size() && !tok(i).is(';'); ++i)
        if (tok(i).is("visit") && i > 0 && !tok(i - 1).is("to")) return Sense::visit;
    if (row.verb == "expect" && !g.passive) return !args.objects.empty() && any_time() ? Sense::arrive : Sense::none;
    return has(PlaceRole::at) || any_time() ? Sense::arrive : Sense::none;
}

Sense Decider::decide_visit() const {
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
}

}  // namespace flightxref::detail
