// SPDX-License-Identifier: BSL-1.0
// readsb heatmap, NN.bin.ttf: half an hour of everybody, one slice each 10 or 30 seconds, 16 bytes a position.
// Specification: wiedehopf/readsb globe_index.h (struct heatEntry) and globe_index.c (handleHeatmap).
#include "track/formats.hpp"

#include "track/fields.hpp"

#include <cstring>
#include <unordered_map>

namespace flightxref::detail {
namespace {

constexpr std::uint32_t slice_magic = 0x0e7f7c9d;
constexpr std::size_t entry_bytes = 16;

struct Entry {
    std::uint32_t hex;
    std::int32_t lat, lon;
    std::int16_t alt, gs;
};

Entry entry_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
    const auto word = [&](std::size_t i) { return byte(i) | byte(i + 1) << 8 | byte(i + 2) << 16 | byte(i + 3) << 24; };
    const auto half = [&](std::size_t i) { return static_cast<std::int16_t>(static_cast<std::uint16_t>(byte(i) | byte(i + 1) << 8)); };
    return {word(0), static_cast<std::int32_t>(word(4)), static_cast<std::int32_t>(word(8)), half(12), half(14)};
}

/// Kinds of address in the order of readsb's addrtype_t.
PositionSource source_of(std::uint32_t kind) {
    switch (kind) {
        case 0: case 1: case 2: case 8: case 9: return PositionSource::adsb;
        case 3: case 10: case 11: return PositionSource::tisb;
        case 4: return PositionSource::adsc;
        case 5: return PositionSource::mlat;
        default: return PositionSource::unknown;
    }
}

}  // namespace

bool sniff_heatmap(const Head& head) {
    // The index before the first slice has an entry a slice: half an hour, a slice a second at most.
    for (std::size_t at = 0; at + entry_bytes <= head.text.size() && at < 4096 * entry_bytes; at += entry_bytes)
        if (entry_at(head.text, at).hex == slice_magic) return true;
    return false;
}

void decode_heatmap(const DecoderInput& input, Decoded& out, IssueLog& log) {
    struct Known {
        std::uint16_t callsign = 0;
        Sparse<std::uint16_t> squawk;
    };
    std::unordered_map<const TrackPart*, Known> known;
    std::optional<double> time;
    const std::string_view text = input.text;
    std::size_t at = 0;
    for (; at + entry_bytes <= text.size(); at += entry_bytes) {
        const Entry entry = entry_at(text, at);
        if (entry.hex == slice_magic) {
            const std::uint64_t ms = static_cast<std::uint64_t>(static_cast<std::uint32_t>(entry.lat)) << 32 | static_cast<std::uint32_t>(entry.lon);
            time = static_cast<double>(ms) * 1e-3;
            continue;
        }
        if (!time) continue;  // the index
        const std::uint32_t address = entry.hex & 0xFFFFFFu;
        if (address == 0 || address == 0xFFFFFFu) {
            log.add(IssueCode::bad_value, "address can not be", at);
            continue;
        }
        TrackPart& part = out.part(Icao24::from_value(address), entry.hex >> 24 & 1u);
        Known& last = known[&part];
        if (entry.lat >= 1 << 30) {  // callsign in place of longitude, altitude and speed; squawk in the low half
            const std::string_view callsign = text.substr(at + 8, 8);
            if (callsign[0] != 0) last.callsign = part.callsign_index(callsign.substr(0, callsign.find('\0')));
            const auto squawk = static_cast<std::uint16_t>(entry.lat & 0xFFFF);
            last.squawk = squawk > 0 && squawk <= 7777 ? Sparse<std::uint16_t>(squawk) : std::nullopt;
            continue;
        }
        RawFix raw;
        raw.time = time;
        raw.latitude = entry.lat * 1e-6;
        raw.longitude = entry.lon * 1e-6;
        if (entry.alt == -123) {
            raw.on_ground = true;
        } else if (entry.alt != 0) {  // 0 is also written where the altitude is not known
            raw.on_ground = false;
            raw.baro_altitude_ft = entry.alt * 25.0;
        }
        if (entry.gs >= 0) raw.ground_speed_kt = entry.gs * 0.1;
        raw.callsign = last.callsign;
        raw.squawk = last.squawk;
        raw.source = source_of(entry.hex >> 27);
        raw.record = static_cast<std::uint32_t>(at / entry_bytes);
        raw.offset = at;
        add_fix(part, raw, log);
    }
    if (at != text.size()) log.add(IssueCode::truncated, "file stops in the middle of an entry", at);
}

}  // namespace flightxref::detail
