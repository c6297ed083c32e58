// SPDX-License-Identifier: BSL-1.0
#include "text/mention_resolve.hpp"

#include <algorithm>
#include <array>

namespace flightxref::detail {

namespace {

/// Hashes of the folded words of a name or title: "Mohammed al-Haddad" -> mohammed, haddad.
WordHashes parts_of(std::string_view text) {
    thread_local Tokens tokens;  // keeps its memory: names are read all the time
    tokens.clear();
    Tokenizer tokenizer(text);
    while (tokenizer.next(tokens)) {
    }
    WordHashes parts;
    for (const Token& token : tokens) {
        if (token.kind != TokenKind::word || token.folded.size() < 2) continue;
        const bool article = token.folded.size() > 5 && (token.folded.starts_with("al-") || token.folded.starts_with("el-"));
        parts.push_back(article ? word_hash(token.folded.substr(3)) : token.hash);
    }
    return parts;
}

bool contains(const WordHashes& whole, std::uint32_t part) { return std::find(whole.begin(), whole.end(), part) != whole.end(); }

bool contains_all(const WordHashes& whole, const WordHashes& some) {
    return std::all_of(some.begin(), some.end(), [&](std::uint32_t part) { return contains(whole, part); });
}

/// Words of a title that say what the office is; "the", "acting" and the like do not.
WordHashes office_of(std::string_view role) {
    static constexpr std::array<std::uint32_t, 18> dropped = {word_hash("the"), word_hash("of"), word_hash("and"), word_hash("mr"), word_hash("mrs"), word_hash("ms"), word_hash("then"), word_hash("acting"), word_hash("outgoing"),
                                                              word_hash("incoming"), word_hash("current"), word_hash("late"), word_hash("ousted"), word_hash("exiled"), word_hash("deposed"), word_hash("former"), word_hash("ex"), word_hash("one-time")};
    WordHashes office = parts_of(role);
    std::erase_if(office, [](std::uint32_t part) { return std::find(dropped.begin(), dropped.end(), part) != dropped.end(); });
    return office;
}

bool is_particle(std::uint32_t part) {
    static constexpr std::array<std::uint32_t, 21> particles = {word_hash("al"), word_hash("el"), word_hash("bin"), word_hash("ibn"), word_hash("van"), word_hash("von"), word_hash("der"), word_hash("den"), word_hash("de"), word_hash("del"), word_hash("della"),
                                                                word_hash("di"), word_hash("da"), word_hash("do"), word_hash("dos"), word_hash("la"), word_hash("le"), word_hash("du"), word_hash("ben"), word_hash("abu"), word_hash("jr")};
    return std::find(particles.begin(), particles.end(), part) != particles.end();
}

constexpr std::array<std::uint32_t, 10> parties = {word_hash("delegation"), word_hash("party"), word_hash("team"), word_hash("entourage"), word_hash("group"), word_hash("squad"), word_hash("retinue"), word_hash("contingent"), word_hash("passengers"), word_hash("officials")};

bool is_party(std::uint32_t word) { return std::find(parties.begin(), parties.end(), word) != parties.end(); }

}  // namespace

void Discourse::name_words(std::uint32_t entity) {
    Salience& use = salience[entity];
    const Person& person = entities[entity].person;
    use.name_words = parts_of(person.name);
    use.office = office_of(person.role);
    if (!person.named) return;
    for (const std::uint32_t part : use.name_words)
        if (!is_particle(part)) persons.by_part[part] = entity;
}

void Discourse::learn_person(std::uint32_t entity, const Draft& draft) {
    Person& known = entities[entity].person;
    const bool changes = (known.role.empty() && !draft.person.role.empty()) || (draft.person.named && !known.named);
    if (known.role.empty()) known.role = draft.person.role;
    if (known.country.empty()) known.country = draft.person.country;
    if (known.gender == Gender::unknown) known.gender = draft.person.gender;
    if (draft.person.named && !known.named) {
        known.named = true;
        known.name = draft.person.name;
    }
    if (changes) name_words(entity);
}

std::uint32_t Discourse::make_person(const Draft& draft) {
    const std::uint32_t entity = make(MentionKind::person);
    entities[entity].person = draft.person;
    entities[entity].count = draft.count;
    entities[entity].owner = owner_of(draft);
    salience[entity].single = !draft.person.group && !draft.mention.plural;
    name_words(entity);
    return entity;
}

std::uint32_t Discourse::resolve_person(Draft& draft) {
    if (draft.mention.reference == Reference::pronoun) return resolve_pronoun(draft);
    if (draft.person.group) return resolve_group(draft);
    return draft.person.named ? resolve_name(draft) : resolve_role(draft);
}

std::uint32_t Discourse::resolve_name(Draft& draft) {
    const WordHashes parts = parts_of(draft.person.name);
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
        const std::uint32_t entity = persons.find(*part);
        if (entity == no_entity || !entities[entity].person.named) continue;
        Person& known = entities[entity].person;
        if (draft.person.gender != Gender::unknown && known.gender != Gender::unknown && draft.person.gender != known.gender) continue;
        const WordHashes& whole = salience[entity].name_words;
        if (contains_all(whole, parts)) {
            learn_person(entity, draft);
            return entity;
        }
        if (contains_all(parts, whole)) {  // the full name comes later
            known.name = draft.person.name;
            learn_person(entity, draft);
            name_words(entity);
            return entity;
        }
    }
    // "The president ... Vladimir Putin": a title heard before, without a name yet, in the same sentence's role
    if (!draft.person.role.empty() && draft.mention.rule == "title") {
        const WordHashes office = office_of(draft.person.role);
        for (auto it = m_people.rbegin(); it != m_people.rend(); ++it) {
            Person& known = entities[*it].person;
            if (known.named || known.group || known.role.empty() || salience[*it].last_sentence + 4 < m_sentence) continue;
            if (salience[*it].office != office) continue;
            learn_person(*it, draft);
            return *it;
        }
    }
    return make_person(draft);
}

