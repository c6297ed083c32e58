// SPDX-License-Identifier: BSL-1.0
// Flights and claims told in a few words, for tests that read as stories. Tracks are made up: straight ways, one fix a minute.
#pragma once

#include <flightxref/airport/airport.hpp>
#include <flightxref/claim/claim.hpp>
#include <flightxref/flight/segment.hpp>
#include <flightxref/geo/geodesy.hpp>
#include <flightxref/match/cross_reference.hpp>
#include <flightxref/time/iso8601.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace story {

using namespace flightxref;

inline Instant at(std::string_view text) { return parse_instant(text).value(); }

/// The airports of the stories, so that no test hangs on the built-in table.
inline const AirportTable& airports() {
    static const AirportTable table = [] {
        const auto make = [](std::string code, std::string name, std::string city, std::string country, double lat, double lon) {
            Airport a;
            a.code = std::move(code);
            a.name = std::move(name);
            a.city = std::move(city);
            a.country = std::move(country);
            a.position = Position::from_degrees(lat, lon).value();
            a.zone = "UTC";
            a.size = AirportSize::large;
            return a;
        };
        return AirportTable({
            make("ZBAA", "Beijing Capital International Airport", "Beijing", "CN", 40.08, 116.58),
            make("ZYTX", "Shenyang Taoxian International Airport", "Shenyang", "CN", 41.64, 123.48),
            make("ZKPY", "Pyongyang Sunan International Airport", "Pyongyang", "KP", 39.22, 125.67),
            make("UHWW", "Vladivostok International Airport", "Vladivostok", "RU", 43.40, 132.15),
            make("UHHH", "Khabarovsk Novy Airport", "Khabarovsk", "RU", 48.53, 135.19),
            make("UUWW", "Vnukovo International Airport", "Moscow", "RU", 55.60, 37.26),
            make("EDDF", "Frankfurt Airport", "Frankfurt", "DE", 50.03, 8.57),
            make("LFPG", "Charles de Gaulle International Airport", "Paris", "FR", 49.01, 2.55),
        });
    }();
    return table;
}

inline Position field(std::string_view code) { return airports().find_code(code)->position; }

inline Aircraft aircraft(std::string_view registration, std::string_view type, std::string_view address, std::string owner = {}) {
    Aircraft a;
    a.registration = Registration(registration);
    a.type = Typecode(type);
    a.icao24 = Icao24::parse(address);
    a.operator_name = std::move(owner);
    return a;
}

/// One leg; what receivers heard of it may be less than what was flown.
struct Leg {
    std::string from, to;
    Instant left, landed;
    std::string callsign;
    bool start_seen = true, end_seen = true;
    double silent_from = 2, silent_to = 2;   ///< part of the way without reception, 0 to 1
};

/// A day or more of one aircraft as a track with its flights. On the ground it is heard at seen ends only.
struct Told {
    std::shared_ptr<Track> track;
    std::vector<Flight> flights;
};

inline Told tell(const Aircraft& who, const std::vector<Leg>& legs) {
    Told told;
    told.track = std::make_shared<Track>();
    Track& track = *told.track;
    track.aircraft = who;
    auto input = std::make_shared<Input>();
    input->path = "told/" + who.registration.text() + ".json";
    input->format = "told";
    input->sha256 = std::string(64, 'a');
    track.inputs.push_back(input);
    for (const Leg& leg : legs) {
        Flight flight;
        flight.aircraft = who;
        flight.callsign = Callsign(leg.callsign);
        flight.first_fix = track.fixes.size();
        std::uint16_t callsign = 0;
        if (!leg.callsign.empty()) {
            callsign = static_cast<std::uint16_t>(track.callsigns.size());
            track.callsigns.push_back(leg.callsign);
        }
        const Position a = field(leg.from), b = field(leg.to);
        const double start = to_epoch_seconds(leg.left), stop = to_epoch_seconds(leg.landed), km = distance_km(a, b), course = bearing_deg(a, b);
        const auto add = [&](double t, Position p, bool ground, double feet) {
            StateVector fix;
            fix.time = from_epoch_seconds(t);
            fix.position = p;
            fix.on_ground = ground ? OnGround::yes : OnGround::no;
            fix.source = PositionSource::adsb;
            fix.ground_speed_kt = ground ? 12.0f : static_cast<float>(km / (stop - start) * 3600 / kmh_per_knot);
            if (!ground) fix.baro_altitude_ft = static_cast<float>(feet);
            fix.record = static_cast<std::uint32_t>(track.fixes.size());
            fix.callsign = callsign;
            track.fixes.push_back(fix);
        };
        if (leg.start_seen)
            for (double t = start - 600; t < start; t += 60) add(t, a, true, 0);
        for (double t = start + 30; t < stop; t += 60) {
            const double share = (t - start) / (stop - start);
            if (share >= leg.silent_from && share <= leg.silent_to) continue;
            // An end that was not seen lies beyond the last receiver: a tenth of the way at most.
            if ((!leg.start_seen && share < 0.1) || (!leg.end_seen && share > 0.9)) continue;
            add(t, destination_point(a, course, km * share), false, std::min({34000.0, (t - start) * 30, (stop - t) * 30}));
        }
        if (leg.end_seen)
            for (double t = stop + 30; t < stop + 600; t += 60) add(t, b, true, 0);
        flight.end_fix = track.fixes.size();
        flight.first_seen = track.fixes[flight.first_fix].time;
        flight.last_seen = track.fixes.back().time;
        const auto end = [](bool seen, const std::string& code, Instant moment, EndKind unseen, Position last) {
            EndPoint e;
            e.observed = seen;
            e.kind = seen ? EndKind::runway : unseen;
            e.place = last;
            if (!seen) return e;
            e.airport = code;
            e.candidates = {{code, 1.0}};
            e.not_before = e.not_after = e.estimate = moment;
            return e;
        };
        flight.departure = end(leg.start_seen, leg.from, leg.left, EndKind::in_flight_start, track.fixes[flight.first_fix].position);
        flight.arrival = end(leg.end_seen, leg.to, leg.landed, EndKind::lost, track.fixes.back().position);
        told.flights.push_back(std::move(flight));
    }
    for (Flight& flight : told.flights) flight.track = told.track;
    return told;
}

