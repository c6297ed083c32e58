// SPDX-License-Identifier: BSL-1.0
// Flights nobody wrote about: by aircraft of interest, not spoken of by any claim of the texts given.
//
//   find_unreported --watch RA-96023 --watch "Air Koryo" --tracks tracks/ articles/
#include "common.hpp"

#include <flightxref/flightxref.hpp>
#include <flightxref/match/leads.hpp>

namespace fx = flightxref;

int main(int argc, char** argv) {
    CLI::App app("Lists flights by aircraft of interest that no claim in the texts speaks of, most telling first, each with the reason.", "find_unreported");
    examples::Tables tables;
    std::vector<std::string> track_paths, paths;
    fx::LeadOptions options;
    fx::ReadDocumentsOptions reading;
    bool watched_only = false;
    app.add_option("--tracks", track_paths, "a track file or a folder of them; may be given again")->type_name("PATH")->allow_extra_args(false)->required();
    tables.add_aircraft(app);
    app.add_option("--watch", options.watch, "a registration, address, callsign prefix or operator to look out for; may be given again")->type_name("WHO")->allow_extra_args(false);
    app.add_flag("--watched-only", watched_only, "only the watch lists, not every government's and air arm's aircraft");
    app.add_option("--days", options.unusual_days, "a landing in a country is remarked on when there was none for so many days")->capture_default_str();
    app.add_option("--most", options.most, "leads given at most")->capture_default_str();
    app.add_option("--published", reading.published, "when a plain text was published: DATE or DATE with time and offset");
    app.add_option("--zone", reading.published_zone, "the outlet's IANA time zone");
    app.add_option("DOCUMENT", paths, "articles, JSON documents, JSON lines or folders; none: every flight of interest is a lead");
    return examples::run(app, argc, argv, [&] {
        options.government = !watched_only;
        options.registry = &tables.registry;
        fx::Batch<fx::Document> articles;
        for (const std::string& path : paths) articles.append(fx::read_documents(path, reading));
        const auto claims = fx::extract_claims(articles);
        const auto flights = examples::read_flights(track_paths, tables);
        const fx::FlightIndex index(flights);
        std::string out;
        for (const fx::Lead& lead : fx::find_leads(claims, index, options))
            out += fmt::format("{}  {} -> {}\n    {}\n", lead.flight.last_seen ? fx::to_iso8601(*lead.flight.last_seen) : "?", lead.flight.departure.airport.empty() ? "?" : lead.flight.departure.airport,
                               lead.flight.arrival.airport.empty() ? "?" : lead.flight.arrival.airport, lead.why);
        examples::print(out.empty() ? "no flight of interest that the texts do not speak of\n" : out);
        return examples::done;
    });
}
