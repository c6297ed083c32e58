// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/core/batch.hpp>
#include <flightxref/track/track.hpp>

#include <memory>
#include <string>
#include <vector>

namespace flightxref {

/// Tracks by aircraft, the inputs they came from, and what could not be used. Iterates over the tracks.
struct TrackBatch : Batch<Track> {
    std::vector<std::shared_ptr<const Input>> inputs;
};

/// Reads a file or a folder (with all below it) of flight-tracking data; each file's format is recognised from its content,
/// plain or gzip. All positions of one aircraft become one Track, whatever files they came from: sorted, duplicates gone,
/// estimated positions and impossible ones set aside with an Issue.
/// Throws IoError when the path can not be read, FormatError when it is one file of no known format or a folder without a track.
TrackBatch read_tracks(const std::string& path);

/// The same for several paths together.
TrackBatch read_tracks(const std::vector<std::string>& paths);

}  // namespace flightxref
