// SPDX-License-Identifier: BSL-1.0
#include "track/support.hpp"

#include <flightxref/core/error.hpp>
#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

using namespace flightxref;

namespace {

/// A trace of 2024-03-05 (midnight UTC is 1709596800) with these points.
std::string trace(std::string_view points, std::string_view header = R"("icao":"157717","r":"RA-96023","t":"IL96","ownOp":"Special Flight Detachment","dbFlags":1)") {
    return "{" + std::string(header) + R"(,"timestamp": 1709596800.000,"trace":[)" + std::string(points) + "]}";
}

constexpr const char* one_point = R"([36000.25,39.219999,125.673000,12025,231.4,180.5,4,-1088,{"type":"adsb_icao","flight":"RSD123  ","squawk":"0420","nic":8,"nac_p":10},"adsb_icao",12350,-1024,230,0.4])";

}  // namespace

TEST_CASE("a trace point gives a fix with every field in its unit") {
    const auto batch = read_text(trace(one_point));
    REQUIRE(batch.size() == 1);
    CHECK(batch.issues.empty());
    const Track& track = batch[0];
    CHECK(track.aircraft.icao24 == Icao24("157717"));
    CHECK(track.aircraft.registration == Registration("RA-96023"));
    CHECK(track.aircraft.type == Typecode("IL96"));
    CHECK(track.aircraft.operator_name == "Special Flight Detachment");
    CHECK(track.aircraft.military);
    CHECK_FALSE(track.aircraft.privacy_address);
    REQUIRE(track.fixes.size() == 1);
    const StateVector& fix = track.fixes[0];
    CHECK(to_iso8601(fix.time) == "2024-03-05T10:00:00.25Z");
    CHECK(fix.position.latitude() == doctest::Approx(39.219999));
    CHECK(fix.position.longitude() == doctest::Approx(125.673));
    CHECK(*fix.baro_altitude_ft == 12025);
    CHECK(*fix.geom_altitude_ft == 12350);
    CHECK(*fix.ground_speed_kt == doctest::Approx(231.4));
    CHECK(*fix.track_deg == doctest::Approx(180.5));
    CHECK(*fix.vertical_rate_fpm == -1088);
    CHECK(*fix.squawk == 420);
    CHECK(fix.on_ground == OnGround::no);
    CHECK(fix.source == PositionSource::adsb);
    CHECK(fix.integrity.nic == 8);
    CHECK(fix.integrity.nac_p == 10);
    CHECK(track.callsign_of(fix) == "RSD123");
    REQUIRE(batch.inputs.size() == 1);
    CHECK(batch.inputs[0]->format == "readsb_trace");
    CHECK(batch.inputs[0]->positions == 1);
    CHECK(batch.inputs[0]->sha256.size() == 64);
}

TEST_CASE("ground, null altitude, geometric altitude and zero are four different things") {
    const auto batch = read_text(trace("[1,1,1,\"ground\",0,90,0,null,null,\"adsb_icao\",null,null,null,null],"
                                       "[2,1,1.001,null,null,null,0,null,null,\"adsb_icao\",null,null,null,null],"
                                       "[3,1,1.002,350,60,90,8,null,null,\"adsb_icao\",null,null,null,null],"
                                       "[4,1,1.003,0,60,90,0,0,null,\"mlat\",null,null,null,null]"));
    const auto& fixes = batch[0].fixes;
    REQUIRE(fixes.size() == 4);
    CHECK(fixes[0].on_ground == OnGround::yes);
    CHECK_FALSE(fixes[0].baro_altitude_ft);
    CHECK(*fixes[0].ground_speed_kt == 0);
    CHECK(fixes[1].on_ground == OnGround::unknown);
    CHECK_FALSE(fixes[1].ground_speed_kt);
    CHECK(fixes[2].on_ground == OnGround::no);
    CHECK_FALSE(fixes[2].baro_altitude_ft);
    CHECK(*fixes[2].geom_altitude_ft == 350);
    CHECK(*fixes[3].baro_altitude_ft == 0);
    CHECK(*fixes[3].vertical_rate_fpm == 0);
    CHECK(fixes[3].source == PositionSource::mlat);
}

