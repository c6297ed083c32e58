// SPDX-License-Identifier: BSL-1.0
#include <flightxref/claim/read.hpp>

#include <flightxref/core/error.hpp>
#include <flightxref/time/iso8601.hpp>

#include <nlohmann/json.hpp>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <unordered_set>

namespace flightxref {
namespace {

using Json = nlohmann::json;

constexpr auto events = {ClaimEvent::depart,    ClaimEvent::arrive,    ClaimEvent::fly,        ClaimEvent::travel,    ClaimEvent::overfly,
                         ClaimEvent::stop,      ClaimEvent::divert,    ClaimEvent::turn_back,  ClaimEvent::return_,   ClaimEvent::circle,
                         ClaimEvent::last_seen, ClaimEvent::first_seen, ClaimEvent::on_ground, ClaimEvent::visit};
constexpr auto modalities = {Modality::asserted, Modality::reported, Modality::expected, Modality::planned,
                             Modality::possible, Modality::negated,  Modality::denied,   Modality::cancelled};
constexpr auto modes = {TravelMode::unknown, TravelMode::air, TravelMode::rail, TravelMode::road, TravelMode::sea};
constexpr auto aboards = {Aboard::asserted, Aboard::possible, Aboard::denied, Aboard::unknown};
constexpr auto kinds = {PlaceKind::airport, PlaceKind::city, PlaceKind::country, PlaceKind::region};

/// A string member; empty when it is missing, null, or no string.
std::string text_of(const Json& object, const char* key) {
    const auto member = object.find(key);
    return member != object.end() && member->is_string() ? member->get<std::string>() : std::string();
}

template <class Enum>
std::optional<Enum> value_of(const Json& object, const char* key, const std::initializer_list<Enum>& values) {
    const std::string name = text_of(object, key);
    for (const Enum value : values)
        if (to_string(value) == name) return value;
    return std::nullopt;
}

/// Fills [begin, end) when the member is a pair of counts.
void read_pair(const Json& object, const char* key, std::size_t& begin, std::size_t& end) {
    const auto member = object.find(key);
    if (member == object.end() || !member->is_array() || member->size() != 2) return;
    if (!(*member)[0].is_number_unsigned() || !(*member)[1].is_number_unsigned()) return;
    begin = (*member)[0].get<std::size_t>();
    end = (*member)[1].get<std::size_t>();
}

Span span_of(const Json& claim, const std::string& key) {
    Span span;
    read_pair(claim, key.c_str(), span.code_point_begin, span.code_point_end);
    read_pair(claim, (key + "_utf8").c_str(), span.begin, span.end);
    return span;
}

std::optional<Place> place_of(const Json& json) {
    if (!json.is_object()) return std::nullopt;
    Place place;
    place.text = text_of(json, "text");
    place.kind = value_of(json, "kind", kinds).value_or(PlaceKind::region);
    place.name = text_of(json, "name");
    place.icao = text_of(json, "icao");
    place.city = text_of(json, "city");
    place.country = text_of(json, "country");
    return place;
}

const Json& member_of(const Json& object, const char* key) {
    static const Json null;
    const auto member = object.find(key);
    return member == object.end() ? null : *member;
}

/// Empty when the claim has no time; an Issue when it has one that can not be.
std::optional<ClaimedTime> time_of(const Json& json, const std::string& id, const std::string& path, std::vector<Issue>& issues, bool& usable) {
    if (!json.is_object()) return std::nullopt;
    const auto from = parse_instant(text_of(json, "earliest")), to = parse_instant(text_of(json, "latest"));
    if (!from || !to || *to < *from) {
        issues.push_back({IssueCode::bad_time, path, std::nullopt, "claim " + id + " left out: its time can not be (" +
                          text_of(json, "earliest") + " to " + text_of(json, "latest") + ")"});
        usable = false;
        return std::nullopt;
    }
    ClaimedTime time;
    time.text = text_of(json, "text");
    time.window = make_window(*from, *to);
    time.zone = text_of(json, "zone");
    time.granularity = text_of(json, "granularity");
    time.relative_to = text_of(json, "relative_to");
    return time;
}

std::optional<Claim> claim_of(const Json& json, const std::string& path, std::size_t number, std::vector<Issue>& issues) {
    Claim claim;
    claim.id = json.is_object() ? text_of(json, "id") : std::string();
    if (claim.id.empty()) claim.id = "c" + std::to_string(number);
    const auto event = json.is_object() ? value_of(json, "event", events) : std::nullopt;
    if (!event) {
        issues.push_back({IssueCode::bad_record, path, std::nullopt, "claim " + claim.id + " left out: it has no known event"});
        return std::nullopt;
    }
    claim.event = *event;
    claim.quote_span = span_of(json, "quote_span");
    claim.trigger_span = span_of(json, "trigger_span");
    claim.quote = text_of(json, "quote");
    claim.trigger = text_of(json, "trigger");
    for (const Json& traveller : member_of(json, "travellers")) {
        if (!traveller.is_object()) continue;
        claim.travellers.push_back({text_of(traveller, "name"), text_of(traveller, "kind") == "group", text_of(traveller, "role"),
                                    value_of(traveller, "aboard", aboards).value_or(Aboard::unknown)});
    }
    if (const Json& craft = member_of(json, "aircraft"); craft.is_object())
        claim.aircraft = ClaimedAircraft{text_of(craft, "registration"), text_of(craft, "type_text"),     text_of(craft, "type_icao"), text_of(craft, "callsign"),
                                         text_of(craft, "flight_number"), text_of(craft, "operator"), text_of(craft, "nickname")};
    claim.origin = place_of(member_of(json, "origin"));
    claim.destination = place_of(member_of(json, "destination"));
    for (const Json& via : member_of(json, "via"))
        if (auto place = place_of(via)) claim.via.push_back(std::move(*place));
    claim.modality = value_of(json, "modality", modalities).value_or(Modality::asserted);
    claim.mode = value_of(json, "mode", modes).value_or(TravelMode::unknown);
    if (const Json& source = member_of(json, "source_attribution"); source.is_object())
        claim.source_attribution = Attribution{text_of(source, "type"), text_of(source, "text")};
    bool usable = true;
    claim.time = time_of(member_of(json, "time"), claim.id, path, issues, usable);
    if (!usable) return std::nullopt;
    return claim;
}

}  // namespace

Batch<Claim> read_claims(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw IoError(path, std::strerror(errno));
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (file.bad()) throw IoError(path, "can not be read");
    Json json;
    try {
        json = Json::parse(bytes.str());
    } catch (const Json::parse_error& e) {
        throw FormatError(path, e.byte, "not JSON");
    }
    const auto claims = json.is_object() ? json.find("claims") : json.end();
    if (claims == json.end() || !claims->is_array()) throw FormatError(path, "no object with \"claims\" as list_claims prints it");
    Batch<Claim> batch;
    const std::string document = text_of(json, "id");
    std::optional<Instant> published = parse_instant(text_of(json, "published"));
    // A date alone ends last in the zone furthest west.
    if (const auto date = parse_date(text_of(json, "published")); !published && date) published = Instant(*date) + hours(36);
    std::unordered_set<std::string> ids;
    for (std::size_t i = 0; i < claims->size(); ++i) {
        auto claim = claim_of((*claims)[i], path, i + 1, batch.issues);
        if (!claim) continue;
        claim->document = document;
        claim->published = published;
        if (!ids.insert(claim->id).second)
            batch.issues.push_back({IssueCode::duplicate, path, std::nullopt, "two claims have the id " + claim->id});
        batch.items.push_back(std::move(*claim));
    }
    return batch;
}

}  // namespace flightxref
