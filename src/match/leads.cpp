// SPDX-License-Identifier: BSL-1.0
#include <flightxref/match/leads.hpp>

#include <flightxref/aircraft/address_plan.hpp>
#include <flightxref/aircraft/registration.hpp>
#include <flightxref/aircraft/registry.hpp>

#include "match/outcome.hpp"
#include "match/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace flightxref {
namespace {

using namespace detail;

constexpr double spoken_hours = 3;   // a claim this far off still speaks of the flight
constexpr double local_hop = 0.5;    // back to where it began: training, most often

struct Interest {
    double score = 0;
    std::string why;
};

bool starts_with(const std::string& text, const std::string& beginning) { return !beginning.empty() && text.compare(0, beginning.size(), beginning) == 0; }

bool watched(const std::string& wanted, const Flight& flight, const Aircraft& aircraft) {
    const std::string key = identifier_key(wanted);
    if (key.empty()) return false;
    if (aircraft.registration.key() == key || (aircraft.icao24 && identifier_key(aircraft.icao24->to_string()) == key)) return true;
    if (starts_with(flight.callsign.key(), key)) return true;
    const Operator* op = find_operator(wanted);
    return op && (op == find_operator(aircraft.operator_name) || op == operator_of_callsign(flight.callsign.text()));
}

/// `listed`: what a watch list says of the aircraft.
Interest interest_of(const Flight& flight, const Aircraft& aircraft, const Watch* listed, const LeadOptions& options) {
    for (const std::string& wanted : options.watch)
        if (watched(wanted, flight, aircraft)) return {6, "on the watch list (" + wanted + ")"};
    if (listed) {
        std::vector<std::string> words = listed->tags;
        if (!listed->category.empty()) words.insert(words.begin(), listed->category);
        return {5, words.empty() ? "on a watch list" : fmt::format("on a watch list ({})", fmt::join(words, ", "))};
    }
    if (!options.government) return {};
    for (const Operator* op : {aircraft.operator_name.empty() ? nullptr : find_operator(aircraft.operator_name), flight.callsign ? operator_of_callsign(flight.callsign.text()) : nullptr}) {
        if (!op) continue;
        if (op->kind == OperatorKind::government) return {4, fmt::format("flown by {}, a government's flying service", op->name)};
        if (op->kind == OperatorKind::military) return {2.5, fmt::format("flown by {}, an air arm", op->name)};
    }
    if (aircraft.military || (aircraft.icao24 && !aircraft.non_icao_address && is_military(*aircraft.icao24)) || is_military(aircraft.registration)) return {2, "a military aircraft"};
    if (aircraft.privacy_address || aircraft.limited_display) return {1, "its operator asked not to be shown"};
    return {};
}

/// The flights the claims speak of.
std::set<std::size_t> spoken_of(const Batch<Claim>& claims, Scene& scene) {
    std::set<std::size_t> spoken;
    for (const Claim& claim : claims) {
        const Statement s = make_statement(claim, scene.places);
        if (!s.by_air || !(s.who.names_one() || s.who.names_kind())) continue;
        std::vector<std::size_t> suspects;
        for (const Judged& j : judge_candidates(s, scene, suspects)) {
            const bool there = j.origin.inside > 0.5 || j.destination.inside > 0.5 || (s.who.names_one() && j.origin.outside + j.destination.outside < 0.5);
            if (j.who_fits && there && (!s.timed || j.time.off_minutes < spoken_hours * 60)) spoken.insert(j.flight);
        }
    }
    return spoken;
}

std::string_view country_reached(const Flight& flight, const AirportTable& airports) {
    const Airport* airport = flight.arrival.airport.empty() ? nullptr : airports.find_code(flight.arrival.airport);
    return airport ? std::string_view(airport->country) : std::string_view{};
}

std::string_view country_left(const Flight& flight, const AirportTable& airports) {
    const Airport* airport = flight.departure.airport.empty() ? nullptr : airports.find_code(flight.departure.airport);
    return airport ? std::string_view(airport->country) : std::string_view{};
}

struct Ranked {
    double score;
    std::size_t flight;
    std::string why;
};

}  // namespace

std::vector<Lead> find_leads(const Batch<Claim>& claims, const FlightIndex& index, const LeadOptions& options) {
    const AirportTable& airports = options.airports ? *options.airports : AirportTable::built_in();
    Scene scene(index, airports);
    std::vector<Ranked> ranked;
    std::unordered_map<std::string, double> last_visit;  // by interest and country
    std::vector<std::pair<double, std::size_t>> by_time;
    for (std::size_t i = 0; i < index.flights().size(); ++i)
        if (index.flights()[i].last_seen) by_time.emplace_back(to_epoch_seconds(*index.flights()[i].last_seen), i);
    std::sort(by_time.begin(), by_time.end());
    std::vector<const Watch*> listed(index.aircraft().size(), nullptr);
    for (std::size_t i = 0; options.registry && i < listed.size(); ++i) listed[i] = options.registry->find_watch(index.aircraft()[i].aircraft);
    const double first_hour = to_epoch_seconds(index.covered().begin());
    for (const auto& [when, i] : by_time) {
        const Flight& flight = index.flights()[i];
        const std::size_t who = index.aircraft_of(i);
        const Interest interest = interest_of(flight, index.aircraft()[who].aircraft, listed[who], options);
        if (interest.score <= 0) continue;
        std::string why = fmt::format("{}: {}", aircraft_words(flight.aircraft, flight.callsign), interest.why);
        double score = interest.score;
        const std::string_view country = country_reached(flight, airports);
        if (!country.empty()) {
            const auto [visit, is_first] = last_visit.try_emplace(interest.why + '|' + std::string(country), when);
            const double days = (is_first ? when - first_hour : when - visit->second) / 86400;
            visit->second = when;
            if (options.unusual_days > 0 && days >= options.unusual_days) {
                score += 2;
                why += fmt::format("; the first such landing in {} for {:.0f} days of data", country, std::floor(days));
            }
            if (country != country_left(flight, airports) && !country_left(flight, airports).empty()) score += 1, why += "; across a border";
        }
        if (!flight.arrival.airport.empty()) {
            if (flight.arrival.airport == flight.departure.airport) score *= local_hop;
            else score += std::min(2.0, 0.2 * std::log2(1 / index.frequency_of_airport(flight.arrival.airport)));
            why += fmt::format("; {} {}", flight.arrival.observed ? "landed at" : "will have landed at", airport_words(flight.arrival.airport, airports));
        } else {
            score -= 0.5;
            why += "; where it landed was not seen";
        }
        ranked.push_back({score, i, why + "; no claim speaks of it."});
    }
    if (ranked.empty()) return {};
    const auto spoken = spoken_of(claims, scene);
    std::erase_if(ranked, [&](const Ranked& r) { return spoken.count(r.flight) != 0; });
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
    if (ranked.size() > options.most) ranked.resize(options.most);
    std::vector<Lead> leads;
    for (Ranked& r : ranked) leads.push_back({index.flights()[r.flight], std::move(r.why)});
    return leads;
}

}  // namespace flightxref
