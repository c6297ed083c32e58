// SPDX-License-Identifier: BSL-1.0
#include "match/story.hpp"

#include <doctest/doctest.h>

using namespace story;

namespace {

const Aircraft il96 = aircraft("RA-96023", "IL96", "157717");

FlightBatch two_legs() {
    return batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"},
                              {"UHWW", "UHHH", at("2023-10-18T12:00Z"), at("2023-10-18T13:05Z"), "RSD124"}})});
}

Says first_leg() { return Says(ClaimEvent::arrive).id("c1").tail("RA-96023").who("Lavrov").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z"); }
Says second_leg() { return Says(ClaimEvent::arrive).id("c2").who("Lavrov").from(city("Vladivostok", "RU")).to(city("Khabarovsk", "RU")).when("2023-10-18T13:00Z", "2023-10-18T13:15Z"); }

}  // namespace

TEST_CASE("a leg without an aircraft takes over that of the leg it joins, when the same traveller is on both") {
    const auto findings = check_all({first_leg(), second_leg()}, two_legs());
    CHECK(findings[0].verdict == Verdict::supported);
    CHECK(findings[1].verdict == Verdict::supported);
    CHECK(findings[1].probability < findings[0].probability);
    CHECK(findings[1].reason.find("one of claim c1") != std::string::npos);
}

TEST_CASE("what is borrowed never refutes: the traveller may have changed planes") {
    const Claim elsewhere = Says(ClaimEvent::arrive).id("c2").who("Lavrov").from(city("Vladivostok", "RU")).to(city("Pyongyang", "KP")).when("2023-10-18T13:00Z", "2023-10-18T13:15Z");
    CHECK(check_all({first_leg(), elsewhere}, two_legs())[1].verdict == Verdict::not_enough_info);
}

TEST_CASE("another traveller, or another document, borrows nothing") {
    CHECK(check_all({first_leg(), Says(second_leg()).who("Choe")}, two_legs())[1].verdict == Verdict::supported);  // Lavrov is on it as well
    Claim stranger = second_leg();
    stranger.travellers = {{"Choe", false, "", Aboard::asserted}};
    CHECK(check_all({first_leg(), stranger}, two_legs())[1].verdict == Verdict::not_enough_info);
    Claim other_text = second_leg();
    other_text.document = "d2";
    CHECK(check_all({first_leg(), other_text}, two_legs())[1].verdict == Verdict::not_enough_info);
}

TEST_CASE("a chain of three: the aircraft told with the second leg serves the first and the third") {
    const auto flights = batch({tell(il96, {{"UUWW", "ZBAA", at("2023-10-17T22:00Z"), at("2023-10-18T05:30Z"), "RSD122"}, {"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"},
                                            {"UHWW", "UHHH", at("2023-10-18T12:00Z"), at("2023-10-18T13:05Z"), "RSD124"}})});
    const Claim before = Says(ClaimEvent::arrive).id("c0").who("Lavrov").from(city("Moscow", "RU")).to(city("Beijing", "CN")).when("2023-10-18T05:20Z", "2023-10-18T05:40Z");
    const Claim with_tail = Says(first_leg()).from(city("Beijing", "CN"));
    const auto findings = check_all({before, with_tail, second_leg()}, flights);
    for (const Finding& f : findings) CHECK(f.verdict == Verdict::supported);
}

TEST_CASE("a refuted leg lends nothing") {
    const Claim wrong = Says(first_leg()).to(city("Pyongyang", "KP"));
    const Claim next = Says(ClaimEvent::depart).id("c2").who("Lavrov").from(city("Pyongyang", "KP")).when("2023-10-18T12:00Z", "2023-10-18T12:15Z");
    const auto findings = check_all({wrong, next}, two_legs());
    CHECK(findings[0].verdict == Verdict::refuted);
    CHECK(findings[1].verdict == Verdict::not_enough_info);
}

TEST_CASE("one refuted leg does not drag the next") {
    const Claim wrong = Says(ClaimEvent::arrive).id("c1").tail("RA-96023").to(city("Pyongyang", "KP")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z");
    const Claim right = Says(ClaimEvent::arrive).id("c2").tail("RA-96023").to(city("Khabarovsk", "RU")).when("2023-10-18T13:00Z", "2023-10-18T13:15Z");
    const auto findings = check_all({wrong, right}, two_legs());
    CHECK(findings[0].verdict == Verdict::refuted);
    CHECK(findings[1].verdict == Verdict::supported);
}
