// SPDX-License-Identifier: BSL-1.0
#include "claim/events.hpp"

#include "claim/sense.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

ClaimEvent event_of_sense(Sense sense) { return static_cast<ClaimEvent>(static_cast<std::uint8_t>(sense)); }

/// Puts the places of the clause into the roles this event has for them.
void place_roles(ClaimDraft& d, const SentenceReading& reading, const Arguments& args, const TriggerRow* row) {
    const auto use = [&](const PlaceArgument& a, std::string_view rule, bool list = false) { return make_place_use(reading, a, rule, list); };
    const ObjectRole object = row != nullptr ? row->object : ObjectRole::none;
    const bool lists = d.event == ClaimEvent::stop || d.event == ClaimEvent::visit || d.event == ClaimEvent::fly || d.event == ClaimEvent::travel;
    const bool behind = std::any_of(args.places.begin(), args.places.end(), [](const PlaceArgument& a) { return !a.fronted && (a.role == PlaceRole::goal || a.role == PlaceRole::at || a.role == PlaceRole::object); });
    for (const PlaceArgument& a : args.places) {
        // What stands behind the verb is its goal rather than what stands before it.
        if (a.fronted && behind && a.role == PlaceRole::at && d.event != ClaimEvent::overfly && d.event != ClaimEvent::last_seen && d.event != ClaimEvent::first_seen) continue;
        const auto set = [&](std::optional<PlaceUse>& slot, std::string_view rule) {
            // "crosses the frontier at Ras Ajdir", "crossed into India at Raxaul": the town
            const bool nearer = slot && a.role == PlaceRole::at && row != nullptr && row->sense == Sense::cross && (slot->word == PlaceWord::coast || slot->place.kind == PlaceKind::country);
            // "on the field of the hospital in Milot": the town says which
            const Mention& mention = reading.view->mentions[a.mention];
            const bool tells_where = slot && a.role == PlaceRole::at && slot->word == PlaceWord::building && mention.begin >= slot->bytes.end && mention.begin <= slot->bytes.end + 4;
            if (!slot || nearer || tells_where || (slot->word == PlaceWord::home && (a.role == PlaceRole::at || a.role == PlaceRole::goal))) slot = use(a, rule, lists);
        };
        const auto pass = [&](std::string_view rule) {
            for (std::uint32_t m = a.mention; m < a.list_end; ++m) {
                if (reading.view->mentions[m].nested) continue;
                PlaceArgument one = a;
                one.mention = m;
                one.list_end = m + 1;
                one.list_size = 1;
                d.via.push_back(use(one, rule));
            }
        };
        PlaceRole role = a.role;
        // "passed over Turkey on its way from Minsk to Tripoli", "went missing on a flight from Cairns to Darwin"
        if (d.event == ClaimEvent::overfly || d.event == ClaimEvent::last_seen || d.event == ClaimEvent::first_seen) {
            const PlaceKind kind = reading.mentions->place(reading.view->mentions[a.mention]).place.kind;
            const bool town = kind == PlaceKind::city || kind == PlaceKind::airport;
            if (town && role == PlaceRole::source && !d.origin) {
                d.origin = use(a, "from_place");
                continue;
            }
            // "overflew Austria on its way to Berlin": what is crossed has been named
            const bool onward = a.way || (d.event == ClaimEvent::overfly && !d.via.empty() && reading.view->mentions[a.mention].preposition != "into");
            if (town && role == PlaceRole::goal && (d.origin || onward) && !d.destination) {
                d.destination = use(a, "to_place");
                continue;
            }
        }
        switch (d.event) {
            case ClaimEvent::depart:
                if (role == PlaceRole::object) set(object == ObjectRole::goal ? d.destination : d.origin, "direct_object");
                else if (role == PlaceRole::goal && row != nullptr && row->needs_a(Need::stayend)) set(d.origin, "stay_ended_at");
                else if (role == PlaceRole::source || role == PlaceRole::off) set(d.origin, "from_place");
                else if (role == PlaceRole::goal) set(d.destination, "for_place");
                else if (role == PlaceRole::at && !a.fronted) set(d.origin, "departs_at");
                else if (role == PlaceRole::via) pass("via_place");
                break;
            case ClaimEvent::arrive:
            case ClaimEvent::divert:
            case ClaimEvent::return_:
                if (role == PlaceRole::source && row != nullptr && row->sense == Sense::turned_away) set(d.destination, "turned_away_from");
                else if (role == PlaceRole::source) set(d.origin, "from_place");
                else if (role == PlaceRole::goal || role == PlaceRole::object) {
                    // "the flight to Delhi landed in Tabriz", "bound for Delhi, it diverted to Tabriz": where it was bound before
                    if (d.event == ClaimEvent::divert && (a.way || a.fronted)) break;
                    if (a.fronted && behind) break;
                    set(d.destination, "to_place");
                } else if (role == PlaceRole::at && !(a.fronted && d.destination)) set(d.destination, "arrives_at");
                else if (role == PlaceRole::via) pass("via_place");
                break;
            case ClaimEvent::fly:
            case ClaimEvent::travel:
                if (reading.view->mentions[a.mention].preposition == "between" && a.list_size == 2) {
                    PlaceArgument one = a;
                    one.list_end = a.mention + 1;
                    one.list_size = 1;
                    d.origin = use(one, "between_places");
                    one.mention = a.list_end - 1;
                    one.list_end = a.list_end;
                    d.destination = use(one, "between_places");
                } else if (is_dashed_pair(*reading.view, a)) set(d.origin, "dashed_pair");
                else if (role == PlaceRole::source) set(d.origin, "from_place");
                else if (role == PlaceRole::goal) set(d.destination, "to_place");
                else if (role == PlaceRole::object) set(object == ObjectRole::origin ? d.origin : d.destination, "direct_object");
                else if (role == PlaceRole::via || (role == PlaceRole::path && reading.view->mentions[a.mention].preposition == "through")) pass("via_place");
                break;
            case ClaimEvent::overfly:
                // "crossed into Jordan from Saudi Arabia": the side it came over from, not where it set out
                if (role == PlaceRole::source && d.row != nullptr && d.row->sense != Sense::overfly) {
                    const PlaceUse from = use(a, "from_place");
                    if (from.place.kind == PlaceKind::airport || from.place.kind == PlaceKind::city) set(d.origin, "from_place");
                }
                else pass("crosses_place");
                break;
            case ClaimEvent::stop:
                if (role == PlaceRole::source) set(d.origin, "from_place");
                else if (role == PlaceRole::goal) break;  // where it goes on to
                else set(d.destination, "stops_at");
                break;
            case ClaimEvent::turn_back:
                if (role == PlaceRole::goal && a.fronted && behind) break;
                if (role == PlaceRole::goal) {
                    set(d.destination, "back_to");
                    if (!a.fronted && !a.way && !d.origin) d.origin = d.destination;  // it came from there
                }
                else if (role == PlaceRole::source) set(d.origin, "from_place");
                else pass("turns_at");
                break;
            case ClaimEvent::circle:
            case ClaimEvent::last_seen:
            case ClaimEvent::first_seen:
                if (role == PlaceRole::source && a.fronted) set(d.origin, "from_place");
                else if (role == PlaceRole::goal && (a.way || (a.fronted && d.event != ClaimEvent::circle))) set(d.destination, "to_place");  // "on the way to Sochi it went silent"
                else pass("seen_at");
                break;
            case ClaimEvent::on_ground:
            case ClaimEvent::visit:
                if (role == PlaceRole::source) break;
                if (role == PlaceRole::path || role == PlaceRole::via || role == PlaceRole::off) break;
                set(d.destination, "present_at");
                break;
        }
    }
    // "in Addis Ababa he never boarded the connection"
    if (d.event == ClaimEvent::depart && !d.origin)
        for (const PlaceArgument& a : args.places) {
            const PlaceReading& place = reading.mentions->place(reading.view->mentions[a.mention]);
            if (a.fronted && a.role == PlaceRole::at && !d.origin && place.word == PlaceWord::name && (place.place.kind == PlaceKind::city || place.place.kind == PlaceKind::airport)) d.origin = use(a, "departs_at");
        }
}

