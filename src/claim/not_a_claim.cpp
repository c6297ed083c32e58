// SPDX-License-Identifier: BSL-1.0
#include "claim/not_a_claim.hpp"

#include "claim/word_map.hpp"
#include "reference/table.hpp"
#include "text/word_set.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

const WordMap<std::string_view>& domain_words() {
    static const auto table = [] {
        WordMap<std::string_view> words;
        for_each_row(builtin_table("claim_domains"), [&](const std::vector<std::string_view>& f) {
            for (const std::string_view word : split_list(f[0])) if (std::string_view& domain = words[word_hash(word)]; domain.empty()) domain = f[1];
        });
        return words;
    }();
    return table;
}

/// "every Tuesday and Saturday", "on Sundays", "daily": a timetable.
bool is_timetable(const SentenceReading& r, const VerbGroup& g) {
    if (!(g.present || g.bare || g.will)) return false;
    return std::any_of(r.times->begin(), r.times->end(), [](const TimeExpression& t) { return t.repeated; });
}

/// Flights in the plural that nobody counts or names: what an airline sells.
bool is_service(const SentenceView& view, const Subject& subject) {
    if (subject.mentions.empty()) return subject.head != no_token && (view.token(subject.head).is("flights") || view.token(subject.head).is("services"));
    const Mention& m = view.mentions[subject.mentions.front()];
    const Token& head = view.token(m.head_token);
    return (head.is("flights") || head.is("services")) && m.first_token == m.head_token;
}

}  // namespace

void DomainGauge::look(const Sentence& sentence) {
    const WordMap<std::string_view>& domains = domain_words();
    for (const Token& token : sentence.tokens) {
        const std::string_view* domain = domains.find(token.hash);
        if (domain == nullptr || token.kind != TokenKind::word) continue;
        ++(*domain == "travel" ? m_travel : m_foreign);
        const std::size_t next = static_cast<std::size_t>(&token - sentence.tokens.data()) + 1;
        // "a novel coronavirus", "a novel route": an adjective
        const bool adjective = token.is("novel") && next < sentence.tokens.size() && sentence.tokens[next].kind == TokenKind::word && !sentence.tokens[next].is_capital() && classes_of(sentence.tokens[next]) == 0;
        if (*domain == "fiction" && !adjective) {
            m_fiction_paragraph = sentence.paragraph;
            m_fiction_sentence = sentence.index;
        }
    }
}

void DomainGauge::look(std::string_view title) {
    for (const Sentence& sentence : find_sentences(title)) look(sentence);
}

