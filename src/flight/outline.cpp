// SPDX-License-Identifier: BSL-1.0
#include "flight/outline.hpp"

#include "flight/fields.hpp"
#include "flight/state.hpp"
#include "track/decoded.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace flightxref::detail {
namespace {

constexpr double off_km = 0.5, off_ft = 250, longest_s = 180, silence_s = 60;
// A window of fixes that one line stands for is looked over again with each fix; none needs to be longer.
constexpr std::size_t longest_window = 24;

/// A fix as far as its place in a line counts. An altitude that is not known is NaN.
struct Point {
    double time_s, lon, lat, baro_ft, geom_ft;

    Point(const StateVector& fix, Instant start)
        : time_s(seconds_between(start, fix.time)), lon(fix.position.longitude()), lat(fix.position.latitude()), baro_ft(known(fix.baro_altitude_ft)), geom_ft(known(fix.geom_altitude_ft)) {}

    static double known(Sparse<float> altitude) { return altitude ? *altitude : std::numeric_limits<double>::quiet_NaN(); }
};

bool level(double from, double here, double to, double share) { return std::isnan(here) || std::fabs(here - (from + (to - from) * share)) <= off_ft; }

/// Whether the straight line from `a` to `b` stands for `p`, which lies between them in time. `east`: kilometres in a degree of longitude.
bool implied(const Point& p, const Point& a, const Point& b, double east) {
    const double whole = b.time_s - a.time_s, share = whole > 0 ? (p.time_s - a.time_s) / whole : 0.0;
    const double x = (p.lon - a.lon - (b.lon - a.lon) * share) * east;
    const double y = (p.lat - a.lat - (b.lat - a.lat) * share) * 111.3;
    return x * x + y * y <= off_km * off_km && level(a.baro_ft, p.baro_ft, b.baro_ft, share) && level(a.geom_ft, p.geom_ft, b.geom_ft, share);
}

/// What makes a fix stand for itself, whatever lies around it.
bool differs(const StateVector& a, const StateVector& b) {
    return a.on_ground != b.on_ground || a.callsign != b.callsign || a.squawk != b.squawk || seconds_between(a.time, b.time) > silence_s;
}

/// Marks the fixes that have to stay for the way to be seen, beside those marked already.
void mark(std::span<const StateVector> fixes, std::vector<bool>& keep) {
    const std::size_t end = fixes.size();
    std::vector<Point> points;
    points.reserve(end);
    for (const StateVector& fix : fixes) points.emplace_back(fix, fixes.front().time);
    for (std::size_t from = 0; from + 1 < end;) {
        std::size_t to = from + 1;
        // Too wide by less than the change over three minutes of flight; near a pole and over the date line more is kept than need be.
        const double east = 111.4 * std::cos(to_radians(std::max(0.0, std::fabs(fixes[from].position.latitude()) - 0.5)));
        for (; to + 1 < end && !keep[to] && to - from < longest_window; ++to) {
            if (points[to + 1].time_s - points[from].time_s > longest_s) break;
            bool stands = true;
            for (std::size_t i = from + 1; i <= to && stands; ++i) stands = implied(points[i], points[from], points[to + 1], east);
            if (!stands) break;
        }
        keep[to] = true;
        from = to;
    }
}

/// Marks the first and last fix of a range, and the first and last record of each input in it.
void keep_ends(std::span<const StateVector> fixes, std::size_t first, std::size_t end, std::vector<bool>& keep) {
    if (first >= end) return;
    keep[first] = keep[end - 1] = true;
    std::map<std::uint16_t, std::pair<std::size_t, std::size_t>> of_input;
    for (std::size_t i = first; i < end;) {
        // Mostly all of a day is of one input.
        const std::uint16_t input = fixes[i].input;
        auto& [low, high] = of_input.try_emplace(input, i, i).first->second;
        std::uint32_t lowest = fixes[low].record, highest = fixes[high].record;
        for (; i < end && fixes[i].input == input; ++i) {
            const std::uint32_t record = fixes[i].record;
            if (record < lowest) {
                lowest = record;
                low = i;
            } else if (record > highest) {
                highest = record;
                high = i;
            }
        }
    }
    for (const auto& [input, ends] : of_input) keep[ends.first] = keep[ends.second] = true;
}

}  // namespace

void keep_some(Track& track, std::span<Flight> flights, KeepFixes which) {
    std::vector<StateVector>& fixes = track.fixes;
    if (which == KeepFixes::all) return shrink_fixes(fixes);
    if (fixes.empty()) return;
    std::vector<bool> keep(fixes.size(), false);
    keep_ends(fixes, 0, fixes.size(), keep);
    for (const Flight& flight : flights) keep_ends(fixes, flight.first_fix, flight.end_fix, keep);
    if (which == KeepFixes::outline) {
        for (std::size_t i = 1; i < fixes.size(); ++i)
            if (differs(fixes[i - 1], fixes[i])) keep[i - 1] = keep[i] = true;
        mark(fixes, keep);
    }

    std::vector<StateVector> some;
    some.reserve(static_cast<std::size_t>(std::count(keep.begin(), keep.end(), true)));
    std::vector<std::size_t> place(fixes.size() + 1, 0);
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        place[i] = some.size();
        if (keep[i]) some.push_back(fixes[i]);
    }
    place[fixes.size()] = some.size();
    for (Flight& flight : flights) {
        flight.heard = flight.end_fix - flight.first_fix;
        flight.first_fix = place[flight.first_fix];
        flight.end_fix = place[flight.end_fix];
    }
    fixes.swap(some);
    give_back_fixes(std::move(some));
}

}  // namespace flightxref::detail
