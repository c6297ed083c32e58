// SPDX-License-Identifier: BSL-1.0
#include "claim/journey.hpp"

#include <flightxref/aircraft/operators.hpp>
#include <flightxref/airport/gazetteer.hpp>

#include <algorithm>
#include <unordered_map>

namespace flightxref::detail {
namespace {

/// Where someone or something is in its journey.
struct Track {
    std::optional<PlaceUse> at;          ///< on the ground there
    std::optional<PlaceUse> from;        ///< where the leg under way began
    std::optional<PlaceUse> trip_start;  ///< first place it left
    std::optional<PlaceUse> heading;
    std::optional<PlaceUse> leg_from;    ///< where the leg that ended at `at` began
    bool moving = false;
    bool diverted = false;               ///< on a new course, or down where that led
    bool reversed = false;               ///< turned back and not down yet
    TravelMode mode = TravelMode::unknown;
    std::uint32_t carrier = no_entity;   ///< of a traveller: what he was last aboard
    std::vector<std::uint32_t> aboard;   ///< of a carrier
    std::uint32_t leg = 0;
    std::uint32_t last = no_entity;      ///< index of the draft told last
    std::uint32_t stop_sentence = no_entity;  ///< the sentence of the stop it stands at
    std::optional<PlaceUse> before_stop;
};

bool is_told(const ClaimDraft& d) { return d.modality == Modality::asserted || d.modality == Modality::reported; }
bool is_ahead(const ClaimDraft& d) { return d.modality == Modality::planned || d.modality == Modality::expected; }

bool same_spot(const PlaceUse& a, const PlaceUse& b) {
    if (!a.place.icao.empty() && !b.place.icao.empty()) return a.place.icao == b.place.icao;
    if (!a.place.city.empty() && !b.place.city.empty()) return a.place.city == b.place.city;
    return a.place.name == b.place.name;
}

/// Told of another time than the story: "in January 2019", "in recent months".
bool is_background(const ClaimDraft& d) {
    if (!d.time) return false;
    const TimeExpression& t = d.time->expression;
    return t.day.kind == DayKind::none && !t.clock &&
           (t.period.kind == PeriodKind::month || t.period.kind == PeriodKind::season || t.period.kind == PeriodKind::year || t.period.kind == PeriodKind::week) &&
           t.period.relation != PeriodRelation::whole;
}

bool ends_on_ground(ClaimEvent e) {
    return e == ClaimEvent::arrive || e == ClaimEvent::divert || e == ClaimEvent::return_ || e == ClaimEvent::stop || e == ClaimEvent::on_ground ||
           e == ClaimEvent::visit || e == ClaimEvent::fly || e == ClaimEvent::travel;
}

struct Follower {
    ClaimDrafts& drafts;
    const std::vector<Entity>& entities;
    const Document& document;
    std::unordered_map<std::uint32_t, Track> told, planned;
    std::optional<PlaceUse> last_place;
    const ClaimDraft* last_mover = nullptr;  ///< the draft told last of whom it is known who moves

    const Entity* entity(std::uint32_t e) const { return e < entities.size() ? &entities[e] : nullptr; }

    Track& track(std::uint32_t e, bool ahead) {
        if (!ahead) return told[e];
        const auto found = planned.find(e);
        // What has been told since the plan is where the plan goes on from.
        const std::uint32_t now = told[e].last;
        if (found != planned.end() && (now == no_entity || (found->second.last != no_entity && found->second.last > now))) return found->second;
        return planned[e] = told[e];
    }

    /// Country whose "home" it is: of the operator, the person, or where the trip began.
    std::string home_country(const ClaimDraft& d) const {
        for (const std::uint32_t c : d.carriers) {
            const Entity* e = entity(c);
            if (e == nullptr) continue;
            if (const Operator* op = find_operator(e->carrier.operator_name); op != nullptr && !op->country.empty()) return std::string(op->country);
            const auto country = Gazetteer::built_in().country_of(e->carrier.operator_name);
            if (!country.empty()) return std::string(country);
            if (e->owner != no_entity)
                if (const Entity* owner = entity(e->owner); owner != nullptr && !owner->person.country.empty()) return owner->person.country;
        }
        for (const std::uint32_t p : d.persons) {
            const Entity* e = entity(p);
            if (e != nullptr && !e->person.country.empty()) return e->person.country;
        }
        return {};
    }

