// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/gazetteer.hpp>
#include <flightxref/airport/place.hpp>
#include <flightxref/text/document.hpp>
#include <flightxref/text/sentence.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref {

enum class MentionKind : std::uint8_t {
    carrier,  ///< an aircraft, a train, a ship, a car, or several
    place,
    person,   ///< a person or a group of people
};

/// How the words pick out what they mean.
enum class Reference : std::uint8_t {
    name,        ///< "RA-96023", "Moscow", "Sergei Lavrov"
    definite,    ///< "the jet", "the Chinese capital", "his wife"
    indefinite,  ///< "a Tu-154", "two bodyguards"
    pronoun,     ///< "it", "there", "she"
};

enum class CarrierMode : std::uint8_t { air, rail, road, sea };
enum class Gender : std::uint8_t { unknown, male, female };

/// What is said of an aircraft or another carrier; any string may be empty.
struct Carrier {
    CarrierMode mode = CarrierMode::air;
    std::string registration;   ///< with the text's punctuation
    std::string type_text;      ///< "Ilyushin Il-96-300", "cargo plane", "armoured train"
    std::string type_icao;      ///< only when certain (Doc 8643)
    std::string callsign;
    std::string flight_number;  ///< as printed
    std::string operator_name;  ///< operator, or the owner in "X's jet"
    std::string nickname;       ///< "Air Force One", "Chammae-1"

    bool identified() const { return !registration.empty() || !callsign.empty() || !flight_number.empty(); }
    bool operator==(const Carrier&) const = default;
};

/// A word that stands for a place named elsewhere. Its place is the reading of the text alone: a reader that follows journeys may know better.
enum class PlaceWord : std::uint8_t {
    name,      ///< none: the place is named
    there, here,
    home,      ///< "home", "the homeland"
    capital,   ///< "the capital", "the Chinese capital"
    country,   ///< "the country"
    city,      ///< "the city", "the town"
    airport,   ///< "the airport", "the field"
    base,      ///< "its base", "the same base"
    island,
    coast,     ///< "the coast", "the border"
    building,  ///< "the military hospital", "a state residence": in the town or country spoken of
    airspace,  ///< "its airspace", "Lebanese airspace", "the skies over Iran": the place is the state or area below
};

/// What is said of a place.
struct PlaceReading {
    Place place;  ///< `name` is empty when nothing is known of it
    std::span<const PlaceCandidate> candidates;  ///< all that the name may mean, likeliest first without context
    PlaceWord word = PlaceWord::name;
};

/// What is said of a person or a group.
struct Person {
    std::string name;     ///< canonical: the fullest name of the document ("Sergei Lavrov" for "Lavrov"), else the words ("two bodyguards")
    std::string role;     ///< "Russian foreign minister"; may be empty
    std::string country;  ///< ISO 3166 code of the country the role or an adjective gives; may be empty
    bool named = false;   ///< has a name of its own
    bool group = false;
    Gender gender = Gender::unknown;

    bool operator==(const Person&) const = default;
};

/// Something spoken of once or more often, with all the document says of it so far. A craft that changes its callsign has none here, but one at
/// each mention.
struct Entity {
    MentionKind kind = MentionKind::carrier;
    Carrier carrier;
    Person person;
    std::vector<std::uint32_t> members;  ///< entities of a group: "RA-96019 and RA-96018", "both jets"; empty for a single thing
    std::uint32_t count = 1;             ///< how many it is; 0 = several
    std::uint32_t owner = 0xFFFF'FFFFu;  ///< entity of the person in "X's jet", "his wife"
};

constexpr std::uint32_t no_entity = 0xFFFF'FFFFu;

/// Some words of a sentence that mean a carrier, a place or a person.
struct Mention {
    std::uint32_t begin = 0, end = 0;              ///< bytes of the text
    std::uint32_t first_token = 0, end_token = 0;  ///< of the sentence
    std::uint32_t head_token = 0;                  ///< "plane" in "the Russian plane"; the first token of a name
    std::uint32_t sentence = 0;                    ///< Sentence::index
    std::uint32_t entity = no_entity;              ///< of carriers and persons; places have none
    std::uint32_t detail = 0;                      ///< index into carriers, places or persons, by kind
    MentionKind kind = MentionKind::place;
    Reference reference = Reference::name;
    bool plural = false;
    bool possessive = false;  ///< "Lavrov's", "his": it owns what follows
    bool nested = false;      ///< part of a longer mention: "the president" in "the president's plane"
    bool continues = false;   ///< only a comma, "and" or "or" stands between it and the mention before, which is of its kind
    std::string_view preposition;  ///< that governs it, lower case: "from", "bound for", "north of"; lists share theirs
    std::string_view rule;         ///< name of the rule that found it
};

/// Mentions in text order (a longer one before those nested in it) with their details.
struct Mentions {
    std::vector<Mention> items;
    std::vector<Carrier> carriers;     ///< what the words of each mention say, and the callsign in use there; Entity::carrier has the rest
    std::vector<PlaceReading> places;
    std::vector<Person> persons;

    const Carrier& carrier(const Mention& mention) const { return carriers[mention.detail]; }
    const PlaceReading& place(const Mention& mention) const { return places[mention.detail]; }
    const Person& person(const Mention& mention) const { return persons[mention.detail]; }
    void clear();
};

/// Finds mentions sentence by sentence, in time linear in the text, and follows who and what is spoken of.
/// The document must outlive it.
class MentionReader {
  public:
    explicit MentionReader(const Document& document);
    ~MentionReader();
    MentionReader(MentionReader&&) noexcept;
    MentionReader& operator=(MentionReader&&) noexcept;

    /// The mentions of the next sentence. Valid until the next call.
    const Mentions& read(const Sentence& sentence);

    /// Call after the last sentence: joins an identifier that only one described craft can own.
    void finish();

    /// All that has been spoken of; Mention::entity points into it. An entry may learn more with each sentence.
    const std::vector<Entity>& entities() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// All mentions of a document at once.
struct DocumentMentions : Mentions {
    std::vector<std::uint32_t> sentence_begin;  ///< first item of each sentence, and one past the last
    std::vector<Entity> entities;

    std::span<const Mention> of_sentence(std::size_t index) const {
        return std::span(items).subspan(sentence_begin[index], sentence_begin[index + 1] - sentence_begin[index]);
    }
};

DocumentMentions find_mentions(const Document& document, const Sentences& sentences);

}  // namespace flightxref
