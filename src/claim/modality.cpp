// SPDX-License-Identifier: BSL-1.0
#include "claim/modality.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

constexpr std::uint32_t none = no_token;

struct StanceReader {
    const SentenceView& view;
    std::uint32_t k;
    const VerbGroup& g;
    const std::vector<Subject>& subjects;
    const std::vector<SourceScope>& sources;

    const Token& tok(std::uint32_t i) const { return view.token(i); }
    const Word& word(std::uint32_t i) const { return view.word(i); }

    bool is_question() const {
        for (auto i = static_cast<std::uint32_t>(view.size()); i > g.head; --i) {
            const Token& t = tok(i - 1);
            if (t.is('?')) return true;
            if (t.kind != TokenKind::quote_close && !t.is(')')) return false;
        }
        return false;
    }

    /// The words quoted are a question, whatever comes behind them: "'Should I fly or take the train?' asks a reader".
    bool is_quoted_question() const {
        for (std::uint32_t i = g.head; i < view.size() && word(i).quoted; ++i) {
            const Token& t = tok(i);
            if (t.is('?')) return true;
            if (t.is('.') || t.is('!') || t.is(';')) return false;
        }
        return false;
    }

    /// "If confirmed, she would travel"
    bool is_conditional() const {
        if (!g.would) return false;
        for (std::uint32_t i = 0; i < g.first; ++i)
            if (tok(i).is("if") && word(i).mention == none && !(i > 0 && tok(i - 1).is("as"))) return true;
        return false;
    }

    /// "if", "whether", "unless" at the head of the clause, or of the one it is coordinated with.
    std::uint32_t hypothesis_word() const {
        std::uint32_t begin = view.clause_begin(g.first);
        for (int hops = 0; hops < 3; ++hops) {
            for (std::uint32_t i = begin; i < g.first && i < begin + 3; ++i) {
                const Token& t = tok(i);
                if (t.is("if") || t.is("whether") || t.is("unless") || t.is("lest")) return i;
                if (t.is("why") || t.is("how") || (t.is("when") && begin == 0 && is_question())) return none;
            }
            if (begin > 0 && word(begin).is(ClauseClass::coordinator) && !tok(begin).is("but")) begin = view.clause_begin(begin - 1);
            else break;
        }
        return none;
    }

    /// A report noun with its clause, then a verdict: "a claim that he left is false", "reports that ... were denied".
    std::uint32_t verdict_after() const {
        bool report = false;
        for (std::uint32_t i = 0; i < g.first; ++i) {
            const Token& t = tok(i);
            report = report || t.is("claim") || t.is("claims") || t.is("report") || t.is("reports") || t.is("story") || t.is("stories") || t.is("rumour") ||
                     t.is("rumours") || t.is("rumor") || t.is("rumors") || t.is("line") || t.is("tale") || t.is("tales") || t.is("assertion") || t.is("assertions") || t.is("account") || t.is("accounts") ||
                     t.is("version") || t.is("idea") || t.is("notion") || t.is("suggestion") || t.is("suggestions") ||
                     t.is("allegation") || t.is("allegations") || t.is("talk") || t.is("news") || t.is("theory") || t.is("post") || t.is("posts") || t.is("video");
        }
        if (!report) return none;
        for (std::uint32_t i = g.end; i < view.size(); ++i)
            if (word(i).is(ClauseClass::false_word) && word(i).mention == no_token) return i;
        return none;
    }

    /// "no evidence the plane left": the clause follows its noun without "that".
    std::uint32_t bare_content_clause() const {
        const std::uint32_t from = subjects[k].begin;
        if (from == none || from == 0 || from >= g.first) return none;
        const Token& t = tok(from - 1);
        return t.is("evidence") || t.is("proof") || t.is("sign") || t.is("indication") ? from : none;
    }

