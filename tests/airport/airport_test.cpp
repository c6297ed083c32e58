// SPDX-License-Identifier: BSL-1.0
#include <flightxref/airport/airport.hpp>
#include <flightxref/geo/geodesy.hpp>
#include <flightxref/time/zone.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

using namespace flightxref;

namespace {

const AirportTable& table() { return AirportTable::built_in(); }
Position at(double latitude, double longitude) { return *Position::from_degrees(latitude, longitude); }

Airport field(std::string code, double latitude, double longitude) {
    Airport airport;
    airport.code = std::move(code);
    airport.position = at(latitude, longitude);
    return airport;
}

std::vector<std::string> codes(const std::vector<NearAirport>& near) {
    std::vector<std::string> list;
    for (const NearAirport& n : near) list.push_back(n.airport->code);
    return list;
}

}  // namespace

TEST_CASE("the built-in table knows the airports of state visits, spotters and desert festivals") {
    for (const char* code : {"ZKPY", "ZKWS", "UUWW", "UHWW", "ZBAA", "RKSI", "UHMA", "RCSS", "LTBA", "LTFM", "EHLE", "88NV"}) {
        CAPTURE(code);
        const Airport* airport = table().find_code(code);
        REQUIRE(airport);
        CHECK(airport->code == code);
        CHECK(airport->elevation_ft.has_value());
        CHECK(!airport->city.empty());
    }
    const Airport& sunan = *table().find_code("zkpy");
    CHECK(sunan.iata == "FNJ");
    CHECK(sunan.country == "KP");
    CHECK(sunan.zone == "Asia/Pyongyang");
    CHECK(sunan.size == AirportSize::large);
    REQUIRE(!sunan.runways.empty());
    CHECK(sunan.runways.front().name == "17/35");
    CHECK(heading_difference_deg(bearing_deg(sunan.runways.front().low_end, sunan.runways.front().high_end), 163) < 5);
}

