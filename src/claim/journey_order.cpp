// SPDX-License-Identifier: BSL-1.0
#include "claim/journey.hpp"
#include "claim/journey_state.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

constexpr int steps_looked_at = 60;        ///< along the story from where the text stands: no reader looks further
constexpr std::uint32_t retold_within = 4;  ///< sentences between a summary and its details

bool sets_out(const ClaimDraft& d) { return d.event == ClaimEvent::depart; }
bool reaches_place(const ClaimDraft& d) {
    return d.event == ClaimEvent::arrive || d.event == ClaimEvent::fly || d.event == ClaimEvent::travel || d.event == ClaimEvent::return_ || d.event == ClaimEvent::divert;
}
bool overlap(const Place& a, const Place& b) { return lies_in(a, b) || lies_in(b, a); }
bool is_stated(const std::optional<PlaceUse>& end) { return end && !end->inferred; }

/// The drafts in the order in which things happened. A text tells the outcome first, looks back ("had left"), runs backwards in a live blog.
class StoryLine {
  public:
    StoryLine(const ClaimDrafts& drafts, const std::vector<Entity>& entities, const std::vector<std::optional<TimeWindow>>& windows)
        : m_drafts(drafts), m_windows(windows), m_next(drafts.size() + 1), m_before(drafts.size() + 1), m_looks_back(drafts.size()), m_company(entities.size()) {
        for (std::uint32_t e = 0; e < entities.size(); ++e) m_company[e] = e;
        for (std::uint32_t e = 0; e < entities.size(); ++e)
            if (entities[e].owner != no_entity) unite(e, entities[e].owner);
        for (const ClaimDraft& d : drafts) {
            if (d.dropped) continue;
            const std::uint32_t first = journey_of(d);
            for (const auto* movers : {&d.carriers, &d.persons})
                for (const std::uint32_t e : *movers)
                    if (e != no_entity) unite(first, e);
        }
        const auto end = static_cast<std::uint32_t>(drafts.size());
        m_next[end] = m_before[end] = end;
    }

