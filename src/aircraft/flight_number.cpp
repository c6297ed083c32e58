// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/operators.hpp>

#include <aircraft/operator_table.hpp>
#include <core/ascii.hpp>

#include <algorithm>
#include <string>

namespace flightxref {
namespace {

using namespace detail;

/// The number of a flight at a byte: one to five digits and up to two capitals, ended by the end of the word.
std::string_view number_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::size_t digits = end - at;
    if (digits == 0 || digits > 5) return {};
    while (end < text.size() && is_upper(text[end])) ++end;
    if (end - at - digits > 2 || (end < text.size() && is_alnum(text[end]))) return {};
    return text.substr(at, end - at);
}

/// Bytes between a designator and its number: nothing, a blank or a hyphen.
std::size_t gap_at(std::string_view text, std::size_t at) {
    const auto separator = read_separator(text, at);
    return separator && (separator->kind == ' ' || separator->kind == '-') ? separator->length : 0;
}

std::string without_zeros(std::string_view number) {
    while (number.size() > 1 && number.front() == '0' && is_digit(number[1])) number.remove_prefix(1);
    return std::string(number);
}

/// A callsign with the zeros before its number removed: "KAL001" and "KAL1" are one flight.
std::string canonical(std::string_view callsign) {
    const std::string key = identifier_key(callsign);
    std::size_t letters = 0;
    while (letters < key.size() && !is_digit(key[letters])) ++letters;
    return key.substr(0, letters) + without_zeros(std::string_view(key).substr(letters));
}

std::vector<const Operator*> carriers_of(const FlightNumber& flight) {
    if (flight.op != nullptr) return {flight.op};
    const std::string key = identifier_key(flight.carrier);
    if (key.size() == 2) return find_operators_by_iata(key);
    if (const Operator* op = find_operator_by_icao(key)) return {op};
    return {};
}

}  // namespace

std::optional<FlightNumber> parse_flight_number(std::string_view text) {
    constexpr std::size_t longest = 100;
    if (text.size() > longest) return std::nullopt;
    std::optional<OperatorMatch> named;
    std::string_view name;
    std::optional<FlightNumber> by_name;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_alnum(text[at])) {
            ++at;
            continue;
        }
        // A designator of two or three capitals or digits, not all of them digits, and its number.
        for (const std::size_t length : {std::size_t{3}, std::size_t{2}}) {
            const std::string_view carrier = text.substr(at, length);
            if (carrier.size() != length || !std::all_of(carrier.begin(), carrier.end(), [](char c) { return is_digit(c) || is_upper(c); })) continue;
            if (std::all_of(carrier.begin(), carrier.end(), is_digit)) continue;
            if (length == 3 && !std::all_of(carrier.begin(), carrier.end(), is_upper)) continue;
            const std::size_t begin = at + length + gap_at(text, at + length);
            const std::string_view number = number_at(text, begin);
            if (number.empty()) continue;
            FlightNumber flight{nullptr, carrier, number};
            const auto carriers = carriers_of(flight);
            if (named && (carriers.empty() || std::find(carriers.begin(), carriers.end(), named->op) != carriers.end())) flight.op = named->op;
            else if (carriers.size() == 1) flight.op = carriers.front();
            return flight;
        }
        if (const auto match = find_operator_at(text, at)) {
            named = match;
            name = text.substr(at, match->length);
            at += match->length;
            const std::string_view number = number_at(text, at + gap_at(text, at));
            if (!number.empty()) return FlightNumber{match->op, name, number};
            continue;
        }
        // "Air Koryo flight 151"
        if (const std::string_view number = number_at(text, at); named && !number.empty() && !by_name) by_name = FlightNumber{named->op, name, number};
        while (at < text.size() && (is_alnum(text[at]) || (static_cast<unsigned char>(text[at]) & 0x80u) != 0)) ++at;
    }
    return by_name;
}

std::vector<Callsign> callsigns_of_flight_number(std::string_view flight_number) {
    std::vector<Callsign> callsigns;
    const auto flight = parse_flight_number(flight_number);
    if (!flight) return callsigns;
    for (const Operator* op : carriers_of(*flight)) {
        if (op->icao.empty()) continue;
        for (std::string_view number = flight->number;; number.remove_prefix(1)) {
            callsigns.emplace_back(std::string(op->icao) + std::string(number));
            if (number.size() < 2 || number.front() != '0' || !is_digit(number[1])) break;
        }
    }
    return callsigns;
}

bool is_same_flight(const Callsign& observed, std::string_view printed) {
    const std::string seen = canonical(observed.text());
    if (seen.empty()) return false;
    if (seen == canonical(printed)) return true;
    for (const Callsign& callsign : callsigns_of_flight_number(printed))
        if (seen == canonical(callsign.text())) return true;
    // What is said on the radio for what is sent: "Reach 358" is RCH358.
    const Operator* op = operator_of_callsign(printed);
    if (op == nullptr || op->icao.empty()) return false;
    const std::string key = identifier_key(printed);
    const std::size_t number = key.find_first_of("0123456789");
    return number != std::string::npos && seen == canonical(std::string(op->icao) + key.substr(number));
}

}  // namespace flightxref
