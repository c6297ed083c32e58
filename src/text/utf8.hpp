// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace flightxref::detail {

/// One code point, or bytes that are none.
struct CodePoint {
    char32_t value = 0;
    std::uint32_t size = 1;  ///< bytes, at least 1
    bool valid = false;
};

/// Reads the code point at `at` < text.size(). What is not UTF-8 (overlong, surrogate, cut short, stray) gives the longest beginning of a
/// sequence as one invalid unit, as the Unicode standard advises and Python's "replace" does.
inline CodePoint decode_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned lead = byte(at);
    if (lead < 0x80) return {static_cast<char32_t>(lead), 1, true};
    if (lead < 0xC2 || lead > 0xF4) return {};
    const std::uint32_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    unsigned low = 0x80, high = 0xBF;
    if (lead == 0xE0) low = 0xA0;
    else if (lead == 0xED) high = 0x9F;
    else if (lead == 0xF0) low = 0x90;
    else if (lead == 0xF4) high = 0x8F;
    char32_t value = lead & (0x7Fu >> size);
    for (std::uint32_t i = 1; i < size; ++i) {
        const unsigned next = byte(at + i);
        if (next < low || next > high) return {0, i, false};
        value = (value << 6) | (next & 0x3F);
        low = 0x80, high = 0xBF;
    }
    return {value, size, true};
}

/// What a code point beyond ASCII is to a tokenizer.
enum class Letter : std::uint8_t { letter, combining, space, line, ignorable, dash, hyphen, apostrophe, open, close, ellipsis, bullet, other_mark, symbol };

inline Letter classify(char32_t c) {
    if (c < 0xC0) {
        switch (c) {
            case 0x85: return Letter::line;
            case 0xA0: return Letter::space;
            case 0xAD: return Letter::ignorable;
            case 0xAB: return Letter::open;
            case 0xBB: return Letter::close;
            case 0xAA: case 0xB5: case 0xBA: return Letter::letter;
            case 0xA1: case 0xBF: return Letter::other_mark;
            case 0xB7: return Letter::bullet;
            default: return c < 0xA0 ? Letter::ignorable : Letter::symbol;
        }
    }
    if (c == 0xD7 || c == 0xF7) return Letter::symbol;
    if (c < 0x300) return c == 0x2BC || c == 0x2BB || c == 0x2B9 ? Letter::apostrophe : Letter::letter;
    if (c < 0x370) return c == 0x34F ? Letter::ignorable : Letter::combining;
    if (c == 0x61C || c == 0x180E || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F)) return Letter::ignorable;
    if (c >= 0x2000 && c <= 0x206F) {
        if (c <= 0x200A || c == 0x202F || c == 0x205F) return Letter::space;
        if (c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060) return Letter::ignorable;
        if (c == 0x2010 || c == 0x2011) return Letter::hyphen;
        if (c <= 0x2015) return Letter::dash;
        if (c == 0x2028 || c == 0x2029) return Letter::line;
        if (c == 0x2019) return Letter::apostrophe;
        if (c == 0x2018 || c == 0x201A || c == 0x201B || c == 0x201C || c == 0x201E || c == 0x201F || c == 0x2039) return Letter::open;
        if (c == 0x201D || c == 0x203A) return Letter::close;
        if (c == 0x2026) return Letter::ellipsis;
        if (c == 0x2022 || c == 0x2023 || c == 0x2043) return Letter::bullet;
        return Letter::other_mark;
    }
    if (c == 0x1680 || c == 0x3000) return Letter::space;
    if (c == 0x2212) return Letter::dash;
    if (c >= 0x20A0 && c <= 0x20CF) return Letter::symbol;
    if (c == 0x25CF || c == 0x25AA || c == 0x25A0 || c == 0x25E6 || c == 0x25BA || c == 0x2219) return Letter::bullet;
    if ((c >= 0x2190 && c <= 0x2BFF) || c == 0xFFFC || c == 0xFFFD || c >= 0x1F000) return Letter::symbol;
    if (c >= 0x3001 && c <= 0x303F) return Letter::other_mark;
    return Letter::letter;
}

}  // namespace flightxref::detail
