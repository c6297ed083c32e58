// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/clause.hpp"

namespace flightxref::detail {

/// Adds the verb groups of parts of a sentence that leave out "be" and its subject: "Wheels up from Andrews at 6:42", "Back in Oslo by six."
void find_fragments(SentenceView& view);

/// Whether a part of the sentence (between semicolons and full stops) begins with that token.
bool opens_part(const Sentence& sentence, std::size_t i);

/// Whether a word that can follow "be" may tell without it what the words before it do: "RA-82042 down at Leipzig". Quick and sometimes wrongly true.
bool may_be_note(const Sentence& sentence, std::size_t i);

/// Whether a part of the sentence opens with a word that can follow "be". Quick and sometimes wrongly true.
bool may_be_fragment(const Sentence& sentence);

/// The part of a sentence a token stands in (between semicolons and full stops) holds no verb.
bool is_verbless(const SentenceView& view, std::uint32_t at);

}  // namespace flightxref::detail
