// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/place.hpp>
#include <flightxref/text/document.hpp>
#include <flightxref/time/instant.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace flightxref {

/// What is said to have happened; it decides which end of a flight the time speaks of.
enum class ClaimEvent : std::uint8_t {
    depart,      ///< leaves, takes off; time = leaving
    arrive,      ///< lands, reaches; time = reaching
    fly,         ///< a whole leg by air without a time at either end; time = any part
    travel,      ///< the same by another or unstated means
    overfly,     ///< crosses or enters a place without landing; `via` says where
    stop,        ///< intermediate landing
    divert,      ///< re-routed to an unplanned place
    turn_back,   ///< the reversal itself
    return_,     ///< motion back or home; written "return"
    circle,      ///< holding, orbit, patrol
    last_seen,   ///< signal lost
    first_seen,  ///< signal regained
    on_ground,   ///< parked, stayed; time = the stay
    visit,       ///< presence without a word of movement; time = the stay
};

/// How the text stands to it.
enum class Modality : std::uint8_t { asserted, reported, expected, planned, possible, negated, denied, cancelled };

enum class TravelMode : std::uint8_t { unknown, air, rail, road, sea };

enum class Aboard : std::uint8_t { asserted, possible, denied, unknown };

/// Who is told to travel.
struct Traveller {
    std::string name;   ///< canonical name as written in the text, pronouns resolved
    bool group = false; ///< "the delegation", "120 police officers"
    std::string role;   ///< "Russian foreign minister"; may be empty
    Aboard aboard = Aboard::asserted;

    bool operator==(const Traveller&) const = default;
};

/// The aircraft as the text describes it; any field may be empty.
struct ClaimedAircraft {
    std::string registration;   ///< with the text's punctuation
    std::string type_text;      ///< "Ilyushin Il-96-300"
    std::string type_icao;      ///< only when certain (Doc 8643)
    std::string callsign;
    std::string flight_number;  ///< as printed
    std::string operator_name;  ///< operator, or the owner in "X's jet"
    std::string nickname;       ///< "Air Force One", "Chammae-1"

    bool empty() const { return *this == ClaimedAircraft{}; }
    bool operator==(const ClaimedAircraft&) const = default;
};

/// When, as a window in UTC that holds what the words mean.
struct ClaimedTime {
    std::string text;                        ///< "just after 6 p.m. KST on Wednesday"
    TimeWindow window{Instant(), Instant()}; ///< inclusive in whole seconds, see make_window()
    std::string zone;                        ///< IANA zone the words are in
    std::string granularity;                 ///< "minute", "hour", "approx", "just_after", "part_of_day", "day", "month", "relative", ...
    std::string relative_to;                 ///< id of the claim it is reckoned from; may be empty
};

/// Who says so.
struct Attribution {
    std::string type;  ///< tracker, official, media, state_media, witness, document, airport, satellite, social, source, person
    std::string text;  ///< the words of the text

    bool operator==(const Attribution&) const = default;
};

/// Which words set a field, and by which rule; see `list_claims --why`.
struct FieldReason {
    std::string_view field;  ///< "event", "time", "destination", ...; lives as long as the program
    std::string_view rule;   ///< name of the rule, for instance "tense_anchor"; likewise
    Span span;               ///< the words
};

/// One statement of a document that somebody or some craft moved, or stayed, somewhere.
struct Claim {
    std::string id;        ///< "c1", "c2", ... in text order, unique within its document
    std::string document;  ///< id of the document
    Span quote_span;
    Span trigger_span;
    std::string quote;
    std::string trigger;
    ClaimEvent event = ClaimEvent::travel;
    std::vector<Traveller> travellers;
    std::optional<ClaimedAircraft> aircraft;
    std::optional<Place> origin;
    std::optional<Place> destination;
    std::vector<Place> via;
    Modality modality = Modality::asserted;
    TravelMode mode = TravelMode::unknown;
    std::optional<Attribution> source_attribution;
    std::optional<ClaimedTime> time;
    std::optional<Instant> published;  ///< when the document was out at the latest; what it tells as past had happened by then
    std::vector<FieldReason> why;
};

constexpr std::string_view to_string(ClaimEvent event) {
    switch (event) {
        case ClaimEvent::depart: return "depart";
        case ClaimEvent::arrive: return "arrive";
        case ClaimEvent::fly: return "fly";
        case ClaimEvent::travel: return "travel";
        case ClaimEvent::overfly: return "overfly";
        case ClaimEvent::stop: return "stop";
        case ClaimEvent::divert: return "divert";
        case ClaimEvent::turn_back: return "turn_back";
        case ClaimEvent::return_: return "return";
        case ClaimEvent::circle: return "circle";
        case ClaimEvent::last_seen: return "last_seen";
        case ClaimEvent::first_seen: return "first_seen";
        case ClaimEvent::on_ground: return "on_ground";
        case ClaimEvent::visit: return "visit";
    }
    return "travel";
}

constexpr std::string_view to_string(Modality modality) {
    switch (modality) {
        case Modality::asserted: return "asserted";
        case Modality::reported: return "reported";
        case Modality::expected: return "expected";
        case Modality::planned: return "planned";
        case Modality::possible: return "possible";
        case Modality::negated: return "negated";
        case Modality::denied: return "denied";
        case Modality::cancelled: return "cancelled";
    }
    return "asserted";
}

constexpr std::string_view to_string(TravelMode mode) {
    switch (mode) {
        case TravelMode::unknown: return "unknown";
        case TravelMode::air: return "air";
        case TravelMode::rail: return "rail";
        case TravelMode::road: return "road";
        case TravelMode::sea: return "sea";
    }
    return "unknown";
}

constexpr std::string_view to_string(Aboard aboard) {
    switch (aboard) {
        case Aboard::asserted: return "asserted";
        case Aboard::possible: return "possible";
        case Aboard::denied: return "denied";
        case Aboard::unknown: return "unknown";
    }
    return "unknown";
}

}  // namespace flightxref
