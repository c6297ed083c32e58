// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/lexicon.hpp"
#include "claim/rare.hpp"

#include <flightxref/claim/claim.hpp>
#include <flightxref/text/mention.hpp>
#include <flightxref/text/time_expression.hpp>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// Bytes of the text.
struct Bytes {
    std::uint32_t begin = 0, end = 0;
    bool empty() const { return begin == end; }
};

/// A place in its role, with the words and the rule that gave it the role.
struct PlaceUse {
    Place place;
    PlaceWord word = PlaceWord::name;
    Bytes bytes;
    std::string_view rule;
    bool inferred = false;  ///< carried over from elsewhere in the story
};

/// A time expression on its way to the calendar.
struct TimeUse {
    TimeExpression expression;
    Bytes bytes;
    std::string_view rule;
};

/// The event a relative time names: whose it is and what it was; empty parts are open.
struct TimeAnchor {
    std::uint32_t entity = no_entity;
    std::optional<ClaimEvent> event;
};

/// A claim as its own sentence tells it, before the document has spoken.
struct ClaimDraft {
    std::uint32_t sentence = 0, paragraph = 0;
    Bytes quote, trigger;
    ClaimEvent event = ClaimEvent::travel;
    Sense sense = Sense::travel;
    const TriggerRow* row = nullptr;     ///< null for nominal triggers
    std::string_view event_rule;

    Modality modality = Modality::asserted;
    std::string_view modality_rule;
    Bytes modality_bytes;
    std::optional<Attribution> source;
    bool data_source = false;
    bool future = false;                 ///< lies ahead of the telling
    bool present = false;                ///< told in the present tense
    bool pluperfect = false;             ///< "had left": before what was told last
    bool infinitive = false, gerund = false;
    bool under_way = false;              ///< "was flying to X when ..."

    TravelMode mode = TravelMode::unknown;
    std::string_view mode_rule;
    std::vector<std::uint32_t> carriers;  ///< entities; several when each is a claim of its own
    std::vector<Carrier> carrier_words;   ///< what the words here say of each
    std::vector<std::uint32_t> persons;   ///< entities of those who travel
    Aboard aboard = Aboard::asserted;     ///< how surely they do
    bool carrier_moves = false;           ///< the carrier is what the verb is said of
    Bytes subject;

    std::optional<PlaceUse> origin, destination;
    std::vector<PlaceUse> via;
    std::optional<TimeUse> time;
    Rare<TimeUse> day;                    ///< named apart from the clock
    bool night_before = false;            ///< it was the night before `day`
    Rare<TimeUse> period;                 ///< a month or year named elsewhere in the sentence: "That June ... on a Wednesday"
    Rare<TimeUse> heading, heading_day;   ///< of the entry or heading it stands under
    Rare<TimeUse> entry_clock;            ///< the clock over the entry, whether or not it dates the event: "half an hour ago" counts from it
    bool heading_ahead = false;           ///< `heading_day` lies behind publication
    std::optional<Zone> paragraph_zone;
    bool fronted_time = false;
    bool in_entry = false;                ///< of a live blog: its day is that of publication, not of the entry before

    /// Who moves is told by a word that names nobody: "it", "we", "contact was lost".
    enum class Anaphor : std::uint8_t { none, craft, people, speakers } anaphor = Anaphor::none;
    std::optional<std::string> callsign;  ///< valid at this moment; empty string = none is
    std::uint32_t leg = 0;                ///< of its journey, counted up with each departure
    std::uint32_t group = 0;              ///< index of the verb in its sentence
    bool unnamed = false;                 ///< said of "one", "another" or nobody: it is somebody only where the text told of somebody before
    bool same_subject = false;            ///< as the draft before it in this sentence
    bool relative = false;                ///< told in a relative or participle clause
    bool again = false;
    bool nominal = false;
    bool governed_by_after = false;       ///< "after attending ..."
    bool governed_by_before = false;  ///< "before flying on to": told in its turn
    TimeAnchor anchor;                    ///< of a relative `time`
    std::optional<std::uint32_t> after_stay;  ///< follows the stay whose trigger begins at that byte
    bool dropped = false;                 ///< merged into another draft
    std::vector<FieldReason> notes;       ///< rules that set fields, spans in bytes only
};

/// The drafts of a document in text order. They are large: none is ever moved to make room for the next.
using ClaimDrafts = std::deque<ClaimDraft>;

}  // namespace flightxref::detail
