// SPDX-License-Identifier: BSL-1.0
#include "flight/motion.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace flightxref::detail {
namespace {

constexpr double reach_s = 90.0;
constexpr double course_reach_s = 12.0;
constexpr std::size_t reach_fixes = 60;

/// Median of at most reach_fixes * 2 + 1 values; nothing of none.
class Sample {
  public:
    void add(double value) {
        if (m_count < m_values.size()) m_values[m_count++] = value;
    }
    std::optional<double> median() {
        if (m_count == 0) return std::nullopt;
        const auto middle = m_values.begin() + static_cast<std::ptrdiff_t>(m_count / 2);
        std::nth_element(m_values.begin(), middle, m_values.begin() + static_cast<std::ptrdiff_t>(m_count));
        return *middle;
    }

  private:
    std::array<double, 2 * reach_fixes + 1> m_values{};
    std::size_t m_count = 0;
};

}  // namespace

Motion motion_at(std::span<const StateVector> fixes, std::size_t first, std::size_t end, std::size_t at, std::span<const PressureOffset> offsets) {
    const StateVector& here = fixes[at];
    Motion motion{here.time, here.position, height_above_sea_ft(here, offsets), {}, {}, {}, true, here.source == PositionSource::mlat};
    std::size_t from = at, to = at;
    while (from > first && at - from < reach_fixes && seconds_between(fixes[from - 1].time, here.time) <= reach_s) --from;
    while (to + 1 < end && to - at < reach_fixes && seconds_between(here.time, fixes[to + 1].time) <= reach_s) ++to;
    Sample rates, speeds;
    for (std::size_t i = from; i <= to; ++i) {
        if (fixes[i].vertical_rate_fpm) rates.add(*fixes[i].vertical_rate_fpm);
        if (std::fabs(seconds_between(fixes[i].time, here.time)) <= 20.0 && fixes[i].ground_speed_kt && !motion.scatter) speeds.add(*fixes[i].ground_speed_kt);
    }
    motion.rate_fpm = rates.median();
    motion.speed_kt = speeds.median();
    const StateVector &a = fixes[from], &b = fixes[to];
    const double dt = seconds_between(a.time, b.time);
    // An altitude a few seconds away is better than none.
    for (std::size_t off = 1; !motion.sea_ft && off <= reach_fixes; ++off) {
        if (at >= from + off) motion.sea_ft = height_above_sea_ft(fixes[at - off], offsets);
        if (!motion.sea_ft && at + off <= to) motion.sea_ft = height_above_sea_ft(fixes[at + off], offsets);
    }
    if (dt >= 15.0) {
        const auto low = height_above_sea_ft(a, offsets), high = height_above_sea_ft(b, offsets);
        if (low && high && !motion.rate_fpm) motion.rate_fpm = (*high - *low) / dt * 60.0;
        const double moved = near_distance_km(a.position, b.position);
        const double kt = moved / dt * 3600.0 / kmh_per_knot;
        if (kt < 700.0 && (!motion.speed_kt || (*motion.speed_kt < 40.0 && kt > 80.0))) motion.speed_kt = kt;
        if (!here.track_deg && moved > 0.3) motion.track_deg = bearing_deg(a.position, b.position);
    }
    // Where it went is surer than the course a source gives: some interpolate courses, some send headings.
    std::size_t near_from = at, near_to = at;
    while (near_from > from && seconds_between(fixes[near_from - 1].time, here.time) <= course_reach_s) --near_from;
    while (near_to < to && seconds_between(here.time, fixes[near_to + 1].time) <= course_reach_s) ++near_to;
    const bool went = !motion.scatter && near_distance_km(fixes[near_from].position, fixes[near_to].position) > 0.3;
    if (went) motion.track_deg = bearing_deg(fixes[near_from].position, fixes[near_to].position);
    else if (here.track_deg && !(motion.scatter && !here.ground_speed_kt)) motion.track_deg = *here.track_deg;
    return motion;
}

}  // namespace flightxref::detail
