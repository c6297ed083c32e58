// SPDX-License-Identifier: BSL-1.0
#include <flightxref/text/time_expression.hpp>
#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace flightxref;

// Sentences of our own; the publication day below is a Thursday.
namespace {

const CivilDate thursday(2021, 3, 18);

std::vector<std::string> texts(std::string_view text) {
    std::vector<std::string> all;
    const Sentences sentences = find_sentences(text);
    for (const Sentence& sentence : sentences)
        for (const TimeExpression& e : find_time_expressions(sentence.tokens)) all.emplace_back(text.substr(e.begin, e.end - e.begin));
    return all;
}

TimeContext context(ClauseTense tense = ClauseTense::past) {
    TimeContext c;
    c.published = thursday;
    c.house_zone = *Zone::find("Europe/London");
    c.place_zone = *Zone::find("Asia/Karachi");  // UTC+5 all year
    c.tense = tense;
    return c;
}

NarratedTime narrated(std::string_view from, std::string_view to, std::string_view granularity = "minute", std::string_view zone = "Asia/Karachi") {
    NarratedTime event;
    event.window = make_window(*parse_instant(from), *parse_instant(to));
    event.zone = *Zone::find(zone);
    event.granularity = granularity;
    return event;
}

/// The window of the first expression, as "FROM/TO" on its own zone's wall clock without the offset, then the granularity.
std::string window(std::string_view text, const TimeContext& c = context()) {
    const Sentences sentences = find_sentences(text);
    for (const Sentence& sentence : sentences)
        for (const TimeExpression& e : find_time_expressions(sentence.tokens)) {
            const auto resolved = resolve(e, c);
            if (!resolved) return "unresolved";
            const auto clock = [&](Instant instant) { return to_iso8601(instant, resolved->zone).substr(0, 19); };
            return clock(earliest(resolved->window)) + "/" + clock(latest(resolved->window)) + " " + resolved->granularity;
        }
    return "none";
}

/// The same for one day: "18 06:00:00-06:00:59 minute".
std::string on_day(std::string_view text, const TimeContext& c = context()) {
    const std::string all = window(text, c);
    if (all.size() < 40) return all;
    const std::string tail = all.substr(40), from = all.substr(8, 2) + " " + all.substr(11, 8), to = all.substr(31, 8);
    return from + (all.substr(28, 2) == all.substr(8, 2) ? "-" : "-" + all.substr(28, 2) + " ") + to + " " + tail;
}

struct Row {
    const char* text;
    const char* expected;
};

void check(const std::vector<Row>& rows, const TimeContext& c = context()) {
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(on_day(row.text, c) == row.expected);
    }
}

}  // namespace

TEST_CASE("clocks in every notation") {
    check({{"It left at 07:29.", "18 07:29:00-07:29:59 minute"},
           {"It left at 7.29 a.m. from there.", "18 07:29:00-07:29:59 minute"},
           {"It left at 7:29pm.", "18 19:29:00-19:29:59 minute"},
           {"It left at 11.36pm.", "18 23:36:00-23:36:59 minute"},
           {"It left at 0410.", "18 04:10:00-04:10:59 minute"},
           {"It left at 1810 hours.", "18 18:10:00-18:10:59 minute"},
           {"It left at 18h30.", "18 18:30:00-18:30:59 minute"},
           {"It left at 6 p.m.", "18 17:50:00-18:10:59 hour"},
           {"It left at 6 o'clock in the evening.", "18 17:50:00-18:10:59 hour"},
           {"It left at noon.", "18 11:50:00-12:10:59 hour"},
           {"It left at half past six in the morning.", "18 06:30:00-06:30:59 minute"},
           {"It left at a quarter to seven in the evening.", "18 18:45:00-18:45:59 minute"},
           {"It left at ten past two in the morning.", "18 02:10:00-02:10:59 minute"},
           {"It left at 8.40 o'clock.", "18 08:40:00-08:40:59 minute"},
           {"It left at eleven at night.", "18 22:50:00-23:10:59 hour"},
           {"It left at 12 a.m.", "17 23:50:00-18 00:10:59 hour"}},
          context());
}

