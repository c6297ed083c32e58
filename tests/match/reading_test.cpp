// SPDX-License-Identifier: BSL-1.0
// What refutes is what the sentence itself says, in any way it may be meant: words carried over from other sentences and
// clocks read in a guessed zone may bear a claim out, but never alone refute it.
#include "match/story.hpp"

#include <doctest/doctest.h>

using namespace story;

namespace {

const Aircraft il96 = aircraft("RA-96023", "IL96", "157717");

/// Beijing to Vladivostok, landing at 09:04 UTC, which is 19:04 there; on to Khabarovsk, and back the next day.
FlightBatch two_legs() {
    return batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"},
                              {"UHWW", "UHHH", at("2023-10-18T12:00Z"), at("2023-10-18T13:05Z"), "RSD124"},
                              {"UHHH", "UHWW", at("2023-10-19T01:00Z"), at("2023-10-19T02:05Z"), "RSD125"}})});
}

Says landed() { return Says(ClaimEvent::arrive).tail("RA-96023").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z"); }

}  // namespace

TEST_CASE("an origin from an earlier sentence does not refute the landing that this one tells") {
    const Says claim = Says(landed()).from(city("Moscow", "RU"));
    CHECK(check(Says(claim).quote("RA-96023 flew from Moscow, landing in Vladivostok shortly after seven"), two_legs()).verdict == Verdict::refuted);
    CHECK(check(Says(claim).quote("RA-96023 landed in Vladivostok shortly after seven"), two_legs()).verdict == Verdict::supported);
}

TEST_CASE("a plain reference keeps the aircraft told before, and can be refuted with it") {
    CHECK(check(Says(landed()).quote("It landed in Vladivostok shortly after seven"), two_legs()).verdict == Verdict::supported);
    CHECK(check(Says(landed()).to(city("Pyongyang", "KP")).quote("It landed in Pyongyang shortly after six"), two_legs()).verdict == Verdict::refuted);
}

TEST_CASE("a type from another sentence does not refute: the callsign told here decides") {
    const Says claim = Says(landed()).tail("").callsign("RSD123").type("Boeing 737-800", "B738");
    CHECK(check(Says(claim).quote("flight RSD123 landed in Vladivostok"), two_legs()).verdict == Verdict::supported);
    CHECK(check(Says(claim).quote("flight RSD123, a Boeing 737-800, landed in Vladivostok"), two_legs()).verdict == Verdict::refuted);
}

TEST_CASE("\"the same plane\", to which the text gave a tail and a type that do not go together, is nobody's flight") {
    const Finding f = check(Says(landed()).type("Antonov An-148", "A148").quote("The same plane landed in Vladivostok"), two_legs());
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(f.reason.find("a type elsewhere that it is not of") != std::string::npos);
}

TEST_CASE("\"a Boeing 737\" opens a new aircraft: the tail of the one told before gives no alibi") {
    const Says claim = Says(landed()).to(city("Pyongyang", "KP")).type("Boeing 737", "");
    CHECK(check(Says(claim).quote("a Boeing 737 landed in Pyongyang"), two_legs()).verdict == Verdict::not_enough_info);
    CHECK(check(Says(claim).type("Il-96", "IL96").quote("the Il-96 landed in Pyongyang"), two_legs()).verdict == Verdict::refuted);
}

TEST_CASE("a clock without a zone, read in another one than the place keeps, refutes nothing it would not refute there") {
    // "At 7:04 p.m." taken for UTC, because the paragraph told another clock so.
    const Says claim = Says(landed()).when("2023-10-18T19:00Z", "2023-10-18T19:08Z", "at 7:04 p.m.").quote("RA-96023 landed in Vladivostok at 7:04 p.m.");
    const Finding f = check(Says(claim).read(), two_legs());
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(f.reason.find("another clock") != std::string::npos);
    SUBCASE("given by somebody who knows, it is taken as it is") { CHECK(check(claim, two_legs()).verdict == Verdict::refuted); }
    SUBCASE("wrong on every clock it is refuted") {
        CHECK(check(Says(claim).read().when("2023-10-18T20:00Z", "2023-10-18T20:08Z", "at 8:04 p.m."), two_legs()).verdict == Verdict::refuted);
    }
    SUBCASE("a stated zone is no guess") {
        CHECK(check(Says(claim).read().when("2023-10-18T19:00Z", "2023-10-18T19:08Z", "at 7:04 p.m. UTC").quote("RA-96023 landed in Vladivostok at 7:04 p.m. UTC"), two_legs()).verdict == Verdict::refuted);
    }
}

