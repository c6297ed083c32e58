// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/text/token.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace flightxref {

/// What a sentence stands in.
enum class SentenceKind : std::uint8_t {
    prose,
    headline,   ///< a line without a full stop: a headline, a caption, "FRIDAY, JAN. 31"
    list_item,  ///< begins with a bullet or a number of a list
};

/// A sentence of a text; long ones are cut at a comma, at the latest after 512 tokens.
struct Sentence {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the text
    std::uint32_t paragraph = 0;       ///< counted from 0
    std::uint32_t index = 0;           ///< counted from 0 through the text
    SentenceKind kind = SentenceKind::prose;
    bool paragraph_start = false;
    bool quoted = false;               ///< begins inside a quotation opened in this paragraph
    /// Tokens at the front that head an entry of a live blog or a timeline: "14:05", "7:29 p.m. --", "1042Z:"; 0 where there is none.
    std::uint32_t head_tokens = 0;
    std::span<const Token> tokens;

    std::string_view text(std::string_view document) const { return document.substr(begin, end - begin); }
};

/// Reads a text sentence by sentence in linear time, with memory for one sentence at a time.
class SentenceReader {
  public:
    explicit SentenceReader(std::string_view text) : m_text(text), m_tokenizer(text) {}

    /// The next sentence, or null at the end. It and its tokens are valid until the next call.
    const Sentence* next();

  private:
    bool fill(std::size_t count);
    bool ends_at(std::size_t i);
    bool line_ends_at(std::size_t i);

    std::string_view m_text;
    Tokenizer m_tokenizer;
    Tokens m_tokens;
    Sentence m_sentence;
    std::size_t m_taken = 0;         ///< tokens of the sentence handed out last
    std::uint32_t m_sentences = 0, m_paragraphs = 0;
    bool m_in_quote = false;
};

/// All sentences of a text. Holds the tokens; the text must outlive it.
class Sentences {
  public:
    explicit Sentences(std::string_view text);

    const Tokens& tokens() const { return m_tokens; }
    std::size_t size() const { return m_sentences.size(); }
    bool empty() const { return m_sentences.empty(); }
    const Sentence& operator[](std::size_t i) const { return m_sentences[i]; }
    auto begin() const { return m_sentences.begin(); }
    auto end() const { return m_sentences.end(); }

  private:
    Tokens m_tokens;
    std::vector<Sentence> m_sentences;
};

/// All sentences of a text.
inline Sentences find_sentences(std::string_view text) { return Sentences(text); }

}  // namespace flightxref
