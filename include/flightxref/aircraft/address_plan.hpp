// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/aircraft/identity.hpp>

#include <optional>
#include <string_view>

namespace flightxref {

/// A registration that a state's numbering rule computes from an address. It is evidence, not identity: an aircraft may keep
/// its address when it is re-registered, and test or military addresses lie inside civil blocks. A database or an observed
/// registration wins over it.
struct PlannedRegistration {
    Registration registration;
    double confidence = 0;    ///< share of known aircraft inside the scheme whose registration is the computed one, 0..1
    std::string_view scheme;  ///< "RA-", "D-A", "N", "JA", "HL", ...
};

/// The same the other way round.
struct PlannedAddress {
    Icao24 address;
    double confidence = 0;
    std::string_view scheme;
};

/// The registration that the plan gives to an address: `registration_of(Icao24{"157717"})` is RA-96023. Empty where the state
/// follows no published rule (UK, China, Italy, ...) and for addresses beyond the last registration of a rule.
std::optional<PlannedRegistration> registration_of(Icao24 address);

/// The address that the plan gives to a registration, in any case, with or without its hyphen. Empty where no rule is known.
std::optional<PlannedAddress> address_of(const Registration& registration);

/// ISO 3166 code of the state (or territory) whose block holds the address: "RU", "KP", "BM". Empty for an address that
/// belongs to no state. Source: ICAO Annex 10 Volume III, with the finer blocks of the UK territories and Hong Kong.
std::string_view state_of(Icao24 address);

/// Whether the address lies in a range that a state is known to use for its armed forces.
bool is_military(Icao24 address);

enum class AddressKind : std::uint8_t {
    state,      ///< in the block of a state
    temporary,  ///< F00000..F07FFF, given out by ICAO for a time, or F09000..F097FF, special use
    tracker,    ///< DDxxxx, made up for FLARM and OGN trackers
    unassigned, ///< in nobody's block: a wrongly set or damaged address
};

/// What an address is worth as an identity.
AddressKind address_kind(Icao24 address);

}  // namespace flightxref
