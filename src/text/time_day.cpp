// SPDX-License-Identifier: BSL-1.0
#include <text/time_reader.hpp>

#include <array>

namespace flightxref::detail {
namespace {

/// Feasts by their words behind the first one: on a fixed day, or (month 0) `day` days from Easter Sunday.
struct Feast {
    std::int16_t first;  // value of Lex::day_name
    std::string_view second, third, fourth;
    std::int8_t month, day;
};
constexpr Feast feasts[] = {{0, "eve", "", "", 12, 24},   {0, "day", "", "", 12, 25},        {0, "", "", "", 12, 25},           {1, "day", "", "", 12, 26},
                            {2, "year", "'s", "eve", 12, 31}, {2, "year", "'s", "day", 1, 1}, {2, "years", "eve", "", 12, 31}, {2, "years", "day", "", 1, 1},
                            {3, "", "", "", 10, 31},       {4, "'s", "day", "", 2, 14},
                            {5, "sunday", "", "", 0, 0},   {5, "monday", "", "", 0, 1},       {5, "saturday", "", "", 0, -1},    {5, "day", "", "", 0, 0},
                            {6, "friday", "", "", 0, -2},  {7, "thursday", "", "", 0, -3},    {8, "wednesday", "", "", 0, -46},  {9, "sunday", "", "", 0, -7},
                            {10, "sunday", "", "", 0, 49}, {10, "monday", "", "", 0, 50},     {11, "day", "", "", 0, 39},         {11, "thursday", "", "", 0, 39}};

std::int8_t small(int value) { return static_cast<std::int8_t>(value); }

}  // namespace

bool TimeReader::read_year(std::size_t& at, int& year, bool alone) {
    if (!integer(at, 1900, 2100, year) || m_tokens[at].size() != 4) return false;
    if (alone && has(at + 1) && !m_tokens[at + 1].space_before && (m_tokens[at + 1].kind == TokenKind::symbol || mark(at + 1, '-'))) return false;
    ++at;
    return true;
}

std::size_t TimeReader::story_year(std::size_t at) const {
    std::size_t i = at;
    if (lex(i) == Lex::the) ++i;
    if (lex(i) != Lex::that && lex(i) != Lex::same) return at;
    if (lex(i) == Lex::that && lex(i + 1) == Lex::same) ++i;
    return lex(i + 1) == Lex::unit && is(i + 1, "year") ? i + 2 : at;
}

bool TimeReader::read_feast(std::size_t& at, DayReference& day) {
    if (lex(at) != Lex::day_name || !m_tokens[at].is_capital()) return false;
    for (const Feast& feast : feasts) {
        if (feast.first != value(at)) continue;
        std::size_t i = at + 1;
        bool all = true;
        for (const std::string_view word : {feast.second, feast.third, feast.fourth}) {
            if (word.empty()) continue;
            all = all && is(i, word);
            ++i;
        }
        if (!all) continue;
        if (feast.month == 0) day.kind = DayKind::feast, day.offset = feast.day;
        else day.kind = DayKind::date, day.month = feast.month, day.day = feast.day;
        int year = 0;
        at = i;
        std::size_t k = at;
        if (read_year(k, year, false)) day.year = static_cast<std::int16_t>(year), at = k;
        return true;
    }
    return false;
}

bool TimeReader::read_date(std::size_t& at, DayReference& day, Lex before) {
    std::size_t i = at;
    if (read_feast(at, day)) return true;
    if (digits(i)) {
        const Numeral numeral = parse_numeral(m_tokens[i].folded);
        if (numeral.kind == Numeral::Kind::date) {
            const auto weekday = day.weekday;
            day = numeral.day;
            day.weekday = weekday;
            at = i + 1;
            return true;
        }
    }
    const auto month_at = [&](std::size_t k, bool beside_day) {
        if (lex(k) == Lex::month) return m_tokens[k].is_capital() || m_tokens[k].dotted;
        return lex(k) == Lex::month_or_verb && m_tokens[k].is_capital() && beside_day;
    };
    const auto day_number = [&](std::size_t k, int& number) {
        if (!digits(k)) return false;
        const Numeral numeral = parse_numeral(m_tokens[k].folded);
        if (numeral.kind != Numeral::Kind::ordinal && (numeral.kind != Numeral::Kind::integer || numeral.digits > 2)) return false;
        number = static_cast<int>(numeral.value);
        return number >= 1 && number <= 31;
    };
    const auto take_year = [&](std::size_t& k) {
        std::size_t j = k;
        if (mark(j, ',')) ++j;
        int year = 0;
        if (read_year(j, year, false)) {
            day.year = static_cast<std::int16_t>(year);
            k = j;
            return;
        }
        // "on Nov. 17 last year", "on March 3 this year", "on 4 May of that year"
        j = k;
        if (lex(j) == Lex::of) ++j;
        if (const std::size_t end = story_year(j); end != j) {
            day.story_year = true;
            k = end;
            return;
        }
        if ((lex(j) == Lex::last || lex(j) == Lex::this_ || lex(j) == Lex::next) && lex(j + 1) == Lex::unit && value(j + 1) == static_cast<int>(TimeUnit::year)) {
            day.has_year_shift = true;
            day.year_shift = small(lex(j) == Lex::last ? -1 : lex(j) == Lex::next ? 1 : 0);
            k = j + 2;
        }
    };
    int number = 0;
    // "Sept. 12", "March 4th, 2022", "the evening of October 3"
    if (month_at(i, true) && day_number(i + 1, number)) {
        const bool clock_like = has(i + 2) && !m_tokens[i + 2].space_before && m_tokens[i + 2].kind == TokenKind::symbol;
        if (!clock_like) {
            day.kind = DayKind::date;
            day.month = small(value(i)), day.day = small(number);
            i += 2;
            take_year(i);
            at = i;
            return true;
        }
    }
    // "25-28 August" and "August 25-28" are read as the first day; read_until adds the last
    // "4 September", "the 4th of September 2023", "the fourth of July"
    std::size_t k = i;
    if (lex(k) == Lex::the) ++k;
    const bool ordinal = lex(k) == Lex::ordinal;
    if (ordinal) number = value(k);
    if (ordinal || day_number(k, number)) {
        const bool suffixed = ordinal || m_tokens[k].kind == TokenKind::alphanumeric;
        std::size_t m = k + 1;
        if (lex(m) == Lex::of) ++m;
        if (month_at(m, true) && (m == k + 1 || suffixed)) {
            day.kind = DayKind::date;
            day.month = small(value(m)), day.day = small(number);
            i = m + 1;
            take_year(i);
            at = i;
            return true;
        }
        // "the 8th of the month", "the eighth of that month"
        if (suffixed && k > i && lex(k + 1) == Lex::of && (lex(k + 2) == Lex::the || lex(k + 2) == Lex::that || lex(k + 2) == Lex::same) && lex(k + 3) == Lex::unit && value(k + 3) == static_cast<int>(TimeUnit::month)) {
            day.kind = DayKind::month_day;
            day.day = small(number);
            at = k + 4;
            return true;
        }
        // "Monday 16:", "Friday 20.": a bare number right behind the weekday, with nothing it could count
        if (!suffixed && k == i && day.weekday >= 0 && (!has(k + 1) || mark(k + 1, ':') || mark(k + 1, '.') || mark(k + 1, ',') || mark(k + 1, '-') || mark(k + 1, ')'))) {
            day.kind = DayKind::month_day;
            day.day = small(number);
            at = k + 1;
            return true;
        }
        // "the 15th", with what makes it a day: a preposition that goes with days, or a weekday before it
        const bool placed = before == Lex::on || before == Lex::by || before == Lex::since || before == Lex::until || before == Lex::from || before == Lex::to || before == Lex::before ||
                            before == Lex::after || before == Lex::than || day.weekday >= 0;
        if (!ordinal && suffixed && k > i && placed && !(has(k + 1) && m_tokens[k + 1].kind == TokenKind::word && m_tokens[k + 1].letter_case == LetterCase::lower && lex(k + 1) == Lex::none &&
                                                         before != Lex::on)) {
            day.kind = DayKind::month_day;
            day.day = small(number);
            at = k + 1;
            return true;
        }
    }
    return false;
}

bool TimeReader::read_day(std::size_t& at, TimeExpression& e, Lex before) {
    std::size_t i = at;
    DayReference day;
    const auto done = [&](std::size_t end) {
        e.day = day;
        at = end;
        return true;
    };
    const auto from = [&](DayKind kind, int offset) {
        day.kind = kind;
        day.offset = static_cast<std::int16_t>(offset);
    };
    const auto is_day = [&](std::size_t k) { return lex(k) == Lex::unit && is(k, "day"); };

    if (lex(i) == Lex::day_word) {
        from(DayKind::from_publication, value(i));
        return done(i + 1);
    }
    if (lex(i) == Lex::tonight) {
        from(DayKind::from_publication, 0);
        e.part = PartOfDay::tonight;
        return done(i + 1);
    }
    // "the day before yesterday", "the day after tomorrow", "the day before", "the evening before", "the morning after"
    if (lex(i) == Lex::the && (is_day(i + 1) || lex(i + 1) == Lex::part) && (lex(i + 2) == Lex::before || lex(i + 2) == Lex::after)) {
        const int sign = lex(i + 2) == Lex::before ? -1 : 1;
        if (lex(i + 1) == Lex::part) e.part = static_cast<PartOfDay>(value(i + 1) % 100);
        if (lex(i + 3) == Lex::day_word) {
            from(DayKind::from_publication, value(i + 3) + sign);
            return done(i + 4);
        }
        from(DayKind::from_story, sign);
        return done(i + 3);
    }

    // this / that / the same / the next / last + weekday, part of day or "day"
    std::size_t k = i;
    Lex relation = Lex::none;
    bool the = false;
    if (lex(k) == Lex::the) the = true, ++k;
    if (lex(k) == Lex::that || lex(k) == Lex::this_) {
        relation = lex(k++);
        if (is(k, "very")) ++k;
        if (lex(k) == Lex::same) relation = Lex::same, ++k;
    } else if (lex(k) == Lex::same || lex(k) == Lex::next || lex(k) == Lex::following || lex(k) == Lex::previous || lex(k) == Lex::last || lex(k) == Lex::coming || lex(k) == Lex::past) {
        relation = lex(k++);
    } else if (is(k, "very") && lex(k + 1) == Lex::same) {
        relation = Lex::same;
        k += 2;
    }
    if (is_day(k) && relation != Lex::none && relation != Lex::this_ && relation != Lex::past && relation != Lex::coming && (relation != Lex::last || the)) {
        if (relation == Lex::last) return false;
        from(DayKind::from_story, relation == Lex::next || relation == Lex::following ? 1 : relation == Lex::previous ? -1 : 0);
        return done(k + 1);
    }
    // "that evening", "the next morning", "last night"; an edge may stand between: "the next late evening" is rare, "early that morning" is read as an edge before
    if (lex(k) == Lex::part && relation != Lex::none) {
        e.part = static_cast<PartOfDay>(value(k) % 100);
        switch (relation) {
            case Lex::this_: from(DayKind::from_publication, 0); break;
            case Lex::last: from(DayKind::from_publication, -1); break;
            case Lex::next: case Lex::following: from(DayKind::from_story, 1); break;
            case Lex::previous: from(DayKind::from_story, -1); break;
            default: from(DayKind::from_story, 0); break;
        }
        return done(k + 1);
    }
    if (lex(k) == Lex::a && relation == Lex::none && !the && lex(k + 1) == Lex::weekday && before == Lex::on) {
        day.kind = DayKind::weekday;
        day.indefinite = true;
        day.weekday = small(value(k + 1));
        return done(k + 2);
    }
    const bool named = lex(k) == Lex::weekday && (m_tokens[k].is_capital());
    const bool abbreviated = lex(k) == Lex::weekday_short && m_tokens[k].is_capital() &&
                             (m_tokens[k].dotted || (k == 0 && (mark(k + 1, ':') || mark(k + 1, '|') || (mark(k + 1, '-') && m_tokens[k + 1].space_before))) || (mark(k + 1, ',') && (lex(k + 2) == Lex::month || digits(k + 2))) || lex(k + 1) == Lex::month || digits(k + 1));
    if (named || abbreviated) {
        day.kind = relation == Lex::that || relation == Lex::same ? DayKind::that_weekday
                   : relation == Lex::last || relation == Lex::past ? DayKind::last_weekday
                   : relation == Lex::this_ || relation == Lex::coming ? DayKind::this_weekday
                   : relation == Lex::next                             ? DayKind::next_weekday
                   : relation == Lex::following                        ? DayKind::following_weekday
                   : relation == Lex::previous                         ? DayKind::that_weekday
                   : the                                               ? DayKind::that_weekday
                                                                       : DayKind::weekday;
        if (relation == Lex::previous) day.offset = -1;
        day.weekday = small(value(k));
        std::size_t j = k + 1;
        // "Tuesday, Sept. 12", "Friday 1 September", "Tuesday the 15th"
        std::size_t d = mark(j, ',') ? j + 1 : j;
        DayReference date;
        date.weekday = day.weekday;
        if (lex(d) == Lex::the || lex(d) == Lex::month || lex(d) == Lex::month_or_verb || digits(d)) {
            std::size_t m = d;
            if (read_date(m, date, Lex::none) && (date.kind == DayKind::date || d == j)) {
                day = date;
                return done(m);
            }
        }
        return done(j);
    }
    // "23 to 25 January", "22 and 23 September", "25-28 August", "August 25-28"
    {
        int first = 0;
        std::size_t k2 = i;
        const Numeral range = digits(i) ? parse_numeral(m_tokens[i].folded) : Numeral{};
        DayReference last;
        if (integer(i, 1, 31, first) && m_tokens[i].size() <= 2 && ((lex(i + 1) == Lex::to && value(i + 1) == 0) || lex(i + 1) == Lex::conj_and || mark(i + 1, '-'))) {
            k2 = i + 2;
            if (digits(k2) && read_date(k2, last, Lex::none) && last.kind == DayKind::date && last.month && first < last.day && m_tokens[i + 2].kind == TokenKind::number && m_tokens[i + 2].size() <= 2) {
                e.day_until = day = last;
                day.day = small(first);
                return done(k2);
            }
        }
        const bool month_first = lex(i) == Lex::month || (lex(i) == Lex::month_or_verb && m_tokens[i].is_capital());
        const Numeral behind = month_first && digits(i + 1) ? parse_numeral(m_tokens[i + 1].folded) : Numeral{};
        if (behind.kind == Numeral::Kind::day_range || (range.kind == Numeral::Kind::day_range && (lex(i + 1) == Lex::month || lex(i + 1) == Lex::month_or_verb) && m_tokens[i + 1].is_capital())) {
            const Numeral& days = behind.kind == Numeral::Kind::day_range ? behind : range;
            day.kind = DayKind::date;
            day.month = small(value(behind.kind == Numeral::Kind::day_range ? i : i + 1));
            k2 = i + 2;
            int year = 0;
            std::size_t k3 = mark(k2, ',') ? k2 + 1 : k2;
            if (read_year(k3, year, false)) day.year = static_cast<std::int16_t>(year), k2 = k3;
            e.day_until = day;
            day.day = small(static_cast<int>(days.value)), e.day_until.day = days.until;
            return done(k2);
        }
    }
    std::size_t j = i;
    if (read_date(j, day, before)) {
        // "early on the 15th, a Tuesday", "18 October (a Wednesday)"
        return done(j);
    }
    return false;
}

bool TimeReader::read_part(std::size_t& at, TimeExpression& e, Lex before) {
    std::size_t i = at;
    bool the = false;
    if (lex(i) == Lex::overnight) {
        e.part = PartOfDay::overnight;
        at = i + 1;
        return true;
    }
    if (lex(i) == Lex::the) the = true, ++i;
    TimeEdge edge = TimeEdge::none;
    if (is(i, "small") || is(i, "wee") || (lex(i) == Lex::early && is(i + 1, "hours"))) {
        if (!is(i + 1, "hours")) return false;
        i += 2;
        e.part = PartOfDay::small_hours;
        if (lex(i) == Lex::of && lex(i + 1) == Lex::the && is(i + 2, "morning")) i += 3;
        else if (lex(i) == Lex::of && (is(i + 1, "this") || is(i + 1, "that")) && is(i + 2, "morning")) {
            e.day.kind = is(i + 1, "this") ? DayKind::from_publication : DayKind::from_story;
            i += 3;
        }
        at = i;
        return true;
    }
    if (lex(i) == Lex::early) edge = TimeEdge::early, ++i;
    else if (lex(i) == Lex::late) edge = TimeEdge::late, ++i;
    else if (lex(i) == Lex::mid) edge = TimeEdge::mid, ++i;
    if (lex(i) == Lex::ordinal && value(i) == 1 && lex(i + 1) == Lex::first_light) {
        e.part = PartOfDay::dawn;
        at = i + 2;
        return true;
    }
    if (lex(i) == Lex::rest && lex(i + 1) == Lex::of && lex(i + 2) == Lex::the && (is(i + 3, "day") || is(i + 3, "night") || is(i + 3, "evening") || is(i + 3, "morning") || is(i + 3, "afternoon"))) {
        e.part = is(i + 3, "day") ? PartOfDay::rest_of_day : static_cast<PartOfDay>(value(i + 3));
        at = i + 4;
        return true;
    }
    // "later in the day", "late in the day"
    if ((edge == TimeEdge::none && e.edge == TimeEdge::later) && the && is(i, "day")) {
        e.part = PartOfDay::rest_of_day;
        at = i + 1;
        return true;
    }
    if (lex(i) != Lex::part) return false;
    const int raw = value(i);
    const PartOfDay part = static_cast<PartOfDay>(raw % 100);
    const bool meal = is(i, "breakfast") || is(i, "dinner") || is(i, "supper") || is(i, "lunch");
    if (meal && lex(i + 1) != Lex::time) return false;
    const bool sky = part == PartOfDay::dawn || part == PartOfDay::dusk || part == PartOfDay::before_dawn;
    // A bare "morning" or "night" is one only with a determiner, a day before it, or at the head of an entry.
    const bool heads = at == 0 && (mark(i + 1, '.') || mark(i + 1, ':') || mark(i + 1, '-') || mark(i + 1, ',') || !has(i + 1));
    const bool after_day = e.day.kind != DayKind::none || e.clock;
    if (!the && !sky && !meal && edge == TimeEdge::none && raw < 100 && !heads && !after_day && before != Lex::at && before != Lex::by && before != Lex::until && before != Lex::since &&
        !(before == Lex::in && e.edge != TimeEdge::none) && e.edge == TimeEdge::none)
        return false;
    // "spent the night", "during the night": until the morning, unless a day is named for it
    const bool whole_night = the && part == PartOfDay::night && edge == TimeEdge::none && e.edge == TimeEdge::none && lex(i + 1) != Lex::of && lex(i + 1) != Lex::before && (before == Lex::none || before == Lex::in || before == Lex::during) && e.day.kind == DayKind::none && !e.clock;
    e.part = whole_night ? PartOfDay::overnight : part;
    if (edge != TimeEdge::none) e.edge = edge;
    if (raw >= 200) e.edge = TimeEdge::late;
    else if (raw >= 100) e.edge = TimeEdge::mid;
    at = meal ? i + 2 : i + 1;
    // "in the evening of 14 November" goes on with a day
    return true;
}

bool TimeReader::read_period(std::size_t& at, TimeExpression& e, Lex before) {
    std::size_t i = at;
    PeriodReference period;
    const auto done = [&](std::size_t end) {
        e.period = period;
        at = end;
        return true;
    };
    const auto kind_of_unit = [&](std::size_t k) {
        if (lex(k) == Lex::period_unit) return static_cast<PeriodKind>(value(k));
        if (lex(k) == Lex::season) return PeriodKind::season;
        if (lex(k) == Lex::quarter) return PeriodKind::quarter;
        if (lex(k) != Lex::unit) return PeriodKind::none;
        switch (static_cast<TimeUnit>(value(k))) {
            case TimeUnit::hour: return PeriodKind::hour;
            case TimeUnit::day: return PeriodKind::day;
            case TimeUnit::week: return PeriodKind::week;
            case TimeUnit::month: return PeriodKind::month;
            case TimeUnit::year: return PeriodKind::year;
            case TimeUnit::decade: return PeriodKind::decade;
            default: return PeriodKind::none;
        }
    };
    const auto year_tail = [&](std::size_t& k) {
        std::size_t j = k;
        if (mark(j, ',')) ++j;
        if (lex(j) == Lex::of) ++j;
        int year = 0;
        if (read_year(j, year, false)) {
            period.year = static_cast<std::int16_t>(year);
            k = j;
        } else if ((lex(j) == Lex::last || lex(j) == Lex::this_ || lex(j) == Lex::next) && lex(j + 1) == Lex::unit && value(j + 1) == static_cast<int>(TimeUnit::year)) {
            period.has_year_shift = true;
            period.year_shift = small(lex(j) == Lex::last ? -1 : lex(j) == Lex::next ? 1 : 0);
            k = j + 2;
        } else if (const std::size_t end = story_year(j); end != j) {
            period.story_year = true;
            k = end;
        }
    };

    if (lex(i) == Lex::now || lex(i) == Lex::past_ref || (lex(i) == Lex::future_ref && lex(i + 1) != Lex::after)) {
        period.kind = lex(i) == Lex::now ? PeriodKind::present_ref : lex(i) == Lex::past_ref ? PeriodKind::past_ref : PeriodKind::future_ref;
        return done(i + 1);
    }
    if (lex(i) == Lex::all && kind_of_unit(i + 1) == PeriodKind::week) {
        period.kind = PeriodKind::week, period.relation = PeriodRelation::whole;
        return done(i + 2);
    }
    const bool the = lex(i) == Lex::the;
    std::size_t k = the ? i + 1 : i;
    const bool leaning = e.edge != TimeEdge::none || before == Lex::of || before == Lex::in || before == Lex::by || before == Lex::since || before == Lex::until || before == Lex::at ||
                         before == Lex::during || before == Lex::from || before == Lex::on || before == Lex::over || before == Lex::before || before == Lex::after || before == Lex::for_;

    // months: "in July", "late February 2022", "last July", "mid-May"
    Lex relation = Lex::none;
    if (lex(k) == Lex::last || lex(k) == Lex::next || lex(k) == Lex::this_ || lex(k) == Lex::that || lex(k) == Lex::those || lex(k) == Lex::same || lex(k) == Lex::following || lex(k) == Lex::previous ||
        lex(k) == Lex::past || lex(k) == Lex::coming || lex(k) == Lex::recent)
        relation = lex(k++);
    if (relation == Lex::that && lex(k) == Lex::same) relation = Lex::same, ++k;
    const bool month = (lex(k) == Lex::month && m_tokens[k].is_capital()) ||
                       (lex(k) == Lex::month_or_verb && m_tokens[k].is_capital() && (relation != Lex::none || (leaning && before != Lex::on && before != Lex::at) || (has(k + 1) && m_tokens[k + 1].size() == 4 && digits(k + 1))));
    if (month && !(digits(k + 1) && m_tokens[k + 1].size() <= 2 && relation == Lex::none)) {
        period.kind = PeriodKind::month;
        period.relation = PeriodRelation::named;
        period.number = static_cast<std::int16_t>(value(k));
        std::size_t j = k + 1;
        if (relation == Lex::last) period.has_year_shift = true, period.year_shift = -9;  // the latest one before this month
        else if (relation == Lex::next) period.has_year_shift = true, period.year_shift = 9;
        else year_tail(j);
        return done(j);
    }
    int year = 0;
    if (relation == Lex::none && !the) {
        std::size_t j = k;
        if ((before == Lex::in || before == Lex::since || before == Lex::until || before == Lex::by || before == Lex::from || before == Lex::during || before == Lex::of || before == Lex::before ||
             before == Lex::after || before == Lex::around || e.edge != TimeEdge::none) &&
            read_year(j, year, true) && lex(j) != Lex::unit) {
            period.kind = PeriodKind::year, period.relation = PeriodRelation::named;
            period.year = static_cast<std::int16_t>(year);
            return done(j);
        }
    }
    if (digits(k) && relation == Lex::none) {
        const Numeral numeral = parse_numeral(m_tokens[k].folded);
        if (numeral.kind == Numeral::Kind::years && (the || leaning)) {
            period.kind = PeriodKind::decade, period.relation = PeriodRelation::named;
            period.year = static_cast<std::int16_t>(numeral.value);
            return done(k + 1);
        }
    }
    // "the first quarter of 2023"
    if (the && lex(k) == Lex::ordinal && value(k) <= 4 && lex(k + 1) == Lex::quarter) {
        period.kind = PeriodKind::quarter, period.relation = PeriodRelation::named;
        period.number = static_cast<std::int16_t>(value(k));
        std::size_t j = k + 2;
        year_tail(j);
        return done(j);
    }
    // seasons: "in the spring", "this winter", "summer 2019"
    if (lex(k) == Lex::season && (relation != Lex::none || the || leaning) && !(is(k, "fall") && relation == Lex::none && !the && before != Lex::in) && !(is(k, "spring") && before == Lex::on)) {
        period.kind = PeriodKind::season;
        period.number = static_cast<std::int16_t>(value(k));
        period.relation = relation == Lex::last ? PeriodRelation::last : relation == Lex::this_ ? PeriodRelation::current : relation == Lex::next || relation == Lex::coming ? PeriodRelation::next
                          : relation == Lex::that || relation == Lex::same ? PeriodRelation::that : PeriodRelation::named;
        std::size_t j = k + 1;
        year_tail(j);
        return done(j);
    }
    // "last week", "the past three days", "in recent months", "that week", "the coming year"
    int count = 1;
    std::size_t u = k;
    if (relation == Lex::last || relation == Lex::past || relation == Lex::next || relation == Lex::coming || relation == Lex::recent || relation == Lex::previous || relation == Lex::following) {
        if (small_number(u, 1, 1000, count)) ++u;
        else if (lex(u) == Lex::few) count = 3, ++u;
        else if (lex(u) == Lex::couple && lex(u + 1) == Lex::of) count = 2, u += 2;
        else if (lex(u) == Lex::several) count = 3, ++u;
    }
    const PeriodKind unit = kind_of_unit(u);
    if (unit == PeriodKind::none) return false;
    const bool plural = m_tokens[u].folded.ends_with('s');
    const bool counted = u != k || plural;
    if (unit == PeriodKind::hour && relation != Lex::past && relation != Lex::last && relation != Lex::next) return false;
    period.kind = unit;
    period.number = static_cast<std::int16_t>(counted && u == k && (relation == Lex::recent || relation == Lex::past || relation == Lex::last) ? 3 : count);
    switch (relation) {
        case Lex::last:
            if (unit == PeriodKind::day && !counted) return false;
            period.relation = counted || (the && unit != PeriodKind::quarter) ? PeriodRelation::past : PeriodRelation::last;
            break;
        case Lex::next:
            if (unit == PeriodKind::day && !counted) return false;
            period.relation = counted || unit == PeriodKind::hour ? PeriodRelation::coming : the ? PeriodRelation::following : PeriodRelation::next;
            break;
        case Lex::this_: period.relation = PeriodRelation::current; break;
        case Lex::past: case Lex::recent: period.relation = PeriodRelation::past; break;
        case Lex::coming: period.relation = PeriodRelation::coming; break;
        case Lex::following: period.relation = counted ? PeriodRelation::coming : PeriodRelation::following; break;
        case Lex::previous: period.relation = counted ? PeriodRelation::past : PeriodRelation::previous; break;
        case Lex::that: case Lex::those: case Lex::same:
            if (unit == PeriodKind::day && !plural) return false;
            period.relation = PeriodRelation::that;
            break;
        default:
            // "the end of the week", "earlier in the year", "before the month is out", "at the weekend"
            if (unit == PeriodKind::weekend && (the || leaning)) {
                period.relation = PeriodRelation::named;
                break;
            }
            if (!the || plural || unit == PeriodKind::day || unit == PeriodKind::hour) return false;
            if (e.edge != TimeEdge::none) {
                period.relation = PeriodRelation::current;
                break;
            }
            if (before == Lex::before && (is(u + 1, "is") || is(u + 1, "was")) && (is(u + 2, "out") || is(u + 2, "over"))) {
                period.relation = PeriodRelation::current;
                e.edge = TimeEdge::end;
                u += 2;
                break;
            }
            return false;
    }
    return done(u + 1);
}

}  // namespace flightxref::detail
