// SPDX-License-Identifier: BSL-1.0
#include "flight/stated.hpp"

#include <flightxref/geo/geodesy.hpp>

namespace flightxref::detail {
namespace {

/// From lift-off there to the first position in that time.
bool can_have_flown(const Airport& from, double seconds, const Motion& first, const Performance& p) {
    // A clock rounded to the minute, and the way out of the airport.
    constexpr double slack_s = 180, slack_km = 15, around_km = 60;
    if (seconds < -slack_s || seconds > p.endurance_h * 3600.0) return false;
    const double km = distance_km(from.position, first.position), hours = seconds / 3600.0;
    if (km > p.top_kt * kmh_per_knot * (hours + slack_s / 3600.0) + slack_km) return false;
    // Who holds, circles or comes back is slow for the distance; nothing in the track would tell that from a wrong origin.
    return km > 0.4 * p.cruise_kt * kmh_per_knot * hours - around_km;
}

}  // namespace

std::optional<StatedDeparture> stated_departure(const Track& track, const Leg& leg, const Motion& first, std::optional<Instant> after, const Performance& p,
                                                const AirportTable& airports) {
    std::optional<StatedDeparture> found;
    for (const StatedLeg& stated : track.stated_legs) {
        if (stated.estimated || !stated.departed || *stated.departed > track.fixes[leg.end - 1].time || (after && *stated.departed < *after)) continue;
        const std::string code(identifier_key(stated.origin));
        const CivilDate on = stated.departed->date();
        const Airport* airport = code.size() == 3 ? airports.find_iata(code, on) : airports.find_code(code);
        if (!airport || !is_open(*airport, on) || !can_have_flown(*airport, seconds_between(*stated.departed, first.time), first, p)) continue;
        if (found && found->airport != airport) return std::nullopt;  // the sources disagree
        found = StatedDeparture{airport, *stated.departed};
    }
    return found;
}

}  // namespace flightxref::detail
