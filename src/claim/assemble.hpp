// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/draft.hpp"
#include "claim/when.hpp"

#include <flightxref/text/document.hpp>

#include <vector>

namespace flightxref::detail {

/// Drafts -> claims in text order with ids, code points and reasons; one for each identified aircraft of a plural subject.
std::vector<Claim> make_claims(const ClaimDrafts& drafts, const std::vector<DatedDraft>& dated, const std::vector<Entity>& entities,
                               const Document& document);

}  // namespace flightxref::detail
