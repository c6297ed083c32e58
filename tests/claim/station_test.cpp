// SPDX-License-Identifier: BSL-1.0
// Stations told by place and time alone, whereabouts by another's account, and who stands for "another".
#include "claim/article.hpp"

#include <doctest/doctest.h>

using namespace flightxref;

TEST_CASE("a place follows: the journey goes on there") {
    CHECK(movements("The envoy left Nairobi on Tuesday for Kigali. Lusaka followed on Wednesday evening.") == "depart asserted Nairobi > Kigali; arrive asserted Nairobi > Lusaka");
    CHECK(movements("The pope flies to Jakarta on Friday. Dili follows on Monday, Singapore on Wednesday.") == "fly planned - > Jakarta; arrive planned Jakarta > Dili; arrive planned Dili > Singapore");
    CHECK(movements("A bomb went off in Quetta on Tuesday. Lahore followed on Wednesday.").empty());
}

TEST_CASE("a place and a clock are a station of the journey in hand") {
    CHECK(movements("The doctor left Calgary on Tuesday morning. Rome at last, shortly before midnight.") == "depart asserted Calgary > Rome; arrive asserted Calgary > Rome");
    CHECK(movements("The talks went on all day. Rome at last, shortly before midnight.").empty());
}

TEST_CASE("whereabouts by another's account") {
    CHECK(movements("Last week a blog had Anton Keller in Boston on 4 May.") == "visit asserted - > Boston");
    CHECK(movements("The affair put Anton Keller in the headlines on Tuesday.").empty());
    CHECK(movements("President Duterte is not in Manila tonight.") == "visit negated - > Manila");
    CHECK(movements("The jet is also said to have been in Tehran.") == "visit reported - > Tehran");
}

TEST_CASE("another stands for its noun") {
    CHECK(movements("Two helicopters took off from Lyon on Tuesday. Another landed in Paris at noon.") == "depart asserted Lyon > -; arrive asserted - > Paris");
    CHECK(movements("Another planned reform was discussed in Paris on Tuesday.").empty());
}

TEST_CASE("ships sail, wherever it is told from") {
    CHECK(movements("They had sailed from Nice at about 2 p.m. on Tuesday.") == "depart asserted Nice > -");
    CHECK(movements("Petr Ivanov crossed from Dover to Calais by ferry on Tuesday.") == "travel asserted Dover > Calais");
    CHECK(movements("Ivan Petrov stepped ashore in Palma at dusk on Tuesday.") == "arrive asserted - > Palma de Mallorca");
    CHECK(movements("She sailed through the exam on Tuesday.").empty());
}

TEST_CASE("what was refused or never took place") {
    CHECK(movements("Overflight of Algeria was refused to RA-86570 on Tuesday.") == "overfly negated - > -");
    CHECK(movements("No halt at Rome is foreseen.") == "stop negated - > Rome");
    CHECK(movements("The 9:55 p.m. departure for Paris did not take place on Tuesday.") == "depart negated - > Paris");
}

TEST_CASE("no journey: novels, games, scenes, nouns") {
    CHECK(movements("In her new novel a clerk boards a plane in Lisbon and gets off in Tangier. An inspector flies in from Gibraltar.").empty());
    CHECK(movements("The author of the novel flew to Oslo on Tuesday.") == "fly asserted - > Oslo");
    CHECK(movements("In the simulator you can leave Lukla at dawn, refuel in Paro and land in Kathmandu.").empty());
    CHECK(movements("Back in Kerala, phones rang off the hook.").empty());
    CHECK(movements("It left Oslo at two on Tuesday after two false starts.") == "depart asserted Oslo > -");
    CHECK(movements("The jet was left outside overnight at Stavanger.") == "on_ground asserted - > Stavanger");
    CHECK(movements("A seventh jet lands on the balance sheet in March.").empty());
}

TEST_CASE("what holds an aircraft, takes on its passengers or fetches them") {
    CHECK(movements("The C-17 landed in Oslo on Monday, but fog kept it in Oslo until noon on Tuesday.") == "arrive asserted - > Oslo; on_ground asserted - > Oslo");
    CHECK(movements("The board at Cointrin had it on the ground at 18:52 on Tuesday.") == "arrive asserted - > Geneva Cointrin International Airport");
    CHECK(movements("The Airbus A330 collected the passengers in Darwin on Tuesday.") == "stop asserted - > Darwin");
    CHECK(movements("A chartered ATR 72 is to fetch the prime minister on Friday.") == "fly planned - > -");
    CHECK(movements("The minister kept him in Oslo on Tuesday.").empty());
    CHECK(movements("The museum collected the letters in Darwin on Tuesday.").empty());
}

