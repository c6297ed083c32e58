// SPDX-License-Identifier: BSL-1.0
#include <flightxref/text/mention.hpp>

#include "text/mention_resolve.hpp"

#include <algorithm>

namespace flightxref {

using namespace detail;

struct MentionReader::State {
    explicit State(const Document& of) : document(of) { discourse.start(of); }

    const Document& document;
    KnownIdentifiers known;
    SentenceScan scan;
    Drafts drafts;
    Discourse discourse;
    std::vector<std::uint32_t> order;
    Mentions mentions;

    void find(const Sentence& sentence);
    void place_in_order();
    void mark_subjects();
    void publish();
};

namespace {

/// Only commas, "and", "or", articles and prepositions of the same list stand between two tokens.
bool is_list_gap(const SentenceScan& scan, std::uint32_t from, std::uint32_t to) {
    if (from >= to || to - from > 4) return false;
    bool joined = false;
    for (std::uint32_t i = from; i < to; ++i) {
        if (scan.is_mark(i, ',') || scan.is(i, "and") || scan.is(i, "or") || scan.is(i, "nor")) joined = true;
        else if (!scan.word(i).has(WordClass::definite) && !scan.is(i, "then")) return false;
    }
    return joined;
}

}  // namespace

void Mentions::clear() {
    items.clear();
    carriers.clear();
    places.clear();
    persons.clear();
}

void MentionReader::State::find(const Sentence& sentence) {
    scan_sentence(sentence, document.text, known, scan);
    drafts.reset(scan);
    find_persons(scan, discourse.persons, drafts);
    find_carriers(scan, drafts);
    find_places(scan, drafts);
    find_groups(scan, drafts);
    find_unlisted_places(scan, drafts);
    find_pronouns(scan, drafts);
    place_in_order();
    discourse.resolve(scan, drafts, order);
    publish();
}

/// Text order, the longer one first; then nesting, lists and prepositions.
void MentionReader::State::place_in_order() {
    order.resize(drafts.list.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Mention &x = drafts.list[a].mention, &y = drafts.list[b].mention;
        return x.begin != y.begin ? x.begin < y.begin : x.end != y.end ? x.end > y.end : a < b;
    });
    std::uint32_t covered = 0;
    Mention* before = nullptr;
    for (const std::uint32_t index : order) {
        Mention& mention = drafts.list[index].mention;
        mention.nested = mention.end_token <= covered;
        covered = std::max(covered, mention.end_token);
        if (mention.nested) continue;
        mention.preposition = preposition_before(scan, mention.first_token);
        if (before != nullptr && before->kind == mention.kind && is_list_gap(scan, before->end_token, mention.first_token)) {
            mention.continues = true;
            if (mention.preposition.empty()) mention.preposition = before->preposition;
        }
        before = &mention;
    }
    mark_subjects();
}

/// The first carrier or person of a sentence, and those right behind a word that opens a clause, unless a preposition governs them.
void MentionReader::State::mark_subjects() {
    bool first = true;
    for (const std::uint32_t index : order) {
        Draft& draft = drafts.list[index];
        const Mention& mention = draft.mention;
        if (mention.nested || mention.kind == MentionKind::place) continue;
        const std::uint32_t at = mention.first_token;
        const bool free = mention.preposition.empty() && !mention.possessive;
        const bool opens = at == 0 || starts_sentence(scan, at) || scan.is_mark(at - 1, ';') || scan.is_mark(at - 1, ':') || scan.word(at - 1).has(WordClass::conjunction) || scan.is(at - 1, "that") ||
                           scan.is(at - 1, "when") || scan.is(at - 1, "while") || scan.is(at - 1, "where") || scan.is(at - 1, "because") || scan.is(at - 1, "which") || scan.is(at - 1, "after") ||
                           scan.is(at - 1, "before") || scan.is(at - 1, "as") || scan.is(at - 1, "since") || scan.is(at - 1, "then");
        draft.subject = free && (first || (opens && !mention.continues));
        if (opens && !first && scan.is(at - 1, "and") && !mention.continues) draft.subject = draft.subject && mention.reference == Reference::pronoun;
        const bool bare_name = mention.kind == MentionKind::carrier && mention.reference == Reference::name && mention.head_token == at && draft.carrier.type_text.empty();
        const bool negated = at > 0 && (scan.is(at - 1, "not") || scan.is(mention.first_token, "no") || scan.is(at - 1, "without"));
        const bool compared = mention.kind == MentionKind::carrier && mention.reference == Reference::indefinite && (mention.preposition == "for" || mention.preposition == "like" || mention.preposition == "than" || mention.preposition == "as");
        const bool acts = scan.word(mention.end_token).any(WordClass::person_verb, WordClass::goes_to, WordClass::function) || scan.is_mark(mention.end_token, ',');
        draft.aside = negated || compared || (bare_name && !opens && !acts);
        if (mention.kind != MentionKind::person || mention.reference != Reference::indefinite) first = false;
    }
}

