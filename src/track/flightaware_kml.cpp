// SPDX-License-Identifier: BSL-1.0
// FlightAware's KML of one flight: a gx:Track, all <when>, then all <gx:coord> (metres), airborne only; its placemark is called
// after the flight and describes it as "EDDF - EGLL". The two airports are points without a time.
// Specification: till213/SkyDolly src/Plugins/Flight/Import/KmlImport/doc; OGC 07-147r2 KML 2.2 and Google's gx extension.
#include "track/kml.hpp"

#include <algorithm>

namespace flightxref::detail {

bool sniff_flightaware_kml(const Head& head) {
    return sniff_kml(head) && (head.start.find("FlightAware") != std::string_view::npos || head.start.find("flightaware.com") != std::string_view::npos);
}

namespace {

/// The letters and digits at the beginning, whatever follows: blanks, markup, the rest of the description.
std::string_view airport_code(std::string_view text) {
    text = trimmed(text);
    return text.substr(0, std::min<std::size_t>(8, text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-")));
}

void described_flight(const KmlWords& words, Aircraft&, StatedLeg& leg) {
    leg.callsign = kml_callsign(words.placemark, words.document);
    const std::string_view about = words.placemark_description;
    if (const std::size_t dash = about.find(" - "); dash < 9) {
        leg.origin = airport_code(about.substr(0, dash));
        leg.destination = airport_code(about.substr(dash + 3));
    }
}

constexpr KmlDialect flightaware_kml{nullptr, described_flight};

}  // namespace

void decode_flightaware_kml(const DecoderInput& input, Decoded& out, IssueLog& log) { read_kml(input, out, log, flightaware_kml); }

}  // namespace flightxref::detail
