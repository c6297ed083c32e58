// SPDX-License-Identifier: BSL-1.0
#include "flight/state.hpp"

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

constexpr double certain = 6.0;  ///< no single fix weighs more than this, in natural log odds

/// Nothing rolls that fast, whatever the ground bit says.
constexpr double flying_kt = 210.0;

/// Least time, seconds, over which movement tells a speed.
constexpr double speed_baseline_s = 5.0;

/// ... and the most over which it tells the speed of now: after a long silence the aircraft may stand where it has flown to.
constexpr double speed_memory_s = 150.0;

/// Speed between two fixes, knots; 0 when they are too close in time, or too far apart, to tell.
double implied_speed_kt(const StateVector& a, const StateVector& b) {
    const double dt = seconds_between(a.time, b.time);
    if (dt < speed_baseline_s * 0.6 || dt > speed_memory_s) return 0.0;
    return near_distance_km(a.position, b.position) / dt * 3600.0 / kmh_per_knot;
}

/// Weight of one fix for "on the ground" (positive) against "in the air" (negative), in log odds.
class Evidence {
  public:
    Evidence(const Performance& performance, const AirportTable& airports, std::span<const PressureOffset> offsets)
        : m_performance(performance), m_near(airports, 10.0), m_offsets(offsets) {}

    double of(const StateVector& fix, const StateVector* before) {
        // Most fixes: nothing more to be asked.
        if (fix.ground_speed_kt && *fix.ground_speed_kt >= flying_kt && fix.on_ground != OnGround::yes) return -certain;
        const double implied = before ? implied_speed_kt(*before, fix) : 0.0;
        const bool scatter = fix.source == PositionSource::mlat;
        const std::optional<double> speed = believable_speed(fix, implied, scatter);
        // Where only positions tell the speed, one that jumps must not outweigh a ground bit.
        const bool jumpy = !fix.ground_speed_kt && fix.on_ground == OnGround::yes;
        if (speed && *speed >= flying_kt && !jumpy && (fix.on_ground != OnGround::yes || implied >= 180.0 || !before)) return -certain;
        double weight = fix.on_ground == OnGround::yes ? 3.0 : fix.on_ground == OnGround::no ? -3.0 : 0.0;
        if (speed && !m_performance.rotorcraft) weight += by_speed(*speed) * (jumpy ? 0.5 : 1.0);
        const std::optional<double> sea = height_above_sea_ft(fix, m_offsets);
        const bool rolling_slowly = speed && *speed < 60.0 && implied < 80.0;
        if (sea && *sea > 16'000.0 && !(fix.on_ground == OnGround::yes && rolling_slowly)) return -certain;
        const Airport* field = m_near.field_at(fix.position, fix.time);
        if (sea && field) weight += by_height(*sea - elevation_ft(*field), fix.on_ground, rolling_slowly);
        // A field further off says little of the terrain here.
        if (sea && !field && fix.on_ground != OnGround::yes && *sea > 1500.0) weight -= 1.0;
        if (fix.vertical_rate_fpm && std::abs(*fix.vertical_rate_fpm) > 500 && !rolling_slowly && fix.on_ground != OnGround::yes) weight -= 1.5;
        // At speed, on the runway itself, and saying so: a landing or take-off roll.
        if (fix.on_ground == OnGround::yes && field && speed && *speed >= 60.0 && distance_to_surface_km(*field, fix.position) < 0.12) weight += 2.0;
        // Nobody drives at that speed where there is no runway.
        if (speed && *speed > 70.0 && !jumpy && (!scatter || implied > 70.0) && !field && m_near.at(fix.position, fix.time).empty()) weight -= 4.0;
        return std::clamp(weight, -certain, certain);
    }

  private:
    /// The reported speed, unless movement contradicts it (speed 0 of an aeroplane that covers kilometres).
    static std::optional<double> believable_speed(const StateVector& fix, double implied, bool scatter) {
        if (!fix.ground_speed_kt) return !scatter && implied > 0.0 && implied < 700.0 ? std::optional<double>(implied) : std::nullopt;
        const double reported = *fix.ground_speed_kt;
        if (reported < 40.0 && implied > 80.0 && implied < 700.0) return scatter ? std::nullopt : std::optional<double>(implied);
        if (reported < 40.0 && scatter) return std::nullopt;
        return reported;
    }

    double by_speed(double kt) const {
        if (kt <= 20) return 2.5;
        if (kt <= 40) return m_performance.approach_kt > 90 ? 2.0 : 1.2;
        if (kt <= 60) return m_performance.approach_kt > 90 ? 1.0 : 0.0;
        if (kt <= 100) return m_performance.approach_kt > 90 ? 0.3 : -0.7;
        if (kt <= 160) return -0.7;
        return -2.0;
    }

    double by_height(double feet, OnGround bit, bool rolling_slowly) const {
        const double tolerance = m_offsets.empty() ? 500.0 : 180.0;
        double weight = 0.0;
        if (feet > tolerance + 1500) weight = -5.0;
        else if (feet > tolerance) weight = -2.5;
        else if (bit == OnGround::unknown && feet < tolerance / 2) weight = 0.7;
        // Altitudes kept from the flight while taxiing are common; a ground bit and taxi speed agree against them.
        if (rolling_slowly && !m_performance.rotorcraft) weight *= bit == OnGround::yes ? 0.0 : 0.5;
        else if (bit == OnGround::yes) weight *= 0.7;
        return weight;
    }

    const Performance& m_performance;
    Surroundings m_near;
    std::span<const PressureOffset> m_offsets;
};

/// Price of a change between two fixes that many seconds apart: high when nothing could have been missed.
double change_price(double dt) { return 1.0 + 4.0 / (1.0 + std::max(0.0, dt) / 15.0); }

/// Viterbi's algorithm over two states; one byte a fix remembers where each came from.
std::vector<Stretch> cheapest_history(std::span<const StateVector> fixes, Evidence evidence) {
    std::vector<std::uint8_t> came_from(fixes.size());  // bit 0: ground came from air; bit 1: air came from ground
    double ground = 0.0, air = 0.0;
    std::size_t anchor = 0;  // the fix that movement is measured from
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        while (anchor + 1 < i && seconds_between(fixes[anchor + 1].time, fixes[i].time) >= speed_baseline_s) ++anchor;
        const double weight = evidence.of(fixes[i], i > 0 ? &fixes[anchor] : nullptr) / 2;
        if (i > 0) {
            const double price = change_price(seconds_between(fixes[i - 1].time, fixes[i].time));
            const double old_ground = ground, old_air = air;
            if (old_air - price > old_ground) {
                ground = old_air - price;
                came_from[i] |= 1;
            }
            if (old_ground - price > old_air) {
                air = old_ground - price;
                came_from[i] |= 2;
            }
        }
        ground += weight;
        air -= weight;
    }
    std::vector<Stretch> stretches;
    bool in_air = air > ground;
    std::size_t end = fixes.size();
    for (std::size_t i = fixes.size(); i-- > 0;) {
        const bool changed = i > 0 && (came_from[i] & (in_air ? 2 : 1)) != 0;
        if (changed || i == 0) {
            stretches.push_back({in_air, i, end});
            end = i;
            if (changed) in_air = !in_air;
        }
    }
    std::reverse(stretches.begin(), stretches.end());
    return stretches;
}

