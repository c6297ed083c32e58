// SPDX-License-Identifier: BSL-1.0
#include <flightxref/track/read.hpp>

#include "track/bytes.hpp"
#include "track/formats.hpp"
#include "track/merge.hpp"

#include <flightxref/core/error.hpp>

#include <algorithm>
#include <filesystem>

namespace flightxref {
namespace {

namespace fs = std::filesystem;

struct File {
    std::string path;
    bool named = false;  ///< by the user, not found in a folder: must be a track
};

/// One file, read.
struct FileResult {
    detail::Decoded decoded;
    std::shared_ptr<Input> input;
    std::vector<Issue> issues;
};

std::vector<File> list_files(const std::vector<std::string>& paths) {
    std::vector<File> files;
    for (const std::string& path : paths) {
        std::error_code error;
        const auto status = path == "-" ? fs::file_status(fs::file_type::regular) : fs::status(path, error);
        if (!fs::exists(status)) throw IoError(path, "no such file or folder");
        if (!fs::is_directory(status)) {
            files.push_back({path, true});
            continue;
        }
        const std::size_t first = files.size();
        fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error);
        if (error) throw IoError(path, error.message());
        for (const fs::recursive_directory_iterator end; at != end; at.increment(error)) {
            if (error) throw IoError(path, error.message());
            std::error_code ignored;
            if (at->is_regular_file(ignored)) files.push_back({at->path().string(), false});
        }
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    }
    return files;
}

/// Decodes the bytes of one file. Throws FormatError when it is no track at all.
FileResult read_one(const std::string& path, std::string_view bytes, detail::Buffer& text) {
    FileResult result;
    detail::IssueLog log(path);
    const auto compression = detail::find_compression(bytes);
    const auto failure = detail::decompress(bytes, compression, text);
    if (failure && text.size() == 0) throw FormatError(path, failure->offset, failure->reason);
    const detail::Format* format = detail::find_format(text.view());
    if (!format) throw FormatError(path, text.size() == 0 ? "not a flight track: the file is empty" : "not a flight track: no known format");
    if (failure) log.add(failure->code, failure->reason, failure->offset);
    format->decode({text.view(), path}, result.decoded, log);
    result.issues = log.take();
    if (result.decoded.nothing() && result.decoded.broken) {
        const Issue& why = result.issues.empty() ? Issue{IssueCode::bad_record, path, 0, "nothing in it can be read"} : result.issues.front();
        throw FormatError(path, why.offset.value_or(0), "not a flight track: " + std::string(format->name) + ": " + why.detail);
    }
    result.input = std::make_shared<Input>();
    result.input->path = path;
    result.input->format = format->name;
    result.input->sha256 = detail::sha256_of(bytes);
    result.input->positions = result.decoded.positions();
    if (result.decoded.nothing()) result.issues.push_back({IssueCode::nothing_found, path, std::nullopt, "no position in it can be used"});
    return result;
}

}  // namespace

TrackBatch read_tracks(const std::vector<std::string>& paths) {
    TrackBatch batch;
    detail::TrackMerger merger;
    detail::Buffer bytes, text;
    for (const File& file : list_files(paths)) {
        try {
            detail::read_bytes(file.path, bytes);
            FileResult result = read_one(file.path, bytes.view(), text);
            batch.inputs.push_back(result.input);
            batch.take_issues(std::move(result.issues));
            merger.add(std::move(result.decoded), result.input);
        } catch (const Error& error) {
            if (file.named) throw;
            batch.issues.push_back({IssueCode::unknown_format, file.path, std::nullopt, error.what()});
        }
    }
    if (batch.inputs.empty()) throw FormatError(paths.empty() ? std::string("tracks") : paths.front(), "no flight track in it");
    Batch<Track> tracks = merger.finish();
    batch.items = std::move(tracks.items);
    batch.take_issues(std::move(tracks.issues));
    return batch;
}

TrackBatch read_tracks(const std::string& path) { return read_tracks(std::vector<std::string>{path}); }

}  // namespace flightxref
