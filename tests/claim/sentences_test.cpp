// SPDX-License-Identifier: BSL-1.0
// One sentence, its events: idioms, inversions, notes and nouns of every kind of news, and what only sounds like a journey.
#include "claim/article.hpp"

#include <doctest/doctest.h>

using namespace flightxref;

namespace {

struct Told {
    const char* events;
    const char* text;
};

std::string events_of(const char* text) {
    std::string events;
    for (const Claim& c : claims_of(text)) events += (events.empty() ? "" : " ") + std::string(to_string(c.event));
    return events;
}

template <std::size_t N>
void check(const Told (&sentences)[N]) {
    for (const Told& told : sentences) {
        CAPTURE(told.text);
        CHECK(events_of(told.text) == told.events);
    }
}

}  // namespace

TEST_CASE("in the words of the news: depart") {
    check({
        {"depart", "The government Falcon was off the deck at Le Bourget at 07:12 on Tuesday."},
        {"depart", "She boarded a chartered Embraer in Vilnius on Tuesday evening."},
        {"depart", "09:42 – EK9913 rotates off runway 12R at Dubai."},
        {"depart", "Wheels up from Andrews at 8:03 p.m. Tuesday."},
        {"depart", "The Antonov got off the ground in Leipzig at 4:40 a.m. on Tuesday."},
        {"depart", "RA-78835 left Chkalovsky at 0512Z today, heading south."},
        {"depart", "The hostages were put on a plane out of Beirut on Tuesday night."},
        {"depart", "At 10:15 the Gulfstream, its transponder on, roared off from Luton."},
        {"depart", "The minister slipped out of Minsk before dawn on Wednesday."},
        {"depart", "A second Il-76 followed forty minutes later, lifting out of Engels at 06:50 on Tuesday."},
        {"depart", "The family had already skipped the country by Monday morning."},
        {"depart", "The oligarch hopped on his Bombardier on Monday and got out of Moscow."},
        {"depart", "N628TS has just departed Austin."},
        {"depart", "Takeoff from Larnaca came at 11:06 on Tuesday."},
    });
}

TEST_CASE("in the words of the news: arrive") {
    check({
        {"arrive", "Put down at Ramstein at 05:13 on Tuesday, the C-17 unloaded its patients."},
        {"arrive", "The crew put her down at Goose Bay at 16:22 on Tuesday."},
        {"arrive", "The president's plane rolled to a stop at Haneda at 9:10 a.m. on Wednesday."},
        {"arrive", "Gear down at Akrotiri at 12:55 on Tuesday."},
        {"arrive", "Macron has just landed in Nouméa."},
        {"arrive", "Touchdown at Rota came at 18:04 on Tuesday."},
        {"arrive", "The emir flew into Ankara on Tuesday afternoon."},
        {"arrive", "Rubio arrives in Panama City on Friday."},
        {"arrive", "The convoy rolled into Goma on Tuesday."},
        {"arrive", "His arrival in Yerevan on Tuesday was kept quiet."},
        {"arrive", "The Il-62 made it to Havana at 3 a.m. on Tuesday."},
        {"arrive", "Setting down in Bishkek just after 4 p.m. on Tuesday, the jet taxied to a remote stand."},
        {"arrive", "The aircraft was on the ground at Mehrabad by 21:10 on Tuesday."},
        {"arrive", "The A330 kissed the tarmac at Orly at 6:10 a.m. on Tuesday."},
    });
}

TEST_CASE("in the words of the news: fly") {
    check({
        {"fly", "The Global 7500 made the run from Farnborough to Riyadh on Monday."},
        {"fly", "She flew commercial to Nairobi on Monday."},
        {"fly", "He took a private jet from Nice to Moscow on Monday."},
        {"fly", "The hostages were airlifted to Larnaca on Monday."},
        {"fly", "The president will fly to Lima on Friday aboard VC-25A."},
        {"fly", "He may have flown to Dubai, the paper said."},
        {"fly", "Reports that she flew to Tehran on Monday were denied by her office."},
        {"fly", "It flew a four-hour leg to Novosibirsk on Monday."},
        {"fly", "From Ashgabat the Challenger continued to Delhi on Monday."},
        {"fly", "The Learjet repositioned to Cannes on Monday."},
        {"fly", "The ousted president was flown by helicopter to Ndola on Monday."},
        {"fly", "A Colombian air force plane flew the children to Bogota on Monday."},
        {"fly", "The convicts travelled on a Boeing 737 from Harlingen to San Salvador on Saturday."},
        {"fly", "The choppers hopped over to Malta on Monday."},
    });
}

