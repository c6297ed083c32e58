// SPDX-License-Identifier: BSL-1.0
#include "claim/journey.hpp"
#include "claim/journey_state.hpp"

#include <algorithm>
#include <unordered_map>

namespace flightxref::detail {
namespace {

using Windows = std::vector<std::optional<TimeWindow>>;

bool goes_whole(const ClaimDraft& d) { return d.event == ClaimEvent::fly || d.event == ClaimEvent::travel; }
bool reaches_end(const ClaimDraft& d) { return d.event == ClaimEvent::arrive || d.event == ClaimEvent::return_ || goes_whole(d); }
bool is_passing(const ClaimDraft& d) { return d.event == ClaimEvent::overfly || d.event == ClaimEvent::first_seen || d.event == ClaimEvent::last_seen || d.event == ClaimEvent::circle; }
bool one_in_other(const PlaceUse& a, const PlaceUse& b) { return lies_in(a.place, b.place) || lies_in(b.place, a.place); }

/// Gives what is told of a leg at one point of the story to what was told of it before.
class LegLinker {
  public:
    LegLinker(ClaimDrafts& drafts, const std::vector<Entity>& entities, const std::vector<std::uint32_t>& order, const Windows& windows) : m_drafts(drafts), m_entities(entities), m_order(order), m_windows(windows) {}

    void link() {
        struct Ahead {
            std::uint32_t draft = no_entity;
            std::size_t position = 0;
        };
        std::unordered_map<std::uint64_t, Ahead> told, planned;  // of each mover what comes next in the story, passages and stops aside
        const auto next_of = [&](const ClaimDraft& d, const std::unordered_map<std::uint64_t, Ahead>& ahead) {
            Ahead next;
            for_each_mover(d, [&](std::uint64_t mover) {
                const auto found = ahead.find(mover);
                if (found != ahead.end() && (next.draft == no_entity || found->second.position < next.position)) next = found->second;
            });
            return next.draft;
        };
        for (std::size_t n = m_order.size(); n-- > 0;) {
            const std::uint32_t i = m_order[n];
            ClaimDraft& d = m_drafts[i];
            if (!(is_told(d) || is_ahead(d)) || is_background(d)) continue;
            const std::uint32_t next = is_told(d) ? next_of(d, told) : no_entity, plan = next_of(d, planned);
            if (next == no_entity && is_told(d) && i + 1 < m_drafts.size() && moves_unnamed(d, m_drafts[i + 1])) {
                complete(i, i + 1);
                ClaimDraft& landing = m_drafts[i + 1];
                if (d.origin && landing.destination && d.destination && one_in_other(*d.destination, *landing.destination)) take_end(landing.origin, &*d.origin, "leg_told_before");
            }
            if (next != no_entity) complete(i, next);
            if (plan != no_entity) complete(i, plan);
            if (!is_passing(d) && d.event != ClaimEvent::stop) for_each_mover(d, [&](std::uint64_t mover) { (is_told(d) ? told : planned)[mover] = {i, n}; });
        }
    }

  private:
    /// Those whom the draft moves; whose jet it is when it does not say who is aboard.
    template <class Use>
    void for_each_mover(const ClaimDraft& d, Use&& use) const {
        constexpr std::uint64_t person = std::uint64_t{1} << 32;
        for (const std::uint32_t c : d.carriers)
            if (c != no_entity) use(std::uint64_t{c});
        if (d.carriers.size() == 1 && d.persons.empty() && d.carriers.front() < m_entities.size() && m_entities[d.carriers.front()].owner != no_entity) use(m_entities[d.carriers.front()].owner | person);
        for (const std::uint32_t p : d.persons)
            if (p != no_entity) use(p | person);
        if (const std::uint32_t key = journey_of(d); is_nameless(key)) use(std::uint64_t{key});
    }

    static bool names_mover(const ClaimDraft& d) {
        return !d.persons.empty() || d.unnamed || std::any_of(d.carriers.begin(), d.carriers.end(), [](std::uint32_t c) { return c != no_entity; });
    }