TEST_CASE("hedges are bounded intervals") {
    check({{"It landed around 6:15 p.m.", "18 18:00:00-18:30:59 approx"},
           {"It landed around 6 p.m.", "18 17:30:00-18:30:59 approx"},
           {"It landed just after 6 p.m.", "18 18:00:00-18:15:59 just_after"},
           {"It landed just before 6 p.m.", "18 17:45:00-18:00:59 just_before"},
           {"It landed shortly after 6 p.m.", "18 18:00:00-18:30:59 shortly_after"},
           {"It landed a little after 6 p.m.", "18 18:00:00-18:30:59 shortly_after"},
           {"It came in shortly before 6 p.m.", "18 17:30:00-18:00:59 shortly_before"},
           {"It landed a few minutes before 6 p.m.", "18 17:50:00-18:00:59 shortly_before"},
           {"It landed after 6 p.m.", "18 18:00:00-19:00:59 after"},
           {"It landed before 6 p.m.", "18 17:00:00-18:00:59 before"},
           {"It had landed by 6:30 p.m.", "18 17:30:00-18:30:59 by"},
           {"It had landed by around 6:30 p.m.", "18 18:15:00-18:45:59 approx"},
           {"It landed between 5 and 6 p.m.", "18 17:00:00-18:00:59 range"},
           {"It circled from 10:05 to 11:20.", "18 10:05:00-11:20:59 range"}});
}

TEST_CASE("parts of a day") {
    check({{"It left in the small hours of Tuesday.", "16 00:00:00-05:59:59 part_of_day"},
           {"It left early on Tuesday.", "16 00:00:00-07:59:59 part_of_day"},
           {"It left at dawn on Tuesday.", "16 04:00:00-07:59:59 part_of_day"},
           {"It left on Tuesday morning.", "16 05:00:00-11:59:59 part_of_day"},
           {"It left late on Tuesday morning.", "16 10:00:00-11:59:59 part_of_day"},
           {"It left on Tuesday afternoon.", "16 12:00:00-17:59:59 part_of_day"},
           {"It left early on Tuesday afternoon.", "16 12:00:00-14:59:59 part_of_day"},
           {"It left in the late afternoon.", "18 15:00:00-18:59:59 part_of_day"},
           {"It left at dusk on Tuesday.", "16 17:00:00-19:59:59 part_of_day"},
           {"It left on the evening of March 2.", "02 17:00:00-22:59:59 part_of_day"},
           {"It left on Tuesday night.", "16 18:00:00-17 02:59:59 part_of_day"},
           {"It left late on Tuesday.", "16 20:00:00-23:59:59 part_of_day"},
           {"It left before dawn on Tuesday.", "16 00:00:00-05:59:59 part_of_day"},
           {"It left at first light.", "18 04:00:00-07:59:59 part_of_day"},
           {"It left around dinner time on Monday.", "15 17:00:00-22:59:59 part_of_day"},
           {"It flew overnight.", "17 20:00:00-18 07:59:59 part_of_day"},
           {"It left last night.", "17 18:00:00-18 02:59:59 part_of_day"},
           {"It left this morning.", "18 05:00:00-11:59:59 part_of_day"}});
}

TEST_CASE("a weekday lies in the direction of the tense") {
    CHECK(on_day("It left on Monday.") == "15 00:00:00-23:59:59 day");
    CHECK(on_day("It will leave on Monday.", context(ClauseTense::future)) == "22 00:00:00-23:59:59 day");
    CHECK(on_day("It left on Thursday.") == "18 00:00:00-23:59:59 day");
    CHECK(on_day("It left last Thursday.") == "11 00:00:00-23:59:59 day");
    CHECK(on_day("It leaves next Friday.", context(ClauseTense::future)) == "19 00:00:00-23:59:59 day");
    CHECK(on_day("It left on Monday last week.") == "08 00:00:00-23:59:59 day");
    const Sentences sentences = find_sentences("It left on Monday.");
    const auto resolved = resolve(find_time_expressions(sentences[0].tokens).at(0), context());
    REQUIRE(resolved->other);
    CHECK(to_iso8601(earliest(*resolved->other)) == "2021-03-21T19:00:00Z");  // the other candidate is kept
    CHECK(resolved->rule == "weekday_past");
}

