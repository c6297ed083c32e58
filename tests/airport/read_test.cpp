// SPDX-License-Identifier: BSL-1.0
#include <flightxref/airport/read.hpp>
#include <flightxref/core/error.hpp>

#include <doctest/doctest.h>

#include <cstdio>
#include <fstream>
#include <string>

using namespace flightxref;

namespace {

/// A file in the working directory that is gone after the test.
struct TemporaryFile {
    std::string path;
    TemporaryFile(std::string name, const std::string& text) : path(std::move(name)) { std::ofstream(path, std::ios::binary) << text; }
    ~TemporaryFile() { std::remove(path.c_str()); }
};

const std::string airport_header = "\"id\",\"ident\",\"type\",\"name\",\"latitude_deg\",\"longitude_deg\",\"elevation_ft\",\"iso_country\",\"iso_region\",\"municipality\",\"gps_code\",\"iata_code\"\n";
const std::string runway_header = "airport_ident,length_ft,width_ft,closed,le_ident,le_latitude_deg,le_longitude_deg,he_ident,he_latitude_deg,he_longitude_deg\n";

}  // namespace

TEST_CASE("the user's own OurAirports files extend the built-in table") {
    const TemporaryFile airports("read_test_airports.csv", airport_header +
        "1,\"XX-0001\",\"small_airport\",\"Lake \"\"Blue\"\", North\",52.5,13.5,120,\"DE\",\"DE-BE\",\"Sample\",,\n"
        "2,ZKPY,large_airport,Renamed,39.2241,125.67,117,KP,KP-01,Pyongyang,ZKPY,FNJ\n"
        "3,XX-0002,small_airport,Nowhere,99,13.5,,DE,,,,\n"
        "4,XX-0003,space_port,Odd,52,13,,DE,,,,\n"
        "5,XX-0004,small_airport,Short row\n"
        "6,ZKPY,large_airport,Again,39.2,125.6,117,KP,KP-01,Pyongyang,ZKPY,FNJ\n");
    const TemporaryFile runways("read_test_runways.csv", runway_header +
        "XX-0001,1000,60,0,09,52.5,13.49,27,52.5,13.51\n"
        "XX-0001,3000,60,1,01,52.5,13.49,19,52.5,13.51\n"
        "XX-0001,500,,0,18,200,13.5,36,52.5,13.5\n"
        "ELSEWHERE,500,,0,18,20,13.5,36,52.5,13.5\n");
    const auto batch = read_airports(airports.path, runways.path);
    CHECK(batch.size() == AirportTable::built_in().airports().size() + 1);
    REQUIRE(batch.issues.size() == 5);
    CHECK(batch.issues[0].code == IssueCode::bad_value);
    CHECK(batch.issues[2].code == IssueCode::bad_record);
    CHECK(batch.issues[3].code == IssueCode::duplicate);
    CHECK(batch.issues[4].source == runways.path);

    const AirportTable table = read_airport_table(airports.path, runways.path);
    const Airport* lake = table.find_code("XX-0001");
    REQUIRE(lake);
    CHECK(lake->name == "Lake \"Blue\", North");
    CHECK(lake->zone == "Europe/Berlin");
    REQUIRE(lake->runways.size() == 1);
    CHECK(lake->runways.front().name == "09/27");
    CHECK(table.find_code("ZKPY")->name == "Renamed");
    CHECK(table.find_code("EGLL"));

    const AirportTable own = read_airport_table(airports.path, "", {.extend_built_in = false});
    CHECK(own.airports().size() == 2);
    CHECK(own.find_code("EGLL") == nullptr);
}

TEST_CASE("a file that is missing, empty or something else is refused by name") {
    CHECK_THROWS_WITH_AS(read_airports("no_such_file.csv", ""), doctest::Contains("no_such_file.csv"), IoError);
    const TemporaryFile empty("read_test_empty.csv", "");
    CHECK_THROWS_AS(read_airports(empty.path, ""), FormatError);
    const TemporaryFile other("read_test_other.csv", "a,b,c\n1,2,3\n");
    CHECK_THROWS_WITH_AS(read_airports(other.path, ""), doctest::Contains("ident"), FormatError);
    const TemporaryFile open_quote("read_test_quote.csv", airport_header + "1,\"never closed");
    CHECK(read_airports(open_quote.path, "", {.extend_built_in = false}).issues.size() == 2);
}
