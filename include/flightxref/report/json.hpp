// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/flight/segment.hpp>
#include <flightxref/report/report.hpp>
#include <flightxref/text/document.hpp>
#include <flightxref/text/time_expression.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref {

/// JSON for machines. Times are ISO 8601 with an offset, spans count code points (`_span`) and bytes (`_span_utf8`), what is
/// not known is null or left out. Strings that are not UTF-8 come out with U+FFFD in place of the bad bytes. Each ends in a line feed.

struct JsonOptions {
    bool why = false;   ///< per field of a claim: the words it came from and the rule that set it
    int indent = 1;     ///< spaces a level; negative: all on one line
};

/// `{"id", "published", "claims": [...], "issues": [...]}`: the claims of one document.
std::string to_json(const Document& document, const Batch<Claim>& claims, const JsonOptions& options = {});

/// `{"id", "published", "times": [{"span", "span_utf8", "text", "type", "value", "earliest", "latest", "zone", "hedge", ...}], "issues": [...]}`:
/// the time expressions of one document, `type` and `value` as TIMEX3 has them; times that could not be put on a calendar have no earliest.
std::string to_json(const Document& document, const Batch<FoundTime>& times, const JsonOptions& options = {});

/// `{"flights": [...], "issues": [...], "inputs": [...]}`: a timetable.
std::string to_json(const FlightBatch& flights, const JsonOptions& options = {});

/// The same in pieces: `put` gets one after the other, so that the text of a whole day of the world need not be in memory.
void write_json(const FlightBatch& flights, const std::function<void(std::string_view)>& put, const JsonOptions& options = {});

/// `{"documents": [{"id", "findings": [...]}], "leads": [...], "issues": [...], "inputs": [...]}`.
std::string to_json(const Report& report, const JsonOptions& options = {});

}  // namespace flightxref