TEST_CASE("in the words of the news: return") {
    check({
        {"return", "The delegates flew home commercial."},
        {"return", "The crew declared an emergency and headed back to Nairobi on Tuesday."},
        {"return", "Sunak flew back to London on Tuesday."},
        {"return", "The jet was back at Vnukovo on Tuesday."},
        {"return", "The astronaut's brother returned to Houston by plane on Tuesday."},
        {"return", "Her return to Dhaka is set for Friday."},
        {"return", "Back in Minsk by nightfall on Tuesday, the Challenger was towed away."},
        {"return", "The hostages came home on Tuesday aboard a C-17."},
        {"return", "The president cut short his visit and rushed back to Quito on Tuesday."},
        {"return", "They were brought back to Kyiv on Tuesday."},
        {"return", "The Global Hawk recovered to Sigonella on Tuesday."},
        {"return", "The jet touched down back at Luton at 8 p.m. on Tuesday."},
        {"return", "He is back in Warsaw."},
        {"return", "The minister is on her way home from Astana."},
    });
}

TEST_CASE("in the words of the news: travel") {
    check({
        {"travel", "He made the trip from Pyongyang to Vladivostok by armoured train on Monday."},
        {"travel", "The senator journeyed to Tbilisi on Monday."},
        {"travel", "The widow was driven from Gdansk to Warsaw on Monday."},
        {"travel", "Her office said she had gone to Bern on Monday."},
        {"travel", "The prosecutor is to travel to Kyiv next week."},
        {"travel", "From there she took the train to Przemysl on Monday."},
        {"travel", "She went by road to Herat on Monday."},
        {"travel", "The detainees were moved to Istanbul on Monday."},
        {"travel", "A convoy took the ambassador to Baabda on Monday."},
        {"travel", "The foreign minister made his way to Doha on Monday."},
        {"travel", "His trip to Baghdad on Friday has been postponed."},
        {"travel", "Her planned trip to Taipei in June is off."},
        {"travel", "The aide was sent to Budapest on Monday."},
        {"travel", "The deposed leader was taken to Accra on Monday."},
    });
}

TEST_CASE("in the words of the news: overfly") {
    check({
        {"overfly", "The Il-76 crossed into Turkish airspace at 10:14 on Tuesday."},
        {"overfly", "The drone strayed over Romania on Tuesday."},
        {"overfly", "A Russian Il-20 skirted Estonian airspace on Tuesday."},
        {"overfly", "The jet passed north of Cyprus at 14:20 on Tuesday."},
        {"overfly", "The plane traversed Iraq on Tuesday."},
        {"overfly", "Finland said two Russian bombers had violated its airspace on Tuesday."},
        {"overfly", "The presidential jet overflew Greece on Tuesday."},
        {"overfly", "Poland denied the minister's plane overflight on Tuesday."},
        {"overfly", "Iraq refused the jet permission to overfly its territory on Tuesday."},
        {"overfly", "The jet exited Iranian airspace at 12:40 on Tuesday."},
        {"overfly", "The bomber cut through Swedish airspace on Tuesday."},
        {"overfly", "The plane avoided Ukraine, routing over Slovakia on Tuesday."},
        {"overfly", "The Gulfstream has left Saudi airspace."},
        {"overfly", "It crossed the Polish border at 9:48 on Tuesday at 35,000 feet."},
    });
}

