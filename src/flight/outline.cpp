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

using Marks = std::vector<unsigned char>;

constexpr double off_km = 0.5, off_ft = 250, longest_s = 180, silence_s = 60;

/// How fast one figure may change from a fix on for a straight line to pass those after it closely.
class Rates {
  public:
    void narrow(double rate, double by) {
        m_low = std::max(m_low, rate - by);
        m_high = std::min(m_high, rate + by);
    }
    /// A change that is not known, NaN, is allowed where anything is.
    bool allow(double rate) const { return m_low == -any || (rate >= m_low && rate <= m_high); }
    void allow_none() { m_low = any; }

  private:
    static constexpr double any = std::numeric_limits<double>::infinity();
    double m_low = -any, m_high = any;
};

/// The straight lines that begin at one fix and stand for those after it.
class Lines {
  public:
    /// The line to one fix: kilometres and feet a second.
    struct Line {
        double per_s, east, north, baro, geom;
    };

    explicit Lines(const StateVector& from)
        : m_from(from),
          // Too wide by less than the change over three minutes of flight; near a pole and over the date line more is kept than need be.
          m_km_east(111.4 * quick_cos(to_radians(std::max(0.0, std::fabs(from.position.latitude()) - 0.5)))) {}

    Line to(const StateVector& fix) const {
        const double per_s = 1 / seconds_between(m_from.time, fix.time);
        return {per_s, (fix.position.longitude() - m_from.position.longitude()) * m_km_east * per_s, (fix.position.latitude() - m_from.position.latitude()) * 111.3 * per_s,
                change(m_from.baro_altitude_ft, fix.baro_altitude_ft) * per_s, change(m_from.geom_altitude_ft, fix.geom_altitude_ft) * per_s};
    }

    /// From now on only those that pass the fix closely.
    void pass(const StateVector& fix, const Line& line) {
        // The eight-sided figure whose corners lie on the circle of off_km.
        const double side = 0.9238 * off_km * line.per_s;
        m_east.narrow(line.east, side);
        m_north.narrow(line.north, side);
        m_north_east.narrow(line.east + line.north, side * 1.4142);
        m_south_east.narrow(line.east - line.north, side * 1.4142);
        pass_altitude(fix.baro_altitude_ft, m_from.baro_altitude_ft, line.baro, line.per_s, m_baro);
        pass_altitude(fix.geom_altitude_ft, m_from.geom_altitude_ft, line.geom, line.per_s, m_geom);
    }

    bool have(const Line& line) const {
        return m_east.allow(line.east) && m_north.allow(line.north) && m_north_east.allow(line.east + line.north) && m_south_east.allow(line.east - line.north) && m_baro.allow(line.baro) &&
               m_geom.allow(line.geom);
    }

  private:
    static void pass_altitude(Sparse<float> here, Sparse<float> from, double rate, double per_s, Rates& rates) {
        if (!here) return;
        if (from) rates.narrow(rate, off_ft * per_s);
        else rates.allow_none();
    }
    static double change(Sparse<float> from, Sparse<float> to) { return from && to ? double{*to} - *from : std::numeric_limits<double>::quiet_NaN(); }

    const StateVector& m_from;
    double m_km_east;
    Rates m_east, m_north, m_north_east, m_south_east, m_baro, m_geom;
};

/// What makes a fix stand for itself, whatever lies around it.
bool differs(const StateVector& a, const StateVector& b) {
    return a.on_ground != b.on_ground || a.callsign != b.callsign || a.squawk != b.squawk || seconds_between(a.time, b.time) > silence_s;
}

/// Marks the fixes that have to stay for the way to be seen, beside those marked already.
void mark(std::span<const StateVector> fixes, Marks& keep) {
    for (std::size_t from = 0; from + 1 < fixes.size();) {
        std::size_t to = from + 1;
        if (!keep[to] && fixes[to].time != fixes[from].time) {
            Lines lines(fixes[from]);
            Lines::Line line = lines.to(fixes[to]);
            for (; to + 1 < fixes.size() && !keep[to]; ++to) {
                lines.pass(fixes[to], line);
                line = lines.to(fixes[to + 1]);
                if (line.per_s * longest_s < 1 || !lines.have(line)) break;
            }
        }
        keep[to] = true;
        from = to;
    }
}

/// Marks the first and last fix of a range, and the first and last record of each input in it.
void keep_ends(std::span<const StateVector> fixes, std::size_t first, std::size_t end, Marks& keep) {
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
    Marks keep(fixes.size(), false);
    keep_ends(fixes, 0, fixes.size(), keep);
    for (const Flight& flight : flights) keep_ends(fixes, flight.first_fix, flight.end_fix, keep);
    if (which == KeepFixes::outline) {
        for (std::size_t i = 1; i < fixes.size(); ++i)
            if (differs(fixes[i - 1], fixes[i])) keep[i - 1] = keep[i] = true;
        mark(fixes, keep);
    }

    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < fixes.size(); ++i)
        if (keep[i]) kept.push_back(i);
    const auto place = [&](std::size_t i) { return static_cast<std::size_t>(std::lower_bound(kept.begin(), kept.end(), i) - kept.begin()); };
    for (Flight& flight : flights) {
        flight.heard = flight.end_fix - flight.first_fix;
        flight.first_fix = place(flight.first_fix);
        flight.end_fix = place(flight.end_fix);
    }
    std::vector<StateVector> some;
    some.reserve(kept.size());
    for (const std::size_t i : kept) some.push_back(fixes[i]);
    fixes.swap(some);
    give_back_fixes(std::move(some));
}

}  // namespace flightxref::detail
