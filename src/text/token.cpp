// SPDX-License-Identifier: BSL-1.0
#include <flightxref/text/token.hpp>

#include <text/fold_table.hpp>
#include <text/utf8.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace flightxref {
namespace {

using detail::classify;
using detail::CodePoint;
using detail::decode_at;
using detail::Letter;

constexpr std::size_t longest_token = 1024;
constexpr std::size_t chunk_bytes = 64 * 1024;

enum Class : std::uint8_t { c_mark, c_lower, c_upper, c_digit, c_space, c_line, c_control, c_high };

constexpr std::array<std::uint8_t, 256> make_classes() {
    std::array<std::uint8_t, 256> table{};
    for (int c = 0; c < 256; ++c)
        table[static_cast<std::size_t>(c)] = c >= 0x80                                      ? c_high
                                             : c >= 'a' && c <= 'z'                         ? c_lower
                                             : c >= 'A' && c <= 'Z'                         ? c_upper
                                             : c >= '0' && c <= '9'                         ? c_digit
                                             : c == '\n' || c == '\r'                       ? c_line
                                             : c == ' ' || c == '\t' || c == '\v' || c == '\f' ? c_space
                                             : c < 0x20 || c == 0x7F                        ? c_control
                                                                                            : c_mark;
    return table;
}
constexpr auto classes = make_classes();

std::uint8_t class_of(char c) { return classes[static_cast<unsigned char>(c)]; }
bool is_alnum(std::uint8_t c) { return c == c_lower || c == c_upper || c == c_digit; }

/// Abbreviations that keep their stop; those that are words too ("sat", "no") only before a digit.
enum class Dot { always, before_digit };
struct Abbreviation {
    std::string_view word;
    Dot dot;
    std::uint32_t hash = 0;
};
constexpr auto abbreviations = [] {
    std::array table = std::to_array<Abbreviation>({
    {"mr", Dot::always},    {"mrs", Dot::always},   {"ms", Dot::always},     {"dr", Dot::always},    {"prof", Dot::always},  {"gen", Dot::always},
    {"lt", Dot::always},    {"col", Dot::always},   {"maj", Dot::always},    {"capt", Dot::always},  {"cmdr", Dot::always},  {"adm", Dot::always},
    {"sgt", Dot::always},   {"brig", Dot::always},  {"sen", Dot::always},    {"rep", Dot::always},   {"gov", Dot::always},   {"pres", Dot::always},
    {"rev", Dot::always},   {"hon", Dot::always},   {"st", Dot::always},     {"ste", Dot::always},   {"mt", Dot::always},    {"ft", Dot::always},
    {"jr", Dot::always},    {"sr", Dot::always},    {"vs", Dot::always},     {"approx", Dot::always}, {"est", Dot::before_digit}, {"jan", Dot::always},
    {"feb", Dot::always},   {"mar", Dot::before_digit}, {"apr", Dot::always}, {"jun", Dot::before_digit}, {"jul", Dot::always}, {"aug", Dot::always},
    {"sept", Dot::always},  {"sep", Dot::always},   {"oct", Dot::always},    {"nov", Dot::always},   {"dec", Dot::always},   {"mon", Dot::before_digit},
    {"tue", Dot::always},   {"tues", Dot::always},  {"wed", Dot::before_digit}, {"thu", Dot::always}, {"thur", Dot::always}, {"thurs", Dot::always},
    {"fri", Dot::always},   {"sat", Dot::before_digit}, {"sun", Dot::before_digit}, {"no", Dot::before_digit}, {"nos", Dot::before_digit}, {"flt", Dot::always},
    {"fig", Dot::before_digit}, {"vol", Dot::before_digit}, {"ca", Dot::before_digit}, {"hrs", Dot::always}, {"min", Dot::before_digit}, {"mins", Dot::before_digit},
    {"dept", Dot::always},  {"corp", Dot::always},  {"inc", Dot::always},    {"ltd", Dot::always},   {"bros", Dot::always},  {"etc", Dot::always}});
    for (Abbreviation& one : table) one.hash = word_hash(one.word);
    std::sort(table.begin(), table.end(), [](const Abbreviation& a, const Abbreviation& b) { return a.hash < b.hash; });
    return table;
}();

const Abbreviation* find_abbreviation(const Token& token) {
    const auto found = std::lower_bound(abbreviations.begin(), abbreviations.end(), token.hash, [](const Abbreviation& a, std::uint32_t hash) { return a.hash < hash; });
    return found != abbreviations.end() && found->hash == token.hash && found->word == token.folded ? &*found : nullptr;
}

/// The two letters a Latin letter folds to ("  " where it has none).
std::string_view latin_fold(char32_t c) {
    if (c >= 0xC0 && c <= 0x24F) return detail::latin_fold_00c0.substr((c - 0xC0) * 2, 2);
    if (c >= 0x1E00 && c <= 0x1EFF) return detail::latin_fold_1e00.substr((c - 0x1E00) * 2, 2);
    return "  ";
}

char32_t to_lower(char32_t c) {
    if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 0x20;
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    return c;
}

/// Top-level names that join "flightradar24.com" into one word.
bool is_domain_end(std::string_view rest) {
    for (const std::string_view end : {"com", "org", "net", "info", "io", "co", "ru", "de", "uk", "eu", "fr", "il", "gov", "mil", "edu", "aero"})
        if (rest.starts_with(end) && (rest.size() == end.size() || !is_alnum(class_of(rest[end.size()])))) return true;
    return false;
}

/// Length of "s", "d", "ll", "ve", "re", "m" at the start of `rest` when no letter follows, else 0.
std::size_t clitic_letters(std::string_view rest) {
    for (const std::string_view tail : {"s", "d", "m", "ll", "ve", "re"}) {
        if (rest.size() < tail.size()) continue;
        bool same = true;
        for (std::size_t i = 0; i < tail.size(); ++i) same = same && (rest[i] | 0x20) == tail[i];
        if (!same) continue;
        if (rest.size() == tail.size()) return tail.size();
        const auto next = class_of(rest[tail.size()]);
        if (is_alnum(next)) return 0;
        if (next == c_high) {
            const CodePoint point = decode_at(rest, tail.size());
            const Letter letter = point.valid ? classify(point.value) : Letter::symbol;
            if (letter == Letter::letter || letter == Letter::combining) return 0;
        }
        return tail.size();
    }
    return 0;
}

/// Bytes of an apostrophe at `at`, straight or curly, else 0.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return 0;
    if (text[at] == '\'') return 1;
    if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
    const CodePoint point = decode_at(text, at);
    return point.valid && (classify(point.value) == Letter::apostrophe || point.value == 0x2018) ? point.size : 0;
}