TEST_CASE("every row is whole: unique code, country, a zone the tz database knows, runways as long as their ends are apart") {
    std::set<std::string> seen, zones;
    std::size_t well_known = 0;
    for (const Airport& airport : table().airports()) {
        CAPTURE(airport.code);
        CHECK(seen.insert(airport.code).second);
        CHECK(airport.country.size() == 2);
        CHECK(!airport.name.empty());
        zones.insert(airport.zone);
        well_known += airport.size == AirportSize::large || airport.size == AirportSize::medium;
        for (const Runway& runway : airport.runways) CHECK(std::abs(distance_km(runway.low_end, runway.high_end) * 1000 - runway.length_m) < 1000);
        CHECK(std::ranges::is_sorted(airport.runways, std::ranges::greater{}, &Runway::length_m));
    }
    CHECK(table().airports().size() > 30'000);
    CHECK(well_known > 5'000);
    for (const std::string& zone : zones) {
        CAPTURE(zone);
        CHECK(Zone::find(zone).has_value());
    }
}

TEST_CASE("an IATA code is read as it was used on the day") {
    CHECK(table().find_iata("IST", CivilDate(2019, 4, 5))->code == "LTBA");
    CHECK(table().find_iata("IST", CivilDate(2019, 4, 6))->code == "LTFM");
    CHECK(table().find_iata("ISL", CivilDate(2019, 3, 1))->code == "LTFM");
    CHECK(table().find_iata("isl", CivilDate(2023, 3, 1))->code == "LTBA");
    CHECK(table().find_iata("DOH", CivilDate(2013, 1, 1))->code == "OTBD");
    CHECK(table().find_iata("DOH", CivilDate(2023, 1, 1))->code == "OTHH");
    CHECK(table().find_iata("TXL", CivilDate(2020, 11, 8))->code == "EDDT");
    CHECK(table().find_iata("TXL", CivilDate(2021, 1, 1)) == nullptr);
    CHECK(table().find_iata("SXF", CivilDate(2019, 1, 1))->code == "EDDB");
    CHECK(table().find_iata("BER", CivilDate(2024, 1, 1))->code == "EDDB");
    CHECK(table().find_iata("TSE", CivilDate(2019, 1, 1)) == table().find_iata("NQZ", CivilDate(2023, 1, 1)));
    CHECK(table().find_iata("FNJ", CivilDate(2023, 10, 18))->code == "ZKPY");
    CHECK(table().find_iata("QQQ", CivilDate(2023, 1, 1)) == nullptr);
    CHECK(table().find_iata("", CivilDate(2023, 1, 1)) == nullptr);
    CHECK(table().find_iata("a string that is far too long to be a code", CivilDate(2023, 1, 1)) == nullptr);
}

TEST_CASE("replaced ICAO codes still find their airport") {
    CHECK(table().find_code("HSSS")->code == "HSSK");
    CHECK(table().find_code("URFF")->code == "UKFF");
    CHECK(table().find_code("QQQQ") == nullptr);
    CHECK(table().find_code("") == nullptr);
}

TEST_CASE("near Berlin in 2015 an aircraft could land at Tegel, in 2021 it could not, and Tempelhof was closed in both") {
    const Position mitte = at(52.52, 13.40);
    const auto in_2015 = codes(table().near(mitte, 25, CivilDate(2015, 6, 1)));
    const auto in_2021 = codes(table().near(mitte, 25, CivilDate(2021, 6, 1)));
    CHECK(std::ranges::count(in_2015, "EDDT") == 1);
    CHECK(std::ranges::count(in_2021, "EDDT") == 0);
    CHECK(std::ranges::count(in_2015, "EDDI") == 0);
    CHECK(std::ranges::count(in_2021, "EDDB") == 1);
    CHECK(std::ranges::count(codes(table().near(mitte, 25)), "EDDI") == 1);
}

TEST_CASE("near() sees across the date line and over the poles") {
    const AirportTable own({field("WEST", 65.0, -179.9), field("EAST", 65.0, 179.9), field("POLE", 89.9, 10.0), field("OVER", 89.5, -170.0), field("SOUTH", -90.0, 0.0),
                            field("LINE", 0.0, 180.0), field("HOME", 0.0, 0.0)});
    CHECK(codes(own.near(at(65.0, 179.95), 20)) == std::vector<std::string>{"EAST", "WEST"});
    CHECK(codes(own.near(at(65.0, -179.95), 20)) == std::vector<std::string>{"WEST", "EAST"});
    CHECK(codes(own.near(at(89.9, 170.0), 80)) == std::vector<std::string>{"POLE", "OVER"});
    CHECK(codes(own.near(at(90.0, 0.0), 60)) == std::vector<std::string>{"POLE", "OVER"});
    CHECK(codes(own.near(at(-89.9, 120.0), 20)) == std::vector<std::string>{"SOUTH"});
    CHECK(codes(own.near(at(0.0, -180.0), 1)) == std::vector<std::string>{"LINE"});
    CHECK(own.near(at(0.0, 0.0), 30'000).size() == 7);
    CHECK(own.near(at(10.0, 0.0), 100).empty());
    CHECK(own.near(at(0.0, 0.0), -1).empty());
    CHECK(own.near(at(0.0, 0.0), std::nan("")).empty());
}

TEST_CASE("near() finds what a look at every airport finds") {
    std::uint32_t state = 12345;
    const auto random = [&](double low, double high) {
        state = state * 1664525u + 1013904223u;
        return low + (high - low) * (state >> 8) / double(1u << 24);
    };
    for (int i = 0; i < 40; ++i) {
        const Position point = at(i % 5 ? random(-60, 75) : random(-90, 90), random(-180, 180));
        const double radius = random(1, i % 4 ? 150 : 1500);
        CAPTURE(point.latitude());
        CAPTURE(point.longitude());
        CAPTURE(radius);
        const auto expected = std::ranges::count_if(table().airports(), [&](const Airport& a) { return distance_km(point, a.position) <= radius; });
        const auto found = table().near(point, radius);
        CHECK(static_cast<std::ptrdiff_t>(found.size()) == expected);
        CHECK(std::ranges::is_sorted(found, {}, &NearAirport::distance_km));
    }
}

TEST_CASE("a city is found in any case and with or without diacritics, with all the airports newsrooms mean by it") {
    const auto all = [](std::string_view city, std::string_view country) {
        std::vector<std::string> list;
        for (const Airport* a : table().serving(city, country)) list.push_back(a->code);
        return list;
    };
    const auto london = all("LONDON", "GB");
    for (const char* code : {"EGLL", "EGKK", "EGSS", "EGGW", "EGLC"}) CHECK(std::ranges::count(london, code) == 1);
    const auto moscow = all("Moscow", "RU");
    for (const char* code : {"UUWW", "UUEE", "UUDD", "UUBW"}) CHECK(std::ranges::count(moscow, code) == 1);
    CHECK(all("São Paulo", "BR") == all("sao paulo", "BR"));
    CHECK(all("Pyongyang", "KP").front() == "ZKPY");
    CHECK(all("Pyongyang", "KR").empty());
    CHECK(all("", "KR").empty());
}
