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

// Two large airports 555 km apart, a small strip near the first, a high field, all of our own making.
const std::vector<Airport> fields = {
    make_airport("XAAA", 48.0, 10.0, 1500, 70, 3600),
    make_airport("XBBB", 48.0, 17.5, 500, 160, 3000),
    make_airport("XSTR", 48.03, 10.05, 1520, 40, 600, AirportSize::small),
    make_airport("XHIG", 44.0, 12.0, 5400, 120, 3200),
    make_airport("XOCE", 45.0, -60.0, 100, 90, 3000),
};

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

bool within(const EndPoint& end, Instant truth, int slack_s) {
    return end.estimate && end.not_before && end.not_after && *end.not_before <= truth + seconds(slack_s) && truth <= *end.not_after + seconds(slack_s) &&
           *end.estimate - truth <= seconds(slack_s) && truth - *end.estimate <= seconds(slack_s);
}

}  // namespace

TEST_CASE("a flight from stand to stand is one flight with both ends seen") {
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.callsign("TST12A").wait(minutes(6)).take_off().land(field("XBBB")).to_stand().wait(minutes(3));
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    const Flight& flight = flights[0];
    CHECK(flight.callsign == Callsign("TST12A"));
    CHECK(flight.departure.airport == "XAAA");
    CHECK(flight.arrival.airport == "XBBB");
    CHECK(flight.departure.kind == EndKind::runway);
    CHECK(flight.arrival.kind == EndKind::runway);
    CHECK(flight.arrival.observed);
    CHECK(within(flight.departure, b.lift_off, 6));
    CHECK(within(flight.arrival, b.touchdown, 6));
    CHECK(flight.passes.empty());
    CHECK(flight.arrival.because.find("XBBB") != std::string::npos);
    CHECK(flights.tracks.size() == 1);
}

TEST_CASE("a landing at a field 5,400 ft high on a day of high pressure is still a landing, without any ground bit") {
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.sends_ground_bit = false;
    b.pressure_error_ft = -700;
    b.take_off().land(field("XHIG")).to_stand().wait(minutes(5));
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].arrival.airport == "XHIG");
    CHECK(flights[0].departure.airport == "XAAA");
    CHECK(within(flights[0].arrival, b.touchdown, 40));
}

TEST_CASE("a quarter of an hour on the ground makes two flights; the aircraft departs from where it arrived") {
    TrackBuilder b("B738", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.callsign("TST1").take_off().land(field("XBBB")).to_stand().wait(minutes(12)).callsign("TST2").take_off().land(field("XAAA")).to_stand();
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 2);
    CHECK(flights[0].arrival.airport == "XBBB");
    CHECK(flights[1].departure.airport == "XBBB");
    CHECK(flights[1].arrival.airport == "XAAA");
    CHECK(flights[0].callsign == Callsign("TST1"));
    CHECK(flights[1].callsign == Callsign("TST2"));
    CHECK(flights[0].end_fix <= flights[1].first_fix);
}

TEST_CASE("a night stop hidden in a silence is a stop: lost coming down, found climbing out eight hours later") {
    TrackBuilder b("B738", at("2024-03-05T18:00:00Z"), field("XAAA"));
    b.callsign("TST3").take_off().approach(field("XBBB"), 900);
    const Instant lost = b.clock();
    b.heard = [](const StateVector&) { return false; };
    b.land(field("XBBB")).to_stand().switched_off(hours(8)).callsign("TST4").take_off();
    b.fly_to(destination_point(b.here(), 160, 6), 2500);
    b.heard = [](const StateVector&) { return true; };
    b.land(field("XAAA")).to_stand();
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 2);
    const EndPoint& arrival = flights[0].arrival;
    CHECK(arrival.airport == "XBBB");
    CHECK(arrival.kind == EndKind::inferred);
    CHECK_FALSE(arrival.observed);
    CHECK(*arrival.not_before >= lost);
    CHECK(*arrival.estimate - lost < minutes(5));
    CHECK(flights[1].departure.airport == "XBBB");
    CHECK(*flights[1].departure.not_before > *arrival.not_before);
}

