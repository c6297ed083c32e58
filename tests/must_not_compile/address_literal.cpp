// SPDX-License-Identifier: BSL-1.0
// An address with a wrong digit is found by the compiler.
#include <flightxref/aircraft/identity.hpp>
#ifdef MISTAKE
constexpr flightxref::Icao24 address{"15771z"};
#else
constexpr flightxref::Icao24 address{"157717"};
#endif
static_assert(address.value() == 0x157717);