TEST_CASE("the nine columns of files before 2022 take their source from the detail object") {
    const auto batch = read_text(trace(R"([1,1,1,1000,100,90,0,0,{"type":"tisb_icao","flight":"ABC1    "}],[9,1,1.01,1000,100,90,0,0,null])"));
    REQUIRE(batch[0].fixes.size() == 2);
    CHECK(batch[0].fixes[1].source == PositionSource::tisb);
    CHECK(batch[0].callsign_of(batch[0].fixes[1]) == "ABC1");
}

TEST_CASE("members may come in any order, and a made-up address stays apart") {
    const auto batch = read_text(R"({"trace":[[5,10,20,1000,100,90,0,0,null,"tisb_other",null,null,null,null]],"timestamp":1709596800,"noRegData":true,"icao":"~2b0001","x":{"y":[1,{"z":"]"}]}})");
    REQUIRE(batch.size() == 1);
    CHECK(batch[0].aircraft.non_icao_address);
    CHECK(batch[0].fixes[0].source == PositionSource::tisb);
}

TEST_CASE("ghosts of an earlier day are set aside, points out of order are sorted") {
    const auto batch = read_text(trace("[-40000.5,1,1,1000,100,90,0,0,null],[10,1,1,1000,100,90,0,0,null],[30,1,1.02,1000,100,90,0,0,null],[20,1,1.01,1000,100,90,0,0,null]"));
    REQUIRE(batch[0].fixes.size() == 3);
    CHECK(batch[0].fixes[1].record == 3);
    CHECK(batch[0].fixes[1].time < batch[0].fixes[2].time);
    CHECK(count_issues(batch, IssueCode::rejected_position, "ghost") == 1);
    CHECK(count_issues(batch, IssueCode::bad_time, "goes back") == 1);
}

TEST_CASE("hostile values cost their record or field, are told with their place, and never more than a few times") {
    std::string points = "[1,1,1,1000,100,90,0,0,null]";
    for (int i = 0; i < 50; ++i) points += ",[2,91,1,1000,100,90,0,0,null]";
    points += R"(,["x",1,1],[3,NaN,1,1000],[4,1,Infinity,1000],[],7,{"a":1},[5,1,1.01,"air",1e300,true,0,{},[1]],[1e12,1,1,0,0,0,0,0,null],[6,1,1.02,999999,-5,90,0,99999999999999999999,null])";
    const auto batch = read_text(trace(points));
    const auto& fixes = batch[0].fixes;
    REQUIRE(fixes.size() == 3);
    CHECK_FALSE(fixes[1].ground_speed_kt);
    CHECK_FALSE(fixes[2].baro_altitude_ft);
    CHECK_FALSE(fixes[2].vertical_rate_fpm);
    CHECK(count_issues(batch, IssueCode::bad_value, "globe") == 4);
    CHECK(count_issues(batch, IssueCode::bad_value, "47 more") == 1);
    CHECK(count_issues(batch, IssueCode::bad_record) == 2);
    for (const auto& issue : batch.issues) CHECK(issue.offset.has_value());
}

TEST_CASE("a file cut anywhere keeps what is there") {
    const std::string whole = trace(std::string(one_point) + ",[36010,39.2,125.67,12000,231.4,180.5,4,-1088,null,\"adsb_icao\",null,null,null,null]");
    const std::size_t first_end = whole.find("],[") + 1;
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        if (size < first_end) {
            CHECK_THROWS_AS(read_text(whole.substr(0, size)), FormatError);
        } else {
            const auto batch = read_text(whole.substr(0, size));
            CHECK(batch[0].fixes.size() >= 1);
            CHECK(count_issues(batch, IssueCode::truncated) == 1);
        }
    }
    const auto batch = read_text(whole.substr(0, first_end + 20));
    CHECK(batch[0].fixes.size() == 1);
    CHECK(count_issues(batch, IssueCode::truncated, "middle") == 1);
}

