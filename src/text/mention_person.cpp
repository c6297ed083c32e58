// SPDX-License-Identifier: BSL-1.0
#include "text/mention_draft.hpp"

#include <algorithm>

namespace flightxref::detail {

namespace {

/// Words in lower case that end in what only verbs and adverbs do; they are no part of a title.
bool is_lower(const Token& token) { return token.letter_case == LetterCase::lower; }

/// A title: "the Russian foreign minister", "Capt.", "Cardiff's manager", "National Security Adviser", "the president of Bolivia".
struct Title {
    std::uint32_t first = 0, end = 0, head = 0;
    bool definite = false, indefinite = false, possessed = false, honorific = false, kin = false, capital = false;
    std::uint32_t possessor_first = 0, possessor_end = 0;  ///< tokens of the owner in "Cardiff's manager"
    std::string country;
    Gender gender = Gender::unknown;
};

class PersonPass {
  public:
    PersonPass(const SentenceScan& scan, const KnownPersons& known, Drafts& drafts) : m_scan(scan), m_known(known), m_drafts(drafts) {}

    void run() {
        for (std::uint32_t i = 0; i < m_scan.size();) i = step(i);
    }

  private:
    std::uint32_t step(std::uint32_t i) {
        const WordClasses word = m_scan.word(i);
        if (word.has(WordClass::kin) && m_scan.word(i + 1).any(WordClass::aircraft_weak, WordClass::aircraft_head)) return i + 1;  // "its sister ship"
        const bool titled = word.any(WordClass::role, WordClass::honorific, WordClass::kin) && m_scan.atom(i) == nullptr;
        if (titled && (!is_name_word(m_scan, i) || !word.has(WordClass::given_name))) {
            if (const std::uint32_t end = read_titled(i)) return end;
        }
        if (m_scan.token(i).is_capital() && is_name_word(m_scan, i)) return read_name_only(i);
        return i + 1;
    }

    // ---- titles -----------------------------------------------------------------------------------------------------

    std::uint32_t left_of_title(std::uint32_t i, Title& title) const {
        std::uint32_t first = i;
        while (first > 0) {
            const std::uint32_t at = first - 1;
            const WordClasses word = m_scan.word(at);
            const Token& token = m_scan.token(at);
            if (!m_drafts.free(at)) break;
            if (m_scan.atom_is(at, AtomKind::demonym)) {
                title.country = m_scan.atom(at)->place().country;
                first = m_scan.atom(at)->first;
                continue;
            }
            if (m_scan.is_clitic_s(at) && at > 0) {  // "Libya's chief of the general staff"
                std::uint32_t owner = at;
                if (const Atom* atom = m_scan.atom(at - 1)) {
                    owner = atom->first;
                    if (atom->kind == AtomKind::place) title.country = atom->place().country;
                } else {
                    while (owner > 0 && m_scan.token(owner - 1).is_capital() && m_scan.token(owner - 1).kind == TokenKind::word && at - owner < 4 && m_drafts.free(owner - 1)) --owner;
                    if (owner == at) owner = at - 1;
                }
                title.possessor_first = owner;
                title.possessor_end = at;
                title.possessed = true;
                first = owner;
                if (first > 0 && m_scan.is(first - 1, "the")) --first;
                break;
            }
            if (word.has(WordClass::possessive)) {
                title.possessed = true;
                title.possessor_first = at;
                title.possessor_end = first;
                --first;
                break;
            }
            if (word.has(WordClass::definite)) {
                title.definite = true;
                --first;
                break;
            }
            if (word.has(WordClass::indefinite)) {
                title.indefinite = true;
                --first;
                break;
            }
            if (const Atom* atom = m_scan.atom(at); atom != nullptr && (atom->kind == AtomKind::place || atom->kind == AtomKind::organisation || atom->kind == AtomKind::operator_name)) {
                if (atom->kind == AtomKind::place && !m_scan.token(i).is_capital() && m_scan.word(atom->first > 0 ? atom->first - 1 : 0).has(WordClass::preposition) && atom->first > 0) break;
                if (atom->kind == AtomKind::place) title.country = atom->place().country;
                first = atom->first;
                continue;
            }
            if (word.any(WordClass::role_modifier, WordClass::role) && token.kind == TokenKind::word && !word.has(WordClass::person_verb)) {
                --first;
                continue;
            }
            // "Mossad director", "Kremlin pool reporter": names of bodies, and nouns between two such words.
            if (token.is_capital() && token.kind == TokenKind::word && word.none() && !starts_sentence(m_scan, at) && m_scan.atom(at) == nullptr) {
                --first;
                continue;
            }
            if (token.is_capital() && word.any(WordClass::organisation_word, WordClass::place_noun, WordClass::direction) && !starts_sentence(m_scan, at)) {
                --first;
                continue;
            }
            break;
        }
        return first;
    }

