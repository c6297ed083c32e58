// SPDX-License-Identifier: BSL-1.0
#include "match/evidence.hpp"

#include <algorithm>

namespace flightxref::detail {

std::vector<Evidence> cite(const Track& track, std::size_t first, std::size_t end) {
    std::vector<Evidence> evidence;
    std::vector<std::uint16_t> inputs;
    end = std::min(end, track.fixes.size());
    for (std::size_t i = first; i < end; ++i) {
        const StateVector& fix = track.fixes[i];
        if (fix.input >= track.inputs.size() || !track.inputs[fix.input]) continue;
        const auto known = std::find(inputs.begin(), inputs.end(), fix.input);
        if (known == inputs.end()) {
            const Input& input = *track.inputs[fix.input];
            inputs.push_back(fix.input);
            evidence.push_back({input.path, input.sha256, fix.record, fix.record});
        } else {
            Evidence& e = evidence[static_cast<std::size_t>(known - inputs.begin())];
            e.first = std::min<std::uint64_t>(e.first, fix.record);
            e.last = std::max<std::uint64_t>(e.last, fix.record);
        }
    }
    return evidence;
}

std::vector<Evidence> cite_around(const Track& track, double begin, double end) {
    const auto& fixes = track.fixes;
    const auto earlier = [](const StateVector& fix, Instant t) { return fix.time < t; };
    auto first = std::lower_bound(fixes.begin(), fixes.end(), from_epoch_seconds(begin), earlier);
    auto last = std::lower_bound(first, fixes.end(), from_epoch_seconds(end), earlier);
    if (first != fixes.begin()) --first;
    if (last != fixes.end()) ++last;
    return cite(track, static_cast<std::size_t>(first - fixes.begin()), static_cast<std::size_t>(last - fixes.begin()));
}

}  // namespace flightxref::detail
