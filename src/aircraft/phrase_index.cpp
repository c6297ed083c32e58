// SPDX-License-Identifier: BSL-1.0
#include <aircraft/phrase_index.hpp>
#include <core/ascii.hpp>

#include <algorithm>

namespace flightxref::detail {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Base letters of U+00C0..U+017F, '?' where there is none.
constexpr std::string_view latin_base =
    "aaaaaaaceeeeiiiidnooooo?ouuuuyts"
    "aaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllll"
    "lnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The lower-case base letter at a byte and its length; 0 when no letter stands there.
std::pair<char, std::size_t> letter_at(std::string_view text, std::size_t i) {
    const char c = text[i];
    if (c >= 'a' && c <= 'z') return {c, 1};
    if (c >= 'A' && c <= 'Z') return {static_cast<char>(c - 'A' + 'a'), 1};
    const auto lead = static_cast<unsigned char>(c);
    if (lead < 0xC3 || lead > 0xC5 || i + 1 >= text.size()) return {0, 0};
    const auto tail = static_cast<unsigned char>(text[i + 1]);
    if ((tail & 0xC0u) != 0x80u) return {0, 0};
    const std::size_t index = (static_cast<std::size_t>(lead & 0x1Fu) << 6u | (tail & 0x3Fu)) - 0xC0;
    if (index >= latin_base.size() || latin_base[index] == '?') return {0, 0};
    return {latin_base[index], 2};
}

constexpr std::uint32_t hash_seed = 2166136261u, filter_mask = (1u << 15) - 1;

std::uint32_t add_to_hash(std::uint32_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * 16777619u; }

std::uint32_t filter_place(std::uint32_t hash) { return (hash ^ hash >> 15) & filter_mask; }

}  // namespace

std::optional<Run> read_run(std::string_view text, std::size_t position) {
    if (position >= text.size()) return std::nullopt;
    Run run;
    run.begin = position;
    std::size_t at = position;
    if (is_digit(text[at])) {
        run.digits = true;
        while (at < text.size() && is_digit(text[at])) ++at;
        run.key = text.substr(position, at - position);
    } else {
        run.upper = true;
        while (at < text.size()) {
            const auto [letter, length] = letter_at(text, at);
            if (letter == 0) break;
            if (text[at] >= 'a' && text[at] <= 'z') run.upper = false;
            run.key.push_back(letter);
            at += length;
        }
        if (run.key.empty()) return std::nullopt;
    }
    run.end = at;
    return run;
}

std::optional<Separator> read_separator(std::string_view text, std::size_t position) {
    if (position >= text.size()) return std::nullopt;
    const char c = text[position];
    Separator separator;
    if (is_digit(c) || letter_at(text, position).first != 0) return separator;
    if (c == ' ' || c == '-' || c == '.' || c == '\'' || c == '&' || c == '/') separator = {c, 1};
    else if (text.substr(position, 2) == "\xC2\xA0") separator = {' ', 2};
    else if (text.substr(position, 2) == "\xE2\x80" && position + 2 < text.size()) {
        const char last = text[position + 2];
        if (last >= '\x90' && last <= '\x95') separator = {'-', 3};
        else if (last == '\x99' || last == '\x98') separator = {'\'', 3};
        else if (last == '\xAF' || last == '\x89') separator = {' ', 3};
        else return std::nullopt;
    } else {
        return std::nullopt;
    }
    return separator;
}

void PhraseIndex::add(std::string_view phrase, std::uint32_t value) {
    std::uint32_t node = root;
    bool first = true;
    for (std::size_t at = 0; at < phrase.size();) {
        const auto run = read_run(phrase, at);
        if (!run) {
            ++at;
            continue;
        }
        if (first) {
            std::uint32_t hash = hash_seed;
            for (const char c : run->key) hash = add_to_hash(hash, c);
            m_first_runs.set(filter_place(hash));
            m_first_runs.set(filter_place(add_to_hash(hash, 's')));
        }
        first = false;
        const auto word = m_words.try_emplace(run->key, static_cast<std::uint32_t>(m_words.size())).first->second;
        const auto [next, is_new] =
            m_next.try_emplace(static_cast<std::uint64_t>(node) << 32u | word, static_cast<std::uint32_t>(m_values.size()));
        if (is_new) m_values.emplace_back();
        node = next->second;
        at = run->end;
    }
    if (node == root) return;
    auto& values = m_values[node];
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

PhraseIndex::Beginning PhraseIndex::beginning_at(std::string_view text, std::size_t position) {
    std::uint32_t hash = hash_seed;
    const bool digits = position < text.size() && is_digit(text[position]);
    for (std::size_t at = position; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80 && !digits) return std::nullopt;
        if (digits ? !is_digit(c) : !is_ascii_letter(c)) break;
        hash = add_to_hash(hash, digits ? c : static_cast<char>(c | 0x20));
    }
    return filter_place(hash);
}

std::optional<std::uint32_t> PhraseIndex::step(std::uint32_t node, std::string_view key) const {
    const auto word = m_words.find(key);
    if (word == m_words.end()) return std::nullopt;
    const auto next = m_next.find(static_cast<std::uint64_t>(node) << 32u | word->second);
    if (next == m_next.end()) return std::nullopt;
    return next->second;
}

}  // namespace flightxref::detail
