// SPDX-License-Identifier: BSL-1.0
#include "text/mention_draft.hpp"

#include <flightxref/geo/geodesy.hpp>

#include <algorithm>
#include <array>

namespace flightxref::detail {

namespace {

constexpr std::array<std::string_view, 40> spatial_words = {"from", "to", "in", "into", "at", "via", "over", "towards", "toward", "for", "near", "off", "outside", "between", "through", "across",
    "above", "around", "beyond", "past", "along", "within", "inside", "onto", "bound for", "out of", "close to", "north of", "south of", "east of", "west of", "north-east of",
    "north-west of", "south-east of", "south-west of", "short of", "back to", "back in", "back from", "away from"};

bool is_spatial(std::string_view preposition) { return std::find(spatial_words.begin(), spatial_words.end(), preposition) != spatial_words.end(); }

/// May a match be taken where it stands? Names that are also words or codes need a word of place beside them.
bool trusted(const SentenceScan& scan, std::uint32_t first, std::uint32_t end, const PlaceCandidate& best, const KnownIdentifiers& known) {
    if (!best.needs_context && best.use != NameUse::code) return true;
    if (best.use != NameUse::code) {
        // "Turkey, Georgia and Armenia", "the state of Georgia", or a name that was a place before
        if (first > 1 && (scan.is_mark(first - 1, ',') || scan.is(first - 1, "and") || scan.is(first - 1, "or")) && scan.atom_is(first - 2, AtomKind::place)) return true;
        if (first > 1 && scan.is(first - 1, "of") && scan.word(first - 2).has(WordClass::place_noun)) return true;
    }
    const std::string_view before = preposition_before(scan, first);
    const bool code = best.use == NameUse::code;
    const bool parenthesis = first > 0 && scan.is_mark(first - 1, '(') && scan.is_mark(end, ')');
    const bool board = first > 0 && (scan.is(first - 1, "arr") || scan.is(first - 1, "dep") || scan.is(first - 1, "arr.") || scan.is(first - 1, "dep."));
    if (code) {
        if (parenthesis || board) return true;
        return is_spatial(before) && (end >= scan.size() || scan.token(end).letter_case != LetterCase::upper);
    }
    if (parenthesis) return true;
    if (scan.is(end, "of")) return false;  // "the University of Tartu"
    if (scan.word(end).any(WordClass::airport_noun) || scan.is(end, "base") || scan.is(end, "air")) return true;
    if (scan.is_mark(end, ',') && scan.atom_is(end + 1, AtomKind::place)) return true;
    const bool name_follows = end < scan.size() && scan.token(end).kind == TokenKind::word && scan.token(end).is_capital() && scan.word(end).none();
    if (!name_follows && !code && known.places.contains(std::string(scan.token(first).folded)) && end == first + 1 && !starts_sentence(scan, first)) return true;
    const bool object = first > 0 && (scan.word(first - 1).has(WordClass::goes_to) || (first > 1 && scan.is(first - 1, "the") && scan.word(first - 2).has(WordClass::goes_to)));
    return (is_spatial(before) || object) && !name_follows;
}

}  // namespace

void scan_places(SentenceScan& scan, KnownIdentifiers& known) {
    const Gazetteer& gazetteer = Gazetteer::built_in();
    for (std::uint32_t i = 0; i < scan.size(); ++i) {
        const Token& token = scan.token(i);
        if (!token.is_capital() || !token.is_wordlike()) continue;
        if (const Atom* atom = scan.atom(i); atom != nullptr && atom->kind != AtomKind::operator_name) {
            i = atom->end - 1;
            continue;
        }
        const WordClasses word = scan.word(i);
        if (word.any(WordClass::calendar, WordClass::he, WordClass::she, WordClass::it, WordClass::definite)) continue;
        if (word.has(WordClass::direction) && !(i + 1 < scan.size() && scan.token(i + 1).is_capital())) continue;  // "the North's capital"
        const PlaceMatch match = gazetteer.longest_match(scan.text, token.begin);
        if (!match || match.candidates.empty()) continue;
        const std::uint32_t end = scan.token_after(i, token.begin + match.bytes);
        if (end <= i) continue;
        if (scan.token(end - 1).end > token.begin + match.bytes && !scan.token(end - 1).dotted && scan.token(end - 1).folded.find('-') == std::string_view::npos) continue;
        // "Hainan" is also short for an airline: the place, unless a flight or a craft comes next
        const Atom* by = scan.atom(i);
        const WordClasses next = scan.word(end);
        const bool airline = by != nullptr && (by->end > end || next.any(WordClass::aircraft_head, WordClass::flight_word, WordClass::aircraft_weak) || scan.atom_is(end, AtomKind::type) ||
                                               scan.atom_is(end, AtomKind::flight_number) || scan.atom_is(end, AtomKind::registration));
        if (const Atom* atom = scan.atom(i); airline) {
            i = atom->end - 1;
            continue;
        }
        const PlaceCandidate& best = match.candidates.front();
        if (best.entry == nullptr || !trusted(scan, i, end, best, known)) continue;
        if (best.entry->kind == PlaceKind::airport || best.needs_context) known.places.insert(std::string(token.folded));
        Atom atom;
        atom.kind = best.use == NameUse::demonym ? AtomKind::demonym : AtomKind::place;
        atom.first = i;
        atom.end = end;
        atom.needs_context = best.needs_context;
        atom.places = match.candidates;
        scan.add(std::move(atom));
        i = end - 1;
    }
}

namespace {

class PlacePass {
  public:
    PlacePass(const SentenceScan& scan, Drafts& drafts) : m_scan(scan), m_drafts(drafts) {}

