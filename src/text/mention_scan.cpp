// SPDX-License-Identifier: BSL-1.0
#include "text/mention_scan.hpp"

#include <flightxref/aircraft/registration.hpp>
#include <flightxref/aircraft/type_names.hpp>

#include <algorithm>
#include <array>

namespace flightxref::detail {

namespace {

/// Names that the press gives to aircraft and that hold beyond one document.
constexpr std::array<std::string_view, 19> nicknames = {
    "air force one", "air force two", "marine one", "marine two", "air india one", "cam force one", "trump force one", "chammae-1", "chammae-2", "chammae 1",
    "doomsday plane", "flying kremlin", "code one", "code two", "air koryo one", "air force 1", "nightwatch", "executive one", "coast guard one"};

constexpr auto nickname_openings = [] {
    std::array<std::uint32_t, nicknames.size()> hashes{};
    for (std::size_t i = 0; i < nicknames.size(); ++i) hashes[i] = word_hash(nicknames[i].substr(0, nicknames[i].find(' ')));
    return hashes;
}();

bool says_aircraft(WordClasses word) {
    return word.any(WordClass::aircraft_head, WordClass::flight_word, WordClass::rotor, WordClass::drone, WordClass::registration_cue);
}

class NamePass {
  public:
    NamePass(SentenceScan& scan, bool aircraft_seen) : m_scan(scan), m_context(aircraft_seen) {}

    void run() {
        for (std::uint32_t i = 0; i < m_scan.size(); ++i) {
            const Token& token = m_scan.token(i);
            const bool digits = token.kind == TokenKind::alphanumeric || token.kind == TokenKind::number;
            if (!token.is_capital() && !digits && !is_styled(token)) {
                m_context = m_context || says_aircraft(m_scan.word(i));
                continue;
            }
            if (m_scan.word(i).any(WordClass::calendar) && !digits) continue;
            std::uint32_t end = read_nickname(i);
            if (end == 0) end = read_type_or_operator(i);
            if (end > i + 1) i = end - 1;
        }
    }

  private:
    /// Airlines that write themselves small: "flydubai", "flynas".
    static bool is_styled(const Token& token) { return token.kind == TokenKind::word && token.size() > 5 && token.folded.starts_with("fly"); }

    std::uint32_t read_nickname(std::uint32_t i) {
        const Token& token = m_scan.token(i);
        if (token.kind == TokenKind::number || std::find(nickname_openings.begin(), nickname_openings.end(), token.hash) == nickname_openings.end()) return 0;
        for (const std::string_view name : nicknames) {
            const std::string_view first = name.substr(0, name.find(' '));
            if (token.folded != first) continue;
            std::uint32_t end = i + 1;
            std::string_view rest = name.substr(first.size());
            while (!rest.empty() && end < m_scan.size()) {
                rest.remove_prefix(1);
                const std::string_view word = rest.substr(0, rest.find(' '));
                if (m_scan.token(end).folded != word) break;
                rest.remove_prefix(word.size());
                ++end;
            }
            if (!rest.empty()) continue;
            Atom atom;
            atom.kind = AtomKind::nickname;
            atom.first = i;
            atom.end = end;
            m_scan.add(std::move(atom));
            m_context = true;
            return end;
        }
        return 0;
    }

    std::uint32_t read_type_or_operator(std::uint32_t i) {
        const Token& token = m_scan.token(i);
        std::optional<OperatorMatch> by;
        if (token.kind != TokenKind::number && (token.is_capital() || is_styled(token))) by = find_operator_at(m_scan.text, token.begin);
        const std::optional<TypeMatch> type = find_type_at(m_scan.text, token.begin);
        if (type.has_value() && !(by.has_value() && by->length > type->length)) {
            const std::uint32_t end = m_scan.token_after(i, token.begin + type->length);
            const bool whole = end > i && m_scan.token(end - 1).end <= token.begin + type->length + 1;  // a plural s may hang on
            if (whole && !is_registration(i, end, *type) && type_fits(i, end, *type)) {
                Atom atom;
                atom.kind = AtomKind::type;
                atom.first = i;
                atom.end = end;
                atom.maker_only = type->maker_only;
                atom.needs_context = type->needs_context;
                if (!type->maker_only) atom.type_icao = type->code.text();
                m_scan.add(std::move(atom));
                m_context = true;
                return end;
            }
        }
        if (by && by->op != nullptr) {
            const std::uint32_t end = m_scan.token_after(i, token.begin + by->length);
            if (end > i && (!by->needs_context || operator_fits(i, end))) {
                Atom atom;
                atom.kind = AtomKind::operator_name;
                atom.first = i;
                atom.end = end;
                atom.op = by->op;
                atom.needs_context = by->needs_context;
                m_scan.add(std::move(atom));
                return end;
            }
        }
        return 0;
    }

