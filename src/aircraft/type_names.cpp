// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/type_names.hpp>

#include <aircraft/type_table.hpp>
#include <core/ascii.hpp>

#include <algorithm>
#include <array>

namespace flightxref {
namespace {

using namespace detail;

/// Words after which a blank and a number are no designation: "an 12-year-old", "a 320-seat hall".
constexpr std::array<std::string_view, 16> everyday_words = {"an", "as", "at", "be", "do", "go", "in", "is",
                                                             "it", "me", "no", "of", "on", "or", "so", "to"};

bool may_follow(const Run& before, const Separator& separator, const Run& run) {
    if (separator.kind == 0 || separator.kind == '-') return true;
    if (separator.kind == '\'' || separator.kind == '&') return !before.digits && !run.digits;
    if (separator.kind == '/') return false;
    if (before.digits && run.digits) return false;  // "747 400 passengers"
    if (separator.kind == '.') return !before.digits || !run.digits;
    if (!before.digits && run.digits && (before.key.size() == 1 || std::find(everyday_words.begin(), everyday_words.end(), before.key) != everyday_words.end()))
        return false;
    if (before.digits && !run.digits && run.key.size() == 1) return false;  // "a 777 a day"
    return true;
}

std::string_view arabic_of(const Run& run) {
    static constexpr std::pair<std::string_view, std::string_view> numerals[] = {{"ii", "2"}, {"iii", "3"}, {"iv", "4"}, {"v", "5"},
                                                                                 {"vi", "6"}, {"vii", "7"}, {"viii", "8"}};
    if (run.upper)
        for (const auto& [roman, arabic] : numerals)
            if (run.key == roman) return arabic;
    return {};
}

/// Where a name ends when the variant that may hang on it is read too.
struct Tail {
    std::size_t end;
    bool variant;
};

/// The variant after the last run of a listed name: letters or digits attached to it ("-MTSh", "neo"), and groups behind hyphens
/// that hold a digit or are short and in capitals ("-300PU", "-SBUS"). Empty when something is attached that is no variant.
std::optional<Tail> take_variant(std::string_view text, const Run& last) {
    std::size_t at = last.end;
    bool variant = false;
    if (at < text.size() && is_alnum(text[at])) {
        if (!last.digits) return std::nullopt;  // a word with a number attached is another word
        std::size_t end = at;
        while (end < text.size() && is_alnum(text[end])) ++end;
        if (end - at == 1 && text[at] == 's') return Tail{end, false};  // plural
        if (end - at > 6) return std::nullopt;
        if (text[end - 1] == 's' && end - at > 1 && !is_lower(text[end - 2])) --end;  // "F-35As"
        at = end;
        if (at < text.size() && text[at] == 's') return Tail{at + 1, true};
        variant = true;
    }
    for (int group = 0; group < 3; ++group) {
        const auto separator = read_separator(text, at);
        if (!separator || separator->kind != '-') break;
        const std::size_t begin = at + separator->length;
        std::size_t end = begin, digits = 0, lower = 0;
        for (; end < text.size() && is_alnum(text[end]); ++end) {
            digits += is_digit(text[end]);
            lower += is_lower(text[end]);
        }
        if (lower == 1 && end - begin > 1 && text[end - 1] == 's') {
            --end;
            lower = 0;
        }
        const std::size_t size = end - begin;
        if (size == 0 || size > 8) break;
        const bool next_is_word = end + 1 < text.size() && text[end] == '-' && is_lower(text[end + 1]);  // "747-12-hour"
        if (!(digits > 0 && lower <= 3 && !(next_is_word && digits == size)) && !(lower == 0 && size <= 4)) break;
        at = end;
        variant = true;
    }
    return Tail{at, variant};
}

struct Walked {
    std::uint32_t node;
    std::size_t end;
    bool exact;
};

/// Boeing's customer codes: "737-8K5" is a 737-800 built for customer K5.
std::optional<std::string> without_customer_code(std::string_view text, const Run& model, std::size_t begin) {
    if (model.key.size() != 3 || model.key[0] != '7' || model.key[2] != '7' || begin + 3 > text.size() || !is_digit(text[begin])) return std::nullopt;
    const char a = text[begin + 1], b = text[begin + 2];
    if (!is_alnum(a) || !is_alnum(b) || is_lower(a) || is_lower(b) || (a == '0' && b == '0')) return std::nullopt;
    return std::string{text[begin], '0', '0'};
}

/// The longest listed name from a byte; `before` is the run that the walk continues from (an abbreviation of the maker).
std::optional<Walked> walk(const TypeTable& table, std::string_view text, std::size_t position, std::uint32_t node, bool after_maker) {
    const PhraseIndex& index = table.name_index;
    std::optional<Walked> best;
    std::optional<Run> before;
    std::size_t at = position;
    for (int runs = 0; runs < 10; ++runs) {
        std::size_t begin = at;
        Separator separator;
        if (before) {
            const auto found = read_separator(text, at);
            if (!found) break;
            separator = *found;
            begin = at + separator.length;
        }
        auto run = read_run(text, begin);
        if (!run || (before && !may_follow(*before, separator, *run))) break;
        bool plural = false;
        auto next = index.step(node, run->key);
        if (!next && (before || after_maker))
            if (const auto arabic = arabic_of(*run); !arabic.empty()) next = index.step(node, arabic);
        if (before && separator.kind == '-' && run->digits)
            if (const auto series = without_customer_code(text, *before, begin); series && !(next && run->key.size() >= 3))
                if (const auto customer = index.step(node, *series); customer && !index.values(*customer).empty()) {
                    next = customer;
                    run->end = begin + 3;
                    run->key = *series;
                }
        if (!next && !run->digits && run->key.size() > 3 && run->key.back() == 's') {
            next = index.step(node, std::string_view(run->key).substr(0, run->key.size() - 1));
            plural = true;
        }
        if (!next) break;
        node = *next;
        at = run->end;
        if (!index.values(node).empty()) {
            if (plural) best = Walked{node, run->end, true};
            else if (const auto tail = take_variant(text, *run)) best = Walked{node, tail->end, !tail->variant};
        }
        before = std::move(run);
    }
    return best;
}

bool is_one_piece_in_capitals(std::string_view text) {
    return text.size() >= 2 && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
}

/// What the names at a node say; `named` is the text they were read from. Empty when none of them holds here.
std::optional<TypeMatch> match_of(const TypeTable& table, const Walked& walked, std::string_view named, bool scanning, const Maker* maker = nullptr) {
    TypeMatch match;
    bool listed = false, context_free = false;
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t value : table.name_index.values(walked.node)) {
        const TypeName& name = table.names[value];
        if (name.not_an_aircraft) return std::nullopt;
        if (name.designator) {
            const std::string_view code = table.types[name.row].code;
            if (!is_one_piece_in_capitals(named) || named != code) continue;
            // In running text short designators and those of letters only are too much like other words.
            if (scanning && (code.size() < 4 || std::none_of(code.begin(), code.end(), is_digit))) continue;
        }
        if (scanning && !name.any_case && is_lower(named.front()) && std::none_of(named.begin(), named.end(), is_digit)) continue;
        listed = true;
        context_free = context_free || !name.needs_context;
        if (std::find(rows.begin(), rows.end(), name.row) == rows.end()) rows.push_back(name.row);
    }
    if (!listed) return std::nullopt;
    // One nickname of several makers: the maker in front decides.
    if (const auto is_of_maker = [&](std::uint32_t row) { return maker != nullptr && table.types[row].maker == maker->name; };
        std::any_of(rows.begin(), rows.end(), is_of_maker))
        std::erase_if(rows, [&](std::uint32_t row) { return !is_of_maker(row); });
    for (const std::uint32_t row : rows)
        if (!table.types[row].code.empty()) match.candidates.emplace_back(table.types[row].code);
    if (rows.size() == 1 && match.candidates.size() == 1) match.code = match.candidates.front();
    match.exact = walked.exact;
    match.needs_context = !context_free && walked.exact;
    return match;
}

struct MakerHit {
    const Maker* maker;
    std::size_t end;
};

std::optional<MakerHit> maker_at(const TypeTable& table, std::string_view text, std::size_t position) {
    const PhraseIndex& index = table.maker_index;
    std::optional<MakerHit> best;
    std::uint32_t node = PhraseIndex::root;
    std::size_t at = position;
    for (int runs = 0; runs < 5; ++runs) {
        std::size_t begin = at;
        if (runs > 0) {
            const auto separator = read_separator(text, at);
            if (!separator || separator->length == 0) break;
            begin = at + separator->length;
        }
        const auto run = read_run(text, begin);
        // Makers are names: they begin with a capital.
        if (!run || run->digits || is_lower(text[begin])) break;
        const auto next = index.step(node, run->key);
        if (!next) {
            if (runs == 0 && run->key.size() > 4 && run->key.back() == 's')  // "two Boeings"
                if (const auto singular = index.step(node, std::string_view(run->key).substr(0, run->key.size() - 1)))
                    if (!index.values(*singular).empty()) best = MakerHit{&table.makers[index.values(*singular).front()], run->end};
            break;
        }
        node = *next;
        at = run->end;
        if (!index.values(node).empty() && (at >= text.size() || !is_digit(text[at]))) best = MakerHit{&table.makers[index.values(node).front()], at};
    }
    return best;
}

/// The byte at which a model may follow its maker: after a blank, a hyphen or a possessive.
std::optional<std::size_t> after_maker(std::string_view text, std::size_t at) {
    auto separator = read_separator(text, at);
    if (separator && separator->kind == '\'' && at + separator->length < text.size() && text[at + separator->length] == 's') {
        at += separator->length + 1;
        separator = read_separator(text, at);
    }
    if (!separator || (separator->kind != ' ' && separator->kind != '-' && separator->kind != '/')) return std::nullopt;
    return at + separator->length;
}

std::optional<TypeMatch> match_model(const TypeTable& table, std::string_view text, std::size_t position, bool scanning) {
    const auto walked = walk(table, text, position, PhraseIndex::root, false);
    if (!walked) return std::nullopt;
    auto match = match_of(table, *walked, text.substr(position, walked->end - position), scanning);
    if (!match) return std::nullopt;
    // "a 737-mile flight"
    if (match->needs_context && is_digit(text[position]) && walked->end + 1 < text.size() && text[walked->end] == '-' && is_lower(text[walked->end + 1]))
        return std::nullopt;
    match->length = walked->end - position;
    return match;
}

std::optional<TypeMatch> match_after_maker(const TypeTable& table, std::string_view text, const MakerHit& hit, bool scanning) {
    const auto model = after_maker(text, hit.end);
    if (!model) return std::nullopt;
    // Two makers in a row: "Boeing/McDonnell Douglas C-17".
    if (const auto second = maker_at(table, text, *model); second && second->end > *model)
        if (auto match = match_after_maker(table, text, *second, scanning)) return match;
    auto walked = walk(table, text, *model, PhraseIndex::root, true);
    auto match = walked ? match_of(table, *walked, text.substr(*model, walked->end - *model), scanning, hit.maker) : std::nullopt;
    if (!match || match->maker_only) {
        for (const std::string_view abbreviation : hit.maker->abbreviations) {
            const auto node = table.name_index.step(PhraseIndex::root, abbreviation);
            if (!node) continue;
            walked = walk(table, text, *model, *node, true);
            if (walked && (match = match_of(table, *walked, text.substr(*model, walked->end - *model), scanning, hit.maker))) break;
        }
    }
    if (!match) return std::nullopt;
    match->length = walked->end;  // from the beginning of the text; the caller takes its position off
    match->needs_context = false;
    return match;
}

std::optional<TypeMatch> match_at(std::string_view text, std::size_t position, bool scanning) {
    const TypeTable& table = type_table();
    std::optional<TypeMatch> best;
    const auto beginning = PhraseIndex::beginning_at(text, position);
    if (table.name_index.may_begin(beginning)) best = match_model(table, text, position, scanning);
    if (!table.maker_index.may_begin(beginning)) return best;
    const auto maker = maker_at(table, text, position);
    if (!maker) return best;
    if (auto match = match_after_maker(table, text, *maker, scanning)) {
        match->length -= position;
        if (!best || match->length > best->length || (match->length == best->length && match->exact >= best->exact)) best = std::move(match);
        return best;
    }
    if (best && position + best->length >= maker->end) return best;
    TypeMatch match;
    match.candidates = maker->maker->types;
    match.maker_only = true;
    match.needs_context = maker->maker->needs_context;
    match.length = maker->end - position;
    if (match.candidates.empty()) return best;
    return match;
}

bool contains(const std::vector<Typecode>& list, const Typecode& code) { return std::find(list.begin(), list.end(), code) != list.end(); }

/// What two readings of parts of one name have in common.
std::vector<Typecode> common(const std::vector<Typecode>& a, const std::vector<Typecode>& b) {
    std::vector<Typecode> both;
    for (const Typecode& code : a)
        if (contains(b, code)) both.push_back(code);
    return both;
}

}  // namespace

