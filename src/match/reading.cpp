// SPDX-License-Identifier: BSL-1.0
#include "match/reading.hpp"

#include <flightxref/airport/gazetteer.hpp>
#include <flightxref/text/time_expression.hpp>
#include <flightxref/text/token.hpp>
#include <flightxref/time/zone.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace flightxref::detail {
namespace {

constexpr double half_day_s = 12 * 3600;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t find_words(std::string_view text, std::string_view words) {
    const auto it = std::search(text.begin(), text.end(), words.begin(), words.end(), [](char a, char b) { return lower(a) == lower(b); });
    return it == text.end() ? std::string_view::npos : static_cast<std::size_t>(it - text.begin());
}

/// Do the words stand in the sentence? Of a claim without one, and of words that are not given, nothing else is known.
bool told(const Claim& claim, std::string_view words) { return claim.quote.empty() || words.empty() || find_words(claim.quote, words) != std::string_view::npos; }

bool told(const Claim& claim, const std::optional<Place>& place) { return !place || told(claim, place->text); }

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80; }

/// The first type that the sentence names.
std::optional<TypeMatch> type_in(const std::string& quote) {
    for (std::size_t i = 0; i < quote.size(); ++i) {
        if (!is_letter(quote[i]) || (i > 0 && is_letter(quote[i - 1]))) continue;
        auto match = find_type_at(quote, i);
        if (match && !match->needs_context && !match->maker_only && !match->candidates.empty()) return match;
    }
    return std::nullopt;
}

/// Does the noun phrase around the words begin with "a" or "an", so that it speaks of an aircraft not told before?
bool opens_new(std::string_view quote, std::string_view words) {
    constexpr std::size_t longest_phrase = 4;  // "a U.S. Air Force C-17"
    if (words.empty()) return false;
    std::size_t at = find_words(quote, words);
    if (at == std::string_view::npos) return false;
    for (std::size_t n = 0; n <= longest_phrase; ++n) {
        while (at > 0 && quote[at - 1] == ' ') --at;
        const std::size_t end = at;
        while (at > 0 && quote[at - 1] != ' ') --at;
        const std::string_view word = quote.substr(at, end - at);
        if (word.empty()) return false;
        if (word == "a" || word == "an" || word == "A" || word == "An") return true;
        if (word.back() == ',' || word.back() == '.') return false;
    }
    return false;
}

void drop_type(StatedAircraft& who) {
    who.type = Typecode();
    who.type_named.reset();
    who.type_words.clear();
}

void drop_operator(StatedAircraft& who) {
    who.op = nullptr;
    who.operator_words.clear();
}

/// Does the sentence itself tell one aircraft, by tail, callsign or number?
bool names_its_own(const Statement& s) {
    const StatedAircraft& who = s.who;
    return (who.registration && told(*s.claim, who.registration.text())) || (!who.callsign.empty() && told(*s.claim, who.callsign)) ||
           (!who.flight_number.empty() && told(*s.claim, who.flight_number));
}

void keep_own_aircraft(const Claim& claim, StatedAircraft& who) {
    const bool tail = who.registration && told(claim, who.registration.text()), callsign = !who.callsign.empty() && told(claim, who.callsign),
               number = !who.flight_number.empty() && told(claim, who.flight_number);
    const bool type = told(claim, who.type_words), op = told(claim, who.operator_words);
    const bool opens = (type && opens_new(claim.quote, who.type_words)) || (op && opens_new(claim.quote, who.operator_words));
    if (tail || callsign || number || opens) {
        if (!tail) who.registration = Registration();
        if (!callsign) who.callsign.clear();
        if (!number) who.flight_number.clear();
        if (!op) drop_operator(who);
    }
    if (!type && (who.names_one() || opens)) drop_type(who);
}

/// The ends whose clock the time may be told in, likeliest first.
std::array<const std::optional<Place>*, 2> clock_places(const Claim& claim) {
    switch (claim.event) {
        case ClaimEvent::depart: return {&claim.origin, nullptr};
        case ClaimEvent::fly:
        case ClaimEvent::travel:
        case ClaimEvent::return_: return {&claim.destination, &claim.origin};
        case ClaimEvent::turn_back: return {&claim.origin, &claim.destination};
        default: return {&claim.destination, nullptr};
    }
}

bool share_an_airport(const PlaceSet& a, const PlaceSet& b) {
    const bool country = a.kind == PlaceKind::country || b.kind == PlaceKind::country;
    return !country && std::any_of(a.airports.begin(), a.airports.end(), [&](const Airport* airport) { return b.contains(airport); });
}

/// Does the sentence tell a time that the reader could not put on the calendar?
bool tells_lost_time(const Claim& claim) {
    if (claim.time || claim.why.empty() || claim.quote.empty()) return false;
    const Tokens tokens = find_tokens(claim.quote);
    const auto found = find_time_expressions(std::span<const Token>(tokens.begin(), tokens.size()));
    return std::any_of(found.begin(), found.end(), [](const TimeExpression& e) { return !e.attribution && !e.repeated && e.offset.direction != OffsetDirection::length; });
}

bool was_read(const Claim& claim) {
    return std::any_of(claim.why.begin(), claim.why.end(), [](const FieldReason& reason) { return reason.field == "time"; });
}

Statement shifted(Statement s, double seconds) {
    s.begin += seconds;
    s.end += seconds;
    return s;
}