TEST_CASE("a clock that may be of either half of the day") {
    const Says claim = Says(landed()).when("2023-10-17T21:00Z", "2023-10-17T21:08Z", "at 7:04").zone("Asia/Vladivostok").read().quote("RA-96023 landed in Vladivostok at 7:04");
    CHECK(check(claim, batch({tell(il96, {{"UUWW", "EDDF", at("2023-10-17T17:00Z"), at("2023-10-17T20:10Z"), "RSD120"}, {"EDDF", "LFPG", at("2023-10-17T21:30Z"), at("2023-10-17T22:30Z"), "RSD121"}, {"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"}})})).verdict == Verdict::not_enough_info);
}

TEST_CASE("a time that the sentence tells and nobody could put on the calendar is not passed over") {
    const Says undated = Says(ClaimEvent::arrive).tail("RA-96023").to(city("Vladivostok", "RU")).read();
    CHECK(check(Says(undated).quote("RA-96023 landed in Vladivostok"), two_legs()).verdict == Verdict::supported);
    CHECK(check(Says(undated).quote("RA-96023 landed in Vladivostok about eight hours later"), two_legs()).verdict == Verdict::not_enough_info);
}

TEST_CASE("nobody flies from a place to itself: one place was read twice") {
    const Says left = Says(ClaimEvent::depart).tail("RA-96023").from(airport_place("UHWW")).when("2023-10-18T11:55Z", "2023-10-18T12:05Z").quote("RA-96023 left Vladivostok International Airport in Vladivostok");
    CHECK(check(Says(left).to(city("Vladivostok", "RU")), two_legs()).verdict == Verdict::supported);
    CHECK(check(Says(left).to(city("Khabarovsk", "RU")), two_legs()).verdict == Verdict::supported);
}

TEST_CASE("a time reckoned from a claim that is refuted refutes nothing itself") {
    const Claim first = Says(ClaimEvent::arrive).id("c1").tail("RA-96023").to(city("Vladivostok", "RU")).when("2023-10-18T14:00Z", "2023-10-18T14:10Z");
    const Says second = Says(ClaimEvent::depart).id("c2").tail("RA-96023").from(city("Vladivostok", "RU")).when("2023-10-18T16:50Z", "2023-10-18T17:10Z", "three hours later");
    const auto findings = check_all({first, Says(second).reckoned_from("c1"), Says(second).id("c3")}, two_legs());
    CHECK(findings[0].verdict == Verdict::refuted);
    CHECK(findings[1].verdict == Verdict::not_enough_info);
    CHECK(findings[1].reason.find("reckoned from claim c1") != std::string::npos);
    CHECK(findings[2].verdict == Verdict::refuted);
}

TEST_CASE("what is told without a time had happened when it was printed, and not years before") {
    const Says undated = Says(ClaimEvent::arrive).tail("RA-96023").to(city("Vladivostok", "RU"));
    CHECK(check(Says(undated).published("2023-10-19T12:00Z"), two_legs()).verdict == Verdict::supported);
    CHECK(check(Says(undated).published("2023-10-17T12:00Z"), two_legs()).verdict == Verdict::not_enough_info);
    CHECK(check(Says(undated).published("2025-01-02T12:00Z"), two_legs()).verdict == Verdict::not_enough_info);
    CHECK(check(Says(undated).published("2023-10-17T12:00Z").modality(Modality::expected), two_legs()).verdict == Verdict::supported);
}
