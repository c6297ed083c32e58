// SPDX-License-Identifier: BSL-1.0
#include <flightxref/track/read.hpp>

#include "track/decoded.hpp"
#include "track/stream.hpp"

#include <memory>

namespace flightxref {

TrackBatch read_tracks(const std::vector<std::string>& paths, const ReadTracksOptions& options) {
    std::vector<Track> tracks;
    TrackBatch batch = read_tracks(paths, [&](Track&& track) { tracks.push_back(std::move(track)); }, options);
    batch.items = std::move(tracks);
    return batch;
}

TrackBatch read_tracks(const std::string& path, const ReadTracksOptions& options) { return read_tracks(std::vector<std::string>{path}, options); }

TrackBatch read_tracks(const std::vector<std::string>& paths, const std::function<void(Track&&)>& visit, const ReadTracksOptions& options) {
    return detail::stream_tracks(paths, options, [&](Track&& track) -> std::function<void()> {
        detail::shrink_fixes(track.fixes);
        return [&visit, kept = std::make_shared<Track>(std::move(track))] { visit(std::move(*kept)); };
    });
}

}  // namespace flightxref
