// SPDX-License-Identifier: BSL-1.0
#include <flightxref/report/make.hpp>

#include <flightxref/time/iso8601.hpp>

#include <unordered_map>

namespace flightxref {

Report make_report(const Batch<Finding>& findings, const Batch<Document>& documents, const FlightBatch& flights) {
    Report report;
    std::unordered_map<std::string, std::size_t> place_of;
    for (const Document& document : documents) {
        place_of.emplace(document.id, report.documents.size());
        report.documents.push_back({document.id, document.title, document.published ? to_iso8601(*document.published) : std::string(), {}});
    }
    for (const Finding& finding : findings) {
        const auto [place, fresh] = place_of.try_emplace(finding.claim.document, report.documents.size());
        if (fresh) report.documents.push_back({finding.claim.document, {}, {}, {}});
        report.documents[place->second].findings.push_back(finding);
    }
    report.issues = findings.issues;
    report.inputs = flights.inputs;
    return report;
}

}  // namespace flightxref
