// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/word_map.hpp"

#include <flightxref/claim/claim.hpp>
#include <flightxref/text/token.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// What a word does in a clause (src/reference/claim_words.csv).
enum class ClauseClass : std::uint8_t {
    be, present, have, do_, will, would, may, can, must, negation, no_word, adverb, determiner, possessive, subject_pronoun,
    object_pronoun, generic_you, coordinator, subordinator, relative, preposition, say, show, deny, false_word, plan_word,
    expect_word, report_word, seem_word, refuse_word, try_word, cancel_word, perceive, transparent, finite, hypothesis,
    aircraft_noun, airspace_noun, line_noun, apron_noun, field_noun, period_noun, other_domain, ellipsis, people_noun, manner_verb, still_verb, count_
};

using ClauseClasses = std::uint64_t;
constexpr ClauseClasses bit(ClauseClass word_class) { return ClauseClasses{1} << static_cast<unsigned>(word_class); }
template <class... More>
constexpr ClauseClasses bits(More... classes) {
    return (bit(classes) | ...);
}

/// Forms of a verb; a word may be several ("landed").
enum VerbForm : std::uint8_t { form_base = 1, form_s = 2, form_past = 4, form_participle = 8, form_ing = 16 };

/// What a trigger says before its surroundings are looked at. The first fourteen are ClaimEvent's.
enum class Sense : std::uint8_t {
    depart, arrive, fly, travel, overfly, stop, divert, turn_back, return_, circle, last_seen, first_seen, on_ground, visit,
    none,         ///< an idiom: nothing moves
    way,          ///< on the way to: a departure, the goal of another claim, or after a reversal a diversion
    way_from,     ///< "had come from"
    turn_up,      ///< arrival of people, first sign of an aircraft
    seen_again,   ///< "popped up", "reappeared"
    picked_up,    ///< by receivers; or a passenger collected
    seen,         ///< "was seen again"
    enter, exit, cross,
    stay, sit, ground, be_in, shuttle, lose, due, expect, follow, join, turned_away,
    called_off,   ///< "was scrubbed", of a flight
};

/// What must hold for a trigger to count (column "needs").
enum class Need : std::uint8_t {
    mover, craft, traveller, place, goal, origin, object, bare, way, carry, put, fly, land, stop, divert, back, onward, backto, notto, trace,
    lose, appear, picked, attend, spend, passive, route, leg, airspace, border, board, craftplace, craftobject, move, send, sail, host,
    flyin, start, expect, follow, stayend, gap, shut, itself, count_
};

enum class ObjectRole : std::uint8_t { none, origin, goal, via, object };

/// A row of src/reference/claim_triggers.csv.
struct TriggerRow {
    std::string_view verb;
    std::vector<std::string_view> words;  ///< what must follow
    std::uint32_t opening = 0;            ///< word_hash of the first of them
    bool adjacent = false;                ///< nothing may stand between
    Sense sense = Sense::none;
    TravelMode mode = TravelMode::unknown;
    ObjectRole object = ObjectRole::none;
    std::uint64_t needs = 0;

    bool needs_a(Need need) const { return (needs >> static_cast<unsigned>(need)) & 1u; }
};

/// A verb that begins triggers, the longest first.
struct TriggerVerb {
    std::vector<TriggerRow> rows;
    std::vector<std::uint32_t> openings;  ///< word_hash of the first words of its rows
    std::uint64_t near = 0;               ///< a bit for each of the openings, by opening_bit()
    bool stands_alone = false;            ///< a row asks for no word
    bool of_craft = true;                 ///< each of its rows that tells of a movement asks for a craft: "limp", "roar"
};

/// A word as a form of such a verb.
struct TriggerForm {
    const TriggerVerb* verb = nullptr;
    std::uint8_t forms = 0;
};

/// A noun that names a movement (src/reference/claim_nouns.csv).
struct TriggerNoun {
    Sense sense = Sense::none;
    TravelMode mode = TravelMode::unknown;
};

/// All that the tables say of one word by its folded form.
struct LexiconWord {
    ClauseClasses classes = 0;
    TriggerForm form;                 ///< without a verb when it is no form of a trigger verb; forms of "be" have one too
    std::optional<TriggerNoun> noun;
    bool opens_fragment = false;      ///< begins what tells of a movement without "be" too: "Wheels up from Andrews"
};

/// One of 64 bits for a word: a word whose bit is not set is none of those gathered.
constexpr std::uint64_t opening_bit(std::uint32_t hash) { return std::uint64_t{1} << (hash >> 26); }

/// Loops over tokens fetch it once.
const WordMap<LexiconWord>& lexicon_words();

/// Classes of a word; 0 when it has none.
ClauseClasses classes_of(const Token& token);

/// The rows for verbs no table has: what follows tells that the subject moves ("clattered into", "lurched away from").
const TriggerVerb& verb_unlisted();

/// Null when the word is no form of a trigger verb.
const TriggerForm* find_trigger_form(const Token& token);

/// Null when the word names no movement.
const TriggerNoun* find_trigger_noun(const Token& token);

/// Whether what can follow "be" tells of a movement without it too: "Wheels up", "Back in".
bool reads_without_be(const TriggerRow& row);

/// What can follow "be": also read where the verb is left out ("Wheels up from Andrews", "Back in Oslo by six").
const TriggerVerb& verb_be();

}  // namespace flightxref::detail