TEST_CASE("an ocean crossed in one long silence is one flight") {
    TrackBuilder b("B789", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.cruise_kt = 490;
    b.heard = [](const StateVector& fix) { return fix.position.longitude() > 0 || fix.position.longitude() < -50; };
    b.take_off().land(field("XOCE")).to_stand();
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].departure.airport == "XAAA");
    CHECK(flights[0].arrival.airport == "XOCE");
}

TEST_CASE("a touch-and-go is no arrival") {
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.take_off().land(field("XBBB"), 115).climb_away(field("XBBB")).land(field("XBBB")).to_stand();
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].arrival.airport == "XBBB");
    REQUIRE(flights[0].passes.size() == 1);
    CHECK(flights[0].passes[0].kind == Pass::Kind::touch_and_go);
    CHECK(flights[0].passes[0].airport == "XBBB");
}

TEST_CASE("a go-around and a low pass are listed, and neither is a landing") {
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.take_off().approach(field("XBBB"), 600).climb_away(field("XBBB")).approach(field("XBBB"), 60);
    b.fly_to(destination_point(b.here(), 160, 2.0), 560).climb_away(field("XBBB")).land(field("XAAA")).to_stand();
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].arrival.airport == "XAAA");
    REQUIRE(flights[0].passes.size() == 2);
    CHECK(flights[0].passes[0].kind == Pass::Kind::go_around);
    CHECK(flights[0].passes[1].kind == Pass::Kind::low_pass);
}

TEST_CASE("ground bits that flap for a second change nothing, in the air or on the ground") {
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.step_s = 1;
    b.take_off().land(field("XBBB")).to_stand().wait(minutes(5), 1);
    for (std::size_t i = 40; i < b.track.fixes.size(); i += 97) {
        OnGround& bit = b.track.fixes[i].on_ground;
        bit = bit == OnGround::yes ? OnGround::no : OnGround::yes;
    }
    CHECK(segment(b).size() == 1);
}

TEST_CASE("a ground bit gone stale for two minutes of the climb does not delay the take-off") {
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.take_off().land(field("XBBB")).to_stand();
    for (StateVector& fix : b.track.fixes) {
        if (fix.time > b.lift_off && fix.time < at("2024-03-05T08:00:00Z") + minutes(12) && fix.on_ground == OnGround::no) {
            fix.on_ground = OnGround::yes;
            fix.baro_altitude_ft = {};
        }
    }
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].departure.airport == "XAAA");
    CHECK(flights[0].arrival.airport == "XBBB");
}

