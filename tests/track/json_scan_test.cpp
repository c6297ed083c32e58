// SPDX-License-Identifier: BSL-1.0
#include "track/json_scan.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace flightxref::detail;

namespace {

/// A number as its digits and scale, or nothing.
using Read = std::optional<std::pair<std::int64_t, int>>;

/// The word, read by number(), when that takes all of it.
Read read_slowly(const std::string& word) {
    const std::string text = word + ',' + std::string(64, '\0');
    JsonScan scan(text.data(), text.data() + word.size() + 1);
    Decimal d;
    if (!scan.number(d) || scan.at() != text.data() + word.size()) return std::nullopt;
    return std::pair{d.digits, d.scale};
}

Read read_quickly(const std::string& word, int scale_before) {
    const std::string text = "[0.12345678," + word + ',' + std::string(64, '\0');
    const char* const begin = text.data() + 12;
    Decimal d{77, scale_before};
    if (!read_decimal(begin, begin + word.size(), d)) return std::nullopt;
    return std::pair{d.digits, d.scale};
}

/// Digits, a sign and a point, and nothing odd: what has to be read quickly.
bool is_plain(const std::string& word) {
    const std::string digits = word.substr(word.starts_with('-') ? 1 : 0);
    if (digits.empty() || digits.size() > 16 || digits[0] == '.' || digits.find_first_not_of("0123456789.") != std::string::npos) return false;
    const std::size_t point = digits.find('.');
    // Before a point far to the left the digits are too many for the last eight bytes.
    return point == std::string::npos || (digits.find('.', point + 1) == std::string::npos && digits.size() - point <= 8);
}

}  // namespace

TEST_CASE("a number read eight digits at a time is the one read digit by digit") {
    std::mt19937 random(5);
    const auto below = [&](std::size_t n) { return random() % n; };
    int quick = 0;
    for (int i = 0; i < 200'000; ++i) {
        std::string word(below(4) == 0 ? "-" : "");
        for (std::size_t n = below(10); n-- > 0;) word += static_cast<char>('0' + below(10));
        if (below(3) != 0) word += '.';
        for (std::size_t n = below(10); n-- > 0;) word += static_cast<char>('0' + below(10));
        if (below(4) == 0 && !word.empty()) word[below(word.size())] = "-+.eE/: \"nx\x7f\x80\xff"[below(15)];
        for (const int before : {0, 1, 2, 6, 7, 8, 18}) {
            const Read read = read_quickly(word, before);
            CAPTURE(word);
            CAPTURE(before);
            if (read) REQUIRE(read == read_slowly(word));
            REQUIRE(read.has_value() == is_plain(word));
            quick += read.has_value();
        }
    }
    CHECK(quick > 500'000);
}

TEST_CASE("numbers at the edges of what is read at once") {
    for (const char* word : {"0", "-0", "00", "9999999999999999", "-9999999999999999", "99999999.9999999", "1.", "-1.", "12345678", "123456789", "1234567.8", "0.1234567"}) {
        CAPTURE(word);
        CHECK(read_quickly(word, 0) == read_slowly(word));
    }
    for (const char* word : {"", "-", ".", "-.5", ".5", "--1", "1-", "1.2.3", "1e5", "+1", " 1", "1 ", "12345678901234567", "1.12345678", "0x1", "null"}) {
        CAPTURE(word);
        CHECK_FALSE(read_quickly(word, 1));
    }
}

TEST_CASE("a word is packed the same from a literal and from text, whatever follows it") {
    const std::string text = "alt_geom\":1";
    for (std::size_t size = 1; size <= 8; ++size) CHECK(packed_in_text(std::string_view(text).substr(0, size)) == packed(std::string_view("alt_geom").substr(0, size)));
    CHECK(packed("nic") != packed("nac"));
}