/// Collects the folded form of a word and what is to be known of it.
struct Folder {
    char* out;
    std::size_t size = 0;
    bool first_upper = false, any_lower = false, later_upper = false, any_letter = false, any_digit = false;

    void put(char c) { out[size++] = c; }
    void letter(bool upper, bool lower) {
        if (!any_letter) first_upper = upper;
        else if (upper) later_upper = true;
        any_lower = any_lower || lower;
        any_letter = true;
    }
    void put_letter(std::string_view text, std::size_t at, const CodePoint& point) {
        const std::string_view fold = latin_fold(point.value);
        if (fold[0] != ' ') {
            const bool upper = fold[0] < 'a';
            letter(upper, !upper);
            put(static_cast<char>(fold[0] | 0x20));
            if (fold[1] != ' ') put(fold[1]);
            return;
        }
        const char32_t low = to_lower(point.value);
        letter(low != point.value, low == point.value && point.value < 0x530);
        if (low != point.value) {
            put(static_cast<char>(0xC0 | (low >> 6)));
            put(static_cast<char>(0x80 | (low & 0x3F)));
            return;
        }
        for (std::uint32_t i = 0; i < point.size; ++i) put(text[at + i]);
    }
    LetterCase letter_case() const {
        if (!any_letter) return LetterCase::none;
        if (!first_upper && !later_upper) return LetterCase::lower;
        if (first_upper && !later_upper) return any_lower ? LetterCase::capitalised : LetterCase::upper;
        return any_lower ? LetterCase::mixed : LetterCase::upper;
    }
};

