// SPDX-License-Identifier: BSL-1.0
// Who or what a verb is about, and who vouches for it.
#include "claim/article.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace flightxref;

namespace {

Batch<Claim> read_dated(std::string text) {
    return claims_of(std::move(text), CivilDate(2024, 6, 11), "");
}

std::string names(const Claim& c) {
    std::string all;
    for (const Traveller& t : c.travellers) all += (all.empty() ? "" : ", ") + t.name;
    return all;
}

}  // namespace

TEST_CASE("whoever a plane carries travels with it, however the carrying is put") {
    for (const char* text : {"A Boeing 737 carrying Maria Kovacs landed in Seoul on Monday.", "A Boeing 737 that carried Maria Kovacs landed in Seoul on Monday.",
                             "A Boeing 737 ferrying Maria Kovacs landed in Seoul on Monday.", "A Boeing 737 with Maria Kovacs aboard landed in Seoul on Monday."}) {
        CAPTURE(text);
        const auto claims = read_dated(text);
        REQUIRE(claims.size() == 1);
        CHECK(names(claims[0]) == "Maria Kovacs");
        CHECK(claims[0].aircraft.value().type_text == "Boeing 737");
    }
}

TEST_CASE("the object of a relative clause is not the subject of the sentence") {
    const auto claims = read_dated("The tanker that refuelled the bomber came out of Mildenhall on Tuesday.");
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].quote.starts_with("The tanker"));
}

TEST_CASE("what is seen or shown moves, not who sees or shows it") {
    const auto shown = read_dated("Data from a tracking site showed a Challenger 650, HB-JWK, leaving Zurich at 7 a.m. on Tuesday.");
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].aircraft.value().registration == "HB-JWK");
    const auto seen = read_dated("Reporters saw him boarding a flight to Doha on Friday.");
    REQUIRE(seen.size() == 1);
    CHECK(names(seen[0]).empty());
}

TEST_CASE("a denial in a relative clause denies nothing beyond it") {
    const auto claims = read_dated("An aircraft linked to the company, which denies wrongdoing, arrived in Nicosia on Friday.");
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].modality == Modality::asserted);
}

TEST_CASE("the words behind the last comma name the source") {
    const auto claims = read_dated("The jet took off from Brize Norton on Sunday, bound for Warsaw via Rzeszow, a tracking site showed.");
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].source_attribution.value().text == "a tracking site");
}

TEST_CASE("an air force before a short type name says that it is an aircraft") {
    const auto claims = read_dated("A Royal Air Force Voyager left Brize Norton for Akrotiri on Sunday.");
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].aircraft.value().type_text == "Voyager");
}

TEST_CASE("a subject that is nobody negates the movement; a judgement before the clause denies it") {
    for (const char* text : {"Neither jet landed in Minsk on Tuesday.", "No Russian plane landed in Minsk on Tuesday.", "None of the jets landed in Minsk on Tuesday.",
                             "Not one of the planes landed in Minsk on Tuesday."}) {
        CAPTURE(text);
        const auto claims = read_dated(text);
        REQUIRE(claims.size() == 1);
        CHECK(claims[0].modality == Modality::negated);
    }
    const auto both = read_dated("Neither the Il-96 nor the Tu-214 landed in Minsk on Tuesday.");
    REQUIRE(both.size() == 2);
    CHECK(both[0].modality == Modality::negated);
    CHECK(both[1].modality == Modality::negated);
    for (const char* text : {"It is not true that RA-96023 landed in Minsk on Tuesday.", "There is no evidence that RA-96023 landed in Minsk on Tuesday.",
                             "It is false that RA-96023 landed in Minsk on Tuesday."}) {
        CAPTURE(text);
        const auto claims = read_dated(text);
        REQUIRE(claims.size() == 1);
        CHECK(claims[0].modality == Modality::denied);
    }
    for (const char* text : {"It is true that RA-96023 landed in Minsk on Tuesday.", "There is evidence that RA-96023 landed in Minsk on Tuesday."}) {
        CAPTURE(text);
        const auto claims = read_dated(text);
        REQUIRE(claims.size() == 1);
        CHECK(claims[0].modality == Modality::asserted);
    }
}

TEST_CASE("a tracking site is nobody, and he is whom the sentence named last") {
    const auto claims = read_dated("The Gulfstream touched down at Austin on Monday, according to ADS-B Exchange. The envoy landed in Tel Aviv on Tuesday. "
                                   "Marine One carried the president to Andrews on Friday, where he boarded Air Force One for Brussels.");
    REQUIRE(claims.size() == 4);
    CHECK(names(claims[1]) == "envoy");
    CHECK(names(claims[3]) == "president");
}

