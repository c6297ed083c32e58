// SPDX-License-Identifier: BSL-1.0
// One sentence, its events: idioms, inversions, notes and nouns of every kind of news.
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
        CAPTURE(std::string(told.text));
        CHECK(events_of(told.text) == std::string(told.events));
    }
}

}  // namespace

TEST_CASE("in the words of the news: depart") {
    check({
        {"depart", "Macron's A330 has taken off from Villacoublay."},
        {"depart", "The last convoy rolled out of Kidal on Tuesday."},
        {"depart", "He was bundled onto a flight out of Lagos on Tuesday."},
        {"depart", "The defence minister left for Ankara on Tuesday."},
        {"depart", "At dawn on Tuesday two Blackhawks clattered away from the embassy in Kabul."},
        {"depart", "The delegation will depart from Seoul Air Base on Friday."},
        {"depart", "The C-130 clawed its way out of Sarajevo on Tuesday."},
        {"depart", "\"We're leaving Aden tonight,\" a UN official said."},
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
        {"depart", "His flight out of Caracas left at 6 p.m. on Tuesday."},
        {"depart", "Her plane took to the air at 6:20 on Wednesday morning."},
        {"depart", "The trade minister set off for Seoul on Wednesday."},
        {"depart", "The delegation set out from Kigali on Tuesday."},
        {"depart", "The aid flight is scheduled to lift off from Brindisi at noon on Friday."},
        {"depart", "The inspectors packed up and left Tehran on Monday."},
        {"depart", "Then, at 22:47, the Learjet blasted out of Biggin Hill."},
        {"depart", "Tuesday's flight left Geneva with 43 people on board."},
        {"depart", "The crew fired up the engines at 5 a.m. on Tuesday and departed Kabul at 5:26."},
        {"depart", "The evacuees will be flown out of Port Sudan on Friday."},
        {"depart", "The last British soldiers pulled out of Gao on Tuesday."},
        {"depart", "The chancellor's departure from Ankara was put back to 7 p.m. on Friday."},
    });
}

TEST_CASE("in the words of the news: arrive") {
    check({
        {"arrive", "The jet was wheels down in Tokyo at 17:09 on Tuesday."},
        {"arrive", "Two Embraers carrying the delegation swept into Luanda on Tuesday afternoon."},
        {"arrive", "Rishi Sunak touched down in Hiroshima on Tuesday."},
        {"arrive", "The pilgrims' flight came into Medina at 4:20 on Tuesday."},
        {"arrive", "The plane landed safely at Goma on Tuesday, the airline said."},
        {"arrive", "At half past six on Tuesday the convoy reached Bakhmut."},
        {"arrive", "The secretary-general's plane is expected at Kigali at noon on Friday."},
        {"arrive", "It was met by fire engines when it landed in Muscat at 05:12 on Tuesday."},
        {"arrive", "The prisoners should arrive in Kyiv by Friday."},
        {"arrive", "He had just got to Warsaw when the news broke on Tuesday."},
        {"arrive", "Ramaphosa has arrived in Kazan for the summit."},
        {"arrive", "The evacuees set foot in Cyprus on Tuesday."},
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
        {"arrive", "The freed prisoners arrived at Joint Base Andrews shortly before midnight on Tuesday."},
        {"arrive", "The flight got in at 6:35 on Tuesday morning, forty minutes late."},
        {"arrive", "A Tu-204 carrying the advance team landed at Vladivostok on Tuesday."},
        {"arrive", "The jet came in to land at Tripoli's Mitiga airport at 8:15 p.m. on Tuesday."},
        {"arrive", "The bodyguards had reached Kampala a day before, on Monday."},
        {"arrive", "The premier is due in Berlin on Friday."},
        {"arrive", "The king is expected in Abu Dhabi at 4 p.m. on Friday."},
        {"arrive", "The team is set to touch down in Kingston on Friday."},
    });
}

