// SPDX-License-Identifier: BSL-1.0
// Everyday: the time expressions of a text, each as a TIMEX3 value and as a bounded window in its zone.
//
//   echo "It landed just after 6 p.m. KST on Wednesday." | find_times --published 2023-10-19 -
//   find_times --format json --published 2023-10-19 --zone Asia/Seoul article.txt
#include "common.hpp"

#include <flightxref/flightxref.hpp>
#include <flightxref/text/time_expression.hpp>

namespace {

namespace fx = flightxref;

fx::Batch<fx::FoundTime> find_times(const fx::Document& document) {
    const fx::FindTimesOptions options{.published = document.published, .published_at = document.published_at,
                                       .zone = fx::Zone::find(document.published_zone).value_or(fx::Zone())};
    return {fx::find_time_expressions(document.text, options), {}};
}

/// One line a time: where it stands, its words, its class and value, and the window they mean.
std::string to_lines(const fx::Document& document, const fx::Batch<fx::FoundTime>& times) {
    std::string lines;
    for (const fx::FoundTime& time : times) {
        std::string words = document.text.substr(time.span.begin, time.span.end - time.span.begin);
        for (char& c : words)
            if (c == '\n' || c == '\r' || c == '\t') c = ' ';
        lines += fmt::format("{}:{}-{}  {:8}  {:20}  \"{}\"", document.id, time.span.code_point_begin, time.span.code_point_end, to_string(time.expression.type), time.value, words);
        if (const auto& resolved = time.resolved)
            lines += fmt::format("  {} to {} ({})", fx::to_iso8601(fx::earliest(resolved->window), resolved->zone), fx::to_iso8601(fx::latest(resolved->window), resolved->zone), resolved->zone.name());
        lines += '\n';
    }
    return lines;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app("Finds the time expressions of news texts and says what each means: a TIMEX3 value, and the earliest and latest moment its words allow.", "find_times");
    std::string format = "text";
    std::vector<std::string> paths;
    fx::ReadDocumentsOptions reading;
    examples::add_format(app, format);
    app.add_option("--published", reading.published, "when a plain text was published: DATE or DATE with time and offset; decides \"Monday\" and \"yesterday\"");
    app.add_option("--zone", reading.published_zone, "IANA time zone of clocks that state none, for instance Asia/Seoul");
    app.add_option("DOCUMENT", paths, "articles (.txt, .md), JSON documents, JSON lines or folders; - reads standard input")->required();
    app.footer("\"Just after 6 p.m.\" is 18:00 to 18:15, \"two hours later\" counts from the time told before it. Without --published only full dates are put on a calendar.");
    return examples::run(app, argc, argv, [&] {
        for (const std::string& path : paths) {
            const auto documents = fx::read_documents(path, reading);
            for (const auto& issue : documents.issues) fmt::print(stderr, "find_times: {}: {}\n", issue.source, issue.detail);
            for (const auto& document : documents) {
                auto times = find_times(document);
                times.issues = fx::find_encoding_issues(document.text, document.id);
                examples::print(format == "json" ? to_json(document, times) : to_lines(document, times));
            }
        }
        return examples::done;
    });
}
