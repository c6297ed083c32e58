// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/aircraft/identity.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref {

enum class EngineKind : std::uint8_t { none, piston, turboprop, jet, electric, rocket };

/// What is commonly known of a type (ICAO Doc 8643 class; performance rounded, of the longest-legged common variant).
struct TypeFacts {
    std::string_view code;        ///< "IL96"
    std::string_view maker;       ///< "Ilyushin"
    std::string_view model;       ///< "Il-96"
    EngineKind engine = EngineKind::none;
    unsigned engines = 0;
    char wake = 0;                ///< L, M, H or J; 0 when not known
    bool helicopter = false;      ///< also gyrocopters and tilt-rotors: may land off an airport
    bool amphibian = false;       ///< may land on water
    bool military = false;        ///< flown by armed forces (some states fly airliners for both; those are not marked)
    bool uncrewed = false;
    double cruise_kt = 0;         ///< typical true airspeed in cruise, knots; 0 when not known
    double range_km = 0;          ///< practical maximum range without refuelling, kilometres; 0 when not known
    double endurance_h = 0;       ///< hours; from range and speed where no figure of its own is known
};

/// Facts of an ICAO type designator; empty for one that is not in the built-in table.
std::optional<TypeFacts> facts_of(const Typecode& type);

/// Name for readers, "Ilyushin Il-96"; the designator itself when it is not in the table.
std::string name_of(const Typecode& type);

/// What a name in a text says of the type.
struct TypeMatch {
    Typecode code;                     ///< the designator; empty when the name leaves several open
    std::vector<Typecode> candidates;  ///< every designator the name may stand for; none for a type that ICAO has given no designator ("Y-9")
    bool exact = false;                ///< the name itself is listed; false when a variant was cut off ("Il-96-300PU")
    bool needs_context = false;        ///< the same words mean other things too ("747", "Falcon", "Legacy"); a maker before it clears this
    bool maker_only = false;           ///< only the maker is named ("a Boeing"); candidates are all its types
    std::size_t length = 0;            ///< bytes of the text that the name takes, from where it was looked for
};

/// Reads a whole name: "Ilyushin Il-96-300", "IL-96", "A-330-200", "Boeing C-32A", "B738", "Gulfstream V", "Air Force Gulfstream 4SP".
/// Empty when no part of it names a type.
std::optional<TypeMatch> find_type(std::string_view name);

/// Reads the longest name that begins at a byte of a running text, which must be the beginning of a word. The maker before
/// a model, a variant after it and a plural s belong to it. Designators as such ("B738") are read too, in upper case.
std::optional<TypeMatch> find_type_at(std::string_view text, std::size_t position);

/// Whether an observed designator is what a name says or one of its family: B738 for "Boeing 737", A20N for "A320".
bool is_same_family(const Typecode& observed, const TypeMatch& named);
bool is_same_family(const Typecode& observed, std::string_view name);

/// Whether two designators are variants of one model: B737 and B738, GLF5 and GLF6 are not, A320 and A20N are.
bool is_same_family(const Typecode& a, const Typecode& b);

}  // namespace flightxref
