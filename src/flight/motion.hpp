// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "flight/state.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace flightxref::detail {

/// How an aircraft moved at one moment, smoothed over the fixes around it.
struct Motion {
    Instant time;
    Position position;
    std::optional<double> sea_ft;    ///< height above the sea
    std::optional<double> speed_kt;  ///< over ground
    std::optional<double> track_deg;
    std::optional<double> rate_fpm;
    bool was_higher = true;          ///< it flew a thousand feet or more higher on the same flight, as far as was heard
    bool scatter = false;            ///< multilateration: the position may be off by a kilometre
};

/// Motion at fixes[at], from the fixes of [first, end) within a minute and a half on either side.
Motion motion_at(std::span<const StateVector> fixes, std::size_t first, std::size_t end, std::size_t at, std::span<const PressureOffset> offsets);

}  // namespace flightxref::detail
