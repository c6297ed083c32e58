// SPDX-License-Identifier: BSL-1.0
// What a day or a clock of a claim is reckoned from: the day spoken of, the event told before, never a plan still to come.
#include "claim/article.hpp"

#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

using namespace flightxref;

namespace {

/// The times of all claims as they stand in UTC: "2024-05-10T06:00:00Z/2024-05-10T06:00:59Z".
std::vector<std::string> times_of(std::string text) {
    std::vector<std::string> times;
    for (const Claim& c : claims_of(std::move(text))) times.push_back(c.time ? to_iso8601(earliest(c.time->window)) + "/" + to_iso8601(latest(c.time->window)) : "none");
    return times;
}

using Times = std::vector<std::string>;

}  // namespace

TEST_CASE("that day is the day spoken of last, in a claim or not") {
    CHECK(times_of("The strike began on May 3. That day the minister flew to Nice.") == Times{"2024-05-02T22:00:00Z/2024-05-03T21:59:59Z"});
    CHECK(times_of("The Learjet landed in Nice on May 2. The strike began on May 4. That same day the Learjet left for Riga.") ==
          Times{"2024-05-01T22:00:00Z/2024-05-02T21:59:59Z", "2024-05-03T22:00:00Z/2024-05-04T21:59:59Z"});
}

TEST_CASE("a date takes the year of the month named before it") {
    CHECK(times_of("It was in January 2022 that the talks failed. The Learjet left Nice on January 17.") == Times{"2022-01-16T23:00:00Z/2022-01-17T22:59:59Z"});
    CHECK(times_of("The talks failed in January. The Learjet left Nice on January 17.") == Times{"2024-01-16T23:00:00Z/2024-01-17T22:59:59Z"});
}

TEST_CASE("the story does not go on from a plan still to come") {
    CHECK(times_of("The Learjet left Nice at 8:00 a.m. on Tuesday. It will return to Nice on Saturday. It landed in Riga at 11:40 a.m.") ==
          Times{"2024-05-14T06:00:00Z/2024-05-14T06:00:59Z", "2024-05-17T22:00:00Z/2024-05-18T21:59:59Z", "2024-05-14T08:40:00Z/2024-05-14T08:40:59Z"});
}

TEST_CASE("a stay is as long as told only behind the landing that began it") {
    CHECK(times_of("The Learjet left Nice on Tuesday evening, stayed in Riga for two hours and flew on to Oslo.")[1] == "none");
    CHECK(times_of("The Learjet landed in Riga at 11:40 a.m. on Tuesday. It stayed there for two hours.")[1] == "2024-05-14T08:40:00Z/2024-05-14T10:40:59Z");
}

TEST_CASE("what was due lies behind, what is due ahead") {
    CHECK(times_of("The Learjet was due in Riga at 11:40 a.m. on Monday.") == Times{"2024-05-13T08:40:00Z/2024-05-13T08:40:59Z"});
    CHECK(times_of("The Learjet is due in Riga at 11:40 a.m. on Monday.") == Times{"2024-05-20T08:40:00Z/2024-05-20T08:40:59Z"});
}

TEST_CASE("days told apart from the clock, and clocks between commas") {
    CHECK(times_of("The Learjet landed in Nice at 8:00 a.m. on May 10. A day later it put down in Riga at 11:40 a.m.")[1] == "2024-05-11T08:40:00Z/2024-05-11T08:40:59Z");
    CHECK(times_of("The Learjet came down in Nice, a little before ten in the evening on Tuesday, and stayed for two hours.")[0] == "2024-05-14T19:30:00Z/2024-05-14T20:00:59Z");
    CHECK(times_of("N501LX leaves Riga at 6:05 a.m. on Friday; its sister ship follows two hours later.")[0] == "2024-05-17T03:05:00Z/2024-05-17T03:05:59Z");
}

TEST_CASE("a day and a clock head an entry, and the day goes on") {
    const std::string log = "Monday 6 May, 06:40: A C-17 leaves Riga for Nice.\n11:15: The aircraft landed in Nice.\nEvening: It flew to Oslo.\nTuesday 7 May, 02:00: It took off for Riga.";
    CHECK(times_of(log) == Times{"2024-05-06T03:40:00Z/2024-05-06T03:40:59Z", "2024-05-06T09:15:00Z/2024-05-06T09:15:59Z", "2024-05-06T15:00:00Z/2024-05-06T20:59:59Z", "2024-05-07T00:00:00Z/2024-05-07T00:00:59Z"});
    CHECK(times_of("Monday 20: departure from Nice at 06:30 by Beechcraft 1900D S7-XYZ.") == Times{"2024-05-20T04:30:00Z/2024-05-20T04:30:59Z"});
}

