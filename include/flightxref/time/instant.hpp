// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <boost/date_time/posix_time/ptime.hpp>
#include <boost/date_time/posix_time/time_period.hpp>

#include <cmath>
#include <cstdint>

namespace flightxref {

/// A moment, in UTC by contract, to the microsecond. Wall clocks never travel as Instant; see to_kst() and Zone.
using Instant = boost::posix_time::ptime;
using Duration = boost::posix_time::time_duration;
/// A civil date on somebody's calendar; which zone it belongs to is said beside it.
using CivilDate = boost::gregorian::date;
/// [begin, end) in UTC. Text means its windows inclusively and in whole seconds: make those with make_window().
using TimeWindow = boost::posix_time::time_period;

static_assert(sizeof(Instant) == 8, "flightxref needs Boost.Date_Time's default (microsecond) configuration");

/// The smallest and largest instants the library accepts from outside: 1900-01-01 and 2200-01-01.
inline constexpr std::int64_t earliest_epoch_seconds = -2'208'988'800;
inline constexpr std::int64_t latest_epoch_seconds = 7'258'118'400;

inline Duration seconds(std::int64_t n) { return boost::posix_time::seconds(n); }
inline Duration minutes(std::int64_t n) { return boost::posix_time::minutes(n); }
inline Duration hours(std::int64_t n) { return boost::posix_time::hours(n); }
inline Duration days(std::int64_t n) { return boost::posix_time::hours(24 * n); }

/// Seconds since 1970-01-01 00:00 UTC -> Instant. The caller keeps the number between the two bounds above.
inline Instant from_epoch_seconds(double since_1970) {
    static const Instant epoch{boost::gregorian::date(1970, 1, 1)};
    return epoch + boost::posix_time::microseconds(static_cast<std::int64_t>(std::llround(since_1970 * 1e6)));
}

/// Instant -> seconds since 1970-01-01 00:00 UTC.
inline double to_epoch_seconds(Instant instant) {
    static const Instant epoch{boost::gregorian::date(1970, 1, 1)};
    return static_cast<double>((instant - epoch).total_microseconds()) * 1e-6;
}

/// Duration -> seconds.
inline double to_seconds(Duration duration) { return static_cast<double>(duration.total_microseconds()) * 1e-6; }

/// The window from the start of second `earliest` to the end of second `latest`, both included.
inline TimeWindow make_window(Instant earliest, Instant latest) { return TimeWindow(earliest, latest + seconds(1)); }

/// The first and the last whole second of a window made by make_window().
inline Instant earliest(const TimeWindow& window) { return window.begin(); }
inline Instant latest(const TimeWindow& window) { return window.end() - seconds(1); }

}  // namespace flightxref