/// How many of eight letters or other bytes are lower-case ASCII letters before the first that is not.
std::size_t leading_lower(std::uint64_t block) {
    constexpr std::uint64_t each = 0x0101010101010101u, high = 0x80 * each;
    const std::uint64_t low = block & ~high, from_a = low + (0x80 - 'a') * each, beyond_z = low + (0x80 - 'z' - 1) * each;
    const std::uint64_t others = (~from_a | beyond_z | block) & high;
    return others == 0 ? 8 : static_cast<std::size_t>(std::countr_zero(others)) / 8;
}

/// The lower-case letters at the start of `text`, behind a capital one where `capital`, with the hash of their folded form.
std::pair<std::size_t, std::uint32_t> plain_word(std::string_view text, bool capital) {
    std::size_t at = 0;
    std::uint64_t hash = 0;
    for (;;) {
        std::uint64_t block = 0;
        if (text.size() - at >= 8) {
            std::memcpy(&block, text.data() + at, 8);
            if constexpr (std::endian::native == std::endian::big) block = detail::word_block(text.data() + at, 8);
        } else {
            block = detail::word_block(text.data() + at, text.size() - at);
        }
        if (capital && at == 0) block |= 0x20;
        const std::size_t letters = leading_lower(block);
        if (letters > 0) hash = detail::word_hash_step(hash, letters == 8 ? block : block & ((std::uint64_t{1} << (8 * letters)) - 1));
        at += letters;
        if (letters < 8) return {at, static_cast<std::uint32_t>(hash)};
    }
}

void set_mark(Token& token, TokenKind kind, char mark) {
    static constexpr char signs[] = "!\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~";
    token.kind = kind;
    token.mark = mark;
    const char* found = mark ? std::strchr(signs, mark) : nullptr;
    token.folded = found ? std::string_view(found, 1) : std::string_view();
    token.hash = word_hash(token.folded);
}

}  // namespace

void Tokens::clear() {
    m_tokens.clear();
    m_chunk = m_used = 0;
}

void Tokens::drop_front(std::size_t count) {
    m_tokens.erase(m_tokens.begin(), m_tokens.begin() + static_cast<std::ptrdiff_t>(count));
    if (m_chunk == 0) return;
    std::string kept;
    for (const Token& token : m_tokens) kept += token.folded;
    m_chunk = m_used = 0;
    std::size_t at = 0;
    for (Token& token : m_tokens) {
        char* const home = room(token.folded.size());
        std::memcpy(home, kept.data() + at, token.folded.size());
        at += token.folded.size();
        token.folded = {home, token.folded.size()};
        m_used += token.folded.size();
    }
}

char* Tokens::room(std::size_t bytes) {
    if (m_chunks.empty()) m_chunks.push_back(std::make_unique<char[]>(chunk_bytes));
    if (m_used + bytes > chunk_bytes) {
        ++m_chunk;
        m_used = 0;
        if (m_chunk == m_chunks.size()) m_chunks.push_back(std::make_unique<char[]>(chunk_bytes));
    }
    return m_chunks[m_chunk].get() + m_used;
}

void Tokenizer::skip_space(Token& token) {
    while (m_at < m_text.size()) {
        const auto kind = class_of(m_text[m_at]);
        if (is_alnum(kind)) return;
        if (kind == c_space) {
            token.space_before = true;
            ++m_at;
        } else if (kind == c_line) {
            token.space_before = token.line_before = true;
            ++m_at;
        } else if (kind == c_control) {
            ++m_at;
        } else if (kind == c_high) {
            const CodePoint point = decode_at(m_text, m_at);
            if (!point.valid) return;
            const Letter letter = classify(point.value);
            if (letter == Letter::space || letter == Letter::line) token.space_before = true;
            else if (letter != Letter::ignorable) return;
            if (letter == Letter::line) token.line_before = true;
            m_at += point.size;
        } else {
            return;
        }
    }
}

/// Whether what stands there certainly belongs to no word before it: white space, a comma, a stop before white space.
inline bool Tokenizer::ends_word(std::size_t at) const {
    const auto is_blank = [&](std::size_t i) { return class_of(m_text[i]) == c_space || class_of(m_text[i]) == c_line; };
    return is_blank(at) || m_text[at] == ',' || (m_text[at] == '.' && at + 1 < m_text.size() && is_blank(at + 1));
}

