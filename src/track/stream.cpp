// SPDX-License-Identifier: BSL-1.0
#include "track/stream.hpp"

#include "track/fields.hpp"
#include "track/in_order.hpp"
#include "track/input.hpp"
#include "track/merge.hpp"

#include <flightxref/aircraft/address_plan.hpp>
#include <flightxref/aircraft/registry.hpp>
#include <flightxref/core/error.hpp>
#include <flightxref/track/clean.hpp>

#include <algorithm>
#include <atomic>
#include <exception>
#include <future>
#include <set>

namespace flightxref::detail {
namespace {

/// What became of one file.
struct FileResult {
    std::vector<InputResult> inputs;
    std::vector<Issue> issues;
    std::exception_ptr error;
};

FileResult read_file(const File& file) {
    thread_local Buffers buffers;
    FileResult result;
    try {
        result.inputs = read_input(file, buffers, result.issues);
    } catch (...) {
        result.error = std::current_exception();
    }
    return result;
}

/// The registration that follows from the address where the state's rule leaves no doubt.
void complete(Aircraft& aircraft) {
    if (!aircraft.icao24 || aircraft.registration || aircraft.privacy_address || aircraft.non_icao_address || aircraft.ground_vehicle || aircraft.military) return;
    if (is_military(*aircraft.icao24)) return;
    if (const auto planned = registration_of(*aircraft.icao24); planned && planned->confidence >= sure_plan) aircraft.registration = planned->registration;
}

/// What became of one aircraft.
struct UnitResult {
    std::function<void()> rest;  ///< for the calling thread
    std::vector<Issue> issues;
    std::exception_ptr error;
};

/// One aircraft: what is there of it already, and the files that hold nothing else.
struct Unit {
    std::vector<Piece> pieces;
    std::vector<std::size_t> files;

    std::vector<std::vector<InputResult>> read;  ///< by place in `files`
    std::atomic<std::size_t> missing = 0;
    std::promise<UnitResult> result;
};

/// A file of a unit, or the whole of a unit that has no file of its own.
struct Step {
    std::size_t unit = 0, place = 0;
};

class Reading {
  public:
    Reading(const ReadTracksOptions& options, const TrackWork& work) : m_options(options), m_work(work) {}

    TrackBatch read(const std::vector<std::string>& paths) {
        std::vector<File> files = list_files(paths);
        m_progress.files = files.size();
        for (const File& file : files) m_progress.bytes += file.bytes;
        const auto tick = [&] {
            if (m_options.progress) m_options.progress(m_progress);
        };
        m_plan = make_plan(std::move(files), m_options.threads, tick);
        m_progress.files = m_plan.files.size();
        m_progress.bytes = 0;
        for (const File& file : m_plan.files) m_progress.bytes += file.bytes;
        for (const Archive& archive : m_plan.archives) m_logs.emplace_back(archive.path, 10);
        for (const auto& [archive, failure] : m_plan.too_large)
            m_logs[archive].add(failure.code, "file in the archive is larger than any track", failure.offset, failure.reason);
        for (std::size_t i = 0; i < m_plan.archives.size(); ++i)
            if (const auto& failure = m_plan.archives[i].failure) m_logs[i].add(failure->code, failure->reason, failure->offset);
        m_inputs.resize(m_plan.files.size());
        m_tracks_in.resize(m_plan.archives.size());
        read_mixed_files();
        read_tables_beside();
        make_units();
        check_that_there_is_a_track(paths);
        read_units();
        for (auto& inputs : m_inputs) m_batch.inputs.insert(m_batch.inputs.end(), inputs.begin(), inputs.end());
        check_archives();
        if (m_batch.inputs.empty()) throw FormatError(paths.empty() ? std::string("tracks") : paths.front(), no_track);
        m_batch.inputs.insert(m_batch.inputs.end(), m_tables.begin(), m_tables.end());
        for (IssueLog& log : m_logs) m_batch.take_issues(log.take());
        return std::move(m_batch);
    }

  private:
    static constexpr const char* no_track = "no flight track in it";

    void read_mixed_files() {
        const auto& mixed = m_plan.mixed;
        in_order(
            mixed.size(), thread_count(m_options.threads, mixed.size()), [&](std::size_t i) { return read_file(m_plan.files[mixed[i]]); },
            [&](std::size_t i, FileResult result) {
                take(mixed[i], result);
                for (InputResult& input : result.inputs) m_pieces.add(std::move(input.decoded), input.input);
            });
    }

    /// Tracks filed under a flight's number name their aircraft in a table beside them.
    void read_tables_beside() {
        std::set<std::string> looked_at, read;
        for (const File& file : m_plan.files) read.insert(file.path);
        for (const std::string& path : m_pieces.unidentified()) {
            for (const std::string& beside : flight_tables_beside(path)) {
                if (!looked_at.insert(beside).second || read.count(beside) != 0) continue;
                FileResult result = read_file(make_file({beside}, false, 1));
                for (InputResult& input : result.inputs) {
                    if (input.decoded.flight_rows.empty()) continue;
                    input.decoded.parts.clear();
                    m_tables.push_back(input.input);
                    m_batch.take_issues(std::move(input.issues));
                    m_pieces.add(std::move(input.decoded), input.input);
                }
            }
        }
    }