    void run() {
        for (std::uint32_t i = 0; i < m_scan.size();) i = step(i);
    }

  private:
    std::uint32_t step(std::uint32_t i) {
        if (!m_drafts.free(i)) return i + 1;
        if (const Atom* atom = m_scan.atom(i)) {
            if (atom->kind == AtomKind::place && atom->first == i) return read_place(*atom);
            if (atom->kind == AtomKind::demonym && atom->first == i) return read_demonym(*atom);
            return atom->end > i ? atom->end : i + 1;
        }
        const WordClasses word = m_scan.word(i);
        if (word.none()) return i + 1;
        if (m_scan.token(i).is_capital() && word.any(WordClass::building_noun, WordClass::airport_noun)) {
            if (const std::uint32_t end = read_landmark(i)) return end;
        }
        if (word.any(WordClass::place_noun, WordClass::building_noun)) return read_noun(i);
        if (word.has(WordClass::there) || word.has(WordClass::here)) return read_there(i);
        if (word.has(WordClass::home)) return read_home(i);
        if (word.has(WordClass::direction)) return read_direction(i);
        return i + 1;
    }

    static PlaceReading country_reading(const GazetteerEntry& entry, std::string text, PlaceWord word) {
        PlaceReading reading;
        reading.place = entry.to_place(std::move(text));
        reading.word = word;
        return reading;
    }

    Draft& add(std::uint32_t first, std::uint32_t end, PlaceReading reading, std::string_view rule) {
        reading.place.text = std::string(m_scan.raw(first, end));
        Draft& draft = m_drafts.add(MentionKind::place, first, end, end - 1, rule);
        draft.place = std::move(reading);
        draft.mention.reference = draft.place.word == PlaceWord::name ? Reference::name : Reference::definite;
        return draft;
    }

    bool next_is_time(std::uint32_t end) const { return m_scan.word(end).has(WordClass::time_word) || (m_scan.is(end, "standard") && m_scan.is(end + 1, "time")) || (m_scan.is(end, "local") && m_scan.is(end + 1, "time")); }

    /// "Moscow Times", "Tehran University", "Warsaw Pact", "Nantes FC"
    bool names_a_body(std::uint32_t end) const {
        if (end >= m_scan.size() || !m_scan.token(end).is_capital() || m_scan.token(end).line_before) return false;
        const WordClasses word = m_scan.word(end);
        return word.any(WordClass::organisation_word, WordClass::media_word, WordClass::event_noun) && !word.any(WordClass::airport_noun) && !m_scan.is(end, "base");
    }

