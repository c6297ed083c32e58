// SPDX-License-Identifier: BSL-1.0
// KML of OpenSky's old tool: a LineString an aircraft (metres), without a time for each place; a TimeSpan says when the aircraft
// was first and last seen. One line may join several flights, so it says nothing of where any of them began or ended.
// Specification: openskynetwork/osky-sample msr804; OGC 07-147r2 KML 2.2.
#include "track/kml.hpp"

namespace flightxref::detail {

bool sniff_opensky_kml(const Head& head) { return sniff_kml(head) && head.start.find("First seen") != std::string_view::npos; }

namespace {

void lined_flight(const KmlWords& words, Aircraft&, StatedLeg& leg) { leg.callsign = kml_callsign(words.placemark, {}); }

constexpr KmlDialect opensky_kml{nullptr, lined_flight};

}  // namespace

void decode_opensky_kml(const DecoderInput& input, Decoded& out, IssueLog& log) { read_kml(input, out, log, opensky_kml); }

}  // namespace flightxref::detail
