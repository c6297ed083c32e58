// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bitset>
#include <cstdint>
#include <unordered_map>

namespace flightxref::detail {

/// Values by word_hash. Most words of a text are in no table, so a small filter turns them away before the look-up.
template <class Value>
class WordMap {
  public:
    Value& operator[](std::uint32_t hash) {
        m_filter.set(hash % filter_size);
        return m_values[hash];
    }

    /// Null when the word is unknown.
    const Value* find(std::uint32_t hash) const {
        if (!m_filter.test(hash % filter_size)) return nullptr;
        const auto found = m_values.find(hash);
        return found == m_values.end() ? nullptr : &found->second;
    }

  private:
    static constexpr std::size_t filter_size = 1 << 14;
    std::bitset<filter_size> m_filter;
    std::unordered_map<std::uint32_t, Value> m_values;
};

}  // namespace flightxref::detail
