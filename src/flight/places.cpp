// SPDX-License-Identifier: BSL-1.0
#include "flight/places.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

/// Places kept by name for one end, and what each must weigh.
constexpr std::size_t most_places = 250;
constexpr double least_weight = 1e-9;
// What the odds below come to at most: the class of airport with the most traffic, and the direction flown leading straight there.
constexpr double busiest = 30, least_spread_deg = 9, straightest = 144 / least_spread_deg;
// Where the height is not known, a place is a fraction e less likely every so many kilometres.
constexpr double blind_km = 100;
// Whoever is in cruise is not asked for airports further ahead.
constexpr double furthest_ahead_km = 9000;

bool heavier(const LikelyPlace& a, const LikelyPlace& b) { return a.weight != b.weight ? a.weight > b.weight : a.airport->code < b.airport->code; }

double bell(double x, double sigma) { return std::exp(-0.5 * (x / sigma) * (x / sigma)); }
double rise(double x) { return 1.0 / (1.0 + std::exp(-std::clamp(x, -40.0, 40.0))); }

/// Share of traffic by class of airport, before anything else is known. Rough: OurAirports' classes follow scheduled service.
double traffic(const Airport& airport, const Performance& p) {
    const bool light = p.cruise_kt < 200;
    double weight = 0;
    switch (airport.size) {
        case AirportSize::large: weight = light ? 4 : busiest; break;
        case AirportSize::medium: weight = light ? 5 : 6; break;
        case AirportSize::small: weight = light ? 3 : 0.3; break;
        case AirportSize::heliport: weight = p.rotorcraft ? 3 : 0.0005; break;
        case AirportSize::seaplane_base: weight = p.water ? 2 : 0.0005; break;
        // Closed since: what it was can only be told from its runway.
        case AirportSize::closed: weight = airport.runways.empty() ? 0.02 : airport.runways.front().length_m > 2000 ? 10 : 0.3; break;
    }
    if (!airport.runways.empty() && p.runway_m > 0) {
        // Runways shorter than the type likes: soft edge, figures in tables are not exact.
        weight *= 0.002 + 0.998 * rise((airport.runways.front().length_m / p.runway_m - 0.85) / 0.07);
    } else if (airport.runways.empty() && p.runway_m > 1200 && airport.size == AirportSize::small) weight *= 0.1;
    return weight;
}

/// The motion as it would look on an approach: a departure run backwards.
Motion toward_ground(const Motion& motion, Side side) {
    Motion m = motion;
    if (side == Side::departure) {
        if (m.track_deg) m.track_deg = std::fmod(*m.track_deg + 180.0, 360.0);
        if (m.rate_fpm) m.rate_fpm = -*m.rate_fpm;
    }
    return m;
}

/// Kilometres flown per thousand feet on the usual slope.
double km_per_thousand_ft(Side side, const Performance& p) {
    if (side == Side::arrival) return p.cruise_kt < 200 ? 5.0 : 5.9;  // three degrees
    const double speed_km_min = std::min(0.75 * p.cruise_kt, 260.0) * kmh_per_knot / 60.0;
    return std::clamp(speed_km_min / (p.climb_fpm * 1.05) * 1000.0, 2.5, 7.0);
}

/// Odds for lying on the extended centreline and flying along it, against being anywhere near the field.
double alignment_odds(const Airport& airport, const Motion& m, double height_ft, double distance_km) {
    if (!m.track_deg || height_ft > 6000.0 || distance_km > 40.0 || m.scatter) return 1.0;
    const auto fit = best_runway(airport, m.position, *m.track_deg);
    if (!fit) return 1.0;
    if (fit->before_threshold_km < -fit->runway->length_m / 1000.0) return 0.4;
    const double out = std::max(0.0, fit->before_threshold_km);
    const double side_sigma = 0.12 + 0.03 * out, turn_sigma = 7.0;
    const double turn = heading_difference_deg(*m.track_deg, fit->heading_deg);
    const double aligned = bell(fit->off_centreline_km, side_sigma) * (10.0 / side_sigma) * bell(turn, turn_sigma) * (140.0 / turn_sigma) * 0.2;
    return 0.35 + 0.65 * std::min(aligned, 400.0);
}

