// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/match/candidate.hpp>
#include <flightxref/match/finding.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace flightxref {

class AircraftRegistry;

struct LeadOptions {
    std::vector<std::string> watch;      ///< registrations, addresses, callsign prefixes or operators one looks out for
    const AircraftRegistry* registry = nullptr;  ///< also aircraft on its watch lists (plane-alert-db), see read_aircraft_registry(); null for none, has to outlive the call
    bool government = true;              ///< also aircraft of governments and armed forces
    int unusual_days = 3;                ///< also the first flight to a country in so many days of data, by such an aircraft; 0: not
    std::size_t most = 50;               ///< leads given at most
    const AirportTable* airports = nullptr;  ///< the built-in table when null
};

/// Flights by aircraft of interest that no claim speaks of, most telling first, each with the reason it is not noise.
/// A flight is spoken of when a claim names its aircraft, callsign or kind and agrees with an end of it in place and time.
std::vector<Lead> find_leads(const Batch<Claim>& claims, const FlightIndex& index, const LeadOptions& options = {});

}  // namespace flightxref
