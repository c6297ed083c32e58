// SPDX-License-Identifier: BSL-1.0
#include <text/time_calendar.hpp>
#include <text/time_reader.hpp>
#include <text/word_set.hpp>

#include <time/zone_tables.hpp>

namespace flightxref {

std::optional<Zone> find_global_zone(std::span<const Token> sentence) {
    // "All times Eastern", "times are KST", "Times in this log are UTC", "(all times are British Summer Time)"
    // "BST as ever.", "UTC throughout."
    if (sentence.size() >= 2 && sentence.size() <= 4 && sentence[0].kind == TokenKind::word && sentence[0].letter_case == LetterCase::upper &&
        (sentence[1].is("throughout") || (sentence[1].is("as") && sentence.size() > 2 && (sentence[2].is("ever") || sentence[2].is("always") || sentence[2].is("usual")))) && !detail::known_abbreviation(sentence[0].folded).empty())
        return Zone::find_abbreviation(sentence[0].folded);
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
            if (k + 1 < sentence.size() && sentence[k + 1].is("standard"))  // "Atlantic Standard" is kept in summer too
                if (const auto zone = Zone::find_place(std::string(token.folded) + " standard")) return zone;
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

/// Whether the clause around looks ahead; past forms are the rule in news.
bool looks_ahead(std::span<const Token> sentence, std::size_t first, std::size_t last) {
    static constexpr detail::WordSet words = {"will", "'ll", "shall", "would", "expected", "scheduled", "due", "slated", "planned", "plans", "intends", "hopes"};
    const auto stops = [&](const Token& token) { return token.mark == ',' || token.mark == ';' || token.mark == ':' || token.mark == '-' || token.mark == '(' || token.mark == ')'; };
    const auto ahead = [&](std::size_t i) {
        const Token& token = sentence[i];
        const bool was = i > 0 && (sentence[i - 1].is("was") || sentence[i - 1].is("were") || sentence[i - 1].is("been"));
        if (token.is("to") && i > 0 && (sentence[i - 1].is("is") || sentence[i - 1].is("are"))) return true;
        if (token.letter_case != LetterCase::lower) return false;
        return !was && words.has(token);
    };
    if (first < sentence.size() && sentence[first].is("for") && !sentence[first].is_capital() && last <= first + 2) return true;  // "a visit for Thursday"
    for (std::size_t i = first, steps = 0; i > 0 && steps < 12 && !stops(sentence[i - 1]); --i, ++steps)
        if (ahead(i - 1)) return true;
    for (std::size_t i = last + 1, steps = 0; i < sentence.size() && steps < 8 && !stops(sentence[i]); ++i, ++steps)
        if (ahead(i)) return true;
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
            // An event is reckoned from when it is known to the day or two; a month or a year is only a frame.
            if (one.resolved && one.resolved->window.length() <= hours(50) && !e.attribution && e.type != TimeType::duration && e.type != TimeType::set) {
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
