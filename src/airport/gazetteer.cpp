// SPDX-License-Identifier: BSL-1.0
#include <flightxref/airport/gazetteer.hpp>

#include <airport/fold.hpp>
#include <airport/gazetteer_index.hpp>
#include <core/ascii.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace flightxref {
namespace {

using detail::NameHash;

constexpr std::size_t longest_word = 40, most_words = 12;

/// Bytes of the apostrophe at `at`: ' or ’; 0 when there is none.
std::size_t apostrophe(std::string_view text, std::size_t at) {
    if (at >= text.size() || (static_cast<unsigned char>(text[at]) < 0x80 && text[at] != '\'')) return 0;
    if (text[at] == '\'') return 1;
    const std::string_view next = text.substr(at, 3);
    return next == "\u2019" || next == "\u2018" || next == "\u02BB" ? next.size() : 0;
}

/// A byte of a letter outside ASCII. General punctuation (dashes, quotes, spaces: U+2000..U+206F), no-break space and guillemets are none.
bool is_letter_byte(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return is_alnum(text[at]);
    if (byte == 0xE2 && at + 1 < text.size()) {
        const auto next = static_cast<unsigned char>(text[at + 1]);
        return next != 0x80 && next != 0x81;
    }
    if (byte == 0xC2) return false;
    return true;
}

struct Word {
    std::size_t end = 0;         ///< past its last byte
    std::size_t possessive = 0;  ///< where a final 's begins; 0 when it has none
    bool ascii = true;
};

std::optional<Word> word_at(std::string_view text, std::size_t begin) {
    Word word;
    std::size_t at = begin;
    if (at < text.size() && text[at] == '&') {
        word.end = at + 1;
        return word;
    }
    while (at < text.size()) {
        if (is_letter_byte(text, at)) {
            if (static_cast<unsigned char>(text[at]) >= 0x80) {
                word.ascii = false;
                const auto byte = static_cast<unsigned char>(text[at]);
                at += byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
                at = std::min(at, text.size());
            } else {
                ++at;
            }
            continue;
        }
        const std::size_t mark = apostrophe(text, at);
        if (mark == 0 || at == begin || at + mark >= text.size() || !is_letter_byte(text, at + mark)) break;
        const std::size_t after = at + mark;
        word.possessive = (text[after] == 's' || text[after] == 'S') && (after + 1 == text.size() || !is_letter_byte(text, after + 1)) ? at : 0;
        if (mark > 1) word.ascii = false;
        at = after;
    }
    if (at == begin || at - begin > longest_word) return std::nullopt;
    word.end = at;
    return word;
}

NameHash add_text_word(NameHash hash, std::string_view word, bool ascii) {
    std::array<char, longest_word> buffer;
    if (ascii) {
        std::size_t length = 0;
        for (const char c : word)
            if (c != '\'') buffer[length++] = is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
        return detail::add_word(hash, {buffer.data(), length});
    }
    thread_local std::string folded;
    detail::fold_name(word, folded);
    return detail::add_word(hash, folded);
}

/// Where the next word of a name may begin; `end` itself when the name can not go on. A full stop goes on only after what may be an abbreviation.
std::size_t next_word(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t at = end;
    if (at < text.size() && text[at] == '.' && end - begin <= 3) ++at;
    const std::size_t after_stop = at;
    for (int gaps = 0; at < text.size() && gaps < 3; ++gaps) {
        const std::string_view rest = text.substr(at);
        if (rest[0] == ' ' || rest[0] == '-' || rest[0] == '/') at += 1;
        else if (static_cast<unsigned char>(rest[0]) < 0x80) break;
        else if (rest.starts_with("\u00A0")) at += 2;
        else if (rest.starts_with("\u2010") || rest.starts_with("\u2011") || rest.starts_with("\u2013") || rest.starts_with("\u202F")) at += 3;
        else break;
    }
    if (at == end || at >= text.size()) return end;
    if (at == after_stop && end - begin > 1) return end;  // "D.C" goes on without space, "St.Petersburg" is rare enough
    return is_letter_byte(text, at) || text[at] == '&' ? at : end;
}

}  // namespace

struct Gazetteer::Index : detail::GazetteerData {
    struct Best {
        std::size_t end = 0;
        const detail::NameSlot* slot = nullptr;
    };

    void scan(std::string_view text, std::size_t begin, NameHash hash, std::size_t words, Best& best) const {
        const auto word = word_at(text, begin);
        if (!word) return;
        const auto follow = [&](std::size_t end, std::size_t end_with_possessive) {
            const NameHash next = add_text_word(hash, text.substr(begin, end - begin), word->ascii);
            const detail::NameSlot* slot = names.find(next);
            if (!slot) return;
            if (slot->count != 0 && end >= best.end) best = {end, slot};
            if ((!slot->has_longer && !slot->before_airport) || words + 1 >= most_words) return;
            const std::size_t then = next_word(text, begin, end_with_possessive);
            if (then == end_with_possessive) return;
            if (slot->before_airport) scan_airport_words(text, then, next, best);
            if (slot->has_longer) scan(text, then, next, words + 1, best);
        };
        if (word->possessive != 0) follow(word->possessive, word->end);
        follow(word->end, word->end);
    }

