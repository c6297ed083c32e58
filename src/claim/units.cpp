// SPDX-License-Identifier: BSL-1.0
#include "claim/units.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

bool same_mover(const ClaimDraft& a, const ClaimDraft& b) {
    if (b.same_subject || a.same_subject) return true;
    for (const std::uint32_t c : b.carriers)
        if (std::find(a.carriers.begin(), a.carriers.end(), c) != a.carriers.end() && c != no_entity) return true;
    if (!a.carriers.empty() && !b.carriers.empty()) return false;
    for (const std::uint32_t p : b.persons)
        if (std::find(a.persons.begin(), a.persons.end(), p) != a.persons.end()) return true;
    return a.carriers.empty() && a.persons.empty() ? true : b.carriers.empty() && b.persons.empty();
}

/// `keep` learns what only `gone` says.
void absorb(ClaimDraft& keep, ClaimDraft& gone, std::string_view rule) {
    if (!keep.origin) keep.origin = gone.origin;
    if (!keep.destination && gone.destination) keep.destination = gone.destination;
    if (!keep.time) {
        keep.time = gone.time;
        keep.day = gone.day;
    } else if (!keep.day && gone.time && gone.time->expression.day.kind != DayKind::none) {
        keep.day = gone.time;
    }
    if (keep.carriers.empty()) {
        keep.carriers = gone.carriers;
        keep.carrier_words = gone.carrier_words;
    }
    for (const std::uint32_t p : gone.persons)
        if (std::find(keep.persons.begin(), keep.persons.end(), p) == keep.persons.end()) keep.persons.push_back(p);
    if (keep.mode == TravelMode::unknown) {
        keep.mode = gone.mode;
        keep.mode_rule = gone.mode_rule;
    }
    if (!keep.source) {
        keep.source = gone.source;
        keep.data_source = gone.data_source;
    }
    keep.quote.begin = std::min(keep.quote.begin, gone.quote.begin);
    keep.quote.end = std::max(keep.quote.end, gone.quote.end);
    FieldReason note;
    note.field = "event";
    note.rule = rule;
    note.span.begin = gone.trigger.begin;
    note.span.end = gone.trigger.end;
    keep.notes.push_back(std::move(note));
    gone.dropped = true;
}

bool is_leg(const ClaimDraft& d) { return d.event == ClaimEvent::fly || d.event == ClaimEvent::travel; }
bool is_plain(const ClaimDraft& d) { return d.modality == Modality::asserted || d.modality == Modality::reported; }
bool clocked(const ClaimDraft& d) { return d.time && (d.time->expression.clock || d.time->expression.day.kind != DayKind::none || d.time->expression.part != PartOfDay::none); }

bool has_clock(const ClaimDraft& d) { return d.time && (d.time->expression.clock || d.time->expression.part != PartOfDay::none); }

bool same_place(const std::optional<PlaceUse>& a, const std::optional<PlaceUse>& b) {
    return !a || !b || a->place.name == b->place.name || (!a->place.city.empty() && a->place.city == b->place.city);
}

bool same_place_strictly(const std::optional<PlaceUse>& a, const std::optional<PlaceUse>& b) { return a && b && same_place(a, b); }

bool ends_at_place(const ClaimDraft& d) { return is_leg(d) || d.event == ClaimEvent::arrive || d.event == ClaimEvent::stop || d.event == ClaimEvent::visit || d.event == ClaimEvent::on_ground; }

