// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/draft.hpp"

#include <string_view>

// What the words of a draft's own clause say of its journey. `text` is that of the document.
namespace flightxref::detail {

/// "Both went back that evening."
bool means_all(const ClaimDraft& d, std::string_view text);

/// "landed back in Tbilisi": where it came from.
bool lands_back(const ClaimDraft& d, std::string_view text);

/// Whether the words behind the verb name a goal: "to the prefecture", "for the Obelisk".
bool goes_somewhere(const ClaimDraft& d, std::string_view text);

/// Whether a capital stands right behind the verb: "left Al Ain", "set off from Qamar", be the place known or not.
bool leaves_somewhere(const ClaimDraft& draft, std::string_view text);

/// "landed at the Sungun copper mine", "set down on the frigate": at a place that no table knows, and not where the story stands.
bool lands_somewhere_else(const ClaimDraft& d, std::string_view text);

}  // namespace flightxref::detail
