// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/draft.hpp"
#include "claim/when.hpp"

#include <flightxref/text/document.hpp>

#include <vector>

namespace flightxref::detail {

/// Adds drafts as claims in text order with ids, code points and reasons; one for each identified aircraft of a plural subject.
void make_claims(ClaimDrafts drafts, std::vector<DatedDraft> dated, const std::vector<Entity>& entities, const Document& document, const CodePoints& points,
                 std::vector<Claim>& claims);

}  // namespace flightxref::detail
