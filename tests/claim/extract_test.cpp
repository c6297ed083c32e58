// SPDX-License-Identifier: BSL-1.0
#include "claim/article.hpp"

#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace flightxref;

namespace {

Batch<Claim> read(std::string text) {
    return claims_of(std::move(text));
}

/// "arrive asserted air Minsk > Baku": what a text says, one line a claim.
std::vector<std::string> told(std::string text) {
    std::vector<std::string> lines;
    for (const Claim& c : read(std::move(text))) {
        std::string line = std::string(to_string(c.event)) + " " + std::string(to_string(c.modality)) + " " + std::string(to_string(c.mode));
        line += " " + (c.origin ? c.origin->name : "-") + " > " + (c.destination ? c.destination->name : "-");
        lines.push_back(std::move(line));
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("each end with a clock of its own is a claim; the other end is filled in") {
    CHECK(told("A Tu-154 left Minsk at 9:40 a.m. on Tuesday and landed in Baku at noon.") == Lines{"depart asserted air Minsk > Baku", "arrive asserted air Minsk > Baku"});
    CHECK(told("The Tu-154 flew from Minsk, landing in Baku just after noon on Tuesday.") == Lines{"arrive asserted air Minsk > Baku"});
}

TEST_CASE("modality follows auxiliaries, governors and sources") {
    const auto modality = [](std::string text) {
        const auto claims = read(std::move(text));
        return claims.empty() ? std::string("none") : std::string(to_string(claims[0].modality));
    };
    CHECK(modality("The Il-76 landed in Baku on Tuesday, flight-tracking data showed.") == "asserted");
    CHECK(modality("The Il-76 landed in Baku on Tuesday, the defence ministry said.") == "reported");
    CHECK(modality("The ministry denied that the Il-76 had landed in Baku.") == "denied");
    CHECK(modality("Reports that the Il-76 had landed in Baku are false.") == "denied");
    CHECK(modality("The Il-76 did not land in Baku on Tuesday.") == "negated");
    CHECK(modality("At no time did the Il-76 land in Baku.") == "negated");
    CHECK(modality("The Il-76 is scheduled to land in Baku on Friday.") == "planned");
    CHECK(modality("The Il-76 is expected to land in Baku on Friday.") == "expected");
    CHECK(modality("The Il-76 may land in Baku on Friday.") == "possible");
    CHECK(modality("The president's visit to Georgia next week has been called off.") == "cancelled");
}

TEST_CASE("what only looks like a claim is none") {
    CHECK(told("Shares took off after the merger and touched down near their opening level.").empty());
    CHECK(told("The committee returned a verdict and left the question open.").empty());
    CHECK(told("Whether the president might fly to Baku is unclear.").empty());
    CHECK(told("Had the jet landed in Baku, it would have been seized.").empty());
    CHECK(told("The 06:25 leaves every Tuesday and returns at 09:10.").empty());
    CHECK(told("Will the minister fly to Baku?").empty());
}

TEST_CASE("the means is that of the carrier, the verb or the words") {
    CHECK(told("The minister arrived in Baku by train on Tuesday.") == Lines{"arrive asserted rail - > Baku"});
    CHECK(told("The minister flew to Baku on Tuesday.") == Lines{"fly asserted air - > Baku"});
    CHECK(told("The minister visited Baku on Tuesday.") == Lines{"visit asserted unknown - > Baku"});
}

TEST_CASE("a journey remembers where it last was") {
    const auto claims = read("An Il-76 left Minsk at 9 a.m. on Tuesday for Baku. It landed there at noon.");
    REQUIRE(claims.size() == 2);
    REQUIRE(claims[1].origin);
    CHECK(claims[1].origin->name == "Minsk");
    REQUIRE(claims[1].destination);
    CHECK(claims[1].destination->name == "Baku");
}

TEST_CASE("every claim has an id, spans inside the text and reasons") {
    const std::string text = "“Ça va?” A Tu-154 landed in Baku at 12:30 on Tuesday.";
    const auto claims = read(text);
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].id == "c1");
    CHECK(claims[0].trigger == "landed");
    CHECK(text.substr(claims[0].trigger_span.begin, claims[0].trigger_span.end - claims[0].trigger_span.begin) == "landed");
    CHECK(claims[0].trigger_span.code_point_begin < claims[0].trigger_span.begin);
    CHECK(!claims[0].why.empty());
}

TEST_CASE("a text longer than any article is read in parts, and its claims are numbered and placed in the whole") {
    const std::string line = "A Tu-154 took off from Minsk on Tuesday and landed in Baku at 12:30 p.m. Nobody said “why”.\n";
    std::string text;
    while (text.size() < 2'500'000) text += line;
    const auto claims = read(text);
    CHECK(claims.size() == 2 * text.size() / line.size());
    CHECK(claims.items.back().id == "c" + std::to_string(claims.size()));
    const Span& last = claims.items.back().trigger_span;
    CHECK(text.substr(last.begin, last.end - last.begin) == "landed");
    CHECK(last.begin > text.size() - line.size());
    CHECK(last.code_point_begin < last.begin);
    for (const auto& claim : claims)
        if (claim.time && !claim.time->relative_to.empty()) CHECK(std::stoul(claim.time->relative_to.substr(1)) <= claims.size());
}

TEST_CASE("any bytes are read") {
    const auto claims = read("A Tu-154 landed in Baku on Tuesday.\xff\xfe It left.");
    CHECK(!claims.issues.empty());
    CHECK(claims.issues[0].code == IssueCode::bad_encoding);
    CHECK(read("").empty());
    CHECK_NOTHROW(read(std::string(10000, '"')));
    CHECK_NOTHROW(read(std::string(100000, 'a') + " left"));
}

TEST_CASE("a call sign holds for the leg it is told of") {
    const auto claims = read("N501LX left Dover on Monday as RCH501 and landed at Ramstein at 9 p.m. On Wednesday it left for Rota.");
    REQUIRE(claims.size() == 3);
    CHECK(claims[0].aircraft->callsign == "RCH501");
    CHECK(claims[1].aircraft->callsign == "RCH501");
    CHECK(claims[2].aircraft->registration == "N501LX");
    CHECK(claims[2].aircraft->callsign.empty());
}

TEST_CASE("the means may stand behind a remark") {
    const auto claims = read("The governor left Lagos at 2:02 p.m. on Tuesday, two days before his term ran out, on the air force A319 with the serial 2101.");
    REQUIRE(claims.size() == 1);
    REQUIRE(claims[0].aircraft.has_value());
    CHECK(claims[0].aircraft->registration == "2101");
}
