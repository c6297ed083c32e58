// SPDX-License-Identifier: BSL-1.0
#include "flight/legs.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

/// Silences shorter than this hide no landing with a stop, whatever the aircraft.
constexpr double shortest_silence_s = 120.0;

/// Did it roll on and fly again, rather than stop?
bool is_touch(std::span<const StateVector> fixes, const Stretch& ground, const Performance& performance) {
    const double on_ground_s = seconds_between(fixes[ground.first].time, fixes[ground.end - 1].time);
    double slowest = 1e9, gap = 0.0;
    // From the last fix before to the first one after: a silence there may hide the stop.
    for (std::size_t i = ground.first; i <= ground.end && i < fixes.size(); ++i) {
        if (i > 0) gap = std::max(gap, seconds_between(fixes[i - 1].time, fixes[i].time));
        if (i < ground.end && fixes[i].ground_speed_kt) slowest = std::min<double>(slowest, *fixes[i].ground_speed_kt);
    }
    if (performance.rotorcraft) return on_ground_s < 20.0 && gap < 60.0;
    if (gap > shortest_silence_s || on_ground_s > 120.0) return false;
    if (slowest < 1e9) return slowest > 0.35 * performance.approach_kt;
    return on_ground_s < 40.0;
}

/// Where the taxiing after one flight ends and that before the next begins: at the longest silence on the ground, else
/// where the aircraft stood longest. Both sides keep at least one fix when there are two.
std::size_t parting_of(std::span<const StateVector> fixes, const Stretch& ground) {
    if (ground.end - ground.first < 2) return ground.end;
    std::size_t best = ground.first + 1;
    double longest = -1.0;
    for (std::size_t i = ground.first + 1; i < ground.end; ++i) {
        const double dt = seconds_between(fixes[i - 1].time, fixes[i].time);
        if (dt > longest) {
            longest = dt;
            best = i;
        }
    }
    if (longest > 300.0) return best;
    // The middle of the longest stand: the aircraft moves less than 50 m between fixes.
    std::size_t stand_first = ground.first, best_first = ground.first, best_end = ground.first;
    double best_s = -1.0;
    for (std::size_t i = ground.first + 1; i <= ground.end; ++i) {
        if (i < ground.end && near_distance_km(fixes[i].position, fixes[stand_first].position) < 0.05) continue;
        const double s = seconds_between(fixes[stand_first].time, fixes[i - 1].time);
        if (s > best_s) {
            best_s = s;
            best_first = stand_first;
            best_end = i;
        }
        stand_first = i;
    }
    return std::clamp((best_first + best_end) / 2, ground.first + 1, ground.end - 1);
}

/// The callsign at a side of a silence: the last one sent there. Those right after a silence may be left over, so look ahead a little.
std::string_view callsign_near(const Track& track, std::size_t at, std::size_t stop, bool forward) {
    std::string_view callsign;
    for (std::size_t n = 0; n < 40; ++n) {
        if (!track.callsign_of(track.fixes[at]).empty()) callsign = track.callsign_of(track.fixes[at]);
        if (!forward && !callsign.empty()) break;
        if (at == stop) break;
        at = forward ? at + 1 : at - 1;
    }
    return callsign;
}

bool squawk_changed(const StateVector& a, const StateVector& b) { return a.squawk && b.squawk && !(a.squawk == b.squawk); }

class Cutter {
  public:
    Cutter(const Track& track, const GroundStates& states, const Performance& performance, const AirportTable& airports)
        : m_track(track), m_fixes(track.fixes), m_states(states), m_performance(performance), m_airports(airports) {}

    std::vector<Leg> cut() {
        for (std::size_t s = 0; s < m_states.stretches.size(); ++s) {
            const Stretch& stretch = m_states.stretches[s];
            if (stretch.in_air) fly(stretch);
            else roll(stretch, s + 1 < m_states.stretches.size());
        }
        close(m_fixes.size());
        return std::move(m_legs);
    }

  private:
    void fly(const Stretch& air) {
        if (!m_open) open(m_next_first, air.first);
        std::size_t since = air.first;  // motion is never smoothed across a silence that was looked at
        for (std::size_t i = air.first + 1; i < air.end; ++i) {
            if (seconds_between(m_fixes[i - 1].time, m_fixes[i].time) < shortest_silence_s) continue;
            if (landed_between(since, i, air.end)) {
                m_legs.back().end_air = i;
                close(i);
                open(i, i);
            }
            since = i;
        }
        m_legs.back().end_air = air.end;
    }

    void roll(const Stretch& ground, bool flies_again) {
        if (m_open && flies_again && is_touch(m_fixes, ground, m_performance)) {
            m_legs.back().touches.push_back({ground.first, ground.end});
            return;
        }
        const bool landed = m_open;
        const std::size_t parting = landed && flies_again ? parting_of(m_fixes, ground) : landed ? ground.end : ground.first;
        close(parting);
        m_next_first = parting;
    }

    void open(std::size_t first, std::size_t first_air) {
        m_legs.push_back({first, first_air, first_air, first_air, {}});
        m_open = true;
    }

    void close(std::size_t end) {
        if (m_open) m_legs.back().end = end;
        m_open = false;
    }

    bool landed_between(std::size_t since, std::size_t i, std::size_t end) const {
        Silence silence;
        silence.before = motion_at(m_fixes, since, i, i - 1, m_states.offsets);
        silence.after = motion_at(m_fixes, i, end, i, m_states.offsets);
        silence.callsign_before = callsign_near(m_track, i - 1, since, false);
        silence.callsign_after = callsign_near(m_track, i, end - 1, true);
        silence.squawk_changed = squawk_changed(m_fixes[i - 1], m_fixes[i]);
        return landing_probability(silence, m_performance, m_airports) > 0.5;
    }

    const Track& m_track;
    std::span<const StateVector> m_fixes;
    const GroundStates& m_states;
    const Performance& m_performance;
    const AirportTable& m_airports;
    std::vector<Leg> m_legs;
    bool m_open = false;
    std::size_t m_next_first = 0;
};

}  // namespace

std::vector<Leg> find_legs(const Track& track, const GroundStates& states, const Performance& performance, const AirportTable& airports) {
    return Cutter(track, states, performance, airports).cut();
}

}  // namespace flightxref::detail
