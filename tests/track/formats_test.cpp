// SPDX-License-Identifier: BSL-1.0
// Each format by a small example of our own: its units, its ways to say "nothing", and its traps.
#include "track/support.hpp"

#include <flightxref/core/error.hpp>
#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

#include <cstdint>

using namespace flightxref;
using doctest::Approx;

namespace {

const Track& only_track(const TrackBatch& batch, std::string_view format) {
    REQUIRE(batch.size() == 1);
    CHECK(batch.inputs.at(0)->format == format);
    return batch[0];
}

std::string time_of(const StateVector& fix) { return to_iso8601(fix.time); }

}  // namespace

TEST_CASE("aircraft.json: a position is as old as seen_pos says") {
    const auto batch = read_text(R"({"now":1709640000.5,"messages":7,"aircraft":[
        {"hex":"3C6449","type":"adsb_icao","flight":"DLH7LY  ","r":"D-AIBI","t":"A319","dbFlags":8,"alt_baro":32000,"alt_geom":32100,"gs":440.5,"track":10,"baro_rate":64,"squawk":"1000","lat":50,"lon":8.5,"nic":8,"nac_p":9,"seen_pos":1.5,"seen":0.1,"mlat":[],"tisb":[]},
        {"hex":"3c6450","alt_baro":"ground","gs":0,"lat":50.03,"lon":8.57,"seen_pos":0,"mlat":["lat","lon"],"flight":null},
        {"hex":"3c6451","type":"mode_s","alt_baro":1000,"seen":3},
        {"hex":"3c6452","rr_lat":50.1,"rr_lon":8.1},
        {"hex":"3c6453","alt_baro":9000,"lastPosition":{"lat":51,"lon":9,"seen_pos":120,"nic":8}},
        {"hex":"~2c6454","type":"tisb_other","lat":52,"lon":9,"seen_pos":1,"category":"C2"}]})");
    REQUIRE(batch.size() == 4);
    CHECK(batch.inputs[0]->format == "aircraft_json");
    const StateVector& fix = batch[0].fixes[0];
    CHECK(time_of(fix) == "2024-03-05T11:59:59Z");
    CHECK(*fix.baro_altitude_ft == 32000);
    CHECK(*fix.geom_altitude_ft == 32100);
    CHECK(*fix.squawk == 1000);
    CHECK(batch[0].callsign_of(fix) == "DLH7LY");
    CHECK(batch[0].aircraft.limited_display);
    CHECK(batch[1].fixes[0].on_ground == OnGround::yes);
    CHECK(batch[1].fixes[0].source == PositionSource::mlat);
    CHECK(time_of(batch[2].fixes[0]) == "2024-03-05T11:58:00.5Z");
    CHECK_FALSE(batch[2].fixes[0].baro_altitude_ft);  // that altitude is two minutes younger than the position
    CHECK(batch[3].aircraft.non_icao_address);
    CHECK(batch[3].aircraft.ground_vehicle);
    CHECK(count_issues(batch, IssueCode::not_evidence, "rr_lat") == 1);
}

TEST_CASE("the v2 interfaces give milliseconds, --json-port one aircraft a line") {
    const auto v2 = read_text(R"({"ac":[{"hex":"3c6449","lat":50,"lon":8,"seen_pos":2,"alt_baro":100}],"now":1709640000500,"total":1})");
    CHECK(time_of(v2[0].fixes[0]) == "2024-03-05T11:59:58.5Z");
    const auto lines = read_text("{\"now\":1709640000,\"hex\":\"3c6449\",\"lat\":50,\"lon\":8,\"seen_pos\":0}\n{\"now\":1709640010,\"hex\":\"3c6449\",\"lat\":50.01,\"lon\":8,\"seen_pos\":0}\n");
    CHECK(only_track(lines, "aircraft_json").fixes.size() == 2);
}

TEST_CASE("JSON that is cut or holds NaN keeps the records before it") {
    const auto cut = read_text(R"({"now":1709640000,"aircraft":[{"hex":"3c6449","lat":50,"lon":8,"seen_pos":0},{"hex":"3c6450","lat":5)");
    CHECK(cut.size() == 1);
    CHECK(count_issues(cut, IssueCode::truncated) == 1);
    const auto nan = read_text(R"({"now":1709640000,"aircraft":[{"hex":"3c6449","lat":50,"lon":8,"gs":NaN,"alt_baro":1e999,"seen_pos":0}]})");
    CHECK(nan[0].fixes.size() == 1);
    CHECK_FALSE(nan[0].fixes[0].ground_speed_kt);
    CHECK(count_issues(nan, IssueCode::bad_value, "NaN") == 1);
    CHECK_THROWS_AS(read_text(R"({"now":17,"aircraft":[{"hex":)"), FormatError);
}