TEST_CASE("in the words of the news: fly") {
    check({
        {"fly", "The embassy's King Air flew the ambassador to Luxor on Monday."},
        {"fly", "On Monday he took a commercial flight from Istanbul to Baku."},
        {"fly", "Sources say Wagner's Il-76 went from Latakia to Benghazi on Monday."},
        {"fly", "The wounded were airlifted from Adre to Paris on Monday."},
        {"fly", "A Saudi air force jet is to fly the mediators from Port Sudan to Jeddah on Friday."},
        {"fly", "The flight took him from Caracas to Havana on Monday."},
        {"fly", "The general was seen flying to Mombasa on Monday."},
        {"fly", "Some time on Monday the Learjet hopped from Larnaca to Haifa."},
        {"fly", "The Global 7500 made the run from Farnborough to Riyadh on Monday."},
        {"fly", "She flew commercial to Nairobi on Monday."},
        {"fly", "He took a private jet from Nice to Moscow on Monday."},
        {"fly", "The hostages were airlifted to Larnaca on Monday."},
        {"fly", "The jet has flown between Tripoli and Benghazi since April."},
        {"fly", "The ministry's Il-76 flew Moscow–Latakia on Monday."},
        {"fly", "The president will fly to Lima on Friday aboard VC-25A."},
        {"fly", "He may have flown to Dubai, the paper said."},
        {"fly", "Reports that she flew to Tehran on Monday were denied by her office."},
        {"fly", "The journey from Windhoek to Luanda on Monday, aboard an Angolan Air Force jet, was his last."},
        {"fly", "It flew a four-hour leg to Novosibirsk on Monday."},
        {"fly", "From Ashgabat the Challenger continued to Delhi on Monday."},
        {"fly", "The Learjet repositioned to Cannes on Monday."},
        {"fly", "He was medevaced to Landstuhl on Monday."},
        {"fly", "The ousted president was flown by helicopter to Ndola on Monday."},
        {"fly", "A Colombian air force plane flew the children to Bogota on Monday."},
        {"fly", "The Boeing operated a flight from Bamako to Algiers on Monday."},
        {"fly", "The convicts travelled on a Boeing 737 from Harlingen to San Salvador on Saturday."},
        {"fly", "The choppers hopped over to Malta on Monday."},
        {"fly", "The Tupolev shuttled between Khabarovsk and Pyongyang in July."},
        {"fly", "The Ilyushin went from Tehran to Caracas on Monday."},
        {"fly", "The pilot flew the Pilatus on to Aswan on Monday."},
        {"fly", "They were jetting to Ibiza on Monday."},
        {"fly", "The Airbus then went on to Muscat."},
        {"fly", "His flight to Muscat on Friday was cancelled."},
        {"fly", "The planned hop to Goma on Friday has been dropped."},
    });
}

TEST_CASE("in the words of the news: travel") {
    check({
        {"travel", "Aliyev travelled to Shusha on Monday by car."},
        {"travel", "The negotiators are expected to travel to Cairo on Friday."},
        {"travel", "The patriarch journeyed overland to Aleppo on Monday."},
        {"travel", "On Monday he drove from Chisinau to Iasi."},
        {"travel", "She will make the trip to Tiksi on Friday."},
        {"travel", "A special train carried the leader from Beijing to Pyongyang on Monday."},
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
        {"travel", "The pope's journey to Mongolia in September is going ahead."},
        {"travel", "The aide was sent to Budapest on Monday."},
        {"travel", "The deposed leader was taken to Accra on Monday."},
        {"travel", "Yellen travels to Guangzhou on Friday."},
        {"travel", "Steinmeier embarked on a trip to Vietnam on Monday."},
        {"travel", "Lavrov begins a trip to Tunis on Friday."},
        {"travel", "Witkoff is being dispatched to Doha on Friday."},
        {"travel", "The inspectors moved on to Isfahan on Monday."},
        {"travel", "The envoys ended up going to Cairo by bus on Monday."},
        {"travel", "The prisoners were transferred to Abu Dhabi on Monday."},
        {"travel", "The mayor escorted her to Kharkiv on Monday."},
        {"travel", "He has been whisked to Ndjamena."},
        {"travel", "The king's trip to Rabat was scratched on Monday."},
        {"travel", "The emissary shuttled between Cairo and Doha last week."},
        {"travel", "The royal couple sailed to Piraeus on Monday."},
        {"depart", "On Friday she heads for Ljubljana."},
    });
}

