// SPDX-License-Identifier: BSL-1.0
#include "airport/gazetteer_index.hpp"
#include "airport/rows.hpp"

#include <flightxref/claim/extract.hpp>
#include <flightxref/text/mention.hpp>
#include <flightxref/text/sentence.hpp>
#include <flightxref/text/time_expression.hpp>

#include <benchmark/benchmark.h>

#include <array>
#include <random>
#include <string>

namespace {

using namespace flightxref;

constexpr std::array<std::string_view, 12> people = {"Maria Kovacs", "President Ruto", "Anders Holm", "Finance Minister Leila Haddad", "Tomas Varga", "Prime Minister Ishiba",
                                                     "Grace Okafor", "Senator Whitfield", "Elena Petrova", "Governor Salazar", "Mayor Brandt", "Judge Oyelaran"};
constexpr std::array<std::string_view, 16> places = {"Nairobi", "Lisbon", "Seoul", "Warsaw", "Toronto", "Buenos Aires", "Jakarta", "Munich",
                                                     "Cairo", "Bogota", "Helsinki", "Madrid", "Tashkent", "Dublin", "Manila", "Oslo"};
constexpr std::array<std::string_view, 8> days = {"on Monday", "on Tuesday", "on Wednesday", "last week", "earlier this month", "on Friday", "in March", "on Sunday"};

/// One sentence in eight tells of a journey, the others of politics, trade, courts, weather and sport. # person, @ place, ^ day, % a number.
constexpr std::array<std::string_view, 5> journeys = {
    "# left @ ^ aboard a government jet bound for @.",
    "The delegation flew to @ ^ after two rounds of talks in @.",
    "A Boeing 737 carrying # landed in @ at %:20 p.m. local time.",
    "# arrived in @ ^ for a summit of regional leaders.",
    "The minister's plane departed from @ shortly after midnight and headed for @."};
constexpr std::array<std::string_view, 20> others = {
    "# told reporters ^ that the budget would be passed without further delay.",
    "The central bank held its benchmark rate at % percent, citing stubborn inflation in services.",
    "Shares of the retailer fell % percent in @ after it cut its forecast for the year.",
    "\"We need a plan that works for ordinary families,\" # said.",
    "The court in @ rejected an appeal by the company and ordered it to publish its accounts.",
    "Opposition parties accused # of ignoring the findings of the committee.",
    "The club signed a young defender from @ for a fee of % million euros.",
    "Analysts had expected growth of about % percent, according to a survey of % economists.",
    "Heavy rain flooded several districts of @, and schools remained closed.",
    "#, who was elected ^, has promised to reform the pension system.",
    "Prosecutors say the contract was worth % million dollars and was never put out to tender.",
    "The ministry did not respond to a request for comment.",
    "Researchers at the University of @ found that older buildings lose more heat than was assumed.",
    "Trade unions in @ called for higher wages as food prices rose.",
    "The agreement between @ and @ covers fishing rights, customs checks and the sharing of data.",
    "# scored twice in the second half before a crowd of % thousand in @.",
    "A spokesman for # declined to say when the report would be made public.",
    "The bill, backed by #, was adopted by % votes to %.",
    "Farmers complain that the new rules are costly and hard to follow.",
    "Police in @ detained % people ^ after protests outside the parliament."};

std::string make_news(std::size_t size) {
    std::mt19937 random(7);
    const auto pick = [&](const auto& from) { return from[random() % from.size()]; };
    std::string text;
    for (std::size_t sentence = 0; text.size() < size; ++sentence) {
        if (sentence > 0) text += sentence % 4 == 0 ? "\n\n" : " ";
        for (const char c : random() % 8 == 0 ? pick(journeys) : pick(others)) {
            if (c == '#') text += pick(people);
            else if (c == '@') text += pick(places);
            else if (c == '^') text += pick(days);
            else if (c == '%') text += std::to_string(2 + random() % 9);
            else text += c;
        }
    }
    return text;
}

Document make_document(benchmark::State& state) {
    Document document;
    document.id = "news";
    document.text = make_news(static_cast<std::size_t>(state.range(0)) * 1'000'000);
    document.published = CivilDate(2024, 3, 5);
    return document;
}

void count_bytes(benchmark::State& state, const Document& document) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(document.text.size()));
}

void claims(benchmark::State& state) {
    const Document document = make_document(state);
    std::size_t found = extract_claims(document).size();  // loads the tables too
    for (auto _ : state) found = extract_claims(document).size();
    state.counters["claims"] = static_cast<double>(found);
    count_bytes(state, document);
}

void sentences(benchmark::State& state) {
    const Document document = make_document(state);
    for (auto _ : state) {
        SentenceReader reader(document.text);
        while (const Sentence* sentence = reader.next()) benchmark::DoNotOptimize(sentence->tokens.data());
    }
    count_bytes(state, document);
}

void times(benchmark::State& state) {
    const Document document = make_document(state);
    std::vector<TimeExpression> found;
    for (auto _ : state) {
        SentenceReader reader(document.text);
        while (const Sentence* sentence = reader.next()) find_time_expressions(sentence->tokens, found);
    }
    count_bytes(state, document);
}

void mentions(benchmark::State& state) {
    const Document document = make_document(state);
    for (auto _ : state) {
        SentenceReader reader(document.text);
        MentionReader mention_reader(document);
        while (const Sentence* sentence = reader.next()) benchmark::DoNotOptimize(mention_reader.read(*sentence).items.data());
    }
    count_bytes(state, document);
}

void load_airports(benchmark::State& state) {
    for (auto _ : state) {
        const AirportTable table(detail::make_built_in_airports());
        benchmark::DoNotOptimize(table.airports().data());
    }
}

void load_gazetteer(benchmark::State& state) {
    AirportTable::built_in();
    for (auto _ : state) benchmark::DoNotOptimize(detail::GazetteerData().entries.size());
}

BENCHMARK(claims)->Arg(1)->Arg(10)->ArgName("MB")->Unit(benchmark::kMillisecond);
BENCHMARK(sentences)->Arg(1)->ArgName("MB")->Unit(benchmark::kMillisecond);
BENCHMARK(times)->Arg(1)->ArgName("MB")->Unit(benchmark::kMillisecond);
BENCHMARK(mentions)->Arg(1)->ArgName("MB")->Unit(benchmark::kMillisecond);
BENCHMARK(load_airports)->Unit(benchmark::kMillisecond);
BENCHMARK(load_gazetteer)->Unit(benchmark::kMillisecond);

}  // namespace
