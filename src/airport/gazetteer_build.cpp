// SPDX-License-Identifier: BSL-1.0
#include <flightxref/airport/airport.hpp>
#include <flightxref/geo/geodesy.hpp>

#include <airport/fold.hpp>
#include <airport/gazetteer_index.hpp>
#include <airport/names.hpp>
#include <airport/rows.hpp>
#include <reference/table.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace flightxref::detail {
namespace {

using Row = std::vector<std::string_view>;

// Weights put names on one scale with city populations.
constexpr std::uint32_t country_weight = 100'000'000, territory_weight = 4'000'000, capital_bonus = 20'000'000;

std::uint32_t weight_of(const Airport& airport) {
    switch (airport.size) {
        case AirportSize::large: return 1'500'000;
        case AirportSize::medium: return 400'000;
        case AirportSize::closed: return 100'000;
        case AirportSize::small: return 20'000;
        case AirportSize::heliport:
        case AirportSize::seaplane_base: return 2'000;
    }
    return 2'000;
}

/// How far a city of that many people reaches, kilometres.
float city_extent_km(std::uint32_t people) { return std::clamp(static_cast<float>(std::sqrt(people) * 0.012), 4.0f, 40.0f); }

Position position_of(std::string_view latitude, std::string_view longitude) {
    return Position::from_degrees(parse_number(latitude).value_or(0), parse_number(longitude).value_or(0)).value_or(Position{});
}

/// "Seongnam-si", "Gifu-shi", "Hyesan-dong": GeoNames adds the kind of municipality, newsrooms leave it away.
std::string_view without_kind(std::string_view name, std::string_view country) {
    if (country != "KR" && country != "KP" && country != "JP") return name;
    for (const std::string_view kind : {"-si", "-shi", "-gun", "-eup", "-dong", "-ri", "-machi"})
        if (name.ends_with(kind) && name.size() > kind.size() + 2) return name.substr(0, name.size() - kind.size());
    return name;
}

bool is_military(std::string_view name) {
    for (const std::string_view word : {"Air Base", "Airbase", "Air Force", "Army Air", "Naval", "Navy"})
        if (name.find(word) != std::string_view::npos) return true;
    return false;
}

/// "UAE", "U.S.", "N.Z.": only meant when printed in capitals.
bool is_abbreviation(std::string_view name) {
    return name.size() <= 9 && std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

}  // namespace

NameHash hash_of(std::string_view folded) {
    NameHash hash = no_words;
    while (!folded.empty()) {
        const std::size_t space = folded.find(' ');
        hash = add_word(hash, folded.substr(0, space));
        folded.remove_prefix(space == std::string_view::npos ? folded.size() : space + 1);
    }
    return hash;
}

void NameMap::reserve(std::size_t n) {
    std::size_t size = 16;
    while (size < n * 2) size *= 2;
    if (size > m_slots.size()) grow(size);
}

void NameMap::grow(std::size_t size) {
    std::vector<NameSlot> old = std::exchange(m_slots, std::vector<NameSlot>(size));
    m_mask = size - 1;
    for (const NameSlot& slot : old) {
        if (slot.hash == 0) continue;
        std::size_t i = slot.hash & m_mask;
        while (m_slots[i].hash != 0) i = (i + 1) & m_mask;
        m_slots[i] = slot;
    }
}

NameSlot& NameMap::insert(NameHash hash) {
    if ((m_used + 1) * 2 > m_slots.size()) grow(m_slots.size() * 2);
    std::size_t i = hash & m_mask;
    while (m_slots[i].hash != 0 && m_slots[i].hash != hash) i = (i + 1) & m_mask;
    if (m_slots[i].hash == 0) {
        m_slots[i].hash = hash;
        ++m_used;
    }
    return m_slots[i];
}

GazetteerData::GazetteerData() {
    entries.reserve(64'000);
    m_namings.reserve(200'000);
    names.reserve(150'000);
    for_each_row(builtin_table("name_words"), [&](const Row& row) { m_common_words.emplace(row[0], row[1]); });
    read_countries();
    read_cities();
    rename_cities();
    read_landmarks();
    place_countries();
    read_regions();
    read_airports();
    index_names();
    m_namings = {};
    m_cities = {};
    m_common_words = {};
}

std::string_view GazetteerData::keep(std::string text) { return m_strings.emplace_back(std::move(text)); }

std::uint32_t GazetteerData::add_entry(const GazetteerEntry& entry) {
    entries.push_back(entry);
    return static_cast<std::uint32_t>(entries.size() - 1);
}

bool GazetteerData::is_common(const std::string& folded) const { return m_common_words.contains(folded); }

/// Makes the scanner able to walk to the end of a folded name.
NameHash GazetteerData::walk(std::string_view folded) {
    NameHash hash = no_words;
    for (;;) {
        const std::size_t space = folded.find(' ');
        hash = add_word(hash, folded.substr(0, space));
        if (space == std::string_view::npos) break;
        folded.remove_prefix(space + 1);
        names.insert(hash).has_longer = true;
    }
    names.insert(hash);
    return hash;
}

void GazetteerData::add_name(std::uint32_t entry, std::string_view name, NameUse use, bool needs_context) {
    fold_name(name, m_folded);
    if (!m_folded.empty()) m_namings.push_back({walk(m_folded), entry, use, needs_context || is_common(m_folded)});
}

void GazetteerData::add_airport_name(std::uint32_t entry, const AirportName& name) {
    switch (name.form) {
        case AirportForm::full: m_namings.push_back({walk(name.words), entry, NameUse::name, false}); break;
        case AirportForm::bare:  // a name that is a city's somewhere ("Lincoln", "Santiago") is not the airport's
            if (!cities_called(name.words).empty()) break;
            [[fallthrough]];
        case AirportForm::bare_base: m_namings.push_back({walk(name.words), entry, NameUse::name, true, name.words == fold_name(entries[entry].city)}); break;
        case AirportForm::civil:
        case AirportForm::military: {
            const NameHash hash = walk(name.words);
            names.insert(hash).before_airport = true;
            const NameHash with_word = mix(hash ^ (name.form == AirportForm::civil ? with_civil_word : with_base_word));
            names.insert(with_word);
            m_namings.push_back({with_word, entry, NameUse::name, false});
        }
    }
}

std::span<const std::pair<NameHash, std::uint32_t>> GazetteerData::cities_called(std::string_view folded) const {
    const auto range = std::ranges::equal_range(m_cities, hash_of(folded), {}, &std::pair<NameHash, std::uint32_t>::first);
    return {range.begin(), range.end()};
}

void GazetteerData::add_abbreviation(std::uint32_t entry, std::string_view letters, NameUse use, bool needs_context) {
    std::string plain;
    for (const char c : letters)
        if (c != '.') plain += c;
    const NameHash hash = add_word(abbreviation, plain);
    names.insert(hash);
    m_namings.push_back({hash, entry, use, needs_context || m_common_words.contains(plain)});
}

void GazetteerData::add_either(std::uint32_t entry, std::string_view name, NameUse use) {
    if (is_abbreviation(name)) add_abbreviation(entry, name, use, false);
    else add_name(entry, name, use, false);
}

void GazetteerData::read_countries() {
    for_each_row(builtin_table("countries"), [&](const Row& row) {
        GazetteerEntry entry;
        entry.name = row[1];
        entry.country = row[0];
        entry.kind = PlaceKind::country;
        entry.weight = row[6].empty() ? country_weight : territory_weight;
        const std::uint32_t at = add_entry(entry);
        country_entry.emplace(row[0], at);
        add_name(at, row[1], NameUse::name, false);
        for (const std::string_view name : split_list(row[2])) add_either(at, name, NameUse::name);
        for (const std::string_view name : split_list(row[3])) {
            add_name(at, name, NameUse::demonym, false);
            // "Russians", "Poles"; not of "Chinese", "French", "Polish".
            if (!name.ends_with("s") && !name.ends_with("ese") && !name.ends_with("ch") && !name.ends_with("sh")) add_name(at, std::string(name) + "s", NameUse::demonym, false);
        }
        for (const std::string_view name : split_list(row[4])) add_name(at, name, NameUse::government, false);
    });
}

void GazetteerData::read_cities() {
    std::string_view country, zone;
    for_each_row(builtin_table("cities"), [&](const Row& row) {
        if (!row[1].empty()) country = row[1];
        if (!row[7].empty()) zone = row[7];
        const auto people = static_cast<std::uint32_t>(parse_number(row[5]).value_or(0));
        GazetteerEntry entry;
        entry.name = entry.city = without_kind(row[0], country);
        entry.country = country;
        entry.subdivision = row[2];
        entry.zone = zone;
        entry.centre = position_of(row[3], row[4]);
        entry.extent_km = city_extent_km(people);
        entry.weight = people;
        fold_name(entry.name, m_folded);
        m_cities.emplace_back(hash_of(m_folded), add_entry(entry));
    });
    std::ranges::sort(m_cities);
}

/// place_names.csv: the usual English name and other spellings of cities, and places GeoNames has no city for.
void GazetteerData::rename_cities() {
    std::vector<std::pair<NameHash, std::uint32_t>> renamed;
    for_each_row(builtin_table("place_names"), [&](const Row& row) {
        std::vector<std::string_view> spellings = split_list(row[2]);
        spellings.insert(spellings.begin(), row[0]);
        std::uint32_t best = 0;
        bool found = false;
        for (const std::string_view spelling : spellings) {
            for (const auto& [hash, i] : cities_called(fold_name(spelling)))
                if (entries[i].country == row[1] && (row[3].empty() || distance_km(entries[i].centre, position_of(row[3], row[4])) < 60) &&
                    (!found || entries[i].weight > entries[best].weight)) {
                    best = i;
                    found = true;
                }
        }
        if (!found) {
            if (row[3].empty()) return;
            GazetteerEntry entry;
            entry.country = row[1];
            entry.centre = position_of(row[3], row[4]);
            entry.weight = static_cast<std::uint32_t>(parse_number(row[5]).value_or(1000));
            entry.extent_km = city_extent_km(entry.weight);
            const auto near = AirportTable::built_in().near(entry.centre, 300);
            const auto same = std::ranges::find(near, row[1], [](const NearAirport& n) { return std::string_view(n.airport->country); });
            if (same != near.end()) entry.zone = same->airport->zone;
            best = add_entry(entry);
        }
        entries[best].name = entries[best].city = row[0];
        renamed.emplace_back(hash_of(fold_name(row[0])), best);
        for (const std::string_view spelling : split_list(row[2])) add_either(best, spelling, NameUse::name);
    });
    m_cities.insert(m_cities.end(), renamed.begin(), renamed.end());
    std::ranges::sort(m_cities);
    const auto cities_end = static_cast<std::uint32_t>(entries.size());
    for (std::uint32_t i = 0; i < cities_end; ++i) {
        const GazetteerEntry& entry = entries[i];
        if (entry.kind != PlaceKind::city) continue;
        // A small town's name in running text is more often a person, a company or a word.
        add_name(i, entry.name, NameUse::name, entry.weight < 100'000);
    }
}

/// landmarks.csv: named for the city they stand in.
void GazetteerData::read_landmarks() {
    for_each_row(builtin_table("landmarks"), [&](const Row& row) {
        const std::uint32_t* best = nullptr;
        for (const auto& [hash, i] : cities_called(fold_name(row[1])))
            if (entries[i].country == row[2] && (!best || entries[i].weight > entries[*best].weight)) best = &i;
        if (best) add_name(*best, row[0], NameUse::landmark, false);
    });
}

/// Capitals; centres, extents and zones of countries from their cities.
void GazetteerData::place_countries() {
    for_each_row(builtin_table("countries"), [&](const Row& row) {
        if (row[5].empty()) return;
        const std::uint32_t nation = country_entry.at(row[0]);
        for (const auto& [hash, i] : cities_called(fold_name(row[5]))) {
            if (entries[i].country != row[0] || (capital_entry.contains(row[0]) && entries[capital_entry.at(row[0])].weight >= entries[i].weight)) continue;
            capital_entry[row[0]] = i;
        }
        if (!capital_entry.contains(row[0])) return;
        GazetteerEntry& capital = entries[capital_entry.at(row[0])];
        if (row[6].empty()) {
            capital.weight += capital_bonus;
            add_name(nation, capital.name, NameUse::government, false);
        } else {
            capital.weight = std::max(capital.weight, 150'000u);
        }
        entries[nation].zone = capital.zone;
    });
    struct Extent {
        double south = 90, north = -90, west = 180, east = -180;
    };
    std::unordered_map<std::string_view, Extent> boxes;
    const auto widen = [&](std::string_view country, Position p) {
        Extent& box = boxes[country];
        box.south = std::min(box.south, p.latitude());
        box.north = std::max(box.north, p.latitude());
        box.west = std::min(box.west, p.longitude());
        box.east = std::max(box.east, p.longitude());
    };
    for (const GazetteerEntry& entry : entries)
        if (entry.kind == PlaceKind::city) widen(entry.country, entry.centre);
    for (const Airport& airport : AirportTable::built_in().airports())
        if (!boxes.contains(airport.country) || airport.size <= AirportSize::medium) widen(airport.country, airport.position);
    for (auto& [iso, i] : country_entry) {
        const auto box = boxes.find(iso);
        if (box == boxes.end()) continue;
        GazetteerEntry& entry = entries[i];
        const Extent& b = box->second;
        // Over the date line the box goes round the world: such a country lies where its capital is.
        const bool wraps = b.east - b.west > 180;
        const auto capital = capital_entry.find(iso);
        entry.centre = wraps && capital != capital_entry.end() ? entries[capital->second].centre : *Position::from_degrees((b.south + b.north) / 2, (b.west + b.east) / 2);
        entry.extent_km = static_cast<float>(wraps ? 3000.0 : std::max(10.0, distance_km(entry.centre, *Position::from_degrees(b.north, b.east))));
        if (entry.zone.empty()) {
            const auto near = AirportTable::built_in().near(entry.centre, entry.extent_km + 50.0);
            const auto same = std::ranges::find(near, iso, [](const NearAirport& n) { return std::string_view(n.airport->country); });
            if (same != near.end()) entry.zone = same->airport->zone;
        }
    }
}

void GazetteerData::read_regions() {
    for_each_row(builtin_table("regions"), [&](const Row& row) {
        GazetteerEntry entry;
        entry.name = row[0];
        entry.kind = PlaceKind::region;
        entry.country = row[2];
        entry.subdivision = row[3];
        entry.zone = row[4];
        entry.weight = static_cast<std::uint32_t>(parse_number(row[9]).value_or(1'000'000));
        const Position south_west = position_of(row[5], row[6]), north_east = position_of(row[7], row[8]);
        const double width = north_east.longitude() - south_west.longitude();
        double middle = south_west.longitude() + (width < 0 ? width + 360 : width) / 2;
        if (middle > 180) middle -= 360;
        entry.centre = *Position::from_degrees((south_west.latitude() + north_east.latitude()) / 2, middle);
        entry.extent_km = static_cast<float>(distance_km(entry.centre, north_east));
        const std::uint32_t at = add_entry(entry);
        add_name(at, row[0], NameUse::name, false);
        for (const std::string_view name : split_list(row[1])) add_either(at, name, NameUse::name);
    });
}

void GazetteerData::read_airports() {
    const AirportTable& table = AirportTable::built_in();
    std::unordered_map<std::string, std::vector<const Airport*>> by_city;
    for (const Airport& airport : table.airports()) {
        const bool military = is_military(airport.name);
        if (airport.code.size() != 4 && airport.iata.empty() && airport.size > AirportSize::medium && !military) continue;
        if (airport.size >= AirportSize::heliport && airport.size != AirportSize::closed) continue;
        GazetteerEntry entry;
        entry.name = airport.name;
        entry.city = airport.city;
        entry.icao = airport.code;
        entry.country = airport.country;
        entry.subdivision = airport.subdivision;
        entry.zone = airport.zone;
        entry.centre = airport.position;
        entry.extent_km = 3;
        entry.weight = weight_of(airport);
        entry.kind = PlaceKind::airport;
        const std::uint32_t at = add_entry(entry);
        airport_entry.emplace(airport.code, at);
        if (airport.size > AirportSize::medium && airport.size != AirportSize::closed && airport.iata.empty() && !military) {
            add_name(at, airport.name, NameUse::name, true);
        } else {
            for (const AirportName& name : airport_names(airport)) add_airport_name(at, name);
            if (airport.size <= AirportSize::medium && !airport.city.empty()) by_city[airport.country + fold_name(airport.city)].push_back(&airport);
        }
        if (airport.code.size() == 4 && std::ranges::all_of(airport.code, [](char c) { return c >= 'A' && c <= 'Z'; })) add_abbreviation(at, airport.code, NameUse::code, true);
        if (!airport.iata.empty()) add_abbreviation(at, airport.iata, NameUse::code, true);
    }
    // "Dushanbe airport": where a city has but one.
    for (const auto& [city, list] : by_city)
        if (list.size() == 1) add_airport_name(airport_entry.at(list.front()->code), {fold_name(list.front()->city), AirportForm::civil});
    for_each_row(builtin_table("airport_names"), [&](const Row& row) {
        const auto at = airport_entry.find(row[0]);
        if (at == airport_entry.end()) return;
        for (const std::string_view name : split_list(row[1])) add_either(at->second, name, NameUse::name);
    });
}

void GazetteerData::index_names() {
    // The same place may have a name twice; the naming that needs no context wins.
    std::ranges::sort(m_namings, {}, [](const Naming& n) { return std::tuple(n.hash, n.entry, n.use, n.needs_context); });
    const auto same = std::ranges::unique(m_namings, [](const Naming& a, const Naming& b) { return a.hash == b.hash && a.entry == b.entry && a.use == b.use; });
    m_namings.erase(same.begin(), same.end());
    // "in Sintra" is the town and not its base, unless hand-kept names say so.
    const auto weight = [&](const Naming& n) {
        const GazetteerEntry& entry = entries[n.entry];
        return static_cast<std::int64_t>(n.of_town ? std::min(entry.weight, 10'000u) : entry.weight);
    };
    const auto rank = [&](const Naming& n) { return std::tuple(n.hash, n.use == NameUse::government, -weight(n), n.entry); };
    std::ranges::sort(m_namings, {}, rank);
    candidates.reserve(m_namings.size());
    for (std::size_t i = 0; i < m_namings.size();) {
        NameSlot& slot = names.insert(m_namings[i].hash);
        slot.begin = static_cast<std::uint32_t>(candidates.size());
        const NameHash hash = slot.hash;
        for (; i < m_namings.size() && m_namings[i].hash == hash; ++i) candidates.push_back({&entries[m_namings[i].entry], m_namings[i].use, m_namings[i].needs_context});
        slot.count = static_cast<std::uint16_t>(std::min<std::size_t>(candidates.size() - slot.begin, 0xFFFF));
    }
}

}  // namespace flightxref::detail
