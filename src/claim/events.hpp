// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/arguments.hpp"
#include "claim/draft.hpp"
#include "claim/modality.hpp"

#include <flightxref/text/mention.hpp>

#include <vector>

namespace flightxref::detail {

/// A sentence with all that was read of it.
struct SentenceReading {
    std::string_view text;              ///< of the document
    const SentenceView* view = nullptr;
    const Mentions* mentions = nullptr;
    const std::vector<TimeExpression>* times = nullptr;
    const std::vector<Subject>* subjects = nullptr;
    const std::vector<SourceScope>* sources = nullptr;
    bool in_entry = false;              ///< under a clock that heads the paragraph
    bool under_day = false;             ///< under a day: in a diary or a chronicle
};

/// What a trigger says in its clause; empty when it says nothing of a movement.
std::optional<ClaimDraft> read_event(const SentenceReading& reading, std::uint32_t group);

/// "... and on Monday to Constanta", "again at Misawa": legs of which only the place (and time) is said, behind the draft they repeat.
std::vector<ClaimDraft> read_remnants(const SentenceReading& reading, ClaimDraft& draft);

/// "Lusaka followed on Wednesday", "Kars, eventually, at 9.25 p.m.": stations of the journey told last, added to its drafts.
void read_stations(const SentenceReading& reading, ClaimDrafts& drafts);

/// Tells the drafts of a sentence from `first` on which event their relative times are reckoned from, where the words name it.
void anchor_times(const SentenceReading& reading, ClaimDrafts& drafts, std::size_t first);

/// What a noun that names a movement says: called off, planned, timed. Empty for mere mentions.
std::optional<ClaimDraft> read_nominal_event(const SentenceReading& reading, std::uint32_t group);

/// Fills persons, carriers, mode, source, modality, spans and time; shared by both.
void fill_draft(ClaimDraft& draft, const SentenceReading& reading, std::uint32_t group, const Arguments& arguments, const Stance& stance);

PlaceUse make_place_use(const SentenceReading& reading, const PlaceArgument& argument, std::string_view rule, bool as_list);

}  // namespace flightxref::detail
