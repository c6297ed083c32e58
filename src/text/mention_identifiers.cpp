// SPDX-License-Identifier: BSL-1.0
#include "core/ascii.hpp"
#include "text/mention_scan.hpp"
#include "text/word_set.hpp"

#include <flightxref/aircraft/registration.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace flightxref::detail {

namespace {

enum class Cue : std::uint8_t { none, registration, serial, callsign, flight, not_aircraft };

/// Words that may stand between a cue and its identifier: "tail number is RA-96023", "call sign: KRF23R", "registered in Aruba as P4-GEM".
bool is_filler(const SentenceScan& scan, std::uint32_t i) {
    static constexpr WordSet fillers = {"number", "numbers", "no", "no.", "nos", "sign", "signs", "as", "is", "was", "the", "a", "of", "name", "under",
                                                   "mark", "marks", "code", "in", "it", "with", "id", "and", "are", "were", "letters", "reads", "read"};
    const Token& token = scan.token(i);
    if (token.is(':') || token.is('(') || token.is('#') || token.kind == TokenKind::quote_open) return true;
    return fillers.has(token);
}

/// What the words just before say the token is.
Cue cue_before(const SentenceScan& scan, std::uint32_t i) {
    bool number_word = false;
    for (std::uint32_t back = 1; back <= 5 && back <= i; ++back) {
        const std::uint32_t at = i - back;
        const WordClasses word = scan.word(at);
        if (word.has(WordClass::callsign_cue) && !(scan.is(at, "call") && !scan.is(at + 1, "sign") && !scan.is(at + 1, "signs"))) return Cue::callsign;
        if (word.has(WordClass::registration_cue)) {
            if (scan.is(at, "serial")) return number_word ? Cue::serial : Cue::registration;
            return Cue::registration;
        }
        if (word.has(WordClass::flight_word)) return back <= 2 ? Cue::flight : Cue::none;
        if (word.has(WordClass::not_an_identifier)) return back <= 3 ? Cue::not_aircraft : Cue::none;
        if (scan.is(at, "number")) number_word = true;
        if (!is_filler(scan, at)) break;
    }
    if (number_word && i >= 2 && (scan.is(i - 2, "number") || scan.is(i - 1, "number"))) {
        const std::uint32_t at = scan.is(i - 1, "number") ? i - 1 : i - 2;
        if (at > 0 && scan.word(at - 1).none() && scan.token(at - 1).kind == TokenKind::word) return Cue::not_aircraft;  // "engine number", "part number"
    }
    return Cue::none;
}

/// Two characters of a carrier, digits and perhaps a letter.
struct FlightShape {
    std::string_view carrier;
    std::size_t digits = 0;
};

std::optional<FlightShape> flight_shape(std::string_view token) {
    if (token.size() < 3 || token.size() > 8) return std::nullopt;
    const std::string_view carrier = token.substr(0, 2);
    if (!(is_letter(carrier[0]) || is_letter(carrier[1]))) return std::nullopt;
    if (!(is_letter(carrier[0]) || is_digit(carrier[0])) || !(is_letter(carrier[1]) || is_digit(carrier[1]))) return std::nullopt;
    std::size_t at = token[2] == '-' ? 3 : 2;
    const std::size_t first = at;
    while (at < token.size() && is_digit(token[at])) ++at;
    const std::size_t digits = at - first;
    if (digits == 0 || digits > 4) return std::nullopt;
    if (at < token.size() && is_letter(token[at])) ++at;
    if (at != token.size()) return std::nullopt;
    return FlightShape{carrier, digits};
}

/// Letters before the digits of "KRF23R", "FORTE10", "RCH358"; 0 when the token is no such thing.
std::size_t callsign_letters(std::string_view token) {
    std::size_t letters = 0;
    while (letters < token.size() && is_letter(token[letters])) ++letters;
    if (letters < 3 || letters > 6) return 0;
    std::size_t at = letters;
    while (at < token.size() && is_digit(token[at])) ++at;
    const std::size_t digits = at - letters;
    if (digits == 0 || digits > 5) return 0;
    std::size_t tail = 0;
    while (at < token.size() && is_letter(token[at])) ++at, ++tail;
    return at == token.size() && tail <= 2 && token.size() <= 8 ? letters : 0;
}

/// Abbreviations that stand before digits without being a callsign: "COVID19", "UNSCR2397".
bool is_no_callsign(std::string_view folded, std::size_t letters) {
    static constexpr std::string_view words[] = {"covid", "unscr", "unsc", "sars", "ceo", "gmt", "utc", "kst", "usd", "eur", "gbp", "iso", "fifa", "nato", "icao",
                                                 "iata", "msn", "http", "html", "ipv", "mpeg", "win", "usb", "hdmi", "gpt", "ps", "ver", "vol", "fig", "sec",
                                                 "art", "apr", "jan", "feb", "mar", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::string_view word = folded.substr(0, letters);
    for (const std::string_view w : words)
        if (w == word) return true;
    return false;
}

bool has_letter(std::string_view text) {
    for (const char c : text)
        if (is_letter(c)) return true;
    return false;
}

bool has_digit(std::string_view text) {
    for (const char c : text)
        if (is_digit(c)) return true;
    return false;
}

/// "KL-8060/18", "09L/27R", "$M12", "GB-8841%": the token goes on in a way no identifier does.
bool goes_on(const SentenceScan& scan, std::uint32_t i) {
    if (i + 1 >= scan.size()) return false;
    const Token& next = scan.token(i + 1);
    if (next.space_before) return false;
    return next.is('/') || next.is('%') || next.is('\\') || next.is('=') || next.is('@') || next.is('_');
}

bool comes_from(const SentenceScan& scan, std::uint32_t i) {
    if (i == 0 || scan.token(i).space_before) return false;
    const Token& before = scan.token(i - 1);
    return before.is('/') || before.is('=') || before.is('@') || before.is('#') || before.is('_') || (before.kind == TokenKind::symbol);
}

class IdentifierPass {
  public:
    IdentifierPass(SentenceScan& scan, KnownIdentifiers& known) : m_scan(scan), m_known(known) {}

    void run() {
        for (std::uint32_t i = 0; i < m_scan.size(); ++i) {
            const Token& token = m_scan.token(i);
            const bool digits = token.kind == TokenKind::alphanumeric || token.kind == TokenKind::number;
            const bool letters = token.kind == TokenKind::word && token.letter_case == LetterCase::upper;
            if (!digits && !letters && !(token.is_capital() && i + 1 < m_scan.size() && m_scan.token(i + 1).kind == TokenKind::number)) continue;
            if (token.size() > 16 || goes_on(m_scan, i) || comes_from(m_scan, i)) continue;
            if (token.kind == TokenKind::number && token.folded.find_first_of("-+") == std::string_view::npos && !number_may_be(i)) continue;
            i = read(i) - 1;
        }
    }

  private:
    /// A bare number is an identifier only right after a word that says so ("tail number 2101", "flight 788").
    bool number_may_be(std::uint32_t i) const {
        const Token& token = m_scan.token(i);
        if (token.folded.find_first_not_of("0123456789") != std::string_view::npos || i == 0) return false;
        return m_scan.word(i - 1).any(WordClass::flight_word, WordClass::registration_cue) || m_scan.is(i - 1, "number") || m_scan.is(i - 1, "no") ||
               m_scan.is(i - 1, "no.") || m_scan.atom_is(i - 1, AtomKind::operator_name) || m_scan.atom_is(i - 1, AtomKind::type) || is_apposed_mark(i) || continues_marks(i);
    }

    /// Reads an identifier at token i; gives the token to go on from, at least i + 1.
    std::uint32_t read(std::uint32_t i) {
        const Cue cue = cue_before(m_scan, i);
        if (cue == Cue::not_aircraft) return i + 1;
        if (const std::uint32_t end = dotted_mark_end(i); end != i) return take(AtomKind::registration, i, end);
        if (const std::uint32_t end = read_registration(i, cue)) return end;
        if (cue == Cue::registration && is_unlisted_mark(i)) return take(AtomKind::registration, i, i + 1);
        if (cue == Cue::registration || cue == Cue::serial) return i + 1;  // called one and none by its shape: a misprint, a serial of something else
        if (const std::uint32_t end = read_callsign(i, cue)) return end;
        if (const std::uint32_t end = read_flight_number(i, cue)) return end;
        if (cue == Cue::none && (is_apposed_mark(i) || continues_marks(i))) return take(AtomKind::registration, i, i + 1);
        return i + 1;
    }

    /// "tail AF602", "marked YVO137": of no state's known shape, yet one to three letters and the digits of a serial, and no call sign of an airline.
    bool is_unlisted_mark(std::uint32_t i) const {
        const Token& token = m_scan.token(i);
        const bool led = i > 0 && (m_scan.word(i - 1).has(WordClass::registration_cue) || m_scan.is(i - 1, "number"));
        if (!led || token.kind != TokenKind::alphanumeric || token.letter_case != LetterCase::upper || token.size() < 4 || token.size() > 8) return false;
        const std::string_view raw = m_scan.raw(i, i + 1);
        std::size_t letters = 0;
        while (letters < raw.size() && is_letter(raw[letters])) ++letters;
        std::size_t at = letters;
        if (at < raw.size() && raw[at] == '-') ++at;
        if (letters == 0 || letters > 3 || raw.size() - at < 2 || raw.size() - at > 5) return false;
        for (; at < raw.size(); ++at)
            if (!is_digit(raw[at])) return false;
        // "serial KAF308" is called so by its word; after "number" a call sign of an airline stays one
        return letters < 3 || m_scan.is(i - 1, "serial") || m_scan.is(i - 1, "tail") || operator_of_callsign(raw) == nullptr;
    }

    /// "The aircraft, PNP-234, was back", "a P-8A, 9582,", "the An-32 with the number PNP-234": letters and digits set beside a craft are its mark,
    /// of whatever state's own making.
    bool is_apposed_mark(std::uint32_t i) const {
        const Token& token = m_scan.token(i);
        const std::string_view raw = m_scan.raw(i, i + 1);
        if (covered_by_type(i) || raw.size() < 3 || raw.size() > 9 || i < 2) return false;
        if (token.kind == TokenKind::alphanumeric && token.letter_case == LetterCase::upper && (raw.size() > 3 || has_hyphen(token) || callsign_letters(raw) == 0)) {
            if (!has_digit(raw) || is_measure(raw)) return false;
        } else if (!is_serial_number(raw)) {
            return false;
        }
        bool called = false, set_apart = false;
        std::uint32_t at = i;
        for (; at > 0 && i - at < 5; --at) {
            const std::uint32_t before = at - 1;
            if (m_scan.is(before, "number") || m_scan.is(before, "no") || m_scan.is(before, "no.") || m_scan.is(before, "marked") || m_scan.word(before).has(WordClass::registration_cue)) called = true;
            else if (m_scan.is_mark(before, ',') || m_scan.is_mark(before, '(')) set_apart = true;
            else if (!(called && (m_scan.is(before, "the") || m_scan.is(before, "with") || m_scan.is(before, "bearing") || m_scan.is(before, "wearing") || m_scan.is(before, "carrying")))) break;
        }
        if (at == 0 || !(called || set_apart)) return false;
        if (!called && !(m_scan.is_mark(i + 1, ',') || m_scan.is_mark(i + 1, '.') || m_scan.is_mark(i + 1, ')') || m_scan.is(i + 1, "and"))) return false;
        const std::uint32_t craft = at - 1;
        if (m_scan.word(craft).any(WordClass::aircraft_head, WordClass::rotor) || covered_by_type(craft)) return true;
        return m_known.aircraft_seen && craft > 0 && m_scan.word(craft).any(WordClass::ordinal, WordClass::rest_one) && m_scan.is(craft - 1, "the") && set_apart;
    }

    /// "FAD-3060 and FAD-3065": the next of a list of marks.
    bool continues_marks(std::uint32_t i) const {
        if (i < 2 || !(m_scan.is(i - 1, "and") || m_scan.is_mark(i - 1, ',')) || !m_scan.atom_is(i - 2, AtomKind::registration)) return false;
        const std::string_view before = m_scan.raw(i - 2, i - 1), raw = m_scan.raw(i, i + 1);
        if (before.size() != raw.size() || covered_by_type(i) || m_scan.token(i).kind != m_scan.token(i - 2).kind) return false;
        for (std::size_t k = 0; k < raw.size(); ++k)
            if (is_digit(raw[k]) ? !is_digit(before[k]) : raw[k] != before[k]) return false;
        return true;
    }

    /// "40M", "1420Z"
    static bool is_measure(std::string_view raw) {
        static constexpr std::array<std::string_view, 10> units = {"M", "KM", "NM", "FT", "KG", "KT", "KTS", "AM", "PM", "Z"};
        const std::size_t at = raw.find_first_not_of("0123456789");
        return at > 0 && at < raw.size() && std::find(units.begin(), units.end(), raw.substr(at)) != units.end();
    }

    /// "T.18-5", "TK.24-01": what Spain's air force does is numbered so. One past its last token; `i` when it is none.
    std::uint32_t dotted_mark_end(std::uint32_t i) const {
        if (m_scan.token(i).letter_case != LetterCase::upper || m_scan.token(i).size() > 3) return i;
        for (std::uint32_t end = i + 1; end <= i + 3 && end <= m_scan.size(); ++end) {
            if (end > i + 1 && m_scan.token(end - 1).begin != m_scan.token(end - 2).end) return i;
            const std::string_view raw = m_scan.raw(i, end);
            std::size_t at = 0;
            while (at < raw.size() && is_letter(raw[at])) ++at;
            if (at == 0 || at > 2 || at >= raw.size() || raw[at] != '.') continue;
            const std::string_view number = raw.substr(at + 1);
            const std::size_t hyphen = number.find('-');
            if (hyphen == 0 || hyphen > 2 || number.size() < hyphen + 2 || number.size() > hyphen + 3) continue;
            if (number.find_first_not_of("0123456789-") == std::string_view::npos && number.find('-', hyphen + 1) == std::string_view::npos && beside_aircraft(i, end)) return end;
        }
        return i;
    }

    /// "85101", "9582", "80-1112": no year, no sum.
    static bool is_serial_number(std::string_view raw) {
        std::size_t digits = 0, hyphens = 0;
        for (const char c : raw) {
            if (is_digit(c)) ++digits;
            else if (c == '-' || c == '+') ++hyphens;
            else return false;
        }
        if (hyphens > 0) return hyphens == 1 && raw.find_first_of("-+") == 2 && digits >= 4 && digits <= 7;
        const bool year = digits == 4 && (raw.starts_with("19") || raw.starts_with("20"));
        return digits >= 3 && digits <= 6 && !year;
    }

    bool covered_by_type(std::uint32_t i) const { return m_scan.atom_is(i, AtomKind::type); }

    std::uint32_t take(AtomKind kind, std::uint32_t first, std::uint32_t end) {
        Atom atom;
        atom.kind = kind;
        atom.first = first;
        atom.end = end;
        const std::string key = identifier_key(m_scan.raw(first, end));
        if (kind == AtomKind::registration) m_known.registrations.insert(key);
        if (kind == AtomKind::callsign) m_known.callsigns.insert(key);
        m_known.aircraft_seen = true;
        m_scan.add(std::move(atom));
        return end;
    }

    std::uint32_t read_registration(std::uint32_t i, Cue cue) {
        const Token& token = m_scan.token(i);
        const std::string_view raw = m_scan.raw(i, i + 1);
        if (cue == Cue::callsign && callsign_letters(raw) > 0) return 0;
        const bool cued = cue == Cue::registration || (cue == Cue::serial && has_letter(raw)) || (cue == Cue::callsign && raw.find('-') != std::string_view::npos);
        // "MAF T03", "RA 96023", "FAB 001": the mark and the rest apart.
        if (token.letter_case == LetterCase::upper && token.kind == TokenKind::word && token.size() <= 4 && i + 1 < m_scan.size() && !covered_by_type(i) &&
            !covered_by_type(i + 1) && m_scan.token(i + 1).begin == token.end + 1 && has_digit(m_scan.raw(i + 1, i + 2)) && !goes_on(m_scan, i + 1)) {
            const auto pair = parse_registration(m_scan.raw(i, i + 2));
            const bool apposed = i > 0 && (m_scan.is_mark(i - 1, ',') || m_scan.is_mark(i - 1, '(')) && m_known.aircraft_seen;
            if (pair && (cued || (pair->shape != RegistrationShape::weak && beside_aircraft(i, i + 2)) || (pair->shape == RegistrationShape::weak && apposed && pair->military)))
                return take(AtomKind::registration, i, i + 2);
        }
        if (token.letter_case == LetterCase::lower && token.kind != TokenKind::number) return 0;
        if (!has_digit(raw) && raw.find('-') == std::string_view::npos && token.folded.find('-') == std::string_view::npos) {
            if (!cued) return 0;  // "GREAT", "CFZZT": letters alone need to be called a registration
        }
        const auto parsed = parse_registration(raw);
        if (!parsed) return cue == Cue::none && token.kind == TokenKind::alphanumeric && !covered_by_type(i) && m_known.registrations.contains(identifier_key(raw)) ? take(AtomKind::registration, i, i + 1) : 0;
        if (covered_by_type(i) && !cued) return 0;
        if (cue == Cue::serial && !has_letter(raw)) return 0;
        if (m_known.registrations.contains(identifier_key(raw))) return take(AtomKind::registration, i, i + 1);
        if (cued) return has_digit(raw) || has_hyphen(token) || parsed->shape == RegistrationShape::strong ? take(AtomKind::registration, i, i + 1) : 0;
        switch (parsed->shape) {
            case RegistrationShape::strong: return take(AtomKind::registration, i, i + 1);
            case RegistrationShape::fair:
                if (cue == Cue::callsign || cue == Cue::flight) return 0;
                return has_hyphen(token) || beside_aircraft(i, i + 1) || m_known.aircraft_seen ? take(AtomKind::registration, i, i + 1) : 0;
            case RegistrationShape::weak:
                return cue == Cue::none && (follows_type(i) || leads_type(i)) && raw.size() >= 4 ? take(AtomKind::registration, i, i + 1) : 0;
        }
        return 0;
    }

    static bool has_hyphen(const Token& token) { return token.folded.find('-') != std::string_view::npos; }

    /// "RQ-4B 10-2045", "Tu-154M, 101", "the Falcon (64HH": right after a type.
    bool follows_type(std::uint32_t i) const {
        if (i == 0) return false;
        if (covered_by_type(i - 1)) return true;
        return i > 1 && (m_scan.is_mark(i - 1, ',') || m_scan.is_mark(i - 1, '(')) && covered_by_type(i - 2) && m_scan.raw(i, i + 1).find_first_of("-+") != std::string_view::npos;
    }

    /// "07-7134, a Boeing C-17, arrived": a serial and what it is.
    bool leads_type(std::uint32_t i) const {
        if (!m_scan.is_mark(i + 1, ',') || !m_scan.word(i + 2).any(WordClass::indefinite, WordClass::definite) || m_scan.raw(i, i + 1).find_first_of("-+") == std::string_view::npos) return false;
        for (std::uint32_t k = i + 3; k < i + 7 && k < m_scan.size() && !m_scan.is_mark(k, ','); ++k)
            if (covered_by_type(k)) return true;
        return false;
    }

    /// Some word of the sentence speaks of an aircraft.
    bool beside_aircraft(std::uint32_t, std::uint32_t) const {
        if (m_known.aircraft_seen) return true;
        for (std::uint32_t k = 0; k < m_scan.size(); ++k)
            if (m_scan.word(k).any(WordClass::aircraft_head, WordClass::flight_word) || covered_by_type(k)) return true;
        return false;
    }

    std::uint32_t read_callsign(std::uint32_t i, Cue cue) {
        const Token& token = m_scan.token(i);
        if (covered_by_type(i)) return 0;
        const std::string_view raw = m_scan.raw(i, i + 1);
        if (token.kind == TokenKind::alphanumeric && token.letter_case == LetterCase::upper) {
            const std::size_t letters = callsign_letters(raw);
            if (letters == 0) {
                if (cue == Cue::callsign && raw.size() >= 3 && raw.size() <= 8 && !has_hyphen(token) && has_letter(raw) && !flight_shape(raw)) return take(AtomKind::callsign, i, i + 1);
                return 0;
            }
            if (is_no_callsign(token.folded, letters)) return 0;
            const bool known = cue == Cue::callsign || cue == Cue::flight || m_known.callsigns.contains(identifier_key(raw));
            if (known || operator_of_callsign(raw) != nullptr) return take(AtomKind::callsign, i, i + 1);
            return letters == 3 || !m_known.aircraft_seen ? take_if(beside_aircraft(i, i + 1) && i > 0 && (m_scan.is(i - 1, "as") || m_scan.is_mark(i - 1, ',') || m_scan.is_mark(i - 1, ':') || m_scan.is_mark(i - 1, '(')), i)
                                                          : take(AtomKind::callsign, i, i + 1);
        }
        // "MYTEE 11", "Reach 538"
        if (token.kind == TokenKind::word && token.is_capital() && i + 1 < m_scan.size() && m_scan.token(i + 1).begin == token.end + 1 && token.size() >= 3) {
            const Token& next = m_scan.token(i + 1);
            const bool digits = next.kind == TokenKind::number && next.size() <= 5 && next.folded.find_first_not_of("0123456789") == std::string_view::npos;
            if (!digits || goes_on(m_scan, i + 1)) return 0;
            const std::string_view both = m_scan.raw(i, i + 2);
            const bool upper = token.letter_case == LetterCase::upper;
            if (m_known.callsigns.contains(identifier_key(both)) || (cue == Cue::callsign && m_scan.word(i).none())) return take(AtomKind::callsign, i, i + 2);
            if (m_scan.atom(i) != nullptr && !m_scan.atom_is(i, AtomKind::operator_name)) return 0;
            const bool bracketed = i > 0 && m_scan.is_mark(i - 1, '(') && m_scan.is_mark(i + 2, ')');  // "(RESCUE 27)"
            if (upper && token.size() >= 4 && token.size() <= 7 && !is_no_callsign(token.folded, token.folded.size()) && (m_scan.word(i).none() || bracketed) && next.size() <= 3 && beside_aircraft(i, i + 2))
                return take(AtomKind::callsign, i, i + 2);
            if (m_scan.word(i).none() && !m_scan.atom_is(i, AtomKind::operator_name) && next.size() >= 2 && operator_of_callsign(both) != nullptr && beside_aircraft(i, i + 2))
                return take(AtomKind::callsign, i, i + 2);
        }
        return 0;
    }

    std::uint32_t take_if(bool yes, std::uint32_t i) { return yes ? take(AtomKind::callsign, i, i + 1) : 0; }

    std::uint32_t read_flight_number(std::uint32_t i, Cue cue) {
        const Token& token = m_scan.token(i);
        const std::string_view raw = m_scan.raw(i, i + 1);
        if (token.kind == TokenKind::number) {
            if (raw.find_first_not_of("0123456789") != std::string_view::npos || raw.size() > 4 || i == 0) return 0;
            if (m_scan.word(i - 1).has(WordClass::flight_word) && raw.size() >= 2) {  // "Malaysia Airlines Flight 370", "flight 788"
                const std::uint32_t first = i > 1 && m_scan.atom_is(i - 2, AtomKind::operator_name) ? m_scan.atom(i - 2)->first : i;
                return take_over(first, i + 1);
            }
            const Atom* before = m_scan.atom(i - 1);  // "Etihad 243"
            if (before != nullptr && before->kind == AtomKind::operator_name && before->op != nullptr && raw.size() >= 2 && !token_is_count(i) &&
                (before->op->kind == OperatorKind::airline || before->op->kind == OperatorKind::cargo))
                return take_over(before->first, i + 1);
            return 0;
        }
        const bool upper = token.letter_case == LetterCase::upper;
        if (!upper) return 0;
        if (token.kind == TokenKind::alphanumeric) {
            const auto shape = flight_shape(raw);
            if (shape && (cue == Cue::flight || (!covered_by_type(i) && shape->digits >= 2 && shape_is_flight(*shape, cue, i)))) return take_over(i, i + 1);
        }
        // "KE 001", "4O 150"
        if (token.size() == 2 && i + 1 < m_scan.size() && m_scan.token(i + 1).begin == token.end + 1) {
            const Token& next = m_scan.token(i + 1);
            const std::string_view digits = m_scan.raw(i + 1, i + 2);
            if (next.kind == TokenKind::number && digits.find_first_not_of("0123456789") == std::string_view::npos && digits.size() <= 4 && !goes_on(m_scan, i + 1)) {
                const bool carrier = !find_operators_by_iata(raw).empty();
                if (cue == Cue::flight || (carrier && m_scan.word(i).none() && (has_digit(raw) || (digits.size() >= 3 && beside_aircraft(i, i + 2)))))
                    return take_over(i, i + 2);
            }
        }
        return 0;
    }

    /// "Emirates 40 jets": the number counts what follows.
    bool token_is_count(std::uint32_t i) const {
        if (i + 1 >= m_scan.size()) return false;
        if (covered_by_type(i) || covered_by_type(i + 1)) return true;
        return m_scan.word(i + 1).any(WordClass::aircraft_head, WordClass::flight_word, WordClass::group_head, WordClass::person_head, WordClass::role, WordClass::number) ||
               m_scan.token(i + 1).is("percent") || m_scan.token(i + 1).is("per") || m_scan.token(i + 1).is('%');
    }

    bool names_airline_before(std::uint32_t i) const {
        while (i-- > 0)
            if (const Atom* atom = m_scan.atom(i); atom != nullptr && atom->kind == AtomKind::operator_name && atom->op != nullptr && atom->op->kind == OperatorKind::airline) return true;
        return false;
    }

    bool shape_is_flight(const FlightShape& shape, Cue cue, std::uint32_t i) const {
        static constexpr std::string_view weapons[] = {"ak", "rq", "mq", "wc", "co", "ww", "eu", "un", "us", "uk", "ps", "hs", "kn", "df", "jl", "ss", "sa", "hq"};
        if (cue == Cue::callsign) return !find_operators_by_iata(shape.carrier).empty();
        const bool letters = is_letter(shape.carrier[0]) && is_letter(shape.carrier[1]);
        const bool weapon = std::any_of(std::begin(weapons), std::end(weapons), [&](std::string_view w) { return identifier_key(w) == identifier_key(shape.carrier); });
        const bool routed = letters && shape.digits >= 3 && (m_scan.is(i + 1, "from") || (!weapon && (m_scan.is(i + 1, "to") || m_scan.is(i + 1, "for"))));
        // "Cebu Pacific says its DG6413 from Manila"
        if (find_operators_by_iata(shape.carrier).empty()) return routed && i > 0 && m_scan.word(i - 1).has(WordClass::possessive) && names_airline_before(i);
        if (routed || (i > 0 && m_scan.atom_is(i - 1, AtomKind::operator_name))) return true;
        if (!letters) return shape.digits >= 3 && beside_aircraft(i, i + 1);
        if (weapon) return shape.digits >= 3 && beside_aircraft(i, i + 1);
        return shape.digits >= 3 || beside_aircraft(i, i + 1);
    }

    /// A flight number swallows the atoms it is made of.
    std::uint32_t take_over(std::uint32_t first, std::uint32_t end) { return take(AtomKind::flight_number, first, end); }

    SentenceScan& m_scan;
    KnownIdentifiers& m_known;
};

}  // namespace

void scan_identifiers(SentenceScan& scan, KnownIdentifiers& known) { IdentifierPass(scan, known).run(); }

}  // namespace flightxref::detail