/// Most tokens are plain words, and those in lower case need no copy. False, and nothing read, where more than letters may belong to the word.
inline bool Tokenizer::read_plain_word(Token& token, Tokens& tokens) {
    const char* const data = m_text.data() + m_at;
    const bool capital = class_of(*data) == c_upper;
    const auto [letters, hash] = plain_word(m_text.substr(m_at, longest_token), capital);
    const std::size_t end = m_at + letters;
    if (letters == 0 || end >= m_text.size() || letters >= longest_token || !ends_word(end)) return false;
    token.kind = TokenKind::word;
    token.letter_case = !capital ? LetterCase::lower : letters == 1 ? LetterCase::upper : LetterCase::capitalised;
    token.folded = {data, letters};
    token.hash = hash;
    if (capital) {
        char* const out = tokens.room(letters);
        std::memcpy(out, data, letters);
        out[0] = static_cast<char>(out[0] | 0x20);
        token.folded = {out, letters};
        tokens.m_used += letters;
    }
    m_at = end;
    if (m_text[end] == '.') take_dot(token);
    return true;
}

bool Tokenizer::next(Tokens& tokens) {
    Token token;
    token.space_before = token.line_before = m_at == 0;
    if (m_block_tag) token.space_before = token.line_before = true;
    if (m_at + 1 < m_text.size() && m_text[m_at] == ' ' && is_alnum(class_of(m_text[m_at + 1]))) {
        token.space_before = true;
        ++m_at;
    } else {
        skip_space(token);
    }
    if (m_at >= m_text.size()) return false;
    m_block_tag = false;
    token.begin = static_cast<std::uint32_t>(m_at);
    const auto kind = class_of(m_text[m_at]);
    if (kind == c_lower || kind == c_upper || kind == c_digit) {
        if (!read_plain_word(token, tokens)) read_word(token, tokens);
    } else if (kind == c_high) {
        const CodePoint point = decode_at(m_text, m_at);
        const Letter letter = point.valid ? classify(point.value) : Letter::symbol;
        if (letter == Letter::letter || letter == Letter::combining) read_word(token, tokens);
        else read_other(token, tokens);
    } else {
        read_other(token, tokens);
    }
    token.end = static_cast<std::uint32_t>(m_at);
    tokens.m_tokens.push_back(token);
    return true;
}