TEST_CASE("in the words of the news: overfly") {
    check({
        {"overfly", "Tehran refused the Azeri jet overflight rights on Tuesday."},
        {"overfly", "The plane clipped a corner of Belarus on Tuesday."},
        {"overfly", "The drone flew over Constanta for 20 minutes on Tuesday."},
        {"overfly", "At 10:32 on Tuesday the flight entered Ukrainian airspace."},
        {"overfly", "The jet overflew Sudan without clearance on Tuesday."},
        {"overfly", "Crossing the Hungarian border at 08:05 on Tuesday, the jet descended."},
        {"overfly", "The flight left Iraqi airspace at 04:17 on Tuesday."},
        {"overfly", "The Il-20 spent nine minutes in Danish airspace on Tuesday."},
        {"overfly", "The Il-76 crossed into Turkish airspace at 10:14 on Tuesday."},
        {"overfly", "The drone strayed over Romania on Tuesday."},
        {"overfly", "A Russian Il-20 skirted Estonian airspace on Tuesday."},
        {"overfly", "The jet passed north of Cyprus at 14:20 on Tuesday."},
        {"overfly", "The plane traversed Iraq on Tuesday."},
        {"overfly", "The flight's track took it over Georgia and Azerbaijan on Tuesday."},
        {"overfly", "Its route led across Chad and Niger on Tuesday."},
        {"overfly", "Finland said two Russian bombers had violated its airspace on Tuesday."},
        {"overfly", "The presidential jet overflew Greece on Tuesday."},
        {"overfly", "Poland denied the minister's plane overflight on Tuesday."},
        {"overfly", "Iraq refused the jet permission to overfly its territory on Tuesday."},
        {"overfly", "The jet exited Iranian airspace at 12:40 on Tuesday."},
        {"overfly", "He was over the Black Sea at 6 a.m. on Tuesday, according to Flightradar24."},
        {"overfly", "The bomber cut through Swedish airspace on Tuesday."},
        {"overfly", "The plane avoided Ukraine, routing over Slovakia on Tuesday."},
        {"overfly", "The Gulfstream has left Saudi airspace."},
        {"overfly", "It crossed the Polish border at 9:48 on Tuesday at 35,000 feet."},
        {"overfly", "A Tu-214 tracked across Kazakhstan on Tuesday."},
        {"overfly", "Netanyahu's plane gave Greece a wide berth but flew over Italy on Tuesday."},
        {"overfly", "The Airbus entered the Tehran FIR at 03:12 on Tuesday."},
        {"overfly", "RA-96019 was passing over Samara at 0914Z on Tuesday."},
        {"overfly", "The minister's aircraft transited French airspace on Tuesday."},
        {"overfly", "The helicopter buzzed the Slovenian frontier on Tuesday."},
        {"overfly", "Bulgaria closed its skies to Lavrov's plane on Tuesday."},
        {"overfly", "Two Su-35s intruded into Finnish airspace near Porvoo on Tuesday."},
        {"overfly", "The plane's path on Tuesday ran over Libya."},
    });
}

