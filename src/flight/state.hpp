// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/fields.hpp"
#include "flight/performance.hpp"
#include "track/ticks.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace flightxref::detail {

/// A stretch of fixes with the aircraft on the ground, or in the air: [first, end).
struct Stretch {
    bool in_air = false;
    std::size_t first = 0, end = 0;
};

/// Difference between the pressure altitude and the height above the sea, as seen where and when the aircraft touched the ground.
struct PressureOffset {
    Instant time;
    double feet = 0;
};

/// What a track says on where its aircraft was in the air and where on the ground.
struct GroundStates {
    std::vector<Stretch> stretches;       ///< by turns ground and air
    std::vector<PressureOffset> offsets;  ///< by time
};

/// Greatest believable speed of a track, knots; 0 when none was reported.
double fastest_kt(std::span<const StateVector> fixes);

/// Weighs the ground bit, speed, height above the nearest field, vertical rate and movement of each fix, with a price on
/// every change between ground and air, and takes the cheapest history. Bits that flap for a second or two or went stale are overruled.
GroundStates find_ground_states(std::span<const StateVector> fixes, const Performance& performance, const AirportTable& airports);

/// Offsets larger than this are errors: no weather makes them.
inline constexpr double largest_offset_ft = 1600;

/// Whether height_above_sea_ft() is sure to be above that, whatever the offsets are: most fixes, and at once.
inline bool is_above_ft(const StateVector& fix, double feet) {
    return fix.baro_altitude_ft && *fix.baro_altitude_ft > feet + largest_offset_ft && !(fix.geom_altitude_ft && *fix.geom_altitude_ft <= feet);
}

/// Height above the sea in feet: pressure altitude corrected by the nearest offset in time, else geometric, else pressure altitude.
std::optional<double> height_above_sea_ft(const StateVector& fix, std::span<const PressureOffset> offsets);

}  // namespace flightxref::detail