    /// "Wheels up in Nashville at 9:05. The plane turned up in Van Nuys", "The yacht sailed on Saturday. She should be in Sochi by Friday": who it is the
    /// one does not say, and it is who the other speaks of.
    static bool moves_unnamed(const ClaimDraft& d, const ClaimDraft& next) {
        if (d.event != ClaimEvent::depart || next.event != ClaimEvent::arrive || next.dropped || next.pluperfect) return false;
        if (!names_mover(d)) return next.sentence <= d.sentence + 2 && is_told(next);
        return !names_mover(next) && next.sentence <= d.sentence + 1 && (d.mode == next.mode || next.mode == TravelMode::unknown);
    }

    bool near(std::uint32_t i, std::uint32_t next) const {
        if (m_windows[i] && m_windows[next]) return m_windows[next]->begin() - m_windows[i]->end() < hours(40);
        const std::uint32_t a = m_drafts[i].sentence, b = m_drafts[next].sentence;
        return (a > b ? a - b : b - a) <= 3;
    }

    void complete(std::uint32_t i, std::uint32_t k) {
        ClaimDraft &d = m_drafts[i], &next = m_drafts[k];
        const bool soon = next.sentence <= d.sentence + 1 && d.sentence <= next.sentence;
        const bool alike = next.modality == d.modality || (is_told(d) && is_told(next)) || (soon && is_told(d) && is_ahead(next) && next.event == ClaimEvent::arrive);
        if (!alike || !near(i, k) || (d.carriers.size() > 1 && d.carriers != next.carriers)) return;
        if (d.event == ClaimEvent::depart && next.event == ClaimEvent::depart) departure_before(d, next);
        else if (d.event == ClaimEvent::depart && next.event == ClaimEvent::turn_back) {
            // "turned back on the way to London. It had left Mombasa at noon"
            if (d.origin && next.destination && !one_in_other(*d.origin, *next.destination)) take_end(d.destination, &*next.destination, "leg_told_next");
        } else if (d.event == ClaimEvent::arrive && (next.event == ClaimEvent::on_ground || next.event == ClaimEvent::visit) && next.sentence <= d.sentence + 1 && next.destination && !next.destination->inferred)
            take_end(d.destination, &*next.destination, "stay_told_next");
        else if (reaches_end(d) && next.event == ClaimEvent::depart) left_from_end(d, next);
        else if (d.event == ClaimEvent::depart || d.event == ClaimEvent::overfly || d.event == ClaimEvent::first_seen) leg_before(d, next);
        else if (reaches_end(d) && reaches_end(next)) leg_retold(d, next);
    }

    /// "left Riga ... landed in Lisbon", "crossed Poland on its way": the goal of a leg is told with its end, and its start may be.
    void leg_before(ClaimDraft& d, const ClaimDraft& next) const {
        const bool ends = next.event == ClaimEvent::arrive || next.event == ClaimEvent::return_ || (goes_whole(next) && (d.event != ClaimEvent::depart || goes_on(d, next) || next.sentence < d.sentence));
        if (!ends || !next.destination) return;
        if (d.destination && !one_in_other(*d.destination, *next.destination)) return;
        if (d.origin && one_in_other(*d.origin, *next.destination)) return;
        if (next.origin && !next.origin->inferred && d.origin && !one_in_other(*d.origin, *next.origin)) return;
        if (!d.heading) take_end(d.destination, &*next.destination, "arrival_told_next");
        const bool passing = d.event == ClaimEvent::overfly && next.sentence <= d.sentence + 1;
        if (next.origin && (!next.origin->inferred || passing)) take_end(d.origin, &*next.origin, "leg_told_next");
        if (d.mode == TravelMode::unknown) {
            d.mode = next.mode;
            d.mode_rule = "leg_of_arrival";
        }
    }

