// SPDX-License-Identifier: BSL-1.0
#include "text/mention_draft.hpp"

#include <algorithm>

namespace flightxref::detail {

namespace {

bool is_bare_number(const Token& token) { return token.kind == TokenKind::number; }

/// "South Koreans", "Americans", "Afghans": a people in the plural.
bool is_people(const SentenceScan& scan, std::uint32_t i) {
    const Atom* atom = scan.atom(i);
    return atom != nullptr && atom->kind == AtomKind::demonym && scan.token(atom->end - 1).folded.ends_with("s") && scan.token(atom->end - 1).kind == TokenKind::word;
}

class GroupPass {
  public:
    GroupPass(const SentenceScan& scan, Drafts& drafts) : m_scan(scan), m_drafts(drafts) {}

    void run() {
        for (std::uint32_t i = 0; i < m_scan.size(); ++i) {
            if (!m_drafts.free(i)) continue;
            if (m_scan.atom(i) != nullptr) {
                if (is_people(m_scan, i) && m_scan.atom(i)->first == i && !m_scan.word(m_scan.atom(i)->end).any(WordClass::group_head, WordClass::role)) i = read(i, m_scan.atom(i)->end) - 1;
                continue;
            }
            if (m_scan.word(i).any(WordClass::group_head, WordClass::person_head)) i = read(i, i + 1) - 1;
        }
    }

  private:
    std::uint32_t read(std::uint32_t head, std::uint32_t end) {
        const bool people = end > head + 1 || m_scan.atom(head) != nullptr;
        const bool plural = people || m_scan.word(head).has(WordClass::plural);
        std::uint32_t first = head;
        std::uint32_t count = plural ? 0 : 1;
        bool counted = false, definite = false, indefinite = false;
        int adjectives = 0;
        std::uint32_t owner = no_draft;
        while (first > 0) {
            const std::uint32_t at = first - 1;
            const WordClasses word = m_scan.word(at);
            const Token& token = m_scan.token(at);
            if (token.line_before && first != head && is_bare_number(token)) break;  // "2. Two ..."
            if (!m_drafts.free(at) && !word.has(WordClass::possessive)) {
                if (m_scan.is_clitic_s(at)) break;
                break;
            }
            if (m_scan.atom_is(at, AtomKind::demonym)) {
                first = m_scan.atom(at)->first;
                continue;
            }
            if (m_scan.is_clitic_s(at) && at > 0) {
                const std::uint32_t cover = m_drafts.cover[at - 1];
                if (cover == no_draft) break;
                owner = cover;
                first = m_drafts.list[cover].mention.first_token;
                definite = true;
                break;
            }
            if (m_scan.atom(at) != nullptr) break;
            if (word.has(WordClass::possessive)) {
                owner = at | owner_token;
                definite = true;
                --first;
                break;
            }
            if (plural && (m_scan.is(at, "that") || m_scan.is(at, "this"))) break;  // "announced that representatives": a conjunction
            if (word.has(WordClass::definite)) {
                definite = true;
                --first;
                break;
            }
            if (word.has(WordClass::indefinite)) {
                indefinite = true;
                --first;
                break;
            }
            if (word.has(WordClass::number) || is_bare_number(token) || m_scan.is(at, "one")) {
                counted = true;
                count = 0;
                --first;
                continue;
            }
            if (word.any(WordClass::other_one, WordClass::same_one, WordClass::ordinal, WordClass::role_modifier, WordClass::carrier_modifier, WordClass::group_head, WordClass::role, WordClass::rest_one)) {
                --first;
                continue;
            }
            if (token.kind == TokenKind::alphanumeric && token.folded.find("-member") != std::string_view::npos) {
                counted = true;
                --first;
                continue;
            }
            if (token.kind == TokenKind::word && (token.letter_case == LetterCase::lower || (token.letter_case == LetterCase::capitalised && !starts_sentence(m_scan, at))) && word.none() && adjectives < 2) {  // "the Taliban delegation"
                ++adjectives;
                --first;
                continue;
            }
            break;
        }
        if (adjectives > 0 && !counted && !definite && !indefinite) first = head;  // no telling adjectives from verbs in front of a bare plural
        const bool bare = !counted && !definite && !indefinite && owner == no_draft;
        if (bare && !plural) return end;
        if (bare && (m_scan.word(end).any(WordClass::definite, WordClass::indefinite, WordClass::possessive) || m_scan.is(head - (head > 0 ? 1u : 0u), "who"))) return end;  // "guards the door": a verb
        if (bare && (m_scan.is(head, "people") || m_scan.is(head, "others") || m_scan.is(head, "men") || m_scan.is(head, "women") || m_scan.is(head, "members") || m_scan.is(head, "heads"))) return end;
        if (m_scan.word(head).has(WordClass::role) && bare) return end;
        if (!people && m_scan.word(end).any(WordClass::organisation_word, WordClass::role, WordClass::compound_tail, WordClass::aircraft_head) && end < m_scan.size() && m_scan.token(end).letter_case == LetterCase::lower && !m_scan.word(end).any(WordClass::function)) return end;
        end = read_of(end);
        Draft& draft = m_drafts.add(MentionKind::person, first, end, head, people ? "people" : "group");
        draft.mention.plural = plural;
        draft.mention.reference = definite ? Reference::definite : Reference::indefinite;
        draft.person.group = !m_scan.word(head).has(WordClass::person_head) || people;
        draft.person.name = std::string(m_scan.raw(first, end));
        draft.count = count;
        draft.possessor = owner;
        return end;
    }

