// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <memory>
#include <optional>

namespace flightxref::detail {

/// An optional value that is seldom there: it costs a pointer where it is not, and copies like a value.
template <class Value>
class Rare {
  public:
    Rare() = default;
    Rare(const Value& value) : m_value(std::make_unique<Value>(value)) {}
    Rare(const std::optional<Value>& value) : m_value(value ? std::make_unique<Value>(*value) : nullptr) {}
    Rare(const Rare& other) : m_value(other ? std::make_unique<Value>(*other) : nullptr) {}
    Rare(Rare&&) noexcept = default;
    Rare& operator=(Rare other) noexcept {
        m_value = std::move(other.m_value);
        return *this;
    }
    ~Rare() = default;

    explicit operator bool() const { return m_value != nullptr; }
    const Value& operator*() const { return *m_value; }
    Value& operator*() { return *m_value; }
    const Value* operator->() const { return m_value.get(); }
    Value* operator->() { return m_value.get(); }
    void reset() { m_value.reset(); }

  private:
    std::unique_ptr<Value> m_value;
};

}  // namespace flightxref::detail
