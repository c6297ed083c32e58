// SPDX-License-Identifier: BSL-1.0
#include "claim/arguments.hpp"

#include <algorithm>
#include <array>

namespace flightxref::detail {
namespace {

using namespace std::string_view_literals;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool ends_with_word(std::string_view phrase, std::string_view word) {
    return phrase.ends_with(word) && (phrase.size() == word.size() || phrase[phrase.size() - word.size() - 1] == ' ');
}

TravelMode mode_of(CarrierMode mode) {
    switch (mode) {
        case CarrierMode::air: return TravelMode::air;
        case CarrierMode::rail: return TravelMode::rail;
        case CarrierMode::road: return TravelMode::road;
        case CarrierMode::sea: return TravelMode::sea;
    }
    return TravelMode::unknown;
}

/// "by train", "by car": the noun is no mention of a carrier of its own.
TravelMode stated_mode(const Token& noun) {
    constexpr std::array air = {"air"sv, "plane"sv, "helicopter"sv, "jet"sv, "aircraft"sv, "airline"sv};
    constexpr std::array rail = {"train"sv, "rail"sv, "railway"sv, "railroad"sv};
    constexpr std::array road = {"car"sv, "road"sv, "bus"sv, "coach"sv, "land"sv, "motorcade"sv, "truck"sv, "lorry"sv, "limousine"sv, "ambulance"sv, "taxi"sv};
    constexpr std::array sea = {"sea"sv, "ship"sv, "boat"sv, "ferry"sv, "yacht"sv};
    if (one_of(noun.folded, air)) return TravelMode::air;
    if (one_of(noun.folded, rail)) return TravelMode::rail;
    if (one_of(noun.folded, road)) return TravelMode::road;
    if (one_of(noun.folded, sea)) return TravelMode::sea;
    return TravelMode::unknown;
}

/// Said of what is over when the text is published, whatever the tense: "last month", "yesterday", "two days ago".
bool is_past(const TimeExpression& x) {
    return x.offset.direction == OffsetDirection::ago || x.period.relation == PeriodRelation::last || x.period.relation == PeriodRelation::past ||
           x.day.kind == DayKind::last_weekday || (x.day.kind == DayKind::from_publication && x.day.offset < 0);
}

struct Collector {
    const SentenceView& view;
    const Mentions& mentions;
    const VerbGroup& g;
    const Subject& subject;
    Arguments& out;

    const Token& tok(std::uint32_t i) const { return view.token(i); }

    bool in_subject(std::uint32_t m) const {
        return std::find(subject.mentions.begin(), subject.mentions.end(), m) != subject.mentions.end();
    }

    void add_place(std::uint32_t m) const {
        const Mention& x = view.mentions[m];
        PlaceArgument a;
        a.mention = m;
        a.list_end = m + 1;
        while (a.list_end < view.mentions.size() && view.mentions[a.list_end].continues && view.mentions[a.list_end].kind == MentionKind::place) {
            if (!view.mentions[a.list_end].nested) ++a.list_size;
            ++a.list_end;
        }
        a.fronted = x.end_token <= g.first;
        if (a.fronted && x.possessive && x.preposition == "of") return;  // "a 747 of Qatar's Amiri Flight landed"
        const std::string_view p = x.preposition;
        a.way = p.find("bound") != std::string_view::npos || p.find("head") != std::string_view::npos || p.find("way to") != std::string_view::npos || p.find("route") != std::string_view::npos;
        if (p.empty()) {
            // The object stands right behind the verb.
            bool close = x.first_token >= g.head + 1;
            for (std::uint32_t i = g.end; close && i < x.first_token; ++i)
                close = view.word(i).any(bits(ClauseClass::determiner, ClauseClass::adverb, ClauseClass::possessive)) || view.word(i).in_time;
            a.role = close || g.passive ? PlaceRole::object : PlaceRole::at;
            if (!close && !x.continues && x.first_token < g.first && !g.passive) return;
            if (!close && x.first_token > g.head && !view.word(x.first_token).in_time) {
                // a bare noun phrase further on: an apposition or part of another name
                if (x.first_token > 0 && !tok(x.first_token - 1).is(',') && !tok(x.first_token - 1).is(':')) a.role = PlaceRole::object;
                else return;
            }
        } else {
            a.role = role_of_preposition(p);
        }
        out.places.push_back(a);
    }

