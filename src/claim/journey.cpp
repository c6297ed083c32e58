// SPDX-License-Identifier: BSL-1.0
#include "claim/journey_follower.hpp"

#include <algorithm>

namespace flightxref::detail {

void JourneyFollower::follow(const Surroundings& around) {
    m_venue = m_states.keep(around.venue);
    if (m_document.dateline) m_dateline = m_states.keep(PlaceUse{*m_document.dateline, PlaceWord::name, {}, {}});
    m_places = around.places;
    m_words = around.crafts;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < m_drafts.size(); ++i)
        if (!m_drafts[i].dropped) order.push_back(i);
    for (const std::uint32_t i : order) ++m_turn, step(i);
    link_told_later(m_drafts, m_entities, order, std::vector<std::optional<TimeWindow>>(m_drafts.size()), m_states);
}

void JourneyFollower::follow(const std::vector<std::uint32_t>& order, const std::vector<std::optional<TimeWindow>>& windows) {
    m_in_story_order = true;
    for (const std::uint32_t i : order) {
        ClaimDraft& d = m_drafts[i];
        if (d.origin && d.origin->inferred) d.origin.reset();
        if (d.destination && d.destination->inferred) d.destination.reset();
    }
    for (const std::uint32_t i : order) {
        ++m_turn;
        m_text_index = i;
        ClaimDraft& d = m_drafts[i];
        const std::uint32_t key = journey_of(d);
        if (key == no_entity || is_background(d)) continue;
        const bool ahead = is_ahead(d);
        note_own_craft(d);
        JourneyState& t = told_last_of(d, key, ahead);
        board(d, t, ahead);
        fill_ends(d, t);
        fill_return(d, t);
        m_last_mover = &d;
        settle_all(d, i, key, t, ahead);
    }
    link_told_later(m_drafts, m_entities, order, windows, m_states);
}

void JourneyFollower::step(std::uint32_t i) {
    ClaimDraft& d = m_drafts[i];
    m_text_index = i;
    expand_groups(d);
    const bool ahead = is_ahead(d);
    const bool background = is_background(d);
    attach_carrier(d, ahead, background);
    carry_passenger(d, background);
    leave_on_landing(d, background);
    const std::uint32_t key = journey_of(d);
    JourneyState* t = key == no_entity ? nullptr : &told_last_of(d, key, ahead);
    if (t != nullptr && !background) board(d, *t, ahead);
    const PlaceContext context{m_entities, d, t, m_story, d.carriers.empty() ? nullptr : &m_states.aboard(d.carriers.front()), m_document.published_zone};
    if (d.origin) resolve_place_word(*d.origin, context, true);
    if (d.destination) resolve_place_word(*d.destination, context, false);
    for (PlaceUse& v : d.via) resolve_place_word(v, context, false);
    if (d.destination && d.mode == TravelMode::air && d.event != ClaimEvent::arrive && is_sea(d.destination->place)) d.destination.reset();  // "headed for the North Sea" is a course
    fill_from_chain(d);
    if (t != nullptr && !background) {
        fill_ends(d, *t);
        fill_return(d, *t);
    }
    fill_from_scene(d, t, background);
    fill_from_craft_place(d, t, background);
    fill_from_venue(d, t, background);
    fill_from_story(d, background);
    infer_mode(d, t, background);
    if (!d.carriers.empty() || !d.persons.empty()) m_last_mover = &d;
    if (t != nullptr) {
        if (d.event == ClaimEvent::depart && is_told(d) && !d.pluperfect) ++t->leg;
        d.leg = t->leg;
    }
    note_place_spoken_of(d);
    if (t != nullptr && !background) settle_all(d, i, key, *t, ahead);
    if (is_told(d) && !background && !d.pluperfect) {
        const bool stands = (ends_on_ground(d.event) && d.destination && d.destination->word != PlaceWord::home);
        if (stands) {
            m_scene = m_states.keep(*d.destination);
            m_scene_sentence = d.sentence;
        } else if (d.event == ClaimEvent::depart) {
            m_scene = nullptr;
        }
    }
}

void JourneyFollower::note_place_spoken_of(const ClaimDraft& d) {
    if (is_rejected(d) && d.event == ClaimEvent::stop) return;
    const PlaceUse* place = nullptr;
    if (d.destination && !d.destination->place.name.empty() && d.destination->word != PlaceWord::home) place = m_states.keep(*d.destination);
    else if (d.origin && !d.origin->place.name.empty()) place = m_states.keep(*d.origin);
    if (place == nullptr) return;
    m_story = place;
    // where another comes from is not where the next one lands, nor where somebody is yet to go
    if (is_told(d) && (d.destination || d.event == ClaimEvent::depart)) m_told_place = place;
}

