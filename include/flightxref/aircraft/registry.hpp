// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/aircraft/identity.hpp>
#include <flightxref/core/batch.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flightxref {

/// Why somebody watches an aircraft.
struct Watch {
    std::string category;           ///< "Dictator Alert", "Governments", ... as the list names it
    std::vector<std::string> tags;  ///< free words of the list
    bool operator==(const Watch&) const = default;
};

/// One record of an aircraft database or a watch list.
struct RegistryEntry {
    Aircraft aircraft;
    std::string description;  ///< long name of the type, as the source has it
    std::optional<Watch> watch;
    std::string source;       ///< path of the file, or what else it came from
};

/// Aircraft by address, registration, type and operator. Records that contradict each other are all kept: an address may
/// have gone from one aircraft to another, and it is for the caller to weigh the dates.
class AircraftRegistry {
  public:
    /// Adds a record. A record equal to a former one in address, registration and type fills that one's gaps instead. Gives an
    /// Issue (`conflict`) when another record has the same address with another registration.
    std::optional<Issue> add(RegistryEntry entry);

    /// Adds everything of another registry.
    std::vector<Issue> add(const AircraftRegistry& other);

    /// All records of an address, in the order they were added; two or more with different registrations are a conflict.
    std::vector<const RegistryEntry*> find(Icao24 address) const;

    /// All records of a registration, whatever its hyphens and case.
    std::vector<const RegistryEntry*> find(const Registration& registration) const;

    std::vector<const RegistryEntry*> find_type(const Typecode& type) const;

    /// All records whose operator has this name, case and punctuation aside.
    std::vector<const RegistryEntry*> find_operated_by(std::string_view operator_name) const;

    /// Whether the aircraft, by its address or else its registration, is on a watch list; what the list says of it.
    const Watch* find_watch(const Aircraft& aircraft) const;

    /// Fills what an observed aircraft does not say itself: registration, type, operator, flags. Only where the records of its
    /// address agree; not for addresses that are no ICAO addresses or are temporary (PIA).
    void complete(Aircraft& aircraft) const;

    const std::vector<RegistryEntry>& entries() const { return m_entries; }
    bool empty() const { return m_entries.empty(); }

  private:
    using Index = std::unordered_multimap<std::string, std::size_t>;
    std::vector<const RegistryEntry*> all(const Index& index, const std::string& key) const;

    std::vector<RegistryEntry> m_entries;
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> m_by_address;
    Index m_by_registration, m_by_type, m_by_operator;
};

/// A registry read from a file, and the records that could not be used or contradict each other.
struct AircraftRegistryReading {
    AircraftRegistry registry;
    std::vector<Issue> issues;
};

/// Reads an aircraft database, plain, gzip or zstd; its format is told by its content: aircraft.csv of tar1090-db (semicolons), the
/// aircraft database CSV of the OpenSky Network, or a CSV of plane-alert-db, which is a watch list.
/// Throws IoError when it can not be read, FormatError when it is none of them.
AircraftRegistryReading read_aircraft_registry(const std::string& path);

}  // namespace flightxref