Statement widened(Statement s, double seconds) {
    s.begin -= seconds;
    s.end += seconds;
    return s;
}

}  // namespace

Statement own_words(const Statement& statement) {
    Statement s = statement;
    const Claim& claim = *s.claim;
    if (claim.quote.empty()) return s;
    if (!told(claim, claim.origin)) s.origin = s.event == ClaimEvent::turn_back ? s.destination : nullptr;
    if (!told(claim, claim.destination)) s.destination = nullptr;
    // A leg from a place to itself is one place read twice ("from Vantaa Airport in Helsinki"), unless it turned back.
    const bool one_way = s.event != ClaimEvent::turn_back && s.event != ClaimEvent::circle && s.event != ClaimEvent::overfly;
    if (one_way && s.origin && s.destination && share_an_airport(*s.origin, *s.destination)) (s.event == ClaimEvent::depart ? s.destination : s.origin) = nullptr;
    keep_own_aircraft(claim, s.who);
    return s;
}

bool differ(const Statement& a, const Statement& b) {
    return a.origin != b.origin || a.destination != b.destination || !(a.who.registration == b.who.registration) || a.who.callsign != b.who.callsign ||
           a.who.flight_number != b.who.flight_number || a.who.type_words != b.who.type_words || !(a.who.type == b.who.type) || a.who.operator_words != b.who.operator_words;
}

bool names_another_type(const Statement& s) {
    if (s.who.type_words.empty() || told(*s.claim, s.who.type_words)) return false;
    const auto named = type_in(s.claim->quote);
    if (!named) return false;
    if (s.who.type) return !is_same_family(s.who.type, *named);
    return s.who.type_named && std::none_of(named->candidates.begin(), named->candidates.end(), [&](const Typecode& code) { return is_same_family(code, *s.who.type_named); });
}

std::vector<Statement> other_times(const Statement& s) {
    std::vector<Statement> readings;
    const Claim& claim = *s.claim;
    if (!s.timed || !claim.time || !was_read(claim)) return readings;
    const Tokens tokens = find_tokens(claim.time->text);
    const auto expressions = find_time_expressions(std::span<const Token>(tokens.begin(), tokens.size()));
    const auto zone = Zone::find(claim.time->zone);
    if (expressions.empty() || !zone) return readings;
    const TimeExpression& told_time = expressions.front();
    if (told_time.offset.direction != OffsetDirection::none) return readings;
    const Instant moment = from_epoch_seconds(s.begin);
    const bool by_own_clock = told_time.zone.kind == ZoneKind::none || told_time.zone.kind == ZoneKind::local;
    bool placed = false;
    if (by_own_clock) {
        for (const std::optional<Place>* place : clock_places(claim)) {
            if (place == nullptr || !*place || !told(claim, *place)) continue;
            const auto own = Zone::find(Gazetteer::built_in().zone_of(**place));
            if (!own) continue;
            placed = true;
            const double difference = to_seconds(zone->offset_at(moment) - own->offset_at(moment));
            if (difference != 0) readings.push_back(shifted(s, difference));
        }
        if (!placed) readings.push_back(widened(s, half_day_s));
    }
    if (told_time.clock && told_time.clock->half_day_open) {
        const bool morning = zone->to_local(moment).time_of_day().hours() < 12;
        readings.push_back(shifted(s, morning ? half_day_s : -half_day_s));
    }
    return readings;
}

Outcome judge_statement(Statement& s, Scene& scene) {
    Outcome outcome = find_outcome(s, scene);
    if (says_happened(outcome.situation)) {
        if (tells_lost_time(*s.claim)) {
            outcome.situation = Situation::time_unsure;
            outcome.remark = " The sentence tells a time that could not be put on the calendar.";
            return outcome;
        }
        if (!names_another_type(s)) return outcome;
        outcome.situation = Situation::doubtful;
        outcome.remark = "the sentence names another type than the text does elsewhere";
        return outcome;
    }
    if (Statement own = own_words(s); differ(own, s)) {
        const bool another_type = names_another_type(s), refers_back = own.who.names_one() && !names_its_own(own);
        const bool contradicts = outcome.situation == Situation::wrong_type || outcome.situation == Situation::related_type;
        s = std::move(own);
        outcome = find_outcome(s, scene);
        if (says_happened(outcome.situation) && refers_back && contradicts) {
            // "The same plane", which the text called a Gulfstream and gave the tail of an Antonov: which of the two?
            outcome.situation = Situation::doubtful;
            outcome.remark = "the text gives it a type elsewhere that it is not of";
        } else if (says_happened(outcome.situation) && tells_lost_time(*s.claim)) {
            outcome.situation = Situation::time_unsure;
            outcome.remark = " The sentence tells a time that could not be put on the calendar.";
        } else if (says_happened(outcome.situation) && another_type) {
            outcome.situation = Situation::doubtful;
            outcome.remark = "the sentence names another type than the text does elsewhere";
        }
    }
    if (!says_not_happened(outcome.situation)) return outcome;
    for (Statement& other : other_times(s)) {
        Outcome read = find_outcome(other, scene);
        if (says_not_happened(read.situation)) continue;
        read.witness = outcome.witness;
        read.remark = says_happened(read.situation) ? " Read on another clock than the one taken here, its time agrees." : " Read on another clock than the one taken here, its time is possible.";
        read.situation = Situation::other_reading;
        return read;
    }
    return outcome;
}

}  // namespace flightxref::detail
