// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/clause.hpp"

#include <vector>

namespace flightxref::detail {

/// Who or what a verb is said of.
struct Subject {
    std::vector<std::uint32_t> mentions;  ///< carriers and persons, indices into SentenceView::mentions
    bool inherited = false;               ///< of the verb before: "... and landed"
    bool generic = false;                 ///< "you", an order, advice
    bool nobody = false;                  ///< "no jet", "none of them"
    bool pronoun = false;                 ///< "we", "the other", "seven more": a mover that is no mention
    bool understood = false;              ///< left out: "Wheels up at six", "Landed Doha 14:20"
    bool other = false;                   ///< something that is neither a carrier nor a person
    std::uint32_t begin = no_token;       ///< first token, where it stands right before the verb
    std::uint32_t head = no_token;        ///< its noun, where it is `other`
    std::string_view rule;
};

/// The subject of each verb group, by index.
std::vector<Subject> find_subjects(const SentenceView& view);

}  // namespace flightxref::detail
