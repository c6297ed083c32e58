// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/journey.hpp"
#include "claim/journey_clause.hpp"
#include "claim/journey_state.hpp"

#include <span>
#include <unordered_map>

namespace flightxref::detail {

/// Follows each craft and each traveller from draft to draft: who moves, on what, and where each leg began and led.
class JourneyFollower {
  public:
    JourneyFollower(ClaimDrafts& drafts, const std::vector<Entity>& entities, const Document& document) : m_drafts(drafts), m_entities(entities), m_document(document) {}

    void follow(const Surroundings& around);

    /// Who moves, on what and where "there" is are known from the text order; where each leg began and led is asked anew.
    void follow(const std::vector<std::uint32_t>& order, const std::vector<std::optional<TimeWindow>>& windows);

  private:
    // From draft to draft: journey.cpp
    const Entity* entity(std::uint32_t e) const { return e < m_entities.size() ? &m_entities[e] : nullptr; }
    void step(std::uint32_t i);
    void note_place_spoken_of(const ClaimDraft& d);
    static bool is_sea(const Place& place);
    static void note(ClaimDraft& d, std::string_view field, std::string_view rule);
    void settle_all(const ClaimDraft& d, std::uint32_t i, std::uint32_t key, JourneyState& t, bool ahead);
    /// Told before what happened after it: not where drafts come in the order of the story.
    bool looks_back(const ClaimDraft& d) const { return d.pluperfect && !m_in_story_order; }
    /// The journeys of all who move go on from what the draft tells.
    void settle(const ClaimDraft& d, std::uint32_t i, std::uint32_t key, const JourneyState& before, bool ahead);
    /// Whoever goes on by other means, or sets out from where a car took him, is no longer aboard.
    void leave_craft(JourneyState& t, TravelMode mode) const;
    /// "by car to the border": on the way to somewhere behind it.
    static bool names_border(const PlaceUse& use) { return use.word == PlaceWord::coast && (use.place.text.ends_with("border") || use.place.text.ends_with("frontier")); }
    void update(JourneyState& t, const ClaimDraft& d, std::uint32_t i);

    // Who moves, on what: journey_movers.cpp
    /// Of all who move in the draft the journey told last: of the man who left on foot, not of the car that waits.
    JourneyState& told_last_of(const ClaimDraft& d, std::uint32_t key, bool ahead);
    /// "both jets", "the two planes": each of them.
    void expand_groups(ClaimDraft& d) const;
    /// "The president left Brasilia on Friday. The jet landed in Orlando": the craft spoken of next is the one he is on.
    void carry_passenger(ClaimDraft& d, bool background);
    /// "It crossed Thailand in the dark. The passengers stepped out in Vientiane": whoever gets off next was on the craft under way.
    void leave_on_landing(ClaimDraft& d, bool background);
    /// Who boards a craft nothing was told of yet brings along where he is; cars and trains take over where the story stands, whoever exactly rides in them.
    void board(const ClaimDraft& d, JourneyState& t, bool ahead);
    /// "Airbus A321, EP-IGF, from Tehran to Biarritz. ARR BIQ 14:13": the craft spoken of since anything last moved, where it is one alone.
    std::uint32_t craft_spoken_of(const ClaimDraft& d) const;
    /// A traveller under way by air is on the craft he was last told to be aboard.
    void attach_carrier(ClaimDraft& d, bool ahead, bool background);
    /// "He came in on a 767, HZ-HM8. He was off again by noon": no other craft is told of, and it stands where he does.
    bool leaves_as_he_came(const ClaimDraft& d, const JourneyState& t) const;
    void note_own_craft(const ClaimDraft& d);
    /// "The emir's 747 has landed in Amman ... the emir left Doha at 2:12": whose plane goes there, as he does.
    bool rides_own_craft(ClaimDraft& d) const;
    /// "He left for Tbilisi, but the plane was turned away": the craft he came on is what the text goes on with.
    bool told_next_of(const ClaimDraft& d, std::uint32_t carrier) const;
    /// The means of a traveller whose clause does not say: an airport as an end, or the leg this belongs to.
    void infer_mode(ClaimDraft& d, const JourneyState* t, bool background) const;

