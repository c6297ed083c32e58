// SPDX-License-Identifier: BSL-1.0
#include "match/story.hpp"

#include <flightxref/aircraft/registry.hpp>
#include <flightxref/match/leads.hpp>

#include <doctest/doctest.h>

using namespace story;

namespace {

const Aircraft il96 = aircraft("RA-96023", "IL96", "157717", "Rossiya Special Flight Detachment");
const Aircraft airliner = aircraft("B-5476", "B738", "780f01", "Air China");

/// A government aircraft at home for four days, then to Pyongyang, which it had not visited; an airliner beside it.
FlightBatch a_quiet_week() {
    return batch({tell(il96, {{"UUWW", "UHHH", at("2023-10-14T07:00Z"), at("2023-10-14T15:04Z"), "RSD120"},
                              {"UHHH", "UHWW", at("2023-10-15T07:00Z"), at("2023-10-15T08:04Z"), "RSD121"},
                              {"UHWW", "ZKPY", at("2023-10-18T07:00Z"), at("2023-10-18T08:14Z"), "RSD122"}}),
                  tell(airliner, {{"ZBAA", "ZYTX", at("2023-10-18T07:00Z"), at("2023-10-18T08:14Z"), "CCA1"}})});
}

std::vector<Lead> leads(const FlightBatch& flights, std::vector<Claim> claims = {}, LeadOptions options = {}) {
    options.airports = &airports();
    Batch<Claim> told;
    told.items = std::move(claims);
    const FlightIndex index(flights);
    return find_leads(told, index, options);
}

}  // namespace

TEST_CASE("a lead is a flight of interest that no claim speaks of; each says why it is no noise") {
    const auto flights = a_quiet_week();
    const auto found = leads(flights);
    REQUIRE(found.size() == 3);
    CHECK(found[0].flight.arrival.airport == "ZKPY");
    CHECK(found[0].why.find("first such landing in KP") != std::string::npos);
    CHECK(found[0].why.find("across a border") != std::string::npos);
    for (const Lead& lead : found) CHECK(lead.why.find("government") != std::string::npos);
    const Claim told = Says(ClaimEvent::arrive).tail("RA-96023").to(city("Pyongyang", "KP")).when("2023-10-18T08:10Z", "2023-10-18T08:20Z");
    const auto rest = leads(flights, {told});
    REQUIRE(rest.size() == 2);
    for (const Lead& lead : rest) CHECK(lead.flight.arrival.airport != "ZKPY");
}

TEST_CASE("a claim about another day or another aircraft leaves the lead standing") {
    const auto flights = a_quiet_week();
    CHECK(leads(flights, {Says(ClaimEvent::arrive).tail("RA-96023").to(city("Pyongyang", "KP")).when("2023-10-11T08:10Z", "2023-10-11T08:20Z")}).size() == 3);
    CHECK(leads(flights, {Says(ClaimEvent::arrive).tail("RA-96012").to(city("Pyongyang", "KP")).when("2023-10-18T08:10Z", "2023-10-18T08:20Z")}).size() == 3);
}

TEST_CASE("the watch list takes tails, addresses, callsign prefixes and operators, and nothing else is listed with it alone") {
    const auto flights = a_quiet_week();
    for (const char* who : {"B-5476", "780f01", "CCA", "Air China"}) {
        LeadOptions options;
        options.government = false;
        options.watch = {who};
        const auto found = leads(flights, {}, options);
        CAPTURE(who);
        REQUIRE(found.size() == 1);
        CHECK(found[0].flight.callsign.text() == "CCA1");
        CHECK(found[0].why.find("watch list") != std::string::npos);
    }
}

TEST_CASE("aircraft on a watch list of the registry are leads, with what the list says of them") {
    AircraftRegistry registry;
    registry.add({airliner, "", Watch{"Oligarch", {"Yacht Owner", "Charter"}}, "list.csv"});
    registry.add({aircraft("RA-96023", "IL96", "157717"), "", std::nullopt, "database.csv"});  // a database's record, no list's
    LeadOptions options;
    options.government = false;
    CHECK(leads(a_quiet_week(), {}, options).empty());
    options.registry = &registry;
    const auto found = leads(a_quiet_week(), {}, options);
    REQUIRE(found.size() == 1);
    CHECK(found[0].flight.callsign.text() == "CCA1");
    CHECK(found[0].why.find("on a watch list (Oligarch, Yacht Owner, Charter)") != std::string::npos);
    const Claim told = Says(ClaimEvent::arrive).tail("B-5476").to(city("Shenyang", "CN")).when("2023-10-18T08:10Z", "2023-10-18T08:20Z");
    CHECK(leads(a_quiet_week(), {told}, options).empty());
    options.government = true;
    CHECK(leads(a_quiet_week(), {}, options).size() == 4);
}

TEST_CASE("of many leads the most telling are given") {
    LeadOptions options;
    options.most = 1;
    const auto found = leads(a_quiet_week(), {}, options);
    REQUIRE(found.size() == 1);
    CHECK(found[0].flight.arrival.airport == "ZKPY");
}
