// SPDX-License-Identifier: BSL-1.0
#include <flightxref/text/mention.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

using namespace flightxref;

namespace {

/// A story with its mentions; both live as long as the test.
struct Story {
    explicit Story(std::string text, std::string dateline_country = {}) : document(make(std::move(text), std::move(dateline_country))), sentences(document.text), mentions(find_mentions(document, sentences)) {}

    static Document make(std::string text, std::string country) {
        Document document;
        document.text = std::move(text);
        if (!country.empty()) document.dateline = Place{"", PlaceKind::city, "", "", "", std::move(country)};
        return document;
    }

    std::string words(const Mention& mention) const { return document.text.substr(mention.begin, mention.end - mention.begin); }

    /// The shortest mention that covers the beginning of these words; null when there is none.
    const Mention* at(std::string_view words, MentionKind kind, std::size_t from = 0) const {
        const std::size_t begin = document.text.find(words, from);
        REQUIRE(begin != std::string::npos);
        const Mention* best = nullptr;
        for (const Mention& mention : mentions.items)
            if (mention.kind == kind && mention.begin <= begin && begin < mention.end && (best == nullptr || mention.end - mention.begin < best->end - best->begin)) best = &mention;
        return best;
    }
    const Mention& craft(std::string_view words, std::size_t from = 0) const { return need(at(words, MentionKind::carrier, from), words); }
    const Mention& person(std::string_view words, std::size_t from = 0) const { return need(at(words, MentionKind::person, from), words); }
    const Place& place(std::string_view words, std::size_t from = 0) const { return mentions.place(need(at(words, MentionKind::place, from), words)).place; }
    std::string_view preposition(std::string_view words) const { return need(at(words, MentionKind::place), words).preposition; }

    const Carrier& carrier(std::string_view words, std::size_t from = 0) const { return mentions.entities[craft(words, from).entity].carrier; }
    const Person& who(std::string_view words, std::size_t from = 0) const { return mentions.entities[person(words, from).entity].person; }

    /// Does any mention claim that such an identifier is a craft's?
    bool knows_identifier(std::string_view text) const {
        return std::any_of(mentions.carriers.begin(), mentions.carriers.end(), [&](const Carrier& c) { return c.registration == text || c.callsign == text || c.flight_number == text; });
    }

    static const Mention& need(const Mention* mention, std::string_view words) {
        INFO("words: ", std::string(words));
        REQUIRE(mention != nullptr);
        return *mention;
    }

    Document document;
    Sentences sentences;
    DocumentMentions mentions;
};

}  // namespace

TEST_CASE("a type with its registration is one mention with two fields") {
    const Story story("A Tupolev Tu-204 (tail number RA-64058) left Samara for Minsk. OE-IVA, a Challenger 604, followed.");
    const Mention& first = story.craft("RA-64058");
    CHECK(story.words(first) == "A Tupolev Tu-204 (tail number RA-64058)");
    CHECK(story.mentions.carrier(first).type_text == "Tupolev Tu-204");
    CHECK(story.mentions.carrier(first).type_icao == "T204");
    CHECK(first.reference == Reference::indefinite);
    const Carrier& second = story.carrier("OE-IVA");
    CHECK(second.registration == "OE-IVA");
    CHECK(second.type_text == "Challenger 604");
}

TEST_CASE("numbers that look like registrations and are none") {
    const Story story("The plane squawked 7700. It has the hex code 3C4A2B and MSN 48512. Resolution UNSCR2270 was cited in Document KX-7301/44, and the jet landed on runway 17L. Room P-415 is upstairs.");
    for (const char* text : {"7700", "3C4A2B", "48512", "UNSCR2270", "KX-7301", "17L", "P-415"}) CHECK_FALSE(story.knows_identifier(text));
}

TEST_CASE("call signs and flight numbers are told apart by their shape") {
    const Story story("Flight TK88 and a Hercules with the call sign ASCOT53 crossed. Etihad 402 and flight RRR7219 came later. The KE 017 was late.");
    CHECK(story.mentions.carrier(story.craft("TK88")).flight_number == "TK88");
    CHECK(story.mentions.carrier(story.craft("ASCOT53")).callsign == "ASCOT53");
    CHECK(story.mentions.carrier(story.craft("Etihad 402")).flight_number == "Etihad 402");
    CHECK(story.mentions.carrier(story.craft("RRR7219")).callsign == "RRR7219");
    CHECK(story.mentions.carrier(story.craft("KE 017")).flight_number == "KE 017");
}

