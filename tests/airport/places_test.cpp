// SPDX-License-Identifier: BSL-1.0
#include <flightxref/airport/places.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace flightxref;

namespace {

Place city(std::string name, std::string country) { return {name, PlaceKind::city, name, "", name, std::move(country)}; }
Place country(std::string name, std::string iso) { return {name, PlaceKind::country, name, "", "", std::move(iso)}; }
Place region(std::string name, std::string iso = "") { return {name, PlaceKind::region, name, "", "", std::move(iso)}; }
const Airport& airport(std::string_view code) { return *AirportTable::built_in().find_code(code); }

bool has(const std::vector<const Airport*>& list, std::string_view code) { return std::ranges::find(list, code, [](const Airport* a) { return std::string_view(a->code); }) != list.end(); }

}  // namespace

TEST_CASE("a jet that landed at Gimpo, Incheon or the air base in Seongnam is in Seoul; one in Busan is not") {
    for (const char* code : {"RKSI", "RKSS", "RKSM"}) CHECK(containment(city("Seoul", "KR"), airport(code)) == Containment::yes);
    CHECK(containment(city("Seoul", "KR"), airport("RKSO")) != Containment::yes);
    CHECK(containment(city("Seoul", "KR"), airport("RKPK")) == Containment::no);
    CHECK(containment(city("Washington", "US"), airport("KADW")) == Containment::yes);
    CHECK(containment(city("Moscow", "RU"), airport("UUWW")) == Containment::yes);
    CHECK(containment(city("Moscow", "RU"), airport("ULLI")) == Containment::no);
}

TEST_CASE("an airport named is that airport alone") {
    const Place vnukovo{"Vnukovo", PlaceKind::airport, "Vnukovo International Airport", "UUWW", "Moscow", "RU"};
    CHECK(containment(vnukovo, airport("UUWW")) == Containment::yes);
    CHECK(containment(vnukovo, airport("UUEE")) == Containment::no);
    REQUIRE(airports_of(vnukovo).size() == 1);
    CHECK(airports_of(vnukovo).front()->code == "UUWW");
}

TEST_CASE("a country holds its airports, and its territories with less certainty") {
    CHECK(containment(country("North Korea", "KP"), airport("ZKPY")) == Containment::yes);
    CHECK(containment(country("United States", "US"), airport("PGUA")) == Containment::likely);
    CHECK(containment(country("China", "CN"), airport("VHHH")) == Containment::likely);
    CHECK(containment(country("China", "CN"), airport("RCTP")) == Containment::no);
    CHECK(airports_of(country("North Korea", "KP")).front()->code == "ZKPY");
}

TEST_CASE("a region is known by its state codes, or roughly by its shape") {
    CHECK(containment(region("Alaska", "US"), airport("PANC")) == Containment::yes);
    CHECK(containment(region("Alaska", "US"), airport("KSEA")) == Containment::no);
    CHECK(containment(region("Crimea", "UA"), airport("UKFF")) == Containment::yes);
    CHECK(containment(region("Russian Far East", "RU"), airport("UHWW")) == Containment::yes);
    CHECK(containment(region("Russian Far East", "RU"), airport("UUWW")) == Containment::no);
    CHECK(containment(region("Middle East"), airport("OTHH")) == Containment::likely);
    CHECK(containment(region("Middle East"), airport("EGLL")) == Containment::no);
    CHECK(containment(region("a region nobody knows"), airport("EGLL")) == Containment::no);
}

TEST_CASE("closed airports are no longer of their city") {
    CHECK(has(airports_of(city("Berlin", "DE"), CivilDate(2019, 5, 1)), "EDDT"));
    CHECK_FALSE(has(airports_of(city("Berlin", "DE"), CivilDate(2023, 5, 1)), "EDDT"));
    CHECK(airports_of(city("Istanbul", "TR"), CivilDate(2015, 5, 1)).front()->code != "LTFM");
}

TEST_CASE("the distance to a place is 0 inside and grows outside") {
    const Position over_yongin = *Position::from_degrees(37.3, 127.2), sea_of_japan = *Position::from_degrees(39.5, 133.0), beijing = *Position::from_degrees(39.9, 116.4);
    CHECK(*distance_km(city("Seoul", "KR"), over_yongin) < 30);
    CHECK(*distance_km(city("Seoul", "KR"), beijing) > 850);
    CHECK(*distance_km(country("South Korea", "KR"), over_yongin) == 0);
    CHECK(*distance_km(country("South Korea", "KR"), sea_of_japan) > 100);
    CHECK(*distance_km(country("South Korea", "KR"), beijing) > 700);
    CHECK(*distance_km(region("Sea of Japan"), sea_of_japan) == 0);
    CHECK(*distance_km(region("Bering Sea"), *Position::from_degrees(58, 179.5)) == 0);
    CHECK(*distance_km(region("Bering Sea"), *Position::from_degrees(58, -179.5)) == 0);
    CHECK_FALSE(distance_km(region("a region nobody knows"), beijing));
    CHECK_FALSE(distance_km(Place{}, beijing));
}