    /// A judgement that the clause hangs on: "it is not true that", "there is no evidence that", "it is false that".
    std::uint32_t verdict_before() const {
        constexpr std::uint32_t reach = 4;
        std::uint32_t that = view.clause_begin(g.first);
        if (that > 0 && !tok(that).is("that")) --that;
        if (!tok(that).is("that")) that = bare_content_clause();
        if (that == none) return none;
        for (std::uint32_t i = that; i > 0 && that - i < reach; --i) {
            const Token& t = tok(i - 1);
            if (word(i - 1).is(ClauseClass::false_word) && word(i - 1).mention == none) return i - 1;
            if (i < 2 || !(t.is("true") || t.is("evidence") || t.is("proof") || t.is("truth") || t.is("sign") || t.is("indication") || t.is("record") || t.is("trace"))) continue;
            for (std::uint32_t back = i - 1; back > 0 && i - back <= 3; --back)
                if (word(back - 1).any(bits(ClauseClass::negation, ClauseClass::no_word))) return i - 1;
        }
        return none;
    }

    /// "no plane", "neither jet", "not one of the planes": the subject itself says that nothing moved.
    bool denies_subject() const {
        const Subject& s = subjects[k];
        if (s.nobody || (g.governor != none && g.governor > 0 && word(g.governor).is(ClauseClass::perceive) && word(g.governor - 1).is(ClauseClass::no_word))) return true;  // "nobody saw the jet land"
        if (s.mentions.empty() || (s.inherited && s.rule != "coordination")) return false;
        const Mention& m = view.mentions[s.mentions.front()];
        for (std::uint32_t i = m.first_token; i <= m.head_token; ++i)
            if (word(i).is(ClauseClass::no_word)) return true;
        for (std::uint32_t i = m.first_token; i > 0; --i) {
            const Token& t = tok(i - 1);
            if (word(i - 1).is(ClauseClass::no_word) || (t.is("not") && i < view.size() && (tok(i).is("one") || tok(i).is("a")))) return true;
            if (!t.is("of") && !t.is("one") && !t.is("single") && !word(i - 1).is(ClauseClass::determiner)) return false;
        }
        return false;
    }

    /// Called off in the same sentence: behind "but", or said of the noun itself.
    std::uint32_t cancelled_after() const {
        for (std::uint32_t i = g.end; i < view.size(); ++i) {
            const Word& w = word(i);
            // "was due to leave on Friday; the departure was scrapped"
            if (tok(i).is(';') && !(i + 2 < view.size() && (tok(i + 1).is("the") || tok(i + 1).is("that") || tok(i + 1).is("this")) && word(i + 2).noun() != nullptr) && !(i + 1 < view.size() && (tok(i + 1).is("it") || tok(i + 1).is("that")))) return none;
            const auto led = [&](std::string_view verb, std::string_view particle) { return tok(i).is(verb) && i + 1 < view.size() && tok(i + 1).is(particle); };
            if (!(w.is(ClauseClass::cancel_word) || led("stood", "down")) || w.mention != no_token) continue;
            const bool complete = !tok(i).is("called") || led("called", "off");
            const bool struck = !tok(i).is("struck") || (i + 1 < view.size() && (tok(i + 1).is("out") || tok(i + 1).is("from") || tok(i + 1).is("off")));
            if (complete && struck) return i;
        }
        return none;
    }

    /// "was to leave on Tuesday but stayed": what was planned did not come. "... but got away at ten" tells how it came.
    std::uint32_t came_otherwise() const {
        for (std::uint32_t i = g.end; i < view.size(); ++i) {
            if (tok(i).is(';')) return none;
            if (!tok(i).is("but")) continue;
            // "but never did", "but it was not"
            for (std::uint32_t j = i + 1; j < view.size() && j < i + 4; ++j)
                if (word(j).is(ClauseClass::negation) && (j + 1 == view.size() || tok(j + 1).kind == TokenKind::punctuation || (tok(j + 1).is("did") && (j + 2 == view.size() || tok(j + 2).kind == TokenKind::punctuation)))) return i;
            for (std::uint32_t j = i + 1; j < view.size() && j < i + 5; ++j)
                if (tok(j).is("held") || tok(j).is("delayed")) return none;  // late is not called off
            for (const VerbGroup& other : view.groups) {
                if (other.noun || other.head <= i) continue;
                const bool moves = other.trigger != nullptr && !other.negated && other.trigger->sense != Sense::visit && other.trigger->sense != Sense::stay && other.trigger->sense != Sense::on_ground &&
                                   other.trigger->sense != Sense::be_in && other.trigger->sense != Sense::sit && other.trigger->sense != Sense::none && other.trigger->sense != Sense::turn_back && other.trigger->sense != Sense::divert;
                // "but the charter firm went bust": what else moved is no mover of ours
                const Subject& s = subjects[static_cast<std::size_t>(&other - view.groups.data())];
                return (moves && !(s.other && s.mentions.empty())) || other.will || other.be_to ? none : i;
            }
            return none;
        }
        return none;
    }

