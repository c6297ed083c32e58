// SPDX-License-Identifier: BSL-1.0
// Logs, threads and live blogs: who moves is named, "be" is left out; serials that no plan of marks explains; "the first".
#include "claim/article.hpp"

#include <doctest/doctest.h>

using namespace flightxref;

TEST_CASE("a note names its craft and leaves out the verb") {
    CHECK(movements("HB-JWK, a Falcon 8X, out of Geneva at 0612 on Tuesday.") == "depart asserted Geneva > -");
    CHECK(movements("RA-82042 down at Leipzig at 14:05 on Tuesday, off again at 17:20 for Kabul.") == "arrive asserted - > Leipzig; depart asserted Leipzig > Kabul");
    CHECK(movements("The Gulfstream, back in Oslo by six on Tuesday, left again at nine for Rome.") == "return asserted - > Oslo; depart asserted Oslo > Rome");
    CHECK(movements("Airbus up in Paris on Tuesday, Boeing off in New York.").empty());
    CHECK(movements("The jet, off limits to reporters, was white.").empty());
}

TEST_CASE("a bare serial moves") {
    CHECK(movements("FAD-3060 left Paris for Santiago on Tuesday.") == "depart asserted Paris > Santiago");
    CHECK(movements("169344 left Oslo at noon on Tuesday.") == "depart asserted Oslo > -");
    CHECK(movements("1:20 p.m. FAD-3060 leaves Paris for Lyon.") == "depart asserted Paris > Lyon");
    CHECK(movements("10000 marks left the account on Tuesday.").empty());
}

TEST_CASE("one of several, by its number") {
    CHECK(movements("The jets took off from Lyon at six on Tuesday. The first landed in Paris at noon.") == "depart asserted Lyon > -; arrive asserted - > Paris");
    CHECK(movements("12:50 p.m. The two jets land in Paris.") == "arrive asserted - > Paris");
}

TEST_CASE("what receivers hear last") {
    CHECK(movements("The last signal was picked up over Crete at 9:34 a.m. on Tuesday.") == "last_seen asserted - > -");
    CHECK(movements("The last radar return, 9 miles south of Crete, was recorded at 7:41 a.m. on Tuesday.") == "last_seen asserted - > -");
    CHECK(movements("The first vote was recorded at 7:41 a.m. on Tuesday.").empty());
}

TEST_CASE("of an aircraft at a clock any place will do") {
    CHECK(movements("The plane was due in Kenyam at 9:50 a.m. on Tuesday.") == "arrive planned - > Kenyam");
    CHECK(movements("The Global Hawk had been launched from Sigonella on Tuesday.") == "depart asserted Sigonella Navy Air Base > -");
}

TEST_CASE("flashes and titles tell no name from a verb by its capital") {
    CHECK(movements("RA-96023 LANDED IN PYONGYANG AT 6 P.M. ON TUESDAY") == "arrive asserted - > Pyongyang");
    CHECK(movements("Vladimir Putin Lands in Pyongyang") == "arrive asserted - > Pyongyang");
    CHECK(movements("Angela Merkel, 63, boards an Airbus A340 for Osaka on Friday.") == "depart planned - > Osaka");
    CHECK(movements("Lands End in Cornwall").empty());
}

TEST_CASE("over a place, without a verb") {
    CHECK(movements("RCH871 over Greenland at 0412 on Tuesday.") == "overfly asserted - > -");
    CHECK(movements("Over Serbia, the jet HB-JWK turned back on Tuesday.") == "turn_back asserted - > -");
    CHECK(movements("Talks over Kosovo at 0412 on Tuesday.").empty());
}

TEST_CASE("headlines leave out the verb that is plain") {
    CHECK(movements("Sergei Lavrov to visit Pyongyang on Friday") == "visit planned - > Pyongyang");
    CHECK(movements("Sergei Lavrov off to Pyongyang") == "depart asserted - > Pyongyang");
    CHECK(movements("Sergei Lavrov back in Moscow on Tuesday") == "return asserted - > Moscow");
    CHECK(movements("Sergei Lavrov to the rescue in Pyongyang").empty());
    CHECK(movements("An invitation from Sergei Lavrov to visit Pyongyang on Friday was rejected.").empty());
}
