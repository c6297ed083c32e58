// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/registration.hpp>

#include <doctest/doctest.h>

using namespace flightxref;
using enum RegistrationShape;

TEST_CASE("registrations by the grammar of their state") {
    const struct {
        const char* token;
        const char* state;
        RegistrationShape shape;
        bool military;
    } rows[] = {
        {"RA-96023", "RU", strong, false}, {"N628TS", "US", strong, false},   {"9H-VBIG", "MT", strong, false}, {"T7-ESPRT", "SM", strong, false},
        {"P-671", "KP", strong, false},    {"B-2472", "CN", strong, false},   {"B-18918", "TW", strong, false}, {"B-KPM", "HK", strong, false},
        {"VP-BLX", "BM", strong, false},   {"VP-CTF", "KY", strong, false},   {"4K-AI01", "AZ", strong, false}, {"EW-001PA", "BY", strong, false},
        {"UP-A2101", "KZ", strong, false}, {"HZ-HM1", "SA", strong, false},   {"HL8060", "KR", strong, false},  {"JA8089", "JP", strong, false},
        {"YV2944", "VE", strong, false},   {"CU-T1250", "CU", strong, false}, {"D-AIXP", "DE", strong, false},  {"F-GZCP", "FR", strong, false},
        {"F-RARF", "FR", strong, true},    {"16+01", "DE", strong, true},     {"ZZ336", "GB", fair, true},      {"MM62209", "IT", strong, true},
        {"RF-82011", "RU", strong, true},  {"A39-007", "AU", strong, true},   {"84-00126", "US", fair, true},   {"97-3091", "", weak, true},
        {"09-0015", "", weak, true},       {"6-9221", "IR", weak, true},      {"15001", "", weak, true},        {"FAB-001", "", strong, true},
        {"LX-N90442", "LU", strong, true}, {"LX-ABC", "LU", strong, false},   {"N75", "US", fair, false},       {"4X-ISR", "IL", strong, false},
    };
    for (const auto& row : rows) {
        CAPTURE(row.token);
        const auto parsed = parse_registration(row.token);
        REQUIRE(parsed);
        CHECK(parsed->state == row.state);
        CHECK(parsed->shape == row.shape);
        CHECK(parsed->military == row.military);
        CHECK(parsed->registration.text() == row.token);
    }
}

TEST_CASE("newsrooms drop hyphens, use dashes and lower case; the registration is restored and believed less") {
    CHECK(parse_registration("RA96023")->registration.text() == "RA-96023");
    CHECK(parse_registration("RA96023")->shape == fair);
    CHECK(parse_registration("RPC5219")->registration.text() == "RP-C5219");
    CHECK(parse_registration("RA\xE2\x80\x93" "96023")->registration.text() == "RA-96023");
    CHECK(parse_registration("RA 96023")->shape == fair);
    CHECK(parse_registration("ra-96023")->registration.text() == "RA-96023");
    CHECK(parse_registration("ra-96023")->shape == fair);
    CHECK(parse_registration("MAF T03")->registration.text() == "MAF-T03");
    CHECK(parse_registration("GREAT")->shape == weak);
    CHECK(parse_registration("d-list")->shape == weak);
}

TEST_CASE("lookalikes: types, designations, resolutions, money and forms are no registrations") {
    for (const char* token : {"Il-96", "MiG-31", "F-16", "B-2", "C-130J", "Tu-214", "KC-135", "EC-135", "OH-58D", "UH-60", "A320", "737-800", "G-7", "G-20", "COVID-19",
                              "P-8A", "T-72B", "S-400", "1.5", "24/7", "N0", "N12345678", "NIO", "R-8-8", "2-0", "--", "+", "", "CL-604", "An-124", "X", "B-52H", "RC-135W"}) {
        CAPTURE(token);
        CHECK_FALSE(parse_registration(token));
    }
}

TEST_CASE("state and arm of a registration") {
    CHECK(state_of(Registration("RA-96023")) == "RU");
    CHECK(state_of(Registration("16+01")) == "DE");
    CHECK(state_of(Registration("nonsense")).empty());
    CHECK(is_military(Registration("F-RAFA")));
    CHECK_FALSE(is_military(Registration("F-GZCP")));
}

TEST_CASE("hostile tokens") {
    CHECK_FALSE(parse_registration(std::string(100000, 'N')));
    CHECK_FALSE(parse_registration("\xE2\x80"));
    CHECK_FALSE(parse_registration("\xFF\xFE"));
    CHECK_FALSE(parse_registration(" "));
}