    std::uint32_t read_place(const Atom& atom) {
        std::uint32_t first = atom.first, end = atom.end;
        PlaceReading reading = m_scan.reading_of(atom);
        const std::string_view preposition = preposition_before(m_scan, first);
        if (next_is_time(end)) return end + 1;
        // "up the Beni", "across the Drake": towns have no article, rivers and seas do
        if (first > 0 && m_scan.is(first - 1, "the") && reading.place.kind == PlaceKind::city && reading.place.name == m_scan.raw(first, end) && !(end < m_scan.size() && m_scan.token(end).kind == TokenKind::word && !m_scan.word(end).has(WordClass::preposition)) && !m_scan.is_clitic_s(end))
            return end;
        if (end < m_scan.size() && m_scan.token(end).is_capital() && m_scan.word(end).has(WordClass::building_noun) && !m_scan.word(end).has(WordClass::airport_noun) && !m_scan.token(end).line_before) {
            if (const std::uint32_t stop = read_landmark(end)) return stop;  // "Harbour Hotel"
        }
        if (names_a_body(end) || (first > 0 && reading.place.kind != PlaceKind::airport && names_a_body_before(first))) {
            while (end < m_scan.size() && m_scan.token(end).is_capital() && m_scan.token(end).kind == TokenKind::word) ++end;
            return end;
        }
        if (m_scan.is_mark(end, '-') && end + 1 < m_scan.size() && !m_scan.token(end).space_before && !m_scan.token(end + 1).space_before && m_scan.word(end + 1).none() && !m_scan.atom_is(end + 1, AtomKind::place)) return end;
        if (!is_spatial(preposition) && end < m_scan.size() && m_scan.token(end).kind == TokenKind::word && m_scan.token(end).is_capital() && m_scan.atom(end) == nullptr && m_scan.word(end).none() &&
            !m_scan.token(end).line_before && m_scan.sentence->kind != SentenceKind::headline && m_scan.token(end).letter_case == LetterCase::capitalised && reading.place.kind != PlaceKind::airport)
            return end + 1;  // "Paris Hilton", "London Bridge": a longer name that is in no table
        end = read_code(end, reading);
        end = read_container(end, reading);
        if (const GazetteerEntry* airport = airport_of_city(end, reading)) {  // "Delhi's Indira Gandhi Airport"
            reading.place = airport->to_place({});
            end = m_scan.atom(end + 1)->end;
        }
        // "Russia's capital", "Estonia's airspace", "Kyiv's airport"
        if (m_scan.is_clitic_s(end)) {
            std::uint32_t noun = end + 1;
            while (m_scan.word(noun).any(WordClass::direction, WordClass::carrier_modifier, WordClass::role_modifier)) ++noun;
            if (const std::uint32_t stop = air_zone_end(end + 1); stop > end + 1) return read_air_zone(first, stop, reading);
            if (m_scan.atom(noun) == nullptr && m_scan.word(noun).has(WordClass::place_noun)) return read_owned_noun(first, noun, reading);
        }
        // "a U.S. base near Sapporo"
        if (reading.place.kind == PlaceKind::country && m_scan.atom(end) == nullptr && m_scan.word(end).has(WordClass::place_noun) && !m_scan.token(end).is_capital() && (word_of(end) == PlaceWord::base || word_of(end) == PlaceWord::airport))
            return read_owned_noun(first, end, reading);
        // "Syrian-bound" and the like are left; "Sunan airfield", "Elmendorf air base" are one place
        while (end < m_scan.size() && m_scan.atom(end) == nullptr && reading.place.kind == PlaceKind::airport && airport_tail(end)) ++end;
        end = read_city_airport(end, reading);
        // "the Hickam side", "Guernsey airspace"
        if (m_scan.word(end).has(WordClass::airspace_noun) && !m_scan.token(end).is_capital() && !m_scan.is(end, "waters")) {
            reading.word = PlaceWord::airspace;
            ++end;
        }
        if (m_scan.is(end - 1, "airspace") || reading.word == PlaceWord::airspace) return finish_airspace(first, end, std::move(reading));
        Draft& draft = add(first, end, std::move(reading), "gazetteer");
        draft.mention.head_token = first;
        return end;
    }

    /// "the University of Tehran", "the Bank of England": the place is part of a body's name.
    bool names_a_body_before(std::uint32_t first) const {
        return first > 1 && m_scan.is(first - 1, "of") && m_scan.token(first - 2).is_capital() && m_scan.word(first - 2).any(WordClass::organisation_word, WordClass::event_noun) && !m_scan.word(first - 2).any(WordClass::home, WordClass::place_noun);
    }

    bool airport_tail(std::uint32_t i) const {
        return m_scan.word(i).has(WordClass::airport_noun) || m_scan.is(i, "base") || (m_scan.is(i, "air") && (m_scan.is(i + 1, "base") || m_scan.is(i + 1, "field") || m_scan.is(i + 1, "station"))) ||
               (m_scan.is(i, "military") && (m_scan.word(i + 1).has(WordClass::airport_noun) || m_scan.is(i + 1, "base"))) || (m_scan.is(i, "international") && m_scan.word(i + 1).has(WordClass::airport_noun));
    }

    /// "Boufarik military airfield", "Nantes airport": a city and a word for an airport, when the city has just one that is meant.
    std::uint32_t read_city_airport(std::uint32_t end, PlaceReading& reading) const {
        if (reading.place.kind != PlaceKind::city || !airport_tail(end) || m_scan.atom(end) != nullptr) return end;
        std::uint32_t tail = end;
        while (tail < m_scan.size() && airport_tail(tail)) ++tail;
        for (const PlaceCandidate& candidate : reading.candidates) {
            if (candidate.entry == nullptr || candidate.entry->kind != PlaceKind::airport) continue;
            reading.place = candidate.entry->to_place({});
            return tail;
        }
        reading.word = PlaceWord::airport;  // the city's airport; which one is not said
        return tail;
    }

