// SPDX-License-Identifier: BSL-1.0
#include "text/mention_resolve.hpp"

#include <algorithm>

namespace flightxref::detail {

namespace {

constexpr std::size_t places_kept = 24;

bool is_plain(const PlaceCandidate& candidate) { return candidate.entry != nullptr && candidate.use != NameUse::demonym && candidate.use != NameUse::government; }

}  // namespace

void Discourse::count_country(std::string_view country) {
    if (country.empty()) return;
    for (auto& [name, count] : m_countries)
        if (name == country) {
            ++count;
            return;
        }
    if (m_countries.size() < 260) m_countries.emplace_back(std::string(country), 1);
}

std::uint32_t Discourse::country_count(std::string_view country) const {
    for (const auto& [name, count] : m_countries)
        if (name == country) return count;
    return 0;
}

const Place* Discourse::last_place(PlaceKind kind) const {
    for (auto it = m_places.rbegin(); it != m_places.rend(); ++it)
        if (it->kind == kind) return &*it;
    return nullptr;
}

/// Among places of one name the likeliest, unless the document speaks of the country of another and never of its own.
void Discourse::choose_candidate(PlaceReading& reading, std::string_view preposition) const {
    if (reading.candidates.size() < 2 || reading.word != PlaceWord::name) return;
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
    // each mention has counted its own first reading once already
    const auto support = [&](const PlaceCandidate& candidate) {
        const std::uint32_t count = country_count(candidate.entry->country);
        const bool own = candidate.entry->country == reading.candidates.front().entry->country;
        const bool itself = candidate.entry->kind == PlaceKind::country;
        return (own && count > 0 ? count - 1 : count) + (itself && own ? 1u : 0u);
    };
    if (reading.candidates.front().entry != nullptr && support(*chosen) == 0) {
        for (const PlaceCandidate& candidate : reading.candidates) {
            if (!is_plain(candidate) || candidate.entry->country == chosen->entry->country || support(candidate) < 1) continue;
            if (candidate.entry->kind == PlaceKind::airport && chosen->entry->kind != PlaceKind::airport) continue;
            chosen = &candidate;
            break;
        }
    }
    (void)preposition;
    std::string text = std::move(reading.place.text);
    reading.place = chosen->entry->to_place(std::move(text));
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
            case PlaceWord::there:
            case PlaceWord::building:
            case PlaceWord::here:
                if (reading.word == PlaceWord::here && !m_dateline.name.empty()) take(m_dateline);
                else if (before != nullptr) take(*before);
                break;
            case PlaceWord::capital: {
                const std::string& of = !m_home_country.empty() ? m_home_country : country;
                take_entry(gazetteer.capital_of(of));
                break;
            }
            case PlaceWord::country: take_entry(gazetteer.country(country)); break;
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
                std::string of;
                for (auto it = m_people.rbegin(); it != m_people.rend() && of.empty(); ++it)
                    if (salience[*it].last_sentence + 1 >= m_sentence) of = entities[*it].person.country;
                if (of.empty()) of = m_home_country;
                take_entry(gazetteer.country(of));
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
    choose_candidate(reading, draft.mention.preposition);
    m_places.push_back(reading.place);
    if (m_places.size() > places_kept) m_places.erase(m_places.begin());
}

}  // namespace flightxref::detail
