// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/text/token.hpp>

#include <cstdint>

// The words of the time reader, one class each; what is in no class can not be part of a time expression.
namespace flightxref::detail {

enum class Lex : std::uint8_t {
    none,
    // numbers
    number,       // "six", value
    ordinal,      // "first", value
    half, quarter, dozen, couple, few, several,
    // names on the calendar
    month,        // value 1-12
    month_or_verb,  // "may", "march": value
    weekday,      // value 0 = Sunday
    weekdays,     // "mondays"
    weekday_short,  // "mon": an abbreviation
    season,       // value 1 spring - 4 winter
    part,         // value PartOfDay
    clock_word,   // "noon", "midnight": value is the minute
    unit,         // value TimeUnit; "hour", "hours"
    period_unit,  // value PeriodKind: "weekend", "fortnight", "quarter", "season"
    vague_unit,   // "moments"
    // deictic words
    day_word,     // "today", "yesterday", "tomorrow": value
    tonight, overnight, now, past_ref, future_ref,
    // what stands before
    at, on, in, by, since, until, from, to, between, conj_and, conj_or, for_, during, within, after, before, of, the, a, than, then,
    around, just, shortly, immediately, little, over, under, no,
    early, late, mid, start, end, middle, earlier, later, rest, out,
    last, next, this_, that, those, same, previous, following, past, coming, recent, all, every, twice,
    ago, hence, oclock, meridiem, hours_mark, local, time, zone_word,
    daily,        // "daily", "weekly": value TimeUnit
    day_name,     // first word of a feast: "christmas", "boxing"
    event,        // "landing", "take-off": what "shortly after" may refer to
    first_light,  // "light"
};

struct TimeWord {
    Lex lex = Lex::none;
    std::int16_t value = 0;
};

/// The class of a word; a few instructions for the many words that have none.
TimeWord find_time_word(const Token& token);

}  // namespace flightxref::detail
