// SPDX-License-Identifier: BSL-1.0
#include <time/zone_tables.hpp>

#include <flightxref/time/zone.hpp>

#include <reference/table.hpp>

#include <string>
#include <unordered_map>

namespace flightxref {
namespace detail {
namespace {

std::string upper(std::string_view text) {
    std::string all(text);
    for (char& c : all)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 0x20);
    return all;
}

/// "KST" and "KST/KP" are keys of their own.
const std::unordered_map<std::string, std::string_view>& abbreviation_table() {
    static const auto table = [] {
        std::unordered_map<std::string, std::string_view> rows;
        for_each_row(builtin_table("zone_abbreviations"), [&](const auto& fields) {
            std::string key(fields.at(0));
            if (!fields.at(1).empty()) (key += '/') += fields.at(1);
            rows.emplace(std::move(key), fields.at(2));
        });
        return rows;
    }();
    return table;
}

}  // namespace

std::string_view known_abbreviation(std::string_view abbreviation) {
    if (abbreviation.empty() || abbreviation.size() > 6) return {};
    const auto found = abbreviation_table().find(upper(abbreviation));
    return found != abbreviation_table().end() ? std::string_view(found->first) : std::string_view();
}

std::string_view zone_of_abbreviation(std::string_view abbreviation, std::string_view country) {
    const auto& table = abbreviation_table();
    if (abbreviation.empty() || abbreviation.size() > 6) return {};
    const std::string key = upper(abbreviation);
    if (!country.empty())
        if (const auto found = table.find(key + "/" + upper(country)); found != table.end()) return found->second;
    const auto found = table.find(key);
    return found != table.end() ? found->second : std::string_view();
}

std::string_view zone_of_name(std::string_view folded_name) {
    static const auto table = [] {
        std::unordered_map<std::string_view, std::string_view> rows;
        for_each_row(builtin_table("zone_names"), [&](const auto& fields) { rows.emplace(fields.at(0), fields.at(1)); });
        return rows;
    }();
    const auto found = table.find(folded_name);
    return found != table.end() ? found->second : std::string_view();
}

}  // namespace detail

std::optional<Zone> Zone::find_abbreviation(std::string_view abbreviation, std::string_view country) {
    const std::string_view name = detail::zone_of_abbreviation(abbreviation, country);
    return name.empty() ? std::nullopt : find(name);
}

std::optional<Zone> Zone::find_place(std::string_view name) {
    std::string folded(name);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    const std::string_view zone = detail::zone_of_name(folded);
    return zone.empty() ? std::nullopt : find(zone);
}

}  // namespace flightxref
