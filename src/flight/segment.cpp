// SPDX-License-Identifier: BSL-1.0
#include <flightxref/flight/segment.hpp>

#include "flight/segment.hpp"

#include "flight/ends.hpp"
#include "flight/passes.hpp"

#include <algorithm>
#include <iterator>

namespace flightxref {
namespace {

/// The callsign sent for most of the time in the air; one left over from the flight before is sent for minutes only.
Callsign callsign_of(const Track& track, const detail::Leg& leg) {
    std::vector<double> sent(track.callsigns.size(), 0.0);
    for (std::size_t i = leg.first; i < leg.end; ++i) {
        // A silence counts for no more than a minute of what was sent before it; taxiing less than flying.
        const double s = i + 1 < leg.end ? std::min(60.0, detail::seconds_between(track.fixes[i].time, track.fixes[i + 1].time)) : 1.0;
        const bool in_air = i >= leg.first_air && i < leg.end_air;
        sent[track.fixes[i].callsign] += in_air ? s + 0.01 : s * 0.01;
    }
    sent[0] = 0.0;
    const auto most = std::max_element(sent.begin(), sent.end());
    return *most > 0.0 ? Callsign(track.callsigns[static_cast<std::size_t>(most - sent.begin())]) : Callsign();
}

}  // namespace

std::vector<Flight> detail::segment_track(const std::shared_ptr<const Track>& track, const World& world) {
    std::vector<Flight> flights;
    // A vehicle on an apron stays one, whatever its bits say.
    if (track->fixes.empty() || track->aircraft.ground_vehicle) return flights;
    const detail::Performance performance = detail::performance_of(track->aircraft, detail::fastest_kt(track->fixes));
    const detail::GroundStates states = detail::find_ground_states(track->fixes, performance, world.airports);
    std::vector<detail::Leg> legs = detail::find_legs(*track, states, performance, world.airports);
    auto ends = detail::find_ends(*track, legs, states, performance, world);
    for (std::size_t i = 0; i < legs.size(); ++i) {
        Flight flight;
        flight.aircraft = track->aircraft;
        flight.callsign = callsign_of(*track, legs[i]);
        flight.departure = std::move(ends[i].first);
        flight.arrival = std::move(ends[i].second);
        flight.first_seen = track->fixes[legs[i].first].time;
        flight.last_seen = track->fixes[legs[i].end - 1].time;
        flight.passes = detail::find_passes(*track, legs[i], states, performance, world.airports);
        flight.track = track;
        flight.first_fix = legs[i].first;
        flight.end_fix = legs[i].end;
        flights.push_back(std::move(flight));
    }
    return flights;
}

FlightBatch segment_flights(TrackBatch tracks, const SegmentOptions& options) {
    const AirportTable& airports = options.airports ? *options.airports : AirportTable::built_in();
    const detail::MainAirports main(airports);
    const detail::World world{airports, main};
    FlightBatch batch;
    batch.inputs = std::move(tracks.inputs);
    batch.take_issues(std::move(tracks.issues));
    for (Track& track : tracks.items) {
        batch.tracks.push_back(std::make_shared<const Track>(std::move(track)));
        auto flights = detail::segment_track(batch.tracks.back(), world);
        std::move(flights.begin(), flights.end(), std::back_inserter(batch.items));
    }
    return batch;
}

}  // namespace flightxref
