// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/address_plan.hpp>

#include <aircraft/address_schemes.hpp>

#include <doctest/doctest.h>

using namespace flightxref;

TEST_CASE("an aircraft of the Russian special flight detachment is found by its tail and by its address") {
    const auto planned = registration_of(Icao24{"157717"});
    REQUIRE(planned);
    CHECK(planned->registration.text() == "RA-96023");
    CHECK(planned->confidence > .95);
    CHECK(planned->confidence < .97);
    CHECK(planned->scheme == "RA-");
    const auto address = address_of(Registration("ra96023"));
    REQUIRE(address);
    CHECK(address->address == Icao24{"157717"});
}

TEST_CASE("published pairs of tail and address") {
    const struct {
        const char* registration;
        const char* address;
    } pairs[] = {
        {"RA-96022", "157716"}, {"RA-76592", "152b30"}, {"RA-86572", "15522c"}, {"P-632", "7277a8"}, {"P-671", "7277cf"},
        {"P-881", "7278a1"},    {"N1", "a00001"},       {"N99999", "adf7c7"},   {"N1A", "a00002"},   {"HL7200", "71ba00"},
        {"HL8271", "71c271"},   {"C-FAAA", "c00001"},   {"C-GAAA", "c044a9"},   {"F-GAAA", "390000"}, {"D-AAAA", "3c4421"},
        {"D-APAA", "3c0001"},   {"CU-T1250", "0b04e2"}, {"VH-AAA", "7c0000"},   {"LV-AAA", "e01041"},
    };
    for (const auto& pair : pairs) {
        CAPTURE(pair.registration);
        const auto address = address_of(Registration(pair.registration));
        REQUIRE(address);
        CHECK(address->address.to_string() == pair.address);
        const auto back = registration_of(address->address);
        REQUIRE(back);
        CHECK(back->registration.text() == pair.registration);
    }
}

TEST_CASE("every address with a planned registration leads back to itself") {
    // Every address of the letter-and-digit systems (US, Japan, Korea); of the rest, which the next test walks through, one in seven.
    const auto in_full = [](std::uint32_t v) { return (v >= 0xA00000 && v < 0xAE0000) || (v >= 0x840000 && v < 0x880000) || (v >= 0x71B000 && v < 0x71D000); };
    std::size_t planned = 0;
    std::size_t wrong = 0;
    for (std::uint32_t value = 1; value < 0xFFFFFF; value += in_full(value) ? 1 : 7) {
        const Icao24 address = Icao24::from_value(value);
        const auto registration = registration_of(address);
        if (!registration) continue;
        ++planned;
        const auto back = address_of(registration->registration);
        wrong += !back || back->address != address || back->scheme != registration->scheme;
    }
    CHECK(wrong == 0);
    CHECK(planned > 1'100'000);
}

TEST_CASE("every registration of a scheme has an address, and all but the shared lines come back") {
    for (const auto& scheme : detail::letter_schemes)
        for (char a = scheme.first; a <= 'Z' && (scheme.last < 'A' || a <= scheme.last); ++a)
            for (char b = 'A'; b <= 'Z'; ++b)
                for (const char c : {'A', 'B', 'N', 'Z'}) {  // the last letter counts one by one
                    const std::string text = std::string(scheme.prefix) + a + b + c;
                    const auto address = address_of(Registration(text));
                    const auto back = address ? registration_of(address->address) : std::nullopt;
                    const bool same = back && back->registration.text() == text;
                    if (same != scheme.both_ways) FAIL_CHECK(text);
                }
    for (const auto& scheme : detail::number_schemes)
        for (std::uint32_t n = scheme.first; n <= scheme.last; ++n) {
            std::string digits = std::to_string(n);
            if (digits.size() < scheme.width) digits.insert(0, scheme.width - digits.size(), '0');
            const std::string text = std::string(scheme.prefix) + digits;
            const auto address = address_of(Registration(text));
            const auto back = address ? registration_of(address->address) : std::nullopt;
            const bool same = back && back->registration.text() == text;
            if (same != scheme.both_ways) FAIL_CHECK(text);
        }
}

TEST_CASE("a Russian state registration shares the civil line and is believed less") {
    const auto address = address_of(Registration("RF-76592"));
    REQUIRE(address);
    CHECK(address->address == Icao24{"152b30"});
    CHECK(address->confidence < .5);
}

TEST_CASE("no rule, no registration") {
    for (const char* registration : {"G-ABCD", "B-1234", "HZ-HM1", "16+01", "N0123", "N1234IO", "N", "", "RA-1", "HL9999", "JA0000A"})
        CHECK_FALSE(address_of(Registration(registration)));
    CHECK_FALSE(registration_of(Icao24{"ae1234"}));  // US military blocks follow no rule
    CHECK_FALSE(registration_of(Icao24{"400abc"}));  // United Kingdom
    CHECK_FALSE(registration_of(Icao24{"71c26b"}));  // digits only in the Korean range
}

TEST_CASE("the state of an address, territories before the state they belong to") {
    CHECK(state_of(Icao24{"157717"}) == "RU");
    CHECK(state_of(Icao24{"7277a8"}) == "KP");
    CHECK(state_of(Icao24{"400010"}) == "BM");
    CHECK(state_of(Icao24{"406abc"}) == "GB");
    CHECK(state_of(Icao24{"789123"}) == "HK");
    CHECK(state_of(Icao24{"780123"}) == "CN");
    CHECK(state_of(Icao24{"f00123"}).empty());
    CHECK(state_of(Icao24{"d00000"}).empty());
}

TEST_CASE("military ranges and addresses that are none") {
    CHECK(is_military(Icao24{"ae0001"}));
    CHECK(is_military(Icao24{"43c123"}));
    CHECK(is_military(Icao24{"3f4567"}));
    CHECK_FALSE(is_military(Icao24{"a00001"}));
    CHECK_FALSE(is_military(Icao24{"157717"}));
    CHECK(address_kind(Icao24{"157717"}) == AddressKind::state);
    CHECK(address_kind(Icao24{"f00123"}) == AddressKind::temporary);
    CHECK(address_kind(Icao24{"dd0123"}) == AddressKind::tracker);
    CHECK(address_kind(Icao24{"ff0123"}) == AddressKind::unassigned);
}
