// SPDX-License-Identifier: BSL-1.0
#include <flightxref/report/make.hpp>
#include <flightxref/report/text.hpp>
#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace flightxref;

namespace {

Report story() {
    Finding finding;
    finding.claim.document = "story";
    finding.claim.quote = "The jet landed in Seoul just after 6 p.m. KST";
    finding.claim.time =
        ClaimedTime{"just after 6 p.m. KST", make_window(*parse_instant("2023-10-18T09:00:00Z"), *parse_instant("2023-10-18T09:15:59Z")), "Asia/Seoul", "just_after", ""};
    finding.verdict = Verdict::supported;
    finding.probability = 0.98;
    finding.reason = "The aircraft touched down there at 18:04 KST.";
    finding.agreements.push_back({"registration", Agreement::Result::agrees, "RA-96023", "RA-96023", 11.0, "the same tail"});
    finding.evidence.push_back({"trace.json", "00", 3, 9});
    Batch<Finding> findings;
    findings.items.push_back(finding);
    return make_report(findings);
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a finding is told with its verdict, its reason, its time on both clocks and its evidence") {
    const std::string text = to_text(story());
    CHECK(contains(text, "SUPPORTED  probability 98 %"));
    CHECK(contains(text, "The aircraft touched down there at 18:04 KST."));
    CHECK(contains(text, "2023-10-18 18:00-18:15 KST (2023-10-18 09:00-09:15 UTC)"));
    CHECK(contains(text, "trace.json, positions 3 to 9"));
    CHECK(contains(text, "1 supported, 0 refuted, 0 not enough information"));
}

TEST_CASE("colour is only put in when asked for") {
    CHECK_FALSE(contains(to_text(story()), "\x1b["));
    CHECK(contains(to_text(story(), {.colour = true}), "\x1b[32mSUPPORTED\x1b[0m"));
}

TEST_CASE("a hostile text can not drive the terminal") {
    Report report = story();
    report.documents[0].findings[0].claim.quote = "\x1b]0;owned\x07 \xE2\x80\xAE reversed \xff";
    const std::string text = to_text(report);
    CHECK_FALSE(contains(text, "\x1b"));
    CHECK_FALSE(contains(text, "\x07"));
    CHECK_FALSE(contains(text, "\xE2\x80\xAE"));
    CHECK(contains(text, "reversed ?"));
}

TEST_CASE("long reasons are wrapped at the width, between words") {
    Report report = story();
    report.documents[0].findings[0].reason.clear();
    for (int i = 0; i < 60; ++i) report.documents[0].findings[0].reason += "word ";
    std::istringstream lines(to_text(report, {.width = 60}));
    for (std::string line; std::getline(lines, line);)
        if (contains(line, "word")) CHECK(line.size() <= 60);
}