    /// "Yangyang (YNY)", "Esenboga airport (LTAC)"
    std::uint32_t read_code(std::uint32_t end, PlaceReading& reading) const {
        if (!m_scan.is_mark(end, '(') || !m_scan.is_mark(end + 2, ')')) return end;
        const Atom* code = m_scan.atom(end + 1);
        if (code == nullptr || code->kind != AtomKind::place || code->end != end + 2 || m_scan.token(end + 1).letter_case != LetterCase::upper) return end;
        for (const PlaceCandidate& candidate : code->places) {
            if (candidate.entry == nullptr || candidate.entry->kind != PlaceKind::airport) continue;
            if (!reading.place.country.empty() && candidate.entry->country != reading.place.country && !any_in(reading, candidate.entry->country)) continue;
            reading.place = candidate.entry->to_place({});
            return end + 3;
        }
        return end;
    }

    static bool any_in(const PlaceReading& reading, std::string_view country) {
        return std::any_of(reading.candidates.begin(), reading.candidates.end(), [&](const PlaceCandidate& c) { return c.entry != nullptr && c.entry->country == country; });
    }

    /// Behind a city and "'s" the airport that lies there, by its own name; null when something else follows.
    const GazetteerEntry* airport_of_city(std::uint32_t end, const PlaceReading& reading) const {
        constexpr double reach_km = 80;  // the airports a city calls its own: Narita lies 60 km from Tokyo
        if (reading.place.kind != PlaceKind::city || reading.candidates.empty() || !m_scan.is_clitic_s(end)) return nullptr;
        const Atom* named = m_scan.atom(end + 1);
        if (named == nullptr || named->kind != AtomKind::place || named->first != end + 1 || !m_drafts.free(end + 1)) return nullptr;
        for (const PlaceCandidate& airport : named->places)
            for (const PlaceCandidate& city : reading.candidates)
                if (airport.entry->kind == PlaceKind::airport && city.entry->kind == PlaceKind::city && airport.entry->country == city.entry->country && distance_km(airport.entry->centre, city.entry->centre) <= reach_km) return airport.entry;
        return nullptr;
    }

    /// Is the other place around one reading of this one?
    static bool lies_in(const GazetteerEntry& inner, const GazetteerEntry& outer) {
        if (inner.country != outer.country || inner.country.empty()) return false;
        if (outer.kind == PlaceKind::country) return inner.kind != PlaceKind::country;
        if (outer.kind == PlaceKind::region) return inner.kind != PlaceKind::country && (outer.subdivision.empty() || inner.subdivision.empty() || inner.subdivision == outer.subdivision);
        if (outer.kind == PlaceKind::city) return inner.kind == PlaceKind::airport && (inner.city == outer.city || inner.city.empty());
        return false;
    }

    /// "Bangor, Maine", "Kalma airport, Wonsan (WOS)", "Kadena in Okinawa", "Ramstein in Germany": the second place tells which the first is.
    std::uint32_t read_container(std::uint32_t end, PlaceReading& reading) const {
        std::uint32_t at = end;
        if (reading.place.kind == PlaceKind::country) return end;
        bool comma = false;
        if (m_scan.is_mark(at, ',')) comma = true, ++at;
        else if (m_scan.is(at, "in") || m_scan.is(at, "on")) ++at;
        else return end;
        while (m_scan.is(at, "the") || m_scan.word(at).any(WordClass::direction) || m_scan.is(at, "nearby")) ++at;
        const Atom* outer = m_scan.atom(at);
        if (outer == nullptr || outer->kind != AtomKind::place || !m_drafts.free(at)) return end;
        if (m_scan.is_clitic_s(outer->end)) return end;
        for (const PlaceCandidate& wide : outer->places) {
            if (wide.entry == nullptr || (wide.use != NameUse::name && wide.use != NameUse::code) || wide.entry->kind == PlaceKind::airport) continue;
            if (comma && wide.entry->kind == PlaceKind::city && reading.place.kind != PlaceKind::airport) continue;  // "Paris, London and Rome"
            for (const PlaceCandidate& narrow : reading.candidates) {
                if (narrow.entry == nullptr || narrow.use == NameUse::demonym || narrow.use == NameUse::government || !lies_in(*narrow.entry, *wide.entry)) continue;
                if (reading.place.kind == PlaceKind::airport && narrow.entry->kind != PlaceKind::airport) continue;
                if (narrow.entry->kind == PlaceKind::airport && reading.place.kind == PlaceKind::city && narrow.use == NameUse::code) continue;
                if (reading.place.kind != PlaceKind::airport || reading.place.country != narrow.entry->country || reading.place.icao.empty()) reading.place = narrow.entry->to_place({});
                std::uint32_t stop = outer->end;
                PlaceReading keep = reading;
                const std::uint32_t code = read_code(stop, keep);
                if (code != stop) reading = keep, stop = code;
                if (m_scan.is_mark(stop, ',') && comma && wide.entry->kind == PlaceKind::region) {  // "Palo Alto, California, United States"
                    const Atom* third = m_scan.atom(stop + 1);
                    if (third != nullptr && third->kind == AtomKind::place && third->place().kind == PlaceKind::country && third->place().country == wide.entry->country) stop = third->end;
                }
                return stop;
            }
        }
        return end;
    }

