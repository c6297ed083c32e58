// SPDX-License-Identifier: BSL-1.0
#include <flightxref/report/json.hpp>

#include <report/json_values.hpp>

#include <flightxref/time/iso8601.hpp>

#include <fmt/format.h>

#include <cmath>
#include <string_view>

namespace flightxref {
namespace detail {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json json_of(const std::vector<Issue>& issues) {
    Json list = Json::array();
    for (const Issue& issue : issues) {
        Json json = {{"source", issue.source}};
        json["offset"] = issue.offset ? Json(*issue.offset) : Json(nullptr);
        json["code"] = to_string(issue.code);
        json["detail"] = issue.detail;
        list.push_back(std::move(json));
    }
    return list;
}

Json json_of(const std::vector<std::shared_ptr<const Input>>& inputs) {
    Json list = Json::array();
    for (const auto& input : inputs)
        list.push_back({{"path", input->path}, {"format", input->format}, {"sha256", text_or_null(input->sha256)}, {"positions", input->positions}});
    return list;
}

Json json_of(const Finding& finding, const JsonOptions& options) {
    Json json = {{"claim", json_of(finding.claim, options)},
                 {"verdict", to_string(finding.verdict)},
                 {"probability", std::round(finding.probability * 1e4) / 1e4},
                 {"flight", finding.flight ? json_of(*finding.flight) : Json(nullptr)}};
    json["agreements"] = Json::array();
    for (const Agreement& agreement : finding.agreements)
        json["agreements"].push_back({{"field", agreement.field},
                                      {"result", to_string(agreement.result)},
                                      {"claimed", text_or_null(agreement.claimed)},
                                      {"observed", text_or_null(agreement.observed)},
                                      {"weight", std::round(agreement.weight * 100) / 100},
                                      {"because", agreement.because}});
    if (!finding.grounds.empty()) json["grounds"] = std::string(finding.grounds);
    json["reason"] = finding.reason;
    json["evidence"] = Json::array();
    for (const Evidence& evidence : finding.evidence)
        json["evidence"].push_back(
            {{"path", evidence.path}, {"sha256", text_or_null(evidence.sha256)}, {"first", evidence.first}, {"last", evidence.last}});
    return json;
}

std::string dump(const Json& value, const JsonOptions& options) {
    return value.dump(options.indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace detail

std::string to_json(const Document& document, const Batch<Claim>& claims, const JsonOptions& options) {
    detail::Json json = {{"id", document.id}, {"published", document.published ? detail::Json(to_iso8601(*document.published)) : detail::Json(nullptr)}};
    json["claims"] = detail::Json::array();
    for (const Claim& claim : claims) json["claims"].push_back(detail::json_of(claim, options));
    json["issues"] = detail::json_of(claims.issues);
    return detail::dump(json, options);
}

void write_json(const FlightBatch& flights, const std::function<void(std::string_view)>& put, const JsonOptions& options) {
    const std::string_view line = options.indent >= 0 ? "\n" : "", gap = options.indent >= 0 ? " " : "";
    const std::string deep(options.indent > 0 ? 2 * static_cast<std::size_t>(options.indent) : 0, ' '), one = deep.substr(deep.size() / 2);
    constexpr std::size_t piece = 1u << 16;
    std::string out = "{";
    bool first_list = true;
    const auto list = [&](std::string_view name, const auto& values, auto&& json_of_value) {
        out += fmt::format("{}{}{}\"{}\":{}[", first_list ? "" : ",", line, one, name, gap);
        first_list = false;
        bool first = true;
        for (const auto& value : values) {
            const std::string text = json_of_value(value).dump(options.indent, ' ', false, detail::Json::error_handler_t::replace);
            out += first ? "" : ",";
            out += line;
            out += deep;
            for (const char c : text) {
                out += c;
                if (c == '\n') out += deep;
            }
            first = false;
            if (out.size() < piece) continue;
            put(out);
            out.clear();
        }
        if (!first) out.append(line).append(one);
        out += ']';
    };
    list("flights", flights.items, [](const Flight& flight) { return detail::json_of(flight); });
    list("issues", flights.issues, [](const Issue& issue) { return detail::json_of(std::vector<Issue>{issue}).front(); });
    list("inputs", flights.inputs, [](const std::shared_ptr<const Input>& input) { return detail::json_of(std::vector{input}).front(); });
    out.append(line);
    put(out + "}\n");
}

std::string to_json(const FlightBatch& flights, const JsonOptions& options) {
    std::string out;
    write_json(flights, [&](std::string_view piece) { out += piece; }, options);
    return out;
}

std::string to_json(const Report& report, const JsonOptions& options) {
    detail::Json json = {{"documents", detail::Json::array()}};
    for (const Report::OfDocument& document : report.documents) {
        detail::Json findings = detail::Json::array();
        for (const Finding& finding : document.findings) findings.push_back(detail::json_of(finding, options));
        json["documents"].push_back({{"id", document.id}, {"findings", std::move(findings)}});
    }
    json["leads"] = detail::Json::array();
    for (const Lead& lead : report.leads) json["leads"].push_back({{"flight", detail::json_of(lead.flight)}, {"why", lead.why}});
    json["issues"] = detail::json_of(report.issues);
    json["inputs"] = detail::json_of(report.inputs);
    return detail::dump(json, options);
}

}  // namespace flightxref
