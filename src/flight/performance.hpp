// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/track/track.hpp>

namespace flightxref::detail {

/// What an aircraft can do, from its type where that is known, else from what it was seen doing.
struct Performance {
    double cruise_kt = 250;     ///< true airspeed in cruise
    double top_kt = 320;        ///< ground speed with a strong tailwind
    double approach_kt = 110;   ///< on final
    double climb_fpm = 1500;    ///< mean from the ground to cruise
    double range_km = 6000;
    double endurance_h = 8;
    double runway_m = 900;      ///< shortest runway it is likely to use
    bool rotorcraft = false;    ///< may land anywhere, may hover
    bool water = false;         ///< may land on water
    bool known = false;         ///< the type is in the table
};

/// `fastest_kt` is the greatest believable ground speed seen in the track, 0 when none was.
Performance performance_of(const Aircraft& aircraft, double fastest_kt);

}  // namespace flightxref::detail
