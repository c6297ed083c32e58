// SPDX-License-Identifier: BSL-1.0
#include <flightxref/claim/extract.hpp>

#include "claim/assemble.hpp"
#include "claim/events.hpp"
#include "claim/journey.hpp"
#include "claim/journey_state.hpp"
#include "claim/not_a_claim.hpp"
#include "claim/reply.hpp"
#include "claim/travellers.hpp"
#include "claim/units.hpp"
#include "claim/when.hpp"
#include "text/time_words.hpp"
#include "text/word_set.hpp"

#include <flightxref/aircraft/identity.hpp>
#include <flightxref/text/sentence.hpp>

#include <algorithm>

namespace flightxref {
namespace detail {
namespace {

/// Headings and clocks that stand over the sentences that follow.
struct Heading {
    std::optional<TimeUse> day;    ///< "FRIDAY, SEPT. 24"
    std::optional<TimeUse> clock;  ///< "7:29 p.m.", "Late morning."
    std::uint32_t clock_paragraph = no_entity;
    bool ahead = false;            ///< the day lies behind publication: an entry of a programme
};

bool is_clock(const TimeExpression& t) { return t.clock || t.part != PartOfDay::none; }

/// Whether the sentence names the zone of a clock: "noon KST", "1420Z", "Wednesday Moscow time", "6 p.m. Eastern". Quick and sometimes wrongly true.
bool may_name_a_zone(const Sentence& sentence, std::string_view text) {
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& t) {
        if (t.kind == TokenKind::alphanumeric) return true;
        if (t.is("time") || t.is("zulu") || t.is("eastern") || t.is("central") || t.is("mountain") || t.is("pacific")) return true;
        return t.letter_case == LetterCase::upper && t.size() <= 5 && Zone::find_abbreviation(text.substr(t.begin, t.size())).has_value();
    });
}

/// A weekday or a month. Quick and sometimes wrongly true.
bool may_name_a_day(const Sentence& sentence) {
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& t) {
        if (!t.is_capital()) return false;
        const Lex lex = find_time_word(t).lex;
        return lex == Lex::month || lex == Lex::month_or_verb || lex == Lex::weekday;
    });
}

/// Whether some word of the sentence looks ahead: what it dates need not be what the story tells next.
bool looks_ahead(const Sentence& sentence) {
    static constexpr WordSet words = {"will", "would", "due", "planned", "plans", "expected", "scheduled", "next", "may", "could", "to", "hopes"};
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
        const Token& t = sentence.tokens[i];
        if (t.kind != TokenKind::word || t.letter_case == LetterCase::capitalised) continue;
        if (t.is("to") && !(i > 0 && (sentence.tokens[i - 1].is("is") || sentence.tokens[i - 1].is("are") || sentence.tokens[i - 1].is("was")))) continue;
        if (words.has(t)) return true;
    }
    return false;
}

/// "The judges go to Rome", "A and B fly to Oslo": right before the verb.
bool has_plural_subject(const SentenceView& view, const Subject& subject, const VerbGroup& g) {
    if (subject.mentions.empty() || subject.inherited || g.first == 0) return false;
    if (const Token& noun = view.token(g.first - 1); view.word(g.first - 1).mention == no_token && noun.kind == TokenKind::word && view.word(g.first - 1).classes == 0 && noun.folded.ends_with("s") && !noun.folded.ends_with("ss")) return true;
    const Mention& last = view.mentions[subject.mentions.back()];
    return last.end_token == g.first && (last.plural || subject.mentions.size() > 1);
}

bool holds_a_trigger(std::string_view text) {
    SentenceReader sentences(text);
    while (const Sentence* sentence = sentences.next())
        if (find_trigger_signs(*sentence) == TriggerSigns::complete) return true;
    return false;
}

/// No article is as long. A text that is, is read in parts that know nothing of each other, so that what is kept in mind stays bounded.
constexpr std::size_t longest_part = 1 << 18;

