// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/report/report.hpp>

namespace flightxref {

/// Gathers findings by document, in the order of `documents` (documents without a finding keep their place), or in the
/// findings' own order when none are given. Issues of the findings and inputs of the flights are passed on.
Report make_report(const Batch<Finding>& findings, const Batch<Document>& documents = {}, const FlightBatch& flights = {});

}  // namespace flightxref
