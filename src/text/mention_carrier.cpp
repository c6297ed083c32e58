// SPDX-License-Identifier: BSL-1.0
#include "text/mention_carrier.hpp"

#include <flightxref/aircraft/type_names.hpp>

#include <algorithm>

namespace flightxref::detail {

namespace {

/// "two", "12", "dozens": how many; 0 when it is not said exactly.
std::uint32_t number_of(const Token& token) {
    static constexpr std::string_view words[] = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    for (std::uint32_t i = 1; i < 13; ++i)
        if (token.folded == words[i]) return i;
    if (token.is("pair") || token.is("couple") || token.is("both")) return 2;
    if (token.kind != TokenKind::number || token.size() > 4) return 0;
    std::uint32_t value = 0;
    for (const char c : token.folded) {
        if (c < '0' || c > '9') return 0;
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

}  // namespace

void CarrierPass::run() {
    for (std::uint32_t i = 0; i < m_scan.size();) {
        const std::uint32_t end = begins_core(i) ? read_phrase(i) : is_elliptic(i) ? read_elliptic(i) : i + 1;
        i = std::max(end, i + 1);
    }
}

bool CarrierPass::is_core(AtomKind kind) {
    return kind == AtomKind::registration || kind == AtomKind::callsign || kind == AtomKind::flight_number || kind == AtomKind::type || kind == AtomKind::nickname;
}

bool CarrierPass::is_head(std::uint32_t i) const {
    if (i >= m_scan.size() || m_scan.atom(i) != nullptr) return false;
    const WordClasses word = m_scan.word(i);
    return word.any(WordClass::aircraft_head, WordClass::rotor, WordClass::drone, WordClass::rail_head, WordClass::sea_head, WordClass::road_head, WordClass::aircraft_weak);
}

/// "The first lands", "the other at 8:44": one of several, with a verb or a time right behind.
bool CarrierPass::is_elliptic(std::uint32_t i) const {
    if (!m_scan.word(i).any(WordClass::ordinal, WordClass::rest_one) || m_scan.atom(i) != nullptr) return false;
    if (i == 0 || i + 1 >= m_scan.size() || !m_scan.word(i - 1).has(WordClass::definite) || !m_drafts.free(i) || !m_drafts.free(i - 1)) return false;
    const WordClasses next = m_scan.word(i + 1);
    if (m_scan.is_mark(i + 1, ',') || m_scan.is_mark(i + 1, '(')) {  // "The first, N628TS, came ..."
        const Atom* atom = m_scan.atom(skip_to_identifier(i + 1));
        return atom != nullptr && is_core(atom->kind);
    }
    if (m_scan.is(i, "former") || m_scan.is(i, "latter")) return !next.none() || m_scan.token(i + 1).folded.ends_with("ed") || m_scan.token(i + 1).folded.ends_with("ing");
    return next.any(WordClass::person_verb, WordClass::goes_to) || m_scan.is(i + 1, "at") || m_scan.is(i + 1, "was") || m_scan.is(i + 1, "is") || m_scan.is(i + 1, "had") || m_scan.is(i + 1, "has") || m_scan.is(i + 1, "took") || m_scan.is(i + 1, "touched") ||
           m_scan.is(i + 1, "touches") || m_scan.is(i + 1, "followed") || m_scan.is(i + 1, "follows") || m_scan.is(i + 1, "took") || m_scan.is(i + 1, "takes") || m_scan.is(i + 1, "will") || m_scan.is(i + 1, "headed") || m_scan.is(i + 1, "heads") || m_scan.is(i + 1, "turned") || m_scan.is(i + 1, "came");
}

std::uint32_t CarrierPass::read_elliptic(std::uint32_t i) {
    m_draft = Draft{};
    m_draft.generic = true;
    m_draft.elliptic = true;
    m_bare = false;
    m_draft.mention.reference = Reference::definite;
    m_has_head = true;
    m_head = i;
    if (m_scan.word(i).has(WordClass::rest_one)) m_draft.other_one = true;
    else m_draft.ordinal = ordinal_of(m_scan.token(i));
    return finish(i - 1, i, read_right(i + 1));
}

int CarrierPass::ordinal_of(const Token& token) {
    static constexpr std::string_view ordinals[] = {"first", "second", "third", "fourth", "fifth", "sixth"};
    const auto* found = std::find(std::begin(ordinals), std::end(ordinals), token.folded);
    return found == std::end(ordinals) ? (token.is("former") ? 1 : -1) : static_cast<int>(found - std::begin(ordinals)) + 1;
}

bool CarrierPass::begins_core(std::uint32_t i) const {
    if (const Atom* atom = m_scan.atom(i)) return is_core(atom->kind) && atom->first == i && m_drafts.free(i);
    return (is_head(i) || m_scan.word(i).has(WordClass::flight_word)) && m_drafts.free(i);
}

/// A head that is the first half of a compound: "jet fuel", "plane crash", "aircraft carrier", "train station".
bool CarrierPass::is_compound(std::uint32_t i) const {
    const std::uint32_t next = i + 1;
    if (next >= m_scan.size() || m_scan.token(next).letter_case != LetterCase::lower || m_scan.token(next).kind != TokenKind::word) return false;
    const WordClasses word = m_scan.word(next);
    if (word.any(WordClass::registration_cue) && !m_scan.is(next, "registration")) return false;
    return word.any(WordClass::compound_tail, WordClass::organisation_word, WordClass::role, WordClass::building_noun, WordClass::airport_noun, WordClass::event_noun) &&
           !word.any(WordClass::function, WordClass::person_verb, WordClass::time_word) && !m_scan.is(next, "operations");
}

/// The phrase around a core: what stands left of it, in it and right of it.
std::uint32_t CarrierPass::read_phrase(std::uint32_t core) {
    m_draft = Draft{};
    m_head = core;
    m_has_head = false;
    std::uint32_t end = read_core(core);
    if (end == core) return core + 1;
    const std::uint32_t first = read_left(core);
    m_bare = first == core && !m_has_head && m_draft.carrier.type_text.empty() && m_draft.carrier.nickname.empty();
    const bool own_identity = m_draft.carrier.identified() || !m_draft.carrier.nickname.empty() || (!m_draft.generic && !m_draft.carrier.type_text.empty());
    if (!own_identity && !plausible(first, core, end)) return end;
    end = read_right(end);
    return finish(first, core, end);
}

/// Generic words need a sign that a thing is meant: "the plane", "planes", not "car bomb" or "she can plane".
bool CarrierPass::plausible(std::uint32_t first, std::uint32_t core, std::uint32_t end) const {
    if (is_compound(end - 1)) return false;
    const WordClasses word = m_scan.word(core);
    if (word.has(WordClass::flight_word)) return first < core && m_draft.count == 1 && !m_scan.is(core, "flights") && !m_scan.word(end).any(WordClass::compound_tail);
    if (word.has(WordClass::aircraft_weak)) {
        const bool rich = core - first >= 2 && !m_draft.carrier.type_text.empty();
        return rich || (m_draft.mention.reference == Reference::definite && core > first && !m_scan.word(end).any(WordClass::role, WordClass::organisation_word)) || m_draft.sister;
    }
    if (core > first) return true;
    if (core > 0 && m_scan.is(core - 1, "by")) return true;
    if (core > 0 && m_scan.token(core - 1).letter_case == LetterCase::lower && m_scan.word(core - 1).none()) return false;  // "the most watched aircraft"
    return m_scan.token(core).folded.ends_with("s") || m_scan.token(core).is("aircraft");
}

std::uint32_t CarrierPass::read_core(std::uint32_t i) {
    std::uint32_t at = i;
    while (at < m_scan.size()) {
        if (at > i && m_scan.token(at).line_before) break;
        const Atom* atom = m_scan.atom(at);
        if (atom != nullptr && is_core(atom->kind) && m_drafts.free(at)) {
            if (!take(*atom)) break;
            at = atom->end;
            continue;
        }
        if (atom != nullptr) {
            // "C-17 RAF transport" is rare; "Gulfstream jet" comes below
            break;
        }
        const WordClasses word = m_scan.word(at);
        if (word.has(WordClass::flight_word)) {
            const std::uint32_t next = skip_to_identifier(at + 1);
            const Atom* id = m_scan.atom(next);
            if (id != nullptr && (id->kind == AtomKind::flight_number || id->kind == AtomKind::callsign || id->kind == AtomKind::registration)) {
                m_head = at;
                at = next;
                continue;
            }
            if (at == i) {
                m_head = at;
                m_has_head = true;
                m_draft.generic = true;
                return at + 1;
            }
            break;
        }
        if (is_head(at)) {
            if (m_has_head) break;
            if (at > i && word.has(WordClass::aircraft_weak) && is_compound(at)) break;
            set_mode(at);
            // "its sister ship" is an aircraft, "a patrol ship" is none
            if ((m_scan.is(at, "ship") || m_scan.is(at, "ships")) && !(at > 0 && (m_scan.is(at - 1, "sister") || m_scan.word(at - 1).any(WordClass::definite, WordClass::possessive)))) m_draft.carrier.mode = CarrierMode::sea;
            m_head = at;
            m_has_head = true;
            if (at == i) m_draft.generic = true;
            m_draft.mention.plural = m_draft.mention.plural || is_plural(at);
            ++at;
            continue;
        }
        // "Gulfstream business jet", "737 passenger jet", "C-17 military transport"
        if (at > i && word.has(WordClass::carrier_modifier) && !m_has_head) {
            std::uint32_t ahead = at;
            while (m_scan.word(ahead).has(WordClass::carrier_modifier) && !is_head(ahead) && ahead < at + 3) ++ahead;
            if (is_head(ahead) && m_scan.atom(ahead) == nullptr) {
                at = ahead;
                continue;
            }
        }
        // A name in quotation marks: the A340 'Konrad Adenauer'
        if (at > i && m_scan.token(at).kind == TokenKind::quote_open && m_draft.carrier.nickname.empty()) {
            std::uint32_t close = at + 1;
            bool capitals = close < m_scan.size() && m_scan.token(close).is_capital();
            while (close < m_scan.size() && close < at + 6 && m_scan.token(close).kind == TokenKind::word && (m_scan.token(close).is_capital() || m_scan.word(close).any(WordClass::name_particle, WordClass::preposition))) ++close;
            if (capitals && close < m_scan.size() && m_scan.token(close).kind == TokenKind::quote_close) {
                m_draft.carrier.nickname = std::string(m_scan.raw(at + 1, close));
                at = close + 1;
                continue;
            }
        }
        break;
    }
    return at;
}

bool CarrierPass::is_plural(std::uint32_t i) const {
    const Token& token = m_scan.token(i);
    return token.folded.ends_with("s") && !token.is("bus") && !token.is("mercedes") && !token.is("his");
}

void CarrierPass::set_mode(std::uint32_t head) {
    const WordClasses word = m_scan.word(head);
    const bool in_the_air = head > 0 && m_scan.is(head - 1, "air");  // "an air ambulance"
    if (word.has(WordClass::rail_head)) m_draft.carrier.mode = CarrierMode::rail;
    else if (word.has(WordClass::sea_head)) m_draft.carrier.mode = CarrierMode::sea;
    else if (word.has(WordClass::road_head) && !in_the_air) m_draft.carrier.mode = CarrierMode::road;
    if (word.has(WordClass::rotor)) m_draft.rotor = true;
    if (word.has(WordClass::drone)) m_draft.drone = true;
}

/// False when the phrase already has such a field.
bool CarrierPass::take(const Atom& atom) {
    Carrier& carrier = m_draft.carrier;
    const std::string text(m_scan.raw(atom.first, atom.end));
    switch (atom.kind) {
        case AtomKind::registration:
            if (!carrier.registration.empty()) return false;
            carrier.registration = text;
            return true;
        case AtomKind::callsign:
            if (!carrier.callsign.empty()) return false;
            carrier.callsign = text;
            return true;
        case AtomKind::flight_number:
            if (!carrier.flight_number.empty()) return false;
            carrier.flight_number = text;
            return true;
        case AtomKind::nickname:
            if (!carrier.nickname.empty()) return false;
            carrier.nickname = text;
            return true;
        case AtomKind::type: {
            if (!carrier.type_text.empty()) return false;
            carrier.type_text = text;
            carrier.type_icao = atom.type_icao;
            m_head = atom.end - 1;
            const bool s = text.size() > 2 && text.back() == 's' && m_scan.token(atom.end - 1).folded.back() == 's' && type_plural(atom);
            if (s) {
                carrier.type_text.pop_back();
                m_draft.mention.plural = true;
            }
            if (!carrier.type_icao.empty())
                if (const auto facts = facts_of(Typecode(carrier.type_icao)); facts && facts->helicopter) m_draft.rotor = true;
            return true;
        }
        default: return false;
    }
}

/// "Embraer 190s", "Il-62s", "Falcons", not "Airbus" or "Swiss".
bool CarrierPass::type_plural(const Atom& atom) const {
    const Token& last = m_scan.token(atom.end - 1);
    if (last.is("airbus") || last.is("cirrus") || last.is("arrius")) return false;
    if (last.kind == TokenKind::alphanumeric) {
        return last.size() > 1 && last.folded[last.folded.size() - 2] >= '0' && last.folded[last.folded.size() - 2] <= '9' ? m_scan.text[last.end - 1] == 's' : m_scan.text[last.end - 1] == 's';
    }
    if (last.letter_case == LetterCase::upper || m_scan.text[last.end - 1] != 's' || last.folded.ends_with("ss") || last.folded.ends_with("us")) return false;
    // "Hercules", "Polaris" end so by themselves
    return find_type(last.folded.substr(0, last.size() - 1)) || !find_type(last.folded);
}

std::uint32_t CarrierPass::read_left(std::uint32_t core) {
    std::uint32_t first = core;
    std::string& by = m_draft.carrier.operator_name;
    std::uint32_t descriptive = core;  ///< first token of "private", "air force", ... for the words of the type
    m_draft.mention.reference = m_has_head || !m_draft.carrier.type_text.empty() ? Reference::indefinite : Reference::name;
    bool adjective_used = false;
    bool counted = false;  ///< a number was read: only an article may still come before it
    while (first > 0) {
        const std::uint32_t at = first - 1;
        if (m_scan.token(first).line_before) break;
        const Atom* atom = m_scan.atom(at);
        const WordClasses word = m_scan.word(at);
        if (counted && !word.any(WordClass::definite, WordClass::possessive, WordClass::other_one, WordClass::both, WordClass::same_one, WordClass::ordinal) && !m_scan.is_clitic_s(at)) break;
        if (atom != nullptr && (atom->kind == AtomKind::operator_name || atom->kind == AtomKind::demonym || atom->kind == AtomKind::place)) {
            if (atom->kind == AtomKind::place && !m_scan.token(core).is_capital() && preposition_before(m_scan, atom->first).size() > 1 && !m_has_head) break;
            if (atom->kind == AtomKind::place && m_draft.generic && m_scan.word(atom->first > 0 ? atom->first - 1 : 0).has(WordClass::preposition)) break;
            if (!m_drafts.free(at)) break;
            if (atom->kind == AtomKind::place && !m_has_head && m_draft.carrier.type_text.empty()) break;  // "left Moscow RA-96023"
            if (by.empty() || atom->kind == AtomKind::operator_name) by = std::string(m_scan.raw(atom->first, atom->end));
            first = atom->first;
            if (atom->kind == AtomKind::demonym) descriptive = first;
            continue;
        }
        if (m_scan.is_clitic_s(at) && at > 0) {
            const std::uint32_t owner = read_owner(at);
            if (owner == at) break;
            first = owner;
            m_draft.mention.reference = Reference::definite;
            break;
        }
        if (m_scan.is_mark(at, '\'') && at > 0 && !m_scan.token(at).space_before && m_scan.token(at - 1).kind == TokenKind::word && m_scan.token(at - 1).folded.ends_with("s")) {
            const std::uint32_t owner = read_owner(at);
            if (owner == at) break;
            first = owner;
            m_draft.mention.reference = Reference::definite;
            break;
        }
        if (atom != nullptr) {
            if (atom->kind == AtomKind::type && m_draft.carrier.type_text.empty() && m_drafts.free(at)) {  // "Boeing" before a head that began the core
                m_draft.carrier.type_text = std::string(m_scan.raw(atom->first, atom->end));
                m_draft.carrier.type_icao = atom->type_icao;
                first = atom->first;
                continue;
            }
            break;
        }
        if (!m_drafts.free(at) && !word.has(WordClass::possessive)) break;
        if (word.has(WordClass::possessive)) {
            m_draft.mention.reference = Reference::definite;
            m_draft.possessor = at | owner_token;
            --first;
            break;
        }
        if (word.has(WordClass::both)) {
            m_draft.count = 2;
            m_draft.mention.plural = true;
            m_draft.mention.reference = Reference::definite;
            --first;
            if (m_scan.is(first - 1, "the")) --first;
            break;
        }
        if (word.has(WordClass::other_one)) {
            m_draft.other_one = true;
            if (m_scan.is(at, "another")) {
                m_draft.mention.reference = Reference::indefinite;
                --first;
                break;
            }
            if (m_scan.is(at, "further") && at == 0) break;
            --first;
            continue;
        }
        if (word.has(WordClass::same_one)) {
            m_draft.same_one = true;
            --first;
            continue;
        }
        if (word.has(WordClass::ordinal) && m_draft.ordinal == 0) {
            m_draft.ordinal = ordinal_of(m_scan.token(at));
            --first;
            continue;
        }
        if (word.has(WordClass::definite)) {
            m_draft.mention.reference = Reference::definite;
            --first;
            break;
        }
        if (word.has(WordClass::indefinite)) {
            m_draft.mention.reference = Reference::indefinite;
            --first;
            break;
        }
        if (word.has(WordClass::number) || (m_scan.token(at).kind == TokenKind::number && !m_scan.token(at).line_before)) {
            if (!m_draft.mention.plural && !m_scan.is(at, "one") && !(m_has_head && m_scan.token(m_head).is("aircraft"))) break;
            m_draft.count = number_of(m_scan.token(at));
            m_draft.mention.plural = true;
            m_draft.mention.reference = Reference::indefinite;
            counted = true;
            --first;
            continue;
        }
        if (m_scan.is(at, "of") && at > 0 && m_scan.word(at - 1).has(WordClass::number) && m_draft.mention.plural) {  // "a pair of C-17s"
            m_draft.count = number_of(m_scan.token(at - 1));
            first = at - 1;
            if (first > 0 && m_scan.word(first - 1).any(WordClass::indefinite, WordClass::definite)) --first;
            break;
        }
        if (m_scan.is(at, "sister")) m_draft.sister = true;
        if (word.any(WordClass::carrier_modifier, WordClass::role_modifier) || is_list_of_modifiers(at)) {
            --first;
            if (!m_scan.is(at, "sister")) descriptive = first;
            continue;
        }
        if (m_scan.token(at).kind == TokenKind::word && m_scan.token(at).letter_case == LetterCase::lower && word.none() && !adjective_used && led_by_determiner(at)) {
            adjective_used = true;
            --first;
            descriptive = first;
            continue;
        }
        break;
    }
    if (m_draft.generic && m_has_head && !m_scan.word(m_head).has(WordClass::flight_word)) {
        // Words such as "cargo plane" or "armoured train" are all that is known of its type.
        const std::uint32_t from = std::max(descriptive, first);
        if (from < m_head || m_draft.rotor || m_draft.carrier.mode != CarrierMode::air) m_draft.carrier.type_text = std::string(m_scan.raw(std::min(from, m_head), m_head + 1));
    }
    return first;
}

/// "black and gold", "white, unmarked": between modifiers.
bool CarrierPass::is_list_of_modifiers(std::uint32_t at) const {
    if (!(m_scan.is(at, "and") || m_scan.is_mark(at, ','))) return false;
    return at > 0 && m_scan.word(at - 1).has(WordClass::carrier_modifier) && m_scan.word(at + 1).any(WordClass::carrier_modifier) && m_scan.word(at > 1 ? at - 2 : 0).any(WordClass::definite, WordClass::indefinite, WordClass::carrier_modifier);
}

bool CarrierPass::led_by_determiner(std::uint32_t at) const {
    if (at == 0) return false;
    const WordClasses before = m_scan.word(at - 1);
    return before.any(WordClass::definite, WordClass::indefinite, WordClass::possessive, WordClass::carrier_modifier) || m_scan.is_clitic_s(at - 1) || m_scan.atom_is(at - 1, AtomKind::demonym) || m_scan.atom_is(at - 1, AtomKind::operator_name);
}

/// The owner before an 's: a person or place found before, or the word itself.
std::uint32_t CarrierPass::read_owner(std::uint32_t clitic) {
    const std::uint32_t last = clitic - 1;
    if (!m_drafts.free(last)) {
        const std::uint32_t index = m_drafts.cover[last];
        const Mention& owner = m_drafts.list[index].mention;
        if (owner.kind == MentionKind::carrier) return clitic;
        m_draft.possessor = index;
        if (m_draft.carrier.operator_name.empty()) m_draft.carrier.operator_name = owner.kind == MentionKind::person ? m_drafts.list[index].person.name : std::string(m_scan.raw(owner.first_token, owner.end_token));
        return owner.first_token;
    }
    if (const Atom* atom = m_scan.atom(last)) {
        if (m_draft.carrier.operator_name.empty() || atom->kind == AtomKind::operator_name) m_draft.carrier.operator_name = std::string(m_scan.raw(atom->first, atom->end));
        else if (atom->kind == AtomKind::place) m_draft.carrier.operator_name = std::string(m_scan.raw(atom->first, atom->end)) + "'s " + m_draft.carrier.operator_name;
        return atom->first > 0 && m_scan.word(atom->first - 1).has(WordClass::definite) ? atom->first - 1 : atom->first;
    }
    if (m_scan.token(last).kind != TokenKind::word) return clitic;
    if (m_scan.word(last).has(WordClass::calendar) || m_scan.word(last).has(WordClass::function)) return last;  // "Tuesday's flight"
    std::uint32_t first = last;
    while (first > 0 && m_scan.token(first).is_capital() && m_scan.token(first - 1).is_capital() && m_scan.token(first - 1).kind == TokenKind::word && m_drafts.free(first - 1) && last - first < 4 && m_scan.atom(first - 1) == nullptr) --first;
    if (m_draft.carrier.operator_name.empty()) m_draft.carrier.operator_name = std::string(m_scan.raw(first, last + 1));
    if (first > 0 && m_scan.word(first - 1).any(WordClass::definite, WordClass::indefinite)) --first;
    return first;
}

std::uint32_t CarrierPass::finish(std::uint32_t first, std::uint32_t core, std::uint32_t end) {
    if (m_draft.mention.plural && m_draft.count == 1) m_draft.count = 0;
    if (!m_draft.members.empty()) m_draft.count = static_cast<std::uint32_t>(m_draft.members.size());
    const Carrier& carrier = m_draft.carrier;
    const std::string_view rule = !carrier.registration.empty() ? "registration" : !carrier.callsign.empty() ? "callsign" : !carrier.flight_number.empty() ? "flight_number" : !carrier.nickname.empty() ? "nickname"
                                  : m_scan.atom_is(core, AtomKind::type) ? "type" : m_scan.word(m_head).has(WordClass::flight_word) ? "flight_word" : "carrier_noun";
    std::uint32_t craft = no_draft;
    const bool apposed = m_bare && is_apposed(first, end, craft);
    Draft& draft = m_drafts.add(MentionKind::carrier, first, end, m_head, rule);
    const Mention made = draft.mention;
    draft = std::move(m_draft);
    const Mention said = draft.mention;
    draft.mention = made;
    draft.mention.reference = said.reference;
    draft.mention.plural = said.plural;
    // "as SAM153", "under the call sign BOXER31": it names the aircraft the sentence is about
    if (m_bare) draft.subject_id = led_as_identity(first, draft.possessor);
    if (apposed && draft.possessor == no_draft) {
        draft.subject_id = true;
        draft.possessor = craft;
    }
    return end;
}

/// "A Tu-204 of the Russian special flight squadron, RA-64057, took off": between commas, of the craft described before.
bool CarrierPass::is_apposed(std::uint32_t first, std::uint32_t end, std::uint32_t& craft) const {
    const auto is_edge = [&](std::uint32_t i, char bracket) { return i >= m_scan.size() || m_scan.is_mark(i, ',') || m_scan.is_mark(i, bracket) || m_scan.is_mark(i, '-') || m_scan.is_mark(i, '.'); };
    if (first == 0 || !is_edge(first - 1, '(') || !is_edge(end, ')')) return false;
    constexpr std::uint32_t reach = 14;
    for (std::uint32_t at = first - 1; at-- > 0 && at + reach > first;) {
        if (m_scan.is_mark(at, ',') || m_scan.is_mark(at, ';') || m_scan.is_mark(at, ':')) return false;
        if (m_drafts.free(at)) continue;
        const Draft& before = m_drafts.list[m_drafts.cover[at]];
        if (before.mention.kind != MentionKind::carrier) continue;
        if (before.carrier.identified() || before.mention.plural || before.carrier.mode != CarrierMode::air) return false;
        craft = m_drafts.cover[at];
        return true;
    }
    return false;
}

/// "flying as", "under the call sign", "is", "it was": the identifier is said of what came before.
bool CarrierPass::led_as_identity(std::uint32_t i, std::uint32_t& possessor) const {
    std::uint32_t at = i;
    bool cue = false;
    while (at > 0 && i - at < 6) {
        const std::uint32_t b = at - 1;
        if (m_scan.word(b).any(WordClass::callsign_cue, WordClass::registration_cue) || m_scan.is(b, "sign") || m_scan.is(b, "number") || m_scan.is(b, "the") || m_scan.is(b, "code") || m_scan.is(b, "its") || m_scan.is(b, "a") || m_scan.is(b, "simply") ||
            m_scan.token(b).kind == TokenKind::quote_open || m_scan.is_mark(b, ':')) {
            cue = true;
            --at;
            continue;
        }
        break;
    }
    if (cue && at > 1 && m_scan.is_clitic_s(at - 1) && !m_drafts.free(at - 2)) {  // "the jet's registration, N628TS"
        possessor = m_drafts.cover[at - 2];
        return true;
    }
    if (at > 1 && (m_scan.is(at - 1, "now") || m_scan.is(at - 1, "today") || m_scan.is(at - 1, "currently") || m_scan.is(at - 1, "actually"))) --at;  // "is now TC-RVN"
    if (at == 0) return false;
    const std::uint32_t b = at - 1;
    return m_scan.is(b, "as") || m_scan.is(b, "under") || m_scan.is(b, "with") || m_scan.is(b, "using") || m_scan.is(b, "is") || m_scan.is(b, "was") || m_scan.is(b, "became") || m_scan.is(b, "to") || m_scan.is(b, "bore");
}

void find_carriers(const SentenceScan& scan, Drafts& drafts) { CarrierPass(scan, drafts).run(); }

}  // namespace flightxref::detail
