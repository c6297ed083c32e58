// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/json_doc.hpp"

#include <initializer_list>
#include <string_view>

namespace flightxref::detail {

/// Like for_each_json() for documents whose bulk is one array of records, which is found at the end of the path of names; with
/// an empty path the document itself is that array. `whole` gets each document with that array left empty, then `record` gets
/// each of its elements by itself. So there is never more than one record in memory beside the text, and each has its own place in it.
bool for_each_record(std::string_view text, std::initializer_list<std::string_view> path, IssueLog& log, const UseJson& whole, const UseJson& record);

/// The same where a document is either an array of records or a single one.
bool for_each_record(std::string_view text, IssueLog& log, const UseJson& record);

}  // namespace flightxref::detail
