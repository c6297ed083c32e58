// SPDX-License-Identifier: BSL-1.0
#include "text/mention_draft.hpp"
#include "text/word_set.hpp"

namespace flightxref::detail {
namespace {

/// Words of movement and presence behind which a preposition leads to a place.
constexpr WordSet motions = {"flew", "flown", "fly", "flies", "flying", "flight", "flights", "landed", "land", "lands", "landing", "touched", "touches", "touchdown", "arrived",
    "arrives", "arrive", "arriving", "arrival", "departed", "departs", "depart", "departing", "departure", "driven", "drove", "drive", "drives", "travelled", "traveled", "travel",
    "travels", "travelling", "traveling", "returned", "return", "returns", "returning", "back", "headed", "heading", "heads", "bound", "way", "route", "diverted", "diverts",
    "divert", "stopped", "stop", "refuelled", "refueled", "refuelling", "taken", "brought", "ferried", "airlifted", "evacuated", "transferred", "continued", "continue", "proceeded",
    "sailed", "walked", "crossed", "descended", "parked", "stands", "stood", "based", "circled", "circling", "off", "down", "up", "on", "came", "come", "comes", "coming", "went",
    "gone", "going", "goes", "left", "leaves", "leaving", "leave", "strip", "airstrip", "airfield", "airport", "airbase", "base", "helipad", "house", "estate", "put", "set", "train", "sail", "sails", "sailing", "again",
    "ground", "due", "expected", "filed", "moored", "docked", "anchored", "berthed", "tied", "pulled", "rolled", "drew", "ashore", "hop", "hopped", "trip", "journey", "visit", "ordered", "vectored", "over", "in", "out"};

/// Capitalised, but no place behind "in", "at" or "to".
constexpr WordSet no_places = {"parliament", "congress", "court", "christmas", "easter", "ramadan", "earth", "islam", "twitter", "facebook", "telegram", "instagram", "god",
    "terminal", "gate", "runway", "stand", "flight", "president", "minister", "government", "cabinet", "army", "navy", "exercise", "operation", "mr", "mrs", "ms", "dr"};

constexpr WordSet leads = {"to", "from", "in", "at", "into", "near", "outside", "over", "via", "for", "towards", "toward", "off"};

bool is_unlisted_name(const SentenceScan& scan, const Drafts& drafts, std::uint32_t i) {
    if (i >= scan.size()) return false;
    const Token& t = scan.token(i);
    return t.letter_case == LetterCase::capitalised && t.kind == TokenKind::word && drafts.free(i) && scan.atom(i) == nullptr && !t.dotted && t.size() > 2 && scan.word(i).none() && !no_places.has(t);
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
        if (t.kind == TokenKind::word && motions.has(t)) return k == 1 || !(t.is("on") || t.is("over") || t.is("in") || t.is("out") || t.is("put") || t.is("set"));
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

/// "Carlisle Bay", "Evighedsfjord": land or water where no town need be.
bool names_nature(const SentenceScan& scan, std::uint32_t first, std::uint32_t end) {
    static constexpr WordSet words = {"bay", "island", "islands", "lake", "mount", "mountain", "mountains", "valley", "river", "strait", "straits", "sea", "gulf", "peninsula", "desert", "canyon", "hills",
        "fjord", "glacier", "plateau", "atoll", "reef", "shoal", "delta", "isle", "reservoir"};
    return words.has(scan.token(first)) || words.has(scan.token(end - 1)) || scan.token(end - 1).folded.ends_with("fjord");
}

/// "Melville Bay", "Puerto Natales": one of its words says that land or water is named.
bool names_land(const SentenceScan& scan, std::uint32_t first, std::uint32_t end) {
    static constexpr WordSet words = {"bay", "island", "islands", "lake", "mount", "mountain", "mountains", "valley", "river", "strait", "straits", "sea", "gulf", "cape", "peninsula",
        "desert", "canyon", "falls", "hills", "fort", "port", "puerto", "beach", "springs", "creek", "harbour", "harbor", "inlet", "fjord", "glacier", "plateau", "atoll", "reef",
        "shoal", "delta", "isle", "villa", "rio", "sierra", "wadi", "jebel", "ras"};
    return words.has(scan.token(first)) || words.has(scan.token(end - 1));
}

/// "left for", "bound for", "set sail for": whither, and not for whom.
bool sets_out(const SentenceScan& scan, std::uint32_t preposition) {
    static constexpr WordSet words = {"off", "left", "leave", "leaves", "leaving", "bound", "headed", "heading", "heads", "departed", "departs", "sail", "sailed", "out", "again"};
    return preposition > 0 && words.has(scan.token(preposition - 1));
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
    if (draft.place.place.icao.empty() && names_nature(scan, draft.mention.first_token, draft.mention.end_token)) {
        draft.place.place.kind = PlaceKind::region;
        draft.place.place.city.clear();
    }
    draft.place.place.text = name;
}

/// Two capitals were read as a person's name: "circled Melville Bay", "flew to Punta Brava".
void reconsider(const SentenceScan& scan, const Drafts& drafts, Draft& draft) {
    const std::uint32_t first = draft.mention.first_token, end = draft.mention.end_token;
    if (scan.is_clitic_s(end)) return;
    const bool led = first > 0 && leads.has(scan.token(first - 1)) && !scan.word(first).has(WordClass::given_name) && (!scan.is(first - 1, "for") || sets_out(scan, first - 1)) && follows_motion(scan, drafts, first - 1);
    if (led || names_land(scan, first, end)) become_place(scan, draft);
}

}  // namespace

void find_unlisted_places(const SentenceScan& scan, Drafts& drafts) {
    for (Draft& draft : drafts.list)
        if (draft.mention.kind == MentionKind::person && draft.mention.rule == "two_capitals") reconsider(scan, drafts, draft);
    for (std::uint32_t i = 1; i < scan.size(); ++i) {
        if (!scan.token(i).is_capital() || !is_unlisted_name(scan, drafts, i)) continue;
        std::uint32_t end = i + 1;
        while (end < scan.size() && end < i + 4 && is_unlisted_name(scan, drafts, end)) ++end;
        const std::uint32_t first = i;
        i = end;
        const Token& before = scan.token(first - 1);
        static constexpr WordSet reaching = {"reached", "reaching", "reaches", "left", "leaving", "leaves"};
        const bool reached = reaching.has(before);
        if (!reached && (!leads.has(before) || !drafts.free(first - 1))) continue;
        // "in Haddad's view", "at Nordic Aviation Group", "to Lake Ranco": owners, bodies and longer names are something else
        if (scan.is_clitic_s(end) || (end < scan.size() && scan.token(end).is_capital() && !scan.token(end).line_before && scan.token(end).kind == TokenKind::word)) continue;
        if (scan.word(end).any(WordClass::person_verb) && scan.is(end, "said")) continue;
        const bool present = first > 1 && (scan.is(first - 2, "was") || scan.is(first - 2, "were") || scan.is(first - 2, "is") || scan.is(first - 2, "be") || scan.is(first - 2, "been")) && !before.is("for") && !before.is("to");
        if (!reached && !present && !follows_motion(scan, drafts, first - 1)) continue;
        become_place(scan, drafts.add(MentionKind::place, first, end, first, "unlisted_place"));
    }
}

}  // namespace flightxref::detail
