// SPDX-License-Identifier: BSL-1.0
#include "track/support.hpp"

#include <flightxref/track/write.hpp>

#include <doctest/doctest.h>

using namespace flightxref;

namespace {

Track over_midnight() {
    Track track;
    track.aircraft.icao24 = Icao24("3c6449");
    track.aircraft.registration = Registration("D-AIBI");
    track.aircraft.type = Typecode("A319");
    track.aircraft.operator_name = "\"Quoted\" Air";
    track.aircraft.limited_display = true;
    track.callsigns = {"", "DLH7LY", "DLH8"};
    const Instant start(CivilDate(2024, 3, 5), hours(23) + minutes(59));
    for (int i = 0; i < 20; ++i) {
        StateVector fix;
        fix.time = start + seconds(6 * i) + boost::posix_time::milliseconds(250);
        fix.position = *Position::from_degrees(50 + i * 0.0123457, -0.5 + i * 0.001);
        fix.on_ground = i < 5 ? OnGround::yes : i == 7 ? OnGround::unknown : OnGround::no;
        if (i >= 5 && i != 7) fix.baro_altitude_ft = static_cast<float>(i * 100);
        if (i > 10) fix.geom_altitude_ft = static_cast<float>(i * 100 + 75);
        if (i != 8) fix.ground_speed_kt = 140.5f;
        if (i != 9) fix.track_deg = 12.25f;
        if (i > 5) fix.vertical_rate_fpm = static_cast<std::int16_t>(-64 * i);
        if (i < 12) fix.squawk = static_cast<std::uint16_t>(17);
        if (i < 15) fix.integrity = {8, 9};
        fix.callsign = static_cast<std::uint16_t>(i < 3 ? 1 : i < 6 ? 0 : 2);
        fix.source = i == 13 ? PositionSource::mlat : PositionSource::adsb;
        track.fixes.push_back(fix);
    }
    return track;
}

}  // namespace

TEST_CASE("what is written is read again, day by day") {
    const TemporaryFolder folder;
    const Track track = over_midnight();
    const auto paths = write_readsb_traces(folder.path(), track);
    REQUIRE(paths.size() == 2);
    CHECK(paths[0] == folder.path("2024/03/05/traces/49/trace_full_3c6449.json"));
    ReadTracksOptions options;
    options.clean = false;
    const auto batch = read_tracks(folder.path(), options);
    CHECK(batch.issues.empty());
    REQUIRE(batch.size() == 1);
    const Track& back = batch[0];
    CHECK(back.aircraft == track.aircraft);
    REQUIRE(back.fixes.size() == track.fixes.size());
    for (std::size_t i = 0; i < track.fixes.size(); ++i) {
        CAPTURE(i);
        const StateVector &a = track.fixes[i], &b = back.fixes[i];
        CHECK(a.time == b.time);
        CHECK(a.position == b.position);
        CHECK(a.on_ground == b.on_ground);
        CHECK(a.baro_altitude_ft == b.baro_altitude_ft);
        CHECK(a.geom_altitude_ft == b.geom_altitude_ft);
        CHECK(a.ground_speed_kt == b.ground_speed_kt);
        CHECK(a.track_deg == b.track_deg);
        CHECK(a.vertical_rate_fpm == b.vertical_rate_fpm);
        CHECK(a.squawk == b.squawk);
        CHECK(a.integrity.nic == b.integrity.nic);
        CHECK(a.integrity.nac_p == b.integrity.nac_p);
        CHECK(a.source == b.source);
        CHECK(track.callsign_of(a) == back.callsign_of(b));
    }
}

TEST_CASE("an aircraft without an address gets a made-up one, and a day without positions nothing") {
    Track track = over_midnight();
    track.aircraft.icao24.reset();
    CHECK(to_readsb_trace(track, CivilDate(2024, 3, 5)).find("\"icao\":\"~") != std::string::npos);
    CHECK(to_readsb_trace(track, CivilDate(2024, 3, 4)).empty());
}