TEST_CASE("readsb heatmap: slices, ground, unknown altitude, callsign records") {
    std::string bytes;
    const auto put = [&](std::uint32_t hex, std::int32_t lat, std::int32_t lon, int alt, int gs) {
        for (const std::uint32_t word : {hex, static_cast<std::uint32_t>(lat), static_cast<std::uint32_t>(lon), (static_cast<std::uint32_t>(alt) & 0xFFFFu) | static_cast<std::uint32_t>(gs) << 16})
            for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(word >> (8 * i) & 0xFFu));
    };
    const std::uint64_t ms = 1709640000000ull;
    put(1, 0, 0, 0, 0);
    put(0x0e7f7c9d, static_cast<std::int32_t>(ms >> 32), static_cast<std::int32_t>(ms & 0xFFFFFFFFu), 10000, 0);
    put(0x3c6449, (1 << 30) | 1234, 0x20484c44 /* "DLH " */, 0x2020, 0x2020);
    put(0x3c6449, 50000000, 8500000, 400, 2500);
    put(0x3c6450u | 5u << 27, 50100000, 8600000, -123, -1);
    put(0x1000000u | 0x3c6450u | 11u << 27, 50200000, 8700000, 0, 100);
    for (const bool packed : {false, true}) {
        const auto batch = read_text(packed ? gzip(bytes) : bytes);
        REQUIRE(batch.size() == 3);
        CHECK(batch.inputs[0]->format == "heatmap");
        CHECK(time_of(batch[0].fixes[0]) == "2024-03-05T12:00:00Z");
        CHECK(*batch[0].fixes[0].baro_altitude_ft == 10000);
        CHECK(*batch[0].fixes[0].ground_speed_kt == Approx(250));
        CHECK(*batch[0].fixes[0].squawk == 1234);
        CHECK(batch[0].callsign_of(batch[0].fixes[0]) == "DLH");
        CHECK(batch[1].fixes[0].on_ground == OnGround::yes);
        CHECK(batch[1].fixes[0].source == PositionSource::mlat);
        CHECK_FALSE(batch[1].fixes[0].ground_speed_kt);
        CHECK(batch[2].aircraft.non_icao_address);
        CHECK(batch[2].fixes[0].on_ground == OnGround::unknown);
    }
}

TEST_CASE("OpenSky states: longitude first, metres, no position without its own time") {
    const auto batch = read_text(R"({"time":1709640001,"states":[
        ["3c6449","DLH7LY  ","Germany",1709640000,1709640001,8.5,50.0,3048.0,false,100.0,90.0,5.08,null,3100.0,"1000",false,0],
        ["3c6450",null,"Germany",null,1709640001,8.6,50.1,null,true,null,null,null,null,null,null,false,2,17],
        ["3c6451",null,"Germany",null,1709640001,null,null,null,false,null,null,null,null,null,null,false,0]]})");
    const Track& track = only_track(batch, "opensky_states");
    const StateVector& fix = track.fixes[0];
    CHECK(fix.position.latitude() == Approx(50));
    CHECK(*fix.baro_altitude_ft == Approx(10000));
    CHECK(*fix.ground_speed_kt == Approx(194.384));
    CHECK(*fix.vertical_rate_fpm == 1000);
    CHECK(fix.source == PositionSource::adsb);
    CHECK(count_issues(batch, IssueCode::bad_time, "without time") == 1);
}

TEST_CASE("OpenSky CSV: states repeated after contact was lost are no positions") {
    const std::string header = "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,lastposupdate,lastcontact,hour\n";
    const auto batch = read_text(header + "1709640000,3c6449,50.0,8.5,100,90,0,DLH7LY  ,False,False,False,420,3048,3100,1709639999.5,1709639999.9,1709637600\r\n"
                                          "1709640001,3c6449,50.0,8.5,100,90,0,DLH7LY  ,FALSE,,,,3048,,1709639999.5,1709640000.9,1709637600\r\n"
                                          "1709640030,3c6449,50.0,8.5,100,90,0,DLH7LY  ,0,,,,3048,,1709639999.5,1709640000.9,1709637600\r\n"
                                          "1709640031,3c6449,,,,,,,true,,,,,,,,\n"
                                          "1709640040,3c6449,50.0,8.54,100,90,0,,true,,,7500,,,1709640039.0,1709640040,1709637600\n"
                                          "1709640041,zzzzzz,50.0,8.54,x,90,0,,,,,,,,,,\n"
                                          "1709640042,3c6449,50.0,8.5401,fast,90,0,,,,,,,,1709640042,,\n17096400");
    const Track& track = only_track(batch, "opensky_csv");
    REQUIRE(track.fixes.size() == 3);
    CHECK(time_of(track.fixes[0]) == "2024-03-05T11:59:59.5Z");
    CHECK(*track.fixes[0].squawk == 420);
    CHECK(track.fixes[0].on_ground == OnGround::no);
    CHECK(track.fixes[1].on_ground == OnGround::yes);
    CHECK_FALSE(track.fixes[1].baro_altitude_ft);
    CHECK(count_issues(batch, IssueCode::duplicate, "2 of them") == 1);
    CHECK(count_issues(batch, IssueCode::truncated) == 1);
    CHECK(count_issues(batch, IssueCode::bad_value, "zzzzzz") == 1);
    CHECK(count_issues(batch, IssueCode::bad_value, "fast") == 1);
}

