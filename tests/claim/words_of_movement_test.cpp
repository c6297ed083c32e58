// SPDX-License-Identifier: BSL-1.0
// The words a movement is told with: verbs and their particles, nouns with a clock, notes without a verb.
#include "claim/article.hpp"

#include <doctest/doctest.h>

using namespace flightxref;

TEST_CASE("leaving in many words") {
    CHECK(movements("The Falcon 8X pushed off from Nice on Tuesday afternoon.") == "depart asserted Nice > -");
    CHECK(movements("The king's plane was wheels up at 9:15 p.m. on Tuesday.") == "depart asserted - > -");
    CHECK(movements("The prime minister is on a plane to Warsaw.") == "depart asserted - > Warsaw");
    CHECK(movements("The delegation quit Geneva on Tuesday.") == "depart asserted Geneva > -");
    CHECK(movements("The An-124 was out of Leipzig by dawn on Tuesday.") == "depart asserted Leipzig > -");
}

TEST_CASE("a landing that was forced is a diversion, one for fuel a stop") {
    CHECK(movements("The Boeing 737 was forced down in Minsk on Tuesday.") == "divert asserted - > Minsk");
    CHECK(movements("The Boeing 737 was forced to land in Minsk on Tuesday.") == "divert asserted - > Minsk");
    CHECK(movements("The Learjet had to put down in Tabriz on Tuesday.") == "divert asserted - > Tabriz");
    CHECK(movements("The Learjet landed in Tabriz on Tuesday.") == "arrive asserted - > Tabriz");
    CHECK(movements("The Learjet landed in Tabriz on Tuesday to refuel.") == "stop asserted - > Tabriz");
    CHECK(movements("The Learjet touched down in Tabriz for fuel on Tuesday.") == "stop asserted - > Tabriz");
    CHECK(movements("Ministers had to put down their pens on Tuesday.").empty());
}

TEST_CASE("who loses or finds an aircraft does not move") {
    CHECK(movements("Flightradar24 lost the jet near Chisinau at 17:03 on Tuesday.") == "last_seen asserted - > -");
    CHECK(movements("Receivers picked up the Il-76 near Murmansk at 7:15 on Tuesday.") == "first_seen asserted - > -");
    CHECK(movements("The jet surfaced on trackers near Tartus on Tuesday.") == "first_seen asserted - > -");
    CHECK(movements("Its transponder was switched off over Bulgaria at 11:05 on Tuesday.") == "last_seen asserted - > -");
}

TEST_CASE("an airspace is left without taking off from it, and closed to those who would cross it") {
    CHECK(movements("The Su-27 left Estonian airspace at 3:24 a.m. on Tuesday.") == "overfly asserted - > -");
    CHECK(movements("Algeria barred the plane from its airspace on Tuesday.") == "overfly negated - > -");
}

TEST_CASE("nouns with a clock of their own") {
    CHECK(movements("Touchdown in Brasilia was at 4:40 p.m. on Tuesday.") == "arrive asserted - > Brasilia");
    CHECK(movements("Departure from Nice: 14:10 on Tuesday.") == "depart asserted Nice > -");
    CHECK(movements("The departure of the old guard was at hand.").empty());
    CHECK(movements("Her departure at 9 a.m. drew protests.").empty());
}

TEST_CASE("notes leave out the verb") {
    CHECK(movements("The A330 landed in Doha at noon on Tuesday. Off again at 14:20. Down in Muscat at 15:31.") == "arrive asserted - > Doha; depart asserted Doha > Muscat; arrive asserted Doha > Muscat");
    CHECK(movements("Wheels down at Ramstein at 05:13 on Tuesday.") == "arrive asserted - > Ramstein Air Base");
    CHECK(movements("Up 12 on the week. Down in the dumps. Back to the drawing board.").empty());
}

TEST_CASE("the present tense with a time to come tells a plan") {
    CHECK(movements("The chancellor leaves for Tokyo on Friday.") == "depart planned - > Tokyo");
    CHECK(movements("The prince is flying to Doha on Saturday.") == "fly planned - > Doha");
    CHECK(movements("The foreign minister visits Hanoi next week.") == "visit planned - > Hanoi");
    CHECK(movements("The foreign minister is visiting Hanoi this week.") == "visit asserted - > Hanoi");
}

