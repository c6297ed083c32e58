// SPDX-License-Identifier: BSL-1.0
#include <flightxref/report/json.hpp>
#include <flightxref/report/make.hpp>
#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace flightxref;
using nlohmann::json;

namespace {

Claim landing_claim() {
    Claim claim;
    claim.id = "c1";
    claim.document = "story";
    claim.quote = "The jet landed in Oslo at 6 p.m.";
    claim.quote_span = {4, 36, 2, 34};
    claim.trigger = "landed";
    claim.trigger_span = {12, 18, 10, 16};
    claim.event = ClaimEvent::arrive;
    claim.destination = Place{"Oslo", PlaceKind::city, "Oslo", "", "Oslo", "NO"};
    claim.time = ClaimedTime{"at 6 p.m.", make_window(*parse_instant("2024-07-01T15:50:00Z"), *parse_instant("2024-07-01T16:10:59Z")), "Europe/Oslo", "hour", ""};
    return claim;
}

}  // namespace

TEST_CASE("a claim is written with spans in code points and bytes, and its time on its own clock") {
    Document document;
    document.id = "story";
    document.published = CivilDate(2024, 7, 2);
    Batch<Claim> claims;
    claims.items.push_back(landing_claim());
    const json out = json::parse(to_json(document, claims));
    CHECK(out["id"] == "story");
    CHECK(out["published"] == "2024-07-02");
    const json& claim = out["claims"].at(0);
    CHECK(claim["quote_span"] == json({2, 34}));
    CHECK(claim["quote_span_utf8"] == json({4, 36}));
    CHECK(claim["event"] == "arrive");
    CHECK(claim["aircraft"] == nullptr);
    CHECK(claim["destination"]["country"] == "NO");
    CHECK(claim["destination"]["icao"] == nullptr);
    CHECK(claim["time"]["earliest"] == "2024-07-01T17:50:00+02:00");
    CHECK(claim["time"]["latest"] == "2024-07-01T18:10:59+02:00");
    CHECK_FALSE(claim.contains("why"));
}

TEST_CASE("a flight cites the positions of every file it was made from") {
    auto track = std::make_shared<Track>();
    track->inputs = {std::make_shared<Input>(Input{"a.json", "readsb_trace", "00", 9}), std::make_shared<Input>(Input{"b.json", "readsb_trace", "11", 9})};
    for (const auto& [input, record] : {std::pair{0, 7}, {0, 8}, {1, 0}, {1, 1}}) {
        StateVector fix;
        fix.time = from_epoch_seconds(1000.0 + 10 * static_cast<double>(track->fixes.size()));
        fix.input = static_cast<std::uint16_t>(input);
        fix.record = static_cast<std::uint32_t>(record);
        track->fixes.push_back(fix);
    }
    Flight flight;
    flight.aircraft.icao24 = Icao24{"157717"};
    flight.track = track;
    flight.end_fix = track->fixes.size();
    FlightBatch flights;
    flights.items.push_back(flight);
    const json out = json::parse(to_json(flights)).at("flights").at(0);
    CHECK(out["icao24"] == "157717");
    CHECK(out["registration"] == nullptr);
    CHECK(out["positions"] == 4);
    CHECK(out["sources"] == json::parse(R"([{"path":"a.json","first":7,"last":8},{"path":"b.json","first":0,"last":1}])"));
    CHECK(out["arrival"]["airport"] == nullptr);
    CHECK(out["arrival"]["estimate"] == nullptr);
    CHECK(out["arrival"]["kind"] == "lost");
}

TEST_CASE("a long timetable comes in pieces that make the same text") {
    FlightBatch flights;
    flights.items.resize(500);
    flights.issues.push_back({IssueCode::truncated, "x.json", 17, "stops in the middle"});
    for (const int indent : {-1, 0, 2}) {
        std::string text;
        std::size_t pieces = 0;
        write_json(flights, [&](std::string_view piece) { text += piece; ++pieces; }, {.indent = indent});
        CHECK(text == to_json(flights, {.indent = indent}));
        CHECK(pieces > 2);
        CHECK(json::parse(text)["flights"].size() == 500);
    }
}

TEST_CASE("text that is not UTF-8 does not break the JSON") {
    Document document;
    document.id = "bad \xff id";
    CHECK(json::parse(to_json(document, Batch<Claim>{}))["id"] == "bad \xEF\xBF\xBD id");
}

TEST_CASE("a report keeps the order of the documents, also of those without a claim") {
    Batch<Document> documents;
    for (const char* id : {"first", "empty", "story"}) {
        documents.items.emplace_back();
        documents.items.back().id = id;
    }
    Batch<Finding> findings;
    Finding finding;
    finding.claim = landing_claim();
    finding.verdict = Verdict::refuted;
    finding.probability = 0.012345;
    findings.items.push_back(finding);
    findings.issues.push_back({IssueCode::truncated, "x.json", 17, "stops in the middle"});
    const json out = json::parse(to_json(make_report(findings, documents)));
    REQUIRE(out["documents"].size() == 3);
    CHECK(out["documents"][1]["findings"].empty());
    CHECK(out["documents"][2]["findings"][0]["verdict"] == "refuted");
    CHECK(out["documents"][2]["findings"][0]["probability"] == doctest::Approx(0.0123));
    CHECK(out["issues"][0] == json::parse(R"({"source":"x.json","offset":17,"code":"truncated","detail":"stops in the middle"})"));
}
