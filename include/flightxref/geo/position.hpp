// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

namespace flightxref {

/// A point on WGS84, kept to 1e-7 degree (about a centimetre).
class Position {
  public:
    /// 0 N 0 E.
    constexpr Position() = default;

    /// Degrees, north and east positive. Empty for anything off the globe, NaN and infinity.
    static std::optional<Position> from_degrees(double latitude, double longitude) {
        if (!(latitude >= -90.0 && latitude <= 90.0 && longitude >= -180.0 && longitude <= 180.0)) return std::nullopt;
        return Position(static_cast<std::int32_t>(std::lround(latitude * 1e7)), static_cast<std::int32_t>(std::lround(longitude * 1e7)));
    }

    /// From units of 1e-7 degree; the caller keeps them on the globe.
    static constexpr Position from_e7(std::int32_t latitude, std::int32_t longitude) { return Position(latitude, longitude); }

    constexpr double latitude() const { return m_latitude_e7 * 1e-7; }
    constexpr double longitude() const { return m_longitude_e7 * 1e-7; }

    constexpr bool operator==(const Position&) const = default;

  private:
    constexpr Position(std::int32_t latitude_e7, std::int32_t longitude_e7) : m_latitude_e7(latitude_e7), m_longitude_e7(longitude_e7) {}

    std::int32_t m_latitude_e7 = 0;
    std::int32_t m_longitude_e7 = 0;
};

inline constexpr double metres_per_foot = 0.3048;
inline constexpr double kmh_per_knot = 1.852;
inline constexpr double km_per_nautical_mile = 1.852;

}  // namespace flightxref