TEST_CASE("an identifier given later belongs to the craft the sentence is about") {
    const Story story("A grey Falcon 7X left Nice at noon under the call sign COTAM 002. Its registration was given as F-RAFA. The jet landed in Oran.");
    CHECK(story.carrier("The jet").registration == "F-RAFA");
    CHECK(story.craft("The jet").entity == story.craft("Falcon 7X").entity);
}

TEST_CASE("the aircraft was an Airbus: what is said to be the one before is the one before") {
    const Story story("The aircraft was a SmartLynx Airbus A320, registration YL-LCP. It had come from Riga.");
    CHECK(story.craft("It").entity == story.craft("The aircraft").entity);
    CHECK(story.carrier("It").registration == "YL-LCP");
}

TEST_CASE("two lists, each craft its own call sign") {
    const Story story("RA-96012 and RA-96017, flying as RSD201 and RSD444 respectively, set off from Sochi.");
    CHECK(story.carrier("RA-96012").callsign == "RSD201");
    CHECK(story.carrier("RA-96017").callsign == "RSD444");
}

TEST_CASE("the first, the second, both: members of a group") {
    const Story story("Two Boeing 737s of the airline Conviasa, YV2557 and YV3434, left Lima. The first jet landed at noon; the second at one. Both aircraft were gone by dusk.");
    CHECK(story.carrier("The first jet").registration == "YV2557");
    CHECK(story.carrier("the second").registration == "YV3434");
    CHECK(story.mentions.entities[story.craft("Both aircraft").entity].members.size() == 2);
}

TEST_CASE("an identifier between commas names the craft described before it") {
    const Story squadron("A Tupolev Tu-204 of the Hungarian special flight squadron, HA-LCX, took off from Zagreb. The Tupolev landed in Sofia.");
    CHECK(squadron.carrier("The Tupolev").registration == "HA-LCX");
    const Story own("The aircraft, PNC-231, was back in Loja by four.");
    CHECK(own.carrier("The aircraft").registration == "PNC-231");  // no state's known shape, but said of an aircraft
    const Story tail("The Challenger 605, tail AF605, left Kasama. The Dash 8, Ghanaian-registered 9G-SKY and chartered by a bank, followed.");
    CHECK(tail.carrier("The Challenger").registration == "AF605");
    CHECK(tail.carrier("The Dash 8").registration == "9G-SKY");
    const Story described("An ATR 72 left Suva at nine. 5W-FAQ, the ATR of Monday, is due back at noon.");
    CHECK(described.craft("5W-FAQ").entity == described.craft("An ATR").entity);
}

TEST_CASE("letters and digits set beside a craft are its mark, of whatever make") {
    const Story story("The Global Express, OK2, left Accra. A Norwegian P-8A, 9586, call sign NORSK 14, followed. An air force C-130, number 5741, came last. The An-32 with the number PNP-231 stayed.");
    CHECK(story.carrier("The Global Express").registration == "OK2");
    CHECK(story.carrier("A Norwegian P-8A").registration == "9586");
    CHECK(story.carrier("A Norwegian P-8A").callsign == "NORSK 14");
    CHECK(story.carrier("An air force C-130").registration == "5741");
    CHECK(story.carrier("The An-32").registration == "PNP-231");
    const Story pair("A pair of UH-1 helicopters, FAD-3071 and FAD-3072, stood in Dajabon. The pair landed in Milot. FAD-3071 left; the other, FAD-3072, followed.");
    CHECK(pair.mentions.entities[pair.craft("The pair").entity].members.size() == 2);
    CHECK(pair.craft("FAD-3071 left").entity == pair.mentions.entities[pair.craft("A pair").entity].members.front());
    const Story none("The Boeing 737, 2019, was sold. The jet, 40M, is dear. The A320, 180 of whose seats were taken, left.");
    for (const char* text : {"2019", "40M", "180"}) CHECK_FALSE(none.knows_identifier(text));
}

