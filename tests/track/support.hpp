// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/track/read.hpp>

#include <fmt/format.h>
#include <libdeflate.h>
#include <zstd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <unistd.h>

/// An empty folder of its own, gone at the end.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        static int count = 0;
        m_path = std::filesystem::temp_directory_path() / ("flightxref_test_" + std::to_string(getpid()) + "_" + std::to_string(count++));
        std::filesystem::create_directories(m_path);
    }
    ~TemporaryFolder() { std::filesystem::remove_all(m_path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    std::string path(std::string_view name = {}) const { return name.empty() ? m_path.string() : (m_path / name).string(); }

    /// Writes a file below the folder and gives its path.
    std::string write(std::string_view name, std::string_view bytes) const {
        const auto file = m_path / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file.string();
    }

  private:
    std::filesystem::path m_path;
};

inline std::string gzip(std::string_view text) {
    libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
    std::string out(libdeflate_gzip_compress_bound(compressor, text.size()), '\0');
    out.resize(libdeflate_gzip_compress(compressor, text.data(), text.size(), out.data(), out.size()));
    libdeflate_free_compressor(compressor);
    return out;
}

inline std::string zstd(std::string_view text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
    return out;
}

/// One file of a tar archive; 1024 zero bytes behind the last end it.
inline std::string tar_member(std::string_view name, std::string_view content, char kind = '0') {
    std::string block(512, '\0');
    const auto put = [&](std::size_t at, std::string_view text) { block.replace(at, text.size(), text); };
    put(0, name.substr(0, 100));
    put(100, "0000644");
    put(124, fmt::format("{:011o}", content.size()));
    put(136, "00000000000");
    put(156, std::string(1, kind));
    put(257, std::string_view("ustar\0" "00", 8));
    put(148, "        ");
    unsigned sum = 0;
    for (const char c : block) sum += static_cast<unsigned char>(c);
    put(148, fmt::format("{:06o}", sum));
    block[154] = '\0';
    block += content;
    block.resize((block.size() + 511) / 512 * 512, '\0');
    return block;
}

/// How many issues of that code, and whether one of them has these words.
inline std::size_t count_issues(const flightxref::TrackBatch& batch, flightxref::IssueCode code, std::string_view words = {}) {
    std::size_t count = 0;
    for (const auto& issue : batch.issues)
        if (issue.code == code && issue.detail.find(words) != std::string::npos) ++count;
    return count;
}

/// Reads a file with that content.
inline flightxref::TrackBatch read_text(std::string_view content) {
    const TemporaryFolder folder;
    return flightxref::read_tracks(folder.write("input", content));
}
