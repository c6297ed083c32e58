// SPDX-License-Identifier: BSL-1.0
// The main job: do the flight tracks bear out what this text says?
//
//   check_news --published 2023-10-19 --zone Asia/Seoul --tracks examples/data/tracks examples/data/articles/lavrov.txt
//   check_news --format json --tracks tracks/ --claims claims/ documents/*.json
//   check_news --watch RA-96023 --watch "Air Koryo" --tracks tracks/ articles/
//   check_news --aircraft plane-alert-db.csv --tracks tracks/ articles/
//   check_news --fail-on refuted --tracks tracks/ article.txt || echo "look at this one"
#include "common.hpp"

#include <flightxref/flightxref.hpp>

#include <filesystem>

namespace fx = flightxref;

namespace {

/// The claims of every document: read from DIR/<id>.json where a folder is given, else extracted from the text.
fx::Batch<fx::Claim> claims_of(const fx::Batch<fx::Document>& documents, const std::string& folder) {
    if (folder.empty()) return fx::extract_claims(documents);
    fx::Batch<fx::Claim> claims;
    claims.issues = documents.issues;
    for (const fx::Document& document : documents) {
        auto read = fx::read_claims((std::filesystem::path(folder) / (document.id + ".json")).string());
        for (fx::Claim& claim : read) claim.document = document.id;
        claims.append(std::move(read));
    }
    return claims;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Checks the travel claims of news texts against flight tracks: supported, refuted, or not enough information, and why.", "check_news");
    std::string format = "text", claims_folder, fail_on;
    std::vector<std::string> track_paths, paths;
    fx::ReadDocumentsOptions reading;
    fx::LeadOptions interest;
    interest.government = false;
    examples::Tables tables;
    examples::add_format(app, format);
    app.add_option("--tracks", track_paths, "a track file or a folder of them; may be given again")->type_name("PATH")->allow_extra_args(false);
    tables.add_aircraft(app);
    app.add_option("--claims", claims_folder, "take the claims of document <id> from DIR/<id>.json instead of reading the text")->type_name("DIR");
    app.add_option("--published", reading.published, "when a plain text was published: DATE or DATE with time and offset");
    app.add_option("--zone", reading.published_zone, "the outlet's IANA time zone, for instance Asia/Seoul");
    app.add_option("--title", reading.title, "title of a plain text");
    app.add_option("--watch", interest.watch, "also list flights that no text speaks of, by this registration, address, callsign prefix or operator; may be given again")->type_name("WHO")->allow_extra_args(false);
    app.add_flag("--leads", interest.government, "the same for aircraft of governments and air arms");
    app.add_option("--fail-on", fail_on, "exit with code 3 when a claim gets this verdict")->check(CLI::IsMember({"refuted", "supported", "not_enough_info"}));
    app.add_option("DOCUMENT", paths, "articles (.txt, .md), JSON documents, JSON lines or folders; - reads standard input")->required();
    app.footer("Silence refutes nothing: where no receiver heard the aircraft, the verdict is \"not enough information\" and says so.");
    return examples::run(app, argc, argv, [&] {
        fx::Batch<fx::Document> articles;
        for (const std::string& path : paths) articles.append(fx::read_documents(path, reading));
        const auto claims = claims_of(articles, claims_folder);
        const auto flights = track_paths.empty() ? fx::FlightBatch{} : examples::read_flights(track_paths, tables);
        const fx::FlightIndex index(flights);
        const auto findings = fx::cross_reference(claims, index);
        auto report = fx::make_report(findings, articles, flights);
        report.issues.insert(report.issues.end(), flights.issues.begin(), flights.issues.end());
        interest.registry = &tables.registry;
        report.leads = fx::find_leads(claims, index, interest);
        examples::print(format == "json" ? to_json(report) : to_text(report, examples::text_options()));
        for (const fx::Finding& finding : findings)
            if (to_string(finding.verdict) == fail_on) return examples::alarm;
        return examples::done;
    });
}
