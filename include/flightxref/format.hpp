// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/aircraft/identity.hpp>
#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/flight/endpoint.hpp>
#include <flightxref/match/finding.hpp>
#include <flightxref/time/kst.hpp>

#include <fmt/core.h>

#include <string>
#include <string_view>

/// {fmt} formatters: `fmt::print("{} {} landed {}\n", flight.aircraft.type, flight.aircraft.registration, to_kst(touchdown))`
/// prints "IL96 RA-96023 landed 2023-10-18 18:04 KST". Width, fill and alignment work as for strings.
/// An Instant is not given one on purpose: say whose clock it is to be shown on (to_kst(), to_iso8601()).

namespace flightxref::detail {

inline std::string clock_text(const LocalTime& time) {
    const auto wall = time.local_time();
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02} {}", static_cast<int>(wall.date().year()), wall.date().month().as_number(),
                       wall.date().day().as_number(), wall.time_of_day().hours(), wall.time_of_day().minutes(), time.zone_abbrev());
}

/// A formatter for what can be turned into text by one expression.
template <class Value, auto ToText>
struct TextFormatter : fmt::formatter<std::string_view> {
    template <class Context>
    auto format(const Value& value, Context& context) const {
        return fmt::formatter<std::string_view>::format(ToText(value), context);
    }
};

inline constexpr auto text_of = [](const auto& identifier) -> std::string_view { return identifier.text(); };
inline constexpr auto name_of = [](auto value) { return to_string(value); };

}  // namespace flightxref::detail

template <>
struct fmt::formatter<flightxref::Registration> : flightxref::detail::TextFormatter<flightxref::Registration, flightxref::detail::text_of> {};
template <>
struct fmt::formatter<flightxref::Typecode> : flightxref::detail::TextFormatter<flightxref::Typecode, flightxref::detail::text_of> {};
template <>
struct fmt::formatter<flightxref::Callsign> : flightxref::detail::TextFormatter<flightxref::Callsign, flightxref::detail::text_of> {};
template <>
struct fmt::formatter<flightxref::ClaimEvent> : flightxref::detail::TextFormatter<flightxref::ClaimEvent, flightxref::detail::name_of> {};
template <>
struct fmt::formatter<flightxref::Modality> : flightxref::detail::TextFormatter<flightxref::Modality, flightxref::detail::name_of> {};
template <>
struct fmt::formatter<flightxref::TravelMode> : flightxref::detail::TextFormatter<flightxref::TravelMode, flightxref::detail::name_of> {};
template <>
struct fmt::formatter<flightxref::Verdict> : flightxref::detail::TextFormatter<flightxref::Verdict, flightxref::detail::name_of> {};
template <>
struct fmt::formatter<flightxref::EndKind> : flightxref::detail::TextFormatter<flightxref::EndKind, flightxref::detail::name_of> {};
template <>
struct fmt::formatter<flightxref::IssueCode> : flightxref::detail::TextFormatter<flightxref::IssueCode, flightxref::detail::name_of> {};

template <>
struct fmt::formatter<flightxref::Icao24> : fmt::formatter<std::string_view> {
    template <class Context>
    auto format(flightxref::Icao24 address, Context& context) const {
        return fmt::formatter<std::string_view>::format(address.to_string(), context);
    }
};

template <>
struct fmt::formatter<flightxref::LocalTime> : fmt::formatter<std::string_view> {
    template <class Context>
    auto format(const flightxref::LocalTime& time, Context& context) const {
        return fmt::formatter<std::string_view>::format(flightxref::detail::clock_text(time), context);
    }
};
