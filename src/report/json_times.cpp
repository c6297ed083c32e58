// SPDX-License-Identifier: BSL-1.0
#include <report/json_values.hpp>

#include <flightxref/time/iso8601.hpp>

namespace flightxref {
namespace {

detail::Json json_of(const FoundTime& time, const std::string& text) {
    detail::Json json = {{"span", {time.span.code_point_begin, time.span.code_point_end}},
                         {"span_utf8", {time.span.begin, time.span.end}},
                         {"text", text.substr(time.span.begin, time.span.end - time.span.begin)},
                         {"type", to_string(time.expression.type)},
                         {"value", detail::text_or_null(time.value)},
                         {"earliest", nullptr},
                         {"latest", nullptr},
                         {"zone", nullptr},
                         {"hedge", nullptr}};
    if (time.expression.hedge != TimeHedge::none) json["hedge"] = to_string(time.expression.hedge);
    if (const auto& resolved = time.resolved) {
        json["earliest"] = to_iso8601(earliest(resolved->window), resolved->zone);
        json["latest"] = to_iso8601(latest(resolved->window), resolved->zone);
        json["zone"] = resolved->zone.name();
        json["granularity"] = resolved->granularity;
        json["rule"] = resolved->rule;
    }
    return json;
}

}  // namespace

std::string to_json(const Document& document, const Batch<FoundTime>& times, const JsonOptions& options) {
    detail::Json found = detail::Json::array();
    for (const FoundTime& time : times) found.push_back(json_of(time, document.text));
    detail::Json json = {{"id", document.id}, {"published", nullptr}, {"times", std::move(found)}, {"issues", detail::json_of(times.issues)}};
    if (document.published) json["published"] = to_iso8601(*document.published);
    return detail::dump(json, options);
}

}  // namespace flightxref
