// SPDX-License-Identifier: BSL-1.0
#include "claim/verb_group.hpp"

#include "claim/fragment.hpp"
#include "text/word_set.hpp"

#include <algorithm>
#include <array>

namespace flightxref::detail {
namespace {

constexpr ClauseClasses auxiliary = bits(ClauseClass::be, ClauseClass::have, ClauseClass::do_, ClauseClass::will, ClauseClass::would, ClauseClass::may,
                                       ClauseClass::can, ClauseClass::must);
constexpr ClauseClasses governor_words = bits(ClauseClass::plan_word, ClauseClass::expect_word, ClauseClass::report_word, ClauseClass::seem_word,
                                            ClauseClass::refuse_word, ClauseClass::try_word, ClauseClass::transparent, ClauseClass::deny,
                                            ClauseClass::cancel_word);
constexpr ClauseClasses other_verb = bits(ClauseClass::finite, ClauseClass::say, ClauseClass::deny, ClauseClass::show, ClauseClass::refuse_word,
                                        ClauseClass::try_word, ClauseClass::cancel_word, ClauseClass::expect_word, ClauseClass::plan_word,
                                        ClauseClass::transparent, ClauseClass::seem_word, ClauseClass::manner_verb, ClauseClass::still_verb);

struct GroupFinder {
    SentenceView& view;
    std::uint32_t n;
    bool headline;  ///< capitals throughout, as in a flash or a title: they tell no name from a verb

    const Token& tok(std::uint32_t i) const { return view.token(i); }
    const Word& word(std::uint32_t i) const { return view.word(i); }

    bool is_adverb(std::uint32_t i) const {
        const Word& w = word(i);
        if (tok(i).is("longer") || tok(i).is("no")) return tok(i).is("no") ? i + 1 < n && tok(i + 1).is("longer") : i > 0 && tok(i - 1).is("no");  // "will no longer fly"
        if ((tok(i).is("fact") && i > 0 && tok(i - 1).is("in")) || (tok(i).is("in") && i + 1 < n && tok(i + 1).is("fact"))) return true;  // "did not in fact land"
        if ((tok(i).is("day") && i > 0 && tok(i - 1).is("one")) || (tok(i).is("one") && i + 1 < n && tok(i + 1).is("day"))) return true;  // "may one day move"
        if (w.is(ClauseClass::ellipsis) && i > 0 && (tok(i - 1).is("the") || tok(i - 1).is("a"))) return false;  // "the first landed"
        if (w.is(ClauseClass::adverb) || w.is(ClauseClass::negation)) return !w.any(bits(ClauseClass::be, ClauseClass::have, ClauseClass::do_, ClauseClass::will));
        return tok(i).kind == TokenKind::word && w.classes == 0 && tok(i).folded.size() > 4 && tok(i).folded.ends_with("ly") && w.mention == no_token;
    }

    std::uint32_t previous(std::uint32_t i) const {  // skips adverbs
        while (i > 0) {
            --i;
            if (!is_adverb(i)) return i;
        }
        return no_token;
    }

    /// Name, number or other matter that can not be a verb.
    bool is_name(std::uint32_t i) const {
        const Word& w = word(i);
        if (w.mention == no_token) return false;
        const Mention& m = view.mentions[w.mention];
        if (m.reference == Reference::pronoun) return true;
        return i >= m.first_token && i < m.end_token;
    }

    std::uint8_t forms_of(std::uint32_t i) const {
        if (const TriggerForm* f = word(i).form()) return f->forms;
        const std::string_view w = tok(i).folded;
        if (w.ends_with("ing")) return form_ing;
        if (w.ends_with("ed")) return form_past | form_participle;
        if (w.ends_with("s")) return form_s;
        return form_base | form_past;
    }

    /// Words of the governor classes that are no verbs: "is due at", "was about to".
    static bool is_adjective(const Token& t) {
        return t.is("due") || t.is("about") || t.is("likely") || t.is("ready") || t.is("able") || t.is("unable") || t.is("certain") || t.is("bound") || t.is("unwilling") || t.is("unclear") || t.is("poised");
    }

    /// "another landed in Paris", "these left at noon"
    bool stands_for_noun(std::uint32_t i) const { return tok(i).is("another") || tok(i).is("each") || tok(i).is("neither") || tok(i).is("these") || tok(i).is("those"); }
    bool goes_on(std::uint32_t i) const {
        return i < n && (word(i).any(bits(ClauseClass::preposition)) || word(i).in_time || tok(i).is("it") || (word(i).mention != no_token && view.mentions[word(i).mention].kind == MentionKind::place));
    }