TEST_CASE("a call sign told of the plane goes to the one whose serial was told") {
    const Story story("A Boeing 747-8I, serial 22004, left Seoul. The plane, call sign KAF009, crossed Honshu. The backup 737-300, 85107, stayed.");
    CHECK(story.carrier("The plane").registration == "22004");
    CHECK(story.carrier("The backup").callsign.empty());
    CHECK(story.carrier("The backup").registration == "85107");
}

TEST_CASE("a second naming stands between commas or behind is, whatever says which one is meant") {
    const Story machine("A second jet linked to him, the Challenger OE-IVJ, left Zurich.");
    CHECK(machine.craft("A second jet").entity == machine.craft("the Challenger").entity);
    const Story relative("The helicopter in which the minister came down in Hassan was an AW109, VT-KJQ, not a Dauphin. It landed at noon.");
    CHECK(relative.carrier("It").registration == "VT-KJQ");
    const Story renamed("The Gulfstream G550, then M-FERQ, is now TC-RVQ. The Gulfstream left Antalya.");
    CHECK(renamed.carrier("The Gulfstream left").registration == "TC-RVQ");
    const Story other("JAKE19, a Rivet Joint, 64-14849, crossed Bulgaria. The RAF Airseeker was ZZ661. JAKE19 landed.");
    CHECK(other.carrier("JAKE19 landed").registration == "64-14849");
}

TEST_CASE("a flight number with its route, and the flight of an airline behind its plane") {
    CHECK(Story("JL517 from Haneda landed in Aomori.").carrier("JL517").flight_number == "JL517");
    CHECK(Story("Cebu Pacific says its DG6411 from Manila gave up.").carrier("DG6411").flight_number == "DG6411");
    CHECK(Story("Their plane, British Airways flight BA153 from Gatwick, touched down.").carrier("Their plane").flight_number == "BA153");
}

TEST_CASE("the former and the latter, an air ambulance, a type among planes spoken of since") {
    const Story two("UP-I7693 and UP-I7694 flew to Matruh. A picture shows the former parked there.");
    CHECK(two.carrier("the former").registration == "UP-I7693");
    CHECK(Story("She was flown out aboard an air ambulance, ZK-NFB.").carrier("an air ambulance").mode == CarrierMode::air);
    const Story caravan("The Cessna Grand Caravan, PK-HVQ, left Wamena. A search plane flew to the ridge. They saw the Caravan over Mapenduma.");
    CHECK(caravan.carrier("the Caravan").registration == "PK-HVQ");
}

TEST_CASE("marks with a dot, marks told one by one, a call sign behind the serial") {
    const Story spain("Her Falcon 900 was T.18-4. An A330, TK.24-02, followed at one.");
    CHECK(spain.carrier("Her Falcon").registration == "T.18-4");
    CHECK(spain.carrier("An A330").registration == "TK.24-02");
    const Story two("Two An-26s, one marked RF-36171 and the other RF-36182, landed in Homs.");
    CHECK(two.mentions.entities[two.craft("Two An-26s").entity].members.size() == 2);
    const Story drone("RQ-4B 10-2048 is back on its beat. FORTE12 lifted off from Sigonella.");
    CHECK(drone.craft("FORTE12").entity == drone.craft("RQ-4B").entity);
    const Story others("RQ-4B 10-2048 is back on its beat. FORTE12 followed from Sigonella.");
    CHECK(others.craft("FORTE12").entity != others.craft("RQ-4B").entity);
    const Story nearest("The Falcon 50, HZ-HM9, left Riyadh and the Falcon passed Doha. A permit was refused to RA-86571, a Russian Il-62M. Instead it turned north.");
    CHECK(nearest.carrier("it turned").registration == "RA-86571");
}

TEST_CASE("a name for the craft just told of, and two told of by their marks alone") {
    const Story name("The VC-25A, 82-8004, left Andrews. Air Force One landed in Brussels.");
    CHECK(name.carrier("Air Force One").registration == "82-8004");
    const Story two("Two Il-76s left Latakia. RF-86907 landed in Misrata; RF-76739 went on to Bamako.");
    CHECK(two.mentions.entities[two.craft("Two Il-76s").entity].members == std::vector<std::uint32_t>{two.craft("RF-86907").entity, two.craft("RF-76739").entity});
}