void Tokenizer::read_word(Token& token, Tokens& tokens) {
    const char* const data = m_text.data();
    const std::size_t size = m_text.size(), begin = m_at;
    if (data[begin] == 'h' && m_text.substr(begin, 4) == "http" && m_text.substr(begin, 8).find("://") != std::string_view::npos) return read_link(token);

    Folder fold{tokens.room(2 * longest_token)};
    std::size_t end = begin;        // after the last byte that certainly belongs to the token
    std::size_t letters_run = 0;    // letters since the last sign
    bool initials = false;          // "p.m", "U.S": single letters with stops between
    std::size_t at = begin;
    while (at < size && at - begin < longest_token) {
        const char c = data[at];
        const auto kind = class_of(c);
        if (kind == c_lower || kind == c_upper) {
            fold.letter(kind == c_upper, kind == c_lower);
            fold.put(static_cast<char>(c | 0x20));
            ++letters_run;
            end = ++at;
            continue;
        }
        if (kind == c_digit) {
            fold.any_digit = true;
            fold.put(c);
            letters_run = 0;
            end = ++at;
            continue;
        }
        std::size_t sign_size = 1;
        char sign = c;
        if (kind == c_high) {
            const CodePoint point = decode_at(m_text, at);
            if (!point.valid) break;
            const Letter letter = classify(point.value);
            if (letter == Letter::letter) {
                fold.put_letter(m_text, at, point);
                ++letters_run;
                end = at += point.size;
                continue;
            }
            if (letter == Letter::combining) {
                end = at += point.size;
                continue;
            }
            if (letter == Letter::ignorable) {
                at += point.size;
                continue;
            }
            if (letter != Letter::hyphen && letter != Letter::apostrophe) break;
            sign = letter == Letter::hyphen ? '-' : '\'';
            sign_size = point.size;
        }
        // A sign belongs to the token only between two of its characters.
        const std::size_t after = at + sign_size;
        if (end != at && sign_size == 1 && kind != c_high) break;  // after a zero-width character
        if (after >= size) break;
        auto next = class_of(data[after]);
        bool next_letter = next == c_lower || next == c_upper;
        if (next == c_high) {
            const CodePoint point = decode_at(m_text, after);
            next_letter = point.valid && classify(point.value) == Letter::letter;
        }
        const bool next_digit = next == c_digit, after_digit = at > begin && class_of(data[at - 1]) == c_digit;
        bool joins = false;
        switch (sign) {
            case '-': joins = next_letter || next_digit; break;
            case '\'': joins = next_letter && !after_digit && clitic_letters(m_text.substr(after, 3)) == 0; break;
            case '.':
                joins = (after_digit && next_digit) || (next_letter && letters_run == 1 && !initials && after + 1 < size &&
                                                         (data[after + 1] == '.' || !is_alnum(class_of(data[after + 1])))) ||
                        (next_letter && letters_run == 1 && initials) || (next_letter && letters_run > 1 && next == c_lower && is_domain_end(m_text.substr(after, 6)));
                if (joins && next_letter && letters_run == 1) initials = true;
                break;
            case ',': joins = after_digit && next_digit && after + 2 < size && class_of(data[after + 1]) == c_digit && class_of(data[after + 2]) == c_digit &&
                              (after + 3 >= size || class_of(data[after + 3]) != c_digit);
                break;
            case ':': case '/': case '+': joins = after_digit && next_digit; break;
            case '&': joins = letters_run > 0 && next == c_upper; break;
            default: break;
        }
        if (!joins) break;
        fold.put(sign);
        letters_run = 0;
        end = at = after;
    }
    if (at - begin >= longest_token && end == begin) end = at;
    m_at = end;
    token.kind = !fold.any_digit ? TokenKind::word : fold.any_letter ? TokenKind::alphanumeric : TokenKind::number;
    token.letter_case = fold.letter_case();
    if (initials && m_at < size && data[m_at] == '.') {
        fold.put('.');
        ++m_at;
        token.dotted = true;
    }
    token.folded = {fold.out, fold.size};
    token.hash = word_hash(token.folded);
    tokens.m_used += fold.size;
    if (!token.dotted && m_at < size && data[m_at] == '.') take_dot(token);
}

void Tokenizer::take_dot(Token& token) {
    if (token.kind != TokenKind::word) return;
    const bool initial = token.folded.size() == 1 && token.letter_case == LetterCase::upper;  // "George W. Bush"
    const Abbreviation* const found = initial ? nullptr : find_abbreviation(token);
    if (!initial && !found) return;
    if (found && found->dot == Dot::before_digit) {
        std::size_t at = m_at + 1;
        while (at < m_text.size() && class_of(m_text[at]) == c_space) ++at;
        if (m_text.substr(at, 2) == "\xC2\xA0") at += 2;
        if (at >= m_text.size() || class_of(m_text[at]) != c_digit) return;
    }
    if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '.') return;
    token.dotted = true;
    ++m_at;
}

bool Tokenizer::read_clitic(Token& token, Tokens& tokens) {
    const std::size_t sign = apostrophe_at(m_text, m_at);
    if (sign == 0 || tokens.empty() || token.space_before) return false;
    const Token& before = tokens.back();
    if (!before.is_wordlike() && before.kind != TokenKind::number && before.kind != TokenKind::quote_close) return false;
    const std::size_t letters = clitic_letters(m_text.substr(m_at + sign, 4));
    if (letters == 0) return false;
    char* const out = tokens.room(8);
    out[0] = '\'';
    for (std::size_t i = 0; i < letters; ++i) out[i + 1] = static_cast<char>(m_text[m_at + sign + i] | 0x20);
    tokens.m_used += letters + 1;
    token.kind = TokenKind::clitic;
    token.letter_case = LetterCase::lower;
    token.folded = {out, letters + 1};
    token.hash = word_hash(token.folded);
    m_at += sign + letters;
    return true;
}

