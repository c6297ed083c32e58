// SPDX-License-Identifier: BSL-1.0
#include <flightxref/text/sentence.hpp>

#include "text/time_words.hpp"
#include "text/word_set.hpp"

#include <algorithm>

namespace flightxref {
namespace {

constexpr std::size_t longest_sentence = 512;  // tokens

/// Words a line of hard-wrapped text may break after; a sentence or a headline does not end on them.
bool carries_on(const Token& token) {
    static constexpr detail::WordSet words = {"a",  "an", "the", "of", "in", "on",  "at",   "to",   "from",  "by",   "with", "for", "and",  "or",
                                         "but", "as", "that", "its", "his", "her", "their", "was", "is", "were", "are", "had", "has", "will", "who", "which"};
    if (token.mark == ',' || token.mark == '(') return true;
    return token.letter_case == LetterCase::lower && words.has(token);
}

/// Abbreviations that name what follows ("Gen. Milley", "Mt. Paektu", "No. 7", "Oct. 3") and so do not end a sentence before a capital letter.
bool names_what_follows(const Token& token) {
    static constexpr detail::WordSet words = {"mr",  "mrs", "ms",  "dr",  "prof", "gen",  "lt",   "col", "maj",  "capt", "cmdr", "adm", "sgt", "brig",
                                         "sen", "rep", "gov", "pres", "rev", "hon",  "st",   "ste", "mt",   "ft",   "vs",   "flt", "approx"};
    if (token.folded.size() == 1) return true;  // an initial
    return words.has(token);
}

/// Words that begin a sentence far more often than a name: a capital after "p.m." or "U.S." is an end only before these, or where the
/// abbreviation is a time of day.
bool begins_sentence(const Token& token) {
    static constexpr detail::WordSet words = {"the", "a",    "an",   "he",  "she",  "it",   "they", "we",   "i",    "his",   "her",   "its",  "their", "this", "that",
                                         "these", "those", "in", "on", "at", "by", "from", "after", "before", "but", "and", "as", "when", "while", "there", "two",
                                         "three", "one", "no", "not", "if", "an", "another", "both", "all", "meanwhile", "later", "earlier", "officials", "flight"};
    return words.has(token);
}

bool is_zone_name(const Token& token) {
    static constexpr detail::WordSet words = {"kst", "jst", "gmt", "utc", "bst", "cet", "cest", "est", "edt", "et", "ct", "pt", "mt", "cst", "cdt", "mst", "mdt", "pst", "pdt",
                                         "msk", "eastern", "central", "pacific", "mountain", "local", "moscow", "beijing", "seoul", "korean", "korea", "tokyo", "on",
                                         "london", "paris", "berlin", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    return words.has(token);
}

bool is_clock(const Token& token) {
    if (token.kind != TokenKind::number && token.kind != TokenKind::alphanumeric) return false;
    const std::string_view text = token.folded;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == 0 || digits > 4) return false;
    std::string_view rest = text.substr(digits);
    if (rest.empty()) return false;
    if (digits <= 2 && (rest[0] == ':' || rest[0] == '.') && rest.size() >= 3 && rest[1] <= '5' && rest[2] >= '0' && rest[2] <= '9' && rest[1] >= '0') {
        rest.remove_prefix(3);
        return rest.empty() || rest == "am" || rest == "pm" || rest == "z" || rest == "h" || rest == "hrs" || (rest.size() == 3 && rest[0] == ':');
    }
    if (digits == 4) return rest == "z" || rest == "h" || rest == "hrs";
    return digits <= 2 && (rest == "am" || rest == "pm");
}

/// Past "Friday, 18 May,", "Monday 16 August", "Late evening" at the front; 0 when no day and no part of one is named.
std::size_t skip_day(std::span<const Token> tokens) {
    using detail::Lex;
    bool named = false;
    std::size_t i = 0;
    for (; i < tokens.size() && i < 9; ++i) {
        const Token& t = tokens[i];
        const Lex lex = t.kind == TokenKind::word ? detail::find_time_word(t).lex : Lex::none;
        if (lex == Lex::weekday || lex == Lex::weekday_short || lex == Lex::month || lex == Lex::part || lex == Lex::overnight || (lex == Lex::month_or_verb && t.is_capital())) named = true;
        else if (t.kind == TokenKind::number ? is_clock(t) : !(t.mark == ',' || lex == Lex::early || lex == Lex::late || lex == Lex::mid || lex == Lex::ordinal || (t.kind == TokenKind::alphanumeric && !is_clock(t)))) break;
    }
    return named ? i : 0;
}

/// "LUSAKA, March 11 (Reuters) -" and the like at the front; 0 when there is none.
std::size_t skip_dateline(std::span<const Token> tokens) {
    constexpr std::size_t longest = 14;
    if (tokens.empty() || tokens[0].kind != TokenKind::word || !tokens[0].is_capital()) return 0;
    bool sure = tokens[0].letter_case == LetterCase::upper && tokens[0].size() > 2;
    for (std::size_t i = 1; i < tokens.size() && i < longest; ++i) {
        const Token& t = tokens[i];
        if (t.mark == '-' && t.space_before) return sure ? i + 1 : 0;
        sure = sure || t.mark == '(' || (t.kind == TokenKind::number && detail::find_time_word(tokens[i - 1]).lex == detail::Lex::month);
        const bool part = t.kind == TokenKind::number || t.mark == ',' || t.mark == '.' || t.mark == '(' || t.mark == ')' || t.mark == '/' || (t.kind == TokenKind::word && t.is_capital());
        if (!part) return 0;
    }
    return 0;
}

/// Tokens at the front that head an entry: a day, a clock, what belongs to it, and the dash, colon or stop behind it; or a dateline.
std::uint32_t find_head(std::span<const Token> tokens) {
    std::size_t i = skip_day(tokens);
    const bool day = i > 0;
    if (!day && tokens.size() > 1 && (tokens[0].mark == '[' || tokens[0].mark == '(' || tokens[0].mark == '*')) ++i;
    if (i >= tokens.size()) return 0;
    if (day && (tokens[i].mark == ':' || tokens[i].mark == '|' || (tokens[i].mark == '-' && tokens[i].space_before))) return static_cast<std::uint32_t>(i + 1);
    if (!is_clock(tokens[i])) {
        const bool bare = i + 1 < tokens.size() && tokens[i].kind == TokenKind::number && tokens[i].size() <= 2 && (tokens[i + 1].is("p.m.") || tokens[i + 1].is("a.m.") || tokens[i + 1].is("pm") || tokens[i + 1].is("am"));
        const bool spelled = tokens[i].is("noon") || tokens[i].is("midnight");
        const bool four = i + 1 < tokens.size() && tokens[i].kind == TokenKind::number && tokens[i].size() == 4 && is_zone_name(tokens[i + 1]);
        if (!bare && !spelled && !four) return static_cast<std::uint32_t>(skip_dateline(tokens));
    }
    ++i;
    while (i < tokens.size() && (tokens[i].is("a.m.") || tokens[i].is("p.m.") || tokens[i].is("am") || tokens[i].is("pm") || (is_zone_name(tokens[i]) && tokens[i].letter_case == LetterCase::upper) || tokens[i].mark == ']')) ++i;
    const bool closed = i < tokens.size() && (tokens[i].mark == '-' || tokens[i].mark == ':' || tokens[i].mark == '.' || tokens[i].mark == '|');
    if (closed) ++i;
    if (i >= tokens.size()) return static_cast<std::uint32_t>(i);
    const bool starts = tokens[i].is_capital() || tokens[i].kind == TokenKind::quote_open || tokens[i].line_before;
    return closed || (starts && !day) ? static_cast<std::uint32_t>(i) : 0;
}

}  // namespace

inline bool SentenceReader::fill(std::size_t count) {
    while (m_tokens.size() < count && m_tokenizer.next(m_tokens)) {
    }
    return m_tokens.size() >= count;
}

/// Tokens from the one in question on that decide whether a sentence ends there.
constexpr std::size_t look_ahead = 5;

bool SentenceReader::line_ends_at(std::size_t i) {
    if (!fill(i + 2)) return true;
    const Token& next = m_tokens[i + 1];
    if (!next.line_before) return false;
    // A line that was only wrapped goes on in lower case, or stops at a word no line ends on.
    const std::string_view gap = m_text.substr(m_tokens[i].end, next.begin - m_tokens[i].end);
    if (std::count(gap.begin(), gap.end(), '\n') > 1 || next.kind == TokenKind::markup) return true;
    const bool stopped = m_tokens[i].mark == '.' || m_tokens[i].mark == '!' || m_tokens[i].mark == '?' || m_tokens[i].mark == ':';
    if (stopped || next.mark == '*' || next.mark == '-') return true;
    return !(next.letter_case == LetterCase::lower && next.kind == TokenKind::word) && !carries_on(m_tokens[i]);
}

bool SentenceReader::ends_at(std::size_t i) {
    fill(i + look_ahead);  // moves the tokens: whatever is looked at below must be here before it is referred to
    const Token& token = m_tokens[i];
    if (token.mark == 0 && !token.dotted) return false;
    const bool stop = token.mark == '.' || token.mark == '!' || token.mark == '?' || token.mark == '~';
    const bool closes = i > 0 && (token.kind == TokenKind::quote_close || token.mark == ')' || token.mark == ']') &&
                        (m_tokens[i - 1].mark == '.' || m_tokens[i - 1].mark == '!' || m_tokens[i - 1].mark == '?' || m_tokens[i - 1].dotted);
    if (!stop && !closes && !token.dotted) return false;
    const bool more = fill(i + 2);
    if (!more) return true;
    const Token& next = m_tokens[i + 1];
    if (!next.space_before) return false;
    const bool capital = next.is_capital() || next.kind == TokenKind::quote_open || next.kind == TokenKind::number || next.kind == TokenKind::alphanumeric ||
                         next.mark == '(' || next.mark == '[' || next.mark == '*' || (next.mark == '-' && next.kind == TokenKind::punctuation);
    if (!capital) return false;
    if (closes) return next.is_capital() || next.kind == TokenKind::quote_open || next.kind == TokenKind::number;
    if (token.mark == '~' && next.kind == TokenKind::quote_open) return false;
    if (token.dotted) {
        if (names_what_follows(token)) return false;
        if (next.kind == TokenKind::number || next.kind == TokenKind::alphanumeric || next.mark == '-' || next.mark == '(' || next.mark == '[') return false;
        if (token.is("a.m.") || token.is("p.m.")) {
            // "6:30 a.m. Alaska time", "9 p.m. New Zealand time"
            for (std::size_t k = i + 2; k < i + look_ahead && fill(k + 1) && m_tokens[k].kind == TokenKind::word; ++k)
                if (m_tokens[k].is("time")) return false;
            return !is_zone_name(next) || begins_sentence(next);
        }
        return begins_sentence(next) && next.letter_case == LetterCase::capitalised;
    }
    if (token.mark == '.' && (next.mark == '-' || next.mark == '(')) return true;
    return true;
}

const Sentence* SentenceReader::next() {
    m_tokens.drop_front(m_taken);
    m_taken = 0;
    if (!fill(1)) return nullptr;
    if (m_tokens[0].line_before && (m_sentences > 0)) {
        ++m_paragraphs;
        m_in_quote = false;
    }
    m_sentence = Sentence{};
    m_sentence.paragraph = m_paragraphs;
    m_sentence.index = m_sentences++;
    m_sentence.paragraph_start = m_tokens[0].line_before;
    m_sentence.quoted = m_in_quote;

    std::size_t count = 0, comma = 0;
    bool stopped = false;
    for (;;) {
        const std::size_t i = count++;
        fill(i + look_ahead);
        const Token& token = m_tokens[i];
        // Most words end nothing.
        if (token.mark == 0 && !token.dotted && i + 1 < m_tokens.size() && !m_tokens[i + 1].line_before && count < longest_sentence) continue;
        if (token.mark == '"') m_in_quote = token.kind == TokenKind::quote_open;
        if (token.mark == ',' || token.mark == ';') comma = count;
        stopped = ends_at(i);
        if (stopped || line_ends_at(i)) break;
        if (count == longest_sentence) {
            if (comma > longest_sentence / 2) count = comma;
            break;
        }
    }
    const bool last_of_line = stopped && fill(count + 1) ? m_tokens[count].line_before : true;
    const Token& last = m_tokens[count - 1];
    const bool full_stop = stopped && (last.mark == '.' || last.mark == '!' || last.mark == '?' || last.dotted || last.kind == TokenKind::quote_close || last.mark == ')');
    if (m_tokens[0].mark == '*' || (m_tokens[0].mark == '-' && m_sentence.paragraph_start)) m_sentence.kind = SentenceKind::list_item;
    else if (m_sentence.paragraph_start && last_of_line && !full_stop && last.mark != ':' && last.mark != ',' && count < longest_sentence) m_sentence.kind = SentenceKind::headline;
    m_sentence.tokens = std::span<const Token>(m_tokens.begin(), count);
    m_sentence.begin = m_tokens[0].begin;
    m_sentence.end = last.end;
    if (m_sentence.paragraph_start) m_sentence.head_tokens = find_head(m_sentence.tokens);
    m_taken = count;
    return &m_sentence;
}

Sentences::Sentences(std::string_view text) {
    // Cut once to learn the bounds, then hand out spans of one array that no longer moves.
    SentenceReader reader(text);
    std::vector<std::uint32_t> counts;
    while (const Sentence* sentence = reader.next()) {
        m_sentences.push_back(*sentence);
        counts.push_back(static_cast<std::uint32_t>(sentence->tokens.size()));
    }
    m_tokens = find_tokens(text);
    std::size_t at = 0;
    for (std::size_t i = 0; i < m_sentences.size(); ++i) {
        m_sentences[i].tokens = std::span<const Token>(m_tokens.begin() + at, counts[i]);
        at += counts[i];
    }
}

}  // namespace flightxref
