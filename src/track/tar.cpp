// SPDX-License-Identifier: BSL-1.0
// tar as a stream: IEEE Std 1003.1 "ustar" and "pax", and the long names of GNU tar.
#include "track/tar.hpp"

#include <flightxref/core/error.hpp>

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

namespace flightxref::detail {
namespace {

constexpr std::size_t block = 512;
constexpr std::uint64_t largest_member = 1ull << 29;

/// Bytes, some at a time.
class ByteSource {
  public:
    virtual ~ByteSource() = default;
    /// Fills as much as there is; less than asked for is the end.
    virtual std::size_t read(char* to, std::size_t bytes) = 0;
    virtual std::optional<Failure> failure() const { return std::nullopt; }
};

class MemorySource : public ByteSource {
  public:
    explicit MemorySource(std::string_view bytes) : m_bytes(bytes) {}
    std::size_t read(char* to, std::size_t bytes) override {
        bytes = std::min(bytes, m_bytes.size());
        if (bytes != 0) std::memcpy(to, m_bytes.data(), bytes);
        m_bytes.remove_prefix(bytes);
        return bytes;
    }

  private:
    std::string_view m_bytes;
};

class FileSource : public ByteSource {
  public:
    explicit FileSource(const std::vector<std::string>& parts) : m_parts(parts) { open(); }
    ~FileSource() override { close(); }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    /// Of all parts.
    std::uint64_t bytes() const {
        std::uint64_t sum = 0;
        for (const std::string& part : m_parts) {
            std::error_code error;
            const auto size = std::filesystem::file_size(part, error);
            sum += error ? 0 : size;
        }
        return sum;
    }

    std::size_t read(char* to, std::size_t bytes) override {
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

  private:
    void open() {
        m_file = std::fopen(m_parts[m_at].c_str(), "rb");
        if (!m_file) throw IoError(m_parts[m_at], std::strerror(errno));
    }
    void close() {
        if (m_file) std::fclose(m_file);
        m_file = nullptr;
    }

    std::vector<std::string> m_parts;
    std::size_t m_at = 0;
    std::FILE* m_file = nullptr;
};

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

/// A number in octal digits, or, beyond 8 GB, as GNU tar writes it: big-endian behind a set bit.
std::optional<std::uint64_t> field_number(std::string_view field) {
    std::uint64_t value = 0;
    if (static_cast<unsigned char>(field[0]) & 0x80u) {
        for (const char c : field.substr(field.size() - 8)) value = value << 8 | static_cast<unsigned char>(c);
        return value;
    }
    bool any = false;
    for (const char c : field) {
        if (c == ' ' || c == '\0') {
            if (any) break;
            continue;
        }
        if (c < '0' || c > '7') return std::nullopt;
        value = value * 8 + static_cast<std::uint64_t>(c - '0');
        any = true;
    }
    return value;
}

std::string_view field_text(std::string_view field) { return field.substr(0, field.find('\0')); }

bool header_holds(std::string_view header) {
    const auto told = field_number(header.substr(148, 8));
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < block; ++i) sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(header[i]);
    return told && *told == sum;
}

/// "path" of a pax header: records of "LENGTH key=value\n".
std::string pax_path(std::string_view text) {
    const std::size_t at = text.find(" path=");
    if (at == std::string_view::npos) return {};
    const std::string_view rest = text.substr(at + 6);
    return std::string(rest.substr(0, rest.find('\n')));
}

using UseMember = std::function<void(const std::string&, std::string_view, std::uint64_t)>;

/// Grows with what is there, not with what a header promises.
std::uint64_t read_content(ByteSource& source, std::uint64_t bytes, Buffer& content) {
    content.set_size(0);
    while (content.size() < bytes) {
        const std::size_t before = content.size();
        content.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(bytes, std::max<std::size_t>(chunk, 2 * before))));
        const std::size_t room = content.capacity() - before < bytes - before ? content.capacity() - before : static_cast<std::size_t>(bytes - before);
        const std::size_t got = source.read(content.data() + before, room);
        content.set_size(before + got);
        if (got < room) break;
    }
    return content.size();
}

