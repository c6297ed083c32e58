// SPDX-License-Identifier: BSL-1.0
// Which place and which aircraft an event belongs to.
#include "claim/article.hpp"

#include <doctest/doctest.h>

using namespace flightxref;

namespace {

Claim only_claim(std::string text) {
    const auto claims = claims_of(std::move(text), CivilDate(2024, 6, 11), "");
    REQUIRE(claims.size() == 1);
    return claims.items.front();
}

std::string goal(const Claim& c) { return c.destination ? c.destination->name : "-"; }

}  // namespace

TEST_CASE("a diverted aircraft came down where it landed, not where it was bound") {
    for (const char* text : {"The Finnair A320, on the way to Bangkok, made an unscheduled landing in Tbilisi at 14:10 on Tuesday.",
                             "Flight LH760 to Delhi was forced to land in Tbilisi on Monday night.", "Bound for Colombo, the Airbus A330 diverted and landed in Tbilisi on Tuesday.",
                             "EY407 diverted to Tbilisi on its way to Colombo on Sunday."}) {
        CAPTURE(text);
        CHECK(only_claim(text).event == ClaimEvent::divert);
        CHECK(goal(only_claim(text)) == "Tbilisi");
    }
}

TEST_CASE("a departure has its goal from the course taken behind it") {
    for (const char* text : {"N77XJ lifted off from Teterboro at 9:15 a.m. on Monday and turned toward Dakar.", "HB-JWK took off from Geneva on Monday, pointed for Dakar.",
                             "The jet, D-AIMA, left Munich on Monday and set course for Dakar.", "D-AIMA left Munich on Monday and steered for Dakar."}) {
        CAPTURE(text);
        CHECK(only_claim(text).event == ClaimEvent::depart);
        CHECK(goal(only_claim(text)) == "Dakar");
    }
}

TEST_CASE("a serial number before what it is") {
    CHECK(only_claim("07-7134, a Boeing C-17, arrived in Amman on Friday.").aircraft.value().registration == "07-7134");
    CHECK(only_claim("A 747-400 registered 4K-SW9 left Baku on Friday.").aircraft.value().registration == "4K-SW9");
}

TEST_CASE("an ocean is no aircraft") {
    CHECK(only_claim("D-AIMA reversed course over the Atlantic on Monday.").aircraft.value().type_icao.empty());
}

TEST_CASE("the words of a claim stand against the rest of the text") {
    Document document;
    document.id = "test";
    document.text = "The Airbus A321, EW-282PA, left Minsk on Monday. On Tuesday the Boeing 737, EW-282PA, landed in Sochi.";
    document.published = CivilDate(2024, 6, 11);
    const auto claims = extract_claims(document);
    REQUIRE(claims.size() == 2);
    CHECK(claims[0].aircraft.value().type_text == "Airbus A321");
    CHECK(claims[1].aircraft.value().type_text == "Boeing 737");
}

TEST_CASE("on the ground by then is an arrival, on the ground on a day is a stay") {
    CHECK(only_claim("RA-96023 was on the ground in Dubai by noon on Tuesday.").event == ClaimEvent::arrive);
    CHECK(only_claim("RA-96023 was on the ground in Dubai on Tuesday.").event == ClaimEvent::on_ground);
}

TEST_CASE("the clock of an entry dates what it tells without a verb") {
    const Claim c = only_claim("10:05 GMT - On the ground in Doha.");
    REQUIRE(c.time.has_value());
    CHECK(c.time->text == "10:05 GMT");
    CHECK(only_claim("13:40 GMT - Airborne again, next stop Kuwait City.").event == ClaimEvent::depart);
}

TEST_CASE("questions put by others, conditions and whole services tell of no journey") {
    for (const char* text : {"\"Should I fly to Lisbon or take the train?\" asks our reader from Leeds.", "If confirmed, the ambassador would travel to Canberra in the autumn.",
                             "All flights between Tel Aviv and Istanbul have been cancelled until Sunday."}) {
        CAPTURE(text);
        Document document;
        document.id = "test";
        document.text = text;
        document.published = CivilDate(2024, 6, 11);
        CHECK(extract_claims(document).empty());
    }
}
