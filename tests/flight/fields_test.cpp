// SPDX-License-Identifier: BSL-1.0
#include "flight/fields.hpp"

#include <doctest/doctest.h>

#include <random>

using namespace flightxref;

TEST_CASE("within a distance is what the distance says, anywhere on the globe") {
    std::mt19937 random(9);
    std::uniform_real_distribution<double> part(-1, 1);
    int within = 0;
    for (int i = 0; i < 200'000; ++i) {
        const double lat = 89 * part(random), lon = 180 * part(random), spread = i % 3 == 0 ? 1 : 0.02;
        const auto a = Position::from_degrees(lat, lon), b = Position::from_degrees(lat + spread * part(random), i % 50 == 0 ? -lon : std::clamp(lon + spread * part(random), -180.0, 180.0));
        REQUIRE(a);
        REQUIRE(b);
        for (const double km : {0.0, 0.5, 1.6, 2.0, detail::near_distance_km(*a, *b)}) {
            const bool is = detail::is_within_km(*a, *b, km);
            REQUIRE(is == (detail::near_distance_km(*a, *b) < km));
            within += is;
        }
    }
    CHECK(within > 50'000);
}