TEST_CASE("one of several gets its own number") {
    const Story story("Two Gulfstreams arrived in Osaka. The first, N628QQ, came from Austin. The second, VP-CZZ, had flown from Zurich. N628QQ left for Taipei.");
    CHECK(story.mentions.entities[story.craft("Two Gulfstreams").entity].members == std::vector<std::uint32_t>{story.craft("The first").entity, story.craft("The second").entity});
    CHECK(story.craft("N628QQ left").entity == story.craft("The first").entity);
}

TEST_CASE("a type whose name ends in s is one craft") {
    const Story story("A Royal New Zealand Air Force Hercules, NZ7003, left Auckland. The crew reported a leak and the aircraft turned back.");
    CHECK(story.carrier("the aircraft").registration == "NZ7003");
}

TEST_CASE("the identifier of the only craft spoken of is its own") {
    CHECK(Story("The VC-25 left Andrews at dawn. No press, no call. First seen by my receiver: RCH377, west of Ireland.").carrier("The VC-25").callsign == "RCH377");
    CHECK(Story("The VC-25 and a C-17 left Andrews at dawn. First seen by my receiver: RCH377, west of Ireland.").carrier("The VC-25").callsign.empty());
}

TEST_CASE("places no table knows stand where a movement leads") {
    const Story story("The minister was driven to Mokambuli on Monday. A Cessna took off from a farm at Tsenteroi. The jet left for Vanua Lomu. It was up to Haddad.");
    CHECK(story.place("Mokambuli").city == "Mokambuli");
    CHECK(story.place("Tsenteroi").city == "Tsenteroi");
    CHECK(story.place("Vanua Lomu").city == "Vanua Lomu");
    CHECK(story.at("Haddad", MentionKind::place) == nullptr);
    CHECK(Story("A Hercules has landed at Nausori.").place("Nausori").icao == "NFNA");
    CHECK(Story("The party went up the Beni by launch.").at("Beni", MentionKind::place) == nullptr);  // a river
}

TEST_CASE("a craft named in passing does not become the one spoken of") {
    const Story story("N551GA, a Gulfstream G550, left Tulsa. A list on a forum had N515GA. It landed in Waco.");
    CHECK(story.carrier("It landed").registration == "N551GA");
    const Story negated("HB-JFQ, a Falcon 2000, left Bern. It was a slip, not a second plane. It landed in Graz.");
    CHECK(negated.carrier("It landed").registration == "HB-JFQ");
}

TEST_CASE("another jet is another one, a helicopter is no jet") {
    const Story story("A Legacy 650, G-WLKR, stood in Faro. Another jet came in from Cork. A helicopter took the guests away. The jet then left.");
    CHECK(story.craft("Another jet").entity != story.craft("G-WLKR").entity);
    CHECK(story.craft("The jet").entity != story.craft("A helicopter").entity);
}

TEST_CASE("a call sign that changes holds from where it is said") {
    const Story story("A Boeing 757, N226G, left Kabul as BOXER41. It stopped in Doha. From there it went on as BOXER42. The plane landed in Guam.");
    CHECK(story.mentions.carrier(story.craft("It stopped")).callsign == "BOXER41");
    CHECK(story.mentions.carrier(story.craft("The plane")).callsign == "BOXER42");
    CHECK(story.carrier("The plane").callsign.empty());
}

TEST_CASE("the owner of a jet is known to it and is no passenger") {
    const Story story("Elon Musk's Gulfstream flew to Austin. The plane stayed a night.");
    const Mention& jet = story.craft("Gulfstream");
    CHECK(story.mentions.carrier(jet).operator_name == "Elon Musk");
    CHECK(story.person("Elon Musk").nested);
    CHECK(story.mentions.entities[jet.entity].owner == story.person("Elon Musk").entity);
    CHECK(story.craft("The plane").entity == jet.entity);
}

