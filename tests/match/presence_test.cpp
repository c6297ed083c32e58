// SPDX-License-Identifier: BSL-1.0
#include "match/story.hpp"

#include <flightxref/match/coverage.hpp>

#include <doctest/doctest.h>

using namespace story;

namespace {

/// An Airbus that goes to and fro between Khabarovsk and Vladivostok from that hour on, and is heard down to the ground at both.
Told shuttle(std::string_view tail, std::string_view address, int first_hour) {
    std::vector<Leg> legs;
    for (int hour = first_hour; hour < 22; hour += 2) {
        const Instant start = at("2023-10-18T00:00Z") + hours(hour);
        const bool in = (hour - first_hour) % 4 == 0;
        legs.push_back({in ? "UHHH" : "UHWW", in ? "UHWW" : "UHHH", start, start + minutes(70), "SBI" + std::to_string(hour)});
    }
    return tell(aircraft(tail, "A320", address), legs);
}

/// Vladivostok on a day of steady traffic.
std::vector<Told> a_watched_day() { return {shuttle("EI-KAA", "4ca001", 1), shuttle("EI-KAB", "4ca002", 2), shuttle("EI-KAC", "4ca003", 3)}; }

Says an_il62_landed() { return Says(ClaimEvent::arrive).type("Ilyushin Il-62M", "IL62").to(city("Vladivostok", "RU")).when("2023-10-18T10:00Z", "2023-10-18T12:00Z"); }

}  // namespace

TEST_CASE("a place watched all the time, and nothing of the kind came: refuted") {
    const Finding f = check(an_il62_landed(), batch(a_watched_day()));
    CHECK(f.verdict == Verdict::refuted);
    CHECK(f.grounds == "kind_absent");
    CHECK(f.probability < 0.1);
    CHECK(f.reason.find("heard from all through that time") != std::string::npos);
    CHECK(check(an_il62_landed().modality(Modality::denied), batch(a_watched_day())).verdict == Verdict::supported);
}

TEST_CASE("a place nobody listened at, or an hour in which nobody did, refutes nothing") {
    const auto day = a_watched_day();
    CHECK(check(Says(an_il62_landed()).to(city("Pyongyang", "KP")), batch(day)).verdict == Verdict::not_enough_info);
    CHECK(check(Says(an_il62_landed()).when("2023-10-17T10:00Z", "2023-10-17T12:00Z"), batch(day)).verdict == Verdict::not_enough_info);
    // Receivers known to the caller to have been off, whatever the tracks seem to show.
    const Coverage deaf;
    Batch<Claim> claims;
    claims.items = {an_il62_landed()};
    const auto flights = batch(day);
    CHECK(cross_reference(claims, flights, {.airports = &airports(), .coverage = &deaf})[0].verdict == Verdict::not_enough_info);
}

TEST_CASE("one aircraft of the kind in a silence near by is enough to leave it open") {
    auto day = a_watched_day();
    // Last heard between Beijing and Vladivostok at half past eight, and not since.
    day.push_back(tell(aircraft("P-885", "IL62", "720885"), {{"ZBAA", "UHWW", at("2023-10-18T07:30Z"), at("2023-10-18T09:30Z"), "KOR885", true, false, 0.5, 1}}));
    CHECK(check(an_il62_landed(), batch(day)).verdict == Verdict::not_enough_info);
    SUBCASE("but not one that was in Frankfurt all that time") {
        day.back() = tell(aircraft("P-885", "IL62", "720885"), {{"LFPG", "EDDF", at("2023-10-18T08:30Z"), at("2023-10-18T09:40Z"), "KOR885"}, {"EDDF", "LFPG", at("2023-10-18T12:10Z"), at("2023-10-18T13:20Z"), "KOR886"}});
        CHECK(check(an_il62_landed(), batch(day)).verdict == Verdict::refuted);
    }
}

TEST_CASE("an aircraft of unknown type may be of the kind") {
    auto day = a_watched_day();
    day.push_back(tell(aircraft("EI-KAX", "", "4ca009"), {{"UHHH", "UHWW", at("2023-10-18T10:00Z"), at("2023-10-18T11:05Z"), ""}}));
    CHECK(check(an_il62_landed(), batch(day)).verdict != Verdict::refuted);
}

TEST_CASE("a whole country, or days on end, is more than anybody watched") {
    CHECK(check(Says(an_il62_landed()).to(country("Russia", "RU")), batch(a_watched_day())).verdict == Verdict::not_enough_info);
    CHECK(check(Says(an_il62_landed()).when("2023-10-17T10:00Z", "2023-10-19T12:00Z"), batch(a_watched_day())).verdict == Verdict::not_enough_info);
}