    /// "international airport", "military airfield" after the name of an airport.
    void scan_airport_words(std::string_view text, std::size_t begin, NameHash name, Best& best) const {
        bool military = false, modified = false;
        for (int words = 0; words < 4; ++words) {
            const auto word = word_at(text, begin);
            if (!word || !word->ascii) return;
            const std::size_t end = word->possessive != 0 ? word->possessive : word->end;
            std::array<char, longest_word> buffer;
            std::transform(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), buffer.begin(),
                           [](char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; });
            const detail::AirportWord is = detail::airport_word({buffer.data(), end - begin});
            military = military || is.military;
            if (is.ends || (is.ends_after_modifier && modified)) {
                // "Andrews airport" is the base all the same.
                const detail::NameSlot* slot = names.find(detail::mix(name ^ (military ? detail::with_base_word : detail::with_civil_word)));
                if (!slot) slot = names.find(detail::mix(name ^ (military ? detail::with_civil_word : detail::with_base_word)));
                if (slot && slot->count != 0 && end > best.end) best = {end, slot};
            }
            if (!is.modifies || word->possessive != 0) return;
            modified = true;
            const std::size_t then = next_word(text, begin, end);
            if (then == end) return;
            begin = then;
        }
    }

    /// "US", "U.S.", "DPRK", "JFK", "ZKPY".
    void scan_abbreviation(std::string_view text, std::size_t begin, Best& best) const {
        std::array<char, 8> letters;
        std::size_t length = 0, at = begin, stops = 0;
        while (at < text.size() && length < letters.size() && is_upper(text[at])) {
            letters[length++] = text[at++];
            if (at < text.size() && text[at] == '.' && (stops == length - 1) && (length > 1 || (at + 1 < text.size() && is_upper(text[at + 1])))) {
                ++stops;
                ++at;
            }
        }
        if (length < 2 || (stops != 0 && stops + 1 < length)) return;
        if (at < text.size() && is_letter_byte(text, at)) return;
        if (const detail::NameSlot* slot = names.find(detail::add_word(detail::abbreviation, {letters.data(), length})))
            if (slot->count != 0 && at > best.end) best = {at, slot};
    }

    std::span<const PlaceCandidate> of(const detail::NameSlot& slot) const { return std::span(candidates).subspan(slot.begin, slot.count); }
};

Gazetteer::Gazetteer() : m_index(std::make_unique<const Index>()) {}
Gazetteer::~Gazetteer() = default;

const Gazetteer& Gazetteer::built_in() {
    static const Gazetteer gazetteer;
    return gazetteer;
}

PlaceMatch Gazetteer::longest_match(std::string_view text, std::size_t at) const {
    Index::Best best;
    if (at >= text.size()) return {};
    m_index->scan(text, at, detail::no_words, 0, best);
    if (is_upper(text[at])) m_index->scan_abbreviation(text, at, best);
    if (!best.slot) return {};
    return {best.end - at, m_index->of(*best.slot)};
}

std::span<const PlaceCandidate> Gazetteer::find(std::string_view name) const {
    if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
    const PlaceMatch match = longest_match(name, 0);
    if (match.bytes == name.size()) return match.candidates;
    const detail::NameSlot* slot = m_index->names.find(detail::hash_of(detail::fold_name(name)));
    return slot && slot->count != 0 ? m_index->of(*slot) : std::span<const PlaceCandidate>{};
}

const GazetteerEntry* Gazetteer::country(std::string_view iso) const {
    const auto at = m_index->country_entry.find(iso);
    return at == m_index->country_entry.end() ? nullptr : &m_index->entries[at->second];
}

const GazetteerEntry* Gazetteer::capital_of(std::string_view iso) const {
    const auto at = m_index->capital_entry.find(iso);
    return at == m_index->capital_entry.end() ? nullptr : &m_index->entries[at->second];
}

std::string_view Gazetteer::country_of(std::string_view demonym_or_government) const {
    std::string_view country;
    for (const PlaceCandidate& candidate : find(demonym_or_government)) {
        if (candidate.use != NameUse::demonym && candidate.use != NameUse::government) continue;
        if (!country.empty() && country != candidate.entry->country) return {};
        country = candidate.entry->country;
    }
    return country;
}

const GazetteerEntry* Gazetteer::entry_of(const Place& place) const {
    if (!place.icao.empty()) {
        const auto at = m_index->airport_entry.find(place.icao);
        if (at != m_index->airport_entry.end()) return &m_index->entries[at->second];
    }
    if (place.kind == PlaceKind::country && !place.country.empty())
        if (const GazetteerEntry* entry = country(place.country)) return entry;
    for (const std::string_view name : {std::string_view(place.name), std::string_view(place.city), std::string_view(place.text)})
        for (const PlaceCandidate& candidate : find(name))
            if (candidate.entry->kind == place.kind && candidate.use != NameUse::demonym && (place.country.empty() || candidate.entry->country == place.country))
                return candidate.entry;
    return nullptr;
}

std::string_view Gazetteer::zone_of(const Place& place) const {
    if (const GazetteerEntry* entry = entry_of(place)) return entry->zone;
    if (!place.city.empty())
        for (const PlaceCandidate& candidate : find(place.city))
            if (candidate.entry->kind == PlaceKind::city && (place.country.empty() || candidate.entry->country == place.country)) return candidate.entry->zone;
    const GazetteerEntry* entry = country(place.country);
    return entry ? entry->zone : std::string_view{};
}

std::span<const GazetteerEntry> Gazetteer::entries() const { return m_index->entries; }

}  // namespace flightxref
