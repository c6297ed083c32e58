// SPDX-License-Identifier: BSL-1.0
// A million flights in memory: how long the index takes, and how long ten thousand claims take against it.
#include <flightxref/match/cross_reference.hpp>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <random>

namespace fx = flightxref;

namespace {

constexpr std::size_t flight_count = 1'000'000, aircraft_count = 20'000, claim_count = 10'000;

const std::vector<const fx::Airport*>& fields() {
    static const auto large = [] {
        std::vector<const fx::Airport*> found;
        for (const fx::Airport& airport : fx::AirportTable::built_in().airports())
            if (airport.size == fx::AirportSize::large) found.push_back(&airport);
        return found;
    }();
    return large;
}

/// Each aircraft flies fifty legs in a month, one after the other, between airports drawn at random.
const fx::FlightBatch& flights() {
    static const fx::FlightBatch batch = [] {
        std::mt19937 random(7);
        fx::FlightBatch out;
        out.items.reserve(flight_count);
        const double start = fx::to_epoch_seconds(fx::Instant(fx::CivilDate(2024, 5, 1)));
        for (std::size_t a = 0; a < aircraft_count; ++a) {
            fx::Aircraft aircraft;
            aircraft.icao24 = fx::Icao24::from_value(static_cast<std::uint32_t>(0x400000 + a));
            aircraft.registration = fx::Registration(fmt::format("G-{:05}", a));
            aircraft.type = fx::Typecode(a % 3 ? "A320" : "B738");
            double time = start + static_cast<double>(random() % 40000);
            const fx::Airport* at = fields()[random() % fields().size()];
            for (std::size_t k = 0; k < flight_count / aircraft_count; ++k) {
                const fx::Airport* to = fields()[random() % fields().size()];
                fx::Flight flight;
                flight.aircraft = aircraft;
                flight.callsign = fx::Callsign(fmt::format("TST{}", random() % 9999));
                const auto end = [](const fx::Airport& airport, double when) {
                    fx::EndPoint e;
                    e.airport = airport.code;
                    e.observed = true;
                    e.kind = fx::EndKind::runway;
                    e.not_before = e.not_after = e.estimate = fx::from_epoch_seconds(when);
                    return e;
                };
                flight.departure = end(*at, time);
                time += 7200 + static_cast<double>(random() % 20000);
                flight.arrival = end(*to, time);
                flight.first_seen = flight.departure.estimate;
                flight.last_seen = flight.arrival.estimate;
                time += 3600 + static_cast<double>(random() % 20000);
                at = to;
                out.items.push_back(std::move(flight));
            }
        }
        return out;
    }();
    return batch;
}

/// Landings as they were, half of them told of another airport: by tail, by callsign, and by type and city. The flights have no
/// tracks, so that a million of them fit into memory: positions cost nothing here that the flights' ends do not.
const fx::Batch<fx::Claim>& claims() {
    static const fx::Batch<fx::Claim> batch = [] {
        std::mt19937 random(11);
        fx::Batch<fx::Claim> out;
        for (std::size_t i = 0; i < claim_count; ++i) {
            const fx::Flight& flight = flights()[random() % flights().size()];
            fx::Claim claim;
            claim.id = "c1";
            claim.document = fmt::format("d{}", i);
            claim.event = fx::ClaimEvent::arrive;
            claim.mode = fx::TravelMode::air;
            claim.aircraft.emplace();
            if (i % 4 == 3) claim.aircraft->callsign = flight.callsign.text();
            else if (i % 8 < 2) claim.aircraft->type_icao = flight.aircraft.type.text();
            else claim.aircraft->registration = flight.aircraft.registration.text();
            const fx::Airport& to = i % 2 ? *fx::AirportTable::built_in().find_code(flight.arrival.airport) : *fields()[random() % fields().size()];
            claim.destination = fx::Place{to.name, fx::PlaceKind::airport, to.name, to.code, to.city, to.country};
            if (i % 8 < 2) claim.destination = fx::Place{to.city, fx::PlaceKind::city, to.city, "", to.city, to.country};
            claim.time.emplace();
            claim.time->window = fx::make_window(*flight.arrival.estimate - fx::minutes(10), *flight.arrival.estimate + fx::minutes(10));
            claim.time->zone = "UTC";
            out.items.push_back(std::move(claim));
        }
        return out;
    }();
    return batch;
}

void build_index(benchmark::State& state) {
    flights();
    for (auto _ : state) benchmark::DoNotOptimize(fx::FlightIndex(flights()));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * flight_count));
}
BENCHMARK(build_index)->Unit(benchmark::kMillisecond);

void judge_claims(benchmark::State& state) {
    const fx::FlightIndex index(flights());
    claims();
    for (auto _ : state) benchmark::DoNotOptimize(fx::cross_reference(claims(), index));
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * claim_count));
}
BENCHMARK(judge_claims)->Unit(benchmark::kMillisecond);

}  // namespace