    bool is_verb(std::uint32_t i) const {
        const Token& t = tok(i);
        const Word& w = word(i);
        if (t.kind != TokenKind::word || w.in_time || w.any(auxiliary)) return false;
        if (w.is(ClauseClass::period_noun) && i > 0 && (tok(i - 1).is("all") || tok(i - 1).is("last") || tok(i - 1).is("next") || tok(i - 1).is("this") || tok(i - 1).is("that") || tok(i - 1).is("every"))) return false;
        if (t.is("according") || t.is("owing") || t.is("regarding") || t.is("concerning")) return false;  // prepositions
        const TriggerForm* trigger = w.form();
        const bool ed = trigger == nullptr && w.classes == 0 && t.folded.size() > 4 && t.folded.ends_with("ed") && !t.is_capital();
        const bool ing = trigger == nullptr && w.classes == 0 && t.folded.size() > 5 && t.folded.ends_with("ing") && !t.is_capital();
        if (trigger == nullptr && !w.any(other_verb) && !ed && !ing) return false;
        if (is_name(i) || is_adjective(t)) return false;
        if (t.is_capital() && !(headline && forms_of(i) != form_base) && i > view.sentence->head_tokens && tok(i - 1).kind != TokenKind::quote_open && !tok(i - 1).is('-') && !tok(i - 1).is(':') &&
            !tok(i - 1).is('.') && !tok(i - 1).is('/'))
            return false;
        const std::uint8_t forms = forms_of(i);
        const std::uint32_t p = previous(i);
        if (p == no_token) return true;
        const Word& pw = word(p);
        const Token& pt = tok(p);
        static constexpr WordSet speaks = {"said", "says", "wrote", "writes", "told", "tells", "adds", "added", "insists", "insisted", "explains", "explained", "recalls", "recalled", "argues", "argued", "warns", "warned", "replies", "replied"};
        if (speaks.has(t) && (pt.is(',') || pt.kind == TokenKind::quote_close)) return true;  // "..., said the minister"
        const bool after_determiner = pw.any(bits(ClauseClass::determiner, ClauseClass::possessive)) && !pw.any(bits(ClauseClass::be)) &&
                                      !(pt.is("that") || pt.is("this") || pt.is("both") || pt.is("all") || pt.is("her") || pt.is("any") || pt.is("some") || (stands_for_noun(p) && w.form() != nullptr && goes_on(i + 1)));
        if (after_determiner || pt.kind == TokenKind::clitic) {
            if (!(pt.kind == TokenKind::clitic && pw.is(ClauseClass::be) && (forms & (form_participle | form_ing)) != 0 && !is_possessive(p))) return false;
        }
        if ((forms & form_ing) != 0 && i + 1 < n) {
            const Token& next = tok(i + 1);
            if (next.is("gear") || next.is("strip") || next.is("craft") || next.is("rights") || next.is("permission")) return false;
        }
        // "the plane crash in 1979": a plain form agrees with no single aircraft.
        if (forms == form_base && t.is("crash") && pw.mention != no_token && !view.mentions[pw.mention].plural) return false;
        if (t.is("parking") && pw.is(ClauseClass::preposition)) return false;
        // "two false starts", "took leave of": nouns
        if (forms == form_s && p > 0 && (tok(p - 1).kind == TokenKind::number || (word(p - 1).is(ClauseClass::ellipsis) && !tok(p - 1).is("one"))) && pt.kind == TokenKind::word && pw.mention == no_token && !pw.any(auxiliary) && !pw.any(bits(ClauseClass::subject_pronoun, ClauseClass::relative, ClauseClass::coordinator))) return false;
        if (t.is("leave") && pw.form() != nullptr && tok(p).folded.starts_with("t") && (pt.is("took") || pt.is("take") || pt.is("takes") || pt.is("taken") || pt.is("taking"))) return false;
        // "the Cincinnati show": a plain form agrees with no single place.
        if ((t.is("show") || t.is("claim") || t.is("report") || t.is("estimate")) && pw.mention != no_token && view.mentions[pw.mention].kind == MentionKind::place) return false;
        // "an unscheduled landing": one word behind an article makes it a noun.
        if (forms == form_ing && w.noun() != nullptr && p > 0 && pt.kind == TokenKind::word && pw.classes == 0 && pw.mention == no_token && pw.form() == nullptr && (tok(p - 1).is("a") || tok(p - 1).is("an") || tok(p - 1).is("the"))) return false;
        if ((forms & (form_past | form_participle | form_ing)) != 0 && (forms & form_base) == 0) return true;
        // "her visit" is a noun, "saw her visit the camp" a verb.
        if (pt.is("her") && (forms & form_base) != 0 && w.noun() != nullptr) {
            const std::uint32_t before = p > 0 ? previous(p) : no_token;
            if (before == no_token || !word(before).is(ClauseClass::perceive)) return false;
        }
        // "was wheels up", "has returns": an -s form follows no auxiliary.
        if (forms == form_s && pw.any(auxiliary) && pw.mention == no_token && !pw.any(bits(ClauseClass::do_))) return false;
        // "an RAF transport took", "the park closed": a base form that a finite verb follows is a noun.
        if ((forms & form_base) != 0 && i + 1 < n && !pw.any(auxiliary) && !pt.is("to") && word(i + 1).mention == no_token) {
            const TriggerForm* next = word(i + 1).form();
            if ((next != nullptr && next->forms == form_past) || word(i + 1).any(bits(ClauseClass::be))) return false;
        }
        // "for a fisheries patrol": no plain form follows "a" and one noun.
        if ((forms & form_base) != 0 && (forms & form_past) == 0 && p > 0 && word(p).mention == no_token && !pw.any(auxiliary) && !pt.is("to") && (tok(p - 1).is("a") || tok(p - 1).is("an"))) return false;
        // Base and -s forms are often nouns: they need a verb's neighbour on the left.
        const bool strong = pw.any(auxiliary) || pt.is("to") || pw.is(ClauseClass::subject_pronoun) || pw.any(bits(ClauseClass::relative)) ||
                            (pw.mention != no_token && !view.mentions[pw.mention].possessive) || pw.is(ClauseClass::coordinator) || pt.is("let") ||
                            pw.is(ClauseClass::object_pronoun) || (pw.is(ClauseClass::ellipsis) && w.noun() == nullptr && p > 0 && tok(p - 1).is("the"));
        if (strong) return true;
        if (w.noun() != nullptr || pw.is(ClauseClass::preposition)) return false;
        // Behind an apposition the subject lies before the comma: "N874TW, a Boeing 757, takes off".
        if (pt.is(',') && p > 0 && is_movement_behind_remark(i, forms)) return true;
        if (pt.is(',') && p > 0) return word(p - 1).mention != no_token && i + 1 < n && ((forms & form_s) != 0 || word(i + 1).any(bits(ClauseClass::preposition)) || word(i + 1).mention != no_token);
        const bool serial = (pt.kind == TokenKind::alphanumeric || pt.kind == TokenKind::number) && !pw.in_time && w.form() != nullptr;  // "FAD-3060 leaves"
        return (pt.kind == TokenKind::word || serial) && !pw.any(bits(ClauseClass::plan_word, ClauseClass::be)) && !pt.is(',');
    }

