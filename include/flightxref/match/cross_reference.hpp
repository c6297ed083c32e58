// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/flight/segment.hpp>
#include <flightxref/match/finding.hpp>

namespace flightxref {

struct CrossReferenceOptions {
    const AirportTable* airports = nullptr;  ///< the built-in table when null
};

/// Holds every claim against the flights: one finding a claim, in the claims' order.
/// Issues of both sides are passed on.
Batch<Finding> cross_reference(const Batch<Claim>& claims, const FlightBatch& flights, const CrossReferenceOptions& options = {});

}  // namespace flightxref