TEST_CASE("in the words of the news: stop") {
    check({
        {"stop", "The Il-62 made a technical stop in Vladivostok on Tuesday."},
        {"stop", "The plane paused in Shannon for fuel on Tuesday."},
        {"stop", "A halt at Gander on Tuesday lasted ninety minutes."},
        {"stop", "On the way the jet stopped over in Baku on Tuesday."},
        {"stop", "The delegation broke its journey in Irkutsk on Tuesday."},
        {"stop", "The C-17 gassed up at Lajes on Tuesday."},
        {"stop", "The president had a layover in Honolulu on Tuesday."},
        {"stop", "Air Force Two will refuel in Anchorage on Friday."},
        {"stop", "The A340 took on fuel in Las Palmas on Tuesday."},
        {"stop", "He stopped in London on his way home on Tuesday."},
        {"stop", "The plane dropped into Djibouti for fuel on Tuesday."},
        {"stop", "A stop in Riga planned for Friday was scrapped."},
        {"stop", "The delegation changed planes in Doha on Tuesday."},
        {"stop", "The jet made an intermediate landing in Novosibirsk on Tuesday."},
    });
}

TEST_CASE("in the words of the news: divert") {
    check({
        {"divert", "The flight was diverted to Halifax on Tuesday."},
        {"divert", "The jet was rerouted to Erbil on Tuesday."},
        {"divert", "It ended up in Tbilisi instead on Tuesday."},
        {"divert", "A bomb hoax sent the flight to Minsk on Tuesday."},
        {"divert", "Fog at Sarajevo meant the plane landed in Split instead on Tuesday."},
        {"divert", "The crew elected to divert to Gander on Tuesday."},
        {"divert", "The president's plane made an emergency landing in Bucharest on Tuesday."},
        {"divert", "An unscheduled landing in Kuwait on Tuesday followed a cabin-pressure warning."},
        {"divert", "A diversion to Larnaca on Tuesday added three hours."},
        {"divert", "The airliner was forced to land at Minsk on Tuesday."},
        {"divert", "After the engine failure it limped into Keflavik on Tuesday instead of Heathrow."},
        {"divert", "Flight 302 had to make a precautionary landing at Oran on Tuesday."},
        {"divert", "Lufthansa 401 changed course for Shannon on Tuesday after a passenger fell ill."},
        {"divert", "The plane was told to go to Aden instead on Tuesday."},
    });
}

TEST_CASE("in the words of the news: turn_back") {
    check({
        {"turn_back", "The crew declared an emergency and turned around over Tunisia on Tuesday."},
        {"turn_back", "The plane turned back over the Baltic on Tuesday."},
        {"turn_back", "Twenty minutes into the flight on Tuesday, the jet doubled back."},
        {"turn_back", "The Il-96 reversed course south of Cyprus on Tuesday."},
        {"turn_back", "An abrupt about-turn over Hungary on Tuesday puzzled trackers."},
        {"turn_back", "The pilot aborted the flight on Tuesday over Iraq."},
        {"turn_back", "The flight was recalled while over the Aegean on Tuesday."},
        {"turn_back", "The jet made a 180 over Crete on Tuesday."},
        {"turn_back", "Near Odesa the helicopter wheeled round on Tuesday."},
        {"turn_back", "The plane was ordered back an hour out of Lagos on Tuesday."},
        {"turn_back", "The convoy turned round at Kherson on Tuesday."},
        {"turn_back", "The aircraft had to turn around on Tuesday after a bird strike."},
        {"turn_back", "Air India 174 turned back over Mongolia on Tuesday."},
        {"turn_back", "It looped round over Greenland on Tuesday and retraced its path."},
    });
}

TEST_CASE("in the words of the news: circle") {
    check({
        {"circle", "An RC-135 was on its racetrack over the Black Sea on Tuesday."},
        {"circle", "The jet circled Kigali for forty minutes on Tuesday."},
        {"circle", "The P-8 flew a racetrack off Latakia on Tuesday."},
        {"circle", "The plane held over Van for half an hour on Tuesday."},
        {"circle", "The helicopter hovered above Srebrenica on Tuesday."},
        {"circle", "The Beechcraft has been orbiting Rafah since dawn."},
        {"circle", "The tanker flew figures of eight near Cyprus on Tuesday."},
        {"circle", "The flight went into a hold near Baku on Tuesday."},
        {"circle", "The plane was put in a holding pattern over Grozny on Tuesday."},
        {"circle", "A surveillance drone loitered off Crimea on Tuesday."},
        {"circle", "The Rivet Joint patrolled the Kaliningrad border on Tuesday."},
        {"circle", "The airliner made four circuits of Aktau on Tuesday."},
        {"circle", "The jet burned off fuel in circles off Brest on Tuesday."},
        {"circle", "The coast guard plane criss-crossed the Aegean on Tuesday."},
    });
}

