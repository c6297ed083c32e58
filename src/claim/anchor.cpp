// SPDX-License-Identifier: BSL-1.0
#include "claim/events.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

std::optional<ClaimEvent> event_of(Sense sense) {
    if (sense >= Sense::none) return std::nullopt;
    return static_cast<ClaimEvent>(static_cast<std::uint8_t>(sense));
}

/// What is reckoned with: "his arrival", "X flew in", seen from the time behind it.
TimeAnchor anchor_before(const SentenceReading& r, std::uint32_t at) {
    const SentenceView& view = *r.view;
    TimeAnchor anchor;
    for (const VerbGroup& g : view.groups) {
        if (!g.noun || g.head >= at) continue;
        const TriggerNoun* noun = find_trigger_noun(view.token(g.head));
        for (const Mention& m : view.mentions)
            if (m.kind != MentionKind::place && m.possessive && m.end_token <= g.head && g.head - m.end_token <= 3 && noun != nullptr && anchor.entity == no_entity) {
                anchor.entity = m.entity;
                anchor.event = event_of(noun->sense);
            }
    }
    if (anchor.entity != no_entity) return anchor;
    for (std::uint32_t k = 0; k < view.groups.size(); ++k)
        if (!view.groups[k].noun && view.groups[k].head < at && !(*r.subjects)[k].mentions.empty()) anchor.entity = view.mentions[(*r.subjects)[k].mentions.front()].entity;
    return anchor;
}

}  // namespace

void anchor_times(const SentenceReading& r, ClaimDrafts& drafts, std::size_t first) {
    const SentenceView& view = *r.view;
    for (const TimeExpression& t : *r.times) {
        const Token& last = view.token(std::min<std::size_t>(t.last_token, view.size() - 1));
        const auto uses = [&](const ClaimDraft& d) { return d.time && d.time->expression.begin == t.begin; };
        const auto begin = drafts.begin() + static_cast<std::ptrdiff_t>(first);
        const auto user = std::find_if(begin, drafts.end(), uses);
        if (user != drafts.end() && t.offset.from_event) {
            // "after landing", "two hours before his departure"
            if (const TriggerNoun* noun = find_trigger_noun(last)) user->anchor.event = event_of(noun->sense);
            else if (const TriggerForm* form = find_trigger_form(last); form != nullptr && (form->forms & form_ing) != 0) user->anchor.event = event_of(form->verb->rows.back().sense);
            // "two hours after leaving Oslo it landed": the words of time hold the verb, and the place behind them is where the leg began
            if (user->anchor.event == ClaimEvent::depart && !user->origin && user->event != ClaimEvent::visit && user->event != ClaimEvent::on_ground)
                for (std::uint32_t m = 0; m < view.mentions.size(); ++m)
                    if (view.mentions[m].kind == MentionKind::place && view.mentions[m].first_token == t.last_token + 1) {
                        PlaceArgument left;
                        left.mention = m;
                        left.list_end = m + 1;
                        user->origin = make_place_use(r, left, "left_before", false);
                        break;
                    }
        }
        if (!last.is("after") && !last.is("before")) continue;
        const std::uint32_t next = t.last_token + 1;
        if (next >= view.size() || t.offset.direction == OffsetDirection::none || view.token(next).is("that") || view.token(next).is("this")) continue;  // "two hours after that it left"
        // "right after Y": after Y has gone.
        const std::uint32_t mention = view.word(next).mention;
        if (user != drafts.end() && mention != no_token && view.clause_end(t.last_token) > view.mentions[mention].end_token - 1) {
            const Mention& m = view.mentions[mention];
            const bool ends = m.end_token >= view.size() || !view.token(m.end_token).is_wordlike();
            if (m.kind == MentionKind::person && !m.possessive && ends) {
                user->anchor.entity = m.entity;
                user->anchor.event = ClaimEvent::depart;
                user->time->bytes.end = m.end;
                user->quote.end = std::max(user->quote.end, m.end);
            }
            continue;
        }
        if (user != drafts.end()) continue;
        // "comes a month after X visited Y": a time that the clause before does not use dates the clause behind it, the other way round.
        for (auto d = begin; d != drafts.end(); ++d) {
            if (d->time || d->nominal || d->group >= view.groups.size() || view.clause_begin(view.groups[d->group].first) != next) continue;
            if (d->modality != Modality::asserted && d->modality != Modality::reported) continue;
            TimeExpression turned = t;
            turned.offset.direction = t.offset.direction == OffsetDirection::later ? OffsetDirection::earlier : OffsetDirection::later;
            d->time = TimeUse{turned, {t.begin, t.end}, "time_of_complement"};
            d->anchor = anchor_before(r, t.first_token);
            break;
        }
    }
}

}  // namespace flightxref::detail
