// SPDX-License-Identifier: BSL-1.0
#include <flightxref/flight/read.hpp>

#include "flight/outline.hpp"
#include "flight/segment.hpp"
#include "track/stream.hpp"

#include <memory>
#include <mutex>
#include <utility>

namespace flightxref {

FlightBatch read_flights(const std::vector<std::string>& paths, const ReadFlightsOptions& options) {
    const AirportTable& airports = options.segmenting.airports ? *options.segmenting.airports : AirportTable::built_in();
    const detail::MainAirports main(airports);
    const detail::World world{airports, main};
    std::mutex visiting;
    FlightBatch batch;
    struct Found {
        std::shared_ptr<Track> track;
        std::vector<Flight> flights;
    };
    const detail::TrackWork work = [&](Track&& read) -> std::function<void()> {
        auto found = std::make_shared<Found>();
        found->track = std::make_shared<Track>(std::move(read));
        found->flights = detail::segment_track(found->track, world);
        if (options.visit) {
            const std::lock_guard lock(visiting);
            options.visit(*found->track);
        }
        detail::keep_some(*found->track, found->flights, options.keep);
        return [&batch, found] {
            batch.tracks.push_back(std::move(found->track));
            std::move(found->flights.begin(), found->flights.end(), std::back_inserter(batch.items));
        };
    };
    TrackBatch rest = detail::stream_tracks(paths, options.reading, work);
    batch.inputs = std::move(rest.inputs);
    batch.issues = std::move(rest.issues);
    return batch;
}

FlightBatch read_flights(const std::string& path, const ReadFlightsOptions& options) { return read_flights(std::vector<std::string>{path}, options); }

}  // namespace flightxref
