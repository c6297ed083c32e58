// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Everything, in the order in which data flows. Read the verbs and you have read the program:
/// read_documents -> extract_claims, read_tracks -> segment_flights, both -> cross_reference -> make_report -> to_text / to_json.
/// Apart stand the two that bring in a second compile time: <flightxref/time/kst.hpp> (Boost's local_date_time) and
/// <flightxref/format.hpp> (formatters for {fmt}, clocks included).

#include <flightxref/version.hpp>

// ground floor
#include <flightxref/core/batch.hpp>
#include <flightxref/core/error.hpp>
#include <flightxref/time/instant.hpp>
#include <flightxref/time/iso8601.hpp>
#include <flightxref/time/zone.hpp>
#include <flightxref/geo/geodesy.hpp>
#include <flightxref/geo/position.hpp>
#include <flightxref/aircraft/address_plan.hpp>
#include <flightxref/aircraft/identity.hpp>
#include <flightxref/aircraft/operators.hpp>
#include <flightxref/aircraft/registry.hpp>
#include <flightxref/aircraft/type_names.hpp>
#include <flightxref/airport/airport.hpp>
#include <flightxref/airport/gazetteer.hpp>
#include <flightxref/airport/read.hpp>

// text -> claims
#include <flightxref/text/read.hpp>
#include <flightxref/text/time_expression.hpp>
#include <flightxref/claim/extract.hpp>
#include <flightxref/claim/read.hpp>

// tracks -> flights
#include <flightxref/track/read.hpp>
#include <flightxref/track/write.hpp>
#include <flightxref/flight/segment.hpp>
#include <flightxref/flight/read.hpp>

// claims x flights -> findings, leads
#include <flightxref/match/coverage.hpp>
#include <flightxref/match/cross_reference.hpp>
#include <flightxref/match/leads.hpp>

// findings -> report
#include <flightxref/report/json.hpp>
#include <flightxref/report/make.hpp>
#include <flightxref/report/text.hpp>

