// SPDX-License-Identifier: BSL-1.0
#include <text/time_reader.hpp>

#include <algorithm>
#include <iterator>

namespace flightxref::detail {
namespace {

struct UnitName {
    std::string_view name;
    TimeUnit unit;
};
constexpr UnitName unit_names[] = {{"second", TimeUnit::second}, {"minute", TimeUnit::minute}, {"hour", TimeUnit::hour}, {"day", TimeUnit::day},     {"night", TimeUnit::day},
                                   {"week", TimeUnit::week},     {"month", TimeUnit::month},   {"year", TimeUnit::year}, {"decade", TimeUnit::decade}};

constexpr std::string_view number_names[] = {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};

/// Words a person may stand behind "after": they make it a time, not a cause.
bool names_event(const Token& token) {
    for (const std::string_view word : {"that", "this", "the", "its", "his", "her", "their", "it", "he", "she", "they", "our"})
        if (token.folded == word) return true;
    return false;
}

}  // namespace

bool TimeReader::read_quantity(std::size_t& at, TimeOffset& offset) {
    std::size_t i = at;
    const auto set = [&](double low, double high) {
        offset.low = low, offset.high = high;
        at = i;
        return true;
    };
    if (lex(i) == Lex::a) {
        if (lex(i + 1) == Lex::few) {
            i += 2;
            return set(2, 5);
        }
        if (lex(i + 1) == Lex::couple) {
            i += lex(i + 2) == Lex::of ? 3 : 2;
            return set(2, 2);
        }
        if (lex(i + 1) == Lex::dozen) {
            i += 2;
            return set(12, 12);
        }
        ++i;
        return set(1, 1);
    }
    if (lex(i) == Lex::few) {
        ++i;
        return set(2, 5);
    }
    if (lex(i) == Lex::several) {
        ++i;
        return set(3, 7);
    }
    double first = 0;
    if (digits(i)) {
        const Numeral numeral = parse_numeral(m_tokens[i].folded);
        if (numeral.kind == Numeral::Kind::integer || numeral.kind == Numeral::Kind::decimal) first = numeral.value;
        else if (numeral.kind == Numeral::Kind::clock && numeral.point && !numeral.meridiem) first = numeral.value;
        else if (numeral.kind == Numeral::Kind::day_range) {
            ++i;
            return set(numeral.value, numeral.until);
        } else {
            return false;
        }
        if (first > 100000) return false;
        ++i;
    } else if (lex(i) == Lex::number) {
        first = value(i++);
        if (lex(i) == Lex::number && value(i) == 100) first *= 100, ++i;
        else if (first >= 20 && first < 100 && lex(i) == Lex::number && value(i) < 10) first += value(i++);
    } else if (has(i) && m_tokens[i].kind == TokenKind::word && m_tokens[i].folded.find('-') != std::string_view::npos && m_tokens[i].size() < 16) {
        // "twenty-four"
        const std::string_view word = m_tokens[i].folded;
        const std::size_t dash = word.find('-');
        int tens = 0, ones = 0;
        for (const auto& [name, ten] : {std::pair{std::string_view("twenty"), 20}, {"thirty", 30}, {"forty", 40}, {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90}})
            if (word.substr(0, dash) == name) tens = ten;
        for (std::size_t k = 0; k < 9; ++k)
            if (word.substr(dash + 1) == number_names[k]) ones = static_cast<int>(k) + 1;
        if (!tens || !ones) return false;
        first = tens + ones;
        ++i;
    } else {
        return false;
    }
    // "two and a half", "two or three", "two to three"
    if (lex(i) == Lex::conj_and && lex(i + 1) == Lex::a && lex(i + 2) == Lex::half) {
        i += 3;
        return set(first + 0.5, first + 0.5);
    }
    if (lex(i) == Lex::conj_or || (lex(i) == Lex::to && value(i) == 0) || (mark(i, '-') && has(i + 1) && !m_tokens[i].space_before)) {
        int second = 0;
        if (small_number(i + 1, 1, 1000, second) && second > first) {
            i += 2;
            return set(first, second);
        }
    }
    return set(first, first);
}

bool TimeReader::read_amount(std::size_t& at, TimeOffset& offset) {
    std::size_t i = at;
    const auto unit_at = [&](std::size_t k) {
        if (lex(k) == Lex::ordinal && is(k, "second") && lex(i) == Lex::number) {  // "one second", not "a second jet"
            offset.unit = TimeUnit::second;
            return true;
        }
        if (lex(k) == Lex::period_unit && static_cast<PeriodKind>(value(k)) == PeriodKind::fortnight) {
            offset.unit = TimeUnit::week;
            return true;
        }
        if (lex(k) == Lex::period_unit && static_cast<PeriodKind>(value(k)) == PeriodKind::century) {
            offset.unit = TimeUnit::decade;
            return true;
        }
        if (lex(k) != Lex::unit) return false;
        offset.unit = static_cast<TimeUnit>(value(k));
        return true;
    };
    const auto factor = [&](std::size_t k) { return lex(k) != Lex::period_unit ? 1.0 : static_cast<PeriodKind>(value(k)) == PeriodKind::fortnight ? 2.0 : 10.0; };
    const auto done = [&](std::size_t end) {
        at = end;
        return true;
    };

    // "half an hour", "a half hour", "half-hour", "a quarter of an hour", "three quarters of an hour"
    {
        std::size_t k = i;
        if (lex(k) == Lex::a && (lex(k + 1) == Lex::half || lex(k + 1) == Lex::quarter)) ++k;
        double part = 0;
        if (lex(k) == Lex::half && value(k) == 1) {
            offset.unit = TimeUnit::hour;
            offset.low = offset.high = 0.5;
            return done(k + 1);
        }
        if (lex(k) == Lex::half) part = 0.5, ++k;
        else if (lex(k) == Lex::quarter) part = 0.25, ++k;
        else if (lex(k) == Lex::number && value(k) == 3 && is(k + 1, "quarters")) part = 0.75, k += 2;
        if (part > 0) {
            if (lex(k) == Lex::of) ++k;
            if (lex(k) == Lex::a) ++k;
            if (unit_at(k)) {
                offset.low = offset.high = part * factor(k);
                return done(k + 1);
            }
        }
    }
    // "two-hour", "14-hour", "hour-long"
    if (digits(i)) {
        if (const Numeral numeral = parse_numeral(m_tokens[i].folded); numeral.kind == Numeral::Kind::compound) {
            offset.unit = numeral.unit;
            offset.low = offset.high = numeral.value;
            return done(i + 1);
        }
    } else if (has(i) && m_tokens[i].kind == TokenKind::word && m_tokens[i].size() < 24) {
        const std::string_view word = m_tokens[i].folded;
        if (const std::size_t dash = word.find('-'); dash != std::string_view::npos && dash > 0) {
            const std::string_view head = word.substr(0, dash), tail = word.substr(dash + 1);
            for (const UnitName& name : unit_names) {
                if (tail == name.name) {
                    int count = 0;
                    for (std::size_t k = 0; k < std::size(number_names); ++k)
                        if (head == number_names[k]) count = static_cast<int>(k) + 1;
                    if (count) {
                        offset.unit = name.unit;
                        offset.low = offset.high = count;
                        return done(i + 1);
                    }
                }
                if (head == name.name && tail == "long") {
                    offset.unit = name.unit;
                    offset.low = offset.high = 1;
                    return done(i + 1);
                }
            }
        }
    }
    std::size_t k = i;
    if (read_quantity(k, offset)) {
        // "some six hours", "the next three hours" have lost their first word by now
        if (lex(k) == Lex::half && lex(i) == Lex::a) return false;
        if (unit_at(k)) {
            const double times = factor(k);
            offset.low *= times, offset.high *= times;
            ++k;
            // "an hour and a half", "an hour and 20 minutes", "two hours and ten minutes"
            if (lex(k) == Lex::conj_and && lex(k + 1) == Lex::a && lex(k + 2) == Lex::half) {
                offset.low += 0.5, offset.high += 0.5;
                k += 3;
            } else if (lex(k) == Lex::conj_and && offset.unit == TimeUnit::hour) {
                int minutes = 0;
                if (small_number(k + 1, 1, 59, minutes) && lex(k + 2) == Lex::unit && value(k + 2) == static_cast<int>(TimeUnit::minute)) {
                    offset.low += minutes / 60.0, offset.high += minutes / 60.0;
                    k += 3;
                }
            }
            return done(k);
        }
        return false;
    }
    // "hours", "days", "moments": no number
    if (lex(i) == Lex::vague_unit && is(i, "moments")) {
        offset.unit = TimeUnit::minute;
        offset.vague = true;
        offset.low = 0, offset.high = 5;
        return done(i + 1);
    }
    if (lex(i) == Lex::unit && m_tokens[i].folded.ends_with('s') && unit_at(i)) {
        offset.vague = true;
        offset.low = offset.high = 0;
        return done(i + 1);
    }
    return false;
}

bool TimeReader::read_offset(std::size_t& at, TimeExpression& e, Lex before) {
    std::size_t i = at;
    TimeOffset offset;
    bool story_next = false;
    // "for the next three hours", "over the following two days"
    if (lex(i) == Lex::the && (lex(i + 1) == Lex::next || lex(i + 1) == Lex::following) && (before == Lex::for_ || before == Lex::over || before == Lex::during)) {
        std::size_t k = i + 2;
        if (read_amount(k, offset)) {
            story_next = true;
            i = k;
        }
    }
    // "within the hour", "within the week"
    const bool whole_unit = before == Lex::within && lex(i) == Lex::the && lex(i + 1) == Lex::unit && !m_tokens[i + 1].folded.ends_with('s');
    if (whole_unit) {
        offset.unit = static_cast<TimeUnit>(value(i + 1));
        offset.low = offset.high = 1;
        i += 2;
    }
    if (!story_next && !whole_unit && !read_amount(i, offset)) return false;
    const auto done = [&](OffsetDirection direction, std::size_t end) {
        offset.direction = direction;
        e.offset = offset;
        at = end;
        return true;
    };
    if (story_next) return done(OffsetDirection::length, i);
    // "nine hours of darkness later", "ten minutes of circling later", "two days and a storm later"
    if (lex(i) == Lex::of || lex(i) == Lex::conj_and)
        for (std::size_t k = i + 2; k < i + 6 && has(k) && m_tokens[k - 1].kind == TokenKind::word && lex(k - 1) != Lex::unit; ++k)
            if (lex(k) == Lex::later && value(k) == 0 && offset.direction == OffsetDirection::none && (!has(k + 1) || lex(i) == Lex::of || mark(k + 1, ','))) return done(OffsetDirection::later, k + 1);
    if (lex(i) == Lex::later) return done(OffsetDirection::later, i + 1);
    if (lex(i) == Lex::earlier) return done(OffsetDirection::earlier, i + 1);
    if (lex(i) == Lex::ago) return done(OffsetDirection::ago, i + 1);
    if (lex(i) == Lex::hence || (lex(i) == Lex::from && lex(i + 1) == Lex::now)) return done(OffsetDirection::ahead, i + (lex(i) == Lex::hence ? 1 : 2));
    if (is(i, "into") && has(i + 1)) {
        offset.from_event = true;
        return done(OffsetDirection::later, i + 1);
    }
    if ((lex(i) == Lex::after || lex(i) == Lex::before) && before != Lex::for_) {
        // "two hours after that", "a month before the summit"; a clock behind it is read as a hedge before this is tried
        const OffsetDirection direction = lex(i) == Lex::after ? OffsetDirection::later : OffsetDirection::earlier;
        std::size_t end = i + 1;
        if (lex(end) == Lex::event) offset.from_event = true, end += value(end) == 1 ? 2 : 1;
        else if (lex(end) == Lex::that && !(has(end + 1) && m_tokens[end + 1].kind == TokenKind::word && lex(end + 1) == Lex::none)) ++end;
        else if (has(end) && names_event(m_tokens[end]) && lex(end + 1) == Lex::event) offset.from_event = true, end += 2;
        else if (has(end) && !mark(end, ',') && !mark(end, '.')) offset.from_event = true;
        return done(direction, std::min(end, m_tokens.size()));
    }
    if (before == Lex::after) {
        // "after an hour"; "after almost ten hours" closes a flight, which is a length
        if (offset.vague) return false;
        return done(OffsetDirection::later, i);
    }
    if (before == Lex::within) {
        if (offset.vague && offset.unit == TimeUnit::decade) return false;
        e.hedge = TimeHedge::within;
        return done(OffsetDirection::ahead, i);
    }
    if (before == Lex::in && !offset.vague) return done(OffsetDirection::ahead, i);
    if (offset.vague) {
        if (before != Lex::for_) return false;
        return done(OffsetDirection::length, i);
    }
    return done(OffsetDirection::length, i);
}

bool TimeReader::read_event_hedge(std::size_t& at, TimeExpression& e) {
    std::size_t i = at;
    double high = 0;
    TimeHedge after = TimeHedge::none, before = TimeHedge::none;
    if (lex(i) == Lex::shortly || (lex(i) == Lex::future_ref && is(i, "soon")) || (is(i, "not") && is(i + 1, "long"))) {
        high = 30, after = TimeHedge::shortly_after, before = TimeHedge::shortly_before;
        i += is(i, "not") ? 2 : 1;
    } else if (lex(i) == Lex::just) {
        high = 15, after = TimeHedge::just_after, before = TimeHedge::just_before;
        ++i;
    } else if (lex(i) == Lex::immediately) {
        high = 15, after = TimeHedge::immediately_after, before = TimeHedge::just_before;
        ++i;
    } else {
        return false;
    }
    const bool adverb = (lex(i) == Lex::later || lex(i) == Lex::earlier) && value(i) == 1;  // afterwards, thereafter, beforehand
    if (lex(i) != Lex::after && lex(i) != Lex::before && !adverb) return false;
    const bool later = lex(i) == Lex::after || lex(i) == Lex::later;
    ++i;
    if (!adverb) {
        if (lex(i) == Lex::that || lex(i) == Lex::event) i += lex(i) == Lex::event && value(i) == 1 ? 2 : 1;
        else if (has(i) && names_event(m_tokens[i]) && lex(i + 1) == Lex::event) i += 2;
        i = std::min(i, m_tokens.size());
    }
    e.hedge = later ? after : before;
    e.offset.direction = later ? OffsetDirection::later : OffsetDirection::earlier;
    e.offset.unit = TimeUnit::minute;
    e.offset.low = 0, e.offset.high = high;
    e.offset.from_event = !adverb;
    at = i;
    return true;
}

bool TimeReader::read_set(std::size_t& at, TimeExpression& e) {
    std::size_t i = at;
    if (lex(i) == Lex::weekdays && m_tokens[i].is_capital()) {
        e.day.kind = DayKind::weekday;
        e.day.weekday = static_cast<std::int8_t>(value(i));
        e.repeated = true;
        ++i;
        if (lex(i) == Lex::conj_and && lex(i + 1) == Lex::weekdays) i += 2;
        at = i;
        return true;
    }
    if (lex(i) == Lex::daily) {
        e.repeated = true;
        e.offset.low = e.offset.high = 1;
        e.offset.unit = static_cast<TimeUnit>(value(i));
        at = i + 1;
        return true;
    }
    if (lex(i) == Lex::twice && lex(i + 1) == Lex::a && lex(i + 2) == Lex::unit) {
        e.repeated = true;
        e.offset.low = e.offset.high = 1;
        e.offset.unit = static_cast<TimeUnit>(value(i + 2));
        at = i + 3;
        return true;
    }
    if (lex(i) != Lex::every) return false;
    ++i;
    if (lex(i) == Lex::weekday) {
        e.day.kind = DayKind::weekday;
        e.day.weekday = static_cast<std::int8_t>(value(i));
        e.repeated = true;
        ++i;
        while ((lex(i) == Lex::conj_and || mark(i, ',')) && lex(i + 1) == Lex::weekday) i += 2;
        at = i;
        return true;
    }
    if (lex(i) == Lex::part) {
        e.part = static_cast<PartOfDay>(value(i) % 100);
        e.repeated = true;
        at = i + 1;
        return true;
    }
    std::size_t k = i;
    TimeOffset offset;
    if (lex(k) == Lex::unit) {
        offset.unit = static_cast<TimeUnit>(value(k));
        offset.low = offset.high = 1;
        ++k;
    } else if (!read_amount(k, offset) || offset.vague) {
        return false;
    }
    e.offset = offset;
    e.repeated = true;
    at = k;
    return true;
}

}  // namespace flightxref::detail
