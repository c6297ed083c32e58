// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/decoded.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// The beginning of an input, looked over once for all formats.
struct Head {
    explicit Head(std::string_view whole);

    /// Root object (or, in an array or JSON lines, its first object) has that member, as far as the head reaches.
    bool has_key(std::string_view key) const;
    /// The first line of a CSV has that column; case does not matter.
    bool has_column(std::string_view name) const;

    std::string_view text;   ///< the whole, byte order mark and leading blanks passed over
    std::string_view start;  ///< the first 16 kB of it
    char root = 0;           ///< '{' or '[' for JSON, '<' for XML, else 0
    std::vector<std::string_view> keys;
    std::vector<std::string_view> columns;
};

struct Format {
    std::string_view name;  ///< as in Input::format
    bool (*sniff)(const Head& head);
    Decode decode;
};

/// All formats, in the order in which they are tried.
std::span<const Format> formats();

/// The format of the text, or null.
const Format* find_format(std::string_view text);

bool sniff_readsb_trace(const Head& head);
void decode_readsb_trace(const DecoderInput& input, Decoded& out, IssueLog& log);

}  // namespace flightxref::detail
