// SPDX-License-Identifier: BSL-1.0
#include <aircraft/type_table.hpp>

#include <reference/table.hpp>

#include <algorithm>
#include <charconv>

namespace flightxref::detail {
namespace {

double number_of(std::string_view text) {
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

EngineKind engine_kind(char letter) {
    switch (letter) {
        case 'P': return EngineKind::piston;
        case 'T': return EngineKind::turboprop;
        case 'J': return EngineKind::jet;
        case 'E': return EngineKind::electric;
        case 'R': return EngineKind::rocket;
        default: return EngineKind::none;
    }
}

/// Columns code, maker, model, class ("L2J"), wake, cruise_kt, range_km, endurance_h, flags ("m" military, "u" uncrewed).
TypeFacts facts_of_row(const std::vector<std::string_view>& row) {
    TypeFacts facts;
    facts.code = row[0];
    facts.maker = row[1];
    facts.model = row[2];
    if (row[3].size() == 3) {
        facts.helicopter = row[3][0] == 'H' || row[3][0] == 'G' || row[3][0] == 'T';
        facts.amphibian = row[3][0] == 'A' || row[3][0] == 'S';
        facts.engines = row[3][1] >= '0' && row[3][1] <= '9' ? static_cast<unsigned>(row[3][1] - '0') : 0;
        facts.engine = engine_kind(row[3][2]);
    }
    facts.wake = row[4].empty() ? '\0' : row[4].front();
    facts.cruise_kt = number_of(row[5]);
    facts.range_km = number_of(row[6]);
    facts.endurance_h = number_of(row[7]);
    // Figures of range are for cruise; climb, descent and loiter are slower, so the time aloft is somewhat longer.
    if (facts.endurance_h <= 0 && facts.cruise_kt > 0) facts.endurance_h = 1.1 * facts.range_km / (1.852 * facts.cruise_kt);
    facts.military = row[8].find('m') != std::string_view::npos;
    facts.uncrewed = row[8].find('u') != std::string_view::npos;
    return facts;
}

/// Whether the words are likely to mean other things too: a bare number ("747"), one word without a digit ("Falcon"), one letter and
/// one digit ("B-2", "F-1").
bool is_everyday(std::string_view name) {
    std::size_t letters = 0, digits = 0, blanks = 0;
    for (const char c : name) {
        if (c >= '0' && c <= '9') ++digits;
        else if (c == ' ') ++blanks;
        else if (c != '-') ++letters;
    }
    return letters == 0 || (digits == 0 && blanks == 0) || (letters == 1 && digits == 1);
}

/// The nickname behind the designation of a model: "Skyhawk" of "A-4 Skyhawk". Empty when there is none.
std::string_view nickname_of(std::string_view model) {
    const std::size_t blank = model.find(' ');
    if (blank == std::string_view::npos || model.find('(') != std::string_view::npos) return {};
    const std::string_view designation = model.substr(0, blank), nickname = model.substr(blank + 1);
    if (designation.find_first_of("0123456789") == std::string_view::npos || nickname.find_first_of("0123456789") != std::string_view::npos) return {};
    return nickname.size() >= 4 && nickname.front() >= 'A' ? nickname : std::string_view{};
}

/// The name with its roman numeral in digits: "T-6 Texan 2" for "T-6 Texan II". Empty when it has none.
std::string in_digits(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> numerals[] = {{" II", " 2"}, {" III", " 3"}, {" IV", " 4"}, {" V", " 5"}, {" VI", " 6"}};
    for (const auto& [roman, digits] : numerals)
        if (name.ends_with(roman)) return std::string(name.substr(0, name.size() - roman.size())) + std::string(digits);
    return {};
}

}  // namespace

TypeTable::TypeTable() {
    std::unordered_map<std::string, std::uint32_t> family_ids, maker_ids;
    for_each_row(builtin_table("aircraft_makers"), [&](const std::vector<std::string_view>& row) {
        if (row.size() < 4) return;
        const auto id = static_cast<std::uint32_t>(makers.size());
        makers.push_back({row[0], row[3] == "?", split_list(row[2]), {}});
        maker_ids[std::string(row[0])] = id;
        maker_index.add(row[0], id);
        for (const auto alias : split_list(row[1])) maker_index.add(alias, id);
    });
    for_each_row(builtin_table("type_names"), [&](const std::vector<std::string_view>& row) {
        if (row.size() < 10) return;
        const auto id = static_cast<std::uint32_t>(types.size());
        const bool nothing = row[0] == "-";
        types.push_back(facts_of_row(row));
        families.emplace_back();
        const auto add = [&](std::string_view name, bool designator) {
            TypeName entry{id, false, false, designator, nothing, false};
            bool sure = designator;
            for (; !name.empty(); name.remove_prefix(1)) {
                if (name.front() == '?') entry.needs_context = true;
                else if (name.front() == '!') sure = true;
                else if (name.front() == '*') entry.family = true;
                else break;
            }
            if (name.empty()) return;
            if (entry.family) {
                const auto family = family_ids.try_emplace(identifier_key(name), static_cast<std::uint32_t>(family_ids.size())).first->second;
                families[id].push_back(family);
            }
            entry.needs_context = entry.needs_context || (!sure && is_everyday(name));
            entry.any_case = name.front() >= 'a' && name.front() <= 'z';
            names.push_back(entry);
            name_index.add(name, static_cast<std::uint32_t>(names.size() - 1));
            if (const std::string digits = in_digits(name); !digits.empty()) name_index.add(digits, static_cast<std::uint32_t>(names.size() - 1));
        };
        if (!nothing && !row[0].empty()) {
            by_code.emplace(row[0], id);
            add(row[0], true);
            if (const auto maker = maker_ids.find(std::string(row[1])); maker != maker_ids.end()) makers[maker->second].types.emplace_back(row[0]);
        }
        if (!row[2].empty()) add(row[2], false);
        if (const auto nickname = nickname_of(row[2]); !nickname.empty()) add("?" + std::string(nickname), false);
        for (const auto name : split_list(row[9])) add(name, false);
    });
}

const std::uint32_t* TypeTable::find(const Typecode& code) const {
    const auto found = by_code.find(code.key());
    return found == by_code.end() ? nullptr : &found->second;
}

const TypeTable& type_table() {
    static const TypeTable table;
    return table;
}

}  // namespace flightxref::detail
