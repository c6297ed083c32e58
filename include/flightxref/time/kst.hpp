// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/time/instant.hpp>

#include <boost/date_time/local_time/local_date_time.hpp>
#include <boost/date_time/local_time/posix_time_zone.hpp>
#include <boost/shared_ptr.hpp>

namespace flightxref {

/// A wall clock with its zone.
using LocalTime = boost::local_time::local_date_time;
/// Rules of such a zone, Boost's time_zone_ptr.
using LocalZone = boost::shared_ptr<boost::date_time::time_zone_base<Instant, char>>;

/// Korea Standard Time, UTC+09:00, as South Korea keeps it since 1988.
/// Boost reads "KST+09" as nine hours *east* of Greenwich, the opposite of the POSIX variable TZ.
inline const LocalZone& kst_zone() {
    static const LocalZone zone(new boost::local_time::posix_time_zone("KST+09:00:00"));
    return zone;
}

/// Instant (UTC) -> Seoul wall clock: to_kst(2023-10-18 09:04 UTC) prints as "2023-10-18 18:04 KST".
inline LocalTime to_kst(Instant instant) { return LocalTime(instant, kst_zone()); }

/// Seoul wall clock -> Instant (UTC).
inline Instant from_kst(CivilDate date, Duration time_of_day) { return Instant(date, time_of_day - hours(9)); }

/// The zone North Korea kept at that instant: UTC+08:30 from 2015-08-15 00:00 (new clock) to 2018-05-04 23:30 (old
/// clock), UTC+09:00 before and after (IANA: Asia/Pyongyang).
inline const LocalZone& pyongyang_zone(Instant instant) {
    static const LocalZone half_hour(new boost::local_time::posix_time_zone("KST+08:30:00"));
    static const Instant from(CivilDate(2015, 8, 14), hours(15));
    static const Instant until(CivilDate(2018, 5, 4), hours(15));
    return instant >= from && instant < until ? half_hour : kst_zone();
}

/// Instant (UTC) -> Pyongyang wall clock.
inline LocalTime to_pyongyang(Instant instant) { return LocalTime(instant, pyongyang_zone(instant)); }

}  // namespace flightxref