/// Did the aircraft really fly in this stretch, or did bits flap while it taxied?
bool is_flight(std::span<const StateVector> fixes, const Stretch& stretch, const Performance& performance) {
    const StateVector& first = fixes[stretch.first];
    constexpr double far_km = 5.0;
    double moved = 0.0, fastest = 0.0;
    for (std::size_t i = stretch.first; i < stretch.end; ++i) {
        moved = std::max(moved, near_distance_km(first.position, fixes[i].position));
        if (moved > far_km) return true;
        if (fixes[i].source != PositionSource::mlat) fastest = std::max<double>(fastest, fixes[i].ground_speed_kt.value_or(0.0F));
    }
    if (performance.rotorcraft) return moved > 0.15 || seconds_between(first.time, fixes[stretch.end - 1].time) > 30.0;
    const double dt = seconds_between(first.time, fixes[stretch.end - 1].time);
    if (fastest == 0.0 && dt >= speed_baseline_s) fastest = moved / dt * 3600.0 / kmh_per_knot;
    // The last seconds of a final are short, but nobody taxies at that speed.
    const bool flying_speed = fastest > 0.7 * performance.approach_kt;
    return fastest > 45.0 && (moved > 0.4 || flying_speed || stretch.end - stretch.first == 1);
}

/// Did it really stand or roll in this stretch?
bool is_ground(std::span<const StateVector> fixes, const Stretch& stretch) {
    double moved = 0.0;
    for (std::size_t i = stretch.first + 1; i < stretch.end; ++i) moved += near_distance_km(fixes[i - 1].position, fixes[i].position);
    const double dt = seconds_between(fixes[stretch.first].time, fixes[stretch.end - 1].time);
    return dt < 60.0 || moved / dt * 3600.0 / kmh_per_knot < 90.0;
}

