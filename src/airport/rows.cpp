// SPDX-License-Identifier: BSL-1.0
#include <airport/rows.hpp>
#include <reference/table.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace flightxref::detail {
namespace {

std::optional<Position> parse_position(std::string_view latitude, std::string_view longitude) {
    const auto lat = parse_number(latitude), lon = parse_number(longitude);
    return lat && lon ? Position::from_degrees(*lat, *lon) : std::nullopt;
}

/// Sets what the row's fields say; empty fields leave the airport as it is.
void lay_over(Airport& airport, const std::vector<std::string_view>& row) {
    const auto set = [&](std::string& target, std::string_view field) { if (!field.empty()) target = field; };
    set(airport.code, row[0]);
    set(airport.iata, row[1]);
    set(airport.name, row[2]);
    set(airport.city, row[3]);
    set(airport.country, row[4]);
    if (const auto position = parse_position(row[5], row[6])) airport.position = *position;
    if (const auto elevation = parse_number(row[7])) airport.elevation_ft = static_cast<float>(*elevation);
    set(airport.zone, row[8]);
    if (const auto size = parse_size(row[9])) airport.size = *size;
    set(airport.subdivision, row[10]);
    if (row.size() < 13) return;
    if (const auto date = parse_date(row[11])) airport.opened = date;
    if (const auto date = parse_date(row[12])) airport.closed = date;
}

}  // namespace

std::optional<CivilDate> parse_date(std::string_view field) {
    unsigned short year = 0, month = 0, day = 0;
    const auto number = [&](std::size_t at, std::size_t length, unsigned short& value) {
        const char* first = field.data() + at;
        return std::from_chars(first, first + length, value).ptr == first + length;
    };
    if (field.size() != 10 || !number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return std::nullopt;
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > boost::gregorian::gregorian_calendar::end_of_month_day(year, month))
        return std::nullopt;
    return CivilDate(year, month, day);
}

std::optional<AirportSize> parse_size(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, AirportSize>, 10> words{{
        {"large", AirportSize::large}, {"large_airport", AirportSize::large}, {"medium", AirportSize::medium},
        {"medium_airport", AirportSize::medium}, {"small", AirportSize::small}, {"small_airport", AirportSize::small},
        {"heliport", AirportSize::heliport}, {"seaplane_base", AirportSize::seaplane_base}, {"closed", AirportSize::closed},
        {"closed_airport", AirportSize::closed}}};
    for (const auto& [text, size] : words)
        if (text == word) return size;
    return std::nullopt;
}

const std::vector<CodeUse>& code_history() {
    static const std::vector<CodeUse> history = [] {
        std::vector<CodeUse> rows;
        for_each_row(builtin_table("code_history"), [&](const std::vector<std::string_view>& row) {
            rows.push_back({row[0], row[1], parse_date(row[2]), parse_date(row[3])});
        });
        std::ranges::stable_sort(rows, {}, &CodeUse::printed);
        return rows;
    }();
    return history;
}

std::vector<Airport> make_built_in_airports() {
    std::vector<Airport> airports;
    airports.reserve(40'000);
    for (const std::string_view table : {"airports", "airfields"})
        for_each_row(builtin_table(table), [&](const std::vector<std::string_view>& row) { lay_over(airports.emplace_back(), row); });

    std::unordered_map<std::string_view, std::size_t> by_code;
    by_code.reserve(airports.size() + 1000);
    for (std::size_t i = 0; i < airports.size(); ++i) by_code.emplace(airports[i].code, i);

    for_each_row(builtin_table("runways"), [&](const std::vector<std::string_view>& row) {
        const auto at = by_code.find(row[0]);
        const auto low = parse_position(row[4], row[5]), high = parse_position(row[6], row[7]);
        if (at == by_code.end() || !low || !high) return;
        airports[at->second].runways.push_back({std::string(row[1]), *low, *high, parse_number(row[2]).value_or(0), parse_number(row[3]).value_or(0)});
    });

    std::vector<Airport> added;
    for_each_row(builtin_table("airports_by_hand"), [&](const std::vector<std::string_view>& row) {
        const auto at = by_code.find(row[0]);
        lay_over(at == by_code.end() ? added.emplace_back() : airports[at->second], row);
    });
    std::ranges::move(added, std::back_inserter(airports));
    return airports;
}

}  // namespace flightxref::detail
