// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/aircraft/identity.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace flightxref {

/// How far the shape of a token alone makes it a registration.
enum class RegistrationShape : std::uint8_t {
    weak,    ///< one of many readings ("10-2045", "15001", "GREAT"): only beside a word such as "registration" or "serial"
    fair,    ///< a registration unless the context speaks against it ("ZZ177", "N75", "RA96023", "PH-123")
    strong,  ///< hardly anything else ("RA-96023", "N628TS", "9H-VTD", "16+01")
};

/// A token read by the grammar of nationality marks (ICAO Annex 7) and of military serials.
struct ParsedRegistration {
    Registration registration;  ///< upper case, with the hyphen where the state writes one
    std::string_view state;     ///< ISO 3166 code; empty when several states write serials of this shape
    bool military = false;
    RegistrationShape shape = RegistrationShape::weak;
};

/// Reads one token (no blanks around it; "RA 96023" and "FAB 001" with a blank inside are accepted and weaker).
/// Lower case is accepted and weaker. A hyphen may be any of the dashes of Unicode. Empty when no state writes it so.
std::optional<ParsedRegistration> parse_registration(std::string_view token);

/// ISO 3166 code of the state of registry by its nationality mark; empty when the registration tells none.
std::string_view state_of(const Registration& registration);

/// Whether the serial or registration is of a shape only armed forces use.
bool is_military(const Registration& registration);

}  // namespace flightxref
