// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "match/statement.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace flightxref::detail {

enum class Fit : std::uint8_t { unknown, agrees, disagrees };

/// Identity stated against identity observed, field by field.
struct WhoFit {
    Fit registration = Fit::unknown, callsign = Fit::unknown, flight_number = Fit::unknown, type = Fit::unknown, op = Fit::unknown;
    bool by_plan = false;  ///< the registration was computed from the address
    bool related_type = false;  ///< another variant of the same model: neither agrees nor disagrees
    std::string doubt;     ///< why the identity of the aircraft is in question; empty when it is not
};

WhoFit fit_who(const StatedAircraft& who, const Flight& flight, const AircraftHistory& history);

/// Why the inputs do not tell for sure which aircraft flew under an identity: shared or temporary addresses, registrations that
/// contradict each other or the plan of the address's state. Empty when nothing speaks against it.
std::string identity_doubt(const AircraftHistory& history, const Registration& told);

/// The stretch of time during which a flight does what the event says.
struct Moment {
    std::optional<double> begin, end;  ///< bounds, seconds since 1970
    std::optional<double> estimate;    ///< for a point in time: the likeliest
    bool point = true;                 ///< touchdown or lift-off, rather than a stay or a whole leg
    bool observed = false;
};

Moment moment_of(ClaimEvent event, const Flight& flight, const Flight* next);

struct TimeFit {
    Fit fit = Fit::unknown;
    double probability = 0;  ///< that the moment lies in the window stated
    double off_minutes = 0;  ///< 0 inside; else how far outside the nearest bound is
};

TimeFit fit_time(const Statement& statement, const Moment& moment);

/// One flight held against a statement.
struct Judged {
    std::size_t flight = 0;
    WhoFit who;
    PlaceFit origin, destination;
    Fit via = Fit::unknown;
    Moment moment;
    TimeFit time;
    double probability = 0;  ///< that this flight did what is said, identity granted
    bool who_fits = false;   ///< everything stated of the aircraft that is needed to tell it agrees
    bool observed = false;   ///< every end that decides was seen

    /// How far the flight bears the statement out: not, as far as can be (an end not seen, the place told the likeliest by
    /// far), in all but certainty, or with every end that decides seen.
    enum class Bearing : std::uint8_t { none, likely, firm, seen };
    Bearing bearing = Bearing::none;
};

Judged judge(const Statement& statement, const FlightIndex& index, std::size_t flight, const PlaceBook& places);

}  // namespace flightxref::detail
