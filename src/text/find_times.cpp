// SPDX-License-Identifier: BSL-1.0
#include <text/time_calendar.hpp>
#include <text/time_reader.hpp>

#include <time/zone_tables.hpp>

#include <algorithm>
#include <array>

namespace flightxref {

std::optional<Zone> find_global_zone(std::span<const Token> sentence) {
    // "All times Eastern", "times are KST", "Times in this log are UTC", "(all times are British Summer Time)"
    for (std::size_t i = 0; i < sentence.size() && i < 24; ++i) {
        if (!sentence[i].is("times") && !sentence[i].is("clocks")) continue;
        const bool all = i > 0 && (sentence[i - 1].is("all") || sentence[i - 1].is("the")), begins = i == 0 || sentence[i].is_capital() || sentence[i - 1].mark == '(' || sentence[i - 1].mark == '[';
        if (!all && !begins) continue;
        for (std::size_t k = i + 1; k < sentence.size() && k < i + 9; ++k) {
            const Token& token = sentence[k];
            if (token.mark == '.' || token.mark == ';') break;
            if (token.kind == TokenKind::word && token.letter_case == LetterCase::upper && !detail::known_abbreviation(token.folded).empty()) return Zone::find_abbreviation(token.folded);
            if (token.is("zulu")) return Zone();
            if (token.kind != TokenKind::word || !token.is_capital()) continue;
            // the longest run of words that names a clock
            for (std::size_t length = 4; length >= 1; --length) {
                if (k + length > sentence.size()) continue;
                std::string name;
                for (std::size_t j = k; j < k + length; ++j) {
                    if (sentence[j].is("time") || sentence[j].is("standard") || sentence[j].is("daylight") || sentence[j].is("summer")) continue;
                    if (!name.empty()) name += ' ';
                    name += sentence[j].folded;
                }
                if (const auto zone = Zone::find_place(name)) return zone;
            }
        }
    }
    return std::nullopt;
}

ClockStyle find_clock_style(std::span<const Token> tokens, ClockStyle so_far) {
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::word) {
            if (token.is("a.m.") || token.is("p.m.") || ((token.is("pm") || token.is("am")) && &token != tokens.data() && (&token)[-1].kind == TokenKind::number)) return ClockStyle::twelve_hour;
            continue;
        }
        if (token.kind != TokenKind::number && token.kind != TokenKind::alphanumeric) continue;
        const auto numeral = detail::parse_numeral(token.folded);
        if (numeral.kind != detail::Numeral::Kind::clock) continue;
        if (numeral.meridiem) return ClockStyle::twelve_hour;
        if (!numeral.point && (numeral.clock.minute >= 13 * 60 || token.folded[0] == '0')) so_far = ClockStyle::twenty_four_hour;
    }
    return so_far;
}

namespace {

/// Words by which a clause looks ahead; past forms are the rule in news.
bool looks_ahead(std::span<const Token> sentence, std::size_t first, std::size_t last) {
    static constexpr std::array words = {"will", "'ll", "would", "expected", "scheduled", "due", "plans", "planned", "planning", "intends", "set", "slated", "may", "shall", "going", "hopes", "wants"};
    const std::size_t begin = first > 14 ? first - 14 : 0, end = std::min(sentence.size(), last + 10);
    for (std::size_t i = begin; i < end; ++i) {
        if (sentence[i].kind != TokenKind::word && sentence[i].kind != TokenKind::clitic) continue;
        if (sentence[i].letter_case != LetterCase::lower && !sentence[i].is("will")) continue;
        if (std::find(words.begin(), words.end(), sentence[i].folded) != words.end()) {
            // "set out", "due to bad weather" are not plans
            if (i > 0 && (sentence[i - 1].is("was") || sentence[i - 1].is("were") || sentence[i - 1].is("been"))) continue;
            if (sentence[i].is("set") && !(i + 1 < sentence.size() && sentence[i + 1].is("to"))) continue;
            return true;
        }
        if (sentence[i].is("to") && i > 0 && (sentence[i - 1].is("is") || sentence[i - 1].is("are"))) return true;
    }
    return false;
}

}  // namespace

std::vector<FoundTime> find_time_expressions(std::string_view text, const FindTimesOptions& options) {
    std::vector<FoundTime> all;
    std::vector<TimeExpression> found;
    const CodePoints points(text);
    TimeContext context;
    context.published = options.published ? *options.published : CivilDate(boost::gregorian::not_a_date_time);
    context.published_at = options.published_at;
    context.house_zone = options.zone;
    {
        Tokenizer tokenizer(text.substr(0, 65536));
        Tokens tokens;
        while (tokenizer.next(tokens)) {
        }
        context.clock_style = find_clock_style({tokens.begin(), tokens.size()});
    }
    SentenceReader reader(text);
    std::uint32_t paragraph = 0;
    while (const Sentence* sentence = reader.next()) {
        if (sentence->paragraph != paragraph) {
            paragraph = sentence->paragraph;
            context.last_in_paragraph = false;
            context.paragraph_zone.reset();
        }
        if (!context.global_zone) context.global_zone = find_global_zone(sentence->tokens);
        find_time_expressions(sentence->tokens, found);
        context.sentence_day.reset();
        context.sentence_period.reset();
        context.sentence_part = PartOfDay::none;
        for (const TimeExpression& e : found) {
            FoundTime one;
            one.span = points.span(e.core_begin, e.end);
            one.expression = e;
            context.tense = looks_ahead(sentence->tokens, e.first_token, e.last_token) ? ClauseTense::future : ClauseTense::past;
            one.resolved = resolve(e, context);
            one.value = detail::timex_value(e, one.resolved);
            if (one.resolved && (one.resolved->granularity == "month" || one.resolved->granularity == "year")) context.sentence_period = one.resolved->window;
            if (one.resolved && !e.attribution && e.type != TimeType::duration && e.type != TimeType::set) {
                context.last = NarratedTime{one.resolved->window, one.resolved->zone, one.resolved->granularity, false};
                context.last_in_paragraph = true;
                if (one.resolved->day && (e.day.kind != DayKind::none)) context.sentence_day = one.resolved->day;
                if (e.clock && e.zone.kind != ZoneKind::none && e.zone.kind != ZoneKind::local && !context.paragraph_zone) context.paragraph_zone = one.resolved->zone;
            }
            all.push_back(std::move(one));
        }
    }
    return all;
}

}  // namespace flightxref
