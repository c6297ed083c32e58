// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/match/finding.hpp>

#include "match/outcome.hpp"

#include <string>
#include <vector>

namespace flightxref::detail {

/// The fields of a statement against one flight it was held against, with weights.
std::vector<Agreement> make_agreements(const Statement& statement, const Judged& judged, const Scene& scene);

/// Two identifiers of one length that differ in one character.
bool one_character_off(const std::string& a, const std::string& b);

}  // namespace flightxref::detail
