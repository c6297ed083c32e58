// SPDX-License-Identifier: BSL-1.0
#include "claim/travellers.hpp"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace flightxref::detail {
namespace {

bool is_be(const Token& t) { return t.is("was") || t.is("were") || t.is("is") || t.is("are") || t.is("be") || t.is("been"); }

/// The words "aboard", "on board", "carrying", "in the cabin" and what stands around them.
class Cues {
  public:
    Cues(const Sentence& sentence, const Mentions& mentions) : m_tokens(sentence.tokens), m_mentions(mentions) {}

    std::uint32_t size() const { return static_cast<std::uint32_t>(m_tokens.size()); }
    bool is(std::uint32_t i, std::string_view word) const { return i < size() && m_tokens[i].is(word); }

    /// Whether who is aboard is left open or denied.
    Aboard stance() const {
        Aboard found = Aboard::asserted;
        for (std::uint32_t i = 0; i < size(); ++i) {
            const Token& t = m_tokens[i];
            if (t.is("whether") || t.is("unknown") || t.is("unclear") || t.is("wonder") || t.is("if")) return Aboard::unknown;
            if (t.is("denied") || t.is("denies") || ((t.is("not") || t.is("never")) && i > 0 && is_be(m_tokens[i - 1]))) found = Aboard::denied;
            if (found == Aboard::asserted && (t.is("may") || t.is("might") || t.is("believed") || t.is("thought") || t.is("possibly") || t.is("believe"))) found = Aboard::possible;
        }
        return found;
    }

    /// Persons of the list that begins at the token (articles aside).
    std::vector<std::uint32_t> persons_from(std::uint32_t token) const {
        for (std::size_t m = 0; m < m_mentions.items.size(); ++m) {
            const Mention& x = m_mentions.items[m];
            if (x.kind == MentionKind::person && !x.nested && x.first_token >= token && x.first_token <= token + 1) return list_at(m);
        }
        return {};
    }

    /// Persons of the list that ends right before the token.
    std::vector<std::uint32_t> persons_until(std::uint32_t token) const {
        for (std::size_t m = m_mentions.items.size(); m-- > 0;) {
            const Mention& x = m_mentions.items[m];
            if (x.kind != MentionKind::person || x.nested || x.end_token > token || x.end_token + 1 < token) continue;
            while (m > 0 && m_mentions.items[m].continues && m_mentions.items[m - 1].kind == MentionKind::person) --m;
            return list_at(m);
        }
        return {};
    }

    /// The craft right behind the token, else the one before it in the sentence, else `last`.
    std::uint32_t craft_at(std::uint32_t token, std::uint32_t last) const {
        std::uint32_t before = last;
        for (const Mention& x : m_mentions.items) {
            if (x.kind != MentionKind::carrier || x.nested || x.entity == no_entity || m_mentions.carrier(x).mode != CarrierMode::air) continue;
            if (x.first_token >= token && x.first_token <= token + 2) return x.entity;
            if (x.end_token <= token) before = x.entity;
        }
        return before;
    }

  private:
    std::vector<std::uint32_t> list_at(std::size_t m) const {
        std::vector<std::uint32_t> persons;
        for (const std::size_t first = m; m < m_mentions.items.size(); ++m) {
            const Mention& x = m_mentions.items[m];
            if (x.nested) continue;
            if (x.kind != MentionKind::person || (m > first && !x.continues)) break;
            if (x.entity != no_entity && !x.possessive) persons.push_back(x.entity);
        }
        return persons;
    }

    std::span<const Token> m_tokens;
    const Mentions& m_mentions;
};

}  // namespace

