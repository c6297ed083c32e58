// SPDX-License-Identifier: BSL-1.0
#include <flightxref/match/cross_reference.hpp>

#include "match/agreements.hpp"
#include "match/evidence.hpp"
#include "match/journey.hpp"
#include "match/reading.hpp"
#include "match/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>

namespace flightxref {
namespace {

using namespace detail;

Verdict verdict_of(Situation situation, bool denies) {
    if (says_happened(situation)) return denies ? Verdict::refuted : Verdict::supported;
    if (says_not_happened(situation)) return denies ? Verdict::supported : Verdict::refuted;
    return Verdict::not_enough_info;
}

double probability_of(const Outcome& o, bool denies) {
    const Calibration& c = calibration(o.situation);
    double happened = denies ? c.denied : c.affirmed;
    // Where a flight agrees as far as it was seen, the rest counts for what its end is worth.
    if (o.best && (o.situation == Situation::end_unseen || o.situation == Situation::time_unsure)) happened += (0.97 - happened) * std::clamp(o.best->probability, 0.0, 1.0);
    return denies ? 1 - happened : happened;
}

std::vector<Evidence> evidence_of(const Statement& s, const Outcome& o, const Scene& scene) {
    if (says_happened(o.situation) || o.situation == Situation::wrong_type) {
        const Flight& flight = scene.flight(o.best->flight);
        return flight.track ? cite(*flight.track, flight.first_fix, flight.end_fix) : std::vector<Evidence>{};
    }
    std::vector<Evidence> evidence;
    if (!says_not_happened(o.situation)) return evidence;
    for (const std::size_t suspect : o.suspects)
        for (const auto& track : scene.index.aircraft()[suspect].tracks) {
            auto more = cite_around(*track, s.begin, s.end);
            evidence.insert(evidence.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
    return evidence;
}

/// Does the flight shown belong beside the finding? One that has nothing to do with the claim would mislead.
bool worth_showing(const Outcome& o) {
    if (!o.best) return false;
    return says_happened(o.situation) || says_not_happened(o.situation) || o.best->who_fits || o.situation == Situation::doubtful || o.situation == Situation::related_type;
}

Finding make_finding(const Statement& s, const Outcome& o, Scene& scene) {
    Finding finding;
    finding.claim = *s.claim;
    finding.verdict = verdict_of(o.situation, s.denies);
    finding.probability = probability_of(o, s.denies);
    if (worth_showing(o)) {
        finding.flight = scene.flight(o.best->flight);
        finding.agreements = make_agreements(s, *o.best, scene);
    }
    finding.grounds = calibration(o.situation).name;
    finding.reason = reason_words(s, o, scene);
    finding.evidence = evidence_of(s, o, scene);
    return finding;
}

void report_duplicates(const Batch<Claim>& claims, std::vector<Issue>& issues) {
    std::unordered_set<std::string> seen;
    for (const Claim& claim : claims) {
        if (claim.id.empty()) continue;
        if (!seen.insert(claim.document + '\n' + claim.id).second)
            issues.push_back({IssueCode::duplicate, claim.document, std::nullopt, fmt::format("two claims have the id {}; each was judged by itself", claim.id)});
    }
}

void report_bad_times(const Batch<Claim>& claims, std::vector<Issue>& issues) {
    for (const Claim& claim : claims)
        if (claim.time && claim.time->window.is_null())
            issues.push_back({IssueCode::bad_time, claim.document, std::nullopt, fmt::format("claim {}: its time ends before it begins and was left aside", claim.id)});
}

/// Flights of one aircraft that overlap: two aircraft under one address, or a clock that is wrong.
void report_overlaps(const FlightIndex& index, std::vector<Issue>& issues) {
    for (const AircraftHistory& history : index.aircraft()) {
        if (history.overlapping)
            issues.push_back({IssueCode::conflict, history.aircraft.icao24 ? history.aircraft.icao24->to_string() : history.aircraft.registration.text(), std::nullopt,
                              fmt::format("two flights of {} overlap; two aircraft may share the identity, so they bear nothing out and give no alibi", history.aircraft.registration ? history.aircraft.registration.text() : "one aircraft")});
    }
}

}  // namespace

Batch<Finding> cross_reference(const Batch<Claim>& claims, const FlightIndex& index, const CrossReferenceOptions& options) {
    Batch<Finding> findings;
    findings.issues = claims.issues;
    report_duplicates(claims, findings.issues);
    report_bad_times(claims, findings.issues);
    report_overlaps(index, findings.issues);
    Scene scene(index, options.airports ? *options.airports : AirportTable::built_in(), options.coverage);
    findings.items.reserve(claims.size());
    std::vector<Case> cases;
    for (std::size_t first = 0, end = 0; first < claims.size(); first = end) {
        // Document by document, in the order given: what stands in different texts is judged apart.
        cases.clear();
        for (; end < claims.size() && claims[end].document == claims[first].document; ++end) {
            Statement statement = make_statement(claims[end], scene.places);
            Outcome outcome = judge_statement(statement, scene);
            cases.push_back({std::move(statement), std::move(outcome)});
        }
        release_dependants(cases);
        lend_aircraft(cases, scene);
        for (const Case& c : cases) findings.items.push_back(make_finding(c.statement, c.outcome, scene));
    }
    return findings;
}

Batch<Finding> cross_reference(const Batch<Claim>& claims, const FlightBatch& flights, const CrossReferenceOptions& options) {
    const FlightIndex index(flights);
    Batch<Finding> findings = cross_reference(claims, index, options);
    findings.issues.insert(findings.issues.end(), flights.issues.begin(), flights.issues.end());
    return findings;
}

}  // namespace flightxref
