// SPDX-License-Identifier: BSL-1.0
#include "text/mention_resolve.hpp"

#include <algorithm>

namespace flightxref::detail {

namespace {

/// Folded words of a name or title: "Mohammed al-Haddad" -> mohammed, haddad.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    thread_local Tokens tokens;  // keeps its memory: names are read all the time
    tokens.clear();
    Tokenizer tokenizer(text);
    while (tokenizer.next(tokens)) {
    }
    for (const Token& token : tokens) {
        if (token.kind != TokenKind::word || token.folded.size() < 2) continue;
        std::string_view part = token.folded;
        if (part.size() > 5 && (part.starts_with("al-") || part.starts_with("el-"))) part.remove_prefix(3);
        parts.emplace_back(part);
    }
    return parts;
}

bool contains_all(const std::vector<std::string>& whole, const std::vector<std::string>& some) {
    return std::all_of(some.begin(), some.end(), [&](const std::string& part) { return std::find(whole.begin(), whole.end(), part) != whole.end(); });
}

/// Words of a title that say what the office is; "the", "acting" and adjectives of nations do not.
std::vector<std::string> office_of(std::string_view role) {
    std::vector<std::string> office;
    for (std::string& part : parts_of(role)) {
        static constexpr std::string_view dropped[] = {"the", "of", "and", "mr", "mrs", "ms", "then", "acting", "outgoing", "incoming", "current", "late", "ousted", "exiled", "deposed", "former", "ex"};
        if (std::find(std::begin(dropped), std::end(dropped), part) == std::end(dropped)) office.push_back(std::move(part));
    }
    return office;
}

bool particle(const std::string& part) {
    static constexpr std::string_view particles[] = {"al", "el", "bin", "ibn", "van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "la", "le", "du", "ben", "abu", "mr", "jr", "sr", "ii", "iii"};
    return std::find(std::begin(particles), std::end(particles), part) != std::end(particles);
}

}  // namespace

void Discourse::index_name(std::uint32_t entity, std::string_view name) {
    for (std::string& part : parts_of(name)) {
        if (particle(part)) continue;
        persons.by_part[std::move(part)] = entity;
    }
}

void Discourse::learn_person(std::uint32_t entity, const Draft& draft) {
    Person& known = entities[entity].person;
    if (known.role.empty()) known.role = draft.person.role;
    if (known.country.empty()) known.country = draft.person.country;
    if (known.gender == Gender::unknown) known.gender = draft.person.gender;
    if (draft.person.named && !known.named) {
        known.named = true;
        known.name = draft.person.name;
    }
}

std::uint32_t Discourse::make_person(const Draft& draft) {
    const std::uint32_t entity = make(MentionKind::person);
    entities[entity].person = draft.person;
    entities[entity].count = draft.count;
    entities[entity].owner = owner_of(draft);
    salience[entity].single = !draft.person.group && !draft.mention.plural;
    return entity;
}

std::uint32_t Discourse::resolve_person(Draft& draft) {
    if (draft.mention.reference == Reference::pronoun) return resolve_pronoun(draft);
    if (draft.person.group) return resolve_group(draft);
    return draft.person.named ? resolve_name(draft) : resolve_role(draft);
}

std::uint32_t Discourse::resolve_name(Draft& draft) {
    const std::vector<std::string> parts = parts_of(draft.person.name);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        const std::uint32_t entity = persons.find(*part);
        if (entity == no_entity || !entities[entity].person.named) continue;
        Person& known = entities[entity].person;
        if (draft.person.gender != Gender::unknown && known.gender != Gender::unknown && draft.person.gender != known.gender) continue;
        const std::vector<std::string> whole = parts_of(known.name);
        if (contains_all(whole, parts)) {
            learn_person(entity, draft);
            return entity;
        }
        if (contains_all(parts, whole)) {  // the full name comes later
            known.name = draft.person.name;
            learn_person(entity, draft);
            index_name(entity, known.name);
            return entity;
        }
    }
    // "The president ... Vladimir Putin": a title heard before, without a name yet, in the same sentence's role
    if (!draft.person.role.empty() && draft.mention.rule == "title") {
        const std::vector<std::string> office = office_of(draft.person.role);
        for (auto it = m_people.rbegin(); it != m_people.rend(); ++it) {
            Person& known = entities[*it].person;
            if (known.named || known.group || known.role.empty() || salience[*it].last_sentence + 4 < m_sentence) continue;
            if (office_of(known.role) != office) continue;
            learn_person(*it, draft);
            index_name(*it, known.name);
            return *it;
        }
    }
    const std::uint32_t entity = make_person(draft);
    index_name(entity, draft.person.name);
    return entity;
}

/// The one named person the document is about so far; no_entity when there are rivals.
std::uint32_t Discourse::protagonist() const {
    std::uint32_t best = no_entity, best_count = 0, second = 0;
    for (const std::uint32_t entity : m_people) {
        if (!entities[entity].person.named || entities[entity].person.group) continue;
        const std::uint32_t count = salience[entity].mentions;
        if (count > best_count) second = best_count, best = entity, best_count = count;
        else second = std::max(second, count);
    }
    return best_count >= 2 * second && best_count >= 1 ? best : no_entity;
}