TEST_CASE("a plan that came otherwise was cancelled, one that came later was not") {
    CHECK(movements("The delegation was to leave for Geneva on Tuesday but fell ill.") == "depart cancelled - > Geneva");
    CHECK(movements("The Il-76 was to leave Minsk at 9 a.m. on Tuesday but took off at 11:40 a.m.") == "depart planned Minsk > -; depart asserted Minsk > -");
}

TEST_CASE("a participle that opens the sentence is told of the subject behind it") {
    CHECK(movements("Flown from Doha on Tuesday, the hostages were tired.") == "fly asserted Doha > -");
    CHECK(movements("Landing in Sofia on Tuesday, the envoy smiled.") == "arrive asserted - > Sofia");
}

TEST_CASE("words of movement that move nobody") {
    CHECK(movements("The prime minister landed in hot water on Tuesday.").empty());
    CHECK(movements("The prosecutor turned back to the flight log on Tuesday.").empty());
    CHECK(movements("The delegation will stay the course, said Paris.").empty());
    CHECK(movements("Flights to Tel Aviv resumed on Tuesday.").empty());
    CHECK(movements("The jet appears to have left Larnaca on Tuesday.") == "depart possible Larnaca > -");
}

TEST_CASE("verbs that are coordinated share their auxiliaries") {
    CHECK(movements("The emir will leave Doha on Friday and reach Rome on Saturday.") == "depart planned Doha > Rome; arrive planned Doha > Rome");
    CHECK(movements("The emir is to leave Doha on Friday and fly to Rome on Saturday.") == "depart planned Doha > -; fly planned Doha > Rome");
    CHECK(movements("The emir left Doha on Monday and flew to Rome on Tuesday.") == "depart asserted Doha > -; fly asserted Doha > Rome");
}

TEST_CASE("what is only possible, and what a source rejects") {
    CHECK(movements("It is possible that the emir will travel to Rome.") == "travel possible - > Rome");
    CHECK(movements("Perhaps the jet had flown from Accra to Lagos on Tuesday.") == "fly possible Accra > Lagos");
    CHECK(movements("The envoy did not land in Doha on Tuesday, his spokesman said.") == "arrive denied - > Doha");
    CHECK(movements("The envoy had not yet landed in Doha on Tuesday, his spokesman said.") == "arrive negated - > Doha");
    CHECK(movements("The envoy will not visit Doha, his spokesman said.") == "visit negated - > Doha");
}

TEST_CASE("a second mover with its own clock needs no verb; nobody's movement is none") {
    CHECK(movements("N501LX landed in Nice at 9:20 a.m. on Tuesday; the second jet at 9:38 a.m.") == "arrive asserted - > Nice; arrive asserted - > Nice");
    CHECK(movements("P4-XYZ left Nice at six on Tuesday evening, VP-CAB at seven.") == "depart asserted Nice > -; depart asserted Nice > -");
    CHECK(movements("A tag showed that one left Senegal on the 9th.").empty());
}

TEST_CASE("who plans to leave is no leaving plan") {
    CHECK(movements("The emir plans to leave Doha on Friday.") == "depart planned Doha > -");
}

TEST_CASE("a remark between mover and verb hides neither") {
    CHECK(movements("The jet pulled away from Doha at 11:40 p.m. on Monday, two hours late, and touched down in Nice at 4:31 a.m. on Tuesday.") == "depart asserted Doha > Nice; arrive asserted Doha > Nice");
    CHECK(movements("The Super Pumas, their job done, go home to Venezuela.") == "return asserted - > Venezuela");
    CHECK(movements("The jet, an A320 hired by the ministry, left Doha on Tuesday.") == "depart asserted Doha > -");
}

TEST_CASE("presence at a clock is an arrival, over days a stay") {
    CHECK(movements("The envoy left Oslo on Tuesday. He's in Rome now.") == "depart asserted Oslo > Rome; arrive asserted Oslo > Rome");
    CHECK(movements("The jet was in Riyadh by noon on Tuesday.") == "arrive asserted - > Riyadh");
    CHECK(movements("The jet was on the runway in Riyadh at 14:20 on Tuesday.") == "arrive asserted - > Riyadh");
    CHECK(movements("The King Air has been in Riyadh since Sunday.") == "on_ground asserted - > Riyadh");
    CHECK(movements("The minister was in Riyadh on Sunday.") == "visit asserted - > Riyadh");
}