/// Odds of the direction flown for a place in that direction, against any direction.
double direction_odds(double off_deg, double distance_km, double height_ft) {
    // Close in and low the way bends round the pattern; far out it leads there.
    const double near_share = 30.0 / (30.0 + distance_km);
    const double sigma = least_spread_deg + 45.0 * near_share;
    const double straight = height_ft < 15'000.0 && distance_km < 60.0 ? 0.65 : 0.88;
    return straight * bell(off_deg, sigma) * 144.0 / sigma + (1.0 - straight);
}

/// Odds of height and rate for a place at that distance. Every figure has a floor: some flights do something else.
double profile_odds(const Motion& m, double height_ft, double distance_km, Side side, const Performance& p) {
    if (height_ft < -600.0) return 0.02;
    const double usual_km = std::max(0.0, height_ft) / 1000.0 * km_per_thousand_ft(side, p) + 1.5;
    const bool toward = m.rate_fpm.value_or(0) < -300, away = m.rate_fpm.value_or(0) > 300;
    // A jet that came down that low is about to land, whatever its rate is; one that climbs on departure is no different backwards.
    const bool low = height_ft < 7000.0 && p.cruise_kt > 250 && m.was_higher;
    if (away) return 0.15 * std::exp(-distance_km / 1200.0) * rise((distance_km - 0.5 * usual_km) / 10.0) + 0.003;
    if (toward || low) {
        const double ratio = std::log((distance_km + 1.5) / usual_km);
        // Too high for a straight descent: it may come round the pattern, less likely the higher it is.
        const double steep = ratio < 0 ? std::max(bell(ratio, 0.30), 0.25 * bell(ratio, 1.2)) : 1.0;
        // Too low: level stretches are common, long ones near the ground are not.
        const double flat = std::exp(-std::max(ratio, 0.0) / 0.45) * std::exp(-std::max(0.0, distance_km - 1.6 * usual_km - 15.0) / 60.0);
        return 4.0 * steep * flat + 0.002 * std::exp(-distance_km / 150.0);
    }
    // Light aircraft and helicopters fly low anywhere, but slow and very low mean a landing (take-off) close by.
    if ((p.cruise_kt <= 250 || !m.was_higher) && height_ft < 7000.0) {
        const double slow = std::clamp(m.speed_kt.value_or(p.cruise_kt) / (0.6 * p.cruise_kt), 0.2, 1.0);
        const double reach_km = (3.0 + 0.04 * std::max(0.0, height_ft)) * slow;
        return std::exp(-distance_km / reach_km) * 40.0 / (8.0 + reach_km) + 0.002 * std::exp(-distance_km / 150.0);
    }
    // Level, high: the descent (climb) has not begun (is over), so the place is not near.
    return std::exp(-distance_km / 2500.0) * (0.04 + rise((distance_km / usual_km - 0.85) / 0.08));
}

/// `m` is toward the ground; distance and bearing are those from its position to the airport.
LikelyPlace weigh(const Airport& airport, const Motion& m, double distance, double bearing, Side side, const Performance& p) {
    const double height = m.sea_ft.value_or(0.0) - elevation_ft(airport);
    const double prior = traffic(airport, p);
    double weight = prior;
    if (m.sea_ft) weight *= profile_odds(m, height, distance, side, p) * alignment_odds(airport, m, height, distance);
    else weight *= std::exp(-distance / blind_km);
    if (m.track_deg && distance > 1.0) weight *= direction_odds(heading_difference_deg(*m.track_deg, bearing), distance, height);
    if (distance > p.range_km) weight *= 0.01;
    return {&airport, weight, prior};
}

}  // namespace

double Places::total() const {
    double sum = elsewhere;
    for (const LikelyPlace& p : places) sum += p.weight;
    return sum;
}

const LikelyPlace* Places::find(const Airport* airport) const {
    const auto found = std::find_if(places.begin(), places.end(), [&](const LikelyPlace& p) { return p.airport == airport; });
    return found == places.end() ? nullptr : &*found;
}

double Places::weight_of(const Airport* airport) const {
    const LikelyPlace* found = find(airport);
    return found ? found->weight : 0.0;
}

void Places::sort() { std::sort(places.begin(), places.end(), heavier); }