TEST_CASE("what never leaves the ground has no flight: a tow, a vehicle, a parked aircraft whose bit flaps") {
    TrackBuilder tow("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    tow.wait(minutes(3)).taxi_to(destination_point(tow.here(), 70, 1.5), 12).wait(minutes(10));
    for (std::size_t i = 5; i < tow.track.fixes.size(); i += 9) tow.track.fixes[i].on_ground = OnGround::no;
    CHECK(segment(tow).empty());

    TrackBuilder car("", at("2024-03-05T08:00:00Z"), field("XAAA"));
    car.sends_ground_bit = false;
    car.track.aircraft.ground_vehicle = true;
    car.taxi_to(destination_point(car.here(), 70, 3), 50);
    const FlightBatch none = segment(car);
    CHECK(none.empty());
    CHECK(none.tracks.size() == 1);
}

TEST_CASE("a track that begins in the landing roll or ends in the take-off roll has no flight: nobody saw it in the air") {
    // Fast on a runway is also who broke off a take-off; it takes a position in the air to make a flight.
    TrackBuilder landed("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    landed.heard = [](const StateVector& fix) { return fix.position.longitude() > 15 && fix.on_ground == OnGround::yes; };
    landed.take_off().land(field("XBBB")).to_stand().wait(minutes(20));
    CHECK(segment(landed).empty());

    TrackBuilder leaving("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    leaving.wait(minutes(10)).take_off();
    CHECK(segment(leaving).empty());

    // After another flight the roll takes nothing away from it.
    TrackBuilder both("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    both.wait(minutes(5)).take_off().land(field("XBBB")).to_stand().wait(minutes(40)).take_off();
    const FlightBatch flights = segment(both);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].arrival.airport == "XBBB");
    CHECK(within(flights[0].arrival, both.touchdown, 6));
}

TEST_CASE("a few seconds in the air before the roll are a flight, with that end seen and the other open") {
    TrackBuilder landed("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    landed.heard = [](const StateVector& fix) { return fix.position.longitude() > 15 && (fix.on_ground == OnGround::yes || *fix.baro_altitude_ft < 650); };
    landed.take_off().land(field("XBBB")).to_stand().wait(minutes(5));
    const FlightBatch flights = segment(landed);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].arrival.airport == "XBBB");
    CHECK(flights[0].arrival.observed);
    CHECK(flights[0].departure.airport.empty());
}

TEST_CASE("an airport whose runways are not in the table is still where one lands and departs") {
    std::vector<Airport> bare = fields;
    for (Airport& airport : bare) airport.runways.clear();
    const AirportTable table(bare);
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.wait(minutes(6)).take_off().land(field("XBBB")).to_stand().wait(minutes(50)).take_off().land(field("XAAA")).to_stand().wait(minutes(3));
    const FlightBatch flights = segment_flights(b.batch(), {.airports = &table});
    REQUIRE(flights.size() == 2);
    CHECK(flights[0].departure.airport == "XAAA");
    CHECK(flights[0].arrival.airport == "XBBB");
    CHECK(flights[1].departure.airport == "XBBB");
    CHECK(flights[1].arrival.airport == "XAAA");
    CHECK(within(flights[1].arrival, b.touchdown, 6));
}

TEST_CASE("six low approaches to one field on a calibration flight are six passes and no landing there") {
    TrackBuilder b("B350", at("2024-03-05T08:00:00Z"), field("XBBB"));
    b.cruise_kt = 240, b.approach_kt = 110, b.cruise_ft = 9'000;
    b.wait(minutes(5)).take_off();
    for (int i = 0; i < 6; ++i) b.approach(field("XAAA"), 60).climb_away(field("XAAA"));
    b.land(field("XBBB")).to_stand();
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].arrival.airport == "XBBB");
    CHECK(flights[0].passes.size() == 6);
}

TEST_CASE("an overflight neither takes off nor lands") {
    TrackBuilder b("B77W", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.heard = [](const StateVector& fix) { return fix.position.longitude() > 12 && fix.position.longitude() < 14; };
    b.take_off().land(field("XBBB"));
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].departure.kind == EndKind::in_flight_start);
    CHECK(flights[0].arrival.kind == EndKind::lost);
    CHECK(flights[0].departure.airport.empty());
    CHECK(flights[0].arrival.airport.empty());
    CHECK_FALSE(flights[0].arrival.estimate.has_value());
    CHECK(flights[0].arrival.place.has_value());
    for (const AirportCandidate& c : flights[0].arrival.candidates) CHECK(c.probability < 0.5);
}

TEST_CASE("a strip beside a large airport does not win the arrivals of the large one") {
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), field("XBBB"));
    b.heard = [](const StateVector& fix) { return fix.on_ground == OnGround::yes || *fix.baro_altitude_ft > 2600; };
    b.take_off().approach(field("XAAA"), 400);
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    REQUIRE_FALSE(flights[0].arrival.candidates.empty());
    CHECK(flights[0].arrival.candidates[0].airport == "XAAA");
}

TEST_CASE("a callsign left over from the flight before does not name the flight") {
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.callsign("OLD77").take_off();
    b.fly_to(destination_point(b.here(), 80, 20), 9000);
    b.callsign("NEW88").land(field("XBBB"));
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].callsign == Callsign("NEW88"));
}

