// SPDX-License-Identifier: BSL-1.0
// The claim reader against the annotated corpus: prints the table and holds the floor. A change that reads worse fails here.
#include "score.hpp"

#include <flightxref/claim/extract.hpp>
#include <flightxref/report/json.hpp>
#include <flightxref/text/read.hpp>

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <filesystem>
#include <fstream>

namespace {

// The floor: what the reader has reached, rounded down. Raise it when it reads better; never lower it to let a change pass.
constexpr double claim_f1_floor = 0.855;
constexpr double full_f1_floor = 0.44;
constexpr int hard_negative_ceiling = 7;

corpus::Score score_all() {
    corpus::Score score;
    const std::filesystem::path folder = std::filesystem::path(FLIGHTXREF_SOURCE_DIR) / "tests/corpus/documents";
    std::vector<std::filesystem::path> files(std::filesystem::directory_iterator(folder), {});
    std::sort(files.begin(), files.end());
    for (const auto& path : files) {
        std::ifstream file(path, std::ios::binary);
        const auto annotated = corpus::Json::parse(file);
        for (const flightxref::Document& document : flightxref::read_documents(path.string()))
            corpus::add_document(score, annotated, corpus::Json::parse(to_json(document, extract_claims(document)))["claims"]);
    }
    return score;
}

}  // namespace

TEST_CASE("the annotated corpus is read at least as well as before") {
    const corpus::Score score = score_all();
    fmt::print("{:<12}{:>7}{:>7}{:>7}\n", "event", "found", "false", "missed");
    for (const auto& [event, counts] : score.events) fmt::print("{:<12}{:>7}{:>7}{:>7}\n", event, counts[0], counts[1], counts[2]);
    fmt::print("{:<12}{:>7}{:>7}{:>7}\nright among the found:", "all", score.found, score.false_alarms, score.missed);
    for (std::size_t k = 0; k < corpus::field_names.size(); ++k)
        fmt::print("  {} {:.3f}", corpus::field_names[k], static_cast<double>(score.fields[k]) / std::max(1, score.found));
    fmt::print("\n{} documents: claim F1 {:.3f}, full F1 {:.3f}, false alarms in documents without a claim {}\n", score.documents, score.f1(), score.full_f1(),
               score.hard_negative_alarms);
    CHECK(score.documents == 100);
    CHECK(score.f1() >= claim_f1_floor);
    CHECK(score.full_f1() >= full_f1_floor);
    CHECK(score.hard_negative_alarms <= hard_negative_ceiling);
}