/// Reads a part of a document sentence by sentence into drafts.
struct Reader {
    const Document& document;
    ClaimDrafts drafts = {};
    ClockHabits habits = {};
    Heading heading = {};
    std::optional<Zone> paragraph_zone = {};
    std::uint32_t paragraph = no_entity;
    bool heading_in_line = false;  ///< the day heads its paragraph, whose text follows in the same line
    MentionReader mention_reader;
    DomainGauge domain = {};
    std::vector<CallsignWord> callsigns = {};
    std::vector<bool> craft_known = {};  ///< by entity
    std::vector<SpokenTime> spoken = {};
    AboardReader aboard = {};
    std::size_t first_told = 0;              ///< draft that is no plan; none before it is
    std::uint32_t first_ahead = no_token;    ///< first byte of the first time spoken of in a sentence that looks ahead
    std::uint32_t verdict_paragraph = no_token, verdict_sentence = 0;
    std::size_t first_of_sentence = 0;       ///< draft that the last sentence began with
    Surroundings around = {};

    explicit Reader(const Document& of) : document(of), mention_reader(of) { domain.look(std::string_view(document.title)); }

    /// Where the one craft of the sentence was or came from, by the words that no draft of the sentence has used.
    void note_craft_place(const Sentence& sentence, const Mentions& mentions) {
        const Mention* craft = nullptr;
        bool placed = false;
        for (const Mention& m : mentions.items) {
            placed = placed || m.kind == MentionKind::place;
            if (m.kind != MentionKind::carrier || m.entity == no_entity || m.plural || mentions.carrier(m).mode != CarrierMode::air) continue;
            if (craft != nullptr && craft->entity != m.entity) return;
            if (craft == nullptr) craft = &m;
        }
        if (craft == nullptr || !placed) return;
        CraftPlace place{craft->entity, sentence.index, {}, {}};
        for (const Mention& m : mentions.items) {
            if (m.kind != MentionKind::place || m.nested || m.possessive || m.first_token < craft->end_token) continue;
            const PlaceReading& reading = mentions.place(m);
            if (reading.word != PlaceWord::name || (reading.place.kind != PlaceKind::city && reading.place.kind != PlaceKind::airport)) continue;
            const bool used = std::any_of(drafts.begin() + static_cast<std::ptrdiff_t>(first_of_sentence), drafts.end(), [&](const ClaimDraft& d) {
                const auto covers = [&](const std::optional<PlaceUse>& use) { return use && use->bytes.begin < m.end && m.begin < use->bytes.end; };
                return covers(d.origin) || covers(d.destination);
            });
            if (used) continue;
            const bool from = m.preposition == "from" || m.preposition == "out of";
            const bool at = m.preposition == "at" || m.preposition == "to" || (m.preposition == "in" && reading.place.kind == PlaceKind::airport);
            if (!from && !at) continue;
            (from ? place.from : place.at) = PlaceUse{reading.place, reading.word, {m.begin, m.end}, {}};
        }
        if (place.at || place.from) around.places.push_back(std::move(place));
    }

    static std::optional<PlaceUse> only_place(const Mentions& mentions, std::string_view text) {
        std::optional<PlaceUse> only;
        for (const Mention& m : mentions.items) {
            if (m.kind != MentionKind::place || m.nested) continue;
            const PlaceReading& place = mentions.place(m);
            if (place.word != PlaceWord::name || (place.place.kind != PlaceKind::city && place.place.kind != PlaceKind::airport)) continue;
            if (only && only->place.name != place.place.name) return std::nullopt;
            only = PlaceUse{place.place, place.word, {m.begin, m.end}, {}};
            only->place.text = std::string(text.substr(m.begin, m.end - m.begin));
        }
        return only;
    }

    /// "PIK log, week 31": a heading may name the place that the text speaks of.
    static std::optional<PlaceUse> place_in_title(const Document& document) {
        Document title;
        title.text = document.title;
        MentionReader mentions(title);
        SentenceReader sentences(title.text);
        const Sentence* sentence = sentences.next();
        std::optional<PlaceUse> place = sentence != nullptr ? only_place(mentions.read(*sentence), title.text) : std::nullopt;
        if (place && place->place.kind != PlaceKind::airport) return std::nullopt;  // "Paris talks stall" is set in no place
        if (place) place->bytes = {};  // no words of the text
        return place;
    }

