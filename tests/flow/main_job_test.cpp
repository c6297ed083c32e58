// SPDX-License-Identifier: BSL-1.0
// The main job from end to end on the bundled example: the article, and the reconstructed flight it speaks of.
#include <flightxref/flightxref.hpp>

#include <doctest/doctest.h>

#include <algorithm>

using namespace flightxref;

namespace {

const std::string data = std::string(FLIGHTXREF_SOURCE_DIR) + "/examples/data/";

/// The finding on the landing in Pyongyang, given what happened to the tracks.
template <class Change>
Finding landing_finding(Change&& change) {
    TrackBatch tracks = read_tracks(data + "tracks");
    change(tracks);
    const auto claims = extract_claims(read_documents(data + "articles/lavrov.json"));
    const auto findings = cross_reference(claims, segment_flights(std::move(tracks)));
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Finding& f) {
        return f.claim.event == ClaimEvent::arrive && f.claim.aircraft && f.claim.aircraft->registration == "RA-96023";
    });
    REQUIRE(found != findings.end());
    return *found;
}

Track& track_of(TrackBatch& tracks, std::string_view tail) {
    const auto track = std::find_if(tracks.begin(), tracks.end(), [&](const Track& t) { return t.aircraft.registration == Registration(tail); });
    REQUIRE(track != tracks.end());
    return *track;
}

Agreement::Result result_of(const Finding& finding, std::string_view field) {
    for (const Agreement& agreement : finding.agreements)
        if (agreement.field == field) return agreement.result;
    return Agreement::Result::unknown;
}

}  // namespace

TEST_CASE("the tracks bear out the landing in Pyongyang, field by field, although nobody heard the touchdown") {
    const Finding finding = landing_finding([](TrackBatch&) {});
    CHECK(finding.verdict == Verdict::supported);
    CHECK(finding.probability > 0.9);
    for (const char* field : {"registration", "type", "origin", "destination", "time"}) {
        CAPTURE(field);
        CHECK(result_of(finding, field) == Agreement::Result::agrees);
    }
    REQUIRE(finding.flight);
    CHECK(finding.flight->arrival.airport == "ZKPY");
    CHECK_FALSE(finding.flight->arrival.observed);
    REQUIRE(finding.evidence.size() == 1);
    CHECK(finding.evidence[0].path.find("trace_full_157717.json") != std::string::npos);
    CHECK(finding.evidence[0].sha256.size() == 64);
}

TEST_CASE("a day earlier, the same flight supports nothing that is said of Wednesday") {
    const Finding finding = landing_finding([](TrackBatch& tracks) {
        for (StateVector& fix : track_of(tracks, "RA-96023").fixes) fix.time -= days(1);
    });
    CHECK(finding.verdict != Verdict::supported);
    CHECK(finding.probability <= 0.5);
}

TEST_CASE("had the aircraft flown between Seoul and Beijing that evening, the landing would be refuted") {
    const Finding finding = landing_finding([](TrackBatch& tracks) {
        const Aircraft ours = track_of(tracks, "RA-96023").aircraft;
        std::erase_if(tracks.items, [](const Track& t) { return t.aircraft.registration == Registration("RA-96023"); });
        track_of(tracks, "HL8081").aircraft = ours;
    });
    CHECK(finding.verdict == Verdict::refuted);
    CHECK(finding.probability < 0.1);
}

TEST_CASE("under another tail the flight is no evidence for RA-96023, and no evidence against it") {
    const Finding finding = landing_finding([](TrackBatch& tracks) {
        Aircraft& aircraft = track_of(tracks, "RA-96023").aircraft;
        aircraft.registration = Registration("RA-96016");
        aircraft.icao24 = Icao24{"157710"};
    });
    CHECK(finding.verdict == Verdict::not_enough_info);
}

TEST_CASE("without any track every claim stays open, and the reason says so") {
    const auto claims = extract_claims(read_documents(data + "articles/lavrov.json"));
    const auto findings = cross_reference(claims, FlightBatch{});
    REQUIRE_FALSE(findings.empty());
    for (const Finding& finding : findings) {
        CHECK(finding.verdict == Verdict::not_enough_info);
        CHECK_FALSE(finding.reason.empty());
    }
}

TEST_CASE("the second article shows a refuted claim and one that nobody can check") {
    const auto claims = extract_claims(read_documents(data + "articles/rumours.json"));
    const auto findings = cross_reference(claims, segment_flights(read_tracks(data + "tracks")));
    const auto verdict_on = [&](std::string_view tail) {
        for (const Finding& finding : findings)
            if (finding.claim.aircraft && finding.claim.aircraft->registration == tail) return finding.verdict;
        FAIL("no claim about " << tail);
        return Verdict::supported;
    };
    CHECK(verdict_on("P-633") == Verdict::refuted);
    CHECK(verdict_on("RA-86559") == Verdict::not_enough_info);
}
