// SPDX-License-Identifier: BSL-1.0
#include "track/json_records.hpp"

#include "core/bytes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
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
    std::vector<Issue> issues;

    std::size_t count(IssueCode code) const {
        return static_cast<std::size_t>(std::count_if(issues.begin(), issues.end(), [&](const Issue& issue) { return issue.code == code; }));
    }
};

Read read_records(std::string_view text, std::initializer_list<std::string_view> lists) {
    detail::Buffer buffer;
    buffer.assign(text);
    detail::IssueLog log("input", 10);
    Read read;
    read.good = detail::for_each_record(buffer.view(), lists, log, [&](std::string_view list, detail::JsonValue value, std::uint64_t offset) {
        if (list.empty()) read.documents.push_back(std::string(detail::text_in(value, "id")) + std::string(detail::text_in(value, "end")));
        if (list.empty() && lists.size() != 0) return;
        read.records.push_back(detail::number_in(value, "n").value_or(-1));
        read.places.push_back(offset);
    });
    read.issues = log.take();
    return read;
}

constexpr std::string_view answer = R"({"id":"a","r":{"x":[1,{"y":"]"}],"list":[{"n":1,"m":{"k":[2]}},{"n":2}, {"n":3}],"z":"}"},"end":"b"} {"id":"c","r":{"list":[]}} {"id":"d","r":null})";

}  // namespace

