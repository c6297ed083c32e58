// SPDX-License-Identifier: BSL-1.0
#include <aircraft/operator_table.hpp>

#include <reference/table.hpp>

#include <algorithm>

namespace flightxref {

std::string_view to_string(OperatorKind kind) {
    switch (kind) {
        case OperatorKind::airline: return "airline";
        case OperatorKind::cargo: return "cargo";
        case OperatorKind::business: return "business";
        case OperatorKind::government: return "government";
        case OperatorKind::military: return "military";
        case OperatorKind::manufacturer: return "manufacturer";
        case OperatorKind::other: return "other";
    }
    return "other";
}

}  // namespace flightxref

namespace flightxref::detail {
namespace {

OperatorKind kind_of(std::string_view name) {
    for (const OperatorKind kind : {OperatorKind::airline, OperatorKind::cargo, OperatorKind::business, OperatorKind::government, OperatorKind::military,
                                    OperatorKind::manufacturer})
        if (to_string(kind) == name) return kind;
    return OperatorKind::other;
}

bool is_upper_or_digit(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string folded_key(std::string_view name) {
    std::string key;
    for (std::size_t at = 0; at < name.size();) {
        if (const auto run = read_run(name, at)) {
            key += run->key;
            at = run->end;
        } else {
            ++at;
        }
    }
    return key;
}

OperatorTable::OperatorTable() {
    for_each_row(builtin_table("operators"), [this](const std::vector<std::string_view>& row) {
        if (row.size() < 8) return;
        const auto id = static_cast<std::uint32_t>(operators.size());
        Operator op;
        op.icao = row[0];
        op.iata = row[1];
        op.country = row[3];
        op.kind = kind_of(row[4]);
        op.telephony = row[5];
        op.callsign_prefixes = split_list(row[7]);
        std::vector<std::string_view> spellings = split_list(row[6]);
        spellings.insert(spellings.begin(), row[2]);
        for (std::string_view& name : spellings) {
            OperatorName entry{id, name.starts_with('?'), false, false};
            if (entry.needs_context) name.remove_prefix(1);
            entry.capitals = name.size() <= 6 && std::all_of(name.begin(), name.end(), is_upper_or_digit);
            entry.any_case = name.front() >= 'a' && name.front() <= 'z';
            by_name.try_emplace(folded_key(name), id);
            names.push_back(entry);
            name_index.add(name, static_cast<std::uint32_t>(names.size() - 1));
        }
        op.name = spellings.front();
        op.aliases.assign(spellings.begin() + 1, spellings.end());
        if (!op.icao.empty()) by_icao.try_emplace(op.icao, id);
        if (!op.iata.empty()) by_iata[op.iata].push_back(id);
        const auto add_prefix = [&](std::string_view prefix) {
            const std::string key = identifier_key(prefix);
            if (key.size() < 2) return;
            by_prefix.try_emplace(key, id);
            longest_prefix = std::max(longest_prefix, key.size());
        };
        for (const auto prefix : op.callsign_prefixes) add_prefix(prefix);
        add_prefix(op.telephony);
        operators.push_back(std::move(op));
    });
}

const OperatorTable& operator_table() {
    static const OperatorTable table;
    return table;
}

}  // namespace flightxref::detail
