// SPDX-License-Identifier: BSL-1.0
#include "core/ascii.hpp"
#include <text/time_reader.hpp>
#include <text/word_set.hpp>

#include <time/zone_tables.hpp>

#include <flightxref/airport/gazetteer.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace flightxref::detail {
namespace {

/// Reads up to `most` digits.
int take_number(std::string_view& text, std::size_t most, std::size_t& count) {
    int value = 0;
    for (count = 0; count < most && !text.empty() && is_digit(text.front()); ++count, text.remove_prefix(1)) value = value * 10 + (text.front() - '0');
    return value;
}

/// "Cyprus time", "Larnaca time": the zone of a country or a town; empty when none is called so.
std::string_view zone_of_place(std::string_view folded) {
    for (const PlaceCandidate& candidate : Gazetteer::built_in().find(folded)) {
        if (candidate.entry == nullptr || candidate.needs_context || candidate.use != NameUse::name) continue;
        if (candidate.entry->kind == PlaceKind::city) return candidate.entry->zone;
        if (candidate.entry->kind != PlaceKind::country) continue;
        const GazetteerEntry* capital = Gazetteer::built_in().capital_of(candidate.entry->country);
        return capital != nullptr ? capital->zone : candidate.entry->zone;
    }
    return {};
}

/// "+9", "-03:30" as one of the names Zone::find knows, with a lifetime of its own.
std::string_view offset_name(bool east, int hour, int minute) {
    static const auto names = [] {
        std::array<std::string, 2 * 15 * 4> all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::size_t quarter = i % 4, h = i / 4 % 15;
            all[i] = (i < 60 ? "+" : "-") + std::string(1, static_cast<char>('0' + h / 10)) + static_cast<char>('0' + h % 10) + (quarter == 0 ? ":00" : quarter == 1 ? ":15" : quarter == 2 ? ":30" : ":45");
        }
        return all;
    }();
    if (hour > 14 || minute % 15) return {};
    return names[static_cast<std::size_t>((east ? 0 : 60) + hour * 4 + minute / 15)];
}

ClockTime make_clock(int hour, int minute, bool bare, bool open) {
    ClockTime clock;
    clock.minute = static_cast<std::uint16_t>(hour * 60 + minute);
    clock.bare_hour = bare;
    clock.half_day_open = open;
    return clock;
}

void set_meridiem(ClockTime& clock, int half) {
    clock.half_day_open = false;
    if (clock.minute >= 13 * 60) return;  // "18:00 pm"
    clock.minute = static_cast<std::uint16_t>(clock.minute % 720 + half * 60);
}

/// Words that go on behind "at 1151", which then counts nothing.
constexpr WordSet clock_goes_on = {"as", "when", "with", "but", "while", "from", "after", "and", "before", "then", "having", "carrying", "bound"};

/// A unit or a noun behind a number that makes it no clock: "14.20 metres", "at 6 percent".
constexpr WordSet not_a_clock_before = {
    "percent", "per", "million", "billion", "trillion", "thousand", "km", "kilometres", "kilometers", "miles", "mile", "metres", "meters", "metre", "meter", "feet", "foot", "ft", "m",
    "kg", "tonnes", "tons", "tonne", "litres", "gallons", "dollars", "euros", "pounds", "points", "people", "passengers", "nautical", "knots", "mph", "kmh", "kph", "degrees", "times",
    "bn", "mn", "euro", "usd", "mbps", "ghz"};

}  // namespace