TEST_CASE("OpenSky CSV without the times of contact: a state that goes on for longer than five minutes stays one") {
    std::string text = "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,squawk,baroaltitude,geoaltitude\n";
    for (int s = 0; s < 400; s += 2) text += std::to_string(1709640000 + s) + ",3c6449,50.0,8.5,200,90,0,DLH7LY,,1000," + std::to_string(9000 + s) + ",\n";
    text += "1709640400,3c6449,50.0,9.6,200,90,0,DLH7LY,,1000,9000,\n";
    const auto batch = read_text(text);
    const Track& track = only_track(batch, "opensky_csv");
    REQUIRE(track.fixes.size() == 2);
    CHECK(time_of(track.fixes[0]) == "2024-03-05T12:00:00Z");
    CHECK(count_issues(batch, IssueCode::duplicate, "199 of them") == 1);
}

TEST_CASE("OpenSky tracks and flights: the misspelt callsign, estimates that stay statements") {
    const auto batch = read_text(R"({"icao24":"3c6449","startTime":1709640000.0,"endTime":1709643600,"calllsign":"DLH7LY ","path":[[1709640000,50,8.5,null,90,true],[1709640600,50.5,8.9,3000,90,false],[1709640700,null,null,null,null,null]]})");
    const Track& track = only_track(batch, "opensky_tracks");
    REQUIRE(track.fixes.size() == 2);
    CHECK(track.fixes[0].on_ground == OnGround::yes);
    CHECK(track.callsign_of(track.fixes[1]) == "DLH7LY");
    const auto flights = read_text(R"([{"icao24":"3c6449","firstSeen":1709640000,"estDepartureAirport":"EDDF","lastSeen":1709643600,"EstArrivalAirport":"EGLL","callsign":"DLH7LY  "}])");
    const Track& stated = only_track(flights, "opensky_flights");
    CHECK(stated.fixes.empty());
    REQUIRE(stated.stated_legs.size() == 1);
    CHECK(stated.stated_legs[0].destination == "EGLL");
    CHECK(stated.stated_legs[0].callsign == "DLH7LY");
    CHECK(to_iso8601(*stated.stated_legs[0].departed) == "2024-03-05T12:00:00Z");
}

TEST_CASE("variants of one format: other separators, an index column, times in every notation, columns left out") {
    struct Variant {
        const char *format, *text;
    };
    const Variant variants[] = {
        {"opensky_csv", "time;icao24;lat;lon;velocity;heading;vertrate;callsign;onground;baroaltitude\n1709640000;394c19;50.1;8.5;100;90;0;AFR1;False;3048\n1709640010;394c19;50.12;8.5;100;90;0;AFR1;False;3048\n"},
        {"opensky_csv", "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,baroaltitude\n2024-03-05 12:00:00,394c19,50.1,8.5,100,90,0,AFR1,False,3048\n2024-03-05 12:00:10,394c19,50.12,8.5,100,90,0,AFR1,False,3048\n"},
        {"traffic_csv", ",timestamp,icao24,latitude,longitude,altitude,groundspeed,track,vertical_rate,callsign\n0,2024-03-05 12:00:00+00:00,394c19,50.1,8.5,10000,200,90,0,AFR1\n1,2024-03-05T12:00:10Z,394c19,50.11,8.5,10000,200,90,0,AFR1\n"},
        {"traffic_csv", "timestamp,icao24,latitude,longitude,altitude,groundspeed,track,vertical_rate,callsign\n1709640000000,394c19,50.1,8.5,10000,200,90,0,AFR1\n1709640010000,394c19,50.11,8.5,10000,200,90,0,AFR1\n"},
        {"fr24_csv", "Timestamp,Callsign,Position,Altitude,Speed,Direction\n1709640000,AFR1,\"50.0,8.5\",10000,140,91\n1709640010,AFR1,\"50.01,8.5\",10000,150,91\n"},
        {"fr24_api", R"({"data":[{"fr24_id":"321a0cc3","callsign":"AFR1","lat":50.1,"lon":8.5,"track":90,"alt":10000,"gspeed":450,"vspeed":0,"squawk":6135,"timestamp":"2024-03-05T12:00:00Z","source":"ADSB"},
                                  {"fr24_id":"321a0cc3","callsign":"AFR1","lat":50.11,"lon":8.5,"track":90,"alt":10000,"gspeed":450,"vspeed":0,"squawk":"6135","timestamp":"2024-03-05T12:00:10Z","source":"MLAT"}]})"},
        {"aircraft_json", "{\"now\":1709640000.5,\"hex\":\"394C19\",\"flight\":\"AFR1 \",\"alt_baro\":10000,\"gs\":null,\"lat\":50.1,\"lon\":8.5,\"seen_pos\":0.5}\n"
                          "{\"now\":1709640011,\"hex\":\"394c19\",\"flight\":\"AFR1\",\"alt_baro\":10000,\"lat\":50.11,\"lon\":8.5,\"seen_pos\":1}\n"},
        {"sbs", "MSG,3,1,1,394C19,1,2024/03/05,12:00:00.000,2024/03/05,12:00:00.000,AFR1,10000,,,50.1,8.5,,,,,,0,\nMSG,3,1,1,394C19,1,2024/03/05,12:00:10.000,2024/03/05,12:00:10.000,AFR1,10000,,,50.11,8.5,,,,,,0,\n"},
    };
    for (const Variant& variant : variants) {
        CAPTURE(variant.text);
        const auto batch = read_text(variant.text);
        const Track& track = only_track(batch, variant.format);
        REQUIRE(track.fixes.size() == 2);
        CHECK(time_of(track.fixes[0]) == "2024-03-05T12:00:00Z");
        CHECK(time_of(track.fixes[1]) == "2024-03-05T12:00:10Z");
        CHECK(*track.fixes[1].baro_altitude_ft == Approx(10000));
        CHECK(track.callsign_of(track.fixes[1]) == "AFR1");
    }
}

