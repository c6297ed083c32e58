// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/events.hpp"

#include <algorithm>

namespace flightxref::detail {

inline void add_once(std::vector<std::uint32_t>& list, std::uint32_t value) {
    if (value != no_entity && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

inline void add_carrier(ClaimDraft& d, const SentenceReading& r, std::uint32_t m) {
    const Mention& x = r.view->mentions[m];
    if (std::find(d.carriers.begin(), d.carriers.end(), x.entity) != d.carriers.end() && x.entity != no_entity) return;
    d.carriers.push_back(x.entity);
    d.carrier_words.push_back(r.mentions->carrier(x));
}

inline Bytes bytes_of(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
    if (begin >= end || begin >= view.size()) return {};
    return {view.token(begin).begin, view.token(std::min<std::size_t>(end, view.size()) - 1).end};
}

}  // namespace flightxref::detail