TEST_CASE("positions and pressure altitude are enough") {
    TrackBuilder b("", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.sends_ground_bit = b.sends_speed = false;
    b.take_off().land(field("XBBB")).to_stand().wait(minutes(15));
    for (StateVector& fix : b.track.fixes) fix.track_deg = {};
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].departure.airport == "XAAA");
    CHECK(flights[0].arrival.airport == "XBBB");
}

TEST_CASE("degenerate tracks are handled: none, one fix, all at one time") {
    CHECK(segment_flights({}).empty());
    TrackBatch empty;
    empty.items.emplace_back();
    CHECK(segment_flights(std::move(empty)).empty());
    for (const std::size_t count : {std::size_t{1}, std::size_t{1000}}) {
        TrackBatch same;
        same.items.emplace_back();
        StateVector fix;
        fix.time = at("2024-03-05T08:00:00Z");
        fix.position = field("XAAA").position;
        fix.baro_altitude_ft = 30'000.0F;
        same.items[0].fixes.assign(count, fix);
        const FlightBatch flights = segment_flights(std::move(same));
        CHECK(flights.size() <= 1);
    }
}

TEST_CASE("a helicopter flies slowly and stands where it likes") {
    TrackBuilder b("EC35", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.cruise_kt = 130;
    b.approach_kt = 50;
    b.cruise_ft = 3500;
    b.climb_fpm = 1000;
    b.take_off(false);
    const Airport meadow = make_airport("none", 48.3, 10.6, 1800, 20, 300);
    b.land(meadow, 3).wait(minutes(10), 5);
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK(flights[0].arrival.airport.empty());
    CHECK(flights[0].arrival.kind == EndKind::off_airport);
    REQUIRE(flights[0].arrival.place.has_value());
    CHECK(distance_km(*flights[0].arrival.place, meadow.position) < 1.0);
}

TEST_CASE("a full stop of a few minutes between circuits makes two flights, one of seconds does not") {
    TrackBuilder b("C172", at("2024-03-05T08:00:00Z"), field("XBBB"));
    b.cruise_kt = 100;
    b.approach_kt = 60;
    b.cruise_ft = 1500;
    b.climb_fpm = 700;
    b.descent_fpm = 500;
    b.step_s = 2;
    b.take_off().climb_away(field("XBBB"), 1000).land(field("XBBB"), 45).climb_away(field("XBBB"), 1000).land(field("XBBB"), 8).to_stand().wait(minutes(4));
    b.take_off().climb_away(field("XBBB"), 1000).land(field("XBBB"), 8).to_stand();
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 2);
    CHECK(flights[0].departure.airport == "XBBB");
    CHECK(flights[0].arrival.airport == "XBBB");
    CHECK(flights[1].departure.airport == "XBBB");
    REQUIRE(flights[0].passes.size() == 1);
    CHECK(flights[0].passes[0].kind == Pass::Kind::touch_and_go);
}

TEST_CASE("multilateration without ground, speed or steady positions still gives one flight and claims no wrong field") {
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), field("XAAA"));
    b.heard = [](const StateVector& fix) { return fix.baro_altitude_ft && *fix.baro_altitude_ft > 4000; };
    b.take_off().land(field("XBBB"));
    double side = 0;
    for (StateVector& fix : b.track.fixes) {
        side += 137.5;
        fix.source = PositionSource::mlat;
        fix.position = destination_point(fix.position, side, 0.4);
        fix.ground_speed_kt = {};
        fix.on_ground = OnGround::unknown;
    }
    const FlightBatch flights = segment(b);
    REQUIRE(flights.size() == 1);
    CHECK((flights[0].arrival.airport.empty() || flights[0].arrival.airport == "XBBB"));
    CHECK((flights[0].departure.airport.empty() || flights[0].departure.airport == "XAAA"));
    REQUIRE_FALSE(flights[0].arrival.candidates.empty());
    CHECK(flights[0].arrival.candidates[0].airport == "XBBB");
}