TEST_CASE("a programme leaves out its subject") {
    CHECK(movements("Monday. Leaves Oslo at 09:00 in the state Boeing 727, XT-BFA.") == "depart asserted Oslo > -");
    CHECK(movements("Travel tips. Leave early.").empty());
}

TEST_CASE("the leg in which something befell an aircraft is told once") {
    CHECK(movements("The aircraft taking Petr Ivanov from Oslo to Rome doubled back over Denmark on Tuesday.") == "turn_back asserted Oslo > Rome");
}

TEST_CASE("entry refused, no foot set") {
    CHECK(movements("The plane was refused entry by Bulgaria on Tuesday.") == "overfly negated - > -");
    CHECK(movements("Petr Ivanov never set foot in Uganda again.") == "visit negated - > Uganda");
}

TEST_CASE("whereabouts in passing, stations one by one") {
    CHECK(movements("Sergei Lavrov, in Jeddah since Monday, will travel on to Riyadh on Friday.") == "visit asserted - > Jeddah; travel planned Jeddah > Riyadh");
    CHECK(movements("Sergei Lavrov landed in Doha on Monday. Then came Riyadh, on Tuesday.") == "arrive asserted - > Doha; arrive asserted Doha > Riyadh");
    CHECK(movements("The president will land in Hanoi on Saturday and Manila on Sunday.") == "arrive planned - > Hanoi; arrive planned Hanoi > Manila");
    CHECK(movements("Antony Blinken arrived in Cairo, the third stop of his tour, late on Tuesday.") == "arrive asserted - > Cairo");
    CHECK(movements("Kamala Harris was due to leave Vientiane on Friday morning; the departure was scrapped.") == "depart cancelled Vientiane > -");
    CHECK(movements("Sergei Lavrov slipped into Oslo on Monday, met officials and was gone by dusk.") == "arrive asserted - > Oslo; depart asserted Oslo > -");
}

TEST_CASE("nouns that a day brings, with places no table knows") {
    CHECK(movements("Saturday brings a hop to Jakarta in an Australian C-130.") == "fly planned - > Jakarta");
    CHECK(movements("No halt at Zuwarat is foreseen.") == "stop negated - > -");
    CHECK(movements("Saturday brings a chance of rain in Jakarta.").empty());
}

TEST_CASE("who rides and who is ridden") {
    CHECK(movements("That Tuesday evening Petr Ivanov boarded the coach south.") == "depart asserted - > -");
    CHECK(movements("In Addis Ababa Petr Ivanov never boarded the connection.") == "depart negated Addis Ababa > -");
    CHECK(movements("The jet has been on Washington's blacklist since March.").empty());
    CHECK(movements("Spotters take it for the presidential Boeing 737.").empty());
}

TEST_CASE("not yet; turned away; set down") {
    CHECK(movements("The plane has yet to leave Tirana.") == "depart negated Tirana > -");
    CHECK(movements("The plane is yet to land in Rome.") == "arrive negated - > Rome");
    CHECK(movements("Islamabad turned away a Turkish A400M.") == "arrive negated - > -");
    CHECK(movements("The helicopter set Sergei Lavrov down in Asmara on Tuesday.") == "arrive asserted - > Asmara");
    CHECK(movements("A Challenger 604 shuttled between Riga and Nice all summer.") == "fly asserted Riga > Nice");
}

TEST_CASE("no journey: weapons of one way, space, rage, advice") {
    CHECK(movements("A Shahed drone reached Lviv on Tuesday.").empty());
    CHECK(movements("An Il-76 carrying Shahed drones reached Minsk on Tuesday.") == "arrive asserted - > Minsk");
    CHECK(movements("The crew capsule landed in Kazakhstan on Tuesday.").empty());
    CHECK(movements("The minister flew into a rage in Rome on Tuesday.").empty());
    CHECK(movements("Passengers should arrive at Heathrow three hours before departure.").empty());
}

TEST_CASE("a place that is skipped") {
    CHECK(movements("Sergei Lavrov skipped Minsk and headed straight for Doha on Tuesday.").find("depart asserted") != std::string::npos);
}

TEST_CASE("an aircraft stays in the airspace it entered; who sets off for something has no second journey") {
    CHECK(movements("Two MiG-31s entered Estonian airspace on Tuesday, the army said, and stayed for twelve minutes.").find("on_ground") == std::string::npos);
    CHECK(movements("Kamala Louw had set off from Rome to fetch him on Tuesday.") == "depart asserted Rome > -");
    CHECK(movements("22:20. A P-3 Orion scrambled from Foobar.") == "depart asserted - > -");
}

TEST_CASE("made it") {
    const auto claims = claims_of("Sergei Lavrov made it as far as Doha on Tuesday.");
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].trigger == "made it as far as");
}