    /// "T7-GTS" is a registration of San Marino, not a variant of some T-7.
    bool is_registration(std::uint32_t i, std::uint32_t end, const TypeMatch& type) const {
        if (end != i + 1 || type.exact || m_scan.token(i).letter_case != LetterCase::upper) return false;
        const auto parsed = parse_registration(m_scan.raw(i, end));
        return parsed && parsed->shape == RegistrationShape::strong && m_scan.token(i).folded.find('-') != std::string_view::npos;
    }

    bool type_fits(std::uint32_t i, std::uint32_t end, const TypeMatch& type) const {
        if (end <= i) return false;
        const Token& token = m_scan.token(i);
        const Token& last = m_scan.token(end - 1);
        if (end < m_scan.size() && !m_scan.token(end).space_before && m_scan.is_mark(end, '/')) return false;  // "17/35"
        if (type.maker_only) return is_led(i) && !followed_by_name(end) && !is_company(end);
        if (!type.needs_context) return true;
        if (is_spot(i)) return false;
        if (i > 0 && m_scan.atom_is(i - 1, AtomKind::operator_name) && !followed_by_name(end)) return true;  // "a Royal Air Force Voyager"
        if (end - i > 1 && last.kind != TokenKind::word) return true;
        if (token.kind == TokenKind::number) return (is_led(i) && !m_scan.word(i - 1).has(WordClass::number) && !is_unit(end)) || says_aircraft(m_scan.word(end));
        if (says_aircraft(m_scan.word(end)) || bears_mark(end)) return true;
        return is_led(i) && (m_context || context_ahead(end) || moves(i, end)) && !followed_by_name(end);
    }

    /// "the Challenger OE-IVJ", "a Falcon (F-RAFP)"
    bool bears_mark(std::uint32_t end) const {
        if (m_scan.is_mark(end, ',') || m_scan.is_mark(end, '(')) ++end;
        if (end >= m_scan.size() || m_scan.token(end).letter_case != LetterCase::upper || m_scan.token(end).size() < 5) return false;
        const auto parsed = parse_registration(m_scan.raw(end, end + 1));
        return parsed && parsed->shape == RegistrationShape::strong;
    }

    /// "The Hercules left Akrotiri", "a Voyager was flown to": what goes somewhere and is no title of a person ("the Premier left") is an aircraft.
    /// "The Eagle has landed." goes nowhere.
    bool moves(std::uint32_t i, std::uint32_t end) const {
        if (!m_scan.word(i).none()) return false;
        const bool auxiliary = m_scan.is(end, "was") || m_scan.is(end, "had") || m_scan.is(end, "has") || m_scan.is(end, "is");
        static constexpr std::string_view verbs[] = {"left", "landed", "flew", "flown", "departed", "diverted", "circled", "returned", "arrived", "lands", "leaves", "departs", "airborne", "refuelled", "refueled"};
        const std::uint32_t verb = auxiliary ? end + 1 : end;
        if (verb + 1 >= m_scan.size() || m_scan.token(verb + 1).kind == TokenKind::punctuation) return false;
        if ((m_scan.is(verb, "took") || m_scan.is(verb, "lifted") || m_scan.is(verb, "taken") || m_scan.is(verb, "takes")) && m_scan.is(verb + 1, "off")) return true;
        if (m_scan.is(verb, "touched") && m_scan.is(verb + 1, "down")) return true;
        if (std::find(std::begin(verbs), std::end(verbs), m_scan.token(verb).folded) != std::end(verbs)) return true;
        // "the Challenger continued to Delhi", "a Poseidon loitered off Crimea": a verb of moving and where to
        return m_scan.word(verb).has(WordClass::moves) && m_scan.word(verb + 1).has(WordClass::preposition) && !m_scan.is(verb + 1, "of") && !m_scan.is(verb, "made") && !m_scan.is(verb, "paid") && !m_scan.is(verb, "started") && !m_scan.is(verb, "began");
    }