    std::uint32_t finish_airspace(std::uint32_t first, std::uint32_t end, PlaceReading reading) {
        reading.word = PlaceWord::airspace;
        // "U.S. airspace over the Bering Strait"
        std::uint32_t at = end;
        if (m_scan.is(at, "over") || m_scan.is(at, "near") || m_scan.is(at, "around")) {
            ++at;
            if (m_scan.is(at, "the")) ++at;
            const Atom* area = m_scan.atom(at);
            if (area != nullptr && area->kind == AtomKind::place && m_drafts.free(at)) end = area->end;
        }
        Draft& draft = add(first, end, std::move(reading), "airspace");
        draft.mention.reference = Reference::definite;
        return end;
    }

    /// One past "air defence identification zone", "flight information region" that begins at `i`; `i` when none does.
    std::uint32_t air_zone_end(std::uint32_t i) const {
        std::uint32_t end = i;
        if (m_scan.is(end, "air") && (m_scan.is(end + 1, "defence") || m_scan.is(end + 1, "defense"))) end += m_scan.is(end + 2, "identification") ? 3 : 2;
        else if (m_scan.is(end, "flight") && m_scan.is(end + 1, "information")) end += 2;
        return end > i && (m_scan.is(end, "zone") || m_scan.is(end, "region")) ? end + 1 : i;
    }

    std::uint32_t read_air_zone(std::uint32_t first, std::uint32_t end, const PlaceReading& owner) {
        const GazetteerEntry* country = Gazetteer::built_in().country(owner.place.country);
        PlaceReading reading = country != nullptr && owner.place.kind == PlaceKind::country ? country_reading(*country, {}, PlaceWord::airspace) : owner;
        return finish_airspace(first, end, std::move(reading));
    }

    /// "the Chinese capital", "Estonian airspace", "the Venezuelan coast", "an Uzbek airport"
    std::uint32_t read_demonym(const Atom& atom) {
        std::uint32_t noun = atom.end;
        while (m_scan.atom(noun) == nullptr && (m_scan.word(noun).any(WordClass::direction, WordClass::role_modifier) || (m_scan.word(noun).has(WordClass::carrier_modifier) && !m_scan.word(noun).has(WordClass::place_noun))) && noun < atom.end + 3) ++noun;
        if (next_is_time(atom.end)) return atom.end + 1;
        if (const std::uint32_t stop = air_zone_end(atom.end); stop > atom.end) return read_air_zone(atom.first, stop, m_scan.reading_of(atom));
        if (m_scan.atom(noun) != nullptr || !m_scan.word(noun).any(WordClass::place_noun, WordClass::home, WordClass::building_noun)) return atom.end;
        if (m_scan.word(noun + 1).any(WordClass::role, WordClass::group_head) && m_scan.token(noun).kind == TokenKind::word && m_scan.is(noun, "state")) return atom.end;
        return read_owned_noun(atom.first, noun, m_scan.reading_of(atom));
    }