void MentionReader::State::publish() {
    mentions.clear();
    for (const std::uint32_t index : order) {
        Draft& draft = drafts.list[index];
        switch (draft.mention.kind) {
            case MentionKind::carrier:
                if (draft.mention.entity == no_entity) continue;
                if (draft.carrier.callsign.empty()) draft.carrier.callsign = discourse.salience[draft.mention.entity].callsign;
                draft.mention.detail = static_cast<std::uint32_t>(mentions.carriers.size());
                mentions.carriers.push_back(std::move(draft.carrier));
                break;
            case MentionKind::place:
                draft.mention.detail = static_cast<std::uint32_t>(mentions.places.size());
                mentions.places.push_back(std::move(draft.place));
                break;
            case MentionKind::person: {
                if (draft.mention.entity == no_entity) continue;
                const Person& whole = discourse.entities[draft.mention.entity].person;
                if (whole.named || draft.mention.reference == Reference::pronoun) draft.person = whole;
                draft.mention.detail = static_cast<std::uint32_t>(mentions.persons.size());
                mentions.persons.push_back(std::move(draft.person));
                break;
            }
        }
        mentions.items.push_back(draft.mention);
    }
}

MentionReader::MentionReader(const Document& document) : m_state(std::make_unique<State>(document)) {}
MentionReader::~MentionReader() = default;
MentionReader::MentionReader(MentionReader&&) noexcept = default;
MentionReader& MentionReader::operator=(MentionReader&&) noexcept = default;

const Mentions& MentionReader::read(const Sentence& sentence) {
    m_state->find(sentence);
    return m_state->mentions;
}

void MentionReader::finish() { m_state->discourse.finish(); }

const std::vector<Entity>& MentionReader::entities() const { return m_state->discourse.entities; }

DocumentMentions find_mentions(const Document& document, const Sentences& sentences) {
    DocumentMentions all;
    MentionReader reader(document);
    for (const Sentence& sentence : sentences) {
        all.sentence_begin.push_back(static_cast<std::uint32_t>(all.items.size()));
        const Mentions& found = reader.read(sentence);
        const auto carriers = static_cast<std::uint32_t>(all.carriers.size());
        const auto places = static_cast<std::uint32_t>(all.places.size());
        const auto persons = static_cast<std::uint32_t>(all.persons.size());
        for (Mention mention : found.items) {
            mention.detail += mention.kind == MentionKind::carrier ? carriers : mention.kind == MentionKind::place ? places : persons;
            all.items.push_back(mention);
        }
        all.carriers.insert(all.carriers.end(), found.carriers.begin(), found.carriers.end());
        all.places.insert(all.places.end(), found.places.begin(), found.places.end());
        all.persons.insert(all.persons.end(), found.persons.begin(), found.persons.end());
    }
    all.sentence_begin.push_back(static_cast<std::uint32_t>(all.items.size()));
    reader.finish();
    all.entities = reader.entities();
    return all;
}

}  // namespace flightxref
