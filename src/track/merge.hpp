// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/decoded.hpp"

#include <flightxref/track/read.hpp>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace flightxref::detail {

/// From this confidence on an address and a registration are taken to follow from each other.
inline constexpr double sure_plan = 0.95;

/// Puts what was read of each aircraft together: one Track, whatever files its positions came from.
class TrackMerger {
  public:
    /// In the order in which the tracks' inputs are to be named.
    void add(Decoded decoded, std::shared_ptr<const Input> input);

    /// One path for each folder that holds tracks of flights whose aircraft no table has named yet.
    std::vector<std::string> unidentified() const;

    /// Tracks by address, those without one after them by name. Issues are those of the merging alone.
    Batch<Track> finish();

  private:
    struct Piece {
        TrackPart part;
        std::shared_ptr<const Input> input;
    };
    void identify(Piece& piece);
    void take_flight_row(Piece& piece);
    Track merge(std::vector<Piece> pieces, std::vector<Issue>& issues) const;

    std::vector<Piece> m_pieces;
    std::map<std::string, FlightRow, std::less<>> m_flight_rows;
};

/// Sorts by time, keeping the order of equals, and takes out repeats of a position: the same place within the noise at the same
/// time within the jitter of receivers. What a repeat knows more is kept. Returns how many went.
std::size_t sort_and_unify(std::vector<StateVector>& fixes);

}  // namespace flightxref::detail
