// SPDX-License-Identifier: BSL-1.0
// The same ten seconds, three times, in every format that is read: D-AIBI (3c6449) as DLH7LY flies north at 10,000 ft. Written by
// this program, for the tests and as the first inputs of the fuzzers.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct Sample {
    std::string_view format;
    std::string text;
    std::vector<int> positions;  ///< which of the three moments it has a position of
};

namespace sample {

inline constexpr std::int64_t noon = 1709640000;  // 2024-03-05T12:00:00Z

/// Something that is there three times, with what differs filled in: {0} seconds, {1} the moment since 1970, {2} latitude.
inline std::string three(std::string_view record, std::string_view between) {
    std::string text;
    for (const int i : {0, 1, 2}) {
        if (i > 0) text += between;
        text += fmt::format(fmt::runtime(record), fmt::format("{:02}", 10 * i), noon + 10 * i, fmt::format("50.{:02}", i));
    }
    return text;
}

inline std::string heatmap() {
    std::string bytes;
    const auto put = [&](std::uint32_t hex, std::uint32_t lat, std::uint32_t lon, std::uint32_t alt, std::uint32_t gs) {
        for (const std::uint32_t word : {hex, lat, lon, (alt & 0xFFFFu) | gs << 16})
            for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(word >> (8 * i) & 0xFFu));
    };
    for (const std::uint32_t slice : {3u, 4u, 5u}) put(slice, 0, 0, 0, 0);
    for (std::uint32_t i = 0; i < 3; ++i) {
        const std::uint64_t ms = static_cast<std::uint64_t>(noon + 10 * i) * 1000;
        put(0x0e7f7c9d, static_cast<std::uint32_t>(ms >> 32), static_cast<std::uint32_t>(ms & 0xFFFFFFFFu), 10000, 0);
        if (i == 0) put(0x3c6449, (1u << 30) | 1000u, 0x37484c44 /* "DLH7" */, 0x594c /* "LY" */, 0x2020);
        put(0x3c6449, 50'000'000 + i * 10'000, 8'500'000, 400, 2160);
    }
    return bytes;
}

inline std::string kml(std::string_view name, std::string_view inside) {
    return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>{}</name>{}</Document></kml>)", name, inside);
}

inline std::string gx_track() {
    return "<gx:Track>" + three("<when>2024-03-05T12:00:{0}Z</when>", "") + three("<gx:coord>8.5 {2} 3048</gx:coord>", "") + "</gx:Track>";
}

}  // namespace sample

