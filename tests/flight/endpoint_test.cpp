// SPDX-License-Identifier: BSL-1.0
#include "flight/track_builder.hpp"

#include <flightxref/flight/segment.hpp>

#include <doctest/doctest.h>

#include <vector>

using namespace flightxref;
using story::at;
using story::make_airport;
using story::TrackBuilder;

namespace {

// XHOL lies in a hole of coverage, XNEA 60 km beside it; XHOM is far away and well covered.
std::vector<Airport> make_fields() {
    std::vector<Airport> fields = {
        make_airport("XHOM", 40.0, 116.0, 100, 10, 3600),
        make_airport("XHOL", 39.2, 125.7, 120, 165, 3500),
        make_airport("XNEA", 38.7, 126.1, 60, 90, 2500, AirportSize::medium),
        make_airport("XFAR", 35.0, 128.0, 60, 0, 3000),
        make_airport("XOLD", 52.5, 13.3, 120, 80, 3000),
        make_airport("XNEW", 52.36, 13.5, 150, 70, 3600),
    };
    fields[4].closed = CivilDate(2020, 11, 8);
    Airport pad;
    pad.code = "XPAD";
    pad.name = "Hospital pad";
    pad.size = AirportSize::heliport;
    pad.position = *Position::from_degrees(52.40, 13.30);
    pad.elevation_ft = 130;
    fields.push_back(pad);
    return fields;
}

const std::vector<Airport> fields = make_fields();

const Airport& field(std::string_view code) {
    for (const Airport& airport : fields) {
        if (airport.code == code) return airport;
    }
    return fields.front();
}

FlightBatch segment(const TrackBuilder& builder) {
    static const AirportTable table(fields);
    return segment_flights(builder.batch(), {.airports = &table});
}

double probability_of(const EndPoint& end, std::string_view code) {
    for (const AirportCandidate& c : end.candidates) {
        if (c.airport == code) return c.probability;
    }
    return 0;
}

/// Not heard within that many kilometres of a field below that height.
auto hole_around(const Airport& airport, double km, double below_ft) {
    return [&airport, km, below_ft](const StateVector& fix) {
        return distance_km(fix.position, airport.position) > km || (fix.baro_altitude_ft && *fix.baro_altitude_ft > below_ft);
    };
}

}  // namespace

TEST_CASE("an arrival in a hole of coverage is inferred from the descent into it and the departure out of it") {
    TrackBuilder b("IL96", at("2024-10-18T06:00:00Z"), field("XHOM"));
    b.heard = hole_around(field("XHOL"), 85, 99'000);
    b.callsign("TST101").wait(minutes(5)).take_off().land(field("XHOL")).to_stand();
    const Instant touchdown = b.touchdown;
    b.wait(minutes(170)).callsign("TST102").take_off();
    const Instant lift_off = b.lift_off;
    b.land(field("XHOM")).to_stand();
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 2);
    const EndPoint& arrival = flights[0].arrival;
    CHECK(arrival.airport == "XHOL");
    CHECK(arrival.kind == EndKind::inferred);
    CHECK_FALSE(arrival.observed);
    CHECK(*arrival.not_before <= touchdown);
    CHECK(*arrival.not_after >= touchdown);
    CHECK(*arrival.not_before > *flights[0].last_seen);
    CHECK(*arrival.not_after <= *flights[1].first_seen);
    CHECK(flights[1].departure.airport == "XHOL");
    CHECK(*flights[1].departure.not_before <= lift_off);
    CHECK(*flights[1].departure.not_after >= lift_off);
    // Figures a reader can check: how far, how high, which way.
    CHECK(arrival.because.find("km from XHOL") != std::string::npos);
    CHECK(arrival.because.find("descending") != std::string::npos);
    CHECK(arrival.because.find("UTC on 2024-10-18") != std::string::npos);
}

