// SPDX-License-Identifier: BSL-1.0
#include "match/story.hpp"

#include <flightxref/match/coverage.hpp>

#include <doctest/doctest.h>

using namespace story;

namespace {

const Aircraft il96 = aircraft("RA-96023", "IL96", "157717", "Rossiya Special Flight Detachment");

/// Beijing to Vladivostok, past Shenyang, all seen.
FlightBatch one_leg() { return batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"}})}); }

/// Beijing towards Vladivostok, and round and round over Shenyang on the way: one turn takes 18 minutes.
FlightBatch holding_over_shenyang() {
    Told told = tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"}});
    for (std::size_t i = 50; i < 90; ++i) {
        told.track->fixes[i].position = destination_point(field("ZYTX"), static_cast<double>(i) * 20, 12);
        told.track->fixes[i].track_deg = static_cast<float>((i * 20 + 90) % 360);
    }
    return batch({told});
}

/// Beijing towards Vladivostok, half of the way, and the same way back.
FlightBatch there_and_back() {
    Told told = tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:00Z"), "RSD123"}});
    auto& fixes = told.track->fixes;
    const std::size_t turn = fixes.size() / 2;
    for (std::size_t i = turn; i < fixes.size(); ++i) fixes[i].position = fixes[fixes.size() - 1 - i].position;
    told.flights[0].arrival.airport = "ZBAA";
    told.flights[0].arrival.place = field("ZBAA");
    told.flights[0].arrival.candidates = {{"ZBAA", 1.0}};
    return batch({told});
}

/// Towards Pyongyang until nobody heard it any more, some 30 km short; next heard as far out on the way back.
FlightBatch out_of_sight() {
    return batch({tell(il96, {{"ZYTX", "ZKPY", at("2023-10-18T07:00Z"), at("2023-10-18T07:40Z"), "RSD123", true, false},
                              {"ZKPY", "ZYTX", at("2023-10-18T12:00Z"), at("2023-10-18T12:40Z"), "RSD124", false, true}})});
}

}  // namespace

TEST_CASE("circling is shown by turns that go on in one direction, and by nothing less") {
    const Says circled = Says(ClaimEvent::circle).tail("RA-96023").over(city("Shenyang", "CN")).when("2023-10-18T07:30Z", "2023-10-18T08:45Z");
    CHECK(check(circled, holding_over_shenyang()).verdict == Verdict::supported);
    CHECK(check(circled, one_leg()).verdict == Verdict::not_enough_info);
    CHECK(check(Says(ClaimEvent::circle).tail("RA-96023").over(city("Paris", "FR")).when("2023-10-18T07:30Z", "2023-10-18T08:45Z"), holding_over_shenyang()).verdict == Verdict::refuted);
}

TEST_CASE("a signal lost and regained where the track ends and begins; lost somewhere else refutes nothing") {
    const Says lost = Says(ClaimEvent::last_seen).tail("RA-96023").over(city("Pyongyang", "KP")).when("2023-10-18T07:25Z", "2023-10-18T07:45Z");
    CHECK(check(lost, out_of_sight()).verdict == Verdict::supported);
    CHECK(check(Says(ClaimEvent::first_seen).tail("RA-96023").over(city("Pyongyang", "KP")).when("2023-10-18T11:55Z", "2023-10-18T12:20Z"), out_of_sight()).verdict == Verdict::supported);
    // Heard on to its landing: other receivers may have lost it all the same.
    CHECK(check(Says(ClaimEvent::last_seen).tail("RA-96023").over(city("Shenyang", "CN")).when("2023-10-18T07:30Z", "2023-10-18T08:30Z"), one_leg()).verdict == Verdict::not_enough_info);
}

TEST_CASE("turned back: out, and back to where it came from, within one flight") {
    const Says turned = Says(ClaimEvent::turn_back).tail("RA-96023").to(city("Beijing", "CN")).when("2023-10-18T07:45Z", "2023-10-18T08:20Z");
    CHECK(check(turned, there_and_back()).verdict == Verdict::supported);
    CHECK(check(turned, one_leg()).verdict == Verdict::refuted);
}

TEST_CASE("returned: the leg that ends where the claim says, whatever lay between") {
    const auto flights = batch({tell(il96, {{"UHWW", "UHHH", at("2023-10-18T07:00Z"), at("2023-10-18T08:05Z"), "RSD123"}, {"UHHH", "UHWW", at("2023-10-18T10:00Z"), at("2023-10-18T11:05Z"), "RSD124"},
                                            {"UHWW", "UHHH", at("2023-10-18T12:30Z"), at("2023-10-18T13:35Z"), "RSD125"}})});
    CHECK(check(Says(ClaimEvent::return_).tail("RA-96023").to(city("Vladivostok", "RU")).when("2023-10-18T11:00Z", "2023-10-18T11:10Z"), flights).verdict == Verdict::supported);
    CHECK(check(Says(ClaimEvent::return_).tail("RA-96023").to(city("Beijing", "CN")).when("2023-10-18T11:00Z", "2023-10-18T11:10Z"), flights).verdict == Verdict::refuted);
}

TEST_CASE("a diversion: to a place it does not serve, or on a way that is not the straight one") {
    const Says diverted = Says(ClaimEvent::divert).tail("RA-96023").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z");
    CHECK(check(diverted, one_leg()).verdict == Verdict::supported);
    const auto usual = batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"}, {"UHWW", "ZBAA", at("2023-10-18T12:00Z"), at("2023-10-18T14:04Z"), "RSD124"},
                                          {"ZBAA", "UHWW", at("2023-10-19T07:00Z"), at("2023-10-19T09:04Z"), "RSD123"}})});
    const Finding f = check(diverted, usual);
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(f.reason.find("show no diversion") != std::string::npos);
    CHECK(check(Says(diverted).to(city("Moscow", "RU")).when("2023-10-18T08:30Z", "2023-10-18T08:45Z"), one_leg()).verdict == Verdict::refuted);
}