    /// "of 20 officials", "of Russian tourists"
    std::uint32_t read_of(std::uint32_t end) const {
        if (!m_scan.is(end, "of")) return end;
        std::uint32_t at = end + 1;
        while (at < m_scan.size() && at < end + 6 && m_drafts.free(at)) {
            const WordClasses word = m_scan.word(at);
            if (m_scan.atom_is(at, AtomKind::demonym)) {
                const std::uint32_t next = m_scan.atom(at)->end;
                if (is_people(m_scan, at) && !m_scan.word(next).has(WordClass::group_head)) return next;
                at = next;
                continue;
            }
            if (word.has(WordClass::group_head) && m_scan.atom(at) == nullptr) return at + 1;
            // "of the two countries", "of both sides": whom they speak for
            if (at > end + 1 && (m_scan.is(at, "countries") || m_scan.is(at, "states") || m_scan.is(at, "nations") || m_scan.is(at, "sides") || m_scan.is(at, "parties") || m_scan.is(at, "governments") || m_scan.is(at, "companies") || m_scan.is(at, "ministries")))
                return at + 1;
            if (word.any(WordClass::number, WordClass::role_modifier, WordClass::carrier_modifier, WordClass::definite) || is_bare_number(m_scan.token(at)) || word.none()) {
                ++at;
                continue;
            }
            break;
        }
        return end;
    }

    const SentenceScan& m_scan;
    Drafts& m_drafts;
};

/// "It was clear that ...", "it is possible", "it takes": no thing is meant.
bool is_empty_it(const SentenceScan& scan, std::uint32_t i) {
    static constexpr std::string_view empties[] = {"clear", "unclear", "possible", "impossible", "likely", "unlikely", "known", "unknown", "true", "not", "said", "hoped", "expected", "believed", "thought", "understood",
                                                   "important", "time", "hard", "easy", "too", "difficult", "unusual", "rare", "common", "no", "certain", "reported", "claimed", "announced", "confirmed", "about", "only"};
    std::uint32_t at = i + 1;
    if (!(scan.is(at, "is") || scan.is(at, "was") || scan.is(at, "'s") || scan.is(at, "seems") || scan.is(at, "appears") || scan.is(at, "seemed") || scan.is(at, "remains") || scan.is(at, "remained"))) return false;
    if (scan.is(at, "seems") || scan.is(at, "appears") || scan.is(at, "seemed")) return true;
    ++at;
    while (scan.is(at, "not") || scan.is(at, "also") || scan.is(at, "still") || scan.is(at, "very") || scan.is(at, "immediately")) ++at;
    return at < scan.size() && std::find(std::begin(empties), std::end(empties), scan.token(at).folded) != std::end(empties) && !scan.is(at, "about") && !(scan.is(at, "expected") && scan.is(at + 1, "to")) &&
           !(scan.is(at, "expected") && (scan.is(at + 1, "back") || scan.is(at + 1, "in") || scan.is(at + 1, "at"))) && !(scan.is(at, "reported") && !scan.is(at + 1, "that"));
}

}  // namespace

void find_groups(const SentenceScan& scan, Drafts& drafts) { GroupPass(scan, drafts).run(); }

void find_pronouns(const SentenceScan& scan, Drafts& drafts) {
    for (std::uint32_t i = 0; i < scan.size(); ++i) {
        const WordClasses word = scan.word(i);
        if (!word.any(WordClass::he, WordClass::she, WordClass::they, WordClass::it)) continue;
        if (scan.token(i).letter_case == LetterCase::upper && scan.token(i).size() == 2) continue;  // "IT", "HE"
        const std::uint32_t outer = drafts.cover[i];
        if (outer != no_draft && drafts.list[outer].mention.kind == MentionKind::place && !word.has(WordClass::possessive)) continue;
        if (word.has(WordClass::it) && is_empty_it(scan, i)) continue;
        Draft& draft = drafts.add(word.has(WordClass::it) ? MentionKind::carrier : MentionKind::person, i, i + 1, i, "pronoun");
        drafts.cover[i] = outer == no_draft ? static_cast<std::uint32_t>(drafts.list.size() - 1) : drafts.cover[i];
        draft.mention.reference = Reference::pronoun;
        draft.mention.possessive = word.has(WordClass::possessive) && (!scan.is(i, "her") || (i + 1 < scan.size() && scan.token(i + 1).kind == TokenKind::word && !scan.word(i + 1).any(WordClass::preposition, WordClass::conjunction, WordClass::function)));
        if (draft.mention.kind == MentionKind::person) {
            draft.person.gender = word.has(WordClass::he) ? Gender::male : word.has(WordClass::she) ? Gender::female : Gender::unknown;
            draft.person.group = word.has(WordClass::they);
            draft.mention.plural = word.has(WordClass::they);
        } else {
            draft.generic = true;
        }
    }
}

}  // namespace flightxref::detail