Numeral parse_numeral(std::string_view text) {
    Numeral out;
    if (text.empty() || !is_digit(text.front()) || text.size() > 24) return out;
    std::string_view rest = text;
    std::size_t count = 0;
    const int first = take_number(rest, 9, count);
    out.digits = static_cast<std::uint8_t>(count);
    if (rest.empty()) {
        out.kind = Numeral::Kind::integer;
        out.value = first;
        return out;
    }
    // clocks: 6pm, 6:57, 6.57am, 18:04:05, 1042z, 0520hrs, 18h, 18h30
    const auto meridiem = [&](std::string_view tail) { return tail == "am" || tail == "a.m." || tail == "a.m" ? 0 : tail == "pm" || tail == "p.m." || tail == "p.m" ? 12 : -1; };
    const auto finish_clock = [&](int hour, int minute, bool bare, std::string_view tail, bool leading_zero) {
        if (hour > 24 || minute > 59 || (hour == 24 && minute)) return false;
        out.clock = make_clock(hour, minute, bare, hour >= 1 && hour <= 12 && !leading_zero);
        const int half = meridiem(tail);
        if (half >= 0 && hour <= 12) {
            set_meridiem(out.clock, half);
            out.meridiem = true;
        } else if (tail == "z") {
            out.clock.half_day_open = false;
            out.zone = {ZoneKind::abbreviation, "UTC"};
        } else if (tail == "h" || tail == "hrs") {
            out.clock.half_day_open = false;
        } else if (!tail.empty() && half < 0) {
            return false;
        }
        out.kind = Numeral::Kind::clock;
        return true;
    };
    if (count <= 2 && (rest[0] == ':' || rest[0] == '.') && rest.size() >= 3 && is_digit(rest[1]) && is_digit(rest[2]) && (rest.size() == 3 || !is_digit(rest[3]))) {
        const bool point = rest[0] == '.';
        std::string_view tail = rest.substr(1);
        std::size_t used = 0;
        const int minute = take_number(tail, 2, used);
        int second = -1;
        if (!point && tail.size() >= 3 && tail[0] == ':') {
            tail.remove_prefix(1);
            second = take_number(tail, 2, used);
        } else if (point && tail.size() >= 3 && tail[0] == '.') {  // 18.10.2023
            tail.remove_prefix(1);
            const int year = take_number(tail, 4, used);
            if (used == 4 && tail.empty() && minute >= 1 && minute <= 12 && first >= 1 && first <= 31) {
                out.kind = Numeral::Kind::date;
                out.day.kind = DayKind::date;
                out.day.day = static_cast<std::int8_t>(first), out.day.month = static_cast<std::int8_t>(minute), out.day.year = static_cast<std::int16_t>(year);
                return out;
            }
            return out;
        }
        if (finish_clock(first, minute, false, tail, text.front() == '0')) {
            out.point = point;
            if (second >= 0 && second <= 60) out.clock.has_second = true, out.clock.second = static_cast<std::uint8_t>(std::min(second, 59));
            if (point) out.value = first + minute / 100.0;
            return out;
        }
    }
    if (rest[0] == '.') {
        std::string_view tail = rest.substr(1);
        std::size_t used = 0;
        const int fraction = take_number(tail, 6, used);
        if (!tail.empty() || used == 0) return out;
        double scale = 1;
        for (std::size_t i = 0; i < used; ++i) scale *= 10;
        out.kind = Numeral::Kind::decimal;
        out.value = first + fraction / scale;
        return out;
    }
    if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
        out.kind = Numeral::Kind::ordinal;
        out.value = first;
        return out;
    }
    if (count <= 2 && meridiem(rest) >= 0) {
        finish_clock(first, 0, true, rest, false);
        return out;
    }
    if (count == 4 && (rest == "z" || rest == "h" || rest == "hrs")) {
        finish_clock(first / 100, first % 100, false, rest, true);
        return out;
    }
    if (count <= 2 && rest[0] == 'h' && first <= 24) {
        std::string_view tail = rest.substr(1);
        std::size_t used = 0;
        const int minute = take_number(tail, 2, used);
        if (tail.empty() && (used == 2 || (used == 0 && count == 2))) finish_clock(first, minute, used == 0, "h", true);
        return out;
    }
    if (rest == "s" && (count == 4 || count == 2) && first % 10 == 0) {
        out.kind = Numeral::Kind::years;
        out.value = count == 2 ? 1900 + first : first;
        return out;
    }
    // dates: 2023-10-18, 18/10/2023; ranges of days: 25-28; compounds: 14-hour
    if (rest[0] == '-' || rest[0] == '/') {
        const char sign = rest[0];
        std::string_view tail = rest.substr(1);
        std::size_t second_count = 0, third_count = 0;
        const int second = take_number(tail, 4, second_count);
        if (second_count && !tail.empty() && tail[0] == sign) {
            tail.remove_prefix(1);
            const int third = take_number(tail, 4, third_count);
            if (!tail.empty() || third_count == 0) return out;
            int year = first, month = second, day = third;
            if (count <= 2 && third_count == 4) {
                // 18/10/2023 and 10/18/2023; where both could be, month first as most English wires in figures
                year = third;
                month = second > 12 ? first : first > 12 ? second : first;
                day = second > 12 ? second : first > 12 ? first : second;
            } else if (count != 4) {
                return out;
            }
            if (month < 1 || month > 12 || day < 1 || day > 31) return out;
            out.kind = Numeral::Kind::date;
            out.day.kind = DayKind::date;
            out.day.day = static_cast<std::int8_t>(day), out.day.month = static_cast<std::int8_t>(month), out.day.year = static_cast<std::int16_t>(year);
            return out;
        }
        if (second_count && tail.empty() && sign == '-' && first >= 1 && first < second && second <= 31) {
            out.kind = Numeral::Kind::day_range;
            out.value = first;
            out.until = static_cast<std::int8_t>(second);
            return out;
        }
        if (sign == '-' && second_count == 0) {
            for (const auto& [name, unit] : {std::pair{std::string_view("second"), TimeUnit::second}, {"minute", TimeUnit::minute}, {"min", TimeUnit::minute}, {"hour", TimeUnit::hour},
                                             {"day", TimeUnit::day}, {"week", TimeUnit::week}, {"month", TimeUnit::month}, {"year", TimeUnit::year}})
                if (tail == name) {
                    out.kind = Numeral::Kind::compound;
                    out.value = first;
                    out.unit = unit;
                }
        }
        return out;
    }
    if (rest[0] == ',') {  // 1,200
        double value = first;
        while (rest.size() >= 4 && rest[0] == ',') {
            rest.remove_prefix(1);
            std::size_t used = 0;
            value = value * 1000 + take_number(rest, 3, used);
        }
        if (rest.empty() && value < 1e9) out.kind = Numeral::Kind::integer, out.value = value, out.digits = 9;
    }
    return out;
}

