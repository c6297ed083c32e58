// SPDX-License-Identifier: BSL-1.0
#include <flightxref/time/iso8601.hpp>
#include <flightxref/time/zone.hpp>

#include <doctest/doctest.h>

using namespace flightxref;
using boost::posix_time::ptime;

namespace {

std::string local_text(std::string_view zone, std::string_view instant) { return to_iso8601(*parse_instant(instant), *Zone::find(zone)); }

Instant at(std::string_view text) { return *parse_instant(text); }

}  // namespace

TEST_CASE("a zone is an IANA name or a fixed offset") {
    CHECK(Zone().name() == "UTC");
    CHECK(Zone::find("Asia/Kathmandu")->offset_at(at("2024-01-01T00:00:00Z")) == hours(5) + minutes(45));
    CHECK(Zone::find("+9")->name() == "+09:00");
    CHECK(Zone::find("-0330")->offset_at(at("2024-01-01T00:00:00Z")) == -(hours(3) + minutes(30)));
    for (const char* none : {"", "Asia/Atlantis", "+", "+25", "+1:2:3:4:5", "../../etc/passwd", "+09:99"}) CHECK_FALSE(Zone::find(none));
}

TEST_CASE("history is kept: half hours, offsets that moved, summer time") {
    CHECK(local_text("Asia/Pyongyang", "2016-01-01T00:00:00Z") == "2016-01-01T08:30:00+08:30");
    CHECK(local_text("Asia/Pyongyang", "2019-01-01T00:00:00Z") == "2019-01-01T09:00:00+09:00");
    CHECK(local_text("Europe/Moscow", "2013-06-23T13:05:00Z") == "2013-06-23T17:05:00+04:00");
    CHECK(local_text("Europe/Istanbul", "2016-12-01T00:00:00Z") == "2016-12-01T03:00:00+03:00");
    CHECK(local_text("America/New_York", "2023-07-01T12:00:00Z") == "2023-07-01T08:00:00-04:00");
    CHECK(local_text("America/New_York", "2023-12-01T12:00:00Z") == "2023-12-01T07:00:00-05:00");
}

TEST_CASE("a clock that the spring change skips gives the jump, one shown twice in autumn the first") {
    const Zone berlin = *Zone::find("Europe/Berlin");
    CHECK(berlin.from_local(ptime(CivilDate(2024, 3, 31), hours(2) + minutes(30))) == at("2024-03-31T01:00:00Z"));
    CHECK(berlin.from_local(ptime(CivilDate(2024, 10, 27), hours(2) + minutes(30))) == at("2024-10-27T00:30:00Z"));
    CHECK(berlin.start_of(CivilDate(2024, 7, 1)) == at("2024-06-30T22:00:00Z"));
}

TEST_CASE("Samoa had no 30 December 2011") {
    const Zone apia = *Zone::find("Pacific/Apia");
    CHECK(apia.start_of(CivilDate(2011, 12, 30)) == apia.start_of(CivilDate(2011, 12, 31)));
    CHECK(apia.date_at(at("2011-12-30T09:59:59Z")) == CivilDate(2011, 12, 29));
    CHECK(apia.date_at(at("2011-12-30T10:00:00Z")) == CivilDate(2011, 12, 31));
}

TEST_CASE("abbreviations as newsrooms use them") {
    CHECK(Zone::find_abbreviation("KST")->name() == "Asia/Seoul");
    CHECK(Zone::find_abbreviation("kst", "KP")->name() == "Asia/Pyongyang");
    CHECK(Zone::find_abbreviation("Zulu")->name() == "UTC");
    CHECK(Zone::find_abbreviation("CST")->name() == "America/Chicago");
    CHECK(Zone::find_abbreviation("CST", "CN")->name() == "Asia/Shanghai");
    CHECK(Zone::find_abbreviation("IST", "IE")->name() == "Europe/Dublin");
    CHECK(Zone::find_abbreviation("IST", "IL")->name() == "Asia/Jerusalem");
    CHECK(Zone::find_abbreviation("IST", "FR")->name() == "Asia/Kolkata");
    CHECK_FALSE(Zone::find_abbreviation("XYZ"));
    CHECK_FALSE(Zone::find_abbreviation(""));
}

TEST_CASE("a place's time") {
    CHECK(Zone::find_place("Korean")->name() == "Asia/Seoul");
    CHECK(Zone::find_place("beijing")->name() == "Asia/Shanghai");
    CHECK(Zone::find_place("Alaska")->name() == "America/Anchorage");
    CHECK(Zone::find_place("la reunion")->name() == "Indian/Reunion");
    CHECK_FALSE(Zone::find_place("Canada"));
    CHECK_FALSE(Zone::find_place("lunch"));
}

TEST_CASE("an instant that is none goes through without an exception") {
    const Zone seoul = *Zone::find("Asia/Seoul");
    const Instant none;
    CHECK(seoul.to_local(none).is_special());
    CHECK(seoul.from_local(none).is_special());
    CHECK(seoul.date_at(none).is_special());
    CHECK(seoul.abbreviation_at(none) == "Asia/Seoul");
    CHECK(seoul.abbreviation_at(at("2024-01-01T00:00:00Z")) == "KST");
}
