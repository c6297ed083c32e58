// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "text/mention_scan.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flightxref::detail {

constexpr std::uint32_t no_draft = 0xFFFF'FFFFu;

/// Draft::possessor holds a draft, or with this bit a token that a draft covers.
constexpr std::uint32_t owner_token = 0x8000'0000u;

/// A mention of a sentence before it is known which entity it means.
struct Draft {
    Mention mention;
    Carrier carrier;
    PlaceReading place;
    Person person;
    std::vector<Carrier> members;  ///< identifiers of a list: "two Embraers, YV2944 and YV3071"
    std::uint32_t count = 1;       ///< 0 = several
    int ordinal = 0;               ///< "the second jet": 2; "the last": -1
    bool other_one = false;        ///< "another jet", "a different Il-76", "the other"
    bool same_one = false;         ///< "the same jet"
    bool sister = false;           ///< "its sister ship"
    bool elliptic = false;         ///< "the second", with no noun
    bool generic = false;          ///< no type, no name: "the plane"
    bool rotor = false, drone = false;
    bool subject = false;          ///< stands where the subject of a clause stands
    bool aside = false;            ///< named in passing: "a list had N264BD", "not a second plane", "too short for an Il-76"
    bool subject_id = false;       ///< an identifier that belongs to the aircraft its sentence is about: "... left Brussels as SAM153"
    std::uint32_t possessor = no_draft;
};

/// The drafts of a sentence and who covers which token.
struct Drafts {
    const SentenceScan* scan = nullptr;
    std::vector<Draft> list;
    std::vector<std::uint32_t> cover;  ///< of each token the last draft that covers it

    void reset(const SentenceScan& of);
    /// Adds a draft over tokens [first, end).
    Draft& add(MentionKind kind, std::uint32_t first, std::uint32_t end, std::uint32_t head, std::string_view rule);
    bool free(std::uint32_t i) const { return cover[i] == no_draft; }
};

/// Which name parts belong to whom: word_hash("lavrov") -> person 3.
struct KnownPersons {
    std::unordered_map<std::uint32_t, std::uint32_t> by_part;
    std::uint32_t find(std::uint32_t part) const {
        const auto at = by_part.find(part);
        return at == by_part.end() ? no_entity : at->second;
    }
};

/// Whether the token can be part of a person's name.
bool is_name_word(const SentenceScan& scan, std::uint32_t i);

/// Whether the token begins its sentence (quotes, list numbers and the clock of a live blog aside), so that a capital says nothing.
bool starts_sentence(const SentenceScan& scan, std::uint32_t i);

void find_persons(const SentenceScan& scan, const KnownPersons& known, Drafts& drafts);
void find_groups(const SentenceScan& scan, Drafts& drafts);
void find_places(const SentenceScan& scan, Drafts& drafts);
/// Names no table knows, where a movement leads: "driven to Kasumbalesa".
void find_unlisted_places(const SentenceScan& scan, Drafts& drafts);
void find_carriers(const SentenceScan& scan, Drafts& drafts);
void find_pronouns(const SentenceScan& scan, Drafts& drafts);

/// The preposition that governs the words at token `first`, lower case and lasting; empty when there is none.
std::string_view preposition_before(const SentenceScan& scan, std::uint32_t first);

}  // namespace flightxref::detail
