// SPDX-License-Identifier: BSL-1.0
#include <flightxref/text/token.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace flightxref;

namespace {

/// The tokens as they stand in the text, separated by '|'.
std::string cut(std::string_view text) {
    std::string all;
    for (const Token& token : find_tokens(text)) {
        if (!all.empty()) all += '|';
        all += text.substr(token.begin, token.size());
    }
    return all;
}

std::string folded(std::string_view text) {
    std::string all;
    const Tokens tokens = find_tokens(text);
    for (const Token& token : tokens) {
        if (!all.empty()) all += '|';
        all += token.folded;
        CHECK(token.hash == word_hash(token.folded));
    }
    return all;
}

}  // namespace

TEST_CASE("identifiers, clocks and numbers stay whole") {
    CHECK(cut("OE-LGV left at 5:05 a.m.; 1,250 km, 14.20 o'clock, 0720Z.") == "OE-LGV|left|at|5:05|a.m.|;|1,250|km|,|14.20|o'clock|,|0720Z|.");
    CHECK(cut("the 21st at 11.36pm, 16+01, 2024-05-06, 3/4/2021, U.S.-built A320neo") == "the|21st|at|11.36pm|,|16+01|,|2024-05-06|,|3/4/2021|,|U.S.|-|built|A320neo");
    CHECK(cut("4,5 and 6,700.") == "4|,|5|and|6,700|.");
    const Tokens tokens = find_tokens("Boeing 737 A320 gone");
    CHECK(tokens[0].kind == TokenKind::word);
    CHECK(tokens[1].kind == TokenKind::number);
    CHECK(tokens[2].kind == TokenKind::alphanumeric);
    CHECK(tokens[0].letter_case == LetterCase::capitalised);
    CHECK(tokens[2].letter_case == LetterCase::upper);
    CHECK(tokens[3].letter_case == LetterCase::lower);
}

TEST_CASE("a possessive and a contraction come off the word, an apostrophe inside a name does not") {
    CHECK(cut("O’Hare’s runway isn’t N'Djamena's; they'll go") == "O’Hare|’s|runway|isn’t|N'Djamena|'s|;|they|'ll|go");
    CHECK(folded("O’Hare’s ISN’T") == "o'hare|'s|isn't");
    CHECK(cut("the pilots’ union") == "the|pilots|’|union");
}

TEST_CASE("folding takes diacritics, curly signs and invisible characters away, offsets stay in the text as given") {
    CHECK(folded("São Tomé Łódź Reykjavík Straße Æro") == "sao|tome|lodz|reykjavik|strasse|aero");
    const std::string text = "Mos\xE2\x80\x8B" "cow\xE2\x80\xAF" "time";  // zero-width space inside, narrow no-break space after
    CHECK(folded(text) == "moscow|time");
    const Tokens tokens = find_tokens(text);
    CHECK(tokens[0].end == 9);
    CHECK(tokens[1].begin == 12);
    CHECK(folded("МОСКВА") == "москва");
}

TEST_CASE("abbreviations keep their stop where it can not end a sentence") {
    const Tokens tokens = find_tokens("Gen. Roe sat. He left on Sat. 4 at 6 p.m.");
    CHECK(tokens[0].dotted);
    CHECK(tokens[0].folded == "gen");
    CHECK_FALSE(tokens[2].dotted);
    CHECK(tokens[3].mark == '.');
    CHECK(tokens[7].dotted);
    CHECK(tokens.back().folded == "p.m.");
}

TEST_CASE("quotation marks know whether they open or close") {
    const Tokens tokens = find_tokens("\"Gone,\" she said — “to ‘Oslo’” ...");
    CHECK(tokens[0].kind == TokenKind::quote_open);
    CHECK(tokens[3].kind == TokenKind::quote_close);
    CHECK(tokens[6].mark == '-');
    CHECK(tokens[7].kind == TokenKind::quote_open);
    CHECK(tokens[9].kind == TokenKind::quote_open);
    CHECK(tokens[11].kind == TokenKind::quote_close);
    CHECK(tokens[12].kind == TokenKind::quote_close);
    CHECK(tokens.back().mark == '~');
}

TEST_CASE("HTML left in the text is set apart, a comparison is not HTML") {
    const std::string_view text = "It left.<br/>Roe&rsquo;s&nbsp;jet <a href=\"x\">landed</a> <script>var at = '6 p.m.';</script>1 < 2";
    const Tokens tokens = find_tokens(text);
    CHECK(tokens[3].kind == TokenKind::markup);
    CHECK(tokens[4].line_before);
    CHECK(tokens[5].kind == TokenKind::clitic);
    CHECK(tokens[5].folded == "'s");
    CHECK(tokens[6].kind == TokenKind::markup);
    CHECK(cut(text).find("var|") == std::string::npos);
    CHECK(tokens.back().folded == "2");
    CHECK(cut("see https://example.org/a?b=1. Then").find("https://example.org/a?b=1|.") != std::string::npos);
}

TEST_CASE("bytes that are not UTF-8 are a token of their own and an issue with their offset") {
    const std::string text = "left \xFF\xFE" "Oslo \xC3";
    const Tokens tokens = find_tokens(text);
    CHECK(tokens[1].kind == TokenKind::bad);
    CHECK(tokens.back().kind == TokenKind::bad);
    const auto issues = find_encoding_issues(text, "a.txt");
    REQUIRE(issues.size() == 2);
    CHECK(issues[0].offset == 5);
    CHECK(issues[0].detail == "2 bytes that are not UTF-8");
    CHECK(issues[1].offset == 12);
    CHECK(find_encoding_issues("Zürich", "").empty());
    std::string many;
    for (int i = 0; i < 150; ++i) many += "a\xFF";
    CHECK(find_encoding_issues(many, "").size() == 101);
}

TEST_CASE("code points are counted as Python counts them") {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "é—a";
    const CodePoints points(text);
    CHECK(points.at(0) == 0);
    CHECK(points.at(6 * 200) == 3 * 200);
    CHECK(points.at(text.size()) == 1500);
    CHECK(points.span(6, 11).code_point_end == 5);
    std::string bad = "\xE2\x80x\xFF\xF0\x9F\x98";  // two cut sequences and a stray byte: U+FFFD x U+FFFD U+FFFD
    CHECK(CodePoints(bad).at(bad.size()) == 4);
    for (int i = 0; i < 10; ++i) bad += bad;
    CHECK(CodePoints(bad).at(bad.size()) == 4096);
    CHECK(CodePoints(bad).at(bad.size() / 2) == 2048);
}

TEST_CASE("hostile input is cut in linear time into bounded tokens that cover it in order") {
    std::string one(3'000'000, 'x'), quotes, angle, dots;
    for (int i = 0; i < 100'000; ++i) quotes += "“", angle += "<a", dots += "a.";
    for (const std::string& text : {one, quotes, angle, dots, std::string(1'000'000, '-'), std::string(1'000'000, '.'), std::string("\0\0a\0", 4)}) {
        std::size_t end = 0;
        for (const Token& token : find_tokens(text)) {
            REQUIRE(token.begin >= end);
            REQUIRE(token.end > token.begin);
            REQUIRE(token.size() <= 2100);
            end = token.end;
        }
        CHECK(end <= text.size());
    }
}
