// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/geo/position.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

// Written out rather than taken from Boost.Geometry: its lightest formula header costs a second and a half of compile
// time, more than half of what the whole library may take; on the sphere these are one line each. The error against
// the ellipsoid stays below 0.6 % of the distance.

namespace flightxref {

/// Mean earth radius (IUGG), kilometres.
inline constexpr double earth_radius_km = 6371.0088;

constexpr double to_radians(double degrees) { return degrees * (std::numbers::pi / 180.0); }
constexpr double to_degrees(double radians) { return radians * (180.0 / std::numbers::pi); }

/// Great-circle distance in kilometres.
inline double distance_km(Position a, Position b) {
    const double lat_a = to_radians(a.latitude()), lat_b = to_radians(b.latitude());
    const double s = std::sin((lat_b - lat_a) / 2), t = std::sin(to_radians(b.longitude() - a.longitude()) / 2);
    const double h = s * s + std::cos(lat_a) * std::cos(lat_b) * t * t;
    return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(h)));
}

/// Initial true bearing from a to b in degrees, 0 <= bearing < 360; 0 when the points are the same.
inline double bearing_deg(Position a, Position b) {
    const double lat_a = to_radians(a.latitude()), lat_b = to_radians(b.latitude());
    const double d = to_radians(b.longitude() - a.longitude());
    const double y = std::sin(d) * std::cos(lat_b);
    const double x = std::cos(lat_a) * std::sin(lat_b) - std::sin(lat_a) * std::cos(lat_b) * std::cos(d);
    const double bearing = to_degrees(std::atan2(y, x));
    const double positive = bearing < 0 ? bearing + 360.0 : bearing;
    return positive >= 360.0 ? 0.0 : positive;
}

/// Smallest angle between two headings in degrees, 0 to 180.
inline double heading_difference_deg(double a, double b) {
    const double d = std::fabs(std::fmod(a - b, 360.0));
    return d > 180.0 ? 360.0 - d : d;
}

/// Where one comes out after that many kilometres on a great circle with that initial bearing.
inline Position destination_point(Position from, double bearing_degrees, double kilometres) {
    const double lat = to_radians(from.latitude()), d = kilometres / earth_radius_km, b = to_radians(bearing_degrees);
    const double lat_to = std::asin(std::clamp(std::sin(lat) * std::cos(d) + std::cos(lat) * std::sin(d) * std::cos(b), -1.0, 1.0));
    const double east = std::atan2(std::sin(b) * std::sin(d) * std::cos(lat), std::cos(d) - std::sin(lat) * std::sin(lat_to));
    double lon = from.longitude() + to_degrees(east);
    lon = lon > 180.0 ? lon - 360.0 : lon < -180.0 ? lon + 360.0 : lon;
    return Position::from_degrees(to_degrees(lat_to), lon).value_or(from);
}

/// Distance of a point from the great circle through a and b, kilometres; left of the way from a to b is negative.
inline double cross_track_km(Position point, Position a, Position b) {
    const double d = distance_km(a, point) / earth_radius_km;
    return std::asin(std::clamp(std::sin(d) * std::sin(to_radians(bearing_deg(a, point) - bearing_deg(a, b))), -1.0, 1.0)) * earth_radius_km;
}

/// How far along the great circle from a towards b the point lies, kilometres; negative behind a.
inline double along_track_km(Position point, Position a, Position b) {
    const double d = distance_km(a, point) / earth_radius_km, c = cross_track_km(point, a, b) / earth_radius_km;
    const double along = std::acos(std::clamp(std::cos(d) / std::max(1e-12, std::cos(c)), -1.0, 1.0)) * earth_radius_km;
    return heading_difference_deg(bearing_deg(a, point), bearing_deg(a, b)) > 90.0 ? -along : along;
}

/// Farthest a receiver at `antenna_ft` above flat ground hears an aircraft at `altitude_ft`, kilometres (4/3 earth).
inline double radio_horizon_km(double altitude_ft, double antenna_ft = 50.0) {
    return 4.124 * (std::sqrt(std::max(0.0, altitude_ft) * metres_per_foot) + std::sqrt(std::max(0.0, antenna_ft) * metres_per_foot));
}

}  // namespace flightxref
