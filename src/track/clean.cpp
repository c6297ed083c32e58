// SPDX-License-Identifier: BSL-1.0
#include <flightxref/track/clean.hpp>

#include "track/issue_log.hpp"
#include "track/ticks.hpp"

#include <flightxref/geo/geodesy.hpp>
#include <flightxref/time/iso8601.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace flightxref {
namespace {

// A jet in a strong jet stream comes to 700 kt over ground; whoever reports more is believed up to a margin.
constexpr double fastest_kt = 750, margin = 1.3;
// What positions, their times and rounding may be off, and multilateration scatters.
constexpr double slack_km = 2.5, mlat_slack_km = 8;
// Clocks of two sources differ by seconds, seldom by a minute or two: a jump no longer than that flown is no spoofing.
constexpr double clock_error_km = 25;
constexpr double clock_penalty = 4;
constexpr double low_integrity_weight = 0.15;
// How many pairs of runs are held against each other: all of them unless a track is in more than ten thousand pieces.
constexpr std::size_t most_pairs = 50'000'000, least_look_back = 256;
// After a longer silence, or a way the aircraft's own speed does not account for, it may be another story that goes on.
constexpr double silence_s = 60;
// An altitude is held against those within that time; a smaller difference is no jump.
constexpr double beside_s = 120, least_jump_ft = 1500;

/// The aircraft says itself that its position is not to be relied upon.
bool low_integrity(const StateVector& fix) { return fix.integrity.nic == 0 && fix.integrity.nac_p <= 0; }

double seconds_between(const StateVector& a, const StateVector& b) { return detail::seconds_between(a.time, b.time); }

/// A bound on their distance that decides nearly always: degrees are longest at the equator, so that it needs no cosine.
double at_most_km(const StateVector& a, const StateVector& b) {
    return (std::fabs(a.position.latitude() - b.position.latitude()) + std::fabs(a.position.longitude() - b.position.longitude())) * 111.4;
}

/// A stretch of fixes each of which follows from the one before it. It is kept or dropped as a whole.
struct Run {
    std::size_t begin = 0, end = 0;
    double weight = 0;
    bool low = false;
    double best = 0;             ///< weight of the heaviest chain that ends here
    std::ptrdiff_t before = -1;  ///< the run before it in that chain
    bool kept = false;
};

class Chain {
  public:
    explicit Chain(const std::vector<StateVector>& fixes) : m_fixes(fixes), m_fastest_km_s(fastest(fixes)) {}

    /// How far b lies beyond what could be flown from a, kilometres; nothing or less when it can be reached.
    double excess_km(const StateVector& a, const StateVector& b) const {
        const double reach = m_fastest_km_s * std::max(0.0, seconds_between(a, b)) + slack_of(a, b);
        if (at_most_km(a, b) <= reach) return 0;
        if (const double north = std::fabs(a.position.latitude() - b.position.latitude()) * 110.5 - reach; north > clock_error_km) return north;
        return distance_km(a.position, b.position) - reach;
    }

    std::vector<Run> runs() const {
        std::vector<Run> runs;
        Run run;
        for (std::size_t i = 0; i < m_fixes.size(); ++i) {
            const bool low = low_integrity(m_fixes[i]);
            if (i > 0 && (low != run.low || !follows(m_fixes[i - 1], m_fixes[i]))) {
                runs.push_back(run);
                run = {i, i, 0, low, 0, -1, false};
            }
            run.low = low;
            run.end = i + 1;
            run.weight += low ? low_integrity_weight : m_fixes[i].source == PositionSource::mlat ? 0.5 : 1.0;
        }
        if (run.end != 0) runs.push_back(run);
        return runs;
    }

    /// Marks the runs of the heaviest chain as kept.
    void choose(std::vector<Run>& runs) const {
        const std::size_t look_back = std::max(least_look_back, most_pairs / runs.size());
        std::size_t heaviest = 0;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            Run& run = runs[i];
            run.best = run.weight;
            for (std::size_t j = i, looked = 0; j-- > 0 && looked < look_back; ++looked) {
                if (runs[j].best + run.weight <= run.best) continue;
                const double excess = excess_between(runs[j], run);
                if (excess > clock_error_km) continue;
                const double through = runs[j].best + run.weight - (excess > 0 ? clock_penalty : 0);
                if (through > run.best) {
                    run.best = through;
                    run.before = static_cast<std::ptrdiff_t>(j);
                }
            }
            if (run.best > runs[heaviest].best) heaviest = i;
        }
        for (auto i = static_cast<std::ptrdiff_t>(heaviest); i >= 0; i = runs[static_cast<std::size_t>(i)].before) runs[static_cast<std::size_t>(i)].kept = true;
    }

  private:
    /// Whether nothing between the two fixes gives reason to doubt that they belong together.
    bool follows(const StateVector& a, const StateVector& b) const {
        const double apart = seconds_between(a, b);
        if (apart > silence_s) return false;
        if (at_most_km(a, b) <= slack_km) return true;  // most fixes: whatever they say of their speed
        if (excess_km(a, b) > 0) return false;
        const double kt = std::max(a.ground_speed_kt.value_or(0.0F), b.ground_speed_kt.value_or(0.0F));
        if (kt == 0) return true;
        const double way = kt * margin * kmh_per_knot / 3600.0 * std::max(0.0, apart) + 2 * slack_of(a, b);
        return at_most_km(a, b) <= way || distance_km(a.position, b.position) <= way;
    }

