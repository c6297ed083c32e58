// SPDX-License-Identifier: BSL-1.0
#include "claim/events.hpp"
#include "claim/journey_state.hpp"

#include "claim/fragment.hpp"
#include "text/word_set.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

/// Stations of a journey that only their place and time tell of. Who goes there, and how, is what was told last.
struct StationReader {
    const SentenceReading& r;
    const SentenceView& view;
    const ClaimDraft& before;
    std::uint32_t n;

    /// A town or country that opens a clause.
    bool opens_clause(const Mention& m) const {
        if (m.kind != MentionKind::place || m.nested || m.possessive || !m.preposition.empty() || m.first_token < view.sentence->head_tokens) return false;
        if (m.first_token == view.sentence->head_tokens) return true;
        const Token& t = view.token(m.first_token - 1);
        return t.is(';') || t.is(',');
    }

    const TimeExpression* time_at(std::uint32_t i) const {
        for (const TimeExpression& t : *r.times)
            if (t.first_token == i && !t.attribution && !t.repeated) return &t;
        return nullptr;
    }

    ClaimDraft station(std::uint32_t m, const TimeExpression& time, Bytes trigger, std::string_view rule) const {
        const Mention& place = view.mentions[m];
        PlaceArgument a;
        a.mention = m;
        a.list_end = m + 1;
        ClaimDraft d = before;
        d.sentence = view.sentence->index;
        d.paragraph = view.sentence->paragraph;
        d.event = ClaimEvent::arrive;
        d.sense = Sense::arrive;
        d.row = nullptr;
        d.event_rule = rule;
        d.notes.clear();
        d.origin.reset();
        d.via.clear();
        d.day.reset();
        d.heading.reset();
        d.anchor = {};
        d.after_stay.reset();
        d.destination = make_place_use(r, a, "station", false);
        d.time = TimeUse{time, {time.begin, time.end}, "time_of_station"};
        d.trigger = trigger;
        d.quote = {place.begin, time.end};
        d.nominal = d.infinitive = d.gerund = d.relative = d.again = d.governed_by_after = d.governed_by_before = d.pluperfect = false;
        d.same_subject = true;
        return d;
    }

    /// "Lusaka followed on Wednesday", "Dili follows on Monday, Singapore on Wednesday"
    void follow(ClaimDrafts& drafts) const {
        for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
            const Mention& place = view.mentions[m];
            if (!opens_clause(place)) continue;
            std::uint32_t verb = place.end_token;
            if (verb < n && view.token(verb).is("then")) ++verb;
            if (verb >= n || !(view.token(verb).is("followed") || view.token(verb).is("follows") || view.token(verb).is("will"))) continue;
            const bool will = view.token(verb).is("will");
            if (will && !(++verb < n && view.token(verb).is("follow"))) continue;
            const TimeExpression* time = time_at(verb + 1);
            if (time == nullptr) continue;
            const bool ahead = !view.token(verb).is("followed");
            ClaimDraft d = station(m, *time, {view.token(verb).begin, view.token(verb).end}, "place_that_follows");
            d.present = view.token(verb).is("follows");
            d.future = ahead;
            d.modality = ahead ? Modality::planned : before.future ? Modality::asserted : before.modality;
            drafts.push_back(d);
            for (std::uint32_t next = time->last_token + 1; next + 1 < n && (view.token(next).is(',') || view.token(next).is("and"));) {
                while (next + 1 < n && (view.token(next).is(',') || view.token(next).is("and"))) ++next;
                const std::uint32_t other = view.word(next).mention;
                if (other == no_token || view.mentions[other].kind != MentionKind::place || view.mentions[other].first_token != next) break;
                const TimeExpression* own = time_at(view.mentions[other].end_token);
                if (own == nullptr) break;
                ClaimDraft more = d;
                PlaceArgument a;
                a.mention = other;
                a.list_end = other + 1;
                more.destination = make_place_use(r, a, "station", false);
                more.time = TimeUse{*own, {own->begin, own->end}, "time_of_station"};
                more.trigger = {view.mentions[other].begin, view.mentions[other].end};
                more.quote = {view.mentions[other].begin, own->end};
                drafts.push_back(more);
                next = own->last_token + 1;
            }
        }
    }

    /// "Then came Riyadh, on Wednesday"
    void inverted(ClaimDrafts& drafts) const {
        std::uint32_t i = view.sentence->head_tokens;
        while (i < n && (view.token(i).is("then") || view.token(i).is("next"))) ++i;
        if (i == view.sentence->head_tokens || i + 1 >= n || !(view.token(i).is("came") || view.token(i).is("comes") || view.token(i).is("follows"))) return;
        const std::uint32_t m = view.word(i + 1).mention;
        if (m == no_token || view.mentions[m].kind != MentionKind::place || view.mentions[m].first_token != i + 1) return;
        std::uint32_t at = view.mentions[m].end_token;
        if (at < n && view.token(at).is(',')) ++at;
        const TimeExpression* time = at < n ? time_at(at) : nullptr;
        if (time == nullptr) return;
        ClaimDraft d = station(m, *time, {view.token(i).begin, view.token(i).end}, "place_that_follows");
        d.future = d.present = !view.token(i).is("came");
        d.modality = d.future ? Modality::planned : before.future ? Modality::asserted : before.modality;
        drafts.push_back(std::move(d));
    }

    /// "Kars, eventually, at 9.25 p.m.": a sentence that is a place and a clock, in the middle of a story.
    void bare(ClaimDrafts& drafts) const {
        static constexpr WordSet at_last = {"eventually", "finally", "at", "last", "and", "then", "by", "next"};
        if (n > 16 || !view.groups.empty()) return;
        const std::uint32_t first = view.sentence->head_tokens;
        if (first >= n || view.word(first).mention == no_token) return;
        const std::uint32_t m = view.word(first).mention;
        if (view.mentions[m].first_token != first || !opens_clause(view.mentions[m])) return;
        for (std::uint32_t i = view.mentions[m].end_token; i < n; ++i) {
            if (const TimeExpression* t = time_at(i); t != nullptr && (t->clock || t->part != PartOfDay::none)) {
                ClaimDraft d = station(m, *t, {view.mentions[m].begin, view.mentions[m].end}, "place_with_a_clock");
                d.present = false;
                drafts.push_back(std::move(d));
                return;
            }
            if (!view.token(i).is(',') && !view.word(i).in_time && !at_last.has(view.token(i))) return;
        }
    }
};

}  // namespace

void read_stations(const SentenceReading& reading, ClaimDrafts& drafts) {
    if (drafts.empty() || reading.times->empty()) return;
    const ClaimDraft before = drafts.back();
    // The journey must be the matter in hand.
    if (before.paragraph != reading.view->sentence->paragraph || before.sentence + 2 < reading.view->sentence->index || before.event == ClaimEvent::last_seen) return;
    if (!is_told(before) && !is_ahead(before)) return;  // where a journey that was denied led is not told either
    const StationReader reader{reading, *reading.view, before, static_cast<std::uint32_t>(reading.view->size())};
    reader.follow(drafts);
    reader.inverted(drafts);
    reader.bare(drafts);
}

}  // namespace flightxref::detail
