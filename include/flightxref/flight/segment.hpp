// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/flight/flight.hpp>
#include <flightxref/track/read.hpp>

#include <memory>
#include <vector>

namespace flightxref {

/// Flights, the inputs behind them, and what could not be used. Iterates over the flights, ordered by aircraft and time.
struct FlightBatch : Batch<Flight> {
    std::vector<std::shared_ptr<const Input>> inputs;
    std::vector<std::shared_ptr<const Track>> tracks;  ///< all of them, also those without a flight: they show who was heard where
};

struct SegmentOptions {
    const AirportTable* airports = nullptr;  ///< the built-in table when null
};

/// Cuts tracks into flights and finds where and when each began and ended. Takes the tracks over: move them in.
FlightBatch segment_flights(TrackBatch tracks, const SegmentOptions& options = {});

}  // namespace flightxref