TEST_CASE("in the words of the news: stop") {
    check({
        {"stop", "The pope's plane will stop in Larnaca on Friday."},
        {"stop", "The An-124 needed a fuel stop in Baku on Tuesday."},
        {"stop", "The royal couple broke their journey in Singapore on Tuesday."},
        {"stop", "On the way back they stopped over in Muscat on Tuesday."},
        {"stop", "A technical stop at Gander on Tuesday took two hours."},
        {"stop", "The Falcon stopped to refuel in Djibouti on Tuesday."},
        {"stop", "The jet made a quick stop at Nicosia on Tuesday."},
        {"stop", "The Il-62 made a technical stop in Vladivostok on Tuesday."},
        {"stop", "The plane paused in Shannon for fuel on Tuesday."},
        {"stop", "A halt at Gander on Tuesday lasted ninety minutes."},
        {"stop", "On the way the jet stopped over in Baku on Tuesday."},
        {"stop", "The delegation broke its journey in Irkutsk on Tuesday."},
        {"stop", "The C-17 gassed up at Lajes on Tuesday."},
        {"stop", "The president had a layover in Honolulu on Tuesday."},
        {"stop", "There was a brief stop in Tashkent on Tuesday."},
        {"stop", "Air Force Two will refuel in Anchorage on Friday."},
        {"stop", "The A340 took on fuel in Las Palmas on Tuesday."},
        {"stop", "The jet touched down briefly in Mombasa on Tuesday before going on."},
        {"stop", "He stopped in London on his way home on Tuesday."},
        {"stop", "The trip included a stop in Muscat on Tuesday."},
        {"stop", "The plane dropped into Djibouti for fuel on Tuesday."},
        {"stop", "A stop in Riga planned for Friday was scrapped."},
        {"stop", "The delegation changed planes in Doha on Tuesday."},
        {"stop", "The jet made an intermediate landing in Novosibirsk on Tuesday."},
        {"stop", "The stop at Ponta Delgada on Tuesday took 50 minutes."},
        {"stop", "The crew refuelled at Diego Garcia on Tuesday."},
        {"stop", "Maduro's plane staged through Algiers on Tuesday."},
        {"stop", "The premier stopped off in Oslo on Tuesday."},
        {"stop", "En route to Seoul the plane landed at Elmendorf to refuel on Tuesday."},
        {"stop", "The jet stopped twice, in Accra and Sal, on Tuesday."},
        {"stop", "Swiss officials said the Falcon had stopped in Geneva only to take on fuel on Tuesday."},
        {"stop", "A pit stop in Athens on Tuesday gave the crew time to rest."},
        {"stop", "Kim's train paused at Khasan on Tuesday."},
        {"stop", "The Airbus put down in Ashgabat for fuel on Tuesday."},
    });
}

TEST_CASE("in the words of the news: divert") {
    check({
        {"divert", "The captain diverted to Kangerlussuaq on Tuesday."},
        {"divert", "The helicopter came down instead at Zvartnots on Tuesday."},
        {"divert", "The Airbus was redirected to Baku on Tuesday."},
        {"divert", "Thunderstorms forced the president's jet to land in Wau on Tuesday."},
        {"divert", "The minister's plane put down in Ostrava on Tuesday instead of Krakow."},
        {"divert", "The flight was diverted to Halifax on Tuesday."},
        {"divert", "The jet was rerouted to Erbil on Tuesday."},
        {"divert", "It ended up in Tbilisi instead on Tuesday."},
        {"divert", "A bomb hoax sent the flight to Minsk on Tuesday."},
        {"divert", "Fog at Sarajevo meant the plane landed in Split instead on Tuesday."},
        {"divert", "The crew elected to divert to Gander on Tuesday."},
        {"divert", "With fuel running low the pilot put down at Wau on Tuesday rather than Juba."},
        {"divert", "The president's plane made an emergency landing in Bucharest on Tuesday."},
        {"divert", "An unscheduled landing in Kuwait on Tuesday followed a cabin-pressure warning."},
        {"divert", "A diversion to Larnaca on Tuesday added three hours."},
        {"divert", "The airliner was forced to land at Minsk on Tuesday."},
        {"divert", "After the engine failure it limped into Keflavik on Tuesday instead of Heathrow."},
        {"divert", "Flight 302 had to make a precautionary landing at Oran on Tuesday."},
        {"divert", "Lufthansa 401 changed course for Shannon on Tuesday after a passenger fell ill."},
        {"divert", "The Ryanair jet was made to land at Minsk on Tuesday."},
        {"divert", "The plane was told to go to Aden instead on Tuesday."},
        {"divert", "The A350 squawked 7700 and diverted to Boston on Tuesday."},
        {"divert", "The flight to Entebbe was re-routed to Nairobi on Tuesday."},
        {"arrive", "The plane, bound for Tel Aviv, set down in Paphos on Tuesday because of rocket fire."},
        {"arrive", "Forced to divert, the Falcon landed at Konya on Tuesday."},
        {"divert", "An engine warning forced the jet down in Gander on Tuesday."},
        {"divert", "Denied entry to Syrian airspace, the Il-76 veered off to Hmeimim on Tuesday."},
    });
}

