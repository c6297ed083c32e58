// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/json_doc.hpp"

#include <functional>
#include <initializer_list>
#include <string_view>

namespace flightxref::detail {

/// A document or a record of one of its lists, `list` being that one's name and empty for the document.
using UseRecord = std::function<void(std::string_view list, JsonValue value, std::uint64_t offset)>;

/// Reads JSON whose bulk lies in lists of records without ever having more than one record in memory beside the text. The text is a
/// document, an array of them, or one after the other (JSON lines). `lists` names the arrays that hold records by their path from the
/// document down, "response.flight.track"; arrays on the way are passed through, so that "data.tracks" is the list "tracks" of each
/// record of the list "data". A document, or a record that has lists itself, is given with these left empty, and after it their records.
///
/// What is broken is mended, see mend_json(). Behind what makes no sense at all the reading goes on at the next line that begins a
/// document, or behind zero bytes, which a crash leaves in a log. False when not everything was good.
bool for_each_record(std::string_view text, std::initializer_list<std::string_view> lists, IssueLog& log, const UseRecord& use);

}  // namespace flightxref::detail