TEST_CASE("a dateline dates nothing") {
    CHECK(times_of("RIGA, May 14 -- The Learjet that left Nice with a cracked window has landed.").front() == "none");
}

TEST_CASE("days of the month without their month") {
    CHECK(times_of("On the 8th of the month two Twin Otters left Nice for Riga.") == Times{"2024-05-07T22:00:00Z/2024-05-08T21:59:59Z"});
    CHECK(times_of("Anna Halvor won a prize in March and refused the ticket. She left Nice by yacht on the 2nd.") == Times{"2024-03-01T23:00:00Z/2024-03-02T22:59:59Z"});
}

TEST_CASE("a day spoken of behind the event told last carries the clocks that follow") {
    const auto times = times_of("The Learjet landed in Nice at 9:00 p.m. on Friday. Saturday was all fog. It took off for Riga at 11:40 p.m.");
    REQUIRE(times.size() == 2);
    CHECK(times[1] == "2024-05-11T21:40:00Z/2024-05-11T21:40:59Z");
    // what a sentence looks ahead to carries none
    CHECK(times_of("The Learjet landed in Nice at 9:00 p.m. on Friday. Talks will resume on Sunday. It took off for Riga at 11:40 p.m.")[1] == "2024-05-10T21:40:00Z/2024-05-10T21:40:59Z");
}

TEST_CASE("the entries of a programme lie ahead, and what stands behind it does not") {
    const std::string programme =
        "The minister will be in Kenya next week.\nMonday 20: departure from London at 21:30; arrival in Nairobi at 06:10 on Tuesday. The minister stays in Nairobi until Friday.\n"
        "Friday 24: take-off for Oslo at 09:00.\nAn advance team flew to Nairobi on Tuesday.";
    const Times times = times_of(programme);
    REQUIRE(times.size() == 6);
    CHECK(times[1] == "2024-05-20T20:30:00Z/2024-05-20T20:30:59Z");
    CHECK(times[2] == "2024-05-21T03:10:00Z/2024-05-21T03:10:59Z");
    CHECK(times[3] == "2024-05-19T21:00:00Z/2024-05-24T20:59:59Z");
    CHECK(times[4] == "2024-05-24T07:00:00Z/2024-05-24T07:00:59Z");
    CHECK(times[5] == "2024-05-13T21:00:00Z/2024-05-14T20:59:59Z");
    const auto claims = claims_of(programme);
    CHECK(claims.items[1].modality == Modality::planned);
    CHECK(claims.items[5].modality == Modality::asserted);
    CHECK(times_of("The tour will begin on Monday.\nMonday: The minister flies to Nairobi at 9:30.") == Times{"2024-05-20T06:30:00Z/2024-05-20T06:30:59Z"});
}

TEST_CASE("a numbered post may be headed by a day") {
    CHECK(times_of("1/ Where is the Learjet?\n2/ Monday the 13th. The Learjet took off from Nice at 08:20.\n3/ On Tuesday it lands in Riga at 11:40.") ==
          Times{"2024-05-13T06:20:00Z/2024-05-13T06:20:59Z", "2024-05-14T08:40:00Z/2024-05-14T08:40:59Z"});
}

TEST_CASE("an amount in a post counts from the clock over it") {
    CHECK(times_of("14:10 The Learjet took off from Nice about half an hour ago.") == Times{"2024-05-16T12:32:30Z/2024-05-16T12:47:30Z"});
    CHECK(times_of("13:05 The first helicopter is away. The second helicopter left Nice ten minutes later.").back() == "2024-05-16T12:10:00Z/2024-05-16T12:20:59Z");
}

TEST_CASE("a day or a clock of something else moves the story on") {
    CHECK(times_of("On Saturday the crew tried twice more. The Learjet took off from Nice shortly after eight.") == Times{"2024-05-11T06:00:00Z/2024-05-11T06:30:59Z"});
    CHECK(times_of("The crew reported smoke at 14:05 on Sunday. Ten minutes later the Learjet landed in Nice.") == Times{"2024-05-12T12:10:00Z/2024-05-12T12:20:59Z"});
    CHECK(times_of("Talks in Riga dragged on until Tuesday at 23:10. The Learjet left Riga at 0:40.").back() == "2024-05-14T21:40:00Z/2024-05-14T21:40:59Z");
    CHECK(times_of("At twenty past two the crew saw smoke, and the Learjet turned round.") == Times{"2024-05-16T13:20:00Z/2024-05-16T13:20:59Z"});
}

TEST_CASE("told again from its start, the story stands where its last word left it") {
    CHECK(times_of("The minister reached Paris on Wednesday.\nThe Learjet had left Nice for Turin at 2 p.m. on Sunday.\nThe minister spent the night in Turin.").back() == "2024-05-12T18:00:00Z/2024-05-13T05:59:59Z");
}

