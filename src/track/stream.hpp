// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/track/read.hpp>

#include <functional>
#include <string>
#include <vector>

namespace flightxref::detail {

/// What is to be done with a track on the thread that read it, several at a time; what it returns is called on the thread that
/// called stream_tracks(), one after the other in the order of the tracks.
using TrackWork = std::function<std::function<void()>(Track&&)>;

/// Reads as read_tracks() does and gives each track away when all files that hold something of its aircraft were read. In
/// memory are the files that may hold anything (tables, snapshots, compressed archives) and the few tracks being worked on.
/// Returns inputs and issues alone.
TrackBatch stream_tracks(const std::vector<std::string>& paths, const ReadTracksOptions& options, const TrackWork& work);

}  // namespace flightxref::detail