    void add_person(std::uint32_t m) const {
        const Mention& x = view.mentions[m];
        const std::string_view p = x.preposition;
        // "for talks with B", "to meet with B": who is met does not come along.
        constexpr std::array meetings = {"talks"sv, "meeting"sv, "meetings"sv, "summit"sv, "negotiations"sv, "consultations"sv, "discussions"sv, "dinner"sv, "lunch"sv, "meet"sv, "interview"sv, "speak"sv, "appointment"sv};
        for (std::uint32_t i = x.first_token; p == "with" && i > g.head + 1 && i + 4 > x.first_token; --i)
            if (tok(i - 1).is("with")) {
                if (one_of(tok(i - 2).folded, meetings)) return;
                break;
            }
        if (p == "with" || p == "carrying" || p == "alongside" || p == "accompanied by") {
            out.passengers.push_back(m);
            return;
        }
        if (p.empty() && x.first_token >= g.head + 1) {
            bool close = true;
            for (std::uint32_t i = g.head + 1; close && i < x.first_token; ++i)
                close = view.word(i).any(bits(ClauseClass::determiner, ClauseClass::adverb, ClauseClass::possessive)) || (i < g.end);
            if (close || x.continues) out.objects.push_back(m);
        }
    }

    void add_carrier(std::uint32_t m) const {
        const Mention& x = view.mentions[m];
        const std::string_view p = x.preposition;
        if (!p.empty() && x.first_token > 1 && tok(x.first_token - 2).is("not")) return;  // "by sea, not by train"
        if (p == "on" || p == "aboard" || p == "in" || p == "by" || p == "on board" || p == "onboard" || p == "with" || p == "using" || p == "inside" ||
            p == "into" || p == "off" || p == "from" || p == "onto") {
            out.aboard.push_back(m);
        } else if (p.empty() && x.first_token >= g.head + 1) {
            bool close = true;
            for (std::uint32_t i = g.head + 1; close && i < x.first_token; ++i)
                close = view.word(i).any(bits(ClauseClass::determiner, ClauseClass::adverb, ClauseClass::possessive)) || (i < g.end);
            if (close) out.objects.push_back(m);
        }
    }
};

/// "carrying X", "ferrying his wife and X"
bool is_carried(const SentenceView& view, std::uint32_t m) {
    constexpr std::array carriers = {"carrying"sv, "ferrying"sv, "transporting"sv, "bringing"sv, "bearing"sv, "carried"sv, "carries"sv, "ferried"sv, "transported"sv};
    while (m > 0 && view.mentions[m].continues && view.mentions[m - 1].kind == MentionKind::person) --m;
    std::uint32_t at = view.mentions[m].first_token;
    while (at > 0 && view.word(at - 1).any(bits(ClauseClass::determiner, ClauseClass::possessive)) && view.word(at - 1).group == no_token) --at;
    return at > 0 && one_of(view.token(at - 1).folded, carriers);
}

/// "landed, the ministry said, at 13:20": where the clause goes on behind a remark on its source that begins at a token; no_token when none does.
std::uint32_t behind_remark(const SentenceView& view, std::uint32_t begin) {
    constexpr std::uint32_t longest = 7;
    if (begin == 0 || begin >= view.size() || !view.token(begin - 1).is(',')) return no_token;
    bool says = false;
    for (std::uint32_t i = begin; i + 1 < view.size() && i < begin + longest; ++i) {
        if (view.token(i).is(',')) {
            const Word& next = view.word(i + 1);
            return says && (next.in_time || (next.is(ClauseClass::preposition) && next.group == no_token)) ? i + 1 : no_token;
        }
        const Word& w = view.word(i);
        if (w.mention != no_token && view.mentions[w.mention].kind == MentionKind::place) return no_token;
        says = says || (w.is(ClauseClass::say) && w.mention == no_token);
    }
    return no_token;
}

}  // namespace

bool is_dashed_pair(const SentenceView& view, const PlaceArgument& place) {
    const Mention& m = view.mentions[place.mention];
    if (place.role != PlaceRole::object || m.end_token + 1 >= view.size() || !view.token(m.end_token).is('-')) return false;
    const std::uint32_t next = view.word(m.end_token + 1).mention;
    return next != no_token && view.mentions[next].kind == MentionKind::place;
}

PlaceRole role_of_preposition(std::string_view p) {
    constexpr std::array source = {"from"sv, "out of"sv, "coming from"sv, "inbound from"sv, "away from"sv, "leaving"sv, "arriving from"sv, "back from"sv};
    constexpr std::array goal = {"to"sv, "into"sv, "for"sv, "toward"sv, "towards"sv, "onto"sv, "bound for"sv, "heading for"sv, "headed for"sv, "heading to"sv, "headed to"sv,
                                 "on to"sv, "back to"sv, "en route to"sv, "destined for"sv, "home to"sv, "heading toward"sv, "heading towards"sv, "up to"sv, "over to"sv, "across to"sv, "down to"sv};
    constexpr std::array path = {"over"sv, "across"sv, "through"sv, "above"sv, "past"sv, "along"sv, "between"sv, "around"sv};
    constexpr std::array via = {"via"sv, "by way of"sv};
    constexpr std::array off = {"off"sv, "off of"sv};
    if (one_of(p, source)) return PlaceRole::source;
    if (one_of(p, goal)) return PlaceRole::goal;
    if (one_of(p, path)) return PlaceRole::path;
    if (one_of(p, via)) return PlaceRole::via;
    if (one_of(p, off)) return PlaceRole::off;
    if (ends_with_word(p, "for") || ends_with_word(p, "to")) return PlaceRole::goal;
    if (ends_with_word(p, "from")) return PlaceRole::source;
    return PlaceRole::at;
}

Arguments find_arguments(const SentenceView& view, const Mentions& mentions, std::uint32_t group, const std::vector<Subject>& subjects,
                         const std::vector<TimeExpression>& times) {
    const VerbGroup& g = view.groups[group];
    Arguments out;
    out.begin = view.clause_begin(g.first);
    out.end = view.clause_end(std::max(g.head, g.end - 1));
    // A clause may be cut by a remark between its verb and the rest; a relative clause ends at the next comma.
    const Collector collect{view, mentions, g, subjects[group], out};
    // Verbs between the subject and this verb own what lies between them.
    std::uint32_t own_begin = out.begin;
    for (const VerbGroup& other : view.groups)
        if (!other.noun && other.head < g.first && other.head >= out.begin && !(g.governor != no_token && other.head == g.governor)) own_begin = std::max(own_begin, other.end);
    // What stands before the coordinator of a verb without a subject of its own belongs to the verb before it.
    if (own_begin > out.begin)
        for (std::uint32_t i = own_begin; i < g.first; ++i)
            if (view.word(i).any(bits(ClauseClass::coordinator)) && view.word(i).mention == no_token && (subjects[group].inherited || view.token(i - 1).is(','))) own_begin = i;
    for (const VerbGroup& other : view.groups)
        if (!other.noun && other.head > g.head && other.first >= g.end && other.first < out.end && !other.infinitive) {
            out.end = std::min(out.end, other.first);
            break;
        }
    const std::uint32_t remark = out.end, onward = behind_remark(view, remark);
    if (onward != no_token) out.end = view.clause_end(onward);
    // "accepted an invitation to visit B during their summit last month": what is over dates the acceptance and not the visit to come.
    if (g.infinitive && g.governor != no_token && !g.be_to && view.word(g.governor).is(ClauseClass::plan_word))
        for (const TimeExpression& x : times)
            if (x.first_token >= g.end && x.first_token < out.end && is_past(x)) {
                std::uint32_t cut = x.first_token;
                for (std::uint32_t i = cut; i > g.end; --i)
                    if (view.token(i - 1).is("during") || view.token(i - 1).is("at")) cut = i - 1;
                out.end = cut;
                break;
            }
    for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
        const Mention& x = view.mentions[m];
        if (x.nested || x.first_token < own_begin || x.first_token >= out.end || view.word(x.first_token).aside) continue;
        if (onward != no_token && x.first_token >= remark && x.first_token < onward) continue;
        if (x.kind == MentionKind::place) {
            // Members of a list come with its first.
            if (x.continues && !out.places.empty() && m < out.places.back().list_end) continue;
            collect.add_place(m);
        } else if (collect.in_subject(m)) {
            continue;
        } else if (x.kind == MentionKind::person) {
            collect.add_person(m);
        } else {
            collect.add_carrier(m);
        }
    }
    // "the weekly ATR to Funafuti, FJ281, which left Nausori": where the craft goes is said with it, before the relative clause.
    if (const Subject& subject = subjects[group]; std::string_view(subject.rule).starts_with("relative") && !subject.mentions.empty() && view.mentions[subject.mentions.front()].kind == MentionKind::carrier) {
        const std::uint32_t craft = view.mentions[subject.mentions.front()].entity;
        std::uint32_t behind = no_token;  // the token behind the words for the craft
        for (std::uint32_t m = 0; m < view.mentions.size() && view.mentions[m].first_token < out.begin; ++m) {
            const Mention& x = view.mentions[m];
            if (x.kind == MentionKind::carrier && x.entity == craft && craft != no_entity) behind = x.end_token;
            if (x.kind != MentionKind::place || x.nested || behind == no_token || x.first_token != behind + 1) continue;
            const Token& preposition = view.token(behind);
            if (!preposition.is("to") && !preposition.is("for") && !preposition.is("from")) continue;
            collect.add_place(m);
            behind = x.end_token;
        }
    }
    // "for Shannon, where it refuelled": at the place the relative clause hangs on.
    const auto leads_anywhere = [](const PlaceArgument& a) { return a.role == PlaceRole::at || a.role == PlaceRole::goal || a.role == PlaceRole::object; };
    if (const std::uint32_t where = own_begin; where > 0 && where < view.size() && view.token(where).is("where") && std::none_of(out.places.begin(), out.places.end(), leads_anywhere)) {
        const std::uint32_t end = view.token(where - 1).is(',') ? where - 1 : where;
        for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
            const Mention& x = view.mentions[m];
            if (x.kind != MentionKind::place || x.nested || x.possessive || x.end_token != end) continue;
            PlaceArgument a;
            a.mention = m;
            a.list_end = m + 1;
            a.role = PlaceRole::at;
            out.places.push_back(a);
        }
    }
    // ", bound for Tripoli" stands behind the clause and belongs to it.
    for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
        const Mention& x = view.mentions[m];
        if (x.nested || x.kind != MentionKind::place || x.first_token < out.end || view.word(x.first_token).aside) continue;
        const std::string_view p = x.preposition;
        const bool way = p.find("bound") != std::string_view::npos || p.find("heading") != std::string_view::npos || p.find("headed") != std::string_view::npos || p.find("en route") != std::string_view::npos;
        bool verb_between = false;
        for (const VerbGroup& other : view.groups) verb_between = verb_between || (!other.noun && other.head >= out.end && other.head + 2 < x.first_token && !other.participle);
        if (way && !verb_between) {
            PlaceArgument a;
            a.mention = m;
            a.list_end = m + 1;
            a.role = PlaceRole::goal;
            a.way = true;
            out.places.push_back(a);
            break;
        }
    }
    // ", two days before his term ran out, on the air force A319": the means stands behind a remark and belongs to the journey.
    if (out.aboard.empty() && g.trigger != nullptr)
        for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
            const Mention& x = view.mentions[m];
            if (x.nested || x.kind != MentionKind::carrier || x.first_token < out.end || (x.preposition != "on" && x.preposition != "aboard" && x.preposition != "on board")) continue;
            const bool other = std::any_of(view.groups.begin(), view.groups.end(), [&](const VerbGroup& v) { return v.head > g.head && v.head < x.first_token && (v.trigger != nullptr || v.noun || view.word(v.head).is(ClauseClass::say)); });
            const std::uint32_t before = x.first_token >= 2 ? x.first_token - 2 : 0;
            bool cut = false;
            for (std::uint32_t i = out.end; i < x.first_token; ++i) cut = cut || view.token(i).is(';') || view.word(i).any(bits(ClauseClass::relative));
            if (other || cut || !view.token(before).is(',')) break;
            out.aboard.push_back(m);
            break;
        }
    // "with X on board" and "carrying X" belong to the subject wherever they stand in its clause.
    for (std::uint32_t m = 0; m < view.mentions.size(); ++m) {
        const Mention& x = view.mentions[m];
        if (x.kind != MentionKind::person || x.nested || x.end_token > g.first || x.first_token < out.begin) continue;
        if ((x.preposition == "with" && x.end_token <= own_begin) || is_carried(view, m)) out.passengers.push_back(m);
    }
    for (std::uint32_t i = std::max(out.begin, g.first); i + 1 < out.end; ++i) {
        if (!view.token(i).is("by") && !view.token(i).is("overland")) continue;
        if (view.token(i).is("overland")) out.stated_mode = TravelMode::road;
        else if (const TravelMode mode = stated_mode(view.token(view.token(i + 1).is("the") && i + 2 < out.end ? i + 2 : i + 1)); mode != TravelMode::unknown && !(i > 0 && view.token(i - 1).is("not"))) out.stated_mode = mode;
    }
    if (out.begin < out.end && view.token(out.end - 1).is("overland")) out.stated_mode = TravelMode::road;
    for (const std::uint32_t m : out.aboard)
        if (out.stated_mode == TravelMode::unknown) out.stated_mode = mode_of(mentions.carrier(view.mentions[m]).mode);
    for (std::uint32_t t = 0; t < times.size(); ++t) {
        const TimeExpression& x = times[t];
        if (x.attribution || x.first_token < own_begin || x.first_token >= out.end || view.word(x.first_token).aside) continue;
        if (x.first_token < g.first && subjects[group].begin != no_token && x.first_token > subjects[group].begin && x.last_token < g.first && view.word(x.first_token).mention != no_token) continue;
        // "on the 15th, a Tuesday,": the same day once more.
        if (x.day.indefinite && x.first_token > 1 && view.token(x.first_token - 1).is(',') && view.word(x.first_token - 2).in_time) continue;
        if (x.first_token == x.last_token && view.token(x.first_token).is("now")) continue;  // says that it is news, not when
        out.times.push_back(t);
    }
    return out;
}

}  // namespace flightxref::detail