void join_pair(ClaimDraft& a, ClaimDraft& b) {
    if (a.dropped || b.dropped || !same_mover(a, b)) return;
    // "went back to Pyongyang the following day, leaving at 10:20": the departure of the leg just told.
    const bool leads_out = (b.gerund || b.relative) && b.event == ClaimEvent::depart && clocked(b) && !b.origin && !b.destination;
    if (leads_out && (is_leg(a) || a.event == ClaimEvent::return_)) {
        b.destination = a.destination;
        b.origin = a.origin;
    }
    // "refuelled in Malta before flying on to Rome": the story goes on, as with "and then".
    if (b.governed_by_before && b.destination && !b.origin && a.modality == b.modality && (is_plain(a) || a.modality == Modality::planned || a.modality == Modality::expected) && !same_place_strictly(a.destination, b.destination) && (is_leg(b) || b.event == ClaimEvent::depart || b.event == ClaimEvent::return_)) {
        b.gerund = false;
        if (ends_at_place(a)) b.origin = a.destination;
        return;
    }
    // "After refuelling in Malta it flew to Rome": told first, and first to happen.
    if (a.governed_by_after && is_plain(a) && is_plain(b) && !clocked(a)) {
        if (a.event == ClaimEvent::depart && !b.origin && b.event != ClaimEvent::visit) b.origin = a.origin;
        if ((a.event == ClaimEvent::stop || a.event == ClaimEvent::arrive) && a.destination && (is_leg(b) || b.event == ClaimEvent::depart)) {
            a.gerund = false;
            if (!b.origin) b.origin = a.destination;
            return;
        }
    }
    // "after leaving Israel" beside "paused": where it came from.
    if (b.gerund && (b.event == ClaimEvent::depart || is_leg(b)) && !clocked(b)) {
        if (!a.origin) a.origin = b.origin;
        b.dropped = true;
        return;
    }
    // "coming from La Réunion" behind an arrival, "taking him home" before a departure, "grounded in X and flown to Y".
    if (b.sense == Sense::way_from && b.relative && (a.event == ClaimEvent::arrive || a.event == ClaimEvent::divert)) return absorb(a, b, "origin_behind");
    if (a.event == ClaimEvent::return_ && a.relative && b.event == ClaimEvent::depart && a.row != nullptr && a.row->needs_a(Need::carry)) return absorb(b, a, "goal_in_participle");
    if (a.event == ClaimEvent::on_ground && !a.time && is_leg(b) && !b.origin && a.row != nullptr && a.row->needs_a(Need::passive)) {
        b.origin = a.destination;
        a.dropped = true;
        return;
    }
    // "the aircraft taking him from Tehran to Beijing doubled back": the leg it was on.
    if (is_leg(a) && a.relative && !clocked(a) && a.row != nullptr && a.row->needs_a(Need::carry) && (b.event == ClaimEvent::turn_back || b.event == ClaimEvent::last_seen)) return absorb(b, a, "leg_in_participle");
    // "was to leave Doha on Friday; the departure was scrapped": what became of it.
    if (b.nominal && b.modality == Modality::cancelled && a.event == b.event && !b.origin && !b.destination && !clocked(b) && (a.modality == Modality::planned || a.modality == Modality::cancelled)) {
        a.modality = b.modality;
        return absorb(a, b, "fate_of_plan");
    }
    // "stopped at X, landing at 2.29": the clock of the stop.
    if (a.event == ClaimEvent::stop && b.event == ClaimEvent::arrive && b.relative && !a.time) return absorb(a, b, "landing_of_stop");
    // "entered the zone at 9:09 and left it at 9:37": the same area
    if (a.event == ClaimEvent::overfly && b.event == a.event && b.via.empty()) b.via = a.via;
    // "followed minutes later, lifting out of B", "cut short his stay and left for home", "looped round and retraced its path": one movement, told twice.
    const bool again = a.row != nullptr && b.row != nullptr && a.row != b.row && b.sentence == a.sentence && !(clocked(a) && clocked(b)) && a.modality == b.modality && same_mover(a, b);
    if (again && a.event == ClaimEvent::turn_back && b.event == a.event && b.same_subject && b.via.empty()) return absorb(a, b, "one_reversal");
    if (again && a.event == ClaimEvent::return_ && b.event == a.event && b.same_subject && !a.time && !a.destination) return absorb(b, a, "one_return");
    if (again && a.event == ClaimEvent::depart && b.event == a.event && b.same_subject && a.row->needs_a(Need::stayend)) return absorb(b, a, "stay_ended_by_departure");
    if (a.event == ClaimEvent::depart && b.event == a.event && b.relative && a.row != nullptr && a.row->verb == "follow" && !(clocked(a) && clocked(b))) return absorb(a, b, "one_departure");
    // "is airborne and headed home": one departure.
    if (a.event == ClaimEvent::depart && b.event == ClaimEvent::return_ && b.same_subject && !a.time && !a.origin && !a.destination && b.sentence == a.sentence && !clocked(b)) return absorb(b, a, "departure_for_home");
    const bool same_modality = a.modality == b.modality;
    // "returned to A after attending a fair in B on Monday": the stay is where it came from, and its end is when.
    const bool goes = a.event == ClaimEvent::return_ || a.event == ClaimEvent::depart || a.event == ClaimEvent::arrive || is_leg(a);
    if (b.gerund && b.event == ClaimEvent::visit && b.governed_by_after && b.destination && goes && !same_place_strictly(a.destination, b.destination)) {
        if (!a.origin && a.event != ClaimEvent::arrive) {
            a.origin = b.destination;
            a.origin->rule = "stay_before";
        }
        if (!a.time && b.time) a.after_stay = b.trigger.begin;
    }
    // "was to leave Doha at three but got away at ten": planned and real departure of one leg.
    if (a.event == ClaimEvent::depart && b.event == ClaimEvent::depart && !same_modality && (a.modality == Modality::planned || a.modality == Modality::cancelled)) {
        if (!b.origin) b.origin = a.origin;
        if (!b.destination) b.destination = a.destination;
        return;
    }
    // "set course for Magadan" behind a departure; "heading for Beirut" before what happened to it.
    if (b.sense == Sense::way && (a.event == ClaimEvent::depart || is_leg(a) || a.event == ClaimEvent::overfly || a.event == ClaimEvent::first_seen)) return absorb(a, b, "course_of_departure");
    if (a.sense == Sense::way && a.relative && b.event != ClaimEvent::arrive) {
        if (!b.destination && b.event != ClaimEvent::return_ && b.event != ClaimEvent::divert) b.destination = a.destination;
        a.destination.reset();
        return absorb(b, a, "course_before");
    }
    if (a.sense == Sense::way && b.event == ClaimEvent::arrive && !(clocked(a) && clocked(b))) return absorb(b, a, "course_reached");
    if (b.sense == Sense::way && a.event == ClaimEvent::turn_back) {
        b.event = ClaimEvent::divert;
        b.event_rule = "new_course_after_reversal";
        return;
    }
    // "stayed on the runway for two minutes and flew on": a stop.
    if (a.event == ClaimEvent::on_ground && (is_leg(b) || b.event == ClaimEvent::depart) && b.row != nullptr && !b.row->words.empty() && b.row->words.front() == "on") {
        a.event = ClaimEvent::stop;
        a.event_rule = "stay_before_onward_leg";
    }
    if (!same_modality && !(is_plain(a) && is_plain(b))) return;
    // "diverted and landed in X": one re-routing, told twice.
    if (a.event == ClaimEvent::divert && b.event == ClaimEvent::arrive && !a.destination && !a.time) return absorb(a, b, "divert_and_land");
    if (a.event == ClaimEvent::turn_back && b.event == ClaimEvent::return_ && !clocked(b) && b.row != nullptr && b.row->verb != "be") {
        if (!a.destination) a.destination = b.destination;
        return absorb(a, b, "reversal_and_return");
    }
    if (a.event == ClaimEvent::turn_back && b.event == ClaimEvent::return_ && clocked(b) && !clocked(a) && b.row != nullptr && b.row->verb == "return" && a.via.empty() && !a.origin && b.paragraph == a.paragraph && a.row != nullptr && a.row->words.size() == 1 && a.row->words[0] == "around") return absorb(a, b, "reversal_and_return");
    const bool reaches = b.event == ClaimEvent::arrive || b.event == ClaimEvent::divert;
    // "flew from Beijing ..., landing in Pyongyang at six": the end of the leg has the time.
    if (is_leg(a) && reaches && same_place(a.destination, b.destination) && (!clocked(a) || (b.relative && has_clock(b) && !has_clock(a) && b.time->expression.day.kind == DayKind::none))) return absorb(b, a, "leg_ends_in_arrival");
    if (a.event == ClaimEvent::depart && reaches && !clocked(a) && clocked(b) && !a.again && same_place(a.destination, b.destination) && a.sense != Sense::way && a.mode == b.mode && !(a.time)) return absorb(b, a, "departure_of_timed_arrival");
    // "left X at five and flew to Y"
    if (a.event == ClaimEvent::depart && is_leg(b) && clocked(a) && !clocked(b) && !b.origin && same_place(a.destination, b.destination)) return absorb(a, b, "leg_of_departure");
    if (a.event == ClaimEvent::depart && b.event == ClaimEvent::arrive && clocked(a) && !b.time && b.relative) return absorb(a, b, "arrival_of_timed_departure");
    // "that brought the star from Abu Dhabi" beside "touched down".
    if (is_leg(a) && a.relative && (reaches || b.event == ClaimEvent::depart) && !clocked(a)) return absorb(b, a, "leg_in_relative_clause");
}

}  // namespace

void join_legs(ClaimDrafts& drafts, std::size_t first) {
    for (std::size_t i = first; i < drafts.size(); ++i) {
        if (drafts[i].dropped) continue;
        // with the nearest draft before it that still stands
        for (std::size_t j = i; j-- > first;) {
            if (drafts[j].dropped) continue;
            join_pair(drafts[j], drafts[i]);
            break;
        }
    }
    for (std::size_t i = first; i < drafts.size(); ++i) {
        ClaimDraft& d = drafts[i];
        // A course of its own is a claim only as the main statement of its clause.
        if (!d.dropped && d.gerund && d.event != ClaimEvent::visit && !clocked(d)) d.dropped = true;
        if (!d.dropped && d.sense == Sense::way && d.event == ClaimEvent::depart && (d.relative || !d.destination)) d.dropped = true;
    }
}

}  // namespace flightxref::detail
