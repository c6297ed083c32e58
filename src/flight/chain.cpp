// SPDX-License-Identifier: BSL-1.0
#include "flight/chain.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

/// How much likelier a given airport becomes by being named twice: one over the share of traffic of a usual one.
constexpr double coincidence = 300.0;
constexpr double usual_prior = 15.0;

double least_s(const EndView& end, const Airport& airport, const Performance& p) {
    return end.on_ground ? 0.0 : flying_time(airport, end.motion, end.side, p).least_s;
}

/// Probability that nobody-heard flights happened in the time between, apart from what the positions say.
double hidden_flight_prior(double hours) {
    if (hours < 0.8) return 0.002;  // down, turn round, up and over again takes longer
    return 0.02 + 0.9 * (1.0 - std::exp(-(hours - 0.8) / 120.0));
}

/// Odds of unseen ends, weighed by rules of thumb with floors everywhere, come out too even; this exponent makes them
/// agree with the shares found right on simulated traffic.
constexpr double sharpness = 1.25;

void sharpen(Ranking& ranking) {
    double named = 0.0, sum = 0.0;
    for (const Ranked& r : ranking) named += r.probability;
    const double elsewhere = std::pow(std::max(0.0, 1.0 - named), sharpness);
    for (Ranked& r : ranking) sum += r.probability = std::pow(r.probability, sharpness);
    for (Ranked& r : ranking) r.probability /= sum + elsewhere;
}

Ranking sorted(Ranking ranking) {
    std::sort(ranking.begin(), ranking.end(), [](const Ranked& a, const Ranked& b) { return a.probability != b.probability ? a.probability > b.probability : a.airport->code < b.airport->code; });
    return ranking;
}

}  // namespace

Ranking rank(const Places& places) {
    Ranking ranking;
    const double total = places.total();
    for (const LikelyPlace& place : places.places) ranking.push_back({place.airport, place.weight / total});
    return sorted(std::move(ranking));
}

void add_named_places(EndView& end, const Places& named, const Performance& p) {
    if (end.on_ground) return;
    const CivilDate on = end.motion.time.date();
    const std::size_t deepest = std::min<std::size_t>(60, named.places.size());
    for (std::size_t i = 0; i < deepest; ++i) {
        const Airport* airport = named.places[i].airport;
        if (end.places.weight_of(airport) > 0 || !is_open(*airport, on)) continue;
        end.places.places.push_back(weigh_from_air(*airport, end.motion, end.side, p));
    }
    end.places.sort();
}

Stop rank_stop(const EndView& arrival, const EndView& departure, const Performance& p) {
    const double between_s = seconds_between(arrival.seen_at(), departure.seen_at());
    const double arrival_total = arrival.places.total(), departure_total = departure.places.total();
    const double hidden = hidden_flight_prior(between_s / 3600.0);
    struct Joint {
        const Airport* airport;
        double alone_arrival, alone_departure, same;
    };
    std::vector<Joint> joints;
    double same_sum = 0.0;
    const auto consider = [&](const Airport* airport) {
        const LikelyPlace *arrived = arrival.places.find(airport), *departed = departure.places.find(airport);
        Joint j{airport, arrived ? arrived->weight / arrival_total : 0.0, departed ? departed->weight / departure_total : 0.0, 0.0};
        // Was there time to fly there, stand, and fly on to where it was heard next?
        const double spare = between_s - least_s(arrival, *airport, p) - least_s(departure, *airport, p);
        const double reachable = spare > 0 ? 1.0 / (1.0 + spare / 36'000.0) : std::exp(spare / 200.0);
        // What was known of the airport beforehand is in both weights and counts once.
        const double once = departed ? usual_prior / std::max(departed->prior, 0.1) : 1.0;
        j.same = (1.0 - hidden) * coincidence * j.alone_arrival * j.alone_departure * once * reachable;
        same_sum += j.same;
        joints.push_back(j);
    };
    // Only the heavier places of each side: the product of two small weights decides nothing.
    constexpr std::size_t deepest = 250;
    for (std::size_t i = 0; i < std::min(deepest, arrival.places.places.size()); ++i) consider(arrival.places.places[i].airport);
    for (std::size_t i = 0; i < std::min(deepest, departure.places.places.size()); ++i) {
        const Airport* airport = departure.places.places[i].airport;
        const bool known = std::any_of(joints.begin(), joints.end(), [&](const Joint& j) { return j.airport == airport; });
        if (!known) consider(airport);
    }
    // The same unknown place twice: a field the table lacks.
    const double same_elsewhere = (1.0 - hidden) * coincidence * 0.02 * (arrival.places.elsewhere / arrival_total) * (departure.places.elsewhere / departure_total);
    const double total = same_sum + same_elsewhere + hidden;
    Stop stop;
    stop.stayed = (same_sum + same_elsewhere) / total;
    for (const Joint& j : joints) {
        stop.arrival.push_back({j.airport, (j.same + hidden * j.alone_arrival) / total});
        stop.departure.push_back({j.airport, (j.same + hidden * j.alone_departure) / total});
    }
    if (!arrival.on_ground) sharpen(stop.arrival);
    if (!departure.on_ground) sharpen(stop.departure);
    stop.arrival = sorted(std::move(stop.arrival));
    stop.departure = sorted(std::move(stop.departure));
    return stop;
}

}  // namespace flightxref::detail
