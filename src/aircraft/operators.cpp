// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/operators.hpp>

#include <aircraft/operator_table.hpp>
#include <core/ascii.hpp>

#include <algorithm>
#include <array>

namespace flightxref {
namespace {

using namespace detail;

/// Words that names of airlines carry or lose at their end.
constexpr std::array<std::string_view, 11> endings = {"airlines", "airline", "airways", "airlinesjsc", "jsc",     "ltd",
                                                      "jets",     "jet",     "flights", "flight",      "aviation"};

const Operator* by_key(const std::string& key) {
    const auto& table = operator_table();
    const auto found = table.by_name.find(key);
    return found == table.by_name.end() ? nullptr : &table.operators[found->second];
}

/// One blank, hyphen, apostrophe or ampersand, or the stop and blank of an abbreviation ("U.S. Air Force").
std::optional<std::size_t> next_word(std::string_view text, std::size_t at) {
    const auto separator = read_separator(text, at);
    if (!separator) return std::nullopt;
    at += separator->length;
    if (separator->kind == '.' || separator->kind == ' ')
        if (const auto second = read_separator(text, at); second && (second->kind == ' ' || second->kind == '&')) {
            at += second->length;
            if (second->kind == '&')
                if (const auto third = read_separator(text, at); third && third->kind == ' ') at += third->length;
        }
    return at;
}

bool ends_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    const auto separator = read_separator(text, at);
    return !separator || separator->length != 0;
}

}  // namespace

std::optional<OperatorMatch> find_operator_at(std::string_view text, std::size_t position) {
    const OperatorTable& table = operator_table();
    const PhraseIndex& index = table.name_index;
    if (position >= text.size() || !index.may_begin(text, position)) return std::nullopt;
    std::optional<OperatorMatch> best;
    std::uint32_t node = PhraseIndex::root;
    std::size_t at = position;
    bool all_upper = true;
    for (int runs = 0; runs < 12; ++runs) {
        std::size_t begin = at;
        if (runs > 0) {
            const auto next = next_word(text, at);
            if (!next) break;
            begin = *next;
        }
        const auto run = read_run(text, begin);
        if (!run) break;
        const auto next = index.step(node, run->key);
        if (!next) break;
        node = *next;
        at = run->end;
        all_upper = all_upper && (run->digits || run->upper);
        if (!ends_word(text, at)) continue;
        for (const std::uint32_t value : index.values(node)) {
            const OperatorName& name = table.names[value];
            if (name.capitals && !all_upper) continue;
            if (!name.any_case && is_lower(text[position])) continue;
            best = OperatorMatch{&table.operators[name.row], at - position, name.needs_context};
            break;
        }
    }
    return best;
}

const Operator* find_operator(std::string_view name) {
    constexpr std::size_t longest_name = 200;
    if (name.size() > longest_name) return nullptr;
    std::string key = folded_key(name);
    if (const Operator* op = by_key(key)) return op;
    if (key.starts_with("the")) {
        key.erase(0, 3);
        if (const Operator* op = by_key(key)) return op;
    }
    for (const auto ending : endings)
        if (key.size() > ending.size() + 2 && key.ends_with(ending))
            if (const Operator* op = by_key(key.substr(0, key.size() - ending.size()))) return op;
    for (const std::string_view ending : {"airlines", "airways", "aviation"})
        if (const Operator* op = by_key(key + std::string(ending))) return op;
    // A name with more around it ("Ilyushin of Air Koryo"): the first one that can be nothing else.
    for (std::size_t at = 0; at < name.size();) {
        const auto run = read_run(name, at);
        if (!run) {
            ++at;
            continue;
        }
        if (const auto match = find_operator_at(name, at); match && !match->needs_context) return match->op;
        at = run->end;
        while (const auto more = read_run(name, at)) at = more->end;
    }
    return nullptr;
}

const Operator* find_operator_by_icao(std::string_view designator) {
    const auto& table = operator_table();
    const std::string key = identifier_key(designator);
    const auto found = table.by_icao.find(key);
    return found == table.by_icao.end() ? nullptr : &table.operators[found->second];
}

std::vector<const Operator*> find_operators_by_iata(std::string_view designator) {
    const auto& table = operator_table();
    const std::string key = identifier_key(designator);
    std::vector<const Operator*> found;
    if (const auto entry = table.by_iata.find(key); entry != table.by_iata.end())
        for (const std::uint32_t row : entry->second) found.push_back(&table.operators[row]);
    return found;
}

const Operator* operator_of_callsign(std::string_view callsign) {
    const auto& table = operator_table();
    const std::string key = identifier_key(callsign);
    if (key.size() >= 4 && is_digit(key[3]))
        if (const Operator* op = find_operator_by_icao(std::string_view(key).substr(0, 3))) return op;
    for (std::size_t length = std::min(key.size(), table.longest_prefix); length >= 2; --length) {
        // After the words comes a number, if anything.
        if (length < key.size() && (!is_digit(key[length]) || key.size() - length > 5)) continue;
        if (const auto found = table.by_prefix.find(key.substr(0, length)); found != table.by_prefix.end()) return &table.operators[found->second];
    }
    return nullptr;
}

}  // namespace flightxref
