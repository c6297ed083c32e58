// SPDX-License-Identifier: BSL-1.0
#include "flight/track_builder.hpp"

#include <flightxref/flight/segment.hpp>

#include <benchmark/benchmark.h>

namespace {

using namespace flightxref;

/// A week of an airliner going to and fro between two airports.
TrackBatch a_week(double step_s) {
    const Airport& home = *AirportTable::built_in().find_code("EDDM");
    const Airport& away = *AirportTable::built_in().find_code("LEMD");
    story::TrackBuilder b("A320", story::at("2024-03-05T05:00:00Z"), home);
    b.step_s = step_s;
    for (int day = 0; day < 14; ++day) {
        b.take_off().land(away).to_stand().wait(minutes(50)).take_off().land(home).to_stand().switched_off(hours(6));
    }
    return b.batch();
}

void segment(benchmark::State& state) {
    const TrackBatch tracks = a_week(static_cast<double>(state.range(0)));
    std::int64_t fixes = 0;
    for (auto _ : state) {
        state.PauseTiming();
        TrackBatch copy = tracks;
        state.ResumeTiming();
        const FlightBatch flights = segment_flights(std::move(copy));
        fixes += static_cast<std::int64_t>(tracks.items[0].fixes.size());
        benchmark::DoNotOptimize(flights.items.data());
    }
    state.SetItemsProcessed(fixes);
}

BENCHMARK(segment)->Arg(1)->Arg(5)->ArgName("seconds_between_fixes");

}  // namespace