TEST_CASE("dates in every order, years by tense") {
    for (const char* text : {"It left on 4 March.", "It left on March 4.", "It left on March 4, 2021.", "It left on Thursday, March 4.", "It left on the 4th of March 2021.", "It left on 2021-03-04.",
                             "It left on the 4th.", "It left on Thursday 4 March."}) {
        CAPTURE(text);
        CHECK(window(text) == "2021-03-04T00:00:00/2021-03-04T23:59:59 day");
    }
    CHECK(window("It left on April 2.") == "2020-04-02T00:00:00/2020-04-02T23:59:59 day");
    CHECK(window("It leaves on April 2.", context(ClauseTense::future)) == "2021-04-02T00:00:00/2021-04-02T23:59:59 day");
    CHECK(window("It left on Nov. 17 last year.") == "2020-11-17T00:00:00/2020-11-17T23:59:59 day");
    CHECK(window("It left on New Year's Eve.") == "2020-12-31T00:00:00/2020-12-31T23:59:59 day");
    CHECK(window("It was there from 2 to 5 March.") == "2021-03-02T00:00:00/2021-03-05T23:59:59 range");
    CHECK(window("It was there from March 2 to 5.") == "2021-03-02T00:00:00/2021-03-05T23:59:59 range");
    CHECK(window("She was there on 9-11 February.") == "2021-02-09T00:00:00/2021-02-11T23:59:59 range");
    CHECK(window("It left on February 30, 2020.") == "unresolved");
    CHECK(window("It left on 29 February.") == "2020-02-29T00:00:00/2020-02-29T23:59:59 day");
}

TEST_CASE("weeks, months, seasons and years") {
    CHECK(window("It flew last week.") == "2021-03-08T00:00:00/2021-03-14T23:59:59 week");
    CHECK(window("It flies next week.", context(ClauseTense::future)) == "2021-03-22T00:00:00/2021-03-28T23:59:59 week");
    CHECK(window("It flew last month.") == "2021-02-01T00:00:00/2021-02-28T23:59:59 month");
    CHECK(window("It flew in July.") == "2020-07-01T00:00:00/2020-07-31T23:59:59 month");
    CHECK(window("It flies in July.", context(ClauseTense::future)) == "2021-07-01T00:00:00/2021-07-31T23:59:59 month");
    CHECK(window("It flew in early February.") == "2021-02-01T00:00:00/2021-02-10T23:59:59 days");
    CHECK(window("It flew in mid-February.") == "2021-02-11T00:00:00/2021-02-20T23:59:59 days");
    CHECK(window("It flew at the end of February.") == "2021-02-21T00:00:00/2021-02-28T23:59:59 days");
    CHECK(window("It flew in January 2019.") == "2019-01-01T00:00:00/2019-01-31T23:59:59 month");
    CHECK(window("It flew in the spring.") == "2021-03-01T00:00:00/2021-05-31T23:59:59 months");
    CHECK(window("It flew in recent months.") == "2020-12-18T00:00:00/2021-03-18T23:59:59 months");
    CHECK(window("It flew earlier this year.") == "2021-01-01T00:00:00/2021-03-18T23:59:59 year_to_date");
    CHECK(window("It flies later this month.", context(ClauseTense::future)) == "2021-03-18T00:00:00/2021-03-31T23:59:59 month");
    CHECK(window("It flew at the weekend.") == "2021-03-13T00:00:00/2021-03-14T23:59:59 days");
    CHECK(window("It will be gone by the weekend.", context(ClauseTense::future)) == "2021-03-18T00:00:00/2021-03-21T23:59:59 by");
    CHECK(window("It has been parked all week.") == "2021-03-15T00:00:00/2021-03-18T23:59:59 week");
    CHECK(window("It has flown since January.") == "2021-01-01T00:00:00/2021-03-18T23:59:59 range");
    CHECK(window("It may fly within days.", context(ClauseTense::future)) == "2021-03-18T00:00:00/2021-03-24T23:59:59 days");
    CHECK(window("It may fly in the coming year.", context(ClauseTense::future)) == "2021-03-18T00:00:00/2022-03-17T23:59:59 year");
    CHECK(window("It flew at 10:00 on a Wednesday in February.") == "2021-02-03T10:00:00/2021-02-24T10:00:59 range");
}

