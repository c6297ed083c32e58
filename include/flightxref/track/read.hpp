// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/core/batch.hpp>
#include <flightxref/track/track.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace flightxref {

class AircraftRegistry;

/// Tracks by aircraft, the inputs they came from, and what could not be used. Iterates over the tracks.
struct TrackBatch : Batch<Track> {
    std::vector<std::shared_ptr<const Input>> inputs;
};

/// How far the reading has come. The members of an archive that lies open count as files, a compressed one as one.
struct ReadProgress {
    std::uint64_t files_done = 0, files = 0;
    std::uint64_t bytes_done = 0, bytes = 0;  ///< as they lie on the disk, compressed or not
};

struct ReadTracksOptions {
    /// Called now and then, first while the files are only looked over, always on the thread that called read_tracks(). An
    /// exception it throws ends the reading and passes on.
    std::function<void(const ReadProgress&)> progress;
    /// How many threads read; 0: as many as the machine has cores. The result is the same for any number.
    unsigned threads = 0;
    /// Whether impossible positions are set aside, see clean_track().
    bool clean = true;
    /// Fills in what tracks do not say of their aircraft, see AircraftRegistry::complete(). Must outlive the reading.
    const AircraftRegistry* aircraft = nullptr;
};

/// Reads a file, an archive (tar, also split into .aa, .ab, ...) or a folder with all below it; "-" is standard input. Each
/// file's format is recognised from its content, plain, gzip or zstd. All positions of one aircraft become one Track, whatever
/// files they came from: sorted, repeats gone, estimated and impossible ones set aside with an Issue. A table of flights
/// ("..._flights.csv") that lies beside a track which names its aircraft only there is read with it.
/// Where an aircraft's registration follows from its address by a state's published rule (or the other way), it is filled in.
/// Throws IoError when a path can not be read, FormatError when it is one file of no known format or a folder without a track.
TrackBatch read_tracks(const std::string& path, const ReadTracksOptions& options = {});

/// The same for several paths together.
TrackBatch read_tracks(const std::vector<std::string>& paths, const ReadTracksOptions& options = {});

/// The same without keeping the tracks: `visit` is called with one after the other, in the order in which they would stand in
/// the batch, on the thread that called. Each is whole: what files of other days hold of the same aircraft is in it. In memory
/// are a few tracks at a time, however many there are, and those files that may hold any number of aircraft (tables, snapshots,
/// heatmaps, compressed archives). The batch returned has the inputs and issues. An exception `visit` throws ends the reading.
TrackBatch read_tracks(const std::vector<std::string>& paths, const std::function<void(Track&&)>& visit, const ReadTracksOptions& options = {});

}  // namespace flightxref
