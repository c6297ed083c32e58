// SPDX-License-Identifier: BSL-1.0
#include "claim/journey.hpp"
#include "claim/journey_clause.hpp"
#include "claim/journey_state.hpp"

#include <algorithm>
#include <span>
#include <span>

namespace flightxref::detail {
namespace {

/// Who moves in a draft, and on what, as far as the words before it tell.
class Follower {
  public:
    Follower(ClaimDrafts& drafts, const std::vector<Entity>& entities, const Document& document) : m_drafts(drafts), m_entities(entities), m_document(document) {}

    void follow(const Surroundings& around) {
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

    /// Who moves, on what and where "there" is are known from the text order; where each leg began and led is asked anew.
    void follow(const std::vector<std::uint32_t>& order, const std::vector<std::optional<TimeWindow>>& windows) {
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

  private:
    const Entity* entity(std::uint32_t e) const { return e < m_entities.size() ? &m_entities[e] : nullptr; }

    void step(std::uint32_t i) {
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
        if (d.destination && d.mode == TravelMode::air && is_sea(d.destination->place)) d.destination.reset();  // "headed for the North Sea" is a course
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

    void note_place_spoken_of(const ClaimDraft& d) {
        if (is_rejected(d) && d.event == ClaimEvent::stop) return;
        const PlaceUse* place = nullptr;
        if (d.destination && !d.destination->place.name.empty() && d.destination->word != PlaceWord::home) place = m_states.keep(*d.destination);
        else if (d.origin && !d.origin->place.name.empty()) place = m_states.keep(*d.origin);
        if (place == nullptr) return;
        m_story = place;
        // where another comes from is not where the next one lands, nor where somebody is yet to go
        if (is_told(d) && (d.destination || d.event == ClaimEvent::depart)) m_told_place = place;
    }

    static bool is_sea(const Place& place) {
        if (place.kind != PlaceKind::region || !place.country.empty()) return false;
        for (const std::string_view water : {"Sea", "Ocean", "Gulf", "Channel", "Strait", "Bay", "Atlantic", "Pacific", "Mediterranean", "Baltic"})
            if (place.name.find(water) != std::string::npos) return true;
        return false;
    }

    /// Of all who move in the draft the journey told last: of the man who left on foot, not of the car that waits.
    JourneyState& told_last_of(const ClaimDraft& d, std::uint32_t key, bool ahead) {
        JourneyState* best = &m_states.of(key, ahead);
        for (const auto* movers : {&d.carriers, &d.persons})
            for (const std::uint32_t e : *movers) {
                if (e == no_entity || e == key) continue;
                JourneyState& other = m_states.of(e, ahead);
                if (other.last != no_entity && other.known() && (best->last == no_entity || other.turn > best->turn)) best = &other;
            }
        return *best;
    }

    /// "both jets", "the two planes": each of them.
    void expand_groups(ClaimDraft& d) const {
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

    /// "The president left Brasilia on Friday. The jet landed in Orlando": the craft spoken of next is the one he is on.
    void carry_passenger(ClaimDraft& d, bool background) {
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

    /// "It crossed Thailand in the dark. The passengers stepped out in Vientiane": whoever gets off next was on the craft under way.
    void leave_on_landing(ClaimDraft& d, bool background) {
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

    /// Who boards a craft nothing was told of yet brings along where he is; cars and trains take over where the story stands, whoever exactly rides in them.
    void board(const ClaimDraft& d, JourneyState& t, bool ahead) {
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

    /// "Airbus A321, EP-IGF, from Tehran to Biarritz. ARR BIQ 14:13": the craft spoken of since anything last moved, where it is one alone.
    std::uint32_t craft_spoken_of(const ClaimDraft& d) const {
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

    /// A traveller under way by air is on the craft he was last told to be aboard.
    void attach_carrier(ClaimDraft& d, bool ahead, bool background) {
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

    /// "He came in on a 767, HZ-HM8. He was off again by noon": no other craft is told of, and it stands where he does.
    bool leaves_as_he_came(const ClaimDraft& d, const JourneyState& t) const {
        if (d.event != ClaimEvent::depart || !is_told(d) || d.pluperfect || t.moving || t.last == no_entity || t.mode != TravelMode::air) return false;
        const ClaimDraft& came = m_drafts[t.last];
        constexpr std::uint32_t soon = 2;
        const bool lands = came.event == ClaimEvent::arrive || came.event == ClaimEvent::divert || came.event == ClaimEvent::stop;
        if (!lands || !is_told(came) || came.carriers.size() != 1 || came.carriers.front() != t.carrier || came.sentence + soon < d.sentence) return false;
        return !d.origin || t.at == nullptr || lies_in(d.origin->place, t.at->place) || lies_in(t.at->place, d.origin->place);
    }

    void note_own_craft(const ClaimDraft& d) {
        if (d.carriers.size() != 1 || !is_told(d)) return;
        const Entity* craft = entity(d.carriers.front());
        if (craft != nullptr && craft->owner != no_entity && craft->carrier.mode == CarrierMode::air) m_craft_of[craft->owner] = {d.carriers.front(), d.sentence};
    }

    /// "The emir's 747 has landed in Amman ... the emir left Doha at 2:12": whose plane goes there, as he does.
    bool rides_own_craft(ClaimDraft& d) const {
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

    /// "He left for Tbilisi, but the plane was turned away": the craft he came on is what the text goes on with.
    bool told_next_of(const ClaimDraft& d, std::uint32_t carrier) const {
        for (std::uint32_t i = m_text_index + 1; i < m_drafts.size() && i < m_text_index + 3; ++i) {
            const ClaimDraft& next = m_drafts[i];
            if (next.dropped) continue;
            return next.sentence == d.sentence && next.carriers.size() == 1 && next.carriers.front() == carrier && next.carrier_moves;
        }
        return false;
    }

    static void note(ClaimDraft& d, std::string_view field, std::string_view rule) {
        FieldReason reason{field, rule, {}};
        reason.span.begin = d.trigger.begin;
        reason.span.end = d.trigger.end;
        d.notes.push_back(reason);
    }

    /// The ends a draft leaves open, from where its journey stands.
    void fill_ends(ClaimDraft& d, const JourneyState& t) {
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
                const bool lands = d.event == ClaimEvent::arrive || d.event == ClaimEvent::return_;
                if (d.event == ClaimEvent::return_ && t.reversed) break;  // back to where it began
                if (t.diverted && t.at != nullptr && (d.event == ClaimEvent::return_ || is_whole_leg(d))) origin_from(t.at, "where_it_was_last");
                else if (t.moving) origin_from(t.from, "leg_under_way");
                else if ((same_chain || (t.stop_sentence != no_entity && t.last != no_entity && d.trigger.begin < m_drafts[t.last].trigger.begin)) && t.before_stop != nullptr) origin_from(t.before_stop, "stops_of_one_leg");
                else if (t.leg_from != nullptr && t.at != nullptr && d.destination && ((lands && lies_in(d.destination->place, t.at->place)) || (m_in_story_order && is_whole_leg(d) && d.mode == t.mode && (lies_in(d.destination->place, t.at->place) || lies_in(t.at->place, d.destination->place))))) origin_from(t.leg_from, "landing_of_leg_told");
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

    static bool is_rejected(const ClaimDraft& d) { return d.modality == Modality::denied || d.modality == Modality::negated; }

    /// "denied that the jet had stopped in Baku", "at no time entered Polish airspace": said of the leg told, the one under way or the last.
    static void fill_rejected(ClaimDraft& d, const JourneyState& t) {
        const bool on_its_way = d.event == ClaimEvent::overfly || d.event == ClaimEvent::stop || d.event == ClaimEvent::turn_back || d.event == ClaimEvent::divert || d.event == ClaimEvent::circle;
        if ((!on_its_way && d.event != ClaimEvent::arrive) || d.carriers.size() > 1) return;
        const PlaceUse* began = t.moving ? t.from : t.leg_from;
        if (began == nullptr || (d.destination && lies_in(began->place, d.destination->place))) return;
        if (d.event == ClaimEvent::arrive && !(d.destination && (t.moving || t.at == nullptr || !same_spot(t.at->place, d.destination->place)))) return;
        take_end(d.origin, began, t.moving ? "leg_under_way" : "leg_that_ended");
        if (d.event == ClaimEvent::overfly) take_end(d.destination, t.moving ? t.heading : t.at, t.moving ? "leg_under_way" : "leg_that_ended");
    }

    /// "stood in Bari. It then crossed Greece and landed in Cairo": on a leg of its own.
    bool lands_next(const ClaimDraft& d, const JourneyState& t) const {
        if (m_text_index + 1 >= m_drafts.size() || t.at == nullptr) return false;
        const ClaimDraft& next = m_drafts[m_text_index + 1];
        return next.sentence == d.sentence && next.same_subject && (next.event == ClaimEvent::arrive || next.event == ClaimEvent::return_) && next.destination && !next.destination->inferred && !same_spot(next.destination->place, t.at->place);
    }

    /// "took off for home ... are due in Maiquetia ... the first lands": the nearer word for where the leg leads.
    const PlaceUse* goal_of(const ClaimDraft& d, const JourneyState& t) const {
        const JourneyState* plan = is_told(d) ? m_states.find_plan(journey_of(d)) : nullptr;
        const bool nearer = plan != nullptr && plan->at != nullptr && t.heading != nullptr && !same_spot(plan->at->place, t.heading->place) && lies_in(plan->at->place, t.heading->place);
        return nearer ? plan->at : t.heading;
    }

    static bool is_whole_leg(const ClaimDraft& d) { return d.event == ClaimEvent::fly || d.event == ClaimEvent::travel; }

    /// Does another leg begin where the one under way was bound for, though no landing there is told?
    bool goes_on_from_goal(const ClaimDraft& d, const JourneyState& t) const {
        if (!t.moving || t.heading == nullptr || t.reversed || t.diverted || d.origin || looks_back(d) || d.nominal) return false;
        // "took off for Quito and landed back at the base": it never got there
        if (d.event == ClaimEvent::return_) return (t.from == nullptr || !same_spot(t.from->place, t.heading->place)) && !(is_told(d) && t.last != no_entity && m_drafts[t.last].sentence == d.sentence);
        if (d.event != ClaimEvent::fly && d.event != ClaimEvent::travel && d.event != ClaimEvent::depart) return false;
        return d.time && d.destination && d.destination->word == PlaceWord::name && !lies_in(d.destination->place, t.heading->place) && !lies_in(t.heading->place, d.destination->place);
    }

    /// "had gone to Nice by road on Saturday and drove back on Monday": from where the same sentence has just taken them.
    void fill_from_chain(ClaimDraft& d) const {
        const bool sets_out = d.event == ClaimEvent::return_ || d.event == ClaimEvent::depart || is_whole_leg(d);
        if (d.origin || !sets_out || !d.same_subject || m_text_index == 0) return;
        const ClaimDraft& before = m_drafts[m_text_index - 1];
        const bool led_there = before.event == ClaimEvent::arrive || before.event == ClaimEvent::divert || before.event == ClaimEvent::visit || (is_whole_leg(before) && !before.under_way);
        if (before.dropped || before.sentence != d.sentence || before.modality != d.modality || !led_there || !before.destination || journey_of(before) != journey_of(d)) return;
        if (d.destination && (lies_in(d.destination->place, before.destination->place) || lies_in(before.destination->place, d.destination->place))) return;
        stand(d.origin, &*before.destination, "where_the_sentence_led");
    }

    /// Of whom nothing was told sets out from where the story stands: "Two cars took him to a residence", "They are to come back tonight".
    void fill_from_scene(ClaimDraft& d, const JourneyState* t, bool background) const {
        if (d.origin || background || d.pluperfect || m_scene == nullptr || m_scene_sentence + 4 < d.sentence || (t != nullptr && t->known())) return;
        const bool negated_departure = d.event == ClaimEvent::depart && d.modality == Modality::negated;
        if (!is_told(d) && !is_ahead(d) && !negated_departure) return;
        const bool sets_out = d.event == ClaimEvent::depart || d.event == ClaimEvent::return_ || d.event == ClaimEvent::travel;
        if (!sets_out || (d.event == ClaimEvent::depart && leaves_somewhere(d, m_document.text)) || (d.event == ClaimEvent::return_ && !d.destination) || (d.destination && same_spot(d.destination->place, m_scene->place) && !(d.mode == TravelMode::road && d.destination->word != PlaceWord::name))) return;
        stand(d.origin, m_scene, "where_the_story_stands");
    }

    /// "The jet, which had been moved to Waterkloof, took off at noon": from where the text has just spoken of it.
    void fill_from_craft_place(ClaimDraft& d, const JourneyState* t, bool background) const {
        constexpr std::uint32_t reach = 4;  // sentences
        if (d.origin || background || d.carriers.size() != 1 || (t != nullptr && t->known()) || d.modality == Modality::denied || d.modality == Modality::possible) return;
        const bool sets_out = d.event == ClaimEvent::depart;
        const bool under_way = d.event == ClaimEvent::turn_back || d.event == ClaimEvent::divert || d.event == ClaimEvent::overfly || d.event == ClaimEvent::last_seen || d.event == ClaimEvent::first_seen || d.event == ClaimEvent::circle;
        if (!sets_out && !under_way && d.event != ClaimEvent::arrive) return;
        for (auto spoken = m_places.rbegin(); spoken != m_places.rend(); ++spoken) {
            if (spoken->entity != d.carriers.front() || spoken->sentence > d.sentence) continue;
            if (spoken->sentence + reach < d.sentence) return;
            const std::optional<PlaceUse>& place = sets_out ? spoken->at : spoken->from;
            if (!place || (d.destination && (lies_in(place->place, d.destination->place) || lies_in(d.destination->place, place->place)))) continue;
            stand(d.origin, &*place, "where_it_was_spoken_of");
            return;
        }
    }

    /// A log of one place says nowhere else where its craft land and whence they leave: "Bahrain's king came in on a 767", "The other took off at 10.24".
    void fill_from_venue(ClaimDraft& d, const JourneyState* t, bool background) const {
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

    /// Fills an end by what the words around it speak of: that stands in whatever order the story is followed.
    static void stand(std::optional<PlaceUse>& end, const PlaceUse* place, std::string_view rule) {
        const bool open = !end;
        take_end(end, place, rule);
        if (open && end) end->inferred = false;
    }

    /// Who returns and does not say where goes to where the trip began.
    void fill_return(ClaimDraft& d, const JourneyState& t) {
        if (d.event != ClaimEvent::return_ || d.destination || !(is_told(d) || is_ahead(d))) return;
        const PlaceUse* start = t.trip_start != nullptr ? t.trip_start : t.from;
        const PlaceUse* here = t.moving ? nullptr : t.at;
        if (start != nullptr && (here == nullptr || !same_spot(start->place, here->place))) take_end(d.destination, start, "return_to_trip_start");
    }

    /// "flew in on July 26", "may follow": to the place the text speaks of.
    void fill_from_story(ClaimDraft& d, bool background) {
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

    /// The means of a traveller whose clause does not say: an airport as an end, or the leg this belongs to.
    void infer_mode(ClaimDraft& d, const JourneyState* t, bool background) const {
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

    void settle_all(const ClaimDraft& d, std::uint32_t i, std::uint32_t key, JourneyState& t, bool ahead) {
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

    /// Told before what happened after it: not where drafts come in the order of the story.
    bool looks_back(const ClaimDraft& d) const { return d.pluperfect && !m_in_story_order; }

    /// The journeys of all who move go on from what the draft tells.
    void settle(const ClaimDraft& d, std::uint32_t i, std::uint32_t key, const JourneyState& before, bool ahead) {
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

    /// Whoever goes on by other means, or sets out from where a car took him, is no longer aboard.
    void leave_craft(JourneyState& t, TravelMode mode) const {
        const Entity* craft = entity(t.carrier);
        if (mode != TravelMode::unknown || (craft != nullptr && craft->carrier.mode != CarrierMode::air)) t.carrier = no_entity;
    }

    /// "by car to the border": on the way to somewhere behind it.
    static bool names_border(const PlaceUse& use) { return use.word == PlaceWord::coast && (use.place.text.ends_with("border") || use.place.text.ends_with("frontier")); }

    void update(JourneyState& t, const ClaimDraft& d, std::uint32_t i) {
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

    ClaimDrafts& m_drafts;
    const std::vector<Entity>& m_entities;
    const Document& m_document;
    JourneyStates m_states;
    std::span<const CraftWord> m_words;        ///< every craft as the text speaks of it
    std::span<const CraftPlace> m_places;
    const PlaceUse* m_dateline = nullptr;      ///< where the text was written
    const PlaceUse* m_venue = nullptr;         ///< the place the text is set in
    const PlaceUse* m_story = nullptr;         ///< the place the text speaks of
    const PlaceUse* m_told_place = nullptr;    ///< the place told of last, plans and starts of arrivals aside
    const PlaceUse* m_scene = nullptr;         ///< where those told of last stand
    std::uint32_t m_scene_sentence = 0;
    struct OwnCraft {
        std::uint32_t carrier = no_entity, sentence = 0;
    };
    std::unordered_map<std::uint32_t, OwnCraft> m_craft_of;  ///< of persons: told of last
    std::uint32_t m_text_index = 0;
    std::uint32_t m_turn = 0;                  ///< number of the draft in the order followed
    bool m_in_story_order = false;
    const ClaimDraft* m_last_mover = nullptr;  ///< the draft told last of whom it is known who moves
};

}  // namespace

std::uint32_t journey_of(const ClaimDraft& d) {
    if (!d.carriers.empty() && d.carriers.front() != no_entity) return d.carriers.front();
    if (!d.persons.empty()) return d.persons.front();
    if (!d.carriers.empty() || d.unnamed) return no_entity;
    return d.anaphor == ClaimDraft::Anaphor::people ? nameless_people : no_entity;
}

void follow_journeys(ClaimDrafts& drafts, const std::vector<Entity>& entities, const Document& document, const Surroundings& around) {
    Follower(drafts, entities, document).follow(around);
}

void follow_story(ClaimDrafts& drafts, const std::vector<Entity>& entities, const Document& document, const std::vector<std::optional<TimeWindow>>& windows) {
    Follower(drafts, entities, document).follow(story_order(drafts, entities, windows), windows);
}

}  // namespace flightxref::detail