TEST_CASE("a bare clock goes on from the event told before, past midnight when it must") {
    TimeContext c = context();
    c.last = narrated("2021-03-16T18:40:00Z", "2021-03-16T18:40:59Z");  // 23:40 on Tuesday in Karachi
    check({{"It landed at 1:15 a.m.", "17 01:15:00-01:15:59 minute"},
           {"It landed in the small hours.", "17 00:00:00-05:59:59 part_of_day"},
           {"It landed at one.", "17 00:50:00-01:10:59 hour"},
           {"It landed shortly before midnight.", "16 23:30:00-17 00:00:59 shortly_before"}},
          c);
    c.last = narrated("2021-03-16T04:05:00Z", "2021-03-16T04:05:59Z");  // 09:05
    check({{"It landed at 9:48.", "16 09:48:00-09:48:59 minute"}, {"It landed at two.", "16 13:50:00-14:10:59 hour"}, {"It landed that night.", "16 18:00:00-17 02:59:59 part_of_day"}}, c);
    c.order = StoryOrder::before;
    CHECK(on_day("It had left at 11 p.m.", c) == "15 22:50:00-23:10:59 hour");
    c = context();
    c.last = narrated("2021-03-15T12:00:00Z", "2021-03-15T17:59:59Z", "part_of_day");  // Monday evening
    CHECK(on_day("It landed at nine o'clock.", c) == "15 20:50:00-21:10:59 hour");
}

TEST_CASE("what is told as past does not run past publication") {
    TimeContext c = context();
    c.last = narrated("2021-03-18T14:00:00Z", "2021-03-18T14:00:59Z");  // 19:00 on publication day
    CHECK(on_day("It had taken off at 5:42 p.m.", c) == "18 17:42:00-17:42:59 minute");
    c.tense = ClauseTense::future;
    CHECK(on_day("It will take off at 5:42 p.m.", c) == "19 17:42:00-17:42:59 minute");
    CHECK(window("It was to leave on March 10.", c) == "2021-03-10T00:00:00/2021-03-10T23:59:59 day");
    CHECK(window("He stays until Monday 5 April.") == "2021-03-18T00:00:00/2021-04-05T23:59:59 range");
}

TEST_CASE("the date line: an arrival may be earlier by the clock than the departure") {
    TimeContext c = context();
    c.place_zone = *Zone::find("Pacific/Honolulu");
    c.last = narrated("2021-03-16T14:30:00Z", "2021-03-16T14:30:59Z", "minute", "Asia/Tokyo");  // 23:30 on Tuesday
    CHECK(on_day("It landed at 11:10 a.m.", c) == "16 11:10:00-11:10:59 minute");
}

