// SPDX-License-Identifier: BSL-1.0
#include "claim/events.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

/// "The first jet lands at 9:20; the second at 9:38", "N501LX left at six, N502LX at seven": another mover with its own clock, the verb left out.
void read_gapped(const SentenceReading& r, const ClaimDraft& draft, std::vector<ClaimDraft>& found) {
    const bool moves = draft.event == ClaimEvent::depart || draft.event == ClaimEvent::arrive || draft.event == ClaimEvent::return_;
    if (!moves || draft.nominal || draft.infinitive || !draft.persons.empty()) return;
    const SentenceView& view = *r.view;
    const VerbGroup& g = view.groups[draft.group];
    const auto n = static_cast<std::uint32_t>(view.size());
    for (std::uint32_t i = g.end; i + 2 < n; ++i) {
        for (const VerbGroup& other : view.groups)
            if (!other.noun && other.head > g.head && other.head <= i) return;
        if (!view.token(i).is(';') && !view.token(i).is(',') && !view.token(i).is("and")) continue;
        std::uint32_t mover = i + 1;
        while (mover < n && (view.word(mover).is(ClauseClass::determiner) || view.token(mover).is("and"))) ++mover;
        if (mover >= n || view.word(mover).in_time) continue;
        const std::uint32_t m = view.word(mover).mention;
        const bool named = m != no_token && view.mentions[m].kind == MentionKind::carrier && view.mentions[m].preposition.empty();
        if (!named && !(m == no_token && view.word(mover).is(ClauseClass::ellipsis))) continue;
        const std::uint32_t after = named ? view.mentions[m].end_token : mover + 1;
        const auto own = std::find_if(r.times->begin(), r.times->end(), [&](const TimeExpression& t) { return t.first_token == after && t.clock && !t.attribution; });
        if (own == r.times->end()) continue;
        const std::uint32_t end = own->last_token + 1;
        if (end < n && view.token(end).is_wordlike() && !view.token(end).is("and")) continue;
        ClaimDraft d = draft;
        d.event_rule = "gapped_verb";
        d.carriers.clear();
        d.carrier_words.clear();
        d.persons.clear();
        d.anaphor = ClaimDraft::Anaphor::none;
        d.day.reset();
        if (named) {
            d.carriers.push_back(view.mentions[m].entity);
            d.carrier_words.push_back(r.mentions->carrier(view.mentions[m]));
            d.carrier_moves = true;
        }
        if (own->day.kind == DayKind::none && draft.time && draft.time->expression.day.kind != DayKind::none) d.day = draft.time;
        else if (own->day.kind == DayKind::none) d.day = draft.day;
        d.time = TimeUse{*own, {own->begin, own->end}, "time_of_remnant"};
        d.heading.reset();
        d.trigger = {view.token(mover).begin, view.token(after - 1).end};
        d.quote = {view.token(mover).begin, own->end};
        d.same_subject = false;
        found.push_back(std::move(d));
        i = end - 1;
    }
}

}  // namespace

std::vector<ClaimDraft> read_remnants(const SentenceReading& r, ClaimDraft& draft) {
    std::vector<ClaimDraft> remnants;
    read_gapped(r, draft, remnants);
    const bool repeats = draft.event == ClaimEvent::stop || draft.event == ClaimEvent::visit || draft.event == ClaimEvent::fly || draft.event == ClaimEvent::travel;
    const bool crosses = draft.event == ClaimEvent::overfly && !draft.via.empty();
    const bool lands = draft.event == ClaimEvent::arrive && draft.destination;
    if (draft.nominal || draft.infinitive || !(crosses || lands || (repeats && draft.destination))) return remnants;
    const Bytes first_place = crosses ? draft.via.front().bytes : draft.destination->bytes;
    const SentenceView& view = *r.view;
    const VerbGroup& g = view.groups[draft.group];
    const auto& times = *r.times;
    const auto n = static_cast<std::uint32_t>(view.size());
    std::uint32_t limit = n;
    for (const VerbGroup& other : view.groups)
        if (!other.noun && other.first > g.head) {
            limit = other.first;
            break;
        }
    const bool towards = draft.event == ClaimEvent::fly || draft.event == ClaimEvent::travel;
    std::uint32_t last_end = 0;
    for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
        const Mention& x = view.mentions[m];
        if (x.kind != MentionKind::place || x.nested || x.first_token <= g.head || x.first_token >= limit || view.word(x.first_token).aside) continue;
        if (x.begin <= first_place.begin || x.begin < first_place.end) {
            last_end = x.end_token;
            continue;
        }
        const PlaceRole role = role_of_preposition(x.preposition);
        // "to Hanoi on Tuesday and Manila on Thursday": a time of its own right behind it
        const bool timed = draft.time && !crosses && x.preposition.empty() && x.first_token > draft.time->expression.last_token &&
                           std::any_of(times.begin(), times.end(), [&](const TimeExpression& t) { return !t.attribution && t.first_token == x.end_token; });
        if (!timed && (x.preposition.empty() || x.continues || lands || (crosses ? role != PlaceRole::path : towards ? role != PlaceRole::goal : role != PlaceRole::at))) continue;
        // Behind a comma or "and", with an "again" or a time of its own.
        bool joined = false, again = false;
        std::uint32_t again_at = no_token;
        for (std::uint32_t i = last_end; i < x.first_token; ++i) {
            joined = joined || view.token(i).is(',') || view.token(i).is("and") || view.token(i).is("then");
            if (view.token(i).is("again") || view.token(i).is("later")) {
                again = true;
                again_at = i;
            }
        }
        const TimeExpression* own = nullptr;
        for (const TimeExpression& t : times)
            if (!t.attribution && t.first_token + 1 >= last_end && t.first_token <= x.end_token + 3 && t.last_token < limit && (draft.time ? t.begin != draft.time->expression.begin : true)) own = &t;
        if (!joined || !(again || own != nullptr) || (crosses && (own == nullptr || !own->clock))) {
            last_end = x.end_token;
            continue;
        }
        ClaimDraft d = draft;
        d.origin.reset();
        d.via.clear();
        d.day.reset();
        d.time.reset();
        d.event_rule = "remnant_of_verb";
        PlaceArgument a;
        a.mention = m;
        a.list_end = m + 1;
        // "to Riga, and from there to Vilnius on Sunday": the start is the remnant's
        if (draft.origin && last_end > 0 && draft.origin->bytes.begin >= view.token(last_end - 1).end && draft.origin->bytes.begin < x.begin) {
            d.origin = draft.origin;
            draft.origin.reset();
        }
        if (crosses) d.via.push_back(make_place_use(r, a, "remnant_place", false));
        else d.destination = make_place_use(r, a, "remnant_place", false);
        if (own != nullptr) d.time = TimeUse{*own, {own->begin, own->end}, "time_of_remnant"};
        const std::uint32_t from = again ? again_at : x.first_token;
        d.trigger = again && !(own != nullptr) ? Bytes{view.token(from).begin, x.end} : Bytes{x.begin, x.end};
        d.quote = {view.token(from).begin, x.end};
        if (own != nullptr) d.quote.end = std::max(d.quote.end, own->end);
        d.same_subject = true;
        remnants.push_back(std::move(d));
        last_end = x.end_token;
    }
    // "over Serbia at 9:12, over Romania at 9:40": what has a clock of its own is no part of the first crossing.
    if (crosses)
        for (const ClaimDraft& d : remnants)
            if (d.event_rule == "remnant_of_verb") std::erase_if(draft.via, [&](const PlaceUse& use) { return use.bytes.begin >= d.via.front().bytes.begin; });
    return remnants;
}

}  // namespace flightxref::detail
