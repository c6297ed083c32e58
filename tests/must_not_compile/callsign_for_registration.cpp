// SPDX-License-Identifier: BSL-1.0
// A callsign is not a registration, though both are text.
#include <flightxref/aircraft/identity.hpp>
using namespace flightxref;
#ifdef MISTAKE
bool same(const Registration& a, const Callsign& b) { return a == b; }
#else
bool same(const Registration& a, const Registration& b) { return a == b; }
#endif
