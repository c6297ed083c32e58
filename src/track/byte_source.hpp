// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/bytes.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace flightxref::detail {

/// Bytes, some at a time.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    /// Fills as much as there is; less than asked for is the end.
    virtual std::size_t read(char* to, std::size_t bytes) = 0;
    /// Passes over bytes; how many there were.
    virtual std::uint64_t skip(std::uint64_t bytes);
    virtual std::optional<Failure> failure() const { return std::nullopt; }
};

/// Bytes in memory.
class MemorySource : public ByteSource {
  public:
    explicit MemorySource(std::string_view bytes) : m_bytes(bytes) {}
    std::size_t read(char* to, std::size_t bytes) override;
    std::uint64_t skip(std::uint64_t bytes) override;

  private:
    std::string_view m_bytes;
};

/// Files one after the other, as one. Throws IoError.
class FileSource : public ByteSource {
  public:
    explicit FileSource(std::vector<std::string> parts);
    ~FileSource() override { close(); }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    /// Of all parts.
    std::uint64_t bytes() const;
    std::size_t read(char* to, std::size_t bytes) override;
    std::uint64_t skip(std::uint64_t bytes) override;

  private:
    void open();
    void close();

    std::vector<std::string> m_parts;
    std::size_t m_at = 0;
    std::FILE* m_file = nullptr;
};

/// Files one after the other, decompressed on the way when they begin as gzip or zstd do.
struct Stream {
    explicit Stream(const std::vector<std::string>& parts);
    ByteSource& source() { return unpacked ? *unpacked : static_cast<ByteSource&>(file); }

    FileSource file;
    std::unique_ptr<ByteSource> unpacked;
};

}  // namespace flightxref::detail