TEST_CASE("in the words of the news: turn_back") {
    check({
        {"turn_back", "The president's plane turned around mid-flight over Kenya on Tuesday."},
        {"turn_back", "The crew aborted and turned back over Hudson Bay on Tuesday."},
        {"turn_back", "The jet executed a U-turn south of Crete on Tuesday."},
        {"turn_back", "The bus was turned back at the border at Medyka on Tuesday."},
        {"turn_back", "The flight was called back over the Alps on Tuesday."},
        {"turn_back", "The Antonov abruptly reversed course over Sudan on Tuesday."},
        {"turn_back", "The crew declared an emergency and turned around over Tunisia on Tuesday."},
        {"turn_back", "The plane turned back over the Baltic on Tuesday."},
        {"turn_back", "It did a U-turn over Kazakhstan on Tuesday."},
        {"turn_back", "Twenty minutes into the flight on Tuesday, the jet doubled back."},
        {"turn_back", "The Il-96 reversed course south of Cyprus on Tuesday."},
        {"turn_back", "An abrupt about-turn over Hungary on Tuesday puzzled trackers."},
        {"turn_back", "The pilot aborted the flight on Tuesday over Iraq."},
        {"turn_back", "The flight was recalled while over the Aegean on Tuesday."},
        {"turn_back", "The jet made a 180 over Crete on Tuesday."},
        {"turn_back", "Cracked glass forced the minister's plane to turn back on Tuesday."},
        {"turn_back", "Near Odesa the helicopter wheeled round on Tuesday."},
        {"turn_back", "The plane was ordered back an hour out of Lagos on Tuesday."},
        {"turn_back", "The U-turn came at 14:05 on Tuesday over Sinai."},
        {"turn_back", "The convoy turned round at Kherson on Tuesday."},
        {"turn_back", "The aircraft had to turn around on Tuesday after a bird strike."},
        {"turn_back", "Air India 174 turned back over Mongolia on Tuesday."},
        {"turn_back", "It looped round over Greenland on Tuesday and retraced its path."},
        {"turn_back", "The plane was forced to abandon its flight to Sanaa on Tuesday."},
        {"turn_back", "The ferry turned back halfway on Tuesday."},
        {"turn_back", "German pilots broke off the flight over Abu Dhabi on Tuesday."},
        {"turn_back", "The bomber peeled away and reversed its heading on Tuesday."},
        {"turn_back", "Over the Atlantic the jet swung back on Tuesday."},
        {"turn_back", "The plane retraced its steps over Chad on Tuesday."},
    });
}

TEST_CASE("in the words of the news: return") {
    check({
        {"return", "The jet limped back to Kigali on Tuesday."},
        {"return", "She has flown home from Astana."},
        {"return", "The captives are back in Israel."},
        {"return", "The envoy was summoned home from Tunis on Tuesday."},
        {"return", "The helicopter returned to Erbil empty on Tuesday."},
        {"return", "The couple flew back to Montecito on Tuesday."},
        {"return", "The crew brought the Airbus back to Malta on Tuesday."},
        {"return", "He is due back in Nairobi on Friday."},
        {"return", "The delegates flew home commercial."},
        {"return", "The crew declared an emergency and headed back to Nairobi on Tuesday."},
        {"return", "He should be home tomorrow, his aide said of the president."},
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
        {"return", "Wickremesinghe returns to Colombo on Friday."},
        {"return", "The plane made it back to Juba on one engine on Tuesday."},
        {"return", "The flight arrived back in Doha at 2:15 on Tuesday."},
        {"return", "The team will be back in Lusaka on Friday."},
        {"return", "His homecoming, planned for Friday, has been put off."},
        {"return", "The exile's return to Caracas on Tuesday drew crowds."},
        {"return", "An hour later it was back on the ground in Malta."},
        {"return", "The jet flew the return leg to Geneva on Tuesday."},
        {"return", "Duterte was due home on Friday."},
        {"return", "They are to be flown home on Friday."},
        {"return", "The king is home from Riyadh."},
    });
}