    /// "of State", "of the general staff", "of Bolivia", "of the Assembly", "of foreign affairs", "for transport".
    std::uint32_t right_of_title(std::uint32_t end, Title& title) const {
        if (!m_scan.is(end, "of") && !m_scan.is(end, "for")) return end;
        const bool is_for = m_scan.is(end, "for");
        std::uint32_t at = end + 1;
        if (m_scan.word(at).has(WordClass::definite)) ++at;
        const std::uint32_t start = at;
        while (at < m_scan.size() && at < start + 6) {
            const Atom* atom = m_scan.atom(at);
            const Token& token = m_scan.token(at);
            if (atom != nullptr && atom->kind == AtomKind::place) {
                if (is_for) break;
                if (at > start && !m_scan.token(at).is_capital()) break;
                title.country = atom->place().country;
                at = atom->end;
                if (m_scan.is_clitic_s(at)) continue;
                return at;
            }
            if (atom != nullptr && (atom->kind == AtomKind::demonym || atom->kind == AtomKind::organisation || atom->kind == AtomKind::operator_name)) {
                at = atom->end;
                continue;
            }
            const WordClasses word = m_scan.word(at);
            if (m_scan.is_clitic_s(at) || (m_scan.is_mark(at, '\'') && !token.space_before)) {
                ++at;
                continue;
            }
            if (token.kind != TokenKind::word || m_scan.is_mark(at, ',')) break;
            static constexpr std::string_view nouns[] = {"affairs", "relations", "staff", "defence", "defense", "foreign", "general", "state", "protocol", "mission", "unification",
                                                         "interior", "health", "finance", "transport", "trade", "culture", "justice", "assembly", "parliament", "church", "office",
                                                         "house", "armed", "forces", "navy", "army", "government", "party", "country", "union", "council", "board", "north", "south"};
            const bool noun = std::find(std::begin(nouns), std::end(nouns), token.folded) != std::end(nouns);
            if (word.any(WordClass::given_name, WordClass::surname_first) && token.is_capital()) break;  // "Secretary of State Marco Rubio"
            if (at > start && word.none() && token.is_capital() && !m_scan.is_clitic_s(at - 1) && !m_scan.is_mark(at - 1, '\'')) break;
            if (m_scan.is(at, "and") && m_scan.word(at + 2).any(WordClass::role, WordClass::given_name)) break;
            if (token.is_capital() && !word.any(WordClass::function, WordClass::calendar, WordClass::preposition)) ++at;
            else if (noun || (m_scan.is(at, "and") && at > start && at + 1 < m_scan.size() && (m_scan.token(at + 1).is_capital() || m_scan.word(at + 1).has(WordClass::role_modifier)) && m_scan.token(at - 1).is_capital())) ++at;
            else break;
        }
        return at > start ? at : end;
    }