    /// "there", "home", "its base", "the capital": what the journey makes of them.
    void resolve_word(PlaceUse& use, const ClaimDraft& d, const Track* t, bool is_origin) const {
        const auto take = [&](const PlaceUse& from, std::string_view rule) {
            const std::string text = use.place.text;
            use.place = from.place;
            use.place.text = text;
            use.rule = rule;
        };
        switch (use.word) {
            case PlaceWord::home: {
                std::string country = home_country(d);
                if (country.empty() && t != nullptr && t->trip_start) country = t->trip_start->place.country;
                if (country.empty()) return;
                const GazetteerEntry* entry = Gazetteer::built_in().country(country);
                if (entry == nullptr) return;
                use.place = entry->to_place(use.place.text);
                use.rule = "home_country";
                return;
            }
            case PlaceWord::base:
                if (use.place.name.empty() && t != nullptr && t->trip_start) take(*t->trip_start, "base_is_trip_start");
                return;
            case PlaceWord::there:
            case PlaceWord::here:
                if (t != nullptr && !is_origin && t->moving && t->heading) take(*t->heading, "there_is_goal");
                else if (t != nullptr && t->at) take(*t->at, "there_is_last_place");
                else if (last_place) take(*last_place, "there_is_last_place");
                return;
            case PlaceWord::airport:
            case PlaceWord::city:
            case PlaceWord::building:
                if (use.place.name.empty() && use.place.country.empty()) {
                    if (t != nullptr && t->at) take(*t->at, "place_of_the_journey");
                    else if (last_place) take(*last_place, "place_spoken_of");
                }
                return;
            default: break;
        }
        // "the Austrian apron": the field it stands on.
        if (t != nullptr && t->at && !is_origin && use.place.kind == PlaceKind::country && use.place.country == t->at->place.country &&
            (use.place.text.ends_with("apron") || use.place.text.ends_with("runway") || use.place.text.ends_with("tarmac")))
            take(*t->at, "place_of_the_journey");
        if (t != nullptr && t->heading && t->moving && use.place.kind == PlaceKind::country && use.place.country == t->heading->place.country &&
            (use.place.text.ends_with("apron") || use.place.text.ends_with("runway") || use.place.text.ends_with("tarmac")))
            take(*t->heading, "place_of_the_journey");
    }

    void follow() {
        for (std::uint32_t i = 0; i < drafts.size(); ++i)
            if (!drafts[i].dropped) step(i);
        for (std::uint32_t i = 0; i < drafts.size(); ++i)
            if (!drafts[i].dropped) link_forward(i);
        link_crossings();
    }

