// SPDX-License-Identifier: BSL-1.0
#include "claim/article.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace flightxref;

namespace {

/// "arrive Minsk > Baku by air": what a text says of a journey, one line a claim.
std::vector<std::string> told(std::string text) {
    std::vector<std::string> lines;
    for (const Claim& c : claims_of(std::move(text)))
        lines.push_back(std::string(to_string(c.event)) + " " + (c.origin ? c.origin->name : "-") + " > " + (c.destination ? c.destination->name : "-") + " by " + std::string(to_string(c.mode)));
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the craft spoken of next is the one the traveller left on") {
    CHECK(told("Prime Minister Anna Halvor left Riga at 9 a.m. on Tuesday. The jet landed in Lisbon at noon.") == Lines{"depart Riga > Lisbon by air", "arrive Riga > Lisbon by air"});
}

TEST_CASE("whoever rides on goes from where the story stands") {
    const auto lines = told("Anna Halvor's plane landed in Lisbon on Tuesday. Three cars took the envoys to Sintra.");
    REQUIRE(lines.size() == 2);
    CHECK(lines[1] == "travel Lisbon > Sintra by road");
}

TEST_CASE("a landing in the country flown to ends the leg already told") {
    CHECK(told("The Il-76 flew from Minsk to Turkey on Monday. It landed at Esenboga airport in Ankara at noon.").back().starts_with("arrive Minsk > "));
}

TEST_CASE("a border crossed by train is no end of the leg") {
    const auto lines = told("His armoured train left Minsk on Monday. It crossed the border in the early hours of Tuesday and pulled into Moscow at noon.");
    REQUIRE(!lines.empty());
    CHECK(lines.back() == "arrive Minsk > Moscow by rail");
}

TEST_CASE("what had happened on another journey lends no origin") {
    const auto lines = told("The Il-76 landed in Baku on Tuesday. Its passenger, Anna Halvor, had flown to Oslo on Sunday.");
    REQUIRE(lines.size() == 2);
    CHECK(lines[1] == "fly - > Oslo by air");
}

TEST_CASE("home is the country of who goes there, and never the one they are in") {
    CHECK(told("Six freed Canadians flew home from Caracas on Monday.") == Lines{"return Caracas > Canada by air"});
    CHECK(told("Finnish president Anna Halvor landed in Lisbon on Monday. She flew home on Tuesday.").back() == "return Lisbon > Finland by air");
}

TEST_CASE("a place that only its kind is told of lies where the journey stands") {
    CHECK(told("The Il-76 landed at Esenboga airport in Ankara on Monday. It stood on the Turkish apron until Wednesday.").back() == "on_ground - > Esenboğa International Airport by air");
}

TEST_CASE("there is the place named last") {
    CHECK(told("The Tu-154 left Minsk at 9:40 a.m. on Tuesday. The crew made for Baku and landed there at noon.").back() == "arrive Minsk > Baku by air");
}

TEST_CASE("who is back came the way the leg behind the summary tells") {
    CHECK(told("Anna Halvor is back in Lisbon. Her jet landed in the Portuguese capital at noon on Tuesday.").front() == "return - > Lisbon by air");
}

TEST_CASE("who is aboard a craft is aboard on each leg of its trip") {
    Document document;
    document.text = "The Falcon 7X left Riga on Tuesday. Aboard were Anna Halvor and Pedro Quill. It refuelled in Porto and landed in Lisbon at noon.";
    document.published = CivilDate(2024, 5, 16);
    document.published_zone = "Europe/London";
    const auto claims = extract_claims(document);
    REQUIRE(claims.items.size() == 3);
    for (const Claim& c : claims) {
        REQUIRE(c.travellers.size() == 2);
        CHECK(c.travellers[0].name == "Anna Halvor");
        CHECK(c.travellers[1].name == "Pedro Quill");
    }
}

TEST_CASE("a landing after a new course lends the departure no goal") {
    CHECK(told("The Il-76 left Minsk at 9 a.m. on Tuesday. Over the sea it was diverted to Baku, where it landed at noon.").front() == "depart Minsk > - by air");
}

TEST_CASE("a trip within a town needs no table of its buildings") {
    const auto lines = told("Anna Halvor's plane landed in Lisbon on Tuesday. She then went by car to the Maritime Prefecture.");
    REQUIRE(lines.size() == 2);
    CHECK(lines[1] == "travel Lisbon > Lisbon by road");
}

TEST_CASE("a base lies where it is said to lie, whoever owns it") {
    CHECK(told("The Il-76 landed at a Russian base near Tiraspol on Monday.").back() == "arrive - > Tiraspol by air");
}

TEST_CASE("a leg told twice lends its ends to both tellings") {
    CHECK(told("Anna Halvor flew to Luanda on Monday aboard a Falcon 50. The aircraft left Lisbon at 10:15 and landed in Luanda at six.").front() == "fly Lisbon > Luanda by air");
    CHECK(told("A jet landed in Kyiv on Monday evening; it had come straight from Baku.").front() == "arrive Baku > Kyiv by air");
    CHECK(told("The Dash 8 took off again from Galkayo at two on Monday. It flew on to Bosaso.").front() == "depart Galkayo > Bosaso by air");
    CHECK(told("On Tuesday they boarded the weekly ATR 72 to Funafuti, FJ281, which left Nadi at nine.").back() == "depart Nadi > Funafuti by air");
}

TEST_CASE("a flight that turned back was bound for where it was going") {
    CHECK(told("Kenya Airways flight KQ100 from Nairobi to London turned back over Sudan on Monday. It had left Mombasa at noon and landed in Mombasa again at four.")[1] == "depart Mombasa > London by air");
}

TEST_CASE("the craft taken for granted behind a departure is the one left on") {
    const auto claims = claims_of("The envoys departed Sochi at 10:43 on Monday and arrived in Varna at noon. The aircraft was a Bulgarian Airbus A319, registration LZ-AOB.");
    REQUIRE(claims.size() == 2);
    for (const Claim& c : claims) {
        REQUIRE(c.aircraft);
        CHECK(c.aircraft->registration == "LZ-AOB");
    }
}

TEST_CASE("a leg begins where the one before led, landing told or not") {
    CHECK(told("Anna Halvor left Riga for Lisbon on Monday. On Thursday she flew to Oslo.").back() == "fly Lisbon > Oslo by air");
    CHECK(told("Anna Halvor left Riga for Lisbon on Monday. After four days there she will return.").back() == "return Lisbon > Riga by unknown");
}

TEST_CASE("craft told of one by one behind their number are those") {
    const auto claims = claims_of("Two aircraft left Riga on Sunday. An A400M, ZM499, flew to Akrotiri. A C-17, ZZ199, flew to Amman.");
    REQUIRE(claims.size() == 4);
    CHECK(claims[0].aircraft->registration == "ZM499");
    CHECK(claims[1].aircraft->registration == "ZZ199");
    REQUIRE(claims[3].origin);
    CHECK(claims[3].origin->name == "Riga");
    CHECK_FALSE(claims[0].destination);  // each went elsewhere
}

TEST_CASE("a story is followed in the order of what happened, not of the telling") {
    struct Story {
        const char* text;
        Lines lines;
    };
    const Story stories[] = {
        // the outcome, a look back, and the next leg
        {"President Anna Halvor arrived in Windhoek on Tuesday evening. Her Falcon 7X had left Riga at 9 a.m. and stopped in Cairo. On Wednesday morning the jet flew on to Luanda, where it touched down before noon.",
         {"arrive Riga > Windhoek by air", "depart Riga > Windhoek by air", "stop Riga > Cairo by air", "fly Windhoek > Luanda by air", "arrive Windhoek > Luanda by air"}},
        // told backwards
        {"The Falcon 7X landed in Lisbon at 6 p.m. on Tuesday. At 3 p.m. it crossed Spain. The jet left Riga at 1 p.m.", {"arrive Riga > Lisbon by air", "overfly Riga > Lisbon by air", "depart Riga > Lisbon by air"}},
        // the summary keeps its leg though another journey is told before its details
        {"The Falcon 7X flew from Riga to Oslo on Tuesday, landing at 9:40 p.m. The same plane had gone to Minsk on Monday. On Wednesday it took off for Bergen.", {"arrive Riga > Oslo by air", "fly - > Minsk by air", "depart Oslo > Bergen by air"}},
        // the leg that ended where the next one began
        {"Anna Halvor left Taipei on Wednesday evening. She had arrived on Tuesday night from Kuala Lumpur.", {"depart Taipei > - by unknown", "arrive Kuala Lumpur > Taipei by unknown"}},
        // what lies ahead tells where a leg leads
        {"The Falcon 7X took off from Riga at 9 a.m. on Tuesday and is due in Lisbon at noon.", {"depart Riga > Lisbon by air", "arrive Riga > Lisbon by air"}},
        // a round trip comes from nowhere in particular
        {"The Falcon 7X took off from Riga at 9 a.m. on Tuesday to search for the ferry. It returned to Riga at noon.", {"depart Riga > - by air", "return - > Riga by air"}},
    };
    for (const Story& story : stories) {
        CAPTURE(story.text);
        CHECK(told(story.text) == story.lines);
    }
}

TEST_CASE("whose plane has gone there has gone there on it") {
    CHECK(told("The emir's Falcon 7X landed in Lisbon at 6 p.m. on Tuesday. The emir left Riga at 1 p.m.").back() == "depart Riga > Lisbon by air");
}

TEST_CASE("a landing refused is told with the place that refuses") {
    CHECK(told("The Falcon 7X left Riga for Tbilisi on Tuesday. Poland did not let the plane land.").back() == "arrive Riga > Poland by air");
    CHECK(told("The Falcon 7X was turned away from Porto on Tuesday because of fog.").back() == "arrive - > Porto by air");
}

TEST_CASE("the side a border is crossed from is not where the flight began") {
    CHECK(told("The Falcon 7X left Doha on Tuesday. At noon it crossed into Jordan from Saudi Arabia.").back() == "overfly Doha > - by air");
}

TEST_CASE("a journey goes on from where it was re-routed to, and on its way to a border is not over") {
    const auto lines = told("The Falcon 7X left Baku for Tbilisi on Tuesday. Poland did not let the plane land, so it diverted to Yerevan. From Yerevan the envoys went by car to the border and crossed into Georgia. The Falcon flew home empty.");
    REQUIRE(lines.size() == 6);
    CHECK(lines[4].starts_with("arrive Yerevan > "));
    CHECK(lines[4].ends_with(" by road"));
    CHECK(lines[5].starts_with("return Yerevan > "));
}

TEST_CASE("whom the text calls he without a name we know has a journey of his own") {
    CHECK(told("He left Riga for Lisbon on Monday. On Tuesday he went on to Porto. He flew to Oslo on Wednesday.") == Lines{"depart Riga > Lisbon by unknown", "travel Lisbon > Porto by unknown", "fly Porto > Oslo by air"});
}

TEST_CASE("what was flying somewhere has not got there") {
    CHECK(told("The Falcon 7X was flying from Riga to Lisbon on Tuesday when it lost pressure. It landed in Porto at noon.").back() == "arrive Riga > Porto by air");
}

TEST_CASE("one more of a kind is not the one told of before") {
    CHECK(told("The first C-130J landed in Riga at 8 a.m. on Tuesday. A second reached Oslo in the evening.").back() == "arrive - > Oslo by air");
}

TEST_CASE("a delegation goes home to the country it is named for") {
    CHECK(told("North Korea's delegation arrived in Riga on Monday. The delegation is home.").back() == "return Riga > North Korea by unknown");
}

TEST_CASE("a landing is where the craft had been told to be") {
    CHECK(told("Two Falcon jets came down at Lisbon on Tuesday morning. The first, CS-DTA, took off from Riga at 5 a.m. and landed at 7:40 a.m.").back() == "arrive Riga > Lisbon by air");
}

TEST_CASE("who turns round never reached where he was bound for") {
    CHECK(told("The Falcon 7X took off from Riga for Lisbon at 7:20 a.m. on Tuesday and went back to Riga at 7:45 a.m.").back() == "return - > Riga by air");
}

TEST_CASE("a landing at a place that no table knows is not where the story stands") {
    CHECK(told("The Falcon 7X left Riga for Lisbon on Tuesday. The jet landed at the Corvo copper mine.").back() == "arrive Riga > - by air");
}

TEST_CASE("a call sign is that of each leg of a mission where nothing else names the craft") {
    const auto claims = claims_of("A C-17A, call sign RCH471, left Riga at 6 a.m. on Tuesday and landed in Oslo at 8 a.m. On Wednesday it left for Lisbon.");
    REQUIRE(claims.size() == 3);
    for (const Claim& c : claims) {
        REQUIRE(c.aircraft);
        CHECK(c.aircraft->callsign == "RCH471");
    }
}

TEST_CASE("a flight not boarded is the one that was booked") {
    const auto claims = claims_of("The minister had been booked on flight SU150 from Riga to Lisbon on Monday but did not board.");
    REQUIRE(claims.size() == 1);
    REQUIRE(claims[0].aircraft);
    CHECK(claims[0].aircraft->flight_number == "SU150");
    CHECK(told("The minister had been booked on flight SU150 from Riga to Lisbon on Monday but did not board.") == Lines{"depart Riga > Lisbon by air"});
}

TEST_CASE("both are two claims, and a second craft keeps its number to itself") {
    const auto both = claims_of("Two Falcon jets, F-RAFA and F-RAFB, left Paris on Friday. Both landed in Rabat at noon.");
    REQUIRE(both.size() == 4);
    CHECK(both[2].aircraft->registration == "F-RAFA");
    CHECK(both[3].aircraft->registration == "F-RAFB");
    const auto second = claims_of("The king's Boeing 787 and a second jet, HZ-103, landed in Nice on Friday.");
    REQUIRE(second.size() == 2);
    CHECK(second[0].aircraft->registration.empty());
    CHECK(second[1].aircraft->registration == "HZ-103");
}

TEST_CASE("what is crossed on the way from one town to another belongs to that leg") {
    CHECK(told("The Falcon 7X passed over Turkey on its way from Riga to Tripoli on Tuesday.") == Lines{"overfly Riga > Tripoli by air"});
    CHECK(told("A Cessna 208 disappeared from radar on a flight from Riga to Lisbon on Tuesday.") == Lines{"last_seen Riga > Lisbon by air"});
}

TEST_CASE("a name that begins as \"all\" or \"both\" does is none of them") {
    const auto claims = claims_of("The jets RA-96023 and RA-96019 left Moscow on Monday. Allen returned on Tuesday.");
    CHECK(std::none_of(claims.begin(), claims.end(), [](const Claim& c) { return c.trigger == "returned" && c.aircraft && !c.aircraft->registration.empty(); }));
}

TEST_CASE("what a leg is said not to have done belongs to that leg") {
    CHECK(movements("The Il-76 left Minsk at noon on Tuesday and landed in Baku at four. The ministry denied that it had stopped in Tbilisi.").ends_with("stop denied Minsk > Tbilisi"));
    CHECK(movements("The Il-76 left Minsk at noon on Tuesday for Baku. At no time did it enter Georgian airspace, the ministry said.").ends_with("overfly denied Minsk > Baku"));
    CHECK(movements("The Falcon left Nice for Doha on Tuesday. It did not land in Nice, the ministry said.").ends_with("arrive denied - > Nice"));
}

TEST_CASE("a jet that turned back lands where its leg began") {
    CHECK(movements("The Falcon took off from Nice for Doha at noon on Tuesday. Over Crete it turned back. It touched down in Nice at three.").ends_with("arrive asserted Nice > Nice"));
}

TEST_CASE("a stop on the way does not make a leg forget its goal") {
    CHECK(movements("The Gulfstream left Nice for Doha on Monday evening, refuelled in Cairo and took off again at 11 p.m.").ends_with("depart asserted Cairo > Doha"));
    CHECK(movements("The jet slipped out of Nice for Doha on Sunday evening, stopped for an hour in Cairo and had arrived by midnight.").ends_with("> Doha"));
}

TEST_CASE("a leg that fell through leaves the craft where it was to start") {
    CHECK(movements("A Lufthansa A320 was to fly from Oslo to Riga on Monday, but its crew fell ill. It arrived at noon on Tuesday.").ends_with("arrive asserted Oslo > Riga"));
}

TEST_CASE("who leaves one place and then another went from the one to the other") {
    CHECK(movements("The Falcon left Nice at 8 a.m. on Tuesday. It left Geneva at noon and reached London at one.").starts_with("depart asserted Nice > Geneva; depart asserted Geneva > London"));
}

TEST_CASE("a town that no table lists is left as it is reached") {
    CHECK(movements("The patrol boat left Kvalvika at four on Tuesday and tied up in Bergen at noon.").starts_with("depart asserted Kvalvika > Bergen"));
}

TEST_CASE("a ride to a building begins in the town where the story stands") {
    CHECK(movements("The Gulfstream landed in Oslo on Monday. Two of the patients were driven to the university hospital.").ends_with("travel asserted Oslo > Oslo"));
}

TEST_CASE("a look back that names no time leaves the leg told before whole") {
    CHECK(movements("Anna Halvor left Nice at 7 a.m. on Tuesday in a Twin Otter and was in Rome at 9 a.m. the same day. On paper she had landed before it had taken off.").starts_with("depart asserted Nice > Rome; arrive asserted Nice > Rome"));
    CHECK(movements("Anna Halvor left Nice at 7 a.m. on Tuesday in a Twin Otter and was in Rome at 9 a.m. the same day. Some said that the Twin Otter had made a detour to Elba on its way back from Rome.").starts_with("depart asserted Nice > Rome; arrive asserted Nice > Rome"));
}

TEST_CASE("what happens where a leg led happens there, and the next leg begins there") {
    CHECK(movements("A Falcon left Nice for Bari, where it refuelled on Tuesday evening. It landed in Cairo at midnight.") == "depart asserted Nice > Bari; stop asserted Nice > Bari; arrive asserted Bari > Cairo");
    CHECK(movements("A Falcon left Nice for Bari, where it stopped for an hour on Tuesday. It then crossed Greece and landed in Cairo.").ends_with("overfly asserted Bari > Cairo; arrive asserted Bari > Cairo"));
    CHECK(movements("The minister flew to Bari, where a second jet landed at noon on Tuesday.").ends_with("arrive asserted - > Bari"));
}

TEST_CASE("who goes on in the same sentence goes from where it has taken them") {
    CHECK(movements("Anna Halvor had gone to Nice by road on Saturday and drove back on Monday.").ends_with("return asserted Nice > -"));
}

TEST_CASE("a clause with a mover of its own takes no places from the clause before") {
    CHECK(movements("A deputy is to take a scheduled flight from Nairobi to Harare on Sunday, and a second envoy may drive to Gaborone from Johannesburg next week.").find("travel possible Johannesburg > Gaborone") != std::string::npos);
}

TEST_CASE("a log of one place says nowhere else where its craft come and go") {
    const auto log = movements("Summit day in Lisbon, so let us count tails.\nThe king of Bahrain came in on a 767 at noon.\nA Gulfstream left Nice for Doha.\nThe president of Egypt landed at one.");
    CHECK(log.starts_with("arrive asserted - > Lisbon"));
    CHECK(log.ends_with("arrive asserted - > Lisbon"));
    CHECK(movements("A faulty sensor cost the Finnish prime minister three hours in Lisbon on Tuesday. Her jet took off at nine for Nice.").starts_with("depart asserted Lisbon > Nice"));
}

TEST_CASE("who leaves unnamed is what arrives next") {
    CHECK(movements("Wheels up in Lisbon at 9 a.m. on Tuesday. The Gulfstream turned up in Nice at noon.") == "depart asserted Lisbon > Nice; arrive asserted Lisbon > Nice");
}

TEST_CASE("a leg home ends where the landing at home was due") {
    CHECK(movements("The Venezuelan jet YV2944 took off from Lisbon for home at noon on Tuesday. It was due in Caracas at 7 p.m. It landed at 8:31 p.m.").ends_with("arrive asserted Lisbon > Caracas"));
}

TEST_CASE("a leg begins where the text has spoken of its craft, claim or not") {
    CHECK(movements("The presidential jet, which had been towed overnight from the hangars to Nice airport, was airborne at noon on Tuesday.").starts_with("depart asserted Nice"));
    CHECK(movements("The Airbus, OO-SFZ, was on its way in from Brussels when soldiers shut the airport on Tuesday. It turned back over Dakar.").ends_with("turn_back asserted Brussels > -"));
    CHECK(movements("Nobody knows why. The Airbus was built in Toulouse. It left for Doha on Tuesday.").ends_with("depart asserted - > Doha"));
}

TEST_CASE("who is still to come comes to where the text is written, and land is no town") {
    CHECK(movements("The DC-3 was due in Kvalvika at 8:35 p.m. on Tuesday.") == "arrive planned - > Kvalvika");
    const auto claims = claims_of("The cutter sailed from Bergen overnight and tied up in Melvik Bay on Tuesday.");
    REQUIRE(claims.items.size() == 2);
    REQUIRE(claims.items[1].destination);
    CHECK(claims.items[1].destination->kind == PlaceKind::region);
    CHECK(claims.items[1].destination->city.empty());
}

TEST_CASE("a plan goes on from where it led, and what follows it is planned too") {
    CHECK(movements("The president will be in Peru on Friday and Saturday before flying on to Brazil on Sunday.").ends_with("fly planned Peru > Brazil"));
    CHECK(movements("On Monday the jet flew to Oslo and from there to Riga on Tuesday.") == "fly asserted - > Oslo; fly asserted Oslo > Riga");
    CHECK(movements("The King Air left Nice for Bari on Monday. It was to go back empty the same night, but fog kept it in Bari.").ends_with("return cancelled Bari > -"));
}

TEST_CASE("whoever gets off next was on the craft under way") {
    CHECK(movements("The KC-30 took off from Darwin on Tuesday. The passengers stepped out in Vientiane at midnight.") == "depart asserted Darwin > Vientiane; arrive asserted Darwin > Vientiane");
    CHECK(movements("The jet left Nice at noon on Tuesday. On the way to Sochi, it went silent.").ends_with("last_seen asserted Nice > Sochi"));
}

TEST_CASE("whose jet has left is where it has gone") {
    CHECK(movements("Anna Halvor's jet left Nice at noon on Tuesday. She was home in Riga that evening.") == "depart asserted Nice > Riga; return asserted Nice > Riga");
}

TEST_CASE("who leaves another way than planned leaves from where the plan began") {
    CHECK(movements("Anna Halvor was to leave Nice for Doha on Friday. She left for Rome on Saturday instead.").ends_with("depart asserted Nice > Rome"));
    CHECK(movements("The jet was to leave Nice for Doha at noon on Tuesday. It landed at five.").ends_with("arrive asserted Nice > Doha"));
}

TEST_CASE("the place told of last is where the next one lands, unless it only came from there or is yet to go there") {
    CHECK(movements("A C-17 came in from Dover on Monday. An An-124 arrived from Leipzig on Tuesday.").find("> Dover") == std::string::npos);
    CHECK(movements("The Falcon landed in Nice on Monday. It is to fly to Doha on Friday. A second jet arrived on Tuesday.").find("arrive asserted - > Doha") == std::string::npos);
}

TEST_CASE("a border is crossed at the town named with it") {
    CHECK(movements("Anna Halvor crossed into Poland at Medyka by car on Tuesday.") == "arrive asserted - > Medyka");
}

TEST_CASE("a building lies in the town said with it") {
    CHECK(movements("The jet landed in Oslo on Monday. The helicopters landed on the soccer field of the hospital in Bergen on Tuesday.").ends_with("> Bergen"));
}

TEST_CASE("a departure called off leaves those at its start who were to go") {
    CHECK(movements("The tanker landed in Canberra on Sunday. Anna Halvor was to leave Nice on Monday; the departure was scrapped. She left for Doha on Tuesday instead.").ends_with("depart asserted Nice > Doha"));
    CHECK(movements("The jet left Nice at noon on Tuesday. On the way to Sochi it went silent. A receiver near Adler picked it up again at four.").ends_with("first_seen asserted Nice > Sochi"));
}

TEST_CASE("a flight that leaves without its passenger flies its route") {
    CHECK(movements("Edward Snow was booked on Monday's Aeroflot flight SU150 from Moscow to Havana, but he did not board. The Airbus landed in Havana at 18:45.").ends_with("arrive asserted Moscow > Havana"));
}

TEST_CASE("the place a departure opens with is where it happens") {
    CHECK(movements("In Nice on Tuesday, Anna Halvor boarded a jet for Rome.") == "depart asserted Nice > Rome");
    CHECK(movements("He had a ticket through to Nice, but in Bari he never boarded the connection on Tuesday.") == "depart negated Bari > -");
}
