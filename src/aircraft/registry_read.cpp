// SPDX-License-Identifier: BSL-1.0
// Three formats of aircraft data:
//  - tar1090-db aircraft.csv: hex;registration;type;flags;description;year;operator; where the n-th flag is bit n of dbFlags
//    (military, interesting, privacy address, limited display)
//  - OpenSky Network aircraft database: CSV with a header that names icao24, registration, typecode, operator, owner, model
//  - plane-alert-db: CSV with the header $ICAO,$Registration,$Operator,$Type,$ICAO Type,#CMPG,$Tag 1,$#Tag 2,$#Tag 3,Category,$#Link
#include "core/bytes.hpp"

#include <flightxref/aircraft/registry.hpp>
#include <flightxref/core/error.hpp>

#include <algorithm>
#include <utility>

namespace flightxref {
namespace {

/// The file, decompressed when it is compressed.
detail::Buffer read_text(const std::string& path) {
    detail::Buffer bytes;
    detail::read_bytes(path, bytes);
    const auto compression = detail::find_compression(bytes.view());
    if (compression == detail::Compression::none) return bytes;
    detail::Buffer text;
    // Half a table would make aircraft unknown that are in the other half.
    if (const auto failure = detail::decompress(bytes.view(), compression, text)) throw FormatError(path, failure->offset, failure->reason);
    return text;
}

struct Dialect {
    char separator = ',';
    char quote = '"';
};

/// One record from a byte on; the byte behind it. Quoted fields may hold separators, doubled quotes and line ends.
std::size_t read_record(std::string_view text, std::size_t at, const Dialect& dialect, std::vector<std::string>& fields) {
    fields.assign(1, {});
    bool quoted = false, at_start = true;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c != dialect.quote) fields.back().push_back(c);
            else if (at + 1 < text.size() && text[at + 1] == dialect.quote) fields.back().push_back(text[++at]);
            else quoted = false;
        } else if (c == dialect.quote && at_start && dialect.quote != '\0') {
            quoted = true;
            at_start = false;
        } else if (c == dialect.separator) {
            fields.emplace_back();
            at_start = true;
        } else if (c == '\n') {
            return at + 1;
        } else if (c != '\r') {
            fields.back().push_back(c);
            at_start = false;
        }
    }
    return at;
}

/// Which column of a record has what; npos for none.
struct Columns {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t address = none, registration = none, type = none, flags = none, description = none, op = none, owner = none, category = none;
    std::vector<std::size_t> tags;
    bool watch_list = false;
};

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::optional<Columns> read_header(const std::vector<std::string>& header) {
    Columns columns;
    std::size_t owner_column = Columns::none;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string name = lower(header[i]);
        const auto is = [&](std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), name) != names.end(); };
        if (is({"icao24", "$icao"})) columns.address = i;
        else if (is({"registration", "$registration"})) columns.registration = i;
        else if (is({"typecode", "$icao type"})) columns.type = i;
        else if (is({"model", "$type"})) columns.description = i;
        else if (is({"operator", "$operator"})) columns.op = i;
        else if (is({"owner"})) owner_column = i;
        else if (is({"category"})) columns.category = i;
        else if (name.find("tag ") != std::string::npos) columns.tags.push_back(i);
        if (name == "$icao") columns.watch_list = true;
    }
    if (columns.address == Columns::none || columns.registration == Columns::none) return std::nullopt;
    columns.owner = owner_column;
    return columns;
}

bool is_address(std::string_view text) {
    return text.size() == 6 && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

constexpr Columns tar1090_columns() {
    Columns columns;
    columns.address = 0;
    columns.registration = 1;
    columns.type = 2;
    columns.flags = 3;
    columns.description = 4;
    columns.op = 6;
    return columns;
}

std::string field(const std::vector<std::string>& fields, std::size_t column) { return column < fields.size() ? fields[column] : std::string(); }

RegistryEntry entry_of(const std::vector<std::string>& fields, const Columns& columns, Icao24 address, const std::string& path) {
    RegistryEntry entry;
    entry.source = path;
    entry.aircraft.icao24 = address;
    entry.aircraft.registration = Registration(field(fields, columns.registration));
    entry.aircraft.type = Typecode(field(fields, columns.type));
    entry.aircraft.operator_name = field(fields, columns.op);
    if (entry.aircraft.operator_name.empty()) entry.aircraft.operator_name = field(fields, columns.owner);
    entry.description = field(fields, columns.description);
    const std::string flags = field(fields, columns.flags);
    entry.aircraft.military = !flags.empty() && flags[0] == '1';
    entry.aircraft.privacy_address = flags.size() > 2 && flags[2] == '1';
    entry.aircraft.limited_display = flags.size() > 3 && flags[3] == '1';
    if (columns.watch_list) {
        Watch watch;
        watch.category = field(fields, columns.category);
        for (const std::size_t tag : columns.tags)
            if (std::string text = field(fields, tag); !text.empty()) watch.tags.push_back(std::move(text));
        entry.watch = std::move(watch);
    }
    return entry;
}

}  // namespace

AircraftRegistryReading read_aircraft_registry(const std::string& path) {
    const detail::Buffer bytes = read_text(path);
    const std::string_view text = bytes.view().substr(bytes.view().starts_with("\xEF\xBB\xBF") ? 3 : 0);
    if (text.empty()) throw FormatError(path, "is empty");

    Columns columns;
    Dialect dialect;
    std::size_t at = 0;
    std::vector<std::string> fields;
    if (text.size() > 6 && text[6] == ';' && is_address(text.substr(0, 6))) {
        columns = tar1090_columns();
        dialect = {';', '\0'};
    } else {
        if (text.front() == '\'') dialect.quote = '\'';
        at = read_record(text, 0, dialect, fields);
        const auto header = read_header(fields);
        if (!header) throw FormatError(path, "is no aircraft database: neither tar1090-db, OpenSky nor plane-alert-db");
        columns = *header;
    }

    AircraftRegistryReading reading;
    while (at < text.size()) {
        const std::size_t begin = at;
        at = read_record(text, at, dialect, fields);
        if (fields.size() == 1 && fields.front().empty()) continue;
        const auto address = Icao24::parse(field(fields, columns.address));
        if (!address) {
            reading.issues.push_back({IssueCode::bad_record, path, begin, "no 24-bit address in \"" + field(fields, columns.address).substr(0, 40) + "\""});
            continue;
        }
        if (fields.size() <= columns.registration) {
            reading.issues.push_back({IssueCode::bad_record, path, begin, "the record of " + address->to_string() + " ends before its registration"});
            continue;
        }
        if (auto issue = reading.registry.add(entry_of(fields, columns, *address, path))) {
            issue->offset = begin;
            reading.issues.push_back(std::move(*issue));
        }
    }
    if (reading.registry.empty()) reading.issues.push_back({IssueCode::nothing_found, path, std::nullopt, "no aircraft in it could be used"});
    return reading;
}

}  // namespace flightxref