    std::optional<Title> read_title(std::uint32_t i) const {
        Title title;
        title.head = i;
        const WordClasses word = m_scan.word(i);
        title.honorific = word.has(WordClass::honorific) && (m_scan.token(i).is_capital());
        title.kin = word.has(WordClass::kin);
        if (word.has(WordClass::honorific) && !word.has(WordClass::role) && !title.honorific && !title.kin) return std::nullopt;
        title.gender = word.has(WordClass::female) ? Gender::female : word.has(WordClass::male) ? Gender::male : Gender::unknown;
        title.first = left_of_title(i, title);
        title.end = i + 1;
        while (title.end < m_scan.size() && m_scan.atom(title.end) == nullptr && m_scan.word(title.end).any(WordClass::role, WordClass::honorific) && m_scan.token(title.end).kind == TokenKind::word &&
               !(m_scan.word(title.end).has(WordClass::given_name) && m_scan.token(title.end).is_capital())) {
            title.head = title.end;
            if (m_scan.word(title.end).has(WordClass::female)) title.gender = Gender::female;
            ++title.end;
        }
        if (m_scan.is(i, "chief") && m_scan.is(i + 1, "executive")) title.end = std::max(title.end, i + 2);
        const bool plain = !title.kin && !title.honorific;
        if (plain) title.end = right_of_title(title.end, title);
        title.capital = m_scan.token(title.head).is_capital() && !starts_sentence(m_scan, title.head);
        return title;
    }

    std::uint32_t read_titled(std::uint32_t i) {
        const auto title = read_title(i);
        if (!title) return 0;
        std::uint32_t at = title->end;
        // A name right behind, or behind a comma: "foreign minister Sergei Lavrov", "the interior minister, Arsen Avakov,", "his wife Rula"
        const std::uint32_t direct_end = at < m_scan.size() && is_name_word(m_scan, at) && m_scan.token(at).is_capital() ? name_end(at) : at;
        if (direct_end > at && is_person_name(at, direct_end, true, *title)) return add_person(*title, at, direct_end);
        if (!title->honorific && m_scan.is_mark(at, ',') && at + 1 < m_scan.size() && is_name_word(m_scan, at + 1) && m_scan.token(at + 1).is_capital()) {
            const std::uint32_t end = name_end(at + 1);
            const bool closed = end >= m_scan.size() || m_scan.is_mark(end, ',') || m_scan.is_mark(end, '.') || m_scan.is_mark(end, '(') || m_scan.is_mark(end, ')') || m_scan.is_mark(end, '-') || m_scan.is_mark(end, ';');
            if (closed && !m_scan.atom_is(at + 1, AtomKind::place) && is_person_name(at + 1, end, end - at > 2 || title->kin, *title)) return add_person(*title, at + 1, end);
        }
        if (title->honorific && !title->definite && !m_scan.word(i).has(WordClass::role)) return 0;
        return add_role_only(*title);
    }

    std::uint32_t add_role_only(const Title& title) {
        const Token& head = m_scan.token(title.head);
        const bool sovereign = title.capital && title.definite && m_scan.word(title.head).any(WordClass::male, WordClass::female);
        if (!title.definite && !title.possessed && !title.indefinite && !title.capital && title.country.empty()) {
            const bool alone = title.first == title.head;
            if (alone && !starts_sentence(m_scan, title.head)) return 0;  // "in general", "chair a meeting"
            if (alone) return 0;
        }
        const std::uint32_t next = title.end;
        // "the general staff", "the minister post": another noun follows in a row
        if (next < m_scan.size() && m_scan.word(next).any(WordClass::organisation_word, WordClass::compound_tail) && is_lower(m_scan.token(next)) && !m_scan.word(next).any(WordClass::person_verb, WordClass::function)) return 0;
        std::uint32_t end = title.end;
        while (sovereign && end < m_scan.size() && m_scan.token(end).is_capital() && m_scan.token(end).kind == TokenKind::word && m_scan.atom(end) == nullptr && m_scan.word(end).any(WordClass::kin, WordClass::role, WordClass::role_modifier, WordClass::royal_tail)) ++end;
        if (m_scan.is(title.head, "count") || m_scan.is(title.head, "host")) return 0;
        Draft& draft = m_drafts.add(MentionKind::person, title.first, end, title.head, title.kin ? "kin" : sovereign ? "sovereign" : "role");
        draft.mention.reference = title.indefinite ? Reference::indefinite : Reference::definite;
        const std::uint32_t bare = title.definite ? title.first + 1 : title.first;
        draft.person.role = std::string(m_scan.raw(sovereign || title.definite ? bare : title.first, end));
        draft.person.name = std::string(m_scan.raw(title.definite ? bare : title.first, end));
        draft.person.country = title.country;
        draft.person.gender = title.gender;
        draft.person.named = sovereign;
        (void)head;
        note_possessor(title, static_cast<std::uint32_t>(m_drafts.list.size() - 1));
        return end;
    }

