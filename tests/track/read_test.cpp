// SPDX-License-Identifier: BSL-1.0
#include "track/support.hpp"

#include <flightxref/aircraft/registry.hpp>
#include <flightxref/core/error.hpp>
#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

using namespace flightxref;

namespace {

std::string day_file(std::string_view icao, long midnight, std::string_view points) {
    return R"({"icao":")" + std::string(icao) + R"(","timestamp":)" + std::to_string(midnight) + R"(,"trace":[)" + std::string(points) + "]}";
}

constexpr long march_5 = 1709596800, march_6 = march_5 + 86400;

}  // namespace

TEST_CASE("a tree of day files gives one track per aircraft, joined over midnight") {
    const TemporaryFolder folder;
    folder.write("2024/03/06/traces/17/trace_full_157717.json", gzip(day_file("157717", march_6, R"([5,40.02,125,30000,400,0,0,0,{"flight":"RSD1"}],[15,40.04,125,30000,400,0,0,0,null])")));
    folder.write("2024/03/05/traces/17/trace_full_157717.json", gzip(day_file("157717", march_5, R"([86390,40,125,30000,400,0,0,0,{"flight":"RSD1"}])")));
    folder.write("2024/03/05/traces/aa/trace_full_~157717.json", day_file("~157717", march_5, "[1,10,10,1000,90,0,0,0,null]"));
    folder.write("2024/03/05/readme.txt", "notes about the download\n");
    const auto batch = read_tracks(folder.path());
    REQUIRE(batch.size() == 2);
    const Track& track = batch[0];
    CHECK_FALSE(track.aircraft.non_icao_address);
    REQUIRE(track.fixes.size() == 3);
    CHECK(to_iso8601(track.fixes[0].time) == "2024-03-05T23:59:50Z");
    CHECK(track.fixes[0].callsign == track.fixes[2].callsign);
    CHECK(track.inputs[track.fixes[0].input]->path.find("03/05") != std::string::npos);
    CHECK(track.inputs[track.fixes[2].input]->path.find("03/06") != std::string::npos);
    CHECK(batch[1].aircraft.non_icao_address);
    CHECK(batch.inputs.size() == 3);
    CHECK(count_issues(batch, IssueCode::unknown_format, "readme.txt") == 1);
}

TEST_CASE("the same positions from two files count once") {
    const TemporaryFolder folder;
    const auto full = folder.write("full", day_file("157717", march_5, "[10,40,125,30000,400,0,0,0,null],[20,40.02,125,30000,400,0,0,0,null],[20.1,40.02,125,30000,400,0,0,0,null]"));
    const auto recent = folder.write("recent", day_file("157717", march_5, R"([20.4,40.02004,125,30000,400,0,0,0,{"flight":"RSD1"}],[30,40.04,125,30000,400,0,0,0,null])"));
    const auto batch = read_tracks({full, recent});
    REQUIRE(batch.size() == 1);
    REQUIRE(batch[0].fixes.size() == 3);
    CHECK(batch[0].callsign_of(batch[0].fixes[1]) == "RSD1");
    CHECK(count_issues(batch, IssueCode::duplicate) == 1);
}

TEST_CASE("what is no track is refused with its name") {
    const TemporaryFolder folder;
    CHECK_THROWS_AS(read_tracks(folder.path("missing")), IoError);
    CHECK_THROWS_AS(read_tracks(folder.path()), FormatError);
    CHECK_THROWS_WITH_AS(read_text(""), doctest::Contains("empty"), FormatError);
    CHECK_THROWS_WITH_AS(read_text("The minister arrived on Wednesday."), doctest::Contains("not a flight track"), FormatError);
    CHECK_THROWS_AS(read_text("{\"a\": 1}"), FormatError);
    CHECK_THROWS_AS(read_text(std::string(100, '\0')), FormatError);
    folder.write("a/picture.jpg", "\xff\xd8\xff\xe0");
    CHECK_THROWS_AS(read_tracks(folder.path()), FormatError);
}

TEST_CASE("gzip: several members, cut, damaged, and a bomb") {
    const std::string text = day_file("157717", march_5, "[10,40,125,30000,400,0,0,0,null],[20,40.02,125,30000,400,0,0,0,null]");
    SUBCASE("members follow each other") { CHECK(read_text(gzip(text.substr(0, 60)) + gzip(text.substr(60)))[0].fixes.size() == 2); }
    SUBCASE("zero bytes after it are padding") { CHECK(read_text(gzip(text) + std::string(512, '\0')).issues.empty()); }
    SUBCASE("a cut one keeps what came before") {
        std::string points;
        for (int i = 0; i < 3000; ++i) points += (i ? ",[" : "[") + std::to_string(i * 10) + ".37," + std::to_string(40 + i * 0.0003731) + ",125,30000,400,0,0,0,null]";
        const std::string packed = gzip(day_file("157717", march_5, points));
        const auto batch = read_text(packed.substr(0, packed.size() / 2));
        CHECK(batch[0].fixes.size() > 1000);
        CHECK(batch[0].fixes.size() < 2000);
        CHECK(count_issues(batch, IssueCode::truncated, "compressed") == 1);
        CHECK_THROWS_AS(read_text(packed.substr(0, 15)), FormatError);
    }
    SUBCASE("a wrong checksum is told") {
        std::string packed = gzip(text);
        packed[packed.size() - 8] = static_cast<char>(packed[packed.size() - 8] ^ 1);
        const auto batch = read_text(packed);
        CHECK(batch[0].fixes.size() == 2);
        CHECK(count_issues(batch, IssueCode::bad_record, "checksum") == 1);
    }
    SUBCASE("a bomb is not set off") {
        const std::string member = gzip(std::string(8u << 20, ' '));
        std::string bomb;
        for (int i = 0; i < 1300; ++i) bomb += member;  // 10 MB that would become 10 GB
        CHECK(bomb.size() > 10'000'000);
        CHECK_THROWS_WITH_AS(read_text(bomb), doctest::Contains("no file of positions or aircraft does"), FormatError);
    }
}

