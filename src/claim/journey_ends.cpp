// SPDX-License-Identifier: BSL-1.0
#include "claim/journey_follower.hpp"

#include <algorithm>

namespace flightxref::detail {

void JourneyFollower::fill_ends(ClaimDraft& d, const JourneyState& t) {
    // Down elsewhere than where it came from after a reversal, or "instead": an unplanned landing.
    if (t.reversed && is_told(d) && d.destination && (d.event == ClaimEvent::arrive || d.sense == Sense::way)) {
        const bool start = t.from != nullptr ? same_spot(t.from->place, d.destination->place) : lands_back(d, m_document.text);
        if (!start && !d.destination->place.name.empty()) {
            d.event = ClaimEvent::divert;
            d.event_rule = "landing_after_reversal";
        }
    }
    // What had happened before belongs to the leg that is over, and nothing is crossed on the ground.
    const bool passed = d.event == ClaimEvent::overfly && is_told(d) && m_in_story_order && t.stop_sentence == no_entity && !lands_next(d, t);
    if ((passed || (looks_back(d) && (d.event == ClaimEvent::overfly || d.event == ClaimEvent::stop || d.event == ClaimEvent::last_seen || d.event == ClaimEvent::first_seen))) &&
        !t.moving && t.leg_from != nullptr && t.at != nullptr) {
        take_end(d.origin, t.leg_from, "leg_that_ended");
        if (d.event != ClaimEvent::stop) take_end(d.destination, t.at, "leg_that_ended");
        return;
    }
    if (is_rejected(d) && d.event != ClaimEvent::depart) fill_rejected(d, t);
    const bool open = is_told(d) || is_ahead(d) || (d.modality == Modality::negated && t.moving) || ((d.modality == Modality::cancelled || d.modality == Modality::negated) && d.event == ClaimEvent::depart) || (d.modality == Modality::cancelled && d.event == ClaimEvent::return_);
    if (!open || (d.modality == Modality::negated && d.row != nullptr && d.row->needs_a(Need::board))) return;  // a flight not boarded need not leave from here
    if (looks_back(d) && t.last != no_entity && d.event == ClaimEvent::depart) {
        // "It had left Havana": the leg of the arrival told before.
        ClaimDraft& before = m_drafts[t.last];
        if ((before.event == ClaimEvent::arrive || before.event == ClaimEvent::return_ || before.event == ClaimEvent::fly || before.event == ClaimEvent::travel) && d.origin) {
            if (!before.origin) {
                before.origin = d.origin;
                before.origin->rule = "departure_told_after";
                before.origin->inferred = true;
            }
            take_end(d.destination, before.destination ? &*before.destination : nullptr, "arrival_told_before");
            return;
        }
        const bool on_its_way = before.event == ClaimEvent::turn_back || before.event == ClaimEvent::overfly || before.event == ClaimEvent::last_seen || before.event == ClaimEvent::first_seen;
        if (on_its_way && d.origin && before.sentence + 3 > d.sentence) {
            take_end(d.destination, before.destination ? &*before.destination : nullptr, "leg_told_before");
            take_end(before.origin, &*d.origin, "departure_told_after");
            take_end(before.destination, d.destination ? &*d.destination : nullptr, "departure_told_after");
            return;
        }
    }
    const auto origin_from = [&](const PlaceUse* place, std::string_view rule) {
        const bool in_town = d.mode == TravelMode::road && d.destination && d.destination->word != PlaceWord::name;
        const bool turned = t.reversed && d.event == ClaimEvent::arrive;  // "turned back over Sudan and landed in Cairo again"
        if (place == nullptr || (d.destination && d.destination->place.name == place->place.name && d.event != ClaimEvent::turn_back && !in_town && !turned)) return;
        if (d.event == ClaimEvent::return_ && d.destination && lies_in(place->place, d.destination->place)) return;  // a round trip
        take_end(d.origin, place, rule);
    };
    // "left Rome for Luanda on Monday ... on Thursday it flew to Lagos", "after four days there he will return": from where the leg under way led.
    if (goes_on_from_goal(d, t)) origin_from(t.heading, "goal_of_leg_before");
    // "was to leave Vientiane on Friday ... left for Bangkok on Saturday instead": from where the plan began
    if (is_told(d) && !t.known() && t.last == no_entity && (d.event == ClaimEvent::depart || d.event == ClaimEvent::arrive || is_whole_leg(d)))
        if (const JourneyState* plan = m_states.find_plan(journey_of(d)); plan != nullptr && plan->moving) {
            origin_from(plan->from, "leg_planned");
            if (d.event != ClaimEvent::depart && !lands_somewhere_else(d, m_document.text)) take_end(d.destination, plan->heading, "leg_planned");
        }
    // "left Male for Baku, stopped in Karachi and arrived by midnight": where it was bound before it stopped
    if (!t.moving && t.bound_for != nullptr && (d.event == ClaimEvent::arrive || d.event == ClaimEvent::depart || d.event == ClaimEvent::overfly) && !lands_somewhere_else(d, m_document.text) &&
        !(d.event == ClaimEvent::arrive && d.nominal))
        take_end(d.destination, t.bound_for, "bound_for");
    switch (d.event) {
        case ClaimEvent::depart:
            // "put the departure at 20:17", "left Taipei in the evening ... took off from Songshan at 18:01": told once more
            if (t.moving && !t.reversed && (d.nominal || (d.pluperfect && !d.origin && !d.time) || (d.origin && t.from != nullptr && (lies_in(d.origin->place, t.from->place) || lies_in(t.from->place, d.origin->place))))) {
                origin_from(t.from, "leg_under_way");
                take_end(d.destination, t.heading, "leg_under_way");
            } else if (!t.moving || t.diverted) {
                origin_from(t.at, "where_it_was_last");
            }
            break;
        case ClaimEvent::on_ground:
        case ClaimEvent::visit: take_end(d.destination, t.at, "where_it_was_last"); break;
        default: {
            // "Haddad had come on Monday": another journey than the one told.
            if (looks_back(d) && is_told(d) && (d.event == ClaimEvent::arrive || d.event == ClaimEvent::fly || d.event == ClaimEvent::travel || d.event == ClaimEvent::return_)) {
                // "The jet had flown in from Ramstein": to where the leg told began.
                if (d.event == ClaimEvent::arrive || (d.event == ClaimEvent::fly && d.origin)) take_end(d.destination, t.moving ? t.from : t.leg_from, "where_the_told_leg_began");
                return;
            }
            // "was expected at five": the leg that has ended meanwhile
            if (d.event == ClaimEvent::arrive && !is_told(d) && !t.moving && t.at != nullptr && t.leg_from != nullptr && (!d.destination || same_spot(d.destination->place, t.at->place))) {
                take_end(d.destination, t.at, "leg_that_ended");
                origin_from(t.leg_from, "leg_that_ended");
                return;
            }
            const bool same_chain = t.stop_sentence == d.sentence && !d.carriers.empty() && (d.event == ClaimEvent::stop || d.event == ClaimEvent::arrive || d.event == ClaimEvent::return_);
            const auto lands_where_it_is = [&] {
                if (t.leg_from == nullptr || t.at == nullptr || !d.destination) return false;
                const bool inside = lies_in(d.destination->place, t.at->place);
                const bool lands = d.event == ClaimEvent::arrive || d.event == ClaimEvent::return_;
                const bool same_leg = m_in_story_order && is_whole_leg(d) && d.mode == t.mode;
                return (lands && inside) || (same_leg && (inside || lies_in(t.at->place, d.destination->place)));
            };
            if (d.event == ClaimEvent::return_ && t.reversed) break;  // back to where it began
            if (t.diverted && t.at != nullptr && (d.event == ClaimEvent::return_ || is_whole_leg(d))) origin_from(t.at, "where_it_was_last");
            else if (t.moving) origin_from(t.from, "leg_under_way");
            else if ((same_chain || (t.stop_sentence != no_entity && t.last != no_entity && d.trigger.begin < m_drafts[t.last].trigger.begin)) && t.before_stop != nullptr) origin_from(t.before_stop, "stops_of_one_leg");
            else if (lands_where_it_is()) origin_from(t.leg_from, "landing_of_leg_told");
            else if (d.event == ClaimEvent::arrive && is_told(d) && !d.origin && !d.destination && !lands_somewhere_else(d, m_document.text) && t.leg_from != nullptr && t.at != nullptr && t.stop_sentence == no_entity) {
                // "flew on to Luanda ... touched down at noon": nobody lands twice
                take_end(d.destination, t.at, "landing_of_leg_told");
                take_end(d.origin, t.leg_from, "landing_of_leg_told");
            }
            else if (d.event != ClaimEvent::overfly && d.event != ClaimEvent::first_seen && !(d.event == ClaimEvent::arrive && !d.destination)) origin_from(t.at, "where_it_was_last");
            const bool to_goal = d.event == ClaimEvent::overfly || d.event == ClaimEvent::last_seen || d.event == ClaimEvent::first_seen || d.event == ClaimEvent::arrive || d.event == ClaimEvent::fly;
            if (t.moving && to_goal && !lands_somewhere_else(d, m_document.text)) take_end(d.destination, goal_of(d, t), "leg_under_way");
            break;
        }
    }
}

void JourneyFollower::fill_rejected(ClaimDraft& d, const JourneyState& t) {
    const bool on_its_way = d.event == ClaimEvent::overfly || d.event == ClaimEvent::stop || d.event == ClaimEvent::turn_back || d.event == ClaimEvent::divert || d.event == ClaimEvent::circle;
    if ((!on_its_way && d.event != ClaimEvent::arrive) || d.carriers.size() > 1) return;
    const PlaceUse* began = t.moving ? t.from : t.leg_from;
    if (began == nullptr || (d.destination && lies_in(began->place, d.destination->place))) return;
    if (d.event == ClaimEvent::arrive && !(d.destination && (t.moving || t.at == nullptr || !same_spot(t.at->place, d.destination->place)))) return;
    take_end(d.origin, began, t.moving ? "leg_under_way" : "leg_that_ended");
    if (d.event == ClaimEvent::overfly) take_end(d.destination, t.moving ? t.heading : t.at, t.moving ? "leg_under_way" : "leg_that_ended");
}

bool JourneyFollower::lands_next(const ClaimDraft& d, const JourneyState& t) const {
    if (m_text_index + 1 >= m_drafts.size() || t.at == nullptr) return false;
    const ClaimDraft& next = m_drafts[m_text_index + 1];
    return next.sentence == d.sentence && next.same_subject && (next.event == ClaimEvent::arrive || next.event == ClaimEvent::return_) && next.destination && !next.destination->inferred && !same_spot(next.destination->place, t.at->place);
}

const PlaceUse* JourneyFollower::goal_of(const ClaimDraft& d, const JourneyState& t) const {
    const JourneyState* plan = is_told(d) ? m_states.find_plan(journey_of(d)) : nullptr;
    const bool nearer = plan != nullptr && plan->at != nullptr && t.heading != nullptr && !same_spot(plan->at->place, t.heading->place) && lies_in(plan->at->place, t.heading->place);
    return nearer ? plan->at : t.heading;
}

bool JourneyFollower::goes_on_from_goal(const ClaimDraft& d, const JourneyState& t) const {
    if (!t.moving || t.heading == nullptr || t.reversed || t.diverted || d.origin || looks_back(d) || d.nominal) return false;
    // "took off for Quito and landed back at the base": it never got there
    if (d.event == ClaimEvent::return_) return (t.from == nullptr || !same_spot(t.from->place, t.heading->place)) && !(is_told(d) && t.last != no_entity && m_drafts[t.last].sentence == d.sentence);
    if (d.event != ClaimEvent::fly && d.event != ClaimEvent::travel && d.event != ClaimEvent::depart) return false;
    return d.time && d.destination && d.destination->word == PlaceWord::name && !lies_in(d.destination->place, t.heading->place) && !lies_in(t.heading->place, d.destination->place);
}

void JourneyFollower::fill_from_chain(ClaimDraft& d) const {
    const bool sets_out = d.event == ClaimEvent::return_ || d.event == ClaimEvent::depart || is_whole_leg(d);
    if (d.origin || !sets_out || !d.same_subject || m_text_index == 0) return;
    const ClaimDraft& before = m_drafts[m_text_index - 1];
    const bool led_there = before.event == ClaimEvent::arrive || before.event == ClaimEvent::divert || before.event == ClaimEvent::visit || (is_whole_leg(before) && !before.under_way);
    if (before.dropped || before.sentence != d.sentence || before.modality != d.modality || !led_there || !before.destination || journey_of(before) != journey_of(d)) return;
    if (d.destination && (lies_in(d.destination->place, before.destination->place) || lies_in(before.destination->place, d.destination->place))) return;
    stand(d.origin, &*before.destination, "where_the_sentence_led");
}

void JourneyFollower::fill_from_scene(ClaimDraft& d, const JourneyState* t, bool background) const {
    if (d.origin || background || d.pluperfect || m_scene == nullptr || m_scene_sentence + 4 < d.sentence || (t != nullptr && t->known())) return;
    const bool negated_departure = d.event == ClaimEvent::depart && d.modality == Modality::negated;
    if (!is_told(d) && !is_ahead(d) && !negated_departure) return;
    const bool sets_out = d.event == ClaimEvent::depart || d.event == ClaimEvent::return_ || d.event == ClaimEvent::travel;
    if (!sets_out || (d.event == ClaimEvent::depart && leaves_somewhere(d, m_document.text)) || (d.event == ClaimEvent::return_ && !d.destination) || (d.destination && same_spot(d.destination->place, m_scene->place) && !(d.mode == TravelMode::road && d.destination->word != PlaceWord::name))) return;
    stand(d.origin, m_scene, "where_the_story_stands");
}

void JourneyFollower::fill_from_craft_place(ClaimDraft& d, const JourneyState* t, bool background) const {
    constexpr std::uint32_t reach = 4;  // sentences
    if (d.origin || background || d.carriers.size() != 1 || (t != nullptr && t->known()) || d.modality == Modality::denied || d.modality == Modality::possible) return;
    const bool sets_out = d.event == ClaimEvent::depart;
    const bool under_way = d.event == ClaimEvent::turn_back || d.event == ClaimEvent::divert || d.event == ClaimEvent::overfly || d.event == ClaimEvent::last_seen || d.event == ClaimEvent::first_seen || d.event == ClaimEvent::circle;
    if (!sets_out && !under_way && d.event != ClaimEvent::arrive) return;
    const auto end = std::upper_bound(m_places.begin(), m_places.end(), d.sentence, [](std::uint32_t sentence, const CraftPlace& place) { return sentence < place.sentence; });
    for (auto after = end; after != m_places.begin() && after[-1].sentence + reach >= d.sentence; --after) {
        const auto spoken = std::prev(after);
        if (spoken->entity != d.carriers.front()) continue;
        const std::optional<PlaceUse>& place = sets_out ? spoken->at : spoken->from;
        if (!place || (d.destination && (lies_in(place->place, d.destination->place) || lies_in(d.destination->place, place->place)))) continue;
        stand(d.origin, &*place, "where_it_was_spoken_of");
        return;
    }
}

void JourneyFollower::fill_from_venue(ClaimDraft& d, const JourneyState* t, bool background) const {
    if (m_venue == nullptr && m_dateline == nullptr) return;
    PlaceUse here = m_venue != nullptr ? *m_venue : *m_dateline;
    if (here.bytes.empty()) here.bytes = d.trigger;
    const PlaceUse* venue = &here;
    if (goes_somewhere(d, m_document.text) || background || d.pluperfect || (t != nullptr && t->known()) || lands_somewhere_else(d, m_document.text)) return;
    const bool moves = !d.carriers.empty() || !d.persons.empty();
    if (!moves || d.modality == Modality::denied) return;
    const auto free_of = [&](const std::optional<PlaceUse>& other) { return !other || !(lies_in(other->place, venue->place) || lies_in(venue->place, other->place)); };
    if (d.event == ClaimEvent::arrive && !d.destination && free_of(d.origin) && (m_venue != nullptr || !is_told(d))) stand(d.destination, venue, "venue");
    if (m_venue == nullptr || d.modality == Modality::possible) return;
    const bool near = d.sentence <= 2 || venue->place.kind == PlaceKind::airport;  // further on the text may have gone elsewhere
    if (d.event == ClaimEvent::depart && near && !d.origin && free_of(d.destination) && !leaves_somewhere(d, m_document.text)) stand(d.origin, venue, "venue");
}

void JourneyFollower::stand(std::optional<PlaceUse>& end, const PlaceUse* place, std::string_view rule) {
    const bool open = !end;
    take_end(end, place, rule);
    if (open && end) end->inferred = false;
}

void JourneyFollower::fill_return(ClaimDraft& d, const JourneyState& t) {
    if (d.event != ClaimEvent::return_ || d.destination || !(is_told(d) || is_ahead(d))) return;
    const PlaceUse* start = t.trip_start != nullptr ? t.trip_start : t.from;
    const PlaceUse* here = t.moving ? nullptr : t.at;
    if (start != nullptr && (here == nullptr || !same_spot(start->place, here->place))) take_end(d.destination, start, "return_to_trip_start");
}

void JourneyFollower::fill_from_story(ClaimDraft& d, bool background) {
    if (d.destination || lands_somewhere_else(d, m_document.text)) return;
    const bool to_here = d.row != nullptr && (d.row->needs_a(Need::flyin) || (d.row->verb == "come" && d.origin && d.modality != Modality::denied) || d.row->sense == Sense::follow || d.row->sense == Sense::join || d.row->needs_a(Need::attend));
    const bool person_arrives = (d.event == ClaimEvent::arrive || d.event == ClaimEvent::visit) && !d.persons.empty() && !d.carrier_moves && d.modality != Modality::cancelled;
    // "will not visit next week": the place under discussion, whenever that would be.
    const bool untold_visit = d.event == ClaimEvent::visit && d.row != nullptr && d.row->object == ObjectRole::object && !is_told(d) && d.modality != Modality::cancelled;
    if (d.row != nullptr && d.row->sense == Sense::follow && d.event == ClaimEvent::depart) {  // "its sister ship follows": from where the other left
        if (m_last_mover != nullptr && m_last_mover->event == ClaimEvent::depart) stand(d.origin, m_last_mover->origin ? &*m_last_mover->origin : nullptr, "from_where_the_other_left");
        return;
    }
    // A craft that lands, calls or is sent for and does not say where does so where the story stands.
    const bool craft_comes = is_told(d) && d.carrier_moves && (d.event == ClaimEvent::arrive || d.event == ClaimEvent::visit || (d.event == ClaimEvent::fly && d.origin)) && m_told_place != nullptr &&
                             !(d.origin && (lies_in(d.origin->place, m_told_place->place) || lies_in(m_told_place->place, d.origin->place)));
    if (d.mode == TravelMode::road && (is_told(d) || is_ahead(d)) && !background && goes_somewhere(d, m_document.text)) {
        // "by car to the federation's grounds": in the town where the story stands
        for (const PlaceUse* town : {m_scene, m_story})
            if (town != nullptr && !town->place.city.empty()) stand(d.destination, town, "somewhere_in_town");
        if (d.destination) d.destination->place.kind = PlaceKind::city, d.destination->place.icao.clear(), d.destination->word = PlaceWord::building;
        return;
    }
    if (!(((to_here || person_arrives || craft_comes) && !background) || untold_visit)) return;
    const PlaceUse* here = craft_comes ? (m_scene != nullptr ? m_scene : m_told_place) : m_story;
    if (d.event == ClaimEvent::return_ && m_document.dateline) here = nullptr;  // "came back": to where the text is written rather than where it speaks of
    // A visit still to come, in an item that says where it is written.
    if (untold_visit && is_ahead(d) && m_document.dateline) here = nullptr;
    const PlaceUse dateline{m_document.dateline.value_or(Place{}), PlaceWord::name, d.trigger, {}};
    if (here == nullptr && m_document.dateline) here = &dateline;
    stand(d.destination, here, "place_spoken_of");
}

}  // namespace flightxref::detail
