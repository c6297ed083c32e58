// SPDX-License-Identifier: BSL-1.0
// What every example program does alike: read its options, print, and end with the right exit code.
#pragma once

#include <flightxref/aircraft/registry.hpp>
#include <flightxref/airport/read.hpp>
#include <flightxref/core/error.hpp>
#include <flightxref/report/text.hpp>
#include <flightxref/flight/read.hpp>
#include <flightxref/version.hpp>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <unistd.h>

namespace examples {

/// Exit codes: 0 the job was done, 1 it could not be done, 2 the program was called wrongly, 130 it was stopped by Ctrl-C.
inline constexpr int done = 0, failed = 1, misused = 2, alarm = 3, stopped = 130;

/// Set by Ctrl-C; the programs look at it between files, so that none is left half written.
inline volatile std::sig_atomic_t interrupted = 0;

/// Thrown when it was.
struct Interrupted {};

inline void stop_if_interrupted() {
    if (interrupted) throw Interrupted();
}

/// From here on Ctrl-C ends the program at the next good place; pressed again, at once.
inline void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

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
    } catch (const Interrupted&) {
        return stopped;
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

/// Where a program's answer goes, piece by piece: a file, or standard output when no path is given. A file appears as a whole or
/// not at all: whoever is interrupted leaves no half of it. A closed or full output is an error, not a silence.
class Output {
  public:
    explicit Output(std::filesystem::path path = {}) : m_path(std::move(path)) {
        if (m_path.empty()) return;
        // What is no plain file (a pipe, a link such as /dev/stdout) must not be replaced by one.
        std::error_code error;
        const auto there = std::filesystem::symlink_status(m_path, error);
        m_part = m_path;
        if (!std::filesystem::exists(there) || std::filesystem::is_regular_file(there)) m_part += ".part";
        m_file = std::fopen(m_part.c_str(), "wb");
        if (!m_file) fail();
    }
    ~Output() {
        if (m_path.empty() || !m_file) return;
        std::fclose(m_file);
        drop();
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void operator()(std::string_view text) {
        // Standard output that is no terminal may be a file, which only the whole answer makes sense in.
        if (!m_path.empty() || isatty(fileno(stdout))) stop_if_interrupted();
        if (std::fwrite(text.data(), 1, text.size(), m_file) != text.size()) fail();
    }

    void finish() {
        if (std::fflush(m_file) != 0) fail();
        if (m_path.empty()) return;
        if (std::fclose(std::exchange(m_file, nullptr)) != 0) {
            drop();
            fail();
        }
        if (m_part == m_path) return;
        std::error_code error;
        std::filesystem::rename(m_part, m_path, error);
        if (error) {
            drop();
            throw flightxref::IoError(m_path.string(), error.message());
        }
    }

  private:
    void drop() const {
        std::error_code error;
        if (m_part != m_path) std::filesystem::remove(m_part, error);
    }
    [[noreturn]] void fail() const {
        if (m_path.empty()) throw flightxref::IoError("standard output", "could not be written");
        throw flightxref::IoError(m_path.string(), std::string("could not be written: ") + std::strerror(errno));
    }

    const std::filesystem::path m_path;
    std::filesystem::path m_part;
    std::FILE* m_file = stdout;
};

/// Writes all of it to standard output.
inline void print(const std::string& text) {
    Output out;
    out(text);
    out.finish();
}

/// Writes a file.
inline void write_file(const std::filesystem::path& path, const std::string& text) {
    Output out(path);
    out(text);
    out.finish();
}

/// A line on standard error that tells how far the reading is: on a terminal, when it takes longer than a second.
class Progress {
  public:
    Progress() : m_start(Clock::now()), m_reading(m_start), m_shown(m_start), m_terminal(isatty(fileno(stderr))) { catch_interrupts(); }
    ~Progress() {
        if (m_shown != m_start) fmt::print(stderr, "\r\x1b[K");
    }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void operator()(const flightxref::ReadProgress& progress) {
        stop_if_interrupted();
        const auto now = Clock::now();
        // Looking over the files comes first and says nothing of how long reading them takes.
        if (progress.files_done == 0) m_reading = now;
        if (!m_terminal || now - m_start < std::chrono::seconds(1) || now - m_shown < std::chrono::milliseconds(100)) return;
        m_shown = now;
        const double passed = std::chrono::duration<double>(now - m_reading).count();
        const double share = static_cast<double>(progress.bytes_done) / static_cast<double>(std::max<std::uint64_t>(1, progress.bytes));
        if (share < 0.001) fmt::print(stderr, "\r{} files \x1b[K", progress.files);
        else fmt::print(stderr, "\r{} of {} files, {:.0f} MB/s, {:.0f} s left \x1b[K", progress.files_done, progress.files,
                        static_cast<double>(progress.bytes_done) / 1e6 / passed, passed / share - passed);
        std::fflush(stderr);
    }

  private:
    using Clock = std::chrono::steady_clock;
    const Clock::time_point m_start;
    Clock::time_point m_reading, m_shown;
    const bool m_terminal;
};

/// The user's own tables beside the built-in ones.
struct Tables {
    std::vector<std::string> aircraft;
    std::string airports, runways;
    flightxref::AircraftRegistry registry;  ///< of the aircraft databases, once flights were read

    void add_aircraft(CLI::App& app) {
        app.add_option("--aircraft", aircraft, "an aircraft database: CSV of tar1090-db, OpenSky or plane-alert-db (a watch list as well), plain or compressed; may be given again")->type_name("FILE")->allow_extra_args(false);
    }
    void add_airports(CLI::App& app) {
        CLI::Option* const option = app.add_option("--airports", airports, "airports.csv of OurAirports, laid over the built-in table")->type_name("FILE");
        app.add_option("--runways", runways, "runways.csv of OurAirports, for those airports")->type_name("FILE")->needs(option);
    }
};

/// Flights of tracks, however many there are: of the fixes an outline is kept, or less.
inline flightxref::FlightBatch read_flights(const std::vector<std::string>& paths, Tables& tables, flightxref::KeepFixes keep = flightxref::KeepFixes::outline,
                                            std::function<void(const flightxref::Track&)> visit = {}) {
    std::optional<flightxref::AirportTable> airports;
    std::vector<flightxref::Issue> issues;
    const auto take = [&](std::vector<flightxref::Issue> more) { issues.insert(issues.end(), more.begin(), more.end()); };
    for (const std::string& path : tables.aircraft) {
        auto reading = flightxref::read_aircraft_registry(path);
        take(std::move(reading.issues));
        take(tables.registry.add(reading.registry));
    }
    flightxref::ReadFlightsOptions options;
    if (!tables.aircraft.empty()) options.reading.aircraft = &tables.registry;
    if (!tables.airports.empty()) {
        auto batch = flightxref::read_airports(tables.airports, tables.runways);
        take(std::move(batch.issues));
        options.segmenting.airports = &airports.emplace(std::move(batch.items));
    }
    Progress progress;
    options.reading.progress = std::ref(progress);
    options.keep = keep;
    options.visit = std::move(visit);
    auto flights = flightxref::read_flights(paths, options);
    flights.issues.insert(flights.issues.begin(), issues.begin(), issues.end());
    return flights;
}

/// The option every program has.
inline void add_format(CLI::App& app, std::string& format) {
    app.add_option("--format", format, "text for people, json for programs")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
}

}  // namespace examples
