// SPDX-License-Identifier: BSL-1.0
#include "text/mention_resolve.hpp"

#include <flightxref/aircraft/type_names.hpp>

#include <algorithm>
#include <array>

namespace flightxref::detail {

namespace {

void fill(std::string& field, const std::string& value) {
    if (field.empty()) field = value;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// Does one way to write a type agree with another: "the Gulfstream" and "Gulfstream G550", "the 757" and "Boeing 757".
bool types_agree(const Carrier& a, const Carrier& b) {
    if (a.type_text.empty() || b.type_text.empty()) return true;
    const std::string p = lower(a.type_text), q = lower(b.type_text);
    if (p == q || (q.size() >= 3 && p.ends_with(" " + q)) || (p.size() >= 3 && q.ends_with(" " + p))) return true;
    if (!a.type_icao.empty() && !b.type_icao.empty()) return a.type_icao == b.type_icao || is_same_family(Typecode(a.type_icao), Typecode(b.type_icao));
    const std::string x = lower(a.type_text), y = lower(b.type_text);
    if (x.find(y) != std::string::npos || y.find(x) != std::string::npos) return true;
    if (!a.type_icao.empty()) return is_same_family(Typecode(a.type_icao), b.type_text);
    if (!b.type_icao.empty()) return is_same_family(Typecode(b.type_icao), a.type_text);
    return false;
}

/// Is it a type with a name ("Falcon 50"), not a description ("cargo plane")?
bool is_named_type(const Carrier& carrier) {
    if (!carrier.type_icao.empty()) return true;
    for (const char c : carrier.type_text)
        if (c >= '0' && c <= '9') return true;
    return !carrier.type_text.empty() && find_type(carrier.type_text).has_value();
}

/// Do two operators contradict each other: two airlines, two air forces, two states?
bool operators_agree(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty() || a == b) return true;
    const Operator *x = find_operator(a), *y = find_operator(b);
    if (x != nullptr && y != nullptr) return x == y;
    const auto country = [](const std::string& name, const Operator* by) {
        if (by != nullptr) return by->country;
        const std::string_view whole = Gazetteer::built_in().country_of(name);
        return whole.empty() ? Gazetteer::built_in().country_of(std::string_view(name).substr(0, name.find(' '))) : whole;
    };
    const std::string_view p = country(a, x), q = country(b, y);
    return p.empty() || q.empty() || p == q;
}

}  // namespace

void Discourse::index(std::uint32_t entity, const Carrier& carrier) {
    if (!carrier.registration.empty()) m_by_identifier["r" + identifier_key(carrier.registration)] = entity;
    if (!carrier.callsign.empty()) m_by_identifier["c" + identifier_key(carrier.callsign)] = entity;
    if (!carrier.flight_number.empty()) m_by_identifier["f" + identifier_key(carrier.flight_number)] = entity;
    if (!carrier.nickname.empty()) m_by_identifier["n" + lower(carrier.nickname)] = entity;
}

void Discourse::learn(std::uint32_t entity, const Draft& draft) {
    Carrier& known = entities[entity].carrier;
    const Carrier& said = draft.carrier;
    fill(known.registration, said.registration);
    if (!said.callsign.empty()) {
        Salience& use = salience[entity];
        if (!use.callsign.empty() && identifier_key(use.callsign) != identifier_key(said.callsign)) use.renamed = true;
        use.callsign = said.callsign;
        known.callsign = use.renamed ? std::string() : said.callsign;
    }
    fill(known.flight_number, said.flight_number);
    fill(known.nickname, said.nickname);
    fill(known.operator_name, said.operator_name);
    if (is_named_type(said)) {
        if (!is_named_type(known)) known.type_text = said.type_text;
        else if (known.type_icao.empty() && !said.type_icao.empty()) known.type_text = said.type_text;
        fill(known.type_icao, said.type_icao);
    } else {
        fill(known.type_text, said.type_text);
    }
    salience[entity].rotor = salience[entity].rotor || draft.rotor;
    salience[entity].drone = salience[entity].drone || draft.drone;
    salience[entity].typed = salience[entity].typed || is_named_type(said);
    index(entity, said);
}

/// "Two aircraft left Brize Norton. An A400M, ZM412, flew to Akrotiri. A C-17 went to Amman": those told of one by one behind a number of them.
void Discourse::enumerate(std::uint32_t entity, const Draft& draft) {
    if (draft.mention.plural || draft.mention.reference == Reference::definite || draft.other_one || draft.aside || draft.carrier.mode != CarrierMode::air) return;
    const std::uint32_t at = draft.mention.first_token;
    if (at > 1 && !m_scan->is_mark(at - 1, ';') && !(m_scan->is(at - 1, "and") && draft.carrier.identified())) return;
    for (auto it = m_carriers.rbegin(); it != m_carriers.rend(); ++it) {
        Entity& group = entities[*it];
        if (salience[*it].last_sentence + 4 < m_sentence) return;
        if (salience[*it].single) continue;
        const bool open = group.count >= 2 && group.count <= 6 && (group.members.empty() || salience[*it].enumerated) && group.members.size() < group.count;
        if (!open || salience[*it].last_sentence == m_sentence || salience[*it].last_sentence + 1 + group.members.size() < m_sentence) return;
        if (is_named_type(group.carrier) && !types_agree(group.carrier, draft.carrier)) return;
        salience[*it].enumerated = true;
        group.members.push_back(entity);
        return;
    }
}

std::uint32_t Discourse::make_carrier(const Draft& draft) {
    const std::uint32_t entity = make(MentionKind::carrier);
    enumerate(entity, draft);
    entities[entity].carrier.mode = draft.carrier.mode;
    entities[entity].count = draft.count;
    salience[entity].single = !draft.mention.plural;
    salience[entity].another = draft.other_one || draft.ordinal > 1;
    const std::uint32_t owner = owner_of(draft);
    if (owner != no_entity && entities[owner].kind == MentionKind::person) {
        entities[entity].owner = owner;
        if (draft.carrier.operator_name.empty()) entities[entity].carrier.operator_name = entities[owner].person.name;
    }
    learn(entity, draft);
    for (const Carrier& member : draft.members) {
        Draft one;
        one.carrier = member;
        one.carrier.type_text = draft.carrier.type_text;
        one.carrier.type_icao = draft.carrier.type_icao;
        one.carrier.operator_name = draft.carrier.operator_name;
        one.carrier.mode = draft.carrier.mode;
        one.rotor = draft.rotor;
        const std::uint32_t known = make(MentionKind::carrier);
        learn(known, one);
        salience[known].last_sentence = m_sentence;
        entities[entity].members.push_back(known);
    }
    return entity;
}

/// May the draft's words speak of that entity, by mode, number and kind of craft?
bool Discourse::fits(std::uint32_t entity, const Draft& draft) const {
    const Entity& known = entities[entity];
    const Salience& use = salience[entity];
    if (known.carrier.mode != draft.carrier.mode) return false;
    if (use.single == draft.mention.plural) return false;
    if (draft.rotor != use.rotor && (draft.rotor || (use.rotor && !draft.generic))) return false;
    if (use.rotor && draft.generic && !draft.rotor && m_scan->word(draft.mention.head_token).has(WordClass::aircraft_head) && !m_scan->is(draft.mention.head_token, "aircraft")) return false;
    if (draft.drone && !use.drone && use.typed) return is_named_type(draft.carrier);
    if (!operators_agree(known.carrier.operator_name, draft.carrier.operator_name) && known.owner == no_entity) return false;
    if (draft.generic && (m_scan->is(draft.mention.head_token, "airliner") || m_scan->is(draft.mention.head_token, "jetliner")) && !known.carrier.type_icao.empty()) {
        const auto facts = facts_of(Typecode(known.carrier.type_icao));
        if (facts && facts->military) return false;  // a reconnaissance plane is no airliner
    }
    return types_agree(known.carrier, draft.carrier) || !is_named_type(draft.carrier) || !is_named_type(known.carrier);
}

std::uint32_t Discourse::subject_carrier() const {
    for (const Draft& other : m_drafts->list) {
        if (other.mention.kind != MentionKind::carrier || other.mention.entity == no_entity || other.mention.possessive || other.mention.nested) continue;
        if (entities[other.mention.entity].carrier.mode != CarrierMode::air) continue;
        if (other.mention.preposition.empty()) return other.mention.entity;
    }
    return no_entity;
}

/// "A government plane, a Tu-154M with the tail number UP-T5401, landed": a second naming between commas, and no list ("a jet, a Tu-154 and two helicopters").
bool Discourse::is_apposition(const Draft& draft) const {
    const std::uint32_t at = draft.mention.first_token, end = draft.mention.end_token;
    const bool identified = draft.mention.reference == Reference::definite && draft.carrier.identified() && is_named_type(draft.carrier);  // ", the Challenger OE-IVK,"
    if ((draft.mention.reference != Reference::indefinite && !identified) || draft.other_one || draft.ordinal != 0 || !m_scan->is(at - 1, ",")) return false;
    if (!is_named_type(draft.carrier) && !draft.carrier.identified()) return false;
    if (end >= m_scan->size()) return true;
    if (m_scan->is(end, ".")) return true;
    return m_scan->is(end, ",") && !m_scan->is(end + 1, "and") && !m_scan->is(end + 1, "or") && !(end + 1 < m_scan->size() && m_drafts->cover[end + 1] != no_draft && m_drafts->list[m_drafts->cover[end + 1]].mention.kind == MentionKind::carrier);
}

/// Is the craft followed by `at`, or by words that only say which one it is: "a machine linked to him, the ...", "the helicopter in which he came was"?
bool Discourse::leads_to(const Mention& craft, std::uint32_t at, bool apposition) const {
    if (craft.end_token == at) return true;
    if (craft.end_token > at || craft.first_token > 1) return false;
    constexpr std::uint32_t short_remark = 4, clause = 14;
    const bool relative = m_scan->is(craft.end_token, "that") || m_scan->is(craft.end_token, "which") || m_scan->is(craft.end_token + 1, "which");
    if (at - craft.end_token > (relative && !apposition ? clause : short_remark) || (!apposition && !relative)) return false;
    for (std::uint32_t i = craft.end_token; i < at; ++i)
        if ((m_scan->is_mark(i, ',') && !relative) || m_scan->is_mark(i, ';') || (m_drafts->cover[i] != no_draft && m_drafts->list[m_drafts->cover[i]].mention.kind == MentionKind::carrier)) return false;
    return true;
}

/// "The aircraft was an Airbus A321, registration HL8060": what is said to be the one before is the one before.
std::uint32_t Discourse::equated(const Draft& draft) {
    const std::uint32_t at = draft.mention.first_token;
    if (at < 2 || draft.aside || draft.mention.plural) return no_entity;
    const bool apposition = is_apposition(draft);
    if (!(m_scan->is(at - 1, "is") || m_scan->is(at - 1, "was") || apposition)) return no_entity;
    for (Draft& other : m_drafts->list) {
        if (other.mention.kind != MentionKind::carrier || !leads_to(other.mention, at - 1, apposition) || other.mention.entity == no_entity || other.mention.plural || other.mention.possessive) continue;
        const Carrier& known = entities[other.mention.entity].carrier;
        if (apposition && draft.mention.reference == Reference::definite && known.identified()) continue;
        if (apposition && is_named_type(known) && is_named_type(draft.carrier)) continue;
        const bool free = draft.carrier.registration.empty() || known.registration.empty() || identifier_key(known.registration) == identifier_key(draft.carrier.registration);
        if (free && fits(other.mention.entity, draft)) return other.mention.entity;
        // "the RAF Airseeker was ZZ664": then it was not the one it seemed to be
        if (!free && !apposition && is_named_type(other.carrier) && !other.carrier.identified()) {
            Draft both = other;
            both.carrier.registration = draft.carrier.registration;
            return other.mention.entity = make_carrier(both);
        }
    }
    return no_entity;
}

std::uint32_t Discourse::resolve_carrier(Draft& draft) {
    if (draft.mention.reference == Reference::pronoun) return resolve_it(draft);
    if (const std::uint32_t same = equated(draft); same != no_entity) return learn(same, draft), same;
    if (draft.carrier.identified()) {
        // "The first, N628TS, came from Austin": one of those told of just before gets its number.
        if (is_one_of_several(draft))
            if (const std::uint32_t one = resolve_generic(draft); one != no_entity && !entities[one].carrier.identified()) return learn(one, draft), one;
        return resolve_identified(draft);
    }
    if (!draft.carrier.nickname.empty()) {
        const auto at = m_by_identifier.find("n" + lower(draft.carrier.nickname));
        if (at != m_by_identifier.end()) return learn(at->second, draft), at->second;
        // "The VC-25A, 82-8004, left Andrews. Air Force One landed": the one craft spoken of just before, by its name
        if (draft.carrier.type_text.empty() && draft.mention.first_token <= 1 && draft.mention.end_token <= draft.mention.first_token + 4 && !draft.mention.plural && !draft.other_one) {
            std::uint32_t told = no_entity, many = 0;
            for (auto it = m_carriers.rbegin(); it != m_carriers.rend() && salience[*it].last_sentence + 2 >= m_sentence; ++it)
                if (entities[*it].carrier.mode == CarrierMode::air) told = *it, ++many;
            if (many == 1 && salience[told].single && entities[told].carrier.identified() && entities[told].carrier.nickname.empty() && !salience[told].rotor) return learn(told, draft), told;
        }
    }
    if (is_named_type(draft.carrier)) return is_one_of_several(draft) ? resolve_generic(draft) : resolve_typed(draft);
    if (draft.carrier.mode == CarrierMode::air && draft.sister && draft.mention.reference == Reference::definite) return resolve_generic(draft);
    return draft.mention.reference == Reference::indefinite || !draft.generic ? make_carrier(draft) : resolve_generic(draft);
}

/// "the second Gulfstream", "the first, N628TS,": where several were told of.
bool Discourse::is_one_of_several(const Draft& draft) const {
    if (draft.mention.reference != Reference::definite || draft.mention.plural || (draft.ordinal == 0 && !draft.other_one)) return false;
    return std::any_of(m_carriers.begin(), m_carriers.end(), [&](std::uint32_t e) {
        return !salience[e].single && entities[e].carrier.mode == draft.carrier.mode && salience[e].last_sentence + 12 >= m_sentence && (!is_named_type(draft.carrier) || types_agree(entities[e].carrier, draft.carrier));
    });
}

std::uint32_t Discourse::resolve_identified(Draft& draft) {
    const Carrier& said = draft.carrier;
    const std::pair<char, const std::string*> keys[] = {{'r', &said.registration}, {'c', &said.callsign}, {'f', &said.flight_number}};
    for (const auto& [letter, text] : keys) {
        if (text->empty()) continue;
        const auto at = m_by_identifier.find(letter + identifier_key(*text));
        if (at == m_by_identifier.end()) continue;
        // "Tuesday's flight was logged as P-671": what was known of either holds for both
        const std::uint32_t subject = draft.subject_id ? subject_carrier() : no_entity;
        if (subject != no_entity && subject != at->second && salience[subject].single && !entities[subject].carrier.identified() && fits(subject, draft)) {
            Draft both = draft;
            both.carrier = entities[at->second].carrier;
            learn(subject, both);
            learn(subject, draft);
            return subject;
        }
        learn(at->second, draft);
        return at->second;
    }
    // "flight 788" for SV788
    if (!said.flight_number.empty() && said.flight_number.find_first_not_of("0123456789") == std::string::npos) {
        for (auto it = m_carriers.rbegin(); it != m_carriers.rend(); ++it)
            if (entities[*it].carrier.flight_number.ends_with(said.flight_number)) return *it;
    }
    const auto lacks = [&](std::uint32_t entity) {
        const Carrier& known = entities[entity].carrier;
        return (said.registration.empty() || known.registration.empty()) && (said.flight_number.empty() || known.flight_number.empty());
    };
    if (draft.subject_id) {
        if (const std::uint32_t owner = owner_of(draft); owner != no_entity && entities[owner].kind == MentionKind::carrier && lacks(owner)) return learn(owner, draft), owner;
        const std::uint32_t subject = subject_carrier();
        if (subject != no_entity && lacks(subject) && salience[subject].single) return learn(subject, draft), subject;
        if (subject == no_entity) {
            for (auto it = m_carriers.rbegin(); it != m_carriers.rend(); ++it) {
                if (salience[*it].last_sentence + (said.registration.empty() ? 3u : 8u) < m_sentence) break;
                if (!lacks(*it) || !salience[*it].single || entities[*it].carrier.mode != CarrierMode::air) continue;
                learn(*it, draft);
                return *it;
            }
        }
    }
    // "The army aircraft, MAF T03, left": the craft spoken of just before gets its number.
    const bool described = draft.mention.reference == Reference::definite && !draft.other_one;
    const bool flight = !said.flight_number.empty() && said.registration.empty();
    for (auto it = m_carriers.rbegin(); it != m_carriers.rend(); ++it) {
        const std::uint32_t entity = *it;
        if (salience[entity].last_sentence + 3 < m_sentence) break;
        const Carrier& known = entities[entity].carrier;
        if (!lacks(entity) || known.mode != CarrierMode::air || !salience[entity].single) continue;
        // "The plane, call sign KAF001, crossed Honshu": of the one whose serial was told before
        const Operator* flown_by = said.callsign.empty() ? nullptr : operator_of_callsign(said.callsign);
        const bool of_another = flown_by != nullptr && flown_by->kind == OperatorKind::airline && known.identified() && !operators_agree(known.operator_name, std::string(flown_by->name));  // "a C-32A, 98-0096 ... the flight ELY527"
        const bool renames = of_another || (!said.callsign.empty() && !(known.callsign.empty() && !salience[entity].renamed && said.registration.empty() && salience[entity].last_sentence + 1 >= m_sentence));
        if (known.identified() && !(described && !renames && salience[entity].last_sentence + 2 >= m_sentence)) continue;
        if (flight) {
            const auto parsed = parse_flight_number(said.flight_number);
            const Operator* by = known.operator_name.empty() ? nullptr : find_operator(known.operator_name);
            const bool same = parsed && by != nullptr && (parsed->op == by || (!by->iata.empty() && parsed->carrier == by->iata));
            if (same && m_sentence <= salience[entity].last_sentence + 1) return learn(entity, draft), entity;
            continue;
        }
        if (described && fits(entity, draft)) return learn(entity, draft), entity;
    }
    // "The Brussels Airlines plane, OO-SFZ": its flight was told long before, by the same operator's name
    if (described && !said.operator_name.empty() && !draft.mention.plural)
        for (auto it = m_carriers.rbegin(); it != m_carriers.rend(); ++it) {
            const Carrier& known = entities[*it].carrier;
            if (!salience[*it].single || salience[*it].another || known.identified() || known.operator_name.empty() || !operators_agree(known.operator_name, said.operator_name) || !fits(*it, draft)) continue;
            if (find_operator(known.operator_name) == nullptr && known.operator_name != said.operator_name) continue;
            return learn(*it, draft), *it;
        }
    if (const std::uint32_t only = only_craft(draft); only != no_entity) return learn(only, draft), only;
    return make_carrier(draft);
}

/// "A Falcon left Oran. ... First contact: CTM1201, west of Ireland": an identifier by itself, where the text has spoken of a single craft and
/// it has none yet, is that craft's.
std::uint32_t Discourse::only_craft(const Draft& draft) const {
    const bool bare = draft.carrier.type_text.empty() && draft.carrier.nickname.empty() && draft.carrier.operator_name.empty() && draft.mention.reference == Reference::name;
    if (!bare || draft.aside || draft.mention.plural || draft.carrier.flight_number.empty() == false) return no_entity;
    std::uint32_t only = no_entity;
    // "RQ-4B 10-2045 is back on its beat. FORTE10 lifted off": the one craft of the sentence before, by its other name
    if (!draft.carrier.callsign.empty() && draft.carrier.registration.empty() && draft.mention.first_token <= 1) {
        const Operator* by = operator_of_callsign(draft.carrier.callsign);
        std::uint32_t told = no_entity, many = 0;
        for (auto it = m_carriers.rbegin(); it != m_carriers.rend() && salience[*it].last_sentence + 1 >= m_sentence; ++it)
            if (entities[*it].carrier.mode == CarrierMode::air) told = *it, ++many;
        static constexpr std::array<std::string_view, 7> others = {"also", "followed", "follows", "joined", "too", "another", "escorted"};
        bool other = false;
        for (std::uint32_t i = 0; i < m_scan->size(); ++i) other = other || std::find(others.begin(), others.end(), m_scan->token(i).folded) != others.end();
        if (many == 1 && !other && salience[told].single && salience[told].typed && !entities[told].carrier.registration.empty() && entities[told].carrier.callsign.empty() && !salience[told].renamed && !(by != nullptr && by->kind == OperatorKind::airline)) return told;
    }
    for (const std::uint32_t entity : m_carriers) {
        const Entity& known = entities[entity];
        if (known.carrier.mode != CarrierMode::air) continue;
        if (only != no_entity || !salience[entity].single || known.carrier.identified() || salience[entity].last_sentence + 2 < m_sentence || salience[entity].last_sentence == m_sentence) return no_entity;
        only = entity;
    }
    return only;
}

std::uint32_t Discourse::resolve_typed(Draft& draft) {
    const std::uint32_t owner = owner_of(draft);
    if (draft.mention.plural && draft.mention.reference == Reference::definite && draft.count != 1) {
        for (auto it = m_carriers.rbegin(); it != m_carriers.rend(); ++it)
            if (!salience[*it].single && types_agree(entities[*it].carrier, draft.carrier) && (draft.count == 0 || entities[*it].count == 0 || draft.count == entities[*it].count)) return learn(*it, draft), *it;
    }
    const bool known_one = draft.mention.reference == Reference::definite && !draft.other_one && !draft.mention.plural;
    // "the Caravan" is rather the Cessna Caravan than the search plane spoken of since.
    for (const bool by_type : {true, false}) {
        for (auto it = m_carriers.rbegin(); known_one && it != m_carriers.rend(); ++it) {
            const std::uint32_t entity = *it;
            if ((by_type && !is_named_type(entities[entity].carrier)) || !fits(entity, draft)) continue;
            if (owner != no_entity && entities[entity].owner != no_entity && entities[entity].owner != owner) continue;
            // "his C-32": not the one that was last spoken of before he came up
            if (owner != no_entity && entities[entity].owner == no_entity && entities[owner].kind == MentionKind::person && salience[owner].mentions > 0 && salience[entity].last_sentence < salience[owner].first_sentence) continue;
            if (is_named_type(entities[entity].carrier) || salience[entity].last_sentence + 3 >= m_sentence) return learn(entity, draft), entity;
        }
        // one of several: "three MiG-31s ... the MiG" stays the group
    }
    return make_carrier(draft);
}

/// A group to which "both", "the two jets", "the second" may point: the last one, or one made of the last single craft.
std::uint32_t Discourse::group_of(std::uint32_t count) {
    for (auto it = m_carriers.rbegin(); it != m_carriers.rend(); ++it) {
        if (salience[*it].single || entities[*it].carrier.mode != CarrierMode::air) continue;
        if (count != 0 && entities[*it].count != 0 && entities[*it].count != count && entities[*it].members.size() != count) continue;
        return *it;
    }
    if (count < 2) return no_entity;
    std::vector<std::uint32_t> members;
    for (auto it = m_carriers.rbegin(); it != m_carriers.rend() && members.size() < count; ++it)
        if (salience[*it].single && entities[*it].carrier.mode == CarrierMode::air && salience[*it].last_sentence + 6 >= m_sentence) members.push_back(*it);
    if (members.size() < count) return no_entity;
    std::sort(members.begin(), members.end());  // in the order in which they came up
    const std::uint32_t group = make(MentionKind::carrier);
    entities[group].count = count;
    entities[group].members = std::move(members);
    salience[group].single = false;
    return group;
}

std::uint32_t Discourse::resolve_generic(Draft& draft) {
    const std::uint32_t owner = owner_of(draft);
    if (draft.mention.plural) {
        const std::uint32_t group = group_of(draft.count);
        if (group != no_entity) return group;
        return make_carrier(draft);
    }
    if (draft.sister) {
        const std::uint32_t model = m_carriers.empty() ? no_entity : m_carriers.back();
        const std::uint32_t group = group_of(0);
        if (group != no_entity && entities[group].members.size() == 2 && model != no_entity) {
            const auto& pair = entities[group].members;
            if (pair[0] == model) return pair[1];
            if (pair[1] == model) return pair[0];
        }
        Draft twin = draft;
        if (model != no_entity) {
            twin.carrier.type_text = entities[model].carrier.type_text;
            twin.carrier.type_icao = entities[model].carrier.type_icao;
            twin.carrier.operator_name = entities[model].carrier.operator_name;
        }
        twin.possessor = no_draft;
        return make_carrier(twin);
    }
    if (draft.ordinal != 0 || (draft.other_one && draft.mention.reference == Reference::definite)) {
        const bool of_two = m_scan->is(draft.mention.head_token, "former") || m_scan->is(draft.mention.head_token, "latter");
        const std::uint32_t group = group_of(of_two ? 2 : 0);
        if (group != no_entity && salience[group].last_sentence + 12 >= m_sentence) {
            std::vector<std::uint32_t> members = entities[group].members;
            const std::uint32_t size = members.empty() ? std::min<std::uint32_t>(entities[group].count, 12) : static_cast<std::uint32_t>(members.size());
            if (members.empty() && size >= 2) {
                Draft one;
                one.carrier = entities[group].carrier;
                one.carrier.registration.clear();
                one.rotor = salience[group].rotor;
                for (std::uint32_t i = 0; i < size; ++i) members.push_back(make_carrier(one));
                entities[group].members = members;
            }
            if (draft.ordinal > 0 && static_cast<std::size_t>(draft.ordinal) <= members.size()) return members[static_cast<std::size_t>(draft.ordinal - 1)];
            if (draft.ordinal < 0 && !members.empty()) return members.back();
            if (draft.other_one && members.size() == 2) {
                const auto at = std::find_if(m_carriers.rbegin(), m_carriers.rend(), [&](std::uint32_t e) { return e == members[0] || e == members[1]; });
                return at != m_carriers.rend() && *at == members[0] ? members[1] : members[0];
            }
        }
        if (draft.elliptic) return no_entity;  // some other first, second
        if (draft.ordinal == 1 || draft.ordinal == 2) {  // "The first airframe": in the order in which single craft came up
            std::vector<std::uint32_t> singles;
            for (const std::uint32_t entity : m_carriers)
                if (fits(entity, draft) && salience[entity].single) singles.push_back(entity);
            std::sort(singles.begin(), singles.end());
            if (static_cast<std::size_t>(draft.ordinal) <= singles.size() && singles.size() >= 2) return singles[static_cast<std::size_t>(draft.ordinal - 1)];
            if (draft.ordinal == 1 && singles.size() == 1) return singles.front();
        }
        return make_carrier(draft);
    }
    if (draft.other_one) return make_carrier(draft);
    const std::string_view head = m_scan->token(draft.mention.head_token).folded;
    std::uint32_t best = no_entity;
    for (auto it = m_carriers.rbegin(); it != m_carriers.rend(); ++it) {
        const std::uint32_t entity = *it;
        if (!fits(entity, draft)) continue;
        const Entity& known = entities[entity];
        if (owner != no_entity) {
            if (known.owner == owner) return learn(entity, draft), entity;
            if (salience[owner].mentions <= 1 && m_scan->token(draft.mention.first_token).hash != word_hash("his") && m_scan->token(draft.mention.first_token).hash != word_hash("her")) break;  // an owner nobody spoke of brings a craft of his own
            if (known.owner != no_entity || salience[entity].last_sentence + 2 < m_sentence) continue;
        }
        // "the freighter" is rather the one that was called so
        if (lower(known.carrier.type_text).ends_with(head) && salience[entity].last_sentence + 8 >= m_sentence && head != "plane" && head != "jet" && head != "aircraft") {
            best = entity;
            break;
        }
        if (best == no_entity) best = entity;
        if (salience[entity].last_sentence + 8 < m_sentence) break;
    }
    if (best != no_entity) {
        if (draft.carrier.operator_name.empty() || entities[best].carrier.operator_name.empty()) {
            Draft known = draft;
            if (owner != no_entity && !entities[best].carrier.operator_name.empty()) known.carrier.operator_name.clear();
            if (owner != no_entity && entities[best].owner == no_entity) entities[best].owner = owner;
            learn(best, known);
        }
        return best;
    }
    return make_carrier(draft);
}

/// "it": the craft that was subject last, in this sentence before the pronoun or in the two sentences before.
std::uint32_t Discourse::resolve_it(const Draft& draft) {
    const std::uint32_t subject = subject_carrier();
    if (subject != no_entity && salience[subject].single) return subject;
    std::uint32_t best = no_entity, best_rank = 0;
    for (auto it = m_carriers.rbegin(); it != m_carriers.rend(); ++it) {
        const Salience& use = salience[*it];
        if (use.last_sentence + 3 < m_sentence) break;
        if (!use.single) continue;
        const std::uint32_t rank = 4 * (use.last_sentence + 1) + (use.last_subject == use.last_sentence + 1 ? 3u : 0u) + std::min<std::uint32_t>(use.mentions, 4);
        if (rank > best_rank) best = *it, best_rank = rank;
    }
    (void)draft;
    return best;
}

/// Identifiers that were only named go to the one craft that is described, has none of its own and is the only one of its kind.
void Discourse::finish() {
    for (std::uint32_t i = 0; i < entities.size(); ++i)  // an enumeration that stops short was none
        if (salience[i].enumerated && entities[i].members.size() != entities[i].count) entities[i].members.clear();
    std::uint32_t described = no_entity, bare = no_entity;
    bool many_described = false, many_bare = false;
    // One that is spoken of again and again is the craft of the story, one that is named once is not.
    bool story = false;
    for (std::uint32_t i = 0; i < entities.size(); ++i)
        story = story || (entities[i].kind == MentionKind::carrier && salience[i].typed && salience[i].single && salience[i].mentions > 1 && entities[i].carrier.registration.empty());
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
        const Entity& entity = entities[i];
        if (entity.kind != MentionKind::carrier || entity.carrier.mode != CarrierMode::air || !entity.members.empty() || !salience[i].single) continue;
        const bool bare_id = !salience[i].another && entity.carrier.type_text.empty() && !salience[i].typed && (!entity.carrier.registration.empty() || (!entity.carrier.callsign.empty() && entity.carrier.flight_number.empty()));
        if (entity.carrier.registration.empty() && !bare_id) {
            if (!salience[i].typed || !entity.carrier.flight_number.empty() || (story && salience[i].mentions < 2)) continue;
            many_described = many_described || described != no_entity;
            if (described == no_entity) described = i;
        } else if (bare_id) {
            many_bare = many_bare || bare != no_entity;
            if (bare == no_entity) bare = i;
        } else {
            return;  // someone has both: the bare ones are others
        }
    }
    if (described == no_entity || bare == no_entity || many_described || many_bare) return;
    if (!entities[bare].carrier.callsign.empty() && !entities[described].carrier.callsign.empty() && entities[bare].carrier.callsign != entities[described].carrier.callsign) return;
    entities[described].carrier.registration = entities[bare].carrier.registration;
    fill(entities[described].carrier.callsign, entities[bare].carrier.callsign);
    fill(entities[described].carrier.operator_name, entities[bare].carrier.operator_name);
    entities[bare].carrier = entities[described].carrier;
}

}  // namespace flightxref::detail
