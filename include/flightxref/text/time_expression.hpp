// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/text/document.hpp>
#include <flightxref/text/sentence.hpp>
#include <flightxref/text/time_parts.hpp>
#include <flightxref/time/instant.hpp>
#include <flightxref/time/zone.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref {

/// Words that say when, how long or how often, taken apart but not yet on a calendar. What a text did not say stays empty.
struct TimeExpression {
    std::uint32_t begin = 0, end = 0;    ///< bytes of the text, with hedge and preposition: "at around 6 p.m. on Friday"
    std::uint32_t core_begin = 0;        ///< the same without the preposition, as TIMEX3 tags it: "around 6 p.m. on Friday"
    std::uint32_t first_token = 0, last_token = 0;  ///< tokens of the sentence, both included
    TimeType type = TimeType::date;
    TimeHedge hedge = TimeHedge::none;
    std::optional<ClockTime> clock, clock_until;  ///< the second one of "between 5 and 6 p.m."
    ClockZone zone;                               ///< the zone stated with the clock or the day
    std::optional<ClockTime> check_clock;         ///< the clock in brackets: "14:20 (0520 GMT)"
    ClockZone check_zone;
    PartOfDay part = PartOfDay::none;
    TimeEdge edge = TimeEdge::none;   ///< early, mid, late, start or end of `part`, `day` or `period`
    DayReference day, day_until;      ///< the second one of "from July 25 to 27", "on Aug. 25 and 28"
    PeriodReference period;           ///< "last week", "in July", "this winter", "2019"
    TimeOffset offset;                ///< "two hours later", "a few minutes before", "for 20 hours"
    bool repeated = false;            ///< "every Monday", "daily", "on Tuesdays"
    bool attribution = false;         ///< strictly dates a report: "said on Sunday"; see schema 4.9

    bool empty() const { return begin == end; }
    /// Can be put on a calendar only beside an event told before: "two hours later", "the same evening".
    bool needs_anchor() const;
};

/// How the clause that holds the expression stands to its publication: the tense of its finite verb, so that "is to leave on Monday" looks
/// ahead and "was to leave on Monday" back.
enum class ClauseTense : std::uint8_t { past, present, future };

/// How the event stands to the one narrated before it: later in the story, or earlier ("had left").
enum class StoryOrder : std::uint8_t { after, before };

/// How a text writes clocks without a.m. or p.m.
enum class ClockStyle : std::uint8_t { unknown, twelve_hour, twenty_four_hour };

/// An event already on the calendar, from which others are reckoned.
struct NarratedTime {
    TimeWindow window{Instant(), Instant()};
    Zone zone;                ///< of that event
    std::string granularity;  ///< as in ResolvedTime
    bool stay = false;        ///< a visit or a stay, not a moment of a flight
};

/// What resolve() may know. Only `published` and `house_zone` are always there.
struct TimeContext {
    CivilDate published;                      ///< on the calendar of `house_zone`
    std::optional<Instant> published_at;
    Zone house_zone;                          ///< the outlet's
    bool house_zone_throughout = false;       ///< the outlet prints its own zone for places abroad too (schema 4.3)
    ClauseTense tense = ClauseTense::past;
    ClockStyle clock_style = ClockStyle::unknown;
    std::optional<Zone> global_zone;          ///< of a line such as "All times are Eastern"; see find_global_zone()
    std::optional<Zone> paragraph_zone;       ///< stated once in this paragraph for other clocks
    std::optional<Zone> place_zone;           ///< of the place of the event
    std::string place_country;                ///< ISO 3166 alpha-2; decides zones such as IST
    std::optional<CivilDate> sentence_day;    ///< a day named elsewhere in the sentence or in the heading it stands under
    std::optional<TimeWindow> sentence_period;  ///< a month or year named elsewhere in the sentence: "That June ... on a Wednesday"
    PartOfDay sentence_part = PartOfDay::none;  ///< a part of day named elsewhere in the sentence; decides "at nine"
    std::optional<NarratedTime> last;         ///< the event of this journey narrated just before
    /// ... in the same paragraph and of the same episode: when that lies more than two weeks before publication, plain weekdays and dates
    /// follow it ("on Friday" of a story told from last winter) and not publication.
    bool last_in_paragraph = false;
    StoryOrder order = StoryOrder::after;
    std::optional<NarratedTime> referred;     ///< the event named by "after landing", "since his arrival"; else `last`
};

/// A time on the calendar.
struct ResolvedTime {
    TimeWindow window{Instant(), Instant()};  ///< UTC, made by make_window(); the intervals of the project's gold schema, section 4
    Zone zone;                                ///< the zone the words are in
    /// "minute", "hour", "approx", "just_after", "just_before", "shortly_after", "shortly_before", "after", "before", "by", "by_part_of_day",
    /// "part_of_day", "day", "days", "week", "month", "months", "year", "year_to_date", "relative", "duration" or "range".
    std::string granularity;
    std::string_view rule;                    ///< how the date was found: "stated_date", "weekday_past", "narrated_date", ...
    std::optional<TimeWindow> other;          ///< the other candidate of a weekday or date: the future one beside the past one
    std::optional<CivilDate> day;             ///< the local day it lies in, when it is one
    bool check_failed = false;                ///< the clock in brackets says another moment; the local clock won (schema 4.4)
};

/// The time expressions of one sentence, in text order, without overlap.
std::vector<TimeExpression> find_time_expressions(std::span<const Token> sentence);

/// The same into a vector that is reused.
void find_time_expressions(std::span<const Token> sentence, std::vector<TimeExpression>& found);

/// Puts an expression on the calendar, or empty when the context does not say enough ("two hours later" without an anchor, a bare duration).
std::optional<ResolvedTime> resolve(const TimeExpression& expression, const TimeContext& context);

/// The zone a line such as "All times Eastern", "times are KST" or "All times UTC" sets for the whole text.
std::optional<Zone> find_global_zone(std::span<const Token> sentence);

/// Whether the clocks of a text count to twelve or to twenty-four; unknown when no clock of it tells.
ClockStyle find_clock_style(std::span<const Token> tokens, ClockStyle so_far = ClockStyle::unknown);

/// What find_time_expressions() on a text may be told.
struct FindTimesOptions {
    std::optional<CivilDate> published = {};   ///< without it only full dates are resolved
    std::optional<Instant> published_at = {};
    Zone zone = {};                            ///< the zone of clocks that state none
};

/// An expression with its place in the text, resolved against the publication and what was said before it.
struct FoundTime {
    Span span;  ///< without the preposition
    TimeExpression expression;
    std::string value;  ///< TIMEX3, also where it could not be resolved ("PT2H", "XXXX-WXX-1", "T18:00")
    std::optional<ResolvedTime> resolved;
};

/// All time expressions of a text; reckons relative ones from the one before. Linear time, any bytes.
std::vector<FoundTime> find_time_expressions(std::string_view text, const FindTimesOptions& options);

}  // namespace flightxref