    /// False when the text ends with this part.
    bool read(SentenceReader& sentences) {
        std::vector<TimeExpression> times;
        std::optional<std::size_t> begin;
        bool full = false;
        while (const Sentence* sentence = full ? nullptr : sentences.next()) {
            if (!begin) begin = sentence->begin;
            full = sentence->end - *begin >= longest_part;
            const Mentions& mentions = mention_reader.read(*sentence);
            domain.look(*sentence);
            if (!mentions.items.empty()) aboard.read(*sentence, mentions);
            note_crafts(*sentence, mentions);
            take_reply(sentence->tokens, drafts.size());
            first_of_sentence = drafts.size();
            for (const Mention& m : mentions.items)
                if (m.kind == MentionKind::carrier && writes_callsign(m, mentions.carrier(m))) callsigns.push_back({m.entity, sentence->index, m.begin, mentions.carrier(m).callsign});
            if (sentence->paragraph != paragraph) {
                paragraph = sentence->paragraph;
                paragraph_zone.reset();
                // A programme is over with the first paragraph that no day heads.
                if (heading.ahead && heading_in_line && sentence->head_tokens == 0 && sentence->kind != SentenceKind::headline) heading = {};
            }
            // "2. FALSE." heads what a fact check rejects.
            if (sentence->tokens.size() <= 5)
                for (const Token& t : sentence->tokens)
                    if (t.letter_case == LetterCase::upper && t.size() > 2 && (classes_of(t) & bit(ClauseClass::false_word)) != 0) {
                        verdict_paragraph = sentence->paragraph;
                        verdict_sentence = sentence->index;
                    }
            habits.style = find_clock_style(sentence->tokens, habits.style);
            if (const auto zone = find_global_zone(sentence->tokens); zone && !habits.global_zone) habits.global_zone = zone;
            if (sentence->index == 0 && !document.dateline) around.venue = only_place(mentions, document.text);
            if (sentence->index == 0 && sentence->head_tokens > 0 && around.venue && around.venue->place.kind != PlaceKind::airport) around.venue.reset();  // a dateline says where it was written
            const TriggerSigns signs = find_trigger_signs(*sentence);
            const bool trigger = signs == TriggerSigns::complete;
            const bool short_line = sentence->tokens.size() <= 12;
            const bool told = trigger || short_line || sentence->head_tokens > 0 || (signs != TriggerSigns::none && may_name_a_zone(*sentence, document.text));
            if (!told && !may_name_a_day(*sentence)) {
                note_craft_place(*sentence, mentions);
                continue;
            }
            find_time_expressions(sentence->tokens, times);
            for (const TimeExpression& t : times)
                if (!t.attribution && !t.repeated && (t.day.kind == DayKind::date || t.day.kind == DayKind::weekday || t.day.kind == DayKind::month_day || t.period.year != 0 || t.period.kind == PeriodKind::year || t.period.kind == PeriodKind::month || t.clock))
                    note_spoken(*sentence, t);
            if (!told) {
                note_craft_place(*sentence, mentions);
                continue;
            }
            read_heading(*sentence, times);
            std::erase_if(times, [&](const TimeExpression& t) { return t.last_token < sentence->head_tokens; });
            if (trigger || (short_line && !times.empty() && !drafts.empty() && drafts.back().paragraph == paragraph)) read_sentence(*sentence, mentions, times);
            if (sentence->index == 0 && !drafts.empty()) around.venue.reset();
            note_craft_place(*sentence, mentions);
            for (const TimeExpression& t : times)
                if (t.zone.kind == ZoneKind::abbreviation || t.zone.kind == ZoneKind::place) note_zone(t);
        }
        mention_reader.finish();
        return full;
    }

    /// Denies the drafts from `first_of_sentence` to `end` where the words that follow them reject what they tell.
    void take_reply(std::span<const Token> words, std::size_t end) {
        if (first_of_sentence == end) return;
        const Reply reply = read_reply(words);
        if (reply == Reply::none) return;
        for (std::size_t i = first_of_sentence; i < end; ++i) {
            ClaimDraft& d = drafts[i];
            const bool told = d.modality == Modality::asserted || d.modality == Modality::possible;
            if (d.modality != Modality::reported && !(told && reply == Reply::denies)) continue;
            d.modality = Modality::denied;
            d.modality_rule = "reply";
            d.modality_bytes = {words.front().begin, words.back().end};
        }
    }

    void note_crafts(const Sentence& sentence, const Mentions& mentions) {
        for (const Mention& m : mentions.items) {
            if (m.kind != MentionKind::carrier || m.entity == no_entity || mentions.carrier(m).mode != CarrierMode::air) continue;
            if (craft_known.size() <= m.entity) craft_known.resize(m.entity + 1, false);
            around.crafts.push_back({m.entity, sentence.index, m.begin, !craft_known[m.entity] && m.reference == Reference::definite && !m.plural && !m.possessive});
            craft_known[m.entity] = true;
        }
    }

