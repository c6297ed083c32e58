// SPDX-License-Identifier: BSL-1.0
// Tracks for tests: an aircraft that taxies, rolls, climbs, cruises, descends, lands and is silent where a story says so.
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/geo/geodesy.hpp>
#include <flightxref/time/iso8601.hpp>
#include <flightxref/track/read.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <string>

namespace story {

using namespace flightxref;

inline Instant at(const char* text) { return *parse_instant(text); }

/// An airport with one runway through its reference point.
inline Airport make_airport(std::string code, double lat, double lon, float elevation_ft, double heading_deg, double length_m, AirportSize size = AirportSize::large) {
    Airport airport;
    airport.code = std::move(code);
    airport.name = airport.code + " Field";
    airport.position = *Position::from_degrees(lat, lon);
    airport.elevation_ft = elevation_ft;
    airport.size = size;
    Runway runway;
    runway.name = "main";
    runway.low_end = destination_point(airport.position, heading_deg + 180.0, length_m / 2000.0);
    runway.high_end = destination_point(airport.position, heading_deg, length_m / 2000.0);
    runway.length_m = length_m;
    airport.runways.push_back(runway);
    return airport;
}

/// Flies one aircraft and writes down what a receiver with full coverage would have heard, less what the story takes away.
class TrackBuilder {
  public:
    TrackBuilder(const char* type, Instant start, const Airport& stand) : m_clock(start), m_here(destination_point(stand.position, runway_heading(stand) + 90.0, 0.5)), m_field(&stand) {
        track.aircraft.icao24 = Icao24("4b1234");
        track.aircraft.type = Typecode(type);
    }

    double cruise_kt = 440, approach_kt = 138, climb_fpm = 2200, descent_fpm = 1700, cruise_ft = 34'000;
    double pressure_error_ft = 0;            ///< pressure altitude less true height
    double step_s = 5;                       ///< between fixes
    bool sends_ground_bit = true, sends_altitude = true, sends_speed = true;
    bool reverse_runway = false;             ///< use the other direction for the next take-off or landing
    std::function<bool(const StateVector&)> heard = [](const StateVector&) { return true; };
    Track track;

    Instant clock() const { return m_clock; }
    Instant lift_off, touchdown;             ///< of the last take-off and landing: the truth

    TrackBuilder& callsign(const char* text) {
        track.callsigns.emplace_back(text);
        return *this;
    }

    TrackBuilder& wait(Duration duration, double fix_every_s = 60) {
        const Instant until = m_clock + duration;
        for (; m_clock < until; m_clock += seconds(static_cast<std::int64_t>(fix_every_s))) emit(0, std::nullopt, 0);
        m_clock = until;
        return *this;
    }

    /// Off the air for that long, standing still.
    TrackBuilder& switched_off(Duration duration) {
        m_clock += duration;
        return *this;
    }

    TrackBuilder& taxi_to(Position to, double kt = 15) {
        while (distance_km(m_here, to) > 0.03) {
            m_course = bearing_deg(m_here, to);
            advance(std::min(distance_km(m_here, to), kt * kmh_per_knot / 3600 * step_s), kt);
            emit(kt, std::nullopt, 0);
        }
        return *this;
    }

    TrackBuilder& take_off(bool taxi = true) {
        const Position threshold = near_end(*m_field);
        if (taxi) taxi_to(threshold);
        m_course = landing_heading(*m_field);
        const double rotation = approach_kt + 10;
        for (double kt = 10; kt < rotation; kt += 4.0 * roll_step_s) {
            advance(kt * kmh_per_knot / 3600 * roll_step_s, kt);
            emit(kt, std::nullopt, 0);
        }
        lift_off = m_clock;
        m_height = elevation(*m_field) + 20;
        m_kt = rotation;
        return *this;
    }

    /// Along a great circle to a point, climbing or descending to that height on the way and cruising at full speed when high.
    TrackBuilder& fly_to(Position to, double height_ft) {
        while (distance_km(m_here, to) > 0.05) {
            const double above = m_height - elevation(*m_field);
            const double want = above < 1500 ? approach_kt + 30 : above < 10'000 ? std::min(cruise_kt, 250.0) : cruise_kt;
            m_kt += std::clamp(want - m_kt, -1.5 * step_s, 1.5 * step_s);
            const double rate = height_ft > m_height + 1 ? climb_fpm : height_ft < m_height - 1 ? -descent_fpm : 0;
            const double step_ft = std::clamp(height_ft - m_height, -std::fabs(rate) * step_s / 60, std::fabs(rate) * step_s / 60);
            m_height += step_ft;
            m_course = bearing_deg(m_here, to);
            advance(std::min(distance_km(m_here, to), m_kt * kmh_per_knot / 3600 * step_s), m_kt);
            emit(m_kt, m_height, step_ft / step_s * 60);
        }
        return *this;
    }

