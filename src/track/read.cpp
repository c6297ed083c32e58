// SPDX-License-Identifier: BSL-1.0
#include <flightxref/track/read.hpp>

#include "track/fields.hpp"
#include "track/input.hpp"
#include "track/merge.hpp"

#include <flightxref/aircraft/address_plan.hpp>
#include <flightxref/core/error.hpp>
#include <flightxref/track/clean.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <set>
#include <thread>

namespace flightxref {
namespace {

using detail::File;
using detail::InputResult;

/// What became of one file.
struct FileResult {
    std::vector<InputResult> inputs;
    std::vector<Issue> issues;
    std::exception_ptr error;
};

FileResult read_file(const File& file, detail::Buffers& buffers) {
    FileResult result;
    try {
        result.inputs = detail::read_input(file, buffers, result.issues);
    } catch (...) {
        result.error = std::current_exception();
    }
    return result;
}

/// Reads files on several threads and hands the results out in the order of the files. No thread runs ahead of the reader by
/// more than a window, so what waits is bounded.
class FileReader {
  public:
    FileReader(const std::vector<File>& files, unsigned threads) : m_files(files), m_slots(window) {
        if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
        threads = static_cast<unsigned>(std::min<std::size_t>(threads, files.size() / 2));
        if (threads < 2) return;
        for (unsigned i = 0; i < threads; ++i) m_threads.emplace_back([this] { work(); });
    }

    ~FileReader() {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_changed.notify_all();
        for (std::thread& thread : m_threads) thread.join();
    }
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;

    /// The result of the next file.
    FileResult next() {
        if (m_threads.empty()) return read_file(m_files[m_taken++], m_buffers);
        std::unique_lock lock(m_mutex);
        auto& slot = m_slots[m_taken % window];
        m_changed.wait(lock, [&] { return slot.has_value(); });
        FileResult result = std::move(*slot);
        slot.reset();
        ++m_taken;
        lock.unlock();
        m_changed.notify_all();
        return result;
    }

  private:
    static constexpr std::size_t window = 64;

    void work() {
        detail::Buffers buffers;
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [&] { return m_stop || m_started == m_files.size() || m_started < m_taken + window; });
            if (m_stop || m_started == m_files.size()) return;
            const std::size_t mine = m_started++;
            lock.unlock();
            FileResult result = read_file(m_files[mine], buffers);
            lock.lock();
            m_slots[mine % window] = std::move(result);
            m_changed.notify_all();
        }
    }

    const std::vector<File>& m_files;
    std::vector<std::optional<FileResult>> m_slots;
    std::vector<std::thread> m_threads;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_started = 0, m_taken = 0;
    bool m_stop = false;
    detail::Buffers m_buffers;
};

class TracksReader {
  public:
    explicit TracksReader(const ReadTracksOptions& options) : m_options(options) {}

    TrackBatch read(const std::vector<std::string>& paths) {
        const std::vector<File> files = detail::list_files(paths);
        ReadProgress progress{0, files.size(), 0, 0};
        for (const File& file : files) progress.bytes += file.bytes;
        {
            FileReader reader(files, m_options.threads);
            for (const File& file : files) {
                take(file, reader.next());
                ++progress.files_done;
                progress.bytes_done += file.bytes;
                if (m_options.progress) m_options.progress(progress);
            }
        }
        if (m_batch.inputs.empty()) throw FormatError(paths.empty() ? std::string("tracks") : paths.front(), "no flight track in it");
        read_tables_beside();
        Batch<Track> tracks = m_merger.finish();
        m_batch.items = std::move(tracks.items);
        m_batch.take_issues(std::move(tracks.issues));
        for (Track& track : m_batch.items) {
            if (m_options.clean) clean_track(track, m_batch.issues);
            complete(track.aircraft);
        }
        return std::move(m_batch);
    }

  private:
    void take(const File& file, FileResult result) {
        m_batch.take_issues(std::move(result.issues));
        m_read.insert(file.path());
        if (result.error) {
            if (file.named) std::rethrow_exception(result.error);
            try {
                std::rethrow_exception(result.error);
            } catch (const IoError& error) {
                m_batch.issues.push_back({IssueCode::nothing_found, file.path(), std::nullopt, error.what()});
            } catch (const Error& error) {
                m_batch.issues.push_back({IssueCode::unknown_format, file.path(), std::nullopt, error.what()});
            }
        }
        for (InputResult& input : result.inputs) take(std::move(input));
    }

    void take(InputResult result) {
        m_batch.inputs.push_back(result.input);
        m_batch.take_issues(std::move(result.issues));
        m_merger.add(std::move(result.decoded), result.input);
    }

    /// Tracks filed under a flight's number name their aircraft in a table beside them.
    void read_tables_beside() {
        detail::Buffers buffers;
        std::set<std::string> looked_at;
        for (const std::string& path : m_merger.unidentified()) {
            for (const std::string& table : detail::flight_tables_beside(path)) {
                if (!looked_at.insert(table).second || m_read.count(table) != 0) continue;
                FileResult result = read_file({{table}, false, 0}, buffers);
                for (InputResult& input : result.inputs)
                    if (!input.decoded.flight_rows.empty()) {
                        input.decoded.parts.clear();
                        take(std::move(input));
                    }
            }
        }
    }

    /// The registration that follows from the address where the state's rule leaves no doubt.
    static void complete(Aircraft& aircraft) {
        if (!aircraft.icao24 || aircraft.registration || aircraft.privacy_address || aircraft.non_icao_address || aircraft.ground_vehicle || aircraft.military) return;
        if (is_military(*aircraft.icao24)) return;
        if (const auto planned = registration_of(*aircraft.icao24); planned && planned->confidence >= detail::sure_plan) aircraft.registration = planned->registration;
    }

    const ReadTracksOptions& m_options;
    detail::TrackMerger m_merger;
    TrackBatch m_batch;
    std::set<std::string> m_read;
};

}  // namespace

TrackBatch read_tracks(const std::vector<std::string>& paths, const ReadTracksOptions& options) { return TracksReader(options).read(paths); }

TrackBatch read_tracks(const std::string& path, const ReadTracksOptions& options) { return TracksReader(options).read({path}); }

}  // namespace flightxref
