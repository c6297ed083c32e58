// SPDX-License-Identifier: BSL-1.0
#include "claim/lexicon.hpp"

#include "reference/table.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

namespace flightxref::detail {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(ClauseClass::count_)> class_names = {
    "be", "present", "have", "do", "will", "would", "may", "can", "must", "negation", "no_word", "adverb", "determiner", "possessive",
    "subject_pronoun", "object_pronoun", "generic_you", "coordinator", "subordinator", "relative", "preposition", "say", "show", "deny",
    "false_word", "plan_word", "expect_word", "report_word", "seem_word", "refuse_word", "try_word", "cancel_word", "perceive", "transparent",
    "finite", "hypothesis", "aircraft_noun", "airspace_noun", "line_noun", "apron_noun", "field_noun", "period_noun", "other_domain", "ellipsis", "people_noun", "manner_verb", "still_verb"};

constexpr std::array<std::string_view, 37> sense_names = {
    "depart", "arrive", "fly", "travel", "overfly", "stop", "divert", "turn_back", "return", "circle", "last_seen", "first_seen",
    "on_ground", "visit", "none", "way", "way_from", "turn_up", "seen_again", "picked_up", "seen", "enter", "exit", "cross", "stay", "sit",
    "ground", "be_in", "shuttle", "lose", "due", "expect", "follow", "join", "turned_away", "called_off", ""};

constexpr std::array<std::string_view, static_cast<std::size_t>(Need::count_)> need_names = {
    "mover", "craft", "traveller", "place", "goal", "origin", "object", "bare", "way", "carry", "put", "fly", "land", "stop", "divert",
    "back", "onward", "backto", "notto", "trace", "lose", "appear", "picked", "attend", "spend", "passive", "route", "leg", "airspace",
    "border", "board", "craftplace", "craftobject", "move", "send", "sail", "host", "flyin", "start", "expect", "follow", "stayend", "gap", "shut", "itself"};

constexpr std::string_view unlisted_verb = "*";  ///< in the column "verb"

template <std::size_t N>
std::size_t index_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

TravelMode mode_of(std::string_view name) {
    for (const TravelMode mode : {TravelMode::air, TravelMode::rail, TravelMode::road, TravelMode::sea})
        if (to_string(mode) == name) return mode;
    return TravelMode::unknown;
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string third_person(const std::string& base) {
    const char last = base.back();
    const std::string_view end = std::string_view(base).substr(base.size() - std::min<std::size_t>(2, base.size()));
    if (last == 'y' && base.size() > 1 && !is_vowel(base[base.size() - 2])) return base.substr(0, base.size() - 1) + "ies";
    if (last == 's' || last == 'x' || last == 'z' || last == 'o' || end == "ch" || end == "sh") return base + "es";
    return base + "s";
}

std::string regular_past(const std::string& base) {
    if (base.back() == 'e') return base + "d";
    if (base.back() == 'y' && !is_vowel(base[base.size() - 2])) return base.substr(0, base.size() - 1) + "ied";
    return base + "ed";
}

std::string gerund(const std::string& base, const std::string& past) {
    const std::size_t n = base.size();
    if (n > 2 && base.ends_with("ie")) return base.substr(0, n - 2) + "ying";
    if (base.back() == 'e' && !base.ends_with("ee")) return base.substr(0, n - 1) + "ing";
    const bool doubled_past = past.size() == n + 3 && past[n] == base.back();
    const auto vowels = std::count_if(base.begin(), base.end(), is_vowel);
    const bool short_syllable = n > 2 && n < 5 && vowels == 1 && is_vowel(base[n - 2]) && !is_vowel(base[n - 1]) &&
                                std::string_view("wxy").find(base.back()) == std::string_view::npos;
    return doubled_past || short_syllable ? base + base.back() + "ing" : base + "ing";
}

/// "park", "idle", "refuel": no manner of moving.
bool stands_still(Sense sense) {
    return sense == Sense::stay || sense == Sense::on_ground || sense == Sense::sit || sense == Sense::ground || sense == Sense::stop || sense == Sense::called_off;
}

struct Lexicon {
    WordMap<LexiconWord> words;
    std::unordered_map<std::string, std::unique_ptr<TriggerVerb>> verbs;

    void add_form(const std::string& word, const TriggerVerb* verb, std::uint8_t form) {
        TriggerForm& entry = words[word_hash(word)].form;
        // "lay" and the like: the verb listed first keeps a word that two verbs share.
        if (entry.verb != nullptr && entry.verb != verb) return;
        entry.verb = verb;
        entry.forms = static_cast<std::uint8_t>(entry.forms | form);
    }

    void add_verb(std::string_view forms_field, const TriggerVerb* verb) {
        std::array<std::string, 3> parts;
        std::size_t n = 0;
        while (n < 3) {
            const std::size_t slash = forms_field.find('/');
            parts[n++] = std::string(forms_field.substr(0, slash));
            if (slash == std::string_view::npos) break;
            forms_field.remove_prefix(slash + 1);
        }
        // "-track/tracked": the plain forms are nouns.
        const bool noun_too = parts[0].front() == '-';
        const std::string base = parts[0].substr(noun_too ? 1 : 0);
        const std::string past = n > 1 ? parts[1] : regular_past(base);
        const std::string participle = n > 2 ? parts[2] : past;
        if (!noun_too) {
            add_form(base, verb, form_base);
            add_form(third_person(base), verb, form_s);
        }
        add_form(past, verb, form_past);
        add_form(participle, verb, form_participle);
        add_form(gerund(base, past), verb, form_ing);
    }

    /// One row for each choice of the words: "on plane|flight" stands for two.
    static void add_rows(TriggerVerb& verb, TriggerRow row, std::string_view words) {
        if (words.empty()) {
            if (!row.words.empty()) row.opening = word_hash(row.words.front());
            verb.rows.push_back(std::move(row));
            return;
        }
        const std::size_t space = words.find(' ');
        const std::string_view rest = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
        for (const std::string_view word : split_list(words.substr(0, space))) {
            TriggerRow choice = row;
            choice.words.push_back(word);
            add_rows(verb, std::move(choice), rest);
        }
    }

    Lexicon() {
        for_each_row(builtin_table("claim_words"), [&](const std::vector<std::string_view>& f) {
            ClauseClasses mask = 0;
            for (const std::string_view name : split_list(f[1])) mask |= ClauseClasses{1} << index_of(class_names, name);
            for (const std::string_view word : split_list(f[0])) words[word_hash(word)].classes |= mask;
        });
        for_each_row(builtin_table("claim_nouns"), [&](const std::vector<std::string_view>& f) {
            for (const std::string_view word : split_list(f[0]))
                words[word_hash(word)].noun = {static_cast<Sense>(index_of(sense_names, f[1])), mode_of(f[2])};
        });
        for_each_row(builtin_table("claim_triggers"), [&](const std::vector<std::string_view>& f) {
            TriggerRow row;
            row.verb = f[0].substr(0, f[0].find('/'));
            if (row.verb.starts_with('-')) row.verb.remove_prefix(1);
            std::string_view behind = f[1];
            row.adjacent = behind.starts_with('~');
            if (row.adjacent) behind.remove_prefix(1);
            row.sense = static_cast<Sense>(index_of(sense_names, f[2]));
            row.mode = mode_of(f[3]);
            constexpr std::array<std::string_view, 5> roles = {"", "origin", "goal", "via", "object"};
            row.object = static_cast<ObjectRole>(index_of(roles, f[4]));
            for (const std::string_view name : split_list(f[5])) row.needs |= std::uint64_t{1} << index_of(need_names, name);
            auto& verb = verbs[std::string(row.verb)];
            if (!verb) verb = std::make_unique<TriggerVerb>();
            if (row.verb == "be")
                for (const std::string_view form : {"is", "was", "are", "were", "be", "been", "being", "am", "'s", "'re", "'m", "isn't", "wasn't", "aren't", "weren't"})
                    add_form(std::string(form), verb.get(), form == "be" ? form_base : form == "been" ? form_participle : form == "being" ? form_ing
                             : form == "was" || form == "were" || form == "wasn't" || form == "weren't" ? form_past : form_s);
            else if (row.verb != unlisted_verb)
                add_verb(f[0], verb.get());
            verb->of_craft = verb->of_craft && !stands_still(row.sense) && (row.sense == Sense::none || row.needs_a(Need::craft) || row.needs_a(Need::itself));
            add_rows(*verb, std::move(row), behind);
        });
        for (auto& [name, verb] : verbs) {
            for (const TriggerRow& row : verb->rows) {
                if (row.words.empty()) verb->stands_alone = true;
                else if (std::find(verb->openings.begin(), verb->openings.end(), row.opening) == verb->openings.end()) verb->openings.push_back(row.opening);
            }
            for (const std::uint32_t opening : verb->openings) verb->near |= opening_bit(opening);
            std::stable_sort(verb->rows.begin(), verb->rows.end(), [](const TriggerRow& a, const TriggerRow& b) { return a.words.size() > b.words.size(); });
        }
        for (const TriggerRow& row : verbs["be"]->rows)
            if (reads_without_be(row)) words[row.opening].opens_fragment = true;
    }
};

const Lexicon& lexicon() {
    static const Lexicon instance;
    return instance;
}

}  // namespace

const WordMap<LexiconWord>& lexicon_words() { return lexicon().words; }

ClauseClasses classes_of(const Token& token) {
    const LexiconWord* found = lexicon_words().find(token.hash);
    return found != nullptr ? found->classes : 0;
}

const TriggerForm* find_trigger_form(const Token& token) {
    const LexiconWord* found = lexicon_words().find(token.hash);
    return found != nullptr && found->form.verb != nullptr ? &found->form : nullptr;
}

const TriggerNoun* find_trigger_noun(const Token& token) {
    const LexiconWord* found = lexicon_words().find(token.hash);
    return found != nullptr && found->noun ? &*found->noun : nullptr;
}

bool reads_without_be(const TriggerRow& row) {
    switch (row.sense) {
        case Sense::depart:
        case Sense::arrive:
        case Sense::return_:
        case Sense::ground:
        case Sense::overfly:
        case Sense::due: return !row.words.empty();
        default: return false;
    }
}

const TriggerVerb& verb_unlisted() { return *lexicon().verbs.find(std::string(unlisted_verb))->second; }

const TriggerVerb& verb_be() { return *lexicon().verbs.find("be")->second; }

}  // namespace flightxref::detail