void AboardReader::read(const Sentence& sentence, const Mentions& mentions) {
    const Cues cues(sentence, mentions);
    const auto add = [&](std::vector<std::uint32_t> persons, std::uint32_t craft) {
        if (!persons.empty() && craft != no_entity) m_statements.push_back({craft, sentence.tokens.front().begin, sentence.paragraph, std::move(persons), cues.stance()});
        return !m_statements.empty() && m_statements.back().begin == sentence.tokens.front().begin;
    };
    for (std::uint32_t i = 0; i < cues.size(); ++i) {
        const Token& t = sentence.tokens[i];
        const bool aboard = t.is("aboard") || t.is("onboard") || (t.is("board") && i > 0 && cues.is(i - 1, "on"));
        const bool cabin = t.is("cabin") && i > 1 && cues.is(i - 1, "the") && cues.is(i - 2, "in");
        if (t.is("carrying")) {
            add(cues.persons_from(i + 1), cues.craft_at(i, m_last_craft));
        } else if (aboard || cabin) {
            const std::uint32_t first = t.is("board") ? i - 1 : i;
            if (i + 1 < cues.size() && is_be(sentence.tokens[i + 1])) add(cues.persons_from(i + 2), cues.craft_at(i + 1, m_last_craft));
            else if (first > 0 && is_be(sentence.tokens[first - 1])) add(cues.persons_until(first - 1), cues.craft_at(i + 1, m_last_craft));
            else if (!cabin) add(cues.persons_until(first), cues.craft_at(i + 1, m_last_craft));
        } else if (t.is("on") && i > 0 && is_be(sentence.tokens[i - 1])) {
            // "Rajapaksa was on a Saudia airliner"
            const std::uint32_t craft = cues.craft_at(i + 1, no_entity);
            const bool right_behind = std::any_of(mentions.items.begin(), mentions.items.end(), [&](const Mention& x) { return x.kind == MentionKind::carrier && x.entity == craft && x.first_token > i && x.first_token <= i + 3; });
            if (right_behind) add(cues.persons_until(i - 1), craft);
        } else if (i == 0 && t.is("with") && (cues.is(1, "him") || cues.is(1, "her") || cues.is(1, "them")) && cues.size() > 3 && is_be(sentence.tokens[2])) {
            add(cues.persons_from(3), m_last_craft);
        }
    }
    for (const Mention& x : mentions.items)
        if (x.kind == MentionKind::carrier && x.entity != no_entity && mentions.carrier(x).mode == CarrierMode::air) m_last_craft = x.entity;
}

namespace {

/// Who is aboard a craft from a place of the text on.
struct Company {
    std::uint32_t begin = 0, paragraph = 0;
    std::vector<std::uint32_t> persons;
    Aboard aboard = Aboard::asserted;
};

/// The crew goes where its craft goes; it is told of only when it is news.
bool is_crew(const Entity& e) {
    if (e.person.named) return false;
    for (const std::string_view word : {"crew", "pilot", "captain", "pilots", "controllers"})
        if (e.person.name.ends_with(word)) return true;
    return false;
}

bool may_carry(const ClaimDraft& d) {
    return !d.dropped && d.carriers.size() == 1 && d.carriers.front() != no_entity && d.mode == TravelMode::air && !d.pluperfect && (d.modality != Modality::possible);
}

}  // namespace

void spread_travellers(ClaimDrafts& drafts, const std::vector<AboardStatement>& statements, const std::vector<Entity>& entities) {
    std::unordered_map<std::uint32_t, std::vector<Company>> companies;  // of each craft, in text order
    for (const ClaimDraft& d : drafts)
        if (may_carry(d) && !d.persons.empty()) companies[d.carriers.front()].push_back({d.trigger.begin, d.paragraph, d.persons, Aboard::asserted});
    for (const AboardStatement& s : statements) companies[s.carrier].push_back({s.begin, s.paragraph, s.persons, s.aboard});
    for (auto& [craft, list] : companies)
        for (Company& c : list) std::erase_if(c.persons, [&](std::uint32_t p) { return p >= entities.size() || is_crew(entities[p]); });
    for (auto& [craft, list] : companies) std::erase_if(list, [](const Company& c) { return c.persons.empty(); });
    for (auto& [craft, list] : companies) std::stable_sort(list.begin(), list.end(), [](const Company& a, const Company& b) { return a.begin < b.begin; });
    std::unordered_map<std::uint32_t, std::uint32_t> last_craft_of;  // of each traveller
    for (ClaimDraft& d : drafts) {
        if (d.dropped) continue;
        if (!d.persons.empty()) {
            const bool surface = d.mode == TravelMode::road || d.mode == TravelMode::rail || d.mode == TravelMode::sea;
            for (const std::uint32_t p : d.persons)
                if (!d.carriers.empty() || surface) last_craft_of[p] = d.carriers.empty() ? no_entity : d.carriers.front();
            continue;
        }
        if (!may_carry(d)) continue;
        const auto found = companies.find(d.carriers.front());
        if (found == companies.end() || found->second.empty()) continue;
        const std::vector<Company>& list = found->second;
        const auto next = std::upper_bound(list.begin(), list.end(), d.trigger.begin, [](std::uint32_t at, const Company& c) { return at < c.begin; });
        if (next == list.begin() && next->paragraph > d.paragraph + 1) continue;  // told too far ahead to be of this leg
        const Company& company = next != list.begin() ? next[-1] : *next;
        // Whoever has gone on by other means is no longer aboard.
        const bool left = next != list.begin() && std::all_of(company.persons.begin(), company.persons.end(), [&](std::uint32_t p) {
            const auto last = last_craft_of.find(p);
            return last != last_craft_of.end() && last->second != d.carriers.front();
        });
        if (left) continue;
        d.persons = company.persons;
        d.aboard = company.aboard;
    }
}

}  // namespace flightxref::detail