    void step(std::uint32_t i) {
        ClaimDraft& d = drafts[i];
        // "both jets", "the two planes": each of them.
        std::vector<std::uint32_t> each;
        std::vector<Carrier> words;
        for (std::size_t k = 0; k < d.carriers.size(); ++k) {
            const Entity* e = entity(d.carriers[k]);
            if (e != nullptr && !e->members.empty()) {
                for (const std::uint32_t m : e->members) {
                    each.push_back(m);
                    words.push_back({});
                    words.back().mode = d.carrier_words[k].mode;
                }
            } else {
                each.push_back(d.carriers[k]);
                words.push_back(d.carrier_words[k]);
            }
        }
        d.carriers = std::move(each);
        d.carrier_words = std::move(words);
        const bool ahead = is_ahead(d);
        const bool background = is_background(d);
        attach_carrier(d, ahead, background);
        const std::uint32_t key = journey_of(d);
        Track* t = key == no_entity ? nullptr : &track(key, ahead);
        if (d.origin) resolve_word(*d.origin, d, t, true);
        if (d.destination) resolve_word(*d.destination, d, t, false);
        for (PlaceUse& v : d.via) resolve_word(v, d, t, false);
        // Cars and trains take over where the story stands, whoever exactly rides in them.
        const bool surface = d.mode == TravelMode::road || d.mode == TravelMode::rail || d.mode == TravelMode::sea;
        if (t != nullptr && surface && t->last == no_entity && !t->at && last_mover != nullptr && last_mover->paragraph == d.paragraph && is_told(d) && !d.pluperfect) {
            const std::uint32_t before = journey_of(*last_mover);
            if (before != no_entity) t->at = told[before].at;
        }
        if (t != nullptr && !background) fill_ends(d, *t, i);
        // "flew in on July 26", "may follow": to the place the text speaks of.
        const bool to_here = d.row != nullptr && (d.row->needs_a(Need::flyin) || d.row->sense == Sense::follow || d.row->sense == Sense::join || d.row->needs_a(Need::attend));
        const bool person_arrives = (d.event == ClaimEvent::arrive || d.event == ClaimEvent::visit) && !d.persons.empty() && !d.carrier_moves && d.modality != Modality::cancelled;
        // "will not visit next week": the place under discussion, whenever that would be.
        const bool untold_visit = d.event == ClaimEvent::visit && d.row != nullptr && d.row->object == ObjectRole::object && !is_told(d) && d.modality != Modality::cancelled;
        if (!d.destination && ((!background && (to_here || person_arrives)) || untold_visit)) {
            if (last_place) d.destination = last_place;
            else if (document.dateline) d.destination = PlaceUse{*document.dateline, PlaceWord::name, d.trigger, {}};
            if (d.destination) d.destination->rule = "place_spoken_of";
        }
        infer_mode(d, t, background);
        if (!d.carriers.empty() || !d.persons.empty()) last_mover = &d;
        if (t != nullptr) {
            if (d.event == ClaimEvent::depart && is_told(d) && !d.pluperfect) ++t->leg;
            d.leg = t->leg;
        }
        if (d.destination && !d.destination->place.name.empty()) last_place = d.destination;
        else if (d.origin && !d.origin->place.name.empty()) last_place = d.origin;
        if (t == nullptr || background) return;
        if (is_told(d) || ahead) {
            update(*t, d, i);
            if (!d.carriers.empty()) {
                for (std::size_t k = 1; k < d.carriers.size(); ++k) update(track(d.carriers[k], ahead), d, i);
                t = &track(key, ahead);
                if (!d.persons.empty()) t->aboard = d.persons;
                const Track copy = *t;
                for (const std::uint32_t p : d.persons.empty() ? copy.aboard : d.persons) {
                    Track& person = track(p, ahead);
                    const auto trip_start = person.trip_start ? person.trip_start : copy.trip_start;
                    person = copy;
                    person.trip_start = trip_start;
                    person.aboard.clear();
                    person.carrier = d.carriers.front();
                }
            } else {
                for (std::size_t k = 1; k < d.persons.size(); ++k) update(track(d.persons[k], ahead), d, i);
                for (const std::uint32_t p : d.persons)
                    if (d.mode != TravelMode::air && d.mode != TravelMode::unknown) track(p, ahead).carrier = no_entity;
            }
        }
    }

    /// A traveller under way by air is on the craft he was last told to be aboard.
    void attach_carrier(ClaimDraft& d, bool ahead, bool background) {
        using Anaphor = ClaimDraft::Anaphor;
        if (d.carriers.empty() && d.persons.empty() && d.anaphor != Anaphor::none && last_mover != nullptr) {
            const ClaimDraft& before = *last_mover;
            const bool air = d.mode == TravelMode::air || d.mode == TravelMode::unknown;
            if (d.anaphor == Anaphor::people || d.anaphor == Anaphor::speakers) d.persons = before.persons;
            if (air && !before.carriers.empty() && (d.anaphor == Anaphor::craft || d.anaphor == Anaphor::speakers) && d.event != ClaimEvent::visit) {
                d.carriers = {before.carriers.front()};
                d.carrier_words = {Carrier{}};
                d.carrier_words.front().mode = before.carrier_words.front().mode;
                d.carrier_moves = true;
                if (d.mode == TravelMode::unknown) {
                    d.mode = before.mode;
                    d.mode_rule = "carrier_spoken_of";
                }
                note(d, "aircraft", "carrier_spoken_of");
            }
        }
        // The crew moves as its craft does.
        if (d.carriers.empty() && d.persons.size() == 1 && last_mover != nullptr && !last_mover->carriers.empty() && last_mover->carrier_words.front().mode == CarrierMode::air) {
            const Entity* e = entity(d.persons.front());
            if (e != nullptr && !e->person.named && (e->person.name.ends_with("crew") || e->person.name.ends_with("pilot") || e->person.name.ends_with("captain"))) {
                d.carriers = {last_mover->carriers.front()};
                d.carrier_words = {Carrier{}};
                if (d.mode == TravelMode::unknown) {
                    d.mode = TravelMode::air;
                    d.mode_rule = "crew_of_craft";
                }
            }
        }
        if (!d.carriers.empty() || d.persons.empty() || background) return;
        if (d.mode != TravelMode::unknown && d.mode != TravelMode::air) return;
        if (d.event == ClaimEvent::visit || d.event == ClaimEvent::travel || d.event == ClaimEvent::return_ || d.event == ClaimEvent::fly) return;
        if (d.modality == Modality::denied || d.modality == Modality::possible || d.modality == Modality::cancelled) return;
        const Track& t = track(d.persons.front(), ahead);
        if (t.carrier == no_entity) return;
        const bool under_way = t.moving && d.event != ClaimEvent::depart;
        const bool air_verb = d.row != nullptr && d.row->mode == TravelMode::air && d.modality != Modality::planned;
        if (!under_way && !air_verb) return;
        d.carriers.push_back(t.carrier);
        d.carrier_words.push_back({});
        if (const Entity* e = entity(t.carrier)) d.carrier_words.back().mode = e->carrier.mode;
        note(d, "aircraft", "aboard_since_departure");
    }

