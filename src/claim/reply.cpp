// SPDX-License-Identifier: BSL-1.0
#include "claim/reply.hpp"

#include "text/word_set.hpp"

#include <algorithm>
#include <array>

namespace flightxref::detail {
namespace {

class ReplyReader {
  public:
    explicit ReplyReader(std::span<const Token> words) : m_words(words) {}

    Reply read() const {
        if (opens_with_rejection()) return Reply::denies;
        for (std::size_t i = 0; i < m_words.size(); ++i)
            if (says_nothing_of_the_kind(i) || says_it_never_happened(i)) return Reply::denies;
        for (std::size_t i = 0; i < m_words.size(); ++i)
            if (is_bare_negation(i) || denies_it(i)) return Reply::denies_report;
        return Reply::none;
    }

  private:
    bool is(std::size_t i, std::string_view word) const { return i < m_words.size() && m_words[i].is(word); }
    template <std::size_t Count>
    bool in(const WordSet<Count>& words, std::size_t i) const {
        return i < m_words.size() && words.has(m_words[i]);
    }
    /// The end, or a mark that ends a clause.
    bool ends(std::size_t i) const {
        if (i >= m_words.size()) return true;
        const Token& t = m_words[i];
        return t.is(',') || t.is('.') || t.is(';') || t.is(':') || t.is('!') || t.is('-') || t.kind == TokenKind::quote_close;
    }

    /// "Rubbish:", "Not true.", "Untrue, says the palace."
    bool opens_with_rejection() const {
        static constexpr WordSet rejections = {"rubbish", "nonsense", "untrue", "false", "wrong", "fiction", "hogwash", "baseless", "fabricated", "invented"};
        std::size_t i = 0;
        while (i < m_words.size() && m_words[i].kind == TokenKind::quote_open) ++i;
        static constexpr WordSet labels = {"verdict", "rating", "ruling", "finding", "conclusion", "status"};
        if (in(labels, i) && i + 1 < m_words.size() && m_words[i + 1].is(':')) i += 2;  // "VERDICT: False."
        if (in(rejections, i)) return ends(i + 1) && i + 1 < m_words.size();
        if (is_called_untrue(i)) return true;
        return is(i, "not") && (is(i + 1, "true") || is(i + 1, "so")) && ends(i + 2);
    }

    /// "That is untrue.", "It was a hoax", "None of this is true."
    bool is_called_untrue(std::size_t i) const {
        static constexpr WordSet matters = {"that", "this", "it", "both", "neither", "none", "all"};
        static constexpr WordSet untruths = {"untrue", "false", "wrong", "fiction", "baseless", "fabricated", "invented", "nonsense", "rubbish", "fake", "unfounded", "incorrect"};
        static constexpr WordSet things = {"lie", "fabrication", "invention", "hoax", "fiction", "falsehood", "fake", "myth", "nonsense"};
        if (!in(matters, i)) return false;
        const bool no = is(i, "none") || is(i, "neither");
        std::size_t at = i + 1;
        if (is(at, "of") && (is(at + 1, "this") || is(at + 1, "that") || is(at + 1, "it") || is(at + 1, "them"))) at += 2;
        if (!(is(at, "is") || is(at, "was") || is(at, "'s") || is(at, "are") || is(at, "were"))) return false;
        ++at;
        if (is(at, "simply") || is(at, "plainly") || is(at, "entirely") || is(at, "completely") || is(at, "also") || is(at, "all")) ++at;
        if (no ? is(at, "true") : is(at, "not") && (is(at + 1, "true") || is(at + 1, "so"))) return ends(no ? at + 1 : at + 2);
        if (is(at, "a") || is(at, "an") || is(at, "pure")) return in(things, at + 1) && ends(at + 2);
        return in(untruths, at) && ends(at + 1);
    }

    /// "nothing of the kind", "no such thing", "no such flight took place"
    bool says_nothing_of_the_kind(std::size_t i) const {
        static constexpr WordSet matters = {"thing", "flight", "flights", "visit", "trip", "journey", "landing", "stop", "stopover", "aircraft", "plane", "jet", "movement"};
        if ((is(i, "nothing") || is(i, "anything")) && is(i + 1, "of") && is(i + 2, "the")) return is(i + 3, "kind") || is(i + 3, "sort");
        return is(i, "no") && is(i + 1, "such") && in(matters, i + 2);
    }

    /// "It never happened", "that did not take place"
    bool says_it_never_happened(std::size_t i) const {
        static constexpr WordSet subjects = {"it", "this", "that", "none"};
        if (!in(subjects, i)) return false;
        std::size_t at = i + 1;
        if (is(at, "of") && (is(at + 1, "this") || is(at + 1, "that") || is(at + 1, "it"))) at += 2;
        if (is(i, "none")) return at > i + 1 && (is(at, "happened") || is(at, "took"));
        if (is(at, "never")) return is(at + 1, "happened") || (is(at + 1, "took") && is(at + 2, "place"));
        const bool negated = is(at, "didn't") || (is(at, "did") && is(at + 1, "not"));
        at += is(at, "did") ? 2 : 1;
        return negated && (is(at, "happen") || (is(at, "take") && is(at + 1, "place")));
    }

    /// "It did not, the air force says.", "They weren't."
    bool is_bare_negation(std::size_t i) const {
        static constexpr WordSet subjects = {"it", "he", "she", "they", "this", "that", "we"};
        static constexpr WordSet auxiliaries = {"did", "was", "were", "has", "have", "had", "is", "are", "does", "do"};
        static constexpr WordSet contracted = {"didn't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "isn't", "aren't", "doesn't", "don't"};
        if (!in(subjects, i)) return false;
        if (in(contracted, i + 1)) return ends(i + 2);
        return in(auxiliaries, i + 1) && is(i + 2, "not") && ends(i + 3);
    }

    /// "The palace denied it.", "Both governments reject the report."
    bool denies_it(std::size_t i) const {
        static constexpr WordSet denials = {"denied", "denies", "deny", "rejected", "rejects", "reject", "dismissed", "dismisses", "dismiss", "disputed", "disputes", "dispute"};
        static constexpr WordSet accounts = {"account", "accounts", "claim", "claims", "report", "reports", "story", "stories", "allegation", "allegations", "rumour", "rumours", "rumor", "rumors"};
        if (!in(denials, i)) return false;
        if (is(i + 1, "it") || is(i + 1, "this") || is(i + 1, "that")) return ends(i + 2);
        return (is(i + 1, "the") || is(i + 1, "those") || is(i + 1, "these") || is(i + 1, "such")) && in(accounts, i + 2) && (ends(i + 3) || is(i + 3, "as"));
    }

    std::span<const Token> m_words;
};

}  // namespace

Reply read_reply(std::span<const Token> words) { return ReplyReader(words).read(); }

}  // namespace flightxref::detail
