// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/flight/segment.hpp>
#include <flightxref/match/candidate.hpp>
#include <flightxref/match/finding.hpp>

namespace flightxref {

class Coverage;

struct CrossReferenceOptions {
    const AirportTable* airports = nullptr;  ///< the built-in table when null
    const Coverage* coverage = nullptr;      ///< where anyone was listening; learnt from the tracks when null
};

/// Holds every claim against the flights: one finding a claim, in the claims' order.
///
/// supported: one flight agrees with all that the claim states and tracks can show. refuted: the tracks show that it can
/// not be so: the aircraft named was elsewhere, or is of another type, or, for a kind of aircraft, the place was watched all
/// the time and every aircraft that may be of the kind was elsewhere. Anything else is not_enough_info; silence refutes nothing. A denial, negation or cancellation is judged as stated: supported when the movement did not
/// happen. Claims of one document that form a journey lend each other the aircraft, for support only.
/// Issues of both sides are passed on; claims with the same id in one document and flights of one aircraft that overlap
/// are reported as issues. Throws nothing of ours.
Batch<Finding> cross_reference(const Batch<Claim>& claims, const FlightBatch& flights, const CrossReferenceOptions& options = {});

/// The same against an index made before, for many calls over the same flights. Issues of the flights are not repeated.
Batch<Finding> cross_reference(const Batch<Claim>& claims, const FlightIndex& index, const CrossReferenceOptions& options = {});

}  // namespace flightxref