    /// "was to have left on Monday but got away on Tuesday"
    std::uint32_t came_in_the_end() const {
        for (std::uint32_t i = g.end; i < view.size() && !tok(i).is(';'); ++i)
            if (tok(i).is("but")) return came_otherwise() == none ? i : none;
        return none;
    }

    /// "who was to travel in it today, will instead take a commercial flight": another verb tells what comes in its place.
    std::uint32_t replaced() const {
        for (std::uint32_t i = g.end; i < view.size() && !tok(i).is(';'); ++i) {
            if (!tok(i).is("instead") || (i + 1 < view.size() && tok(i + 1).is("of"))) continue;
            constexpr std::uint32_t beside = 6;
            const auto takes_its_place = [&](const VerbGroup& other) { return !other.noun && other.head > g.end && !word(other.head).is(ClauseClass::say) && other.head + beside > i && other.head < i + beside && other.head != g.head; };
            if (std::any_of(view.groups.begin(), view.groups.end(), takes_its_place)) return i;
        }
        return none;
    }

    /// "cancelled plans to fly", "abandoned a plan to visit"
    std::uint32_t plan_given_up() const {
        if (g.governor == none || !(tok(g.governor).is("plan") || tok(g.governor).is("plans") || tok(g.governor).is("planned"))) return none;
        for (std::uint32_t i = g.governor; i > 0 && i + 4 > g.governor; --i) {
            if (word(i - 1).is(ClauseClass::cancel_word)) return i - 1;
            if (!word(i - 1).any(bits(ClauseClass::determiner, ClauseClass::possessive))) return none;
        }
        return none;
    }

    /// "The helicopter that was to take him there did not start": the main clause says that it did not come.
    std::uint32_t main_clause_negates() const {
        if (!subjects[k].rule.starts_with("relative")) return none;
        for (std::uint32_t i = g.end; i < view.size() && !tok(i).is(';') && !word(i).any(bits(ClauseClass::relative, ClauseClass::coordinator, ClauseClass::subordinator)); ++i)
            if (const std::uint32_t main = word(i).group; main != no_token && main != k && !view.groups[main].noun) return view.groups[main].negated && !view.groups[main].infinitive ? i : none;
        return none;
    }

    /// "did not land in Sebha, whatever the channels say": somebody tells it, and is not believed.
    bool contradicts_someone() const {
        for (std::uint32_t i = g.end; i + 1 < view.size(); ++i) {
            if (tok(i).is("contrary") && tok(i + 1).is("to")) return true;
            if (!tok(i).is("whatever") && !(tok(i).is("no") && tok(i + 1).is("matter"))) continue;
            for (std::uint32_t j = i + 1; j < view.size() && tok(j).kind != TokenKind::punctuation; ++j)
                if (word(j).is(ClauseClass::say)) return true;
        }
        return false;
    }

    /// "are to take off from Dajabon but stay put"
    std::uint32_t stays_put() const {
        for (std::uint32_t i = g.end; i + 1 < view.size() && !tok(i).is(';'); ++i)
            if (tok(i).is("but")) return i + 2 < view.size() && (tok(i + 1).is("stay") || tok(i + 1).is("remain")) && (tok(i + 2).is("put") || tok(i + 2).is("where")) ? i : none;
        return none;
    }

