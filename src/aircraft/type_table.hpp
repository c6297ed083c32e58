// SPDX-License-Identifier: BSL-1.0
// src/reference/type_names.csv and aircraft_makers.csv, read once.
#pragma once

#include <flightxref/aircraft/type_names.hpp>

#include <aircraft/phrase_index.hpp>

#include <unordered_map>

namespace flightxref::detail {

/// One spelling in the index.
struct TypeName {
    std::uint32_t row;      ///< of TypeTable::types
    bool needs_context;
    bool family;            ///< the name of a whole family: its types are variants of one model
    bool designator;        ///< the Doc 8643 designator itself, to be written in capitals and in one piece
    bool not_an_aircraft;   ///< a longer name that only looks like one ("Falcon 9")
    bool any_case;          ///< a common noun ("airship"); others begin with a capital or hold a digit
};

struct Maker {
    std::string_view name;
    bool needs_context;                          ///< an everyday word or surname too ("Bell", "Mil")
    std::vector<std::string_view> abbreviations; ///< of its designations: "Ilyushin 62" is "Il-62"
    std::vector<Typecode> types;
};

struct TypeTable {
    TypeTable();

    std::vector<TypeFacts> types;
    std::unordered_map<std::string_view, std::uint32_t> by_code;
    std::vector<std::vector<std::uint32_t>> families;  ///< by row: the ids of the families it belongs to
    std::vector<TypeName> names;                       ///< values of name_index
    PhraseIndex name_index;
    std::vector<Maker> makers;
    PhraseIndex maker_index;

    const std::uint32_t* find(const Typecode& code) const;
};

const TypeTable& type_table();

}  // namespace flightxref::detail
