// SPDX-License-Identifier: BSL-1.0
#include "text/mention_draft.hpp"

#include "text/word_set.hpp"

#include <array>

namespace flightxref::detail {
namespace {

/// A word that tokens are held against, most often in vain.
struct Literal {
    std::string_view text;
    std::uint32_t hash;
    constexpr Literal(const char* word) : text(word), hash(word_hash(text)) {}
    bool is(const Token& token) const { return token.hash == hash && token.is(text); }
};

}  // namespace

void Drafts::reset(const SentenceScan& of) {
    scan = &of;
    list.clear();
    cover.assign(of.size(), no_draft);
}

Draft& Drafts::add(MentionKind kind, std::uint32_t first, std::uint32_t end, std::uint32_t head, std::string_view rule) {
    const auto index = static_cast<std::uint32_t>(list.size());
    Draft& draft = list.emplace_back();
    draft.mention.kind = kind;
    draft.mention.first_token = first;
    draft.mention.end_token = end;
    draft.mention.head_token = head;
    draft.mention.begin = scan->token(first).begin;
    draft.mention.end = scan->token(end - 1).end;
    draft.mention.sentence = scan->sentence->index;
    draft.mention.rule = rule;
    draft.mention.possessive = scan->is_clitic_s(end) || (end < scan->size() && scan->is_mark(end, '\'') && !scan->token(end).space_before);
    for (std::uint32_t i = first; i < end; ++i) cover[i] = index;
    return draft;
}

bool starts_sentence(const SentenceScan& scan, std::uint32_t i) {
    while (i > 0) {
        const Token& before = scan.token(i - 1);
        if (before.is('.') || before.is('!') || before.is('?') || before.is(':') || before.is('*')) return true;
        if (before.kind == TokenKind::quote_open || before.is('(') || before.is('-') || before.kind == TokenKind::markup) {
            --i;
            continue;
        }
        return i <= scan.sentence->head_tokens;
    }
    return true;
}

std::string_view preposition_before(const SentenceScan& scan, std::uint32_t first) {
    // Pairs of words that govern together; the rest are single words.
    struct Phrase {
        Literal before, word;
        std::string_view name;
    };
    static constexpr std::array<Phrase, 44> phrases = {{{"bound", "for", "bound for"}, {"destined", "for", "bound for"}, {"out", "of", "out of"}, {"close", "to", "close to"},
        {"next", "to", "next to"}, {"on", "to", "to"}, {"over", "to", "to"}, {"north", "of", "north of"}, {"south", "of", "south of"}, {"east", "of", "east of"},
        {"west", "of", "west of"}, {"northeast", "of", "north-east of"}, {"northwest", "of", "north-west of"}, {"southeast", "of", "south-east of"},
        {"southwest", "of", "south-west of"}, {"north-east", "of", "north-east of"}, {"north-west", "of", "north-west of"}, {"south-east", "of", "south-east of"},
        {"south-west", "of", "south-west of"}, {"outside", "of", "outside"}, {"inside", "of", "inside"}, {"off", "of", "off"}, {"short", "of", "short of"},
        {"way", "of", "via"}, {"coast", "of", "off"}, {"side", "of", "of"}, {"back", "to", "back to"}, {"back", "in", "back in"}, {"back", "from", "back from"},
        {"away", "from", "away from"}, {"up", "to", "to"}, {"down", "to", "to"}, {"en", "route", "bound for"}, {"prior", "to", "before"}, {"ahead", "of", "ahead of"},
        {"because", "of", "because of"}, {"instead", "of", "instead of"}, {"according", "to", "according to"}, {"due", "to", "because of"}, {"home", "to", "to"},
        {"heading", "for", "bound for"}, {"headed", "for", "bound for"}, {"heads", "for", "bound for"}, {"leaving", "for", "for"}}};
    static constexpr WordSet words = {"from", "to", "in", "into", "at", "via", "over", "towards", "toward", "for", "near", "off", "outside", "between",
        "through", "across", "above", "around", "by", "beyond", "past", "along", "within", "inside", "onto", "on", "of", "with", "without", "under", "below", "after",
        "before", "against", "about", "aboard", "among", "beside", "behind", "upon", "until", "since", "during", "despite", "except", "like", "than", "as", "amid", "opposite", "besides", "per"};
    static constexpr WordSet passed_over = {"the", "nearby", "neighbouring", "neighboring", "both", "a", "an", "just", "somewhere", "distant",
        "northern", "southern", "eastern", "western", "central", "downtown", "mainland"};
    std::uint32_t i = first;
    // Over articles, quotation marks and adverbs of place: "from the", "in nearby", "at Moscow's"
    for (int steps = 0; i > 0 && steps < 4; ++steps) {
        const Token& before = scan.token(i - 1);
        if (before.kind != TokenKind::quote_open && (scan.word(i - 1).has(WordClass::preposition) || !passed_over.has(before))) break;
        --i;
    }
    if (i == 0 || !scan.word(i - 1).has(WordClass::preposition)) return {};
    const Token& word = scan.token(i - 1);
    if (i > 1)
        for (const Phrase& phrase : phrases)
            if (phrase.word.is(word) && phrase.before.is(scan.token(i - 2))) return phrase.name;
    return words.find(word);
}

}  // namespace flightxref::detail
