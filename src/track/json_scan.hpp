// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace flightxref::detail {

/// A decimal number as written: digits / 10^scale.
struct Decimal {
    std::int64_t digits = 0;
    int scale = 0;
};

inline constexpr std::int64_t powers_of_ten[19] = {1,
                                                   10,
                                                   100,
                                                   1000,
                                                   10000,
                                                   100000,
                                                   1000000,
                                                   10000000,
                                                   100000000,
                                                   1000000000,
                                                   10000000000,
                                                   100000000000,
                                                   1000000000000,
                                                   10000000000000,
                                                   100000000000000,
                                                   1000000000000000,
                                                   10000000000000000,
                                                   100000000000000000,
                                                   1000000000000000000};

inline constexpr auto powers_of_ten_as_double = [] {
    std::array<double, 19> powers{};
    for (std::size_t i = 0; i < powers.size(); ++i) powers[i] = static_cast<double>(powers_of_ten[i]);
    return powers;
}();

inline double to_double(const Decimal& d) { return static_cast<double>(d.digits) / powers_of_ten_as_double[static_cast<std::size_t>(d.scale)]; }

/// The largest number that can still be multiplied by each of them.
inline constexpr auto multiplicable = [] {
    std::array<std::int64_t, 19> most{};
    for (std::size_t i = 0; i < most.size(); ++i) most[i] = INT64_MAX / powers_of_ten[i];
    return most;
}();

/// The number times 10^places, rounded; empty when that does not fit.
template <int places>
[[gnu::always_inline]] inline std::optional<std::int64_t> scaled(const Decimal& d) {
    if (d.scale > places) {
        const std::int64_t by = powers_of_ten[d.scale - places];
        return (d.digits + (d.digits < 0 ? -by / 2 : by / 2)) / by;
    }
    const auto up = static_cast<std::size_t>(places - d.scale);
    if (d.digits > multiplicable[up] || d.digits < -multiplicable[up]) return std::nullopt;
    return d.digits * powers_of_ten[up];
}

/// A word of one to eight bytes as a number, to compare it with others at once.
constexpr std::uint64_t packed(std::string_view word) {
    std::uint64_t bytes = 0;
    for (std::size_t i = word.size(); i-- > 0;) bytes = bytes << 8 | static_cast<unsigned char>(word[i]);
    return bytes;
}

/// The same of a word in the text, eight bytes from which on can be read.
inline std::uint64_t packed_in_text(std::string_view word) {
    if constexpr (std::endian::native != std::endian::little) return packed(word);
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, word.data(), sizeof bytes);
    return bytes & ~std::uint64_t{0} >> (64 - 8 * word.size());
}

/// The number that fills [begin, end) and nothing else, sixteen bytes of it at most, no exponent: eight digits at a time instead of
/// one by one. False: it is none of those, and JsonScan::number() has to tell. Eight bytes from `begin` on can be read.
/// The scale `d` has on entry is where the point is looked for first; numbers in a column mostly share it.
inline bool read_decimal(const char* begin, const char* end, Decimal& d) {
    if constexpr (std::endian::native != std::endian::little) return false;
    // The first byte is the lowest.
    constexpr std::uint64_t each = 0x0101010101010101, zeros = '0' * each, high_bits = 0x80 * each, all = ~std::uint64_t{0};
    const auto load = [](const char* at) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        return bytes ^ zeros;
    };
    const auto value = [](std::uint64_t digits) {
        digits = digits * 10 + (digits >> 8);
        constexpr std::uint64_t pairs = 0x000000ff000000ff;
        return static_cast<std::int64_t>(((digits & pairs) * 0x000f424000000064 + (digits >> 16 & pairs) * 0x0000271000000001) >> 32);
    };
    const auto no_digit = [](std::uint64_t digits) { return ((digits | (digits + 0x76 * each)) & high_bits) != 0; };
    const bool minus = *begin == '-';
    begin += minus;
    const auto size = static_cast<std::uint64_t>(end - begin);
    if (size - 1 > 15 || *begin < '0') return false;
    std::uint64_t last = size <= 8 ? load(begin) << (64 - 8 * size) : load(end - 8);
    std::int64_t step = 100'000'000;
    const auto take_out_point = [&](int scale) {
        step = 10'000'000;
        const int place = 8 * (7 - scale);
        last = (last & ~(all << place)) << 8 | (last & (all << place << 8));
        d.scale = scale;
    };
    if (d.scale > 0 && d.scale <= 7 && static_cast<std::uint64_t>(d.scale) < size && *(end - 1 - d.scale) == '.') {
        take_out_point(d.scale);
    } else if (no_digit(last)) {
        // The first byte that is a point is found exactly; a second one is no digit.
        constexpr std::uint64_t point = ('.' ^ '0') * each;
        const std::uint64_t points = ((last ^ point) - each) & ~(last ^ point) & high_bits;
        if (points == 0) return false;
        take_out_point(7 - std::countr_zero(points) / 8);
    } else {
        d.scale = 0;
    }
    if (no_digit(last)) return false;
    std::int64_t digits = value(last);
    if (size > 8) {
        // Seldom more than three.
        std::int64_t first = 0;
        for (const char* at = begin; at < end - 8; ++at) {
            const unsigned digit = static_cast<unsigned char>(*at) - unsigned{'0'};
            if (digit > 9) return false;
            first = first * 10 + digit;
        }
        digits += first * step;
    }
    d.digits = minus ? -digits : digits;
    return true;
}

