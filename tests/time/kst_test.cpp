// SPDX-License-Identifier: BSL-1.0
#include <flightxref/time/iso8601.hpp>
#include <flightxref/time/kst.hpp>
#include <flightxref/time/zone.hpp>

#include <doctest/doctest.h>

using namespace flightxref;

TEST_CASE("a landing at 09:04 UTC is at 18:04 on a Korean clock") {
    const Instant landing = *parse_instant("2023-10-18T09:04:00Z");
    CHECK(to_kst(landing).local_time() == Instant(CivilDate(2023, 10, 18), hours(18) + minutes(4)));
    CHECK(from_kst(CivilDate(2023, 10, 18), hours(18) + minutes(4)) == landing);
    CHECK(to_kst(landing).zone_abbrev() == "KST");
}

TEST_CASE("Pyongyang was half an hour behind Seoul from August 2015 to May 2018, as the tz database says") {
    const Zone pyongyang = *Zone::find("Asia/Pyongyang");
    for (const char* text : {"2015-08-14T14:59:59Z", "2015-08-14T15:00:00Z", "2016-06-01T00:00:00Z", "2018-05-04T14:59:59Z", "2018-05-04T15:00:00Z",
                             "2023-10-18T09:04:00Z"}) {
        CAPTURE(text);
        const Instant instant = *parse_instant(text);
        CHECK(to_pyongyang(instant).local_time() == pyongyang.to_local(instant));
    }
}
