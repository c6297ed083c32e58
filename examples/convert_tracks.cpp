// SPDX-License-Identifier: BSL-1.0
// Everyday: turn tracks of any known format into readsb traces, one gzip file an aircraft and day.
//
//   convert_tracks -o history/ flight.kml opensky.csv.gz globe_history.tar.aa
#include "common.hpp"

#include <flightxref/track/read.hpp>
#include <flightxref/track/write.hpp>

int main(int argc, char** argv) {
    CLI::App app("Writes flight tracks of any known format as readsb traces: FOLDER/YYYY/MM/DD/traces/xx/trace_full_<address>.json.", "convert_tracks");
    std::string folder;
    std::vector<std::string> tracks;
    bool raw = false;
    app.add_option("-o,--output", folder, "folder to write to, made when missing")->required();
    app.add_option("TRACKS", tracks, "track files, archives or folders, in any known format, mixed; - is standard input")->required();
    app.add_flag("--raw", raw, "keep positions that no aircraft could have reached");
    app.footer("Estimated positions are left out, as they are no evidence. What could not be used is told on standard error.");
    return examples::run(app, argc, argv, [&] {
        examples::Progress progress;
        flightxref::ReadTracksOptions options;
        options.clean = !raw;
        options.progress = std::ref(progress);
        std::string written;
        const auto write = [&](const flightxref::Track& track) {
            for (const auto& path : flightxref::write_readsb_traces(folder, track)) written += path + "\n";
            examples::stop_if_interrupted();
        };
        const auto batch = flightxref::read_tracks(tracks, write, options);
        for (const auto& issue : batch.issues) fmt::print(stderr, "{}: {}: {}\n", issue.source, to_string(issue.code), issue.detail);
        examples::print(written);
        return examples::done;
    });
}