    /// The mention gives the call sign itself; "it" and "the jet" only lead to one.
    bool writes_callsign(const Mention& m, const Carrier& carrier) const {
        if (carrier.callsign.empty()) return false;
        const std::string words = identifier_key(std::string_view(document.text).substr(m.begin, m.end - m.begin));
        return words.find(identifier_key(carrier.callsign)) != std::string::npos;
    }

    void note_zone(const TimeExpression& t) {
        const auto zone = t.zone.kind == ZoneKind::place ? Zone::find(t.zone.name) : Zone::find_abbreviation(t.zone.name);
        if (!zone) return;
        paragraph_zone = zone;
        // Outlets that print KST say so once for all.
        if (zone->name() == document.published_zone && zone->name() == "Asia/Seoul") habits.house_zone_throughout = true;
    }

    /// A line or an entry's head that is nothing but a time.
    void read_heading(const Sentence& sentence, const std::vector<TimeExpression>& times) {
        const auto covers = [&](std::uint32_t from, std::uint32_t to) {
            if (from + 2 < to && sentence.tokens[from].kind == TokenKind::number && sentence.tokens[from + 1].is('/')) from += 2;  // "2/" of a thread
            for (std::uint32_t i = from; i < to; ++i) {
                const Token& token = sentence.tokens[i];
                if (!token.is_wordlike() && token.kind != TokenKind::number) continue;
                const bool inside = std::any_of(times.begin(), times.end(), [&](const TimeExpression& t) { return i >= t.first_token && i <= t.last_token; });
                if (!inside) return false;
            }
            return true;
        };
        const auto n = static_cast<std::uint32_t>(sentence.tokens.size());
        if (sentence.head_tokens > 0) {
            const Lex lex = find_time_word(sentence.tokens[0]).lex;
            const bool dateline = sentence.tokens[0].kind == TokenKind::word && lex == Lex::none;
            for (const TimeExpression& t : times) {
                if (t.first_token >= sentence.head_tokens || dateline) continue;
                if (is_clock(t)) set_clock(t, sentence);
                else set_day(t);
                heading_in_line = sentence.head_tokens < n;
            }
            if (times.empty() || times.front().first_token >= sentence.head_tokens || dateline) return;
        }
        // "2/ Thursday the 15th.": the number of a post says nothing of time.
        const std::uint32_t numbered = sentence.head_tokens == 0 && n > 2 && sentence.tokens[0].kind == TokenKind::number && (sentence.tokens[1].is('/') || sentence.tokens[1].is(')') || sentence.tokens[1].is('.')) ? 2u : sentence.head_tokens;
        if (times.empty() || !covers(numbered, n)) {
            // Any other headline ends the day it stood under.
            if (sentence.kind == SentenceKind::headline && sentence.head_tokens == 0 && heading.day && !times.empty() == false && sentence.tokens.size() <= 8) heading = {};
            return;
        }
        heading_in_line = false;
        for (const TimeExpression& t : times) {
            if (is_clock(t)) set_clock(t, sentence);
            else set_day(t);
        }
    }

    void note_spoken(const Sentence& sentence, const TimeExpression& t) {
        const bool ahead = looks_ahead(sentence) || (drafts.empty() && names_a_day_ahead(t));
        if (ahead) first_ahead = std::min(first_ahead, t.begin);
        spoken.push_back({sentence.paragraph, t.begin, t, ahead});
    }

    /// "Programme, 3-7 September": a date behind publication.
    bool names_a_day_ahead(const TimeExpression& t) const {
        if (t.day.kind != DayKind::date || !document.published) return false;
        TimeContext c;
        c.published = *document.published;
        c.tense = ClauseTense::present;
        const auto day = resolve(t, c);
        return day && c.house_zone.date_at(earliest(day->window)) > c.published;
    }

    /// Whether the day of the heading lies behind publication. A weekday alone looks ahead where all that was told so far does.
    void look_ahead() {
        heading.ahead = false;
        if (!document.published) return;
        TimeContext c;
        c.published = *document.published;
        if (const auto zone = Zone::find(document.published_zone)) c.house_zone = *zone;
        while (first_told < drafts.size() && (drafts[first_told].dropped || drafts[first_told].future)) ++first_told;
        const bool plans = drafts.empty() ? first_ahead < heading.day->bytes.begin : first_told == drafts.size();
        c.tense = plans ? ClauseTense::future : ClauseTense::present;
        const auto day = resolve(heading.day->expression, c);
        heading.ahead = day && day->day && *day->day > *document.published;
    }

