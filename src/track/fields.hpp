// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/decoded.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace flightxref::detail {

inline constexpr double feet_per_metre = 1.0 / 0.3048;
inline constexpr double knots_per_metre_second = 3600.0 / 1852.0;
inline constexpr double feet_a_minute_per_metre_second = 60.0 / 0.3048;

/// A position as a format gives it, its units already turned into ours.
struct RawFix {
    std::optional<double> time;  ///< seconds since 1970
    std::optional<double> latitude, longitude;
    std::optional<double> baro_altitude_ft, geom_altitude_ft, ground_speed_kt, track_deg, vertical_rate_fpm;
    std::optional<bool> on_ground;
    Sparse<std::uint16_t> squawk;
    std::uint16_t callsign = 0;
    PositionSource source = PositionSource::unknown;
    Integrity integrity;
    std::uint32_t record = 0;
    std::optional<std::uint64_t> offset;  ///< in the text, for issues
};

/// Checks what can be and adds the fix to the part. What can not be is an Issue and, in time or place, costs the fix.
bool add_fix(TrackPart& part, const RawFix& raw, IssueLog& log);

/// Addresses that FLARM receivers and sites that show gliders make up: 0xdd and four more digits are no airframe's.
inline bool is_flarm_address(std::optional<Icao24> address) { return address && address->value() >> 16 == 0xdd; }

/// A number that fills the text (blanks around it aside). Empty, "null", "NaN", "nan", "None", "NA", "N/A" and "\N" are absent; anything
/// else that is no finite number sets `bad`.
std::optional<double> parse_number(std::string_view text, bool& bad);

/// "True", "true", "1", "-1", "t" and their opposites; else absent.
std::optional<bool> parse_flag(std::string_view text);

/// Four octal digits as text; leading zeros may be lost, a ".0" be added. "0000" and lone zeros are "none".
Sparse<std::uint16_t> parse_squawk(std::string_view text);

/// A squawk whose four digits were read as hexadecimal ones and written as that number: 13827 is 0x3603, squawk 3603 (Flightradar24).
Sparse<std::uint16_t> squawk_from_value(std::optional<double> value);

/// ISO time with or without zone (then UTC), with fractions, "+00:00", or seconds / milliseconds since 1970.
std::optional<double> parse_any_time(std::string_view text);

/// Seconds since 1970 from a number in seconds, milli-, micro- or nanoseconds: told apart by size.
std::optional<double> epoch_of(std::optional<double> number);

/// Text of a JSON string with its escapes undone; as it is when they make no sense.
std::string unescaped(std::string_view text);

std::string_view trimmed(std::string_view text);

/// File name without folder and extensions.
std::string_view stem_of(std::string_view path);

}  // namespace flightxref::detail
