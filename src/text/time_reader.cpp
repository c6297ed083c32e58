// SPDX-License-Identifier: BSL-1.0
#include <text/time_reader.hpp>

#include <algorithm>
#include <array>

namespace flightxref {
namespace detail {
namespace {

/// Words that report: a day right behind them dates the report.
bool reports(const Token& token) {
    for (const std::string_view word : {"said", "says", "told", "reported", "announced", "wrote", "tweeted", "posted", "stated", "confirmed", "added", "published"})
        if (token.folded == word) return true;
    return false;
}

/// The clock that "in the afternoon" or "at night" makes of an open one.
void close_half_day(ClockTime& clock, PartOfDay part) {
    if (!clock.half_day_open) return;
    const int hour = clock.minute / 60 % 12;
    bool later = false;
    switch (part) {
        case PartOfDay::small_hours: case PartOfDay::dawn: case PartOfDay::morning: case PartOfDay::before_dawn: break;
        case PartOfDay::afternoon: case PartOfDay::midday: case PartOfDay::dusk: later = true; break;
        case PartOfDay::evening: later = hour != 0; break;
        case PartOfDay::night: case PartOfDay::tonight: case PartOfDay::overnight: later = hour >= 6; break;
        default: return;
    }
    clock.minute = static_cast<std::uint16_t>(clock.minute % 720 + (later ? 720 : 0));
    clock.half_day_open = false;
}

}  // namespace

void TimeReader::read(std::span<const Token> tokens, std::vector<TimeExpression>& found) {
    m_tokens = tokens;
    m_words.resize(tokens.size());
    bool any = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        m_words[i] = find_time_word(tokens[i]);
        any = any || m_words[i].lex != Lex::none || tokens[i].kind == TokenKind::number || tokens[i].kind == TokenKind::alphanumeric || tokens[i].mark == '(';
    }
    if (!any) return;
    for (std::size_t i = 0; i < tokens.size();) {
        const bool starts = may_start(i);
        TimeExpression e;
        std::size_t at = i;
        if (starts && read_expression(at, e)) {
            e.begin = tokens[i].begin;
            e.end = tokens[at - 1].end;
            e.first_token = static_cast<std::uint32_t>(i);
            e.last_token = static_cast<std::uint32_t>(at - 1);
            // "before the vote on April 18" is bounded by the day
            if (e.hedge == TimeHedge::none && e.day.kind != DayKind::none && !e.clock && e.part == PartOfDay::none && lex(i) == Lex::on)
                for (std::size_t k = i, steps = 0; k > 1 && steps < 4; --k, ++steps) {
                    if (lex(k - 1) == Lex::the && lex(k - 2) == Lex::before) {
                        e.hedge = TimeHedge::before;
                        e.begin = tokens[k - 2].begin;
                        e.first_token = static_cast<std::uint32_t>(k - 2);
                    }
                    if (tokens[k - 1].kind != TokenKind::word) break;
                }
            for (std::size_t k = i, steps = 0; k > 0 && steps < 3; --k, ++steps) {
                const Token& token = tokens[k - 1];
                if (reports(token)) e.attribution = true;
                if (!token.is_capital() && !token.is("reporters") && !token.is("journalists") && !token.is("the")) break;
            }
            found.push_back(e);
            i = at;
        } else {
            ++i;
        }
    }
}

/// Whether an expression may begin here: most words are turned away by their class and that of the next word.
bool TimeReader::may_start(std::size_t i) const {
    const auto plain = [&](std::size_t k) {
        return lex(k) == Lex::none && !digits(k) && !(has(k) && m_tokens[k].kind == TokenKind::word && m_tokens[k].folded.size() > 5 && m_tokens[k].folded.find('-') != std::string_view::npos);
    };
    switch (lex(i)) {
        case Lex::none: return !plain(i) || is(i, "ever") || is(i, "not") || ((is(i, "small") || is(i, "wee")) && is(i + 1, "hours")) || ((is(i, "more") || is(i, "less")) && lex(i + 1) == Lex::than);
        case Lex::of: case Lex::to: case Lex::conj_and: case Lex::conj_or: case Lex::than: case Lex::then: case Lex::out: case Lex::time: case Lex::meridiem: case Lex::oclock: case Lex::ago:
        case Lex::hence: case Lex::hours_mark: case Lex::local: case Lex::zone_word: case Lex::event: case Lex::first_light:
            return false;
        case Lex::the: case Lex::a: case Lex::in: case Lex::on: case Lex::at: case Lex::by: case Lex::for_: case Lex::from: case Lex::between: case Lex::during: case Lex::within: case Lex::over:
        case Lex::under: case Lex::that: case Lex::this_: case Lex::those: case Lex::last: case Lex::next: case Lex::past: case Lex::all: case Lex::around: case Lex::no: case Lex::day_name:
            return !plain(i + 1) || is(i + 1, "small") || is(i + 1, "wee") || is(i + 1, "very") || ((is(i + 1, "more") || is(i + 1, "less")) && lex(i + 2) == Lex::than) || (lex(i) == Lex::by && is(i + 1, "not")) ||
                   (lex(i) == Lex::day_name && value(i) == 2 && is(i + 1, "year")) || (lex(i) == Lex::day_name && m_tokens[i].is_capital());
        default: return true;
    }
}

bool TimeReader::read_prefix(std::size_t& at, TimeExpression& e, Lex& before, std::size_t& core) {
    std::size_t i = at;
    core = i;
    if (is(i, "ever") && lex(i + 1) == Lex::since) ++i;
    // "no later than", "not later than"
    if ((lex(i) == Lex::no || is(i, "not")) && lex(i + 1) == Lex::later && lex(i + 2) == Lex::than) {
        before = Lex::by;
        e.hedge = TimeHedge::by;
        i += 3;
        core = i;
    } else {
        switch (lex(i)) {
            case Lex::in: case Lex::on:
                // "came in shortly before ten": an adverb, no preposition
                if (lex(i + 1) == Lex::shortly || lex(i + 1) == Lex::just || lex(i + 1) == Lex::later || (is(i + 1, "soon") && lex(i + 2) == Lex::after)) break;
                before = lex(i);
                core = ++i;
                break;
            case Lex::at: case Lex::from: case Lex::during: case Lex::within: case Lex::between: case Lex::for_:
                before = lex(i);
                core = ++i;
                break;
            case Lex::by: before = Lex::by, e.hedge = TimeHedge::by, core = ++i; break;
            case Lex::since: before = Lex::since, e.hedge = TimeHedge::since, core = ++i; break;
            case Lex::until: before = Lex::until, e.hedge = TimeHedge::until, core = ++i; break;
            case Lex::over: before = Lex::over, core = ++i; break;
            default: break;
        }
    }
    // Hedges. "some", "nearly" go with amounts; "towards" with the end of something.
    const auto direction = [&](std::size_t k) { return lex(k) == Lex::after || (lex(k) == Lex::past && lex(k + 1) != Lex::unit); };
    for (bool more = true; more;) {
        more = false;
        if (lex(i) == Lex::around) {
            e.hedge = before == Lex::by ? TimeHedge::by_around : value(i) == 1 ? TimeHedge::nearly : TimeHedge::around;
            if (before == Lex::none) before = Lex::around;
            ++i, more = true;
        } else if ((lex(i) == Lex::just || lex(i) == Lex::shortly || lex(i) == Lex::immediately || (lex(i) == Lex::future_ref && is(i, "soon"))) && (direction(i + 1) || lex(i + 1) == Lex::before)) {
            const bool after = direction(i + 1), just = lex(i) == Lex::just || lex(i) == Lex::immediately;
            e.hedge = after ? (just ? TimeHedge::just_after : TimeHedge::shortly_after) : (just ? TimeHedge::just_before : TimeHedge::shortly_before);
            before = Lex::after;
            i += 2;
        } else if (lex(i) == Lex::a && lex(i + 1) == Lex::little && (direction(i + 2) || lex(i + 2) == Lex::before)) {
            e.hedge = direction(i + 2) ? TimeHedge::shortly_after : TimeHedge::shortly_before;
            before = Lex::after;
            i += 3;
        } else if ((lex(i) == Lex::a && lex(i + 1) == Lex::few && is(i + 2, "minutes") && (direction(i + 3) || lex(i + 3) == Lex::before)) ||
                   (is(i, "minutes") && (direction(i + 1) || lex(i + 1) == Lex::before))) {
            const std::size_t k = lex(i) == Lex::a ? i + 3 : i + 1;
            e.hedge = direction(k) ? TimeHedge::minutes_after : TimeHedge::minutes_before;
            before = Lex::after;
            i = k + 1;
        } else if (lex(i) == Lex::just && lex(i + 1) == Lex::over) {
            e.hedge = TimeHedge::more_than;
            i += 2, more = true;
        } else if (lex(i) == Lex::a && lex(i + 1) == Lex::little && (lex(i + 2) == Lex::over || lex(i + 2) == Lex::under)) {
            e.hedge = lex(i + 2) == Lex::over ? TimeHedge::more_than : TimeHedge::less_than;
            i += 3, more = true;
        } else if (lex(i) == Lex::just && lex(i + 1) == Lex::under) {
            e.hedge = TimeHedge::less_than;
            i += 2, more = true;
        } else if ((is(i, "more") || is(i, "less")) && lex(i + 1) == Lex::than) {
            e.hedge = is(i, "more") ? TimeHedge::more_than : TimeHedge::less_than;
            i += 2, more = true;
        } else if ((lex(i) == Lex::over || lex(i) == Lex::under) && before != Lex::over && (digits(i + 1) || lex(i + 1) == Lex::number || lex(i + 1) == Lex::a)) {
            e.hedge = lex(i) == Lex::over ? TimeHedge::more_than : TimeHedge::less_than;
            ++i, more = true;
        } else if ((lex(i) == Lex::after || lex(i) == Lex::before) && e.hedge == TimeHedge::none) {
            e.hedge = lex(i) == Lex::after ? TimeHedge::after : TimeHedge::before;
            before = lex(i);
            core = i;
            ++i, more = true;
        }
    }
    // Edges: "early on", "late in", "later that", "the end of", "earlier this"
    const auto edge = [&](TimeEdge side, std::size_t next) {
        e.edge = side;
        i = next;
        if (lex(i) == Lex::on || lex(i) == Lex::in || lex(i) == Lex::of) before = lex(i++);
    };
    switch (lex(i)) {
        case Lex::early: edge(TimeEdge::early, i + 1); break;
        case Lex::late: edge(TimeEdge::late, i + 1); break;
        case Lex::mid: edge(TimeEdge::mid, i + 1); break;
        case Lex::later: if (value(i) == 0) edge(TimeEdge::later, i + 1); break;
        case Lex::earlier: if (value(i) == 0) edge(TimeEdge::earlier, i + 1); break;
        case Lex::the:
        case Lex::start: case Lex::end: case Lex::middle: {
            const std::size_t k = lex(i) == Lex::the ? i + 1 : i;
            if ((lex(k) == Lex::start || lex(k) == Lex::end || lex(k) == Lex::middle) && lex(k + 1) == Lex::of)
                edge(lex(k) == Lex::start ? TimeEdge::start : lex(k) == Lex::end ? TimeEdge::end : TimeEdge::mid, k + 1);
            break;
        }
        default: break;
    }
    at = i;
    return true;
}

bool TimeReader::read_core(std::size_t& at, TimeExpression& e, Lex before) {
    const Before kind = before == Lex::at || before == Lex::between ? Before::at : before == Lex::none || before == Lex::on || before == Lex::in || before == Lex::for_ || before == Lex::over ? Before::nothing : Before::other;
    if ((before == Lex::in || (before == Lex::for_ && lex(at) == Lex::the)) && e.edge == TimeEdge::none) {
        // "in 20 minutes" before "in 2019", "for the next three hours" before "the next three hours"
        std::size_t i = at;
        if (read_offset(i, e, before)) return at = i, true;
    }
    if (e.edge == TimeEdge::none || e.edge == TimeEdge::later || e.edge == TimeEdge::earlier) {
        std::size_t i = at;
        ClockTime clock;
        ClockZone zone;
        const bool counts = e.hedge == TimeHedge::more_than || e.hedge == TimeHedge::less_than || before == Lex::for_ || before == Lex::within;
        if (!counts && read_clock(i, clock, zone, kind)) {
            e.clock = clock;
            e.zone = zone;
            at = i;
            return true;
        }
    }
    if (e.edge == TimeEdge::none && read_set(at, e)) return true;
    if (read_day(at, e, before)) return true;
    if (read_part(at, e, before)) return true;
    // "mid-May", "mid-2021", "mid-week"
    if (has(at) && m_tokens[at].folded.starts_with("mid-") && m_tokens[at].size() < 16) {
        const std::string_view rest = m_tokens[at].folded.substr(4);
        Token month = m_tokens[at];
        month.folded = rest;
        month.hash = word_hash(rest);
        month.kind = TokenKind::word;
        const TimeWord word = find_time_word(month);
        const Numeral numeral = parse_numeral(rest);
        if (word.lex == Lex::month || word.lex == Lex::month_or_verb) {
            e.period.kind = PeriodKind::month, e.period.relation = PeriodRelation::named;
            e.period.number = word.value;
        } else if (numeral.kind == Numeral::Kind::integer && numeral.digits == 4) {
            e.period.kind = PeriodKind::year, e.period.relation = PeriodRelation::named;
            e.period.year = static_cast<std::int16_t>(numeral.value);
        } else {
            return false;
        }
        e.edge = TimeEdge::mid;
        ++at;
        int year = 0;
        if (word.lex != Lex::none && read_year(at, year, false)) e.period.year = static_cast<std::int16_t>(year);
        return true;
    }
    if (read_period(at, e, before)) return true;
    if (e.edge == TimeEdge::none && read_offset(at, e, before)) return true;
    return false;
}

bool TimeReader::read_until(std::size_t& at, TimeExpression& e, Lex before) {
    // "between 5 and 6 p.m.", "from 10:05 to 11:20", "10:30-11:45"
    std::size_t i = at;
    const bool joined = mark(i, '-') && has(i + 1) && (!m_tokens[i].space_before || digits(i + 1));
    const bool to = (lex(i) == Lex::to && before != Lex::to) || joined || lex(i) == Lex::until;
    const bool conj = lex(i) == Lex::conj_and;
    if (!to && !conj) return false;
    ++i;
    if (e.clock && !e.clock_until && (to || before == Lex::between)) {
        ClockTime clock;
        ClockZone zone;
        std::size_t k = i;
        if (read_clock(k, clock, zone, before == Lex::between || before == Lex::from || joined ? Before::at : Before::nothing)) {
            e.clock_until = clock;
            if (zone.kind != ZoneKind::none) e.zone = zone;
            // "between 5 and 6 p.m.": the first hour is in the half of the second
            if (e.clock->half_day_open && !clock.half_day_open) {
                const int half = clock.minute / 720;
                int minute = e.clock->minute % 720 + half * 720;
                if (minute > clock.minute) minute -= 720;
                if (minute >= 0) e.clock->minute = static_cast<std::uint16_t>(minute);
                e.clock->half_day_open = false;
            }
            at = k;
            return true;
        }
    }
    if (e.day.kind != DayKind::none && e.day_until.kind == DayKind::none && !e.clock) {
        TimeExpression other;
        std::size_t k = i;
        int number = 0;
        // "from July 25 to 27", "on Aug. 25 and 28"
        if (e.day.kind == DayKind::date && integer(k, 1, 31, number) && m_tokens[k].size() <= 2 && number > e.day.day && lex(k + 1) != Lex::unit && lex(k + 1) != Lex::month && lex(k + 1) != Lex::meridiem &&
            !(has(k + 1) && m_tokens[k + 1].kind == TokenKind::word && lex(k + 1) == Lex::none && conj)) {
            e.day_until = e.day;
            e.day_until.day = static_cast<std::int8_t>(number);
            at = k + 1;
            return true;
        }
        if ((to || conj) && read_day(k, other, before) && (other.part == PartOfDay::none) && (to || other.day.kind == e.day.kind) && !(conj && lex(i) == Lex::the)) {
            e.day_until = other.day;
            if (e.day.year == 0 && other.day.year) e.day.year = other.day.year;
            at = k;
            return true;
        }
    }
    // "from May to July", "June and July"
    if (e.period.kind == PeriodKind::month && e.period.relation == PeriodRelation::named && before == Lex::from && to) {
        TimeExpression other;
        std::size_t k = i;
        if (read_period(k, other, Lex::in) && other.period.kind == PeriodKind::month) {
            e.day_until.kind = DayKind::date;
            e.day_until.month = static_cast<std::int8_t>(other.period.number);
            e.day_until.year = other.period.year;
            e.day_until.day = 0;  // the whole month
            if (e.period.year == 0) e.period.year = other.period.year;
            at = k;
            return true;
        }
    }
    return false;
}

bool TimeReader::grow(std::size_t& at, TimeExpression& e) {
    const bool amount = e.offset.direction != OffsetDirection::none && !e.repeated;
    if (amount) return false;
    // a zone right behind a clock, a part of day or a day
    if (e.zone.kind == ZoneKind::none && (e.clock || e.part != PartOfDay::none || e.day.kind != DayKind::none)) {
        ClockZone zone;
        std::size_t i = at;
        if (read_zone(i, zone)) {
            const bool clock_only = lex(at) == Lex::zone_word || (lex(at) == Lex::local && !is(i - 1, "time")) || (zone.kind == ZoneKind::abbreviation && lex(i - 1) != Lex::time);
            if (e.clock || !clock_only) {
                e.zone = zone;
                at = i;
                return true;
            }
        }
    }
    if (e.clock && !e.check_clock && read_check(at, e)) return true;
    std::size_t i = at;
    if (e.part == PartOfDay::overnight && e.day.kind == DayKind::none && lex(i) == Lex::from && lex(i + 1) == Lex::weekday) ++i;  // "overnight from Friday"
    // "overnight into Friday": the night that began the day before
    if (e.part == PartOfDay::overnight && e.day.kind == DayKind::none && !e.clock && is(i, "into") && lex(i + 1) == Lex::weekday) {
        e.day.kind = DayKind::weekday;
        e.day.weekday = static_cast<std::int8_t>((value(i + 1) + 6) % 7);
        at = i + 2;
        return true;
    }
    const bool comma = mark(i, ',');
    if (comma) ++i;
    Lex joint = Lex::none;
    if (!comma && (lex(i) == Lex::on || lex(i) == Lex::in || lex(i) == Lex::at || lex(i) == Lex::of || lex(i) == Lex::during)) joint = lex(i++);
    if (comma && lex(i) == Lex::on && e.clock && e.day.kind == DayKind::none && (lex(i + 1) == Lex::weekday || lex(i + 1) == Lex::month)) joint = lex(i++);
    const TimeEdge edge_before = e.edge;
    const TimeHedge hedge_before = e.hedge;
    bool edge = false;
    if (e.edge == TimeEdge::none && (lex(i) == Lex::early || lex(i) == Lex::late) && !e.clock && !comma && !(lex(i) == Lex::early && is(i + 1, "hours"))) {
        e.edge = lex(i) == Lex::early ? TimeEdge::early : TimeEdge::late;
        edge = true;
        ++i;
        if (lex(i) == Lex::on || lex(i) == Lex::in) ++i;
    }
    const auto fail = [&] {
        e.edge = edge_before;
        e.hedge = hedge_before;
        return false;
    };
    // a clock behind a day: "on Thursday 31 August at 18.41", "Monday around noon", "Friday, 6 p.m."
    if (!e.clock && !edge) {
        std::size_t k = i;
        TimeHedge hedge = TimeHedge::none;
        if (lex(k) == Lex::around) hedge = TimeHedge::around, ++k;
        else if ((lex(k) == Lex::just || lex(k) == Lex::shortly) && (lex(k + 1) == Lex::after || lex(k + 1) == Lex::before)) {
            const bool after = lex(k + 1) == Lex::after, just = lex(k) == Lex::just;
            hedge = after ? (just ? TimeHedge::just_after : TimeHedge::shortly_after) : (just ? TimeHedge::just_before : TimeHedge::shortly_before);
            k += 2;
        }
        ClockTime clock;
        ClockZone zone;
        if (!(comma && hedge != TimeHedge::none) && (joint == Lex::at || joint == Lex::none) && read_clock(k, clock, zone, joint == Lex::at ? Before::at : hedge != TimeHedge::none ? Before::other : Before::nothing)) {
            e.clock = clock;
            if (zone.kind != ZoneKind::none) e.zone = zone;
            if (hedge != TimeHedge::none && e.hedge == TimeHedge::none) e.hedge = hedge;
            at = k;
            return true;
        }
    }
    if (e.day.kind == DayKind::none && e.period.kind == PeriodKind::none) {
        TimeExpression other;
        other.edge = e.edge;
        std::size_t k = i;
        const bool plain = !comma || lex(k) == Lex::weekday || lex(k) == Lex::weekday_short || lex(k) == Lex::month || lex(k) == Lex::month_or_verb || digits(k);
        if (plain && joint != Lex::at && read_day(k, other, joint == Lex::of ? Lex::on : joint) && !(other.part != PartOfDay::none && e.part != PartOfDay::none)) {
            e.day = other.day;
            if (other.part != PartOfDay::none) e.part = other.part;
            at = k;
            return true;
        }
    } else if (e.day.kind == DayKind::weekday && !e.repeated && (joint == Lex::of || joint == Lex::none) && e.period.kind == PeriodKind::none) {
        // "Monday last week", "on Thursday of last week"
        TimeExpression other;
        std::size_t k = i;
        if (!comma && (lex(k) == Lex::last || lex(k) == Lex::next || lex(k) == Lex::this_ || lex(k) == Lex::that) && read_period(k, other, Lex::in) && other.period.kind == PeriodKind::week) {
            e.period = other.period;
            at = k;
            return true;
        }
        if (!comma && lex(k) == Lex::last && !has(k + 1)) return fail();
    }
    if (e.part == PartOfDay::none && !comma && !(e.clock && joint == Lex::none && lex(i) == Lex::part && !e.clock->half_day_open)) {
        TimeExpression other = e;
        std::size_t k = i;
        if (joint != Lex::of && read_part(k, other, joint)) {
            e = other;
            at = k;
            return true;
        }
    }
    if (e.part == PartOfDay::none && e.clock && !comma && (joint == Lex::in || joint == Lex::at)) {
        TimeExpression other;
        std::size_t k = i;
        if (read_part(k, other, joint)) {
            e.part = other.part;
            at = k;
            return true;
        }
    }
    // "on a Wednesday in June", "the first days of July", "early in the month of May"
    if (e.period.kind == PeriodKind::none && (joint == Lex::in || joint == Lex::of) && !edge && (e.day.indefinite || (e.part != PartOfDay::none && joint == Lex::in && e.day.kind == DayKind::none))) {
        TimeExpression other;
        std::size_t k = i;
        if (read_period(k, other, Lex::in) && other.period.kind == PeriodKind::month) {
            e.period = other.period;
            at = k;
            return true;
        }
    }
    return fail();
}

void TimeReader::finish(TimeExpression& e, Lex before) const {
    if (e.clock) {
        close_half_day(*e.clock, e.part);
        if (e.clock_until) close_half_day(*e.clock_until, e.part);
        if (e.zone.kind == ZoneKind::abbreviation && (e.zone.name == "GMT" || e.zone.name == "UTC" || e.zone.name == "Z") && !e.clock->bare_hour) e.clock->half_day_open = false;
    }
    // "before dawn"
    if (e.hedge == TimeHedge::before && e.part == PartOfDay::dawn && !e.clock) e.part = PartOfDay::before_dawn, e.hedge = TimeHedge::none;
    if (before == Lex::to) e.hedge = TimeHedge::none;
    if (e.repeated) e.type = TimeType::set;
    else if (e.offset.direction == OffsetDirection::length) e.type = TimeType::duration;
    else if (e.clock || e.part != PartOfDay::none || (e.offset.direction != OffsetDirection::none && e.offset.unit <= TimeUnit::hour)) e.type = TimeType::time;
    else e.type = TimeType::date;
}

bool TimeReader::read_expression(std::size_t& at, TimeExpression& e) {
    const std::size_t begin = at;
    Lex before = Lex::none;
    std::size_t i = at, core = at;
    read_prefix(i, e, before, core);
    bool read = read_core(i, e, before);
    if (!read) {
        // the words before may have been no prefix: "after" of "two hours after", "the end" of "the end of it"
        e = TimeExpression{};
        before = Lex::none;
        i = begin;
        core = begin;
        if (lex(i) == Lex::by || lex(i) == Lex::on || lex(i) == Lex::at || lex(i) == Lex::in) return false;
        if (read_event_hedge(i, e)) read = true;
        else if (lex(i) == Lex::since && (mark(i + 1, '.') || mark(i + 1, ',') || lex(i + 1) == Lex::then || !has(i + 1) || (i > 0 && is(i - 1, "ever"))) ) return read_since(at, e);
        else if (is(i, "ever") && lex(i + 1) == Lex::since) return read_since(at, e);
        else read = read_core(i, e, before);
        if (!read) return false;
    }
    if (before == Lex::between || before == Lex::from || e.clock || e.day.kind != DayKind::none || e.period.kind == PeriodKind::month) {
        const bool until = read_until(i, e, before);
        if (before == Lex::between && !until) return false;
    }
    while (grow(i, e)) {
        if (!e.clock_until && e.day_until.kind == DayKind::none) read_until(i, e, before);
    }
    finish(e, before);
    e.core_begin = m_tokens[std::min(core, i - 1)].begin;
    at = i;
    return true;
}

bool TimeReader::read_since(std::size_t& at, TimeExpression& e) {
    e = TimeExpression{};
    e.core_begin = m_tokens[at].begin;
    if (is(at, "ever")) ++at;
    ++at;
    if (lex(at) == Lex::then) ++at;
    e.hedge = TimeHedge::since;
    e.type = TimeType::duration;
    e.offset.direction = OffsetDirection::length;
    e.offset.vague = true;
    return true;
}

}  // namespace detail

bool TimeExpression::needs_anchor() const {
    return day.kind == DayKind::from_story || day.kind == DayKind::following_weekday || offset.direction == OffsetDirection::later || offset.direction == OffsetDirection::earlier ||
           offset.direction == OffsetDirection::length || period.relation == PeriodRelation::that || period.relation == PeriodRelation::following || period.relation == PeriodRelation::previous;
}

void find_time_expressions(std::span<const Token> sentence, std::vector<TimeExpression>& found) {
    thread_local detail::TimeReader reader;
    found.clear();
    reader.read(sentence, found);
}

std::vector<TimeExpression> find_time_expressions(std::span<const Token> sentence) {
    std::vector<TimeExpression> found;
    find_time_expressions(sentence, found);
    return found;
}

}  // namespace flightxref