std::optional<Failure> read_members(ByteSource& source, std::uint64_t limit, const UseMember& use) {
    char header_bytes[block];
    Buffer content;
    std::string long_name;
    std::uint64_t offset = 0;
    for (int empty_blocks = 0; empty_blocks < 2;) {
        const std::uint64_t here = offset;
        if (here > limit) return Failure{IssueCode::limit_reached, "archive becomes larger than any archive of tracks does", here};
        const std::size_t got = source.read(header_bytes, block);
        offset += got;
        if (got == 0) return source.failure();  // an archive without its end mark is common and complete
        const std::string_view header(header_bytes, block);
        if (got == block && header.find_first_not_of('\0') == std::string_view::npos) {
            ++empty_blocks;
            continue;
        }
        empty_blocks = 0;
        if (auto failure = source.failure()) return failure;
        const auto size = got == block ? field_number(header.substr(124, 12)) : std::nullopt;
        if (got < block || !size || !header_holds(header))
            return Failure{got < block ? IssueCode::truncated : IssueCode::bad_record, got < block ? "archive stops in the middle" : "not a tar archive from here on", here};
        const char kind = header[156];
        std::string name = long_name;
        if (name.empty()) {
            const std::string_view prefix = header.substr(257, 5) == "ustar" && header[262] == '\0' ? field_text(header.substr(345, 155)) : std::string_view{};
            name = (prefix.empty() ? std::string() : std::string(prefix) + "/") + std::string(field_text(header.substr(0, 100)));
        }
        const bool meta = kind == 'L' || kind == 'x', regular = kind == '0' || kind == '\0' || kind == '7';
        std::uint64_t left = (*size + block - 1) / block * block;
        if ((meta && *size <= 1u << 20) || (regular && *size <= largest_member)) {
            const std::uint64_t read = read_content(source, left, content);
            offset += read;
            content.set_size(static_cast<std::size_t>(std::min<std::uint64_t>(read, *size)));
            if (kind == 'L') long_name = field_text(content.view());
            else if (kind == 'x') long_name = pax_path(content.view());
            if (regular && content.size() > 0) use(name, content.view(), here);
            if (read < *size) return source.failure() ? source.failure() : Failure{IssueCode::truncated, "archive stops in the middle of " + name, offset};
        } else {
            content.set_size(0);
            content.reserve(chunk);
            while (left > 0) {
                const std::size_t read = source.read(content.data(), static_cast<std::size_t>(std::min<std::uint64_t>(left, chunk)));
                if (read == 0) return source.failure() ? source.failure() : Failure{IssueCode::truncated, "archive stops in the middle of " + name, offset};
                offset += read;
                left -= read;
            }
            if (regular) use(name, {}, here);
        }
        if (!meta) long_name.clear();
    }
    return std::nullopt;
}

/// Opens a file and what it is compressed with.
struct Stream {
    explicit Stream(const std::vector<std::string>& parts) : file(parts) {
        char first[4] = {};
        const std::size_t got = FileSource({parts.front()}).read(first, sizeof first);
        switch (find_compression({first, got})) {
            case Compression::gzip: unpacked = std::make_unique<GzipSource>(file); break;
            case Compression::zstd: unpacked = std::make_unique<ZstdSource>(file); break;
            case Compression::none: break;
        }
    }
    ByteSource& source() { return unpacked ? *unpacked : static_cast<ByteSource&>(file); }

    FileSource file;
    std::unique_ptr<ByteSource> unpacked;
};

}  // namespace

bool is_tar(std::string_view bytes) { return bytes.size() >= block && bytes.substr(257, 5) == "ustar" && header_holds(bytes.substr(0, block)); }

bool is_tar_file(const std::string& path) {
    Stream stream({path});
    char first[block];
    return is_tar({first, stream.source().read(first, block)});
}

std::optional<Failure> for_each_member(const std::vector<std::string>& parts, const UseMember& use) {
    Stream stream(parts);
    return read_members(stream.source(), stream.unpacked ? largest_inflated(stream.file.bytes()) : UINT64_MAX, use);
}

std::optional<Failure> for_each_member(std::string_view archive, const UseMember& use) {
    MemorySource source(archive);
    return read_members(source, UINT64_MAX, use);
}

}  // namespace flightxref::detail
