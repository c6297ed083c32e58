// SPDX-License-Identifier: BSL-1.0
#include "text/mention_resolve.hpp"

#include <flightxref/aircraft/operators.hpp>
#include <flightxref/aircraft/registration.hpp>

#include <algorithm>
#include <array>

namespace flightxref::detail {

namespace {

constexpr std::size_t places_kept = 24;

/// A number for a code of two capitals; country_codes for anything else.
std::size_t code_of(std::string_view country) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    return country.size() == 2 && capital(country[0]) && capital(country[1]) ? static_cast<std::size_t>(country[0] - 'A') * 26 + static_cast<std::size_t>(country[1] - 'A') : country_codes;
}

bool is_plain(const PlaceCandidate& candidate) { return candidate.entry != nullptr && candidate.use != NameUse::demonym && candidate.use != NameUse::government; }

}  // namespace

void Discourse::count_country(std::string_view country) {
    if (const std::size_t code = code_of(country); code < country_codes && m_countries[code]++ == 0) m_countries_met.push_back(static_cast<std::uint16_t>(code));
}

std::uint32_t Discourse::country_count(std::string_view country) const {
    const std::size_t code = code_of(country);
    return code < country_codes ? m_countries[code] : 0;
}

const Place* Discourse::last_place(PlaceKind kind) const {
    for (auto it = m_places.rbegin(); it != m_places.rend(); ++it)
        if (it->kind == kind) return &*it;
    return nullptr;
}

/// Among places of one name the likeliest, unless the document speaks of the country of another and never of its own.
void Discourse::choose_candidate(PlaceReading& reading, std::string_view preposition) const {
    if (reading.candidates.size() < 2 || reading.word == PlaceWord::airspace || reading.word == PlaceWord::capital || reading.word == PlaceWord::country) return;
    const PlaceCandidate* chosen = nullptr;
    for (const PlaceCandidate& candidate : reading.candidates)
        if (is_plain(candidate) && candidate.entry->name == reading.place.name && candidate.entry->country == reading.place.country && candidate.entry->kind == reading.place.kind) chosen = &candidate;
    if (chosen == nullptr) {  // a government ("Moscow" as subject): the city is what can be gone to
        for (const PlaceCandidate& candidate : reading.candidates)
            if (is_plain(candidate)) {
                chosen = &candidate;
                break;
            }
    }
    if (chosen == nullptr) return;
    // An outlet names the places of its own country without saying so.
    const auto at_home = [&](const PlaceCandidate& candidate) { return !m_outlet_country.empty() && candidate.entry->country == m_outlet_country; };
    const auto support = [&](const PlaceCandidate& candidate) { return country_count(candidate.entry->country) + (at_home(candidate) ? 1u : 0u); };
    if (support(*chosen) == 0) {
        for (const PlaceCandidate& candidate : reading.candidates) {
            if (!is_plain(candidate) || candidate.entry->country == chosen->entry->country || support(candidate) < 1) continue;
            if (candidate.entry->kind == PlaceKind::airport && chosen->entry->kind != PlaceKind::airport && !at_home(candidate)) continue;
            chosen = &candidate;
            break;
        }
    }
    // "in Singapore", "left Luxembourg": of a city that is a country the city is meant where one can land
    if (chosen->entry->kind == PlaceKind::country && !preposition.empty() && preposition != "of" && preposition != "over") {
        for (const PlaceCandidate& candidate : reading.candidates)
            if (is_plain(candidate) && candidate.entry->kind == PlaceKind::city && candidate.entry->country == chosen->entry->country && candidate.entry->name == chosen->entry->name) chosen = &candidate;
    }
    std::string text = std::move(reading.place.text);
    reading.place = chosen->entry->to_place(std::move(text));
}

/// "his capital", "the country": of its owner, of the dateline, else of the country the document speaks of most.
std::string Discourse::country_in_focus(const Draft& draft) const {
    for (std::uint32_t i = draft.mention.first_token; i < draft.mention.end_token; ++i)
        if (m_scan->word(i).has(WordClass::possessive))
            for (auto it = m_people.rbegin(); it != m_people.rend(); ++it)
                if (!entities[*it].person.country.empty()) return entities[*it].person.country;
    if (!m_home_country.empty()) return m_home_country;
    std::optional<std::uint16_t> best;
    for (const std::uint16_t code : m_countries_met)
        if (!best || m_countries[code] > m_countries[*best]) best = code;
    return best ? std::string{static_cast<char>('A' + *best / 26), static_cast<char>('A' + *best % 26)} : std::string();
}

/// Where the last subjects are at home: the country a person serves, the country of a craft's operator or of its register. Empty when the text tells none.
std::string Discourse::country_of_subject() const {
    std::string found;
    for (auto it = m_people.rbegin(); it != m_people.rend() && found.empty(); ++it)
        if (salience[*it].last_sentence + 1 >= m_sentence) found = entities[*it].person.country;
    for (auto it = m_carriers.rbegin(); it != m_carriers.rend() && found.empty(); ++it) {
        if (salience[*it].last_sentence + 1 < m_sentence) break;
        const Carrier& carrier = entities[*it].carrier;
        if (const Operator* by = carrier.operator_name.empty() ? nullptr : find_operator(carrier.operator_name)) found = by->country;
        if (found.empty() && !carrier.operator_name.empty()) found = Gazetteer::built_in().country_of(carrier.operator_name);
        if (found.empty() && !carrier.registration.empty()) found = state_of(Registration(carrier.registration));
    }
    return found.empty() ? m_home_country : found;
}

