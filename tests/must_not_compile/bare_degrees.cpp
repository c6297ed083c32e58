// SPDX-License-Identifier: BSL-1.0
// Two numbers are no position until somebody has looked whether they lie on the globe.
#include <flightxref/geo/position.hpp>
using namespace flightxref;
#ifdef MISTAKE
Position place() { return Position(39.22, 125.67); }
#else
std::optional<Position> place() { return Position::from_degrees(39.22, 125.67); }
#endif