    static void note(ClaimDraft& d, std::string_view field, std::string_view rule) {
        FieldReason reason;
        reason.field = std::string(field);
        reason.rule = std::string(rule);
        reason.span.begin = d.trigger.begin;
        reason.span.end = d.trigger.end;
        d.notes.push_back(std::move(reason));
    }

    void fill_ends(ClaimDraft& d, Track& t, std::uint32_t i) {
        // Down elsewhere than where it came from after a reversal, or "instead": an unplanned landing.
        if (t.reversed && is_told(d) && d.destination && (d.event == ClaimEvent::arrive || d.sense == Sense::way)) {
            const bool start = t.from && same_spot(*t.from, *d.destination);
            if (!start && !d.destination->place.name.empty()) {
                d.event = ClaimEvent::divert;
                d.event_rule = "landing_after_reversal";
            }
        }
        // What had happened before belongs to the leg that is over.
        if (d.pluperfect && !t.moving && t.leg_from && t.at && (d.event == ClaimEvent::overfly || d.event == ClaimEvent::stop || d.event == ClaimEvent::last_seen || d.event == ClaimEvent::first_seen)) {
            if (!d.origin) d.origin = t.leg_from;
            if (!d.destination && d.event != ClaimEvent::stop) d.destination = t.at;
            return;
        }
        const bool open = is_told(d) || is_ahead(d) || (d.modality == Modality::negated && t.moving) || ((d.modality == Modality::cancelled || d.modality == Modality::negated) && d.event == ClaimEvent::depart);
        if (!open) return;
        if (d.pluperfect && t.last != no_entity && d.event == ClaimEvent::depart) {
            // "It had left Havana": the leg of the arrival told before.
            ClaimDraft& before = drafts[t.last];
            if ((before.event == ClaimEvent::arrive || before.event == ClaimEvent::return_) && d.origin) {
                if (!before.origin) before.origin = d.origin;
                if (!d.destination) d.destination = before.destination;
                return;
            }
        }
        const auto origin_from = [&](const std::optional<PlaceUse>& place, std::string_view rule) {
            if (d.origin || !place) return;
            if (d.destination && d.destination->place.name == place->place.name && d.event != ClaimEvent::turn_back) return;
            d.origin = place;
            d.origin->rule = rule;
        };
        switch (d.event) {
            case ClaimEvent::depart:
                if (!t.moving || t.diverted) origin_from(t.at, "where_it_was_last");
                break;
            case ClaimEvent::arrive:
            case ClaimEvent::divert:
            case ClaimEvent::return_:
            case ClaimEvent::stop:
            case ClaimEvent::turn_back:
            case ClaimEvent::overfly:
            case ClaimEvent::last_seen:
            case ClaimEvent::first_seen:
            case ClaimEvent::circle:
            case ClaimEvent::fly:
            case ClaimEvent::travel: {
                const bool same_chain = t.stop_sentence == d.sentence && (d.event == ClaimEvent::stop || d.event == ClaimEvent::arrive || d.event == ClaimEvent::return_);
                if (t.moving) origin_from(t.from, "leg_under_way");
                else if (same_chain && t.before_stop) origin_from(t.before_stop, "stops_of_one_leg");
                else if (d.event != ClaimEvent::overfly && d.event != ClaimEvent::first_seen) origin_from(t.at, "where_it_was_last");
                if (t.moving && t.heading && !d.destination && (d.event == ClaimEvent::overfly || d.event == ClaimEvent::last_seen || d.event == ClaimEvent::first_seen)) {
                    d.destination = t.heading;
                    d.destination->rule = "leg_under_way";
                }
                if (t.moving && t.heading && !d.destination && (d.event == ClaimEvent::arrive || d.event == ClaimEvent::fly)) {
                    d.destination = t.heading;
                    d.destination->rule = "leg_under_way";
                }
                break;
            }
            case ClaimEvent::on_ground:
            case ClaimEvent::visit:
                if (!d.destination && t.at) {
                    d.destination = t.at;
                    d.destination->rule = "where_it_was_last";
                }
                break;
        }
        (void)i;
    }

