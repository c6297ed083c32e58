// SPDX-License-Identifier: BSL-1.0
#include "claim/journey_state.hpp"
#include "text/mention_resolve.hpp"

#include <flightxref/aircraft/operators.hpp>
#include <flightxref/aircraft/registration.hpp>
#include <flightxref/airport/gazetteer.hpp>

#include <algorithm>

namespace flightxref::detail {
namespace {

const Entity* entity_of(const PlaceContext& context, std::uint32_t e) { return e < context.entities.size() ? &context.entities[e] : nullptr; }

/// The country of who flies a craft, else of its owner, else of its register.
std::string country_of_carrier(const PlaceContext& context, const Entity& craft) {
    if (!craft.carrier.operator_name.empty()) {
        if (const Operator* by = find_operator(craft.carrier.operator_name); by != nullptr && !by->country.empty()) return std::string(by->country);
        if (const auto country = Gazetteer::built_in().country_of(craft.carrier.operator_name); !country.empty()) return std::string(country);
    }
    if (const Entity* owner = entity_of(context, craft.owner); owner != nullptr && !owner->person.country.empty()) return owner->person.country;
    return {};
}

/// The country of a person, or of a group by the people it is named for: "six freed Americans".
std::string country_of_person(const Entity& e) {
    if (!e.person.country.empty() || !e.person.group) return e.person.country;
    std::string_view name = e.person.name;
    const auto owner = std::min(name.find("'s "), name.find("\xE2\x80\x99s "));  // "North Korea's delegation"
    if (owner != std::string_view::npos)
        for (const PlaceCandidate& candidate : Gazetteer::built_in().find(name.substr(0, owner)))
            if (candidate.entry != nullptr && candidate.entry->kind == PlaceKind::country) return std::string(candidate.entry->country);
    while (!name.empty()) {
        const auto space = name.find(' ');
        const std::string_view word = name.substr(0, space);
        if (word[0] >= 'A' && word[0] <= 'Z')
            if (const auto country = Gazetteer::built_in().country_of(word); !country.empty()) return std::string(country);
        if (space == std::string_view::npos) break;
        name.remove_prefix(space + 1);
    }
    return {};
}

/// Whose country "home" is: of those who travel, of the craft, else where the trip began. Nobody goes home from home.
std::string home_country(const PlaceContext& context) {
    const ClaimDraft& d = context.draft;
    std::string here;  // where it goes home from
    if (d.origin && d.origin->word == PlaceWord::name) here = d.origin->place.country;
    else if (context.state != nullptr && context.state->at != nullptr) here = context.state->at->place.country;
    else if (context.state != nullptr && context.state->from != nullptr) here = context.state->from->place.country;
    const auto fits = [&](const std::string& country) { return !country.empty() && country != here; };
    const auto of_persons = [&](const std::vector<std::uint32_t>& persons) {
        for (const std::uint32_t p : persons)
            if (const Entity* e = entity_of(context, p))
                if (std::string country = country_of_person(*e); fits(country)) return country;
        return std::string();
    };
    if (const std::string country = of_persons(d.persons); !country.empty()) return country;
    for (const std::uint32_t c : d.carriers)
        if (const Entity* e = entity_of(context, c))
            if (const std::string country = country_of_carrier(context, *e); fits(country)) return country;
    if (context.state != nullptr && context.state->trip_start != nullptr && fits(context.state->trip_start->place.country)) return context.state->trip_start->place.country;
    if (context.aboard != nullptr)
        if (const std::string country = of_persons(*context.aboard); !country.empty()) return country;
    for (const std::uint32_t c : d.carriers)
        if (const Entity* e = entity_of(context, c); e != nullptr && !e->carrier.registration.empty())
            if (const std::string country(state_of(Registration(e->carrier.registration))); fits(country)) return country;
    if (const std::string country = country_of_zone(context.published_zone); fits(country)) return country;  // the outlet writes of its own people
    return {};
}

bool is_ground_of_airport(std::string_view text) {
    for (const std::string_view word : {"apron", "runway", "tarmac", "airfield", "airport", "hangar", "terminal", "field"})
        if (text.ends_with(word)) return true;
    return false;
}

/// "the country", "its capital": the words name no country themselves.
bool names_no_country(const PlaceUse& use) {
    const std::string& text = use.place.text;
    const auto space = text.find(' ');
    return space != std::string::npos && text.find(' ', space + 1) == std::string::npos && text.find("\xE2\x80\x99") == std::string::npos && text.find('\'') == std::string::npos &&
           text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 0;
}

/// "his capital", "their country".
bool names_owner(const PlaceUse& use) {
    const std::string_view text = use.place.text;
    return text.starts_with("his ") || text.starts_with("her ") || text.starts_with("their ");
}

}  // namespace

void resolve_place_word(PlaceUse& use, const PlaceContext& context, bool is_origin) {
    const JourneyState* t = context.state;
    const Gazetteer& gazetteer = Gazetteer::built_in();
    const auto take = [&](const PlaceUse* from, std::string_view rule) {
        if (from == nullptr) return false;
        std::string text = std::move(use.place.text);
        use.place = from->place;
        use.place.text = std::move(text);
        use.rule = rule;
        return true;
    };
    const auto take_entry = [&](const GazetteerEntry* entry, std::string_view rule) {
        if (entry == nullptr) return false;
        use.place = entry->to_place(std::move(use.place.text));
        use.rule = rule;
        return true;
    };
    const PlaceUse* at = t != nullptr ? t->at : nullptr;
    const PlaceUse* goal = t != nullptr && t->moving && !is_origin ? t->heading : nullptr;
    switch (use.word) {
        case PlaceWord::home: {
            if (const std::string country = home_country(context); !country.empty()) take_entry(gazetteer.country(country), "home_country");
            return;
        }
        case PlaceWord::base:
            if (t != nullptr && !is_origin && t->trip_start != nullptr && (use.place.name.empty() || names_no_country(use))) take(t->trip_start, "base_is_trip_start");
            return;
        case PlaceWord::there:
        case PlaceWord::here:
            if (!use.place.name.empty()) return;  // the place named last
            if (!take(goal, "there_is_goal") && !take(at, "there_is_last_place")) take(context.story, "there_is_last_place");
            return;
        case PlaceWord::country:
        case PlaceWord::capital:
            if (names_no_country(use) && (is_origin || names_owner(use))) {
                // Of the place the journey stands at, else of who leaves; "his capital" the other way round.
                std::string country = at != nullptr && !names_owner(use) ? at->place.country : std::string();
                for (const std::uint32_t p : context.draft.persons)
                    if (const Entity* e = entity_of(context, p); e != nullptr && country.empty()) country = e->person.country;
                if (!country.empty()) take_entry(use.word == PlaceWord::country ? gazetteer.country(country) : gazetteer.capital_of(country), "country_of_the_journey");
            }
            return;
        case PlaceWord::airport:
        case PlaceWord::city:
        case PlaceWord::building:
            if (use.word == PlaceWord::airport && at != nullptr && at->place.kind == PlaceKind::airport && use.place.text.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos) {
                take(at, "place_of_the_journey");
                return;
            }
            // "the consulate", "the military hospital": of the town where who goes there stands, rather than the one named last
            if (use.word == PlaceWord::building && at != nullptr && !at->place.city.empty() && names_no_country(use) && at->place.city != use.place.city) {
                take(at, "place_of_the_journey");
                use.place.kind = PlaceKind::city;
                use.place.icao.clear();
                return;
            }
            if (use.place.name.empty() && use.place.country.empty() && !take(at, "place_of_the_journey")) take(context.story, "place_spoken_of");
            break;
        default: break;
    }
    // "the Austrian apron", "the Jordanian runway": the field there that the journey stands at or goes to.
    if (use.place.kind == PlaceKind::country && is_ground_of_airport(use.place.text)) {
        for (const PlaceUse* known : {goal, at, t != nullptr ? t->heading : nullptr, context.story})
            if (known != nullptr && known->place.country == use.place.country && known->place.kind != PlaceKind::country) {
                take(known, "place_of_the_journey");
                return;
            }
    }
}

}  // namespace flightxref::detail