    std::vector<std::uint32_t> order() {
        const auto end = static_cast<std::uint32_t>(m_drafts.size());
        std::uint32_t told_before = no_entity, front = no_entity;  // front: the furthest the story has come
        for (std::uint32_t i = 0; i < end; ++i) {
            if (m_drafts[i].dropped) continue;
            const ClaimDraft& d = m_drafts[i];
            m_looks_back[i] = d.pluperfect || (told_before != no_entity && d.same_subject && m_drafts[told_before].sentence == d.sentence && m_looks_back[told_before]);
            const std::uint32_t start = told_before == no_entity ? end : start_of(i, told_before, front);
            const std::uint32_t at = place_of(i, start, end);
            link_behind(i, at);
            if (m_next[i] == end || front == no_entity || at == front) front = i;
            told_before = i;
        }
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = m_next[end]; i != end; i = m_next[i]) order.push_back(i);
        return order;
    }

  private:
    /// Whom the text never speaks of together, nor as owner and craft, may have journeys of their own on the same days.
    std::uint32_t company_of(std::uint32_t e) {
        while (m_company[e] != e) e = m_company[e] = m_company[m_company[e]];
        return e;
    }
    void unite(std::uint32_t a, std::uint32_t b) {
        if (a < m_company.size() && b < m_company.size()) m_company[company_of(a)] = company_of(b);
    }
    bool in_company(const ClaimDraft& a, const ClaimDraft& b) {
        const std::uint32_t x = journey_of(a), y = journey_of(b);
        return (x == y && x != no_entity) || (x < m_company.size() && y < m_company.size() && company_of(x) == company_of(y));
    }

    static bool share_mover(const ClaimDraft& a, const ClaimDraft& b) {
        const auto meet = [](const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y) {
            return std::any_of(x.begin(), x.end(), [&](std::uint32_t e) { return e != no_entity && std::find(y.begin(), y.end(), e) != y.end(); });
        };
        return meet(a.carriers, b.carriers) || meet(a.persons, b.persons) || (is_nameless(journey_of(a)) && journey_of(a) == journey_of(b));
    }

    bool surely_before(std::uint32_t a, std::uint32_t b) const { return m_windows[a] && m_windows[b] && m_windows[a]->end() <= m_windows[b]->begin(); }

    /// The draft behind which `i` belongs: the one told before it, unless times, tense or places say otherwise.
    std::uint32_t place_of(std::uint32_t i, std::uint32_t start, std::uint32_t end) {
        const ClaimDraft& d = m_drafts[i];
        std::uint32_t at = start;
        int steps = 0;
        for (std::uint32_t n = m_next[start]; n != end && steps < steps_looked_at; n = m_next[n], ++steps) {
            if (!in_company(d, m_drafts[n])) continue;
            if (surely_before(i, n)) break;
            if (surely_before(n, i)) at = n;
            if (!share_mover(d, m_drafts[n])) continue;
            if (comes_first(i, n)) break;
            if (goes_on_from(i, start, n) || ends_after(i, n)) at = n;
        }
        if (at != start) return at;
        bool nearest = true;
        steps = 0;
        for (std::uint32_t p = start; p != end && steps < steps_looked_at; p = m_before[p], ++steps) {
            if (!in_company(d, m_drafts[p])) continue;
            if (surely_before(p, i)) break;
            if (surely_before(i, p)) at = m_before[p];
            if (!share_mover(d, m_drafts[p])) continue;
            if (comes_first(i, p) || (nearest && m_looks_back[i] && !m_looks_back[p] && !begins_where_it_led(d, m_drafts[p]))) at = m_before[p];
            nearest = false;
        }
        return at;
    }

    /// "turned back over Sudan. It had left at noon and landed at four": where it came down is behind what befell it on the way.
    bool ends_after(std::uint32_t i, std::uint32_t n) const {
        const ClaimDraft &d = m_drafts[i], &told = m_drafts[n];
        const bool lands = d.event == ClaimEvent::arrive || d.event == ClaimEvent::divert || d.event == ClaimEvent::return_;
        return lands && m_looks_back[i] && !m_looks_back[n] && told.event == ClaimEvent::turn_back && !surely_before(i, n) && d.sentence <= told.sentence + retold_within;
    }

    /// "arrived in Windhoek ... left Lusaka at ten and landed at noon. It flew on to Luanda": from the landing told twice.
    bool goes_on_from(std::uint32_t i, std::uint32_t start, std::uint32_t n) const {
        if (m_windows[i] || start >= m_drafts.size() || m_looks_back[i]) return false;
        const ClaimDraft &d = m_drafts[i], &landing = m_drafts[start], &told = m_drafts[n];
        if (!share_mover(landing, told) || landing.event != ClaimEvent::arrive || !reaches_place(told) || surely_before(start, n)) return false;
        return sets_out(d) || (reaches_place(d) && is_stated(d.destination) && is_stated(told.destination) && !overlap(d.destination->place, told.destination->place));
    }

    /// Where the telling stands: behind the draft told before, or, once a look back is over, where the story had come to.
    std::uint32_t start_of(std::uint32_t i, std::uint32_t told_before, std::uint32_t front) const {
        const ClaimDraft &d = m_drafts[i], &before = m_drafts[told_before];
        const bool goes_on = d.sentence == before.sentence || (d.paragraph == before.paragraph && !d.present && m_looks_back[i] == m_looks_back[told_before]);
        return m_windows[i] || goes_on || front == no_entity ? told_before : front;
    }

    /// "flew to Luanda on Monday ... left Lisbon at ten": does the first begin the leg whose end the second told before it?
    bool comes_first(std::uint32_t i, std::uint32_t p) const {
        const ClaimDraft &d = m_drafts[i], &told = m_drafts[p];
        if (!sets_out(d) || !reaches_place(told) || p > i || is_told(d) != is_told(told) || d.sentence > told.sentence + retold_within) return false;
        if (!is_stated(d.origin) || !is_stated(told.destination) || overlap(d.origin->place, told.destination->place)) return false;
        if (is_stated(told.origin) && !overlap(d.origin->place, told.origin->place)) return false;
        if (is_stated(d.destination) && !overlap(d.destination->place, told.destination->place)) return false;
        return true;
    }

    /// "reached Rome on Tuesday ... had made a detour to Elba on its way back from Rome": behind the leg that led there, whatever the tense.
    static bool begins_where_it_led(const ClaimDraft& d, const ClaimDraft& told) {
        return reaches_place(told) && is_stated(d.origin) && is_stated(told.destination) && overlap(d.origin->place, told.destination->place) && !(is_stated(d.destination) && overlap(d.origin->place, d.destination->place));
    }

    void link_behind(std::uint32_t i, std::uint32_t before) {
        m_next[i] = m_next[before];
        m_before[i] = before;
        m_before[m_next[i]] = i;
        m_next[before] = i;
    }

    const ClaimDrafts& m_drafts;
    const std::vector<std::optional<TimeWindow>>& m_windows;
    std::vector<std::uint32_t> m_next, m_before;  ///< a ring through the index behind the last draft
    std::vector<bool> m_looks_back;               ///< tells of what came before what was told last
    std::vector<std::uint32_t> m_company;         ///< disjoint sets of entities
};

}  // namespace

std::vector<std::uint32_t> story_order(const ClaimDrafts& drafts, const std::vector<Entity>& entities, const std::vector<std::optional<TimeWindow>>& windows) { return StoryLine(drafts, entities, windows).order(); }

}  // namespace flightxref::detail
