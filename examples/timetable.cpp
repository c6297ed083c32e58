// SPDX-License-Identifier: BSL-1.0
// Everyday: what flew where and when. Reads flight tracks and prints one line a flight.
//
//   timetable examples/data/tracks
//   timetable --format json traces/ more.json.gz > flights.json
#include "common.hpp"

#include <flightxref/flightxref.hpp>

int main(int argc, char** argv) {
    CLI::App app("Cuts flight tracks into flights: where and when each began and ended, how sure that is, and why.", "timetable");
    std::string format = "text";
    std::vector<std::string> tracks;
    examples::add_format(app, format);
    app.add_option("TRACKS", tracks, "track files or folders of them, in any known format, mixed")->required();
    app.footer("Times are UTC. An end that was not seen is inferred only where the track leaves little doubt; else it stays open.");
    return examples::run(app, argc, argv, [&] {
        const auto flights = flightxref::segment_flights(flightxref::read_tracks(tracks));
        examples::print(format == "json" ? to_json(flights) : to_text(flights, examples::text_options()));
        return examples::done;
    });
}