TEST_CASE("in the words of the news: circle") {
    check({
        {"circle", "The jet was kept circling over Mogadishu on Tuesday."},
        {"circle", "It flew lazy circles north of Tripoli on Tuesday."},
        {"circle", "Two KC-135s orbited over Iraq on Tuesday."},
        {"circle", "An unmarked Cessna flew rings around Caracas on Tuesday."},
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
        {"circle", "The jet went round and round over Zaporizhzhia on Tuesday."},
        {"circle", "The plane drew loops over Lake Van on Tuesday."},
        {"circle", "It was stacked over Istanbul for 50 minutes on Tuesday."},
        {"circle", "A Global Hawk is on station over the Black Sea."},
        {"circle", "The Artemis jet was on patrol over Moldova on Tuesday."},
        {"circle", "The Cessna flew tight circles above Minneapolis on Tuesday."},
        {"circle", "The aircraft spent three hours orbiting off Taiwan on Tuesday."},
    });
}

TEST_CASE("in the words of the news: last_seen") {
    check({
        {"last_seen", "The King Air disappeared off the coast of Socotra on Tuesday."},
        {"last_seen", "Its last signal came from south of Malta at 06:51 on Tuesday."},
        {"last_seen", "The jet went dark over Sinai on Tuesday."},
        {"last_seen", "The aircraft was lost from radar near Rodrigues on Tuesday."},
        {"last_seen", "The plane vanished from radar over Lake Malawi on Tuesday."},
        {"last_seen", "Contact with the helicopter was lost near Varzaqan at 1 p.m. on Tuesday."},
        {"last_seen", "The jet dropped off Flightradar24 near Homs at 05:29 on Tuesday."},
        {"last_seen", "The transponder went dark over Sinai on Tuesday."},
        {"last_seen", "The An-26 went off the scopes near Juba on Tuesday."},
        {"last_seen", "The signal was last received over Poltava on Tuesday."},
        {"last_seen", "The Embraer crashed near Tver on Tuesday."},
        {"last_seen", "Trackers lost the Il-76 over Homs on Tuesday."},
        {"last_seen", "The aircraft was last tracked over Kashan on Tuesday."},
        {"last_seen", "The plane slammed into a hillside near Chikangawa on Tuesday."},
        {"last_seen", "The Cessna went missing over Caqueta on Tuesday."},
        {"last_seen", "Its track ends off Socotra at 21:20 on Tuesday."},
        {"last_seen", "The jet stopped transmitting over Tikrit on Tuesday."},
        {"last_seen", "Radar contact was lost at 17:22 on Tuesday."},
        {"last_seen", "The plane went down in the Zagros on Tuesday."},
        {"last_seen", "At 18:20 on Tuesday the crew switched off the transponder over Bulgaria."},
        {"last_seen", "The plane was shot down near Shakhtarsk on Tuesday."},
        {"last_seen", "The jet's signal faded over the Caspian at 09:10 on Tuesday."},
        {"last_seen", "The jet plunged into the Black Sea on Tuesday."},
        {"last_seen", "It was last heard from at 02:40 on Tuesday."},
        {"last_seen", "The plane disappeared from screens at 14:15 on Tuesday."},
    });
}

TEST_CASE("in the words of the news: first_seen") {
    check({
        {"first_seen", "The Il-76 first appeared on radar near Al Jufra on Tuesday."},
        {"first_seen", "The jet blinked back on to trackers off Haifa at 10:10 on Tuesday."},
        {"first_seen", "It came back into view over Bahrain at 06:55 on Tuesday."},
        {"first_seen", "The bizjet showed up on Flightradar24 near Varna on Tuesday."},
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
        {"first_seen", "The track begins near Tabuk at 07:01 on Tuesday."},
        {"first_seen", "The An-124 emerged from the coverage gap near Khartoum on Tuesday."},
        {"first_seen", "Its signal returned at 22:10 on Tuesday near Mashhad."},
        {"first_seen", "The plane became visible again over Oman on Tuesday."},
    });
}