    /// A noun of place that belongs to a country or city.
    std::uint32_t read_owned_noun(std::uint32_t owner_first, std::uint32_t noun, const PlaceReading& owner) {
        const std::uint32_t first = owner_first > 0 && m_scan.word(owner_first - 1).any(WordClass::definite, WordClass::indefinite) && m_drafts.free(owner_first - 1) ? owner_first - 1 : owner_first;
        PlaceReading reading = owner;
        reading.word = word_of(noun);
        const std::uint32_t end = noun + 1;
        const GazetteerEntry* country = Gazetteer::built_in().country(owner.place.country);
        if (reading.word == PlaceWord::capital) {
            const GazetteerEntry* capital = Gazetteer::built_in().capital_of(owner.place.country);
            if (capital == nullptr) return end;
            reading = country_reading(*capital, {}, PlaceWord::capital);
        } else if (reading.word == PlaceWord::airspace) {
            if (country != nullptr && owner.place.kind == PlaceKind::country) reading = country_reading(*country, {}, PlaceWord::airspace);
            return finish_airspace(first, end, std::move(reading));
        } else if (reading.word == PlaceWord::coast) {
            reading.place.kind = owner.place.kind == PlaceKind::country ? PlaceKind::region : owner.place.kind;
        }
        // "a U.S. base near Sapporo, Japan": where it lies, not whose it is
        if ((reading.word == PlaceWord::base || reading.word == PlaceWord::airport) && (m_scan.is(end, "near") || m_scan.is(end, "in") || m_scan.is(end, "at") || m_scan.is(end, "outside"))) {
            const std::uint32_t at = m_scan.is(end + 1, "the") ? end + 2 : end + 1;
            const Atom* atom = m_scan.atom(at);
            if (atom != nullptr && atom->kind == AtomKind::place && m_drafts.free(at) && !m_scan.is_clitic_s(atom->end) && !next_is_time(atom->end)) {
                const PlaceWord word = reading.word;
                reading = m_scan.reading_of(*atom);
                const std::uint32_t stop = read_container(atom->end, reading);
                reading.word = word;
                add(first, stop, std::move(reading), "owned_place_noun");
                return stop;
            }
        }
        add(first, end, std::move(reading), "owned_place_noun");
        return end;
    }

    PlaceWord word_of(std::uint32_t noun) const {
        const WordClasses word = m_scan.word(noun);
        const Token& token = m_scan.token(noun);
        if (word.has(WordClass::airspace_noun)) return PlaceWord::airspace;
        if (token.is("capital")) return PlaceWord::capital;
        if (token.is("country") || token.is("mainland")) return PlaceWord::country;
        if (token.is("city") || token.is("town") || token.is("village")) return PlaceWord::city;
        if (token.is("base") || token.is("airbase") || token.is("hangar")) return PlaceWord::base;
        if (word.has(WordClass::airport_noun) || token.is("field") || token.is("strip") || token.is("runway") || token.is("apron") || token.is("terminal") || token.is("tarmac")) return PlaceWord::airport;
        if (token.is("island") || token.is("islands") || token.is("peninsula")) return PlaceWord::island;
        if (token.is("coast") || token.is("shore") || token.is("border") || token.is("frontier") || token.is("sea") || token.is("lake")) return PlaceWord::coast;
        if (word.has(WordClass::home)) return PlaceWord::home;
        return PlaceWord::building;
    }

    /// "Clarence House", "West 30th Street Heliport": a building by a name that is in no table, in the town spoken of or named behind it.
    std::uint32_t read_landmark(std::uint32_t i) {
        std::uint32_t first = i;
        while (first > 0 && i - first < 5 && m_drafts.free(first - 1) && m_scan.token(first).space_before) {
            const Token& before = m_scan.token(first - 1);
            const bool part = (before.is_capital() && before.kind == TokenKind::word && !m_scan.word(first - 1).any(WordClass::function, WordClass::preposition, WordClass::calendar, WordClass::definite, WordClass::person_verb)) || before.kind == TokenKind::alphanumeric;
            if (!part || (m_scan.atom(first - 1) != nullptr && !m_scan.atom_is(first - 1, AtomKind::place))) break;
            --first;
        }
        if (first == i || m_scan.token(first).kind != TokenKind::word || (first + 1 == i && starts_sentence(m_scan, first))) return 0;
        PlaceReading reading;
        reading.word = PlaceWord::building;
        reading.place.kind = m_scan.word(i).has(WordClass::airport_noun) ? PlaceKind::airport : PlaceKind::city;
        std::uint32_t end = i + 1;
        if (m_scan.is(end, "in") || m_scan.is_mark(end, ',')) {
            const Atom* town = m_scan.atom(end + 1);
            if (town != nullptr && town->kind == AtomKind::place && m_drafts.free(end + 1) && town->place().kind != PlaceKind::country && (m_scan.is(end, "in") || m_scan.is_mark(town->end, ',') || m_scan.is_mark(town->end, '.'))) {
                reading.place = town->place().to_place({});
                reading.candidates = town->places;
                end = town->end;
            }
        }
        Draft& draft = add(first, end, std::move(reading), "landmark");
        draft.mention.head_token = i;
        draft.mention.reference = Reference::name;
        return end;
    }

