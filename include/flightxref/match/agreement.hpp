// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/claim/claim.hpp>
#include <flightxref/match/candidate.hpp>
#include <flightxref/match/finding.hpp>

#include <cstddef>
#include <vector>

namespace flightxref {

/// Each checkable field of a claim held against one flight of the index, with its weight log2(m/u) in bits: m, how often
/// the field comes out so for the flight that is meant, from a reviewed table; u, the chance of it by coincidence, counted
/// in the flights at hand. Fields the claim does not state are left out. What the tracks do not tell has the weight 0.
/// A registration that is one character off is said to be so and still disagrees.
std::vector<Agreement> find_agreements(const Claim& claim, std::size_t flight, const FlightIndex& index, const AirportTable& airports);

/// One flight a claim was held against.
struct ScoredCandidate {
    std::size_t flight = 0;             ///< index into FlightIndex::flights()
    std::vector<Agreement> agreements;
    double weight = 0;                  ///< sum of the agreements' weights, bits
    double probability = 0;             ///< that this flight did what the claim says, if it is the aircraft meant
    bool identity_agrees = false;       ///< all that the claim says of the aircraft and that is needed to tell it agrees
};

/// Every flight that a claim is held against, heaviest first: what `explain_finding` prints.
std::vector<ScoredCandidate> find_candidates(const Claim& claim, const FlightIndex& index, const AirportTable& airports);

}  // namespace flightxref
