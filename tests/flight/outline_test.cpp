// SPDX-License-Identifier: BSL-1.0
#include "flight/outline.hpp"

#include "track/ticks.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace flightxref;

namespace {

/// A way that turns, climbs and jumps about, with altitudes that come and go and fixes at the same time.
Track wander(unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> part(0, 1);
    Track track;
    double time = 1709640000, lat = 50, lon = 8, north = 0.001, east = 0.001, feet = 10'000, rate = 10;
    for (int i = 0; i < 600; ++i) {
        const double step = part(random) < 0.1 ? 0 : std::floor(8 * part(random));
        if (part(random) < 0.05) north = 0.004 * (part(random) - 0.5), east = 0.004 * (part(random) - 0.5), rate = 60 * (part(random) - 0.5);
        const double jump = part(random) < 0.03 ? 0.01 : 0;
        time += step;
        lat += north * step;
        lon += east * step;
        feet += rate * step;
        StateVector& fix = track.fixes.emplace_back();
        fix.time = from_epoch_seconds(time);
        fix.position = Position::from_degrees(lat + jump, lon).value();
        if (part(random) < 0.8) fix.baro_altitude_ft = static_cast<float>(feet);
        if (part(random) < 0.3) fix.geom_altitude_ft = static_cast<float>(feet + 200);
        fix.record = static_cast<std::uint32_t>(i);
    }
    return track;
}

}  // namespace

TEST_CASE("what an outline drops lies on the line between its neighbours in it: half a kilometre and 250 feet off at most, an altitude between two altitudes") {
    std::size_t all = 0, kept = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const Track whole = wander(seed);
        Track outline = whole;
        detail::keep_some(outline, {}, KeepFixes::outline);
        all += whole.fixes.size();
        kept += outline.fixes.size();
        REQUIRE(outline.fixes.front().record == 0);
        REQUIRE(outline.fixes.back().record == whole.fixes.back().record);
        for (std::size_t k = 0; k + 1 < outline.fixes.size(); ++k) {
            const StateVector &a = outline.fixes[k], &b = outline.fixes[k + 1];
            for (std::size_t i = a.record + 1; i < b.record; ++i) {
                CAPTURE(seed);
                CAPTURE(i);
                const StateVector& fix = whole.fixes[i];
                REQUIRE(a.time < fix.time);
                const double share = detail::seconds_between(a.time, fix.time) / detail::seconds_between(a.time, b.time);
                const auto between = [&](double from, double to) { return from + (to - from) * share; };
                const auto place = Position::from_degrees(between(a.position.latitude(), b.position.latitude()), between(a.position.longitude(), b.position.longitude()));
                REQUIRE(distance_km(*place, fix.position) < 0.505);
                for (const auto altitude : {&StateVector::baro_altitude_ft, &StateVector::geom_altitude_ft}) {
                    if (!(fix.*altitude)) continue;
                    REQUIRE((a.*altitude && b.*altitude));
                    REQUIRE(std::fabs(between(*(a.*altitude), *(b.*altitude)) - *(fix.*altitude)) < 250.5);
                }
            }
        }
    }
    CHECK(kept < all);
}

TEST_CASE("an outline of a straight and level hour is a point every three minutes") {
    Track track;
    for (int i = 0; i < 3600; ++i) {
        StateVector& fix = track.fixes.emplace_back();
        fix.time = from_epoch_seconds(1709640000 + i);
        fix.position = Position::from_degrees(50, 8 + 0.003 * i).value();
        fix.baro_altitude_ft = 35'000.0F;
        fix.record = static_cast<std::uint32_t>(i);
    }
    detail::keep_some(track, {}, KeepFixes::outline);
    CHECK(track.fixes.size() == 21);
}