/// "Georgia did not let the plane land": there.
std::optional<PlaceUse> who_refuses(const SentenceReading& reading, const VerbGroup& g) {
    const SentenceView& view = *reading.view;
    for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
        const Mention& x = view.mentions[m];
        if (x.kind != MentionKind::place || x.nested || x.possessive || !x.preposition.empty() || x.end_token > g.object_begin || x.first_token < view.clause_begin(g.object_begin)) continue;
        PlaceArgument a;
        a.mention = m;
        a.list_end = m + 1;
        return make_place_use(reading, a, "place_that_refuses", false);
    }
    return std::nullopt;
}

}  // namespace

PlaceUse make_place_use(const SentenceReading& reading, const PlaceArgument& a, std::string_view rule, bool as_list) {
    const SentenceView& view = *reading.view;
    const Mention& m = view.mentions[a.mention];
    const PlaceReading& r = reading.mentions->place(m);
    PlaceUse use{r.place, r.word, {m.begin, m.end}, rule};
    if (as_list && a.list_size > 1) {
        const Mention& last = view.mentions[a.list_end - 1];
        // "A or B" leaves it open: the first stands for it.
        for (std::uint32_t i = m.end_token; i < last.first_token; ++i)
            if (view.token(i).is("or")) return use;
        use.bytes.end = last.end;
        std::string country = r.place.country;
        for (std::uint32_t k = a.mention + 1; k < a.list_end; ++k)
            if (!view.mentions[k].nested && reading.mentions->place(view.mentions[k]).place.country != country) country.clear();
        use.place = Place{};
        use.place.kind = PlaceKind::region;
        use.place.country = country;
        use.place.text = std::string(reading.text.substr(use.bytes.begin, use.bytes.end - use.bytes.begin));
        use.place.name = use.place.text;
        use.word = PlaceWord::name;
    }
    return use;
}

