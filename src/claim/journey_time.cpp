// SPDX-License-Identifier: BSL-1.0
#include "claim/journey.hpp"
#include "claim/journey_state.hpp"

#include <algorithm>
#include <unordered_map>

namespace flightxref::detail {
namespace {

/// What one craft or one traveller was told to do, by time.
class Calendar {
  public:
    struct Item {
        Instant begin;
        std::uint32_t draft = 0;
    };

    void add(std::uint32_t draft, Instant begin) { m_list.push_back({begin, draft}); }

    /// By time; of one moment, the one told first stands last.
    void sort() {
        std::sort(m_list.begin(), m_list.end(), [](const Item& a, const Item& b) { return a.begin != b.begin ? a.begin < b.begin : a.draft > b.draft; });
    }

    /// The last item that begins at `limit` or before; null when there is none.
    const Item* last_until(Instant limit) const {
        const auto after = std::upper_bound(m_list.begin(), m_list.end(), limit, [](Instant t, const Item& item) { return t < item.begin; });
        return after == m_list.begin() ? nullptr : &after[-1];
    }

    /// Whether something begins between the two, neither of them included.
    bool holds_between(Instant from, Instant to) const {
        const auto after = std::upper_bound(m_list.begin(), m_list.end(), from, [](Instant t, const Item& item) { return t < item.begin; });
        return after != m_list.end() && after->begin < to;
    }

  private:
    std::vector<Item> m_list;
};

/// Craft and travellers as keys of one table.
template <class Use>
void for_each_mover(const ClaimDraft& d, Use&& use) {
    constexpr std::uint64_t person = std::uint64_t{1} << 32;
    for (const std::uint32_t c : d.carriers)
        if (c != no_entity) use(std::uint64_t{c});
    for (const std::uint32_t p : d.persons) use(p | person);
}

}  // namespace

void link_legs_by_time(ClaimDrafts& drafts, const std::vector<std::optional<TimeWindow>>& windows) {
    // Departures and arrivals of one mover belong together when nothing of it lies between them on the calendar.
    std::unordered_map<std::uint64_t, Calendar> departures, landings;
    for (std::uint32_t i = 0; i < drafts.size(); ++i) {
        const ClaimDraft& d = drafts[i];
        if (d.dropped || !windows[i] || !is_told(d)) continue;
        const bool lands = ends_on_ground(d.event) && d.event != ClaimEvent::visit && d.event != ClaimEvent::stop;
        if (d.event == ClaimEvent::depart || lands) for_each_mover(d, [&](std::uint64_t mover) { (lands ? landings : departures)[mover].add(i, windows[i]->begin()); });
    }
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> detours;  // drafts that tell of a new course
    for (std::uint32_t i = 0; i < drafts.size(); ++i)
        if (const ClaimDraft& d = drafts[i]; !d.dropped && (d.event == ClaimEvent::divert || d.event == ClaimEvent::turn_back)) for_each_mover(d, [&](std::uint64_t mover) { detours[mover].push_back(i); });
    const auto on_detour = [&](std::uint32_t from, std::uint32_t to) {
        bool found = false;
        for_each_mover(drafts[to], [&](std::uint64_t mover) {
            const auto list = detours.find(mover);
            if (list == detours.end()) return;
            const auto next = std::upper_bound(list->second.begin(), list->second.end(), from);
            found = found || (next != list->second.end() && *next <= to);
        });
        return found;
    };
    for (auto* calendars : {&departures, &landings})
        for (auto& [mover, calendar] : *calendars) calendar.sort();
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        ClaimDraft& arrival = drafts[i];
        const bool ends = arrival.event == ClaimEvent::arrive || arrival.event == ClaimEvent::divert;
        if (arrival.dropped || !ends || !is_told(arrival) || !windows[i] || arrival.heading) continue;
        const Calendar::Item* best = nullptr;
        for_each_mover(arrival, [&](std::uint64_t mover) {
            const auto found = departures.find(mover);
            const Calendar::Item* last = found == departures.end() ? nullptr : found->second.last_until(windows[i]->end());
            if (last != nullptr && (best == nullptr || last->begin > best->begin || (last->begin == best->begin && last->draft < best->draft))) best = last;
        });
        if (best == nullptr || windows[i]->end() - best->begin > hours(40)) continue;
        ClaimDraft& departure = drafts[best->draft];
        bool between = false;
        for_each_mover(arrival, [&](std::uint64_t mover) {
            const auto found = landings.find(mover);
            between = between || (found != landings.end() && found->second.holds_between(best->begin, windows[i]->begin()));
        });
        if (between) continue;
        if (departure.origin && arrival.destination && same_spot(departure.origin->place, arrival.destination->place)) continue;
        if (!arrival.origin && departure.origin) {
            arrival.origin = departure.origin;
            arrival.origin->rule = "departure_before_on_calendar";
        }
        const bool all_of_them = departure.carriers.size() < 2 || departure.carriers == arrival.carriers;
        if (all_of_them && !departure.destination && arrival.destination && !departure.heading && !on_detour(best->draft, static_cast<std::uint32_t>(i))) {
            departure.destination = arrival.destination;
            departure.destination->rule = "arrival_after_on_calendar";
        }
    }
}

}  // namespace flightxref::detail
