// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/core/batch.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace flightxref::detail {

/// Bytes that are used again and again for one file after the other; 64 zero bytes follow them.
class Buffer {
  public:
    static constexpr std::size_t padding = 64;

    char* data() { return m_bytes.get(); }
    std::size_t size() const { return m_size; }
    std::size_t capacity() const { return m_capacity; }
    std::string_view view() const { return {m_bytes.get(), m_size}; }

    /// Room for `bytes`; what is there up to size() is kept.
    void reserve(std::size_t bytes);
    /// Sets the size, within capacity(), and zeroes what follows.
    void set_size(std::size_t bytes);
    void assign(std::string_view bytes);
    /// Gives the memory back when it is far more than such files need.
    void trim(std::size_t keep_at_most);

  private:
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0, m_capacity = 0;
};

/// Why bytes could not be turned into text.
struct Failure {
    IssueCode code = IssueCode::bad_record;
    std::string reason;
    std::uint64_t offset = 0;
};

/// The whole file ("-": standard input) behind what is in `into` already. Throws IoError.
void read_bytes(const std::string& path, Buffer& into);

enum class Compression : std::uint8_t { none, gzip, zstd };

/// What the first bytes say.
Compression find_compression(std::string_view bytes);

/// Decompresses all gzip members or zstd frames. When they are damaged or stop in the middle, `into` has what came before and
/// the failure says so. A file that would grow beyond every reasonable bound (a decompression bomb) gives `limit_reached`, and nothing.
std::optional<Failure> decompress(std::string_view bytes, Compression compression, Buffer& into);

/// How large a file of that size may become.
std::uint64_t largest_inflated(std::uint64_t compressed);

/// Lower-case hex.
std::string sha256_of(std::string_view bytes);

}  // namespace flightxref::detail