std::uint32_t Discourse::resolve_role(Draft& draft) {
    const std::uint32_t owner = owner_of(draft);
    const std::vector<std::string> office = office_of(draft.person.role.empty() ? draft.person.name : draft.person.role);
    if (draft.mention.rule == "kin") {
        for (auto it = m_people.rbegin(); it != m_people.rend(); ++it)
            if (entities[*it].owner == owner && owner != no_entity && !office.empty() && contains_all(office_of(entities[*it].person.role + " " + entities[*it].person.name), {office.back()})) return *it;
        const std::uint32_t entity = make_person(draft);
        if (owner != no_entity && entities[owner].kind == MentionKind::person) entities[entity].person.role = std::string(m_scan->token(draft.mention.head_token).folded) + " of " + entities[owner].person.name;
        return entity;
    }
    if (draft.mention.reference == Reference::indefinite) return make_person(draft);
    const std::string head(m_scan->token(draft.mention.head_token).folded);
    std::uint32_t by_head = no_entity;
    for (auto it = m_people.rbegin(); it != m_people.rend(); ++it) {
        const Person& known = entities[*it].person;
        if (known.group || known.role.empty()) continue;
        if (!draft.person.country.empty() && !known.country.empty() && draft.person.country != known.country) continue;
        const std::vector<std::string> theirs = office_of(known.role);
        if (contains_all(theirs, office)) {
            learn_person(*it, draft);
            return *it;
        }
        if (by_head == no_entity && office.size() == 1 && contains_all(theirs, {head})) by_head = *it;
        // "the vice-president" for a Vice President, "the leader" for a president
        if (by_head == no_entity && office.size() == 1 && head == "leader" && known.named && (contains_all(theirs, {"president"}) || contains_all(theirs, {"premier"}))) by_head = *it;
    }
    if (by_head != no_entity) return by_head;
    if (draft.mention.reference == Reference::definite && owner == no_entity && draft.mention.rule == "role" && m_scan->word(draft.mention.first_token).has(WordClass::definite)) {
        const std::uint32_t main = protagonist();
        if (main != no_entity && entities[main].person.role.empty() && (draft.person.country.empty() || entities[main].person.country.empty() || draft.person.country == entities[main].person.country) &&
            !(draft.person.gender != Gender::unknown && entities[main].person.gender != Gender::unknown && draft.person.gender != entities[main].person.gender)) {
            entities[main].person.role = draft.person.role;
            return main;
        }
    }
    return make_person(draft);
}

std::uint32_t Discourse::resolve_group(Draft& draft) {
    if (draft.mention.reference != Reference::definite || draft.count > 1) return make_person(draft);
    static constexpr std::string_view parties[] = {"delegation", "party", "team", "entourage", "group", "squad", "retinue", "contingent", "crew", "passengers", "officials"};
    const std::string_view head = m_scan->token(draft.mention.head_token).folded;
    const bool party = std::find(std::begin(parties), std::end(parties), head) != std::end(parties);
    std::uint32_t any = no_entity;
    for (auto it = m_people.rbegin(); it != m_people.rend(); ++it) {
        const Person& known = entities[*it].person;
        if (!known.group || salience[*it].last_sentence + 15 < m_sentence) continue;
        const std::vector<std::string> words = parts_of(known.name);
        if (std::find(words.begin(), words.end(), head) != words.end()) return *it;
        if (any == no_entity && party && head != "crew" && std::any_of(words.begin(), words.end(), [&](const std::string& w) { return std::find(std::begin(parties), std::end(parties), w) != std::end(parties); })) any = *it;
    }
    return any != no_entity ? any : make_person(draft);
}

/// "he", "she", "they": whoever agrees and was subject last; in this sentence before the pronoun first.
std::uint32_t Discourse::resolve_pronoun(const Draft& draft) {
    std::uint32_t best = no_entity;
    long best_rank = -1;
    for (auto it = m_people.rbegin(); it != m_people.rend(); ++it) {
        const Person& known = entities[*it].person;
        const Salience& use = salience[*it];
        if (use.last_sentence + 8 < m_sentence) break;
        const bool plural = !use.single;
        if (draft.mention.plural != plural) continue;
        if (draft.person.gender != Gender::unknown && known.gender != Gender::unknown && known.gender != draft.person.gender) continue;
        const long age = static_cast<long>(m_sentence) - static_cast<long>(use.last_sentence);
        const bool subject = use.last_subject == use.last_sentence + 1;
        const bool agrees = draft.person.gender != Gender::unknown && known.gender == draft.person.gender;
        const long rank = 100 - 10 * age + (subject ? 14 : 0) + (agrees ? 9 : 0) + (known.named ? 6 : 0) + static_cast<long>(std::min<std::uint32_t>(use.mentions, 5));
        if (rank > best_rank) best = *it, best_rank = rank;
    }
    return best;
}

}  // namespace flightxref::detail
