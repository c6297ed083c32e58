// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/claim/claim.hpp>
#include <flightxref/flight/segment.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace flightxref {

/// Flights and tracks as one aircraft's life: its flights by time and every track heard of it.
struct AircraftHistory {
    Aircraft aircraft;                             ///< what the inputs say of it, merged
    std::vector<std::uint32_t> flights;            ///< indexes into FlightIndex::flights(), by time
    std::vector<std::shared_ptr<const Track>> tracks;
    Registration planned;                          ///< what the address plan computes from its address, where that differs from what the inputs say
    double planned_confidence = 0;                 ///< see PlannedRegistration
    bool conflicting = false;                      ///< the inputs give it more than one registration
    bool overlapping = false;                      ///< two of its flights overlap: two aircraft under one identity, or a wrong clock
};

/// Flights by aircraft, callsign, airport and time, so that a claim looks at tens of them. Refers to the batch it was
/// made from, which must outlive it. Immutable once made, safe to share between threads.
class FlightIndex {
  public:
    explicit FlightIndex(const FlightBatch& flights);
    ~FlightIndex();
    FlightIndex(FlightIndex&&) noexcept;
    FlightIndex& operator=(FlightIndex&&) noexcept;

    std::span<const Flight> flights() const;
    std::span<const AircraftHistory> aircraft() const;

    /// The aircraft (index into aircraft()) a flight belongs to.
    std::size_t aircraft_of(std::size_t flight) const;

    /// The next flight of the same aircraft; empty after the last.
    std::optional<std::size_t> flight_after(std::size_t flight) const;

    /// Aircraft that an input calls so, or whose address the state's plan turns into it.
    std::vector<std::size_t> find_aircraft(const Registration& registration) const;

    /// Flights that sent the callsign for any part and touch the window, by time.
    std::vector<std::size_t> find_callsign(const Callsign& callsign, TimeWindow window) const;

    /// Flights whose likeliest airport of departure (of arrival) is this one at a time inside the window, by time.
    std::vector<std::size_t> find_departures(std::string_view airport, TimeWindow window) const;
    std::vector<std::size_t> find_arrivals(std::string_view airport, TimeWindow window) const;

    /// From the first to the last moment anything was heard; empty window without data.
    TimeWindow covered() const;

    /// Share of all flights that are by this registration, sent this callsign, are of this type, left or reached this
    /// airport; at least one in (flights + 1), so that what never occurs is rare and not impossible.
    double frequency_of_registration(const Registration& registration) const;
    double frequency_of_callsign(const Callsign& callsign) const;
    double frequency_of_type(const Typecode& type) const;
    double frequency_of_airport(std::string_view airport) const;

  private:
    struct Tables;
    std::unique_ptr<const Tables> m_tables;
};

}  // namespace flightxref