TEST_CASE("a document is given without its long array, and each record of that by itself, with its place") {
    const Read read = read_records(answer, {"r.list"});
    CHECK(read.good);
    CHECK(read.documents == std::vector<std::string>{"ab", "c", "d"});
    CHECK(read.records == std::vector<double>{1, 2, 3});
    REQUIRE(read.places.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(answer.substr(read.places[i], 6) == "{\"n\":" + std::to_string(i + 1));
}

TEST_CASE("records of a document that can not be read are nobody's: not those of the document before") {
    const Read read = read_records(R"({"id":"a","r":{"list":[{"n":1}]}} {"id":[:x],"r":{"list":[{"n":2}]}})", {"r.list"});
    CHECK_FALSE(read.good);
    CHECK(read.documents == std::vector<std::string>{"a"});
    CHECK(read.records == std::vector<double>{1});
}

TEST_CASE("a document cut anywhere gives the whole records before the cut, once, and says so") {
    const std::string whole(answer.substr(0, answer.find(" {\"id\":\"c\"")));
    for (std::size_t size = 1; size < whole.size(); ++size) {
        CAPTURE(whole.substr(0, size));
        const Read read = read_records(whole.substr(0, size), {"r.list"});
        CHECK_FALSE(read.good);
        CHECK(read.count(IssueCode::truncated) == 1);
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
    CHECK(read.count(IssueCode::bad_value) == 2);
    CHECK_FALSE(read.good);
}

TEST_CASE("an array of records, records one a line, and nothing at all") {
    CHECK(read_records("[{\"n\":1},{\"n\":2}]", {}).records == std::vector<double>{1, 2});
    CHECK(read_records("[]", {}).good);
    CHECK(read_records("", {}).good);
    const Read lines = read_records("\xef\xbb\xbf{\"n\":1}\n{\"n\":2}\n", {});
    CHECK(lines.good);
    CHECK(lines.records == std::vector<double>{1, 2});
}

TEST_CASE("a record whose own list is cut keeps what that holds") {
    const std::string text = R"([{"n":1,"list":[{"k":1},{"k":2}]},{"n":2,"list":[{"k":1},{"k":2},{"k)";
    detail::Buffer buffer;
    buffer.assign(text);
    detail::IssueLog log("input");
    std::vector<std::size_t> lists;
    CHECK_FALSE(detail::for_each_record(buffer.view(), {}, log, [&](std::string_view, detail::JsonValue record, std::uint64_t) {
        std::size_t count = 0;
        detail::for_each_element(detail::member(record, "list"), [&](detail::JsonValue) { ++count; });
        lists.push_back(count);
    }));
    CHECK(lists == std::vector<std::size_t>{2, 2});
    CHECK(log.count(IssueCode::truncated) == 1);
}

TEST_CASE("several lists in a document, and lists in the records of a list: each after what it belongs to") {
    const std::string text = R"([{"id":"a","in":[{"n":1,"deep":[{"n":2},{"n":3}]},{"n":4}],"x":{"out":[{"n":5}]},"deep":[{"n":6}]}])";
    detail::Buffer buffer;
    buffer.assign(text);
    detail::IssueLog log("input");
    std::string seen;
    CHECK(detail::for_each_record(buffer.view(), {"in", "in.deep", "x.out"}, log, [&](std::string_view list, detail::JsonValue value, std::uint64_t offset) {
        const int n = static_cast<int>(detail::number_in(value, "n").value_or(0));
        seen += (list.empty() ? "document" : std::string(list)) + std::to_string(n) + ' ';
        if (n != 0) CHECK(text.substr(offset, 6) == "{\"n\":" + std::to_string(n));
        std::size_t left = 0;
        for (const char* name : {"in", "deep"}) detail::for_each_element(detail::member(value, name), [&](detail::JsonValue) { ++left; });
        CHECK(left == list.empty());  // "deep" of the document itself is no list of records
    }));
    CHECK(seen == "document0 in1 deep2 deep3 in4 out5 ");
}

TEST_CASE("zero bytes and cut lines in a log, as a crash leaves them: the lines behind them are read, and each gap is told with its place") {
    const std::string zeros(5, '\0');
    const std::string text = "{\"n\":1}\n" + zeros + "{\"n\":2}\n{\"n\":3,\"k\":" + zeros + "\"}\n{\"n\":4}\n{\"n\":5,\"k\":[{\"n\":0\n{\"n\":6},\n{\"n\":7}\n{\"n\":8" + zeros + "{\"n\":9}" + zeros;
    const Read read = read_records(text, {});
    CHECK_FALSE(read.good);
    CHECK(read.records == std::vector<double>{1, 2, 3, 4, 5, 6, 7, 9});  // of the third and the fifth what stands before the cut; 8 may be half a number
    for (const std::string& gap : {zeros + "{\"n\":2}", zeros + "\"}", std::string("\n{\"n\":6}"), "8" + zeros, zeros}) {
        CAPTURE(gap);
        const std::size_t place = gap == zeros ? text.rfind(zeros) : text.find(gap) + (gap[0] == '\n');
        CHECK(std::any_of(read.issues.begin(), read.issues.end(), [&](const Issue& issue) { return issue.offset == place; }));
    }
}

TEST_CASE("a zero byte in a list of records: the records before it, an Issue with its place, and what lines there are behind it") {
    const std::string text = std::string("{\"id\":\"a\",\"list\":[{\"n\":1},\n") + '\0' + "{\"n\":2},\n{\"n\":3}]}\n{\"id\":\"b\",\"list\":[{\"n\":4}]}";
    const Read read = read_records(text, {"list"});
    CHECK_FALSE(read.good);
    CHECK(read.records == std::vector<double>{1, 4});
    CHECK(read.documents.front() == "a");
    CHECK(read.documents.back() == "b");
    REQUIRE_FALSE(read.issues.empty());
    CHECK(read.issues.front().offset == text.find('\0'));
}

TEST_CASE("an Issue of what stands behind a list names its place in the file, not in what is left without the list") {
    const std::string text = R"({"id":"a","list":[{"n":1},{"n":2},{"n":3}],"odd":NaN,"end":"b"})";
    const Read read = read_records(text, {"list"});
    CHECK(read.documents == std::vector<std::string>{"ab"});
    REQUIRE(read.issues.size() == 1);
    CHECK(read.issues[0].offset == text.find("NaN"));
}

TEST_CASE("a text of nothing but beginnings is given up and does not take for ever") {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += "{\"a\":[\n";
    const Read read = read_records(text, {"list"});
    CHECK_FALSE(read.good);
    CHECK(read.count(IssueCode::limit_reached) == 1);
}

TEST_CASE("a word that is no JSON costs its field, in a list too, and a number written loosely is read") {
    const Read read = read_records("{\"id\":\"a\",\"list\":[{\"n\":\xC3\xA9},\n{\"n\":0420},{\"n\":5.}],\"end\":\"b\"}", {"list"});
    CHECK(read.documents == std::vector<std::string>{"ab"});
    CHECK(read.records == std::vector<double>{-1, 420, 5});
    CHECK(read.count(IssueCode::bad_value) == 1);
}

TEST_CASE("an Issue behind two lists names its place in the file") {
    constexpr std::string_view text = R"({"id":"a","list":[{"n":1}],"list":[{"n":2}],"x":NaN,"end":"b"})";
    const Read read = read_records(text, {"list"});
    REQUIRE(read.count(IssueCode::bad_value) == 1);
    CHECK(std::any_of(read.issues.begin(), read.issues.end(), [&](const Issue& issue) { return issue.code == IssueCode::bad_value && issue.offset == text.find("NaN"); }));
}