bool TimeReader::integer(std::size_t i, int low, int high, int& value) const {
    if (!has(i) || m_tokens[i].kind != TokenKind::number) return false;
    const Numeral numeral = parse_numeral(m_tokens[i].folded);
    if (numeral.kind != Numeral::Kind::integer || numeral.value < low || numeral.value > high) return false;
    value = static_cast<int>(numeral.value);
    return true;
}

bool TimeReader::small_number(std::size_t i, int low, int high, int& value) const {
    if (lex(i) == Lex::number && this->value(i) >= low && this->value(i) <= high) {
        value = this->value(i);
        return true;
    }
    return integer(i, low, high, value);
}

bool TimeReader::read_clock(std::size_t& at, ClockTime& clock, ClockZone& zone, Before before) {
    std::size_t i = at;
    const auto end_meridiem = [&] {
        if (lex(i) == Lex::meridiem && (is(i, "a.m.") || is(i, "p.m.") || m_tokens[i].letter_case != LetterCase::capitalised)) {
            set_meridiem(clock, value(i));
            ++i;
            return true;
        }
        return false;
    };
    const auto end_oclock = [&] {
        if (lex(i) != Lex::oclock) return false;
        ++i;
        end_meridiem();
        return true;
    };
    const auto unit_follows = [&] {
        return has(i) && (mark(i, '%') || lex(i) == Lex::unit || not_a_clock_before.has(m_tokens[i]));
    };

    // noon, midnight, "12 noon", "half past midnight"
    if (lex(i) == Lex::clock_word || (lex(i + 1) == Lex::clock_word && is(i, "12"))) {
        if (lex(i) != Lex::clock_word) ++i;
        clock = make_clock(value(i) / 60, 0, true, false);
        clock.midnight = value(i) == 0;
        at = i + 1;
        return true;
    }

    // "half past six", "a quarter to seven", "ten past two", "ten minutes to midnight"
    {
        std::size_t k = i;
        int minutes = 0, hour = 0;
        bool spoken = false, counted = false;
        if (lex(k) == Lex::a && lex(k + 1) == Lex::quarter) ++k;
        if (lex(k) == Lex::half) minutes = 30, spoken = true, ++k;
        else if (lex(k) == Lex::quarter) minutes = 15, spoken = true, ++k;
        else if (small_number(k, 1, 29, minutes)) {
            ++k;
            if (lex(k) == Lex::number && value(k) < 10 && minutes == 20) minutes += value(k++);
            if (lex(k) == Lex::unit && value(k) == static_cast<int>(TimeUnit::minute)) counted = true, ++k;
            spoken = true;
            counted = counted || lex(i) == Lex::number;  // "2 to 5" is a range, "two minutes to five" a clock
        }
        const bool past = lex(k) == Lex::past || (lex(k) == Lex::after && minutes % 5 == 0), to = lex(k) == Lex::to && value(k) == 0;
        if (spoken && (past || to) && !(to && minutes == 30)) {
            ++k;
            const bool word = lex(k) == Lex::clock_word;
            if (word || small_number(k, 1, 12, hour)) {
                const int hours = word ? value(k) / 60 : hour;
                const int total = hours * 60 + (past ? minutes : -minutes);
                i = k + 1;
                clock = make_clock(0, 0, false, !word);
                clock.minute = static_cast<std::uint16_t>((total + 1440) % 1440);
                // A quarter-hour spoken needs its hour to be a clock: "ten past two" but not "20 to 30".
                if (end_oclock() || end_meridiem() || word || (before != Before::nothing && counted) || lex(at) == Lex::half || lex(at) == Lex::quarter || lex(at + 1) == Lex::quarter || (counted && (lex(i) == Lex::in || lex(i) == Lex::local))) {
                    at = i;
                    return true;
                }
            }
        }
    }
    i = at;

    if (digits(i)) {
        const Numeral numeral = parse_numeral(m_tokens[i].folded);
        ++i;
        if (numeral.kind == Numeral::Kind::clock) {
            clock = numeral.clock;
            if (numeral.zone.kind != ZoneKind::none) zone = numeral.zone;
            bool sure = numeral.meridiem || !numeral.point || numeral.zone.kind != ZoneKind::none;
            if (!numeral.meridiem && clock.minute < 13 * 60 && end_meridiem()) sure = true;
            else if (lex(i) == Lex::hours_mark || (is(i, "hours") && !clock.bare_hour)) clock.half_day_open = false, sure = true, ++i;
            if (end_oclock()) sure = true;
            if (numeral.point && !sure) {
                // "14.20" may be a number: it needs its preposition, and no unit behind.
                std::size_t k = i;
                ClockZone following;
                if (unit_follows() || (has(at - 1) && at > 0 && m_tokens[at - 1].kind == TokenKind::symbol)) return false;
                if (before != Before::at && !read_zone(k, following) && lex(i) != Lex::on && !(before == Before::other && (mark(i, ',') || mark(i, '.') || !has(i) || lex(i) == Lex::in))) return false;
            }
            at = i;
            return true;
        }
        int number = 0;
        if (numeral.kind != Numeral::Kind::integer) return false;
        number = static_cast<int>(numeral.value);
        if (numeral.digits == 4 && number / 100 <= 24 && number % 100 <= 59 && !(number / 100 == 24 && number % 100)) {
            // 0520 GMT, 1800 hours, at 0410
            std::size_t k = i;
            ClockZone following;
            const bool hours = lex(k) == Lex::hours_mark || is(k, "hours") || is(k, "hrs");
            const bool zoned = !hours && read_zone(k, following);
            const auto four = [&](std::size_t j) { return digits(j) && m_tokens[j].size() == 4 && m_tokens[j].kind == TokenKind::number; };
            const bool begins_range = m_tokens[at].folded[0] == '0' && (lex(i) == Lex::to || lex(i) == Lex::until || lex(i) == Lex::conj_and) && four(i + 1);  // "from 0955 to 1420"
            const bool ends_range = before != Before::nothing && at > 1 && four(at - 2) && m_tokens[at - 2].folded[0] == '0' && m_words[at - 1].lex != Lex::none;
            const bool plain = (begins_range && before != Before::nothing) || ends_range || (before == Before::at && !unit_follows() && (m_tokens[at].folded[0] == '0' || clock_goes_on.has(m_tokens[i < m_tokens.size() ? i : at]) || lex(i) == Lex::on || lex(i) == Lex::local || mark(i, ',') || mark(i, '.') || mark(i, ';') || !has(i)));
            if (!hours && !zoned && !plain) return false;
            clock = make_clock(number / 100, number % 100, false, false);
            at = hours ? i + 1 : i;
            return true;
        }
        if (numeral.digits > 2 || number > 24) return false;
        clock = make_clock(number, 0, true, number >= 1 && number <= 12);
        if (number >= 1 && number <= 12 && end_meridiem()) {
            end_oclock();
            at = i;
            return true;
        }
        if (end_oclock()) {
            at = i;
            return true;
        }
        if (number == 0 || number > 12) return false;
    } else if (lex(i) == Lex::number && value(i) >= 1 && value(i) <= 12) {
        clock = make_clock(value(i), 0, true, true);
        ++i;
        // "seven thirty", "six forty-five"
        if (lex(i) == Lex::number && (value(i) == 15 || value(i) == 30 || value(i) == 40 || value(i) == 45 || value(i) == 20 || value(i) == 10 || value(i) == 50) && before != Before::nothing) {
            clock.minute = static_cast<std::uint16_t>(clock.minute + value(i));
            clock.bare_hour = false;
            ++i;
        }
        if (end_meridiem() || end_oclock()) {
            at = i;
            return true;
        }
        if (!clock.bare_hour) {
            at = i;
            return true;
        }
    } else {
        return false;
    }

    // A bare hour: "at seven", "around four in the afternoon", "by eight".
    if (before == Before::nothing) return false;
    ClockZone following;
    std::size_t k = i;
    const bool timed = ((lex(i) == Lex::in || lex(i) == Lex::at) && (lex(i + 1) == Lex::part || (lex(i + 1) == Lex::the && (lex(i + 2) == Lex::part || is(i + 2, "small") || lex(i + 2) == Lex::early)))) ||
                       (lex(i) == Lex::on && (lex(i + 1) == Lex::weekday || (lex(i + 1) == Lex::the && lex(i + 2) == Lex::part) || lex(i + 1) == Lex::month || lex(i + 1) == Lex::month_or_verb || lex(i + 1) == Lex::weekday_short || digits(i + 1))) ||
                       lex(i) == Lex::weekday || lex(i) == Lex::day_word || lex(i) == Lex::tonight || ((lex(i) == Lex::this_ || lex(i) == Lex::that || lex(i) == Lex::next) && lex(i + 1) == Lex::part) ||
                       (lex(i) == Lex::the && (lex(i + 1) == Lex::same || lex(i + 1) == Lex::next || lex(i + 1) == Lex::following)) || is(i, "sharp") || read_zone(k, following) || mark(i, '(');
    const bool stops = !has(i) || mark(i, '.') || mark(i, ',') || mark(i, ';') || mark(i, ':') || mark(i, ')') || m_tokens[i].kind == TokenKind::quote_close || lex(i) == Lex::conj_and ||
                       is(i, "when") || is(i, "but") || is(i, "while") || (lex(i) == Lex::in && before == Before::at);
    const bool spelled = lex(at) == Lex::number;
    bool pronoun = false;
    for (const std::string_view word : {"we", "he", "she", "they", "it", "i", "you"}) pronoun = pronoun || is(i, word);
    if (pronoun && spelled) {
        at = i;
        return true;
    }
    if (timed || (stops && (before == Before::at || spelled))) {
        at = i;
        return true;
    }
    return false;
}

