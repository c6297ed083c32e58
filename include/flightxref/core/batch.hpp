// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace flightxref {

/// Why a record could not be used, or was used with care.
enum class IssueCode : std::uint8_t {
    bad_encoding,      ///< bytes that are not UTF-8, or characters that can not be shown
    bad_record,        ///< one record of a file does not parse
    bad_value,         ///< a value of the wrong type, not a number, or out of its range
    bad_time,          ///< a time that can not be read or can not be
    truncated,         ///< the input stops in the middle; what came before it was kept
    unknown_format,    ///< a file in a folder that is no known format
    duplicate,         ///< the same record, or the same id, twice
    rejected_position, ///< a position that physics or its integrity fields rule out
    not_evidence,      ///< an estimated or projected position, set aside
    conflict,          ///< two sources say different things of one aircraft
    limit_reached,     ///< input beyond a bound of the library
    nothing_found,     ///< a file was read and nothing in it could be used
};

/// The name of the code as it is written in reports, for instance "bad_record".
constexpr std::string_view to_string(IssueCode code) {
    switch (code) {
        case IssueCode::bad_encoding: return "bad_encoding";
        case IssueCode::bad_record: return "bad_record";
        case IssueCode::bad_value: return "bad_value";
        case IssueCode::bad_time: return "bad_time";
        case IssueCode::truncated: return "truncated";
        case IssueCode::unknown_format: return "unknown_format";
        case IssueCode::duplicate: return "duplicate";
        case IssueCode::rejected_position: return "rejected_position";
        case IssueCode::not_evidence: return "not_evidence";
        case IssueCode::conflict: return "conflict";
        case IssueCode::limit_reached: return "limit_reached";
        case IssueCode::nothing_found: return "nothing_found";
    }
    return "bad_record";
}

/// Something that could not be used, said so that a reader finds it.
struct Issue {
    IssueCode code = IssueCode::bad_record;
    std::string source;                   ///< path of the file, or id of the document
    std::optional<std::uint64_t> offset;  ///< bytes from the start of the source (of the text inside, if it was compressed)
    std::string detail;                   ///< one sentence

    bool operator==(const Issue&) const = default;
};

/// What could be used, together with what could not. Iterates over the items.
template <class T>
struct Batch {
    std::vector<T> items;
    std::vector<Issue> issues;

    auto begin() const { return items.begin(); }
    auto end() const { return items.end(); }
    auto begin() { return items.begin(); }
    auto end() { return items.end(); }
    bool empty() const { return items.empty(); }
    std::size_t size() const { return items.size(); }
    const T& operator[](std::size_t i) const { return items[i]; }
    T& operator[](std::size_t i) { return items[i]; }

    /// Moves everything of another batch to the end of this one.
    void append(Batch other) {
        items.insert(items.end(), std::make_move_iterator(other.items.begin()), std::make_move_iterator(other.items.end()));
        take_issues(std::move(other.issues));
    }

    /// Moves issues of an earlier stage to the end of this one's.
    void take_issues(std::vector<Issue> more) {
        issues.insert(issues.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
};

}  // namespace flightxref
