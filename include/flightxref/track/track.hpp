// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/aircraft/identity.hpp>
#include <flightxref/track/state_vector.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace flightxref {

/// A file (or member of an archive) that positions were read from.
struct Input {
    std::string path;        ///< as given by the user
    std::string format;      ///< "readsb_trace", "opensky_csv", ...
    std::string sha256;      ///< of the file's bytes, lower-case hex
    std::uint64_t positions = 0;
};

/// Where a source itself says a flight began and ended (FlightAware, FR24 metadata). Never evidence of a landing; of
/// a take-off that was not heard when its time is stated and the positions bear it out.
struct StatedLeg {
    std::string origin, destination;          ///< airport codes as the source gives them
    std::optional<Instant> departed, arrived; ///< as stated
    std::string callsign;                     ///< as stated
    std::uint16_t input = 0;
    bool estimated = false;                   ///< the source worked it out from where it first and last heard the aircraft
};

/// Everything heard of one aircraft, in order of time.
struct Track {
    Aircraft aircraft;
    std::vector<StateVector> fixes;             ///< by time, without duplicates
    std::vector<std::string> callsigns{""};     ///< StateVector::callsign points here
    std::vector<std::shared_ptr<const Input>> inputs;  ///< StateVector::input points here
    std::vector<StatedLeg> stated_legs;

    const std::string& callsign_of(const StateVector& fix) const { return callsigns[fix.callsign]; }
};

}  // namespace flightxref
