// SPDX-License-Identifier: BSL-1.0
#include "match/story.hpp"

#include <doctest/doctest.h>

using namespace story;

namespace {

const Aircraft il96 = aircraft("RA-96023", "IL96", "157717", "Rossiya Special Flight Detachment");

/// Beijing to Vladivostok and on to Khabarovsk on 18 October, all seen.
FlightBatch eastern_day() {
    return batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"},
                              {"UHWW", "UHHH", at("2023-10-18T12:00Z"), at("2023-10-18T13:05Z"), "RSD124"}})});
}

Says landed_in_vladivostok() { return Says(ClaimEvent::arrive).tail("RA-96023").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z"); }

}  // namespace

TEST_CASE("a landing that was seen where and when the article says it was supports it") {
    const Finding f = check(landed_in_vladivostok().from(city("Beijing", "CN")).type("Ilyushin Il-96", "IL96"), eastern_day());
    CHECK(f.verdict == Verdict::supported);
    CHECK(f.probability > 0.95);
    REQUIRE(f.flight);
    CHECK(f.flight->arrival.airport == "UHWW");
    CHECK(f.reason.find("Vladivostok International Airport (UHWW)") != std::string::npos);
    CHECK(f.reason.find("09:04 UTC") != std::string::npos);
    REQUIRE(f.evidence.size() == 1);
    CHECK(f.evidence[0].path == "told/RA-96023.json");
    CHECK(f.evidence[0].last > f.evidence[0].first);
    for (const Agreement& a : f.agreements) CHECK(a.result == Agreement::Result::agrees);
}

TEST_CASE("a hyphen or its absence does not make another aircraft") {
    CHECK(check(landed_in_vladivostok().tail("RA96023"), eastern_day()).verdict == Verdict::supported);
}

