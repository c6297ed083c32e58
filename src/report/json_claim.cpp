// SPDX-License-Identifier: BSL-1.0
#include <report/json_values.hpp>

#include <flightxref/time/iso8601.hpp>

namespace flightxref::detail {
namespace {

Json span_code_points(const Span& span) { return Json::array({span.code_point_begin, span.code_point_end}); }
Json span_bytes(const Span& span) { return Json::array({span.begin, span.end}); }

Json json_of(const Place& place) {
    return {{"text", place.text},
            {"kind", to_string(place.kind)},
            {"name", text_or_null(place.name)},
            {"icao", text_or_null(place.icao)},
            {"city", text_or_null(place.city)},
            {"country", text_or_null(place.country)}};
}

Json json_of(const std::optional<Place>& place) { return place ? json_of(*place) : Json(nullptr); }

Json json_of(const Traveller& traveller) {
    return {{"name", traveller.name},
            {"kind", traveller.group ? "group" : "person"},
            {"role", text_or_null(traveller.role)},
            {"aboard", to_string(traveller.aboard)}};
}

Json json_of(const ClaimedAircraft& aircraft) {
    return {{"registration", text_or_null(aircraft.registration)},
            {"type_text", text_or_null(aircraft.type_text)},
            {"type_icao", text_or_null(aircraft.type_icao)},
            {"callsign", text_or_null(aircraft.callsign)},
            {"flight_number", text_or_null(aircraft.flight_number)},
            {"operator", text_or_null(aircraft.operator_name)},
            {"nickname", text_or_null(aircraft.nickname)}};
}

Json json_of(const ClaimedTime& time) {
    const Zone zone = Zone::find(time.zone).value_or(Zone());
    return {{"text", time.text},
            {"earliest", to_iso8601(earliest(time.window), zone)},
            {"latest", to_iso8601(latest(time.window), zone)},
            {"zone", text_or_null(time.zone)},
            {"granularity", text_or_null(time.granularity)},
            {"relative_to", text_or_null(time.relative_to)}};
}

}  // namespace

Json json_of(const Claim& claim, const JsonOptions& options) {
    Json json = {{"id", claim.id},
                 {"quote_span", span_code_points(claim.quote_span)},
                 {"quote_span_utf8", span_bytes(claim.quote_span)},
                 {"quote", claim.quote},
                 {"trigger_span", span_code_points(claim.trigger_span)},
                 {"trigger_span_utf8", span_bytes(claim.trigger_span)},
                 {"trigger", claim.trigger},
                 {"event", to_string(claim.event)}};
    json["travellers"] = Json::array();
    for (const Traveller& traveller : claim.travellers) json["travellers"].push_back(json_of(traveller));
    json["aircraft"] = claim.aircraft ? json_of(*claim.aircraft) : Json(nullptr);
    json["origin"] = json_of(claim.origin);
    json["destination"] = json_of(claim.destination);
    json["via"] = Json::array();
    for (const Place& place : claim.via) json["via"].push_back(json_of(place));
    json["modality"] = to_string(claim.modality);
    json["mode"] = to_string(claim.mode);
    json["source_attribution"] = claim.source_attribution
                                     ? Json{{"type", claim.source_attribution->type}, {"text", claim.source_attribution->text}}
                                     : Json(nullptr);
    json["time"] = claim.time ? json_of(*claim.time) : Json(nullptr);
    if (options.why) {
        json["why"] = Json::array();
        for (const FieldReason& reason : claim.why)
            json["why"].push_back({{"field", reason.field},
                                   {"rule", reason.rule},
                                   {"span", span_code_points(reason.span)},
                                   {"span_utf8", span_bytes(reason.span)}});
    }
    return json;
}

}  // namespace flightxref::detail
