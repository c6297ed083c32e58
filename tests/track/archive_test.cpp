// SPDX-License-Identifier: BSL-1.0
#include "track/support.hpp"

#include <flightxref/core/error.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace flightxref;

namespace {

std::string trace_of(std::string_view icao, int points) {
    std::string text = fmt::format(R"({{"icao":"{}","timestamp":1709596800,"trace":[)", icao);
    for (int i = 0; i < points; ++i) text += fmt::format("{}[{},{:.5f},10,1000,200,0,0,0,null]", i ? "," : "", 10 * i, 40 + 0.008 * i);
    return text + "]}";
}

std::string archive() {
    return tar_member("./traces/", "", '5') + tar_member("./traces/49/trace_full_3c6449.json", gzip(trace_of("3c6449", 30))) + tar_member("notes.txt", "hello") +
           tar_member("././@LongLink", std::string(120, 'd') + "/x.json", 'L') + tar_member("ddd", trace_of("3c6450", 20)) + std::string(1024, '\0');
}

}  // namespace

TEST_CASE("a tar archive is read member by member, plain or compressed") {
    for (const std::string& bytes : {archive(), gzip(archive()), zstd(archive())}) {
        const auto batch = read_text(bytes);
        REQUIRE(batch.size() == 2);
        CHECK(batch[0].fixes.size() == 30);
        CHECK(batch[1].fixes.size() == 20);
        CHECK(batch.inputs[0]->path.ends_with("input:./traces/49/trace_full_3c6449.json"));
        CHECK(batch.inputs[1]->path.ends_with("dd/x.json"));
        CHECK(count_issues(batch, IssueCode::unknown_format, "notes.txt") == 1);
    }
}

TEST_CASE("a split archive is one archive, wherever it was cut") {
    const std::string whole = archive();
    for (const std::size_t cut : {std::size_t{700}, std::size_t{512}, whole.size() - 1500}) {
        CAPTURE(cut);
        const TemporaryFolder folder;
        const auto first = folder.write("day.tar.aa", whole.substr(0, cut));
        folder.write("day.tar.ab", whole.substr(cut));
        CHECK(read_tracks(folder.path()).size() == 2);
        CHECK(read_tracks(first).size() == 2);
        CHECK(read_tracks({first, folder.path("day.tar.ab")}).inputs.size() == 2);
    }
}

TEST_CASE("a compressed archive may be split as well") {
    for (const std::string& whole : {gzip(archive()), zstd(archive())}) {
        const TemporaryFolder folder;
        folder.write("day.tar.gz.aa", whole.substr(0, whole.size() / 3));
        folder.write("day.tar.gz.ab", whole.substr(whole.size() / 3, 7));
        folder.write("day.tar.gz.ac", whole.substr(whole.size() / 3 + 7));
        const auto batch = read_tracks(folder.path());
        REQUIRE(batch.size() == 2);
        CHECK(batch[0].fixes.size() == 30);
        CHECK(batch[1].fixes.size() == 20);
    }
}

TEST_CASE("an archive that stops in the middle keeps what came before") {
    const std::string whole = archive();
    const auto batch = read_text(whole.substr(0, whole.size() - 1024 - 600));
    CHECK(batch[0].fixes.size() == 30);
    CHECK(count_issues(batch, IssueCode::truncated, "archive stops") == 1);
    CHECK_THROWS_AS(read_text(tar_member("notes.txt", "hello") + std::string(1024, '\0')), FormatError);
}

TEST_CASE("zstd, gzip in gzip, and a cut zstd") {
    const std::string text = trace_of("3c6449", 3000);
    const std::string packed = zstd(text);
    CHECK(read_text(packed)[0].fixes.size() == 3000);
    CHECK(read_text(gzip(gzip(text)))[0].fixes.size() == 3000);
    CHECK_THROWS_AS(read_text(packed.substr(0, 20)), FormatError);
}

TEST_CASE("any number of threads gives the same, and progress is told in order") {
    const TemporaryFolder folder;
    for (int i = 0; i < 150; ++i) folder.write(fmt::format("{:03}", i), i % 7 == 3 ? "no track" : trace_of(fmt::format("3c{:04x}", i / 2), 5 + i % 3));
    ReadTracksOptions one, many;
    one.threads = 1;
    many.threads = 4;
    std::uint64_t calls = 0;
    many.progress = [&](const ReadProgress& progress) {
        if (progress.files_done > 0 || calls > 0) CHECK(progress.files_done == ++calls);  // the files are looked over before
        CHECK(progress.files == 150);
        CHECK(progress.bytes_done <= progress.bytes);
    };
    const auto a = read_tracks(folder.path(), one), b = read_tracks(folder.path(), many);
    CHECK(calls == 150);
    REQUIRE(a.size() == b.size());
    CHECK(a.issues == b.issues);
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].aircraft == b[i].aircraft);
        CHECK(a[i].fixes.size() == b[i].fixes.size());
    }
    many.progress = [](const ReadProgress&) { throw std::runtime_error("stop"); };
    CHECK_THROWS_AS(read_tracks(folder.path(), many), std::runtime_error);
}
