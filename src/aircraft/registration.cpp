// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/registration.hpp>

#include "core/ascii.hpp"
#include <reference/table.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace flightxref {
namespace {

struct Form {
    std::string_view text;  ///< "RA-#####"
    std::string_view state;
    RegistrationShape best;
    bool military;
};

/// What a place of a form looks like to the first character of a token: forms are kept by that.
std::size_t bucket_of(char c) { return is_digit(c) ? static_cast<std::size_t>(c - '0') : is_upper(c) ? static_cast<std::size_t>(c - 'A') + 10 : 36; }

class Grammar {
  public:
    Grammar() {
        detail::for_each_row(detail::builtin_table("nationality_marks"), [this](const std::vector<std::string_view>& row) {
            if (row.size() < 3) return;
            for (std::string_view text : detail::split_list(row[2])) {
                Form form{text, row[1], RegistrationShape::strong, false};
                for (; !form.text.empty(); form.text.remove_prefix(1)) {
                    if (form.text.front() == '!') form.military = true;
                    else if (form.text.front() == '~') form.best = form.best == RegistrationShape::strong ? RegistrationShape::fair : RegistrationShape::weak;
                    else break;
                }
                add(form);
            }
        });
    }

    const std::vector<Form>& beginning_with(char c) const { return m_forms[bucket_of(c)]; }

  private:
    void add(const Form& form) {
        const char first = form.text.front();
        for (std::size_t i = 0; i < 36; ++i) {
            const char c = static_cast<char>(i < 10 ? '0' + i : 'A' + (i - 10));
            if (first == c || (first == '@' && is_upper(c)) || (first == '#' && is_digit(c))) m_forms[i].push_back(form);
        }
    }

    std::array<std::vector<Form>, 37> m_forms;
};

const Grammar& grammar() {
    static const Grammar table;
    return table;
}

/// A token in upper case with plain hyphens, and what that took.
struct Token {
    std::string text;
    bool lower = false, blank = false, digit = false;
};

/// Nothing longer is a registration.
constexpr std::size_t longest = 14;

std::optional<Token> read_token(std::string_view raw) {
    Token token;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        if (c >= 'a' && c <= 'z') {
            token.lower = true;
            token.text.push_back(static_cast<char>(c - 'a' + 'A'));
        } else if (is_upper(c) || is_digit(c) || c == '-' || c == '+' || c == '.') {
            token.digit = token.digit || is_digit(c);
            token.text.push_back(c);
        } else if (c == ' ' || raw.substr(i, 2) == "\xC2\xA0") {
            if (token.blank || token.text.empty()) return std::nullopt;
            token.blank = true;
            token.text.push_back('-');
            if (c != ' ') ++i;
        } else if (raw.substr(i, 2) == "\xE2\x80" && i + 2 < raw.size() && raw[i + 2] >= '\x90' && raw[i + 2] <= '\x95') {
            token.text.push_back('-');  // U+2010 hyphen .. U+2015 horizontal bar
            i += 2;
        } else {
            return std::nullopt;
        }
        if (token.text.size() > longest) return std::nullopt;
    }
    if (token.text.empty()) return std::nullopt;
    return token;
}

bool fits(char place, char c) {
    return place == '@' ? is_upper(c) : place == '#' ? is_digit(c) : place == '?' ? is_upper(c) || is_digit(c) : place == c;
}

enum class Spelling : std::uint8_t { no, without_hyphen, as_written };

Spelling spelling_of(std::string_view form, std::string_view token) {
    std::size_t at = 0;
    bool hyphens = true;
    for (const char place : form) {
        if (at < token.size() && fits(place, token[at])) ++at;
        else if (place == '-') hyphens = false;
        else return Spelling::no;
    }
    if (at != token.size()) return Spelling::no;
    return hyphens ? Spelling::as_written : Spelling::without_hyphen;
}

std::string written(std::string_view form, std::string_view token) {
    std::string text;
    std::size_t at = 0;
    for (const char place : form) {
        if (place == '-') {
            text.push_back('-');
            if (at < token.size() && token[at] == '-') ++at;
        } else {
            text.push_back(token[at++]);
        }
    }
    return text;
}

RegistrationShape weaker(RegistrationShape shape) {
    return shape == RegistrationShape::strong ? RegistrationShape::fair : RegistrationShape::weak;
}

/// US registrations: N, 1-9, up to five characters in all, at the end up to two letters but I and O.
bool is_n_number(std::string_view text) {
    if (text.size() < 2 || text.size() > 6 || text[0] != 'N' || text[1] < '1' || text[1] > '9') return false;
    std::size_t at = 1;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (text.size() - at > 2) return false;
    return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), [](char c) { return is_upper(c) && c != 'I' && c != 'O'; });
}

}  // namespace

std::optional<ParsedRegistration> parse_registration(std::string_view raw) {
    const auto token = read_token(raw);
    if (!token) return std::nullopt;
    std::optional<ParsedRegistration> best;
    bool best_as_written = false;
    const auto offer = [&](std::string_view text, std::string_view state, bool military, RegistrationShape shape, bool as_written) {
        if (token->blank) shape = weaker(shape);
        if (token->lower) shape = token->digit && !token->blank ? weaker(shape) : RegistrationShape::weak;
        // The first form of the table wins among equals: a military form stands before the civil one it is a part of.
        if (best && (best_as_written > as_written || (best_as_written == as_written && best->shape >= shape))) return;
        best = ParsedRegistration{Registration(text), state, military, shape};
        best_as_written = as_written;
    };

    std::string_view n_number = token->text;
    std::string joined;
    if (n_number.starts_with("N-") || n_number.starts_with("N ")) n_number = joined = "N" + std::string(n_number.substr(2));
    if (is_n_number(n_number)) {
        const bool letters = is_upper(n_number.back());
        const auto shape = n_number.size() >= 5 && (letters || n_number.size() == 6) ? RegistrationShape::strong
                           : n_number.size() >= 3                                    ? RegistrationShape::fair
                                                                                     : RegistrationShape::weak;
        offer(n_number, "US", false, joined.empty() ? shape : weaker(shape), joined.empty());
    }
    for (const Form& form : grammar().beginning_with(token->text.front())) {
        const Spelling how = spelling_of(form.text, token->text);
        if (how == Spelling::no) continue;
        RegistrationShape shape = form.best;
        // Without its hyphen a mark of letters only is any word in capitals.
        if (how == Spelling::without_hyphen) shape = token->digit && token->text.size() >= 5 ? weaker(shape) : RegistrationShape::weak;
        offer(written(form.text, token->text), form.state, form.military, shape, how == Spelling::as_written);
    }
    return best;
}

std::string_view state_of(const Registration& registration) {
    const auto parsed = parse_registration(registration.text());
    return parsed ? parsed->state : std::string_view{};
}

bool is_military(const Registration& registration) {
    const auto parsed = parse_registration(registration.text());
    return parsed && parsed->military;
}

}  // namespace flightxref
