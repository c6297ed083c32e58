// SPDX-License-Identifier: BSL-1.0
#include "claim/events.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

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

    void look_at_movers() {
        const auto look = [&](std::uint32_t m) {
            if (mention(m).kind == MentionKind::carrier) {
                has_craft = true;
                (carrier(m).mode == CarrierMode::air ? has_air_craft : has_surface) = true;
            } else if (mention(m).kind == MentionKind::person) {
                has_person = true;
            }
        };
        for (const std::uint32_t m : subject.mentions) look(m);
        if (subject.pronoun && subject.mentions.empty()) {
            // "we", "the other", "seven more": who it is is not said here.
            has_person = true;
            if (!view.word(subject.head).is(ClauseClass::subject_pronoun) || tok(subject.head).is("it")) has_craft = has_air_craft = true;
            if (tok(subject.head).is("it")) has_person = false;
        }
        if (subject.other && subject.mentions.empty() && subject.head != no_token && view.word(subject.head).is(ClauseClass::aircraft_noun)) has_craft = has_air_craft = true;
        if (subject.other && subject.mentions.empty() && subject.head != no_token && view.word(subject.head).is(ClauseClass::people_noun)) has_person = true;
    }

    bool has(PlaceRole role) const {
        return std::any_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) { return a.role == role; });
    }
    bool has_place_after() const {
        return std::any_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) { return !a.fronted || a.role == PlaceRole::at || a.role == PlaceRole::path || a.role == PlaceRole::off; });
    }
    bool has_word(PlaceWord word) const {
        return std::any_of(args.places.begin(), args.places.end(), [&](const PlaceArgument& a) { return place(a).word == word; });
    }
    const PlaceArgument* find(PlaceRole role) const {
        for (const PlaceArgument& a : args.places)
            if (a.role == role) return &a;
        return nullptr;
    }

    std::uint32_t after() const {  // first token behind the trigger that is no adverb
        std::uint32_t i = std::max(g.end, g.head + 1);
        while (i < view.size() && view.word(i).any(bits(ClauseClass::adverb)) && !view.word(i).in_time && view.word(i).mention == no_token) ++i;
        return i;
    }

    /// "landed a deal", "returned a verdict": an object that is no place, time or thing taken along.
    bool has_foreign_object() const {
        const std::uint32_t i = after();
        if (i >= args.end || i >= view.size()) return false;
        const Token& t = tok(i);
        const Word& w = view.word(i);
        if (w.in_time || w.aside || t.kind == TokenKind::punctuation || t.kind == TokenKind::quote_close || t.kind == TokenKind::quote_open) return false;
        if (w.mention != no_token) {
            const Mention& m = view.mentions[w.mention];
            if (m.kind == MentionKind::place) return false;
            return m.preposition.empty() && i >= m.first_token && i < m.end_token && m.first_token == i;
        }
        if (row.verb == "depart" && t.is_capital()) return false;  // a place no table knows
        if (w.any(bits(ClauseClass::object_pronoun))) return true;
        if (w.any(bits(ClauseClass::determiner, ClauseClass::possessive, ClauseClass::no_word))) return true;
        if (w.any(bits(ClauseClass::preposition, ClauseClass::coordinator, ClauseClass::subordinator, ClauseClass::adverb, ClauseClass::relative, ClauseClass::be, ClauseClass::have))) return false;
        if (w.group != no_token) return false;
        return t.kind == TokenKind::number || t.kind == TokenKind::symbol || (t.kind == TokenKind::word && w.classes == 0 && !t.folded.ends_with("ly")) || t.kind == TokenKind::alphanumeric;
    }

    bool next_is(std::string_view word) const {
        const std::uint32_t i = after();
        return i < view.size() && tok(i).is(word);
    }

    bool goes_to_base() const {
        const std::uint32_t i = after() + 1;
        return i < view.size() && (tok(i).is("base") || tok(i).is("port") || tok(i).is("home") || (i + 1 < view.size() && (tok(i + 1).is("base") || tok(i + 1).is("hangar"))));
    }

    /// "to the town hall": a goal that no table of places knows, beside a stated means.
    bool has_unknown_goal() const {
        if (row.mode == TravelMode::unknown && args.stated_mode == TravelMode::unknown && !has_surface && !has_air_craft) return false;
        for (std::uint32_t i = g.head + 1; i + 1 < args.end && i + 1 < view.size(); ++i)
            if (tok(i).is("to") && (view.word(i + 1).any(bits(ClauseClass::determiner, ClauseClass::possessive)) || tok(i + 1).is_capital()) && view.word(i + 1).group == no_token) return true;
        return false;
    }

    /// The words of the clause behind the verb speak of receivers and screens.
    bool on_trackers() const {
        for (std::uint32_t i = args.begin; i < std::min<std::uint32_t>(static_cast<std::uint32_t>(view.size()), args.end); ++i) {
            const Token& t = tok(i);
            if (t.is("trackers") || t.is("tracker") || t.is("tracking") || t.is("radar") || t.is("screens") || t.is("receiver") || t.is("receivers") || t.is("flightradar24") || t.is("ads-b"))
                return true;
        }
        return false;
    }

    bool speaks_of_signal() const {
        if (subject.head != no_token || subject.other) {
            for (std::uint32_t i = args.begin; i < g.first; ++i) {
                const Token& t = tok(i);
                if (t.is("signal") || t.is("contact") || t.is("return") || t.is("transponder") || t.is("track") || t.is("identity") || t.is("signals") || t.is("trace") || t.is("communication") || t.is("communications"))
                    return true;
            }
        }
        return false;
    }

    bool clock_time() const {
        return std::any_of(args.times.begin(), args.times.end(), [&](std::uint32_t t) { return (*reading.times)[t].clock.has_value(); });
    }
    bool any_time() const { return !args.times.empty(); }
    bool by_time() const {
        return std::any_of(args.times.begin(), args.times.end(), [&](std::uint32_t t) { const TimeHedge h = (*reading.times)[t].hedge; return h == TimeHedge::by || h == TimeHedge::by_around; });
    }
    bool now_word() const {
        for (std::uint32_t i = args.begin; i < args.end && i < view.size(); ++i)
            if (tok(i).is("now") || tok(i).is("already") || tok(i).is("again") || tok(i).is("finally")) return true;
        return false;
    }

    bool needs_met() const {
        const auto need = [&](Need n) { return row.needs_a(n); };
        const bool mover = has_craft || has_person;
        const bool any_place = has_place_after();
        if (need(Need::mover) && !mover) return false;
        if (need(Need::craft) && !has_craft) {
            // A person who moves as a craft does: the pilot, the crew, whoever flies.
            if (!(has_person && (row.mode == TravelMode::air || any_place || any_time()))) return false;
        }
        if (need(Need::traveller) && !has_person) return false;
        const auto crosses_line = [&] {
            for (std::uint32_t i = g.end; i < args.end && i < view.size(); ++i)
                if (view.word(i).any(bits(ClauseClass::line_noun, ClauseClass::airspace_noun))) return true;
            return false;
        };
        const bool nowhere = g.end < view.size() && (tok(g.end).is("nowhere") || tok(g.end).is("abroad") || tok(g.end).is("overseas"));
        if (need(Need::goal) && nowhere) return mover;
        if (need(Need::place) && !any_place && !(row.sense == Sense::cross && crosses_line())) return false;
        if (need(Need::goal) && !(has(PlaceRole::goal) || has(PlaceRole::object) || (has(PlaceRole::at) && row.words.size() > 0) || has_unknown_goal())) return false;
        const bool it = after() < view.size() && tok(after()).is("it");  // "reached it on Sunday"
        const bool open_visit = row.verb == "visit" && (stance.future || stance.modality != Modality::asserted || any_time()) && !has_foreign_object();
        if (need(Need::object) && !has(PlaceRole::object) && !(it && row.verb == "reach") && !open_visit) return false;
        if (need(Need::bare) && has_foreign_object()) return false;
        return true;
    }

    /// Sense of the trigger here, or none.
    /// "has not left the transit area": a place by its kind.
    bool object_is_field() const {
        for (std::uint32_t i = after(); i < args.end && i < view.size() && i < after() + 5; ++i) {
            if (view.word(i).is(ClauseClass::field_noun)) return true;
            if (view.word(i).any(bits(ClauseClass::preposition))) return false;
        }
        return false;
    }

    bool says_instead() const {
        for (std::uint32_t i = args.begin; i < args.end && i < view.size(); ++i)
            if (tok(i).is("instead")) return true;
        return false;
    }

    Sense decide() const {
        if (row.verb == "go" && row.words.empty() && g.passive && !g.perfect && has_craft) return Sense::depart;  // "was gone"
        if (!needs_met()) return Sense::none;
        const auto need = [&](Need n) { return row.needs_a(n); };
        const bool person_only = has_person && !has_craft;
        switch (row.sense) {
            case Sense::depart:
                // "wrapped up his visit": who stays somewhere leaves it when the stay ends; a season's tour or an inspection has no place to leave.
                if (need(Need::stayend)) return has_person && (has_place_after() || any_time()) ? Sense::depart : Sense::none;
                if (need(Need::origin) && !has(PlaceRole::object) && !(object_is_field() && (stance.modality != Modality::asserted || any_time())) && !(has_craft && after() < view.size() && tok(after()).is_capital() && view.word(after()).mention == no_token) && (has_foreign_object() || (!has_craft && !any_time() && args.aboard.empty()))) return Sense::none;
                if (need(Need::board) && !(has(PlaceRole::goal) || (stance.modality == Modality::negated && !args.objects.empty()) || (stance.modality == Modality::negated && !has_foreign_object()))) return Sense::none;
                if (need(Need::onward) && !(has(PlaceRole::goal) || !args.aboard.empty())) return Sense::none;
                if (need(Need::onward) && has(PlaceRole::goal)) return Sense::travel;
                if (need(Need::start) && !(has(PlaceRole::goal) || has(PlaceRole::source) || clock_time())) return Sense::none;
                if (need(Need::craftplace) && args.places.empty()) return Sense::none;
                if (need(Need::way) && !has(PlaceRole::goal) && !has(PlaceRole::source) && !has_craft && !any_time() && args.aboard.empty()) return Sense::none;
                if (need(Need::sail) && !has_surface && args.aboard.empty() && stance.modality != Modality::denied) return Sense::none;
                if (has_surface && !has_air_craft && row.mode == TravelMode::air) return Sense::none;
                return Sense::depart;
            case Sense::arrive:
                if (need(Need::land) && person_only && !has_place_after() && args.aboard.empty() && !any_time()) return Sense::none;
                if (need(Need::land) && person_only && (has(PlaceRole::at) || has(PlaceRole::goal)) && !has_place_after()) return Sense::none;
                if (need(Need::notto) && next_is("to") && !has(PlaceRole::goal)) return Sense::none;
                if (need(Need::craftobject) && args.aboard.empty() && args.objects.empty()) return Sense::none;
                if (need(Need::flyin)) {
                    if (!has_place_after() && !any_time() && args.aboard.empty()) return Sense::none;
                    // Only told as done on a day does it say when somebody came in.
                    if (g.perfect || stance.future || stance.plan || !any_time() || stance.modality == Modality::denied) return Sense::fly;
                }
                if (row.verb == "arrive" && person_only && !has_place_after() && !any_time() && stance.modality == Modality::asserted) return Sense::none;
                if (row.verb == "be" && next_is("to")) return Sense::none;
                if ((row.verb == "come" || row.verb == "land" || row.verb == "put" || row.verb == "set" || row.verb == "touch") && says_instead() && has_place_after()) return Sense::divert;
                if (row.sense == Sense::arrive && row.verb == "end" && !has_place_after()) return Sense::none;
                return Sense::arrive;
            case Sense::fly:
                if (need(Need::fly)) {
                    if (has_craft || has(PlaceRole::goal) || has(PlaceRole::source) || has(PlaceRole::via)) {
                        if (!has(PlaceRole::goal) && !has(PlaceRole::source) && (has(PlaceRole::path) || has(PlaceRole::object))) return Sense::overfly;
                        if (!has_place_after() && !any_time() && stance.modality == Modality::asserted) return Sense::none;
                        return Sense::fly;
                    }
                    if (stance.modality != Modality::asserted && has_person) return Sense::fly;
                    return Sense::none;
                }
                if (need(Need::leg) && args.places.empty() && !any_time()) return Sense::none;
                if (need(Need::send) && has_craft && g.passive && !has(PlaceRole::goal) && !has(PlaceRole::source)) return Sense::depart;
                if (need(Need::send) && !((has_craft && g.passive) || std::any_of(args.objects.begin(), args.objects.end(), [&](std::uint32_t m) { return mention(m).kind == MentionKind::carrier; }))) return Sense::none;
                return Sense::fly;
            case Sense::travel:
                if (need(Need::move) && !((has(PlaceRole::goal) || has(PlaceRole::source)) && (has_person || has_craft))) return Sense::none;
                if (need(Need::leg) && args.places.empty() && !any_time()) return Sense::none;
                if (row.verb == "travel" && args.places.empty() && !any_time() && stance.modality == Modality::asserted) return Sense::none;
                if (need(Need::carry) && !g.passive && args.objects.empty() && !has_craft) return Sense::none;
                return Sense::travel;
            case Sense::return_:
                if (row.verb == "be" && !has_place_after() && (next_is("in") || next_is("on") || next_is("at") || next_is("to"))) return Sense::none;
                if (need(Need::back) && !has_place_after() && !any_time() && args.aboard.empty() && !has_craft && !next_is("home") && !next_is("safely")) return Sense::none;
                if (need(Need::back) && next_is("to") && !has(PlaceRole::goal) && !has(PlaceRole::at) && !goes_to_base()) return Sense::none;
                if (need(Need::backto) && next_is("to") && !has(PlaceRole::goal) && !goes_to_base()) return Sense::none;
                return Sense::return_;
            case Sense::stop:
                if (need(Need::stop) && (!has_place_after() || next_is("from"))) return Sense::none;
                if (row.verb == "call" && any_time() && has_craft) return Sense::visit;
                return Sense::stop;
            case Sense::enter:
                if (has_word(PlaceWord::airspace) || has_air_craft) return Sense::overfly;
                return Sense::arrive;
            case Sense::exit:
                if (!has_place_after()) return Sense::none;
                return has_word(PlaceWord::airspace) || has_air_craft ? (row.verb == "clear" ? Sense::depart : Sense::overfly) : Sense::depart;
            case Sense::cross:
                if (has_air_craft || has_word(PlaceWord::airspace)) return Sense::overfly;
                return Sense::arrive;
            case Sense::overfly:
                if (need(Need::airspace) && !has_word(PlaceWord::airspace) && !has_air_craft) return Sense::none;
                if (row.verb == "be" && !(has_air_craft)) return Sense::none;
                return Sense::overfly;
            case Sense::circle:
                return has_air_craft || (has_person && has_place_after()) ? Sense::circle : Sense::none;
            case Sense::turn_up:
                if (has_air_craft && on_trackers()) return Sense::first_seen;
                if (std::any_of(args.places.begin(), args.places.end(), [](const PlaceArgument& a) { return a.list_size > 2; })) return Sense::visit;
                return Sense::arrive;
            case Sense::seen_again:
                if (row.needs_a(Need::trace)) return speaks_of_signal() ? Sense::first_seen : Sense::none;
                if (row.needs_a(Need::appear) && !(has_air_craft && (has_place_after() || any_time() || on_trackers()))) return Sense::none;
                return has_air_craft ? Sense::first_seen : Sense::none;
            case Sense::picked_up:
                return g.passive && has_air_craft ? Sense::first_seen : Sense::none;
            case Sense::seen:
                return has_air_craft && (has_place_after()) ? (row.words.size() > 1 ? Sense::first_seen : Sense::none) : Sense::none;
            case Sense::last_seen:
                if (row.needs_a(Need::trace) && !row.needs_a(Need::craft)) return speaks_of_signal() ? Sense::last_seen : Sense::none;
                if (row.needs_a(Need::trace)) return has_air_craft && (on_trackers() || clock_time()) ? Sense::last_seen : Sense::none;
                if (row.verb == "crash" && !has_air_craft) return Sense::none;
                return has_air_craft ? Sense::last_seen : Sense::none;
            case Sense::lose: {
                if (g.passive) return (speaks_of_signal() || has_air_craft) ? Sense::last_seen : Sense::none;
                const bool craft_object = std::any_of(args.objects.begin(), args.objects.end(), [&](std::uint32_t m) { return mention(m).kind == MentionKind::carrier; });
                const std::uint32_t i = after();
                const bool contact = i < view.size() && (tok(i).is("contact") || tok(i).is("sight") || tok(i).is("track") || tok(i).is("radio"));
                if (contact && (has_craft || has_person)) return Sense::last_seen;
                if (has_air_craft && subject.inherited && has_place_after()) return Sense::last_seen;
                return craft_object && (has_place_after() || clock_time()) ? Sense::last_seen : Sense::none;
            }
            case Sense::stay:
                if (need(Need::spend) && !any_time()) return Sense::none;
                if (has_craft && !person_only) return Sense::on_ground;
                if (!has_place_after() && !any_time()) return Sense::none;
                return Sense::visit;
            case Sense::sit:
                return has_air_craft && (has_place_after() || any_time()) ? Sense::on_ground : has_person && has_place_after() && any_time() ? Sense::on_ground : Sense::none;
            case Sense::on_ground:
                if (row.needs_a(Need::passive) && !g.passive) return Sense::none;
                if (!has_place_after() && !any_time()) return Sense::none;
                return Sense::on_ground;
            case Sense::ground:
                return by_time() || any_time() ? Sense::arrive : Sense::on_ground;
            case Sense::be_in: return decide_presence();
            case Sense::shuttle: return args.places.empty() ? Sense::none : has_air_craft || stance.modality == Modality::asserted ? Sense::fly : Sense::travel;
            case Sense::due:
                if (g.end < view.size() && next_is("to")) return Sense::none;
                return has(PlaceRole::at) && (any_time() || has_craft) ? Sense::arrive : has(PlaceRole::object) ? Sense::arrive : Sense::none;
            case Sense::expect:
                if (next_is("to")) return Sense::none;
                if (g.end < view.size() && (tok(g.end).is("back") || tok(g.end).is("home"))) return Sense::return_;
                for (std::uint32_t i = g.end; i < view.size() && !tok(i).is(';'); ++i)
                    if (tok(i).is("visit") && i > 0 && !tok(i - 1).is("to")) return Sense::visit;
                if (row.verb == "expect" && !g.passive) return !args.objects.empty() && any_time() ? Sense::arrive : Sense::none;
                return has(PlaceRole::at) || any_time() ? Sense::arrive : Sense::none;
            case Sense::follow:
                if (has_foreign_object() || !args.objects.empty()) return Sense::none;
                if (has_air_craft && any_time()) return Sense::depart;
                return has_person && stance.modality == Modality::possible ? Sense::travel : Sense::none;
            case Sense::join: return stance.modality == Modality::denied || stance.modality == Modality::negated ? Sense::travel : Sense::none;
            case Sense::turned_away: return has_craft || !args.objects.empty() ? Sense::arrive : Sense::none;
            case Sense::visit:
                if (need(Need::attend) && next_is("to")) return Sense::none;
                if (need(Need::attend) && !has_place_after() && stance.modality == Modality::asserted) return Sense::none;
                return Sense::visit;
            case Sense::way: return Sense::way;
            case Sense::way_from: return has(PlaceRole::source) ? Sense::way_from : Sense::none;
            case Sense::divert:
            case Sense::turn_back:
                return Sense(row.sense);
            case Sense::first_seen: return Sense::first_seen;
            case Sense::none: return Sense::none;
        }
        return Sense::none;
    }

    /// "was in Riyadh on Monday", "is already in London", "was in Beijing at 9:17", "was in a hangar at Cointrin".
    Sense decide_presence() const {
        const PlaceArgument* where = nullptr;
        const std::uint32_t limit = g.end + 8;
        for (const PlaceArgument& a : args.places)
            if (!a.fronted && mention(a.mention).first_token <= limit) {
                where = &a;
                break;
            }
        if (where == nullptr) return Sense::none;
        // Only adverbs, a place and what belongs to it may follow "be": "was in talks in Paris" tells of no presence.
        bool apron = false;
        for (std::uint32_t i = g.head + 1; i < mention(where->mention).end_token; ++i) apron = apron || view.word(i).any(bits(ClauseClass::apron_noun));
        const std::string_view p = mention(where->mention).preposition;
        if (!(p == "in" || p == "at" || p == "on" || p.empty() || p == "inside" || p == "near")) return Sense::none;
        if (has_craft && !has_person && apron) return any_time() ? Sense::on_ground : Sense::none;
        if (place(*where).place.name.empty() && place(*where).place.country.empty()) return Sense::none;
        const bool plain = mention(where->mention).first_token <= g.end + 3;
        if (has_craft && !has_person) {
            if (!has_air_craft) return Sense::none;
            if (clock_time() || by_time()) return Sense::arrive;
            return any_time() ? Sense::visit : Sense::none;
        }
        if (!plain && !any_time()) return Sense::none;
        if (clock_time() || by_time()) return Sense::arrive;
        if (now_word() && (g.present || g.may)) return Sense::arrive;
        if (!any_time() && !(g.present || stance.modality != Modality::asserted)) return Sense::none;
        return Sense::visit;
    }
};

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
            if (!slot || (slot->word == PlaceWord::home && (a.role == PlaceRole::at || a.role == PlaceRole::goal))) slot = use(a, rule, lists);
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
                if (role == PlaceRole::source) set(d.origin, "from_place");
                else if (role == PlaceRole::goal || role == PlaceRole::object) {
                    if (a.way && d.event == ClaimEvent::divert) break;  // where it was bound before
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
                } else if (role == PlaceRole::source) set(d.origin, "from_place");
                else if (role == PlaceRole::goal) set(d.destination, "to_place");
                else if (role == PlaceRole::object) set(object == ObjectRole::origin ? d.origin : d.destination, "direct_object");
                else if (role == PlaceRole::via || (role == PlaceRole::path && reading.view->mentions[a.mention].preposition == "through")) pass("via_place");
                break;
            case ClaimEvent::overfly:
                if (role == PlaceRole::source && d.row != nullptr && d.row->sense != Sense::overfly) set(d.origin, "from_place");
                else pass("crosses_place");
                break;
            case ClaimEvent::stop:
                if (role == PlaceRole::source) set(d.origin, "from_place");
                else if (role == PlaceRole::goal) break;  // where it goes on to
                else set(d.destination, "stops_at");
                break;
            case ClaimEvent::turn_back:
                if (role == PlaceRole::goal) set(d.destination, "back_to");
                else if (role == PlaceRole::source) set(d.origin, "from_place");
                else pass("turns_at");
                break;
            case ClaimEvent::circle:
            case ClaimEvent::last_seen:
            case ClaimEvent::first_seen:
                if (role == PlaceRole::source && a.fronted) set(d.origin, "from_place");
                else if (role == PlaceRole::goal && a.way) set(d.destination, "to_place");
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
    if (subject.generic) return std::nullopt;
    const Stance stance = read_stance(view, group, *reading.subjects, *reading.sources);
    if (stance.no_claim) return std::nullopt;
    const Arguments args = find_arguments(view, *reading.mentions, group, *reading.subjects, *reading.times);
    Decider decider{reading, view, g, subject, args, stance, *g.trigger};
    decider.look_at_movers();
    // Something else moves: a statement, shares, a season. Signals and legs are told of by their own nouns.
    const bool leg_subject = g.trigger->needs_a(Need::leg) && g.trigger->verb == "end";
    if (subject.other && subject.mentions.empty() && !decider.has_craft && !decider.has_person && !decider.speaks_of_signal() && !leg_subject) return std::nullopt;
    Sense sense = decider.decide();
    if (sense == Sense::none) return std::nullopt;
    if (g.infinitive && g.governor == no_token && !g.be_to) return std::nullopt;  // a purpose: "left to attend"
    ClaimDraft d;
    d.group = group;
    d.row = g.trigger;
    d.sense = sense;
    d.event_rule = "trigger_sense";
    if (sense == Sense::way) d.event = ClaimEvent::depart;
    else if (sense == Sense::way_from) d.event = decider.has_air_craft ? ClaimEvent::fly : ClaimEvent::travel;
    else d.event = event_of_sense(sense);
    // "went", "came", "brought": by what means decides between fly and travel.
    const bool by_air = decider.has_air_craft || args.stated_mode == TravelMode::air;
    if (d.event == ClaimEvent::travel && by_air && !decider.has_surface && args.stated_mode != TravelMode::rail) {
        d.event = ClaimEvent::fly;
        d.event_rule = "leg_by_air";
    }
    if (d.event == ClaimEvent::fly && (decider.has_surface || (args.stated_mode != TravelMode::unknown && args.stated_mode != TravelMode::air)) && !decider.has_air_craft) d.event = ClaimEvent::travel;
    // A clock at the end of being taken somewhere is an arrival.
    const bool taken = g.trigger->needs_a(Need::carry) && (g.trigger->verb == "take" || g.trigger->verb == "bring" || g.trigger->verb == "carry");
    if (taken && (d.event == ClaimEvent::travel || d.event == ClaimEvent::fly) && decider.clock_time() && !decider.has(PlaceRole::source)) {
        d.event = ClaimEvent::arrive;
        d.event_rule = "taken_by_the_clock";
    }
    place_roles(d, reading, args, g.trigger);
    fill_draft(d, reading, group, args, stance);
    if (g.trigger->sense == Sense::due && d.modality == Modality::asserted) d.modality = Modality::planned, d.modality_rule = "due", d.future = true;
    if (g.trigger->sense == Sense::expect && (d.modality == Modality::asserted || d.modality == Modality::reported)) d.modality = Modality::expected, d.modality_rule = "expectation", d.future = true;
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