    /// "the airport in Tunis", "a state residence there", "the skies over Iran", "the same base", "its hangar".
    std::uint32_t read_noun(std::uint32_t i) {
        std::uint32_t first = i;
        bool owned = false, definite = false, indefinite = false;
        while (first > 0 && m_drafts.free(first - 1) && m_scan.atom(first - 1) == nullptr) {
            const WordClasses word = m_scan.word(first - 1);
            if (word.any(WordClass::possessive)) owned = true;
            else if (word.any(WordClass::definite)) definite = true;
            else if (word.any(WordClass::indefinite)) indefinite = true;
            else if (word.any(WordClass::same_one, WordClass::other_one, WordClass::direction, WordClass::carrier_modifier, WordClass::role_modifier, WordClass::building_noun) || m_scan.is(first - 1, "border")) {
                --first;
                continue;
            } else break;
            --first;
            break;
        }
        if (m_scan.is(i, "border") && m_scan.word(i + 1).has(WordClass::place_noun)) return i + 1;  // "the border village of ..."
        const bool to_base = m_scan.is(i, "base") && i > 0 && (m_scan.is(i - 1, "to") || m_scan.is(i - 1, "at") || m_scan.is(i - 1, "from"));  // "returned to base"
        if (!owned && !definite && !indefinite && !to_base) {
            if (!m_scan.word(i).has(WordClass::airspace_noun)) return i + 1;
        }
        const PlaceWord word = word_of(i);
        std::uint32_t end = i + 1;
        if (m_scan.word(end).any(WordClass::compound_tail, WordClass::role, WordClass::group_head, WordClass::organisation_word) && m_scan.token(i).kind == TokenKind::word && !m_scan.word(end).any(WordClass::function, WordClass::person_verb)) return i + 1;
        if (m_scan.is(i, "state") || m_scan.is(i, "field") || m_scan.is(i, "sea") || m_scan.is(i, "house") || m_scan.is(i, "hall") || m_scan.is(i, "port") || m_scan.is(i, "centre") || m_scan.is(i, "center") || m_scan.is(i, "station") || m_scan.is(i, "square") || m_scan.is(i, "church")) {
            if (!place_behind(end)) {
                if (!(m_scan.is(i, "field") && definite) && !(m_scan.is(i, "state") && definite)) return i + 1;
            }
        }
        PlaceReading reading;
        reading.word = word;
        reading.place.kind = kind_of(word);
        // "... in Tunis", "... of the Russian Federation", "... over Iran", "... near Sapporo", "... there"
        std::uint32_t at = end;
        if (m_scan.is(at, "in") || m_scan.is(at, "of") || m_scan.is(at, "over") || m_scan.is(at, "near") || m_scan.is(at, "at") || m_scan.is(at, "outside") || m_scan.is(at, "on")) {
            ++at;
            while (m_scan.is(at, "the") || m_scan.is(at, "nearby")) ++at;
            const Atom* atom = m_scan.atom(at);
            if (atom != nullptr && atom->kind == AtomKind::place && m_drafts.free(at) && !m_scan.is_clitic_s(atom->end) && !next_is_time(atom->end)) {
                PlaceReading inner = m_scan.reading_of(*atom);
                std::uint32_t stop = read_code(atom->end, inner);
                stop = read_container(stop, inner);
                if (word == PlaceWord::capital) {
                    const GazetteerEntry* capital = Gazetteer::built_in().capital_of(inner.place.country);
                    if (capital != nullptr && inner.place.kind == PlaceKind::country) inner = country_reading(*capital, {}, PlaceWord::capital);
                    else return i + 1;
                }
                if (word == PlaceWord::airport || word == PlaceWord::base) {
                    for (const PlaceCandidate& candidate : inner.candidates)
                        if (candidate.entry != nullptr && candidate.entry->kind == PlaceKind::airport && candidate.use == NameUse::name && inner.place.kind == PlaceKind::city && candidate.entry->country == inner.place.country) inner.place = candidate.entry->to_place({});
                }
                inner.word = word == PlaceWord::island || word == PlaceWord::city || word == PlaceWord::country ? PlaceWord::name : word;
                Draft& draft = add(first, stop, std::move(inner), "place_noun_with_name");
                draft.mention.head_token = i;
                draft.mention.reference = indefinite ? Reference::indefinite : Reference::definite;
                return stop;
            }
        }
        if (indefinite && word != PlaceWord::building) return i + 1;
        if (word == PlaceWord::building && !m_scan.word(i).has(WordClass::building_noun)) return i + 1;
        // "south of the border" and the like keep their preposition
        Draft& draft = add(first, end, std::move(reading), "place_noun");
        draft.mention.head_token = i;
        draft.mention.reference = indefinite ? Reference::indefinite : Reference::definite;
        return end;
    }

    bool place_behind(std::uint32_t end) const {
        if (!m_scan.word(end).has(WordClass::preposition)) return false;
        const std::uint32_t at = m_scan.is(end + 1, "the") ? end + 2 : end + 1;
        return m_scan.atom_is(at, AtomKind::place);
    }