TEST_CASE("Flightradar24 CSV: quoted position, altitude 0 is the ground, no address") {
    const auto batch = read_text("\xef\xbb\xbfTimestamp,UTC,Callsign,Position,Altitude,Speed,Direction\r\n1709640000,2024-03-05T12:00:00Z,,\"50.0,8.5\",0,12,90\r\n"
                                 "1709640060,2024-03-05T12:01:00Z,DLH7LY,\"50.01,8.5\",1500,140,91\r\n1709640070,2024-03-05T12:01:10Z,DLH7LY,\"fifty\",1500,140,91\r\n");
    const Track& track = only_track(batch, "fr24_csv");
    REQUIRE(track.fixes.size() == 2);
    CHECK_FALSE(track.aircraft.icao24);
    CHECK(track.fixes[0].on_ground == OnGround::yes);
    CHECK_FALSE(track.fixes[0].baro_altitude_ft);
    CHECK(*track.fixes[1].baro_altitude_ft == 1500);
    CHECK(count_issues(batch, IssueCode::bad_value, "without latitude") == 1);
}

TEST_CASE("Flightradar24 granular CSV: the Z before the fraction, rows without position") {
    const auto batch = read_text("network_time,receiver_time,hex,callsign,latitude,longitude,no_position,altitude,squawk,speed,track,vspeed,on_ground,flags,position_class,,,\n"
                                 "2024-03-05 12:00:00Z.515,2024-03-05 12:00:00Z.25,0x3c6449,DLH7LY,50.0,8.5,P,2000,420,140,90,1000,A,0,ADS-B,P:8,GPSA:2100,X:1\n"
                                 "2024-03-05 12:00:01Z.515,2024-03-05 12:00:01Z.25,0x3c6449,,0.0,0.0,N,106300,0,0,0,0,N,2,ADS-B\n"
                                 "2024-03-05 12:00:02Z.5,2024-03-05 12:00:02Z.2,0x3c6449,,50.001,8.5,P,2000,0,140,90,0,A,0,ESTIMATED\n");
    const Track& track = only_track(batch, "fr24_granular_csv");
    REQUIRE(track.fixes.size() == 1);
    CHECK(time_of(track.fixes[0]) == "2024-03-05T12:00:00.25Z");
    CHECK(*track.fixes[0].geom_altitude_ft == 2100);
    CHECK(track.fixes[0].on_ground == OnGround::no);
    CHECK(count_issues(batch, IssueCode::not_evidence) == 1);
}

