// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/clause.hpp"

namespace flightxref::detail {

/// Finds the verbs of a sentence with their auxiliaries and governors, and the nouns that name movements.
void find_verb_groups(SentenceView& view);

}  // namespace flightxref::detail
