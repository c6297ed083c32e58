// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/decoded.hpp"
#include "track/plan.hpp"

#include <flightxref/track/read.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace flightxref::detail {

/// From this confidence on an address and a registration are taken to follow from each other.
inline constexpr double sure_plan = 0.95;

/// What one input holds of one aircraft, and which input that is.
struct Piece {
    TrackPart part;
    std::shared_ptr<const Input> input;
};

/// Tells tracks apart and puts them in order: by address, made-up ones behind real ones, then those without one by name.
struct TrackKey {
    bool nameless = false;
    std::uint32_t address = 0;  ///< aircraft_key()
    std::string name;
    auto operator<=>(const TrackKey&) const = default;
};

/// Sorts what was read by aircraft.
class Pieces {
  public:
    /// In the order in which the tracks' inputs are to be named.
    void add(Decoded decoded, std::shared_ptr<const Input> input);

    /// One path for each folder that holds tracks of flights whose aircraft no table has named yet.
    std::vector<std::string> unidentified() const;

    /// Everything added, by aircraft. Leaves nothing behind.
    std::map<TrackKey, std::vector<Piece>> take_groups();

  private:
    void identify(Piece& piece) const;
    void take_flight_row(Piece& piece) const;

    std::vector<Piece> m_pieces;
    std::map<std::string, FlightRow, std::less<>> m_flight_rows;
};

/// One track of the pieces of one aircraft. Issues are those of the merging alone.
Track merge_pieces(std::vector<Piece> pieces, std::vector<Issue>& issues);

/// Sorts by time, keeping the order of equals, and takes out repeats of a position: the same place within the noise at the same
/// time within the jitter of receivers. What a repeat knows more is kept. Returns how many went.
std::size_t sort_and_unify(std::vector<StateVector>& fixes);

}  // namespace flightxref::detail