std::optional<TypeFacts> facts_of(const Typecode& type) {
    const std::uint32_t* row = type_table().find(type);
    if (row == nullptr) return std::nullopt;
    return type_table().types[*row];
}

std::string name_of(const Typecode& type) {
    const auto facts = facts_of(type);
    if (!facts) return type.text();
    if (facts->maker.empty() || facts->model.starts_with(facts->maker)) return std::string(facts->model);
    return std::string(facts->maker) + " " + std::string(facts->model);
}

std::optional<TypeMatch> find_type_at(std::string_view text, std::size_t position) {
    if (position >= text.size()) return std::nullopt;
    return match_at(text, position, true);
}

std::optional<TypeMatch> find_type(std::string_view name) {
    constexpr std::size_t longest_name = 200;
    if (name.size() > longest_name) name = name.substr(0, longest_name);
    std::optional<TypeMatch> best;
    bool all_words = true;
    for (std::size_t at = 0; at < name.size();) {
        const auto run = read_run(name, at);
        if (!run) {
            ++at;
            continue;
        }
        const auto match = match_at(name, at, false);
        if (!match) {
            all_words = false;
            // Go on behind the whole word: what is attached to it is no beginning of a name.
            at = run->end;
            while (const auto more = read_run(name, at)) at = more->end;
            continue;
        }
        at += match->length;
        if (!best) {
            best = match;
            continue;
        }
        if (best->maker_only != match->maker_only) {
            if (best->maker_only) best = match;
            continue;
        }
        auto both = common(best->candidates, match->candidates);
        if (both.empty()) {
            // They contradict each other: the surer and the narrower one is meant.
            if ((best->needs_context && !match->needs_context) || (!best->code && match->code && best->needs_context == match->needs_context)) best = match;
            all_words = false;
            continue;
        }
        best->candidates = std::move(both);
        best->code = best->candidates.size() == 1 ? best->candidates.front() : Typecode();
        best->exact = best->exact || match->exact;
        best->needs_context = best->needs_context && match->needs_context;
    }
    if (!best) return std::nullopt;
    best->exact = best->exact && all_words;
    best->length = name.size();
    return best;
}

bool is_same_family(const Typecode& a, const Typecode& b) {
    if (a == b) return true;
    const TypeTable& table = type_table();
    const std::uint32_t* row_a = table.find(a);
    const std::uint32_t* row_b = table.find(b);
    if (row_a == nullptr || row_b == nullptr) return false;
    const auto& families_b = table.families[*row_b];
    return std::any_of(table.families[*row_a].begin(), table.families[*row_a].end(),
                       [&](std::uint32_t id) { return std::find(families_b.begin(), families_b.end(), id) != families_b.end(); });
}

bool is_same_family(const Typecode& observed, const TypeMatch& named) {
    if (contains(named.candidates, observed)) return true;
    return std::any_of(named.candidates.begin(), named.candidates.end(), [&](const Typecode& code) { return is_same_family(observed, code); });
}

bool is_same_family(const Typecode& observed, std::string_view name) {
    const auto match = find_type(name);
    return match && is_same_family(observed, *match);
}

}  // namespace flightxref
