// SPDX-License-Identifier: BSL-1.0
#include "claim/journey.hpp"

#include <unordered_map>

namespace flightxref::detail {

void valid_callsigns(ClaimDrafts& drafts, const std::vector<CallsignWord>& words) {
    std::unordered_map<std::uint32_t, std::vector<ClaimDraft*>> drafts_of;  // those that tell of a craft
    if (!words.empty())
        for (ClaimDraft& d : drafts)
            for (const std::uint32_t carrier : d.carriers)
                if (auto& list = drafts_of[carrier]; !d.dropped && (list.empty() || list.back() != &d)) list.push_back(&d);
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
        const std::uint32_t leg = with->leg;
        for (ClaimDraft* of : its) {
            ClaimDraft& d = *of;
            if (!d.callsign) d.callsign = std::string();
            if (d.leg != leg || d.event == ClaimEvent::visit) continue;
            if (d.pluperfect && d.sentence != w.sentence) continue;
            if (change && d.trigger.begin < w.begin && d.callsign && !d.callsign->empty()) continue;
            d.callsign = w.callsign;
        }
    }
}

}  // namespace flightxref::detail
