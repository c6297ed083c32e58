// SPDX-License-Identifier: BSL-1.0
// Any bytes as a file on the disk: compressed, an archive or a track, whole and split in two. The first byte says where; it must
// make no difference.
#include "track/support.hpp"

#include <flightxref/core/error.hpp>

#include <cstdint>
#include <cstdlib>

using namespace flightxref;

namespace {

/// Tracks and positions read; none at all where it was refused.
std::pair<std::size_t, std::size_t> counts(const std::string& path) {
    ReadTracksOptions options;
    options.threads = 1;
    std::size_t tracks = 0, fixes = 0;
    try {
        read_tracks(
            {path},
            [&](Track&& track) {
                ++tracks;
                fixes += track.fixes.size();
            },
            options);
    } catch (const Error&) {
        return {0, 0};
    }
    return {tracks, fixes};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    static const TemporaryFolder whole, parts;
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::size_t cut = bytes.size() * data[0] / 255;
    const auto file = whole.write("day.tar", bytes);
    const auto first = parts.write("day.tar.aa", bytes.substr(0, cut));
    parts.write("day.tar.ab", bytes.substr(cut));
    if (counts(file) != counts(first)) std::abort();
    return 0;
}
