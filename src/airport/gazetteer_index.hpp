// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/gazetteer.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flightxref::detail {

/// Names are kept as hashes of their folded words, one word after the other, so that the scanner can stop at the first word that no name goes on with.
using NameHash = std::uint64_t;

inline constexpr NameHash no_words = 0x9E3779B97F4A7C15u;
inline constexpr NameHash abbreviation = 0xD1B54A32D192ED03u;  ///< abbreviations and codes live apart: they must be in capitals

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
    };

    std::vector<Naming> m_namings;
    std::deque<std::string> m_strings;                                     // what the entries' views point into, where no table does
    std::unordered_map<NameHash, std::vector<std::uint32_t>> m_cities;     // by folded name
    std::unordered_map<std::string_view, std::string_view> m_common_words; // of name_words.csv

    std::string_view keep(std::string text);
    std::uint32_t add_entry(const GazetteerEntry& entry);
    void add_name(std::uint32_t entry, std::string_view name, NameUse use, bool needs_context);
    void add_abbreviation(std::uint32_t entry, std::string_view letters, NameUse use, bool needs_context);
    void add_either(std::uint32_t entry, std::string_view name, NameUse use);
    bool is_common(const std::string& folded) const;

    void read_cities();
    void rename_cities();
    void read_countries();
    void read_regions();
    void read_airports();
    void place_countries();
    void index_names();
};

/// Hash of a whole folded name ("st petersburg").
NameHash hash_of(std::string_view folded);

}  // namespace flightxref::detail
