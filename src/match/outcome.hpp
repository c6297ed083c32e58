// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/match/coverage.hpp>

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
    Scene(const FlightIndex& flights, const AirportTable& airports, const Coverage* known = nullptr) : index(flights), places(airports), m_coverage(known) {}

    const FlightIndex& index;
    PlaceBook places;

    const Life& life(std::size_t aircraft);
    const Flight& flight(std::size_t number) const { return index.flights()[number]; }
    /// Where anyone was listening; learnt from the tracks when first asked for.
    const Coverage& coverage();
    /// Aircraft that may be of the kind, for all that their flights and the inputs say of them.
    const std::vector<std::size_t>& aircraft_of_kind(const StatedAircraft& who);

  private:
    std::unordered_map<std::size_t, std::unique_ptr<Life>> m_lives;
    const Coverage* m_coverage;
    std::optional<Coverage> m_learnt;
    std::unordered_map<std::string, std::vector<std::size_t>> m_kinds;
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
