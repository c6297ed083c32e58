// SPDX-License-Identifier: BSL-1.0
// The words a movement is told with: verbs and their particles, nouns with a clock, notes without a verb.
#include "claim/article.hpp"

#include <doctest/doctest.h>

using namespace flightxref;

namespace {

/// "depart asserted Nice > Doha; ...": event, modality and ends of each claim.
std::string told(std::string text) {
    std::string lines;
    const auto name = [](const std::optional<Place>& p) { return p ? p->name : std::string("-"); };
    for (const Claim& c : claims_of(std::move(text))) lines += (lines.empty() ? "" : "; ") + std::string(to_string(c.event)) + " " + std::string(to_string(c.modality)) + " " + name(c.origin) + " > " + name(c.destination);
    return lines;
}

}  // namespace

TEST_CASE("leaving in many words") {
    CHECK(told("The Falcon 8X pushed off from Nice on Tuesday afternoon.") == "depart asserted Nice > -");
    CHECK(told("The king's plane was wheels up at 9:15 p.m. on Tuesday.") == "depart asserted - > -");
    CHECK(told("The prime minister is on a plane to Warsaw.") == "depart asserted - > Warsaw");
    CHECK(told("The delegation quit Geneva on Tuesday.") == "depart asserted Geneva > -");
    CHECK(told("The An-124 was out of Leipzig by dawn on Tuesday.") == "depart asserted Leipzig > -");
}

TEST_CASE("a landing that was forced is a diversion, one for fuel a stop") {
    CHECK(told("The Boeing 737 was forced down in Minsk on Tuesday.") == "divert asserted - > Minsk");
    CHECK(told("The Boeing 737 was forced to land in Minsk on Tuesday.") == "divert asserted - > Minsk");
    CHECK(told("The Learjet had to put down in Tabriz on Tuesday.") == "divert asserted - > Tabriz");
    CHECK(told("The Learjet landed in Tabriz on Tuesday.") == "arrive asserted - > Tabriz");
    CHECK(told("The Learjet landed in Tabriz on Tuesday to refuel.") == "stop asserted - > Tabriz");
    CHECK(told("The Learjet touched down in Tabriz for fuel on Tuesday.") == "stop asserted - > Tabriz");
    CHECK(told("Ministers had to put down their pens on Tuesday.").empty());
}

TEST_CASE("who loses or finds an aircraft does not move") {
    CHECK(told("Flightradar24 lost the jet near Chisinau at 17:03 on Tuesday.") == "last_seen asserted - > -");
    CHECK(told("Receivers picked up the Il-76 near Murmansk at 7:15 on Tuesday.") == "first_seen asserted - > -");
    CHECK(told("The jet surfaced on trackers near Tartus on Tuesday.") == "first_seen asserted - > -");
    CHECK(told("Its transponder was switched off over Bulgaria at 11:05 on Tuesday.") == "last_seen asserted - > -");
}

TEST_CASE("an airspace is left without taking off from it, and closed to those who would cross it") {
    CHECK(told("The Su-27 left Estonian airspace at 3:24 a.m. on Tuesday.") == "overfly asserted - > -");
    CHECK(told("Algeria barred the plane from its airspace on Tuesday.") == "overfly negated - > -");
}

TEST_CASE("nouns with a clock of their own") {
    CHECK(told("Touchdown in Brasilia was at 4:40 p.m. on Tuesday.") == "arrive asserted - > Brasilia");
    CHECK(told("Departure from Nice: 14:10 on Tuesday.") == "depart asserted Nice > -");
    CHECK(told("The departure of the old guard was at hand.").empty());
    CHECK(told("Her departure at 9 a.m. drew protests.").empty());
}

