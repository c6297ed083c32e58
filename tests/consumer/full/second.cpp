// SPDX-License-Identifier: BSL-1.0
#include <flightxref/flightxref.hpp>

bool pyongyang_is_known() { return flightxref::AirportTable::built_in().find_code("ZKPY") != nullptr; }