    /// The means of a traveller whose clause does not say: an airport as an end, or the leg this belongs to.
    void infer_mode(ClaimDraft& d, const Track* t, bool background) {
        if (d.mode != TravelMode::unknown) return;
        const auto set = [&](TravelMode mode, std::string_view rule) {
            d.mode = mode;
            d.mode_rule = rule;
        };
        const bool ends = d.event == ClaimEvent::depart || d.event == ClaimEvent::arrive || d.event == ClaimEvent::return_ || d.event == ClaimEvent::stop;
        const auto is_airport = [](const std::optional<PlaceUse>& p) { return p && p->place.kind == PlaceKind::airport && p->word == PlaceWord::name; };
        if (ends && ((d.event == ClaimEvent::depart && is_airport(d.origin)) || (d.event != ClaimEvent::depart && is_airport(d.destination)))) return set(TravelMode::air, "airport_as_end");
        if (t == nullptr || t->mode == TravelMode::unknown || background || !(is_told(d) || is_ahead(d))) return;
        if (d.event == ClaimEvent::arrive && t->moving) return set(t->mode, "leg_under_way");
        if (d.event == ClaimEvent::visit && t->at && d.destination && is_told(d) && (t->at->place.city == d.destination->place.city || t->at->place.country == d.destination->place.country))
            return set(t->mode, "means_of_linked_leg");
        if (d.event == ClaimEvent::on_ground) return set(t->mode, "means_of_linked_leg");
    }

    void update(Track& t, const ClaimDraft& d, std::uint32_t i) {
        if (d.pluperfect && t.last != no_entity && drafts[t.last].sentence + 3 > d.sentence && !drafts[t.last].pluperfect) return;  // told of what came before
        t.last = i;
        if (d.event != ClaimEvent::divert) t.diverted = false;
        if (d.mode != TravelMode::unknown) t.mode = d.mode;
        if (d.event == ClaimEvent::depart) {
            t.from = d.origin ? d.origin : t.at;
            if (!t.trip_start && t.from) t.trip_start = t.from;
            t.at.reset();
            t.heading = d.destination;
            t.moving = true;
        } else if (d.event == ClaimEvent::divert) {
            // a new course is not yet a landing, and where it is one the journey goes on from there
            if (d.origin) t.from = d.origin;
            t.heading = d.destination;
            t.at = d.destination;
            t.moving = true;
            t.reversed = false;
            t.diverted = true;
        } else if (ends_on_ground(d.event)) {
            if (d.event == ClaimEvent::stop) {
                if (t.stop_sentence != d.sentence) t.before_stop = d.origin;
                t.stop_sentence = d.sentence;
            }
            if (!t.trip_start && d.origin) t.trip_start = d.origin;
            if (d.destination) t.at = d.destination;
            else if (d.event != ClaimEvent::on_ground && d.event != ClaimEvent::visit) t.at.reset();
            if (d.event == ClaimEvent::arrive || d.event == ClaimEvent::divert || d.event == ClaimEvent::return_ || d.event == ClaimEvent::fly || d.event == ClaimEvent::travel) t.leg_from = d.origin;
            t.from = d.origin;
            t.moving = false;
            t.reversed = d.event == ClaimEvent::divert && d.sense == Sense::way ? false : d.event == ClaimEvent::circle && t.reversed;
            t.heading.reset();
        } else {
            if (d.origin) t.from = d.origin;
            if (d.event != ClaimEvent::circle || t.moving) t.moving = t.from.has_value();
            if (d.event == ClaimEvent::turn_back) {
                t.heading.reset();
                t.reversed = true;
            }
        }
    }

