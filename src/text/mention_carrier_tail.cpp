// SPDX-License-Identifier: BSL-1.0
#include "text/mention_carrier.hpp"
#include "text/word_set.hpp"

#include <algorithm>

namespace flightxref::detail {

/// Past words that only introduce an identifier: "(tail number", ", registration", "with the call sign", "registered in Aruba as".
std::uint32_t CarrierPass::skip_to_identifier(std::uint32_t at) const {
    static constexpr std::string_view fillers[] = {"number", "numbers", "no", "no.", "sign", "signs", "as", "the", "a", "of", "under", "mark", "code", "in", "is", "was", "with", "using", "flying", "operating", "and", "its",
                                                   "bearing", "carrying", "wearing", "code-named", "painted", "on", "aircraft", "plane", "jet", "letters", "known", "flight"};
    for (std::uint32_t i = at; i < m_scan.size() && i < at + 8; ++i) {
        const Atom* atom = m_scan.atom(i);
        if (atom != nullptr && (atom->kind == AtomKind::registration || atom->kind == AtomKind::callsign || atom->kind == AtomKind::flight_number) && atom->first == i) return i;
        const bool registered_in = atom != nullptr && atom->kind == AtomKind::place && i > at && m_scan.is(i - 1, "in");
        const bool flight_of = atom != nullptr && atom->kind == AtomKind::operator_name && m_scan.word(atom->end).has(WordClass::flight_word);  // "their plane, British Airways flight BA155"
        if (registered_in || flight_of) {
            i = atom->end - 1;
            continue;
        }
        const WordClasses word = m_scan.word(i);
        const Token& token = m_scan.token(i);
        if (token.folded.ends_with("-registered")) continue;  // "Kenyan-registered 5Y-VVU"
        if (word.any(WordClass::registration_cue, WordClass::callsign_cue) || token.is('(') || token.is(',') || token.is(':') || token.kind == TokenKind::quote_open || token.is('-')) continue;
        if (std::find(std::begin(fillers), std::end(fillers), token.folded) != std::end(fillers)) continue;
        break;
    }
    return at;
}

std::uint32_t CarrierPass::read_right(std::uint32_t end) {
    for (int rounds = 0; rounds < 6 && end < m_scan.size(); ++rounds) {
        std::uint32_t next = read_identifier_tail(end);
        if (next == end) next = read_described_tail(end);
        if (next == end) next = read_operator_tail(end);
        if (next == end) next = read_nickname_tail(end);
        if (next == end) break;
        end = next;
    }
    return end;
}

/// ", tail number RA-64530,", "(RA-96023)", "registered as P-632", "with the call sign SAM910".
std::uint32_t CarrierPass::read_identifier_tail(std::uint32_t end) {
    const Token& token = m_scan.token(end);
    if (token.line_before) return end;
    const bool opens = token.is(',') || token.is('(') || token.is('-') || m_scan.word(end).any(WordClass::registration_cue) || m_scan.is(end, "with") || m_scan.is(end, "under") || m_scan.is(end, "using") || m_scan.is(end, "call") ||
                       m_scan.is(end, "callsign") || m_scan.is(end, "flying") || m_scan.is(end, "operating") || m_scan.is(end, "flight") || m_scan.is(end, "which") || m_scan.is(end, "number") || m_scan.is(end, "no") ||
                       (m_scan.is(end, "as") && m_scan.atom(end + 1) != nullptr) ||
                       (m_scan.atom_is(end, AtomKind::registration) && m_scan.atom_is(end - 1, AtomKind::type));  // "JAKE17, Rivet Joint 64-14844"
    if (!opens) return end;
    std::uint32_t at = skip_to_identifier(end);
    if (at == end && m_draft.mention.plural && token.is(',')) {  // ", one marked RF-36174 and the other ..."
        std::uint32_t one = end + 1;
        while (one < end + 4 && (m_scan.is(one, "one") || m_scan.is(one, "the") || m_scan.is(one, "first"))) ++one;
        if (one > end + 1) at = skip_to_identifier(one);
        if (at == one && !m_scan.atom_is(one, AtomKind::registration)) at = end;
    }
    if (at == end && !(m_scan.atom(end) != nullptr && is_core(m_scan.atom(end)->kind))) return end;
    const Atom* atom = m_scan.atom(at);
    if (atom == nullptr || !m_drafts.free(at)) return end;
    // A list behind several craft: "two Embraer 190s, YV2944 and YV3071"
    if (m_draft.mention.plural) {
        const std::uint32_t stop = read_list(at);
        if (stop != at) return close(stop);
    }
    if (const std::uint32_t stop = distribute(at)) return close(stop);
    if (!take(*atom)) return end;
    return close(atom->end);
}

/// "RA-96019 and RA-96018, flying as RSD171 and RSD308": to each his own. 0 when it is no such pair of lists.
std::uint32_t CarrierPass::distribute(std::uint32_t at) {
    const std::size_t done = m_drafts.list.size();
    const std::uint32_t stop = read_list(at);
    std::vector<Carrier> found = std::move(m_draft.members);
    m_draft.members.clear();
    if (stop == at || found.size() < 2 || found.size() > done + 1) return 0;
    const std::size_t others = found.size() - 1;
    for (std::size_t i = 0; i < others; ++i) {
        const Draft& other = m_drafts.list[done - others + i];
        if (other.mention.kind != MentionKind::carrier || !other.carrier.callsign.empty() || other.carrier.registration.empty() || m_draft.carrier.registration.empty()) return 0;
    }
    for (std::size_t i = 0; i <= others; ++i) {
        Carrier& carrier = i == others ? m_draft.carrier : m_drafts.list[done - others + i].carrier;
        if (!found[i].callsign.empty()) carrier.callsign = found[i].callsign;
        if (!found[i].flight_number.empty()) carrier.flight_number = found[i].flight_number;
    }
    return stop;
}

/// Over the bracket or quotation mark that closes what was opened.
std::uint32_t CarrierPass::close(std::uint32_t end) const {
    while (end < m_scan.size() && (m_scan.is_mark(end, ')') || (m_scan.token(end).kind == TokenKind::quote_close && !m_scan.token(end).space_before))) ++end;
    return end;
}

std::uint32_t CarrierPass::read_list(std::uint32_t at) {
    std::vector<Carrier> found;
    const std::uint32_t start = at;
    std::uint32_t end = at;
    for (;;) {
        const Atom* atom = m_scan.atom(at);
        if (atom == nullptr || (atom->kind != AtomKind::registration && atom->kind != AtomKind::callsign && atom->kind != AtomKind::flight_number)) break;
        Carrier one;
        const std::string text(m_scan.raw(atom->first, atom->end));
        (atom->kind == AtomKind::registration ? one.registration : atom->kind == AtomKind::callsign ? one.callsign : one.flight_number) = text;
        found.push_back(std::move(one));
        end = at = atom->end;
        if (m_scan.is_mark(at, ',')) ++at;
        if (m_scan.is(at, "and")) ++at;
        if (at == end) break;
        // "one marked RF-36174 and the other RF-36183"
        while (at < end + 6 && (m_scan.is(at, "the") || m_scan.is(at, "other") || m_scan.is(at, "second") || m_scan.word(at).has(WordClass::registration_cue) || m_scan.is(at, "as"))) ++at;
    }
    if (found.size() < 2) return start;
    m_draft.members = std::move(found);
    return end;
}

/// "RA-96023, an Ilyushin Il-96-300 of ...": an article and a description behind an identifier.
std::uint32_t CarrierPass::read_described_tail(std::uint32_t end) {
    const bool comma = m_scan.is_mark(end, ',') || m_scan.is_mark(end, '(') || m_scan.is_mark(end, '-');
    if (!comma || !m_draft.carrier.type_text.empty()) return end;
    if (!m_draft.carrier.identified() && m_draft.carrier.nickname.empty()) return end;
    std::uint32_t at = end + 1;
    if (!m_scan.word(at).any(WordClass::indefinite, WordClass::definite)) {
        if (m_scan.atom_is(at, AtomKind::type)) {  // "EP-IGD, Airbus A321"
            if (!take(*m_scan.atom(at))) return end;
            return close(m_scan.atom(at)->end);
        }
        return end;
    }
    const bool known = m_scan.word(at).has(WordClass::definite);
    const std::uint32_t limit = at + 9;
    for (++at; at < m_scan.size() && at < limit; ++at) {
        const Atom* atom = m_scan.atom(at);
        if (atom != nullptr && atom->kind == AtomKind::type) {
            if (!take(*atom)) return end;
            if (known) m_draft.mention.reference = Reference::definite;  // "DQ-FJZ, the ATR of Tuesday"
            std::uint32_t stop = atom->end;
            while (is_head(stop)) set_mode(stop), ++stop;
            return close(stop);
        }
        if (atom != nullptr && (atom->kind == AtomKind::operator_name || atom->kind == AtomKind::demonym || atom->kind == AtomKind::place)) {
            if (m_draft.carrier.operator_name.empty()) m_draft.carrier.operator_name = std::string(m_scan.raw(atom->first, atom->end));
            at = atom->end - 1;
            continue;
        }
        if (is_head(at) && !is_compound(at)) {
            set_mode(at);
            if (m_draft.carrier.type_text.empty()) m_draft.carrier.type_text = std::string(m_scan.raw(end + 2, at + 1));
            return close(at + 1);
        }
        if (m_scan.word(at).any(WordClass::carrier_modifier, WordClass::role_modifier, WordClass::aircraft_weak) || m_scan.is_clitic_s(at)) continue;
        if (m_scan.token(at).kind == TokenKind::word && m_scan.word(at).none() && at < end + 4) continue;
        break;
    }
    return end;
}

/// "of the Rossiya special flight detachment", "operated by Air Koryo", "chartered from VistaJet", "belonging to Elon Musk".
std::uint32_t CarrierPass::read_operator_tail(std::uint32_t end) {
    if (!m_draft.carrier.operator_name.empty() && m_draft.possessor == no_draft && m_scan.is(end, "of") == false) return end;
    static constexpr std::string_view verbs[] = {"operated", "owned", "used", "flown", "run", "chartered", "leased", "belonging", "registered", "linked", "tied", "leased", "rented", "borrowed", "lent", "hired", "provided", "sent"};
    std::uint32_t at = end;
    if (m_scan.is_mark(at, ',')) ++at;
    const bool of = m_scan.is(at, "of") || m_scan.is(at, "from");
    if (m_scan.is(at, "from") && m_draft.carrier.mode != CarrierMode::air) return end;
    const bool verb = at < m_scan.size() && std::find(std::begin(verbs), std::end(verbs), m_scan.token(at).folded) != std::end(verbs);
    if (verb && !(m_scan.is(at + 1, "by") || m_scan.is(at + 1, "to") || m_scan.is(at + 1, "from") || m_scan.is(at + 1, "with"))) return end;
    if (!of && !verb) return end;
    at += verb ? 2u : 1u;
    const bool from = m_scan.is(at - 1, "from");
    static constexpr WordSet company_words = {"carrier", "airline", "line", "charter", "flag", "firm", "company", "operator"};
    while (at < m_scan.size() && (m_scan.word(at).any(WordClass::definite, WordClass::indefinite) || (m_scan.word(at).any(WordClass::carrier_modifier, WordClass::role_modifier) && m_scan.atom(at) == nullptr) || company_words.has(m_scan.token(at)))) ++at;
    const std::uint32_t first = at;
    if (!from && at < m_scan.size() && !m_drafts.free(at) && m_drafts.list[m_drafts.cover[at]].mention.kind == MentionKind::person) {
        const Draft& person = m_drafts.list[m_drafts.cover[at]];
        m_draft.carrier.operator_name = person.person.name;
        m_draft.possessor = m_drafts.cover[at];
        return person.mention.end_token;
    }
    if (const Atom* place = m_scan.atom(at); place != nullptr && (place->kind == AtomKind::place || place->kind == AtomKind::demonym)) {
        std::uint32_t next = place->end;
        if (m_scan.is_clitic_s(next)) ++next;
        while (m_scan.word(next).any(WordClass::carrier_modifier, WordClass::role_modifier) && m_scan.atom(next) == nullptr) ++next;
        if (m_scan.atom_is(next, AtomKind::operator_name)) at = next;
        else if (!from && (m_scan.is(next, "air") || m_scan.word(next).any(WordClass::organisation_word))) {  // "of the Algerian government", "of the French air force"
            while (m_scan.word(next).any(WordClass::organisation_word, WordClass::carrier_modifier) && m_scan.token(next).kind == TokenKind::word && m_scan.atom(next) == nullptr) ++next;
            m_draft.carrier.operator_name = std::string(m_scan.raw(first, next));
            return next;
        } else
            return end;
    }
    const Atom* by = m_scan.atom(at);
    if (by != nullptr && by->kind == AtomKind::operator_name && m_drafts.free(at)) {
        m_draft.carrier.operator_name = std::string(m_scan.raw(first, by->end));
        return by->end;
    }
    if (from || m_scan.is(end, "from")) return end;
    // A body in no table: capitals or a noun such as "detachment".
    std::uint32_t stop = at;
    bool body = false;
    while (stop < m_scan.size() && stop < at + 6 && m_scan.token(stop).kind == TokenKind::word && m_drafts.free(stop) && m_scan.atom(stop) == nullptr &&
           ((m_scan.token(stop).is_capital() && !m_scan.word(stop).has(WordClass::calendar)) || m_scan.word(stop).any(WordClass::organisation_word, WordClass::carrier_modifier) || m_scan.is(stop, "flight"))) {
        body = body || m_scan.token(stop).is_capital() || m_scan.word(stop).has(WordClass::organisation_word);
        ++stop;
    }
    if (!body || stop == at) return end;
    m_draft.carrier.operator_name = std::string(m_scan.raw(first, stop));
    return stop;
}

/// "known as Air Force One", "nicknamed The Backup Quarterback", "dubbed 'Putin's palace'".
std::uint32_t CarrierPass::read_nickname_tail(std::uint32_t end) {
    std::uint32_t at = end;
    if (m_scan.is_mark(at, ',')) ++at;
    if (!m_scan.word(at).has(WordClass::nickname_cue)) return end;
    const bool known = m_scan.is(at, "known");
    ++at;
    if (m_scan.is(at, "as")) ++at;
    else if (known) return end;
    while (at < m_scan.size() && (m_scan.token(at).kind == TokenKind::quote_open || (m_scan.is(at, "the") && m_scan.token(at).letter_case == LetterCase::lower))) ++at;
    std::uint32_t stop = at;
    if (const Atom* atom = m_scan.atom(at); atom != nullptr && atom->kind == AtomKind::nickname) stop = atom->end;
    else
        while (stop < m_scan.size() && stop < at + 5 && m_scan.token(stop).kind == TokenKind::word && m_scan.token(stop).is_capital() && m_drafts.free(stop) && !m_scan.word(stop).has(WordClass::calendar)) ++stop;
    if (stop == at) return end;
    if (m_draft.carrier.nickname.empty()) m_draft.carrier.nickname = std::string(m_scan.raw(at, stop));
    return close(stop);
}

}  // namespace flightxref::detail