TEST_CASE("in the words of the news: on_ground") {
    check({
        {"on_ground", "The jet has been parked in Bangui since Sunday."},
        {"on_ground", "The An-225 stood at Hostomel on Tuesday."},
        {"on_ground", "The aircraft spent the night in Doha on Tuesday."},
        {"on_ground", "Satellite pictures taken on Tuesday show the bomber parked at Belaya."},
        {"on_ground", "The Airbus was still sitting in Entebbe on Tuesday."},
        {"on_ground", "The Il-96 spent Tuesday night on the apron at Ramenskoye."},
        {"on_ground", "The jet sat on the tarmac in Brasilia for six hours on Tuesday."},
        {"on_ground", "A Mahan A340 was parked at Caracas on Tuesday."},
        {"on_ground", "The plane is stuck in Luanda."},
        {"on_ground", "Stranded in Kathmandu on Tuesday were 40 climbers."},
        {"on_ground", "The Airbus remained at Larnaca overnight on Tuesday."},
        {"on_ground", "The jet has been sitting in Oslo since Monday."},
        {"on_ground", "Satellite images from Tuesday show the Il-62 at Sunan."},
        {"on_ground", "The C-17 waited on the ground in Tashkent on Tuesday."},
        {"on_ground", "The Gulfstream was photographed at Teterboro on Tuesday."},
        {"on_ground", "The helicopter stood in a field outside Tabriz on Tuesday."},
        {"on_ground", "The yacht has been moored in Bodrum since April."},
        {"on_ground", "Two MiG-31s were parked nose to tail at Mozdok on Tuesday, imagery shows."},
        {"on_ground", "The plane was impounded in Ezeiza on Tuesday."},
        {"on_ground", "The jet languished at Chateauroux all week."},
        {"on_ground", "The Boeing overnighted in Bishkek on Tuesday."},
        {"on_ground", "It was parked beside the terminal at Hmeimim on Tuesday."},
        {"on_ground", "The aircraft stayed on the ground at Windhoek until Wednesday."},
        {"on_ground", "A Planet image on Tuesday had the bomber at Engels."},
        {"on_ground", "The delegation's plane was still in Delhi on Tuesday with a fault."},
        {"on_ground", "The An-124 has not moved from Leipzig since Monday."},
        {"on_ground", "The broken-down jet is grounded in Windhoek."},
        {"on_ground", "The crew slept aboard in Dakar on Tuesday night."},
    });
}

TEST_CASE("in the words of the news: visit") {
    check({
        {"visit", "The president paid a flying visit to Kherson on Tuesday."},
        {"visit", "The premier's three-day visit to Cairo began on Tuesday."},
        {"visit", "The Turkish foreign minister was in Baghdad on Tuesday for talks."},
        {"visit", "The envoy is paying a visit to Muscat this week."},
        {"visit", "The king attended the funeral in Rome on Tuesday."},
        {"visit", "The commissioner spends Friday in Skopje."},
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
        {"visit", "Stoltenberg's visit to Vilnius on Tuesday was his last."},
        {"visit", "The mayor has been in Milan since Monday."},
        {"visit", "The two men were both in Prague on Monday."},
        {"visit", "He has never been to Minsk, his lawyer said."},
        {"visit", "The president denied visiting Tripoli in March."},
        {"visit", "The princess dropped in on troops in Tallinn on Tuesday."},
        {"visit", "Putin is expected to visit Ankara in June."},
        {"depart", "Wang Yi wraps up his visit to Cairo on Friday."},
        {"visit", "Two CIA officials were in Doha on Tuesday for the talks."},
        {"visit", "The general was a guest at the parade in Minsk on Tuesday."},
        {"visit", "She was at the summit in Cartagena on Tuesday."},
        {"visit", "Erdogan begins a two-day visit to Rome on Friday."},
        {"visit", "The commissioner will be in Chisinau on Friday and Saturday."},
        {"visit", "He holidayed in Sardinia last week."},
    });
}

