// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/airport/place.hpp>
#include <flightxref/time/instant.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace flightxref {

/// A piece of news and what is known about its publication.
struct Document {
    std::string id;                       ///< unique among the documents of one call
    std::string title;                    ///< not part of `text`
    std::string text;                     ///< UTF-8; paragraphs separated by line feeds
    std::optional<CivilDate> published;   ///< on the calendar of `published_zone`
    std::optional<Instant> published_at;  ///< only when the hour is known
    std::string published_zone = "UTC";   ///< IANA zone the outlet keeps
    std::optional<Place> dateline;
    std::string source;                   ///< the file it was read from; may be empty
};

/// A stretch of a document's text, [begin, end), in bytes and in Unicode code points.
struct Span {
    std::size_t begin = 0, end = 0;
    std::size_t code_point_begin = 0, code_point_end = 0;

    bool empty() const { return begin == end; }
    bool operator==(const Span&) const = default;
};

}  // namespace flightxref