/// The one named person without an office the document is about so far; no_entity when there are rivals.
std::uint32_t Discourse::protagonist() const {
    std::uint32_t best = no_entity, best_count = 0, second = 0;
    for (const std::uint32_t entity : m_people) {
        if (!entities[entity].person.named || entities[entity].person.group || !entities[entity].person.role.empty()) continue;
        const std::uint32_t count = salience[entity].mentions;
        if (count > best_count) second = best_count, best = entity, best_count = count;
        else second = std::max(second, count);
    }
    return best_count >= 2 * second && best_count >= 1 ? best : no_entity;
}

std::uint32_t Discourse::resolve_role(Draft& draft) {
    const std::uint32_t owner = owner_of(draft);
    const WordHashes office = office_of(draft.person.role.empty() ? draft.person.name : draft.person.role);
    if (draft.mention.rule == "kin") {
        for (auto it = m_people.rbegin(); it != m_people.rend(); ++it)
            if (entities[*it].owner == owner && owner != no_entity && !office.empty() && (contains(salience[*it].office, office.back()) || contains(salience[*it].name_words, office.back()))) return *it;
        const std::uint32_t entity = make_person(draft);
        if (owner != no_entity && entities[owner].kind == MentionKind::person) entities[entity].person.role = std::string(m_scan->token(draft.mention.head_token).folded) + " of " + entities[owner].person.name;
        return entity;
    }
    if (draft.mention.reference == Reference::indefinite) return make_person(draft);
    const std::uint32_t head = m_scan->token(draft.mention.head_token).hash;
    std::uint32_t by_head = no_entity;
    for (auto it = m_people.rbegin(); it != m_people.rend(); ++it) {
        const Person& known = entities[*it].person;
        if (known.group || known.role.empty()) continue;
        if (!draft.person.country.empty() && !known.country.empty() && draft.person.country != known.country) continue;
        const WordHashes& theirs = salience[*it].office;
        if (contains_all(theirs, office)) {
            learn_person(*it, draft);
            return *it;
        }
        if (by_head == no_entity && office.size() == 1 && contains(theirs, head)) by_head = *it;
        // "the vice-president" for a Vice President, "the leader" for a president
        if (by_head == no_entity && office.size() == 1 && head == word_hash("leader") && known.named && (contains(theirs, word_hash("president")) || contains(theirs, word_hash("premier")))) by_head = *it;
    }
    if (by_head != no_entity) return by_head;
    if (draft.mention.reference == Reference::definite && owner == no_entity && draft.mention.rule == "role" && m_scan->word(draft.mention.first_token).has(WordClass::definite)) {
        const std::uint32_t main = protagonist();
        if (main != no_entity && entities[main].person.role.empty() && (draft.person.country.empty() || entities[main].person.country.empty() || draft.person.country == entities[main].person.country) &&
            !(draft.person.gender != Gender::unknown && entities[main].person.gender != Gender::unknown && draft.person.gender != entities[main].person.gender)) {
            entities[main].person.role = draft.person.role;
            name_words(main);
            return main;
        }
    }
    return make_person(draft);
}