Places find_places_on_ground(const Contact& contact, CivilDate on, const Performance& p, const World& world) {
    Places result;
    const auto& points = contact.rolling.empty() ? contact.standing : contact.rolling;
    if (points.empty()) return result;
    const bool rolled = !contact.rolling.empty() && !p.rotorcraft;
    for (const NearAirport& near : world.airports.near(points.front(), 12.0, on)) {
        const Airport& airport = *near.airport;
        double distance = 0;
        for (const Position& point : points) distance += distance_to_surface_km(airport, point) / static_cast<double>(points.size());
        double fit = std::exp(-distance / 0.7);
        if (rolled && !airport.runways.empty()) {
            fit = bell(distance, 0.15);
            if (contact.course_deg) {
                const auto runway = best_runway(airport, points.front(), *contact.course_deg);
                const double turn = runway ? heading_difference_deg(*contact.course_deg, runway->heading_deg) : 0.0;
                fit *= 0.1 + bell(turn, 8.0);
            }
        } else if (rolled) fit *= 0.3;
        // Large fields have far aprons, and runways that the table lacks.
        const bool wide = airport.size == AirportSize::large || airport.size == AirportSize::medium;
        fit += (wide ? 0.03 : 0.01) * std::exp(-distance / (wide ? 1.5 : 0.6));
        // Once on the ground the class of airport says less: any field one stands on is the one.
        const double prior = std::sqrt(traffic(airport, p));
        result.places.push_back({&airport, prior * fit, prior});
    }
    // A jet needs a runway, if only a ship's; a light aircraft finds a meadow; a helicopter needs nothing.
    result.elsewhere = p.rotorcraft ? 0.25 : p.runway_m > 1000 ? 0.0005 : 0.01;
    result.sort();
    return result;
}

LikelyPlace weigh_from_air(const Airport& airport, const Motion& motion, Side side, const Performance& p) {
    const Motion m = toward_ground(motion, side);
    return weigh(airport, m, distance_km(airport.position, m.position), bearing_deg(m.position, airport.position), side, p);
}

Places find_places_from_air(const Motion& motion, Side side, const Performance& p, const World& world) {
    const Motion m = toward_ground(motion, side);
    const double height = m.sea_ft.value_or(10000.0);
    const bool toward = m.rate_fpm.value_or(0) < -300 || height < 6000;
    const double radius = toward ? std::min(500.0, 40.0 + 2.5 * height / 1000.0 * km_per_thousand_ft(side, p)) : std::min(120.0, p.range_km);
    Places result;
    const CivilDate on = m.time.date();
    const auto take = [&](const Airport& airport, double distance, double bearing) {
        const LikelyPlace place = weigh(airport, m, distance, bearing, side, p);
        if (place.weight > least_weight) result.places.push_back(place);
    };
    for (const NearAirport& near : world.airports.near(m.position, radius, on))
        take(*near.airport, near.distance_km, bearing_deg(m.position, near.airport->position));
    if (!toward) {
        // In cruise it may go anywhere ahead; only the larger fields are worth naming. Where no height is known, none so far off that
        // it must weigh less than the least.
        const double ahead_km = m.sea_ft ? furthest_ahead_km : blind_km * std::log(busiest * straightest / least_weight);
        world.main.ahead(m.position, m.track_deg, 60.0, std::min(p.range_km, ahead_km), [&](const Airport& airport, double distance, double bearing) {
            if (distance > radius && is_open(airport, on)) take(airport, distance, bearing);
        });
    }
    // Somewhere else: a field the table lacks, one beyond the radius, an unusual way there. Level flight says nearly nothing.
    double sum = 0;
    for (const LikelyPlace& place : result.places) sum += place.weight;
    const double unusual = toward ? 0.04 : 0.3;
    result.elsewhere = sum * unusual + (p.rotorcraft ? 2.0 : p.runway_m > 1000 ? 0.1 : 0.5);
    if (result.places.size() > most_places) {
        // The long tail counts together.
        const auto tail = result.places.begin() + most_places;
        std::nth_element(result.places.begin(), tail, result.places.end(), heavier);
        for (auto place = tail; place != result.places.end(); ++place) result.elsewhere += place->weight;
        result.places.erase(tail, result.places.end());
    }
    result.sort();
    return result;
}

