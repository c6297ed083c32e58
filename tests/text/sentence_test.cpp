// SPDX-License-Identifier: BSL-1.0
#include <flightxref/text/sentence.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace flightxref;

namespace {

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> all;
    for (const Sentence& sentence : find_sentences(text)) all.emplace_back(sentence.text(text));
    return all;
}

}  // namespace

TEST_CASE("a full stop ends a sentence, an abbreviation does not") {
    CHECK(split("Gen. Roe left at 6 p.m. on Friday. Mr. Poe stayed. He flew to the U.S. Air Force base.").size() == 3);
    CHECK(split("It left at 6 p.m. The crew had slept. It landed at 9 a.m. Korean time.").size() == 3);
    CHECK(split("It landed shortly after 6:30 a.m. Alaska time and at 9 p.m. New Zealand time it left.").size() == 1);
    CHECK(split("They met in the U.S. The talks failed.").size() == 2);
    CHECK(split("J. R. Doe flew on Oct. 3 with No. 7 Squadron.").size() == 1);
    CHECK(split("Was he aboard? Nobody knows! The jet … went on.").size() == 3);
    CHECK(split("It weighs 3.5 tonnes and left 14.20 sharp.").size() == 1);
}

TEST_CASE("closing quotation marks and brackets belong to the sentence they close") {
    const auto sentences = split("“We are going home.” She waved. (It was late.) They left.");
    REQUIRE(sentences.size() == 4);
    CHECK(sentences[0] == "“We are going home.”");
    CHECK(sentences[2] == "(It was late.)");
    CHECK(split("“We are going,” she said. “Now.” And so it was.").size() == 3);
}

TEST_CASE("a line feed ends a paragraph unless the line was only wrapped") {
    const std::string_view text = "Envoy flies to Oslo\nThe envoy took off from\nVienna at noon and\nlanded at two.\nShe stayed.";
    const Sentences sentences = find_sentences(text);
    REQUIRE(sentences.size() == 3);
    CHECK(sentences[0].kind == SentenceKind::headline);
    CHECK(sentences[1].kind == SentenceKind::prose);
    CHECK(sentences[1].paragraph == 1);
    CHECK(sentences[2].paragraph == 2);
    CHECK(sentences[2].paragraph_start);
    CHECK(split("One.\r\nTwo.\r\n\r\nThree.").size() == 3);
}

TEST_CASE("the clock that heads an entry is told apart") {
    const std::string_view text = "14:05 The jet is airborne.\n7:29 p.m. -- A second one left.\n1042Z: Contact lost.\n16.30 hours is late.\n• It came back.";
    const Sentences sentences = find_sentences(text);
    REQUIRE(sentences.size() == 5);
    CHECK(sentences[0].head_tokens == 1);
    CHECK(sentences[1].head_tokens == 3);
    CHECK(sentences[2].head_tokens == 2);
    CHECK(sentences[3].head_tokens == 0);
    CHECK(sentences[4].kind == SentenceKind::list_item);
}

TEST_CASE("reading one by one gives the same as reading all") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += i % 7 ? "The Vickers VISCOUNT left Malmö’s field at 6 p.m. on Friday. " : "Gone\n\n";
    const Sentences all = find_sentences(text);
    SentenceReader reader(text);
    std::size_t i = 0;
    for (const Sentence* one = reader.next(); one; one = reader.next(), ++i) {
        REQUIRE(i < all.size());
        REQUIRE(one->begin == all[i].begin);
        REQUIRE(one->end == all[i].end);
        REQUIRE(one->tokens.size() == all[i].tokens.size());
        for (std::size_t k = 0; k < one->tokens.size(); ++k) {
            REQUIRE(one->tokens[k].folded == all[i].tokens[k].folded);
            REQUIRE(word_hash(one->tokens[k].folded) == one->tokens[k].hash);
        }
    }
    CHECK(i == all.size());
}

TEST_CASE("a text without a full stop is cut, not read as one sentence") {
    std::string text;
    for (int i = 0; i < 200'000; ++i) text += i % 9 ? "word " : "word, ";
    const Sentences sentences = find_sentences(text);
    CHECK(sentences.size() > 300);
    for (const Sentence& sentence : sentences) REQUIRE(sentence.tokens.size() <= 512);
    std::string nested;
    for (int i = 0; i < 10'000; ++i) nested += "“‘(";
    CHECK(find_sentences(nested).size() > 10);
    CHECK(find_sentences("").empty());
    CHECK(find_sentences(" \n\t ").empty());
}
