// SPDX-License-Identifier: BSL-1.0
// Text becomes a registration only where somebody says so.
#include <flightxref/aircraft/identity.hpp>
using namespace flightxref;
#ifdef MISTAKE
Registration tail() { return "RA-96023"; }
#else
Registration tail() { return Registration("RA-96023"); }
#endif
