// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/flight/segment.hpp>
#include <flightxref/report/report.hpp>
#include <flightxref/text/document.hpp>

#include <string>

namespace flightxref {

/// Words for a terminal. Control characters of the input never reach it.
struct TextOptions {
    bool colour = false;    ///< ANSI colours; the caller knows whether it writes to a terminal (see NO_COLOR)
    bool why = false;       ///< claims: the words and the rule behind every field
    unsigned width = 100;   ///< columns
};

/// Findings with their reasons, times on the claim's own clock with UTC beside.
std::string to_text(const Report& report, const TextOptions& options = {});

/// A timetable: one line a flight.
std::string to_text(const FlightBatch& flights, const TextOptions& options = {});

/// The claims of one document.
std::string to_text(const Document& document, const Batch<Claim>& claims, const TextOptions& options = {});

}  // namespace flightxref
