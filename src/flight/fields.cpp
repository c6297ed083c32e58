// SPDX-License-Identifier: BSL-1.0
#include "flight/fields.hpp"

#include "track/ticks.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace flightxref::detail {
Plane::Plane(Position o) : origin(o), km_per_degree_east(km_per_degree * std::cos(to_radians(o.latitude()))) {}

Plane::Point Plane::at(Position p) const {
    return {wrapped(p.longitude() - origin.longitude()) * km_per_degree_east, (p.latitude() - origin.latitude()) * km_per_degree};
}

double distance_to_surface_km(const Airport& airport, Position position) {
    const Plane plane(position);
    double best = 1e9;
    for (const Runway& runway : airport.runways) {
        const auto a = plane.at(runway.low_end), b = plane.at(runway.high_end);
        const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
        const double f = length2 > 0 ? std::clamp(-(a.x * dx + a.y * dy) / length2, 0.0, 1.0) : 0.0;
        best = std::min(best, std::hypot(a.x + f * dx, a.y + f * dy));
    }
    if (best < 1e9) return best;
    // Without runway positions: half the usual runway of its class around the reference point counts as surface.
    constexpr double half_extent_km[] = {1.5, 0.9, 0.35, 0.03, 0.7, 0.7};
    return std::max(0.0, distance_km(airport.position, position) - half_extent_km[static_cast<int>(airport.size)]);
}

std::optional<RunwayFit> best_runway(const Airport& airport, Position position, double course_deg) {
    const Plane plane(position);
    std::optional<RunwayFit> best;
    double best_cost = 1e18;
    for (const Runway& runway : airport.runways) {
        for (const bool low : {true, false}) {
            const auto near = plane.at(low ? runway.low_end : runway.high_end), far = plane.at(low ? runway.high_end : runway.low_end);
            const double dx = far.x - near.x, dy = far.y - near.y, length = std::hypot(dx, dy);
            if (length < 0.05) continue;
            RunwayFit fit{&runway, low};
            const double along = -(near.x * dx + near.y * dy) / length;
            fit.before_threshold_km = -along;
            fit.off_centreline_km = std::fabs(near.x * dy - near.y * dx) / length;
            const double outside = along < 0 ? -along : along > length ? along - length : 0.0;
            fit.to_surface_km = std::hypot(outside, fit.off_centreline_km);
            fit.heading_deg = std::fmod(to_degrees(std::atan2(dx, dy)) + 360.0, 360.0);
            const double turn = heading_difference_deg(course_deg, fit.heading_deg);
            const double cost = turn / 10.0 + fit.off_centreline_km / (0.1 + 0.03 * outside);
            if (cost < best_cost) {
                best_cost = cost;
                best = fit;
            }
        }
    }
    return best;
}

std::span<const NearAirport> Surroundings::at(Position position, Instant when) {
    look(position, when);
    return m_near;
}

const Airport* Surroundings::field_at(Position position, Instant when) {
    look(position, when);
    return m_field;
}

void Surroundings::look(Position position, Instant when) {
    // The date decides which airports are open; asking for it at each fix would cost more than all the rest.
    if (m_anchor && std::abs(microseconds_between(m_when, when)) < 3'600'000'000 && is_within_km(*m_anchor, position, m_radius_km / 5)) return;
    m_anchor = position;
    m_when = when;
    m_near = m_table->near(position, m_radius_km, when.date());
    m_field = nullptr;
    for (const NearAirport& n : m_near) {
        if (!n.airport->elevation_ft) continue;
        if (m_field && (m_field->size != AirportSize::heliport || n.airport->size == AirportSize::heliport)) continue;
        m_field = n.airport;
        if (m_field->size != AirportSize::heliport) break;
    }
}

MainAirports::MainAirports(const AirportTable& table) {
    for (const Airport& airport : table.airports()) {
        if (airport.size == AirportSize::large || airport.size == AirportSize::medium) m_entries.push_back({unit(airport.position), &airport});
    }
}

MainAirports::Unit MainAirports::unit(Position p) {
    const double lat = to_radians(p.latitude()), lon = to_radians(p.longitude());
    return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

}  // namespace flightxref::detail
