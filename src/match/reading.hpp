// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "match/outcome.hpp"

#include <vector>

namespace flightxref::detail {

/// The statement with what its own sentence says alone. Places whose words stand elsewhere in the text go; so does what
/// other sentences say of the aircraft where this one names it by itself, by tail, callsign or number, or opens a new one
/// ("a Boeing 737"). Plain reference ("it", "the jet") keeps the aircraft told before, but not its type, which then is no
/// part of what is said. A claim without a quote is taken as told in full.
Statement own_words(const Statement& statement);

/// Does own_words() take anything away?
bool differ(const Statement& a, const Statement& b);

/// Does the sentence name a type of another family than the one the claim carries from elsewhere in the text?
bool names_another_type(const Statement& statement);

/// Other moments the words of the time may mean, where a reader of ours chose one: the clock of the place of the event when
/// it was read in another zone, the other half of the day where no a.m. or p.m. tells, any hour of a day around where the
/// place whose clock it is was not told. None for claims that come with their time from elsewhere.
std::vector<Statement> other_times(const Statement& statement);

/// The outcome of a statement that takes all this into account: what refutes is what the sentence says, read in any way it
/// may be meant. The statement becomes the one that was judged.
Outcome judge_statement(Statement& statement, Scene& scene);

}  // namespace flightxref::detail
