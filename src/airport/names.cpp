// SPDX-License-Identifier: BSL-1.0
#include <airport/fold.hpp>
#include <airport/names.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace flightxref::detail {
namespace {

enum class Kind : unsigned char { civil, international, military, field };

struct Affix {
    std::string_view words;
    Kind kind;
};

// Longest first.
constexpr std::array<Affix, 33> suffixes{{{" joint reserve base", Kind::military}, {" marine corps air station", Kind::military}, {" naval air station", Kind::military},
    {" air force station", Kind::military}, {" air national guard base", Kind::military}, {" air reserve base", Kind::military}, {" army air field", Kind::military},
    {" international airport", Kind::international}, {" air force base", Kind::military}, {" military air base", Kind::military}, {" military airfield", Kind::military},
    {" military airport", Kind::military}, {" army airfield", Kind::military}, {" regional airport", Kind::civil}, {" municipal airport", Kind::civil},
    {" domestic airport", Kind::civil}, {" national airport", Kind::civil}, {" metropolitan airport", Kind::civil}, {" executive airport", Kind::civil},
    {" county airport", Kind::civil}, {" civil airport", Kind::civil}, {" city airport", Kind::civil}, {" air station", Kind::military}, {" air base", Kind::military},
    {" airbase", Kind::military}, {" airfield", Kind::field}, {" aerodrome", Kind::field}, {" airpark", Kind::field}, {" airstrip", Kind::field},
    {" heliport", Kind::field}, {" airport", Kind::civil}, {" field", Kind::field}, {" afb", Kind::military}}};

constexpr std::array<std::string_view, 17> prefixes{"joint base ", "marine corps air station ", "naval air station ", "naval support facility ", "naval station ", "mcas ", "nas ",
    "raf ", "rnas ", "raaf base ", "raaf ", "cfb ", "base aerea ", "aeropuerto internacional ", "aeroporto internacional ", "aerodromo ", "wsk "};

bool starts_with_words(std::string_view text, std::string_view words) {
    return text.starts_with(words) && (text.size() == words.size() || text[words.size()] == ' ');
}

class Forms {
  public:
    explicit Forms(const Airport& airport) : m_city(fold_name(airport.city)) {}

    void add_name(std::string_view folded) {
        std::string_view core = folded;
        Kind kind = Kind::civil;
        bool typed = false;
        for (const Affix& suffix : suffixes)
            if (core.size() > suffix.words.size() && core.ends_with(suffix.words)) {
                core.remove_suffix(suffix.words.size());
                kind = suffix.kind;
                typed = true;
                break;
            }
        for (const std::string_view prefix : prefixes)
            if (core.size() > prefix.size() && core.starts_with(prefix)) {
                core.remove_prefix(prefix.size());
                if (!typed) kind = Kind::military;
                typed = true;
                break;
            }
        if (!typed) {
            if (folded != m_city) put(folded, true);
            return;
        }
        put(folded, false);
        add_core(core, kind);
        if (m_city.empty()) return;
        if (starts_with_words(core, m_city) && core.size() > m_city.size()) add_core(core.substr(m_city.size() + 1), kind);
        else if (core.size() > m_city.size() + 1 && core.ends_with(m_city) && core[core.size() - m_city.size() - 1] == ' ')
            add_core(core.substr(0, core.size() - m_city.size() - 1), kind);
        else if (core.find(m_city) == std::string_view::npos) add_core(m_city + ' ' + std::string(core), kind);
    }

    std::vector<AirportName> take() { return std::move(m_names); }

  private:
    void add_core(std::string_view core, Kind kind) {
        if (core.size() < 3) return;
        const std::string words(core);
        put(words + " airport", false);
        if (kind == Kind::international) put(words + " international airport", false), put(words + " international", false);
        if (kind == Kind::civil) put(words + " international airport", false);
        if (kind == Kind::military)
            for (const char* word : {" air base", " airbase", " airfield", " air force base", " military airfield", " military airport", " military base", " base", " afb"}) put(words + word, false);
        if (kind == Kind::field) put(words + " field", false), put(words + " airfield", false), put(words + " aerodrome", false);
        if (core != m_city) put(core, true);
    }

    void put(std::string_view words, bool bare) {
        if (std::ranges::find(m_names, words, &AirportName::words) == m_names.end()) m_names.push_back({std::string(words), bare});
    }

    std::string m_city;
    std::vector<AirportName> m_names;
};

}  // namespace

std::vector<AirportName> airport_names(const Airport& airport) {
    Forms forms(airport);
    std::string_view rest = airport.name;
    if (airport.name.find('/') != std::string::npos && airport.name.find(" / ") == std::string::npos) forms.add_name(fold_name(airport.name));
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
