// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace flightxref::detail {

/// How a field of a claim stands to a flight, in grades.
enum class Grade : std::uint8_t { same, likely, close, unknown, off, differs };

/// m: how often a field comes out at this grade when the flight is the one meant (slips of the pen, rounding, wet leases,
/// moved codes included). u, the chance of the same by coincidence, is counted in the flights at hand where it is 0 here.
struct Weight {
    std::string_view field;
    Grade grade;
    double m, u;
};

/// The one reviewed table of weights. A weight is log2(m / u), in bits; 0 for what is not known.
inline constexpr std::array<Weight, 29> weights{{
    {"registration", Grade::same, 0.97, 0},     {"registration", Grade::likely, 0.95, 0},  // computed from the address
    {"registration", Grade::close, 0.01, 0.02}, {"registration", Grade::differs, 0.01, 1},
    {"callsign", Grade::same, 0.95, 0},         {"callsign", Grade::close, 0.03, 0.01},    // sent for a part of the flight
    {"callsign", Grade::differs, 0.02, 1},      {"flight_number", Grade::same, 0.75, 0},
    {"flight_number", Grade::off, 0.25, 0.9},   // many carriers send other numbers
    {"type", Grade::same, 0.92, 0},             {"type", Grade::close, 0.05, 0.04},        // another variant
    {"type", Grade::differs, 0.03, 1},          {"operator", Grade::same, 0.85, 0.03},
    {"operator", Grade::differs, 0.10, 0.97},   // leased, or the database names the owner
    {"origin", Grade::same, 0.93, 0},           {"origin", Grade::likely, 0.90, 0},
    {"origin", Grade::close, 0.03, 0.03},       {"origin", Grade::differs, 0.03, 1},
    {"destination", Grade::same, 0.93, 0},      {"destination", Grade::likely, 0.90, 0},
    {"destination", Grade::close, 0.03, 0.03},  {"destination", Grade::differs, 0.03, 1},
    {"via", Grade::same, 0.90, 0.05},           {"via", Grade::differs, 0.05, 0.95},
    {"time", Grade::same, 0.90, 0},             {"time", Grade::likely, 0.85, 0},
    {"time", Grade::close, 0.06, 0.05},         {"time", Grade::differs, 0.03, 1},
    {"mode", Grade::same, 1, 1},
}};

/// `frequency` is the share of the flights at hand that would agree by coincidence.
inline double weight_of(std::string_view field, Grade grade, double frequency) {
    for (const Weight& w : weights) {
        if (w.field != field || w.grade != grade) continue;
        const double chance = std::clamp(frequency, 1e-7, 0.999);
        const double u = w.u == 0 ? chance : w.u == 1 ? 1 - chance : w.u;
        return std::log2(w.m / u);
    }
    return 0;
}

}  // namespace flightxref::detail