TEST_CASE("two movements in a sentence") {
    check({
        {"depart arrive", "The jet left Nice at 9:10 on Tuesday and was down in Luton by 10:55."},
        {"depart arrive", "Off from Kazan at 06:20, on the ground in Ufa at 07:15 on Tuesday."},
        {"depart arrive", "It departed Doha at 01:12 UTC on Tuesday and arrived in Oslo at 07:50 UTC."},
        {"arrive depart", "After landing in Sofia at noon on Tuesday she left for Skopje at four."},
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
        {"arrive visit", "Lavrov landed in Bamako on Monday and on Tuesday visited Niamey."},
        {"depart circle", "The drone left Sigonella at 04:00 on Tuesday and orbited off Sevastopol."},
        {"on_ground depart", "The plane sat in Tunis for two hours on Tuesday before leaving for Tripoli at 18:00."},
        {"overfly overfly", "A Russian A-50 entered South Korea's air defence zone at 9:09 a.m. on Tuesday and left it at 9:37 a.m."},
        {"overfly overfly", "The Su-24s flew into Swedish airspace at 11:09 on Tuesday and were out again at 11:12."},
        {"overfly overfly overfly", "The jet was over Serbia at 09:12 on Tuesday, over Romania at 09:40 and over Moldova by 10:05."},
        {"overfly overfly", "The An-124 skirted Polish airspace and cut across the Kaliningrad exclave on Tuesday."},
        {"overfly arrive", "It passed Cyprus at 11:20 on Tuesday and was on the ground in Beirut at 11:58."},
    });
}

TEST_CASE("a gerund behind 'before' or 'after' tells a movement in its turn") {
    check({
        {"stop fly", "The jet refuelled in Larnaca before flying on to Tel Aviv."},
        {"arrive depart", "The plane landed in Malta before taking off again for Rome."},
        {"visit fly", "He spent two nights in Larnaca before flying to Tel Aviv."},
        {"stop fly", "After stopping in Dakar, the aircraft flew to Recife."},
        {"arrive fly", "After landing at Shannon, the plane carried on to Washington."},
        {"arrive", "After leaving Oslo, the plane landed in Rome."},
        {"visit", "Before leaving Oslo he visited Bergen."},
    });
    const auto onward = claims_of("The jet refuelled in Larnaca before flying on to Tel Aviv.");
    REQUIRE(onward.size() == 2);
    REQUIRE(onward[1].origin.has_value());
    CHECK(onward[1].origin->text == "Larnaca");
    const auto reached = claims_of("After leaving Oslo, the plane landed in Rome.");
    REQUIRE(reached.size() == 1);
    REQUIRE(reached[0].origin.has_value());
    CHECK(reached[0].origin->text == "Oslo");
}

TEST_CASE("an aircraft that comes down in the open is lost, on a landing ground it has arrived") {
    check({
        {"last_seen", "The Pilatus came down on a hillside near Bern on Sunday."},
        {"last_seen", "A helicopter came down in a rice paddy outside Hanoi on Friday."},
        {"arrive", "The Pilatus came down on a grass strip near Bern on Sunday."},
        {"arrive", "The Learjet came down in Nice on Tuesday."},
    });
}

TEST_CASE("an overflight keeps the goal it was on its way to, a plan its onward leg") {
    const auto crossed = claims_of("Her plane overflew Austria on its way to Berlin.");
    REQUIRE(crossed.size() == 1);
    REQUIRE(crossed[0].destination.has_value());
    CHECK(crossed[0].destination->text == "Berlin");
    CHECK(crossed[0].via.size() == 1);
    const auto planned = claims_of("The chancellor will land in Delhi on Friday before flying on to Mumbai.");
    REQUIRE(planned.size() == 2);
    CHECK(planned[1].modality == Modality::planned);
}

TEST_CASE("a departure that measures the time is where the leg began") {
    for (const char* text : {"Two hours after leaving Oslo the plane landed in Rome.", "An hour after departing Oslo, the Learjet arrived in Rome."}) {
        CAPTURE(std::string(text));
        const auto claims = claims_of(text);
        REQUIRE(claims.size() == 1);
        CHECK(claims[0].event == ClaimEvent::arrive);
        REQUIRE(claims[0].origin.has_value());
        CHECK(claims[0].origin->text == "Oslo");
    }
}
