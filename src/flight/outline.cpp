// SPDX-License-Identifier: BSL-1.0
#include "flight/outline.hpp"

#include "flight/fields.hpp"
#include "flight/state.hpp"
#include "track/decoded.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace flightxref::detail {
namespace {

constexpr double off_km = 0.5, off_ft = 250, longest_s = 180, silence_s = 60;
// A window of fixes that one line stands for is looked over again with each fix; none needs to be longer.
constexpr std::size_t longest_window = 64;

bool same(Sparse<float> a, Sparse<float> b, double between, double share) {
    if (a.has_value() != b.has_value()) return false;
    return !a || std::fabs(between - (*a + (*b - *a) * share)) <= off_ft;
}

/// Whether the straight line from `a` to `b` stands for `fix`, which lies between them in time.
bool implied(const StateVector& fix, const StateVector& a, const StateVector& b) {
    const double whole = seconds_between(a.time, b.time), share = whole > 0 ? seconds_between(a.time, fix.time) / whole : 0.0;
    double east = b.position.longitude() - a.position.longitude();
    if (std::fabs(east) > 180) return false;  // over the date line: kept
    east = a.position.longitude() + east * share;
    const double north = a.position.latitude() + (b.position.latitude() - a.position.latitude()) * share;
    const auto line = Position::from_degrees(north, east);
    if (!line || near_distance_km(*line, fix.position) > off_km) return false;
    const auto level = [&](Sparse<float> StateVector::* height) {
        const auto from = a.*height, here = fix.*height, to = b.*height;
        return here ? same(from, to, *here, share) && from.has_value() : true;
    };
    return level(&StateVector::baro_altitude_ft) && level(&StateVector::geom_altitude_ft);
}

/// What makes a fix stand for itself, whatever lies around it.
bool differs(const StateVector& a, const StateVector& b) {
    return a.on_ground != b.on_ground || a.callsign != b.callsign || a.squawk != b.squawk || seconds_between(a.time, b.time) > silence_s;
}

/// Marks the fixes of [first, end) that have to stay, beside those marked already.
void mark(std::span<const StateVector> fixes, std::size_t first, std::size_t end, std::vector<bool>& keep) {
    for (std::size_t from = first; from + 1 < end;) {
        std::size_t to = from + 1;
        for (; to + 1 < end && !keep[to] && to - from < longest_window; ++to) {
            if (seconds_between(fixes[from].time, fixes[to + 1].time) > longest_s) break;
            bool stands = true;
            for (std::size_t i = from + 1; i <= to && stands; ++i) stands = implied(fixes[i], fixes[from], fixes[to + 1]);
            if (!stands) break;
        }
        keep[to] = true;
        from = to;
    }
}

}  // namespace

void keep_outline(Track& track, std::span<Flight> flights) {
    std::vector<StateVector>& fixes = track.fixes;
    if (fixes.empty()) return;
    std::vector<bool> keep(fixes.size(), false);
    keep.front() = keep.back() = true;
    for (std::size_t i = 1; i < fixes.size(); ++i)
        if (differs(fixes[i - 1], fixes[i])) keep[i - 1] = keep[i] = true;
    const auto keep_ends = [&](std::size_t first, std::size_t end) {
        std::map<std::uint16_t, std::pair<std::size_t, std::size_t>> of_input;  // its first and last record
        for (std::size_t i = first; i < end; ++i) {
            auto& [low, high] = of_input.try_emplace(fixes[i].input, i, i).first->second;
            if (fixes[i].record < fixes[low].record) low = i;
            if (fixes[i].record > fixes[high].record) high = i;
        }
        for (const auto& [input, ends] : of_input) keep[ends.first] = keep[ends.second] = true;
        if (first < end) keep[first] = keep[end - 1] = true;
    };
    for (const Flight& flight : flights) keep_ends(flight.first_fix, flight.end_fix);
    mark(fixes, 0, fixes.size(), keep);

    std::vector<StateVector> outline;
    outline.reserve(static_cast<std::size_t>(std::count(keep.begin(), keep.end(), true)));
    std::vector<std::size_t> place(fixes.size() + 1, 0);
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        place[i] = outline.size();
        if (keep[i]) outline.push_back(fixes[i]);
    }
    place[fixes.size()] = outline.size();
    for (Flight& flight : flights) {
        flight.heard = flight.end_fix - flight.first_fix;
        flight.first_fix = place[flight.first_fix];
        flight.end_fix = place[flight.end_fix];
    }
    fixes.swap(outline);
    give_back_fixes(std::move(outline));
}

}  // namespace flightxref::detail
