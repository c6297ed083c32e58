// SPDX-License-Identifier: BSL-1.0
#include "claim/journey.hpp"
#include "claim/journey_state.hpp"

namespace flightxref::detail {
namespace {

template <class Use>
void visit_movers(const ClaimDraft& d, Use&& use) {
    for (const auto* movers : {&d.carriers, &d.persons})
        for (const std::uint32_t mover : *movers)
            if (mover != no_entity) use(mover);
}

/// Countries crossed on a leg whose goal was told only later.
void link_crossings(ClaimDrafts& drafts) {
    std::unordered_map<std::uint32_t, const ClaimDraft*> before;  // of each journey the last draft that is no crossing
    for (ClaimDraft& d : drafts) {
        if (d.dropped) continue;
        const ClaimDraft*& last = before[journey_of(d)];
        if (d.event != ClaimEvent::overfly) last = &d;
        else if (is_told(d) && last != nullptr && last->event == ClaimEvent::depart) take_end(d.destination, last->destination ? &*last->destination : nullptr, "leg_under_way");
    }
}

/// "took off again at two. It flew on to Bosaso": the leg of the departure told just before, when it has no time of its own.
bool goes_on(const ClaimDraft& d, const ClaimDraft& next) {
    return next.event == ClaimEvent::fly && !next.time && next.sentence <= d.sentence + 1 && !next.pluperfect && next.mode == TravelMode::air && (!next.origin || next.origin->rule == "leg_under_way");
}

/// A departure without a goal learns it from the arrival told next, when that is told soon.
void link_forward(ClaimDrafts& drafts) {
    std::unordered_map<std::uint32_t, ClaimDraft*> next_of;  // of each journey, the draft told next that is no crossing
    for (std::uint32_t i = static_cast<std::uint32_t>(drafts.size()); i-- > 0;) {
        ClaimDraft& d = drafts[i];
        if (d.dropped || !(is_told(d) || is_ahead(d))) continue;
        ClaimDraft* next = nullptr;
        visit_movers(d, [&](std::uint32_t mover) {
            const auto found = next_of.find(mover);
            if (found != next_of.end() && (next == nullptr || found->second->trigger.begin < next->trigger.begin)) next = found->second;
        });
        if (d.event == ClaimEvent::depart && !d.destination && (is_told(d) || is_ahead(d)) && !d.heading && next != nullptr && (d.carriers.size() < 2 || d.carriers == next->carriers) && next->sentence <= d.sentence + 3 &&
            (next->modality == d.modality || (is_told(d) && is_told(*next))) && (next->event == ClaimEvent::arrive || next->event == ClaimEvent::return_ || goes_on(d, *next)) && next->destination && !(d.origin && same_spot(d.origin->place, next->destination->place))) {
            take_end(d.destination, &*next->destination, "arrival_told_next");
            if (d.mode == TravelMode::unknown) {
                d.mode = next->mode;
                d.mode_rule = "leg_of_arrival";
            }
        }
        if (d.event != ClaimEvent::overfly) visit_movers(d, [&](std::uint32_t mover) { next_of[mover] = &d; });
    }
}

/// By what means who "is back" or "spent a day there" came, where the leg that led there tells: of the same traveller anywhere in the text, of
/// whoever it is right behind the summary a text opens with.
void link_modes(ClaimDrafts& drafts, JourneyStates& states) {
    std::unordered_map<std::uint32_t, std::vector<const ClaimDraft*>> legs;  // of each traveller those whose means are known; the last few
    const auto add = [&](std::uint32_t who, const ClaimDraft& leg) {
        auto& list = legs[who];
        if (list.size() < 16) list.push_back(&leg);
    };
    for (const ClaimDraft& d : drafts) {
        if (d.dropped || d.mode == TravelMode::unknown || !is_told(d)) continue;
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
        if (d.dropped || d.mode != TravelMode::unknown || !is_told(d) || !stays) continue;
        for (const std::uint32_t p : d.persons)
            for (const ClaimDraft* leg : legs[p])
                if ((d.mode == TravelMode::unknown || leg->mode == TravelMode::air) && led_there(d, *leg)) {
                    d.mode = leg->mode;
                    d.mode_rule = "means_of_linked_leg";
                }
        if (d.mode != TravelMode::unknown || i != 0) continue;
        for (std::uint32_t k = 1; k < drafts.size() && k < 4 && d.mode == TravelMode::unknown; ++k)
            if (drafts[k].mode != TravelMode::unknown && is_told(drafts[k]) && led_there(d, drafts[k])) {
                d.mode = drafts[k].mode;
                d.mode_rule = "leg_told_behind_summary";
            }
    }
}

}  // namespace

void link_told_later(ClaimDrafts& drafts, JourneyStates& states) {
    link_forward(drafts);
    link_crossings(drafts);
    link_modes(drafts, states);
}

}  // namespace flightxref::detail
