// SPDX-License-Identifier: BSL-1.0
#include "track/byte_source.hpp"

#include <flightxref/core/error.hpp>

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace flightxref::detail {

std::uint64_t ByteSource::skip(std::uint64_t bytes) {
    char passed[16384];
    std::uint64_t done = 0;
    while (done < bytes) {
        const std::size_t now = read(passed, static_cast<std::size_t>(std::min<std::uint64_t>(bytes - done, sizeof passed)));
        if (now == 0) break;
        done += now;
    }
    return done;
}

std::size_t MemorySource::read(char* to, std::size_t bytes) {
    bytes = std::min(bytes, m_bytes.size());
    if (bytes != 0) std::memcpy(to, m_bytes.data(), bytes);
    m_bytes.remove_prefix(bytes);
    return bytes;
}

std::uint64_t MemorySource::skip(std::uint64_t bytes) {
    bytes = std::min<std::uint64_t>(bytes, m_bytes.size());
    m_bytes.remove_prefix(static_cast<std::size_t>(bytes));
    return bytes;
}

FileSource::FileSource(std::vector<std::string> parts) : m_parts(std::move(parts)) { open(); }

std::uint64_t FileSource::bytes() const {
    std::uint64_t sum = 0;
    for (const std::string& part : m_parts) {
        std::error_code error;
        const auto size = std::filesystem::file_size(part, error);
        sum += error ? 0 : size;
    }
    return sum;
}

std::size_t FileSource::read(char* to, std::size_t bytes) {
    std::size_t got = 0;
    while (got < bytes && m_file) {
        const std::size_t now = std::fread(to + got, 1, bytes - got, m_file);
        got += now;
        if (now != 0) continue;
        if (std::ferror(m_file)) throw IoError(m_parts[m_at], std::strerror(errno));
        close();
        if (++m_at < m_parts.size()) open();
    }
    return got;
}

std::uint64_t FileSource::skip(std::uint64_t bytes) {
    std::uint64_t done = 0;
    while (done < bytes && m_file) {
        std::error_code error;
        const auto size = std::filesystem::file_size(m_parts[m_at], error);
        const long here = std::ftell(m_file);
        if (error || here < 0) return done + ByteSource::skip(bytes - done);  // a pipe
        const std::uint64_t left = size - std::min<std::uint64_t>(size, static_cast<std::uint64_t>(here)), now = std::min(left, bytes - done);
        if (std::fseek(m_file, static_cast<long>(now), SEEK_CUR) != 0) throw IoError(m_parts[m_at], std::strerror(errno));
        done += now;
        if (now < left) break;
        close();
        if (++m_at < m_parts.size()) open();
    }
    return done;
}

void FileSource::open() {
    m_file = std::fopen(m_parts[m_at].c_str(), "rb");
    if (!m_file) throw IoError(m_parts[m_at], std::strerror(errno));
}

void FileSource::close() {
    if (m_file) std::fclose(m_file);
    m_file = nullptr;
}

namespace {

constexpr std::size_t chunk = 1u << 18;

class GzipSource : public ByteSource {
  public:
    explicit GzipSource(ByteSource& from) : m_from(from), m_in(chunk) { m_good = inflateInit2(&m_stream, 16 + MAX_WBITS) == Z_OK; }
    ~GzipSource() override { inflateEnd(&m_stream); }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;

    std::size_t read(char* to, std::size_t bytes) override {
        std::size_t got = 0;
        while (m_good && got < bytes) {
            if (m_stream.avail_in == 0 && !refill()) {
                if (!m_between_members) m_failure = Failure{IssueCode::truncated, "compressed data stops in the middle", m_read};
                break;
            }
            const auto room = static_cast<uInt>(std::min<std::size_t>(bytes - got, 1u << 30));
            m_stream.next_out = reinterpret_cast<Bytef*>(to + got);
            m_stream.avail_out = room;
            const int status = inflate(&m_stream, Z_NO_FLUSH);
            got += room - m_stream.avail_out;
            m_between_members = status == Z_STREAM_END;
            if (status == Z_STREAM_END) m_good = inflateReset(&m_stream) == Z_OK;
            else if (status != Z_OK && status != Z_BUF_ERROR) {
                m_good = false;
                if (!m_between_members) m_failure = Failure{IssueCode::truncated, "compressed data is damaged", m_read - m_stream.avail_in};
            }
        }
        return got;
    }
    std::optional<Failure> failure() const override { return m_failure; }

  private:
    bool refill() {
        const std::size_t got = m_from.read(m_in.data(), m_in.size());
        m_read += got;
        m_stream.next_in = reinterpret_cast<Bytef*>(m_in.data());
        m_stream.avail_in = static_cast<uInt>(got);
        return got != 0;
    }

    ByteSource& m_from;
    std::vector<char> m_in;
    z_stream m_stream{};
    bool m_good = false, m_between_members = false;
    std::uint64_t m_read = 0;
    std::optional<Failure> m_failure;
};

class ZstdSource : public ByteSource {
  public:
    explicit ZstdSource(ByteSource& from) : m_from(from), m_in(chunk), m_context(ZSTD_createDCtx()) {}
    ~ZstdSource() override { ZSTD_freeDCtx(m_context); }
    ZstdSource(const ZstdSource&) = delete;
    ZstdSource& operator=(const ZstdSource&) = delete;

    std::size_t read(char* to, std::size_t bytes) override {
        ZSTD_outBuffer out{to, bytes, 0};
        while (!m_failure && out.pos < out.size) {
            if (m_input.pos == m_input.size) {
                m_input = {m_in.data(), m_from.read(m_in.data(), m_in.size()), 0};
                m_read += m_input.size;
                if (m_input.size == 0) {
                    if (m_rest != 0) m_failure = Failure{IssueCode::truncated, "compressed data stops in the middle", m_read};
                    break;
                }
            }
            m_rest = ZSTD_decompressStream(m_context, &out, &m_input);
            if (ZSTD_isError(m_rest)) m_failure = Failure{IssueCode::truncated, "compressed data is damaged", m_read};
        }
        return out.pos;
    }
    std::optional<Failure> failure() const override { return m_failure; }

  private:
    ByteSource& m_from;
    std::vector<char> m_in;
    ZSTD_DCtx* m_context;
    ZSTD_inBuffer m_input{nullptr, 0, 0};
    std::size_t m_rest = 0;
    std::uint64_t m_read = 0;
    std::optional<Failure> m_failure;
};

}  // namespace

Stream::Stream(const std::vector<std::string>& parts) : file(parts) {
    char first[4] = {};
    const std::size_t got = FileSource({parts.front()}).read(first, sizeof first);
    switch (find_compression({first, got})) {
        case Compression::gzip: unpacked = std::make_unique<GzipSource>(file); break;
        case Compression::zstd: unpacked = std::make_unique<ZstdSource>(file); break;
        case Compression::none: break;
    }
}

}  // namespace flightxref::detail