void Tokenizer::read_link(Token& token) {
    std::size_t at = m_at;
    while (at < m_text.size() && at - m_at < longest_token) {
        const char c = m_text[at];
        const auto kind = class_of(c);
        if (kind == c_space || kind == c_line || kind == c_control || kind == c_high || c == '<' || c == '>' || c == '"') break;
        ++at;
    }
    while (at > m_at + 8 && std::strchr(".,;:!?)]'", m_text[at - 1])) --at;
    set_mark(token, TokenKind::link, 0);
    m_at = at;
}

bool Tokenizer::read_markup(Token& token) {
    if (m_at + 1 >= m_text.size()) return false;
    const char first = m_text[m_at + 1];
    if (class_of(first) != c_lower && class_of(first) != c_upper && first != '/' && first != '!') return false;
    std::size_t at = m_at + 1;
    const std::size_t limit = std::min(m_text.size(), m_at + 2 * longest_token);
    while (at < limit && m_text[at] != '>' && m_text[at] != '<') ++at;
    if (at >= limit || m_text[at] != '>') return false;
    std::string name;
    for (std::size_t i = m_at + 1 + (first == '/'); i < at && name.size() < 12; ++i) {
        if (!is_alnum(class_of(m_text[i]))) break;
        name += static_cast<char>(m_text[i] | 0x20);
    }
    std::size_t end = at + 1;
    if (first != '/' && !m_unclosed && (name == "script" || name == "style")) {
        const std::size_t close = m_text.find("</" + name, end);
        const std::size_t stop = close == std::string_view::npos ? close : m_text.find('>', close);
        if (stop == std::string_view::npos) m_unclosed = true;
        else end = stop + 1;
    }
    for (const std::string_view block : {"p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
                                         "figure", "figcaption", "blockquote", "hr", "header", "footer", "aside", "script", "style"})
        if (name == block) m_block_tag = true;
    if (m_block_tag) token.line_before = token.space_before = true;
    set_mark(token, TokenKind::markup, 0);
    m_at = end;
    return true;
}

bool Tokenizer::read_entity(Token& token, Tokens& tokens) {
    struct NamedSign {
        std::string_view name;
        TokenKind kind;
        char mark;
    };
    static constexpr NamedSign entities[] = {
        {"amp", TokenKind::punctuation, '&'},   {"nbsp", TokenKind::markup, 0},         {"#160", TokenKind::markup, 0},          {"ndash", TokenKind::punctuation, '-'},
        {"mdash", TokenKind::punctuation, '-'}, {"#8211", TokenKind::punctuation, '-'}, {"#8212", TokenKind::punctuation, '-'},  {"quot", TokenKind::quote_open, '"'},
        {"ldquo", TokenKind::quote_open, '"'},  {"rdquo", TokenKind::quote_close, '"'}, {"lsquo", TokenKind::quote_open, '\''},  {"rsquo", TokenKind::punctuation, '\''},
        {"#39", TokenKind::punctuation, '\''},  {"apos", TokenKind::punctuation, '\''}, {"#8217", TokenKind::punctuation, '\''}, {"#8220", TokenKind::quote_open, '"'},
        {"#8221", TokenKind::quote_close, '"'}, {"hellip", TokenKind::punctuation, '~'}, {"#8230", TokenKind::punctuation, '~'}, {"lt", TokenKind::symbol, '<'},
        {"gt", TokenKind::symbol, '>'}};
    const std::size_t stop = m_text.substr(m_at, 9).find(';');
    if (stop == std::string_view::npos || stop < 3) return false;
    const std::string_view name = m_text.substr(m_at + 1, stop - 1);
    const auto* const found = std::find_if(std::begin(entities), std::end(entities), [&](const NamedSign& entity) { return entity.name == name; });
    if (found == std::end(entities)) return false;
    const std::size_t after = m_at + stop + 1;
    if (found->mark == '\'' && !token.space_before && !tokens.empty() && tokens.back().is_wordlike()) {
        if (const std::size_t letters = clitic_letters(m_text.substr(std::min(after, m_text.size()), 4))) {
            set_mark(token, TokenKind::clitic, 0);
            static constexpr std::string_view tails[] = {"'s", "'d", "'m", "'ll", "'ve", "'re"};
            for (const std::string_view tail : tails)
                if (tail.size() == letters + 1 && tail[1] == (m_text[after] | 0x20)) token.folded = tail;
            token.hash = word_hash(token.folded);
            m_at = after + letters;
            return true;
        }
    }
    set_mark(token, found->kind, found->mark);
    m_at = after;
    return true;
}

