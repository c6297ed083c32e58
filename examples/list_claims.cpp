// SPDX-License-Identifier: BSL-1.0
// Everyday: what an article says about who travelled where and when.
//
//   list_claims --published 2023-10-19 --zone Asia/Seoul examples/data/articles/lavrov.txt
//   list_claims --why article.json
#include "common.hpp"

#include <flightxref/flightxref.hpp>

#include <filesystem>
#include <unordered_set>

namespace {

/// DIR/<id>.json; an id that would leave the folder is an error.
void write_claims(const std::string& folder, const flightxref::Document& document, const std::string& json) {
    if (document.id.find('/') != std::string::npos || document.id.empty() || document.id.front() == '.')
        throw flightxref::FormatError(document.source, "the id \"" + document.id + "\" can not be a file name");
    examples::write_file(std::filesystem::path(folder) / (document.id + ".json"), json);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Lists the travel claims of news texts: who, aboard what, from where to where, when, and how surely it is said.", "list_claims");
    std::string format = "text", folder;
    std::vector<std::string> paths;
    bool why = false;
    flightxref::ReadDocumentsOptions reading;
    examples::add_format(app, format);
    app.add_option("-o,--output", folder, "write DIR/<id>.json for each document instead of printing")->type_name("DIR");
    app.add_option("--published", reading.published, "when a plain text was published: DATE or DATE with time and offset");
    app.add_option("--zone", reading.published_zone, "the outlet's IANA time zone, for instance Asia/Seoul");
    app.add_option("--title", reading.title, "title of a plain text");
    app.add_flag("--why", why, "tell for every field the words it came from and the rule that read them");
    app.add_option("DOCUMENT", paths, "articles (.txt, .md), JSON documents or JSON lines; - reads standard input")->required();
    return examples::run(app, argc, argv, [&] {
        flightxref::TextOptions style = examples::text_options();
        style.why = why;
        if (!folder.empty()) std::filesystem::create_directories(folder);
        std::unordered_set<std::string> seen;
        for (const std::string& path : paths) {
            const auto documents = flightxref::read_documents(path, reading);
            for (const auto& document : documents) {
                auto claims = flightxref::extract_claims(document);
                if (!seen.insert(document.id).second)
                    claims.issues.push_back({flightxref::IssueCode::duplicate, document.source, std::nullopt, "a second document has the id " + document.id});
                if (&document == &documents.items.front()) claims.take_issues(documents.issues);
                if (!folder.empty()) write_claims(folder, document, to_json(document, claims, {.why = why}));
                else examples::print(format == "json" ? to_json(document, claims, {.why = why}) : to_text(document, claims, style));
            }
        }
        return examples::done;
    });
}