    void make_units() {
        auto groups = m_pieces.take_groups();
        for (const auto& [address, files] : m_plan.by_aircraft) groups[{false, address, ""}];
        m_units = std::vector<Unit>(groups.size());
        std::size_t number = 0;
        for (auto& [key, pieces] : groups) {
            Unit& unit = m_units[number];
            unit.pieces = std::move(pieces);
            if (const auto files = m_plan.by_aircraft.find(key.address); !key.nameless && files != m_plan.by_aircraft.end()) unit.files = std::move(files->second);
            unit.read.resize(unit.files.size());
            unit.missing = std::max<std::size_t>(1, unit.files.size());
            for (std::size_t place = 0; place < unit.missing; ++place) m_steps.push_back({number, place});
            ++number;
        }
    }

    void check_that_there_is_a_track(const std::vector<std::string>& paths) const {
        const bool any = !m_plan.by_aircraft.empty() || std::any_of(m_inputs.begin(), m_inputs.end(), [](const auto& inputs) { return !inputs.empty(); });
        if (!any && m_plan.archives.empty()) throw FormatError(paths.empty() ? std::string("tracks") : paths.front(), no_track);
    }

    void read_units() {
        in_order(
            m_steps.size(), thread_count(m_options.threads, m_steps.size()), [&](std::size_t i) { return do_step(m_steps[i]); },
            [&](std::size_t i, FileResult result) {
                const Step step = m_steps[i];
                Unit& unit = m_units[step.unit];
                if (!unit.files.empty()) take(unit.files[step.place], result);
                if (step.place + 1 < unit.files.size()) return;
                UnitResult done = unit.result.get_future().get();
                if (done.error) std::rethrow_exception(done.error);
                m_batch.take_issues(std::move(done.issues));
                if (done.rest) done.rest();
            });
    }

    /// Reads a file; who reads the last one of an aircraft goes on with what is to be done with its track.
    FileResult do_step(Step step) {
        Unit& unit = m_units[step.unit];
        FileResult result;
        if (!unit.files.empty()) {
            result = read_file(m_plan.files[unit.files[step.place]]);
            for (InputResult& input : result.inputs) {
                InputResult& kept = unit.read[step.place].emplace_back();
                kept.decoded = std::move(input.decoded);
                kept.input = input.input;
            }
        }
        if (unit.missing.fetch_sub(1) == 1) unit.result.set_value(finish(unit));
        return result;
    }

    UnitResult finish(Unit& unit) const {
        UnitResult result;
        try {
            Pieces late;
            for (auto& inputs : unit.read)
                for (InputResult& input : inputs) late.add(std::move(input.decoded), input.input);
            auto groups = late.take_groups();
            unit.read.clear();
            if (!groups.empty()) {
                std::vector<Piece>& more = groups.begin()->second;
                unit.pieces.insert(unit.pieces.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
            }
            if (unit.pieces.empty()) return result;
            Track track = merge_pieces(std::move(unit.pieces), result.issues);
            if (m_options.clean) clean_track(track, result.issues);
            if (m_options.aircraft) m_options.aircraft->complete(track.aircraft);
            complete(track.aircraft);
            result.rest = m_work(std::move(track));
        } catch (...) {
            result.error = std::current_exception();
        }
        return result;
    }

    /// Inputs, issues and errors of one file; its pieces stay where they are.
    void take(std::size_t number, FileResult& result) {
        const File& file = m_plan.files[number];
        m_batch.take_issues(std::move(result.issues));
        if (result.error) report(file, result.error);
        for (InputResult& input : result.inputs) {
            m_inputs[number].push_back(input.input);
            m_batch.take_issues(std::move(input.issues));
        }
        if (file.archive >= 0 && !result.inputs.empty()) m_tracks_in[static_cast<std::size_t>(file.archive)] = true;
        ++m_progress.files_done;
        m_progress.bytes_done += file.bytes;
        if (m_options.progress) m_options.progress(m_progress);
    }

    void report(const File& file, const std::exception_ptr& error) {
        if (file.named) std::rethrow_exception(error);
        try {
            std::rethrow_exception(error);
        } catch (const IoError& why) {
            m_batch.issues.push_back({IssueCode::nothing_found, file.path, std::nullopt, why.what()});
        } catch (const Error& why) {
            if (file.archive < 0) return m_batch.issues.push_back({IssueCode::unknown_format, file.path, std::nullopt, why.what()});
            const auto archive = static_cast<std::size_t>(file.archive);
            m_logs[archive].add(IssueCode::unknown_format, "file in the archive is no track", file.offset, std::string_view(why.what()).substr(m_plan.archives[archive].path.size() + 1));
        }
    }

    void check_archives() {
        for (std::size_t i = 0; i < m_plan.archives.size(); ++i) {
            const Archive& archive = m_plan.archives[i];
            if (m_tracks_in[i]) continue;
            if (archive.named) throw FormatError(archive.path, no_track_in_archive);
            m_logs[i].add(IssueCode::unknown_format, no_track_in_archive);
        }
    }

    const ReadTracksOptions& m_options;
    const TrackWork& m_work;
    Plan m_plan;
    Pieces m_pieces;
    std::vector<Unit> m_units;
    std::vector<Step> m_steps;
    std::vector<std::vector<std::shared_ptr<const Input>>> m_inputs;  ///< by file
    std::vector<std::shared_ptr<const Input>> m_tables;
    std::vector<IssueLog> m_logs;     ///< by archive
    std::vector<bool> m_tracks_in;    ///< by archive
    ReadProgress m_progress;
    TrackBatch m_batch;
};

}  // namespace

TrackBatch stream_tracks(const std::vector<std::string>& paths, const ReadTracksOptions& options, const TrackWork& work) {
    return Reading(options, work).read(paths);
}

}  // namespace flightxref::detail