    /// "left Taipei in the evening ... took off from Songshan at 18:01 for Osan": one leg told twice. "left Rome in the morning ... left Cairo at noon": two.
    void departure_before(ClaimDraft& d, const ClaimDraft& next) const {
        if (d.destination || d.heading || !d.origin || !next.origin) return;
        if (!one_in_other(*d.origin, *next.origin)) {
            if (!next.origin->inferred && is_told(next)) take_end(d.destination, &*next.origin, "where_the_next_leg_began");
        } else if (next.destination && !one_in_other(*d.origin, *next.destination)) {
            take_end(d.destination, &*next.destination, "leg_told_next");
        }
    }

    /// "left Taipei ... had arrived on Tuesday from Kuala Lumpur": to where the next leg began.
    static void left_from_end(ClaimDraft& d, const ClaimDraft& next) {
        if (d.event != ClaimEvent::arrive || d.destination || !d.pluperfect || !next.origin || next.origin->inferred) return;
        if (d.origin && one_in_other(*d.origin, *next.origin)) return;
        take_end(d.destination, &*next.origin, "where_the_told_leg_began");
    }

    /// "took off again at two. It flew on to Bosaso": the leg of the departure told just before, when it has no time of its own.
    static bool goes_on(const ClaimDraft& d, const ClaimDraft& next) {
        return next.event == ClaimEvent::fly && !next.time && next.sentence <= d.sentence + 1 && !next.pluperfect && next.mode == TravelMode::air && (!next.origin || next.origin->inferred);
    }

    /// "reached Oslo on Monday ... had come from Riga", "landed at noon": two tellings of one end.
    void leg_retold(ClaimDraft& d, ClaimDraft& next) const {
        // "came down at Machulishchi in the morning. The first took off at five and landed at 7:40": where it had been told to be
        if (d.event == ClaimEvent::arrive && !d.destination && next.destination && next.trigger.begin < d.trigger.begin && d.sentence <= next.sentence + 3) take_end(d.destination, &*next.destination, "leg_told_elsewhere");
        const bool same_end = d.destination && next.destination && one_in_other(*d.destination, *next.destination);
        if (same_end && next.origin && !next.origin->inferred && !one_in_other(*next.origin, *d.destination) && (!d.origin || d.origin->inferred)) {
            d.origin.reset();
            take_end(d.origin, &*next.origin, "leg_told_elsewhere");
        }
    }

