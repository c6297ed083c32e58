// SPDX-License-Identifier: BSL-1.0
// What every example program does alike: read its options, print, and end with the right exit code.
#pragma once

#include <flightxref/core/error.hpp>
#include <flightxref/report/text.hpp>
#include <flightxref/track/read.hpp>
#include <flightxref/version.hpp>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

namespace examples {

/// Exit codes: 0 the job was done, 1 it could not be done, 2 the program was called wrongly.
inline constexpr int done = 0, failed = 1, misused = 2, alarm = 3;

/// Reads the command line, runs the job, and says on standard error in one line why it could not be done.
template <class Job>
int run(CLI::App& app, int argc, char** argv, Job&& job) {
    app.set_version_flag("--version", std::string("flightxref ") + flightxref::version);
    app.get_formatter()->column_width(34);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp& e) {
        return app.exit(e);
    } catch (const CLI::CallForAllHelp& e) {
        return app.exit(e);
    } catch (const CLI::CallForVersion& e) {
        return app.exit(e);
    } catch (const CLI::ParseError& e) {
        fmt::print(stderr, "{}: {}\n\n{}", app.get_name(), e.what(), app.help());
        return misused;
    }
    try {
        return job();
    } catch (const flightxref::Error& e) {
        fmt::print(stderr, "{}: {}\n", app.get_name(), e.what());
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "{}: out of memory\n", app.get_name());
    } catch (const std::exception& e) {
        fmt::print(stderr, "{}: {}\n", app.get_name(), e.what());
    }
    return failed;
}

/// Colour only on a terminal, and never when NO_COLOR is set (https://no-color.org).
inline flightxref::TextOptions text_options() {
    flightxref::TextOptions options;
    const char* no_colour = std::getenv("NO_COLOR");
    options.colour = isatty(fileno(stdout)) && (!no_colour || !*no_colour);
    return options;
}

/// Writes all of it to standard output; a closed or full output is an error, not a silence.
inline void print(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        throw flightxref::IoError("standard output", "could not be written");
}

/// Writes a file as a whole or not at all: whoever is interrupted leaves no half of it.
inline void write_file(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::path part = path;
    part += ".part";
    {
        std::ofstream file(part, std::ios::binary);
        if (!(file << text) || !file.flush()) throw flightxref::IoError(part.string(), "could not be written");
    }
    std::error_code error;
    std::filesystem::rename(part, path, error);
    if (error) throw flightxref::IoError(path.string(), error.message());
}

/// Reads tracks with a line on standard error that tells how far it is, on a terminal, when it takes longer than a second.
inline flightxref::TrackBatch read_tracks_with_progress(const std::vector<std::string>& paths) {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    auto shown = start;
    const bool terminal = isatty(fileno(stderr));
    flightxref::ReadTracksOptions options;
    options.progress = [&](const flightxref::ReadProgress& progress) {
        const auto now = Clock::now();
        const double passed = std::chrono::duration<double>(now - start).count();
        if (!terminal || passed < 1 || now - shown < std::chrono::milliseconds(100)) return;
        shown = now;
        const double share = static_cast<double>(progress.bytes_done) / static_cast<double>(std::max<std::uint64_t>(1, progress.bytes));
        fmt::print(stderr, "\r{} of {} files, {:.0f} MB/s, {:.0f} s left \x1b[K", progress.files_done, progress.files,
                   static_cast<double>(progress.bytes_done) / 1e6 / passed, share > 0 ? passed / share - passed : 0.0);
        std::fflush(stderr);
    };
    auto tracks = flightxref::read_tracks(paths, options);
    if (shown != start) fmt::print(stderr, "\r\x1b[K");
    return tracks;
}

/// The option every program has.
inline void add_format(CLI::App& app, std::string& format) {
    app.add_option("--format", format, "text for people, json for programs")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
}

}  // namespace examples