TEST_CASE("a trip is made however long it is") {
    const auto claims = read_dated("An Antonov An-124, UR-82029, made the 5,000-kilometre trip from Leipzig to Karachi on Tuesday.");
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].origin.value().name == "Leipzig");
    CHECK(claims[0].destination.value().name == "Karachi");
}

namespace {

/// "depart HZ-HM4 air; ...": each claim with its craft and means.
std::string crafts(std::string text) {
    std::string lines;
    for (const Claim& c : claims_of(std::move(text)))
        lines += (lines.empty() ? "" : "; ") + std::string(to_string(c.event)) + " " + (c.aircraft ? c.aircraft->registration : std::string("-")) + " " + std::string(to_string(c.mode));
    return lines;
}

}  // namespace

TEST_CASE("a traveller leaves on the craft that brought him") {
    CHECK(crafts("The king landed in Muscat on a 767, HZ-HM4, at 10:25 on Tuesday. He was off again for Doha by noon.") == "arrive HZ-HM4 air; depart HZ-HM4 air");
    CHECK(crafts("The king landed in Muscat on a 767, HZ-HM4, at 10:25 on Tuesday. He set off for Nizwa by car at noon.") == "arrive HZ-HM4 air; depart - road");
}

TEST_CASE("a movement without its mover is that of the one craft just spoken of") {
    CHECK(crafts("It is an ATR, 9N-AJS. Wheels up in Pokhara at 9:05 a.m. on Tuesday.") == "depart 9N-AJS air");
    CHECK(crafts("The ATR, 9N-AJS, and a Dash 8, 9N-AKZ, belong to the firm. Wheels up in Pokhara at 9:05 a.m. on Tuesday.") == "depart - air");
    CHECK(crafts("They were shown the Basler, C-GKRQ. At 7:24 a.m. on Tuesday the crew turned back over Rankin Inlet.") == "turn_back C-GKRQ air");
}

TEST_CASE("ships are no airships, and a means that is denied is none") {
    CHECK(crafts("A patrol ship tied up in Nuuk at 13:41 on Tuesday. It had left Maniitsoq at four.") == "arrive - sea; depart - sea");
    CHECK(crafts("The Albatros sailed from Bodrum on Tuesday.") == "depart - sea");
    CHECK(crafts("The soldiers arrived in Dakar by sea on Tuesday, not by train.") == "arrive - sea");
    CHECK(crafts("On Tuesday I boarded the sleeper to Baku at 8:30 p.m.") == "depart - rail");
}

TEST_CASE("the legs around tell by what means who stays came") {
    CHECK(crafts("The president will fly to Lima on Thursday. He will be in Lima on Friday.") == "fly - air; visit - air");
    CHECK(crafts("Players sat in the cabin at Quito for two hours on Tuesday.") == "on_ground - air");
    CHECK(crafts("They left for Caracas on Tuesday from the same airport.") == "depart - air");
}

TEST_CASE("who speaks behind a comma is not who moved before it") {
    CHECK(crafts("Two workers saw the Legacy 600, XU-181. It landed at three on Tuesday, they say.") == "arrive XU-181 air");
    const auto claims = claims_of("The minister waited. It landed in Rome at three on Tuesday, the minister says.");
    REQUIRE(claims.size() == 1);
    CHECK(claims[0].travellers.empty());
    CHECK(crafts("Overflight of Algeria was refused on Tuesday to RA-86571, a Russian Il-62M.") == "overfly RA-86571 air");
}

TEST_CASE("a remark on the source does not end what it stands in") {
    CHECK(movements("Sergei Lavrov was in Doha, the ministry said, at 13:20 on Tuesday.") == "arrive reported - > Doha");
    CHECK(movements("Sergei Lavrov left Minsk, his office said, for Doha on Tuesday.") == "depart reported Minsk > Doha");
    CHECK(movements("Sergei Lavrov left Minsk, the office said, and landed in Doha on Tuesday.") == "depart reported Minsk > Doha; arrive reported Minsk > Doha");
    CHECK(movements("Prices rose, the ministry said, in Doha on Tuesday.").empty());
}

TEST_CASE("a clock and a place right behind say that something moves, whatever it is called") {
    CHECK(movements("The Midnight Comet left Vienna at 6:20 p.m. on Tuesday.") == "depart asserted Vienna > -");
    CHECK(movements("The one that mattered touched down in Oslo at 14:10 on Tuesday.") == "arrive asserted - > Oslo");
    CHECK(movements("A rocket arrived in Haifa at 14:10 on Tuesday.").empty());
    CHECK(movements("The proposal arrived in Oslo at 14:10 on Tuesday.").empty());
    CHECK(movements("The capsule touched down in Oslo at 14:10 on Tuesday.").empty());
}
