// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/time/instant.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace flightxref {

/// A time zone with its whole history: an IANA name ("Asia/Pyongyang") or a fixed offset ("+05:30").
/// Rules come from the system's tz database. Cheap to copy.
class Zone {
  public:
    /// UTC.
    Zone() = default;

    /// IANA name, "UTC", or a fixed offset ("+09:00", "-0330"). Empty when there is no such zone.
    static std::optional<Zone> find(std::string_view name);

    /// What a newsroom writes for a zone: "KST", "EDT", "ET", "GMT", "Zulu"; case does not matter. Gives the zone whose rules
    /// give that abbreviation, so "EST" in July is New York's clock. One that means several zones (IST, CST) is decided by
    /// `country` (ISO 3166 alpha-2), else the usual one. Empty when unknown.
    static std::optional<Zone> find_abbreviation(std::string_view abbreviation, std::string_view country = {});

    /// The clock meant by "Moscow time", "Korean time", "Eastern time", "Alaska time": takes the words before "time", a city,
    /// country, people or state without diacritics. Empty when unknown or when there is no one clock ("Russia", "Canada").
    static std::optional<Zone> find_place(std::string_view name);

    /// IANA name, or "UTC", or "+hh:mm".
    const std::string& name() const { return *m_name; }

    /// East of Greenwich is positive. Zero for an instant that is none (not_a_date_time).
    Duration offset_at(Instant instant) const;

    /// "KST", "BST", or "+08" where the zone has no letters.
    std::string abbreviation_at(Instant instant) const;

    /// UTC -> wall clock, as a date and time of day without zone.
    boost::posix_time::ptime to_local(Instant instant) const { return instant + offset_at(instant); }

    /// Wall clock -> UTC. A clock that was shown twice gives the first; one that was skipped gives the moment of the jump.
    /// not_a_date_time gives itself.
    Instant from_local(boost::posix_time::ptime wall_clock) const;

    /// 00:00 of that date (or the first moment the date had).
    Instant start_of(CivilDate date) const { return from_local(boost::posix_time::ptime(date)); }

    /// The date shown there at that instant.
    CivilDate date_at(Instant instant) const { return to_local(instant).date(); }

    bool operator==(const Zone& other) const { return m_name == other.m_name || *m_name == *other.m_name; }

  private:
    static const std::string& utc_name() {
        static const std::string name("UTC");
        return name;
    }

    const std::string* m_name = &utc_name();  // lives as long as the program
    const void* m_rules = nullptr;            // the zone's history, or none for a fixed offset
    int m_fixed_seconds = 0;
};

}  // namespace flightxref