TEST_CASE("in the words of the news: last_seen") {
    check({
        {"last_seen", "The plane vanished from radar over Lake Malawi on Tuesday."},
        {"last_seen", "Contact with the helicopter was lost near Varzaqan at 1 p.m. on Tuesday."},
        {"last_seen", "The jet dropped off Flightradar24 near Homs at 05:29 on Tuesday."},
        {"last_seen", "The An-26 went off the scopes near Juba on Tuesday."},
        {"last_seen", "The Embraer crashed near Tver on Tuesday."},
        {"last_seen", "Trackers lost the Il-76 over Homs on Tuesday."},
        {"last_seen", "The aircraft was last tracked over Kashan on Tuesday."},
        {"last_seen", "The plane slammed into a hillside near Chikangawa on Tuesday."},
        {"last_seen", "The Cessna went missing over Caqueta on Tuesday."},
        {"last_seen", "The jet stopped transmitting over Tikrit on Tuesday."},
        {"last_seen", "Radar contact was lost at 17:22 on Tuesday."},
        {"last_seen", "The plane went down in the Zagros on Tuesday."},
        {"last_seen", "The plane was shot down near Shakhtarsk on Tuesday."},
        {"last_seen", "The jet's signal faded over the Caspian at 09:10 on Tuesday."},
    });
}

TEST_CASE("in the words of the news: first_seen") {
    check({
        {"first_seen", "The jet reappeared over Saudi Arabia at 16:10 on Tuesday."},
        {"first_seen", "Its transponder came back on over Cyprus at 09:52 on Tuesday."},
        {"first_seen", "The Il-76 popped up on ADS-B east of Benghazi on Tuesday."},
        {"first_seen", "The signal was regained over Kuwait at 03:15 on Tuesday."},
        {"first_seen", "It showed up on trackers near Tbilisi at 11:20 on Tuesday."},
        {"first_seen", "The plane resurfaced off Crete on Tuesday."},
        {"first_seen", "The Gulfstream was first picked up near Hail on Tuesday."},
        {"first_seen", "The aircraft began transmitting over Jordan at 06:40 on Tuesday."},
        {"first_seen", "ADS-B receivers caught the jet south of Basra at 12:05 on Tuesday."},
        {"first_seen", "Radar contact was re-established at 17:40 on Tuesday."},
        {"first_seen", "The bomber came back up on trackers at 20:00 on Tuesday."},
        {"first_seen", "The jet switched its transponder on over Turkey on Tuesday."},
        {"first_seen", "An hour later the plane was back on radar."},
        {"first_seen", "The An-124 emerged from the coverage gap near Khartoum on Tuesday."},
    });
}

TEST_CASE("in the words of the news: on_ground") {
    check({
        {"on_ground", "The Il-96 spent Tuesday night on the apron at Ramenskoye."},
        {"on_ground", "The jet sat on the tarmac in Brasilia for six hours on Tuesday."},
        {"on_ground", "A Mahan A340 was parked at Caracas on Tuesday."},
        {"on_ground", "The plane is stuck in Luanda."},
        {"on_ground", "Stranded in Kathmandu on Tuesday were 40 climbers."},
        {"on_ground", "The Airbus remained at Larnaca overnight on Tuesday."},
        {"on_ground", "The jet has been sitting in Oslo since Monday."},
        {"on_ground", "The C-17 waited on the ground in Tashkent on Tuesday."},
        {"on_ground", "The Gulfstream was photographed at Teterboro on Tuesday."},
        {"on_ground", "The helicopter stood in a field outside Tabriz on Tuesday."},
        {"on_ground", "Two MiG-31s were parked nose to tail at Mozdok on Tuesday, imagery shows."},
        {"on_ground", "The plane was impounded in Ezeiza on Tuesday."},
        {"on_ground", "The jet languished at Chateauroux all week."},
        {"on_ground", "The Boeing overnighted in Bishkek on Tuesday."},
    });
}