TEST_CASE("what did not happen, was prevented or called off") {
    CHECK(movements("Fog kept the crew from landing in Tabriz on Monday.") == "arrive negated - > Tabriz");
    CHECK(movements("Flight QR411, planned for 8:45 on Monday, has been scrubbed.") == "depart cancelled - > -");
    CHECK(movements("The minister goes no farther.") == "travel negated - > -");
    CHECK(movements("The foreign minister will not accompany her.") == "travel negated - > -");
}

TEST_CASE("others turn a craft, or it lands for their sake") {
    CHECK(movements("Controllers ordered the jet to Tabriz on Monday.") == "divert asserted - > Tabriz");
    CHECK(movements("The Dash 8 touched down in Tabriz on Monday to drop a doctor.") == "stop asserted - > Tabriz");
}

TEST_CASE("ways of going") {
    CHECK(movements("The envoy nipped down to Batumi on Monday.") == "travel asserted - > Batumi");
    CHECK(movements("The fugitive walked into Togo on Monday.") == "arrive asserted - > Togo");
    CHECK(movements("A helicopter brought them into Nuuk just before midnight.") == "arrive asserted - > Nuuk");
    CHECK(movements("The general drove to Osh on Wednesday.") == "travel asserted - > Osh");
    CHECK(movements("The minister may go by patrol boat tonight.") == "travel possible - > -");
}

TEST_CASE("people and craft that nobody counts or names, permissions and times of something else are no journeys") {
    CHECK(movements("Tourists left Greece in droves last summer.").empty());
    CHECK(movements("Planes may not land in Nice after dark.").empty());
    CHECK(movements("The Gulfstream was cleared to land in Nice at 14:10 on Monday.").empty());
    CHECK(movements("Guests must collect their passports before their flight departs.").empty());
    CHECK(movements("The two tourists left Greece on Monday.") == "depart asserted Greece > -");
}

TEST_CASE("seen, held, and once more somewhere") {
    CHECK(movements("The Falcon jet was seen over Bodrum at 13:00 on Tuesday.") == "overfly asserted - > -");
    CHECK(movements("The minister's jet had been due to depart at nine on Monday but was held for two hours.") == "depart planned - > -");
    CHECK(movements("There is no evidence the plane ever left Nice on Monday.") == "depart denied Nice > -");
    CHECK(movements("Okello has scrapped a planned trip to Berlin this weekend.") == "travel cancelled - > Berlin");
    CHECK(movements("From Cairo she went on to Amman on Monday.") == "travel asserted Cairo > Amman");
}

TEST_CASE("coming in in poor shape, and cutting across") {
    CHECK(movements("The Learjet limped into Funchal on Tuesday.") == "arrive asserted - > Funchal");
    CHECK(movements("The Learjet limped back to Funchal on Tuesday.") == "return asserted - > Funchal");
    CHECK(movements("The minister sat down in Graz with her colleagues on Tuesday.").empty());
    CHECK(movements("The Learjet cut across Cuba on Tuesday.") == "overfly asserted - > -");
}

TEST_CASE("a verb that no table has tells of a movement by what stands behind it") {
    CHECK(movements("The C-130 clattered into Juba on Tuesday.") == "arrive asserted - > Juba");
    CHECK(movements("The Gulfstream jinked out of Riga on Tuesday.") == "depart asserted Riga > -");
    CHECK(movements("At noon on Tuesday the Antonov heaved itself away from Leipzig.") == "depart asserted Leipzig > -");
    CHECK(movements("The airliner trundled to Oslo on Tuesday.") == "fly asserted - > Oslo");
    CHECK(movements("The pilot crept north for Oslo at noon on Tuesday.") == "depart asserted - > Oslo");
    CHECK(movements("The jet squeezed its way into Cairo on Tuesday.") == "arrive asserted - > Cairo");
}

TEST_CASE("what belongs or is said to a place does not move there") {
    CHECK(movements("The jet pertained to Oslo on Tuesday.").empty());
    CHECK(movements("The jet, tethered to Oslo by a lawsuit, was white.").empty());
    CHECK(movements("The jet chartered to Riga cost two million.").empty());
    CHECK(movements("The minister warmed to Paris on Tuesday.").empty());
    CHECK(movements("The helicopter radioed to Oslo on Tuesday.").empty());
}
