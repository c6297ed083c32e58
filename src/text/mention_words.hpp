// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/text/token.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// What a word tells the reader of mentions; a word may be of several classes. Names as in src/reference/mention_words.csv.
enum class WordClass : std::uint8_t {
    definite, indefinite, other_one, same_one, rest_one, both, he, she, they, it, we, possessive, function, number, ordinal, preposition, conjunction,
    person_verb, aircraft_head, rotor, drone, aircraft_weak, flight_word, rail_head, sea_head, road_head, carrier_modifier, role, honorific, female,
    male, role_modifier, kin, group_head, plural, person_head, place_noun, airport_noun, airspace_noun, there, here, home, direction, calendar,
    media_word, organisation_word, time_word, name_particle, name_suffix, registration_cue, callsign_cue, nickname_cue, not_an_identifier,
    given_name, surname_first, building_noun, event_noun, compound_tail, royal_tail, goes_to, moves, mass_noun,
    end_of_classes
};
static_assert(static_cast<int>(WordClass::end_of_classes) <= 64);

/// A set of word classes.
struct WordClasses {
    std::uint64_t bits = 0;

    static constexpr std::uint64_t bit(WordClass c) { return std::uint64_t{1} << static_cast<int>(c); }
    bool has(WordClass c) const { return (bits & bit(c)) != 0; }
    template <class... C>
    bool any(C... c) const { return (bits & (bit(c) | ...)) != 0; }
    /// Of no class but those that are only read at names.
    bool none() const { return (bits & ~(bit(WordClass::moves) | bit(WordClass::mass_noun))) == 0; }
};

/// The built-in word tables, indexed by word_hash.
class WordTable {
  public:
    static const WordTable& built_in();

    WordClasses find(const Token& token) const {
        for (std::size_t i = token.hash & m_mask;; i = (i + 1) & m_mask) {
            const Slot& slot = m_slots[i];
            if (slot.classes.bits == 0) return {};
            if (slot.hash == token.hash && slot.word == token.folded) return slot.classes;
        }
    }
    WordClasses find(std::string_view folded) const;

  private:
    struct Slot {
        std::string_view word;
        std::uint32_t hash = 0;
        WordClasses classes;
    };
    WordTable();
    void add(std::string_view word, std::uint64_t bits);
    void grow();

    std::vector<Slot> m_slots;
    std::size_t m_mask = 0, m_used = 0;
};

}  // namespace flightxref::detail