bool TimeReader::read_zone(std::size_t& at, ClockZone& zone) {
    std::size_t i = at;
    if (mark(i, ',')) ++i;
    if (!has(i)) return false;
    const bool comma = i != at;
    if (lex(i) == Lex::local) {
        if (comma && lex(i + 1) != Lex::time && has(i + 1) && m_tokens[i + 1].kind != TokenKind::punctuation) return false;  // "at ten past four, local,"
        zone = {ZoneKind::local, {}};
        at = lex(i + 1) == Lex::time ? i + 2 : i + 1;
        return true;
    }
    const Token& token = m_tokens[i];
    if (token.is_wordlike() && token.letter_case == LetterCase::upper && token.size() >= 2) {
        std::string_view name = token.folded;
        if (name.starts_with("utc") || name.starts_with("gmt")) {
            // UTC+9, GMT-0330
            std::string_view tail = name.substr(3);
            std::size_t next = i + 1;
            bool sign = !tail.empty() && tail[0] == '-';
            bool east = false;
            if (tail.empty() && has(next + 1) && !m_tokens[next].space_before && !m_tokens[next + 1].space_before && m_tokens[next].kind == TokenKind::symbol && m_tokens[next].mark == '+' && digits(next + 1)) {
                tail = m_tokens[next + 1].folded;
                east = sign = true;
                next += 2;
            } else if (sign) {
                tail.remove_prefix(1);
            }
            if (sign) {
                std::size_t count = 0, more = 0;
                int hour = take_number(tail, 4, count), minute = 0;
                if (count >= 3) minute = hour % 100, hour /= 100;
                else if (!tail.empty() && tail[0] == ':') tail.remove_prefix(1), minute = take_number(tail, 2, more);
                if (const auto found = offset_name(east, hour, minute); !found.empty() && tail.empty()) {
                    zone = {ZoneKind::offset, found};
                    at = next;
                    return true;
                }
            }
        }
        if (const auto known = token.size() <= 5 && !token.dotted ? known_abbreviation(name) : std::string_view(); !known.empty()) {
            zone = {ZoneKind::abbreviation, known};
            at = lex(i + 1) == Lex::time ? i + 2 : i + 1;
            return true;
        }
    }
    // "Moscow time", "Eastern Standard Time", "La Réunion time"
    if (token.kind == TokenKind::word) {
        char name[48];
        std::size_t size = 0;
        for (std::size_t k = i; k < i + 5 && has(k); ++k) {
            const Token& word = m_tokens[k];
            if (lex(k) == Lex::time && k > i) {
                std::string_view all(name, size);
                for (const std::string_view tail : {" standard", " daylight", " summer", " winter"})
                    if (all.ends_with(tail) && zone_of_name(all).empty()) all.remove_suffix(tail.size());
                std::string_view found = zone_of_name(all);
                if (found.empty() && token.is_capital()) found = zone_of_place(all);
                if (found.empty()) break;
                zone = {ZoneKind::place, found};
                at = k + 1;
                return true;
            }
            if (word.kind != TokenKind::word || size + word.folded.size() + 1 > sizeof name) break;
            if (size) name[size++] = ' ';
            size += word.folded.copy(name + size, sizeof name - size);
        }
    }
    if (lex(i) == Lex::zone_word && (token.is_capital() || token.is("zulu"))) {
        zone = token.is("zulu") ? ClockZone{ZoneKind::abbreviation, "UTC"} : ClockZone{ZoneKind::place, zone_of_name(token.folded)};
        at = i + 1;
        return true;
    }
    // "as Bangkok counts", "by the clocks in Rome", "in Tehran" behind a bracketed clock is read by read_check
    if (is(i, "as") && has(i + 2) && (is(i + 2, "counts") || is(i + 2, "reckons") || is(i + 2, "keeps"))) {
        if (const auto found = zone_of_name(m_tokens[i + 1].folded); !found.empty()) {
            zone = {ZoneKind::place, found};
            at = i + 3;
            return true;
        }
    }
    return false;
}