    /// Cruise there, come down, and fly the final to a height above the field on a three degree slope.
    TrackBuilder& approach(const Airport& field, double down_to_ft) {
        const Position gate = destination_point(near_end(field), landing_heading(field) + 180.0, 18.0);
        const double top = elevation(field) + 3000;
        const double descent_km = std::max(20.0, (cruise_ft - top) / descent_fpm * (cruise_kt * 0.8) * kmh_per_knot / 60);
        const double way = distance_km(m_here, gate);
        if (way > descent_km + 5 && m_height > top) fly_to(destination_point(m_here, bearing_deg(m_here, gate), way - descent_km), cruise_ft);
        else if (way > descent_km + 5) fly_to(destination_point(m_here, bearing_deg(m_here, gate), way - descent_km), std::min(cruise_ft, top + way * 100));
        m_field = &field;
        fly_to(gate, top);
        const Position aim = destination_point(near_end(field), landing_heading(field), 0.35);
        m_course = landing_heading(field);
        m_kt = std::min(m_kt, approach_kt + 15);
        while (true) {
            const double left = distance_km(m_here, aim);
            m_height = elevation(field) + left * 172.0;
            if (left < 0.1 || m_height - elevation(field) < down_to_ft) break;
            const double kt = approach_kt + std::min(15.0, left);
            m_course = bearing_deg(m_here, aim);
            advance(std::min(left - 0.05, kt * kmh_per_knot / 3600 * std::min(step_s, 3.0)), kt, std::min(step_s, 3.0));
            emit(kt, m_height, -750);
        }
        m_kt = approach_kt;
        m_course = landing_heading(field);
        return *this;
    }

    TrackBuilder& land(const Airport& field, double stop_at_kt = 20) {
        approach(field, 5);
        touchdown = m_clock;
        for (double kt = approach_kt; kt > stop_at_kt; kt -= 3.0 * roll_step_s) {
            advance(kt * kmh_per_knot / 3600 * roll_step_s, kt);
            emit(kt, std::nullopt, 0);
            m_kt = kt;
        }
        m_height = elevation(field);
        return *this;
    }

    /// From an approach or a roll back into the air, straight ahead.
    TrackBuilder& climb_away(const Airport& field, double above_field_ft = 3000) {
        m_height = std::max(m_height, elevation(field) + 20);
        return fly_to(destination_point(m_here, landing_heading(field), 12.0), elevation(field) + above_field_ft);
    }

    TrackBuilder& to_stand() {
        return taxi_to(destination_point(m_field->position, runway_heading(*m_field) + 90.0, 0.5));
    }

    Position here() const { return m_here; }

    /// The story's track as what read_tracks() would give.
    TrackBatch batch() const {
        TrackBatch tracks;
        tracks.items.push_back(track);
        std::stable_sort(tracks.items[0].fixes.begin(), tracks.items[0].fixes.end(), [](const StateVector& a, const StateVector& b) { return a.time < b.time; });
        return tracks;
    }

  private:
    static constexpr double roll_step_s = 2.0;

    static double elevation(const Airport& a) { return a.elevation_ft.value_or(0.0F); }
    static double runway_heading(const Airport& a) { return bearing_deg(a.runways[0].low_end, a.runways[0].high_end); }
    Position near_end(const Airport& a) const { return reverse_runway ? a.runways[0].high_end : a.runways[0].low_end; }
    double landing_heading(const Airport& a) const { return runway_heading(a) + (reverse_runway ? 180.0 : 0.0); }

    void advance(double km, double kt) { advance(km, kt, km / (kt * kmh_per_knot) * 3600); }
    void advance(double km, double, double s) {
        m_here = destination_point(m_here, m_course, km);
        m_clock += boost::posix_time::milliseconds(static_cast<std::int64_t>(s * 1000));
    }

    void emit(double kt, std::optional<double> height_ft, double rate_fpm) {
        StateVector fix;
        fix.time = m_clock;
        fix.position = m_here;
        fix.source = PositionSource::adsb;
        if (sends_ground_bit) fix.on_ground = height_ft ? OnGround::no : OnGround::yes;
        if (sends_altitude && (height_ft || !sends_ground_bit)) {
            const double true_ft = height_ft.value_or(elevation(*m_field));
            fix.baro_altitude_ft = static_cast<float>(std::round((true_ft + pressure_error_ft) / 25) * 25);
        }
        if (sends_speed) fix.ground_speed_kt = static_cast<float>(kt);
        fix.track_deg = static_cast<float>(std::fmod(m_course + 720.0, 360.0));
        if (height_ft) fix.vertical_rate_fpm = static_cast<std::int16_t>(rate_fpm);
        fix.callsign = static_cast<std::uint16_t>(track.callsigns.size() - 1);
        if (heard(fix)) track.fixes.push_back(fix);
    }

    Instant m_clock;
    Position m_here;
    const Airport* m_field;
    double m_course = 0, m_height = 0, m_kt = 0;
};

}  // namespace story