bool JourneyFollower::is_sea(const Place& place) {
    if (place.kind != PlaceKind::region || !place.country.empty()) return false;
    for (const std::string_view water : {"Sea", "Ocean", "Gulf", "Channel", "Strait", "Bay", "Atlantic", "Pacific", "Mediterranean", "Baltic"})
        if (place.name.find(water) != std::string::npos) return true;
    return false;
}

void JourneyFollower::note(ClaimDraft& d, std::string_view field, std::string_view rule) {
    FieldReason reason{field, rule, {}};
    reason.span.begin = d.trigger.begin;
    reason.span.end = d.trigger.end;
    d.notes.push_back(reason);
}

void JourneyFollower::settle_all(const ClaimDraft& d, std::uint32_t i, std::uint32_t key, JourneyState& t, bool ahead) {
    const bool failed = d.modality == Modality::negated || d.modality == Modality::cancelled;
    // "did not leave Rome", "was to come from Manaus on Monday, but": there it still is
    if (failed && d.origin && !d.origin->inferred && (d.event == ClaimEvent::depart || (is_whole_leg(d) && !t.known()))) {
        const auto stays = [&](JourneyState& who) {
            if (who.moving) return;
            who.at = m_states.keep(*d.origin);
            if (is_whole_leg(d)) who.bound_for = m_states.keep(d.destination);
        };
        const bool not_boarded = d.row != nullptr && d.row->needs_a(Need::board) && d.carriers.size() == 1 && !d.persons.empty();
        if (!not_boarded) stays(t);
        else if (JourneyState& flight = m_states.told(d.carriers.front()); !flight.known()) {  // it left without him
            flight.from = m_states.keep(*d.origin);
            flight.heading = m_states.keep(d.destination);
            flight.moving = true;
        }
        if (d.event == ClaimEvent::depart)
            for (const std::uint32_t p : d.persons) stays(m_states.told(p));
    }
    if (is_told(d) || ahead) settle(d, i, key, t, ahead);
}

void JourneyFollower::settle(const ClaimDraft& d, std::uint32_t i, std::uint32_t key, const JourneyState& before, bool ahead) {
    JourneyState& first = m_states.of(key, ahead);
    if (&first != &before) {
        const std::uint32_t leg = first.leg;
        first = before;
        first.leg = std::max(leg, before.leg);
    }
    update(first, d, i);
    if (!d.carriers.empty()) {
        for (std::size_t k = 1; k < d.carriers.size(); ++k) update(m_states.of(d.carriers[k], ahead), d, i);
        std::vector<std::uint32_t>& aboard = m_states.aboard(d.carriers.front());
        if (!d.persons.empty()) aboard = d.persons;
        const JourneyState craft = m_states.of(key, ahead);
        for (const std::uint32_t p : aboard) {
            JourneyState& person = m_states.of(p, ahead);
            const PlaceUse* trip_start = person.trip_start != nullptr ? person.trip_start : craft.trip_start;
            person = craft;
            person.trip_start = trip_start;
            person.carrier = d.carriers.front();
        }
    } else {
        for (std::size_t k = 1; k < d.persons.size(); ++k) update(m_states.of(d.persons[k], ahead), d, i);
        for (const std::uint32_t p : d.persons)
            if (d.mode != TravelMode::air && (d.mode != TravelMode::unknown || d.event == ClaimEvent::depart)) leave_craft(m_states.of(p, ahead), d.mode);
    }
}

void JourneyFollower::leave_craft(JourneyState& t, TravelMode mode) const {
    const Entity* craft = entity(t.carrier);
    if (mode != TravelMode::unknown || (craft != nullptr && craft->carrier.mode != CarrierMode::air)) t.carrier = no_entity;
}

