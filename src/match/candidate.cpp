// SPDX-License-Identifier: BSL-1.0
#include <flightxref/match/candidate.hpp>

#include <flightxref/aircraft/address_plan.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>

namespace flightxref {
namespace {

// Keys are hashes of what two spellings of an identifier have in common; a collision costs a look at one flight too many,
// since whatever is found is compared in full before it counts.
std::uint64_t hash_identifier(std::string_view text, std::uint64_t seed = 14695981039346656037ull) {
    std::uint64_t hash = seed;
    for (const char c : text) {
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        if (!((upper >= 'A' && upper <= 'Z') || (upper >= '0' && upper <= '9'))) continue;
        hash = (hash ^ static_cast<unsigned char>(upper)) * 1099511628211ull;
    }
    return hash;
}

std::uint64_t hash_address(const Aircraft& aircraft) {
    return (static_cast<std::uint64_t>(aircraft.icao24->value()) + (aircraft.non_icao_address ? 0x1000000u : 0u)) * 0x9E3779B97F4A7C15ull;
}

std::int64_t ticks(Instant instant) { return static_cast<std::int64_t>(to_epoch_seconds(instant)); }

constexpr std::uint32_t no_flight = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t no_time = std::numeric_limits<std::int64_t>::min();

std::int64_t end_time(const EndPoint& end, const std::optional<Instant>& seen) {
    if (end.estimate) return ticks(*end.estimate);
    if (seen) return ticks(*seen);
    if (end.not_before) return ticks(*end.not_before);
    if (end.not_after) return ticks(*end.not_after);
    return no_time;
}

std::string_view likeliest(const EndPoint& end) {
    if (!end.airport.empty()) return end.airport;
    return end.candidates.empty() ? std::string_view{} : std::string_view(end.candidates.front().airport);
}

struct Entry {
    std::uint64_t key;
    std::int64_t time;
    std::uint32_t flight;
    bool operator<(const Entry& other) const { return key != other.key ? key < other.key : time != other.time ? time < other.time : flight < other.flight; }
};

std::vector<std::size_t> find(const std::vector<Entry>& entries, std::uint64_t key, std::int64_t from, std::int64_t to) {
    std::vector<std::size_t> found;
    for (auto it = std::lower_bound(entries.begin(), entries.end(), Entry{key, from, 0}); it != entries.end() && it->key == key && it->time <= to; ++it)
        found.push_back(it->flight);
    return found;
}

void count_all(const std::vector<Entry>& entries, std::unordered_map<std::uint64_t, std::uint32_t>& counts) {
    for (std::size_t i = 0, j = 0; i < entries.size(); i = j) {
        while (j < entries.size() && entries[j].key == entries[i].key) ++j;
        counts[entries[i].key] += static_cast<std::uint32_t>(j - i);
    }
}

// Longest flight the callsign look-up allows for between the moment it is filed under and the window.
constexpr std::int64_t longest_flight_s = 20 * 3600;

// An address plan this sure is worth a doubt when the inputs say otherwise.
constexpr double sure_plan = 0.9;

constexpr std::int64_t overlap_s = 60;  // rounding of two sources

}  // namespace

struct FlightIndex::Tables {
    std::span<const Flight> flights;
    std::vector<AircraftHistory> aircraft;
    std::vector<std::uint32_t> aircraft_of;
    std::vector<std::uint32_t> next;  // of the same aircraft, by flight; no_flight after the last
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> registrations;
    std::vector<Entry> callsigns, departures, arrivals;
    std::unordered_map<std::uint64_t, std::uint32_t> types, airports, callsign_counts;
    std::int64_t first = std::numeric_limits<std::int64_t>::max(), last = no_time;

    void cover(std::int64_t time) {
        if (time == no_time) return;
        first = std::min(first, time);
        last = std::max(last, time);
    }
    double share(std::size_t count) const { return static_cast<double>(std::max<std::size_t>(1, count)) / static_cast<double>(flights.size() + 1); }
};

namespace {

/// Gives flights and tracks of one aircraft one number: by address, else by registration, else each its own.
class Grouping {
  public:
    explicit Grouping(std::vector<AircraftHistory>& aircraft) : m_aircraft(aircraft) {}

    std::uint32_t of(const Aircraft& aircraft) {
        std::uint64_t key = 0;
        if (aircraft.icao24) key = hash_address(aircraft);
        else if (aircraft.registration) key = hash_identifier(aircraft.registration.text(), 99);
        else return add(aircraft);
        if (key == m_last_key && !m_aircraft.empty()) return merged(m_last, aircraft);
        const auto [it, is_new] = m_numbers.try_emplace(key, 0);
        if (is_new) it->second = add(aircraft);
        m_last_key = key;
        m_last = it->second;
        return is_new ? m_last : merged(m_last, aircraft);
    }