    /// "It is possible that he will", "perhaps the jet had", "more likely she went".
    std::uint32_t possibility_word() const {
        const std::uint32_t begin = view.clause_begin(g.first);
        if (begin > 0 && tok(begin).is("that") && (tok(begin - 1).is("possible") || tok(begin - 1).is("conceivable") || tok(begin - 1).is("likely") || tok(begin - 1).is("probable"))) return begin - 1;
        for (std::uint32_t i = begin; i < g.first && i < begin + 3; ++i) {
            if (word(i).mention != no_token) break;
            if (tok(i).is("perhaps") || tok(i).is("maybe") || tok(i).is("possibly") || tok(i).is("probably") || tok(i).is("presumably")) return i;
            if (tok(i).is("likely") && i > begin && (tok(i - 1).is("more") || tok(i - 1).is("most"))) return i;
        }
        return none;
    }

    /// The verb of seeming whose "that" clause this is: "it does not appear that he will visit", "it seems the jet left".
    const VerbGroup* seeming() const {
        const std::uint32_t begin = view.clause_begin(g.first);
        for (const VerbGroup& other : view.groups) {
            if (other.noun || other.infinitive || other.head >= g.first || !word(other.head).is(ClauseClass::seem_word)) continue;
            if (other.passive || other.head + 1 >= view.size()) continue;
            if (tok(other.head + 1).is("that") && (begin == other.head + 1 || begin == view.clause_begin(other.head))) return &other;
        }
        return nullptr;
    }

    /// "reported smoke in the cabin and turned back": what is said is a noun, and the speaker does the rest.
    bool is_deed_of_speaker(const SourceScope& s) const {
        if (s.rule != "leading_source" || s.verb >= k || !subjects[k].inherited) return false;
        std::uint32_t object = view.groups[s.verb].head + 1;
        while (object < view.size() && word(object).is(ClauseClass::determiner) && !tok(object).is("that")) ++object;
        if (object >= g.first || tok(object).kind != TokenKind::word || word(object).classes != 0 || word(object).mention != none || word(object).in_time || word(object).group != none) return false;
        std::uint32_t i = g.first;
        while (i > object && (word(i - 1).is(ClauseClass::adverb) || word(i - 1).in_time) && !word(i - 1).is(ClauseClass::coordinator)) --i;
        return tok(i - 1).is("and") || tok(i - 1).is("but") || tok(i - 1).is("then") || tok(i - 1).is("before");
    }

    /// "is said to have been in Tehran, which Caracas denies"
    std::uint32_t denied_by_relative() const {
        for (std::uint32_t i = g.end; i + 2 < view.size() && !tok(i).is(';'); ++i) {
            if (!tok(i).is(',') || !tok(i + 1).is("which")) continue;
            const auto verb = std::find_if(view.groups.begin(), view.groups.end(), [&](const VerbGroup& other) { return !other.noun && other.first > i + 1; });
            if (verb == view.groups.end()) continue;
            const bool ends = verb->head + 1 >= view.size() || tok(verb->head + 1).kind == TokenKind::punctuation;
            const bool denies = word(verb->head).is(ClauseClass::deny) && !verb->negated && !verb->passive;
            return denies && ends && verb->first > i + 2 ? verb->head : none;
        }
        return none;
    }

    /// The verb a participle or a "when" clause goes with: "will fly to Rome, landing at noon", "stays until Friday, when a jet takes him on".
    std::uint32_t verb_it_goes_with() const {
        const auto opens_when = [&](const VerbGroup& group) {
            const std::uint32_t begin = view.clause_begin(group.first);
            return tok(begin).is("when") && begin > 1 && (word(begin - 1).in_time || word(begin - 2).in_time);
        };
        const bool when = g.present && !g.perfect && opens_when(g);
        if (!(g.participle && subjects[k].rule == "participle_of_clause") && !when) return none;
        for (std::uint32_t main = k; main-- > 0;)
            if (const VerbGroup& other = view.groups[main]; !other.noun && !other.participle && !other.gerund) return when && opens_when(other) ? none : main;
        return none;
    }