TEST_CASE("zstd: a bomb is not set off") {
    const std::string frame = zstd(std::string(8u << 20, ' '));
    std::string bomb;
    for (int i = 0; i < 1300; ++i) bomb += frame;
    CHECK_THROWS_WITH_AS(read_text(bomb), doctest::Contains("no file of positions or aircraft does"), FormatError);
}

TEST_CASE("an archive's member larger than any track is passed over, and told") {
    const std::string track = day_file("157717", march_5, "[10,40,125,30000,400,0,0,0,null]");
    std::string archive = tar_member("a.json", track) + tar_member("huge", "");
    archive.replace(archive.rfind("huge") + 124, 11, "77777777777");  // 8 GB, says its header
    archive += track;
    const auto batch = read_text(archive);
    REQUIRE(batch.size() == 1);
    CHECK(batch[0].fixes.size() == 1);
    CHECK(!batch.issues.empty());
}

TEST_CASE("an address that was given to another airframe meanwhile: what the files say apart is told as a conflict") {
    const TemporaryFolder folder;
    const auto with = [](std::string text, std::string_view registration) { return text.insert(1, "\"r\":\"" + std::string(registration) + "\","); };
    folder.write("2024/03/05/trace_full_3c6449.json", with(day_file("3c6449", march_5, "[10,50,8,30000,400,0,0,0,null]"), "D-AIBI"));
    folder.write("2024/03/06/trace_full_3c6449.json", with(day_file("3c6449", march_6, "[10,51,8,30000,400,0,0,0,null]"), "D-AXYZ"));
    const auto batch = read_tracks(folder.path());
    REQUIRE(batch.size() == 1);
    CHECK(batch[0].fixes.size() == 2);
    CHECK(count_issues(batch, IssueCode::conflict, "registration is D-AXYZ here and D-AIBI in") == 1);
}

TEST_CASE("an address that is no airframe's stays apart from it in every format that knows of such, and gets no registration") {
    const TemporaryFolder folder;
    folder.write("trace", day_file("~3c6449", march_5, "[10,50,8,1500,216,0,0,0,null]"));
    folder.write("aircraft.json", R"({"now":1709596820,"aircraft":[{"hex":"~3c6449","type":"tisb_other","lat":50.01,"lon":8,"seen_pos":0}]})");
    folder.write("sbs", "MSG,3,1,1,~3C6449,1,2024/03/05,00:00:30.000,2024/03/05,00:00:30.000,,1500,,,50.02,8,,,0,0,0,0\n");
    folder.write("real", day_file("3c6449", march_5, "[10,51,8,30000,400,0,0,0,null]"));
    const auto batch = read_tracks(folder.path());
    REQUIRE(batch.size() == 2);
    const Track& made_up = batch[0].aircraft.non_icao_address ? batch[0] : batch[1];
    const Track& real = batch[0].aircraft.non_icao_address ? batch[1] : batch[0];
    CHECK(made_up.fixes.size() == 3);
    CHECK_FALSE(made_up.aircraft.registration);
    CHECK_FALSE(real.aircraft.non_icao_address);
    CHECK(real.fixes.size() == 1);
    // Gliders that FLARM alone hears are shown under addresses made up for them.
    const auto glider = read_text(R"([{"fr24_id":"abc","hex":"DD1234","reg":"D-1234","lat":50,"lon":8.5,"alt":2500,"gspeed":60,"timestamp":"2024-03-05T12:00:00Z","source":"FLARM"}])");
    CHECK(glider[0].aircraft.non_icao_address);
    CHECK(glider[0].fixes[0].source == PositionSource::flarm);
    // A temporary privacy address is flagged by whoever hands it out.
    const auto pia = read_text(R"({"now":1709596820,"aircraft":[{"hex":"adf123","dbFlags":4,"flight":"DCM1234","lat":40,"lon":-90,"seen_pos":0}]})");
    CHECK(pia[0].aircraft.privacy_address);
    CHECK_FALSE(pia[0].aircraft.registration);
}

