// SPDX-License-Identifier: BSL-1.0
#include "claim/sense.hpp"

#include <algorithm>
#include <array>

namespace flightxref::detail {

Sense Decider::decide_depart() const {
    // "wrapped up his visit": who stays somewhere leaves it when the stay ends; a season's tour or an inspection has no place to leave.
    if (need(Need::stayend)) return has_person && (has_place_after() || any_time()) ? Sense::depart : Sense::none;
    // "The jet left Al Ain around noon": no jet leaves a person.
    if (need(Need::origin) && !has(PlaceRole::object) && has_air_craft && !has_person && any_time() && after() < view.size() && tok(after()).is_capital() && view.word(after()).mention != no_token &&
        mention(view.word(after()).mention).kind == MentionKind::person)
        return Sense::depart;
    if (need(Need::origin) && !has(PlaceRole::object)) {
        const bool leaves_field = object_is_field() && (stance.modality != Modality::asserted || any_time());
        const bool leaves_unlisted = has_craft && after() < view.size() && tok(after()).is_capital() && view.word(after()).mention == no_token;
        const bool somewhere = leaves_field || leaves_unlisted || (has_craft && has(PlaceRole::goal));
        const bool moves = has_craft || any_time() || !args.aboard.empty();
        if (!somewhere && (has_foreign_object() || !moves)) return Sense::none;
    }
    if (need(Need::board) && !has(PlaceRole::goal) && !boards_to_leave()) {
        const bool names_what = !args.objects.empty() || has_place_after() || has(PlaceRole::at) || !has_foreign_object() || next_is("it");
        if (stance.modality != Modality::negated || !names_what) return Sense::none;
    }
    if (person_only() && row.words.empty() && (row.verb == "depart" || row.verb == "leave") && !has_place_after() && !any_time() && args.aboard.empty() && stance.modality == Modality::asserted) return Sense::none;
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
    if (has(PlaceRole::goal) && ((row.verb == "take" && g.passive && person_only()) || (row.verb == "go" && row.words.size() == 1 && row.words.front() == "up" && !has_air_craft))) return Sense::travel;
    if (row.verb == "go" && row.words.size() == 1 && row.words.front() == "up" && person_only()) return next_is("to") && has_unlisted_place() && any_time() ? Sense::travel : Sense::none;
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
}

/// "came down in a beet field", "on a hillside": not where anybody lands of his own will, as on "a strip" or "a pad".
bool Decider::comes_down_in_the_open() const {
    if (row.verb != "come" || row.words.size() != 1 || row.words.front() != "down" || g.end + 2 >= view.size() || says_instead()) return false;
    if (!(next_is("in") || next_is("into") || next_is("on") || next_is("onto")) || !(tok(g.end + 1).is("a") || tok(g.end + 1).is("an"))) return false;
    constexpr std::array<std::string_view, 8> landing_grounds = {"runway", "strip", "airstrip", "airfield", "airport", "base", "pad", "helipad"};
    for (std::uint32_t i = g.end + 2; i < view.size() && i < g.end + 6 && !view.word(i).is(ClauseClass::preposition) && view.word(i).mention == no_token; ++i)
        if (std::find(landing_grounds.begin(), landing_grounds.end(), tok(i).folded) != landing_grounds.end()) return false;
    return view.word(g.end + 2).mention == no_token && !view.word(g.end + 2).in_time;
}

Sense Decider::decide_arrive() const {
    if (need(Need::land) && person_only() && !has_place_after() && args.aboard.empty() && !any_time()) return Sense::none;
    if (need(Need::land) && person_only() && (has(PlaceRole::at) || has(PlaceRole::goal)) && !has_place_after()) return Sense::none;
    if (row.verb == "set" && row.words.size() == 1 && row.words.front() == "foot" && g.negated && !stance.future && has(PlaceRole::at) && !g.may && !g.can && !g.would) return Sense::visit;  // "never set foot in Uganda again"
    if (person_only() && is_landing() && !has_place_after() && any_time() && args.aboard.empty() && before_unknown_place() && !has_unlisted_place()) return Sense::none;  // "landed in hot water"
    if (need(Need::notto) && next_is("to") && !has(PlaceRole::goal)) return Sense::none;
    if (need(Need::craftobject) && args.aboard.empty() && args.objects.empty()) return Sense::none;
    if (need(Need::flyin)) {
        if (!has_place_after() && !any_time() && args.aboard.empty()) return Sense::none;
        // Only told as done on a day does it say when somebody came in.
        if (g.perfect || stance.future || stance.plan || !any_time() || stance.modality == Modality::denied) return Sense::fly;
    }
    if (row.verb == "arrive" && person_only() && !has_place_after() && !any_time() && stance.modality == Modality::asserted) return Sense::none;
    if (row.verb == "be" && next_is("to")) return Sense::none;
    if (row.verb == "come" && person_only() && row.words.size() == 1 && row.words.front() == "down" && has(PlaceRole::goal)) return Sense::travel;
    if (has_air_craft && comes_down_in_the_open()) return Sense::last_seen;
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
}

Sense Decider::decide_fly() const {
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
    if (need(Need::send) && has(PlaceRole::goal) && (g.passive ? person_only() : has_object(MentionKind::person))) return Sense::travel;
    // "a hoax sent the flight to Minsk": a cause, not somebody
    if (need(Need::send) && !g.passive && subject.other && subject.mentions.empty() && has(PlaceRole::goal) && has_air_craft) return Sense::divert;
    if (need(Need::send) && !((has_craft && g.passive) || has_object(MentionKind::carrier))) return Sense::none;
    return Sense::fly;
}

Sense Decider::decide_travel() const {
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
}

Sense Decider::decide_return() const {
    if (row.verb == "send" && !g.passive && args.objects.empty()) return Sense::none;  // "sent the case back"
    if (row.verb == "be" && !has_place_after() && !told_on_arrival() && (next_is("in") || next_is("on") || next_is("at") || next_is("to"))) return Sense::none;
    if (need(Need::back) && !has_place_after() && !any_time() && args.aboard.empty() && !has_craft && !next_is("home") && !next_is("safely")) return Sense::none;
    if (row.verb == "send" && (g.passive ? !has_craft && !has(PlaceRole::goal) && !has(PlaceRole::source) && has_place_after() : subject.other && subject.mentions.empty())) return Sense::none;  // "the pupils were sent home", "the result sent the fans home"
    if (!row.words.empty() && person_only() && (next_is("to") || next_is("into")) && !has(PlaceRole::goal) && !goes_to_base()) return Sense::none;
    if (need(Need::back) && next_is("to") && !has(PlaceRole::goal) && !has(PlaceRole::at) && !goes_to_base()) return Sense::none;
    if (need(Need::backto) && next_is("to") && !has(PlaceRole::goal) && !goes_to_base()) return Sense::none;
    return Sense::return_;
}

Sense Decider::decide_stop() const {
    // "collected the passengers in Darwin": an aircraft stops for whom it takes on.
    if (row.verb == "collect" || row.verb == "embark") return has_air_craft && has(PlaceRole::at) && has_object(MentionKind::person) ? Sense::stop : Sense::none;
    if (need(Need::stop) && (!has_place_after() || next_is("from"))) return Sense::none;
    if (subject.nobody && row.verb == "refuel") return Sense::none;
    if (row.verb == "put" && has_air_craft && says_instead()) return Sense::divert;
    if (row.verb == "put" && (!has_air_craft || !args.aboard.empty()) && (has_surface || !args.aboard.empty())) return Sense::arrive;
    if (row.verb == "call" && any_time() && has_craft) return Sense::visit;
    return Sense::stop;
}

Sense Decider::decide_divert() const {
    // "ordered it to Qardho": somebody else turns the craft to another field.
    if (need(Need::carry)) {
        const bool craft = g.passive ? has_air_craft : std::any_of(args.objects.begin(), args.objects.end(), [&](std::uint32_t m) { return mention(m).kind == MentionKind::carrier && mention(m).reference != Reference::indefinite; });
        return craft && (has(PlaceRole::goal) || row.words.front() == "down") ? Sense::divert : Sense::none;
    }
    return Sense::divert;
}

Sense Decider::decide_called_off() const {
    // "FJ411, planned for 8.45, has been scrubbed": where the flight is no noun of its own
    if (!g.passive || g.negated) return Sense::none;
    const bool flight = std::any_of(subject.mentions.begin(), subject.mentions.end(), [&](std::uint32_t m) { return mention(m).kind == MentionKind::carrier && !carrier(m).flight_number.empty(); });
    return !flight ? Sense::none : std::any_of(reading.times->begin(), reading.times->end(), [&](const TimeExpression& t) { return t.clock && t.first_token < g.end + 6; }) ? Sense::depart : Sense::fly;
}

}  // namespace flightxref::detail
