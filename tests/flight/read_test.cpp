// SPDX-License-Identifier: BSL-1.0
#include "flight/track_builder.hpp"
#include "track/support.hpp"

#include <flightxref/flight/read.hpp>
#include <flightxref/track/write.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <stdexcept>

using namespace flightxref;
using story::at;
using story::make_airport;
using story::TrackBuilder;

namespace {

const std::vector<Airport> fields = {make_airport("XAAA", 48.0, 10.0, 1500, 70, 3600), make_airport("XBBB", 48.0, 17.5, 500, 160, 3000)};

const AirportTable& table() {
    static const AirportTable built(fields);
    return built;
}

/// Twelve aircraft that fly to and fro over midnight, as a tree of day files.
void write_tree(const TemporaryFolder& folder) {
    for (int i = 0; i < 12; ++i) {
        TrackBuilder b("A320", at("2024-03-05T20:00:00Z") + minutes(11 * i), fields[0]);
        b.track.aircraft.icao24 = Icao24::parse(fmt::format("4b{:04x}", 7 * i));
        b.callsign("TST1").wait(minutes(6)).take_off().land(fields[1]).to_stand().wait(minutes(40)).callsign("TST2").take_off().land(fields[0]).to_stand();
        write_readsb_traces(folder.path(), b.track);
    }
}

std::string key(const Flight& flight) {
    return fmt::format("{} {} {}>{} {} {}", flight.aircraft.icao24->to_string(), flight.callsign.text(), flight.departure.airport, flight.arrival.airport,
                       to_iso8601(*flight.departure.estimate), to_iso8601(*flight.arrival.estimate));
}

/// The airborne way of a track as FlightAware draws it: all times, then all places.
std::string as_gx_track(const Track& track) {
    std::string times, places;
    for (const StateVector& fix : track.fixes) {
        if (fix.on_ground != OnGround::no) continue;
        times += "<when>" + to_iso8601(fix.time) + "</when>";
        places += fmt::format("<gx:coord>{:.6f} {:.6f} {:.0f}</gx:coord>", fix.position.longitude(), fix.position.latitude(), *fix.baro_altitude_ft * 0.3048);
    }
    return "<kml><Document><name>FlightAware TST1</name><Placemark><name>TST1</name><description>XAAA - XAAA</description><gx:Track>" + times + places +
           "</gx:Track></Placemark></Document></kml>";
}

/// Per file, the first and last record that the flight is made of.
std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> sources_of(const Flight& flight) {
    std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> sources;
    for (const StateVector& fix : flight.fixes()) {
        auto& [low, high] = sources.try_emplace(flight.track->inputs[fix.input]->path, fix.record, fix.record).first->second;
        low = std::min(low, fix.record);
        high = std::max(high, fix.record);
    }
    return sources;
}

}  // namespace

TEST_CASE("flights read aircraft by aircraft are those of read_tracks and segment_flights, on any number of threads") {
    const TemporaryFolder folder;
    write_tree(folder);
    const FlightBatch expected = segment_flights(read_tracks(folder.path()), {.airports = &table()});
    REQUIRE(expected.size() == 24);
    for (const unsigned threads : {1u, 2u, 4u}) {
        for (const KeepFixes keep : {KeepFixes::all, KeepFixes::outline, KeepFixes::ends}) {
            CAPTURE(threads);
            ReadFlightsOptions options;
            options.reading.threads = threads;
            options.segmenting.airports = &table();
            options.keep = keep;
            std::size_t positions = 0;
            options.visit = [&](const Track& track) { positions += track.fixes.size(); };
            const FlightBatch batch = read_flights(folder.path(), options);
            REQUIRE(batch.size() == expected.size());
            REQUIRE(batch.tracks.size() == expected.tracks.size());
            CHECK(batch.inputs.size() == expected.inputs.size());
            CHECK(batch.issues == expected.issues);
            std::size_t all = 0;
            for (const auto& track : expected.tracks) all += track->fixes.size();
            CHECK(positions == all);
            for (std::size_t i = 0; i < batch.size(); ++i) {
                CHECK(key(batch[i]) == key(expected[i]));
                CHECK(batch[i].fixes().front().time == expected[i].fixes().front().time);
                CHECK(batch[i].fixes().back().time == expected[i].fixes().back().time);
                CHECK(sources_of(batch[i]) == sources_of(expected[i]));
                if (keep == KeepFixes::all) CHECK(batch[i].fixes().size() == expected[i].fixes().size());
                else CHECK(batch[i].heard == expected[i].fixes().size());
                // A flight over midnight is in two files, and both can be cited.
                if (keep == KeepFixes::ends) CHECK(batch[i].fixes().size() <= 4);
            }
        }
    }
}

