// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/time/instant.hpp>

#include <bit>
#include <cstdint>
#include <type_traits>

namespace flightxref::detail {

// An instant is one count of microseconds, as Boost keeps it unless told otherwise.
static_assert(std::is_trivially_copyable_v<Instant> && sizeof(Instant) == sizeof(std::int64_t));
static_assert(boost::posix_time::time_duration::ticks_per_second() == 1'000'000);

/// Orders instants as they are ordered in time.
inline std::int64_t ticks_of(Instant time) { return std::bit_cast<std::int64_t>(time); }

/// The instant so many microseconds after another that is a time, for the same reason as below.
inline Instant after(Instant start, std::int64_t microseconds) { return std::bit_cast<Instant>(ticks_of(start) + microseconds); }

/// Microseconds from a to b, neither of which is "not a time" or infinite. Boost's difference looks for those every time, which for
/// fix after fix costs more than what is done with it.
inline std::int64_t microseconds_between(Instant a, Instant b) {
    return static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(b) - std::bit_cast<std::uint64_t>(a));
}

/// Seconds from a to b.
inline double seconds_between(Instant a, Instant b) { return static_cast<double>(microseconds_between(a, b)) * 1e-6; }

}  // namespace flightxref::detail
