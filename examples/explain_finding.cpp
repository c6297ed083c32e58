// SPDX-License-Identifier: BSL-1.0
// How a verdict came about: every flight a claim was held against, every weight, every fix cited.
//
//   explain_finding --claim c2 --published 2023-10-19 --zone Asia/Seoul --tracks examples/data/tracks examples/data/articles/lavrov.txt
#include "common.hpp"

#include <flightxref/flightxref.hpp>
#include <flightxref/match/agreement.hpp>
#include <flightxref/match/candidate.hpp>

#include <filesystem>

namespace fx = flightxref;

namespace {

std::string end_words(const fx::EndPoint& end) {
    std::string words = end.airport.empty() ? "?" : end.airport;
    if (end.estimate) words += " " + fx::to_iso8601(*end.estimate);
    words += end.observed ? " seen" : fmt::format(" {}", fx::to_string(end.kind));
    for (const fx::AirportCandidate& c : end.candidates)
        if (!end.observed) words += fmt::format(" {}:{:.2f}", c.airport, c.probability);
    return words;
}

void explain(std::string& out, const fx::Finding& finding, const fx::FlightIndex& index, std::size_t most) {
    const fx::Claim& claim = finding.claim;
    out += fmt::format("{} {} \"{}\"\n  {} at {:.1f} %, because {}: {}\n", claim.document, claim.id, claim.quote, fx::to_string(finding.verdict), finding.probability * 100, finding.grounds, finding.reason);
    const auto candidates = fx::find_candidates(claim, index, fx::AirportTable::built_in());
    out += fmt::format("  held against {} flights\n", candidates.size());
    for (std::size_t i = 0; i < candidates.size() && i < most; ++i) {
        const fx::ScoredCandidate& c = candidates[i];
        const fx::Flight& flight = index.flights()[c.flight];
        out += fmt::format("  {:+6.1f} bits  {} {}  {} -> {}  (the rest granted: {:.0f} %{})\n", c.weight, flight.aircraft.registration.text(), flight.callsign.text(), end_words(flight.departure),
                           end_words(flight.arrival), c.probability * 100, c.identity_agrees ? "" : "; not the aircraft named");
        for (const fx::Agreement& a : c.agreements)
            out += fmt::format("      {:+6.1f}  {:13} {:9} told \"{}\", seen \"{}\": {}\n", a.weight, a.field, fx::to_string(a.result), a.claimed, a.observed, a.because);
    }
    if (candidates.size() > most) out += fmt::format("  and {} more\n", candidates.size() - most);
    for (const fx::Evidence& e : finding.evidence) out += fmt::format("  rests on {} positions {} to {} (sha256 {})\n", e.path, e.first, e.last, e.sha256);
    out += "\n";
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Explains a verdict: every flight a claim was held against, the weight of every field in bits, and the fixes it rests on.", "explain_finding");
    examples::Tables tables;
    std::string claims_folder, wanted;
    std::vector<std::string> track_paths, paths;
    std::size_t most = 10;
    fx::ReadDocumentsOptions reading;
    app.add_option("--tracks", track_paths, "a track file or a folder of them; may be given again")->type_name("PATH")->allow_extra_args(false)->required();
    tables.add_aircraft(app);
    app.add_option("--claims", claims_folder, "take the claims of document <id> from DIR/<id>.json instead of reading the text")->type_name("DIR");
    app.add_option("--claim", wanted, "id of the claim to explain (c1, c2, ...); all when not given")->type_name("ID");
    app.add_option("--candidates", most, "flights shown a claim")->capture_default_str();
    app.add_option("--published", reading.published, "when a plain text was published: DATE or DATE with time and offset");
    app.add_option("--zone", reading.published_zone, "the outlet's IANA time zone, for instance Asia/Seoul");
    app.add_option("DOCUMENT", paths, "articles, JSON documents, JSON lines or folders; - reads standard input")->required();
    return examples::run(app, argc, argv, [&] {
        fx::Batch<fx::Document> articles;
        for (const std::string& path : paths) articles.append(fx::read_documents(path, reading));
        fx::Batch<fx::Claim> claims;
        if (claims_folder.empty()) {
            claims = fx::extract_claims(articles);
        } else {
            for (const fx::Document& document : articles) {
                auto read = fx::read_claims((std::filesystem::path(claims_folder) / (document.id + ".json")).string());
                for (fx::Claim& claim : read) claim.document = document.id;
                claims.append(std::move(read));
            }
        }
        const auto flights = examples::read_flights(track_paths, tables);
        const fx::FlightIndex index(flights);
        std::string out;
        // All claims are judged, so that those of one journey can lend each other the aircraft; the one asked for is printed.
        for (const fx::Finding& finding : fx::cross_reference(claims, index))
            if (wanted.empty() || finding.claim.id == wanted) explain(out, finding, index, most);
        examples::print(out.empty() ? "no such claim\n" : out);
        return examples::done;
    });
}
