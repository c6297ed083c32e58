// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace flightxref::detail {

/// Values by word_hash, made for words that are mostly in no table: one probe of a half-empty table tells.
template <class Value>
class WordMap {
  public:
    Value& operator[](std::uint32_t hash) {
        if (2 * (m_values.size() + 1) > m_slots.size()) grow();
        Slot& slot = m_slots[place_of(hash)];
        if (slot.value == 0) {
            m_values.emplace_back();
            slot = {hash, static_cast<std::uint32_t>(m_values.size())};
        }
        return m_values[slot.value - 1];
    }

    /// Null when the word is unknown.
    const Value* find(std::uint32_t hash) const {
        if (m_slots.empty()) return nullptr;
        const Slot& slot = m_slots[place_of(hash)];
        return slot.value == 0 ? nullptr : &m_values[slot.value - 1];
    }

  private:
    struct Slot {
        std::uint32_t hash = 0, value = 0;  // value: index + 1; 0 = free
    };

    /// Where the word is, or would be.
    std::size_t place_of(std::uint32_t hash) const {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = (hash ^ (hash >> 15)) & mask;
        while (m_slots[at].value != 0 && m_slots[at].hash != hash) at = (at + 1) & mask;
        return at;
    }

    void grow() {
        std::vector<Slot> before(m_slots.empty() ? 1024 : 2 * m_slots.size());
        before.swap(m_slots);
        for (const Slot& slot : before)
            if (slot.value != 0) m_slots[place_of(slot.hash)] = slot;
    }

    std::vector<Slot> m_slots;
    std::vector<Value> m_values;
};

}  // namespace flightxref::detail