TEST_CASE("Flightradar24 archive: the aircraft's identity lies in the table beside it") {
    const TemporaryFolder folder;
    const auto positions = folder.write("day/20240305_77.csv", "snapshot_id,altitude,heading,latitude,longitude,radar_id,speed,squawk\n1709640060,1500,0,50.01,8.5,7,0,13827\n1709640000,0,90,50.0,8.5,7,12,69\n");
    folder.write("day/20240305_flights.csv", "flight_id,aircraft_id,reg,equip,callsign,flight,schd_from,schd_to,real_to,reserved\n77,3957833,DAIBI,A319,DLH7LY,LH908,FRA,LHR,LGW,NA\n78,3957834,DAIBJ,A319,DLH8,LH9,FRA,LHR,,NA\n");
    const auto batch = read_tracks(positions);
    REQUIRE(batch.size() == 1);
    const Track& track = batch[0];
    CHECK(track.aircraft.icao24 == Icao24("3c6449"));
    CHECK(track.aircraft.registration == Registration("D-AIBI"));
    CHECK(track.aircraft.type == Typecode("A319"));
    REQUIRE(track.fixes.size() == 2);
    CHECK(track.fixes[0].on_ground == OnGround::yes);
    CHECK(*track.fixes[0].squawk == 45);
    CHECK(*track.fixes[1].squawk == 3603);
    CHECK_FALSE(track.fixes[1].ground_speed_kt);  // 0 in flight stands for none
    CHECK(track.callsign_of(track.fixes[1]) == "DLH7LY");
    REQUIRE(track.stated_legs.size() == 1);
    CHECK(track.stated_legs[0].destination == "LGW");
    CHECK(read_tracks({folder.path("day/20240305_flights.csv"), positions})[0].aircraft.icao24 == Icao24("3c6449"));
    CHECK_FALSE(read_text("snapshot_id,altitude,heading,latitude,longitude,radar_id,speed,squawk\n1709640060,1500,0,50.01,8.5,7,0,0\n")[0].aircraft.icao24);
}

TEST_CASE("Flightradar24 positions CSV with its table as second argument") {
    const TemporaryFolder folder;
    const auto positions = folder.write("a/e52.csv", "flight_id,event_time,longitude,latitude,altitude,speed,on_ground,vert_speed\ne52,2024-03-05T12:00:00Z,8.5,50,0,2,1,0\ne52,2024-03-05T12:01:00Z,8.51,50,900,150,0,1000\n");
    const auto flights = folder.write("b/flights.csv", "flight_id,start_time,adep,ades,address,registration,model,callsign\ne52,2024-03-05,EDDF,EGLL,3C6449,DAIBI,A319,DLH7LY\n");
    const auto batch = read_tracks({positions, flights});
    REQUIRE(batch.size() == 1);
    CHECK(batch[0].aircraft.icao24 == Icao24("3c6449"));
    CHECK(batch[0].fixes[0].on_ground == OnGround::yes);
    CHECK(batch[0].fixes[1].on_ground == OnGround::no);
}

TEST_CASE("Flightradar24 playback JSON") {
    const auto batch = read_text(R"({"result":{"request":{},"response":{"data":{"flight":{"identification":{"id":"abc","callsign":"DLH7LY"},"aircraft":{"model":{"code":"A319"},"identification":{"modes":"3C6449","registration":"D-AIBI"}},
        "airport":{"origin":{"code":{"iata":"FRA","icao":"EDDF"}},"destination":{"code":{"icao":"EGLL"}},"real":{"code":{"icao":"EGKK"}}},
        "track":[{"latitude":50,"longitude":8.5,"altitude":{"feet":0},"speed":{"kts":9},"heading":90,"squawk":"0","timestamp":1709640000,"ems":null},
                 {"latitude":50.02,"longitude":8.5,"altitude":{"feet":1000},"speed":{"kts":150},"verticalSpeed":{"fpm":900},"heading":90,"squawk":"1000","timestamp":1709640060,"ems":{"altGPS":1100}}]}}}}})");
    const Track& track = only_track(batch, "fr24_playback");
    CHECK(track.aircraft.icao24 == Icao24("3c6449"));
    CHECK(track.stated_legs[0].destination == "EGKK");  // it diverted
    CHECK(track.fixes[0].on_ground == OnGround::yes);
    CHECK(*track.fixes[1].geom_altitude_ft == 1100);
    CHECK(*track.fixes[1].squawk == 1000);
}