  private:
    std::uint32_t add(const Aircraft& aircraft) {
        m_aircraft.emplace_back().aircraft = aircraft;
        return static_cast<std::uint32_t>(m_aircraft.size() - 1);
    }

    std::uint32_t merged(std::uint32_t number, const Aircraft& more) {
        AircraftHistory& history = m_aircraft[number];
        Aircraft& known = history.aircraft;
        if (!known.registration) known.registration = more.registration;
        else if (more.registration && known.registration.text() != more.registration.text() && !(known.registration == more.registration)) history.conflicting = true;
        if (!known.type) known.type = more.type;
        if (known.operator_name.empty()) known.operator_name = more.operator_name;
        known.military |= more.military;
        known.privacy_address |= more.privacy_address;
        known.limited_display |= more.limited_display;
        return number;
    }

    std::vector<AircraftHistory>& m_aircraft;
    std::unordered_map<std::uint64_t, std::uint32_t> m_numbers;
    std::uint64_t m_last_key = 0;
    std::uint32_t m_last = 0;
};

/// Callsigns besides the main one that were sent during the flight.
void add_other_callsigns(const Flight& flight, std::int64_t time, std::uint32_t number, std::vector<Entry>& out) {
    if (!flight.track || flight.track->callsigns.size() <= 2) return;
    std::vector<std::uint16_t> seen;
    for (const StateVector& fix : flight.fixes())
        if (fix.callsign != 0 && std::find(seen.begin(), seen.end(), fix.callsign) == seen.end()) seen.push_back(fix.callsign);
    for (const std::uint16_t id : seen) {
        const std::string& text = flight.track->callsigns[id];
        const std::uint64_t key = hash_identifier(text);
        if (key != hash_identifier(flight.callsign.text())) out.push_back({key, time, number});
    }
}

/// Chains the flights of one aircraft, which are sorted by time, and notes whether two of them overlap.
void link_flights(const FlightBatch& batch, AircraftHistory& history, std::vector<std::uint32_t>& next) {
    std::int64_t over = no_time;
    for (std::size_t i = 0; i < history.flights.size(); ++i) {
        const Flight& flight = batch.items[history.flights[i]];
        if (i + 1 < history.flights.size()) next[history.flights[i]] = history.flights[i + 1];
        if (over != no_time && flight.first_seen && ticks(*flight.first_seen) + overlap_s < over) history.overlapping = true;
        if (flight.last_seen) over = std::max(over, ticks(*flight.last_seen));
    }
}

}  // namespace

FlightIndex::FlightIndex(const FlightBatch& batch) {
    auto tables = std::make_unique<Tables>();
    Tables& t = *tables;
    t.flights = batch.items;
    const std::size_t n = batch.items.size();
    t.aircraft_of.reserve(n);
    t.callsigns.reserve(n);
    t.departures.reserve(n);
    t.arrivals.reserve(n);
    Grouping grouping(t.aircraft);
    std::vector<std::int64_t> starts(n, no_time);
    t.next.assign(n, no_flight);
    std::uint64_t last_type = 0;
    std::uint32_t* type_count = nullptr;
    for (std::uint32_t i = 0; i < n; ++i) {
        const Flight& flight = batch.items[i];
        const std::uint32_t aircraft = grouping.of(flight.aircraft);
        t.aircraft_of.push_back(aircraft);
        t.aircraft[aircraft].flights.push_back(i);
        const std::int64_t begin = end_time(flight.departure, flight.first_seen), end = end_time(flight.arrival, flight.last_seen);
        starts[i] = begin != no_time ? begin : end;
        t.cover(begin);
        t.cover(end);
        if (flight.callsign) t.callsigns.push_back({hash_identifier(flight.callsign.text()), starts[i], i});
        add_other_callsigns(flight, starts[i], i, t.callsigns);
        if (const auto code = likeliest(flight.departure); !code.empty()) t.departures.push_back({hash_identifier(code), begin, i});
        if (const auto code = likeliest(flight.arrival); !code.empty()) t.arrivals.push_back({hash_identifier(code), end, i});
        if (flight.aircraft.type) {
            const std::uint64_t type = hash_identifier(flight.aircraft.type.text());
            if (!type_count || type != last_type) type_count = &t.types[type], last_type = type;
            ++*type_count;
        }
    }
    for (const auto& track : batch.tracks) {
        if (!track) continue;
        t.aircraft[grouping.of(track->aircraft)].tracks.push_back(track);
        if (!track->fixes.empty()) t.cover(ticks(track->fixes.front().time)), t.cover(ticks(track->fixes.back().time));
    }
    for (std::uint32_t i = 0; i < t.aircraft.size(); ++i) {
        AircraftHistory& history = t.aircraft[i];
        if (!std::is_sorted(history.flights.begin(), history.flights.end(), [&](auto a, auto b) { return starts[a] < starts[b]; }))
            std::stable_sort(history.flights.begin(), history.flights.end(), [&](auto a, auto b) { return starts[a] < starts[b]; });
        link_flights(batch, history, t.next);
        const Registration& told = history.aircraft.registration;
        if (told) t.registrations[hash_identifier(told.text())].push_back(i);
        if (history.aircraft.icao24 && !history.aircraft.non_icao_address && !history.aircraft.privacy_address) {
            const auto planned = registration_of(*history.aircraft.icao24);
            if (planned && !(planned->registration == told) && (!told || planned->confidence >= sure_plan)) {
                history.planned = planned->registration;
                history.planned_confidence = planned->confidence;
                t.registrations[hash_identifier(planned->registration.text())].push_back(i);
            }
        }
    }
    std::sort(t.callsigns.begin(), t.callsigns.end());
    std::sort(t.departures.begin(), t.departures.end());
    std::sort(t.arrivals.begin(), t.arrivals.end());
    count_all(t.callsigns, t.callsign_counts);
    count_all(t.departures, t.airports);
    count_all(t.arrivals, t.airports);
    m_tables = std::move(tables);
}

FlightIndex::~FlightIndex() = default;
FlightIndex::FlightIndex(FlightIndex&&) noexcept = default;
FlightIndex& FlightIndex::operator=(FlightIndex&&) noexcept = default;

std::span<const Flight> FlightIndex::flights() const { return m_tables->flights; }
std::span<const AircraftHistory> FlightIndex::aircraft() const { return m_tables->aircraft; }
std::size_t FlightIndex::aircraft_of(std::size_t flight) const { return m_tables->aircraft_of[flight]; }

std::optional<std::size_t> FlightIndex::flight_after(std::size_t flight) const {
    const std::uint32_t next = m_tables->next[flight];
    if (next == no_flight) return std::nullopt;
    return next;
}

std::vector<std::size_t> FlightIndex::find_aircraft(const Registration& registration) const {
    std::vector<std::size_t> found;
    const auto it = m_tables->registrations.find(hash_identifier(registration.text()));
    if (it == m_tables->registrations.end()) return found;
    for (const std::uint32_t i : it->second) {
        const AircraftHistory& history = m_tables->aircraft[i];
        if (history.aircraft.registration == registration || history.planned == registration) found.push_back(i);
    }
    return found;
}

std::vector<std::size_t> FlightIndex::find_callsign(const Callsign& callsign, TimeWindow window) const {
    auto found = find(m_tables->callsigns, hash_identifier(callsign.text()), ticks(window.begin()) - longest_flight_s, ticks(window.end()));
    std::erase_if(found, [&](std::size_t i) {
        const Flight& flight = m_tables->flights[i];
        const std::int64_t end = end_time(flight.arrival, flight.last_seen);
        return end != no_time && end < ticks(window.begin());
    });
    return found;
}

std::vector<std::size_t> FlightIndex::find_departures(std::string_view airport, TimeWindow window) const {
    return find(m_tables->departures, hash_identifier(airport), ticks(window.begin()), ticks(window.end()));
}

std::vector<std::size_t> FlightIndex::find_arrivals(std::string_view airport, TimeWindow window) const {
    return find(m_tables->arrivals, hash_identifier(airport), ticks(window.begin()), ticks(window.end()));
}

TimeWindow FlightIndex::covered() const {
    if (m_tables->last == no_time) return TimeWindow(from_epoch_seconds(0), from_epoch_seconds(0));
    return TimeWindow(from_epoch_seconds(static_cast<double>(m_tables->first)), from_epoch_seconds(static_cast<double>(m_tables->last)));
}

double FlightIndex::frequency_of_registration(const Registration& registration) const {
    std::size_t count = 0;
    for (const std::size_t i : find_aircraft(registration)) count += m_tables->aircraft[i].flights.size();
    return m_tables->share(count);
}

double FlightIndex::frequency_of_callsign(const Callsign& callsign) const {
    const auto it = m_tables->callsign_counts.find(hash_identifier(callsign.text()));
    return m_tables->share(it == m_tables->callsign_counts.end() ? 0 : it->second);
}

double FlightIndex::frequency_of_type(const Typecode& type) const {
    const auto it = m_tables->types.find(hash_identifier(type.text()));
    return m_tables->share(it == m_tables->types.end() ? 0 : it->second);
}

double FlightIndex::frequency_of_airport(std::string_view airport) const {
    const auto it = m_tables->airports.find(hash_identifier(airport));
    return std::min(1.0, m_tables->share(it == m_tables->airports.end() ? 0 : it->second));
}

}  // namespace flightxref
