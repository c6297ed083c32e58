// SPDX-License-Identifier: BSL-1.0
#include "claim/journey.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace flightxref::detail {

namespace {

/// No day is named that would part the two.
bool is_same_day(const ClaimDraft& a, const ClaimDraft& b) {
    const auto names_day = [](const ClaimDraft& d) { return d.day || (d.time && d.time->expression.day.kind != DayKind::none); };
    return !names_day(b) || a.sentence == b.sentence;
}

}  // namespace

void valid_callsigns(ClaimDrafts& drafts, const std::vector<CallsignWord>& words, const std::vector<Entity>& entities) {
    std::unordered_map<std::uint32_t, std::vector<ClaimDraft*>> drafts_of;  // those that tell of a craft
    if (!words.empty())
        for (ClaimDraft& d : drafts)
            for (const std::uint32_t carrier : d.carriers)
                if (auto& list = drafts_of[carrier]; !d.dropped && (list.empty() || list.back() != &d)) list.push_back(&d);
    std::unordered_map<std::uint32_t, std::pair<std::string_view, bool>> callsign_of;  // the first of a craft, and whether there is no other
    for (const CallsignWord& w : words) {
        auto& [first, only] = callsign_of.try_emplace(w.entity, w.callsign, true).first->second;
        only = only && first == w.callsign;
    }
    for (std::size_t n = 0; n < words.size(); ++n) {
        const CallsignWord& w = words[n];
        if (w.entity == no_entity) continue;
        const std::vector<ClaimDraft*>& its = drafts_of[w.entity];
        // The draft it is told with: of its own sentence, else the one before, else the next.
        const ClaimDraft* with = nullptr;
        for (const ClaimDraft* d : its)
            if (d->sentence == w.sentence || with == nullptr || (with->sentence != w.sentence && d->sentence < w.sentence)) with = d;
        if (with == nullptr) continue;
        bool change = false;  // another call sign of this leg was told before
        for (std::size_t k = n; k-- > 0 && w.begin - words[k].begin < 400;)
            change = change || (words[k].entity == w.entity && words[k].callsign != w.callsign && words[k].begin < w.begin);
        const bool only = callsign_of[w.entity].second;
        const bool nameless = w.entity < entities.size() && entities[w.entity].carrier.registration.empty();  // nothing else tells which craft it is
        const std::uint32_t leg = with->leg;
        for (ClaimDraft* of : its) {
            ClaimDraft& d = *of;
            if (!d.callsign) d.callsign = std::string();
            if (d.event == ClaimEvent::visit) continue;
            // Of one mission told in one go a call sign is that of all legs, unless it is known to change.
            if (d.leg != leg && !(only && d.paragraph == with->paragraph && d.leg > leg && (nameless || is_same_day(*with, d)))) continue;
            if (d.pluperfect && d.sentence != w.sentence) continue;
            if (change && d.trigger.begin < w.begin && d.callsign && !d.callsign->empty()) continue;
            d.callsign = w.callsign;
        }
    }
}

}  // namespace flightxref::detail