    const SourceScope* source() const {
        for (const SourceScope& s : sources) {
            if (s.verb == k || g.head < s.begin || g.head >= s.end || is_deed_of_speaker(s)) continue;
            return &s;
        }
        return nullptr;
    }
};

}  // namespace

bool is_futurate(const ClaimDraft& d, const VerbGroup& g, bool plural_subject, CivilDate published) {
    const bool present = d.present && (g.present || (plural_subject && g.bare && (g.forms & form_past) == 0));  // "the teams go up to Rome on Thursday"
    if (!present || g.perfect || g.noun || g.infinitive || d.gerund || d.future) return false;
    if (d.modality != Modality::asserted && d.modality != Modality::reported) return false;
    if (g.trigger == nullptr || d.event == ClaimEvent::on_ground || d.event == ClaimEvent::circle || d.event == ClaimEvent::last_seen) return false;
    if (g.passive && !g.progressive && (g.forms & form_participle) == 0) return false;
    const auto ahead = [&](const TimeExpression& t) {
        if (t.hedge == TimeHedge::since) return false;
        if (t.offset.direction == OffsetDirection::ahead || t.period.relation == PeriodRelation::next || t.period.relation == PeriodRelation::coming || t.part == PartOfDay::tonight) return true;
        switch (t.day.kind) {
            // "is in Rome on Friday", written on that day, tells of now
            case DayKind::weekday:
            case DayKind::this_weekday: return g.trigger->verb != "be" || published.is_special() || t.day.weekday != published.day_of_week();
            case DayKind::next_weekday: return true;
            case DayKind::from_publication: return t.day.offset > 0;
            case DayKind::date: {
                if (published.is_special() || t.day.month < 1 || t.day.day < 1) return false;
                const int today = published.month() * 31 + published.day(), then = t.day.month * 31 + t.day.day;
                if (t.day.year != 0 && t.day.year != published.year()) return t.day.year > published.year();
                constexpr int two_months = 62;
                if (g.trigger->verb == "be" && then == today) return false;
                return then >= today ? then - today <= two_months : then + 12 * 31 - today <= two_months;
            }
            default: return false;
        }
    };
    return (d.time && ahead(d.time->expression)) || (d.day && ahead(d.day->expression));
}

