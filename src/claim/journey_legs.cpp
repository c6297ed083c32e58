// SPDX-License-Identifier: BSL-1.0
#include "claim/journey.hpp"
#include "claim/journey_state.hpp"

#include <algorithm>
#include <unordered_map>

namespace flightxref::detail {
namespace {

using Windows = std::vector<std::optional<TimeWindow>>;

constexpr std::size_t drafts_looked_at = 60;  ///< of one mover, around a draft: no reader looks further

/// Ends that are guesses about where the story stands; what the text says of the leg elsewhere is better.
bool is_guess(const PlaceUse& use) { return use.rule == "where_it_was_last" || use.rule == "where_the_story_stands" || use.rule == "place_spoken_of"; }

bool one_is_in_other(const Place& a, const Place& b) { return lies_in(a, b) || lies_in(b, a); }

/// Goes from one place to another as a whole, or ends such a leg.
bool reaches(ClaimEvent e) { return e == ClaimEvent::arrive || e == ClaimEvent::fly || e == ClaimEvent::travel || e == ClaimEvent::return_; }
bool leaves(ClaimEvent e) { return e == ClaimEvent::depart || e == ClaimEvent::fly || e == ClaimEvent::travel; }
bool is_under_way(ClaimEvent e) { return e == ClaimEvent::overfly || e == ClaimEvent::last_seen || e == ClaimEvent::first_seen || e == ClaimEvent::turn_back || e == ClaimEvent::divert; }

/// A leg is often told twice, in short and then in full, or from its end back to its start. What one telling leaves open the other may say.
class LegJoiner {
  public:
    LegJoiner(ClaimDrafts& drafts, const Windows& windows) : m_drafts(drafts), m_windows(windows) {}

    void join() {
        for (std::uint32_t i = 0; i < m_drafts.size(); ++i)
            if (is_part(m_drafts[i])) for_each_mover(m_drafts[i], [&](std::uint64_t mover) {
                    if (auto& list = m_of[mover]; list.empty() || list.back() != i) list.push_back(i);
                });
        for (std::uint32_t i = 0; i < m_drafts.size(); ++i)
            if (is_part(m_drafts[i])) complete(i);
    }

  private:
    static bool is_part(const ClaimDraft& d) { return !d.dropped && (is_told(d) || is_ahead(d)) && !is_background(d); }

    template <class Use>
    static void for_each_mover(const ClaimDraft& d, Use&& use) {
        constexpr std::uint64_t person = std::uint64_t{1} << 32;
        for (const std::uint32_t c : d.carriers)
            if (c != no_entity) use(std::uint64_t{c});
        for (const std::uint32_t p : d.persons) use(p | person);
    }

    static std::uint32_t apart(std::uint32_t a, std::uint32_t b) { return a > b ? a - b : b - a; }

    /// May both tell of one leg, by their times or, without, by where they stand in the text?
    bool may_be_one_leg(std::uint32_t i, std::uint32_t k) const {
        const ClaimDraft &a = m_drafts[i], &b = m_drafts[k];
        if (is_told(a) != is_told(b)) return false;
        if ((a.carriers.size() > 1 || b.carriers.size() > 1) && a.carriers != b.carriers) return false;  // of several each may have a leg of its own
        if (m_windows[i] && m_windows[k]) {
            const TimeWindow &x = *m_windows[i], &y = *m_windows[k];
            return x.begin() - y.end() < hours(16) && y.begin() - x.end() < hours(16);
        }
        return apart(a.sentence, b.sentence) <= (m_windows[i] || m_windows[k] ? 2u : 3u);
    }

    /// A new course between the two in the text: the goal of the one is not that of the other.
    bool detour_between(std::uint32_t i, std::uint32_t k) const {
        const auto [from, to] = std::minmax(i, k);
        bool found = false;
        for_each_mover(m_drafts[i], [&](std::uint64_t mover) {
            const std::vector<std::uint32_t>& list = m_of.find(mover)->second;
            const auto begin = std::lower_bound(list.begin(), list.end(), from), end = std::upper_bound(begin, list.end(), to);
            if (end - begin > static_cast<std::ptrdiff_t>(drafts_looked_at)) found = true;  // too long a story to be sure
            found = found || std::any_of(begin, end, [&](std::uint32_t n) {
                const ClaimEvent e = m_drafts[n].event;
                return e == ClaimEvent::divert || e == ClaimEvent::turn_back || e == ClaimEvent::stop;
            });
        });
        return found;
    }

