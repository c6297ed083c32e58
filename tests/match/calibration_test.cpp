// SPDX-License-Identifier: BSL-1.0
// How often the verdicts are right and what their probabilities are worth, in small invented worlds whose truth is known.
// `tests/match/calibration` prints the table of the README.
#include "match/small_world.hpp"

#include <flightxref/match/cross_reference.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>

using namespace small_world;

namespace {

/// What came of the claims of several worlds.
struct Score {
    struct Bin {
        double probability = 0;
        std::size_t claims = 0, right = 0;
    };
    std::array<Bin, 10> bins{};
    std::size_t claims = 0, true_ones = 0, decided = 0, false_support = 0, false_refute = 0;
    double brier = 0, decided_brier = 0;

    void add(const Told& told, const Finding& finding) {
        const double miss = (finding.probability - (told.true_as_stated ? 1 : 0)) * (finding.probability - (told.true_as_stated ? 1 : 0));
        ++claims;
        true_ones += told.true_as_stated;
        brier += miss;
        if (finding.verdict != Verdict::not_enough_info) ++decided, decided_brier += miss;
        false_support += finding.verdict == Verdict::supported && !told.true_as_stated;
        false_refute += finding.verdict == Verdict::refuted && told.true_as_stated;
        Bin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(finding.probability * 10))];
        bin.probability += finding.probability;
        ++bin.claims;
        bin.right += told.true_as_stated;
    }

    double expected_calibration_error() const {
        double sum = 0;
        for (const Bin& b : bins) sum += std::fabs(b.probability - static_cast<double>(b.right));
        return sum / static_cast<double>(claims);
    }

    std::string table() const {
        const auto share = [](double part, std::size_t whole) { return whole ? part / static_cast<double>(whole) : 0.0; };
        std::string out = "| probability given | claims | mean | share that is true |\n|---|---|---|---|\n";
        for (std::size_t k = 0; k < bins.size(); ++k)
            if (bins[k].claims) out += fmt::format("| {:.1f} to {:.1f} | {} | {:.3f} | {:.3f} |\n", 0.1 * static_cast<double>(k), 0.1 * static_cast<double>(k + 1), bins[k].claims, share(bins[k].probability, bins[k].claims), share(static_cast<double>(bins[k].right), bins[k].claims));
        out += fmt::format("\n{} claims: supported although false {:.2f} %, refuted although true {:.2f} %, decided {:.0f} %; Brier score {:.3f} (of the decided {:.4f}), expected calibration error {:.3f}.\n", claims,
                           100 * share(static_cast<double>(false_support), claims - true_ones), 100 * share(static_cast<double>(false_refute), true_ones), 100 * share(static_cast<double>(decided), claims), share(brier, claims),
                           share(decided_brier, decided), expected_calibration_error());
        return out;
    }
};

void judge(std::uint32_t seed, std::size_t count, Score& score) {
    World world = make_world(seed);
    const AirportTable airports(world.fields);
    const auto told = tell(world, seed + 1000, count);
    Batch<Claim> claims;
    for (const Told& t : told) claims.items.push_back(t.claim);
    const auto flights = segment_flights(std::move(world.tracks), {.airports = &airports});
    const auto findings = cross_reference(claims, flights, {.airports = &airports});
    REQUIRE(findings.size() == told.size());
    for (std::size_t i = 0; i < told.size(); ++i) {
        score.add(told[i], findings[i]);
        const bool wrong = findings[i].verdict == (told[i].true_as_stated ? Verdict::refuted : Verdict::supported);
        if (wrong && std::getenv("FLIGHTXREF_CALIBRATION")) MESSAGE("world " << seed << ", " << told[i].claim.document << ": " << to_string(findings[i].verdict) << " (" << findings[i].grounds << ") " << findings[i].reason);
    }
}

}  // namespace

TEST_CASE("in worlds of known truth, verdicts are hardly ever wrong, and probabilities mean what they say") {
    Score score;
    for (const std::uint32_t seed : {11u, 12u, 13u}) judge(seed, 1000, score);
    if (std::getenv("FLIGHTXREF_CALIBRATION")) std::fputs(score.table().c_str(), stdout);
    CAPTURE(score.table());
    CHECK(score.false_support <= score.claims * 3 / 1000);
    CHECK(score.false_refute <= score.claims * 3 / 1000);
    CHECK(static_cast<double>(score.decided) >= 0.6 * static_cast<double>(score.claims));
    CHECK(score.decided_brier / static_cast<double>(score.decided) <= 0.01);
    CHECK(score.brier / static_cast<double>(score.claims) <= 0.1);
    CHECK(score.expected_calibration_error() <= 0.05);
}