void Discourse::resolve_place(Draft& draft) {
    PlaceReading& reading = draft.place;
    const Gazetteer& gazetteer = Gazetteer::built_in();
    const auto take = [&](const Place& place) {
        std::string text = std::move(reading.place.text);
        reading.place = place;
        reading.place.text = std::move(text);
    };
    const auto take_entry = [&](const GazetteerEntry* entry) {
        if (entry != nullptr) take(entry->to_place({}));
    };
    if (reading.place.name.empty()) {
        const Place* before = m_places.empty() ? nullptr : &m_places.back();
        const std::string country = before != nullptr ? before->country : m_home_country;
        switch (reading.word) {
            case PlaceWord::building:
                if (before != nullptr && draft.mention.reference == Reference::name) {
                    // "West 30th Street Heliport" is in the town spoken of, and none of its airports
                    reading.place.name = reading.place.kind == PlaceKind::airport || before->city.empty() ? reading.place.text : before->city;
                    reading.place.city = before->city;
                    reading.place.country = before->country;
                    break;
                }
                [[fallthrough]];
            case PlaceWord::there:
            case PlaceWord::here:
                if (reading.word == PlaceWord::here && !m_dateline.name.empty()) take(m_dateline);
                else if (before != nullptr) take(*before);
                break;
            case PlaceWord::capital: take_entry(gazetteer.capital_of(country_in_focus(draft))); break;
            case PlaceWord::country: take_entry(gazetteer.country(country_in_focus(draft))); break;
            case PlaceWord::airspace: {
                const Place* last = last_place(PlaceKind::country);
                take_entry(gazetteer.country(last != nullptr ? last->country : country));
                break;
            }
            case PlaceWord::city:
                if (const Place* city = last_place(PlaceKind::city)) take(*city);
                break;
            case PlaceWord::airport:
            case PlaceWord::base: {
                const Place* airport = last_place(PlaceKind::airport);
                const Place* city = last_place(PlaceKind::city);
                if (airport != nullptr) take(*airport);
                else if (city != nullptr) take(*city);
                break;
            }
            case PlaceWord::home: {
                take_entry(gazetteer.country(country_of_subject()));
                break;
            }
            case PlaceWord::island:
                for (auto it = m_places.rbegin(); it != m_places.rend(); ++it)
                    if (it->kind == PlaceKind::region || it->kind == PlaceKind::country) {
                        take(*it);
                        break;
                    }
                break;
            case PlaceWord::coast:
                if (!country.empty()) {
                    take_entry(gazetteer.country(country));
                    reading.place.kind = PlaceKind::region;
                }
                break;
            case PlaceWord::name: break;
        }
        return;
    }
    if (draft.mention.rule == "unlisted_place" && reading.place.country.empty() && !m_places.empty()) reading.place.country = m_places.back().country;
    const std::uint32_t at = draft.mention.first_token;
    const bool object = at > 0 && m_scan->word(at - 1).has(WordClass::goes_to);
    choose_candidate(reading, object ? std::string_view("to") : draft.mention.preposition);
    // "driven to the Kremlin", "at Downing Street": where one goes it is a house in the capital, not the government
    static constexpr std::array<std::string_view, 7> houses = {"to", "at", "in", "into", "from", "outside", "near"};
    const bool visited = object || std::find(houses.begin(), houses.end(), draft.mention.preposition) != houses.end();
    if (visited && reading.word == PlaceWord::name && !reading.candidates.empty() && std::none_of(reading.candidates.begin(), reading.candidates.end(), is_plain) && reading.candidates.front().use == NameUse::government) {
        take_entry(gazetteer.capital_of(reading.place.country));
        reading.word = PlaceWord::building;
    }
    // A place that only owns or compares ("as Bangkok counts", "Moscow's envoy") is not where anybody is.
    if (draft.mention.possessive || draft.mention.preposition == "as" || draft.mention.preposition == "of" || draft.mention.preposition == "like" || draft.mention.preposition == "by") return;
    // "Moscow denied": the government and no place
    const bool speaks = draft.mention.preposition.empty() && draft.mention.end_token < m_scan->size() && m_scan->word(draft.mention.end_token).has(WordClass::person_verb);
    const bool governs = std::any_of(reading.candidates.begin(), reading.candidates.end(), [](const PlaceCandidate& c) { return c.use == NameUse::government || (c.entry != nullptr && c.entry->kind == PlaceKind::country); });
    if (speaks && governs) return;
    // "the Mexican embassy" is not in Mexico
    if (reading.word == PlaceWord::building && (m_scan->is(draft.mention.head_token, "embassy") || m_scan->is(draft.mention.head_token, "consulate"))) return;
    m_places.push_back(reading.place);
    if (m_places.size() > places_kept) m_places.pop_front();
}

}  // namespace flightxref::detail
