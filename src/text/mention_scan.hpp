// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "text/mention_words.hpp"

#include <flightxref/aircraft/operators.hpp>
#include <flightxref/airport/place.hpp>
#include <flightxref/text/mention.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace flightxref::detail {

/// What the words of a table or the shape of a token make of a stretch of a sentence.
enum class AtomKind : std::uint8_t {
    registration, callsign, flight_number, type, operator_name, nickname, place, demonym,
    organisation,  ///< a run of capitalised words that names a body or a medium
};

/// A stretch of a sentence with a reading. Atoms do not overlap.
struct Atom {
    AtomKind kind = AtomKind::organisation;
    std::uint32_t first = 0, end = 0;  ///< tokens of the sentence
    std::string type_icao;             ///< of a type, when certain
    bool maker_only = false;           ///< "a Boeing"
    bool needs_context = false;
    const Operator* op = nullptr;
    std::span<const PlaceCandidate> places;  ///< of a place or demonym all that the name may mean, at least one

    const GazetteerEntry& place() const { return *places.front().entry; }
};

constexpr std::uint32_t no_atom = 0xFFFF'FFFFu;

/// A sentence with the classes of its words and its atoms.
struct SentenceScan {
    const Sentence* sentence = nullptr;
    std::string_view text;             ///< of the document
    std::vector<WordClasses> words;
    std::vector<Atom> atoms;
    std::vector<std::uint32_t> atom_at;  ///< of each token the atom that covers it, or no_atom

    std::uint32_t size() const { return static_cast<std::uint32_t>(words.size()); }
    const Token& token(std::uint32_t i) const { return sentence->tokens[i]; }
    WordClasses word(std::uint32_t i) const { return i < words.size() ? words[i] : WordClasses{}; }
    [[gnu::always_inline]] bool is(std::uint32_t i, std::string_view folded) const { return i < words.size() && token(i).is(folded); }
    bool is_mark(std::uint32_t i, char sign) const { return i < words.size() && token(i).is(sign); }
    bool is_clitic_s(std::uint32_t i) const { return i < words.size() && token(i).kind == TokenKind::clitic && token(i).folded == "'s"; }
    bool is_quote(std::uint32_t i) const { return i < words.size() && (token(i).kind == TokenKind::quote_open || token(i).kind == TokenKind::quote_close); }
    std::string_view raw(std::uint32_t first, std::uint32_t end) const {
        return text.substr(token(first).begin, token(end - 1).end - token(first).begin);
    }
    const Atom* atom(std::uint32_t i) const { return i < atom_at.size() && atom_at[i] != no_atom ? &atoms[atom_at[i]] : nullptr; }
    bool atom_is(std::uint32_t i, AtomKind kind) const { return atom(i) != nullptr && atom(i)->kind == kind; }
    /// The token after the last one whose first byte lies before `byte`.
    std::uint32_t token_after(std::uint32_t from, std::size_t byte) const {
        while (from < size() && token(from).begin < byte) ++from;
        return from;
    }
    void add(Atom atom);

    /// The likeliest reading of a place or demonym, in the words of the text.
    PlaceReading reading_of(const Atom& atom) const {
        PlaceReading reading;
        reading.place = atom.place().to_place(std::string(raw(atom.first, atom.end)));
        reading.candidates = atom.places;
        return reading;
    }
};

/// Identifiers met in the document, by key, so that a bare "IRAN05" is known again once it was called a call sign.
struct KnownIdentifiers {
    std::unordered_set<std::string> callsigns, registrations;
    std::unordered_set<std::string> places;  ///< names and first words of names that were a place once, folded
    std::unordered_map<std::uint32_t, std::string> type_words;  ///< last words of type names, by word_hash, with the designator: "206" of "Cessna 206"
    bool aircraft_seen = false;  ///< some aircraft was spoken of
};

/// Fills `scan` from a sentence: word classes, then types, identifiers, operators, nicknames, places and runs of capitals.
void scan_sentence(const Sentence& sentence, std::string_view text, KnownIdentifiers& known, SentenceScan& scan);

/// Marks what is a registration, a callsign or a flight number. One of the passes of scan_sentence.
void scan_identifiers(SentenceScan& scan, KnownIdentifiers& known);

/// Marks aircraft types, operators and aircraft nicknames.
void scan_names(SentenceScan& scan, bool aircraft_seen);

/// Marks places and peoples.
void scan_places(SentenceScan& scan, KnownIdentifiers& known);

}  // namespace flightxref::detail