    void note_possessor(const Title& title, std::uint32_t index) {
        if (!title.possessed || title.possessor_end <= title.possessor_first) return;
        m_drafts.list[index].mention.head_token = title.head;
        if (!title.kin) return;
        // The owner is found later as a pronoun or was found as a person: link by position.
        m_drafts.list[index].possessor = title.possessor_first | owner_token;
    }

    // ---- names ------------------------------------------------------------------------------------------------------

    /// End of the run of name words that begins at i: "Mohammed Ali Ahmed al-Haddad", "Zine al-Abidine Ben Ali", "Ursula von der Leyen".
    std::uint32_t name_end(std::uint32_t i) const {
        std::uint32_t end = i + 1;
        while (end < m_scan.size() && end < i + 8) {
            const Token& token = m_scan.token(end);
            if (!token.space_before && !(end > 0 && m_scan.token(end - 1).is('.'))) break;
            if (token.line_before) break;
            if (token.kind == TokenKind::word && is_name_word(m_scan, end) && (token.is_capital() || is_article_name(token))) {
                ++end;
                continue;
            }
            if (m_scan.is_mark(end, '.') && m_scan.token(end - 1).size() == 1) {
                ++end;
                continue;
            }
            std::uint32_t skip = end;
            while (skip < m_scan.size() && skip < end + 3 && m_scan.word(skip).has(WordClass::name_particle) && is_lower(m_scan.token(skip))) ++skip;
            if (skip > end && skip < m_scan.size() && is_name_word(m_scan, skip) && m_scan.token(skip).is_capital() && !m_scan.is(end, "y") && !m_scan.is(end, "e")) {
                end = skip + 1;
                continue;
            }
            break;
        }
        return end;
    }

    /// "al-Haddad", "el-Sisi", "bin-Salman"
    static bool is_article_name(const Token& token) {
        return token.folded.size() > 4 && (token.folded.starts_with("al-") || token.folded.starts_with("el-") || token.folded.starts_with("ul-") || token.folded.starts_with("bin-") || token.folded.starts_with("ibn-"));
    }

    bool is_person_name(std::uint32_t first, std::uint32_t end, bool titled, const Title&) const {
        for (std::uint32_t i = first; i < end; ++i) {
            const WordClasses word = m_scan.word(i);
            if (m_scan.atom_is(i, AtomKind::organisation) || m_scan.atom_is(i, AtomKind::operator_name)) return false;
            if (word.any(WordClass::organisation_word, WordClass::media_word, WordClass::building_noun, WordClass::event_noun) && i + 1 == end && !word.any(WordClass::given_name, WordClass::surname_first)) return false;
        }
        return titled;
    }

    std::uint32_t add_person(const Title& title, std::uint32_t first, std::uint32_t end) {
        Draft& draft = m_drafts.add(MentionKind::person, title.first, end, first, title.kin ? "kin_name" : title.honorific ? "honorific" : "title");
        const auto index = static_cast<std::uint32_t>(m_drafts.list.size() - 1);
        draft.person.named = true;
        draft.person.name = std::string(m_scan.raw(first, end));
        const std::uint32_t role_first = title.definite || title.indefinite ? title.first + 1 : title.possessed && title.possessor_end > title.possessor_first ? after_owner(title) : title.first;
        const std::uint32_t role_end = title.end;
        if (role_first < role_end && !only_honorific(role_first, role_end)) draft.person.role = std::string(m_scan.raw(role_first, role_end));
        draft.person.country = title.country;
        draft.person.gender = title.gender != Gender::unknown ? title.gender : gender_of(first);
        if (title.kin || title.possessed) note_possessor(title, index);
        return read_apposition(index, end);
    }