/// One a format, by its name.
inline std::vector<Sample> samples() {
    using sample::three;
    const std::vector<int> all{0, 1, 2};
    return {
        {"readsb_trace", R"({"icao":"3c6449","r":"D-AIBI","t":"A319","timestamp":1709640000.000,"trace":[)" +
                             three(R"([{0},{2},8.5,10000,216.0,0.0,0,0,{{"type":"adsb_icao","flight":"DLH7LY  ","nic":8,"nac_p":9}},"adsb_icao",10100,0,null,null])", ",") + "]}", all},
        {"aircraft_json", three(R"({{"now":{1}.5,"messages":7,"aircraft":[{{"hex":"3c6449","type":"adsb_icao","flight":"DLH7LY  ","r":"D-AIBI","alt_baro":10000,"gs":216,"track":0,"seen_pos":0.5,"lat":{2},"lon":8.5}}]}})", "\n"), all},
        {"opensky_states", three(R"({{"time":{1},"states":[["3c6449","DLH7LY  ","Germany",{1},{1},8.5,{2},3048.0,false,111.1,0.0,0.0,null,3080.0,"1000",false,0]]}})", "\n"), all},
        {"opensky_tracks", R"({"icao24":"3c6449","startTime":1709640000,"endTime":1709640020,"calllsign":"DLH7LY ","path":[)" + three("[{1},{2},8.5,3048,0,false]", ",") + "]}", all},
        {"opensky_flights", R"([{"icao24":"3c6449","firstSeen":1709640000,"estDepartureAirport":"EDDF","lastSeen":1709643600,"estArrivalAirport":null,"callsign":"DLH7LY  "}])", {}},
        {"fr24_playback", R"({"result":{"response":{"data":{"flight":{"identification":{"id":"2f6c3d11","callsign":"DLH7LY"},"aircraft":{"model":{"code":"A319"},"identification":{"modes":"3C6449","registration":"D-AIBI"}},"track":[)" +
                              three(R"({{"latitude":{2},"longitude":8.5,"altitude":{{"feet":10000}},"speed":{{"kts":216}},"heading":0,"squawk":"1000","timestamp":{1},"ems":null}})", ",") + "]}}}}}", all},
        {"fr24_feed", three(R"({{"full_count":9,"version":4,"2f6c3d11":["3C6449",{2},8.5,0,10000,216,"1000","F-EDDF1","A319","D-AIBI",{1},"FRA","LHR","LH908",0,0,"DLH7LY",0,"DLH"]}})", "\n"), all},
        {"fr24_api", R"([{"fr24_id":"2f6c3d11","tracks":[)" + three(R"({{"timestamp":"2024-03-05T12:00:{0}Z","lat":{2},"lon":8.5,"alt":10000,"gspeed":216,"vspeed":0,"track":0,"squawk":1000,"callsign":"DLH7LY","source":"ADSB"}})", ",") + "]}]", all},
        {"aeroapi", R"({"actual_distance":9,"positions":[)" + three(R"({{"fa_flight_id":"DLH7LY-1-x","altitude":100,"groundspeed":216,"heading":0,"latitude":{2},"longitude":8.5,"timestamp":"2024-03-05T12:00:{0}Z","update_type":"A"}})", ",") + "]}", all},
        {"traffic_json", "[" + three(R"({{"timestamp":{1}000,"icao24":"3c6449","callsign":"DLH7LY","latitude":{2},"longitude":8.5,"altitude":10000,"groundspeed":216,"track":0}})", ",") + "]", all},
        {"fr24_kml", sample::kml("LH908/DLH7LY", "<description><![CDATA[<a href=\"https://www.flightradar24.com/reg/d-aibi\">D-AIBI</a>]]></description><Folder>" +
                                     three("<Placemark><description><![CDATA[<b>Altitude:</b> <span>10,000 ft</span><b>Speed:</b> <span>216 kt</span><b>Heading:</b> <span>0</span>]]></description>"
                                           "<TimeStamp><when>2024-03-05T12:00:{0}+00:00</when></TimeStamp><Point><coordinates>8.5,{2},3048</coordinates></Point></Placemark>", "") + "</Folder>"), all},
        {"flightaware_kml", sample::kml("FlightAware DLH7LY", "<Placemark><name>EDDF Airport</name><Point><coordinates>8.54,50.03,0</coordinates></Point></Placemark>"
                                                              "<Placemark><name>DLH7LY</name><description>EDDF - EGLL</description>" + sample::gx_track() + "</Placemark>"), all},
        {"opensky_kml", sample::kml("osky", "<Placemark><name>DLH7LY</name><description>First seen 2024-03-05 13:00:00 CET</description><TimeSpan><begin>2024-03-05T13:00:00+0100</begin><end>2024-03-05T13:00:20+0100</end></TimeSpan>"
                                            "<LineString><coordinates>" + three("8.5,{2},3048", " ") + "</coordinates></LineString></Placemark>"), {0, 2}},
        {"kml", sample::kml("flight log", "<Placemark><name>DLH7LY</name>" + sample::gx_track() + "</Placemark>"), all},
        {"opensky_csv", "time,icao24,lat,lon,velocity,heading,vertrate,callsign,onground,alert,spi,squawk,baroaltitude,geoaltitude,lastposupdate,lastcontact\n" +
                            three("{1},3c6449,{2},8.5,111.1,0,0,DLH7LY  ,False,False,False,1000,3048,3080,{1}.0,{1}.0\n", ""), all},
        {"fr24_granular_csv", "network_time,receiver_time,hex,callsign,latitude,longitude,no_position,altitude,squawk,speed,track,vspeed,on_ground,flags,position_class,,\n" +
                                  three("2024-03-05 12:00:{0}Z.0,2024-03-05 12:00:{0}Z.0,0x3c6449,DLH7LY,{2},8.5,P,10000,1000,216,0,0,A,0,ADS-B,P:8,GPSA:10100\n", ""), all},
        {"fr24_csv", "Timestamp,UTC,Callsign,Position,Altitude,Speed,Direction\n" + three("{1},2024-03-05T12:00:{0}Z,DLH7LY,\"{2},8.5\",10000,216,0\n", ""), all},
        {"fr24_archive_csv", "snapshot_id,altitude,heading,latitude,longitude,radar_id,speed,squawk\n" + three("{1},10000,0,{2},8.5,7,216,4096\n", ""), all},
        {"fr24_archive_flights", "flight_id,aircraft_id,reg,equip,callsign,flight,schd_from,schd_to,real_to,reserved\n77,3957833,DAIBI,A319,DLH7LY,LH908,FRA,LHR,LGW,NA\n", {}},
        {"fr24_positions_csv", "flight_id,event_time,longitude,latitude,altitude,speed,on_ground,vert_speed\n" + three("e52,2024-03-05T12:00:{0}Z,8.5,{2},10000,216,0,0\n", ""), all},
        {"fr24_positions_flights", "flight_id,start_time,adep,ades,address,registration,model,callsign\ne52,2024-03-05,EDDF,EGLL,3C6449,DAIBI,A319,DLH7LY\n", {}},
        {"traffic_csv", "timestamp,icao24,callsign,latitude,longitude,altitude,groundspeed,track\n" + three("2024-03-05 12:00:{0}+00:00,3c6449,DLH7LY,{2},8.5,10000,216,0\n", ""), all},
        {"sbs", three("MSG,3,1,1,3C6449,1,2024/03/05,12:00:{0}.000,2024/03/05,12:00:{0}.000,DLH7LY,10000,216,0,{2},8.5,0,,0,0,0,0\n", ""), all},
        {"heatmap", sample::heatmap(), all},
    };
}
