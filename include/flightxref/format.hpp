// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/aircraft/identity.hpp>
#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/flight/endpoint.hpp>
#include <flightxref/match/finding.hpp>
#include <flightxref/time/kst.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <string_view>

/// {fmt} formatters: `fmt::print("{} {} landed {}\n", flight.aircraft.type, flight.aircraft.registration, to_kst(touchdown))`
/// prints "IL96 RA-96023 landed 2023-10-18 18:04 KST". They take no width or alignment: those of {fmt} for text live in its
/// heavy header, which is not worth its compile time here.
/// An Instant is not given one on purpose: say whose clock it is to be shown on (to_kst(), to_iso8601()).

namespace flightxref::detail {

inline std::string clock_text(const LocalTime& time) {
    const auto wall = time.local_time();
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02} {}", static_cast<int>(wall.date().year()), wall.date().month().as_number(),
                       wall.date().day().as_number(), wall.time_of_day().hours(), wall.time_of_day().minutes(), time.zone_abbrev());
}

/// A formatter for what can be turned into text by one expression.
template <class Value, auto ToText>
struct TextFormatter {
    constexpr auto parse(fmt::format_parse_context& context) { return context.begin(); }

    template <class Context>
    auto format(const Value& value, Context& context) const {
        const auto& text = ToText(value);
        return std::copy(text.begin(), text.end(), context.out());
    }
};

inline constexpr auto text_of = [](const auto& identifier) -> std::string_view { return identifier.text(); };
inline constexpr auto name_of = [](auto value) { return to_string(value); };
inline constexpr auto address_of = [](Icao24 address) { return address.to_string(); };
inline constexpr auto clock_of = [](const LocalTime& time) { return clock_text(time); };

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
struct fmt::formatter<flightxref::Icao24> : flightxref::detail::TextFormatter<flightxref::Icao24, flightxref::detail::address_of> {};
template <>
struct fmt::formatter<flightxref::LocalTime> : flightxref::detail::TextFormatter<flightxref::LocalTime, flightxref::detail::clock_of> {};
