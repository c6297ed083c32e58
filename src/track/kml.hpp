// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/fields.hpp"
#include "track/formats.hpp"

#include <string>
#include <string_view>

namespace flightxref::detail {

/// Where a KML file says in words whose way it draws.
struct KmlWords {
    std::string document, document_description;
    std::string placemark, placemark_description;  ///< of the track or line; empty where each position has a placemark of its own
};

/// What one program's KML says beyond the language itself.
struct KmlDialect {
    /// Values written into the description of a Point, which is one position; altitude is that of the coordinate so far. May be null.
    void (*values)(std::string_view description, RawFix& fix);
    /// Callsign and stated ends go into `leg`.
    void (*flight)(const KmlWords& words, Aircraft& aircraft, StatedLeg& leg);
    /// The way of the points is drawn again as lines without a time.
    bool draws_twice = false;
};

/// Reads KML as a stream: points with a TimeStamp are positions of one aircraft, each gx:Track is a way flown, of a line with a
/// TimeSpan the two ends have a time.
void read_kml(const DecoderInput& input, Decoded& out, IssueLog& log, const KmlDialect& dialect);

/// The first of the texts that could be a callsign: no blanks, at most eight characters.
std::string kml_callsign(std::string_view first, std::string_view second);

}  // namespace flightxref::detail