    std::uint32_t after_owner(const Title& title) const {
        std::uint32_t at = title.possessor_end;
        if (m_scan.is_clitic_s(at)) ++at;
        return at;
    }

    /// "Mr", "Ms" and the like are no role.
    bool only_honorific(std::uint32_t first, std::uint32_t end) const {
        if (end != first + 1) return false;
        static constexpr std::string_view plain[] = {"mr", "mrs", "ms", "miss", "mister", "st"};
        return std::find(std::begin(plain), std::end(plain), m_scan.token(first).folded) != std::end(plain);
    }

    Gender gender_of(std::uint32_t first) const {
        const WordClasses word = m_scan.word(first);
        if (!word.has(WordClass::given_name)) return Gender::unknown;
        return word.has(WordClass::female) ? Gender::female : word.has(WordClass::male) ? Gender::male : Gender::unknown;
    }

    /// ", General Secretary of the Workers' Party,", ", the Russian defense minister,", ", 28,"
    std::uint32_t read_apposition(std::uint32_t index, std::uint32_t end) {
        if (!m_scan.is_mark(end, ',')) return end;
        for (std::uint32_t i = end + 1; i < m_scan.size() && i < end + 8; ++i) {
            const WordClasses word = m_scan.word(i);
            const Token& token = m_scan.token(i);
            if (word.any(WordClass::role, WordClass::kin) && m_scan.atom(i) == nullptr) {
                const auto title = read_title(i);
                if (!title || title->first > end + 1 + 4) return end;
                const std::uint32_t stop = title->end;
                const bool closed = stop >= m_scan.size() || m_scan.is_mark(stop, ',') || m_scan.is_mark(stop, '.') || m_scan.is_mark(stop, ';') || m_scan.is_mark(stop, ')') || m_scan.is_mark(stop, '-') ||
                                    m_scan.is(stop, "of") || m_scan.is(stop, "and") || m_scan.is(stop, "in") || m_scan.is(stop, "for") || m_scan.is(stop, "at");
                if (!closed || title->kin) return end;
                // a name behind the title means the title is someone else's: "Merkel, Chancellor Olaf Scholz and ..."
                if (stop < m_scan.size() && is_name_word(m_scan, stop) && m_scan.token(stop).is_capital()) return end;
                Draft& draft = m_drafts.list[index];
                const std::uint32_t role_first = title->definite || title->indefinite ? title->first + 1 : title->first;
                if (draft.person.role.empty()) draft.person.role = std::string(m_scan.raw(role_first, stop));
                if (draft.person.country.empty()) draft.person.country = title->country;
                if (draft.person.gender == Gender::unknown) draft.person.gender = title->gender;
                for (std::uint32_t k = end; k < stop; ++k) m_drafts.cover[k] = index;
                draft.mention.end_token = stop;
                draft.mention.end = m_scan.token(stop - 1).end;
                return stop;
            }
            const bool inside = word.any(WordClass::definite, WordClass::indefinite, WordClass::role_modifier, WordClass::possessive) || m_scan.atom(i) != nullptr || m_scan.is_clitic_s(i) ||
                                (token.is_capital() && word.none()) || token.kind == TokenKind::word ? !m_scan.is_mark(i, ',') && !word.any(WordClass::preposition, WordClass::conjunction, WordClass::person_verb) : false;
            if (!inside) return end;
        }
        return end;
    }

