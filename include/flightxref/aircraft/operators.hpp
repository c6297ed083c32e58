// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/aircraft/identity.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace flightxref {

enum class OperatorKind : std::uint8_t { airline, cargo, business, government, military, manufacturer, other };

/// The name of the kind as it is written in the table and in reports.
std::string_view to_string(OperatorKind kind);

/// An airline, a flying service of a state or an air arm. Lives as long as the program (built-in table).
struct Operator {
    std::string_view name;       ///< as newsrooms write it: "Air Koryo"
    std::string_view icao;       ///< three letters, begins its callsigns: "KOR"; may be empty
    std::string_view iata;       ///< two characters, begins its flight numbers: "JS"; may be empty
    std::string_view country;    ///< ISO 3166 code
    std::string_view telephony;  ///< what is said on the radio: "AIR KORYO"; may be empty
    OperatorKind kind = OperatorKind::airline;
    std::vector<std::string_view> aliases;  ///< other names
    std::vector<std::string_view> callsign_prefixes;  ///< other beginnings of its callsigns: "REACH", "FORTE"
};

/// The operator of that name or alias, whatever the case, accents, a leading "the" and endings such as "Airlines".
/// nullptr when none is known.
const Operator* find_operator(std::string_view name);

/// The longest operator's name that begins at a byte of a running text.
struct OperatorMatch {
    const Operator* op = nullptr;
    std::size_t length = 0;      ///< bytes of the text that the name takes
    bool needs_context = false;  ///< the words mean other things too ("Swiss", "Delta")
};
std::optional<OperatorMatch> find_operator_at(std::string_view text, std::size_t position);

/// By ICAO three-letter designator. nullptr when none is known.
const Operator* find_operator_by_icao(std::string_view designator);

/// By IATA two-character designator; several operators may share one over time.
std::vector<const Operator*> find_operators_by_iata(std::string_view designator);

/// Who flies under a callsign: "RSD123" or "REACH 538". nullptr for registrations used as callsigns and unknown prefixes.
const Operator* operator_of_callsign(std::string_view callsign);

/// A flight number as printed: "SU257", "KE 001", "J2-8717", "Air Koryo flight JS151", "Etihad 243", "AFL257".
struct FlightNumber {
    const Operator* op = nullptr;  ///< the carrier, when it is in the table and not shared
    std::string_view carrier;      ///< "SU", "AFL" or the carrier's name, as printed
    std::string_view number;       ///< "257", "001", "23R"
};
std::optional<FlightNumber> parse_flight_number(std::string_view text);

/// The callsigns such a flight may send: "KE 001" -> KAL001, KAL01, KAL1. Many carriers fly under other numbers, so a
/// callsign that differs proves nothing.
std::vector<Callsign> callsigns_of_flight_number(std::string_view flight_number);

/// Whether an observed callsign is the same flight as what a text prints, be it a callsign ("RCH 358", "Reach 358",
/// "Special Air Mission 28000") or a flight number; leading zeros do not count.
bool is_same_flight(const Callsign& observed, std::string_view printed);

}  // namespace flightxref
