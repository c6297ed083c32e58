// SPDX-License-Identifier: BSL-1.0
#include <flightxref/claim/read.hpp>
#include <flightxref/core/error.hpp>
#include <flightxref/report/json.hpp>
#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace flightxref;

namespace {

/// A file that is gone when the test is over.
struct TemporaryFile {
    explicit TemporaryFile(const std::string& content) {
        static int number = 0;
        path = (std::filesystem::temp_directory_path() / ("flightxref_read_claims_" + std::to_string(++number) + "_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + ".json")).string();
        std::ofstream(path, std::ios::binary) << content;
    }
    ~TemporaryFile() { std::filesystem::remove(path); }
    std::string path;
};

}  // namespace

TEST_CASE("claims come back as they were written") {
    Claim claim;
    claim.id = "c7";
    claim.quote = "RA-96023 left Beijing";
    claim.quote_span = {10, 31, 9, 30};
    claim.trigger = "left";
    claim.trigger_span = {19, 23, 18, 22};
    claim.event = ClaimEvent::return_;
    claim.modality = Modality::denied;
    claim.mode = TravelMode::air;
    claim.travellers.push_back({"a delegation", true, "", Aboard::possible});
    claim.aircraft = ClaimedAircraft{};
    claim.aircraft->registration = "RA-96023";
    claim.origin = Place{"Beijing", PlaceKind::city, "Beijing", "", "Beijing", "CN"};
    claim.time = ClaimedTime{"at noon", make_window(*parse_instant("2023-10-18T03:50:00Z"), *parse_instant("2023-10-18T04:10:59Z")), "Asia/Shanghai", "hour", "c1"};
    Document document;
    document.id = "story";
    Batch<Claim> claims;
    claims.items.push_back(claim);
    const TemporaryFile file(to_json(document, claims));

    const Batch<Claim> read = read_claims(file.path);
    REQUIRE(read.size() == 1);
    CHECK(read.issues.empty());
    const Claim& back = read[0];
    CHECK(back.id == "c7");
    CHECK(back.document == "story");
    CHECK(back.quote_span == claim.quote_span);
    CHECK(back.trigger_span.begin == 19);
    CHECK(back.event == ClaimEvent::return_);
    CHECK(back.modality == Modality::denied);
    CHECK(back.travellers == claim.travellers);
    CHECK(*back.aircraft == *claim.aircraft);
    CHECK(*back.origin == *claim.origin);
    CHECK_FALSE(back.destination);
    CHECK(back.time->window == claim.time->window);
    CHECK(back.time->relative_to == "c1");
}

TEST_CASE("a claim that can not be used is named, the others are kept") {
    const TemporaryFile file(R"({"id":"x","claims":[
        {"id":"c1","event":"levitate"},
        {"id":"c2","event":"arrive","time":{"earliest":"2024-01-02T00:00:00Z","latest":"2024-01-01T00:00:00Z"}},
        {"id":"c3","event":"arrive"}, {"id":"c3","event":"depart"}, 17]})");
    const Batch<Claim> read = read_claims(file.path);
    CHECK(read.size() == 2);
    REQUIRE(read.issues.size() == 4);
    CHECK(read.issues[0].code == IssueCode::bad_record);
    CHECK(read.issues[1].code == IssueCode::bad_time);
    CHECK(read.issues[1].detail.find("c2") != std::string::npos);
    CHECK(read.issues[2].code == IssueCode::duplicate);
}

TEST_CASE("what is no list of claims is refused by name and place") {
    const TemporaryFile cut("{\"claims\": [ {\"event\":");
    CHECK_THROWS_AS(read_claims(cut.path), FormatError);
    const TemporaryFile other("[1, 2]");
    CHECK_THROWS_WITH_AS(read_claims(other.path), doctest::Contains(other.path.c_str()), FormatError);
    CHECK_THROWS_AS(read_claims("/nowhere/claims.json"), IoError);
}