Stance read_stance(const SentenceView& view, std::uint32_t group, const std::vector<Subject>& subjects, const std::vector<SourceScope>& sources) {
    const VerbGroup& g = view.groups[group];
    const StanceReader read{view, group, g, subjects, sources};
    Stance stance;
    stance.source = read.source();
    const auto set = [&](Modality modality, std::string_view rule, std::uint32_t at = no_token) {
        stance.modality = modality;
        stance.rule = rule;
        stance.word = at;
    };
    const auto refuse = [&](std::string_view rule, std::uint32_t at = no_token) {
        stance.no_claim = true;
        stance.rule = rule;
        stance.word = at;
    };
    const bool governed = g.governor != no_token;
    const ClauseClasses governors = g.governors;
    const auto governed_by = [&](ClauseClass c) { return (governors & bit(c)) != 0; };

    if (read.is_question() && !view.word(g.head).quoted) return refuse("question"), stance;
    if (view.word(g.head).quoted && read.is_quoted_question()) return refuse("question"), stance;
    if (read.is_conditional()) return refuse("hypothesis"), stance;
    if (g.hypothesis) return refuse("counterfactual"), stance;
    if (const std::uint32_t at = read.hypothesis_word(); at != no_token) return refuse("hypothesis", at), stance;
    if (g.would && g.perfect && !governed) return refuse("counterfactual"), stance;
    // "should be home tomorrow", "should land by six": a forecast, not a duty
    const bool forecast = view.token(g.first).is("should") && g.trigger != nullptr && !g.negated && (g.trigger->verb == "be" || g.trigger->sense == Sense::arrive);
    if (g.must && !g.perfect && !forecast) return refuse("obligation"), stance;
    // "was cleared to land": leave to do it, not the deed.
    if (governed && !g.negated && view.token(g.governor).is("cleared")) return refuse("permission"), stance;
    // "before their flight departs": the time of something else.
    if (g.present && !g.perfect && !g.progressive && g.first == g.head) {
        const std::uint32_t begin = view.clause_begin(g.first);
        if (view.token(begin).is("before") || view.token(begin).is("until") || view.token(begin).is("once") || view.token(begin).is("whenever")) return refuse("time_clause", begin), stance;
    }

    for (const SourceScope& s : sources)
        if (s.denies && g.head >= s.begin && g.head < s.end && (stance.source == nullptr || stance.source == &s || stance.source->end >= s.end)) {
            stance.source = &s;
            return set(Modality::denied, "denied_by", view.groups[s.verb].head), stance;
        }
    if (const std::uint32_t at = read.verdict_after(); at != no_token) {
        // The rejection is the outlet's own; a source that only opens the sentence reported the tale.
        if (stance.source != nullptr && stance.source->rule == "leading_source" && stance.source->source_begin < g.first && !stance.source->denies) stance.source = nullptr;
        return set(Modality::denied, "verdict", at), stance;
    }
    if (const std::uint32_t at = read.verdict_before(); at != no_token) return set(Modality::denied, "verdict", at), stance;
    // "was to have flown to Rome": it did not
    const bool unfulfilled = g.be_to && g.perfect && !g.present && !g.negated;
    const bool due_in_past = g.trigger != nullptr && g.trigger->sense == Sense::due && g.past && !g.present;
    const bool planned_in_past = due_in_past || ((governed_by(ClauseClass::plan_word) || g.be_to || governed_by(ClauseClass::expect_word)) && !g.governed_present && !g.present);
    if (planned_in_past || g.noun || g.will || g.would) {
        if (const std::uint32_t at = read.cancelled_after(); at != no_token) return set(Modality::cancelled, "called_off", at), stance;
    }
    if (const std::uint32_t at = read.plan_given_up(); at != no_token) return set(Modality::cancelled, "called_off", at), stance;
    if (planned_in_past && !governed_by(ClauseClass::expect_word)) {
        if (const std::uint32_t at = read.main_clause_negates(); at != no_token) return set(Modality::cancelled, "planned_but", at), stance;
        if (const std::uint32_t at = read.came_otherwise(); at != no_token) return set(Modality::cancelled, "planned_but", at), stance;
        if (const std::uint32_t at = read.replaced(); at != no_token) return set(Modality::cancelled, "planned_but", at), stance;
    }
    if (unfulfilled && read.came_in_the_end() == no_token) return set(Modality::cancelled, "planned_but", g.first), stance;
    if (g.be_to && g.present)
        if (const std::uint32_t at = read.stays_put(); at != no_token) return set(Modality::cancelled, "planned_but", at), stance;
    if (const VerbGroup* seems = read.seeming(); seems != nullptr) {
        stance.future = g.will || g.be_to || g.may;
        if (seems->negated != g.negated) return set(Modality::negated, "raised_negation", seems->first), stance;
        if (!g.negated) return set(Modality::possible, "appearance", seems->head), stance;
    }
    if (const std::uint32_t at = read.possibility_word(); at != no_token && !g.negated) {
        stance.future = g.will || g.be_to || g.may;
        return set(Modality::possible, "possibility", at), stance;
    }
    const bool negative_governor = governed_by(ClauseClass::refuse_word) || governed_by(ClauseClass::deny);
    bool nowhere = g.end < view.size() && view.token(g.end).is("nowhere");
    if (g.negated || negative_governor || read.denies_subject() || nowhere) {
        // "It never entered our airspace, the army said": who says of what is past that it did not happen rejects it.
        const bool of_past = g.negated && !negative_governor && !g.will && !g.be_to && !g.would && !g.can && !g.may && (g.past || (g.forms & form_past) != 0) && !g.present && !g.perfect;
        const bool told_otherwise = g.negated && read.contradicts_someone();
        const bool rejects = told_otherwise || (stance.source != nullptr && !stance.source->data && (stance.source->insists || (of_past && (stance.source->type == "official" || stance.source->type == "person"))));
        set(rejects ? Modality::denied : Modality::negated, negative_governor ? "refusal" : "negation", g.first);
        stance.future = g.will || g.be_to || governed_by(ClauseClass::expect_word) || (g.would && !g.perfect);
        return stance;
    }
    // "tried to land in Sochi but gave up"
    if (governed_by(ClauseClass::try_word) && !g.governed_present)
        for (std::uint32_t i = g.end; i < view.size() && !view.token(i).is(';'); ++i)
            if (view.token(i).is("but")) return set(Modality::negated, "attempt_failed", g.governor), stance;
    if (g.may || governed_by(ClauseClass::seem_word) || (g.can && !g.past && view.token(g.first).is("could"))) {
        const bool plain_past = !g.infinitive && (g.forms & form_past) != 0 && (g.forms & form_base) == 0 && !g.passive && !g.progressive;  // "apparently left"
        stance.future = !g.perfect && !plain_past;
        return set(Modality::possible, "possibility", g.first), stance;
    }
    if (forecast) {
        stance.future = true;
        return set(Modality::expected, "expectation", g.first), stance;
    }
    if (governed_by(ClauseClass::expect_word)) {
        stance.future = g.governed_present || g.will || g.present;
        return set(Modality::expected, "expectation", g.governor), stance;
    }
    const bool plan = g.will || g.be_to || (governed_by(ClauseClass::plan_word) && !governed_by(ClauseClass::transparent));
    if (plan) {
        stance.future = g.will || g.governed_present || (g.governor == no_token ? g.present : g.governed_present);
        stance.plan = true;
        return set(Modality::planned, "plan", g.governor != no_token ? g.governor : g.first), stance;
    }
    if (g.would) {
        stance.future = true;
        if (stance.source == nullptr) return refuse("bare_would"), stance;
        return set(Modality::planned, "backshifted_will", g.first), stance;
    }
    if (const std::uint32_t main = read.verb_it_goes_with(); main != no_token) {
        const Stance of_main = read_stance(view, main, subjects, sources);
        const VerbGroup& other = view.groups[main];
        if (!of_main.no_claim && !g.participle && other.present && !other.perfect && of_main.modality == Modality::asserted) {  // "stays until Friday, when a jet takes him on"
            stance.future = true;
            return set(Modality::planned, "shared_modality", other.head), stance;
        }
        const bool ahead = of_main.modality == Modality::planned || of_main.modality == Modality::expected || of_main.modality == Modality::possible || of_main.modality == Modality::cancelled;
        if (!of_main.no_claim && ahead) {
            stance.future = of_main.future;
            return set(of_main.modality, "shared_modality", view.groups[main].head), stance;
        }
    }
    if (const std::uint32_t at = read.denied_by_relative(); at != no_token) return set(Modality::denied, "denied_by", at), stance;
    if (governed_by(ClauseClass::report_word)) return set(Modality::reported, "hearsay", g.governor), stance;
    for (std::uint32_t i = 0; i + 1 < g.first; ++i) {
        const Token& t = view.token(i);
        if ((t.is("reports") || t.is("report") || t.is("rumours") || t.is("rumors") || t.is("rumour")) && view.token(i + 1).is("that") && view.clause_begin(g.first) <= i + 1 &&
            (stance.source == nullptr || !stance.source->data)) return set(Modality::reported, "report_that", i), stance;
    }
    if (stance.source != nullptr && !stance.source->data) return set(Modality::reported, stance.source->rule, stance.source->source_begin), stance;
    if (view.word(g.head).quoted && view.word(g.first).quoted && stance.source == nullptr) {
        bool whole = true;
        for (const Token& t : view.sentence->tokens) whole = whole && t.kind != TokenKind::quote_close;
        if (view.sentence->quoted || (whole && view.token(0).kind == TokenKind::quote_open)) return set(Modality::reported, "open_quotation"), stance;
    }
    return stance;
}

}  // namespace flightxref::detail