TEST_CASE("lost in cruise, the destination stays open however few airports lie ahead") {
    TrackBuilder b("IL96", at("2024-10-18T06:00:00Z"), field("XHOM"));
    b.heard = [](const StateVector& fix) { return fix.position.longitude() < 120.5; };
    b.wait(minutes(5)).take_off().land(field("XHOL"));
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].departure.airport == "XHOM");
    const EndPoint& arrival = flights[0].arrival;
    CHECK(arrival.airport.empty());
    CHECK(arrival.kind == EndKind::lost);
    CHECK(*arrival.not_before == *flights[0].last_seen);
    CHECK_FALSE(arrival.not_after.has_value());
    for (const AirportCandidate& c : arrival.candidates) CHECK(c.probability < 0.5);
}

TEST_CASE("a take-off that only the source speaks of is inferred, and said to be that") {
    TrackBuilder b("IL96", at("2024-10-18T06:00:00Z"), field("XHOM"));
    b.heard = [](const StateVector& fix) { return fix.position.longitude() > 121; };
    b.take_off().land(field("XFAR")).to_stand();
    b.track.stated_legs.push_back({"XHOM", "XHOL", b.lift_off, std::nullopt, "TST101", 0});
    const Instant first = segment(b)[0].first_seen.value();
    {
        const Flight flight = segment(b)[0];
        CHECK(flight.departure.airport == "XHOM");
        CHECK(flight.departure.kind == EndKind::inferred);
        CHECK_FALSE(flight.departure.observed);
        CHECK(*flight.departure.estimate == b.lift_off);
        CHECK(*flight.departure.not_after == first);
        CHECK(probability_of(flight.departure, "XHOM") == doctest::Approx(0.9));
        CHECK(flight.departure.because.find("source states") != std::string::npos);
        CHECK(flight.arrival.airport == "XFAR");  // whatever was planned
    }
    const auto departure_when = [&](auto&& change) {
        TrackBuilder other = b;
        change(other.track.stated_legs);
        return segment(other)[0].departure.airport;
    };
    CHECK(departure_when([](auto& legs) { legs[0].departed = std::nullopt; }) == "");                     // a plan
    CHECK(departure_when([](auto& legs) { legs[0].estimated = true; }) == "");                            // a guess
    CHECK(departure_when([&](auto& legs) { legs[0].departed = first - minutes(3); }) == "");              // too far to have come
    CHECK(departure_when([&](auto& legs) { legs[0].departed = first - hours(5); }) == "");                // where was it all that time?
    CHECK(departure_when([](auto& legs) { legs[0].origin = "nowhere"; }) == "");
    CHECK(departure_when([](auto& legs) { legs.push_back(legs[0]); }) == "XHOM");
    CHECK(departure_when([](auto& legs) { legs.push_back(legs[0]); legs[1].origin = "XHOL"; }) == "");    // two sources disagree
    CHECK(departure_when([](auto& legs) { legs[0].destination.swap(legs[0].origin); legs[0].departed = std::nullopt; }) == "");
}

TEST_CASE("where the landing was not seen, a stated destination is no answer") {
    TrackBuilder b("IL96", at("2024-10-18T06:00:00Z"), field("XHOM"));
    b.heard = [](const StateVector& fix) { return fix.position.longitude() < 120.5; };
    b.take_off().land(field("XHOL"));
    b.track.stated_legs.push_back({"XHOM", "XHOL", b.lift_off, b.touchdown, "TST101", 0});
    CHECK(segment(b)[0].arrival.airport.empty());
}

TEST_CASE("two fields equally well ahead: neither is claimed, both are named") {
    TrackBuilder b("A320", at("2024-10-18T06:00:00Z"), field("XHOM"));
    const Position gate = destination_point(field("XNEA").position, 300, 70);
    b.wait(minutes(5)).take_off().fly_to(destination_point(gate, 290, 150), 34'000).fly_to(gate, 11'000);
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].arrival.airport.empty());
    CHECK(probability_of(flights[0].arrival, "XHOL") > 0.01);
    CHECK(probability_of(flights[0].arrival, "XNEA") > 0.01);
    CHECK(probability_of(flights[0].arrival, "XHOL") < 0.5);
    CHECK(probability_of(flights[0].arrival, "XNEA") < 0.5);
}