TEST_CASE("Flightradar24's live feed: an array under each flight's number, whoever it is named after") {
    const auto batch = read_text(R"({"full_count":12345,"version":4,
        "2f6c3d11":["3C6449",50.0,8.5,90,0,12,"0000","F-EDDF1","A319","D-AIBI",1709640000,"FRA","LHR","LH908",1,0,"DLH7LY",0,"DLH"],
        "2f6c3d12":["3C6450",51.0,9.5,180,35000,450,"1000","T-MLAT2","B738","D-ABCD",1709640001,"","","",0,-1024,"",0,""],
        "2f6c3d13":["",52.0,9.5,180,3000,90,"","F-EDDH1","GLID","",1709640002,"","","",0,64,"DKAAA",1],
        "2f6c3d14":["DD1234",53.0,9.5,0,2500,60,"","F-EDDH2","GLID","D-1234",1709640003,"","","",0,0,"",1,""],
        "2f6c3d15":["3C6451",153.0,9.5,0,2500,60,"","F-EDDH2","A320","",1709640003,"","","",0,0,"",0,""],
        "2f6c3d16":["3C6452",53.0],
        "2f6c3d17":["3C6453",54.0,9.5,0,null,60,"","F-EDDH2","A320","D-AIZZ",1709640003,"","","",null,0,"",0,""],
        "stats":{"total":{"ads-b":9}},"visible":{"ads-b":4}}
        {"full_count":12345,"version":4,"2f6c3d11":["3C6449",50.01,8.5,91,1500,140,"1000","F-EDDF1","A319","D-AIBI",1709640060,"FRA","LHR","LH908",0,1800,"DLH7LY",0,"DLH"]})");
    REQUIRE(batch.size() == 5);
    CHECK(batch.inputs[0]->format == "fr24_feed");
    const auto of = [&](std::string_view registration) -> const Track& {
        for (const Track& track : batch.items)
            if (track.aircraft.registration == Registration(registration)) return track;
        FAIL(registration);
        return batch[0];
    };
    const Track& airliner = of("D-AIBI");
    CHECK(airliner.aircraft.icao24 == Icao24("3c6449"));
    CHECK(airliner.aircraft.type == Typecode("A319"));
    REQUIRE(airliner.fixes.size() == 2);
    CHECK(time_of(airliner.fixes[0]) == "2024-03-05T12:00:00Z");
    CHECK(airliner.fixes[0].on_ground == OnGround::yes);
    CHECK_FALSE(airliner.fixes[0].baro_altitude_ft);
    CHECK_FALSE(airliner.fixes[0].squawk);
    CHECK(*airliner.fixes[1].baro_altitude_ft == 1500);
    CHECK(*airliner.fixes[1].vertical_rate_fpm == 1800);
    CHECK(*airliner.fixes[1].squawk == 1000);
    CHECK(airliner.callsign_of(airliner.fixes[1]) == "DLH7LY");
    REQUIRE(airliner.stated_legs.size() == 1);  // told anew in each snapshot
    CHECK(airliner.stated_legs[0].destination == "LHR");
    CHECK(of("D-ABCD").fixes[0].source == PositionSource::mlat);
    CHECK(of("D-1234").aircraft.non_icao_address);
    CHECK_FALSE(of("").aircraft.icao24);
    CHECK(of("D-AIZZ").fixes[0].on_ground == OnGround::unknown);  // no flag, no altitude: neither on the ground nor airborne
    CHECK(count_issues(batch, IssueCode::bad_value, "globe") == 1);
    CHECK(count_issues(batch, IssueCode::bad_record, "17 cells") == 1);
    CHECK_THROWS_AS(read_text(R"({"full_count":12345,"version":4,"2f6c)"), FormatError);
}

TEST_CASE("Flightradar24 API: estimated positions never become fixes") {
    const auto batch = read_text(R"([{"fr24_id":"abc","tracks":[{"timestamp":"2024-03-05T12:00:00Z","lat":50,"lon":8.5,"alt":0,"gspeed":9,"vspeed":0,"track":90,"squawk":1000,"callsign":"DLH7LY","source":"ADSB"},
        {"timestamp":"2024-03-05T14:00:00Z","lat":51,"lon":0,"alt":30000,"gspeed":400,"vspeed":0,"track":270,"squawk":"1000","callsign":"DLH7LY","source":"ESTIMATED"}]}])");
    const Track& track = only_track(batch, "fr24_api");
    CHECK(track.fixes.size() == 1);
    CHECK(track.fixes[0].source == PositionSource::adsb);
    CHECK(count_issues(batch, IssueCode::not_evidence, "estimated") == 1);
}

