// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/text/time_expression.hpp>

#include <text/time_words.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// What a token that begins with a digit says.
struct Numeral {
    enum class Kind : std::uint8_t { none, integer, decimal, ordinal, clock, date, years, day_range, compound };
    Kind kind = Kind::none;
    double value = 0;             // integer (below 1e9), decimal, ordinal; first year of "1990s"
    std::uint8_t digits = 0;      // of an integer, as written
    bool meridiem = false;        // the clock carries its own am or pm
    bool point = false;           // the clock is written with a full stop and may be a plain decimal
    ClockTime clock;
    ClockZone zone;               // "1042Z"
    DayReference day;             // "2023-10-18", "18/10/2023"
    std::int8_t until = 0;        // "25-28"
    TimeUnit unit = TimeUnit::hour;  // compound: "14-hour"
};

Numeral parse_numeral(std::string_view folded);

/// Reads the time expressions of one sentence, left to right. Each member that takes `at` reads one part there and moves `at` behind it, or
/// leaves it alone and returns false.
class TimeReader {
  public:
    void read(std::span<const Token> tokens, std::vector<TimeExpression>& found);

    // clocks and zones (time_clock.cpp)
    enum class Before : std::uint8_t { nothing, at, other };  ///< the preposition or hedge a bare number needs to be a clock
    bool read_clock(std::size_t& at, ClockTime& clock, ClockZone& zone, Before before);
    bool read_zone(std::size_t& at, ClockZone& zone);
    bool read_check(std::size_t& at, TimeExpression& e);

    // days, parts of a day, periods (time_day.cpp)
    bool read_day(std::size_t& at, TimeExpression& e, Lex before);
    bool read_date(std::size_t& at, DayReference& day, Lex before);
    bool read_feast(std::size_t& at, DayReference& day);
    bool read_part(std::size_t& at, TimeExpression& e, Lex before);
    bool read_period(std::size_t& at, TimeExpression& e, Lex before);
    bool read_year(std::size_t& at, int& year, bool alone);
    std::size_t story_year(std::size_t at) const;  ///< behind "that year", "the same year"; `at` where it is not there

    // amounts (time_offset.cpp)
    bool read_quantity(std::size_t& at, TimeOffset& offset);
    bool read_amount(std::size_t& at, TimeOffset& offset);
    bool read_offset(std::size_t& at, TimeExpression& e, Lex before);
    bool read_event_hedge(std::size_t& at, TimeExpression& e);
    bool read_set(std::size_t& at, TimeExpression& e);

  private:
    bool may_start(std::size_t i) const;
    bool read_expression(std::size_t& at, TimeExpression& e);
    bool read_prefix(std::size_t& at, TimeExpression& e, Lex& before, std::size_t& core);
    bool read_core(std::size_t& at, TimeExpression& e, Lex before);
    bool grow(std::size_t& at, TimeExpression& e);
    bool read_until(std::size_t& at, TimeExpression& e, Lex before);
    bool read_since(std::size_t& at, TimeExpression& e);
    void finish(TimeExpression& e, Lex before) const;

    bool has(std::size_t i) const { return i < m_tokens.size(); }
    Lex lex(std::size_t i) const { return has(i) ? m_words[i].lex : Lex::none; }
    int value(std::size_t i) const { return m_words[i].value; }
    bool mark(std::size_t i, char sign) const { return has(i) && m_tokens[i].mark == sign && m_tokens[i].kind == TokenKind::punctuation; }
    [[gnu::always_inline]] bool is(std::size_t i, std::string_view word) const { return has(i) && m_tokens[i].is(word); }
    bool digits(std::size_t i) const { return has(i) && (m_tokens[i].kind == TokenKind::number || m_tokens[i].kind == TokenKind::alphanumeric) && m_tokens[i].folded[0] >= '0' && m_tokens[i].folded[0] <= '9'; }
    bool integer(std::size_t i, int low, int high, int& value) const;
    bool small_number(std::size_t i, int low, int high, int& value) const;

    std::span<const Token> m_tokens;
    std::vector<TimeWord> m_words;
};

}  // namespace flightxref::detail
