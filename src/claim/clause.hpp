// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/lexicon.hpp"

#include <flightxref/text/mention.hpp>
#include <flightxref/text/sentence.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref::detail {

constexpr std::uint32_t no_token = 0xFFFF'FFFFu;

/// A token with what clause analysis needs to know of it.
struct Word {
    const LexiconWord* known = nullptr;  ///< what the tables say of it; null when they do not have it
    ClauseClasses classes = 0;
    std::uint32_t mention = no_token;  ///< index of the outermost mention it stands in
    std::uint32_t group = no_token;    ///< verb group it belongs to
    bool aside = false;                ///< in brackets or between dashes; arguments are not looked for there
    bool in_time = false;              ///< part of a time expression
    bool quoted = false;               ///< inside quotation marks
    bool boundary = false;             ///< a clause begins here

    bool is(ClauseClass word_class) const { return (classes & bit(word_class)) != 0; }
    bool any(ClauseClasses mask) const { return (classes & mask) != 0; }
    /// As find_trigger_form() and find_trigger_noun() of the token.
    const TriggerForm* form() const { return known != nullptr && known->form.verb != nullptr ? &known->form : nullptr; }
    const TriggerNoun* noun() const { return known != nullptr && known->noun ? &*known->noun : nullptr; }
};

/// The verb of a clause with its auxiliaries and what governs it.
struct VerbGroup {
    std::uint32_t first = 0;      ///< leftmost auxiliary, adverb excluded
    std::uint32_t head = 0;       ///< the verb itself
    std::uint32_t end = 0;        ///< one past the last token of the trigger
    const TriggerRow* trigger = nullptr;
    std::uint32_t trigger_begin = 0;  ///< first token of the trigger
    std::uint8_t forms = 0;
    bool noun = false;            ///< a nominal trigger: "the second leg"
    bool negated = false, passive = false, perfect = false, progressive = false;
    bool infinitive = false;      ///< "to leave"
    bool gerund = false;          ///< after a preposition: "after attending"
    bool participle = false;      ///< "..., landing at", "the jet carrying"
    bool bare = false;            ///< base form without auxiliary
    bool shares = false;          ///< the auxiliaries are those of the verb it is coordinated with
    bool elliptical = false;      ///< "be" and its subject are left out: "Wheels up from Andrews"
    bool present = false, past = false;
    bool will = false, would = false, may = false, can = false, must = false;
    bool be_to = false;           ///< "is to leave"
    bool forced = false;          ///< "had to land", "was forced to land": done, and not as planned
    bool hypothesis = false;      ///< "had he left", "if", "whether"
    std::uint32_t governor = no_token;  ///< "refused" in "refused to let it land", "due" in "was due to"
    ClauseClasses governors = 0;          ///< classes of all that govern it
    bool governed_present = false;
    std::uint32_t object_begin = no_token, object_end = no_token;  ///< "it" in "told it to go back"
    std::uint32_t relative = no_token;  ///< "who", "which", "that" its clause begins with
};

/// A sentence as its clauses.
struct SentenceView {
    const Sentence* sentence = nullptr;
    std::span<const Mention> mentions;
    std::vector<Word> words;
    std::vector<VerbGroup> groups;      ///< in order; those of triggers and those of other verbs

    std::size_t size() const { return words.size(); }
    const Token& token(std::size_t i) const { return sentence->tokens[i]; }
    const Word& word(std::size_t i) const { return words[i]; }
    /// First token of the clause a token stands in, and one past its last.
    std::uint32_t clause_begin(std::uint32_t at) const;
    std::uint32_t clause_end(std::uint32_t at) const;
};

/// "the last to leave", "first to land": tells of a movement as a finite verb does.
bool is_ordinal_infinitive(const SentenceView& view, const VerbGroup& group);

/// Splits a sentence into clauses and finds its verbs. `in_time` tells which tokens belong to time expressions.
SentenceView analyse(const Sentence& sentence, std::span<const Mention> mentions, const std::vector<bool>& in_time);

/// What of a trigger a sentence shows before its clauses are known.
enum class TriggerSigns : std::uint8_t {
    none,
    words,     ///< a form of a trigger verb, "was" among them, or a noun that names a movement
    complete,  ///< and the words that must follow "was" stand near enough
};

/// Quick; may see too much.
TriggerSigns find_trigger_signs(const Sentence& sentence);

}  // namespace flightxref::detail