void merge_equal(std::vector<Stretch>& stretches) {
    std::size_t kept = 0;
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        if (stretches[i].in_air == stretches[kept].in_air) stretches[kept].end = stretches[i].end;
        else stretches[++kept] = stretches[i];
    }
    if (!stretches.empty()) stretches.resize(kept + 1);
}

/// Pressure altitude less field elevation at each change between ground and air that was seen closely.
std::vector<PressureOffset> learn_offsets(std::span<const StateVector> fixes, std::span<const Stretch> stretches, const AirportTable& airports) {
    std::vector<PressureOffset> offsets;
    Surroundings near(airports, 4.0);
    const auto learn = [&](const StateVector& in_air, const StateVector& on_ground) {
        const double dt = std::fabs(seconds_between(in_air.time, on_ground.time));
        if (!in_air.baro_altitude_ft || dt > 20.0) return;
        const Airport* field = near.field_at(on_ground.position, on_ground.time);
        if (!field || distance_to_surface_km(*field, on_ground.position) > 0.4) return;
        // On average half the time between the two was flown, at a few hundred feet a minute near the ground.
        const double feet = *in_air.baro_altitude_ft - elevation_ft(*field) - dt * 4.0;
        if (std::fabs(feet) < largest_offset_ft) offsets.push_back({in_air.time, feet});
    };
    for (std::size_t s = 1; s < stretches.size(); ++s) {
        const std::size_t change = stretches[s].first;
        if (stretches[s].in_air) learn(fixes[change], fixes[change - 1]);
        else learn(fixes[change - 1], fixes[change]);
    }
    return offsets;
}

}  // namespace

double fastest_kt(std::span<const StateVector> fixes) {
    // The second highest of well spread samples: one wild value must not make a jet of a glider.
    double first = 0.0, second = 0.0;
    const std::size_t step = std::max<std::size_t>(1, fixes.size() / 4096);
    for (std::size_t i = 0; i < fixes.size(); i += step) {
        const double kt = fixes[i].ground_speed_kt.value_or(0.0F);
        if (kt > 700.0) continue;
        if (kt > first) {
            second = first;
            first = kt;
        } else if (kt > second) second = kt;
    }
    return second > 0.0 ? second : first;
}

std::optional<double> height_above_sea_ft(const StateVector& fix, std::span<const PressureOffset> offsets) {
    if (fix.baro_altitude_ft && !offsets.empty()) {
        const auto after = std::lower_bound(offsets.begin(), offsets.end(), fix.time, [](const PressureOffset& o, Instant t) { return o.time < t; });
        const auto best = after == offsets.end() ? std::prev(after)
                          : after == offsets.begin() || seconds_between(fix.time, after->time) < seconds_between(std::prev(after)->time, fix.time) ? after
                                                                                                                                                   : std::prev(after);
        // Weather moves on: an offset of more than three hours ago is no better than the geometric altitude.
        if (std::fabs(seconds_between(best->time, fix.time)) < 3 * 3600.0) return *fix.baro_altitude_ft - best->feet;
    }
    if (fix.geom_altitude_ft) return *fix.geom_altitude_ft;
    if (fix.baro_altitude_ft) return *fix.baro_altitude_ft;
    return std::nullopt;
}

GroundStates find_ground_states(std::span<const StateVector> fixes, const Performance& performance, const AirportTable& airports) {
    GroundStates states;
    if (fixes.empty()) return states;
    states.stretches = cheapest_history(fixes, Evidence(performance, airports, {}));
    for (Stretch& s : states.stretches) {
        if (s.in_air && !is_flight(fixes, s, performance)) s.in_air = false;
        else if (!s.in_air && !is_ground(fixes, s)) s.in_air = true;
    }
    merge_equal(states.stretches);
    states.offsets = learn_offsets(fixes, states.stretches, airports);
    return states;
}

}  // namespace flightxref::detail