TEST_CASE("two states, two owners: two planes") {
    const Story story("The minister left on a Japanese government plane. The US Air Force C-40 followed. The plane of Peru's president stayed in Lima.");
    CHECK(story.craft("The US Air Force").entity != story.craft("a Japanese").entity);
    CHECK(story.craft("The plane of").entity != story.craft("The US Air Force").entity);
    CHECK(story.carrier("The plane of").operator_name == "Peru's president");
}

TEST_CASE("trains, ferries and cars carry people too") {
    const Story story("He left aboard an armoured train, crossed by ferry and went on in a black car.");
    CHECK(story.mentions.carrier(story.craft("train")).mode == CarrierMode::rail);
    CHECK(story.mentions.carrier(story.craft("ferry")).mode == CarrierMode::sea);
    CHECK(story.mentions.carrier(story.craft("car")).mode == CarrierMode::road);
}

TEST_CASE("compounds are no craft") {
    const Story story("Jet fuel is dear, plane tickets are dearer, and the aircraft carrier stays in port. The train station is shut.");
    for (const Mention& mention : story.mentions.items) CHECK_MESSAGE(mention.kind != MentionKind::carrier, story.words(mention));
}

TEST_CASE("places carry the preposition that governs them, and lists share it") {
    const Story story("The jet flew from Oslo via Riga and Minsk to Baku. A convoy bound for Erbil stopped north of Mosul.");
    CHECK(story.preposition("Oslo") == "from");
    CHECK(story.preposition("Riga") == "via");
    CHECK(story.preposition("Minsk") == "via");
    CHECK(story.at("Minsk", MentionKind::place)->continues);
    CHECK(story.preposition("Baku") == "to");
    CHECK(story.preposition("Erbil") == "bound for");
    CHECK(story.preposition("Mosul") == "north of");
}

TEST_CASE("peoples and capitals") {
    const Story story("The envoy reached the Kenyan capital. A drone left Latvian airspace. He went on to Peru's capital.");
    CHECK(story.place("the Kenyan capital").city == "Nairobi");
    CHECK(story.place("Latvian airspace").country == "LV");
    CHECK(story.place("Peru's capital").city == "Lima");
}

TEST_CASE("a name of two places means the one whose country the text speaks of") {
    CHECK(Story("The American buses left Atlanta; the workers had been held elsewhere in Georgia.").place("Georgia").country == "US");
    CHECK(Story("The plane passed over Turkey, Georgia and Armenia.").place("Georgia").country == "GE");
}

TEST_CASE("media, bodies and times of day are no places") {
    const Story story("The Moscow Times and the Washington Post wrote about it. The London School of Economics was quiet. It left at 9 a.m. Tokyo time.");
    for (const Mention& mention : story.mentions.items) CHECK_MESSAGE(mention.kind != MentionKind::place, story.words(mention));
}

TEST_CASE("a given name before a place name makes a person") {
    const Story story("Michael Jordan flew to Chicago. Later Jordan went to Amman, the capital of Jordan. Vladimir Kozin met him in Vladimir.");
    CHECK(story.who("Michael Jordan").name == "Michael Jordan");
    CHECK(story.at("Jordan", MentionKind::place) == nullptr);
    CHECK(story.who("Jordan went").name == "Michael Jordan");
    CHECK(story.place("Amman").country == "JO");
    CHECK(story.who("Vladimir Kozin").name == "Vladimir Kozin");
}

TEST_CASE("there and the city stand for the last place, the capital for that of the dateline") {
    const Story story("LIMA -- The minister flew to Cusco. She stayed there for a night and left the city at dawn for the capital.", "PE");
    CHECK(story.place("there").city == "Cusco");
    CHECK(story.place("the city").city == "Cusco");
    CHECK(story.place("the capital").city == "Lima");
}

TEST_CASE("a building is in the town spoken of, a government's house in its capital") {
    const Story story("She flew to Vienna and was driven to Ringstrasse House. He went to the Kremlin. Guests met at Harbour Hotel in Lagos.");
    CHECK(story.place("Ringstrasse House").city == "Vienna");
    CHECK(story.place("Kremlin").city == "Moscow");
    CHECK(story.place("Harbour Hotel").city == "Lagos");
}

