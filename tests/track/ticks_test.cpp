// SPDX-License-Identifier: BSL-1.0
#include "track/ticks.hpp"

#include <doctest/doctest.h>

using namespace flightxref;

TEST_CASE("the difference of two instants is the one Boost gives") {
    for (const double a : {-2208988800.0, -0.000001, 0.0, 1709596800.25, 7258118399.999999}) {
        for (const double b : {-2208988799.0, 0.0, 951782400.0, 1709596800.250001, 7258118400.0}) {
            const Instant from = from_epoch_seconds(a), to = from_epoch_seconds(b);
            CHECK(detail::microseconds_between(from, to) == (to - from).total_microseconds());
            CHECK(detail::microseconds_between(to, from) == (from - to).total_microseconds());
            CHECK(detail::seconds_between(from, to) == static_cast<double>((to - from).total_microseconds()) * 1e-6);
        }
    }
}