bool TimeReader::read_check(std::size_t& at, TimeExpression& e) {
    std::size_t i = at;
    const bool bracket = mark(i, '(') || mark(i, '[');
    const char close = mark(i, '[') ? ']' : ')';
    const bool comma = mark(i, ',');
    if (!bracket && !comma) return false;
    ++i;
    if (!bracket && lex(i) != Lex::conj_or) return false;  // ", or 4.44 am Argentine time"
    if (lex(i) == Lex::conj_or) ++i;
    ClockTime clock;
    ClockZone zone;
    if (lex(i) == Lex::at || lex(i) == Lex::around) ++i;
    if (!read_clock(i, clock, zone, bracket ? Before::other : Before::at)) return false;
    if (zone.kind == ZoneKind::none && !read_zone(i, zone)) {
        if (lex(i) == Lex::in && has(i + 1)) {
            std::size_t k = i + 1;
            std::string_view found = zone_of_name(m_tokens[k].folded);
            if (found.empty()) return false;
            zone = {ZoneKind::place, found};
            i = k + 1;
        } else {
            return false;
        }
    }
    if (bracket) {
        for (std::size_t k = i; k < i + 5 && has(k); ++k)
            if (mark(k, close)) {
                e.check_clock = clock;
                e.check_zone = zone;
                at = k + 1;
                return true;
            }
        return false;
    }
    e.check_clock = clock;
    e.check_zone = zone;
    at = i;
    return true;
}

}  // namespace flightxref::detail