    std::uint32_t read_name_only(std::uint32_t i) {
        if (m_scan.token(i).dotted && m_scan.token(i).size() <= 2 && starts_sentence(m_scan, i)) return i + 1;  // "Q.", "A." of an interview
        const std::uint32_t end = name_end(i);
        const std::uint32_t count = end - i;
        if (count == 1) return read_single(i);
        // Strip what only begins the sentence: "Yesterday Kim Jong Un", "Reports Sergei ..."
        const Atom* first_atom = m_scan.atom(i);
        const bool given = m_scan.word(i).has(WordClass::given_name);
        const bool family_first = m_scan.word(i).has(WordClass::surname_first);
        bool organisation = false, place_whole = false, upper = true;
        for (std::uint32_t k = i; k < end; ++k) {
            const WordClasses word = m_scan.word(k);
            if (m_scan.token(k).letter_case != LetterCase::upper) upper = false;
            if (m_scan.atom_is(k, AtomKind::organisation) || m_scan.atom_is(k, AtomKind::operator_name)) organisation = true;
            if (word.any(WordClass::organisation_word, WordClass::media_word, WordClass::building_noun, WordClass::event_noun, WordClass::place_noun, WordClass::direction) && !word.has(WordClass::surname_first)) organisation = true;
        }
        if (first_atom != nullptr && first_atom->kind == AtomKind::place) place_whole = first_atom->end >= end;
        std::uint32_t known = 0;
        for (std::uint32_t k = i; k < end; ++k)
            if (m_known.find(m_scan.token(k).hash) != no_entity) ++known;
        if (known == count && !(place_whole && known < 2)) return add_name(i, end, "known_name");
        if (organisation || place_whole) return skip_to(i, end);
        if (first_atom != nullptr && first_atom->kind == AtomKind::place && first_atom->end - i > 1) return first_atom->end;  // "Buenos Aires Herald"
        for (std::uint32_t k = i + 1; k < end; ++k) {  // a longer place inside: "President Bush Intercontinental"
            const Atom* atom = m_scan.atom(k);
            if (atom != nullptr && atom->kind == AtomKind::place && !given && !family_first && !(k + 1 == end && first_atom == nullptr && person_follows(end))) {
                if (starts_sentence(m_scan, i) || m_scan.token(k - 1).folded.size() > 2) return atom->first > i ? atom->first : atom->end;
            }
        }
        const bool led_by_article = i > 0 && !m_scan.token(i - 1).dotted && m_scan.word(i - 1).any(WordClass::definite, WordClass::indefinite);
        if (given) return add_name(i, end, "given_name");
        if (family_first && count <= 3 && !led_by_article) return add_name(i, end, "family_name_first");
        if (age_follows(end)) return add_name(i, end, "age");
        if (led_by_article || upper || m_scan.sentence->kind == SentenceKind::headline) return skip_to(i, end);
        if (first_atom != nullptr) return person_follows(end) && first_atom->kind == AtomKind::place ? add_name(i, end, "place_as_name") : skip_to(i, end);
        if (starts_sentence(m_scan, i) && !person_follows(end) && count == 2 && looks_like_verb_form(m_scan.token(i))) return i + 1;
        if (count > 4) return skip_to(i, end);
        return add_name(i, end, "two_capitals");
    }

    static bool looks_like_verb_form(const Token& token) {
        return token.folded.ends_with("ing") || token.folded.ends_with("ed") || token.folded.ends_with("ly") || token.folded.ends_with("ers") || token.folded.ends_with("ions");
    }

    /// Past a run that is no person, but not past places in it.
    std::uint32_t skip_to(std::uint32_t i, std::uint32_t end) const {
        const Atom* atom = m_scan.atom(i);
        return atom != nullptr && atom->kind == AtomKind::place && atom->end < end ? std::max(atom->end, i + 1) : end;
    }

    bool person_follows(std::uint32_t end) const {
        return m_scan.word(end).has(WordClass::person_verb) || m_scan.is_clitic_s(end) || (m_scan.is_mark(end, ',') && m_scan.word(end + 1).any(WordClass::definite, WordClass::role, WordClass::person_verb));
    }

    bool age_follows(std::uint32_t end) const {
        if (!m_scan.is_mark(end, ',') || end + 1 >= m_scan.size()) return false;
        const Token& age = m_scan.token(end + 1);
        return age.kind == TokenKind::number && age.size() == 2 && (end + 2 >= m_scan.size() || m_scan.is_mark(end + 2, ',') || m_scan.is_mark(end + 2, '.'));
    }

