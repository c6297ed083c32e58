// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/clause.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace flightxref::detail {

constexpr ClauseClasses auxiliary_words = bits(ClauseClass::be, ClauseClass::have, ClauseClass::do_, ClauseClass::will, ClauseClass::would, ClauseClass::may,
                                       ClauseClass::can, ClauseClass::must);

/// Finds the verbs of one sentence.
struct GroupFinder {
    SentenceView& view;
    std::uint32_t n;
    bool headline;  ///< capitals throughout, as in a flash or a title: they tell no name from a verb
    const Token& tok(std::uint32_t i) const { return view.token(i); }
    const Word& word(std::uint32_t i) const { return view.word(i); }
    bool is_adverb(std::uint32_t i) const;
    std::uint32_t previous(std::uint32_t i) const;
    /// Name, number or other matter that can not be a verb.
    bool is_name(std::uint32_t i) const;
    std::uint8_t forms_of(std::uint32_t i) const;
    /// Words of the governor classes that are no verbs: "is due at", "was about to".
    static bool is_adjective(const Token& t);
    /// "another landed in Paris", "these left at noon"
    bool stands_for_noun(std::uint32_t i) const { return tok(i).is("another") || tok(i).is("each") || tok(i).is("neither") || tok(i).is("these") || tok(i).is("those"); }
    bool goes_on(std::uint32_t i) const;
    bool is_verb(std::uint32_t i) const;
    /// "The Super Pumas, their job done, go home", "two jets, the first marked N1AB, set down at": the mover opens the sentence, no verb stands between.
    bool is_movement_behind_remark(std::uint32_t i, std::uint8_t forms) const;
    bool has_finite_verb(std::uint32_t begin, std::uint32_t end) const;
    bool is_possessive(std::uint32_t i) const;
    void match_trigger(VerbGroup& g) const;
    /// A verb that tells how something moves, or one that no table has.
    bool is_manner(std::uint32_t i) const;
    /// The words behind a verb. "was" alone begins hundreds of rows; what stands near it rules out nearly all.
    struct Ahead {
        static constexpr std::uint32_t reach = 8;
        std::array<std::uint32_t, reach> hashes{};
        std::uint64_t bits = 0;

        Ahead(const SentenceView& view, std::uint32_t verb) {
            for (std::uint32_t i = 0; i < reach && verb + 1 + i < view.size(); ++i) {
                hashes[i] = view.token(verb + 1 + i).hash;
                bits |= opening_bit(hashes[i]);
            }
        }
        bool holds(std::uint32_t opening) const { return (bits & opening_bit(opening)) != 0 && std::find(hashes.begin(), hashes.end(), opening) != hashes.end(); }
    };
    void match_rows(VerbGroup& g, const TriggerVerb& verb, const Ahead& ahead) const;
    /// The words of a row after the verb: adverbs may stand between, an article or possessive inside ("on its way back"),
    /// an object where somebody is taken along ("brought him back"), adjectives before a noun ("made an unscheduled landing").
    bool matches(const TriggerRow& row, std::uint32_t head, std::uint32_t& end) const;

    // What stands before the verb: verb_chain.cpp
    /// A time between auxiliary and verb: "may one day move".
    bool chain_goes_on(std::uint32_t i) const;
    /// "did a Tu-214 lift off", "at no time did the aircraft cross", "nor will it be": the auxiliary stands before its subject.
    void read_inversion(VerbGroup& g) const;
    void read_chain(VerbGroup& g) const;
    std::uint32_t subject_begin(std::uint32_t first) const;
    /// "told it to go back", "would not let the jet cross", "accepted an invitation from Kim to visit".
    void find_distant_governor(VerbGroup& g) const;
    /// "fog kept the crew from landing": who is kept from it does not.
    bool find_preventer(VerbGroup& g) const;
    /// "will leave Doha on Friday and reach Rome on Saturday": a bare verb behind a coordinator goes on under the auxiliaries of the verb before.
    void share_auxiliaries(std::vector<VerbGroup>& groups, std::size_t k) const;
    /// "is to watch the start and fly back": the verb before is in no table, its auxiliaries tell it.
    void share_with_unknown(VerbGroup& g, std::uint32_t coordinator) const;
    /// Negation and tense of a governor that stands apart: "would not let", "refused to let", "had told".
    void read_governor(VerbGroup& g, std::uint32_t governor) const;
};

}  // namespace flightxref::detail
