// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/operators.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace flightxref;

namespace {
std::string icao_of(const Operator* op) { return op == nullptr ? "none" : std::string(op->icao); }
}  // namespace

TEST_CASE("operators by any of their names") {
    CHECK(icao_of(find_operator("Air Koryo")) == "KOR");
    CHECK(icao_of(find_operator("Korean Air Lines")) == "KAL");
    CHECK(icao_of(find_operator("Asiana")) == "AAR");
    CHECK(icao_of(find_operator("the U.S. Air Force")) == "RCH");
    CHECK(icao_of(find_operator("Russia\xE2\x80\x99s Special Flight Squadron")) == "RSD");
    CHECK(icao_of(find_operator("Aerolineas Argentinas")) == "ARG");
    CHECK(icao_of(find_operator("Aerol\xC3\xADneas Argentinas")) == "ARG");
    CHECK(icao_of(find_operator("Belavia Airlines")) == "BRU");
    CHECK(icao_of(find_operator("flydubai")) == "FDB");
    CHECK(find_operator("Royal Air Force")->kind == OperatorKind::military);
    CHECK(find_operator("Royal Air Force")->country == "GB");
    CHECK(find_operator("a man from Omsk") == nullptr);
    CHECK(find_operator("") == nullptr);
}

TEST_CASE("operators in running text") {
    const std::string text = "An Ilyushin of Air Koryo, not the U.S. Air Force, landed; flydubai and SAS did not. Swiss cheese, sas.";
    const auto at = [&](std::string_view word) { return find_operator_at(text, text.find(word)); };
    REQUIRE(at("Air Koryo"));
    CHECK(at("Air Koryo")->length == 9);
    REQUIRE(at("U.S. Air"));
    CHECK(at("U.S. Air")->length == std::string("U.S. Air Force").size());
    CHECK(at("flydubai"));
    CHECK(at("SAS"));
    CHECK_FALSE(at("sas."));
    REQUIRE(at("Swiss"));
    CHECK(at("Swiss")->needs_context);
    CHECK_FALSE(at("Ilyushin"));
}

TEST_CASE("designators of ICAO and IATA") {
    CHECK(find_operator_by_icao("afl")->name == "Aeroflot");
    CHECK(find_operator_by_icao("ZZZ") == nullptr);
    REQUIRE(find_operators_by_iata("JS").size() == 1);
    CHECK(find_operators_by_iata("JS").front()->icao == "KOR");
    CHECK(find_operators_by_iata("LH").size() == 2);  // passengers and cargo share it
}

TEST_CASE("a flight number and the callsigns it may send") {
    const auto callsigns = callsigns_of_flight_number("KE 001");
    REQUIRE(callsigns.size() == 3);
    CHECK(callsigns[0].text() == "KAL001");
    CHECK(callsigns[2].text() == "KAL1");
    CHECK(callsigns_of_flight_number("SU257").front().text() == "AFL257");
    CHECK(callsigns_of_flight_number("J2-8717").front().text() == "AHY8717");
    CHECK(callsigns_of_flight_number("Air Koryo flight JS151").front().text() == "KOR151");
    CHECK(callsigns_of_flight_number("Etihad 243").front().text() == "ETD243");
    CHECK(callsigns_of_flight_number("AFL257").front().text() == "AFL257");
    CHECK(callsigns_of_flight_number("a flight at 7").empty());
    CHECK(parse_flight_number("Lufthansa LH400")->op->icao == "DLH");
    CHECK(parse_flight_number("Air Koryo flight 151")->number == "151");
    CHECK_FALSE(parse_flight_number("resolution"));
}

TEST_CASE("who flies under a callsign") {
    CHECK(icao_of(operator_of_callsign("RSD123")) == "RSD");
    CHECK(icao_of(operator_of_callsign("RCH358")) == "RCH");
    CHECK(icao_of(operator_of_callsign("Reach 538")) == "RCH");
    CHECK(icao_of(operator_of_callsign("FORTE10")) == "RCH");
    CHECK(icao_of(operator_of_callsign("SAM910")) == "SAM");
    CHECK(icao_of(operator_of_callsign("Special Air Mission 28000")) == "SAM");
    CHECK(icao_of(operator_of_callsign("GAF904")) == "GAF");
    CHECK(icao_of(operator_of_callsign("KRF01R")) == "RRR");
    CHECK(operator_of_callsign("N628TS") == nullptr);
    CHECK(operator_of_callsign("RA96023") == nullptr);
    CHECK(operator_of_callsign("") == nullptr);
}

TEST_CASE("the same flight, printed and sent") {
    CHECK(is_same_flight(Callsign("RCH358"), "RCH 358"));
    CHECK(is_same_flight(Callsign("RCH358"), "Reach 358"));
    CHECK(is_same_flight(Callsign("SAM28000"), "Special Air Mission 28000"));
    CHECK(is_same_flight(Callsign("KAL1"), "KE 001"));
    CHECK(is_same_flight(Callsign("KOR151 "), "JS151"));
    CHECK_FALSE(is_same_flight(Callsign("RCH359"), "Reach 358"));
    CHECK_FALSE(is_same_flight(Callsign("AFL257"), "KE257"));
    CHECK_FALSE(is_same_flight(Callsign(""), ""));
}