TEST_CASE("amounts from the event told before") {
    TimeContext c = context();
    c.last = narrated("2021-03-16T05:00:00Z", "2021-03-16T05:00:59Z");  // 10:00
    check({{"Two hours later it landed.", "16 11:45:00-12:15:59 relative"},
           {"Ten minutes later it landed.", "16 10:05:00-10:15:59 relative"},
           {"A quarter of an hour later it landed.", "16 10:10:00-10:20:59 relative"},
           {"About two hours later it landed.", "16 11:30:00-12:30:59 relative"},
           {"An hour and a half later it landed.", "16 11:15:00-11:45:59 relative"},
           {"Just over an hour after that it landed.", "16 11:00:00-11:15:59 relative"},
           {"A few hours later it landed.", "16 12:00:00-15:00:59 relative"},
           {"Minutes later it landed.", "16 10:00:00-10:30:59 relative"},
           {"Almost 24 hours after it had gone it came back.", "17 09:45:00-10:15:59 relative"},
           {"After an hour it turned round.", "16 10:45:00-11:15:59 relative"},
           {"Shortly after take-off it turned round.", "16 10:00:00-10:30:59 relative"},
           {"Three days later it landed.", "19 00:00:00-23:59:59 day"},
           {"The next day it landed.", "17 00:00:00-23:59:59 day"},
           {"The evening before it landed.", "15 17:00:00-22:59:59 part_of_day"},
           {"It stayed for five hours.", "16 10:00:00-15:00:59 duration"},
           {"It circled for the next three hours.", "16 10:00:00-13:00:59 duration"}},
          c);
    CHECK(window("She stayed for four days.", c) == "2021-03-16T00:00:00/2021-03-19T23:59:59 duration");
    CHECK(window("It has been there ever since.", c) == "2021-03-16T10:00:00/2021-03-18T23:59:59 duration");
    CHECK(window("Roughly a month later it came back.", c) == "2021-04-06T00:00:00/2021-04-30T23:59:59 month");
    CHECK(window("Two hours later it landed.") == "unresolved");
    CHECK(window("It stayed for five hours.") == "unresolved");
    c.last = narrated("2021-03-15T19:00:00Z", "2021-03-16T18:59:59Z", "day");
    CHECK(on_day("Half an hour later it landed.", c) == "16 00:00:00-23:59:59 day");  // a day's anchor leaves the hour open
}

TEST_CASE("zones: stated, local, of the whole text, of the place") {
    CHECK(window("It landed at 14:20 KST.") == "2021-03-18T14:20:00/2021-03-18T14:20:59 minute");
    const auto zone_of = [](std::string_view text, const TimeContext& c = context()) {
        const Sentences sentences = find_sentences(text);
        const auto resolved = resolve(find_time_expressions(sentences[0].tokens).at(0), c);
        return resolved ? resolved->zone.name() : std::string("unresolved");
    };
    CHECK(zone_of("It landed at 14:20 KST.") == "Asia/Seoul");
    CHECK(zone_of("It landed at 2:20 p.m. Eastern on Friday.") == "America/New_York");
    CHECK(zone_of("It landed at 2:20 p.m. Alaska time.") == "America/Anchorage");
    CHECK(zone_of("It landed at 1042Z.") == "UTC");
    CHECK(zone_of("It landed at 14:20 UTC+9.") == "+09:00");
    CHECK(zone_of("It landed at 9 p.m. Central European Time.") == "Europe/Paris");
    CHECK(zone_of("It landed at 2:20 p.m. local time.") == "Asia/Karachi");
    CHECK(zone_of("It landed at eleven at night, Cuban time.") == "America/Havana");
    CHECK(zone_of("It landed on Sunday afternoon, Texas time.") == "America/Chicago");
    CHECK(zone_of("It landed at 2:20 p.m.") == "Asia/Karachi");
    TimeContext c = context();
    c.global_zone = Zone();
    CHECK(zone_of("It landed at 14:20.", c) == "UTC");
    CHECK(zone_of("It landed on Monday.", c) == "Asia/Karachi");  // a line of UTC governs clocks only
    c.global_zone = *Zone::find("America/New_York");
    CHECK(zone_of("It landed on Monday.", c) == "America/New_York");
    const auto global = [](std::string_view text) {
        const Sentences sentences = find_sentences(text);
        const auto zone = find_global_zone(sentences[0].tokens);
        return zone ? zone->name() : std::string("none");
    };
    CHECK(global("All times Eastern.") == "America/New_York");
    CHECK(global("Times are KST unless noted.") == "Asia/Seoul");
    CHECK(global("(All times are British Summer Time)") == "Europe/London");
    CHECK(global("LOG 7. All times UTC.") == "none");
    CHECK(global("All times UTC, gaps are ours.") == "UTC");
    CHECK(global("At times Eastern airlines fly there.") == "none");
}

