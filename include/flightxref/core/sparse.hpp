// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

namespace flightxref {

/// An optional number that costs no extra byte: one value of the type (NaN, or the extreme one) stands for "no data".
/// Reads like std::optional: `if (fix.ground_speed_kt) use(*fix.ground_speed_kt);`. Zero is a value, never "no data".
template <class Number>
class Sparse {
  public:
    static_assert(std::is_arithmetic_v<Number>);

    constexpr Sparse() = default;
    constexpr Sparse(std::nullopt_t) {}
    constexpr Sparse(Number value) : m_value(value) {}

    constexpr bool has_value() const {
        if constexpr (std::is_floating_point_v<Number>) return m_value == m_value;
        else return m_value != absent();
    }
    constexpr explicit operator bool() const { return has_value(); }

    /// The number; only meaningful when has_value().
    constexpr Number operator*() const { return m_value; }
    constexpr Number value_or(Number other) const { return has_value() ? m_value : other; }

    constexpr bool operator==(const Sparse& other) const {
        return has_value() ? other.has_value() && m_value == other.m_value : !other.has_value();
    }

  private:
    static constexpr Number absent() {
        if constexpr (std::is_floating_point_v<Number>) return std::numeric_limits<Number>::quiet_NaN();
        else if constexpr (std::is_signed_v<Number>) return std::numeric_limits<Number>::min();
        else return std::numeric_limits<Number>::max();
    }

    Number m_value = absent();
};

}  // namespace flightxref
