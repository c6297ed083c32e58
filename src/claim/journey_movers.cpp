// SPDX-License-Identifier: BSL-1.0
#include "claim/journey_follower.hpp"

#include <algorithm>

namespace flightxref::detail {

JourneyState& JourneyFollower::told_last_of(const ClaimDraft& d, std::uint32_t key, bool ahead) {
    JourneyState* best = &m_states.of(key, ahead);
    for (const auto* movers : {&d.carriers, &d.persons})
        for (const std::uint32_t e : *movers) {
            if (e == no_entity || e == key) continue;
            JourneyState& other = m_states.of(e, ahead);
            if (other.last != no_entity && other.known() && (best->last == no_entity || other.turn > best->turn)) best = &other;
        }
    return *best;
}

void JourneyFollower::expand_groups(ClaimDraft& d) const {
    std::vector<std::uint32_t> each;
    std::vector<Carrier> words;
    for (std::size_t k = 0; k < d.carriers.size(); ++k) {
        const Entity* e = entity(d.carriers[k]);
        if (e != nullptr && !e->members.empty()) {
            for (const std::uint32_t m : e->members) {
                each.push_back(m);
                words.emplace_back().mode = d.carrier_words[k].mode;
            }
        } else {
            each.push_back(d.carriers[k]);
            words.push_back(std::move(d.carrier_words[k]));
        }
    }
    d.carriers = std::move(each);
    d.carrier_words = std::move(words);
}

void JourneyFollower::carry_passenger(ClaimDraft& d, bool background) {
    if (background || d.carriers.size() != 1 || !d.persons.empty() || !d.carrier_moves || d.event == ClaimEvent::depart || d.event == ClaimEvent::on_ground || !is_told(d) || d.pluperfect) return;
    const ClaimDraft* before = m_last_mover;
    if (before == nullptr || before->event != ClaimEvent::depart || !before->carriers.empty() || before->persons.empty() || !is_told(*before) || before->sentence + 2 < d.sentence || d.mode != TravelMode::air) return;
    if (before->mode != TravelMode::air && before->mode != TravelMode::unknown) return;
    const JourneyState& who = m_states.told(before->persons.front());
    const JourneyState* craft = m_states.find(d.carriers.front());
    if (!who.moving || (craft != nullptr && craft->last != no_entity && craft->turn > who.turn)) return;
    d.persons = before->persons;
    note(d, "travellers", "craft_of_traveller_under_way");
}

void JourneyFollower::leave_on_landing(ClaimDraft& d, bool background) {
    const ClaimDraft* before = m_last_mover;
    if (background || d.event != ClaimEvent::arrive || !d.carriers.empty() || d.persons.empty() || !is_told(d) || d.pluperfect || (d.mode != TravelMode::unknown && d.mode != TravelMode::air) || (d.row != nullptr && d.row->verb == "be")) return;
    if (before == nullptr || before->carriers.size() != 1 || before->carriers.front() == no_entity || !before->persons.empty() || before->mode != TravelMode::air || !is_told(*before) || before->sentence + 1 < d.sentence) return;
    const JourneyState* craft = m_states.find(before->carriers.front());
    const JourneyState* who = m_states.find(d.persons.front());
    const Entity* people = entity(d.persons.front());
    if (people == nullptr || !people->person.group || !d.destination || craft == nullptr || !craft->moving || (who != nullptr && who->last != no_entity)) return;
    d.carriers = before->carriers;
    d.carrier_words.assign(1, Carrier{});
    d.mode = TravelMode::air;
    d.mode_rule = "craft_under_way";
    note(d, "aircraft", "craft_under_way");
}

void JourneyFollower::board(const ClaimDraft& d, JourneyState& t, bool ahead) {
    if (t.known() || t.last != no_entity || looks_back(d)) return;
    const auto bring = [&](const JourneyState& who) {
        t.at = who.at;
        t.from = who.from;
        t.heading = who.heading;
        t.moving = who.moving;
        t.trip_start = who.trip_start;
    };
    if (!d.carriers.empty())
        for (const std::uint32_t p : d.persons)
            if (const JourneyState& who = m_states.of(p, ahead); who.known()) return bring(who);
    // "The presidential jet took off at noon. He was home that evening"
    if (d.carriers.empty() && d.persons.size() == 1 && is_told(d) && (d.event == ClaimEvent::arrive || d.event == ClaimEvent::return_))
        if (const auto own = m_craft_of.find(d.persons.front()); own != m_craft_of.end() && own->second.sentence + 1 >= d.sentence)
            if (const JourneyState* craft = m_states.find(own->second.carrier); craft != nullptr && craft->moving) return bring(*craft);
    const bool surface = d.mode == TravelMode::road || d.mode == TravelMode::rail || d.mode == TravelMode::sea;
    if (!surface || !is_told(d) || m_last_mover == nullptr || m_last_mover->paragraph != d.paragraph) return;
    const std::uint32_t before = journey_of(*m_last_mover);
    if (before != no_entity) t.at = m_states.told(before).at;
}

std::uint32_t JourneyFollower::craft_spoken_of(const ClaimDraft& d) const {
    constexpr std::uint32_t near = 2;
    const auto end = std::lower_bound(m_words.begin(), m_words.end(), d.trigger.begin, [](const CraftWord& w, std::uint32_t at) { return w.begin < at; });
    std::uint32_t only = no_entity;
    for (auto w = end; w != m_words.begin() && w[-1].sentence + near >= d.sentence; --w) {
        if (m_last_mover != nullptr && w[-1].begin <= m_last_mover->trigger.begin) break;
        const Entity* craft = entity(w[-1].entity);
        if (craft == nullptr || craft->count > 1 || !craft->members.empty() || (only != no_entity && only != w[-1].entity)) return no_entity;
        only = w[-1].entity;
    }
    return only;
}

void JourneyFollower::attach_carrier(ClaimDraft& d, bool ahead, bool background) {
    using Anaphor = ClaimDraft::Anaphor;
    const bool of_craft = d.carriers.empty() && d.persons.empty() && d.anaphor == Anaphor::craft && !d.unnamed && d.event != ClaimEvent::visit && (d.mode == TravelMode::air || d.mode == TravelMode::unknown);
    if (const std::uint32_t craft = of_craft ? craft_spoken_of(d) : no_entity; craft != no_entity) {
        d.carriers = {craft};
        d.carrier_words.assign(1, Carrier{});
        d.carrier_moves = true;
        if (d.mode == TravelMode::unknown) {
            d.mode = TravelMode::air;
            d.mode_rule = "carrier_spoken_of";
        }
        note(d, "aircraft", "carrier_spoken_of");
    } else if (d.carriers.empty() && d.persons.empty() && d.anaphor != Anaphor::none && m_last_mover != nullptr && d.unnamed && !means_all(d, m_document.text)) {
        // "a second reached Naypyidaw in the evening": one of the kind, and not the one told of before
        if (d.mode == TravelMode::unknown && !m_last_mover->carriers.empty()) d.mode = m_last_mover->mode, d.mode_rule = "carrier_of_the_kind";
    } else if (d.carriers.empty() && d.persons.empty() && d.anaphor != Anaphor::none && m_last_mover != nullptr) {
        const ClaimDraft& before = *m_last_mover;
        const bool air = d.mode == TravelMode::air || d.mode == TravelMode::unknown;
        if (d.anaphor == Anaphor::people || d.anaphor == Anaphor::speakers) d.persons = before.persons;
        if (air && !before.carriers.empty() && (d.anaphor == Anaphor::craft || d.anaphor == Anaphor::speakers) && d.event != ClaimEvent::visit) {
            d.carriers.assign(before.carriers.begin(), means_all(d, m_document.text) ? before.carriers.end() : before.carriers.begin() + 1);
            d.carrier_words.assign(d.carriers.size(), Carrier{});
            for (Carrier& words : d.carrier_words) words.mode = before.carrier_words.front().mode;
            d.carrier_moves = true;
            if (d.mode == TravelMode::unknown) {
                d.mode = before.mode;
                d.mode_rule = "carrier_spoken_of";
            }
            note(d, "aircraft", "carrier_spoken_of");
        }
    }
    // The crew moves as its craft does.
    if (d.carriers.empty() && d.persons.size() == 1) {
        const Entity* e = entity(d.persons.front());
        const bool crew = e != nullptr && !e->person.named && (e->person.name.ends_with("crew") || e->person.name.ends_with("pilot") || e->person.name.ends_with("pilots") || e->person.name.ends_with("captain"));
        std::uint32_t craft = crew ? craft_spoken_of(d) : no_entity;
        if (crew && craft == no_entity && m_last_mover != nullptr && !m_last_mover->carriers.empty() && m_last_mover->carrier_words.front().mode == CarrierMode::air) craft = m_last_mover->carriers.front();
        if (craft != no_entity) {
            d.carriers = {craft};
            d.carrier_words = {Carrier{}};
            if (d.mode == TravelMode::unknown) {
                d.mode = TravelMode::air;
                d.mode_rule = "crew_of_craft";
            }
        }
    }
    if (!background) note_own_craft(d);
    if (!d.carriers.empty() || d.persons.empty() || background) return;
    if (rides_own_craft(d)) return;
    if (d.mode != TravelMode::unknown && d.mode != TravelMode::air) return;
    if (d.event == ClaimEvent::visit || d.event == ClaimEvent::travel || d.event == ClaimEvent::return_ || d.event == ClaimEvent::fly) return;
    if (d.modality == Modality::denied || d.modality == Modality::possible || d.modality == Modality::cancelled) return;
    const JourneyState& t = m_states.of(d.persons.front(), ahead);
    if (t.carrier == no_entity) return;
    const bool under_way = t.moving && d.event != ClaimEvent::depart;
    const bool air_verb = d.row != nullptr && d.row->mode == TravelMode::air && d.modality != Modality::planned;
    if (!under_way && !air_verb && !told_next_of(d, t.carrier) && !leaves_as_he_came(d, t)) return;
    d.carriers.push_back(t.carrier);
    d.carrier_words.emplace_back();
    if (const Entity* e = entity(t.carrier)) d.carrier_words.back().mode = e->carrier.mode;
    if (d.mode == TravelMode::unknown && d.carrier_words.back().mode == CarrierMode::air) {
        d.mode = TravelMode::air;
        d.mode_rule = "aboard_since_departure";
    }
    note(d, "aircraft", "aboard_since_departure");
}

bool JourneyFollower::leaves_as_he_came(const ClaimDraft& d, const JourneyState& t) const {
    if (d.event != ClaimEvent::depart || !is_told(d) || d.pluperfect || t.moving || t.last == no_entity || t.mode != TravelMode::air) return false;
    const ClaimDraft& came = m_drafts[t.last];
    constexpr std::uint32_t soon = 2;
    const bool lands = came.event == ClaimEvent::arrive || came.event == ClaimEvent::divert || came.event == ClaimEvent::stop;
    if (!lands || !is_told(came) || came.carriers.size() != 1 || came.carriers.front() != t.carrier || came.sentence + soon < d.sentence) return false;
    return !d.origin || t.at == nullptr || lies_in(d.origin->place, t.at->place) || lies_in(t.at->place, d.origin->place);
}

void JourneyFollower::note_own_craft(const ClaimDraft& d) {
    if (d.carriers.size() != 1 || !is_told(d)) return;
    const Entity* craft = entity(d.carriers.front());
    if (craft != nullptr && craft->owner != no_entity && craft->carrier.mode == CarrierMode::air) m_craft_of[craft->owner] = {d.carriers.front(), d.sentence};
}

bool JourneyFollower::rides_own_craft(ClaimDraft& d) const {
    const bool leg = d.event == ClaimEvent::depart || d.event == ClaimEvent::arrive || d.event == ClaimEvent::fly;
    if (!leg || !is_told(d) || d.pluperfect || (d.mode != TravelMode::unknown && d.mode != TravelMode::air) || (d.row != nullptr && d.row->verb == "be")) return false;
    const auto own = m_craft_of.find(d.persons.front());
    if (own == m_craft_of.end() || own->second.sentence + 3 < d.sentence) return false;
    const JourneyState* craft = m_states.find(own->second.carrier);
    if (craft == nullptr || !craft->known()) return false;
    const PlaceUse *began = craft->moving ? craft->from : craft->leg_from, *led = craft->moving ? craft->heading : craft->at;
    const auto agree = [](const std::optional<PlaceUse>& end, const PlaceUse* known) { return !end || known == nullptr || lies_in(end->place, known->place) || lies_in(known->place, end->place); };
    if (!agree(d.origin, began) || !agree(d.destination, led) || (!d.origin && !d.destination)) return false;
    d.carriers = {own->second.carrier};
    d.carrier_words.assign(1, Carrier{});
    d.mode = TravelMode::air;
    d.mode_rule = "craft_of_owner";
    note(d, "aircraft", "craft_of_owner");
    return true;
}

bool JourneyFollower::told_next_of(const ClaimDraft& d, std::uint32_t carrier) const {
    for (std::uint32_t i = m_text_index + 1; i < m_drafts.size() && i < m_text_index + 3; ++i) {
        const ClaimDraft& next = m_drafts[i];
        if (next.dropped) continue;
        return next.sentence == d.sentence && next.carriers.size() == 1 && next.carriers.front() == carrier && next.carrier_moves;
    }
    return false;
}

void JourneyFollower::infer_mode(ClaimDraft& d, const JourneyState* t, bool background) const {
    if (d.mode != TravelMode::unknown) return;
    const auto set = [&](TravelMode mode, std::string_view rule) {
        d.mode = mode;
        d.mode_rule = rule;
    };
    const bool ends = d.event == ClaimEvent::depart || d.event == ClaimEvent::arrive || d.event == ClaimEvent::return_ || d.event == ClaimEvent::stop;
    const auto is_airport = [](const std::optional<PlaceUse>& p) {
        if (!p) return false;
        const std::string_view text = p->place.text;
        return (p->place.kind == PlaceKind::airport && p->word == PlaceWord::name) || text.ends_with("airport") || text.ends_with("airfield") || text.ends_with("airstrip") || text.ends_with("air base");
    };
    if (ends && ((d.event == ClaimEvent::depart && is_airport(d.origin)) || (d.event != ClaimEvent::depart && is_airport(d.destination)))) return set(TravelMode::air, "airport_as_end");
    if (t == nullptr || t->mode == TravelMode::unknown || background || !(is_told(d) || is_ahead(d))) return;
    if (d.event == ClaimEvent::arrive && (t->moving || (d.same_subject && d.row != nullptr && d.row->sense == Sense::cross))) return set(t->mode, "leg_under_way");
    if (d.event == ClaimEvent::visit && t->at != nullptr && d.destination && is_told(d) && (t->at->place.city == d.destination->place.city || t->at->place.country == d.destination->place.country))
        return set(t->mode, "means_of_linked_leg");
    if (d.event == ClaimEvent::on_ground) return set(t->mode, "means_of_linked_leg");
}

}  // namespace flightxref::detail