    /// One capitalised word: a short form of a name heard before, or nothing.
    std::uint32_t read_single(std::uint32_t i) {
        const WordClasses word = m_scan.word(i);
        const Token& token = m_scan.token(i);
        if (token.size() < 2) return i + 1;
        const std::uint32_t known = m_known.find(token.hash);
        if (known == no_entity) {
            if (word.any(WordClass::given_name) && word.any(WordClass::male, WordClass::female) && m_scan.atom(i) == nullptr && (person_follows(i + 1) || age_follows(i + 1)) && !starts_sentence(m_scan, i))
                return add_name(i, i + 1, "given_name_alone");
            return acts_alone(i) ? add_name(i, i + 1, "name_that_moves") : i + 1;
        }
        if (m_scan.atom_is(i, AtomKind::place)) {
            // "Jordan", "Sala", "Washington": a person of that name is known; a preposition of place says the place is meant
            const std::string_view before = preposition_before(m_scan, i);
            static constexpr std::string_view spatial[] = {"in", "to", "from", "at", "into", "over", "near", "via", "for", "towards", "through", "bound for", "outside", "across", "off"};
            if (std::find(std::begin(spatial), std::end(spatial), before) != std::end(spatial)) return i + 1;
        }
        if (i > 0 && m_scan.word(i - 1).has(WordClass::definite) && !starts_sentence(m_scan, i)) {
            if (token.folded.ends_with("s")) return i + 1;
        }
        return add_name(i, i + 1, "short_name");
    }

    /// "Blinken landed", "Putin is due": one unknown name, known by what it does. A noun without an article is none ("Inflation took off").
    bool acts_alone(std::uint32_t i) const {
        const Token& token = m_scan.token(i);
        if (m_scan.atom(i) != nullptr || !m_scan.word(i).none() || m_scan.word(i).has(WordClass::mass_noun) || token.letter_case == LetterCase::upper || token.dotted || !moves_next(i + 1, starts_sentence(m_scan, i))) return false;
        if (m_scan.sentence->kind == SentenceKind::headline && !starts_sentence(m_scan, i)) return false;
        if (!starts_sentence(m_scan, i)) {
            const Token& before = m_scan.token(i - 1);
            const WordClasses word = m_scan.word(i - 1);
            return before.kind == TokenKind::punctuation ? !before.is('-') && !before.is('.') : !before.is_capital() && !(word.has(WordClass::definite) && !before.is("that")) && !word.any( WordClass::indefinite, WordClass::possessive) && before.kind == TokenKind::word && !word.none();
        }
        static constexpr std::string_view noun_ends[] = {"tion", "sion", "ment", "ness", "ity", "ship", "ism", "ance", "ence", "ing", "age", "ure", "hood", "ly", "ed", "ward", "wise", "time", "s"};
        return token.folded.size() <= 3 || std::none_of(std::begin(noun_ends), std::end(noun_ends), [&](std::string_view end) { return token.folded.ends_with(end); });
    }

    /// A verb of travelling behind auxiliaries and adverbs, or "is in", "was due", "will be back".
    bool moves_next(std::uint32_t at, bool opens) const {
        constexpr std::uint32_t reach = 5;
        bool be = false;
        for (const std::uint32_t end = at + reach; at < end && at < m_scan.size(); ++at) {
            const WordClasses word = m_scan.word(at);
            const Token& token = m_scan.token(at);
            if (token.kind != TokenKind::word && token.kind != TokenKind::clitic) return false;
            if (word.has(WordClass::moves)) return travels(at);
            if (be && (((!opens || m_scan.atom_is(at + 1, AtomKind::place)) && (token.is("in") || token.is("at") || token.is("on"))) || token.is("back") || token.is("home") || token.is("due") || token.is("aboard") || token.is("bound") || token.is("en"))) return true;
            be = token.is("is") || token.is("was") || token.is("be") || token.is("been") || (be && (word.has(WordClass::function) || token.is("expected") || token.is("due") || token.folded.ends_with("ly")));
            if (!word.has(WordClass::function) && !token.is("to") && !token.is("expected") && !token.is("scheduled") && !token.is("due") && !token.is("planned") && !token.folded.ends_with("ly")) return false;
        }
        return false;
    }

