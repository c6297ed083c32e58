// SPDX-License-Identifier: BSL-1.0
// Any bytes through every decoder. The first byte chooses: the format found by content, or one of the table whatever it says.
#include "core/bytes.hpp"
#include "track/formats.hpp"
#include "track/merge.hpp"

#include <flightxref/track/clean.hpp>

#include <cstdint>
#include <cstdlib>

using namespace flightxref;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    detail::Buffer text;
    text.assign({reinterpret_cast<const char*>(data + 1), size - 1});
    const auto formats = detail::formats();
    const detail::Format* format = data[0] < formats.size() ? &formats[data[0]] : detail::find_format(text.view());
    if (!format) return 0;
    detail::IssueLog log("input");
    detail::Decoded decoded;
    format->decode({text.view(), "a/b_1.csv"}, decoded, log);
    const std::uint64_t positions = decoded.positions();
    if (log.take().size() > 400) std::abort();  // issues must not grow with the input
    detail::Pieces pieces;
    auto input = std::make_shared<Input>();
    input->path = "input";
    pieces.add(std::move(decoded), input);
    std::vector<Issue> issues;
    std::uint64_t left = 0;
    for (auto& [key, group] : pieces.take_groups()) {
        Track track = detail::merge_pieces(std::move(group), issues);
        clean_track(track, issues);
        left += track.fixes.size();
        for (std::size_t i = 1; i < track.fixes.size(); ++i)
            if (track.fixes[i].time < track.fixes[i - 1].time) std::abort();
        for (const StateVector& fix : track.fixes)
            if (fix.callsign >= track.callsigns.size() || fix.input >= track.inputs.size()) std::abort();
    }
    if (left > positions) std::abort();
    return 0;
}