void JourneyFollower::update(JourneyState& t, const ClaimDraft& d, std::uint32_t i) {
    if (looks_back(d) && t.last != no_entity && m_drafts[t.last].sentence + 3 > d.sentence && !m_drafts[t.last].pluperfect) return;  // told of what came before
    const PlaceUse* origin = m_states.keep(d.origin);
    const bool somewhere = d.destination && d.destination->word == PlaceWord::home && d.destination->place.country.empty();  // "home", wherever that is
    const PlaceUse* destination = somewhere ? nullptr : m_states.keep(d.destination);
    t.last = i;
    t.turn = m_turn;
    if (d.event != ClaimEvent::divert) t.diverted = false;
    if (d.mode != TravelMode::unknown) t.mode = d.mode;
    if (d.event == ClaimEvent::depart) {
        t.stop_sentence = no_entity;
        t.from = origin != nullptr ? origin : t.at;
        if (t.trip_start == nullptr) t.trip_start = t.from;
        t.at = nullptr;
        t.heading = destination;
        t.bound_for = nullptr;
        t.moving = true;
    } else if (d.event == ClaimEvent::divert) {
        // a new course is not yet a landing, and where it is one the journey goes on from there
        if (origin != nullptr) t.from = origin;
        t.heading = t.at = destination;
        t.moving = t.diverted = true;
        t.reversed = false;
    } else if (d.event == ClaimEvent::travel && d.destination && names_border(*d.destination)) {
        if (origin != nullptr || t.from == nullptr) t.from = origin != nullptr ? origin : t.at;
        t.at = t.heading = nullptr;
        t.moving = t.from != nullptr;
    } else if (d.event == ClaimEvent::arrive && d.row != nullptr && d.row->sense == Sense::cross) {
        // a border crossed by train or car is no end of the leg
        if (t.from == nullptr) t.from = origin;
        t.moving = t.from != nullptr;
    } else if (is_whole_leg(d) && (d.under_way || (d.origin && !d.origin->inferred && !d.destination))) {  // "was on its way in from Brussels"
        t.from = origin != nullptr ? origin : t.at;
        t.at = nullptr;
        t.heading = destination;
        t.moving = true;
    } else if (ends_on_ground(d.event)) {
        // "left for Bari, where it refuelled": the leg ends there, whatever follows
        const bool at_goal = d.event == ClaimEvent::stop && t.moving && t.heading != nullptr && destination != nullptr && same_spot(destination->place, t.heading->place);
        if (d.event == ClaimEvent::stop && !at_goal) {
            if (t.moving && t.heading != nullptr && destination != nullptr && !lies_in(destination->place, t.heading->place)) t.bound_for = t.heading;
            if (t.stop_sentence != d.sentence) t.before_stop = origin;
            t.stop_sentence = d.sentence;
        } else {
            t.stop_sentence = no_entity;
            t.bound_for = nullptr;
        }
        if (t.trip_start == nullptr) t.trip_start = origin;
        const bool stay = d.event == ClaimEvent::on_ground || d.event == ClaimEvent::visit;
        if (destination != nullptr || !stay) t.at = destination;
        if (!stay && (d.event != ClaimEvent::stop || at_goal)) t.leg_from = origin;
        t.from = origin;
        t.moving = false;
        t.reversed = false;
        t.heading = nullptr;
    } else {
        const bool on_its_way = d.event == ClaimEvent::overfly || d.event == ClaimEvent::first_seen;
        if (on_its_way && !t.moving && t.at != nullptr && lands_next(d, t)) t.from = t.at;
        if (origin != nullptr && (t.from == nullptr || !on_its_way)) t.from = origin;
        if (destination != nullptr && !d.destination->inferred && d.event != ClaimEvent::turn_back && d.event != ClaimEvent::circle) t.heading = destination;  // "on the way to Sochi it went silent"
        if (d.event != ClaimEvent::circle || t.moving) t.moving = t.from != nullptr;
        if (d.event == ClaimEvent::turn_back) {
            t.heading = nullptr;
            t.reversed = true;
        }
    }
}

std::uint32_t journey_of(const ClaimDraft& d) {
    if (!d.carriers.empty() && d.carriers.front() != no_entity) return d.carriers.front();
    if (!d.persons.empty()) return d.persons.front();
    if (!d.carriers.empty() || d.unnamed) return no_entity;
    return d.anaphor == ClaimDraft::Anaphor::people ? nameless_people : no_entity;
}

void follow_journeys(ClaimDrafts& drafts, const std::vector<Entity>& entities, const Document& document, const Surroundings& around) {
    JourneyFollower(drafts, entities, document).follow(around);
}

void follow_story(ClaimDrafts& drafts, const std::vector<Entity>& entities, const Document& document, const std::vector<std::optional<TimeWindow>>& windows) {
    JourneyFollower(drafts, entities, document).follow(story_order(drafts, entities, windows), windows);
}

}  // namespace flightxref::detail
