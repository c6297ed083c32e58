// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace flightxref::detail {

/// What holding a claim against the tracks came to, the movement taken as it is told; whether the claim affirms or denies it
/// comes after.
enum class Situation : std::uint8_t {
    // it happened
    seen,             ///< the aircraft named, every end that decides seen
    seen_inferred,    ///< the aircraft named, an end inferred
    seen_likely,      ///< the same, the place told being the likeliest by far
    kind_seen,        ///< an aircraft of the kind named, everything else as told
    kind_inferred,    ///< the same with an end inferred
    kind_likely,      ///< the same, the place told being the likeliest by far
    lent_seen,        ///< the aircraft is named by another claim of the same journey
    // it did not
    alibi,            ///< the aircraft named was where it could not have done it from
    alibi_callsign,   ///< whoever used the callsign (or flight number) that day was
    wrong_type,       ///< the movement happened, with an aircraft of another type than told
    kind_absent,      ///< the place was watched all the time and nothing of the kind came
    // not known
    not_air,          ///< about a train, a car, a ship
    future,           ///< the tracks end before its time
    before_data,      ///< the tracks begin after its time
    no_identity,      ///< names no aircraft, not even a kind
    no_place,         ///< says of no place that can be checked
    unknown_aircraft, ///< the aircraft named is nowhere in the tracks
    unknown_callsign, ///< nobody sent the callsign around that time
    doubtful,         ///< which aircraft it was is in question
    related_type,     ///< the movement happened with another variant of the type
    silent,           ///< the aircraft named was not heard around that time
    end_unseen,       ///< a flight agrees as far as it was seen
    time_unsure,      ///< a flight agrees, its time only nearly
    gap,              ///< not seen, and possible in a silence
    undated,          ///< no time is told and no flight seen agrees
    kind_unseen,      ///< nothing of the kind seen, which says little
    partly_told,      ///< seen otherwise than told, in a way that the words may still mean
    other_reading,    ///< not so as it was read, but the words may mean another time or stand on a time that was refuted
    count_
};

/// Calibration: how often the movement happened, by situation; for claims that affirm it and for those that deny it.
/// Fitted on simulated worlds kept apart from those any figure is reported on; where a situation is rare there, set by
/// judgement and towards the middle. Reviewed by hand: the one place where probabilities come from.
struct Calibration {
    Situation situation;
    double affirmed, denied;
    std::string_view name;
};

inline constexpr std::array<Calibration, static_cast<std::size_t>(Situation::count_)> calibrations{{
    {Situation::seen, 0.997, 0.99, "seen"},
    {Situation::seen_inferred, 0.993, 0.98, "seen_inferred"},
    {Situation::seen_likely, 0.965, 0.95, "seen_likely"},
    {Situation::kind_seen, 0.993, 0.98, "kind_seen"},
    {Situation::kind_inferred, 0.985, 0.97, "kind_inferred"},
    {Situation::kind_likely, 0.96, 0.94, "kind_likely"},
    {Situation::lent_seen, 0.93, 0.90, "lent_seen"},
    {Situation::alibi, 0.003, 0.003, "alibi"},
    {Situation::alibi_callsign, 0.01, 0.01, "alibi_callsign"},
    {Situation::wrong_type, 0.005, 0.5, "wrong_type"},
    {Situation::kind_absent, 0.03, 0.03, "kind_absent"},
    {Situation::not_air, 0.5, 0.5, "not_air"},
    {Situation::future, 0.5, 0.5, "future"},
    {Situation::before_data, 0.5, 0.5, "before_data"},
    {Situation::no_identity, 0.5, 0.5, "no_identity"},
    {Situation::no_place, 0.5, 0.5, "no_place"},
    {Situation::unknown_aircraft, 0.22, 0.5, "unknown_aircraft"},
    {Situation::unknown_callsign, 0.37, 0.5, "unknown_callsign"},
    {Situation::doubtful, 0.5, 0.5, "doubtful"},
    {Situation::related_type, 0.08, 0.5, "related_type"},
    {Situation::silent, 0.4, 0.4, "silent"},
    {Situation::end_unseen, 0.72, 0.6, "end_unseen"},
    {Situation::time_unsure, 0.4, 0.5, "time_unsure"},
    {Situation::gap, 0.1, 0.06, "gap"},
    {Situation::undated, 0.18, 0.3, "undated"},
    {Situation::kind_unseen, 0.2, 0.2, "kind_unseen"},
    {Situation::partly_told, 0.35, 0.4, "partly_told"},
    {Situation::other_reading, 0.5, 0.5, "other_reading"},
}};

constexpr const Calibration& calibration(Situation situation) { return calibrations[static_cast<std::size_t>(situation)]; }

constexpr bool calibrations_in_order() {
    for (std::size_t i = 0; i < calibrations.size(); ++i)
        if (static_cast<std::size_t>(calibrations[i].situation) != i) return false;
    return true;
}
static_assert(calibrations_in_order(), "the calibration table follows the order of the situations");

constexpr bool says_happened(Situation s) { return s <= Situation::lent_seen; }
constexpr bool says_not_happened(Situation s) { return s >= Situation::alibi && s <= Situation::kind_absent; }

}  // namespace flightxref::detail