TEST_CASE("of a kind of aircraft that lands somewhere every day, a straight flight is no diversion") {
    const Says diverted = Says(ClaimEvent::divert).type("Ilyushin Il-96", "IL96").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z");
    const Told here = tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"}});
    CHECK(check(diverted, batch({here})).verdict == Verdict::supported);
    const Told another = tell(aircraft("RA-96016", "IL96", "157710"), {{"UUWW", "UHWW", at("2023-10-18T17:00Z"), at("2023-10-19T01:04Z"), "RSD9"}});
    CHECK(check(diverted, batch({here, another})).verdict == Verdict::not_enough_info);
}

TEST_CASE("a stay of half a day is no stop on the way") {
    const auto flights = batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"}, {"UHWW", "UHHH", at("2023-10-18T22:00Z"), at("2023-10-18T23:05Z"), "RSD124"}})});
    CHECK(check(Says(ClaimEvent::stop).tail("RA-96023").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:30Z"), flights).verdict == Verdict::not_enough_info);
}

TEST_CASE("began or ended there: no overflight of the country, and no lie either") {
    CHECK(check(Says(ClaimEvent::overfly).tail("RA-96023").over(country("China", "CN")).when("2023-10-18T07:10Z", "2023-10-18T08:00Z"), one_leg()).verdict == Verdict::not_enough_info);
}

TEST_CASE("a city that the track passed over within the time told: supported") {
    const Finding f = check(Says(ClaimEvent::overfly).tail("RA-96023").over(city("Shenyang", "CN")).when("2023-10-18T07:30Z", "2023-10-18T08:30Z"), one_leg());
    CHECK(f.verdict == Verdict::supported);
    CHECK(!f.evidence.empty());
}

TEST_CASE("an overflight of a place the aircraft can not have come near: refuted") {
    CHECK(check(Says(ClaimEvent::overfly).tail("RA-96023").over(city("Paris", "FR")).when("2023-10-18T07:30Z", "2023-10-18T08:30Z"), one_leg()).verdict == Verdict::refuted);
}

TEST_CASE("a stop is supported when the aircraft came down there and went on") {
    const auto flights = batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"},
                                            {"UHWW", "UHHH", at("2023-10-18T10:30Z"), at("2023-10-18T11:35Z"), "RSD123"}})});
    CHECK(check(Says(ClaimEvent::stop).tail("RA-96023").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:30Z"), flights).verdict == Verdict::supported);
    CHECK(check(Says(ClaimEvent::on_ground).tail("RA-96023").to(city("Vladivostok", "RU")).when("2023-10-18T09:30Z", "2023-10-18T10:00Z"), flights).verdict == Verdict::supported);
    CHECK(check(Says(ClaimEvent::on_ground).tail("RA-96023").to(city("Beijing", "CN")).when("2023-10-18T09:30Z", "2023-10-18T10:00Z"), flights).verdict == Verdict::refuted);
}

TEST_CASE("coverage is what was heard, and nothing is known of the rest") {
    const Coverage coverage(one_leg());
    const TimeWindow landing(at("2023-10-18T09:00Z"), at("2023-10-18T09:10Z"));
    CHECK(coverage.watched(field("UHWW"), Coverage::Band::ground, landing) == doctest::Approx(1.0));
    CHECK(coverage.watched(field("ZKPY"), Coverage::Band::ground, landing) == doctest::Approx(0.0));
    CHECK(coverage.watched(field("UHWW"), Coverage::Band::ground, TimeWindow(at("2023-10-19T09:00Z"), at("2023-10-19T09:10Z"))) == doctest::Approx(0.0));
    CHECK(to_geojson(coverage).find("\"FeatureCollection\"") != std::string::npos);
}
