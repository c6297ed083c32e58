// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/core/batch.hpp>
#include <flightxref/text/document.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref {

/// What a token is made of.
enum class TokenKind : std::uint8_t {
    word,          ///< letters, with inner hyphens and apostrophes: "Moscow", "Il-Sung", "O'Hare", "p.m.", "Gen."
    number,        ///< digits and what stands between digits: "96", "5:05", "14.20", "1,200", "2023-10-18"
    alphanumeric,  ///< both: "RA-96023", "IL96", "11.36pm", "21st", "1042Z", "16+01"
    clitic,        ///< "'s", "'d", "'ll", "'ve", "'re", "'m" cut off the word before
    quote_open,    ///< a quotation mark that begins something
    quote_close,   ///< a quotation mark that ends something
    punctuation,   ///< see Token::mark
    symbol,        ///< money, degrees, arrows, emoji
    link,          ///< "https://..."
    markup,        ///< an HTML tag left in the text
    bad,           ///< bytes that are not UTF-8
};

/// How the letters of a token are written.
enum class LetterCase : std::uint8_t { none, lower, capitalised, upper, mixed };

namespace detail {

/// Up to eight bytes of a word as one number, the first lowest.
constexpr std::uint64_t word_block(const char* bytes, std::size_t size) {
    std::uint64_t block = 0;
    for (std::size_t i = 0; i < size && i < 8; ++i) block |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return block;
}

/// The hash of a word so far with eight more bytes behind it.
constexpr std::uint64_t word_hash_step(std::uint64_t hash, std::uint64_t block) {
    hash = (hash ^ block) * 0x9E3779B97F4A7C15u;
    return hash ^ (hash >> 32);
}

}  // namespace detail

/// Tables of words are looked up by it.
constexpr std::uint32_t word_hash(std::string_view folded) {
    std::uint64_t hash = 0;
    for (std::size_t at = 0; at < folded.size(); at += 8) hash = detail::word_hash_step(hash, detail::word_block(folded.data() + at, folded.size() - at));
    return static_cast<std::uint32_t>(hash);
}

/// A piece of text as small as reading needs it.
struct Token {
    std::uint32_t begin = 0, end = 0;  ///< bytes of the text
    std::uint32_t hash = 0;            ///< word_hash(folded)
    TokenKind kind = TokenKind::word;
    LetterCase letter_case = LetterCase::none;
    char mark = 0;              ///< punctuation as one ASCII sign: any dash '-', any ellipsis '~', any apostrophe '\'', any quote '"', any bullet '*'
    bool space_before = false;  ///< white space, or the start of the text, comes before
    bool line_before = false;   ///< a line feed, or the start of the text, comes before
    bool dotted = false;        ///< an abbreviation with its full stop: "Gen.", "p.m."
    /// Lower case, Latin letters without diacritics, curly apostrophes and hyphens straight, zero-width characters gone, the
    /// final stop of "Gen." gone and that of "p.m." kept. Valid as long as the text and the Tokens it came from.
    std::string_view folded;

    std::size_t size() const { return end - begin; }
    bool is(char sign) const { return mark == sign; }
    bool is(std::string_view word) const { return folded.size() == word.size() && std::memcmp(folded.data(), word.data(), word.size()) == 0; }
    bool is_wordlike() const { return kind == TokenKind::word || kind == TokenKind::alphanumeric; }
    /// Begins with a capital letter: "Moscow", "KST", "McCain".
    bool is_capital() const { return letter_case == LetterCase::capitalised || letter_case == LetterCase::upper || letter_case == LetterCase::mixed; }
};

/// Tokens of a text, with the memory their folded forms live in. Movable; the text must outlive it.
class Tokens {
  public:
    std::size_t size() const { return m_tokens.size(); }
    bool empty() const { return m_tokens.empty(); }
    const Token& operator[](std::size_t i) const { return m_tokens[i]; }
    const Token* begin() const { return m_tokens.data(); }
    const Token* end() const { return m_tokens.data() + m_tokens.size(); }
    const Token& back() const { return m_tokens.back(); }

    /// Forgets the tokens, keeps the memory.
    void clear();

    /// Forgets the first `count` tokens.
    void drop_front(std::size_t count);

  private:
    friend class Tokenizer;
    char* room(std::size_t bytes);

    std::vector<Token> m_tokens;
    std::vector<std::unique_ptr<char[]>> m_chunks;
    std::size_t m_chunk = 0, m_used = 0;
};

/// Cuts a text into tokens from left to right in linear time. Any bytes will do. A token is at most 1 KiB long, a tag 2 KiB; longer runs
/// are cut. A <script> is one token.
/// A text is read up to 4 GiB.
class Tokenizer {
  public:
    explicit Tokenizer(std::string_view text) : m_text(text.substr(0, 0xFFFF'FF00u)) {}

    /// Adds one token to `tokens`; false at the end of the text.
    bool next(Tokens& tokens);

    /// The byte the next token is looked for at.
    std::size_t position() const { return m_at; }

  private:
    void skip_space(Token& token);
    bool ends_word(std::size_t at) const;
    bool read_plain_word(Token& token, Tokens& tokens);
    void read_word(Token& token, Tokens& tokens);
    void read_other(Token& token, Tokens& tokens);
    bool read_clitic(Token& token, Tokens& tokens);
    bool read_markup(Token& token);
    bool read_entity(Token& token, Tokens& tokens);
    void read_link(Token& token);
    void take_dot(Token& token);

    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_block_tag = false;  ///< the last token was a tag that ends a line, as <br> and <p> do
    bool m_unclosed = false;   ///< a <script> without an end was seen; do not look for one again
};

/// All tokens of a text.
Tokens find_tokens(std::string_view text);

/// Byte offset -> code point offset, counting as Python does when it replaces what is not UTF-8: one for a stray byte, one for
/// a sequence that was cut short. One pass to build, then a look-up costs at most half a kilobyte of counting.
class CodePoints {
  public:
    explicit CodePoints(std::string_view text);

    /// Code points before that byte.
    std::size_t at(std::size_t byte) const;

    /// The span of bytes [begin, end).
    Span span(std::size_t begin, std::size_t end) const { return {begin, end, at(begin), at(end)}; }
    Span span(const Token& token) const { return span(token.begin, token.end); }

  private:
    struct Block {
        std::uint32_t points, first;  // code points before it, and the first byte in it that begins one
    };

    std::string_view m_text;
    std::vector<Block> m_blocks;  // one for every 512 bytes
    bool m_valid = true;  // UTF-8 throughout
};

/// Where a text is not UTF-8, as Issues of code bad_encoding with byte offsets; after a hundred, one that counts the rest.
std::vector<Issue> find_encoding_issues(std::string_view text, const std::string& source);

}  // namespace flightxref