TEST_CASE("a clock in brackets belongs to the one before and is a check on it") {
    const std::string_view text = "It landed at 14:20 (0920 GMT) on Tuesday.";
    CHECK(texts(text) == std::vector<std::string>{"at 14:20 (0920 GMT) on Tuesday"});
    CHECK(on_day(text) == "16 14:20:00-14:20:59 minute");
    const auto failed = [](std::string_view sentence) {
        const Sentences sentences = find_sentences(sentence);
        return resolve(find_time_expressions(sentences[0].tokens).at(0), context())->check_failed;
    };
    CHECK_FALSE(failed(text));
    CHECK(failed("It landed at 14:20 (0520 GMT) on Tuesday."));  // misprinted; the local clock stands
    CHECK_FALSE(failed("It landed at 4 p.m. (1100 GMT) on Tuesday."));
    CHECK(texts("It left at 10.44 am, or 5.44 am London time, for Rome.") == std::vector<std::string>{"at 10.44 am, or 5.44 am London time"});
}

TEST_CASE("what is a time and what only looks like one") {
    for (const char* text : {"The jet carried five people.", "It climbed to 14.20 metres.", "He may march on.", "Flight 788 and resolution 1718.", "About 20 jets left.", "The second plane was a 737.",
                             "It squawked 7600.", "They won 3-1.", "It costs 6 percent more.", "At least seven died.", "The August company flew.", "He sat in the sun.", "A second jet followed."}) {
        CAPTURE(text);
        CHECK(texts(text).empty());
    }
    CHECK(texts("In May he may fly at six.") == std::vector<std::string>{"In May", "at six"});
    CHECK(texts("It left Oslo late that night and two days later, at around 9 a.m. on Sunday, it was back.") ==
          std::vector<std::string>{"late that night", "two days later", "at around 9 a.m. on Sunday"});
    CHECK(texts("On Thursday 31 August at 18.41 it left.") == std::vector<std::string>{"On Thursday 31 August at 18.41"});
    CHECK(texts("It flies every Tuesday and daily in summer.").size() >= 2);
}

TEST_CASE("Pyongyang's half-hour years") {
    TimeContext c = context();
    c.place_zone = *Zone::find("Asia/Pyongyang");
    c.published = CivilDate(2017, 6, 14);
    const Sentences sentences = find_sentences("It left at 9:00 on Tuesday.");
    CHECK(to_iso8601(earliest(resolve(find_time_expressions(sentences[0].tokens).at(0), c)->window)) == "2017-06-13T00:30:00Z");
}

TEST_CASE("a whole text, with TIMEX3 values") {
    const std::string_view text = "The jet left Oslo at 6 p.m. on Monday. Two hours later it landed. It will fly again next week, a three-hour trip it makes every Friday.";
    const auto times = find_time_expressions(text, {.published = thursday, .zone = *Zone::find("Europe/Oslo")});
    REQUIRE(times.size() == 5);
    CHECK(times[0].value == "2021-03-15T18:00");
    CHECK(times[0].span.begin == 21);
    CHECK(times[1].value == "2021-03-15T20:00");
    CHECK(times[2].value == "2021-W12");
    CHECK(times[3].value == "PT3H");
    CHECK(times[3].expression.type == TimeType::duration);
    CHECK(times[4].value == "XXXX-WXX-5");
    CHECK(times[4].expression.type == TimeType::set);
    const auto undated = find_time_expressions("It left on Monday, 4 May 2020 and on Friday.", {});
    REQUIRE(undated.size() == 2);
    CHECK(undated[0].value == "2020-05-04");
    CHECK(undated[0].resolved);
}

