// SPDX-License-Identifier: BSL-1.0
#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

using namespace flightxref;

TEST_CASE("an instant needs an offset and is read in basic and extended form") {
    const Instant expected(CivilDate(2023, 10, 18), hours(9) + minutes(4));
    for (const char* text : {"2023-10-18T18:04:00+09:00", "2023-10-18 09:04Z", "20231018T0904Z", "2023-10-18T09:04:00.000Z", "2023-10-18T05:04-0400", "2023-10-18t18:04+09"}) {
        CAPTURE(text);
        CHECK(parse_instant(text) == expected);
    }
    CHECK(parse_instant("2023-10-18T09:04:00.25Z") == expected + boost::posix_time::milliseconds(250));
    for (const char* text : {"", "2023-10-18", "2023-10-18T09:04", "2023-10-18T09:04:00", "2023-02-30T00:00Z", "2023-10-18T25:00Z", "2023-10-18T09:61Z", "2023-10-18T24:01Z",
                             "2023-10-18T09:04Zjunk", "2023-10-18T09:04+", "2023-10-18T09:04+19:00", "9999-01-01T00:00Z", "0000-01-01T00:00Z", "2023-10-18T09:04:00.Z"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_instant(text));
    }
}

TEST_CASE("24:00 is the next day and a leap second the second after it, to the edge of the calendar") {
    CHECK(to_iso8601(*parse_instant("2016-12-31T24:00:00Z")) == "2017-01-01T00:00:00Z");
    CHECK(to_iso8601(*parse_instant("2016-12-31T23:59:60Z")) == "2017-01-01T00:00:00Z");
    CHECK(to_iso8601(*parse_instant("2199-12-31T24:00Z")) == "2200-01-01T00:00:00Z");
    CHECK(to_iso8601(*parse_instant("1900-01-01T00:00+14:00")) == "1899-12-31T10:00:00Z");
}

TEST_CASE("dates") {
    CHECK(parse_date("2024-02-29") == CivilDate(2024, 2, 29));
    CHECK(parse_date("20231018") == CivilDate(2023, 10, 18));
    for (const char* text : {"2023-02-29", "2023-13-01", "2023-00-10", "2023-10-00", "23-10-18", "2023-10-18T", "", "2200-01-01", "1899-12-31"}) CHECK_FALSE(parse_date(text));
    CHECK(to_iso8601(CivilDate(2024, 2, 9)) == "2024-02-09");
}

TEST_CASE("writing keeps tenths only when there are some, and gives nothing for no time") {
    CHECK(to_iso8601(*parse_instant("2023-10-18T09:04:00.5Z")) == "2023-10-18T09:04:00.5Z");
    CHECK(to_iso8601(*parse_instant("2023-10-18T09:04:00Z"), *Zone::find("-03:30")) == "2023-10-18T05:34:00-03:30");
    CHECK(to_iso8601(Instant()).empty());
    CHECK(to_iso8601(Instant(), Zone()).empty());
    CHECK(to_iso8601(CivilDate(boost::gregorian::not_a_date_time)).empty());
}