std::uint32_t Discourse::resolve_group(Draft& draft) {
    if (draft.mention.reference != Reference::definite || draft.count > 1) return make_person(draft);
    const std::uint32_t head = m_scan->token(draft.mention.head_token).hash;
    const bool party = is_party(head);
    std::uint32_t any = no_entity;
    for (auto it = m_people.rbegin(); it != m_people.rend(); ++it) {
        const Person& known = entities[*it].person;
        if (!known.group || salience[*it].last_sentence + 15 < m_sentence) continue;
        const WordHashes& words = salience[*it].name_words;
        if (contains(words, head)) return *it;
        if (any == no_entity && party && std::any_of(words.begin(), words.end(), is_party)) any = *it;
    }
    return any != no_entity ? any : make_person(draft);
}

/// "he", "she", "they": whoever agrees and was subject last; in this sentence before the pronoun first.
std::uint32_t Discourse::resolve_pronoun(const Draft& draft) {
    std::uint32_t best = no_entity;
    long best_rank = -1;
    bool quoted = m_scan->sentence->quoted;
    for (std::uint32_t i = 0; i < draft.mention.first_token; ++i)
        if (m_scan->is_quote(i)) quoted = m_scan->token(i).kind == TokenKind::quote_open;
    for (auto it = m_people.rbegin(); it != m_people.rend(); ++it) {
        const Person& known = entities[*it].person;
        const Salience& use = salience[*it];
        if (use.last_sentence + 8 < m_sentence) break;
        if (quoted && use.last_word == use.last_sentence + 1) continue;  // whoever is quoted says "I" of himself
        const bool plural = !use.single;
        if (draft.mention.plural != plural) continue;
        if (draft.person.gender != Gender::unknown && known.gender != Gender::unknown && known.gender != draft.person.gender) continue;
        const long age = static_cast<long>(m_sentence) - static_cast<long>(use.last_sentence);
        const bool subject = use.last_subject == use.last_sentence + 1;
        const bool agrees = draft.person.gender != Gender::unknown && known.gender == draft.person.gender;
        // Who only told it is seldom who it is about in the next sentence.
        const bool source = age > 0 && use.last_word == use.last_sentence + 1;
        const long rank = 100 - 10 * age + (age == 0 ? 12 : 0) + (subject && !source ? 14 : 0) - (source ? 8 : 0) + (agrees ? 9 : 0) + (known.named ? 6 : 0) + static_cast<long>(std::min<std::uint32_t>(use.mentions, 10));
        if (rank > best_rank) best = *it, best_rank = rank;
    }
    return best;
}

}  // namespace flightxref::detail
