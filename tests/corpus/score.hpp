// SPDX-License-Identifier: BSL-1.0
// How well extracted claims answer annotated ones; the rules are in SCHEMA.md, section 5.
#pragma once

#include <flightxref/time/iso8601.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace corpus {

using Json = nlohmann::json;

inline const Json& member(const Json& object, const char* key) {
    static const Json null;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found == object.end() ? null : *found;
}

inline std::string text(const Json& object, const char* key) {
    const Json& value = member(object, key);
    return value.is_string() ? value.get<std::string>() : std::string();
}

inline std::string lower(std::string value) {
    std::transform(value.begin(), value.end(), value.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return value;
}

/// Length of the common part of two [begin, end) pairs, 0 when one is missing.
inline long overlap(const Json& a, const Json& b) {
    if (!a.is_array() || !b.is_array()) return 0;
    return std::max(0L, std::min(a[1].get<long>(), b[1].get<long>()) - std::max(a[0].get<long>(), b[0].get<long>()));
}

inline std::array<std::string, 3> identifiers(const Json& claim) {
    std::array<std::string, 3> ids;
    const std::array keys{"registration", "callsign", "flight_number"};
    for (std::size_t i = 0; i < keys.size(); ++i)
        for (const char c : text(member(claim, "aircraft"), keys[i]))
            if (c != ' ' && c != '-') ids[i] += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return ids;
}

inline std::string place_key(const Json& place) {
    const std::string kind = text(place, "kind");
    if (kind == "airport" || kind == "city") return lower(text(place, "city").empty() ? text(place, "name") : text(place, "city"));
    return text(place, "country").empty() ? lower(text(place, "name")) : text(place, "country");
}

inline bool same_place(const Json& gold, const Json& found) {
    if (!gold.is_object() || !found.is_object()) return gold.is_object() == found.is_object();
    if (!text(gold, "icao").empty() && !text(found, "icao").empty()) return text(gold, "icao") == text(found, "icao");
    return place_key(gold) == place_key(found);
}

inline std::optional<std::pair<double, double>> interval(const Json& time) {
    const auto from = flightxref::parse_instant(text(time, "earliest")), to = flightxref::parse_instant(text(time, "latest"));
    if (!from || !to) return std::nullopt;
    return std::pair(flightxref::to_epoch_seconds(*from), flightxref::to_epoch_seconds(*to));
}

/// A gold interval of a minute or less must be met within two minutes; wider ones need half of their union in common, or a
/// finding inside the gold that is at least a tenth as wide.
inline bool same_time(const Json& gold, const Json& found) {
    if (!gold.is_object() || !found.is_object()) return gold.is_object() == found.is_object();
    const auto g = interval(gold), f = interval(found);
    if (!g || !f) return false;
    const auto [a, b] = *g;
    const auto [c, d] = *f;
    if (b - a <= 60) return c - 120 <= a && b <= d + 120 && d - c <= 900;
    const double common = std::max(0.0, std::min(b, d) - std::max(a, c) + 1), all = std::max(b, d) - std::min(a, c) + 1;
    return common / all >= 0.5 || (a <= c && d <= b && d - c + 1 >= 0.1 * (b - a + 1));
}

inline constexpr std::array field_names{"modality", "mode", "ids", "origin", "destination", "time"};

inline std::array<bool, field_names.size()> judge(const Json& gold, const Json& found) {
    return {text(gold, "modality") == text(found, "modality"),         text(gold, "mode") == text(found, "mode"),
            identifiers(gold) == identifiers(found),                   same_place(member(gold, "origin"), member(found, "origin")),
            same_place(member(gold, "destination"), member(found, "destination")), same_time(member(gold, "time"), member(found, "time"))};
}

struct Score {
    int found = 0, false_alarms = 0, missed = 0, full = 0, hard_negative_alarms = 0, documents = 0;
    std::array<int, field_names.size()> fields{};
    std::map<std::string, std::array<int, 3>> events;  // found, false, missed

    double f1() const { return 2.0 * found / std::max(1, 2 * found + false_alarms + missed); }
    double full_f1() const { return 2.0 * full / std::max(1, 2 * found + false_alarms + missed); }
};

/// Pairs annotated and found claims one to one, the best agreement first.
inline std::vector<std::pair<std::size_t, std::size_t>> pair_up(const Json& gold, const Json& found) {
    std::vector<std::tuple<long, std::size_t, std::size_t>> rivals;
    for (std::size_t i = 0; i < gold.size(); ++i)
        for (std::size_t j = 0; j < found.size(); ++j) {
            const Json &g = gold[i], &f = found[j], &trigger = g["trigger_span"];
            if (text(g, "event") != text(f, "event")) continue;
            if (!overlap(f["trigger_span"], trigger) && !overlap(f["quote_span"], trigger)) continue;
            const auto right = judge(g, f);
            rivals.emplace_back(-(overlap(f["trigger_span"], trigger) * 10 + right[2] * 5 + right[5] * 4 + right[4] * 3 + right[3] * 2 + right[0]), i, j);
        }
    std::stable_sort(rivals.begin(), rivals.end(), [](const auto& a, const auto& b) { return std::get<0>(a) < std::get<0>(b); });
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::vector<bool> used_gold(gold.size()), used_found(found.size());
    for (const auto& [rank, i, j] : rivals) {
        if (used_gold[i] || used_found[j]) continue;
        used_gold[i] = used_found[j] = true;
        pairs.emplace_back(i, j);
    }
    return pairs;
}

inline void add_document(Score& score, const Json& document, const Json& found) {
    const Json& gold = document["claims"];
    const auto pairs = pair_up(gold, found);
    std::vector<bool> answered(gold.size()), answering(found.size());
    for (const auto& [i, j] : pairs) {
        answered[i] = answering[j] = true;
        const auto right = judge(gold[i], found[j]);
        for (std::size_t k = 0; k < right.size(); ++k) score.fields[k] += right[k];
        score.full += std::all_of(right.begin(), right.end(), [](bool ok) { return ok; });
        ++score.events[text(gold[i], "event")][0];
        ++score.found;
    }
    for (std::size_t j = 0; j < found.size(); ++j) {
        if (answering[j]) continue;
        const Json& ignored = member(document, "ignore_spans");
        if (std::any_of(ignored.begin(), ignored.end(), [&](const Json& span) { return overlap(found[j]["trigger_span"], span["span"]) > 0; })) continue;
        ++score.events[text(found[j], "event")][1];
        ++score.false_alarms;
        score.hard_negative_alarms += gold.empty();
    }
    for (std::size_t i = 0; i < gold.size(); ++i) {
        if (answered[i]) continue;
        ++score.events[text(gold[i], "event")][2];
        ++score.missed;
    }
    ++score.documents;
}

}  // namespace corpus
