// SPDX-License-Identifier: BSL-1.0
#include <flightxref/core/error.hpp>
#include <flightxref/text/read.hpp>
#include <flightxref/time/iso8601.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace flightxref;
namespace fs = std::filesystem;

namespace {

/// A folder that goes away with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("flightxref_read_test_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string put(const std::string& name, const std::string& bytes) const {
        std::ofstream(path / name, std::ios::binary) << bytes;
        return (path / name).string();
    }
};

std::string failure(const std::string& path, const ReadDocumentsOptions& options = {}) {
    try {
        read_documents(path, options);
    } catch (const Error& error) {
        return error.what();
    }
    return "read";
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a plain article takes its date and zone from the options") {
    const Folder folder;
    const std::string path = folder.put("oslo.txt", "\xEF\xBB\xBFThe envoy landed in Oslo.\r\nShe left again.");
    const auto batch = read_documents(path, {.published = "2024-03-05T01:30+09:00", .published_zone = "Europe/Oslo", .title = "Envoy"});
    REQUIRE(batch.size() == 1);
    CHECK(batch[0].id == "oslo");
    CHECK(batch[0].title == "Envoy");
    CHECK(batch[0].text.starts_with("The envoy"));
    CHECK(batch[0].published == CivilDate(2024, 3, 4));  // it was still the 4th in Oslo
    CHECK(to_iso8601(*batch[0].published_at) == "2024-03-04T16:30:00Z");
    CHECK(batch[0].published_zone == "Europe/Oslo");
    CHECK(batch.issues.empty());
}

TEST_CASE("a JSON document says it itself and other keys do not matter") {
    const Folder folder;
    const std::string path = folder.put("a.data", R"({"id":"x1","title":"T","text":"It flew.","published":"2024-03-05","published_zone":"Asia/Seoul",
        "dateline":{"text":"OSLO","kind":"city","name":"Oslo","icao":null,"city":"Oslo","country":"NO"},"claims":[{"a":[1,2]}]})");
    const auto batch = read_documents(path, {.published = "1999-01-01"});
    REQUIRE(batch.size() == 1);
    CHECK(batch[0].id == "x1");
    CHECK(batch[0].published == CivilDate(2024, 3, 5));
    CHECK_FALSE(batch[0].published_at);
    CHECK(batch[0].dateline->country == "NO");
    CHECK(batch[0].dateline->kind == PlaceKind::city);
    CHECK(batch.issues.empty());
}

TEST_CASE("JSON lines: a bad line is an issue that names it, the rest is read") {
    const Folder folder;
    const std::string path = folder.put("many.jsonl", "{\"text\":\"One.\"}\n\n{\"text\": 5}\nnonsense\n{\"id\":\"b\",\"text\":\"Two.\",\"published\":\"soon\"}\n{\"text\":\"cut");
    const auto batch = read_documents(path);
    REQUIRE(batch.size() == 2);
    CHECK(batch[0].id == "many:1");
    CHECK(batch[1].id == "b");
    CHECK_FALSE(batch[1].published);
    REQUIRE(batch.issues.size() == 4);
    CHECK(says(batch.issues[0].detail, "text: is not a string"));
    CHECK(says(batch.issues[1].detail, "line 4"));
    CHECK(batch.issues[2].code == IssueCode::bad_time);
    CHECK(batch.issues[3].code == IssueCode::truncated);
}

TEST_CASE("bytes that are not UTF-8 are kept and reported with their offset") {
    const Folder folder;
    const auto plain = read_documents(folder.put("p.txt", "It landed in S\xE3o Paulo at noon."));
    REQUIRE(plain.size() == 1);
    REQUIRE(plain.issues.size() == 1);
    CHECK(plain.issues[0].code == IssueCode::bad_encoding);
    CHECK(plain.issues[0].offset == 14);
    CHECK(plain[0].text.size() == 31);
    const auto json = read_documents(folder.put("j.json", "{\"text\":\"S\xE3o Paulo\"}"));
    REQUIRE(json.size() == 1);
    CHECK(json.issues[0].offset == 10);
}

TEST_CASE("a folder is read in order of names; what is no article is an issue") {
    const Folder folder;
    folder.put("b.txt", "Second.");
    folder.put("a.json", R"({"text":"First.","id":"b"})");
    folder.put("c.json", "{\"text\":");
    folder.put("d.png", "x");
    folder.put("e.txt", "");
    const auto batch = read_documents(folder.path.string());
    REQUIRE(batch.size() == 2);
    CHECK(batch[0].id == "b");
    CHECK(batch[1].id == "b-2");
    CHECK(batch.issues.size() == 4);  // c.json, d.png, e.txt and the id used twice
}

TEST_CASE("where nothing can be read one line says why") {
    const Folder folder;
    CHECK(says(failure(folder.path.string() + "/none.txt"), "none.txt: No such file"));
    CHECK(says(failure(folder.path.string()), "no article in this folder"));
    CHECK(says(failure(folder.put("empty.txt", "")), "is empty"));
    CHECK(says(failure(folder.put("blank.txt", " \n ")), "white space"));
    CHECK(says(failure(folder.put("bin.txt", std::string(300, '\0') + "abc")), "is not text"));
    CHECK(says(failure(folder.put("wide.txt", std::string("\xFF\xFEI\0t\0", 6))), "UTF-16"));
    CHECK(says(failure(folder.put("cut.json", "{\"text\": \"It fl")), "is not JSON"));
    CHECK(says(failure(folder.put("no.json", "{\"title\": \"x\"}")), "has no \"text\""));
    CHECK(says(failure(folder.put("array.json", "[{\"text\":\"x\"}]")), "JSON array"));
    CHECK(says(failure(folder.put("deep.json", "{\"a\":" + std::string(100'000, '[') )), "nested too deep"));
    const std::string fine = folder.put("fine.txt", "It flew.");
    CHECK(says(failure(fine, {.published = "yesterday"}), "\"yesterday\" is no date"));
    CHECK(says(failure(fine, {.published = "2023-02-30"}), "2023-02-30"));
    CHECK(says(failure(fine, {.published_zone = "Mars/Olympus"}), "Mars/Olympus"));
    CHECK(failure(fine, {.published = "2023-02-28T10:00", .published_zone = "Asia/Seoul"}) == "read");
}

TEST_CASE("an article may begin with a brace") {
    const Folder folder;
    const auto batch = read_documents(folder.put("b.md", "{{draft}} The jet left at noon."));
    REQUIRE(batch.size() == 1);
    CHECK(batch[0].text.starts_with("{{draft}}"));
}
