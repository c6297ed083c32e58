// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/events.hpp"

namespace flightxref::detail {

/// A clause with its trigger, looked at to decide what it says.
struct Decider {
    const SentenceReading& reading;
    const SentenceView& view;
    const VerbGroup& g;
    const Subject& subject;
    const Arguments& args;
    const Stance& stance;
    const TriggerRow& row;

    bool has_craft = false, has_air_craft = false, has_surface = false, has_person = false;

    const Mention& mention(std::uint32_t m) const { return view.mentions[m]; }
    const PlaceReading& place(const PlaceArgument& a) const { return reading.mentions->place(mention(a.mention)); }
    const Carrier& carrier(std::uint32_t m) const { return reading.mentions->carrier(mention(m)); }
    const Token& tok(std::uint32_t i) const { return view.token(i); }

    void look_at_movers();

    /// The verb says of its object that it moves: "lost the jet", "brought the hostages home".
    bool moves_object() const { return !g.passive && (row.needs_a(Need::carry) || row.needs_a(Need::lose) || row.needs_a(Need::picked) || row.needs_a(Need::send) || row.needs_a(Need::host) || row.needs_a(Need::expect) || row.sense == Sense::turned_away); }

    bool has(PlaceRole role) const;
    bool has_object(MentionKind kind) const;
    bool has_place_after() const;
    bool has_word(PlaceWord word) const;
    const PlaceArgument* find(PlaceRole role) const;

    std::uint32_t after() const;

    /// "landed a deal", "returned a verdict": an object that is no place, time or thing taken along.
    bool has_foreign_object() const;

    bool next_is(std::string_view word) const;

    bool goes_to_base() const;

    /// "to the town hall": a goal that no table of places knows, beside a stated means.
    bool has_unknown_goal() const;

    /// How somebody goes, or that he does not come along: where to was said before.
    bool goes_by_means() const;
    /// "Tourists left Greece", "planes may not land": people and craft that nobody counts or names.
    bool is_anybody() const;
    bool is_crowd(const Mention& m) const;

    /// "They crossed": whether people or aircraft is told elsewhere.
    bool is_pronoun() const;
    /// The words of the clause behind the verb speak of receivers and screens.
    bool on_trackers() const;

    bool speaks_of_signal() const;

    bool clock_time() const;
    /// Dated by its own words or by the clock it stands under.
    bool any_time() const { return !args.times.empty() || ((reading.in_entry || reading.under_day) && ((g.present && !g.perfect) || g.elliptical)) || (reading.under_day && row.needs_a(Need::spend)); }
    bool by_time() const;
    /// A moment, not a stretch: at a clock, by it, some time after something else.
    bool told_on_arrival() const;
    /// A statement of what will not be, was not or is called off needs no goal.
    bool is_no_journey() const { return stance.modality == Modality::negated || stance.modality == Modality::denied || stance.modality == Modality::cancelled; }
    bool later_time() const;
    bool now_word() const;
    bool once_more() const;

    /// A preposition follows whose noun is no place and no time.
    bool before_unknown_place() const;

    /// "in Kenyam", "on the soccer field": behind the verb stands a place that no table knows.
    bool has_unlisted_place() const;

    bool governs_no_place() const;
    bool flies_craft() const;

    bool moves_itself() const;
    /// "The Eastern Express left Ankara at six": at a clock and a place right behind, whatever it is that no table knows left or arrived.
    bool moves_by_the_clock() const;
    /// Whether what the row asks for (column "needs") stands in the clause.
    bool needs_met() const;

    /// "has not left the transit area": a place by its kind.
    bool object_is_field() const;

    bool says_instead() const;
    bool comes_down_in_the_open() const;
    bool flies_between() const;
    Sense end_of_trace() const;

    bool is_landing() const { return row.verb == "come" || row.verb == "land" || row.verb == "put" || row.verb == "set" || row.verb == "touch"; }
    bool forced_by_governor() const;

    /// "landed in Shannon to refuel", "touched down for fuel": what for makes it a stop.
    bool for_fuel() const;
    bool for_others() const;
    bool boards_to_leave() const;
    /// A verb before it tells of entering or crossing an airspace.
    bool after_crossing() const;

    /// Sense of the trigger here, or none.
    Sense decide() const;

    bool need(Need n) const { return row.needs_a(n); }
    bool person_only() const { return has_person && !has_craft; }

    // Each for the triggers of one sense: of movements (sense_movement.cpp), of what receivers see (sense_trace.cpp), of stays (sense.cpp).
    Sense decide_depart() const;
    Sense decide_arrive() const;
    Sense decide_fly() const;
    Sense decide_travel() const;
    Sense decide_return() const;
    Sense decide_stop() const;
    Sense decide_overfly() const;
    Sense decide_seen() const;
    Sense decide_lose() const;
    Sense decide_stay() const;
    Sense decide_on_ground() const;
    Sense decide_due() const;
    Sense decide_expect() const;
    Sense decide_visit() const;
    Sense decide_divert() const;
    Sense decide_called_off() const;

    /// "was in Riyadh on Monday", "is already in London", "was in Beijing at 9:17", "was in a hangar at Cointrin".
    Sense decide_presence() const;
};

}  // namespace flightxref::detail
