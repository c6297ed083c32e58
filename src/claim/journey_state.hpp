// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/draft.hpp"

#include <deque>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flightxref::detail {

/// Where someone or something is in its journey. Places are kept in the pool of JourneyStates; null where nothing is known.
struct JourneyState {
    const PlaceUse* at = nullptr;          ///< on the ground there
    const PlaceUse* from = nullptr;        ///< where the leg under way began
    const PlaceUse* heading = nullptr;     ///< where it goes
    const PlaceUse* trip_start = nullptr;  ///< first place it left
    const PlaceUse* leg_from = nullptr;    ///< where the leg that ended at `at` began
    const PlaceUse* before_stop = nullptr; ///< where the leg that stops on its way began
    const PlaceUse* bound_for = nullptr;  ///< where it is to go on to from `at`
    bool moving = false;
    bool diverted = false;                 ///< on a new course, or down where that led
    bool reversed = false;                 ///< turned back and not down yet
    TravelMode mode = TravelMode::unknown;
    std::uint32_t carrier = no_entity;     ///< of a traveller: what he was last aboard
    std::uint32_t leg = 0;
    std::uint32_t last = no_entity;        ///< index of the draft told last
    std::uint32_t turn = 0;                ///< its number in the order followed
    std::uint32_t stop_sentence = no_entity;  ///< the sentence of the stop it stands at

    bool known() const { return at != nullptr || from != nullptr; }
};

inline bool is_told(const ClaimDraft& d) { return d.modality == Modality::asserted || d.modality == Modality::reported; }
inline bool is_ahead(const ClaimDraft& d) { return d.modality == Modality::planned || d.modality == Modality::expected; }

/// Told of another time than the story: "in January 2019", "in recent months".
bool is_background(const ClaimDraft& draft);

/// Whether the event leaves its mover on the ground.
bool ends_on_ground(ClaimEvent event);

bool same_spot(const Place& a, const Place& b);

/// Whether the first is the second or in it: Ankara in Turkey, Le Bourget in Paris.
bool lies_in(const Place& inner, const Place& outer);

/// The journeys of a document, one for each craft and traveller: as told, and as planned from what was told last.
class JourneyStates {
  public:
    JourneyState& told(std::uint32_t entity) { return m_told[entity]; }

    /// The planned journey goes on from what was told since the plan.
    JourneyState& of(std::uint32_t entity, bool ahead);

    /// Null when nothing was told of it.
    const JourneyState* find(std::uint32_t entity) const;

    /// Null when nothing is planned for it.
    const JourneyState* find_plan(std::uint32_t entity) const {
        const auto found = m_planned.find(entity);
        return found == m_planned.end() ? nullptr : &found->second;
    }

    std::vector<std::uint32_t>& aboard(std::uint32_t carrier) { return m_aboard[carrier]; }

    const PlaceUse* keep(const PlaceUse& place) { return &m_places.emplace_back(place); }
    const PlaceUse* keep(const std::optional<PlaceUse>& place) { return place ? keep(*place) : nullptr; }

  private:
    std::unordered_map<std::uint32_t, JourneyState> m_told, m_planned;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> m_aboard;
    std::deque<PlaceUse> m_places;  // addresses stay valid
};

/// Fills an end that is still open; nothing when there is no place.
void take_end(std::optional<PlaceUse>& end, const PlaceUse* place, std::string_view rule);

/// What is told only after a draft: the goal of a departure from its arrival, the means of who "is back" from the leg that led there.
void link_told_later(ClaimDrafts& drafts, const std::vector<Entity>& entities, const std::vector<std::uint32_t>& order, const std::vector<std::optional<TimeWindow>>& windows, JourneyStates& states);

/// What the text knows when it says "home", "there", "the capital".
struct PlaceContext {
    const std::vector<Entity>& entities;
    const ClaimDraft& draft;
    const JourneyState* state = nullptr;
    const PlaceUse* story = nullptr;              ///< the place spoken of last
    const std::vector<std::uint32_t>* aboard = nullptr;  ///< persons on the craft
    std::string_view published_zone;              ///< of the outlet
};

/// "there", "home", "its base", "the capital", "the Austrian apron": what the journey makes of them.
void resolve_place_word(PlaceUse& use, const PlaceContext& context, bool is_origin);

}  // namespace flightxref::detail