    // Where each leg began and led: journey_ends.cpp
    /// The ends a draft leaves open, from where its journey stands.
    void fill_ends(ClaimDraft& d, const JourneyState& t);
    static bool is_rejected(const ClaimDraft& d) { return d.modality == Modality::denied || d.modality == Modality::negated; }
    /// "denied that the jet had stopped in Baku", "at no time entered Polish airspace": said of the leg told, the one under way or the last.
    static void fill_rejected(ClaimDraft& d, const JourneyState& t);
    /// "stood in Bari. It then crossed Greece and landed in Cairo": on a leg of its own.
    bool lands_next(const ClaimDraft& d, const JourneyState& t) const;
    /// "took off for home ... are due in Maiquetia ... the first lands": the nearer word for where the leg leads.
    const PlaceUse* goal_of(const ClaimDraft& d, const JourneyState& t) const;
    static bool is_whole_leg(const ClaimDraft& d) { return d.event == ClaimEvent::fly || d.event == ClaimEvent::travel; }
    /// Does another leg begin where the one under way was bound for, though no landing there is told?
    bool goes_on_from_goal(const ClaimDraft& d, const JourneyState& t) const;
    /// "had gone to Nice by road on Saturday and drove back on Monday": from where the same sentence has just taken them.
    void fill_from_chain(ClaimDraft& d) const;
    /// Of whom nothing was told sets out from where the story stands: "Two cars took him to a residence", "They are to come back tonight".
    void fill_from_scene(ClaimDraft& d, const JourneyState* t, bool background) const;
    /// "The jet, which had been moved to Waterkloof, took off at noon": from where the text has just spoken of it.
    void fill_from_craft_place(ClaimDraft& d, const JourneyState* t, bool background) const;
    /// A log of one place says nowhere else where its craft land and whence they leave: "Bahrain's king came in on a 767", "The other took off at 10.24".
    void fill_from_venue(ClaimDraft& d, const JourneyState* t, bool background) const;
    /// Fills an end by what the words around it speak of: that stands in whatever order the story is followed.
    static void stand(std::optional<PlaceUse>& end, const PlaceUse* place, std::string_view rule);
    /// Who returns and does not say where goes to where the trip began.
    void fill_return(ClaimDraft& d, const JourneyState& t);
    /// "flew in on July 26", "may follow": to the place the text speaks of.
    void fill_from_story(ClaimDraft& d, bool background);

    ClaimDrafts& m_drafts;
    const std::vector<Entity>& m_entities;
    const Document& m_document;
    JourneyStates m_states;
    std::span<const CraftWord> m_words;        ///< every craft as the text speaks of it
    std::span<const CraftPlace> m_places;
    const PlaceUse* m_dateline = nullptr;      ///< where the text was written
    const PlaceUse* m_venue = nullptr;         ///< the place the text is set in
    const PlaceUse* m_story = nullptr;         ///< the place the text speaks of
    const PlaceUse* m_told_place = nullptr;    ///< the place told of last, plans and starts of arrivals aside
    const PlaceUse* m_scene = nullptr;         ///< where those told of last stand
    std::uint32_t m_scene_sentence = 0;
    struct OwnCraft {
        std::uint32_t carrier = no_entity, sentence = 0;
    };
    std::unordered_map<std::uint32_t, OwnCraft> m_craft_of;  ///< of persons: told of last
    std::uint32_t m_text_index = 0;
    std::uint32_t m_turn = 0;                  ///< number of the draft in the order followed
    bool m_in_story_order = false;
    const ClaimDraft* m_last_mover = nullptr;  ///< the draft told last of whom it is known who moves
};

}  // namespace flightxref::detail
