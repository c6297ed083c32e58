// SPDX-License-Identifier: BSL-1.0
#include <airport/fold.hpp>
#include <airport/names.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace flightxref::detail {
namespace {

struct Word {
    std::string_view text;
    AirportWord is;
};

constexpr AirportWord modifier{true, false, false, false}, military_modifier{true, false, false, true}, civil_end{false, true, false, false}, military_end{false, true, false, true},
    after_modifier{false, false, true, true};

// Sorted.
constexpr std::array<Word, 36> words{{{"aerodrome", civil_end}, {"afb", military_end}, {"air", military_modifier}, {"airbase", military_end}, {"airdrome", civil_end},
    {"airfield", military_end}, {"airpark", civil_end}, {"airport", civil_end}, {"airstrip", civil_end}, {"army", military_modifier}, {"base", military_end}, {"city", modifier},
    {"civil", modifier}, {"civilian", modifier}, {"corps", military_modifier}, {"county", modifier}, {"domestic", modifier}, {"executive", modifier}, {"field", after_modifier},
    {"force", military_modifier}, {"guard", military_modifier}, {"heliport", civil_end}, {"international", {true, true, false, false}}, {"intl", {true, true, false, false}},
    {"joint", military_modifier}, {"main", modifier}, {"marine", military_modifier}, {"metropolitan", modifier}, {"military", military_modifier}, {"municipal", modifier},
    {"national", modifier}, {"naval", military_modifier}, {"old", modifier}, {"regional", modifier}, {"reserve", military_modifier}, {"station", after_modifier}}};
static_assert(std::ranges::is_sorted(words, {}, &Word::text));

constexpr std::array<std::string_view, 16> military_prefixes{"joint base", "marine corps air station", "naval air station", "naval support facility", "naval station", "mcas", "nas", "raf",
    "rnas", "raaf base", "raaf", "cfb", "base aerea", "ngb", "afb", "nsf"};
constexpr std::array<std::string_view, 3> civil_prefixes{"aeropuerto internacional", "aeroporto internacional", "aerodromo"};

// Words that no airport is called by alone.
constexpr std::array<std::string_view, 24> plain_words{"air", "army", "base", "bay", "center", "central", "city", "county", "east", "hill", "island", "lake", "memorial", "new", "north", "old",
    "port", "river", "saint", "san", "south", "st", "valley", "west"};

bool begins_with_words(std::string_view text, std::string_view beginning) {
    return text.size() > beginning.size() && text.starts_with(beginning) && text[beginning.size()] == ' ';
}

std::string_view last_word(std::string_view text) {
    const std::size_t space = text.rfind(' ');
    return space == std::string_view::npos ? text : text.substr(space + 1);
}

class Forms {
  public:
    explicit Forms(const Airport& airport) : m_city(fold_name(airport.city)) {}

    void add_name(std::string_view folded) {
        std::string_view core = folded;
        bool typed = false, military = false;
        // "... international airport", "... joint reserve base", "... field": take the words of kind off the end.
        for (;;) {
            const std::string_view word = last_word(core);
            const AirportWord is = airport_word(word);
            const bool kind = is.ends || is.ends_after_modifier || (typed && is.modifies);
            if (!kind || word.size() == core.size()) break;
            military = military || (is.military && word != "field" && word != "airfield");
            typed = true;
            core.remove_suffix(word.size() + 1);
        }
        for (const std::string_view prefix : military_prefixes)
            if (begins_with_words(core, prefix)) {
                core.remove_prefix(prefix.size() + 1);
                typed = military = true;
                break;
            }
        for (const std::string_view prefix : civil_prefixes)
            if (begins_with_words(core, prefix)) {
                core.remove_prefix(prefix.size() + 1);
                typed = true;
                break;
            }
        if (typed) put(folded, AirportForm::full);
        add_core(core, typed, military);
        if (!typed || m_city.empty()) return;
        if (begins_with_words(core, m_city)) add_core(core.substr(m_city.size() + 1), typed, military);
        else if (core.size() > m_city.size() + 1 && core.ends_with(m_city) && core[core.size() - m_city.size() - 1] == ' ') add_core(core.substr(0, core.size() - m_city.size() - 1), typed, military);
        else if (core.find(m_city) == std::string_view::npos) put(m_city + ' ' + std::string(core), military ? AirportForm::military : AirportForm::civil);
    }

    std::vector<AirportName> take() { return std::move(m_names); }

  private:
    void add_core(std::string_view core, bool typed, bool military) {
        if (core.size() < 3) return;
        if (typed) put(core, military ? AirportForm::military : AirportForm::civil);
        if (core != m_city && !std::ranges::binary_search(plain_words, core)) put(core, military ? AirportForm::bare_base : AirportForm::bare);
        else if (military && core == m_city) put(core, AirportForm::bare_base);
    }

    void put(std::string_view text, AirportForm form) {
        if (std::ranges::none_of(m_names, [&](const AirportName& n) { return n.form == form && n.words == text; })) m_names.push_back({std::string(text), form});
    }

    std::string m_city;
    std::vector<AirportName> m_names;
};

}  // namespace

AirportWord airport_word(std::string_view word) {
    const auto at = std::ranges::lower_bound(words, word, {}, &Word::text);
    return at != words.end() && at->text == word ? at->is : AirportWord{};
}

std::vector<AirportName> airport_names(const Airport& airport) {
    Forms forms(airport);
    std::string_view rest = airport.name;
    if (rest.find('/') != std::string_view::npos && rest.find(" / ") == std::string_view::npos) forms.add_name(fold_name(rest));
    // "Sevastopol International Airport / Belbek Air Base", "Seoul Air Base (K-16)": several names in one.
    while (!rest.empty()) {
        const std::size_t cut = std::min({rest.find('/'), rest.find(" - "), rest.find(" – "), rest.find('('), rest.find(')')});
        const std::string folded = fold_name(rest.substr(0, cut));
        if (folded.size() >= 3) forms.add_name(folded);
        if (cut == std::string_view::npos) break;
        rest.remove_prefix(cut + 1);
    }
    return forms.take();
}

}  // namespace flightxref::detail
