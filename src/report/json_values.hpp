// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/flight/flight.hpp>
#include <flightxref/match/finding.hpp>
#include <flightxref/report/json.hpp>

#include <nlohmann/json.hpp>

#include <memory>
#include <vector>

namespace flightxref::detail {

using Json = nlohmann::ordered_json;

/// null for an empty string.
Json text_or_null(const std::string& text);

Json json_of(const Claim& claim, const JsonOptions& options);
Json json_of(const Flight& flight);
Json json_of(const Finding& finding, const JsonOptions& options);
Json json_of(const std::vector<Issue>& issues);
Json json_of(const std::vector<std::shared_ptr<const Input>>& inputs);

/// The text of a value, with a line feed behind it.
std::string dump(const Json& value, const JsonOptions& options);

}  // namespace flightxref::detail
