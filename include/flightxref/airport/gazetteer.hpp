// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/place.hpp>
#include <flightxref/geo/position.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace flightxref {

/// How a name picks out its place.
enum class NameUse : std::uint8_t {
    name,        ///< the usual name or another spelling: "Kyiv", "Kiev", "Sunan International Airport", "U.A.E."
    code,        ///< ICAO or IATA code, in capitals: "ZKPY", "FNJ" (of today; AirportTable::find_iata knows other days)
    demonym,     ///< "Russian", "North Korean", "Briton": the place is the country
    landmark,    ///< "Buckingham Palace", "Red Square": the place is the city it stands in
    government,  ///< "the Kremlin", "Moscow", "Downing Street": the place is the country governed from there
};

/// One place of the gazetteer. Views stay valid as long as the program runs.
struct GazetteerEntry {
    std::string_view name;         ///< the usual English name, without diacritics
    std::string_view city;         ///< of an airport the city it serves, of a city itself; else empty
    std::string_view icao;         ///< of an airport: its code (Airport::code)
    std::string_view country;      ///< ISO 3166 alpha-2; empty for what lies in none or several
    std::string_view subdivision;  ///< ISO 3166-2 ("US-AK", "RU-KGD") where it is known
    std::string_view zone;         ///< IANA; of a country or region with several: that of its capital or largest city; empty when it has none
    Position centre;               ///< rough for countries and regions
    float extent_km = 0;           ///< rough radius: about 3 for airports, 10 to 40 for cities
    std::uint32_t weight = 0;      ///< prominence in news, on the scale of city populations; orders places of one name
    PlaceKind kind = PlaceKind::city;

    /// The place as a value, with the words of the text.
    Place to_place(std::string text) const { return {std::move(text), kind, std::string(name), kind == PlaceKind::airport ? std::string(icao) : std::string(), std::string(city), std::string(country)}; }
};

/// A place that a name may mean.
struct PlaceCandidate {
    const GazetteerEntry* entry = nullptr;
    NameUse use = NameUse::name;
    bool needs_context = false;  ///< the name is also an ordinary word, a person's name or too short: trust it only beside "in", "to", "airport" and the like
};

/// The longest name that begins at some byte of a text.
struct PlaceMatch {
    std::size_t bytes = 0;                       ///< length of the name, without a possessive 's; 0 when no name begins there
    std::span<const PlaceCandidate> candidates;  ///< likeliest first, all of them for that name

    explicit operator bool() const { return bytes != 0; }
};

/// Names of airports, cities, countries, regions, peoples and governments. Immutable, safe to share between threads; built at first
/// use. Names are compared without case, diacritics, hyphens and full stops; abbreviations and codes must be in capitals. "the" is
/// never part of a name.
class Gazetteer {
  public:
    static const Gazetteer& built_in();

    ~Gazetteer();

    /// The longest name that begins at byte `at`, which must be the beginning of a word. A possessive may stand between a city and its airport
    /// ("Moscow's Vnukovo airport"). Takes some 50 ns where nothing is found, and does not allocate.
    PlaceMatch longest_match(std::string_view text, std::size_t at) const;

    /// What exactly this name may mean, likeliest first; empty when unknown.
    std::span<const PlaceCandidate> find(std::string_view name) const;

    /// By ISO 3166 alpha-2; null when there is none such.
    const GazetteerEntry* country(std::string_view iso) const;

    /// The capital city of a country by ISO 3166 alpha-2; null when it has none.
    const GazetteerEntry* capital_of(std::string_view iso) const;

    /// ISO code for "Russian", "Russians", "South Korean", "Kremlin", "Seoul's"; empty when the word is of no single country.
    std::string_view country_of(std::string_view demonym_or_government) const;

    /// The entry a place value came from, or the best for its name, kind and country; null when unknown.
    const GazetteerEntry* entry_of(const Place& place) const;

    /// IANA zone of the place; empty when it has none (a sea, a continent).
    std::string_view zone_of(const Place& place) const;

    /// All entries, for tools that list them.
    std::span<const GazetteerEntry> entries() const;

  private:
    Gazetteer();
    struct Index;
    std::unique_ptr<const Index> m_index;
};

}  // namespace flightxref
