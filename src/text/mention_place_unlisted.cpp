// SPDX-License-Identifier: BSL-1.0
#include "text/mention_draft.hpp"

#include <algorithm>
#include <array>

namespace flightxref::detail {
namespace {

using namespace std::string_view_literals;

/// Words of movement and presence behind which a preposition leads to a place.
constexpr std::array motions = {"flew"sv, "flown"sv, "fly"sv, "flies"sv, "flying"sv, "flight"sv, "flights"sv, "landed"sv, "land"sv, "lands"sv, "landing"sv, "touched"sv, "touches"sv, "touchdown"sv, "arrived"sv,
    "arrives"sv, "arrive"sv, "arriving"sv, "arrival"sv, "departed"sv, "departs"sv, "depart"sv, "departing"sv, "departure"sv, "driven"sv, "drove"sv, "drive"sv, "drives"sv, "travelled"sv, "traveled"sv, "travel"sv,
    "travels"sv, "travelling"sv, "traveling"sv, "returned"sv, "return"sv, "returns"sv, "returning"sv, "back"sv, "headed"sv, "heading"sv, "heads"sv, "bound"sv, "way"sv, "route"sv, "diverted"sv, "diverts"sv,
    "divert"sv, "stopped"sv, "stop"sv, "refuelled"sv, "refueled"sv, "refuelling"sv, "taken"sv, "brought"sv, "ferried"sv, "airlifted"sv, "evacuated"sv, "transferred"sv, "continued"sv, "continue"sv, "proceeded"sv,
    "sailed"sv, "walked"sv, "crossed"sv, "descended"sv, "parked"sv, "stands"sv, "stood"sv, "based"sv, "circled"sv, "circling"sv, "off"sv, "down"sv, "up"sv, "on"sv, "came"sv, "come"sv, "comes"sv, "coming"sv, "went"sv,
    "gone"sv, "going"sv, "goes"sv, "left"sv, "leaves"sv, "leaving"sv, "leave"sv, "strip"sv, "airstrip"sv, "airfield"sv, "airport"sv, "airbase"sv, "base"sv, "helipad"sv, "house"sv, "estate"sv, "put"sv, "set"sv, "train"sv, "sail"sv, "sails"sv, "sailing"sv, "again"sv,
    "hop"sv, "hopped"sv, "trip"sv, "journey"sv, "visit"sv, "ordered"sv, "vectored"sv, "over"sv, "in"sv, "out"sv};

/// Capitalised, but no place behind "in", "at" or "to".
constexpr std::array no_places = {"parliament"sv, "congress"sv, "court"sv, "christmas"sv, "easter"sv, "ramadan"sv, "earth"sv, "islam"sv, "twitter"sv, "facebook"sv, "telegram"sv, "instagram"sv, "god"sv,
    "terminal"sv, "gate"sv, "runway"sv, "stand"sv, "flight"sv, "president"sv, "minister"sv, "government"sv, "cabinet"sv, "army"sv, "navy"sv, "exercise"sv, "operation"sv, "mr"sv, "mrs"sv, "ms"sv, "dr"sv};

constexpr std::array leads = {"to"sv, "from"sv, "in"sv, "at"sv, "into"sv, "near"sv, "outside"sv, "over"sv, "via"sv, "for"sv, "towards"sv, "toward"sv, "off"sv};

template <std::size_t N>
bool is_one_of(const Token& token, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), token.folded) != words.end();
}

bool is_unlisted_name(const SentenceScan& scan, const Drafts& drafts, std::uint32_t i) {
    if (i >= scan.size()) return false;
    const Token& t = scan.token(i);
    return t.letter_case == LetterCase::capitalised && t.kind == TokenKind::word && drafts.free(i) && scan.atom(i) == nullptr && !t.dotted && t.size() > 2 && scan.word(i).none() && !is_one_of(t, no_places);
}

/// A word of movement stands right before, or with nothing but a time or a craft between.
bool follows_motion(const SentenceScan& scan, const Drafts& drafts, std::uint32_t preposition) {
    constexpr std::uint32_t reach = 7;
    for (std::uint32_t k = 1; k <= reach && k <= preposition; ++k) {
        const std::uint32_t at = preposition - k;
        const Token& t = scan.token(at);
        if (t.mark != '\0' && t.mark != ',') return false;
        // "up to Haddad" is no movement; "flew up to Haddad" has another word for it
        const bool particle = t.is("up") || t.is("down") || t.is("on") || t.is("in") || t.is("out") || t.is("over");
        if (k == 1 && particle && (scan.is(preposition, "to") || scan.is(preposition, "for"))) continue;
        if (t.kind == TokenKind::word && is_one_of(t, motions)) return k == 1 || !(t.is("on") || t.is("over") || t.is("in") || t.is("out") || t.is("put") || t.is("set"));
        const bool between = !drafts.free(at) || t.kind == TokenKind::number || t.kind == TokenKind::alphanumeric || scan.word(at).any(WordClass::preposition, WordClass::calendar, WordClass::definite, WordClass::indefinite, WordClass::possessive, WordClass::time_word, WordClass::function);
        if (!between && k > 2) return false;
    }
    return false;
}

