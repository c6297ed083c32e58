// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/type_names.hpp>

#include <doctest/doctest.h>

using namespace flightxref;

namespace {

std::string code_of(std::string_view name) {
    const auto match = find_type(name);
    return !match ? "none" : match->code ? match->code.text() : "open";
}

/// The type name that begins where `at` first occurs in the text, as "CODE:name".
std::string read_at(std::string_view text, std::string_view at) {
    const std::size_t position = text.find(at);
    const auto match = find_type_at(text, position);
    if (!match) return "none";
    return (match->code ? match->code.text() : match->maker_only ? "maker" : "open") + ":" + std::string(text.substr(position, match->length));
}

}  // namespace

TEST_CASE("one aircraft, many spellings") {
    for (const char* name : {"Ilyushin Il-96-300", "IL-96", "Il 96", "il96", "Ilyushin-96", "Il-96-300PU", "IL-96-300PU(M)", "Ilyushin Design Bureau Il-96", "IL96",
                             "Il\xE2\x80\x91" "96", "Il'yushin Il-96", "an Il-96 jet"}) {
        CAPTURE(name);
        CHECK(code_of(name) == "IL96");
    }
    for (const char* name : {"A330-200", "A-330-200", "Airbus A330-200", "Airbus 330-200", "A330-243", "KC-30A", "RAF Voyager", "A330 MRTT"}) {
        CAPTURE(name);
        CHECK(code_of(name) == "A332");
    }
}

TEST_CASE("military designations, brand and NATO names") {
    const struct {
        const char* name;
        const char* code;
    } rows[] = {{"C-17A Globemaster III", "C17"}, {"Boeing C-32A", "B752"},      {"C-37B", "GLF5"},           {"C-40B", "B737"},       {"VC-25A", "B742"},
                {"VC-25B", "B748"},               {"E-4B Nightwatch", "B742"},   {"P-8A Poseidon", "P8"},     {"RC-135W", "R135"},     {"Il-76MD Candid", "IL76"},
                {"Gulfstream V", "GLF5"},         {"Gulfstream G650ER", "GLF6"}, {"Gulfstream 4SP", "GLF4"},  {"Falcon 900EX", "F900"}, {"Legacy 600", "E35L"},
                {"Tu-214PU-SBUS", "T204"},        {"Antonov 124", "A124"},       {"Superjet 100", "SU95"},    {"A400M Atlas", "A400"}, {"Embraer 190", "E190"}};
    for (const auto& row : rows) {
        CAPTURE(row.name);
        CHECK(code_of(row.name) == row.code);
    }
}

TEST_CASE("a family name leaves the designator open and agrees with every member") {
    const auto match = find_type("Boeing 737");
    REQUIRE(match);
    CHECK_FALSE(match->code);
    CHECK(match->candidates.size() > 10);
    CHECK(is_same_family(Typecode("B738"), *match));
    CHECK(is_same_family(Typecode("B38M"), "a Boeing 737"));
    CHECK_FALSE(is_same_family(Typecode("B744"), "Boeing 737"));
    CHECK(is_same_family(Typecode("A20N"), "Airbus A320"));
    CHECK(is_same_family(Typecode("IL96"), "Il-96-300"));
    CHECK_FALSE(is_same_family(Typecode("IL76"), "Il-96"));
    CHECK(is_same_family(Typecode("B737"), Typecode("B738")));
    CHECK_FALSE(is_same_family(Typecode("GLF5"), Typecode("GLF6")));
    CHECK_FALSE(is_same_family(Typecode("XXXX"), Typecode("B738")));
}

TEST_CASE("variants: a listed one wins, an unlisted one is cut off, customer codes are read") {
    CHECK(code_of("737-800") == "B738");
    CHECK(code_of("737-8") == "B38M");
    CHECK(code_of("737-8K5") == "B738");
    CHECK(code_of("777-2H6ER") == "B772");
    CHECK(code_of("Boeing 737 MAX 8") == "B38M");
    CHECK(find_type("Il-76TD")->exact);
    CHECK_FALSE(find_type("Il-76XQ-2")->exact);
    CHECK(code_of("Il-76XQ-2") == "IL76");
}

TEST_CASE("names in running text end where the name ends") {
    CHECK(read_at("An Il-96-300PU landed", "Il") == "IL96:Il-96-300PU");
    CHECK(read_at("a Boeing 737-800 left", "Boeing") == "B738:Boeing 737-800");
    CHECK(read_at("two Il-76s took off", "Il") == "IL76:Il-76s");
    CHECK(read_at("the Gulfstream's crew", "Gulf") == "maker:Gulfstream");
    CHECK(read_at("an Il-76-based tanker", "Il") == "IL76:Il-76");
    CHECK(read_at("Boeing\xE2\x80\x99s 747-8 programme", "Boeing") == "B748:Boeing\xE2\x80\x99s 747-8");
    CHECK(read_at("A B738 operated", "B738") == "B738:B738");
    CHECK(read_at("the Bombardier Global 6000, registered", "Bomb") == "GL6T:Bombardier Global 6000");
}

TEST_CASE("what looks like a type and is none, or needs its context") {
    CHECK(read_at("An 12-year-old boy", "An") == "none");
    CHECK(read_at("A 320-seat hall", "A 320") == "none");
    CHECK(read_at("a 737-mile flight", "737") == "none");
    CHECK(read_at("Il-760 is none", "Il") == "none");
    CHECK(find_type_at("the 747 left", 4)->needs_context);
    CHECK_FALSE(find_type_at("the Boeing 747 left", 4)->needs_context);
    CHECK(find_type_at("the Falcon left", 4)->needs_context);
    CHECK_FALSE(find_type_at("the Dassault Falcon left", 4)->needs_context);
    CHECK_FALSE(find_type("helicopter"));
    CHECK_FALSE(find_type(""));
    CHECK_FALSE(find_type("-- ' -"));
}

TEST_CASE("facts for reachability and names for reports") {
    const auto facts = facts_of(Typecode("IL96"));
    REQUIRE(facts);
    CHECK(facts->engine == EngineKind::jet);
    CHECK(facts->engines == 4);
    CHECK(facts->wake == 'H');
    CHECK(facts->cruise_kt > 400);
    CHECK(facts->range_km > 9000);
    CHECK(facts->endurance_h > 10);
    CHECK_FALSE(facts->helicopter);
    CHECK(name_of(Typecode("IL96")) == "Ilyushin Il-96");
    CHECK(name_of(Typecode("GLF5")) == "Gulfstream V");
    CHECK(name_of(Typecode("ZZZZ")) == "ZZZZ");
    CHECK_FALSE(facts_of(Typecode("ZZZZ")));
}
