// SPDX-License-Identifier: BSL-1.0
#include "flight/explain.hpp"

#include <flightxref/geo/geodesy.hpp>
#include <flightxref/time/iso8601.hpp>

#include <fmt/format.h>

#include <cmath>

namespace flightxref::detail {
namespace {

std::string clock(Instant instant) {
    const auto of_day = instant.time_of_day();
    return fmt::format("{:02}:{:02} UTC on {}", of_day.hours(), of_day.minutes(), to_iso8601(instant.date()));
}

std::string named(const Airport& airport) { return airport.name.empty() ? airport.code : fmt::format("{} ({})", airport.code, airport.name); }

std::string thousands(double value) {
    const long rounded = std::lround(value / 25.0) * 25;
    const long magnitude = std::labs(rounded);
    const char* sign = rounded < 0 ? "-" : "";
    return magnitude >= 1000 ? fmt::format("{}{},{:03}", sign, magnitude / 1000, magnitude % 1000) : fmt::format("{}{}", sign, magnitude);
}

/// "12 km from ZKPY (Pyongyang Sunan International Airport) at 2,300 ft, descending 900 ft/min, at 09:01 UTC on 2023-10-18"
std::string whereabouts(const Motion& m, const Airport* nearest) {
    std::string text;
    if (nearest) text = fmt::format("{:.0f} km from {}", distance_km(m.position, nearest->position), named(*nearest));
    else text = fmt::format("at {:.3f}, {:.3f}", m.position.latitude(), m.position.longitude());
    if (m.sea_ft) text += fmt::format(" at {} ft", thousands(*m.sea_ft));
    const double rate = m.rate_fpm.value_or(0);
    if (std::fabs(rate) >= 200) text += fmt::format(" {} {} ft/min", rate < 0 ? "descending" : "climbing", thousands(std::fabs(rate)));
    return text + " at " + clock(m.time);
}

}  // namespace

std::string explain_end(const EndPoint& end, const EndView& view, const Airport* airport, const Airport* nearest, bool by_neighbour) {
    const bool arriving = view.side == Side::arrival;
    const char* seen = arriving ? "last seen in the air" : "first seen in the air";
    if (view.on_ground) {
        const std::string place = airport ? "at " + named(*airport) : fmt::format("away from any known airfield, at {:.4f}, {:.4f}", view.on_ground->position.latitude(), view.on_ground->position.longitude());
        const double gap = std::fabs(seconds_between(view.motion.time, view.on_ground->time));
        if (end.observed) {
            return fmt::format("{} seen {} between {} and {}", arriving ? "landing" : "take-off", place, clock(*end.not_before), clock(*end.not_after));
        }
        return fmt::format("{} {} on the ground {} at {}, {:.0f} minutes {} it was {} {}", arriving ? "first heard" : "last heard", arriving ? "again" : "standing or taxiing", place,
                           clock(view.on_ground->time), gap / 60, arriving ? "after" : "before", seen, whereabouts(view.motion, airport ? airport : nearest));
    }
    std::string text = fmt::format("{} {}", seen, whereabouts(view.motion, airport ? airport : nearest));
    if (airport) {
        const double probability = end.candidates.empty() ? 0 : end.candidates.front().probability;
        text += fmt::format("; {} there was not seen but is {:.0f} % likely from its path{}", arriving ? "the landing" : "the take-off", std::floor(probability * 100),
                            by_neighbour ? arriving ? " and from where it was heard next" : " and from where it was heard before" : "");
    } else text += arriving ? "; where it landed was not seen" : "; where it took off was not seen";
    return text;
}

std::string explain_stated_departure(const EndView& view, const Airport& airport, Instant stated) {
    return fmt::format("its source states a take-off at {} at {}, which fits where it was first seen in the air, {}; the take-off itself is not in the positions", named(airport), clock(stated),
                       whereabouts(view.motion, &airport));
}

}  // namespace flightxref::detail