bool is_no_claim(const ClaimDraft& d, const SentenceReading& r, std::uint32_t group, bool under_heading) {
    const SentenceView& view = *r.view;
    const VerbGroup& g = view.groups[group];
    if (!d.nominal && is_timetable(r, g)) return true;
    // "departs at 06:25 and returns at 09:10": a clock without a day in the plain present is a timetable, unless an entry's heading dates it.
    const bool ends = d.event == ClaimEvent::depart || d.event == ClaimEvent::arrive || d.event == ClaimEvent::return_ || d.event == ClaimEvent::fly || d.event == ClaimEvent::travel;
    const bool one_craft = std::any_of(d.carrier_words.begin(), d.carrier_words.end(), [](const Carrier& c) { return !c.registration.empty() || !c.type_icao.empty(); });
    if (ends && !one_craft && g.present && !g.perfect && !g.progressive && (g.forms & form_s) != 0 && g.trigger != nullptr && g.trigger->verb != "be" && !under_heading && !view.word(g.head).quoted &&
        d.time && d.time->expression.clock && d.time->expression.day.kind == DayKind::none && !d.day && d.modality == Modality::asserted)
        return true;
    // "Flights to Tel Aviv resumed": a service, not a journey.
    if (g.trigger != nullptr && (g.trigger->verb == "resume" || g.trigger->verb == "start" || g.trigger->verb == "end") && is_service(view, (*r.subjects)[group])) return true;
    // "All flights between A and B have been cancelled": a service again.
    const bool all = g.head == view.sentence->head_tokens || view.token(g.head - 1).is("all");
    if (d.nominal && all && view.token(g.head).is("flights") && d.carriers.empty()) return true;
    // Drones and missiles that do not come back.
    if (!std::any_of(d.carrier_words.begin(), d.carrier_words.end(), [](const Carrier& c) { return c.identified() || !c.type_icao.empty(); }))
        for (const Token& t : view.sentence->tokens)
            if (t.is("missile") || t.is("missiles") || t.is("drones") || t.is("rockets") || t.is("shells") || t.is("warhead")) return true;
    // Nor do those of one way, and what flies to space is no aircraft.
    static constexpr WordSet one_way = {"shahed", "shaheds", "geran", "gerans", "kalibr", "iskander", "lancet", "kinzhal", "kh-59", "kh-101", "kh-22", "himars", "atacms", "capsule", "spacecraft", "spaceship", "soyuz", "starliner"};
    for (std::uint32_t i = view.clause_begin(g.first); !d.nominal && i < g.first && view.word(i).group == no_token; ++i)
        if (one_way.has(view.token(i))) return true;
    // "has flown relief missions in the past decade": what a craft does, and no journey.
    if ((d.event == ClaimEvent::fly || d.event == ClaimEvent::travel) && d.carriers.empty() && !d.origin && !d.destination && d.via.empty() && g.perfect && d.time && d.time->expression.period.kind != PeriodKind::none && d.time->expression.day.kind == DayKind::none && !d.time->expression.clock)
        return true;
    // Weather moves, and players do for a fee: "heads to Chelsea for £97m".
    static constexpr WordSet weather = {"storm", "hurricane", "typhoon", "cyclone", "blizzard", "tornado", "fog", "rain", "snow", "flood", "floods", "heatwave", "smoke", "ash", "cloud", "earthquake", "tsunami", "virus", "epidemic"};
    const Subject& subject = (*r.subjects)[group];
    const auto is_weather = [&](std::uint32_t i) { return i < view.size() && view.token(i).letter_case == LetterCase::lower && weather.has(view.token(i)); };
    if (!d.nominal && g.trigger != nullptr && !g.trigger->needs_a(Need::carry) && (is_weather(subject.head) || std::any_of(subject.mentions.begin(), subject.mentions.end(), [&](std::uint32_t m) { return is_weather(view.mentions[m].head_token); }))) return true;
    // "before the storm made landfall and left": the last that a verb is said of
    const bool carried = g.trigger != nullptr && g.trigger->needs_a(Need::carry);  // "fog kept it in Oslo"
    for (std::uint32_t i = g.first; !d.nominal && !carried && i > 0 && i + 14 > g.first; --i) {
        const Word& before = view.word(i - 1);
        if (before.mention != no_token && view.mentions[before.mention].kind != MentionKind::place) break;
        if (before.is(ClauseClass::subject_pronoun)) break;
        if (is_weather(i - 1) && view.word(i).group != no_token && !view.groups[view.word(i).group].noun) return true;
    }
    for (std::uint32_t i = g.end; !d.nominal && i + 1 < view.size() && i < g.end + 6; ++i)
        if (view.token(i).is("for") && (view.token(i + 1).kind == TokenKind::symbol || view.token(i + 1).is('$')) && d.carriers.empty()) return true;
    // "A drone reached Tatarstan", "crashed into a block": one that does not come back.
    if (g.trigger != nullptr && (g.trigger->verb == "reach" || d.event == ClaimEvent::visit || d.event == ClaimEvent::last_seen) && d.carrier_words.size() == 1 && !d.carrier_words.front().identified() && d.carrier_words.front().type_icao.empty())
        for (const std::uint32_t m : (*r.subjects)[group].mentions)
            if (view.token(view.mentions[m].head_token).is("drone")) return true;
    if (view.sentence->tokens.empty()) return true;
    // Advice speaks to the reader.
    for (std::uint32_t i = view.clause_begin(g.first); i < g.first; ++i)
        if (view.word(i).is(ClauseClass::generic_you) && !view.word(i).quoted) return true;
    // "you can leave Lukla at dawn, refuel in Paro": the advice goes on
    for (std::uint32_t k = 0; !d.nominal && k < group; ++k) {
        const VerbGroup& before = view.groups[k];
        if (!before.noun && (before.can || before.may || before.will || before.would || before.must) && g.shares && before.first > 0 &&
            view.word(before.first - 1).is(ClauseClass::generic_you) && !view.word(before.first - 1).quoted)
            return true;
    }
    return false;
}

bool is_story(const ClaimDraft& d, const Sentence& sentence, const DomainGauge& domain) {
    if (!domain.is_fiction_sentence(sentence.index) && (!domain.is_fiction(sentence.paragraph) || d.future)) return false;
    return d.present || !d.time;
}

void drop_foreign_domains(ClaimDrafts& drafts, const DomainGauge& domain) {
    if (!domain.is_foreign()) return;
    std::erase_if(drafts, [](const ClaimDraft& d) {
        const bool identified = std::any_of(d.carrier_words.begin(), d.carrier_words.end(), [](const Carrier& c) { return c.identified(); });
        return !identified;
    });
}

}  // namespace flightxref::detail