TEST_CASE("hostile times go through: years out of range, endless numbers, nests of brackets") {
    std::string nest;
    for (int i = 0; i < 20'000; ++i) nest += "at 6 p.m. (0520 ";
    for (const std::string& text : {std::string("It left on January 1, 2099 and 99999999999999999999 years later, at 24:00 and 23:59:60."), std::string("in 1000000 years and 88888 days ago and 5000 months later"),
                                    std::string("on 31 February at 25:61 in 0000 since 9999"), std::string("on Monday at 345,333,333,333,334, by 9,999,999,999 GMT"), nest, std::string(100'000, '9')}) {
        const auto times = find_time_expressions(text, {.published = CivilDate(2199, 12, 31), .zone = *Zone::find("Pacific/Kiritimati")});
        for (const FoundTime& time : times) CHECK(time.span.end <= text.size());
        const auto early = find_time_expressions(text, {.published = CivilDate(1900, 1, 1), .zone = *Zone::find("Pacific/Pago_Pago")});
        CHECK(early.size() == times.size());
    }
}

TEST_CASE("movable feasts follow Easter") {
    CHECK(window("It left on Easter Monday.") == "2020-04-13T00:00:00/2020-04-13T23:59:59 day");
    CHECK(window("It will leave on Good Friday.", context(ClauseTense::future)) == "2021-04-02T00:00:00/2021-04-02T23:59:59 day");
    CHECK(window("It left on Ash Wednesday.") == "2021-02-17T00:00:00/2021-02-17T23:59:59 day");
    CHECK(window("It left on Whit Monday 2019.") == "2019-06-10T00:00:00/2019-06-10T23:59:59 day");
    CHECK(texts("It was a good Friday for the airline.") == std::vector<std::string>{"Friday"});
}

TEST_CASE("a number behind a weekday is the day of the month") {
    CHECK(window("Monday 15: departure.") == "2021-03-15T00:00:00/2021-03-15T23:59:59 day");
    CHECK(window("Mon 12: departure.") == "2021-04-12T00:00:00/2021-04-12T23:59:59 day");
}

TEST_CASE("before a part of the day, and clocks that are local behind a comma") {
    CHECK(on_day("It left before dusk on Tuesday.") == "16 00:00:00-19:59:59 range");
    CHECK(texts("It left at ten past four in the morning, local, and flew on.") == std::vector<std::string>{"at ten past four in the morning, local"});
    CHECK(texts("It left at 9 p.m., local people said.") == std::vector<std::string>{"at 9 p.m."});
    CHECK(texts("It left at 9 p.m. Cyprus time.") == std::vector<std::string>{"at 9 p.m. Cyprus time"});
}

TEST_CASE("Atlantic Standard Time is kept in summer too") {
    const auto zone_of = [](std::string_view text) {
        const Sentences sentences = find_sentences(text);
        const auto zone = find_global_zone(sentences[0].tokens);
        return zone ? std::string(zone->name()) : std::string();
    };
    CHECK(zone_of("All times are Atlantic Standard Time.") == "America/Puerto_Rico");
    CHECK(zone_of("All times AST.") == "America/Puerto_Rico");
    CHECK(zone_of("All times are Atlantic Time.") == "America/Halifax");
    CHECK(zone_of("All times are Eastern Standard Time.") == "America/New_York");
}

TEST_CASE("clocks of four digits in a range, the hour a thing took, a zone alone") {
    FindTimesOptions options;
    options.published = CivilDate(2024, 5, 16);
    const auto one = [&](std::string_view text) {
        const auto found = find_time_expressions(text, options);
        return found.size() == 1 && found[0].resolved ? to_iso8601(earliest(found[0].resolved->window)) + "/" + to_iso8601(latest(found[0].resolved->window)) : std::string("none");
    };
    CHECK(one("From 0955 to 1420 it flew racetracks.") == "2024-05-16T09:55:00Z/2024-05-16T14:20:59Z");
    for (const FoundTime& year : find_time_expressions("From 1955 to 1990 it flew racetracks.", options)) CHECK_FALSE(year.expression.clock);
    const auto hour = find_time_expressions("It landed at 10:40. It was home within the hour.", options);
    REQUIRE(hour.size() == 2);
    REQUIRE(hour[1].resolved);
    CHECK(to_iso8601(latest(hour[1].resolved->window)) == "2024-05-16T11:40:59Z");
    CHECK(find_global_zone(find_sentences("UTC throughout.")[0].tokens)->name() == "UTC");
    CHECK_FALSE(find_global_zone(find_sentences("BST is late.")[0].tokens));
}
