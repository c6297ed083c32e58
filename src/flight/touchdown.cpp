// SPDX-License-Identifier: BSL-1.0
#include "flight/touchdown.hpp"

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

Duration in_seconds(double s) { return boost::posix_time::microseconds(static_cast<std::int64_t>(s * 1e6)); }

/// Seconds of rolling between touchdown (lift-off) and that fix, if it still rolls fast.
double rolled_s(const StateVector& on_ground, Side side, const Performance& p) {
    if (!on_ground.ground_speed_kt || *on_ground.ground_speed_kt < 35.0F) return 0.0;
    // Braking at about 1.6 m/s², accelerating at about 2 m/s²: 3 and 4 knots a second.
    return std::max(0.0, p.approach_kt + (side == Side::arrival ? 0.0 : 12.0) - *on_ground.ground_speed_kt) / (side == Side::arrival ? 3.1 : 3.9);
}

}  // namespace

Moment moment_between(const Motion& in_air, const StateVector& on_ground, const Airport* airport, Side side, const Performance& p) {
    const bool arriving = side == Side::arrival;
    const double span = std::max(0.0, arriving ? seconds_between(in_air.time, on_ground.time) : seconds_between(on_ground.time, in_air.time));
    // Seconds in the air beside the airborne fix: from its height near the ground, from its distance further out.
    double flown = span / 2;
    if (span > 4.0) {
        const double height = airport && in_air.sea_ft ? std::max(0.0, *in_air.sea_ft - elevation_ft(*airport)) : 0.0;
        const double rate = std::clamp(std::fabs(in_air.rate_fpm.value_or(0.0)), arriving ? 500.0 : 900.0, arriving ? 1400.0 : 3500.0);
        const double by_height = height / rate * 60.0;
        const double by_distance = airport ? flying_time(*airport, in_air, side, p).usual_s : by_height;
        flown = !airport || (height > 0.0 && height < 400.0 && by_height < by_distance) ? by_height : by_distance;
        const double most = std::max(span * 0.5, span - rolled_s(on_ground, side, p));
        flown = std::clamp(flown, std::min(1.0, span / 2), std::max(span / 2 < 4.0 ? span / 2 : 1.0, std::min(most, span)));
    }
    Moment moment;
    moment.not_before = arriving ? in_air.time : on_ground.time;
    moment.not_after = arriving ? on_ground.time : in_air.time;
    moment.estimate = arriving ? in_air.time + in_seconds(flown) : in_air.time - in_seconds(flown);
    return moment;
}

Moment moment_from_air(const Motion& in_air, const Airport* airport, std::optional<Instant> limit, Side side, const Performance& p) {
    const bool arriving = side == Side::arrival;
    Moment moment;
    if (!airport) {
        (arriving ? moment.not_before : moment.not_after) = in_air.time;
        (arriving ? moment.not_after : moment.not_before) = limit;
        return moment;
    }
    const FlyingTime time = flying_time(*airport, in_air, side, p);
    const auto away = [&](double s) { return arriving ? in_air.time + in_seconds(s) : in_air.time - in_seconds(s); };
    Instant near = away(time.least_s), far = away(time.most_s), usual = away(time.usual_s);
    if (limit) {
        const auto nearer = [&](Instant a) { return arriving ? std::min(a, *limit) : std::max(a, *limit); };
        near = nearer(near);
        far = nearer(far);
        usual = nearer(usual);
    }
    moment.not_before = arriving ? near : far;
    moment.not_after = arriving ? far : near;
    moment.estimate = usual;
    return moment;
}

}  // namespace flightxref::detail
