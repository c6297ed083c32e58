// SPDX-License-Identifier: BSL-1.0
#include "flight/passes.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <algorithm>

namespace flightxref::detail {
namespace {

/// Lower than this over the field and aligned with a runway is an approach.
constexpr double approach_ft = 1200.0;
/// No approach is flown that high: no airport lies above 14,500 ft.
constexpr double above_all_ft = 16'000.0;
/// It has climbed away when it is this much higher again.
constexpr double climbed_ft = 500.0;
/// Lower than this over the runway itself it was there to pass low, or all but landed.
constexpr double low_ft = 250.0;

/// The lowest point of an approach as it goes on.
struct Approach {
    const Airport* airport = nullptr;
    std::size_t lowest_at = 0;
    double lowest_ft = 1e9, lowest_sea_ft = 1e9;
    bool over_runway = false;
};

}  // namespace

std::vector<Pass> find_passes(const Track& track, const Leg& leg, const GroundStates& states, const Performance& p, const AirportTable& airports) {
    std::vector<Pass> passes;
    Surroundings near(airports, 8.0);
    for (const Touch& touch : leg.touches) {
        const StateVector& fix = track.fixes[touch.first];
        const Airport* field = near.field_at(fix.position, fix.time);
        if (field) passes.push_back({field->code, fix.time, Pass::Kind::touch_and_go});
    }
    if (p.rotorcraft) return passes;

    Approach approach;
    double highest_ft = -1e9;  // since the last approach: the climb after take-off comes from nowhere above
    const auto touched = [&](std::size_t i) { return std::any_of(leg.touches.begin(), leg.touches.end(), [&](const Touch& t) { return i + 1 >= t.first && i <= t.end; }); };
    bool touch_in_approach = false;
    for (std::size_t i = leg.first_air; i < leg.end_air; ++i) {
        const StateVector& fix = track.fixes[i];
        const bool far_up = is_above_ft(fix, above_all_ft);
        const auto sea = far_up ? std::nullopt : height_above_sea_ft(fix, states.offsets);
        if (!sea || *sea > above_all_ft) {
            if (far_up || sea) highest_ft = 1e9;
            approach = {};
            continue;
        }
        const Airport* field = near.field_at(fix.position, fix.time);
        const double height = field ? *sea - elevation_ft(*field) : 1e9;
        if (!field || height > approach_ft + climbed_ft || (approach.airport && height > approach.lowest_ft + climbed_ft)) {
            if (approach.airport && !touch_in_approach && highest_ft > approach.lowest_sea_ft + climbed_ft) {
                passes.push_back({approach.airport->code, track.fixes[approach.lowest_at].time,
                                  approach.lowest_ft < low_ft && approach.over_runway ? Pass::Kind::low_pass : Pass::Kind::go_around});
            }
            if (approach.airport) highest_ft = *sea;
            highest_ft = std::max(highest_ft, *sea);
            approach = {};
            touch_in_approach = false;
            continue;
        }
        if (!approach.airport) highest_ft = std::max(highest_ft, *sea);
        touch_in_approach = touch_in_approach || touched(i);
        if (height > approach_ft || !fix.track_deg) continue;
        const auto fit = best_runway(*field, fix.position, *fix.track_deg);
        const bool aligned = fit && heading_difference_deg(*fix.track_deg, fit->heading_deg) < 15.0 && fit->off_centreline_km < 0.25 + 0.05 * std::max(0.0, fit->before_threshold_km);
        if (!aligned && !approach.airport) continue;
        if (!approach.airport) approach.airport = field;
        if (height < approach.lowest_ft) {
            approach.lowest_ft = height;
            approach.lowest_sea_ft = *sea;
            approach.lowest_at = i;
        }
        if (fit && fit->to_surface_km < 0.15) approach.over_runway = true;
    }
    std::sort(passes.begin(), passes.end(), [](const Pass& a, const Pass& b) { return a.time < b.time; });
    return passes;
}

}  // namespace flightxref::detail
