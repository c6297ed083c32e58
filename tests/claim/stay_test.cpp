// SPDX-License-Identifier: BSL-1.0
// Stays and the words that date, deny or offer them.
#include "claim/article.hpp"

#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

using namespace flightxref;

namespace {

Batch<Claim> read(std::string text) {
    return claims_of(std::move(text));
}

/// "visit planned - > Oslo": event, modality and ends of a claim.
std::string line(const Claim& c) {
    return std::string(to_string(c.event)) + " " + std::string(to_string(c.modality)) + " " + (c.origin ? c.origin->name : "-") + " > " + (c.destination ? c.destination->name : "-");
}

std::string who(const Claim& c) {
    std::string names;
    for (const Traveller& t : c.travellers) names += (names.empty() ? "" : ", ") + t.name;
    return names;
}

/// "2024-05-14T22:00:00Z/2024-05-15T21:59:59Z", in UTC.
std::string window(const Claim& c) {
    return c.time ? to_iso8601(earliest(c.time->window)) + "/" + to_iso8601(latest(c.time->window)) : "none";
}

}  // namespace

TEST_CASE("who ends a stay leaves the place of it") {
    const auto claims = read("Chancellor Anna Weber flew to Ankara on Tuesday. She is expected to wrap up her visit on Friday.");
    REQUIRE(claims.size() == 2);
    CHECK(line(claims[1]) == "depart expected Ankara > -");
    CHECK(claims[1].trigger == "wrap up");
    CHECK(who(claims[1]) == "Anna Weber");

    const auto to = read("King Harald cut short his three-day visit to Reykjavik on Monday.");
    REQUIRE(to.size() == 1);
    CHECK(line(to[0]) == "depart asserted Reykjavik > -");
    CHECK(to[0].trigger == "cut short");

    const auto short_behind = read("King Harald cut his trip to Reykjavik short on Monday.");
    REQUIRE(short_behind.size() == 1);
    CHECK(line(short_behind[0]) == "depart asserted Reykjavik > -");

    CHECK(read("The committee concluded its work on Monday.").empty());
}

TEST_CASE("an offer is taken by its taker; what dates the offer does not date the journey") {
    const auto taken = read("President Maia Sandu accepted an invitation from Anna Weber to visit Berlin during their summit in Malta last month.");
    REQUIRE(taken.size() == 1);
    CHECK(line(taken[0]) == "visit planned - > Berlin");
    CHECK(who(taken[0]) == "Maia Sandu");
    CHECK(window(taken[0]) == "none");
    CHECK(taken[0].quote == "President Maia Sandu accepted an invitation from Anna Weber to visit Berlin");

    const auto dated = read("President Maia Sandu accepted an invitation from Anna Weber to visit Berlin next month.");
    REQUIRE(dated.size() == 1);
    CHECK(window(dated[0]) == "2024-05-31T22:00:00Z/2024-06-30T21:59:59Z");
}

TEST_CASE("what does not appear to happen is negated; what appears to is possible") {
    const auto no = read("President Maia Sandu was to visit Berlin in June. But it does not appear that Sandu will visit next week.");
    REQUIRE(no.size() == 2);
    CHECK(line(no[1]) == "visit negated - > Berlin");

    const auto yes = read("It appears that the Il-76 left Minsk on Tuesday.");
    REQUIRE(yes.size() == 1);
    CHECK(yes[0].modality == Modality::possible);
}

TEST_CASE("after somebody: after that person has gone") {
    const auto claims = read("Chancellor Anna Weber flew to Ankara on Tuesday. She is expected to end her visit on Friday. President Maia Sandu will visit Ankara immediately after Weber.");
    REQUIRE(claims.size() == 3);
    CHECK(claims[2].time);
    CHECK(claims[2].time->text == "immediately after Weber");
    CHECK(claims[2].time->relative_to == claims[1].id);
    CHECK(earliest(claims[2].time->window) >= earliest(claims[1].time->window));
    CHECK(latest(claims[2].time->window) <= latest(claims[1].time->window) + hours(72));
}

TEST_CASE("a clause behind a temporal conjunction is a claim, dated back from what it dates") {
    const auto claims = read("Chancellor Anna Weber landed in Ankara at 9:30 a.m. on Tuesday. Weber's arrival in Ankara comes roughly a month after King Harald visited Norway for talks with Maia Sandu.");
    REQUIRE(claims.size() == 2);
    CHECK(line(claims[1]) == "visit asserted - > Norway");
    CHECK(who(claims[1]) == "Harald");
    CHECK(claims[1].time->relative_to == claims[0].id);
    CHECK(window(claims[1]) == "2024-03-29T23:00:00Z/2024-04-23T21:59:59Z");  // 45 to 21 days before
}

TEST_CASE("back from a stay: it was left while it lasted or the day after") {
    const auto claims = read("King Harald returned to Oslo after attending a fishing congress in Lisbon on Monday.");
    REQUIRE(claims.size() == 2);
    CHECK(line(claims[0]) == "return asserted Lisbon > Oslo");
    CHECK(line(claims[1]) == "visit asserted - > Lisbon");
    CHECK(claims[0].time->relative_to == claims[1].id);
    CHECK(claims[0].time->text == "after attending a fishing congress in Lisbon on Monday");
    CHECK(window(claims[0]) == "2024-05-12T23:00:00Z/2024-05-14T22:59:59Z");
}

TEST_CASE("those who speak for countries are travellers under that name") {
    const auto claims = read("The foreign minister announced that representatives of the two countries will convene in Ankara in June.");
    REQUIRE(claims.size() == 1);
    CHECK(line(claims[0]) == "visit planned - > Ankara");
    CHECK(who(claims[0]) == "representatives of the two countries");
    CHECK(claims[0].quote == "representatives of the two countries will convene in Ankara in June");
}

TEST_CASE("a craft named twice between commas is one; a meeting is no movement") {
    const auto plane = read("A second Kazakh government plane, a Tupolev Tu-154M with the tail number UP-T5401, touched down in Oslo on Monday night.");
    REQUIRE(plane.size() == 1);
    REQUIRE(plane[0].aircraft);
    CHECK(plane[0].aircraft->registration == "UP-T5401");
    CHECK(plane[0].aircraft->type_icao == "T154");
    const auto list = read("A Kazakh plane, a Tu-154 and two helicopters landed in Oslo on Monday.");
    REQUIRE_FALSE(list.empty());
    CHECK((!list[0].aircraft || list[0].aircraft->type_icao.empty()));
    CHECK(read("Chancellor Anna Weber sat down with King Harald in the Turkish capital on Monday.").empty());
}