TEST_CASE("in the words of the news: visit") {
    check({
        {"visit", "The crown prince was in Islamabad on Tuesday."},
        {"visit", "She toured Bucha on Tuesday."},
        {"visit", "The foreign minister spent Tuesday in Riga."},
        {"visit", "Lula will visit Lisbon on Friday."},
        {"visit", "On a visit to Skopje on Tuesday, the minister promised help."},
        {"visit", "Modi is visiting Thimphu this week."},
        {"visit", "A visit to Tashkent planned for Friday was cancelled."},
        {"visit", "The envoy was spotted in Beirut on Tuesday."},
        {"visit", "The secretary of state is in Jeddah for talks."},
        {"visit", "The official stayed in Havana until Tuesday."},
        {"visit", "The king has accepted an invitation to visit Nairobi in October."},
        {"visit", "The pontiff paid a visit to Bahrain in November."},
        {"visit", "Borrell made a surprise visit to Odesa on Tuesday."},
        {"visit", "The minister inspected the naval base at Tartus on Tuesday."},
    });
}

TEST_CASE("two movements in a sentence") {
    check({
        {"depart arrive", "The jet left Nice at 9:10 on Tuesday and was down in Luton by 10:55."},
        {"depart arrive", "It departed Doha at 01:12 UTC on Tuesday and arrived in Oslo at 07:50 UTC."},
        {"turn_back return", "At 14:05 on Tuesday the jet turned around over Mali and at 15:40 it was back in Dakar."},
        {"depart turn_back", "The plane left Abuja at 8 a.m. on Tuesday but made a U-turn at 8:40 over Kano."},
        {"depart last_seen", "The helicopter took off from Tabriz at 13:00 on Tuesday and vanished half an hour later."},
        {"visit visit", "The minister was in Oslo on Monday and in Tallinn on Tuesday."},
        {"arrive return", "He landed in Tunis on Monday and flew home on Tuesday."},
        {"fly fly", "The Falcon flew from Paris to Kigali on Monday and from Kigali to Goma on Tuesday."},
        {"depart divert", "The flight left Delhi at 3 a.m. on Tuesday and was diverted to Jaipur."},
        {"stop arrive", "The C-130 refuelled at Sal on Tuesday and reached Recife at 22:10."},
        {"visit travel", "She will be in Oslo on Friday and travel on to Helsinki on Saturday."},
        {"last_seen first_seen", "The signal was lost over Sinai at 10:02 on Tuesday and regained over Jordan at 10:31."},
        {"depart depart", "The first jet left Andrews at 9:00 on Tuesday, the second at 9:20."},
        {"overfly arrive", "It crossed Romania at 11:00 on Tuesday and landed in Chisinau at 11:48."},
    });
}

