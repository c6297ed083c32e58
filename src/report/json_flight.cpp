// SPDX-License-Identifier: BSL-1.0
#include <report/json_values.hpp>

#include <flightxref/time/iso8601.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace flightxref::detail {
namespace {

/// To the tenth of a second: finer than that is reckoning, not knowledge.
Json json_of(const std::optional<Instant>& instant) {
    return instant ? Json(to_iso8601(from_epoch_seconds(std::round(to_epoch_seconds(*instant) * 10) / 10))) : Json(nullptr);
}

double to_centimetres(double degrees) { return std::round(degrees * 1e7) / 1e7; }

Json json_of(const std::optional<Position>& position) {
    return position ? Json{{"lat", to_centimetres(position->latitude())}, {"lon", to_centimetres(position->longitude())}} : Json(nullptr);
}

double rounded(double value) { return std::round(value * 1e4) / 1e4; }

Json json_of(const EndPoint& end) {
    Json json = {{"airport", text_or_null(end.airport)}, {"place", json_of(end.place)}, {"candidates", Json::array()}};
    for (const AirportCandidate& candidate : end.candidates)
        json["candidates"].push_back({{"airport", candidate.airport}, {"probability", rounded(candidate.probability)}});
    json["observed"] = end.observed;
    json["kind"] = to_string(end.kind);
    json["not_before"] = json_of(end.not_before);
    json["not_after"] = json_of(end.not_after);
    json["estimate"] = json_of(end.estimate);
    json["because"] = end.because;
    return json;
}

/// Which positions of which files the flight is made of.
Json sources_of(const Flight& flight) {
    std::map<std::uint16_t, std::pair<std::uint32_t, std::uint32_t>> ranges;
    for (const StateVector& fix : flight.fixes()) {
        const auto [range, fresh] = ranges.try_emplace(fix.input, fix.record, fix.record);
        range->second.first = std::min(range->second.first, fix.record);
        range->second.second = std::max(range->second.second, fix.record);
    }
    Json sources = Json::array();
    for (const auto& [input, range] : ranges)
        if (input < flight.track->inputs.size())
            sources.push_back({{"path", flight.track->inputs[input]->path}, {"first", range.first}, {"last", range.second}});
    return sources;
}

}  // namespace

Json json_of(const Flight& flight) {
    const Aircraft& aircraft = flight.aircraft;
    Json json = {{"icao24", aircraft.icao24 ? Json((aircraft.non_icao_address ? "~" : "") + aircraft.icao24->to_string()) : Json(nullptr)},
                 {"registration", text_or_null(aircraft.registration.text())},
                 {"type", text_or_null(aircraft.type.text())},
                 {"callsign", text_or_null(flight.callsign.text())}};
    if (!aircraft.operator_name.empty()) json["operator"] = aircraft.operator_name;
    if (aircraft.military) json["military"] = true;
    if (aircraft.privacy_address) json["privacy_address"] = true;
    if (aircraft.limited_display) json["limited_display"] = true;
    json["departure"] = json_of(flight.departure);
    json["arrival"] = json_of(flight.arrival);
    if (!flight.passes.empty()) {
        json["passes"] = Json::array();
        for (const Pass& pass : flight.passes)
            json["passes"].push_back({{"airport", text_or_null(pass.airport)}, {"time", to_iso8601(pass.time)}, {"kind", to_string(pass.kind)}});
    }
    json["first_seen"] = json_of(flight.first_seen);
    json["last_seen"] = json_of(flight.last_seen);
    json["positions"] = std::max(flight.heard, flight.fixes().size());
    json["sources"] = sources_of(flight);
    return json;
}

}  // namespace flightxref::detail
