// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/core/batch.hpp>
#include <flightxref/flight/segment.hpp>
#include <flightxref/match/finding.hpp>
#include <flightxref/text/document.hpp>

#include <memory>
#include <string>
#include <vector>

namespace flightxref {

/// Findings in the order of their documents, with all that stands beside them.
struct Report {
    struct OfDocument {
        std::string id, title;
        std::string published;         ///< as a date, may be empty
        std::vector<Finding> findings;
    };
    std::vector<OfDocument> documents;
    std::vector<Lead> leads;
    std::vector<Issue> issues;
    std::vector<std::shared_ptr<const Input>> inputs;
};

}  // namespace flightxref
