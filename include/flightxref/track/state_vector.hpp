// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/core/sparse.hpp>
#include <flightxref/geo/position.hpp>
#include <flightxref/time/instant.hpp>

#include <cstdint>

namespace flightxref {

/// Whether the aircraft said it was on the ground. Sources flap and go stale: one value is a hint, not a landing.
enum class OnGround : std::uint8_t { unknown, no, yes };

/// How the position came about.
enum class PositionSource : std::uint8_t {
    unknown,
    adsb,       ///< ADS-B, rebroadcast ADS-R included
    mlat,       ///< multilateration: scatters by kilometres, no reliable speed
    adsc,       ///< ADS-C: a report every quarter of an hour or so
    tisb,       ///< TIS-B and other ground radar
    flarm,
    estimated,  ///< projected, interpolated, dead-reckoned: never evidence
};

/// Navigation integrity as the aircraft reports it; -1 when not reported.
struct Integrity {
    std::int8_t nic = -1;    ///< 0..11
    std::int8_t nac_p = -1;  ///< 0..11
};

/// One fix of one aircraft. Absent is absent: 0 ft, 0 kt and "no data" never meet.
struct StateVector {
    Instant time;                            ///< when the position was valid
    Position position;
    Sparse<float> baro_altitude_ft;          ///< pressure altitude, 1013.25 hPa
    Sparse<float> geom_altitude_ft;          ///< above the WGS84 ellipsoid
    Sparse<float> ground_speed_kt;
    Sparse<float> track_deg;                 ///< over ground, true; some sources give the heading on the ground
    Sparse<std::int16_t> vertical_rate_fpm;
    Sparse<std::uint16_t> squawk;            ///< the four octal digits read as a decimal number: 7700
    std::uint32_t record = 0;                ///< index of the position in its input
    std::uint16_t input = 0;                 ///< index into Track::inputs
    std::uint16_t callsign = 0;              ///< index into Track::callsigns; 0 is "none"
    OnGround on_ground = OnGround::unknown;
    PositionSource source = PositionSource::unknown;
    Integrity integrity;
};

static_assert(sizeof(StateVector) == 48);

}  // namespace flightxref