    static double fastest(const std::vector<StateVector>& fixes) {
        std::vector<float> speeds;
        for (std::size_t i = 0; i < fixes.size(); i += 1 + fixes.size() / 500)
            if (fixes[i].ground_speed_kt && fixes[i].source != PositionSource::mlat) speeds.push_back(*fixes[i].ground_speed_kt);
        double most = 0;
        if (!speeds.empty()) {
            const auto nearly = speeds.begin() + static_cast<std::ptrdiff_t>(speeds.size() * 9 / 10);
            std::nth_element(speeds.begin(), nearly, speeds.end());
            most = *nearly;
        }
        return std::max(fastest_kt, most * margin) * kmh_per_knot / 3600.0;
    }

    static double slack_of(const StateVector& a, const StateVector& b) {
        return a.source == PositionSource::mlat || b.source == PositionSource::mlat ? mlat_slack_km : slack_km;
    }

    /// Between two runs; one of low integrity has to fit closely, at the speed the aircraft itself tells.
    double excess_between(const Run& earlier, const Run& later) const {
        const StateVector &a = m_fixes[earlier.end - 1], &b = m_fixes[later.begin];
        const double excess = excess_km(a, b);
        if (earlier.low == later.low || excess > 0) return excess;
        const auto speed = a.ground_speed_kt ? a.ground_speed_kt : b.ground_speed_kt;
        if (!speed) return excess;
        const double flown = *speed * kmh_per_knot / 3600.0 * seconds_between(a, b);
        const double beyond = distance_km(a.position, b.position) - flown * margin - 2 * slack_km;
        return beyond > 0 ? beyond + clock_error_km : 0;
    }

    const std::vector<StateVector>& m_fixes;
    double m_fastest_km_s;
};

class Cleaner {
  public:
    Cleaner(Track& track, detail::IssueLog& log) : m_track(track), m_fixes(track.fixes), m_log(log) {}

    /// A position that stays the same to the last digit while the aircraft says it moves was not measured anew: receivers and
    /// servers repeat the last one for minutes after they lost it.
    void drop_stale_positions() {
        std::size_t kept = 0, since = 0;  // the fix that first gave the position
        for (std::size_t i = 0; i < m_fixes.size(); ++i) {
            const StateVector& fix = m_fixes[i];
            if (kept == 0 || fix.position != m_fixes[since].position) {
                since = kept;
            } else if (is_stale(m_fixes[since], fix)) {
                reject("position stands still while the aircraft says it moves (repeated by the source)", fix);
                continue;
            }
            if (kept != i) m_fixes[kept] = fix;
            ++kept;
        }
        m_fixes.resize(kept);
    }

    void drop_impossible_positions() {
        const Chain chain(m_fixes);
        std::vector<Run> runs = chain.runs();
        if (runs.size() < 2) return;
        chain.choose(runs);
        std::size_t kept = 0;
        for (const Run& run : runs) {
            for (std::size_t i = run.begin; i < run.end; ++i) {
                if (run.kept) {
                    if (kept != i) m_fixes[kept] = m_fixes[i];
                    ++kept;
                } else {
                    reject(reason_of(run), m_fixes[i]);
                }
            }
        }
        m_fixes.resize(kept);
    }

    /// An altitude that can not be climbed to and from in the time, seen from both sides, is absent.
    void drop_impossible_altitudes() {
        for (std::size_t i = 0; i < m_fixes.size(); ++i) {
            StateVector& fix = m_fixes[i];
            if (!fix.baro_altitude_ft) continue;
            // No airport lies higher than 14,500 ft.
            if (fix.on_ground == OnGround::yes && *fix.baro_altitude_ft > 16000) {
                if (flying_beside(i)) {
                    reject("on the ground at cruising height, between positions in flight; the ground bit was set aside", fix, IssueCode::bad_value);
                    fix.on_ground = OnGround::unknown;
                    continue;
                }
                reject("altitude on the ground is above any airport; the altitude was set aside", fix, IssueCode::bad_value);
                fix.baro_altitude_ft = std::nullopt;
                continue;
            }
            if (i > 0 && follows_closely(m_fixes[i - 1], fix)) continue;
            const auto before = neighbour(i, -1), after = neighbour(i, +1);
            if (!before && !after) continue;
            const bool jumps_in = before && jumps(m_fixes[*before], fix), jumps_out = after && jumps(fix, m_fixes[*after]);
            // At the end of a track one side must do, but only against two that agree.
            const bool agree = before && after ? !jumps(m_fixes[*before], m_fixes[*after]) : two_agree(before ? *before : *after, before ? -1 : +1);
            if ((before ? jumps_in : jumps_out) && (after ? jumps_out : jumps_in) && agree) {
                reject("altitude jumps away and back; the altitude was set aside", fix, IssueCode::bad_value);
                fix.baro_altitude_ft = std::nullopt;
            }
        }
    }