/// Which bytes end a search; a zero byte always does.
struct StopBytes {
    bool at[256] = {};
    consteval explicit StopBytes(std::string_view bytes) {
        at[0] = true;
        for (const char c : bytes) at[static_cast<unsigned char>(c)] = true;
    }
};
inline constexpr StopBytes ends_string{"\"\\"}, ends_scalar{",]}[{\":"};

/// A one-way walk over JSON text that ends in a zero byte. It checks what it reads and nothing more; a zero byte ends it.
class JsonScan {
  public:
    JsonScan(const char* begin, const char* end) : m_at(begin), m_end(end) {}

    const char* at() const { return m_at; }
    bool ended() const { return m_at >= m_end; }
    void move_to(const char* place) { m_at = place; }

    char peek() {
        if (static_cast<unsigned char>(*m_at) <= ' ')
            while (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t') ++m_at;
        return *m_at;
    }

    bool accept(char c) {
        if (*m_at != c && peek() != c) return false;
        ++m_at;
        return true;
    }

    /// A string without its quotes, escapes left as they are. False when there is none or it does not end.
    bool string(std::string_view& text) {
        if (!accept('"')) return false;
        const char* begin = m_at;
        for (;; ++m_at) {
            m_at = find(ends_string, m_at);
            if (*m_at == '"') break;
            if (*m_at == '\\' && m_at[1] != 0) ++m_at;
            else if (*m_at == 0 && m_at >= m_end) return false;
        }
        text = std::string_view(begin, static_cast<std::size_t>(m_at - begin));
        ++m_at;
        return true;
    }

    /// A number without exponent is read exactly up to eighteen digits; with one, to nine decimals. False when there is none or it is too big.
    bool number(Decimal& d) {
        peek();
        const char* const begin = m_at;
        const char* at = m_at;
        const bool minus = *at == '-';
        if (minus) ++at;
        std::uint64_t digits = 0;
        const char* const first = at;
        for (unsigned c; (c = static_cast<unsigned char>(*at) - unsigned{'0'}) < 10; ++at) digits = digits * 10 + c;
        const std::ptrdiff_t whole = at - first;
        std::ptrdiff_t decimals = 0;
        if (*at == '.') {
            const char* const point = ++at;
            for (unsigned c; (c = static_cast<unsigned char>(*at) - unsigned{'0'}) < 10; ++at) digits = digits * 10 + c;
            decimals = at - point;
        }
        if (whole == 0) return false;
        if (whole + decimals > 18 || *at == 'e' || *at == 'E') return long_number(begin, d);
        m_at = at;
        d.digits = minus ? -static_cast<std::int64_t>(digits) : static_cast<std::int64_t>(digits);
        d.scale = static_cast<int>(decimals);
        return true;
    }

    /// Passes over a number or word as fast as it goes; over anything else like skip().
    bool skip_scalar() {
        const char* at = find(ends_scalar, m_at);
        if (*at != ',' && *at != ']' && *at != '}') return skip();
        m_at = at;
        return true;
    }

    /// Passes over one value of any kind, however deep. False when it does not end.
    bool skip() {
        int depth = 0;
        for (;;) {
            const char c = peek();
            if (c == '"') {
                std::string_view ignored;
                if (!string(ignored)) return false;
            } else if (c == '{' || c == '[') {
                ++depth;
                ++m_at;
            } else if (c == '}' || c == ']') {
                if (--depth < 0) return false;
                ++m_at;
            } else if (c == 0) {
                return false;
            } else if (c == ',' || c == ':') {
                if (depth == 0) return false;
                ++m_at;
                continue;
            } else {
                do ++m_at;
                while (*m_at != ',' && *m_at != ']' && *m_at != '}' && *m_at != ':' && *m_at != '"' && *m_at != '[' && *m_at != '{' && static_cast<unsigned char>(*m_at) > ' ');
            }
            if (depth == 0) return true;
        }
    }

  private:
    static const char* find(const StopBytes& stops, const char* from) {
        while (!stops.at[static_cast<unsigned char>(*from)]) ++from;
        return from;
    }

    bool long_number(const char* begin, Decimal& d) {
        double value = 0;
        const auto [stop, error] = std::from_chars(begin, m_end, value);
        if (error != std::errc() || !(std::fabs(value) < 9e8)) return false;
        m_at = stop;
        d.digits = std::llround(value * 1e9);
        d.scale = 9;
        return true;
    }

    const char* m_at;
    const char* m_end;
};

}  // namespace flightxref::detail
