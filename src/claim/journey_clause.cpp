// SPDX-License-Identifier: BSL-1.0
#include "claim/journey_clause.hpp"

#include <algorithm>

namespace flightxref::detail {

namespace {

/// The next bytes behind the words that tell of the movement.
std::string_view behind_trigger(const ClaimDraft& d, std::string_view text, std::size_t length) { return text.substr(std::min<std::size_t>(d.trigger.end, text.size()), length); }

}  // namespace

bool means_all(const ClaimDraft& d, std::string_view text) {
    const std::string_view words = text.substr(d.quote.begin, d.quote.end - d.quote.begin);
    return words.starts_with("Both ") || words.starts_with("both ") || words.starts_with("All ") || words.starts_with("all ");
}

bool lands_back(const ClaimDraft& d, std::string_view text) { return behind_trigger(d, text, 6).starts_with(" back "); }

bool goes_somewhere(const ClaimDraft& d, std::string_view text) {
    if (d.event != ClaimEvent::travel && d.event != ClaimEvent::depart && d.event != ClaimEvent::arrive) return false;
    std::string_view rest = behind_trigger(d, text, 80);
    rest = rest.substr(0, rest.find_first_of(".,;:"));
    for (const std::string_view goal : {" to the ", " to a ", " to his ", " to her ", " for the ", " for a "})
        if (rest.find(goal) != std::string_view::npos) return true;
    return false;
}

bool leaves_somewhere(const ClaimDraft& d, std::string_view text) {
    std::string_view rest = behind_trigger(d, text, 12);
    if (d.destination && d.destination->bytes.begin == d.trigger.end + 1) return false;  // "left for Munich"
    if (rest.starts_with(" from ")) rest.remove_prefix(5);
    if (rest.size() < 2 || rest[0] != ' ') return false;
    const auto first = static_cast<unsigned char>(rest[1]);
    return (first >= 'A' && first <= 'Z') || (first >= 0xC3 && first <= 0xC5);  // "Ålesund", "Évreux": Latin letters beyond ASCII
}

bool lands_somewhere_else(const ClaimDraft& d, std::string_view text) {
    if ((d.event != ClaimEvent::arrive && d.event != ClaimEvent::divert) || d.destination) return false;
    const std::string_view rest = behind_trigger(d, text, 24);
    for (const std::string_view at : {" at the ", " in the ", " on the ", " at a ", " in a ", " on a ", " near the ", " near a ", " beside the ", " at an "})
        if (rest.starts_with(at)) {
            const bool aboard = !d.carriers.empty() && !d.persons.empty() && (at[1] == 'o' || at[1] == 'i');  // "came in on a 767"
            if (aboard) return false;
            const bool dated = d.time && d.time->bytes.begin <= d.trigger.end + at.size() && d.time->bytes.end > d.trigger.end;
            return !dated;
        }
    return false;
}

}  // namespace flightxref::detail