    /// A ground speed out of line with the speeds before and after and with the way made good is absent.
    void drop_impossible_speeds() {
        for (std::size_t i = 1; i + 1 < m_fixes.size(); ++i) {
            StateVector& fix = m_fixes[i];
            const StateVector &a = m_fixes[i - 1], &b = m_fixes[i + 1];
            if (!fix.ground_speed_kt || !a.ground_speed_kt || !b.ground_speed_kt) continue;
            const double from_a = std::fabs(*fix.ground_speed_kt - *a.ground_speed_kt), from_b = std::fabs(*fix.ground_speed_kt - *b.ground_speed_kt);
            if (from_a < 120 || from_b < 120 || std::fabs(*a.ground_speed_kt - *b.ground_speed_kt) > 60) continue;
            const double apart = seconds_between(a, b);
            if (apart > 120 || apart <= 0) continue;
            const double made_good_kt = distance_km(a.position, b.position) / apart * 3600.0 / kmh_per_knot;
            if (std::fabs(made_good_kt - *a.ground_speed_kt) > std::fabs(made_good_kt - *fix.ground_speed_kt)) continue;
            reject("ground speed jumps away and back; the speed was set aside", fix, IssueCode::bad_value);
            fix.ground_speed_kt = std::nullopt;
        }
    }

  private:
    const char* reason_of(const Run& run) const {
        if (run.low) return "position does not fit and the aircraft reports no integrity (jammed or spoofed)";
        if (run.end - run.begin > 3) return "stretch that could not be reached (spoofed, or another aircraft under this address)";
        return "position that could not be reached";
    }

    static bool is_stale(const StateVector& earlier, const StateVector& later) {
        constexpr double slowest_kt = 60;
        if (later.on_ground == OnGround::yes || earlier.on_ground == OnGround::yes) return false;
        const double kt = std::min(earlier.ground_speed_kt.value_or(0.0F), later.ground_speed_kt.value_or(0.0F));
        return kt >= slowest_kt && kt * kmh_per_knot / 3600.0 * seconds_between(earlier, later) > slack_km;
    }

    void reject(const char* reason, const StateVector& fix, IssueCode code = IssueCode::rejected_position) {
        const Aircraft& aircraft = m_track.aircraft;
        const std::string who = aircraft.icao24 ? aircraft.icao24->to_string() : aircraft.registration.text();
        m_log.add(code, reason, std::nullopt, fmt::format("{} record {} at {}", who, fix.record, to_iso8601(fix.time)));
    }

    /// Whether `b` keeps the altitude that `a` right before it has: then it does not jump away from it, whatever comes next.
    static bool follows_closely(const StateVector& a, const StateVector& b) {
        return a.baro_altitude_ft && std::fabs(*a.baro_altitude_ft - *b.baro_altitude_ft) < least_jump_ft && std::fabs(seconds_between(a, b)) <= beside_s;
    }

    /// The next fix with an altitude on that side, within two minutes.
    std::optional<std::size_t> neighbour(std::size_t from, int step) const {
        for (std::size_t i = from, looked = 0; looked < 8; ++looked) {
            if (step < 0 ? i == 0 : i + 1 >= m_fixes.size()) return std::nullopt;
            i += static_cast<std::size_t>(step);
            if (std::fabs(seconds_between(m_fixes[from], m_fixes[i])) > beside_s) return std::nullopt;
            if (m_fixes[i].baro_altitude_ft) return i;
        }
        return std::nullopt;
    }

    /// Whether the fix before or after is in flight at about that altitude.
    bool flying_beside(std::size_t i) const {
        for (const int step : {-1, +1})
            if (const auto beside = neighbour(i, step); beside && m_fixes[*beside].on_ground != OnGround::yes && !jumps(m_fixes[i], m_fixes[*beside])) return true;
        return false;
    }

    bool two_agree(std::size_t one, int step) const {
        const auto other = neighbour(one, step);
        return other && !jumps(m_fixes[one], m_fixes[*other]);
    }

    /// A climb or dive beyond what is flown: 12,000 ft a minute (fighters: 40,000) and the steps of coding.
    static bool jumps(const StateVector& a, const StateVector& b) {
        const double apart = std::fabs(*a.baro_altitude_ft - *b.baro_altitude_ft);
        if (apart < least_jump_ft) return false;
        return apart > least_jump_ft + 250.0 * std::fabs(seconds_between(a, b));
    }

    Track& m_track;
    std::vector<StateVector>& m_fixes;
    detail::IssueLog& m_log;
};

}  // namespace

void clean_track(Track& track, std::vector<Issue>& issues) {
    detail::IssueLog log(track.inputs.empty() ? std::string("track") : track.inputs.front()->path);
    Cleaner cleaner(track, log);
    cleaner.drop_stale_positions();
    cleaner.drop_impossible_positions();
    cleaner.drop_impossible_altitudes();
    cleaner.drop_impossible_speeds();
    std::vector<Issue> found = log.take();
    issues.insert(issues.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

}  // namespace flightxref