    static PlaceKind kind_of(PlaceWord word) {
        switch (word) {
            case PlaceWord::airport:
            case PlaceWord::base: return PlaceKind::airport;
            case PlaceWord::country:
            case PlaceWord::home:
            case PlaceWord::airspace: return PlaceKind::country;
            case PlaceWord::capital:
            case PlaceWord::city:
            case PlaceWord::building:
            case PlaceWord::there:
            case PlaceWord::here: return PlaceKind::city;
            default: return PlaceKind::region;
        }
    }

    /// "there" and "here" of place, not "there is" and "there were".
    std::uint32_t read_there(std::uint32_t i) {
        static constexpr std::string_view verbs[] = {"is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "be", "been", "seems", "seemed", "'s", "remains", "remained", "exists", "came", "being", "shall"};
        if (m_scan.word(i).has(WordClass::there) && i + 1 < m_scan.size()) {
            const bool subject = starts_sentence(m_scan, i) || (i > 0 && (m_scan.is(i - 1, "that") || m_scan.is_mark(i - 1, ',') || m_scan.is(i - 1, "and") || m_scan.is(i - 1, "but") || m_scan.is(i - 1, "said") || m_scan.is(i - 1, "if") || m_scan.is(i - 1, "whether") || m_scan.is(i - 1, "because")));
            if (subject && std::find(std::begin(verbs), std::end(verbs), m_scan.token(i + 1).folded) != std::end(verbs)) return i + 1;
            if (m_scan.is(i + 1, "is") || m_scan.is(i + 1, "'s")) return i + 1;
        }
        PlaceReading reading;
        reading.word = m_scan.word(i).has(WordClass::there) ? PlaceWord::there : PlaceWord::here;
        reading.place.kind = PlaceKind::city;
        Draft& draft = add(i, i + 1, std::move(reading), reading.word == PlaceWord::there ? "there" : "here");
        draft.mention.reference = Reference::pronoun;
        return i + 1;
    }

    std::uint32_t read_home(std::uint32_t i) {
        if (m_scan.word(i + 1).any(WordClass::organisation_word, WordClass::role, WordClass::place_noun) && !m_scan.is(i, "homeland")) return i + 1;
        if (i > 0 && (m_scan.word(i - 1).has(WordClass::indefinite) || m_scan.is(i - 1, "private"))) return i + 1;
        std::uint32_t first = i;
        if (i > 0 && (m_scan.word(i - 1).has(WordClass::possessive) || (m_scan.is(i, "homeland") && m_scan.word(i - 1).has(WordClass::definite)))) --first;
        PlaceReading reading;
        reading.word = PlaceWord::home;
        reading.place.kind = PlaceKind::country;
        Draft& draft = add(first, i + 1, std::move(reading), "home");
        draft.mention.reference = Reference::pronoun;
        return i + 1;
    }

    /// "the North", "the South" of Korea, "the north of Malawi".
    std::uint32_t read_direction(std::uint32_t i) {
        const Token& token = m_scan.token(i);
        const bool led = i > 0 && m_scan.word(i - 1).has(WordClass::definite);
        if (!led || !m_drafts.free(i - 1)) return i + 1;
        if (m_scan.is(i + 1, "of")) {
            std::uint32_t at = i + 2;
            if (m_scan.is(at, "the")) ++at;
            const Atom* atom = m_scan.atom(at);
            if (atom == nullptr || atom->kind != AtomKind::place || !m_drafts.free(at)) return i + 1;
            PlaceReading reading = m_scan.reading_of(*atom);
            if (reading.place.kind == PlaceKind::country) reading.place.kind = PlaceKind::region;
            add(i - 1, atom->end, std::move(reading), "part_of_place");
            return atom->end;
        }
        const bool korea = token.is_capital() && token.letter_case == LetterCase::capitalised && (token.is("north") || token.is("south"));
        if (!korea) return i + 1;
        if (i + 1 < m_scan.size() && m_scan.token(i + 1).is_capital() && !m_scan.is_clitic_s(i + 1)) return i + 1;
        const GazetteerEntry* country = Gazetteer::built_in().country(token.is("north") ? "KP" : "KR");
        if (country == nullptr) return i + 1;
        PlaceReading reading = country_reading(*country, {}, PlaceWord::name);
        if (m_scan.is_clitic_s(i + 1) && m_scan.word(i + 2).has(WordClass::place_noun)) return read_owned_noun(i, i + 2, reading);
        Draft& draft = add(i - 1, i + 1, std::move(reading), "half_of_korea");
        draft.mention.reference = Reference::definite;
        return i + 1;
    }

    const SentenceScan& m_scan;
    Drafts& m_drafts;
};

}  // namespace

void find_places(const SentenceScan& scan, Drafts& drafts) { PlacePass(scan, drafts).run(); }

}  // namespace flightxref::detail
