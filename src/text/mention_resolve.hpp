// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "text/mention_draft.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace flightxref::detail {

using WordHashes = std::vector<std::uint32_t>;

constexpr std::size_t country_codes = 26 * 26;  ///< pairs of capitals, as ISO 3166 has them

/// When and how an entity was last spoken of.
struct Salience {
    std::uint32_t mentions = 0;
    std::uint32_t first_sentence = 0;
    std::uint32_t last_sentence = 0;
    std::uint32_t last_subject = 0;  ///< sentence + 1 in which it stood as subject; 0 = never
    std::uint32_t last_word = 0;     ///< sentence + 1 in which it was only the one who says something
    bool single = true;
    bool rotor = false, drone = false;
    bool typed = false;              ///< a type or a kind of craft is known
    bool renamed = false;            ///< has used several callsigns
    bool another = false;            ///< came up as "a second jet"
    bool enumerated = false;         ///< a group whose members are told of one by one behind it
    WordHashes name_words, office;   ///< of a person: the words of the name and of the role
    std::string callsign;            ///< that it uses at this point of the text
};

/// The country of an IANA zone, by the city it is named for; empty when no table knows.
std::string country_of_zone(std::string_view zone);

/// Entities of the document so far, with their use.
class Discourse {
  public:
    std::vector<Entity> entities;
    std::vector<Salience> salience;
    KnownPersons persons;

    /// Sets entities and resolved places of the drafts of one sentence, in text order given by `order`.
    void resolve(const SentenceScan& scan, Drafts& drafts, const std::vector<std::uint32_t>& order);

    /// Joins identifiers to the one described craft that can own them.
    void finish();

    /// The country the document speaks from (dateline), or empty.
    void start(const Document& document);

  private:
    std::uint32_t make(MentionKind kind);
    void touch(std::uint32_t entity, const Draft& draft);
    /// "the minister said", "wrote Haddad": is it a source of the sentence?
    bool is_source(const Draft& draft) const;
    /// Entity of the draft's possessor, resolved before; no_entity when there is none or it is no carrier or person.
    std::uint32_t owner_of(const Draft& draft) const;

    std::uint32_t resolve_carrier(Draft& draft);
    std::uint32_t resolve_identified(Draft& draft);
    std::uint32_t resolve_typed(Draft& draft);
    std::uint32_t resolve_generic(Draft& draft);
    std::uint32_t resolve_it(const Draft& draft);
    bool is_apposition(const Draft& draft) const;
    bool leads_to(const Mention& craft, std::uint32_t at, bool apposition) const;
    bool is_one_of_several(const Draft& draft) const;
    std::uint32_t only_craft(const Draft& draft) const;
    std::uint32_t equated(const Draft& draft);
    std::uint32_t carriers_meant_by_they(const Draft& draft) const;
    std::uint32_t make_carrier(const Draft& draft);
    void enumerate(std::uint32_t entity, const Draft& draft);
    std::uint32_t group_of(std::uint32_t count);
    std::uint32_t subject_carrier() const;
    bool fits(std::uint32_t entity, const Draft& draft) const;
    void learn(std::uint32_t entity, const Draft& draft);
    void index(std::uint32_t entity, const Carrier& carrier);

    std::uint32_t resolve_person(Draft& draft);
    std::uint32_t resolve_name(Draft& draft);
    std::uint32_t resolve_role(Draft& draft);
    std::uint32_t resolve_group(Draft& draft);
    std::uint32_t resolve_pronoun(const Draft& draft);
    std::uint32_t make_person(const Draft& draft);
    void learn_person(std::uint32_t entity, const Draft& draft);
    void name_words(std::uint32_t entity);
    std::uint32_t protagonist() const;

    void resolve_place(Draft& draft);
    void choose_candidate(PlaceReading& reading, std::string_view preposition) const;
    void count_country(std::string_view country);
    std::uint32_t country_count(std::string_view country) const;
    const Place* last_place(PlaceKind kind) const;
    std::string country_in_focus(const Draft& draft) const;
    std::string country_of_subject() const;

    const SentenceScan* m_scan = nullptr;
    Drafts* m_drafts = nullptr;
    std::uint32_t m_sentence = 0;
    std::vector<std::uint32_t> m_carriers, m_people;   ///< by last mention, the latest at the end; bounded
    std::unordered_map<std::string, std::uint32_t> m_by_identifier;
    std::array<std::uint32_t, country_codes> m_countries{};          ///< how often a country was meant
    std::vector<std::uint16_t> m_countries_met;                      ///< in the order they were first meant
    std::string m_home_country;
    std::string m_outlet_country;                      ///< where the document is published
    std::deque<Place> m_places;                        ///< the last places spoken of; bounded
    Place m_dateline;
};

}  // namespace flightxref::detail
