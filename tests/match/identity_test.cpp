// SPDX-License-Identifier: BSL-1.0
// Which aircraft was it? Addresses that are temporary, shared or disputed bear nothing out and give no alibi.
#include "match/story.hpp"

#include <flightxref/match/candidate.hpp>

#include <doctest/doctest.h>

using namespace story;

namespace {

const Aircraft il96 = aircraft("RA-96023", "IL96", "157717", "Rossiya Special Flight Detachment");
const std::vector<Leg> morning = {{"ZBAA", "UHWW", at("2023-10-18T07:00Z"), at("2023-10-18T09:04Z"), "RSD123"}};

Says landed(std::string where, std::string country = "RU") {
    return Says(ClaimEvent::arrive).tail("RA-96023").to(city(std::move(where), std::move(country))).when("2023-10-18T09:00Z", "2023-10-18T09:15Z");
}

bool says(const Finding& f, std::string_view words) { return f.reason.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("a temporary privacy address (PIA) tells no registration, whatever a database has for it") {
    Aircraft hidden = il96;
    hidden.privacy_address = true;
    const Finding f = check(landed("Vladivostok"), batch({tell(hidden, morning)}));
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(says(f, "privacy address"));
}

TEST_CASE("an operator that asked not to be shown (LADD) hides nothing from those who listen themselves: said beside the verdict") {
    Aircraft shy = il96;
    shy.limited_display = true;
    const Finding f = check(landed("Vladivostok"), batch({tell(shy, morning)}));
    CHECK(f.verdict == Verdict::supported);
    CHECK(says(f, "LADD"));
}

TEST_CASE("an address that the inputs give to two aircraft decides nothing") {
    Aircraft before = il96;
    before.registration = Registration("RA-96012");
    const auto flights = batch({tell(il96, morning), tell(before, {{"UUWW", "EDDF", at("2023-10-15T07:00Z"), at("2023-10-15T10:04Z"), "RSD9"}})});
    const Finding f = check(landed("Vladivostok"), flights);
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(says(f, "more than one registration"));
}

TEST_CASE("the plan of a state gives the address another tail than the inputs: neither name is good for a verdict") {
    Aircraft renamed = il96;
    renamed.registration = Registration("RA-96016");
    const auto flights = batch({tell(renamed, morning)});
    for (const char* tail : {"RA-96016", "RA-96023"}) {
        const Finding f = check(landed("Vladivostok").tail(tail), flights);
        CAPTURE(tail);
        CHECK(f.verdict == Verdict::not_enough_info);
        CHECK(says(f, "the inputs call it RA-96016"));
    }
}

TEST_CASE("no input names the aircraft, and its address follows a plan: supported, and the reason says on what") {
    Aircraft nameless = il96;
    nameless.registration = Registration();
    Told told = tell(nameless, morning);
    const Finding f = check(landed("Vladivostok"), batch({told}));
    CHECK(f.verdict == Verdict::supported);
    CHECK(says(f, "by the plan of its state"));
}

TEST_CASE("beside a tail another operator decides nothing: aircraft are leased and sold") {
    const Finding f = check(landed("Vladivostok").by("Air Koryo"), batch({tell(il96, morning)}));
    CHECK(f.verdict == Verdict::supported);
    CHECK(says(f, "may be leased or have changed hands"));
}

TEST_CASE("two aircraft under one address: reported, and neither an alibi nor support") {
    const std::vector<Leg> meanwhile = {{"LFPG", "EDDF", at("2023-10-18T08:00Z"), at("2023-10-18T09:10Z"), "RSD777"}};
    const auto flights = batch({tell(il96, morning), tell(il96, meanwhile)});
    Batch<Claim> claims;
    claims.items = {landed("Vladivostok").id("c1"), landed("Moscow").id("c2"), landed("Frankfurt", "DE").id("c3")};
    const auto findings = cross_reference(claims, flights, {.airports = &airports()});
    REQUIRE(findings.issues.size() == 1);
    CHECK(findings.issues[0].code == IssueCode::conflict);
    CHECK(findings.issues[0].source == "157717");
    for (const Finding& f : findings) CHECK(f.verdict == Verdict::not_enough_info);
}

TEST_CASE("positions no single aircraft can have flown give no alibi") {
    Told told = tell(il96, morning);
    for (std::size_t i = 30; i < 60; ++i) told.track->fixes[i].position = field("LFPG");
    CHECK(check(landed("Moscow"), batch({tell(il96, morning)})).verdict == Verdict::refuted);
    const Finding f = check(landed("Moscow"), batch({told}));
    CHECK(f.verdict == Verdict::not_enough_info);
    CHECK(says(f, "further apart than one aircraft can have flown"));
}

TEST_CASE("the index knows the next flight of the same aircraft, whatever lies between") {
    const auto flights = batch({tell(il96, {morning[0], {"UHWW", "UHHH", at("2023-10-18T12:00Z"), at("2023-10-18T13:05Z"), "RSD124"}}),
                                tell(aircraft("P-885", "IL62", "720885"), {{"LFPG", "EDDF", at("2023-10-18T10:00Z"), at("2023-10-18T11:10Z"), "KOR1"}})});
    const FlightIndex index(flights);
    CHECK(index.flight_after(0) == std::size_t{1});
    CHECK_FALSE(index.flight_after(1));
    CHECK_FALSE(index.flight_after(2));
}
