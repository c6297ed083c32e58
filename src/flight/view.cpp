// SPDX-License-Identifier: BSL-1.0
#include "flight/chain.hpp"

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

Contact contact_of(const Track& track, const Leg& leg, Side side) {
    Contact contact;
    const bool arriving = side == Side::arrival;
    const std::size_t count = arriving ? leg.end - leg.end_air : leg.first_air - leg.first;
    for (std::size_t n = 0; n < std::min<std::size_t>(count, 60); ++n) {
        const StateVector& fix = track.fixes[arriving ? leg.end_air + n : leg.first_air - 1 - n];
        if (fix.ground_speed_kt && *fix.ground_speed_kt > 45.0F && contact.rolling.size() < 8) {
            contact.rolling.push_back(fix.position);
            if (!contact.course_deg && fix.track_deg) contact.course_deg = *fix.track_deg;
        } else if (contact.standing.size() < 5) contact.standing.push_back(fix.position);
    }
    return contact;
}

bool was_higher(const Track& track, const Leg& leg, std::optional<double> sea_ft) {
    if (!sea_ft) return true;
    for (std::size_t i = leg.first_air; i < leg.end_air; ++i) {
        const StateVector& fix = track.fixes[i];
        if (fix.baro_altitude_ft.value_or(fix.geom_altitude_ft.value_or(-1e9F)) > *sea_ft + 1000.0) return true;
    }
    return false;
}

}  // namespace

EndView view_end(const Track& track, const Leg& leg, Side side, const GroundStates& states, const Performance& p, const World& world) {
    EndView view;
    view.side = side;
    const bool arriving = side == Side::arrival;
    const std::size_t air = arriving ? leg.end_air - 1 : leg.first_air;
    view.motion = motion_at(track.fixes, leg.first_air, leg.end_air, air, states.offsets);
    view.motion.was_higher = was_higher(track, leg, view.motion.sea_ft);
    if (arriving ? leg.ground_after() : leg.ground_before()) {
        const StateVector& fix = track.fixes[arriving ? leg.end_air : leg.first_air - 1];
        view.places = find_places_on_ground(contact_of(track, leg, side), fix.time.date(), p, world);
        view.on_ground = &fix;
        const double gap_s = std::fabs(seconds_between(view.motion.time, fix.time));
        const double usual_s = near_distance_km(view.motion.position, fix.position) / (p.cruise_kt * 0.8 * kmh_per_knot) * 3600.0;
        if (gap_s < usual_s + 1200.0) return view;
        // A long silence between ground and air: another flight may hide in it.
        EndView alone = view;
        alone.on_ground = nullptr;
        alone.places = find_places_from_air(view.motion, side, p, world);
        add_named_places(alone, view.places, p);
        const Stop stop = arriving ? rank_stop(alone, view, p) : rank_stop(view, alone, p);
        if (stop.stayed >= 0.5) return view;
        alone.detached = true;
        return alone;
    }
    view.places = find_places_from_air(view.motion, side, p, world);
    return view;
}

}  // namespace flightxref::detail
