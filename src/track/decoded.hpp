// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/issue_log.hpp"

#include <flightxref/track/track.hpp>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flightxref::detail {

/// Room for fixes that this thread used before and gave back, or fresh: new memory costs as much as what is written into it.
std::vector<StateVector> take_fixes(std::size_t expected = 0);
void give_back_fixes(std::vector<StateVector>&& fixes);
/// Into no more memory than they take, for keeping.
void shrink_fixes(std::vector<StateVector>& fixes);

/// What one input holds of one aircraft.
struct TrackPart {
    Aircraft aircraft;
    std::string name;       ///< tells it apart where there is no address: callsign and file, or the source's flight number
    std::string flight_id;  ///< the source's key into a table of flights, where it has one
    std::vector<StateVector> fixes;
    std::vector<std::string> callsigns{""};
    std::vector<StatedLeg> stated_legs;

    /// Index of the callsign in `callsigns`, added when new; blanks around it do not count.
    std::uint16_t callsign_index(std::string_view callsign);
};

/// A row of a table that says which aircraft flew the flight a track is filed under (FR24's two flights CSVs).
struct FlightRow {
    std::string flight_id;
    Aircraft aircraft;
    std::string callsign;
    std::optional<StatedLeg> leg;
};

/// What one input holds. Decoders fill it.
class Decoded {
  public:
    TrackPart& part(Icao24 address, bool non_icao);
    TrackPart& part(std::string_view name);

    std::deque<TrackPart> parts;
    std::vector<FlightRow> flight_rows;
    bool broken = false;  ///< the input stops in the middle, or stops making sense

    std::uint64_t positions() const;
    bool nothing() const;

  private:
    std::unordered_map<std::uint32_t, TrackPart*> m_by_address;
    std::unordered_map<std::string, TrackPart*> m_by_name;
    std::uint32_t m_last_key = 0;
    TrackPart* m_last = nullptr;
};

/// An input as a decoder sees it.
struct DecoderInput {
    std::string_view text;  ///< decompressed; at least 64 zero bytes follow it
    std::string_view path;
};

/// Reads `input` into `out`; what can not be used goes to `log`. Throws nothing of ours and survives any bytes.
using Decode = void (*)(const DecoderInput& input, Decoded& out, IssueLog& log);

/// Bounds on what a fix may say: outside, the value is no measurement.
inline constexpr double lowest_altitude_ft = -2000, highest_altitude_ft = 80000, highest_speed_kt = 2500, highest_rate_fpm = 30000;

inline constexpr const char* off_the_globe = "position is not on the globe";
inline constexpr const char* no_time = "time can not be";

}  // namespace flightxref::detail
