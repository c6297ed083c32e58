// SPDX-License-Identifier: BSL-1.0
#include <report/words.hpp>

#include <algorithm>

namespace flightxref::detail {
namespace {

std::string_view code_of(Ink ink) {
    switch (ink) {
        case Ink::plain: return "";
        case Ink::bold: return "\x1b[1m";
        case Ink::dim: return "\x1b[2m";
        case Ink::green: return "\x1b[32m";
        case Ink::red: return "\x1b[31m";
        case Ink::yellow: return "\x1b[33m";
    }
    return "";
}

/// Length of the UTF-8 sequence at the front, 0 when it is none.
std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t length = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
    if (length == 0 || length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    return length;
}

/// U+0080..U+009F, the bidirectional controls U+200E/F, U+202A..E and U+2066..9: they move what a reader sees.
bool steers_terminal(std::string_view sequence) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
    if (sequence.size() == 2) return byte(0) == 0xC2 && byte(1) < 0xA0;
    if (sequence.size() != 3 || byte(0) != 0xE2) return false;
    if (byte(1) == 0x80) return byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xAA && byte(2) <= 0xAE);
    return byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9;
}

}  // namespace

std::string clean(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = sequence_length(text);
        const std::string_view sequence = text.substr(0, std::max<std::size_t>(1, length));
        if (length == 0) out += '?';
        else if ((length == 1 && (static_cast<unsigned char>(text[0]) < 0x20 || text[0] == 0x7F)) || steers_terminal(sequence)) out += ' ';
        else out += sequence;
        text.remove_prefix(sequence.size());
    }
    return out;
}

std::size_t columns_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Words& Words::put(std::string_view text, Ink ink) {
    if (m_options.colour && ink != Ink::plain) {
        m_out += code_of(ink);
        m_out += text;
        m_out += "\x1b[0m";
    } else {
        m_out += text;
    }
    return *this;
}

Words& Words::paragraph(std::string_view text, unsigned indent, Ink ink) {
    const std::string cleaned = clean(text);
    const std::string blanks(indent, ' ');
    std::string line;
    std::size_t used = 0;
    const auto flush = [&] {
        if (line.empty()) return;
        m_out += blanks;
        put(line, ink);
        m_out += '\n';
        line.clear();
        used = 0;
    };
    std::string_view rest = cleaned;
    while (!rest.empty()) {
        const std::size_t blank = rest.find(' ');
        const std::string_view word = rest.substr(0, blank);
        rest = blank == std::string_view::npos ? std::string_view{} : rest.substr(blank + 1);
        if (word.empty()) continue;
        const std::size_t size = columns_of(word);
        if (used != 0 && indent + used + 1 + size > m_options.width) flush();
        if (used != 0) {
            line += ' ';
            ++used;
        }
        line += word;
        used += size;
    }
    flush();
    return *this;
}

Words& Words::column(std::string_view text, unsigned width, Ink ink) {
    std::string cell = clean(text);
    std::size_t size = columns_of(cell);
    while (size > width) {
        while (!cell.empty() && (static_cast<unsigned char>(cell.back()) & 0xC0) == 0x80) cell.pop_back();
        if (!cell.empty()) cell.pop_back();
        --size;
    }
    put(cell, ink);
    m_out.append(width - size + 1, ' ');
    return *this;
}

Words& Words::line_feed() {
    while (!m_out.empty() && m_out.back() == ' ') m_out.pop_back();
    m_out += '\n';
    return *this;
}

}  // namespace flightxref::detail