bool is_near_ground_path(const Airport& airport, const Motion& motion, Side side, const Performance& p) {
    const Motion m = toward_ground(motion, side);
    if (!m.sea_ft) return false;
    const double height = *m.sea_ft - elevation_ft(airport), km = distance_km(airport.position, m.position);
    if (height > 22'000.0) return false;
    const bool toward = m.rate_fpm.value_or(0) < -300, low = height < 3000.0 && m.was_higher;
    return (toward || low) && km < 20.0 + 1.5 * height / 1000.0 * km_per_thousand_ft(side, p);
}

double path_to_runway_km(const Airport& airport, const Motion& motion, Side side) {
    const Motion m = toward_ground(motion, side);
    const double straight = distance_km(airport.position, m.position);
    if (!m.track_deg || straight > 60.0) return straight;
    const auto fit = best_runway(airport, m.position, *m.track_deg);
    if (!fit) return std::max(0.0, straight - 0.5);
    // The touchdown zone begins 300 m past the threshold; a take-off roll takes about half the runway.
    const double half_km = fit->runway->length_m * 0.5e-3;
    const double inside = side == Side::arrival ? 0.35 : half_km;
    const double turn = heading_difference_deg(*m.track_deg, fit->heading_deg), out = fit->before_threshold_km;
    if (turn < 35.0 && fit->off_centreline_km < 1.0 + 0.2 * std::max(0.0, out) && out > -fit->runway->length_m * 1e-3) return std::max(0.0, std::hypot(out, fit->off_centreline_km) * (out < 0 ? 0.0 : 1.0) + inside);
    // Abeam or against: out along the downwind leg, round, and in.
    const double height = std::max(0.0, m.sea_ft.value_or(0.0) - elevation_ft(airport));
    return straight + turn / 180.0 * std::clamp(height / 1000.0 * 4.0, 2.0, 14.0);
}

FlyingTime flying_time(const Airport& airport, const Motion& motion, Side side, const Performance& p) {
    double km = path_to_runway_km(airport, motion, side);
    const double height = std::max(0.0, motion.sea_ft.value_or(0.0) - elevation_ft(airport));
    // Nobody comes down much steeper than the usual slope: who is too high flies a longer way.
    if (side == Side::arrival) km = std::max(km, height / 1000.0 * (p.cruise_kt > 250 ? 5.0 : 2.5));
    const double now = std::max(motion.speed_kt.value_or(p.cruise_kt * 0.8), 30.0);
    // Slow near the ground, cruise beyond; never faster than seen unless there is far to go. Departures pick up speed sooner.
    const bool arriving = side == Side::arrival;
    const double top = std::max(now, km > 150 ? p.cruise_kt : now);
    const auto within = [&](double from, double to) { return std::clamp(km, from, to) - from; };
    const double final_kt = std::min(p.approach_kt * (arriving ? 1.05 : 1.25), now);
    const double near_kt = std::min(p.approach_kt * (arriving ? 1.5 : 1.8), std::max(now, final_kt));
    const double far_kt = std::min(std::max(p.approach_kt * (arriving ? 2.1 : 2.5), now * (arriving ? 0.6 : 0.8)), top);
    double usual = (within(0, 12) / final_kt + within(12, 40) / near_kt + within(40, 120) / far_kt + within(120, 1e9) / top) / kmh_per_knot * 3600.0;
    // Coming down (going up) takes its own time.
    usual = std::max(usual, height / (arriving ? 2000.0 : p.climb_fpm * 1.6) * 60.0);
    // A climb begins at lift-off, wherever on the runway that was.
    if (!arriving && height < 2500.0 && motion.rate_fpm.value_or(0) > 500.0) usual = height / *motion.rate_fpm * 60.0 + 1.0;
    const double straight = std::max(0.0, distance_km(airport.position, motion.position) - 2.0);
    const double least = std::max(straight / (std::max(now, p.cruise_kt) * 1.05 * kmh_per_knot) * 3600.0, height / (arriving ? 4500.0 : p.climb_fpm * 2.5) * 60.0);
    const double slack = 60.0 + std::min(900.0, usual);
    return {usual, std::min(least, usual), usual * 1.5 + slack};
}

}  // namespace flightxref::detail