std::optional<ClaimDraft> read_event(const SentenceReading& reading, std::uint32_t group) {
    const SentenceView& view = *reading.view;
    const VerbGroup& g = view.groups[group];
    if (g.trigger == nullptr || g.trigger->sense == Sense::none) return std::nullopt;
    const Subject& subject = (*reading.subjects)[group];
    // "Monday. Leaves Kigali at 09:00", "Friday. Return to Rome": a programme goes without a subject.
    const bool programme = (reading.in_entry || reading.under_day) && g.first == g.head && g.head == view.sentence->head_tokens && (g.forms & form_base) != 0;
    if (subject.generic && !programme) return std::nullopt;
    const Stance stance = read_stance(view, group, *reading.subjects, *reading.sources);
    if (stance.no_claim) return std::nullopt;
    const Arguments args = find_arguments(view, *reading.mentions, group, *reading.subjects, *reading.times);
    Decider decider{reading, view, g, subject, args, stance, *g.trigger};
    decider.look_at_movers();
    if (!decider.has_craft && !decider.has_person && decider.moves_by_the_clock()) decider.has_craft = true;
    // Something else moves: a statement, shares, a season. Signals and legs are told of by their own nouns.
    // "the flight ended in Riga", "the leg to Recife was flown on Tuesday"
    const TriggerNoun* moved = subject.head != no_token ? view.word(subject.head).noun() : nullptr;
    const bool leg = moved != nullptr && (moved->sense == Sense::fly || moved->sense == Sense::travel);
    const bool leg_subject = leg && ((g.trigger->needs_a(Need::leg) && g.trigger->verb == "end") || (g.passive && g.trigger->verb == "fly"));
    const bool shut = g.trigger->needs_a(Need::shut) && std::any_of(view.mentions.begin(), view.mentions.end(), [&](const Mention& m) { return m.kind != MentionKind::place && m.first_token >= g.end && m.first_token < args.end; });
    if (!shut && subject.other && subject.mentions.empty() && !decider.has_craft && !decider.has_person && !decider.speaks_of_signal() && !leg_subject) return std::nullopt;
    Sense sense = decider.decide();
    if (sense == Sense::none) return std::nullopt;
    if ((g.gerund || g.participle) && g.first > 0 && view.token(g.first - 1).is("without") && args.places.empty()) return std::nullopt;  // "flew over B without landing"
    if (g.infinitive && g.governor == no_token && !g.be_to && !is_ordinal_infinitive(view, g)) return std::nullopt;  // a purpose: "left to attend"
    ClaimDraft d;
    d.group = group;
    d.row = g.trigger;
    d.sense = sense;
    d.event_rule = "trigger_sense";
    // "set course for" tells of the turn, "made for" of the way.
    if (sense == Sense::way) d.event = g.trigger->verb == "make" ? ClaimEvent::travel : ClaimEvent::depart;
    else if (sense == Sense::way_from) d.event = decider.has_air_craft ? ClaimEvent::fly : ClaimEvent::travel;
    else d.event = event_of_sense(sense);
    // "went", "came", "brought": by what means decides between fly and travel.
    const bool by_surface = args.stated_mode != TravelMode::unknown && args.stated_mode != TravelMode::air;
    const bool by_air = (decider.has_air_craft && !by_surface) || args.stated_mode == TravelMode::air;
    if (d.event == ClaimEvent::travel && by_air && !decider.has_surface && args.stated_mode != TravelMode::rail) {
        d.event = ClaimEvent::fly;
        d.event_rule = "leg_by_air";
    }
    if (d.event == ClaimEvent::fly && (decider.has_surface || by_surface) && (!decider.has_air_craft || (by_surface && subject.mentions.empty()))) d.event = ClaimEvent::travel;
    // A clock at the end of being taken somewhere is an arrival.
    const bool taken = g.trigger->needs_a(Need::carry) && (g.trigger->verb == "take" || g.trigger->verb == "bring" || g.trigger->verb == "carry");
    if (taken && (d.event == ClaimEvent::travel || d.event == ClaimEvent::fly) && decider.clock_time() && !decider.has(PlaceRole::source)) {
        d.event = ClaimEvent::arrive;
        d.event_rule = "taken_by_the_clock";
    }
    place_roles(d, reading, args, g.trigger);
    if (d.event == ClaimEvent::arrive && !d.destination && g.object_begin != no_token && stance.modality == Modality::negated) d.destination = who_refuses(reading, g);
    fill_draft(d, reading, group, args, stance);
    if (g.trigger->sense == Sense::due && d.modality == Modality::asserted) d.modality = Modality::planned, d.modality_rule = "due", d.future = !g.past || (g.first == g.head && g.head == view.sentence->head_tokens);  // "Due out on Sunday."
    if (g.trigger->sense == Sense::expect && (d.modality == Modality::asserted || d.modality == Modality::reported)) d.modality = Modality::expected, d.modality_rule = "expectation", d.future = !g.past;
    if (g.trigger->needs_a(Need::shut) && d.modality != Modality::denied) d.modality = Modality::negated, d.modality_rule = "refusal";
    if (g.trigger->sense == Sense::called_off) d.modality = Modality::cancelled, d.modality_rule = "called_off", d.future = g.present;
    if (g.trigger->sense == Sense::turned_away) d.modality = d.modality == Modality::denied ? Modality::denied : Modality::negated;
    if (g.trigger->sense == Sense::expect && d.event == ClaimEvent::visit)
        for (std::uint32_t i = g.end; i < view.size(); ++i)
            if (view.token(i).is("visit")) {
                d.trigger = {view.token(i).begin, view.token(i).end};
                d.quote.end = std::max(d.quote.end, view.token(i).end);
                break;
            }
    // "is home", "flew home": home is the goal where no place behind the verb is.
    const bool homeward = std::find(g.trigger->words.begin(), g.trigger->words.end(), std::string_view("home")) != g.trigger->words.end();
    if (homeward && d.event == ClaimEvent::return_) {
        const bool own = d.destination && d.destination->bytes.begin >= view.token(g.head).begin;
        if (!own) {
            PlaceUse home;
            home.word = PlaceWord::home;
            home.place.text = "home";
            home.place.kind = PlaceKind::country;
            for (std::uint32_t i = g.head; i < g.end; ++i)
                if (view.token(i).is("home")) home.bytes = {view.token(i).begin, view.token(i).end};
            home.rule = "home_of_mover";
            d.destination = home;
        }
    }
    // Verbs of being somewhere tell of the future with "until".
    if (d.event == ClaimEvent::visit && d.present && d.time && d.time->expression.hedge == TimeHedge::until && d.modality == Modality::asserted) {
        d.modality = Modality::planned;
        d.modality_rule = "stay_until";
    }
    return d;
}

}  // namespace flightxref::detail