TEST_CASE("words of movement that tell of no journey") {
    for (const char* text : {
        "The winger landed a move to Madrid on Tuesday.",
        "The bill left committee on Tuesday.",
        "The jury returned a verdict on Tuesday.",
        "The app took off in popularity last year.",
        "He headed the ministry for six years.",
        "Shares of the airline flew 8 percent on Tuesday.",
        "The actress landed the lead role on Tuesday.",
        "Boeing landed an order for 40 jets from Riyadh on Tuesday.",
        "Stocks headed south on Tuesday.",
        "Oil returned to $80 on Tuesday.",
        "The senator returned the call on Tuesday.",
        "Rates are set to return to 2 percent by June.",
        "The talks reached an impasse in Doha on Tuesday.",
        "The parties reached a deal in Cairo on Tuesday.",
        "The measure crossed the floor on Tuesday.",
        "The scandal reached Paris on Tuesday.",
        "The court turned back the appeal on Tuesday.",
        "The prime minister flew into a rage on Tuesday.",
        "The proposal never got off the ground, Brussels said on Tuesday.",
        "Rumours flew in Caracas on Tuesday.",
        "The flag flew over Kabul on Tuesday.",
        "Flags were flown at half mast in London on Tuesday.",
        "Missiles flew over Tel Aviv on Tuesday.",
        "The rocket landed near Haifa on Tuesday.",
        "A drone crashed into an apartment block in Kyiv on Tuesday.",
        "Shells landed in Donetsk on Tuesday.",
        "The club returned to Wembley on Saturday.",
        "The Lakers landed in fifth place on Tuesday.",
        "The tour stops in Boston on Friday, with tickets from $40.",
        "The play arrives on Broadway in June.",
        "The film lands on Netflix on Friday.",
        "The album drops on Friday.",
        "A cold front arrives in London on Friday.",
        "The storm left Florida on Tuesday.",
        "Hurricane Otis made landfall in Acapulco on Tuesday.",
        "The typhoon is heading for Okinawa.",
        "The fire reached Paradise on Tuesday.",
        "The volcano's ash drifted over Iceland on Tuesday.",
        "The oil tanker market returned to profit in May.",
        "Flights from Paris to Nice leave every hour.",
        "Ryanair will fly from Dublin to Rabat twice a week from June.",
        "The airline resumed flights to Tel Aviv on Tuesday.",
        "Trains to Kyiv depart daily at 19:00.",
        "The bus leaves Victoria at 9:15 and reaches Oxford at 10:55.",
        "More than 3,000 migrants arrived in Lampedusa on Tuesday.",
        "Thousands fled Khartoum last April.",
        "Some 40,000 Russians have left Georgia this year.",
        "Napoleon left Elba in February 1815.",
        "Hess flew to Scotland in May 1941.",
        "Had he flown to Moscow, he would have been arrested.",
        "If the jet lands in Tehran, oil will spike.",
        "Whether Kim will visit Moscow is unclear.",
        "It is unclear if the president has left Caracas.",
        "The king might as well have landed on Mars on Tuesday.",
        "The minister left office on Tuesday.",
        "The general left the army on Tuesday.",
        "Trump left the door open to talks with Tehran on Tuesday.",
        "The attack left 12 dead in Kabul on Tuesday.",
        "The ruling left Berlin scrambling on Tuesday.",
        "He left his wife in Vienna in 2009.",
        "The company left London for New York as its listing venue on Tuesday.",
        "She left school in Leeds at 16.",
        "Britain left the EU in January 2020.",
        "The country is on the road to recovery, Athens said on Tuesday.",
        "Berlin is heading for a coalition crisis, analysts said on Tuesday.",
        "The central bank stayed put on Tuesday.",
        "The deal is in the air, said Paris on Tuesday.",
        "The chancellor is on board with the plan, Berlin said on Tuesday.",
        "The president got on board with the reform on Tuesday.",
        "Moscow returned fire on Tuesday.",
        "The army entered Khan Younis on Tuesday.",
        "Russian troops crossed the Dnipro on Tuesday.",
        "Israel's tanks pulled out of Rafah on Tuesday.",
        "NATO held exercises over Poland on Tuesday.",
        "The airline ordered 20 Airbus jets to replace its fleet in Dubai on Tuesday.",
        "The Gulfstream is registered in Malta and owned by a shell firm in Cyprus.",
        "The Boeing 747 can fly 8,000 miles without stopping.",
        "The 737 entered service with Ryanair in 1994.",
        "The jet was delivered to Riyadh Air on Tuesday.",
        "The plane was built in Toulouse in 2014.",
        "Voyager 1 left the solar system in 2012.",
        "The capsule splashed down off Florida on Tuesday.",
        "SpaceX launched 23 satellites from Cape Canaveral on Tuesday.",
        "The cosmonauts returned to Earth on Tuesday.",
        "The storks arrived in Poland on Tuesday.",
        "A humpback whale turned up in the Thames on Tuesday.",
        "The ambassador spoke with Doha by phone on Tuesday.",
        "Macron met Scholz in Berlin on Tuesday.",
        "The two leaders shook hands in Geneva on Tuesday.",
        "The letter arrived in Brussels on Tuesday.",
    }) {
        CAPTURE(text);
        CHECK(claims_of(text).empty());
    }
}