TEST_CASE("what follows the positions is read, and what stops there or is left over is told with its place") {
    const std::string whole = trace(one_point);
    const auto more = read_text(whole.substr(0, whole.size() - 1) + ",\"r\":\"RA-96012\"}\n");
    CHECK(more.issues.empty());
    CHECK(more[0].aircraft.registration == Registration("RA-96012"));
    for (const std::string& cut : {whole.substr(0, whole.size() - 1), whole.substr(0, whole.size() - 1) + ",\"noRegData\":tr"}) {
        const auto batch = read_text(cut);
        CHECK(batch[0].fixes.size() == 1);
        REQUIRE(batch.issues.size() == 1);
        CHECK(batch.issues[0].code == IssueCode::truncated);
        CHECK(batch.issues[0].offset.value_or(0) >= whole.size() - 1);
    }
    const auto two = read_text(whole + "\n" + whole);
    CHECK(two[0].fixes.size() == 1);
    CHECK(count_issues(two, IssueCode::bad_record, "more follows") == 1);
    CHECK(two.issues[0].offset == whole.size() + 1);
    std::string holed = trace(std::string(one_point) + ",[36010,39.2,125.67,12000,231.4,180.5,4,-1088,null,\"adsb_icao\",null,null,null,null]");
    const std::size_t hole = holed.find("36010");
    holed[hole] = '\0';
    const auto batch = read_text(holed);
    CHECK(batch[0].fixes.size() == 1);
    CHECK(count_issues(batch, IssueCode::truncated, "not JSON from here on") == 1);
}

TEST_CASE("blanks between the values change nothing, whatever the values are") {
    const std::vector<std::string> values = {"null", "\"ground\"", "\"mlat\"", "\"adsb_icao\"", "\"a]b,{\"", R"("q\"x")", "0", "-0", "1e3", "-1088", "12025", "231.4", "180.5", "-39.219999", "125.673001", "1.2.3", ".5", "5.", "1e400",
                                             "123456789012345678", "99999999999999999999", "nul", "true", "[1,[2]]", "{}", R"({"type":"mlat","flight":"AB1 ","nic":8,"nac_p":9,"alt_geom":1200,"squawk":"0420","category":"A3","x":{"nic":1},"y":["nic",2]})",
                                             R"({"a\"":1,"squawk" :"7700","rc":"nic","nic":-1,"nav_modes":["alt_geom"]})", R"({"category":"C2"})"};
    std::mt19937 random(1);
    std::size_t read = 0;
    for (int i = 0; i < 400; ++i) {
        std::string tight, loose;
        const std::size_t points = 1 + random() % 6;
        for (std::size_t n = 0; n < points; ++n) {
            tight += n ? ",[" : "[";
            loose += n ? " ,\n[ " : "[\t";
            const std::size_t members = 3 + random() % 13;
            for (std::size_t m = 0; m < members; ++m) {
                static const std::vector<std::string> usual = {"1", "39.2", "125.67", "12000", "231.4", "180.5", "4", "-1088", "null", "\"adsb_icao\"", "12350", "-1024", "230", "0.4", "1", "2", "3"};
                const std::string value = m == 0 ? std::to_string(10 * n) : random() % 5 == 0 && (m > 2 || random() % 8 == 0) ? values[random() % values.size()] : usual[m];
                tight += (m ? "," : "") + value;
                loose += (m ? " , " : "") + value;
            }
            tight += "]";
            loose += "\r\n]";
        }
        CAPTURE(tight);
        const auto outcome = [](const std::string& text) {
            std::string all;
            try {
                const auto batch = read_text(trace(text));
                for (const auto& track : batch) {
                    all += fmt::format("{}{}\n", track.aircraft.icao24->to_string(), track.aircraft.ground_vehicle);
                    for (const auto& fix : track.fixes)
                        all += fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {} {} {}\n", to_iso8601(fix.time), fix.position.latitude(), fix.position.longitude(), fix.baro_altitude_ft.value_or(-9), fix.geom_altitude_ft.value_or(-9),
                                           fix.ground_speed_kt.value_or(-9), fix.track_deg.value_or(-9), fix.vertical_rate_fpm.value_or(-9), fix.squawk.value_or(9), fix.record, track.callsign_of(fix), static_cast<int>(fix.on_ground),
                                           static_cast<int>(fix.source), fix.integrity.nic, fix.integrity.nac_p);
                }
                for (const auto& issue : batch.issues) all += issue.detail + "\n";
            } catch (const FormatError& error) {
                all += "no track";
            }
            return all;
        };
        const std::string expected = outcome(loose);
        REQUIRE(outcome(tight) == expected);
        read += expected.find('T') != std::string::npos;
    }
    CHECK(read > 300);
}

TEST_CASE("deep nesting is walked over, not climbed") {
    const auto batch = read_text(trace("[1,1,1,1000,100,90,0,0," + std::string(200000, '[') + std::string(200000, ']') + "],[9,1,1,1000,100,90,0,0,null]"));
    CHECK(batch[0].fixes.size() == 2);
}
