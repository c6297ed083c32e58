// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/aircraft/operators.hpp>
#include <flightxref/aircraft/type_names.hpp>
#include <flightxref/claim/claim.hpp>

#include "match/alibi.hpp"

#include <optional>
#include <string>

namespace flightxref::detail {

/// Who is said to have moved, read once.
struct StatedAircraft {
    Registration registration;
    std::string callsign, flight_number;  ///< as printed
    Typecode type;                        ///< when the text is certain of it
    std::optional<TypeMatch> type_named;
    std::string type_words;
    const Operator* op = nullptr;
    std::string operator_words;

    /// Is it one aircraft, rather than one of a kind?
    bool names_one() const { return registration || !callsign.empty() || !flight_number.empty(); }
    bool names_kind() const { return type || type_named || !operator_words.empty(); }
};

/// A claim made ready to be held against tracks. Times are seconds since 1970, both ends included.
struct Statement {
    const Claim* claim = nullptr;
    ClaimEvent event = ClaimEvent::travel;
    bool denies = false;   ///< says that the movement did not happen
    bool by_air = true;
    StatedAircraft who;
    const PlaceSet* origin = nullptr;
    const PlaceSet* destination = nullptr;
    std::vector<const PlaceSet*> via;
    bool timed = false;
    double begin = 0, end = 0;
    std::optional<double> told_by;  ///< what is told as past without a time had happened by then

    /// The movement whose impossibility would be an alibi; empty where the event has no such reading.
    std::optional<Movement> movement() const;
};

Statement make_statement(const Claim& claim, PlaceBook& places);

}  // namespace flightxref::detail