    void set_day(const TimeExpression& t) {
        if (t.day.kind == DayKind::none && t.period.kind == PeriodKind::none) return;
        heading.day = TimeUse{t, {t.begin, t.end}, "heading_day"};
        heading.clock.reset();
        look_ahead();
    }

    /// "Friday, 18 May, 05:25." is a day and a clock: the day goes on over the entries that give clocks alone.
    void set_clock(const TimeExpression& t, const Sentence& sentence) {
        if (t.day.kind == DayKind::date || t.day.kind == DayKind::weekday || t.day.kind == DayKind::month_day) {
            TimeExpression day = t;
            day.clock.reset();
            day.clock_until.reset();
            day.part = PartOfDay::none;
            day.hedge = TimeHedge::none;
            heading.day = TimeUse{day, {t.begin, t.end}, "heading_day"};
            look_ahead();
        }
        heading.clock = TimeUse{t, {t.begin, t.end}, "heading_clock"};
        heading.clock_paragraph = sentence.paragraph;
    }

    void read_sentence(const Sentence& sentence, const Mentions& mentions, const std::vector<TimeExpression>& times) {
        std::vector<bool> in_time(sentence.tokens.size(), false);
        for (const TimeExpression& t : times)
            for (std::uint32_t i = t.first_token; i <= t.last_token && i < in_time.size(); ++i) in_time[i] = true;
        const SentenceView view = analyse(sentence, mentions.items, in_time);
        const bool silent = std::none_of(view.groups.begin(), view.groups.end(), [](const VerbGroup& g) { return g.noun || g.trigger != nullptr; });
        if (silent && !view.groups.empty()) return;
        const std::vector<Subject> subjects = find_subjects(view);
        const std::vector<SourceScope> sources = find_sources(view, subjects, document.text);
        const SentenceReading reading{document.text, &view, &mentions, &times, &subjects, &sources, heading.clock && heading.clock_paragraph == sentence.paragraph, heading.day.has_value()};
        const std::size_t first = drafts.size();
        for (std::uint32_t k = 0; k < view.groups.size(); ++k) {
            const VerbGroup& g = view.groups[k];
            if (g.head < sentence.head_tokens) continue;
            std::optional<ClaimDraft> draft = g.noun ? read_nominal_event(reading, k) : g.trigger != nullptr ? read_event(reading, k) : std::nullopt;
            if (!draft) continue;
            if (is_story(*draft, sentence, domain)) continue;
            if (is_no_claim(*draft, reading, k, heading.day.has_value() || (heading.clock && heading.clock_paragraph == sentence.paragraph))) continue;
            draft->paragraph_zone = paragraph_zone;
            if (verdict_paragraph == sentence.paragraph && sentence.index <= verdict_sentence + 1 && draft->modality != Modality::negated) {
                draft->modality = Modality::denied;
                draft->modality_rule = "verdict_label";
            }
            const bool timed_entry = heading.clock && heading.clock_paragraph == sentence.paragraph;
            // "has just landed" is news of that minute
            bool just_now = false;
            for (std::uint32_t i = g.first; timed_entry && g.perfect && g.present && i <= g.head; ++i) just_now = just_now || view.token(i).is("just") || view.token(i).is("now");
            if (timed_entry && (draft->present || just_now || sentence.head_tokens > 0 || heading.day)) {
                // The clock of an entry dates what it tells in the present; what it tells in the past has its own time.
                // In a timeline it dates plans too, and "set", "put" are its present.
                const bool either = g.elliptical || (heading.day && g.first == g.head && (g.forms & form_base) != 0 && (g.forms & form_past) != 0);
                const bool quoted = view.word(g.head).quoted;
                const bool in_timeline = heading.day && !draft->pluperfect && !draft->relative && !draft->infinitive && !draft->gerund;
                if (((draft->present && (!draft->future || heading.day)) || either || in_timeline || just_now) && !quoted) draft->heading = heading.clock;
            }
            // "will be in Riga on Friday before going on to Oslo": as much a plan as what it follows
            if (draft->gerund && drafts.size() > first && g.first > 0 && view.token(g.first - 1).is("before") && is_ahead(drafts.back()) && !is_ahead(*draft) && drafts.back().future) {
                draft->modality = drafts.back().modality;
                draft->modality_rule = drafts.back().modality_rule;
                draft->future = draft->same_subject = true;
                if (!draft->source) draft->source = drafts.back().source;
            }
            draft->in_entry = timed_entry && !heading.day;
            if (timed_entry) draft->entry_clock = heading.clock;
            if (heading.day && !(view.word(g.head).quoted && draft->present)) {
                draft->heading_day = heading.day;
                draft->heading_ahead = heading.ahead;
                if (heading.ahead && draft->modality == Modality::asserted && !draft->pluperfect) {
                    draft->modality = Modality::planned;
                    draft->modality_rule = "entry_ahead";
                    draft->future = true;
                }
            }
            else if (!timed_entry && document.published && is_futurate(*draft, g, has_plural_subject(view, subjects[k], g), *document.published)) {
                draft->modality = Modality::planned;
                draft->modality_rule = "present_of_plan";
                draft->future = true;
            }
            if (timed_entry && draft->time && !is_clock(draft->time->expression) && draft->heading) draft->heading.reset();
            const auto remnants = read_remnants(reading, *draft);
            drafts.push_back(std::move(*draft));
            drafts.insert(drafts.end(), remnants.begin(), remnants.end());
        }
        read_stations(reading, drafts);
        // "A blog has them in Rome; the palace says they did nothing of the sort."
        for (std::uint32_t i = 1; first < drafts.size() && i + 1 < sentence.tokens.size(); ++i)
            if (sentence.tokens[i].is(';') && drafts.back().trigger.begin < sentence.tokens[i].begin) take_reply(sentence.tokens.subspan(i + 1), drafts.size());
        anchor_times(reading, drafts, first);
        join_legs(drafts, first);
    }
};

