// SPDX-License-Identifier: BSL-1.0
// Everyday: what flew where and when. Reads flight tracks and prints one line a flight.
//
//   timetable examples/data/tracks
//   timetable --format json traces/ more.json.gz > flights.json
#include "common.hpp"

#include <flightxref/flightxref.hpp>
#include <flightxref/match/coverage.hpp>

int main(int argc, char** argv) {
    CLI::App app("Cuts flight tracks into flights: where and when each began and ended, how sure that is, and why.", "timetable");
    std::string format = "text", output_file, coverage_file;
    std::vector<std::string> tracks;
    examples::Tables tables;
    examples::add_format(app, format);
    app.add_option("TRACKS", tracks, "track files or folders of them, in any known format, mixed")->required();
    tables.add_aircraft(app);
    tables.add_airports(app);
    app.add_option("-o,--output", output_file, "write there, as a whole or not at all, instead of to standard output")->type_name("FILE");
    app.add_option("--coverage", coverage_file, "write where and when aircraft could be heard, as GeoJSON")->type_name("FILE");
    app.footer("Times are UTC. An end that was not seen is inferred only where the track leaves little doubt; else it stays open.");
    return examples::run(app, argc, argv, [&] {
        flightxref::Coverage coverage;
        std::function<void(const flightxref::Track&)> learn;
        if (!coverage_file.empty()) learn = [&](const flightxref::Track& track) { coverage.add(track); };
        const auto flights = examples::read_flights(tracks, tables, flightxref::KeepFixes::ends, learn);
        if (!coverage_file.empty()) examples::write_file(coverage_file, to_geojson(coverage));
        examples::Output out(output_file);
        if (format == "json") write_json(flights, std::ref(out));
        else out(to_text(flights, output_file.empty() ? examples::text_options() : flightxref::TextOptions{}));
        out.finish();
        return examples::done;
    });
}
