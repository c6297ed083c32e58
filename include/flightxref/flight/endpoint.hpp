// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/geo/position.hpp>
#include <flightxref/time/instant.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref {

/// How an end of a flight is known.
enum class EndKind : std::uint8_t {
    runway,           ///< take-off or landing seen at an airport
    off_airport,      ///< take-off or landing seen away from any airport
    inferred,         ///< not seen, but position, height, descent and what follows leave little doubt that it happened
    lost,             ///< the track ends in the air and nothing more can be said
    in_flight_start,  ///< the track begins in the air and nothing more can be said
};

constexpr std::string_view to_string(EndKind kind) {
    switch (kind) {
        case EndKind::runway: return "runway";
        case EndKind::off_airport: return "off_airport";
        case EndKind::inferred: return "inferred";
        case EndKind::lost: return "lost";
        case EndKind::in_flight_start: return "in_flight_start";
    }
    return "lost";
}

/// An airport the end may have been at.
struct AirportCandidate {
    std::string airport;     ///< code, as Airport::code
    double probability = 0;  ///< calibrated; those of one end add up to at most 1
};

/// The moment and place of lift-off or touchdown.
struct EndPoint {
    std::string airport;                       ///< the answer the library stands by; empty when it would not
    std::optional<Position> place;             ///< off-airport landing, or the end of what was seen
    std::vector<AirportCandidate> candidates;  ///< most probable first
    bool observed = false;                     ///< the touchdown or lift-off itself lies inside coverage
    EndKind kind = EndKind::lost;
    std::optional<Instant> not_before, not_after;  ///< bounds of the moment, empty when unbounded
    std::optional<Instant> estimate;               ///< the likeliest moment, empty when unknown
    std::string because;                           ///< one sentence a journalist can quote
};

}  // namespace flightxref
