// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "match/judge.hpp"
#include "match/situation.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace flightxref::detail {

/// What all claims of one run share.
class Scene {
  public:
    Scene(const FlightIndex& flights, const AirportTable& airports) : index(flights), places(airports) {}

    const FlightIndex& index;
    PlaceBook places;

    const Life& life(std::size_t aircraft);
    const Flight& flight(std::size_t number) const { return index.flights()[number]; }

  private:
    std::unordered_map<std::size_t, std::unique_ptr<Life>> m_lives;
};

/// What came of one statement.
struct Outcome {
    Situation situation = Situation::no_identity;
    std::optional<Judged> best;            ///< the flight it rests on, or the nearest to it
    std::vector<std::size_t> suspects;     ///< aircraft that may be the one named
    std::optional<std::size_t> witness;    ///< of the suspects, the one whose positions give the alibi
    std::string remark;                    ///< what the reader should know besides
};

/// Flights that may be the one a statement speaks of, likeliest identity first, each held against it.
std::vector<Judged> judge_candidates(const Statement& statement, Scene& scene, std::vector<std::size_t>& suspects);

Outcome find_outcome(const Statement& statement, Scene& scene);

}  // namespace flightxref::detail
