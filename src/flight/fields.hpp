// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/geo/geodesy.hpp>
#include <flightxref/track/state_vector.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

namespace flightxref::detail {

/// Kilometres east and north of an origin; good to a percent within a few hundred kilometres.
struct Plane {
    explicit Plane(Position origin);
    struct Point {
        double x = 0, y = 0;
    };
    Point at(Position position) const;

    Position origin;
    double km_per_degree_east;
};

inline constexpr double km_per_degree = 111.195;

/// Cosine of a latitude by its series, right to 3e-5: called for every fix, and a third of all time with std::cos.
inline double quick_cos(double x) {
    const double x2 = x * x;
    return 1.0 + x2 * (-1.0 / 2 + x2 * (1.0 / 24 + x2 * (-1.0 / 720 + x2 / 40320)));
}

/// A difference of longitudes the short way round.
inline double wrapped(double degrees) { return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees; }

/// Fast distance for neighbouring points (equirectangular), kilometres.
inline double near_distance_km(Position a, Position b) {
    const double north = (a.latitude() - b.latitude()) * km_per_degree;
    const double east = wrapped(a.longitude() - b.longitude()) * km_per_degree * quick_cos(to_radians((a.latitude() + b.latitude()) / 2));
    return std::sqrt(north * north + east * east);
}

/// near_distance_km(a, b) < km, mostly without root and cosine.
inline bool is_within_km(Position a, Position b, double km) {
    const double lat = std::fabs(a.latitude() - b.latitude()), lon = std::fabs(a.longitude() - b.longitude());
    // Way beyond rounding on either side.
    if ((lat + lon) * (km_per_degree * 1.000001) < km) return true;
    if (lat * (km_per_degree * 0.999999) > km) return false;
    return near_distance_km(a, b) < km;
}

/// How a position lies to one direction of one runway.
struct RunwayFit {
    const Runway* runway = nullptr;
    bool from_low_end = true;        ///< landing over the first threshold
    double to_surface_km = 1e9;      ///< distance to the runway's segment
    double before_threshold_km = 0;  ///< along the centreline, negative past the threshold
    double off_centreline_km = 0;    ///< to the side, unsigned
    double heading_deg = 0;          ///< true heading of that direction
};

/// Distance to the nearest runway surface (or an estimate of it from the reference point where no runway is known), kilometres.
double distance_to_surface_km(const Airport& airport, Position position);

/// The runway direction that fits position and course best; nothing when the airport has no runways with positions.
std::optional<RunwayFit> best_runway(const Airport& airport, Position position, double course_deg);

/// Height of the field above the sea, feet; what is known of a place without figure is that most fields are low.
inline double elevation_ft(const Airport& airport) { return airport.elevation_ft.value_or(0.0F); }

/// Airports around a moving aircraft, looked up again only when it has moved.
class Surroundings {
  public:
    Surroundings(const AirportTable& table, double radius_km) : m_table(&table), m_radius_km(radius_km) {}

    /// Airports within the radius (a fifth of it more or less), nearest first, open on that day.
    std::span<const NearAirport> at(Position position, Instant when);

    /// The nearest one with an elevation, heliports last; null when there is none in the radius.
    const Airport* field_at(Position position, Instant when);

  private:
    void look(Position position, Instant when);

    const AirportTable* m_table;
    double m_radius_km;
    std::optional<Position> m_anchor;
    Instant m_when;
    std::vector<NearAirport> m_near;
    const Airport* m_field = nullptr;
};

/// The large and medium airports of a table, for looking far: a whole continent in microseconds.
class MainAirports {
  public:
    explicit MainAirports(const AirportTable& table);

    /// Calls `visit(airport, distance_km, bearing_deg)` for each within the radius of the position and, where a track is given, at most that
    /// far (under 90 degrees) to either side of it.
    template <class Visit>
    void ahead(Position position, std::optional<double> track_deg, double most_off_deg, double radius_km, Visit&& visit) const {
        const double lat = to_radians(position.latitude()), lon = to_radians(position.longitude()), track = to_radians(track_deg.value_or(0.0));
        const Unit up = unit(position), east{-std::sin(lon), std::cos(lon), 0}, north{-std::sin(lat) * std::cos(lon), -std::sin(lat) * std::sin(lon), std::cos(lat)};
        const double sine = std::sin(track), cosine = std::cos(track);
        const double least = std::cos(std::min(radius_km / earth_radius_km, 3.14159)), least_forward = std::cos(to_radians(most_off_deg));
        for (const Entry& e : m_entries) {
            const double high = dot(e.at, up);
            if (high <= least) continue;
            const double to_east = dot(e.at, east), to_north = dot(e.at, north), off2 = to_east * to_east + to_north * to_north;
            if (track_deg) {
                const double forward = to_east * sine + to_north * cosine;
                if (forward <= 0 || forward * forward < least_forward * least_forward * off2) continue;
            }
            // Half the digits, good to a metre, at a third of the time.
            const auto angle = [](double y, double x) { return double{std::atan2(static_cast<float>(y), static_cast<float>(x))}; };
            const double bearing = to_degrees(angle(to_east, to_north));
            visit(*e.airport, angle(std::sqrt(off2), high) * earth_radius_km, bearing < 0 ? bearing + 360.0 : bearing);
        }
    }

  private:
    struct Unit {
        double x, y, z;
    };
    static double dot(const Unit& a, const Unit& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
    struct Entry {
        Unit at;
        const Airport* airport;
    };
    static Unit unit(Position position);

    std::vector<Entry> m_entries;
};

/// What the engine knows of the world.
struct World {
    const AirportTable& airports;
    const MainAirports& main;
};

}  // namespace flightxref::detail