    ClaimDrafts& m_drafts;
    const std::vector<Entity>& m_entities;
    const std::vector<std::uint32_t>& m_order;
    const Windows& m_windows;
};

/// By what means who "is back" or "spent a day there" came, where the leg that led there tells: of the same traveller anywhere in the text, of
/// whoever it is right behind the summary a text opens with.
void link_modes(ClaimDrafts& drafts, JourneyStates& states) {
    std::unordered_map<std::uint32_t, std::vector<const ClaimDraft*>> legs;  // of each traveller those whose means are known; the first few
    const auto add = [&](std::uint32_t who, const ClaimDraft& leg) {
        auto& list = legs[who];
        if (list.size() < 16) list.push_back(&leg);
    };
    for (const ClaimDraft& d : drafts) {
        if (d.dropped || d.mode == TravelMode::unknown || !(is_told(d) || is_ahead(d))) continue;
        for (const std::uint32_t p : d.persons) add(p, d);
        if (d.persons.empty() && !d.carriers.empty())
            for (const std::uint32_t p : states.aboard(d.carriers.front())) add(p, d);
    }
    const auto led_there = [](const ClaimDraft& d, const ClaimDraft& leg) {
        const auto& end = d.event == ClaimEvent::depart ? d.origin : d.destination;
        const auto& other = d.event == ClaimEvent::depart ? leg.origin : leg.destination;
        if (!end || !other) return false;
        if (d.event == ClaimEvent::depart ? leg.event != ClaimEvent::depart && leg.event != ClaimEvent::fly : !ends_on_ground(leg.event)) return false;
        return same_spot(end->place, other->place) || ((end->place.kind == PlaceKind::country || end->place.kind == PlaceKind::region) && end->place.country == other->place.country);
    };
    for (std::uint32_t i = 0; i < drafts.size(); ++i) {
        ClaimDraft& d = drafts[i];
        const bool stays = d.event == ClaimEvent::visit || d.event == ClaimEvent::arrive || d.event == ClaimEvent::return_ || d.event == ClaimEvent::depart || d.event == ClaimEvent::on_ground;
        // "He may yet make a halt at Lumbini": on the way that is told around it
        if (d.event == ClaimEvent::stop && d.mode == TravelMode::unknown)
            for (const std::uint32_t p : d.persons)
                for (const ClaimDraft* leg : legs[p])
                    if (leg->mode == TravelMode::air && leg->sentence + 1 >= d.sentence && d.sentence + 1 >= leg->sentence) d.mode = leg->mode, d.mode_rule = "means_of_linked_leg";
        if (d.dropped || d.mode != TravelMode::unknown || !(is_told(d) || (is_ahead(d) && d.event == ClaimEvent::visit)) || !stays) continue;
        for (const std::uint32_t p : d.persons)
            for (const ClaimDraft* leg : legs[p])
                if ((is_ahead(d) ? is_ahead(*leg) : is_told(*leg)) && (d.mode == TravelMode::unknown || leg->mode == TravelMode::air) && led_there(d, *leg)) {
                    d.mode = leg->mode;
                    d.mode_rule = "means_of_linked_leg";
                }
        // "sat in the cabin": who waits where nothing is told of a car or a train waits for take-off
        if (d.event == ClaimEvent::on_ground && d.mode == TravelMode::unknown && std::all_of(d.persons.begin(), d.persons.end(), [&](std::uint32_t p) { return legs[p].empty(); })) d.mode = TravelMode::air, d.mode_rule = "on_the_ground";
        if (d.mode != TravelMode::unknown || i != 0 || !is_told(d)) continue;
        for (std::uint32_t k = 1; k < drafts.size() && k < 4 && d.mode == TravelMode::unknown; ++k)
            if (drafts[k].mode != TravelMode::unknown && is_told(drafts[k]) && led_there(d, drafts[k])) {
                d.mode = drafts[k].mode;
                d.mode_rule = "leg_told_behind_summary";
            }
    }
}

}  // namespace

void link_told_later(ClaimDrafts& drafts, const std::vector<Entity>& entities, const std::vector<std::uint32_t>& order, const Windows& windows, JourneyStates& states) {
    LegLinker(drafts, entities, order, windows).link();
    for (ClaimDraft& d : drafts)  // "took off from Haneda to search and returned": from nowhere in particular
        if (d.event == ClaimEvent::return_ && d.origin && d.destination && d.origin->inferred && one_in_other(*d.origin, *d.destination)) d.origin.reset();
    link_modes(drafts, states);
}

void attach_craft_told_later(ClaimDrafts& drafts, const std::vector<CraftWord>& words) {
    for (ClaimDraft& d : drafts) {
        const bool leg = d.event == ClaimEvent::depart || d.event == ClaimEvent::arrive || d.event == ClaimEvent::fly || d.event == ClaimEvent::return_;
        if (d.dropped || !leg || d.persons.empty() || !d.carriers.empty() || d.pluperfect || !(is_told(d) || is_ahead(d)) || is_background(d)) continue;
        if (d.row != nullptr && d.row->verb == "be") continue;  // "is in Bangkok" says nothing of the way
        if (d.mode != TravelMode::air && d.mode != TravelMode::unknown) continue;
        // The next craft spoken of, when the text takes for granted which one it is and spoke of none just before.
        const auto next = std::upper_bound(words.begin(), words.end(), d.quote.end, [](std::uint32_t at, const CraftWord& w) { return at < w.begin; });
        if (next == words.end() || !next->presupposed || next->sentence > d.sentence + 2) continue;
        if (next != words.begin() && next[-1].sentence + 3 >= d.sentence) continue;
        d.carriers = {next->entity};
        d.carrier_words.assign(1, Carrier{});
        d.mode = TravelMode::air;
        d.mode_rule = "craft_told_later";
    }
}

}  // namespace flightxref::detail