TEST_CASE("AeroAPI: hundreds of feet, projected rows set aside, flight and track joined by fa_flight_id") {
    const TemporaryFolder folder;
    const auto track_file = folder.write("track.json", R"({"actual_distance":100,"positions":[{"fa_flight_id":"DLH7LY-1-x","altitude":320,"altitude_change":"-","groundspeed":440,"heading":null,"latitude":50,"longitude":8.5,"timestamp":"2024-03-05T12:00:00Z","update_type":"A"},
        {"fa_flight_id":"DLH7LY-1-x","altitude":320,"groundspeed":440,"heading":90,"latitude":51,"longitude":5,"timestamp":"2024-03-05T12:30:00Z","update_type":"P"},
        {"fa_flight_id":"DLH7LY-1-x","altitude":0,"groundspeed":12,"heading":90,"latitude":51.47,"longitude":-0.45,"timestamp":"2024-03-05T14:30:00Z","update_type":"X"}]})");
    const auto flight_file = folder.write("flight.json", R"({"flights":[{"ident":"DLH7LY","ident_icao":"DLH7LY","fa_flight_id":"DLH7LY-1-x","registration":"D-AIBI","aircraft_type":"A319","origin":{"code":"EDDF"},"destination":{"code":"EGLL"},"actual_off":"2024-03-05T11:50:00Z","actual_on":null,"diverted":false}],"num_pages":1})");
    const auto batch = read_tracks({track_file, flight_file});
    REQUIRE(batch.size() == 1);
    const Track& track = batch[0];
    CHECK(track.aircraft.registration == Registration("D-AIBI"));
    REQUIRE(track.fixes.size() == 2);
    CHECK(*track.fixes[0].baro_altitude_ft == 32000);
    CHECK_FALSE(track.fixes[1].baro_altitude_ft);
    CHECK(track.callsign_of(track.fixes[0]) == "DLH7LY");
    REQUIRE(track.stated_legs.size() >= 1);
    CHECK(track.stated_legs[0].origin == "EDDF");
    CHECK_FALSE(track.stated_legs[0].arrived);
    CHECK(count_issues(batch, IssueCode::not_evidence, "projected") == 1);
}

TEST_CASE("KML: where the camera stood, and when, is no position of the aircraft") {
    const auto batch = read_text("<kml><Document><Placemark><gx:Track xmlns:gx=\"g\"><LookAt><gx:TimeStamp><when>2024-03-05T11:00:00Z</when></gx:TimeStamp></LookAt>"
                                 "<when>2024-03-05T12:00:00Z</when><gx:coord>8.5 50 1</gx:coord><when>2024-03-05T12:01:00Z</when><gx:coord>8.6 50 1</gx:coord></gx:Track></Placemark></Document></kml>");
    const Track& track = only_track(batch, "kml");
    REQUIRE(track.fixes.size() == 2);
    CHECK(time_of(track.fixes.front()) == "2024-03-05T12:00:00Z");
    CHECK(batch.issues.empty());
}

TEST_CASE("KML: Flightradar24 points, FlightAware gx:Track, lines without a time") {
    const auto fr24 = read_text("<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>LH908/DLH7LY</name>"
                                "<description><![CDATA[<a href=\"https://www.flightradar24.com/airport/fra/departures\"/><a href=\"https://www.flightradar24.com/airport/lhr/arrivals\"/>"
                                "Aircraft<span>(A319)</span><a href=\"https://www.flightradar24.com/reg/d-aibi\" style=\"x\">D-AIBI</a>]]></description>"
                                "<Folder><Placemark><description><![CDATA[<b>Altitude:</b></span> <span>1,500 ft</span><b>Speed:</b></span> <span>140 kt</span><b>Heading:</b></span> <span>90&deg;</span>]]></description>"
                                "<TimeStamp><when>2024-03-05T12:00:00+00:00</when></TimeStamp><Point><coordinates>8.5,50.0,457</coordinates></Point></Placemark></Folder></Document></kml>");
    const Track& first = only_track(fr24, "fr24_kml");
    CHECK(first.aircraft.registration == Registration("D-AIBI"));
    CHECK(first.aircraft.type == Typecode("A319"));
    CHECK(*first.fixes.at(0).baro_altitude_ft == 1500);
    CHECK(first.callsign_of(first.fixes[0]) == "DLH7LY");
    CHECK(first.stated_legs[0].origin == "FRA");
    const std::string aware = "<kml xmlns:gx=\"g\"><Document><name>FlightAware DLH7LY</name><Placemark><name>DLH7LY</name><description>EDDF - EGLL</description><gx:Track>"
                              "<when>2024-03-05T12:00:00Z</when><when>2024-03-05T12:01:00Z</when><gx:coord>8.5 50.0 304.8</gx:coord><gx:coord>8.6 50.0 609.6</gx:coord></gx:Track></Placemark></Document></kml>";
    const auto second = read_text(aware);
    REQUIRE(only_track(second, "flightaware_kml").fixes.size() == 2);
    CHECK(*second[0].fixes[1].baro_altitude_ft == Approx(2000));
    CHECK(second[0].stated_legs[0].destination == "EGLL");
    std::string marked_up = aware;
    marked_up.replace(aware.find("EDDF - EGLL"), 11, "<![CDATA[EDDF - EGLL<br>Airbus A319]]>");
    const auto with_markup = read_text(marked_up);
    CHECK(with_markup[0].stated_legs[0].origin == "EDDF");
    CHECK(with_markup[0].stated_legs[0].destination == "EGLL");
    const auto cut = read_text(aware.substr(0, aware.find("</gx:Track>")));
    CHECK(cut[0].fixes.size() == 2);
    CHECK(count_issues(cut, IssueCode::truncated) == 1);
    CHECK_THROWS_AS(read_text("<html><body>404</body></html>"), FormatError);
    const auto line = read_text("<kml><Document><Placemark><name>MSR803+MSR804</name><description>First seen 13:00 CET</description><TimeSpan><begin>2024-03-05T13:00:00+0100</begin>"
                                "<end>2024-03-05T14:00:00+0100</end></TimeSpan><LineString><coordinates>8.5,50,3048 9,51,3048 9.5,52,3048</coordinates></LineString></Placemark>"
                                "<Placemark><name>DLH7LY</name><TimeSpan><begin>2024-03-05T13:00:00+0100</begin><end>2024-03-05T14:00:00+0100</end></TimeSpan>"
                                "<LineString><coordinates>18.5,50,3048 19,51,3048</coordinates></LineString></Placemark></Document></kml>");
    REQUIRE(line.size() == 2);  // a line an aircraft
    CHECK(line.inputs[0]->format == "opensky_kml");
    for (const Track& track : line.items) {
        REQUIRE(track.fixes.size() == 2);
        CHECK(time_of(track.fixes[0]) == "2024-03-05T12:00:00Z");
        CHECK(track.callsign_of(track.fixes[0]) == (track.fixes[0].position.longitude() < 10 ? "" : "DLH7LY"));
    }
    CHECK(count_issues(line, IssueCode::not_evidence, "places between the ends of a line") == 1);
    const auto lists = read_text("<kml><Document><Placemark><gx:Track xmlns:gx=\"g\"><when>2024-03-05T12:00:00Z</when><gx:coord>8.5 50 1</gx:coord><when>2024-03-05T12:01:00Z</when>"
                                 "<gx:coord>8.6 50 1</gx:coord><when>2024-03-05T12:02:00Z</when></gx:Track></Placemark></Document></kml>");
    CHECK(only_track(lists, "kml").fixes.size() == 2);
    CHECK(count_issues(lists, IssueCode::bad_record, "not as many times as places") == 1);
}

