// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// The bytes of src/reference/NAME.csv as built into the library; empty when there is no such table.
std::string_view builtin_table(std::string_view name);

/// Calls `row(fields)` for each line of a built-in table but the first, which names the columns; lines that begin with '#'
/// are remarks. The tables are ours: fields are separated by commas, hold none themselves, and lists inside a field are
/// separated by '|'.
template <class Row>
void for_each_row(std::string_view table, Row&& row) {
    std::vector<std::string_view> fields;
    bool header = true;
    while (!table.empty()) {
        const std::size_t end = table.find('\n');
        std::string_view line = table.substr(0, end);
        table = end == std::string_view::npos ? std::string_view{} : table.substr(end + 1);
        if (line.empty() || line.front() == '#') continue;
        if (header) {
            header = false;
            continue;
        }
        fields.clear();
        for (;;) {
            const std::size_t comma = line.find(',');
            fields.push_back(line.substr(0, comma));
            if (comma == std::string_view::npos) break;
            line.remove_prefix(comma + 1);
        }
        row(fields);
    }
}

/// The parts of a list field.
inline std::vector<std::string_view> split_list(std::string_view list) {
    std::vector<std::string_view> parts;
    while (!list.empty()) {
        const std::size_t bar = list.find('|');
        parts.push_back(list.substr(0, bar));
        if (bar == std::string_view::npos) break;
        list.remove_prefix(bar + 1);
    }
    return parts;
}

}  // namespace flightxref::detail