inline FlightBatch batch(const std::vector<Told>& all) {
    FlightBatch flights;
    for (const Told& told : all) {
        flights.tracks.push_back(told.track);
        flights.inputs.push_back(told.track->inputs.front());
        flights.items.insert(flights.items.end(), told.flights.begin(), told.flights.end());
    }
    return flights;
}

inline Place airport_place(std::string_view code) {
    const Airport& a = *airports().find_code(code);
    return {a.name, PlaceKind::airport, a.name, a.code, a.city, a.country};
}
inline Place city(std::string name, std::string country) { return {name, PlaceKind::city, name, "", name, std::move(country)}; }
inline Place country(std::string name, std::string code) { return {name, PlaceKind::country, name, "", "", std::move(code)}; }

/// A claim, told field by field.
class Says {
  public:
    explicit Says(ClaimEvent event) {
        m_claim.event = event;
        m_claim.mode = TravelMode::air;
        m_claim.id = "c1";
        m_claim.document = "d1";
    }
    Says& tail(std::string registration) { return craft().registration = std::move(registration), *this; }
    Says& callsign(std::string text) { return craft().callsign = std::move(text), *this; }
    Says& flight_number(std::string text) { return craft().flight_number = std::move(text), *this; }
    Says& type(std::string text, std::string icao = {}) { return craft().type_text = std::move(text), craft().type_icao = std::move(icao), *this; }
    Says& by(std::string name) { return craft().operator_name = std::move(name), *this; }
    Says& from(Place place) { return m_claim.origin = std::move(place), *this; }
    Says& to(Place place) { return m_claim.destination = std::move(place), *this; }
    Says& over(Place place) { return m_claim.via.push_back(std::move(place)), *this; }
    Says& who(std::string name) { return m_claim.travellers.push_back({std::move(name), false, "", Aboard::asserted}), *this; }
    Says& modality(Modality modality) { return m_claim.modality = modality, *this; }
    Says& mode(TravelMode mode) { return m_claim.mode = mode, *this; }
    Says& quote(std::string words) { return m_claim.quote = std::move(words), *this; }
    Says& published(std::string_view moment) { return m_claim.published = at(moment), *this; }
    /// The time was read from the text by the claim reader, and not given by somebody who knows.
    Says& read() { return m_claim.why.push_back({"time", "date_past", {}}), *this; }
    Says& zone(std::string name) { return m_claim.time->zone = std::move(name), *this; }
    Says& reckoned_from(std::string id) { return m_claim.time->relative_to = std::move(id), *this; }
    Says& id(std::string id) { return m_claim.id = std::move(id), *this; }
    Says& when(std::string_view earliest, std::string_view latest, std::string words = "then") {
        ClaimedTime time;
        time.text = std::move(words);
        time.window = make_window(at(earliest), at(latest));
        time.zone = "UTC";
        m_claim.time = std::move(time);
        return *this;
    }
    operator Claim() const { return m_claim; }

  private:
    ClaimedAircraft& craft() {
        if (!m_claim.aircraft) m_claim.aircraft.emplace();
        return *m_claim.aircraft;
    }
    Claim m_claim;
};

inline Finding check(const Claim& claim, const FlightBatch& flights) {
    Batch<Claim> claims;
    claims.items = {claim};
    return cross_reference(claims, flights, {.airports = &airports()})[0];
}

inline std::vector<Finding> check_all(std::vector<Claim> all, const FlightBatch& flights) {
    Batch<Claim> claims;
    claims.items = std::move(all);
    return cross_reference(claims, flights, {.airports = &airports()}).items;
}

}  // namespace story