TEST_CASE("what has happened was over when it was printed") {
    CHECK(times_of("The Learjet landed in Nice just before midnight.") == Times{"2024-05-15T21:45:00Z/2024-05-15T22:00:59Z"});
    CHECK(times_of("The minister plans to fly to Nairobi in October.") == Times{"2024-09-30T21:00:00Z/2024-10-31T20:59:59Z"});
    // a plan of the past: the month nearer to publication
    CHECK(times_of("The minister was planning to fly to Nairobi in March.") == Times{"2024-02-29T21:00:00Z/2024-03-31T20:59:59Z"});
    CHECK(times_of("The minister was planning to fly to Nairobi in October.") == Times{"2024-09-30T21:00:00Z/2024-10-31T20:59:59Z"});
}

TEST_CASE("of two times in a sentence each verb keeps its own") {
    CHECK(times_of("On Tuesday a Learjet carried the guests to Nice, and on Wednesday morning to Riga.") == Times{"2024-05-13T22:00:00Z/2024-05-14T21:59:59Z", "2024-05-15T03:00:00Z/2024-05-15T09:59:59Z"});
    CHECK(times_of("In 2018, hours before the vote, the minister flew to Togo.") == Times{"2018-01-01T00:00:00Z/2018-12-31T23:59:59Z"});
    CHECK(times_of("The Learjet left Nice at 9:00 on Tuesday. Two hours of darkness later it landed in Riga.").back() == "2024-05-14T08:45:00Z/2024-05-14T09:15:59Z");
}

TEST_CASE("nights named by the day they run into, clocks of a named country, stays that end ahead") {
    CHECK(times_of("The Learjet left Nice overnight into Tuesday.") == Times{"2024-05-13T18:00:00Z/2024-05-14T05:59:59Z"});
    CHECK(times_of("The Learjet landed in Oslo on Tuesday at 07:05 Cyprus time.") == Times{"2024-05-14T04:05:00Z/2024-05-14T04:05:59Z"});
    CHECK(times_of("The Learjet left Nice at seven on the morning of May 14.") == Times{"2024-05-14T04:50:00Z/2024-05-14T05:10:59Z"});
    CHECK(times_of("The Learjet landed in Nice on Tuesday. It stays there until Sunday.").back().ends_with("/2024-05-19T21:59:59Z"));
}

TEST_CASE("a post is dated by the clock of the outlet, a leg told from its end on one day") {
    CHECK(times_of("LIVE\n17:40 The Learjet has just landed in Riga.").back() == "2024-05-16T16:40:00Z/2024-05-16T16:40:59Z");
    CHECK(times_of("The Learjet landed in Nice at 6:10 p.m. on Tuesday. It left Riga at 2:05 p.m.") == Times{"2024-05-14T16:10:00Z/2024-05-14T16:10:59Z", "2024-05-14T11:05:00Z/2024-05-14T11:05:59Z"});
}

TEST_CASE("a leg on a day that ends by the clock is one arrival") {
    CHECK(times_of("Anna Halvor was in Riga on Tuesday. Her Learjet flew from Nice to Riga on Monday, arriving at 9:40 p.m.").back() == "2024-05-13T18:40:00Z/2024-05-13T18:40:59Z");
}

TEST_CASE("a day said with the last clock is that of the clocks before it") {
    CHECK(times_of("The Learjet left Riga at 2:05 p.m. and landed in Nice at 4:10 p.m. on Tuesday.") == Times{"2024-05-14T11:05:00Z/2024-05-14T11:05:59Z", "2024-05-14T14:10:00Z/2024-05-14T14:10:59Z"});
    CHECK(times_of("The Learjet left Riga at 11:05 p.m. and landed in Nice at 3:10 a.m. on Tuesday.") == Times{"2024-05-13T20:05:00Z/2024-05-13T20:05:59Z", "2024-05-14T01:10:00Z/2024-05-14T01:10:59Z"});
}

TEST_CASE("a town of no list keeps the clocks of the outlet that lies in its country") {
    const std::string text = "A Cessna took off from Oksibil at 8:02 a.m. on Wednesday.";
    const auto at = [&](std::string zone) {
        const auto claims = claims_of(text, CivilDate(2024, 5, 16), std::move(zone));
        return claims.items.size() == 1 && claims.items[0].time ? to_iso8601(earliest(claims.items[0].time->window)) : std::string("none");
    };
    CHECK(at("Asia/Jayapura") == "2024-05-14T23:02:00Z");
    CHECK(at("Europe/London") == "2024-05-15T01:02:00Z");  // the capital's
}

