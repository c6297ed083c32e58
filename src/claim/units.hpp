// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/draft.hpp"

#include <vector>

namespace flightxref::detail {

/// One claim per leg and sentence (schema 2.2): joins the drafts of one sentence that tell of the same leg. Marks what was joined as dropped.
void join_legs(ClaimDrafts& drafts, std::size_t first);

}  // namespace flightxref::detail
