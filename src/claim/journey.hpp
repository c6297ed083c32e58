// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/draft.hpp"

#include <flightxref/text/document.hpp>

#include <vector>

namespace flightxref::detail {

/// Where a craft was or came from by words that make no claim: "the jet, which had been moved to Waterkloof", "JAKE17, out of Mildenhall".
struct CraftPlace {
    std::uint32_t entity = no_entity;
    std::uint32_t sentence = 0;
    std::optional<PlaceUse> at, from;
};

/// A craft as the text speaks of it, by any words.
struct CraftWord {
    std::uint32_t entity = no_entity;
    std::uint32_t sentence = 0;
    std::uint32_t begin = 0;
    bool presupposed = false;  ///< spoken of for the first time and yet as known: "The aircraft was ..."
};

/// What the text says around its claims. `venue`: the place the whole text is set in, when it says so; `places` and `crafts` in text order.
struct Surroundings {
    std::optional<PlaceUse> venue;
    std::vector<CraftPlace> places;
    std::vector<CraftWord> crafts;
};

/// Follows each craft and each traveller through the document: where they last were, on which leg, with whom. Fills the endpoints,
/// the craft and the means that a draft itself leaves open but the document states.
void follow_journeys(ClaimDrafts& drafts, const std::vector<Entity>& entities, const Document& document, const Surroundings& around);

/// The drafts in the order in which things happened, as far as times, tenses and places tell; else as told.
std::vector<std::uint32_t> story_order(const ClaimDrafts& drafts, const std::vector<Entity>& entities, const std::vector<std::optional<TimeWindow>>& windows);

/// Follows the journeys once more, now in the order of the story: ends that the text order suggested give way.
void follow_story(ClaimDrafts& drafts, const std::vector<Entity>& entities, const Document& document, const std::vector<std::optional<TimeWindow>>& windows);

/// A call sign as the text gives it to a craft.
struct CallsignWord {
    std::uint32_t entity = no_entity;
    std::uint32_t sentence = 0;
    std::uint32_t begin = 0;
    std::string callsign;
};

/// Gives each draft the call sign that was valid at its moment (it belongs to a leg, not to the craft), or none. `words` are in text order.
void valid_callsigns(ClaimDrafts& drafts, const std::vector<CallsignWord>& words, const std::vector<Entity>& entities);

/// "The delegation left Yangyang at ten. The aircraft, HL8060, ...": a leg of travellers is flown on the craft spoken of as known behind it.
/// `words` are in text order.
void attach_craft_told_later(ClaimDrafts& drafts, const std::vector<CraftWord>& words);

/// Journeys of those whom the text calls "he" and "it" without ever naming them so that we could tell who it is.
constexpr std::uint32_t nameless_people = no_entity - 1, nameless_craft = no_entity - 2;
constexpr bool is_nameless(std::uint32_t journey) { return journey == nameless_people || journey == nameless_craft; }

/// Drafts that follow an entity's journey one after another; used for its dates too. no_entity when nobody is spoken of.
std::uint32_t journey_of(const ClaimDraft& draft);

}  // namespace flightxref::detail
