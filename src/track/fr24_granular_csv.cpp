// SPDX-License-Identifier: BSL-1.0
// Flightradar24's "granular data" CSV published with its articles on accidents: every message, several a second.
// Specification: its header line; times are "2024-01-02 07:41:03Z.515"; rows end in a ragged tail of KEY:VALUE cells.
#include "track/csv.hpp"
#include "track/formats.hpp"

namespace flightxref::detail {

bool sniff_fr24_granular_csv(const Head& head) { return head.root == 0 && head.has_column("network_time") && head.has_column("hex") && head.has_column("no_position"); }

namespace {

/// The Z stands before the fraction.
std::optional<double> moment_of(std::string_view text) {
    std::string straight(text);
    if (const std::size_t z = straight.find("Z."); z != std::string::npos) {
        straight.erase(z, 1);
        straight += 'Z';
    }
    return parse_any_time(straight);
}

}  // namespace

void decode_fr24_granular_csv(const DecoderInput& input, Decoded& out, IssueLog& log) {
    CsvRows rows(input.text, log);
    const int network = rows.column({"network_time"}), receiver = rows.column({"receiver_time"}), hex = rows.column({"hex"}), callsign = rows.column({"callsign"}),
              lat = rows.column({"latitude"}), lon = rows.column({"longitude"}), no_position = rows.column({"no_position"}), altitude = rows.column({"altitude"}),
              squawk = rows.column({"squawk"}), speed = rows.column({"speed"}), track = rows.column({"track"}), rate = rows.column({"vspeed"}),
              on_ground = rows.column({"on_ground"}), kind = rows.column({"position_class"});
    rows.require(static_cast<std::size_t>(std::max({network, hex, lat, lon})) + 1);
    std::uint64_t without_position = 0, estimated = 0;
    while (rows.next()) {
        if (rows.cell(no_position) == "N") {  // no position in this message: the zeros in its columns are no measurement
            ++without_position;
            continue;
        }
        const std::string_view how = rows.cell(kind);
        if (how.starts_with("EST")) {
            ++estimated;
            continue;
        }
        const auto address = Icao24::parse(rows.cell(hex));
        if (!address) {
            log.add(IssueCode::bad_value, "address is not six hexadecimal digits", rows.offset(), rows.cell(hex));
            continue;
        }
        TrackPart& part = out.part(*address, is_flarm_address(address));
        RawFix raw;
        const auto heard = moment_of(rows.cell(receiver)), told = moment_of(rows.cell(network));
        raw.time = heard && told && *told - *heard > -5 && *told - *heard < 60 ? heard : told;
        raw.latitude = rows.number(lat);
        raw.longitude = rows.number(lon);
        raw.baro_altitude_ft = rows.number(altitude);
        raw.ground_speed_kt = rows.number(speed);
        raw.track_deg = rows.number(track);
        raw.vertical_rate_fpm = rows.number(rate);
        if (rows.cell(on_ground) == "A") raw.on_ground = false;
        else if (rows.cell(on_ground) == "G") raw.on_ground = true;
        raw.squawk = parse_squawk(rows.cell(squawk));
        raw.source = how.starts_with("ADS-B") ? PositionSource::adsb : how.starts_with("MLAT") ? PositionSource::mlat : PositionSource::unknown;
        for (std::size_t i = static_cast<std::size_t>(kind) + 1; kind >= 0 && i < rows.cells(); ++i) {
            const std::string_view cell = rows.cell(static_cast<int>(i));
            bool bad = false;
            if (cell.starts_with("GPSA:")) raw.geom_altitude_ft = parse_number(cell.substr(5), bad);
        }
        raw.callsign = part.callsign_index(rows.cell(callsign));
        raw.record = rows.record();
        raw.offset = rows.offset();
        add_fix(part, raw, log);
    }
    log.add_many(IssueCode::nothing_found, "messages without a position", without_position);
    log.add_many(IssueCode::not_evidence, "estimated positions, set aside", estimated);
}

}  // namespace flightxref::detail
