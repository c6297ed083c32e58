// SPDX-License-Identifier: BSL-1.0
#include "flight/gap.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

double normal_density(double x, double sigma) { return std::exp(-0.5 * x * x / (sigma * sigma)) / (sigma * 2.5066); }

double lognormal_density(double x, double median, double sigma) {
    return x <= 0 ? 0.0 : normal_density(std::log(x / median), sigma) / x;
}

/// Ground speed one would expect on the way between the two sides, knots.
double way_speed_kt(const Silence& s, const Performance& p) {
    const double a = s.before.speed_kt.value_or(0), b = s.after.speed_kt.value_or(0);
    const double seen = a > 0 && b > 0 ? (a + b) / 2 : std::max(a, b);
    const double km = distance_km(s.before.position, s.after.position);
    if (seen <= 0) return p.cruise_kt;
    // Over a long way the aircraft cruises, whatever it did at the ends.
    const double cruise_share = std::clamp((km - 50.0) / 400.0, 0.0, 1.0);
    return seen + cruise_share * std::max(0.0, p.cruise_kt - seen);
}

/// A floor for the height above ground: above the field nearby when there is one, else above the sea.
double height_ft(const Motion& m, Surroundings& near) {
    const Airport* field = near.field_at(m.position, m.time);
    return std::max(0.0, m.sea_ft.value_or(15000.0) - (field ? elevation_ft(*field) : 0.0));
}

/// How the last (first) seconds heard speak for a landing to come (a take-off just made): odds factor.
double trend_odds(double height, double rate_toward_ground) {
    const bool toward = rate_toward_ground > 300, away = rate_toward_ground < -300;
    if (height < 3000) return toward ? 10.0 : away ? 0.25 : 3.0;
    if (height < 10000) return toward ? 5.0 : away ? 0.2 : 1.0;
    return toward ? 2.5 : away ? 0.3 : 0.6;
}

}  // namespace

double least_stop_seconds(const Motion& before, const Motion& after, const Performance& p) {
    const double way_s = distance_km(before.position, after.position) / (p.top_kt * kmh_per_knot) * 3600.0;
    // Emergency descents reach 6,000 ft/min; an arrival that ends in a normal landing does not average above 3,000.
    const double down_s = std::max(0.0, before.sea_ft.value_or(0) - 3000.0) / 3000.0 * 60.0;
    const double up_s = std::max(0.0, after.sea_ft.value_or(0) - 3000.0) / (p.climb_fpm * 1.5) * 60.0;
    // Approach, roll-out, turn and take-off roll; a helicopter needs less.
    const double ground_s = p.rotorcraft ? 90.0 : p.cruise_kt < 200 ? 240.0 : 480.0;
    return std::max(way_s, down_s + up_s) + ground_s;
}

double landing_probability(const Silence& s, const Performance& p, const AirportTable& airports) {
    const double dt = seconds_between(s.before.time, s.after.time);
    if (dt < least_stop_seconds(s.before, s.after, p)) return 0.0;
    const double km = distance_km(s.before.position, s.after.position);
    // Nobody stays up longer than the fuel lasts.
    if (dt > p.endurance_h * 3600.0 * 1.25 || dt > 36 * 3600.0) return 1.0;

    Surroundings near(airports, 30.0);
    const double height_before = height_ft(s.before, near), height_after = height_ft(s.after, near);
    const double kt = way_speed_kt(s, p);
    const double direct_min = km / (kt * kmh_per_knot) * 60.0;
    const double excess_min = dt / 60.0 - direct_min;

    // Straight on: wind and vectoring stretch the way by a tenth. Some loiter, survey or fly circuits out of sight.
    const double straight = normal_density(excess_min - 0.03 * direct_min, std::max(1.5, 0.09 * direct_min));
    const double loiter = excess_min > 0 ? std::exp(-excess_min / 45.0) / 45.0 : 0.0;
    const double stayed_up = 0.85 * straight + 0.15 * loiter;
    // A stop: down, ground, up; standing times have a median of an hour and a long tail.
    const double detour_min = (height_before / 2200.0 + height_after / p.climb_fpm) * 0.4 + 6.0;
    const double stopped = lognormal_density(excess_min - detour_min + 4.0, 75.0, 1.3);
    double odds = 0.5 * stopped / std::max(stayed_up, 1e-9);

    odds *= trend_odds(height_before, -s.before.rate_fpm.value_or(0)) * trend_odds(height_after, s.after.rate_fpm.value_or(0));
    const bool level = std::fabs(s.before.rate_fpm.value_or(0)) < 300 && std::fabs(s.after.rate_fpm.value_or(0)) < 300;
    if (level && s.before.sea_ft && s.after.sea_ft && std::fabs(*s.before.sea_ft - *s.after.sea_ft) < 250.0 && *s.before.sea_ft > 10000.0) odds *= 0.4;
    if (!s.callsign_before.empty() && !s.callsign_after.empty()) odds *= s.callsign_before == s.callsign_after ? 0.25 : 25.0;
    if (s.squawk_changed) odds *= 1.5;
    // A transit keeps its direction; whoever comes back the other way has been somewhere.
    if (s.before.track_deg && s.after.track_deg && excess_min > 20.0 && heading_difference_deg(*s.before.track_deg, *s.after.track_deg) > 120.0) odds *= 2.5;

    // Is there anywhere to land within reach? Half of the surplus way may be spent going there.
    const double spare_km = std::min(400.0, (dt / 60.0 - direct_min) / 60.0 * p.cruise_kt * kmh_per_knot / 2 + 20.0);
    const Position middle = destination_point(s.before.position, bearing_deg(s.before.position, s.after.position), km / 2);
    if (airports.near(middle, km / 2 + spare_km, s.before.time.date()).empty() && !p.rotorcraft) odds *= 0.02;
    return odds / (1.0 + odds);
}

}  // namespace flightxref::detail
