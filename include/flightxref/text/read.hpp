// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/core/batch.hpp>
#include <flightxref/text/document.hpp>

#include <optional>
#include <string>

namespace flightxref {

/// What a plain text file can not say of itself. A JSON document's own fields win.
struct ReadDocumentsOptions {
    std::string published = {};       ///< "2023-10-19" or "2023-10-19T20:00+09:00"; a FormatError when it is neither
    std::string published_zone = {};  ///< IANA; a FormatError when unknown
    std::string title = {};
};

/// Reads a `.txt`/`.md` article, a `.json` document, JSON lines, or every such file of a folder; "-" is standard input.
/// JSON is `{id, title, text, published, published_zone, dateline}`; other keys are ignored. What is one is decided by
/// content, not by name. An id that is missing is the file's stem (with ":LINE" in JSON lines).
/// Throws IoError when the path can not be read and FormatError when nothing in it is a document; a single bad line or file
/// among good ones is an Issue. Bytes that are not UTF-8 are kept in place and reported with their offset.
Batch<Document> read_documents(const std::string& path, const ReadDocumentsOptions& options = {});

}  // namespace flightxref
