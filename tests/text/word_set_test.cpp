// SPDX-License-Identifier: BSL-1.0
#include "text/word_set.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace flightxref;

TEST_CASE("a set of words finds its own words and no others, whatever their length and case") {
    static constexpr detail::WordSet words = {"a", "to", "midnight", "refuelling", "counterclockwise", "o'clock", "p.m."};
    const std::string text = "A plane bound TO Oslo left at midnight, not at 9 o'clock p.m., after refuelling counterclockwise midnights.";
    std::vector<std::string_view> found;
    for (const Token& token : find_tokens(text)) {
        CHECK(words.has(token) == !words.find(token).empty());
        if (words.has(token)) found.push_back(words.find(token));
    }
    CHECK(found == std::vector<std::string_view>{"a", "to", "midnight", "o'clock", "p.m.", "refuelling", "counterclockwise"});
}

TEST_CASE("a full set of one word still ends its search") {
    static constexpr detail::WordSet one = {"noon"};
    for (const Token& token : find_tokens("noon moon boon soon")) CHECK(one.has(token) == (token.folded == "noon"));
}
