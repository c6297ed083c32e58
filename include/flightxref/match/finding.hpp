// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/claim/claim.hpp>
#include <flightxref/flight/flight.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref {

/// Of the claim as stated: a denial is supported when the movement did not happen.
enum class Verdict : std::uint8_t { supported, refuted, not_enough_info };

constexpr std::string_view to_string(Verdict verdict) {
    switch (verdict) {
        case Verdict::supported: return "supported";
        case Verdict::refuted: return "refuted";
        case Verdict::not_enough_info: return "not_enough_info";
    }
    return "not_enough_info";
}

/// One field of a claim held against one flight.
struct Agreement {
    enum class Result : std::uint8_t { agrees, disagrees, unknown };
    std::string field;     ///< registration, type, callsign, flight_number, operator, origin, destination, via, time, mode
    Result result = Result::unknown;
    std::string claimed;   ///< what the text says, for a reader
    std::string observed;  ///< what the tracks show, for a reader
    double weight = 0;     ///< log2(m/u): bits for (+) or against (-) the flight being the one meant
    std::string because;   ///< one sentence, with the margin: "agrees, 7 minutes inside the window"
};

constexpr std::string_view to_string(Agreement::Result result) {
    switch (result) {
        case Agreement::Result::agrees: return "agrees";
        case Agreement::Result::disagrees: return "disagrees";
        case Agreement::Result::unknown: return "unknown";
    }
    return "unknown";
}

/// The fixes a verdict rests on: positions `first` to `last` (both included) of a file.
struct Evidence {
    std::string path;
    std::string sha256;
    std::uint64_t first = 0, last = 0;
};

/// A claim with what the tracks say of it.
struct Finding {
    Claim claim;
    Verdict verdict = Verdict::not_enough_info;
    double probability = 0.5;      ///< that the claim is true as stated, given the tracks
    std::optional<Flight> flight;  ///< the flight it rests on
    std::vector<Agreement> agreements;
    std::string_view grounds;      ///< a word for programs: "seen", "alibi", "end_unseen", "future", ...; lives as long as the program
    std::string reason;            ///< one or two sentences for a reader
    std::vector<Evidence> evidence;
};

/// A flight of interest that no claim speaks of.
struct Lead {
    Flight flight;
    std::string why;
};

}  // namespace flightxref