TEST_CASE("coverage that ends on short final is enough to name the field and the minute") {
    TrackBuilder b("B738", at("2024-10-18T06:00:00Z"), field("XHOM"));
    b.pressure_error_ft = 300;
    b.heard = [](const StateVector& fix) { return fix.on_ground == OnGround::yes ? fix.position.longitude() < 120 : *fix.baro_altitude_ft > 1100; };
    b.wait(minutes(3)).take_off().land(field("XFAR"));
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    const EndPoint& arrival = flights[0].arrival;
    CHECK(arrival.airport == "XFAR");
    CHECK(arrival.kind == EndKind::inferred);
    CHECK(probability_of(arrival, "XFAR") > 0.8);
    CHECK(std::abs(to_seconds(*arrival.estimate - b.touchdown)) < 30);
}

TEST_CASE("a silence between the last airborne fix and the stand gives a bracket, and an estimate inside it near the truth") {
    TrackBuilder b("B738", at("2024-10-18T06:00:00Z"), field("XHOM"));
    b.heard = [](const StateVector& fix) { return fix.on_ground == OnGround::yes ? *fix.ground_speed_kt < 5 : *fix.baro_altitude_ft > 1500; };
    b.wait(minutes(3)).take_off().land(field("XFAR")).to_stand().wait(minutes(10));
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    const EndPoint& arrival = flights[0].arrival;
    CHECK(arrival.airport == "XFAR");
    CHECK(*arrival.not_before < b.touchdown);
    CHECK(*arrival.not_after > b.touchdown);
    CHECK(std::abs(to_seconds(*arrival.estimate - b.touchdown)) < 45);
}

TEST_CASE("an aircraft that departs from elsewhere than it was left at has flown unheard; the flight heard does not begin at the old place") {
    TrackBuilder b("B738", at("2024-10-18T06:00:00Z"), field("XFAR"));
    b.wait(minutes(3)).take_off().land(field("XHOM")).to_stand().wait(minutes(3));
    b.heard = [](const StateVector&) { return false; };
    b.wait(hours(2)).take_off().land(field("XFAR")).to_stand().wait(hours(3)).take_off();
    b.fly_to(destination_point(b.here(), 10, 25), 9000);
    b.heard = [](const StateVector&) { return true; };
    b.land(field("XHOL")).to_stand();
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 2);
    CHECK(flights[0].arrival.airport == "XHOM");
    CHECK(flights[1].departure.airport != "XHOM");
    CHECK(flights[1].arrival.airport == "XHOL");
}

TEST_CASE("an airport counts only on the days it was open") {
    for (const bool closed : {false, true}) {
        TrackBuilder b("A320", closed ? at("2021-03-05T08:00:00Z") : at("2020-03-05T08:00:00Z"), field("XNEW"));
        b.wait(minutes(3)).take_off();
        b.fly_to(destination_point(b.here(), 250, 120), 20'000).approach(field("XOLD"), 500);
        const FlightBatch flights = segment(b);
        REQUIRE(flights.size() == 1);
        CHECK(flights[0].departure.airport == "XNEW");
        CHECK((flights[0].arrival.airport == "XOLD") == !closed);
        CHECK((probability_of(flights[0].arrival, "XOLD") > 0.0) == !closed);
    }
}

TEST_CASE("a jet that lands far from any airfield landed off the airports, at that place") {
    Airport ship = make_airport("ship", 36.0, 122.0, 60, 30, 400);
    TrackBuilder b("F18S", at("2024-10-18T06:00:00Z"), field("XHOM"));
    b.take_off().land(ship, 5);
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    const EndPoint& arrival = flights[0].arrival;
    CHECK(arrival.kind == EndKind::off_airport);
    CHECK(arrival.airport.empty());
    REQUIRE(arrival.place.has_value());
    CHECK(distance_km(*arrival.place, ship.position) < 1.5);
    CHECK(arrival.estimate.has_value());
}

TEST_CASE("a heliport is for helicopters") {
    TrackBuilder b("A320", at("2021-03-05T08:00:00Z"), field("XNEW"));
    b.wait(minutes(3)).take_off();
    b.fly_to(destination_point(field("XPAD").position, 90, 2), 3000);
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].arrival.airport.empty());
    CHECK(probability_of(flights[0].arrival, "XPAD") < 0.05);
}