    /// "The Super Pumas, their job done, go home", "two jets, the first marked N1AB, set down at": the mover opens the sentence, no verb stands between.
    bool is_movement_behind_remark(std::uint32_t i, std::uint8_t forms) const {
        if (word(i).form() == nullptr || i + 1 >= n || (forms & (form_base | form_s)) == 0) return false;
        const bool goes_on = word(i + 1).any(bits(ClauseClass::preposition, ClauseClass::adverb, ClauseClass::no_word)) || ((forms & form_s) != 0 && word(i + 1).is(ClauseClass::determiner)) || word(i + 1).in_time || (word(i + 1).mention != no_token && view.mentions[word(i + 1).mention].kind == MentionKind::place);
        if (!goes_on) return false;
        std::uint32_t subject = view.sentence->head_tokens;
        if (subject < n && tok(subject).kind == TokenKind::alphanumeric && word(subject).mention == no_token && tok(subject).size() > 4) return !has_finite_verb(subject + 1, i);  // a serial
        while (subject < i && word(subject).mention == no_token) {
            if (subject > view.sentence->head_tokens + 2) return false;
            ++subject;
        }
        if (subject >= i || view.mentions[word(subject).mention].kind == MentionKind::place) return false;
        return !has_finite_verb(view.mentions[word(subject).mention].end_token, i);
    }

