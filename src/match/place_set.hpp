// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/airport/place.hpp>
#include <flightxref/flight/endpoint.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flightxref::detail {

/// The airports that the words of a text may stand for.
struct PlaceSet {
    std::vector<const Airport*> airports;  ///< sure members, sorted by address
    std::vector<const Airport*> doubtful;  ///< members for some readers ("Frankfurt" and Hahn); they speak neither for nor against
    std::string words;                     ///< for a reader: "Pyongyang"
    PlaceKind kind = PlaceKind::region;
    std::string country;

    bool known() const { return !airports.empty(); }
    bool contains(const Airport* airport) const;
    bool may_contain(const Airport* airport) const;
};

/// How an end of a flight stands to a place: probabilities that it lies inside, and that it surely lies outside.
/// What is missing from 1 is not known.
struct PlaceFit {
    double inside = 0, outside = 0;
    double rival = 0;       ///< of the likeliest single airport that is not in the place
    bool observed = false;  ///< the end itself was seen
};

/// Looks places up once and remembers them for one run.
class PlaceBook {
  public:
    explicit PlaceBook(const AirportTable& table) : m_table(table) {}

    const PlaceSet& of(const Place& place);
    PlaceFit fit(const PlaceSet& place, const EndPoint& end) const;
    const Airport* airport(std::string_view code) const { return m_table.find_code(code); }
    const AirportTable& table() const { return m_table; }

  private:
    PlaceSet look_up(const Place& place);

    const AirportTable& m_table;
    std::unordered_map<std::string, PlaceSet> m_known;
};

}  // namespace flightxref::detail