TEST_CASE("the aircraft was seen landing somewhere else: refuted") {
    const Finding f = check(Says(ClaimEvent::arrive).tail("RA-96023").to(city("Pyongyang", "KP")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z"), eastern_day());
    CHECK(f.verdict == Verdict::refuted);
    CHECK(f.probability < 0.05);
    CHECK(f.reason.find("Vladivostok") != std::string::npos);
    CHECK(!f.evidence.empty());
}

TEST_CASE("right place, wrong hour: refuted when the aircraft was elsewhere at that hour") {
    CHECK(check(Says(ClaimEvent::arrive).tail("RA-96023").to(city("Khabarovsk", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z"), eastern_day()).verdict == Verdict::refuted);
    CHECK(check(Says(ClaimEvent::depart).tail("RA-96023").from(city("Beijing", "CN")).when("2023-10-18T10:00Z", "2023-10-18T10:10Z"), eastern_day()).verdict == Verdict::refuted);
}

TEST_CASE("half an hour off is neither a yes nor a no") {
    const Finding f = check(Says(ClaimEvent::arrive).tail("RA-96023").to(city("Vladivostok", "RU")).when("2023-10-18T09:30Z", "2023-10-18T09:31Z"), eastern_day());
    CHECK(f.verdict != Verdict::supported);
}

TEST_CASE("an aircraft that is nowhere in the tracks is neither here nor there") {
    const Finding f = check(landed_in_vladivostok().tail("RA-64521"), eastern_day());
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(f.reason.find("does not appear") != std::string::npos);
}

TEST_CASE("a tail number one character off is offered as a reason, never as support") {
    const Finding f = check(landed_in_vladivostok().tail("RA-96028"), eastern_day());
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(f.reason.find("RA-96023, one character off") != std::string::npos);
}

TEST_CASE("silence refutes nothing: a day in which it was not heard") {
    const Finding f = check(Says(ClaimEvent::arrive).tail("RA-96023").to(city("Moscow", "RU")).when("2023-10-20T09:00Z", "2023-10-20T09:15Z"),
                            batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"},
                                               {"UUWW", "EDDF", at("2023-10-22T07:00Z"), at("2023-10-22T10:04Z"), "RSD125"}})}));
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(f.probability > 0.1);
    CHECK(f.probability < 0.9);
}

TEST_CASE("a silence long enough for the flight to have happened in it refutes nothing") {
    const auto flights = batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T02:00Z"), at("2023-10-18T04:04Z"), "RSD123", true, false},
                                            {"UHWW", "UHHH", at("2023-10-18T14:00Z"), at("2023-10-18T15:05Z"), "RSD124", false, true}})});
    CHECK(check(Says(ClaimEvent::arrive).tail("RA-96023").to(city("Pyongyang", "KP")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z"), flights).verdict == Verdict::not_enough_info);
}

TEST_CASE("a denial is judged as stated") {
    SUBCASE("the flight happened: the denial is refuted") {
        const Finding f = check(landed_in_vladivostok().modality(Modality::denied), eastern_day());
        CHECK(f.verdict == Verdict::refuted);
        CHECK(f.probability < 0.05);
    }
    SUBCASE("the aircraft was elsewhere: the denial is supported") {
        const Claim never = Says(ClaimEvent::arrive).tail("RA-96023").to(city("Pyongyang", "KP")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z").modality(Modality::negated);
        const Finding f = check(never, eastern_day());
        CHECK(f.verdict == Verdict::supported);
        CHECK(f.reason.find("bears the denial out") != std::string::npos);
    }
    SUBCASE("a cancellation is a denial") { CHECK(check(landed_in_vladivostok().modality(Modality::cancelled), eastern_day()).verdict == Verdict::refuted); }
}

TEST_CASE("a plan is judged by what happened, in the past of the data only") {
    CHECK(check(landed_in_vladivostok().modality(Modality::planned), eastern_day()).verdict == Verdict::supported);
    const Finding f = check(Says(ClaimEvent::arrive).tail("RA-96023").to(city("Moscow", "RU")).when("2023-10-21T00:00Z", "2023-10-21T23:59Z").modality(Modality::expected), eastern_day());
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(f.reason.find("has not come") != std::string::npos);
}

TEST_CASE("what was planned, expected or thought possible, and did not happen by the time told, is refuted like any claim") {
    const Says elsewhere = Says(ClaimEvent::arrive).tail("RA-96023").to(city("Pyongyang", "KP")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z");
    for (const Modality modality : {Modality::planned, Modality::expected, Modality::possible, Modality::reported}) {
        CAPTURE(to_string(modality));
        CHECK(check(Says(elsewhere).modality(modality), eastern_day()).verdict == Verdict::refuted);
        CHECK(check(landed_in_vladivostok().modality(modality), eastern_day()).verdict == Verdict::supported);
    }
}

TEST_CASE("a cancellation is borne out by an aircraft that was elsewhere") {
    CHECK(check(Says(ClaimEvent::arrive).tail("RA-96023").to(city("Pyongyang", "KP")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z").modality(Modality::cancelled), eastern_day()).verdict == Verdict::supported);
}

TEST_CASE("silence bears no denial out either") {
    CHECK(check(landed_in_vladivostok().tail("RA-64521").modality(Modality::denied), eastern_day()).verdict == Verdict::not_enough_info);
    CHECK(check(Says(ClaimEvent::arrive).tail("RA-96023").to(city("Moscow", "RU")).when("2023-10-21T00:00Z", "2023-10-21T23:59Z").modality(Modality::cancelled), eastern_day()).verdict == Verdict::not_enough_info);
}

TEST_CASE("margins are said in words, and reasons are sentences") {
    const Finding f = check(landed_in_vladivostok(), eastern_day());
    CHECK(f.reason.find("The text says \"then\" (2023-10-18 09:00 UTC to 2023-10-18 09:15 UTC): agrees, 4 minutes inside the window told.") != std::string::npos);
    const auto lost = batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123", true, false}})});
    for (const Finding& each : check_all({landed_in_vladivostok(), landed_in_vladivostok().tail("RA-1"), landed_in_vladivostok().type("Antonov An-148", "A148"), Says(landed_in_vladivostok()).tail("").flight_number("SU 1")}, lost)) {
        CAPTURE(each.reason);
        REQUIRE(!each.reason.empty());
        CHECK(!(each.reason.front() >= 'a' && each.reason.front() <= 'z'));
        CHECK(each.reason.back() == '.');
    }
}

TEST_CASE("tracks of another year neither bear out nor refute") {
    for (const char* day : {"2019-10-18", "2031-10-18"}) {
        const std::string date(day);
        const Finding f = check(Says(landed_in_vladivostok()).when(date + "T09:00Z", date + "T09:15Z"), eastern_day());
        CHECK(f.verdict == Verdict::not_enough_info);
        CHECK(f.probability == doctest::Approx(0.5));
    }
}

TEST_CASE("tracks without a fix and flights without a track are no trouble") {
    FlightBatch empty;
    empty.tracks.push_back(std::make_shared<Track>());
    empty.tracks.push_back(nullptr);
    CHECK(check(landed_in_vladivostok(), empty).verdict == Verdict::not_enough_info);
    FlightBatch by_hand = eastern_day();
    by_hand.tracks.clear();
    for (Flight& flight : by_hand.items) flight.track.reset(), flight.first_fix = flight.end_fix = 0;
    const Finding f = check(landed_in_vladivostok(), by_hand);
    CHECK(f.verdict == Verdict::supported);
    CHECK(f.evidence.empty());
}

TEST_CASE("a train leaves no flight track") {
    const Finding f = check(landed_in_vladivostok().mode(TravelMode::rail), eastern_day());
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(f.reason.find("rail") != std::string::npos);
}

TEST_CASE("the right tail and the wrong type: refuted, and the reason says which type it is") {
    const Finding f = check(landed_in_vladivostok().type("Antonov An-148", "A148"), eastern_day());
    CHECK(f.verdict == Verdict::refuted);
    CHECK(f.reason.find("Il-96") != std::string::npos);
}

TEST_CASE("a callsign is judged by whoever used it") {
    CHECK(check(Says(ClaimEvent::arrive).callsign("RSD123").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z"), eastern_day()).verdict == Verdict::supported);
    CHECK(check(Says(ClaimEvent::arrive).callsign("RSD123").to(city("Pyongyang", "KP")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z"), eastern_day()).verdict == Verdict::refuted);
    CHECK(check(Says(ClaimEvent::arrive).callsign("RSD999").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z"), eastern_day()).verdict == Verdict::not_enough_info);
}

TEST_CASE("a callsign gives no alibi while somebody flew just so without telling his") {
    const Claim claim = Says(ClaimEvent::arrive).callsign("RSD123").to(city("Khabarovsk", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z");
    CHECK(check(claim, eastern_day()).verdict == Verdict::refuted);
    const auto flights = batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"}, {"UHWW", "ZBAA", at("2023-10-18T12:00Z"), at("2023-10-18T14:05Z"), "RSD124"}}),
                                tell(aircraft("EI-KAA", "A320", "4ca001"), {{"ZBAA", "UHHH", at("2023-10-18T06:00Z"), at("2023-10-18T09:05Z"), ""}})});
    const Finding f = check(claim, flights);
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(f.reason.find("without telling its callsign") != std::string::npos);
}

TEST_CASE("a kind of aircraft: a flight that fits supports, none that fits refutes nothing") {
    CHECK(check(Says(ClaimEvent::arrive).type("Ilyushin Il-96", "IL96").to(city("Vladivostok", "RU")).when("2023-10-18T00:00Z", "2023-10-18T23:59Z"), eastern_day()).verdict == Verdict::supported);
    CHECK(check(Says(ClaimEvent::arrive).type("Ilyushin Il-62M", "IL62").to(city("Vladivostok", "RU")).when("2023-10-18T00:00Z", "2023-10-18T23:59Z"), eastern_day()).verdict == Verdict::not_enough_info);
}

TEST_CASE("a traveller without an aircraft can not be told from the tracks") {
    const Finding f = check(Says(ClaimEvent::arrive).who("Lavrov").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z"), eastern_day());
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(f.reason.find("names no aircraft") != std::string::npos);
}

TEST_CASE("hostile input: impossible times, no tracks, duplicate ids, empty claims") {
    Claim backwards = landed_in_vladivostok();
    backwards.time->window = TimeWindow(at("2023-10-18T10:00Z"), at("2023-10-18T09:00Z"));
    Claim twin = landed_in_vladivostok();
    Batch<Claim> claims;
    claims.items = {backwards, twin, twin, Claim{}};
    const auto findings = cross_reference(claims, eastern_day(), {.airports = &airports()});
    REQUIRE(findings.size() == 4);
    CHECK(std::any_of(findings.issues.begin(), findings.issues.end(), [](const Issue& i) { return i.code == IssueCode::bad_time; }));
    CHECK(std::any_of(findings.issues.begin(), findings.issues.end(), [](const Issue& i) { return i.code == IssueCode::duplicate; }));
    for (const Finding& f : cross_reference(claims, FlightBatch{}, {.airports = &airports()})) CHECK(f.verdict == Verdict::not_enough_info);
}