TEST_CASE("address and registration complete each other where a state's rule leaves no doubt") {
    const TemporaryFolder folder;
    const auto heard = folder.write("trace.json", day_file("157717", march_5, "[10,40,125,30000,400,0,0,0,null],[20,40.02,125,30000,400,0,0,0,null]"));
    const auto bought = folder.write("aeroapi.json", R"({"flights":[{"ident":"RSD1","fa_flight_id":"RSD1-1","registration":"RA-96023","aircraft_type":"IL96","origin":{"code":"UUDD"},"destination":{"code":"ZKPY"}}]})");
    const auto batch = read_tracks({heard, bought});
    REQUIRE(batch.size() == 1);
    CHECK(batch[0].aircraft.registration == Registration("RA-96023"));
    CHECK(batch[0].aircraft.type == Typecode("IL96"));
    CHECK(batch[0].stated_legs.size() == 1);
    CHECK(read_tracks(heard)[0].aircraft.registration == Registration("RA-96023"));
    const auto private_address = folder.write("pia.json", R"({"icao":"a00001","dbFlags":4,"timestamp":1709596800,"trace":[[10,40,-90,30000,400,0,0,0,null]]})");
    CHECK_FALSE(read_tracks(private_address)[0].aircraft.registration);
}

TEST_CASE("tracks given to a visitor are whole, each once and in order, whatever the files are called") {
    const TemporaryFolder folder;
    // Day files of two aircraft under names that tell nothing or lie, and a table that holds both.
    folder.write("a", gzip(day_file("157717", march_6, "[5,40.02,125,30000,400,0,0,0,null]")));
    folder.write("trace_full_3c6449.json", day_file("157717", march_5, "[86390,40,125,30000,400,0,0,0,null]"));
    folder.write("trace_full_157717.json", day_file("3c6449", march_5, "[10,50,8,30000,400,0,0,0,null]"));
    folder.write("z.csv", "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,lastposupdate,lastcontact,hour\n"
                          "1709596825,3c6449,50.01,8,200,90,0,DLH7LY,False,False,False,1000,9000,9100,1709596825,1709596825,1709596800\n"
                          "1709596830,0d0001,20,-99,200,90,0,XAABC,False,False,False,1000,9000,9100,1709596830,1709596830,1709596800\n");
    ReadTracksOptions options;
    for (const unsigned threads : {1u, 2u}) {
        options.threads = threads;
        std::vector<Track> tracks;
        const auto rest = read_tracks({folder.path()}, [&](Track&& track) { tracks.push_back(std::move(track)); }, options);
        CHECK(rest.items.empty());
        CHECK(rest.inputs.size() == 4);
        REQUIRE(tracks.size() == 3);
        CHECK(tracks[0].aircraft.icao24->to_string() == "0d0001");
        CHECK(tracks[1].aircraft.icao24->to_string() == "157717");
        CHECK(tracks[1].fixes.size() == 2);
        CHECK(tracks[2].aircraft.icao24->to_string() == "3c6449");
        REQUIRE(tracks[2].fixes.size() == 2);
        CHECK(tracks[2].inputs.size() == 2);
        CHECK(tracks[2].fixes.capacity() <= 3);
    }
    CHECK_THROWS_AS(read_tracks({folder.path()}, [](Track&&) { throw std::runtime_error("enough"); }, options), std::runtime_error);
}

TEST_CASE("gzip: a long file of parked positions is no bomb") {
    std::string points;
    for (int i = 0; i < 20000; ++i) points += (i ? "," : "") + std::string("[") + std::to_string(4 * i) + R"(,40.1,125.2,"ground",0,0,0,null,null,"adsb_icao",null,null,null,null])";
    const std::string packed = gzip(day_file("157717", march_5, points));
    CHECK(packed.size() * 10 < points.size());
    CHECK(read_text(packed)[0].fixes.size() > 0);
}

TEST_CASE("an aircraft database fills in what the tracks do not say, and nothing else") {
    const TemporaryFolder folder;
    const auto database = folder.write("aircraft.csv", gzip("3c6449;D-AIBI;A319;00;AIRBUS A-319;;Example Air;\n3c6450;D-AIBJ;A319;00;;;;\n"));
    folder.write("tracks/a", day_file("3c6449", march_5, "[10,50,8,30000,400,0,0,0,null]"));
    folder.write("tracks/b", day_file("~3c6450", march_5, "[10,50,8,30000,400,0,0,0,null]"));
    const auto reading = read_aircraft_registry(database);
    ReadTracksOptions options;
    CHECK_FALSE(read_tracks(folder.path("tracks"), options)[0].aircraft.type);
    options.aircraft = &reading.registry;
    const auto batch = read_tracks(folder.path("tracks"), options);
    REQUIRE(batch.size() == 2);
    for (const Track& track : batch.items) {
        CHECK(track.aircraft.registration == (track.aircraft.non_icao_address ? Registration() : Registration("D-AIBI")));
        CHECK(track.aircraft.type == (track.aircraft.non_icao_address ? Typecode() : Typecode("A319")));
    }
}
