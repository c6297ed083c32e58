// SPDX-License-Identifier: BSL-1.0
#include "track/json_records.hpp"

#include "core/bytes.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace flightxref;

namespace {

/// What came out of a text: the documents' "id" and "end", the records' "n" with the place they lie at.
struct Read {
    std::vector<std::string> documents;
    std::vector<double> records;
    std::vector<std::uint64_t> places;
    bool good = false;
    std::size_t truncated = 0, bad_values = 0;
};

Read read_records(std::string_view text, std::initializer_list<std::string_view> path) {
    detail::Buffer buffer;
    buffer.assign(text);
    detail::IssueLog log("input");
    Read read;
    read.good = detail::for_each_record(
        buffer.view(), path, log,
        [&](detail::JsonValue root, std::uint64_t) { read.documents.push_back(std::string(detail::text_in(root, "id")) + std::string(detail::text_in(root, "end"))); },
        [&](detail::JsonValue record, std::uint64_t offset) {
            read.records.push_back(detail::number_in(record, "n").value_or(-1));
            read.places.push_back(offset);
        });
    read.truncated = log.count(IssueCode::truncated);
    read.bad_values = log.count(IssueCode::bad_value);
    return read;
}

constexpr std::string_view answer = R"({"id":"a","r":{"x":[1,{"y":"]"}],"list":[{"n":1,"m":{"k":[2]}},{"n":2}, {"n":3}],"z":"}"},"end":"b"} {"id":"c","r":{"list":[]}} {"id":"d","r":null})";

}  // namespace

TEST_CASE("a document is given without its long array, and each record of that by itself, with its place") {
    const Read read = read_records(answer, {"r", "list"});
    CHECK(read.good);
    CHECK(read.documents == std::vector<std::string>{"ab", "c", "d"});
    CHECK(read.records == std::vector<double>{1, 2, 3});
    REQUIRE(read.places.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(answer.substr(read.places[i], 6) == "{\"n\":" + std::to_string(i + 1));
}

TEST_CASE("records of a document that can not be read are nobody's: not those of the document before") {
    const Read read = read_records(R"({"id":"a","r":{"list":[{"n":1}]}} {"id":[:x],"r":{"list":[{"n":2}]}})", {"r", "list"});
    CHECK_FALSE(read.good);
    CHECK(read.documents == std::vector<std::string>{"a"});
    CHECK(read.records == std::vector<double>{1});
}

TEST_CASE("a document cut anywhere gives the whole records before the cut, once, and says so") {
    const std::string whole(answer.substr(0, answer.find(" {\"id\":\"c\"")));
    for (std::size_t size = 1; size < whole.size(); ++size) {
        CAPTURE(whole.substr(0, size));
        const Read read = read_records(whole.substr(0, size), {"r", "list"});
        CHECK_FALSE(read.good);
        CHECK(read.truncated == 1);
        CHECK(read.documents.size() <= 1);
        for (std::size_t i = 0; i < read.records.size(); ++i) CHECK(read.records[i] == static_cast<double>(i + 1));
        const std::size_t complete = size > whole.find("}],\"z\"") ? 3 : size > whole.find("}, {") ? 2 : size > whole.find("}},{\"n\":2") + 1 ? 1 : 0;
        CHECK(read.records.size() == complete);
    }
}

TEST_CASE("a record that is no JSON costs itself or its field, the others stay") {
    const Read read = read_records(R"({"id":"a","list":[{"n":1},{"n":NaN},{"n":4,"t":1e999},{"n":"x]"},{5},{"n":6}],"end":"b"})", {"list"});
    CHECK(read.documents == std::vector<std::string>{"ab"});
    CHECK(read.records == std::vector<double>{1, -1, 4, -1, 6});
    CHECK(read.bad_values == 2);
    CHECK_FALSE(read.good);
}

TEST_CASE("an array of records, records one a line, and nothing at all") {
    CHECK(read_records("[{\"n\":1},{\"n\":2}]", {}).records == std::vector<double>{1, 2});
    CHECK(read_records("[]", {}).good);
    CHECK(read_records("", {}).good);
    detail::Buffer lines;
    lines.assign("\xef\xbb\xbf{\"n\":1}\n{\"n\":2}\n");
    detail::IssueLog log("input");
    std::vector<double> records;
    CHECK(detail::for_each_record(lines.view(), log, [&](detail::JsonValue record, std::uint64_t) { records.push_back(*detail::number_in(record, "n")); }));
    CHECK(records == std::vector<double>{1, 2});
}

TEST_CASE("a record whose own list is cut keeps what that holds") {
    const std::string text = R"([{"n":1,"list":[{"k":1},{"k":2}]},{"n":2,"list":[{"k":1},{"k":2},{"k)";
    detail::Buffer buffer;
    buffer.assign(text);
    detail::IssueLog log("input");
    std::vector<std::size_t> lists;
    CHECK_FALSE(detail::for_each_record(buffer.view(), log, [&](detail::JsonValue record, std::uint64_t) {
        std::size_t count = 0;
        detail::for_each_element(detail::member(record, "list"), [&](detail::JsonValue) { ++count; });
        lists.push_back(count);
    }));
    CHECK(lists == std::vector<std::size_t>{2, 2});
    CHECK(log.count(IssueCode::truncated) == 1);
}