void Tokenizer::read_other(Token& token, Tokens& tokens) {
    const char c = m_text[m_at];
    if (read_clitic(token, tokens)) return;
    if (c == '<' && read_markup(token)) return;
    if (c == '&' && read_entity(token, tokens)) return;
    const auto follows_alnum = [&](std::size_t at) { return at < m_text.size() && (is_alnum(class_of(m_text[at])) || class_of(m_text[at]) == c_high); };
    if (class_of(c) == c_high) {
        const CodePoint point = decode_at(m_text, m_at);
        if (!point.valid) {
            m_at += point.size;
            return set_mark(token, TokenKind::bad, 0);
        }
        const char quote = point.value == 0x2018 || point.value == 0x201A || point.value == 0x201B || point.value == 0x2039 || point.value == 0x203A || point.value == 0x2019 ? '\'' : '"';
        m_at += point.size;
        switch (classify(point.value)) {
            case Letter::dash: case Letter::hyphen: return set_mark(token, TokenKind::punctuation, '-');
            case Letter::open: return set_mark(token, TokenKind::quote_open, quote);
            case Letter::close: return set_mark(token, TokenKind::quote_close, quote);
            case Letter::apostrophe:
                // ’ is an apostrophe at the head of a word ("’90s"), else it ends a quotation or a plural possessive.
                return set_mark(token, token.space_before && follows_alnum(m_at) ? TokenKind::punctuation : TokenKind::quote_close, '\'');
            case Letter::ellipsis: return set_mark(token, TokenKind::punctuation, '~');
            case Letter::bullet: return set_mark(token, TokenKind::punctuation, '*');
            case Letter::other_mark:
                return set_mark(token, TokenKind::punctuation, point.value == 0x3002 ? '.' : point.value == 0x3001 ? ',' : 0);
            default: return set_mark(token, TokenKind::symbol, 0);
        }
    }
    ++m_at;
    switch (c) {
        case '"': case '\'': case '`': {
            const bool opens = (token.space_before || tokens.empty() || tokens.back().kind == TokenKind::quote_open || tokens.back().mark == '(' ||
                                tokens.back().mark == '-' || tokens.back().kind == TokenKind::markup) && m_at < m_text.size() &&
                               class_of(m_text[m_at]) != c_space && class_of(m_text[m_at]) != c_line;
            return set_mark(token, opens ? TokenKind::quote_open : TokenKind::quote_close, c == '"' ? '"' : '\'');
        }
        case '-':
            while (m_at < m_text.size() && m_text[m_at] == '-' && m_at - token.begin < longest_token) ++m_at;
            return set_mark(token, TokenKind::punctuation, '-');
        case '.':
            if (m_text.substr(m_at, 2) == ".." || m_text.substr(m_at, 1) == ".") {
                while (m_at < m_text.size() && m_text[m_at] == '.' && m_at - token.begin < longest_token) ++m_at;
                return set_mark(token, TokenKind::punctuation, m_at - token.begin == 2 ? '.' : '~');
            }
            return set_mark(token, TokenKind::punctuation, '.');
        case '$': case '^': case '=': case '+': case '<': case '>': case '|': case '~': case '\\':
            return set_mark(token, TokenKind::symbol, c == '~' ? 0 : c);
        default: return set_mark(token, TokenKind::punctuation, c);
    }
}

Tokens find_tokens(std::string_view text) {
    Tokens tokens;
    Tokenizer tokenizer(text);
    while (tokenizer.next(tokens)) {
    }
    return tokens;
}

}  // namespace flightxref
