// SPDX-License-Identifier: BSL-1.0
// An address has six digits.
#include <flightxref/aircraft/identity.hpp>
#ifdef MISTAKE
constexpr flightxref::Icao24 address{"15771"};
#else
constexpr flightxref::Icao24 address{"015771"};
#endif
static_assert(address.value() == 0x15771);
