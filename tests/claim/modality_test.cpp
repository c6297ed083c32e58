// SPDX-License-Identifier: BSL-1.0
#include "claim/article.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace flightxref;

namespace {

std::string modality(std::string text) {
    const auto claims = claims_of(std::move(text));
    return claims.empty() ? std::string("none") : std::string(to_string(claims[0].modality));
}

}  // namespace

TEST_CASE("what was to have happened, or failed in the main clause, is cancelled") {
    CHECK(modality("The chancellor was to have attended the summit in Baku, but her jet turned back over Poland.") == "cancelled");
    CHECK(modality("The party was to fly on to Baku, but the charter firm went bust.") == "cancelled");
    CHECK(modality("The helicopter that was to fly the governor to Baku did not land.") == "cancelled");
    CHECK(modality("The envoy was due to leave Minsk on Friday; the departure was scrapped.") == "cancelled");
    CHECK(modality("An Il-76 that was to fly from Minsk to Baku has been stood down.") == "cancelled");
    CHECK(modality("The Il-76 was to leave Minsk at noon but took off at two.") == "planned");
}

TEST_CASE("a negation holds in front of an inverted verb and through adverbs of time") {
    CHECK(modality("At no point did the minister fly back to Minsk.") == "negated");
    CHECK(modality("Under no circumstances will the jet fly to Minsk.") == "negated");
    CHECK(modality("The secretary will not now be flying to Minsk.") == "negated");
}

TEST_CASE("what somebody tells and nobody believes is denied") {
    CHECK(modality("The jet did not enter Georgian airspace, whatever the channels say.") == "denied");
    CHECK(modality("The assertion that the minister flew to Minsk is a fabrication.") == "denied");
    CHECK(modality("Posts say that the minister flew to Minsk that night. That is untrue.") == "denied");
    CHECK(modality("Posts say that the minister flew to Minsk that night. The minister said so.") == "reported");
    CHECK(modality("According to a flight-data firm, the jet never entered Georgian airspace.") == "negated");
}

TEST_CASE("who reports a thing and then does another is no source of the deed") {
    CHECK(modality("At noon the crew reported ice on the wings and landed in Baku.") == "asserted");
    CHECK(modality("At noon the crew said they had left Minsk and landed in Baku.") == "reported");
}

TEST_CASE("a plan is shared by coordinated verbs and told in the present of a day ahead") {
    CHECK(modality("The president is to watch the parade on Wednesday and fly back to Minsk the same evening.") == "planned");
    CHECK(modality("The secretary is off to Minsk on Monday.") == "planned");
    CHECK(modality("The Il-76 fell ill-starred. It presumably went on to Baku.") == "possible");
}

TEST_CASE("who speaks may stand behind the verb, and not all that looks like a speaker is one") {
    CHECK(modality("“The jet landed in Baku on Tuesday,” said the commander.") == "reported");
    CHECK(modality("The jet landed in Baku on Tuesday, says a spokesman.") == "reported");
    CHECK(modality("The jet flew back to Baku on Tuesday, which suggests a short meeting.") == "asserted");
    CHECK(modality("After the Vienna show the band was flown to Baku at noon.") == "asserted");
    CHECK(modality("The plane is said to have landed in Baku, which Minsk denies.") == "denied");
}

TEST_CASE("what goes with a plan is planned") {
    const auto claims = claims_of("The party will cross on the Queen Mary 2, sailing from Southampton this Friday.");
    REQUIRE(!claims.empty());
    CHECK(to_string(claims[claims.size() - 1].modality) == "planned");
    CHECK(modality("The jet will fly to Baku on Friday, landing at noon.") == "planned");
    CHECK(modality("The An-124 that was due in from Minsk on Friday has been scrubbed.") == "cancelled");
}

TEST_CASE("a plan given up, an attempt that failed, and what no longer holds") {
    CHECK(modality("The jet had been due to leave Minsk on Tuesday but never did.") == "cancelled");
    CHECK(modality("The minister cancelled plans to fly to Minsk on Friday.") == "cancelled");
    CHECK(modality("The minister announced plans to fly to Minsk on Friday.") == "planned");
    CHECK(modality("The minister will no longer fly to Minsk on Friday.") == "negated");
    CHECK(modality("The pilot tried to land in Baku but gave up.") == "negated");
    CHECK(modality("Nobody saw the jet land in Baku on Tuesday.") == "negated");
    CHECK(modality("The jet did not in fact land in Baku on Tuesday.") == "negated");
}

TEST_CASE("plurals tell a plan in the plain form") {
    CHECK(modality("Both ministers fly back to Minsk on Monday.") == "planned");
    const auto claims = claims_of("The jet apparently left Minsk on Tuesday.");
    REQUIRE(claims.size() == 1);
    CHECK(to_string(claims[0].modality) == "possible");
    REQUIRE(claims[0].time.has_value());
    CHECK(claims[0].time->window.begin() < Instant(CivilDate(2024, 5, 16)));
}

TEST_CASE("a timed noun has its source, a plan its continuation") {
    CHECK(modality("Touchdown in Zurich was at 17:20 on Tuesday, according to the ministry.") == "reported");
    CHECK(modality("Touchdown in Zurich was at 17:20 on Tuesday, according to Flightradar24.") == "asserted");
    const auto claims = claims_of("He stays in Baku until Friday, when a jet takes the party from Baku to Minsk.");
    REQUIRE(claims.size() == 2);
    CHECK(to_string(claims[1].modality) == "planned");
}
