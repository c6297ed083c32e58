// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/time/instant.hpp>
#include <flightxref/time/zone.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace flightxref {

/// "2023-10-18T18:04:00+09:00", "2023-10-18 09:04Z", "20231018T0904Z", fractions of a second allowed -> Instant.
/// A time without offset is not an instant: empty, as is anything that is no time. "24:00:00" is the start of the next day and a
/// leap second (":60") the second after it; years are 1900 to 2199.
std::optional<Instant> parse_instant(std::string_view text);

/// "2023-10-18" or "20231018" -> date; empty when it is none (2023-02-30, 2023-13-01).
std::optional<CivilDate> parse_date(std::string_view text);

/// An instant or date that is none (not_a_date_time) gives an empty text, here and below.
/// "2023-10-18T09:04:00Z"; with tenths only when there are some ("2023-10-18T09:04:00.5Z").
std::string to_iso8601(Instant instant);

/// The same instant on the zone's wall clock: "2023-10-18T18:04:00+09:00". Whole seconds.
std::string to_iso8601(Instant instant, const Zone& zone);

/// "2023-10-18".
std::string to_iso8601(CivilDate date);

}  // namespace flightxref
