// SPDX-License-Identifier: BSL-1.0
// Speed of extract_claims on news text: an article over and over, one text of 1 MB and one of 10 MB (which may cost 1.2 times ten of the first).
#include <flightxref/claim/extract.hpp>

#include <benchmark/benchmark.h>

namespace {

std::string news(std::size_t bytes) {
    const std::string article =
        "A Tu-154 of the state carrier with the foreign minister on board left Minsk at 9:40 a.m. on Tuesday and landed in Baku just after noon, "
        "flight-tracking data showed.\nThe ministry gave no details of the talks, which are to go on until Friday. Officials on both sides spoke of a "
        "useful exchange of views on trade, energy and transport, and of a plan to meet more often than in the past year.\nShares of the carrier were little "
        "changed. Analysts said the order book was the longest in a decade, and that prices had risen by a tenth since the spring.\n";
    std::string text;
    while (text.size() < bytes) text += article;
    return text;
}

void extract(benchmark::State& state) {
    flightxref::Document document;
    document.id = "bench";
    document.published = flightxref::CivilDate(2024, 5, 15);
    document.text = news(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(flightxref::extract_claims(document));
    state.SetBytesProcessed(static_cast<std::int64_t>(document.text.size()) * static_cast<std::int64_t>(state.iterations()));
}

}  // namespace

BENCHMARK(extract)->Arg(4 << 10)->Arg(1 << 20)->Arg(10 << 20)->Unit(benchmark::kMillisecond);
