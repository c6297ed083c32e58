// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/gazetteer.hpp>

#include <airport/names.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace flightxref::detail {

/// Names are kept as hashes of their folded words, one word after the other, so that the scanner can stop at the first word that no name goes on with.
using NameHash = std::uint64_t;

inline constexpr NameHash no_words = 0x9E3779B97F4A7C15u;
inline constexpr NameHash abbreviation = 0xD1B54A32D192ED03u;  ///< abbreviations and codes live apart: they must be in capitals

inline constexpr NameHash with_civil_word = 0xA24BAED4963EE407u;  ///< mixed into a name that means an airport before "airport"
inline constexpr NameHash with_base_word = 0x9FB21C651E98DF25u;   ///< ... before "air base"

inline NameHash mix(NameHash h) {
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93u;
    return h ^ h >> 32;
}

/// Adds a folded word.
inline NameHash add_word(NameHash name, std::string_view word) {
    NameHash h = 0xCBF29CE484222325u;
    for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return mix(name * 3 + h);
}

/// What a hash of words stands for.
struct NameSlot {
    NameHash hash = 0;  ///< 0: free
    std::uint32_t begin = 0;
    std::uint16_t count = 0;  ///< candidates; 0: only the beginning of longer names
    bool has_longer = false;
    bool before_airport = false;  ///< means an airport when a word like "airport" or "air base" follows
};

/// Hash table of NameSlot, open addressing, at most half full.
class NameMap {
  public:
    void reserve(std::size_t n);
    NameSlot& insert(NameHash hash);
    const NameSlot* find(NameHash hash) const {
        for (std::size_t i = hash & m_mask;; i = (i + 1) & m_mask) {
            if (m_slots[i].hash == hash) return &m_slots[i];
            if (m_slots[i].hash == 0) return nullptr;
        }
    }

  private:
    std::vector<NameSlot> m_slots{16};
    std::size_t m_mask = 15, m_used = 0;
    void grow(std::size_t size);
};

/// Everything a Gazetteer holds, and the steps that gather it (gazetteer_build.cpp).
class GazetteerData {
  public:
    std::vector<GazetteerEntry> entries;
    std::vector<PlaceCandidate> candidates;
    NameMap names;
    std::unordered_map<std::string_view, std::uint32_t> country_entry, capital_entry, airport_entry;  // by ISO or airport code

    GazetteerData();

  private:
    struct Naming {
        NameHash hash;
        std::uint32_t entry;
        NameUse use;
        bool needs_context;
        bool of_town = false;  ///< of an airport: its town's name, nothing more
    };

    std::vector<Naming> m_namings;
    std::string m_folded;                                                  // room for one name
    std::deque<std::string> m_strings;                                     // what the entries' views point into, where no table does
    std::vector<std::pair<NameHash, std::uint32_t>> m_cities;              // by folded name, sorted once all are read
    std::unordered_map<std::string_view, std::string_view> m_common_words; // of name_words.csv

    std::string_view keep(std::string text);
    std::uint32_t add_entry(const GazetteerEntry& entry);
    void add_name(std::uint32_t entry, std::string_view name, NameUse use, bool needs_context);
    void add_abbreviation(std::uint32_t entry, std::string_view letters, NameUse use, bool needs_context);
    void add_either(std::uint32_t entry, std::string_view name, NameUse use);
    void add_airport_name(std::uint32_t entry, const AirportName& name);
    NameHash walk(std::string_view folded);
    std::span<const std::pair<NameHash, std::uint32_t>> cities_called(std::string_view folded) const;
    bool is_common(const std::string& folded) const;

    void read_cities();
    void rename_cities();
    void read_landmarks();
    void read_countries();
    void read_regions();
    void read_airports();
    void place_countries();
    void index_names();
};

/// Hash of a whole folded name ("st petersburg").
NameHash hash_of(std::string_view folded);

}  // namespace flightxref::detail
