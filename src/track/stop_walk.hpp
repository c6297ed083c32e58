// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace flightxref::detail {

/// Whether brackets and braces are stops as well, and with them the two bytes that lie between those in ASCII: \ and |.
enum class Brackets : bool { pass, stop };

/// Which of the 64 bytes from `at` are stops or zero, one bit each.
template <Brackets brackets, char... stops>
std::uint64_t find_stops(const char* at) {
    std::uint64_t bits = 0;
#if defined(__SSE2__)
    for (unsigned i = 0; i < 64; i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i));
        __m128i found = _mm_cmpeq_epi8(bytes, _mm_setzero_si128());
        ((found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(stops)))), ...);
        if constexpr (brackets == Brackets::stop) {
            const __m128i behind = _mm_sub_epi8(_mm_or_si128(bytes, _mm_set1_epi8('{' ^ '[')), _mm_set1_epi8('{'));
            found = _mm_or_si128(found, _mm_cmpeq_epi8(_mm_min_epu8(behind, _mm_set1_epi8('}' - '{')), behind));
        }
        bits |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(found))) << i;
    }
#else
    for (unsigned i = 0; i < 64; ++i) {
        const char c = at[i], folded = static_cast<char>(c | ('{' ^ '['));
        bits |= std::uint64_t{c == '\0' || (... || (c == stops)) || (brackets == Brackets::stop && folded >= '{' && folded <= '}')} << i;
    }
#endif
    return bits;
}

/// A one-way walk over text from one stop to the next; a zero byte always is one. At least 64 zero bytes follow
/// the text. The bytes are looked at 64 at a time, so that it does not matter how far apart the stops lie.
template <Brackets brackets, char... stops>
class StopWalk {
  public:
    explicit StopWalk(const char* from) { start(from); }

    void start(const char* from) {
        m_base = from;
        m_bits = find_stops<brackets, stops...>(from);
    }

    /// From there on, which is no further back than the last stop.
    void pass_to(const char* place) {
        const auto passed = place - m_base;
        assert(passed >= 0);
        if (passed >= 64) start(place);
        else m_bits &= ~std::uint64_t{0} << passed;
    }

    /// The next stop. Not to be asked for again once it was the zero byte behind the text.
    const char* next() {
        while (m_bits == 0) start(m_base + 64);
        const char* const stop = m_base + std::countr_zero(m_bits);
        m_bits &= m_bits - 1;
        return stop;
    }

  private:
    const char* m_base = nullptr;
    std::uint64_t m_bits = 0;
};

}  // namespace flightxref::detail