TEST_CASE("notes leave out the verb") {
    CHECK(told("The A330 landed in Doha at noon on Tuesday. Off again at 14:20. Down in Muscat at 15:31.") == "arrive asserted - > Doha; depart asserted Doha > Muscat; arrive asserted Doha > Muscat");
    CHECK(told("Wheels down at Ramstein at 05:13 on Tuesday.") == "arrive asserted - > Ramstein Air Base");
    CHECK(told("Up 12 on the week. Down in the dumps. Back to the drawing board.").empty());
}

TEST_CASE("the present tense with a time to come tells a plan") {
    CHECK(told("The chancellor leaves for Tokyo on Friday.") == "depart planned - > Tokyo");
    CHECK(told("The prince is flying to Doha on Saturday.") == "fly planned - > Doha");
    CHECK(told("The foreign minister visits Hanoi next week.") == "visit planned - > Hanoi");
    CHECK(told("The foreign minister is visiting Hanoi this week.") == "visit asserted - > Hanoi");
}

TEST_CASE("a plan that came otherwise was cancelled, one that came later was not") {
    CHECK(told("The delegation was to leave for Geneva on Tuesday but fell ill.") == "depart cancelled - > Geneva");
    CHECK(told("The Il-76 was to leave Minsk at 9 a.m. on Tuesday but took off at 11:40 a.m.") == "depart planned Minsk > -; depart asserted Minsk > -");
}

TEST_CASE("a participle that opens the sentence is told of the subject behind it") {
    CHECK(told("Flown from Doha on Tuesday, the hostages were tired.") == "fly asserted Doha > -");
    CHECK(told("Landing in Sofia on Tuesday, the envoy smiled.") == "arrive asserted - > Sofia");
}

TEST_CASE("words of movement that move nobody") {
    CHECK(told("The prime minister landed in hot water on Tuesday.").empty());
    CHECK(told("The prosecutor turned back to the flight log on Tuesday.").empty());
    CHECK(told("The delegation will stay the course, said Paris.").empty());
    CHECK(told("Flights to Tel Aviv resumed on Tuesday.").empty());
    CHECK(told("The jet appears to have left Larnaca on Tuesday.") == "depart possible Larnaca > -");
}

TEST_CASE("verbs that are coordinated share their auxiliaries") {
    CHECK(told("The emir will leave Doha on Friday and reach Rome on Saturday.") == "depart planned Doha > Rome; arrive planned Doha > Rome");
    CHECK(told("The emir is to leave Doha on Friday and fly to Rome on Saturday.") == "depart planned Doha > -; fly planned Doha > Rome");
    CHECK(told("The emir left Doha on Monday and flew to Rome on Tuesday.") == "depart asserted Doha > -; fly asserted Doha > Rome");
}

TEST_CASE("what is only possible, and what a source rejects") {
    CHECK(told("It is possible that the emir will travel to Rome.") == "travel possible - > Rome");
    CHECK(told("Perhaps the jet had flown from Accra to Lagos on Tuesday.") == "fly possible Accra > Lagos");
    CHECK(told("The envoy did not land in Doha on Tuesday, his spokesman said.") == "arrive denied - > Doha");
    CHECK(told("The envoy had not yet landed in Doha on Tuesday, his spokesman said.") == "arrive negated - > Doha");
    CHECK(told("The envoy will not visit Doha, his spokesman said.") == "visit negated - > Doha");
}

TEST_CASE("a second mover with its own clock needs no verb; nobody's movement is none") {
    CHECK(told("N501LX landed in Nice at 9:20 a.m. on Tuesday; the second jet at 9:38 a.m.") == "arrive asserted - > Nice; arrive asserted - > Nice");
    CHECK(told("P4-XYZ left Nice at six on Tuesday evening, VP-CAB at seven.") == "depart asserted Nice > -; depart asserted Nice > -");
    CHECK(told("A tag showed that one left Senegal on the 9th.").empty());
}

TEST_CASE("who plans to leave is no leaving plan") {
    CHECK(told("The emir plans to leave Doha on Friday.") == "depart planned Doha > -");
}