    void complete(std::uint32_t i) {
        ClaimDraft& d = m_drafts[i];
        const bool wants_origin = (!d.origin || is_guess(*d.origin)) && (reaches(d.event) || is_under_way(d.event));
        const bool wants_goal = !d.destination && !d.heading && (leaves(d.event) || is_under_way(d.event)) && d.event != ClaimEvent::divert;
        if (!wants_origin && !wants_goal) return;
        std::uint32_t best = no_entity, best_apart = 0;
        for_each_mover(d, [&](std::uint64_t mover) {
            const std::vector<std::uint32_t>& list = m_of[mover];
            const auto here = static_cast<std::size_t>(std::lower_bound(list.begin(), list.end(), i) - list.begin());
            const std::size_t from = here > drafts_looked_at ? here - drafts_looked_at : 0, to = std::min(list.size(), here + drafts_looked_at);
            for (std::size_t n = from; n < to; ++n) {
                const std::uint32_t k = list[n];
                if (k == i || !may_be_one_leg(i, k) || !fits(i, k, wants_origin, wants_goal)) continue;
                const std::uint32_t distance = apart(m_drafts[k].sentence, d.sentence) * 2 + (k < i ? 1u : 0u);
                if (best == no_entity || distance < best_apart) best = k, best_apart = distance;
            }
        });
        if (best == no_entity) return;
        const ClaimDraft& other = m_drafts[best];
        if (wants_origin && other.origin && fits(i, best, true, false)) {
            d.origin = other.origin;
            d.origin->rule = "leg_told_elsewhere";
        }
        if (wants_goal && other.destination && fits(i, best, false, true)) take_end(d.destination, &*other.destination, "leg_told_elsewhere");
    }

    /// Does the second tell of the leg of the first what the first leaves open?
    bool fits(std::uint32_t i, std::uint32_t k, bool origin, bool goal) const {
        const ClaimDraft &d = m_drafts[i], &other = m_drafts[k];
        if (is_under_way(d.event)) {
            // "... went off radar. It had taken off from Havana": the departure told right behind
            if (d.origin || other.event != ClaimEvent::depart || !other.origin || is_guess(*other.origin) || k < i || apart(d.sentence, other.sentence) > 3) return false;
            if (!other.pluperfect && !(m_windows[i] && m_windows[k] && m_windows[k]->begin() <= m_windows[i]->begin())) return false;
            return origin || other.destination.has_value();
        }
        if (origin && reaches(d.event) && d.destination && other.origin && !is_guess(*other.origin)) {
            const bool same_end = other.destination && one_is_in_other(other.destination->place, d.destination->place) && (leaves(other.event) || reaches(other.event));
            // "It landed at Kyiv at noon; it had come straight from Moscow": of the leg just told
            const bool came_from = other.pluperfect && !other.destination && k > i && apart(d.sentence, other.sentence) <= 1 && (other.event == ClaimEvent::fly || other.event == ClaimEvent::arrive || other.event == ClaimEvent::depart);
            // A guess gives way only to the telling of this very leg.
            const bool better = !d.origin || (same_end && same_spot(other.destination->place, d.destination->place) && d.mode == other.mode && !detour_between(i, k));
            if (better && (same_end || came_from) && !one_is_in_other(other.origin->place, d.destination->place) && !(same_end && is_round_trip(d, other))) return true;
        }
        if (goal && leaves(d.event) && d.origin && other.destination && reaches(other.event) && other.origin) {
            const bool whole = other.event == ClaimEvent::fly || other.event == ClaimEvent::travel;  // its time is that of leaving too
            if (whole && d.time && other.time && !(m_windows[i] && m_windows[k])) return false;
            if (whole && m_windows[i] && m_windows[k] && (m_windows[i]->end() <= m_windows[k]->begin() || m_windows[k]->end() <= m_windows[i]->begin())) return false;
            if (one_is_in_other(other.origin->place, d.origin->place) && !one_is_in_other(other.destination->place, d.origin->place) && !detour_between(i, k)) return true;
        }
        return false;
    }

    /// "returned to Ankara" and "flew to Ankara" are two legs.
    static bool is_round_trip(const ClaimDraft& a, const ClaimDraft& b) { return (a.event == ClaimEvent::return_) != (b.event == ClaimEvent::return_) && a.again != b.again; }

    ClaimDrafts& m_drafts;
    const Windows& m_windows;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_of;  ///< of each mover its drafts, in text order
};

}  // namespace

void join_told_legs(ClaimDrafts& drafts, const Windows& windows) { LegJoiner(drafts, windows).join(); }

void attach_craft_told_later(ClaimDrafts& drafts, const std::vector<CraftWord>& words) {
    for (ClaimDraft& d : drafts) {
        const bool leg = d.event == ClaimEvent::depart || d.event == ClaimEvent::arrive || d.event == ClaimEvent::fly || d.event == ClaimEvent::return_;
        if (d.dropped || !leg || d.persons.empty() || !d.carriers.empty() || d.pluperfect || !(is_told(d) || is_ahead(d)) || is_background(d)) continue;
        if (d.row != nullptr && d.row->verb == "be") continue;  // "is in Bangkok" says nothing of the way
        if (d.mode != TravelMode::air && d.mode != TravelMode::unknown) continue;
        // The next craft spoken of, when the text takes for granted which one it is and spoke of none just before.
        const auto next = std::upper_bound(words.begin(), words.end(), d.quote.end, [](std::uint32_t at, const CraftWord& w) { return at < w.begin; });
        if (next == words.end() || !next->presupposed || next->sentence > d.sentence + 2) continue;
        if (next != words.begin() && next[-1].sentence + 3 >= d.sentence) continue;
        d.carriers = {next->entity};
        d.carrier_words.assign(1, Carrier{});
        d.mode = TravelMode::air;
        d.mode_rule = "craft_told_later";
    }
}

}  // namespace flightxref::detail
