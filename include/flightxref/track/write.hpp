// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/time/instant.hpp>
#include <flightxref/track/track.hpp>

#include <string>
#include <vector>

namespace flightxref {

/// The positions of one UTC day as a readsb trace ("trace_full"), the library's neutral form: readsb, tar1090 and most tools
/// around them read it. An aircraft without an address gets a made-up one, marked with "~". Empty when there is no position that day.
/// What the form has no place for is lost: altitude on the ground, "not on the ground" without any altitude, stated legs.
std::string to_readsb_trace(const Track& track, CivilDate day);

/// Writes the track as FOLDER/YYYY/MM/DD/traces/xx/trace_full_<address>.json, one gzip file a day, as readsb's globe_history
/// has them. A file appears whole or not at all. Returns their paths. Throws IoError.
std::vector<std::string> write_readsb_traces(const std::string& folder, const Track& track);

}  // namespace flightxref