    bool has_finite_verb(std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t k = begin; k < end; ++k) {
            if (word(k).mention != no_token || word(k).in_time) continue;
            const TriggerForm* trigger = word(k).form();
            if (word(k).any(bits(ClauseClass::be, ClauseClass::have, ClauseClass::say)) || (trigger != nullptr && (trigger->forms & form_past) != 0 && (trigger->forms & form_participle) == 0)) return true;
        }
        return false;
    }

    bool is_possessive(std::uint32_t i) const {  // "Lavrov's arrival", not "he's arriving"
        return tok(i).is("'s") && i > 0 && !word(i - 1).is(ClauseClass::subject_pronoun) && !tok(i - 1).is("that");
    }

    void match_trigger(VerbGroup& g) const {
        const TriggerForm* form = word(g.head).form();
        const bool manner = is_manner(g.head);
        if (form == nullptr && !manner) return;
        const Ahead ahead(view, g.head);
        if (form != nullptr) match_rows(g, *form->verb, ahead);
        if (g.trigger == nullptr && manner) match_rows(g, verb_unlisted(), ahead);
    }

    /// A verb that tells how something moves, or one that no table has.
    bool is_manner(std::uint32_t i) const {
        const TriggerForm* form = word(i).form();
        return form != nullptr ? form->verb->of_craft : word(i).classes == 0 || word(i).is(ClauseClass::manner_verb);
    }

    /// The words behind a verb. "was" alone begins hundreds of rows; what stands near it rules out nearly all.
    struct Ahead {
        static constexpr std::uint32_t reach = 8;
        std::array<std::uint32_t, reach> hashes{};
        std::uint64_t bits = 0;

        Ahead(const SentenceView& view, std::uint32_t verb) {
            for (std::uint32_t i = 0; i < reach && verb + 1 + i < view.size(); ++i) {
                hashes[i] = view.token(verb + 1 + i).hash;
                bits |= opening_bit(hashes[i]);
            }
        }
        bool holds(std::uint32_t opening) const { return (bits & opening_bit(opening)) != 0 && std::find(hashes.begin(), hashes.end(), opening) != hashes.end(); }
    };

    void match_rows(VerbGroup& g, const TriggerVerb& verb, const Ahead& ahead) const {
        if (!verb.stands_alone && (ahead.bits & verb.near) == 0) return;
        for (const TriggerRow& row : verb.rows) {
            if (!row.words.empty() && !ahead.holds(row.opening)) continue;
            std::uint32_t end = 0;
            if (matches(row, g.head, end)) {
                g.trigger = &row;
                g.end = end;
                if (row.verb == "be")  // "is not in Manila"
                    for (std::uint32_t i = g.head + 1; i + 1 < end; ++i) g.negated = g.negated || word(i).is(ClauseClass::negation);
                return;
            }
        }
    }

    /// The words of a row after the verb: adverbs may stand between, an article or possessive inside ("on its way back"),
    /// an object where somebody is taken along ("brought him back"), adjectives before a noun ("made an unscheduled landing").
    bool matches(const TriggerRow& row, std::uint32_t head, std::uint32_t& end) const {
        std::uint32_t i = head + 1;
        end = i;
        if (row.words.empty()) return true;
        const bool makes = row.needs_a(Need::gap) || row.needs_a(Need::stayend);
        const bool carries = row.needs_a(Need::carry) || row.needs_a(Need::host) || row.verb == "pick" || row.verb == "turn";
        for (std::size_t k = 0; k < row.words.size(); ++k) {
            std::uint32_t room = row.adjacent ? 0 : k == 0 ? (carries ? 6u : makes ? 5u : 3u) : row.needs_a(Need::stayend) ? 5u : 2u;
            for (;; ++i) {
                if (i >= n) return false;
                const Token& t = tok(i);
                if (t.folded == row.words[k] && !(word(i).in_time && word(i).is(ClauseClass::preposition))) break;  // never the "on" of "on Tuesday"
                const bool reflexive = row.needs_a(Need::itself) && (t.is("itself") || t.is("herself"));  // "heaved itself out of"
                const bool adverb = (is_adverb(i) && !t.is("back") && !t.is("home")) || reflexive || (k == 0 && t.is("last") && row.words[k] == "in");
                const bool determiner = word(i).any(bits(ClauseClass::determiner, ClauseClass::possessive)) && (k > 0 || makes || carries);
                const bool adjective = makes && t.kind == TokenKind::word && !word(i).any(bits(ClauseClass::preposition, ClauseClass::coordinator)) && !t.is("back") && !t.is("home");
                const bool object = carries && k == 0 && (word(i).mention != no_token || word(i).is(ClauseClass::object_pronoun) || word(i).any(bits(ClauseClass::determiner, ClauseClass::possessive)) || (t.kind == TokenKind::word && word(i).classes == 0 && word(i).form() == nullptr));
                const bool stay = k > 0 && row.needs_a(Need::stayend);  // "cut his trip to B short"
                const bool measure = makes && (t.kind == TokenKind::number || t.kind == TokenKind::alphanumeric || t.is('-'));  // "made the 12-hour trip"
                if (room == 0 || t.is(',') || !(adverb || determiner || adjective || measure || object || stay)) return false;
                --room;
            }
            ++i;
        }
        end = i;
        return true;
    }

