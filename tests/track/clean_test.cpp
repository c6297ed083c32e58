// SPDX-License-Identifier: BSL-1.0
#include <flightxref/geo/geodesy.hpp>
#include <flightxref/track/clean.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

using namespace flightxref;

namespace {

const Instant noon(CivilDate(2024, 3, 5), hours(12));

/// An aircraft flying north at 450 kt and 35,000 ft, a position every ten seconds.
Track cruise(int fixes) {
    Track track;
    track.aircraft.icao24 = Icao24("157717");
    for (int i = 0; i < fixes; ++i) {
        StateVector fix;
        fix.time = noon + seconds(10 * i);
        fix.position = *Position::from_degrees(40.0 + i * 0.0208, 30.0);
        fix.baro_altitude_ft = 35000.0f;
        fix.ground_speed_kt = 450.0f;
        fix.on_ground = OnGround::no;
        fix.source = PositionSource::adsb;
        fix.integrity = {8, 10};
        fix.record = static_cast<std::uint32_t>(i);
        track.fixes.push_back(fix);
    }
    return track;
}

void shift(StateVector& fix, double north_deg, double east_deg) {
    fix.position = *Position::from_degrees(fix.position.latitude() + north_deg, fix.position.longitude() + east_deg);
}

std::size_t rejected(const std::vector<Issue>& issues) {
    return static_cast<std::size_t>(std::count_if(issues.begin(), issues.end(), [](const Issue& issue) { return issue.code == IssueCode::rejected_position; }));
}

}  // namespace

TEST_CASE("a clean flight stays as it is") {
    Track track = cruise(200);
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(track.fixes.size() == 200);
    CHECK(issues.empty());
}

TEST_CASE("a false position just before a long silence does not take along what comes after it") {
    Track track = cruise(400);
    // Spoofed to a place 150 km off, then silent for most of an hour, in which even that place could have been flown from.
    for (std::size_t i = 190; i < 200; ++i) shift(track.fixes[i], 0, 1.8);
    for (std::size_t i = 200; i < 400; ++i) track.fixes[i].time += minutes(50);
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(track.fixes.size() == 390);
}

TEST_CASE("hours of jamming, sound and unsound positions in turn, do not cut the flight in two") {
    Track track = cruise(2000);
    for (std::size_t i = 600; i < 1400; ++i) {
        track.fixes[i].position = *Position::from_degrees(55.0 + 0.001 * static_cast<double>(i % 7), 60.0);
        if (i % 2 == 0) track.fixes[i].integrity = {0, 0};
    }
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(track.fixes.size() == 1200);
    CHECK(track.fixes.front().record == 0);
    CHECK(track.fixes.back().record == 1999);
}

TEST_CASE("a position repeated while the aircraft flies on is none, and costs nothing of the flight before it") {
    Track track = cruise(200);
    // For five minutes the source sends the last place it knew, then the aircraft is heard again, seventy kilometres on.
    for (std::size_t i = 101; i < 131; ++i) track.fixes[i].position = track.fixes[100].position;
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(track.fixes.size() == 171);
    CHECK(track.fixes.front().record == 0);
    CHECK(std::none_of(track.fixes.begin(), track.fixes.end(), [](const StateVector& fix) { return fix.record > 101 && fix.record < 131; }));
    CHECK(std::any_of(issues.begin(), issues.end(), [](const Issue& issue) { return issue.detail.find("stands still") != std::string::npos; }));
}

TEST_CASE("who stands still stays: parked, hovering, or rounded to a coarse grid") {
    for (const int story : {0, 1, 2}) {
        Track track = cruise(60);
        for (std::size_t i = 0; i < track.fixes.size(); ++i) {
            StateVector& fix = track.fixes[i];
            if (story == 0) fix.on_ground = OnGround::yes, fix.baro_altitude_ft = std::nullopt;  // the speed is a stale one
            if (story == 1) fix.ground_speed_kt = 20.0f;
            if (story < 2) fix.position = track.fixes.front().position;
            else if (i % 2 == 1) fix.position = track.fixes[i - 1].position;
        }
        std::vector<Issue> issues;
        clean_track(track, issues);
        CHECK(track.fixes.size() == 60);
    }
}

