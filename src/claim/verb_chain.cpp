// SPDX-License-Identifier: BSL-1.0
#include "claim/verb_finder.hpp"

#include <algorithm>

namespace flightxref::detail {

namespace {

constexpr ClauseClasses governor_words = bits(ClauseClass::plan_word, ClauseClass::expect_word, ClauseClass::report_word, ClauseClass::seem_word,
                                            ClauseClass::refuse_word, ClauseClass::try_word, ClauseClass::transparent, ClauseClass::deny,
                                            ClauseClass::cancel_word);

}  // namespace

bool GroupFinder::chain_goes_on(std::uint32_t i) const {
    while (i > 0 && (word(i).in_time || (is_adverb(i) && word(i).mention == no_token))) --i;
    return word(i).any(auxiliary_words) && !word(i).in_time;
}

void GroupFinder::read_inversion(VerbGroup& g) const {
    if (g.first != g.head || g.infinitive || (g.forms & form_base) == 0 || g.head == 0) return;
    std::uint32_t i = g.head;
    for (std::uint32_t steps = 0; i > 0 && steps < 12; ++steps) {
        --i;
        if (tok(i).is(';') || word(i).any(bits(ClauseClass::relative)) || tok(i).is("to")) return;
        if (word(i).any(bits(ClauseClass::do_, ClauseClass::will, ClauseClass::can, ClauseClass::would)) && word(i).mention == no_token && i + 1 < g.head) {
            bool fronted = i == 0, until = false, no = false;
            for (std::uint32_t j = i, back = 0; j > 0 && back < 6; ++back) {
                --j;
                no = no || word(j).any(bits(ClauseClass::negation, ClauseClass::no_word)) || tok(j).is("nor");
                if (word(j).is(ClauseClass::no_word) && j > 0 && word(j - 1).is(ClauseClass::preposition)) fronted = true;  // "at no point", "under no circumstances"
                if (back == 0 && (tok(j).is("never") || tok(j).is("neither") || tok(j).is("nowhere"))) fronted = true;
                until = until || tok(j).is("until") || tok(j).is("only");
                if (tok(j).is("only") || tok(j).is("nor") || word(j).in_time || tok(j).is("time") || tok(j).is("then") || tok(j).is("afterwards")) fronted = true;
            }
            if (!fronted) return;
            g.negated = g.negated || (no && !until) || word(i).is(ClauseClass::negation);
            g.will = word(i).is(ClauseClass::will);
            g.past = tok(i).is("did") || tok(i).is("didn't");
            g.bare = false;
            return;
        }
    }
}

void GroupFinder::read_chain(VerbGroup& g) const {
    std::uint8_t right = g.forms;
    bool right_governor = false;
    std::uint32_t j = g.head;
    g.first = g.head;
    while (j > 0) {
        std::uint32_t k = j;
        bool negated = false, yet = false;
        while (k > 0 && (word(k - 1).in_time ? k > 1 && word(k - 1).classes != bit(ClauseClass::preposition) && chain_goes_on(k - 1) : is_adverb(k - 1) && word(k - 1).mention == no_token)) {
            --k;
            yet = yet || tok(k).is("yet");
            negated = negated || word(k).is(ClauseClass::negation) || tok(k).is("no");
            if (tok(k).is("reportedly") || tok(k).is("allegedly") || tok(k).is("apparently")) g.governors |= bit(tok(k).is("apparently") ? ClauseClass::seem_word : ClauseClass::report_word);
            if (tok(k).is("perhaps") || tok(k).is("possibly") || tok(k).is("probably") || tok(k).is("presumably") || tok(k).is("maybe") || tok(k).is("conceivably")) g.may = true;
        }
        if (k == 0) {
            g.negated = g.negated || negated;
            break;
        }
        const std::uint32_t a = k - 1;
        const Word& w = word(a);
        const Token& t = tok(a);
        if (w.mention != no_token && view.mentions[w.mention].reference != Reference::pronoun && !w.any(auxiliary_words)) {
            g.negated = g.negated || negated;
            break;
        }
        const bool negation = w.is(ClauseClass::negation);
        bool taken = true;
        if (t.is("to") && !right_governor && (right & form_base) != 0 && !g.infinitive) {
            g.infinitive = true;
        } else if (t.is("from") && !right_governor && (right & form_ing) != 0 && a > 0 && word(a - 1).any(bits(ClauseClass::refuse_word))) {
            g.gerund = true;
        } else if (g.infinitive && !right_governor && w.any(governor_words) && !w.any(bits(ClauseClass::have))) {
            g.governors |= w.classes;
            g.governor = a;
            right_governor = true;
            right = form_participle;
        } else if (g.gerund && !right_governor && w.is(ClauseClass::refuse_word)) {
            g.governors |= w.classes;
            g.governor = a;
            right_governor = true;
            right = form_participle;
        } else if (g.infinitive && right_governor && t.is("to")) {
            taken = false;
        } else if (w.is(ClauseClass::be) && (t.kind != TokenKind::clitic || !is_possessive(a))) {
            if (g.infinitive && !right_governor) g.be_to = true;
            if (g.be_to && yet) g.negated = true;  // "is yet to land"
            else if (!right_governor && (right & form_ing) != 0) g.progressive = true;
            else if (!right_governor && (right & form_participle) != 0) g.passive = true;
            if (right_governor || g.be_to) g.governed_present = w.is(ClauseClass::present);
            g.present = w.is(ClauseClass::present);
            g.past = t.is("was") || t.is("were") || t.is("wasn't") || t.is("weren't");
            right = t.is("been") ? form_participle : t.is("being") ? form_ing : t.is("be") ? form_base : 0;
            right_governor = false;
        } else if (g.infinitive && !right_governor && yet && w.is(ClauseClass::have)) {
            g.be_to = g.negated = true;  // "has yet to leave"
            g.present = w.is(ClauseClass::present);
            g.past = t.is("had");
            right = 0;
        } else if (g.infinitive && !right_governor && w.is(ClauseClass::have)) {
            // "had to land" was done; "has to land" is an obligation.
            if (t.is("had")) g.forced = g.past = true, g.infinitive = false;
            else g.must = true;
        } else if (w.is(ClauseClass::have)) {
            g.perfect = true;
            g.present = t.is("has") || t.is("have") || t.is("'ve") || t.is("hasn't") || t.is("haven't");
            g.past = t.is("had") || t.is("hadn't");
            if (right_governor) g.governed_present = g.present;
            right = form_base;
        } else if (w.is(ClauseClass::do_)) {
            g.past = t.is("did") || t.is("didn't");
            g.present = !g.past;
            right = 0;
        } else if (w.is(ClauseClass::will)) {
            g.will = true;
            right = 0;
        } else if (w.is(ClauseClass::would) && (t.kind != TokenKind::clitic || true)) {
            g.would = true;
            right = 0;
        } else if (w.is(ClauseClass::may) && !is_adverb(a)) {
            g.may = true;
            right = 0;
        } else if (w.is(ClauseClass::can)) {
            g.can = true;
            right = 0;
        } else if (w.is(ClauseClass::must)) {
            g.must = true;
            right = 0;
        } else {
            taken = false;
        }
        if (!taken) {
            g.negated = g.negated || negated;
            break;
        }
        g.negated = g.negated || negated || negation;
        g.first = a;
        j = a;
        if (w.any(bits(ClauseClass::will, ClauseClass::would, ClauseClass::can, ClauseClass::must, ClauseClass::do_)) || g.may) break;
    }
    if (g.first == g.head) {
        if ((g.forms & form_past) != 0) g.past = true;
        else if ((g.forms & form_s) != 0) g.present = true;
        else if ((g.forms & form_base) != 0) g.bare = true;
    }
    read_inversion(g);
    if (g.first > 2 && tok(g.first - 1).is("time") && tok(g.first - 2).is("no")) g.negated = true;
    find_distant_governor(g);
    if (g.infinitive || g.gerund) return;
    if (g.first == g.head && (g.forms & form_ing) != 0 && find_preventer(g)) return;
    if (g.first == g.head && (g.forms & form_ing) != 0) {
        const std::uint32_t p = previous(g.head);
        g.gerund = p != no_token && word(p).any(bits(ClauseClass::preposition, ClauseClass::subordinator)) && word(p).mention == no_token;
        g.participle = !g.gerund;
    }
    // "had he been", "were it to": the auxiliary stands before its subject.
    if (g.first > 0) {
        const std::uint32_t s = subject_begin(g.first);
        if (s > 0 && s < g.first && (tok(s - 1).is("had") || tok(s - 1).is("were")) && (s == 1 || !word(s - 2).any(bits(ClauseClass::subject_pronoun)) ) &&
            (s == 1 || tok(s - 2).is(',') || tok(s - 2).is(';') || tok(s - 2).is('.') || tok(s - 2).kind == TokenKind::quote_open) &&
            (g.forms & form_participle) != 0)
            g.hypothesis = true;
    }
}

std::uint32_t GroupFinder::subject_begin(std::uint32_t first) const {
    std::uint32_t i = first;
    std::uint32_t steps = 0;
    while (i > 0 && steps++ < 6) {
        if (tok(i - 1).is("had") || tok(i - 1).is("were")) return i;
        if (tok(i - 1).is(',') || word(i - 1).any(bits(ClauseClass::coordinator))) return first;
        --i;
    }
    return first;
}

void GroupFinder::find_distant_governor(VerbGroup& g) const {
    if (g.governor != no_token || g.be_to || g.first == 0) return;
    if (!(g.infinitive || ((g.forms & form_base) != 0 && g.first == g.head))) return;
    const std::uint32_t from = g.first;
    for (std::uint32_t i = from, steps = 0; i > 0 && steps < 10; ++steps) {
        --i;
        const Word& w = word(i);
        const Token& t = tok(i);
        if (t.is(',') || t.is(';') || t.is(':') || (w.is(ClauseClass::relative) && !t.is("that")) || w.any(bits(ClauseClass::will, ClauseClass::must))) return;
        // "had set off from Rome to fetch him": a movement with a purpose, no plan
        if (t.is("set") && (tok(i + 1).is("off") || tok(i + 1).is("out") || tok(i + 1).is("sail") || tok(i + 1).is("course") || tok(i + 1).is("foot"))) return;
        const bool names = w.mention != no_token && view.mentions[w.mention].reference != Reference::pronoun;
        if (names && !t.is("invitation")) continue;
        if (w.any(auxiliary_words) && !w.is(ClauseClass::have)) return;
        if (g.infinitive ? w.any(governor_words) : (t.is("let") || t.is("lets") || t.is("help") || t.is("helped") || w.is(ClauseClass::perceive))) {
            g.governor = i;
            g.governors |= w.classes;
            if (i + 1 < from) {
                g.object_begin = i + 1;
                g.object_end = from;
            }
            read_governor(g, i);
            return;
        }
        if (w.form() != nullptr && (forms_of(i) & (form_past | form_ing | form_s)) != 0 && !w.any(bits(ClauseClass::preposition))) return;
    }
}

bool GroupFinder::find_preventer(VerbGroup& g) const {
    constexpr std::uint32_t reach = 8;
    if (g.head == 0 || !tok(g.head - 1).is("from")) return false;
    for (std::uint32_t i = g.head - 1, steps = 0; i > 0 && steps < reach; ++steps) {
        --i;
        if (tok(i).is(',') || tok(i).is(';')) return false;
        if (word(i).mention != no_token || !word(i).is(ClauseClass::refuse_word)) continue;
        g.gerund = true;
        g.governor = i;
        g.governors |= word(i).classes;
        if (i + 1 < g.head - 1) {
            g.object_begin = i + 1;
            g.object_end = g.head - 1;
        }
        return true;
    }
    return false;
}

void GroupFinder::share_auxiliaries(std::vector<VerbGroup>& groups, std::size_t k) const {
    VerbGroup& g = groups[k];
    if (g.noun || g.first != g.head || (g.forms & form_base) == 0 || g.head == 0 || g.infinitive || g.will || g.elliptical) return;
    std::uint32_t i = g.head;
    while (i > 0 && (is_adverb(i - 1) || word(i - 1).in_time) && !word(i - 1).is(ClauseClass::coordinator)) --i;
    if (i == 0 || !word(i - 1).is(ClauseClass::coordinator)) return;
    const VerbGroup* before = nullptr;
    for (std::size_t b = k; b-- > 0 && before == nullptr;)
        if (!groups[b].noun && groups[b].head < i) before = &groups[b];
    if (before == nullptr || (word(before->head).is(ClauseClass::be) && tok(before->head + 1).is("to"))) return share_with_unknown(g, i - 1);
    const bool modal = before->will || before->would || before->may || before->can || before->must || before->be_to;
    const bool governed = before->infinitive || before->forced;
    // "set", "put" may be past tenses of their own.
    if (!(modal || governed) || ((g.forms & form_past) != 0 && !modal)) return;
    for (std::uint32_t j = before->head; j < i; ++j)
        if (tok(j).is(';') || word(j).any(bits(ClauseClass::relative))) return;
    g.will = before->will;
    g.would = before->would;
    g.may = before->may;
    g.can = before->can;
    g.must = before->must;
    g.be_to = before->be_to;
    g.forced = before->forced;
    g.infinitive = before->infinitive;
    g.governor = before->governor;
    g.governors = before->governors;
    g.governed_present = before->governed_present;
    g.negated = g.negated || before->negated;
    g.present = before->present;
    g.past = before->past;
    g.hypothesis = before->hypothesis;
    g.bare = false;
    g.shares = true;
}

void GroupFinder::share_with_unknown(VerbGroup& g, std::uint32_t coordinator) const {
    if ((g.forms & form_past) != 0) return;
    for (std::uint32_t i = coordinator; i > 1; --i) {
        const std::uint32_t verb = i - 1;
        if (tok(verb).is(';') || word(verb).any(bits(ClauseClass::relative))) return;
        if (tok(verb).kind != TokenKind::word || word(verb).mention != no_token || word(verb).in_time || word(verb).any(auxiliary_words)) continue;
        if (word(verb - 1).is(ClauseClass::will) && word(verb - 1).mention == no_token) {
            g.will = true;
        } else if (verb > 1 && tok(verb - 1).is("to") && word(verb - 2).is(ClauseClass::be)) {
            g.be_to = g.infinitive = true;
            g.present = g.governed_present = word(verb - 2).is(ClauseClass::present);
            g.past = !g.present;
        } else {
            continue;
        }
        g.bare = false;
        return;
    }
}

void GroupFinder::read_governor(VerbGroup& g, std::uint32_t governor) const {
    std::uint32_t i = governor;
    std::uint32_t steps = 0;
    while (i > 0 && steps++ < 5) {
        --i;
        const Word& w = word(i);
        if (w.is(ClauseClass::negation)) g.negated = true;
        if (w.any(bits(ClauseClass::refuse_word)) && !w.is(ClauseClass::transparent)) g.governors |= bit(ClauseClass::refuse_word);
        if (tok(i).is("to") || is_adverb(i) || w.any(auxiliary_words)) {
            if (w.is(ClauseClass::present)) g.governed_present = true;
            continue;
        }
        return;
    }
}

}  // namespace flightxref::detail