TEST_CASE("titles, short names and pronouns lead to one person") {
    const Story story("Norwegian foreign minister Espen Barth Eide landed in Accra. Eide then drove on. The foreign minister said he was glad. His wife stayed at home.");
    const std::uint32_t eide = story.person("Espen Barth Eide").entity;
    CHECK(story.mentions.entities[eide].person.role == "Norwegian foreign minister");
    CHECK(story.mentions.entities[eide].person.country == "NO");
    CHECK(story.person("Eide then").entity == eide);
    CHECK(story.person("The foreign minister").entity == eide);
    CHECK(story.person("he was").entity == eide);
    CHECK(story.mentions.entities[story.person("wife stayed").entity].owner == eide);
}

TEST_CASE("two officials in a row") {
    const Story story("U.S. Secretary of State Anna Bell and Trade Secretary Omar Haddad flew to Rome.");
    CHECK(story.who("Anna Bell").role == "U.S. Secretary of State");
    CHECK(story.who("Omar Haddad").role == "Trade Secretary");
}

TEST_CASE("names of many shapes") {
    const Story story("Abdel Fattah el-Sisi, Ursula von der Leyen and Mohammed bin Salman met Choe Ryong-hae and María del Carmen Ortiz.");
    for (const char* name : {"Abdel Fattah el-Sisi", "Ursula von der Leyen", "Mohammed bin Salman", "Choe Ryong-hae", "María del Carmen Ortiz"}) CHECK(story.who(name).name == name);
}

TEST_CASE("she is a woman where one is known") {
    const Story story("Giorgia Meloni met Emmanuel Macron. She left for Tunis.");
    CHECK(story.who("She").name == "Giorgia Meloni");
}

TEST_CASE("groups") {
    const Story story("A delegation of 30 officials left Hanoi with two bodyguards and six freed Americans. The delegation is to stay a week.");
    CHECK(story.who("A delegation of 30 officials").group);
    CHECK(story.who("two bodyguards").name == "two bodyguards");
    CHECK(story.who("six freed Americans").group);
    CHECK(story.person("The delegation").entity == story.person("A delegation").entity);
}

TEST_CASE("a type once named is called by its last word") {
    const Story story("A Cessna 206 left Cairns on Monday. The 206 lifted off at noon, and the 206 votes were counted.");
    CHECK(story.carrier("The 206").type_icao == "C206");
    CHECK(story.mentions.carriers.size() == 2);
}

TEST_CASE("a name of a type that goes somewhere is an aircraft, a title is not") {
    const Story story("The Hercules left Akrotiri on Tuesday.");
    CHECK(story.carrier("The Hercules").type_text == "Hercules");
    for (const char* text : {"The Premier left Baghdad on Tuesday.", "The Baron flew to London.", "The Eagle has landed."}) CHECK(Story(text).mentions.carriers.empty());
}

TEST_CASE("hostile text does no harm") {
    std::string quotes(40'000, '"');
    std::string commas;
    for (int i = 0; i < 20'000; ++i) commas += "Air Force, the plane of Kim Il 7 ";
    for (const std::string& text : {quotes, commas, std::string("\xff\xfe RA-\x80 \xe2\x80 Kim"), std::string(50'000, 'A'), std::string("the the the 's 's of of a an ( ( (")}) {
        const Story story(text);
        for (const Mention& mention : story.mentions.items) {
            CHECK(mention.begin < mention.end);
            CHECK(mention.end <= text.size());
        }
    }
}

TEST_CASE("an airport behind the city it belongs to is one place") {
    CHECK(Story("The jet flew from Delhi's Indira Gandhi Airport to Frankfurt.").place("Delhi's Indira Gandhi Airport").icao == "VIDP");
    CHECK(Story("The jet flew from Tokyo's Narita to Frankfurt.").place("Tokyo's Narita").icao == "RJAA");
}

TEST_CASE("the call sign of an airline's flight names no craft of an air force") {
    const Story story("A U.S. Air Force Boeing C-32A with the tail number 98-0096 returned to Orly. The flight of flight ELY527 was canceled.");
    CHECK(story.carrier("98-0096").callsign.empty());
}