    /// "over the Atlantic", "in Dakota": a name of a place where one is expected.
    bool is_spot(std::uint32_t i) const {
        static constexpr std::string_view spatial[] = {"over", "across", "above", "off", "in", "into", "near", "through", "beyond"};
        std::uint32_t at = i;
        if (at > 0 && m_scan.is(at - 1, "the")) --at;
        if (at == 0 || std::find(std::begin(spatial), std::end(spatial), m_scan.token(at - 1).folded) == std::end(spatial)) return false;
        return static_cast<bool>(Gazetteer::built_in().longest_match(m_scan.text, m_scan.token(i).begin));
    }

    /// "the Boeing factory" does not matter, "the Boeing chief" and "Airbus said" do.
    bool is_company(std::uint32_t end) const {
        return m_scan.word(end).any(WordClass::role, WordClass::person_verb, WordClass::group_head, WordClass::organisation_word, WordClass::role_modifier) &&
               !m_scan.word(end).any(WordClass::carrier_modifier) && !m_scan.is(end, "left") && !m_scan.is(end, "landed") && !m_scan.is(end, "arrived") &&
               !m_scan.is(end, "departed") && !m_scan.is(end, "flew") && !m_scan.is(end, "returned") && !m_scan.is(end, "went");
    }

    /// "747 people", "737 kilometres"
    bool is_unit(std::uint32_t end) const {
        if (end >= m_scan.size()) return false;
        const Token& next = m_scan.token(end);
        if (next.kind == TokenKind::symbol || next.is('%')) return true;
        static constexpr std::string_view units[] = {"kilometres", "kilometers", "km", "miles", "metres", "meters", "feet", "ft", "points", "votes", "dollars", "euros", "cases",
                                                     "tonnes", "tons", "million", "billion", "percent", "per", "a.m.", "p.m.", "seats", "deaths", "hectares", "houses"};
        return m_scan.word(end).any(WordClass::group_head, WordClass::person_head) || std::find(std::begin(units), std::end(units), next.folded) != std::end(units);
    }

    /// Something before it says that a noun for one thing comes: "a", "the", "his", "Russia's", "white", "two".
    bool is_led(std::uint32_t i) const {
        if (i == 0) return false;
        const WordClasses before = m_scan.word(i - 1);
        return before.any(WordClass::definite, WordClass::indefinite, WordClass::possessive, WordClass::carrier_modifier, WordClass::number, WordClass::other_one,
                          WordClass::same_one, WordClass::ordinal) ||
               m_scan.is_clitic_s(i - 1) || m_scan.atom_is(i - 1, AtomKind::operator_name) || m_scan.token(i - 1).kind == TokenKind::number ||
               (m_scan.token(i - 1).is_capital() && before.none() && i > 1);
    }

    bool followed_by_name(std::uint32_t end) const {
        return end < m_scan.size() && m_scan.token(end).kind == TokenKind::word && m_scan.token(end).is_capital() && m_scan.word(end).none() && m_scan.token(end).letter_case == LetterCase::capitalised &&
               m_scan.token(end).space_before;
    }

    bool context_ahead(std::uint32_t from) const {
        for (std::uint32_t i = from; i < m_scan.size() && i < from + 25; ++i)
            if (says_aircraft(m_scan.word(i)) || m_scan.word(i).has(WordClass::airport_noun)) return true;
        return false;
    }

    bool operator_fits(std::uint32_t i, std::uint32_t end) const {
        const WordClasses next = m_scan.word(end);
        if (says_aircraft(next) || next.any(WordClass::aircraft_weak, WordClass::carrier_modifier)) return true;
        if (end < m_scan.size() && m_scan.token(end).kind == TokenKind::number) return m_context;
        if (end < m_scan.size() && (m_scan.token(end).is_capital() || m_scan.token(end).kind == TokenKind::alphanumeric)) {
            const auto type = find_type_at(m_scan.text, m_scan.token(end).begin);
            if (type) return true;
        }
        return m_context && i > 0 && (m_scan.is(i - 1, "by") || m_scan.is(i - 1, "from")) && i > 1 &&
               (m_scan.is(i - 2, "operated") || m_scan.is(i - 2, "owned") || m_scan.is(i - 2, "chartered") || m_scan.is(i - 2, "flown") || m_scan.is(i - 2, "leased"));
    }

