// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/draft.hpp"

#include <flightxref/text/sentence.hpp>

#include <vector>

namespace flightxref::detail {

/// "In the cabin were two ministers", "the jet was carrying Haddad": who is aboard, told apart from any movement.
struct AboardStatement {
    std::uint32_t carrier = no_entity;
    std::uint32_t begin = 0;  ///< byte of the text
    std::uint32_t paragraph = 0;
    std::vector<std::uint32_t> persons;
    Aboard aboard = Aboard::asserted;
};

/// Reads who is said to be aboard what, sentence by sentence.
class AboardReader {
  public:
    void read(const Sentence& sentence, const Mentions& mentions);
    const std::vector<AboardStatement>& statements() const { return m_statements; }

  private:
    std::vector<AboardStatement> m_statements;
    std::uint32_t m_last_craft = no_entity;  ///< spoken of last
};

/// Gives the legs of a craft that name nobody those who are aboard on its trip, told before or else told next.
void spread_travellers(ClaimDrafts& drafts, const std::vector<AboardStatement>& statements, const std::vector<Entity>& entities);

}  // namespace flightxref::detail
