// SPDX-License-Identifier: BSL-1.0
// src/reference/operators.csv, read once.
#pragma once

#include <flightxref/aircraft/operators.hpp>

#include <aircraft/phrase_index.hpp>

#include <unordered_map>

namespace flightxref::detail {

struct OperatorName {
    std::uint32_t row;    ///< of OperatorTable::operators
    bool needs_context;   ///< the words mean other things too
    bool capitals;        ///< an abbreviation: read in capitals only
    bool any_case;        ///< itself written with a small letter first ("flydubai")
};

struct OperatorTable {
    OperatorTable();

    std::vector<Operator> operators;
    std::unordered_map<std::string, std::uint32_t> by_name;  ///< key of the folded name without blanks
    std::unordered_map<std::string_view, std::uint32_t> by_icao;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_iata;
    std::unordered_map<std::string, std::uint32_t> by_prefix;  ///< of callsigns, spoken or sent, without blanks
    std::size_t longest_prefix = 0;
    std::vector<OperatorName> names;
    PhraseIndex name_index;
};

const OperatorTable& operator_table();

/// Letters and digits of a name in lower case, accents removed, nothing between them.
std::string folded_key(std::string_view name);

}  // namespace flightxref::detail
