// SPDX-License-Identifier: BSL-1.0
#include "match/story.hpp"

#include <flightxref/match/coverage.hpp>
#include <flightxref/match/leads.hpp>

#include <doctest/doctest.h>

using namespace story;

namespace {

const Aircraft il96 = aircraft("RA-96023", "IL96", "157717", "Rossiya Special Flight Detachment");

/// Beijing to Vladivostok, past Shenyang, all seen.
FlightBatch one_leg() { return batch({tell(il96, {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"}})}); }

}  // namespace

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

TEST_CASE("a lead is a flight of interest that no claim speaks of") {
    const auto flights = one_leg();
    const FlightIndex index(flights);
    LeadOptions options;
    options.watch = {"RA-96023"};
    options.airports = &airports();
    const auto leads = find_leads({}, index, options);
    REQUIRE(leads.size() == 1);
    CHECK(leads[0].why.find("watch list") != std::string::npos);
    Batch<Claim> told;
    told.items = {Says(ClaimEvent::arrive).tail("RA-96023").to(city("Vladivostok", "RU")).when("2023-10-18T09:00Z", "2023-10-18T09:15Z")};
    CHECK(find_leads(told, index, options).empty());
}
