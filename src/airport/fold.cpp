// SPDX-License-Identifier: BSL-1.0
#include <airport/fold.hpp>

#include <cstddef>
#include <cstdint>

namespace flightxref::detail {
namespace {

// Base letters of U+00C0..U+024F and of U+1E00..U+1EFF, after the decompositions of the Unicode Character Database and the usual
// transcriptions (o with stroke -> o, schwa -> a); '?' where there is none.
constexpr std::string_view latin =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg"
    "hhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs????????"
    "???????a??f?????????????oo?????????????uu???????????????????dddlllnnnaaiioouuuuuuuuuu?aaaa????ggkkoo"
    "oo??jdddgg??nnaa????aaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy????????????????????????????";
constexpr std::string_view latin_additional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
    "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyas????aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
    "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";
static_assert(latin.size() == 0x250 - 0xC0 && latin_additional.size() == 0x1F00 - 0x1E00);

/// Bytes of the UTF-8 sequence that begins with `lead`, and its code point in `code_point`; 1 for anything broken.
std::size_t decode(std::string_view text, std::uint32_t& code_point) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::uint32_t lead = byte(0);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    code_point = lead;
    if (length == 1 || text.size() < length) return 1;
    code_point = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) code_point = code_point << 6 | (byte(i) & 0x3Fu);
    return length;
}

bool is_dropped(std::uint32_t c) {  // apostrophes, okina, combining marks, zero-width characters
    return (c >= 0x300 && c < 0x370) || c == 0x2BB || c == 0x2BC || c == 0x2018 || c == 0x2019 || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0xAD;
}

bool is_space(std::uint32_t c) {  // no-break spaces, dashes
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || (c >= 0x2010 && c <= 0x2015) || c == 0x202F;
}

}  // namespace

void fold_name(std::string_view name, std::string& folded) {
    folded.clear();
    bool space = false;
    const auto put = [&](char c) {
        if (space && !folded.empty()) folded += ' ';
        space = false;
        folded += c;
    };
    while (!name.empty()) {
        const char c = name.front();
        if (static_cast<unsigned char>(c) < 0x80) {
            name.remove_prefix(1);
            if (c >= 'A' && c <= 'Z') put(static_cast<char>(c + ('a' - 'A')));
            else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '&') put(c);
            else if (c != '\'') space = true;
            continue;
        }
        std::uint32_t code_point = 0;
        const std::size_t length = decode(name, code_point);
        const std::string_view bytes = name.substr(0, length);
        name.remove_prefix(length);
        if (is_dropped(code_point)) continue;
        if (is_space(code_point)) {
            space = true;
            continue;
        }
        const char letter = length == 1 ? '?' : code_point >= 0xC0 && code_point < 0x250 ? latin[code_point - 0xC0]
                          : code_point >= 0x1E00 && code_point < 0x1F00 ? latin_additional[code_point - 0x1E00] : '?';
        if (letter != '?') {
            put(letter);
            // The letters that are two: sharp s, ae, oe, thorn.
            if (code_point == 0xDF) put('s');
            else if (code_point == 0xC6 || code_point == 0xE6 || code_point == 0x152 || code_point == 0x153) put('e');
            else if (code_point == 0xDE || code_point == 0xFE) put('h');
        } else {
            if (space && !folded.empty()) folded += ' ';
            space = false;
            folded += bytes;
        }
    }
}

}  // namespace flightxref::detail