/// The one airport that is named so with "airport" behind; null when there is none or several.
const GazetteerEntry* airport_called(const std::string& name) {
    const GazetteerEntry* only = nullptr;
    for (const std::string_view tail : {" Airport", " International Airport", " Air Base"})
        for (const PlaceCandidate& candidate : Gazetteer::built_in().find(name + std::string(tail))) {
            if (candidate.entry == nullptr || candidate.entry->kind != PlaceKind::airport || candidate.entry == only) continue;
            if (only != nullptr) return nullptr;
            only = candidate.entry;
        }
    return only;
}

/// "Melville Bay", "Puerto Natales": one of its words says that land or water is named.
bool names_land(const SentenceScan& scan, std::uint32_t first, std::uint32_t end) {
    static constexpr std::array words = {"bay"sv, "island"sv, "islands"sv, "lake"sv, "mount"sv, "mountain"sv, "mountains"sv, "valley"sv, "river"sv, "strait"sv, "straits"sv, "sea"sv, "gulf"sv, "cape"sv, "peninsula"sv,
        "desert"sv, "canyon"sv, "falls"sv, "hills"sv, "fort"sv, "port"sv, "puerto"sv, "beach"sv, "springs"sv, "creek"sv, "harbour"sv, "harbor"sv, "inlet"sv, "fjord"sv, "glacier"sv, "plateau"sv, "atoll"sv, "reef"sv,
        "shoal"sv, "delta"sv, "isle"sv, "villa"sv, "rio"sv, "sierra"sv, "wadi"sv, "jebel"sv, "ras"sv};
    return is_one_of(scan.token(first), words) || is_one_of(scan.token(end - 1), words);
}

/// "left for", "bound for", "set sail for": whither, and not for whom.
bool sets_out(const SentenceScan& scan, std::uint32_t preposition) {
    static constexpr std::array words = {"off"sv, "left"sv, "leave"sv, "leaves"sv, "leaving"sv, "bound"sv, "headed"sv, "heading"sv, "heads"sv, "departed"sv, "departs"sv, "sail"sv, "sailed"sv, "out"sv, "again"sv};
    return preposition > 0 && is_one_of(scan.token(preposition - 1), words);
}

void become_place(const SentenceScan& scan, Draft& draft) {
    draft.mention.kind = MentionKind::place;
    draft.mention.rule = "unlisted_place";
    draft.mention.reference = Reference::name;
    draft.person = {};
    const std::string name(scan.raw(draft.mention.first_token, draft.mention.end_token));
    draft.place.place.name = draft.place.place.city = name;
    draft.place.place.kind = PlaceKind::city;
    if (const GazetteerEntry* airport = airport_called(name)) {
        // "landed at Nausori": the field, which only the longer name tells; "drove to Nausori": the town it is named for
        draft.place.place = airport->to_place({});
        const std::uint32_t first = draft.mention.first_token;
        if (!(first > 0 && scan.is(first - 1, "at")) && draft.place.place.city == name) {
            draft.place.place.kind = PlaceKind::city;
            draft.place.place.name = name;
            draft.place.place.icao.clear();
        }
    }
    draft.place.place.text = name;
}

/// Two capitals were read as a person's name: "circled Melville Bay", "flew to Punta Brava".
void reconsider(const SentenceScan& scan, const Drafts& drafts, Draft& draft) {
    const std::uint32_t first = draft.mention.first_token, end = draft.mention.end_token;
    if (scan.is_clitic_s(end)) return;
    const bool led = first > 0 && is_one_of(scan.token(first - 1), leads) && !scan.word(first).has(WordClass::given_name) && (!scan.is(first - 1, "for") || sets_out(scan, first - 1)) && follows_motion(scan, drafts, first - 1);
    if (led || names_land(scan, first, end)) become_place(scan, draft);
}

}  // namespace

void find_unlisted_places(const SentenceScan& scan, Drafts& drafts) {
    for (Draft& draft : drafts.list)
        if (draft.mention.kind == MentionKind::person && draft.mention.rule == "two_capitals") reconsider(scan, drafts, draft);
    for (std::uint32_t i = 1; i < scan.size(); ++i) {
        if (!is_unlisted_name(scan, drafts, i)) continue;
        std::uint32_t end = i + 1;
        while (end < scan.size() && end < i + 4 && is_unlisted_name(scan, drafts, end)) ++end;
        const std::uint32_t first = i;
        i = end;
        const Token& before = scan.token(first - 1);
        const bool reached = before.is("reached") || before.is("reaching") || before.is("reaches");
        if (!reached && (!is_one_of(before, leads) || !drafts.free(first - 1))) continue;
        // "in Haddad's view", "at Nordic Aviation Group", "to Lake Ranco": owners, bodies and longer names are something else
        if (scan.is_clitic_s(end) || (end < scan.size() && scan.token(end).is_capital() && !scan.token(end).line_before && scan.token(end).kind == TokenKind::word)) continue;
        if (scan.word(end).any(WordClass::person_verb) && scan.is(end, "said")) continue;
        const bool present = first > 1 && (scan.is(first - 2, "was") || scan.is(first - 2, "were") || scan.is(first - 2, "is") || scan.is(first - 2, "be") || scan.is(first - 2, "been")) && !before.is("for") && !before.is("to");
        if (!reached && !present && !follows_motion(scan, drafts, first - 1)) continue;
        become_place(scan, drafts.add(MentionKind::place, first, end, first, "unlisted_place"));
    }
}

}  // namespace flightxref::detail
