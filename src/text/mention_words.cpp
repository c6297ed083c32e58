// SPDX-License-Identifier: BSL-1.0
#include "text/mention_words.hpp"

#include "reference/table.hpp"

#include <array>

namespace flightxref::detail {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(WordClass::end_of_classes)> class_names = {
    "definite", "indefinite", "other_one", "same_one", "rest_one", "both", "he", "she", "they", "it", "we", "possessive", "function", "number",
    "ordinal", "preposition", "conjunction", "person_verb", "aircraft_head", "rotor", "drone", "aircraft_weak", "flight_word", "rail_head",
    "sea_head", "road_head", "carrier_modifier", "role", "honorific", "female", "male", "role_modifier", "kin", "group_head", "plural",
    "person_head", "place_noun", "airport_noun", "airspace_noun", "there", "here", "home", "direction", "calendar", "media_word",
    "organisation_word", "time_word", "name_particle", "name_suffix", "registration_cue", "callsign_cue", "nickname_cue", "not_an_identifier",
    "given_name", "surname_first", "building_noun", "event_noun", "compound_tail", "royal_tail", "goes_to", "moves", "mass_noun"};

std::uint64_t bit_of(std::string_view name) {
    for (std::size_t i = 0; i < class_names.size(); ++i)
        if (class_names[i] == name) return std::uint64_t{1} << i;
    return 0;
}

}  // namespace

const WordTable& WordTable::built_in() {
    static const WordTable table;
    return table;
}

WordTable::WordTable() {
    m_slots.resize(8192);
    m_mask = m_slots.size() - 1;
    const auto read = [&](const std::vector<std::string_view>& fields) {
        if (fields.size() < 2) return;
        std::uint64_t bits = 0;
        for (const std::string_view name : split_list(fields[1])) bits |= bit_of(name);
        for (const std::string_view word : split_list(fields[0])) add(word, bits);
    };
    for_each_row(builtin_table("mention_words"), read);
    for_each_row(builtin_table("given_names"), read);
}

void WordTable::add(std::string_view word, std::uint64_t bits) {
    if (word.empty() || bits == 0) return;
    if (2 * (m_used + 1) > m_slots.size()) grow();
    const std::uint32_t hash = word_hash(word);
    for (std::size_t i = hash & m_mask;; i = (i + 1) & m_mask) {
        Slot& slot = m_slots[i];
        if (slot.classes.bits == 0) {
            slot = {word, hash, {bits}};
            ++m_used;
            return;
        }
        if (slot.hash == hash && slot.word == word) {
            slot.classes.bits |= bits;
            return;
        }
    }
}

void WordTable::grow() {
    std::vector<Slot> old(m_slots.size() * 2);
    old.swap(m_slots);
    m_mask = m_slots.size() - 1;
    m_used = 0;
    for (const Slot& slot : old) add(slot.word, slot.classes.bits);
}

WordClasses WordTable::find(std::string_view folded) const {
    Token token;
    token.folded = folded;
    token.hash = word_hash(folded);
    return find(token);
}

}  // namespace flightxref::detail