    /// Countries crossed on a leg whose goal was told only later.
    void link_crossings() {
        std::unordered_map<std::uint32_t, const ClaimDraft*> before;  // of each journey the last draft that is no crossing
        for (ClaimDraft& d : drafts) {
            if (d.dropped) continue;
            const ClaimDraft*& last = before[journey_of(d)];
            if (d.event != ClaimEvent::overfly) last = &d;
            else if (!d.destination && is_told(d) && last != nullptr && last->event == ClaimEvent::depart) d.destination = last->destination;
        }
    }

    /// A departure without a goal learns it from the arrival told next.
    void link_forward(std::uint32_t i) {
        ClaimDraft& d = drafts[i];
        if (d.event != ClaimEvent::depart || d.destination || !(is_told(d) || is_ahead(d)) || d.heading) return;
        const std::uint32_t key = journey_of(d);
        if (key == no_entity) return;
        for (std::uint32_t j = i + 1; j < drafts.size(); ++j) {
            const ClaimDraft& next = drafts[j];
            if (next.sentence > d.sentence + 3) return;
            if (next.dropped || journey_of(next) != key) continue;
            if (next.modality != d.modality && !(is_told(d) && is_told(next))) continue;
            if (next.event == ClaimEvent::overfly) continue;
            if ((next.event == ClaimEvent::arrive || next.event == ClaimEvent::return_) && next.destination) {
                d.destination = next.destination;
                d.destination->rule = "arrival_told_next";
                if (d.mode == TravelMode::unknown) {
                    d.mode = next.mode;
                    d.mode_rule = "leg_of_arrival";
                }
            }
            return;
        }
    }
};

/// What one craft or one traveller was told to do, by time.
class Calendar {
  public:
    struct Item {
        Instant begin;
        std::uint32_t draft = 0;
    };

    void add(std::uint32_t draft, Instant begin) { m_list.push_back({begin, draft}); }

    /// By time; of one moment, the one told first stands last.
    void sort() {
        std::sort(m_list.begin(), m_list.end(), [](const Item& a, const Item& b) { return a.begin != b.begin ? a.begin < b.begin : a.draft > b.draft; });
    }

    /// The last item that begins at `limit` or before; null when there is none.
    const Item* last_until(Instant limit) const {
        const auto after = std::upper_bound(m_list.begin(), m_list.end(), limit, [](Instant t, const Item& item) { return t < item.begin; });
        return after == m_list.begin() ? nullptr : &after[-1];
    }

    /// Whether something begins between the two, neither of them included.
    bool holds_between(Instant from, Instant to) const {
        const auto after = std::upper_bound(m_list.begin(), m_list.end(), from, [](Instant t, const Item& item) { return t < item.begin; });
        return after != m_list.end() && after->begin < to;
    }

