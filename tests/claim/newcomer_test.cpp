// SPDX-License-Identifier: BSL-1.0
// Travellers and places that no table knows: told by what they do and by where they stand.
#include "claim/article.hpp"

#include <doctest/doctest.h>

using namespace flightxref;

TEST_CASE("a name alone is somebody where it travels") {
    CHECK(movements("Okonjo landed in Doha on Tuesday.") == "arrive asserted - > Doha");
    CHECK(movements("Aides said Okonjo would fly to Rome on Friday.") == "fly planned - > Rome");
    CHECK(movements("Okonjo is due in Lima on Friday.") == "arrive planned - > Lima");
    CHECK(movements("Okonjo made a secret trip to Rome in May.") == "travel asserted - > Rome");
    CHECK(movements("The Zarkand delegation arrived in Rome late on Saturday.") == "arrive asserted - > Rome");
    CHECK(movements("Inflation landed in Turkey on Tuesday.").empty());
    CHECK(movements("Attention moved to Rome on Tuesday.").empty());
    CHECK(movements("Okonjo took off his hat in Rome.").empty());
}

TEST_CASE("whoever is named by a role travels") {
    CHECK(movements("The suspect flew to Istanbul two hours later.") == "fly asserted - > Istanbul");
    CHECK(movements("Three activists were flown to Amsterdam on Monday.") == "fly asserted - > Amsterdam");
    CHECK(movements("A cellist left Vienna for Tokyo on Sunday.") == "depart asserted Vienna > Tokyo");
}

TEST_CASE("a place that is in no table is known by its preposition and the journey before it") {
    CHECK(movements("The plane landed at Zimbolo at noon.") == "arrive asserted - > Zimbolo");
    CHECK(movements("She flew from Karalunda to Puerto Zelaya on Monday.") == "fly asserted Karalunda > Puerto Zelaya");
    CHECK(movements("They reached Karalunda at six.") == "arrive asserted - > Karalunda");
    CHECK(movements("The jet circled Harrow Bay on Monday.") == "circle asserted - > -");
    CHECK(movements("She wrote to Karalunda on Monday.").empty());
}