TEST_CASE("short weekdays head the entries of a log") {
    CHECK(times_of("Week to Thursday, 16 May 2024. Clocks in UTC.\nMON - A Learjet took off from Riga at 02:10.\nTUE - A Learjet landed in Nice at 16:40.") ==
          Times{"2024-05-13T02:10:00Z/2024-05-13T02:10:59Z", "2024-05-14T16:40:00Z/2024-05-14T16:40:59Z"});
    CHECK(times_of("Programme, 20-24 May 2024.\nMonday. The minister leaves Nice at 09:00.\nTuesday. The minister flies to Riga.")[0] == "2024-05-20T07:00:00Z/2024-05-20T07:00:59Z");
    CHECK(times_of("The Learjet flew to Nice on Sun Air.") == Times{"none"});
}

TEST_CASE("plans look ahead in turn") {
    CHECK(times_of("The minister will fly to Nice on Monday. Riga follows on Wednesday, Oslo on Thursday.") ==
          Times{"2024-05-19T22:00:00Z/2024-05-20T21:59:59Z", "2024-05-21T21:00:00Z/2024-05-22T20:59:59Z", "2024-05-22T22:00:00Z/2024-05-23T21:59:59Z"});
    CHECK(times_of("The Learjet landed in Nice at 16:45. Due out on Sunday at noon.")[1] == "2024-05-19T09:50:00Z/2024-05-19T10:10:59Z");
    CHECK(times_of("The president accepted an invitation to visit Nice in the autumn.") == Times{"2024-08-31T22:00:00Z/2024-11-30T22:59:59Z"});
}

TEST_CASE("a weekday is of the week of publication, also behind a date some days back") {
    CHECK(times_of("The minister flew to Nice on May 6 and returned on Wednesday.")[1] == "2024-05-14T22:00:00Z/2024-05-15T21:59:59Z");
    CHECK(times_of("The minister flew to Nice on March 4 and returned on Wednesday.")[1] == "2024-03-05T23:00:00Z/2024-03-06T22:59:59Z");
}

TEST_CASE("circles take as long as told only where the craft had come to") {
    CHECK(times_of("The C-130 arrived from Riga at 11:50 a.m. on Tuesday and circled the area for two hours.").back() != "none");
    CHECK(times_of("The Learjet left Riga at 11:50 a.m. on Tuesday and circled above Nice for 40 minutes.").back() == "none");
    CHECK(times_of("The Learjet landed in Nice at 11:50 a.m. on Tuesday. It had circled over the sea for 20 minutes.").back() == "none");
}

TEST_CASE("months and years in turn") {
    CHECK(times_of("The minister flew to Nairobi in February 1973, and the next month she flew home from Nairobi.").back() == "1973-02-28T21:00:00Z/1973-03-31T20:59:59Z");
    CHECK(times_of("The Learjet flew to Nice in March 2004. It returned to Riga in September of that year.").back() == "2004-08-31T21:00:00Z/2004-09-30T20:59:59Z");
}

TEST_CASE("what has just happened is news of the entry's minute") {
    CHECK(times_of("3:05 p.m. The Learjet has just left Nice for Riga.\n1:40 p.m. The minister has just landed in Nice.") == Times{"2024-05-16T14:05:00Z/2024-05-16T14:05:59Z", "2024-05-16T12:40:00Z/2024-05-16T12:40:59Z"});
    CHECK(times_of("The Learjet left Nice at 1151 with two ministers.") == Times{"2024-05-16T09:51:00Z/2024-05-16T09:51:59Z"});
}

TEST_CASE("overnight is the night before what another was told to do that day") {
    CHECK(times_of("The Learjet landed in Nice at 8:20 a.m. on Tuesday. The minister's train travelled overnight from Riga to Warsaw.").back() == "2024-05-13T17:00:00Z/2024-05-14T04:59:59Z");
    CHECK(times_of("The Learjet left Nice at 9 p.m. on Tuesday and flew overnight to Riga.").back() == "2024-05-14T18:00:00Z/2024-05-15T05:59:59Z");
}

TEST_CASE("a diary counts from its own day") {
    CHECK(times_of("SUNDAY 5 MAY. Yesterday my brother and I flew to Nice.\nTUESDAY 7 MAY. Today we left Nice for Riga.") ==
          Times{"2024-05-03T22:00:00Z/2024-05-04T21:59:59Z", "2024-05-06T22:00:00Z/2024-05-07T21:59:59Z"});
}

TEST_CASE("a clock put first with it was") {
    CHECK(times_of("It was 9:10 p.m. on Monday there when the Learjet touched down in Nice.") == Times{"2024-05-13T19:10:00Z/2024-05-13T19:10:59Z"});
    CHECK(times_of("It was raining on Monday when the minister resigned, and the Learjet landed in Nice.").back() == "none");
}
