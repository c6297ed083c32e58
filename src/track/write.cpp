// SPDX-License-Identifier: BSL-1.0
// Specification: wiedehopf/readsb README-json.md, "trace jsons".
#include <flightxref/track/write.hpp>

#include <flightxref/core/error.hpp>

#include <fmt/format.h>
#include <libdeflate.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace flightxref {
namespace {

constexpr int flag_geometric_altitude = 8;

std::string quoted(const std::string& text) { return nlohmann::json(text).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace); }

/// The address, or one made up of what else tells the aircraft apart, so that two stay two.
std::string address_of(const Track& track) {
    const Aircraft& aircraft = track.aircraft;
    if (aircraft.icao24) return (aircraft.non_icao_address ? "~" : "") + aircraft.icao24->to_string();
    std::uint32_t hash = 2166136261u;
    std::string name = aircraft.registration.key();
    if (name.empty()) name = (track.inputs.empty() ? std::string() : track.inputs.front()->path) + track.callsigns.back();
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
    return fmt::format("~{:06x}", std::clamp(hash & 0xFFFFFFu, 1u, 0xFFFFFEu));
}

/// Digits that are needed, down to the places the source had.
std::string degrees(double value) {
    std::string text = fmt::format("{:.7f}", value);
    if (text.back() == '0') text.pop_back();
    return text;
}

template <class Number>
std::string number(Sparse<Number> value) {
    return value ? fmt::format("{:g}", static_cast<double>(*value)) : std::string("null");
}

std::string_view source_name(PositionSource source) {
    switch (source) {
        case PositionSource::adsb: return "adsb_icao";
        case PositionSource::mlat: return "mlat";
        case PositionSource::adsc: return "adsc";
        case PositionSource::tisb: return "tisb_icao";
        case PositionSource::flarm:
        case PositionSource::estimated:
        case PositionSource::unknown: break;
    }
    return "unknown";
}

/// What the detail object last said; it is written again when that changes.
struct Said {
    bool anything = false;
    std::uint16_t callsign = 0;
    Sparse<std::uint16_t> squawk;
    Integrity integrity;

    bool covers(const StateVector& fix) const {
        return anything && callsign == fix.callsign && squawk == fix.squawk && integrity.nic == fix.integrity.nic && integrity.nac_p == fix.integrity.nac_p;
    }
};

void append_point(std::string& out, const Track& track, const StateVector& fix, Instant midnight, Said& said) {
    std::string altitude = "null";
    int flags = 0;
    if (fix.on_ground == OnGround::yes) {
        altitude = "\"ground\"";
    } else if (fix.baro_altitude_ft) {
        altitude = number(fix.baro_altitude_ft);
    } else if (fix.geom_altitude_ft) {
        altitude = number(fix.geom_altitude_ft);
        flags |= flag_geometric_altitude;
    }
    std::string detail = "null";
    if (!said.covers(fix)) {
        detail = fmt::format("{{\"type\":\"{}\",\"flight\":{}", source_name(fix.source), quoted(fmt::format("{:<8}", track.callsign_of(fix))));
        if (fix.squawk) detail += fmt::format(",\"squawk\":\"{:04}\"", *fix.squawk);
        else if (said.squawk) detail += ",\"squawk\":\"\"";
        if (fix.integrity.nic >= 0 || said.integrity.nic >= 0) detail += fmt::format(",\"nic\":{}", fix.integrity.nic);
        if (fix.integrity.nac_p >= 0 || said.integrity.nac_p >= 0) detail += fmt::format(",\"nac_p\":{}", fix.integrity.nac_p);
        detail += '}';
        said = {true, fix.callsign, fix.squawk, fix.integrity};
    }
    std::string offset = fmt::format("{:.3f}", to_seconds(fix.time - midnight));
    if (offset.back() == '0') offset.pop_back();
    out += fmt::format("[{},{},{},{},{},{},{},{},{},\"{}\",{},null,null,null]", offset, degrees(fix.position.latitude()), degrees(fix.position.longitude()), altitude,
                       number(fix.ground_speed_kt), number(fix.track_deg), flags, number(fix.vertical_rate_fpm), detail, source_name(fix.source), number(fix.geom_altitude_ft));
}

void write_whole(const std::string& path, const std::string& bytes) {
    const std::string partial = path + ".part";
    std::FILE* file = std::fopen(partial.c_str(), "wb");
    if (!file) throw IoError(path, std::strerror(errno));
    const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
    const bool closed = std::fclose(file) == 0;
    if (!written || !closed || std::rename(partial.c_str(), path.c_str()) != 0) {
        const std::string why = std::strerror(errno);
        std::remove(partial.c_str());
        throw IoError(path, why);
    }
}

std::string gzip(const std::string& text) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(libdeflate_alloc_compressor(6), libdeflate_free_compressor);
    std::string packed(libdeflate_gzip_compress_bound(compressor.get(), text.size()), '\0');
    packed.resize(libdeflate_gzip_compress(compressor.get(), text.data(), text.size(), packed.data(), packed.size()));
    return packed;
}

}  // namespace

std::string to_readsb_trace(const Track& track, CivilDate day) {
    const Instant midnight(day), next = midnight + hours(24);
    const auto before = [](const StateVector& fix, Instant time) { return fix.time < time; };
    const auto first = std::lower_bound(track.fixes.begin(), track.fixes.end(), midnight, before), last = std::lower_bound(first, track.fixes.end(), next, before);
    if (first == last) return {};
    const Aircraft& aircraft = track.aircraft;
    std::string out = fmt::format("{{\"icao\":\"{}\"", address_of(track));
    if (aircraft.registration) out += ",\n\"r\":" + quoted(aircraft.registration.text());
    if (aircraft.type) out += ",\n\"t\":" + quoted(aircraft.type.text());
    if (!aircraft.operator_name.empty()) out += ",\n\"ownOp\":" + quoted(aircraft.operator_name);
    if (!aircraft.registration && !aircraft.type) out += ",\n\"noRegData\":true";
    const int flags = (aircraft.military ? 1 : 0) | (aircraft.privacy_address ? 4 : 0) | (aircraft.limited_display ? 8 : 0);
    out += fmt::format(",\n\"dbFlags\":{},\n\"timestamp\":{:.3f},\n\"trace\":[\n", flags, to_epoch_seconds(midnight));
    Said said;
    for (auto fix = first; fix != last; ++fix) {
        if (fix != first) out += ",\n";
        append_point(out, track, *fix, midnight, said);
    }
    return out + " ]}\n";
}

std::vector<std::string> write_readsb_traces(const std::string& folder, const Track& track) {
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < track.fixes.size();) {
        const CivilDate day = track.fixes[i].time.date();
        const std::string address = address_of(track);
        const std::string into = fmt::format("{}/{:04}/{:02}/{:02}/traces/{}", folder, static_cast<int>(day.year()), day.month().as_number(), day.day().as_number(), address.substr(address.size() - 2));
        std::error_code error;
        std::filesystem::create_directories(into, error);
        if (error) throw IoError(into, error.message());
        paths.push_back(fmt::format("{}/trace_full_{}.json", into, address));
        write_whole(paths.back(), gzip(to_readsb_trace(track, day)));
        while (i < track.fixes.size() && track.fixes[i].time.date() == day) ++i;
    }
    return paths;
}

}  // namespace flightxref
