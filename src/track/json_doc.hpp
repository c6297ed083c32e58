// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/fields.hpp"

#include <simdjson.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace flightxref::detail {

using JsonValue = simdjson::dom::element;

/// Where the bytes of a text lie in the file it was taken from.
struct TextPlace {
    std::uint64_t begin = 0;
    std::vector<std::pair<std::size_t, std::uint64_t>> left_out{};  ///< from this byte of the text on, so many bytes of the file are missing before it; ascending

    std::uint64_t of(std::size_t at) const {
        const auto next = std::upper_bound(left_out.begin(), left_out.end(), at, [](std::size_t byte, const auto& gap) { return byte < gap.first; });
        return begin + at + (next == left_out.begin() ? 0 : std::prev(next)->second);
    }
};

/// One document as it stands, or nothing; 64 bytes behind it must be readable. Holds until the parser is used again.
std::optional<JsonValue> parse_json(simdjson::dom::parser& parser, std::string_view text);

/// What is left of a document that does not parse as it stands.
struct Mended {
    std::optional<JsonValue> value;
    std::size_t used = 0;  ///< bytes of the text that make sense
    bool whole = false;    ///< it ends there, and does not just stop making sense
};

/// NaN, infinity and numbers beyond all bounds become null; where the text stops making sense, it is closed behind its last whole
/// record. Both are Issues. With `in_list` the text is the rest of a list from one of its records on, which alone is read, and which
/// is nothing when it is cut, unless it holds whole records itself.
Mended mend_json(simdjson::dom::parser& parser, std::string_view text, const TextPlace& place, IssueLog& log, bool in_list = false);

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
