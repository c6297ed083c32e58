// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/text/token.hpp>

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace flightxref::detail {

/// Words laid out for look-up when the program is compiled: a token that is none of them mostly costs one probe.
///     static constexpr WordSet directions = {"north", "south", "east", "west"};
template <std::size_t Count>
class WordSet {
  public:
    template <std::convertible_to<std::string_view>... Words>
    consteval WordSet(Words... words) {
        (put(words), ...);
    }

    /// The word of the set that the token's folded form is, or empty.
    constexpr std::string_view find(const Token& token) const {
        for (std::size_t at = token.hash & mask;; at = (at + 1) & mask) {
            const Slot& slot = m_slots[at];
            if (slot.word.empty()) return {};
            if (slot.hash == token.hash && slot.word == token.folded) return slot.word;
        }
    }

    constexpr bool has(const Token& token) const { return !find(token).empty(); }

  private:
    struct Slot {
        std::string_view word;
        std::uint32_t hash = 0;
    };
    static constexpr std::size_t mask = 2 * std::bit_ceil(Count) - 1;

    constexpr void put(std::string_view word) {
        const std::uint32_t hash = word_hash(word);
        std::size_t at = hash & mask;
        while (!m_slots[at].word.empty()) at = (at + 1) & mask;
        m_slots[at] = {word, hash};
    }

    std::array<Slot, mask + 1> m_slots{};
};

template <class... Words>
WordSet(Words...) -> WordSet<sizeof...(Words)>;

}  // namespace flightxref::detail
