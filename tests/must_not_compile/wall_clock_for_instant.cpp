// SPDX-License-Identifier: BSL-1.0
// A wall clock with a zone is not an instant: ask for its utc_time().
#include <flightxref/time/kst.hpp>
using namespace flightxref;
Instant landing(const LocalTime& clock) {
#ifdef MISTAKE
    return clock;
#else
    return clock.utc_time();
#endif
}
