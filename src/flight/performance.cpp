// SPDX-License-Identifier: BSL-1.0
#include "flight/performance.hpp"

#include <flightxref/aircraft/type_names.hpp>

#include <algorithm>

namespace flightxref::detail {
namespace {

/// Rough classes of aeroplanes by cruise speed; figures rounded from manufacturers' data of common types.
struct SpeedClass {
    double up_to_kt;
    double approach_kt, climb_fpm, range_km, runway_m;
};
constexpr SpeedClass speed_classes[] = {
    {130, 65, 600, 900, 350},       // light single
    {190, 80, 900, 1700, 500},      // fast single, light twin
    {290, 105, 1500, 2600, 900},    // turboprop
    {370, 115, 2000, 3500, 1100},   // fast turboprop, light jet
    {460, 135, 2200, 6500, 1500},   // airliner, business jet
    {9999, 140, 1900, 13000, 1700}, // long-haul
};

const SpeedClass& class_of(double cruise_kt) {
    const auto* found = std::find_if(std::begin(speed_classes), std::end(speed_classes), [&](const SpeedClass& c) { return cruise_kt <= c.up_to_kt; });
    return found == std::end(speed_classes) ? *std::prev(found) : *found;
}

}  // namespace

Performance performance_of(const Aircraft& aircraft, double fastest_kt) {
    Performance p;
    const auto facts = aircraft.type ? facts_of(aircraft.type) : std::nullopt;
    p.known = facts && facts->cruise_kt > 0;
    // An unknown aircraft seen at 480 kt cruises at some 450; one never seen above 60 kt may still be anything small.
    p.cruise_kt = p.known ? facts->cruise_kt : fastest_kt > 0 ? std::clamp(fastest_kt * 0.95, 90.0, 520.0) : 300.0;
    p.rotorcraft = facts && facts->helicopter;
    p.water = facts && facts->amphibian;
    const SpeedClass& c = class_of(p.cruise_kt);
    p.approach_kt = p.rotorcraft ? 60 : c.approach_kt;
    p.climb_fpm = c.climb_fpm;
    p.runway_m = p.rotorcraft ? 0 : c.runway_m;
    p.range_km = facts && facts->range_km > 0 ? facts->range_km : p.rotorcraft ? 800 : c.range_km;
    p.endurance_h = facts && facts->endurance_h > 0 ? facts->endurance_h : p.range_km / (p.cruise_kt * kmh_per_knot) * 1.1;
    // Jet streams of 150 kt exist; light aircraft do not meet them.
    p.top_kt = std::max(p.cruise_kt * (p.cruise_kt > 350 ? 1.3 : 1.4), std::min(fastest_kt, 700.0) * 1.03);
    if (!p.known) {
        p.endurance_h = std::max(p.endurance_h, 16.0);
        p.range_km = std::max(p.range_km, 14000.0);
        p.runway_m = std::min(p.runway_m, 800.0);
    }
    return p;
}

}  // namespace flightxref::detail
