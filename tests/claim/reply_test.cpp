// SPDX-License-Identifier: BSL-1.0
// What the next sentence, or the part behind a semicolon, does to what was told.
#include "claim/article.hpp"

#include <doctest/doctest.h>

using namespace flightxref;

namespace {

std::string stance(const char* text) {
    const auto claims = claims_of(text);
    return claims.empty() ? "none" : std::string(to_string(claims[0].modality));
}

}  // namespace

TEST_CASE("the next sentence rejects what was told") {
    CHECK(stance("A popular blog has the minister's jet landing in Tabuk on Monday. Rubbish: it has not moved in a week.") == "denied");
    CHECK(stance("The plane landed in Tunis on Monday, a channel claimed. Nothing of the kind occurred, the airport said.") == "denied");
    CHECK(stance("The ambassador left Lima in anger on Friday, one daily reported. She says she did no such thing.") == "denied");
    CHECK(stance("The president flew to Minsk on Sunday, opposition media reported. It never happened.") == "denied");
    CHECK(stance("A newspaper reported that the airliner turned back over Crete on Monday. It did not, says the air force, which had it on radar.") == "denied");
    CHECK(stance("A newspaper reported that the queen flew to Oslo on Monday. The palace denied it.") == "denied");
    CHECK(stance("A tabloid has the couple landing in Faro on Monday; the palace says they did nothing of the sort.") == "denied");
}

TEST_CASE("what only sounds like a rejection leaves the story alone") {
    CHECK(stance("The minister landed in Rome on Monday. His wife did not travel.") == "asserted");
    CHECK(stance("The jet landed in Rome on Monday. It did not, however, stay long.") == "asserted");
    CHECK(stance("The minister flew to Rome on Monday. He denied it was a holiday.") == "asserted");
    CHECK(stance("The minister flew to Rome on Monday. Wrong turns are common there.") == "asserted");
    CHECK(stance("The minister will fly to Rome on Monday. Nothing of the kind was seen before.") == "planned");
    CHECK(stance("The minister flew to Rome on Monday. Not so long ago that was unthinkable.") == "asserted");
}

TEST_CASE("a plan that something else took the place of is cancelled") {
    CHECK(stance("The minister of health, who was to fly to Suva in the navy's plane on Friday, will instead take a scheduled flight there on Sunday.") == "cancelled");
    CHECK(stance("The minister was to fly to Suva on Friday; he went by ship instead.") == "planned");
    CHECK(stance("Two helicopters are to take off from Lae but stay put: a permit is missing.") == "cancelled");
    CHECK(stance("The minister was to fly to Suva on Friday instead, her office said.") == "planned");
    CHECK(stance("The minister was to fly to Suva instead of Nadi on Friday, her office said.") == "planned");
    CHECK(stance("The envoys are to fly to Lae on Friday but stay only a day.") == "planned");
}