/// What the drafts of a part come to once the whole of it is known.
void add_claims(Reader& reader, const CodePoints& points, std::vector<Claim>& claims) {
    const std::vector<Entity>& entities = reader.mention_reader.entities();
    ClaimDrafts& drafts = reader.drafts;
    std::erase_if(drafts, [](const ClaimDraft& d) { return d.dropped; });
    drop_foreign_domains(drafts, reader.domain);
    if (drafts.empty()) return;
    attach_craft_told_later(drafts, reader.around.crafts);
    const auto wants_venue = [](const ClaimDraft& d) { return (d.event == ClaimEvent::arrive && !d.destination) || (d.event == ClaimEvent::depart && !d.origin); };
    if (!reader.around.venue && !reader.document.dateline && std::any_of(drafts.begin(), drafts.end(), wants_venue)) reader.around.venue = Reader::place_in_title(reader.document);
    follow_journeys(drafts, entities, reader.document, reader.around);
    // "One left on the 19th" as the first word of the matter: nobody was told of whom it could be one.
    bool told_of = false;
    std::erase_if(drafts, [&](const ClaimDraft& d) {
        const bool known = !d.carriers.empty() || !d.persons.empty();
        told_of = told_of || known;
        return d.unnamed && !known && !told_of;
    });
    auto dated = date_drafts(drafts, reader.document, reader.habits, reader.spoken);
    std::vector<std::optional<TimeWindow>> windows;
    for (const auto& d : dated) windows.push_back(d.time ? std::optional(d.time->window) : std::nullopt);
    follow_story(drafts, entities, reader.document, windows);
    valid_callsigns(drafts, reader.callsigns, entities);
    spread_travellers(drafts, reader.aboard.statements(), entities);
    make_claims(std::move(drafts), std::move(dated), entities, reader.document, points, claims);
}

}  // namespace
}  // namespace detail

Batch<Claim> extract_claims(const Document& document) {
    Batch<Claim> batch;
    batch.issues = find_encoding_issues(document.text, document.source.empty() ? document.id : document.source);
    if (!detail::holds_a_trigger(document.text)) return batch;
    const CodePoints points(document.text);
    SentenceReader sentences(document.text);
    for (bool more = true; more;) {
        detail::Reader reader(document);
        more = reader.read(sentences);
        detail::add_claims(reader, points, batch.items);
    }
    return batch;
}

Batch<Claim> extract_claims(const Batch<Document>& documents) {
    Batch<Claim> all;
    all.take_issues(documents.issues);
    for (const Document& document : documents) all.append(extract_claims(document));
    return all;
}

}  // namespace flightxref
