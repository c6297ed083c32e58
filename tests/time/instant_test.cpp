// SPDX-License-Identifier: BSL-1.0
#include <flightxref/time/instant.hpp>
#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

using namespace flightxref;

TEST_CASE("seconds since 1970 go there and back, fractions and years before 1970 too") {
    for (const double seconds_since_1970 : {0.0, 1697619840.25, -86400.5, static_cast<double>(earliest_epoch_seconds), static_cast<double>(latest_epoch_seconds)}) {
        CAPTURE(seconds_since_1970);
        CHECK(to_epoch_seconds(from_epoch_seconds(seconds_since_1970)) == doctest::Approx(seconds_since_1970));
    }
    CHECK(to_iso8601(from_epoch_seconds(1697619840)) == "2023-10-18T09:04:00Z");
    CHECK(to_iso8601(from_epoch_seconds(static_cast<double>(earliest_epoch_seconds))) == "1900-01-01T00:00:00Z");
    CHECK(to_iso8601(from_epoch_seconds(static_cast<double>(latest_epoch_seconds))) == "2200-01-01T00:00:00Z");
}

TEST_CASE("a window holds its first and its last second") {
    const Instant six(CivilDate(2023, 10, 18), hours(6));
    const TimeWindow window = make_window(six, six + seconds(59));
    CHECK(earliest(window) == six);
    CHECK(latest(window) == six + seconds(59));
    CHECK(window.length() == minutes(1));
    CHECK(window.contains(six + seconds(59)));
    CHECK_FALSE(window.contains(six + minutes(1)));
    CHECK(to_seconds(days(2) - hours(1)) == 47 * 3600.0);
}
