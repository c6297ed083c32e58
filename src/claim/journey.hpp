// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/draft.hpp"

#include <flightxref/text/document.hpp>

#include <vector>

namespace flightxref::detail {

/// Follows each craft and each traveller through the document: where they last were, on which leg, with whom. Fills the endpoints,
/// the craft and the means that a draft itself leaves open but the document states.
void follow_journeys(std::vector<ClaimDraft>& drafts, const std::vector<Entity>& entities, const Document& document);

/// Drafts that follow an entity's journey one after another; used for its dates too.
std::uint32_t journey_of(const ClaimDraft& draft);

}  // namespace flightxref::detail
