// SPDX-License-Identifier: BSL-1.0
#include "track/input.hpp"

#include "track/byte_source.hpp"
#include "track/formats.hpp"
#include "track/tar.hpp"

#include <flightxref/core/error.hpp>

#include <algorithm>
#include <string_view>

namespace flightxref::detail {
namespace {

// Larger files are looked at for an archive before they are taken into memory whole.
constexpr std::uint64_t large_file = 64u << 20;
constexpr std::size_t kept_buffer = 64u << 20;

/// Undoes the compression, twice at most: web servers compress what is compressed already. The text ends up in `buffers.text`.
std::optional<Failure> unpack(std::string_view bytes, Buffers& buffers) {
    auto failure = decompress(bytes, find_compression(bytes), buffers.text);
    if (!failure && find_compression(bytes) != Compression::none && find_compression(buffers.text.view()) != Compression::none) {
        std::swap(buffers.text, buffers.inner);
        failure = decompress(buffers.inner.view(), find_compression(buffers.inner.view()), buffers.text);
    }
    return failure;
}

/// Part of some files that are one.
void read_bytes_at(const std::vector<std::string>& parts, std::uint64_t offset, std::uint64_t size, Buffer& into) {
    FileSource source(parts);
    source.skip(offset);
    into.reserve(static_cast<std::size_t>(size));
    into.set_size(source.read(into.data(), static_cast<std::size_t>(size)));
}

/// Decodes one file that is no archive; its text is in `buffers.text`.
InputResult decode(const std::string& path, std::string_view bytes, std::string_view text, const std::optional<Failure>& failure) {
    InputResult result;
    IssueLog log(path);
    if (failure && text.empty()) throw FormatError(path, failure->offset, failure->reason);
    const Format* format = find_format(text);
    if (!format) throw FormatError(path, text.empty() ? "not a flight track: the file is empty" : "not a flight track: no known format");
    if (failure) log.add(failure->code, failure->reason, failure->offset);
    format->decode({text, path}, result.decoded, log);
    result.issues = log.take();
    if (result.decoded.nothing() && result.decoded.broken) {
        const Issue why = result.issues.empty() ? Issue{IssueCode::bad_record, path, 0, "nothing in it can be read"} : result.issues.front();
        throw FormatError(path, why.offset.value_or(0), "not a flight track: " + std::string(format->name) + ": " + why.detail);
    }
    auto input = std::make_shared<Input>();
    input->path = path;
    input->format = format->name;
    input->sha256 = sha256_of(bytes);
    input->positions = result.decoded.positions();
    result.input = std::move(input);
    if (result.decoded.nothing()) result.issues.push_back({IssueCode::nothing_found, path, std::nullopt, "no position in it can be used"});
    return result;
}

/// Reads the members of an archive one after the other.
class ArchiveReader {
  public:
    ArchiveReader(const std::string& path, Buffers& buffers, std::vector<InputResult>& results, IssueLog& log)
        : m_path(path), m_buffers(buffers), m_results(results), m_log(log) {}

    void operator()(const std::string& name, std::string_view bytes, std::uint64_t offset) {
        const std::string path = m_path + ":" + name;
        if (bytes.empty()) return m_log.add(IssueCode::limit_reached, "file in the archive is larger than any track", offset, name);
        try {
            const auto failure = unpack(bytes, m_buffers);
            m_results.push_back(decode(path, bytes, m_buffers.text.view(), failure));
        } catch (const FormatError& error) {
            m_log.add(IssueCode::unknown_format, "file in the archive is no track", offset, std::string_view(error.what()).substr(m_path.size() + 1));
        }
    }

  private:
    const std::string& m_path;
    Buffers& m_buffers;
    std::vector<InputResult>& m_results;
    IssueLog& m_log;
};

}  // namespace

std::vector<InputResult> read_input(const File& file, Buffers& buffers, std::vector<Issue>& issues) {
    std::vector<InputResult> results;
    IssueLog log(file.path, 10);
    ArchiveReader member(file.path, buffers, results, log);
    const auto finish_archive = [&](const std::optional<Failure>& failure) {
        if (failure) log.add(failure->code, failure->reason, failure->offset);
        std::vector<Issue> found = log.take();
        issues.insert(issues.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        if (results.empty()) throw FormatError(file.path, no_track_in_archive);
    };
    if (file.archive < 0 && (file.bytes > large_file || file.parts->size() > 1) && is_tar_file(file.path)) {
        finish_archive(for_each_member(*file.parts, std::ref(member)));
        return results;
    }
    buffers.bytes.set_size(0);
    if (file.archive >= 0) {
        read_bytes_at(*file.parts, file.offset, file.bytes, buffers.bytes);
    } else {
        for (const std::string& part : *file.parts) read_bytes(part, buffers.bytes);
    }
    const auto bytes = buffers.bytes.view();
    if (is_tar(bytes)) {
        finish_archive(for_each_member(bytes, std::ref(member)));
    } else {
        const bool packed = find_compression(bytes) != Compression::none;
        const auto failure = packed ? unpack(bytes, buffers) : std::nullopt;
        const std::string_view text = packed ? buffers.text.view() : bytes;
        if (is_tar(text)) {
            Buffer archive;  // the members need the buffers
            std::swap(archive, buffers.text);
            const auto stopped = for_each_member(archive.view(), std::ref(member));
            finish_archive(failure ? failure : stopped);
        } else {
            results.push_back(decode(file.path, bytes, text, failure));
        }
    }
    for (Buffer* buffer : {&buffers.bytes, &buffers.text, &buffers.inner}) buffer->trim(kept_buffer);
    return results;
}

}  // namespace flightxref::detail