    /// Words that say much else need what makes them a journey: "took off", "went to", "cut short", "left Doha".
    bool travels(std::uint32_t at) const {
        const auto is_one_of = [&](std::uint32_t i, std::initializer_list<std::string_view> words) { return i < m_scan.size() && std::find(words.begin(), words.end(), m_scan.token(i).folded) != words.end(); };
        if (is_one_of(at, {"take", "takes", "took", "taking", "set", "sets", "setting", "touch", "touched", "touches", "touching"})) return is_one_of(at + 1, {"off", "out", "down"}) && !is_one_of(at + 2, {"his", "her", "the", "their", "a"});
        if (is_one_of(at, {"made", "makes", "paid", "pays"})) {
            for (std::uint32_t i = at + 1; i < at + 5; ++i)
                if (is_one_of(i, {"visit", "trip", "stop", "stopover", "tour"})) return true;
            return false;
        }
        if (is_one_of(at, {"begins", "began", "starts", "started"})) return (is_one_of(at + 2, {"visit", "trip", "tour"}) || is_one_of(at + 3, {"visit", "trip", "tour"})) && m_scan.word(at + 1).any(WordClass::indefinite, WordClass::possessive);
        if (is_one_of(at, {"stopped", "paused", "continued", "continues", "proceeded", "proceeds", "circled", "circles", "disappeared", "vanished", "skirted", "diverted", "diverts", "shuttled", "shuttles", "dispatched", "head"})) return at + 2 < m_scan.size() && m_scan.word(at + 1).has(WordClass::preposition) && m_scan.atom_is(at + 2, AtomKind::place);
        if (is_one_of(at, {"cut", "cuts", "cutting"})) return is_one_of(at + 1, {"short"});
        if (is_one_of(at, {"go", "goes", "going", "went", "gone", "come", "comes", "came", "coming", "moved", "transferred", "escaped", "slipped"})) return is_one_of(at + 1, {"to", "home", "into", "from"}) && (m_scan.atom_is(at + 2, AtomKind::place) || is_one_of(at + 1, {"home"}));
        if (is_one_of(at, {"left", "leave", "leaves", "leaving"})) return m_scan.atom_is(at + 1, AtomKind::place) || is_one_of(at + 1, {"for", "on", "at", "aboard"});
        return true;
    }

    std::uint32_t add_name(std::uint32_t first, std::uint32_t end, std::string_view rule) {
        Draft& draft = m_drafts.add(MentionKind::person, first, end, first, rule);
        draft.person.named = true;
        draft.person.name = std::string(m_scan.raw(first, end));
        draft.person.gender = gender_of(first);
        const auto index = static_cast<std::uint32_t>(m_drafts.list.size() - 1);
        return read_apposition(index, end);
    }

    const SentenceScan& m_scan;
    const KnownPersons& m_known;
    Drafts& m_drafts;
};

}  // namespace

bool is_name_word(const SentenceScan& scan, std::uint32_t i) {
    const Token& token = scan.token(i);
    if (token.kind != TokenKind::word) return false;
    if (token.letter_case == LetterCase::upper && token.folded.size() > 2 && token.folded[token.folded.size() - 2] == '-') return false;  // "ADS-B"
    if (const Atom* atom = scan.atom(i)) {
        if (atom->kind != AtomKind::place && !(atom->kind == AtomKind::operator_name && scan.word(i).has(WordClass::given_name))) return false;
    }
    const WordClasses word = scan.word(i);
    if (word.any(WordClass::given_name, WordClass::surname_first, WordClass::name_suffix)) return true;
    if (word.any(WordClass::name_particle)) return token.is_capital();
    return !word.any(WordClass::calendar, WordClass::function, WordClass::preposition, WordClass::conjunction, WordClass::definite, WordClass::indefinite, WordClass::he,
                     WordClass::she, WordClass::they, WordClass::it, WordClass::we, WordClass::other_one, WordClass::same_one, WordClass::both, WordClass::number,
                     WordClass::ordinal, WordClass::role, WordClass::honorific, WordClass::role_modifier, WordClass::kin, WordClass::there, WordClass::here, WordClass::person_verb);
}

void find_persons(const SentenceScan& scan, const KnownPersons& known, Drafts& drafts) { PersonPass(scan, known, drafts).run(); }

}  // namespace flightxref::detail
