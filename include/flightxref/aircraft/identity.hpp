// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace flightxref {

/// ICAO 24-bit aircraft address, written as six hexadecimal digits. `constexpr Icao24 a{"157717"}` is checked by the compiler.
class Icao24 {
  public:
    /// From a literal of six hexadecimal digits; anything else does not compile.
    consteval explicit Icao24(const char (&digits)[7]) : m_value(checked(std::string_view(digits, 6))) {}

    /// From the number; the caller keeps it below 2^24.
    static constexpr Icao24 from_value(std::uint32_t value) { return Icao24(value & 0xFFFFFFu); }

    /// Six hexadecimal digits in either case, "0x" before them allowed. Empty for anything else, and for 000000 and FFFFFF,
    /// which are no addresses. A leading "~" (readsb: not an ICAO address) is for the caller to read.
    static constexpr std::optional<Icao24> parse(std::string_view text) {
        if (text.size() == 8 && text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) text.remove_prefix(2);
        const std::int64_t value = read_hex(text);
        if (value <= 0 || value >= 0xFFFFFF) return std::nullopt;
        return Icao24(static_cast<std::uint32_t>(value));
    }

    constexpr std::uint32_t value() const { return m_value; }

    /// Six lower-case digits, as readsb and OpenSky write them.
    std::string to_string() const {
        std::string digits(6, '0');
        for (std::size_t i = 0; i < 6; ++i) digits[5 - i] = "0123456789abcdef"[(m_value >> (4 * i)) & 15u];
        return digits;
    }

    constexpr auto operator<=>(const Icao24&) const = default;

  private:
    constexpr explicit Icao24(std::uint32_t value) : m_value(value) {}

    static constexpr std::int64_t read_hex(std::string_view text) {
        if (text.size() != 6) return -1;
        std::int64_t value = 0;
        for (const char c : text) {
            const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
            if (digit < 0) return -1;
            value = value * 16 + digit;
        }
        return value;
    }

    static consteval std::uint32_t checked(std::string_view text) {
        const std::int64_t value = read_hex(text);
        if (value < 0) throw "an ICAO 24-bit address is six hexadecimal digits";
        return static_cast<std::uint32_t>(value);
    }

    std::uint32_t m_value;
};

namespace detail {

/// Upper case, without spaces, hyphens and dots: what two spellings of an identifier have in common.
inline std::string identifier_key(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    for (const char c : text) {
        if (c >= 'a' && c <= 'z') key.push_back(static_cast<char>(c - 'a' + 'A'));
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) key.push_back(c);
    }
    return key;
}

/// Text of an identifier with the blanks around it removed; nothing at all stands for "not known".
class IdentifierText {
  public:
    IdentifierText() = default;
    explicit IdentifierText(std::string_view text) {
        while (!text.empty() && (text.front() == ' ' || text.front() == '@' || text.front() == '\t')) text.remove_prefix(1);
        while (!text.empty() && (text.back() == ' ' || text.back() == '@' || text.back() == '\t')) text.remove_suffix(1);
        m_text = text;
    }

    bool empty() const { return m_text.empty(); }
    explicit operator bool() const { return !m_text.empty(); }
    const std::string& text() const { return m_text; }

    /// Upper case without spaces and hyphens, for comparing: "RA 96023" and "ra-96023" have the key "RA96023".
    std::string key() const { return identifier_key(m_text); }

  protected:
    std::string m_text;
};

}  // namespace detail

/// Registration ("tail number") or military serial as written: "RA-96023", "N628TS", "16+01", "97-3091".
/// Two are equal when they differ in case, spaces and hyphens only. An empty one is an unknown one.
class Registration : public detail::IdentifierText {
  public:
    using IdentifierText::IdentifierText;
    bool operator==(const Registration& other) const { return key() == other.key(); }
};

/// ICAO Doc 8643 type designator: "IL96", "B738", "GLF5".
class Typecode : public detail::IdentifierText {
  public:
    using IdentifierText::IdentifierText;
    bool operator==(const Typecode& other) const { return key() == other.key(); }
};

/// The flight identification a transponder sends or a controller says: "RSD123", "AFL257", or the registration itself.
class Callsign : public detail::IdentifierText {
  public:
    using IdentifierText::IdentifierText;
    bool operator==(const Callsign& other) const { return key() == other.key(); }
};

/// What is known of an airframe.
struct Aircraft {
    std::optional<Icao24> icao24{};
    Registration registration{};
    Typecode type{};
    std::string operator_name{};    ///< owner or operator as the source names it, for instance "Rossiya - Special Flight Detachment"
    bool non_icao_address = false;  ///< the address is made up by the source (readsb "~", TIS-B, FLARM)
    bool military = false;          ///< flagged so by a database (readsb dbFlags 1)
    bool privacy_address = false;   ///< PIA: the address is temporary and its registration therefore unknown (dbFlags 4)
    bool limited_display = false;   ///< LADD: its operator asked not to be shown (dbFlags 8)
    bool ground_vehicle = false;    ///< a car on an apron (emitter category C1, C2; type designator GRND)

    bool operator==(const Aircraft&) const = default;
};

}  // namespace flightxref