    /// A time between auxiliary and verb: "may one day move".
    bool chain_goes_on(std::uint32_t i) const {
        while (i > 0 && (word(i).in_time || (is_adverb(i) && word(i).mention == no_token))) --i;
        return word(i).any(auxiliary) && !word(i).in_time;
    }

    /// "did a Tu-214 lift off", "at no time did the aircraft cross", "nor will it be": the auxiliary stands before its subject.
    void read_inversion(VerbGroup& g) const {
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

    void read_chain(VerbGroup& g) const {
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
            if (w.mention != no_token && view.mentions[w.mention].reference != Reference::pronoun && !w.any(auxiliary)) {
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

    std::uint32_t subject_begin(std::uint32_t first) const {
        std::uint32_t i = first;
        std::uint32_t steps = 0;
        while (i > 0 && steps++ < 6) {
            if (tok(i - 1).is("had") || tok(i - 1).is("were")) return i;
            if (tok(i - 1).is(',') || word(i - 1).any(bits(ClauseClass::coordinator))) return first;
            --i;
        }
        return first;
    }

    /// "told it to go back", "would not let the jet cross", "accepted an invitation from Kim to visit".
    void find_distant_governor(VerbGroup& g) const {
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
            if (w.any(auxiliary) && !w.is(ClauseClass::have)) return;
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

    /// "fog kept the crew from landing": who is kept from it does not.
    bool find_preventer(VerbGroup& g) const {
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

    /// "will leave Doha on Friday and reach Rome on Saturday": a bare verb behind a coordinator goes on under the auxiliaries of the verb before.
    void share_auxiliaries(std::vector<VerbGroup>& groups, std::size_t k) const {
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

    /// "is to watch the start and fly back": the verb before is in no table, its auxiliaries tell it.
    void share_with_unknown(VerbGroup& g, std::uint32_t coordinator) const {
        if ((g.forms & form_past) != 0) return;
        for (std::uint32_t i = coordinator; i > 1; --i) {
            const std::uint32_t verb = i - 1;
            if (tok(verb).is(';') || word(verb).any(bits(ClauseClass::relative))) return;
            if (tok(verb).kind != TokenKind::word || word(verb).mention != no_token || word(verb).in_time || word(verb).any(auxiliary)) continue;
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

    /// Negation and tense of a governor that stands apart: "would not let", "refused to let", "had told".
    void read_governor(VerbGroup& g, std::uint32_t governor) const {
        std::uint32_t i = governor;
        std::uint32_t steps = 0;
        while (i > 0 && steps++ < 5) {
            --i;
            const Word& w = word(i);
            if (w.is(ClauseClass::negation)) g.negated = true;
            if (w.any(bits(ClauseClass::refuse_word)) && !w.is(ClauseClass::transparent)) g.governors |= bit(ClauseClass::refuse_word);
            if (tok(i).is("to") || is_adverb(i) || w.any(auxiliary)) {
                if (w.is(ClauseClass::present)) g.governed_present = true;
                continue;
            }
            return;
        }
    }
};

/// "PUTIN LANDS IN PYONGYANG", "Putin Lands in Pyongyang": only words of grammar are small.
bool is_headline_case(const Sentence& sentence) {
    constexpr ClauseClasses grammar = bits(ClauseClass::preposition, ClauseClass::determiner, ClauseClass::coordinator, ClauseClass::be, ClauseClass::possessive, ClauseClass::relative);
    std::size_t words = 0;
    for (std::size_t i = sentence.head_tokens; i < sentence.tokens.size(); ++i) {
        const Token& t = sentence.tokens[i];
        if (t.kind != TokenKind::word) continue;
        if (!t.is_capital() && (classes_of(t) & grammar) == 0) return false;
        ++words;
    }
    return words > 2;
}

}  // namespace

void find_verb_groups(SentenceView& view) {
    const auto n = static_cast<std::uint32_t>(view.size());
    const GroupFinder find{view, n, is_headline_case(*view.sentence)};
    std::vector<VerbGroup> groups;
    std::vector<bool> used(n, false);
    // Lexical verbs, then forms of "be", "have" and "do" that stand alone.
    for (int round = 0; round < 2; ++round) {
        for (std::uint32_t i = 0; i < n; ++i) {
            if (used[i]) continue;
            const Word& w = view.word(i);
            const bool alone = round == 1 && w.any(bits(ClauseClass::be, ClauseClass::have)) && (view.token(i).kind != TokenKind::clitic || !find.is_possessive(i)) &&
                               w.mention == no_token;
            if (!(round == 0 ? find.is_verb(i) : alone)) continue;
            VerbGroup g;
            g.head = i;
            g.end = i + 1;
            g.trigger_begin = i;
            g.forms = round == 0 || w.form() != nullptr ? find.forms_of(i) : static_cast<std::uint8_t>(form_past | form_base);
            find.match_trigger(g);
            find.read_chain(g);
            for (std::uint32_t j = g.first; j < std::max(g.end, g.head + 1) && j < n; ++j)
                if (j <= g.head || (g.trigger != nullptr && !g.trigger->words.empty() && g.trigger->words.back() == view.token(j).folded)) used[j] = true;
            groups.push_back(g);
        }
    }
    for (std::uint32_t i = 0; i < n; ++i) {
        if (used[i] || view.word(i).noun() == nullptr) continue;
        if ((view.token(i).is("arr") || view.token(i).is("dep")) && view.token(i).letter_case != LetterCase::upper) continue;  // ARR, DEP of a board
        const bool covered = std::any_of(groups.begin(), groups.end(), [&](const VerbGroup& g) { return g.trigger != nullptr && i > g.head && i < g.end; });
        if (covered) continue;
        VerbGroup g;
        g.first = g.head = g.trigger_begin = i;
        g.end = i + 1;
        g.noun = true;
        groups.push_back(g);
    }
    std::sort(groups.begin(), groups.end(), [](const VerbGroup& a, const VerbGroup& b) { return a.head < b.head; });
    // "Lavrov to visit Pyongyang on Friday": a headline leaves out "is".
    const auto main = std::find_if(groups.begin(), groups.end(), [](const VerbGroup& g) { return !g.noun; });
    if (main != groups.end() && main->infinitive && !main->be_to && main->governor == no_token && main->trigger != nullptr && main->first > view.sentence->head_tokens) {
        const std::uint32_t to = view.token(main->first).is("to") ? main->first : main->first - 1;
        const std::uint32_t m = to > 0 && view.token(to).is("to") ? view.word(to - 1).mention : no_token;
        if (m != no_token && view.mentions[m].kind != MentionKind::place && view.mentions[m].end_token == to && view.mentions[m].preposition.empty() && view.mentions[m].first_token <= view.sentence->head_tokens + 2)
            main->be_to = main->present = true;
    }
    for (std::size_t k = 0; k < groups.size(); ++k) find.share_auxiliaries(groups, k);
    // A governor ("appears" in "appears to have left") is no verb of its own.
    std::vector<bool> governed(n, false);
    for (const VerbGroup& g : groups)
        if (!g.noun && g.governor != no_token && g.governor >= g.first && g.governor < g.head && !g.be_to) governed[g.governor] = true;
    std::erase_if(groups, [&](const VerbGroup& g) { return !g.noun && governed[g.head]; });
    std::sort(groups.begin(), groups.end(), [](const VerbGroup& a, const VerbGroup& b) { return a.head < b.head; });
    view.groups = std::move(groups);
    find_fragments(view);
    for (std::uint32_t k = 0; k < view.groups.size(); ++k)
        if (!view.groups[k].noun)
            for (std::uint32_t j = view.groups[k].first; j <= view.groups[k].head; ++j) view.words[j].group = k;
}

}  // namespace flightxref::detail
