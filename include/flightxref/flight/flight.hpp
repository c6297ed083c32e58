// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/aircraft/identity.hpp>
#include <flightxref/flight/endpoint.hpp>
#include <flightxref/track/track.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref {

/// An approach that was no arrival.
struct Pass {
    enum class Kind : std::uint8_t { low_pass, touch_and_go, go_around };
    std::string airport;  ///< code, as Airport::code
    Instant time;
    Kind kind = Kind::low_pass;
};

constexpr std::string_view to_string(Pass::Kind kind) {
    switch (kind) {
        case Pass::Kind::low_pass: return "low_pass";
        case Pass::Kind::touch_and_go: return "touch_and_go";
        case Pass::Kind::go_around: return "go_around";
    }
    return "low_pass";
}

/// One flight of one aircraft, from lift-off to touchdown as far as both are known. It shares its track and holds a
/// range of its fixes, so it is cheap to copy and its evidence can be cited. A flight made by hand may have no track.
struct Flight {
    Aircraft aircraft;
    Callsign callsign;             ///< the one sent for most of the flight
    EndPoint departure, arrival;
    std::optional<Instant> first_seen, last_seen;
    std::vector<Pass> passes;
    std::shared_ptr<const Track> track;
    std::size_t first_fix = 0, end_fix = 0;  ///< [first, end) in track->fixes
    std::size_t heard = 0;         ///< how many fixes were heard of it, where the track keeps some of them only; else 0

    /// The fixes of this flight; none when it has no track.
    std::span<const StateVector> fixes() const {
        if (!track) return {};
        return std::span<const StateVector>(track->fixes).subspan(first_fix, end_fix - first_fix);
    }
};

}  // namespace flightxref