TEST_CASE("an outline keeps the way: what it drops lies on the lines between what it keeps, and no silence is hidden or made") {
    const TemporaryFolder folder;
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), fields[0]);
    b.heard = [](const StateVector& fix) { return fix.position.longitude() < 13 || fix.position.longitude() > 14; };
    b.callsign("TST1").wait(minutes(30)).take_off();
    b.fly_to(destination_point(b.here(), 10, 30), 12'000).fly_to(destination_point(b.here(), 200, 40), 12'000);
    b.land(fields[1]).to_stand().wait(minutes(90));
    write_readsb_traces(folder.path(), b.track);
    ReadFlightsOptions options;
    options.segmenting.airports = &table();
    const FlightBatch whole = read_flights(folder.path(), options);
    options.keep = KeepFixes::outline;
    const FlightBatch outline = read_flights(folder.path(), options);
    const auto &all = whole.tracks[0]->fixes, &kept = outline.tracks[0]->fixes;
    CHECK(kept.size() * 5 < all.size());
    double longest_s = 0, farthest_km = 0, furthest_ft = 0;
    std::size_t at_kept = 0;
    for (const StateVector& fix : all) {
        while (at_kept + 1 < kept.size() && kept[at_kept + 1].time <= fix.time) ++at_kept;
        const StateVector &a = kept[at_kept], &c = kept[std::min(at_kept + 1, kept.size() - 1)];
        const double span = to_seconds(c.time - a.time), share = span > 0 ? to_seconds(fix.time - a.time) / span : 0;
        const double lat = a.position.latitude() + (c.position.latitude() - a.position.latitude()) * share;
        const double lon = a.position.longitude() + (c.position.longitude() - a.position.longitude()) * share;
        farthest_km = std::max(farthest_km, distance_km(fix.position, *Position::from_degrees(lat, lon)));
        if (fix.baro_altitude_ft && a.baro_altitude_ft && c.baro_altitude_ft)
            furthest_ft = std::max(furthest_ft, std::abs(*fix.baro_altitude_ft - (*a.baro_altitude_ft + (*c.baro_altitude_ft - *a.baro_altitude_ft) * share)));
    }
    for (std::size_t i = 1; i < kept.size(); ++i) longest_s = std::max(longest_s, to_seconds(kept[i].time - kept[i - 1].time));
    double silence_s = 0;
    for (std::size_t i = 1; i < all.size(); ++i) silence_s = std::max(silence_s, to_seconds(all[i].time - all[i - 1].time));
    CHECK(farthest_km <= 0.51);
    CHECK(furthest_ft <= 251);
    CHECK(longest_s == doctest::Approx(silence_s));
    CHECK(silence_s > 180);
}

TEST_CASE("what a visitor throws ends the reading") {
    const TemporaryFolder folder;
    write_tree(folder);
    ReadFlightsOptions options;
    options.visit = [](const Track&) { throw std::runtime_error("enough"); };
    for (const unsigned threads : {1u, 3u}) {
        options.reading.threads = threads;
        CHECK_THROWS_AS(read_flights(folder.path(), options), std::runtime_error);
    }
}

TEST_CASE("a KML way that joins two flights is two flights: out, an hour on the ground that was not drawn, and back") {
    const TemporaryFolder folder;
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), fields[0]);
    b.take_off().land(fields[1]).to_stand().wait(minutes(40)).take_off().land(fields[0]).to_stand();
    ReadFlightsOptions options;
    options.segmenting.airports = &table();
    const FlightBatch flights = read_flights(folder.write("joined.kml", as_gx_track(b.track)), options);
    REQUIRE(flights.size() == 2);
    CHECK(flights[0].departure.airport == "XAAA");
    CHECK(flights[0].arrival.airport == "XBBB");
    CHECK(flights[1].departure.airport == "XBBB");
    CHECK(flights[1].arrival.airport == "XAAA");
}

TEST_CASE("a KML line that joins two flights and has no times but its ends' proves no flight between them") {
    const TemporaryFolder folder;
    TrackBuilder b("A320", at("2024-03-05T08:00:00Z"), fields[0]);
    b.take_off().land(fields[1]).to_stand().wait(minutes(40)).take_off().land(fields[0]).to_stand();
    std::string places;
    for (const StateVector& fix : b.track.fixes)
        if (fix.on_ground == OnGround::no) places += fmt::format("{:.6f},{:.6f},{:.0f} ", fix.position.longitude(), fix.position.latitude(), *fix.baro_altitude_ft * 0.3048);
    const auto path = folder.write("line.kml", "<ns3:kml xmlns:ns3=\"http://www.opengis.net/kml/2.2\"><ns3:Document><ns3:Placemark><ns3:name>TST1+TST2</ns3:name><ns3:description>First seen 2024-03-05 09:05 CET</ns3:description>"
                                               "<ns3:TimeSpan><ns3:begin>2024-03-05T09:05:00+0100</ns3:begin><ns3:end>2024-03-05T12:20:00+0100</ns3:end></ns3:TimeSpan>"
                                               "<ns3:LineString><ns3:coordinates>" + places + "</ns3:coordinates></ns3:LineString></ns3:Placemark></ns3:Document></ns3:kml>");
    ReadFlightsOptions options;
    options.segmenting.airports = &table();
    options.keep = KeepFixes::all;
    const FlightBatch flights = read_flights(path, options);
    REQUIRE(flights.tracks.size() == 1);
    CHECK(flights.tracks[0]->fixes.size() == 2);
    CHECK(flights.tracks[0]->callsign_of(flights.tracks[0]->fixes[0]).empty());
    for (const Flight& flight : flights.items) {
        CAPTURE(key(flight));
        CHECK_FALSE(flight.departure.airport == flight.arrival.airport);
        CHECK(flight.arrival.airport != "XBBB");
    }
    CHECK(std::any_of(flights.issues.begin(), flights.issues.end(), [](const Issue& issue) { return issue.code == IssueCode::not_evidence; }));
}