  private:
    std::vector<Item> m_list;
};

/// Craft and travellers as keys of one table.
template <class Use>
void for_each_mover(const ClaimDraft& d, Use&& use) {
    constexpr std::uint64_t person = std::uint64_t{1} << 32;
    for (const std::uint32_t c : d.carriers)
        if (c != no_entity) use(std::uint64_t{c});
    for (const std::uint32_t p : d.persons) use(p | person);
}

}  // namespace

void link_legs_by_time(ClaimDrafts& drafts, const std::vector<std::optional<TimeWindow>>& windows) {
    // Departures and arrivals of one mover belong together when nothing of it lies between them on the calendar.
    std::unordered_map<std::uint64_t, Calendar> departures, landings;
    for (std::uint32_t i = 0; i < drafts.size(); ++i) {
        const ClaimDraft& d = drafts[i];
        if (d.dropped || !windows[i] || !is_told(d)) continue;
        const bool lands = ends_on_ground(d.event) && d.event != ClaimEvent::visit;
        if (d.event == ClaimEvent::depart || lands) for_each_mover(d, [&](std::uint64_t mover) { (lands ? landings : departures)[mover].add(i, windows[i]->begin()); });
    }
    for (auto* calendars : {&departures, &landings})
        for (auto& [mover, calendar] : *calendars) calendar.sort();
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        ClaimDraft& arrival = drafts[i];
        const bool ends = arrival.event == ClaimEvent::arrive || arrival.event == ClaimEvent::divert;
        if (arrival.dropped || !ends || !is_told(arrival) || !windows[i] || arrival.heading) continue;
        const Calendar::Item* best = nullptr;
        for_each_mover(arrival, [&](std::uint64_t mover) {
            const auto found = departures.find(mover);
            const Calendar::Item* last = found == departures.end() ? nullptr : found->second.last_until(windows[i]->end());
            if (last != nullptr && (best == nullptr || last->begin > best->begin || (last->begin == best->begin && last->draft < best->draft))) best = last;
        });
        if (best == nullptr || windows[i]->end() - best->begin > hours(40)) continue;
        ClaimDraft& departure = drafts[best->draft];
        bool between = false;
        for_each_mover(arrival, [&](std::uint64_t mover) {
            const auto found = landings.find(mover);
            between = between || (found != landings.end() && found->second.holds_between(best->begin, windows[i]->begin()));
        });
        if (between) continue;
        if (departure.origin && arrival.destination && same_spot(*departure.origin, *arrival.destination)) continue;
        if (!arrival.origin && departure.origin) {
            arrival.origin = departure.origin;
            arrival.origin->rule = "departure_before_on_calendar";
        }
        if (!departure.destination && arrival.destination && !departure.heading) {
            departure.destination = arrival.destination;
            departure.destination->rule = "arrival_after_on_calendar";
        }
    }
}

void valid_callsigns(ClaimDrafts& drafts, const std::vector<CallsignWord>& words) {
    std::unordered_map<std::uint32_t, std::vector<ClaimDraft*>> drafts_of;  // those that tell of a craft
    if (!words.empty())
        for (ClaimDraft& d : drafts)
            for (const std::uint32_t carrier : d.carriers)
                if (auto& list = drafts_of[carrier]; !d.dropped && (list.empty() || list.back() != &d)) list.push_back(&d);
    for (std::size_t n = 0; n < words.size(); ++n) {
        const CallsignWord& w = words[n];
        if (w.entity == no_entity) continue;
        const std::vector<ClaimDraft*>& its = drafts_of[w.entity];
        // The draft it is told with: of its own sentence, else the one before, else the next.
        const ClaimDraft* with = nullptr;
        for (const ClaimDraft* d : its)
            if (d->sentence == w.sentence || with == nullptr || (with->sentence != w.sentence && d->sentence < w.sentence)) with = d;
        if (with == nullptr) continue;
        bool change = false;  // another call sign of this leg was told before
        for (std::size_t k = n; k-- > 0 && w.begin - words[k].begin < 400;)
            change = change || (words[k].entity == w.entity && words[k].callsign != w.callsign && words[k].begin < w.begin);
        const std::uint32_t leg = with->leg;
        for (ClaimDraft* of : its) {
            ClaimDraft& d = *of;
            if (!d.callsign) d.callsign = std::string();
            if (d.leg != leg || d.event == ClaimEvent::on_ground || d.event == ClaimEvent::visit) continue;
            if (d.pluperfect && d.sentence != w.sentence) continue;
            if (change && d.trigger.begin < w.begin && d.callsign && !d.callsign->empty()) continue;
            d.callsign = w.callsign;
        }
    }
}

std::uint32_t journey_of(const ClaimDraft& d) {
    if (!d.carriers.empty() && d.carriers.front() != no_entity) return d.carriers.front();
    return d.persons.empty() ? no_entity : d.persons.front();
}

void follow_journeys(ClaimDrafts& drafts, const std::vector<Entity>& entities, const Document& document) {
    Follower{drafts, entities, document, {}, {}, {}, nullptr}.follow();
}

}  // namespace flightxref::detail
