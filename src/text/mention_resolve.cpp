// SPDX-License-Identifier: BSL-1.0
#include "text/mention_resolve.hpp"

#include <algorithm>
#include <array>

namespace flightxref::detail {

namespace {

constexpr std::size_t recent_limit = 64;  ///< how many entities of a kind stay in reach of "the jet", "he"

void move_to_end(std::vector<std::uint32_t>& list, std::uint32_t entity) {
    const auto at = std::find(list.begin(), list.end(), entity);
    if (at != list.end()) list.erase(at);
    list.push_back(entity);
    if (list.size() > recent_limit) list.erase(list.begin());
}

/// Does the name mean one place alone, or one that is far better known than the others?
bool is_unambiguous(std::span<const PlaceCandidate> candidates) {
    const GazetteerEntry* best = nullptr;
    for (const PlaceCandidate& candidate : candidates) {
        if (candidate.entry == nullptr || candidate.use == NameUse::government) continue;
        if (best == nullptr) best = candidate.entry;
        else if (candidate.entry->country != best->country && candidate.entry->kind != PlaceKind::airport &&
                 (candidate.entry->kind == PlaceKind::region || 8 * static_cast<std::uint64_t>(candidate.entry->weight) > best->weight))
            return false;
    }
    return best != nullptr;
}

}  // namespace

std::string country_of_zone(std::string_view zone) {
    std::string city(zone.substr(zone.rfind('/') + 1));
    std::replace(city.begin(), city.end(), '_', ' ');
    for (const PlaceCandidate& candidate : Gazetteer::built_in().find(city))
        if (candidate.entry->zone == zone) return std::string(candidate.entry->country);
    return {};
}

void Discourse::start(const Document& document) {
    if (!document.published_zone.empty()) m_outlet_country = country_of_zone(document.published_zone);
    if (document.dateline) {
        m_dateline = *document.dateline;
        m_home_country = document.dateline->country;
        count_country(m_home_country);
    }
}

std::uint32_t Discourse::make(MentionKind kind) {
    entities.emplace_back();
    entities.back().kind = kind;
    salience.emplace_back();
    return static_cast<std::uint32_t>(entities.size() - 1);
}

void Discourse::touch(std::uint32_t entity, const Draft& draft) {
    Salience& use = salience[entity];
    if (draft.aside && use.mentions == 0) return;  // new and in passing: nothing that "it" would mean
    if (use.mentions == 0) use.first_sentence = m_sentence;
    ++use.mentions;
    use.last_sentence = m_sentence;
    if (draft.subject) use.last_subject = m_sentence + 1;
    if (draft.mention.kind == MentionKind::person && is_source(draft)) use.last_word = m_sentence + 1;
    move_to_end(draft.mention.kind == MentionKind::carrier ? m_carriers : m_people, entity);
}

bool Discourse::is_source(const Draft& draft) const {
    static constexpr std::array<std::string_view, 22> says = {"said", "says", "told", "tells", "wrote", "writes", "added", "adds", "announced", "confirmed", "reported",
                                                              "posted", "tweeted", "explained", "noted", "stressed", "insisted", "claimed", "denied", "recalled", "stated", "argued"};
    const auto is_saying = [&](std::uint32_t i) { return i < m_scan->size() && std::find(says.begin(), says.end(), m_scan->token(i).folded) != says.end(); };
    std::uint32_t next = draft.mention.end_token;
    while (next < draft.mention.end_token + 2 && (m_scan->is(next, "has") || m_scan->is(next, "had") || m_scan->is(next, "later") || m_scan->is(next, "also") || m_scan->is(next, "then"))) ++next;
    if (is_saying(next)) return true;
    const std::uint32_t first = draft.mention.first_token;
    return first > 1 && is_saying(first - 1) && m_scan->is_mark(first - 2, ',');  // "..., said the minister"
}

/// "They" for several craft, when craft and not people were subject last.
std::uint32_t Discourse::carriers_meant_by_they(const Draft&) const {
    const auto last = [&](const std::vector<std::uint32_t>& list) {
        for (auto it = list.rbegin(); it != list.rend(); ++it)
            if (!salience[*it].single && salience[*it].last_subject != 0 && salience[*it].last_sentence + 3 >= m_sentence) return *it;
        return no_entity;
    };
    const std::uint32_t craft = last(m_carriers), people = last(m_people);
    if (craft == no_entity) return no_entity;
    return people == no_entity || salience[craft].last_subject > salience[people].last_subject ? craft : no_entity;
}

std::uint32_t Discourse::owner_of(const Draft& draft) const {
    std::uint32_t index = draft.possessor;
    if (index == no_draft) return no_entity;
    if ((index & owner_token) != 0) {
        const std::uint32_t token = index & ~owner_token;
        for (const Draft& other : m_drafts->list)
            if (&other != &draft && other.mention.first_token <= token && token < other.mention.end_token && other.mention.end_token <= draft.mention.head_token && other.mention.kind != MentionKind::place) index = static_cast<std::uint32_t>(&other - m_drafts->list.data());
        if ((index & owner_token) != 0) return no_entity;
    }
    return m_drafts->list[index].mention.entity;
}

void Discourse::resolve(const SentenceScan& scan, Drafts& drafts, const std::vector<std::uint32_t>& order) {
    m_scan = &scan;
    m_drafts = &drafts;
    m_sentence = scan.sentence->index;
    for (const Atom& atom : scan.atoms) {
        if (atom.kind == AtomKind::demonym || (atom.kind == AtomKind::place && is_unambiguous(atom.places))) count_country(atom.place().country);
    }
    const auto settle = [&](std::uint32_t i) {
        Draft& draft = drafts.list[i];
        if (draft.mention.entity != no_entity) return;
        const bool counted = draft.mention.reference == Reference::definite && draft.mention.end_token == draft.mention.first_token + 2 && (scan.is(draft.mention.head_token, "pair") || scan.is(draft.mention.head_token, "trio") || scan.is(draft.mention.head_token, "duo"));
        if (draft.mention.kind == MentionKind::person && ((draft.mention.reference == Reference::pronoun && draft.mention.plural) || counted)) {
            const std::uint32_t craft = carriers_meant_by_they(draft);
            if (craft != no_entity) {
                draft.mention.kind = MentionKind::carrier;
                draft.mention.entity = craft;
                touch(craft, draft);
                return;
            }
        }
        if (draft.mention.kind == MentionKind::carrier) draft.mention.entity = resolve_carrier(draft);
        // "it" moves as what it stands for does
        if (draft.mention.kind == MentionKind::carrier && draft.mention.reference == Reference::pronoun && draft.mention.entity != no_entity) draft.carrier.mode = entities[draft.mention.entity].carrier.mode;
        if (draft.mention.kind == MentionKind::person) draft.mention.entity = resolve_person(draft);
        if (draft.mention.kind == MentionKind::place) resolve_place(draft);
        if (draft.mention.entity != no_entity) touch(draft.mention.entity, draft);
    };
    for (std::size_t k = 0; k < order.size(); ++k) {
        // Owners stand inside what they own and come first: "the president's plane".
        const Mention& outer = drafts.list[order[k]].mention;
        if (outer.kind != MentionKind::place)
            for (std::size_t inner = k + 1; inner < order.size() && drafts.list[order[inner]].mention.begin < outer.end; ++inner)
                if (drafts.list[order[inner]].mention.possessive && drafts.list[order[inner]].mention.end_token <= outer.head_token) settle(order[inner]);
        const std::uint32_t owner = drafts.list[order[k]].possessor;  // "the plane of Peru's president"
        if (owner != no_draft && (owner & owner_token) == 0 && drafts.list[owner].mention.kind == MentionKind::person) settle(owner);
        settle(order[k]);
    }
}

}  // namespace flightxref::detail