    SentenceScan& m_scan;
    bool m_context;
};

}  // namespace

void SentenceScan::add(Atom atom) {
    for (std::uint32_t i = atom.first; i < atom.end; ++i) {
        if (atom_at[i] == no_atom) continue;
        const Atom& old = atoms[atom_at[i]];
        const std::uint32_t index = atom_at[i];
        for (std::uint32_t k = old.first; k < old.end; ++k)
            if (atom_at[k] == index) atom_at[k] = no_atom;
    }
    const auto index = static_cast<std::uint32_t>(atoms.size());
    for (std::uint32_t i = atom.first; i < atom.end; ++i) atom_at[i] = index;
    atoms.push_back(std::move(atom));
}

void scan_names(SentenceScan& scan, bool aircraft_seen) { NamePass(scan, aircraft_seen).run(); }

namespace {

/// The word a type is called by once its name was given: "the 206" after "Cessna 206", "the Seneca" after "Piper Seneca". Null when its name is one word.
const Token* short_name(const SentenceScan& scan, const Atom& type) {
    if (type.end - type.first < 2 || type.maker_only || type.type_icao.empty()) return nullptr;
    const Token& last = scan.token(type.end - 1);
    const bool word = last.kind == TokenKind::word && last.is_capital() && last.size() > 3;
    const bool number = last.kind == TokenKind::number && last.size() == 3;
    return word || number ? &last : nullptr;
}

void learn_short_names(const SentenceScan& scan, KnownIdentifiers& known) {
    for (const Atom& atom : scan.atoms)
        if (const Token* name = atom.kind == AtomKind::type ? short_name(scan, atom) : nullptr) known.type_words[name->hash] = atom.type_icao;
}

void scan_short_names(SentenceScan& scan, const KnownIdentifiers& known) {
    if (known.type_words.empty()) return;
    for (std::uint32_t i = 1; i < scan.size(); ++i) {
        if (!scan.word(i - 1).any(WordClass::definite, WordClass::possessive) || scan.atom(i) != nullptr) continue;
        const auto found = known.type_words.find(scan.token(i).hash);
        if (found == known.type_words.end()) continue;
        const bool name_goes_on = i + 1 < scan.size() && scan.token(i + 1).is_capital() && scan.token(i + 1).kind == TokenKind::word && !scan.token(i + 1).line_before;
        const bool counts = scan.token(i).kind == TokenKind::number && i + 1 < scan.size() && scan.token(i + 1).folded.ends_with('s') && scan.word(i + 1).none();  // "the 206 votes"
        if (name_goes_on || counts) continue;
        Atom atom;
        atom.kind = AtomKind::type;
        atom.first = i;
        atom.end = i + 1;
        atom.type_icao = found->second;
        scan.add(std::move(atom));
    }
}

}  // namespace

void scan_sentence(const Sentence& sentence, std::string_view text, KnownIdentifiers& known, SentenceScan& scan) {
    const WordTable& table = WordTable::built_in();
    const std::size_t count = sentence.tokens.size();
    scan.sentence = &sentence;
    scan.text = text;
    scan.words.clear();
    scan.words.resize(count);
    scan.atoms.clear();
    scan.atom_at.assign(count, no_atom);
    for (std::size_t i = 0; i < count; ++i) {
        const Token& token = sentence.tokens[i];
        if (token.kind == TokenKind::word || token.kind == TokenKind::alphanumeric) scan.words[i] = table.find(token);
    }
    scan_names(scan, known.aircraft_seen);
    learn_short_names(scan, known);
    scan_short_names(scan, known);
    scan_identifiers(scan, known);
    scan_places(scan, known);
    for (const Atom& atom : scan.atoms)
        if (atom.kind == AtomKind::type) known.aircraft_seen = true;
}

}  // namespace flightxref::detail