TEST_CASE("a jump away and back is dropped, the flight is not") {
    Track track = cruise(200);
    shift(track.fixes[50], 5, 5);
    shift(track.fixes[120], 0, 0.4);
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(track.fixes.size() == 198);
    CHECK(rejected(issues) == 2);
    CHECK(std::none_of(track.fixes.begin(), track.fixes.end(), [](const StateVector& fix) { return fix.record == 50 || fix.record == 120; }));
}

TEST_CASE("a long spoofed stretch is dropped with or without its own admission") {
    for (const bool admitted : {false, true}) {
        CAPTURE(admitted);
        Track track = cruise(300);
        for (std::size_t i = 100; i < 160; ++i) {
            track.fixes[i].position = *Position::from_degrees(44.7 + 0.001 * static_cast<double>(i % 7), 33.6);
            if (admitted || i % 2 == 0) track.fixes[i].integrity = {0, 0};
        }
        std::vector<Issue> issues;
        clean_track(track, issues);
        CHECK(track.fixes.size() == 240);
        CHECK(rejected(issues) >= 1);
        CHECK(rejected(issues) <= 8);  // told, not flooded
    }
}

TEST_CASE("spoofing to the end of what was heard does not win over the flight") {
    Track track = cruise(200);
    for (std::size_t i = 150; i < 200; ++i) {
        track.fixes[i].position = *Position::from_degrees(33.82, 35.49);
        track.fixes[i].integrity = {0, 0};
    }
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(track.fixes.size() == 150);
}

TEST_CASE("positions without integrity that fit are kept: old transponders report none") {
    Track track = cruise(200);
    for (StateVector& fix : track.fixes) fix.integrity = {0, 0};
    for (std::size_t i = 50; i < 60; ++i) track.fixes[i].integrity = {7, 8};
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(track.fixes.size() == 200);
}

TEST_CASE("two sources with clocks a minute apart are both kept") {
    Track track = cruise(200);
    for (std::size_t i = 100; i < 200; ++i) shift(track.fixes[i], 0.125, 0);  // 13.9 km: a minute of flight
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(track.fixes.size() == 200);
}

TEST_CASE("MLAT scatter of some kilometres is no jump") {
    Track track = cruise(100);
    for (std::size_t i = 0; i < 100; ++i) {
        track.fixes[i].source = PositionSource::mlat;
        shift(track.fixes[i], 0, i % 2 == 0 ? 0.03 : -0.03);
    }
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(track.fixes.size() == 100);
}

TEST_CASE("an altitude spike costs the altitude, not the position") {
    Track track = cruise(50);
    track.fixes[20].baro_altitude_ft = 106300.0f;
    track.fixes[49].baro_altitude_ft = 100.0f;
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(track.fixes.size() == 50);
    CHECK_FALSE(track.fixes[20].baro_altitude_ft);
    CHECK_FALSE(track.fixes[49].baro_altitude_ft);
    CHECK(issues.size() == 2);
}

TEST_CASE("taxiing at 36,000 ft: the altitude is stale; a ground bit in cruise: the bit is wrong") {
    Track taxi = cruise(20);
    for (StateVector& fix : taxi.fixes) {
        fix.position = *Position::from_degrees(47.45, 8.56);
        fix.on_ground = OnGround::yes;
        fix.ground_speed_kt = 8.0f;
        fix.baro_altitude_ft = 36000.0f;
    }
    std::vector<Issue> issues;
    clean_track(taxi, issues);
    CHECK(std::none_of(taxi.fixes.begin(), taxi.fixes.end(), [](const StateVector& fix) { return fix.baro_altitude_ft.has_value(); }));
    Track flying = cruise(20);
    flying.fixes[10].on_ground = OnGround::yes;
    clean_track(flying, issues);
    CHECK(flying.fixes[10].on_ground == OnGround::unknown);
    CHECK(*flying.fixes[10].baro_altitude_ft == 35000);
}

TEST_CASE("a speed spike against the way made good is absent") {
    Track track = cruise(50);
    track.fixes[25].ground_speed_kt = 900.0f;
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK_FALSE(track.fixes[25].ground_speed_kt);
    CHECK(*track.fixes[24].ground_speed_kt == 450);
}

TEST_CASE("nothing to clean in nothing") {
    Track track;
    std::vector<Issue> issues;
    clean_track(track, issues);
    CHECK(issues.empty());
}
