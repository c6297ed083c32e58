// SPDX-License-Identifier: BSL-1.0
// A program of somebody else's that needs the vocabulary only: no table, no reader, no zone database.
#include <flightxref/aircraft/identity.hpp>
#include <flightxref/flight/flight.hpp>
#include <flightxref/format.hpp>
#include <flightxref/geo/geodesy.hpp>
#include <flightxref/time/kst.hpp>

namespace fx = flightxref;

int main() {
    fx::Flight flight;
    flight.aircraft = {.icao24 = fx::Icao24{"157717"}, .registration = fx::Registration{"RA-96023"}, .type = fx::Typecode{"IL96"}};
    flight.arrival.airport = "ZKPY";
    flight.arrival.estimate = fx::from_kst({2023, 10, 18}, fx::hours(18) + fx::minutes(4));
    fmt::print("{} {} landed {}\n", flight.aircraft.type, flight.aircraft.registration, fx::to_kst(*flight.arrival.estimate));
    const auto beijing = fx::Position::from_degrees(40.0801, 116.5846), pyongyang = fx::Position::from_degrees(39.2241, 125.6700);
    const double km = fx::distance_km(*beijing, *pyongyang);
    return km > 770 && km < 800 ? 0 : 1;
}
