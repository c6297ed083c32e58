// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "match/outcome.hpp"

#include <span>

namespace flightxref::detail {

/// One claim in work.
struct Case {
    Statement statement;
    Outcome outcome;
};

/// Claims of one document that form a journey lend each other the aircraft: a claim that names none takes over the one
/// of a claim that was borne out, has a traveller in common with it and joins it in place and time. What is borrowed
/// can support and never refute: travellers change planes. A refuted leg lends nothing.
void lend_aircraft(std::span<Case> cases, Scene& scene);

/// A time reckoned from another claim ("two hours later") is worth nothing once that claim is refuted: what would be refuted
/// at such a time stays open. One refuted leg does not drag the next.
void release_dependants(std::span<Case> cases);

}  // namespace flightxref::detail
