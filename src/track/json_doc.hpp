// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/fields.hpp"

#include <simdjson.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace flightxref::detail {

using JsonValue = simdjson::dom::element;

using UseJson = std::function<void(JsonValue root, std::uint64_t offset)>;

/// Calls `use` for each JSON document in the text: one, or one a line. A document that is cut is mended up to its last whole
/// record; NaN, infinity and numbers beyond all bounds become null. Both are Issues. False when nothing could be used as it should.
bool for_each_json(std::string_view text, IssueLog& log, const UseJson& use);

/// The same for one document, which lies at `offset` of its file; 64 bytes behind it must be readable.
bool use_json(simdjson::dom::parser& parser, std::string_view text, std::uint64_t offset, IssueLog& log, const UseJson& use);

/// The same where that can not be parsed as it stands: mended, without trying. The first element of an array that opened before the
/// text is given if something whole is left of it.
bool use_broken_json(simdjson::dom::parser& parser, std::string_view text, std::uint64_t offset, IssueLog& log, const UseJson& use, bool in_array = false);

/// The member, or null. Walks a path of names: {"result", "response"}.
std::optional<JsonValue> member(JsonValue object, std::string_view name);
std::optional<JsonValue> member(JsonValue object, std::initializer_list<std::string_view> path);

/// A finite number, also one written as text; absent for null and anything else.
std::optional<double> number_of(std::optional<JsonValue> value);
/// Text; empty for null and anything else.
std::string_view text_of(std::optional<JsonValue> value);
std::optional<bool> flag_of(std::optional<JsonValue> value);
/// A moment written as ISO text or as a number since 1970.
std::optional<double> time_of(std::optional<JsonValue> value);
std::optional<Instant> instant_of(std::optional<JsonValue> value);

inline std::optional<double> number_in(JsonValue object, std::string_view name) { return number_of(member(object, name)); }
inline std::string_view text_in(JsonValue object, std::string_view name) { return text_of(member(object, name)); }

/// Calls `use` for each element of an array, and not at all for anything else.
template <class Use>
void for_each_element(std::optional<JsonValue> array, Use&& use) {
    simdjson::dom::array elements;
    if (!array || array->get(elements) != simdjson::SUCCESS) return;
    for (const JsonValue element : elements) use(element);
}

inline std::optional<double> times(std::optional<double> value, double factor) { return value ? std::optional<double>(*value * factor) : std::nullopt; }

}  // namespace flightxref::detail
