// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/flight/segment.hpp>
#include <flightxref/track/read.hpp>

#include <functional>
#include <string>
#include <vector>

namespace flightxref {

/// Which fixes stay with the flights read_flights() finds.
enum class KeepFixes : std::uint8_t {
    all,      ///< every one, 48 bytes each
    outline,  ///< enough to draw the way and to cite it, see read_flights(); a whole day of the world fits into memory so
    ends,     ///< the first and last of each input, enough to cite them: for a timetable, which asks for nothing in between
};

struct ReadFlightsOptions {
    ReadTracksOptions reading;
    SegmentOptions segmenting;
    KeepFixes keep = KeepFixes::all;
    /// Called with each whole track before any of its fixes is dropped, one at a time but on any of the reading threads and in
    /// any order. Must not throw.
    std::function<void(const Track&)> visit;
};

/// read_tracks() and segment_flights() in one, aircraft by aircraft and on all threads: no more than a few tracks are in memory
/// at a time. The flights are the same as of the two in a row. With KeepFixes::outline a flight keeps its first and last fix of
/// each input, both sides of every silence and every change between ground and air, and in between so few that each dropped
/// position lies within 500 m and 250 ft of the straight line between the kept ones, with a fix every three minutes at least.
/// With KeepFixes::ends nothing of the way is left: such flights can be listed, not matched.
/// Throws as read_tracks().
FlightBatch read_flights(const std::vector<std::string>& paths, const ReadFlightsOptions& options = {});

/// The same for one path.
FlightBatch read_flights(const std::string& path, const ReadFlightsOptions& options = {});

}  // namespace flightxref
