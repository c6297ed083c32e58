// SPDX-License-Identifier: BSL-1.0
#include "claim/sense.hpp"

#include <algorithm>

namespace flightxref::detail {

Sense Decider::decide_overfly() const {
    if (need(Need::airspace) && !has_word(PlaceWord::airspace) && !has_air_craft) return Sense::none;
    if (need(Need::route) && g.present && !any_time()) return Sense::none;  // "the flight path runs over Windsor"
    if (row.verb == "transit" && person_only()) return Sense::stop;
    // "drifted over", "cut through": of aircraft alone
    if (row.mode == TravelMode::air && need(Need::craft) && !has_air_craft && !has_word(PlaceWord::airspace) && !is_pronoun()) return Sense::none;
    if (row.verb == "be" && !has_air_craft && !(is_pronoun() && clock_time())) return Sense::none;
    return Sense::overfly;
}

Sense Decider::decide_seen() const {
    if (row.words.size() > 1) return has_air_craft ? Sense::first_seen : Sense::none;
    if (row.mode == TravelMode::air && !has_air_craft) return Sense::none;
    // A craft seen in the air over a place passed it, one seen at a field was parked there; "was seen leaving" is told by the verb behind.
    if (has_air_craft && g.passive && any_time() && has_place_after()) {
        if (has(PlaceRole::path)) return Sense::overfly;
        return has(PlaceRole::at) && !clock_time() ? Sense::on_ground : Sense::none;
    }
    // Somebody seen in a town was there; a craft that was seen is told of by the verb behind ("was seen leaving").
    return person_only() && g.passive && has(PlaceRole::at) && (any_time() || stance.modality != Modality::asserted) ? Sense::visit : Sense::none;
}

Sense Decider::decide_lose() const {
    if (g.passive) return (speaks_of_signal() || has_air_craft) ? Sense::last_seen : Sense::none;
    const bool craft_object = has_object(MentionKind::carrier);
    const std::uint32_t i = after();
    const bool contact = i < view.size() && (tok(i).is("contact") || tok(i).is("sight") || tok(i).is("track") || tok(i).is("radio"));
    if (contact && (has_craft || has_person)) return Sense::last_seen;
    if (has_air_craft && subject.inherited && has_place_after()) return Sense::last_seen;
    return craft_object && (has_place_after() || clock_time()) ? Sense::last_seen : Sense::none;
}

}  // namespace flightxref::detail