TEST_CASE("BaseStation: state spread over messages, 0/0 is none, no zone") {
    const auto batch = read_text("MSG,1,1,1,3C6449,1,2024/03/05,12:00:00.000,2024/03/05,12:00:00.000,DLH7LY  ,,,,,,,,,,,\r\n"
                                 "MSG,4,1,1,3C6449,1,2024/03/05,12:00:01.000,2024/03/05,12:00:01.000,,,140,90,,,1000,,,,,\r\n"
                                 "MSG,3,1,1,3C6449,1,2024/03/05,12:00:02.500,2024/03/05,12:00:02.500,,1500,,,50.0,8.5,,,0,0,0,0\r\n"
                                 "MSG,3,1,1,3C6449,1,2024/03/05,12:00:03.500,2024/03/05,12:00:03.500,,1500,,,0,0,,,0,0,0,0\r\n"
                                 "MSG,2,1,1,3C6449,1,2024/03/05,12:20:00.000,2024/03/05,12:20:00.000,,0,30,90,50.1,8.6,,,,,,-1\r\n"
                                 "MSG,3,1,1,3C6449,1,,,,,,1500,,,50.0,8.5,,,0,0,0,0\r\nnonsense\r\n");
    const Track& track = only_track(batch, "sbs");
    REQUIRE(track.fixes.size() == 2);
    CHECK(time_of(track.fixes[0]) == "2024-03-05T12:00:02.5Z");
    CHECK(*track.fixes[0].ground_speed_kt == 140);
    CHECK(*track.fixes[0].vertical_rate_fpm == 1000);
    CHECK(track.fixes[1].on_ground == OnGround::yes);
    CHECK(track.callsign_of(track.fixes[0]) == "DLH7LY");
    CHECK(count_issues(batch, IssueCode::bad_time, "no zone") == 1);
    CHECK(count_issues(batch, IssueCode::bad_time, "without date") == 1);
}

TEST_CASE("traffic tables as CSV and JSON") {
    const auto csv = read_text("timestamp,icao24,callsign,latitude,longitude,altitude,groundspeed,track,vertical_rate,onground,typecode,origin,destination\n2024-03-05 12:00:00+00:00,3c6449,DLH7LY,50,8.5,1500,140,90,1000,False,a319,FRA,LHR\n");
    const Track& table = only_track(csv, "traffic_csv");
    CHECK(table.aircraft.type == Typecode("A319"));
    CHECK(*table.fixes[0].baro_altitude_ft == 1500);
    CHECK(table.stated_legs[0].destination == "LHR");
    const auto json = read_text(R"([{"timestamp":1709640000000,"icao24":"3c6449","latitude":50,"longitude":8.5,"altitude":1500,"groundspeed":null}])");
    CHECK(time_of(only_track(json, "traffic_json").fixes[0]) == "2024-03-05T12:00:00Z");
}
