// SPDX-License-Identifier: BSL-1.0
#pragma once

#define FLIGHTXREF_VERSION_MAJOR 0
#define FLIGHTXREF_VERSION_MINOR 1
#define FLIGHTXREF_VERSION_PATCH 0

namespace flightxref {

/// Version of the headers, "MAJOR.MINOR.PATCH".
inline constexpr const char* version = "0.1.0";

}  // namespace flightxref
