// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/subject.hpp"

#include <flightxref/text/time_expression.hpp>

#include <vector>

namespace flightxref::detail {

/// How a place stands to the verb, by its preposition.
enum class PlaceRole : std::uint8_t { object, source, goal, at, path, via, off };

struct PlaceArgument {
    std::uint32_t mention = 0;
    PlaceRole role = PlaceRole::at;
    bool fronted = false;   ///< before the subject
    bool way = false;       ///< "bound for", "on the way to"
    std::uint32_t list_end = 0;  ///< one past the last mention of its list
    std::uint32_t list_size = 1;
};

/// What stands around a verb in its clause.
struct Arguments {
    std::uint32_t begin = 0, end = 0;       ///< tokens of the clause
    std::vector<PlaceArgument> places;
    std::vector<std::uint32_t> aboard;      ///< carriers travelled on: mentions
    std::vector<std::uint32_t> passengers;  ///< persons named as aboard: mentions
    std::vector<std::uint32_t> objects;     ///< persons and carriers taken along: mentions
    std::vector<std::uint32_t> times;       ///< time expressions, by index
    bool fronted_time = false;
    TravelMode stated_mode = TravelMode::unknown;  ///< "by train"
};

/// "flew Moscow-Latakia": a dash joins the place with the next.
bool is_dashed_pair(const SentenceView& view, const PlaceArgument& place);

PlaceRole role_of_preposition(std::string_view preposition);

Arguments find_arguments(const SentenceView& view, const Mentions& mentions, std::uint32_t group, const std::vector<Subject>& subjects,
                         const std::vector<TimeExpression>& times);

}  // namespace flightxref::detail
