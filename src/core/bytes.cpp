// SPDX-License-Identifier: BSL-1.0
#include "core/bytes.hpp"

#include <flightxref/core/error.hpp>

#include <fmt/format.h>
#include <libdeflate.h>
#include <openssl/evp.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <vector>

namespace flightxref::detail {

void Buffer::reserve(std::size_t bytes) {
    if (bytes <= m_capacity) return;
    std::unique_ptr<char[]> grown(new char[bytes + padding]);
    if (m_size != 0) std::memcpy(grown.get(), m_bytes.get(), m_size);
    m_bytes = std::move(grown);
    m_capacity = bytes;
}

void Buffer::set_size(std::size_t bytes) {
    reserve(bytes == 0 ? 1 : bytes);
    m_size = bytes;
    std::memset(m_bytes.get() + m_size, 0, padding);
}

void Buffer::assign(std::string_view bytes) {
    m_size = 0;
    reserve(bytes.size());
    set_size(bytes.size());
    if (!bytes.empty()) std::memcpy(m_bytes.get(), bytes.data(), bytes.size());
}

void Buffer::trim(std::size_t keep_at_most) {
    if (m_capacity <= keep_at_most) return;
    m_bytes.reset();
    m_size = m_capacity = 0;
}

void read_bytes(const std::string& path, Buffer& into) {
    struct Close {
        void operator()(std::FILE* file) const {
            if (file != stdin) std::fclose(file);
        }
    };
    const std::unique_ptr<std::FILE, Close> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file) throw IoError(path, std::strerror(errno));
    std::setvbuf(file.get(), nullptr, _IONBF, 0);
    std::size_t expected = 1u << 16;
    if (path != "-" && std::fseek(file.get(), 0, SEEK_END) == 0) {
        const long end = std::ftell(file.get());
        if (end > 0) expected = static_cast<std::size_t>(end) + 1;
        std::rewind(file.get());
    }
    into.reserve(into.size() + expected);
    for (std::size_t size = into.size();;) {
        if (size == into.capacity()) {
            into.set_size(size);
            into.reserve(size * 2);
        }
        const std::size_t got = std::fread(into.data() + size, 1, into.capacity() - size, file.get());
        size += got;
        if (got == 0) {
            if (std::ferror(file.get())) throw IoError(path, std::strerror(errno));
            into.set_size(size);
            return;
        }
    }
}

Compression find_compression(std::string_view bytes) {
    if (bytes.starts_with("\x1f\x8b\x08")) return Compression::gzip;
    if (bytes.starts_with("\x28\xb5\x2f\xfd")) return Compression::zstd;
    return Compression::none;
}

std::uint64_t largest_inflated(std::uint64_t compressed) {
    // Track files shrink to a fifth or a tenth; thirtyfold for an aircraft parked all day. Deflate itself can do a thousandfold.
    return std::max<std::uint64_t>(64u << 20, 100 * compressed);
}

namespace {

Failure bomb(std::uint64_t compressed) {
    return {IssueCode::limit_reached,
            fmt::format("{} compressed bytes become more than {} MB, no file of positions or aircraft does", compressed, largest_inflated(compressed) >> 20), 0};
}

/// Reads as far as it goes what libdeflate, which takes a member whole or not at all, refused.
Failure salvage_gzip(std::string_view bytes, std::size_t from, Buffer& into) {
    z_stream stream{};
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) return {IssueCode::truncated, "compressed data can not be read", from};
    const std::uint64_t limit = largest_inflated(bytes.size());
    std::size_t used = from, size = into.size();
    int status = Z_OK;
    while (status == Z_OK) {
        if (size == into.capacity()) {
            if (size >= limit) break;
            into.set_size(size);
            into.reserve(std::max<std::size_t>(1u << 16, size * 2));
        }
        const std::size_t in = std::min<std::size_t>(bytes.size() - used, 1u << 30), out = std::min<std::size_t>(into.capacity() - size, 1u << 30);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + used));
        stream.avail_in = static_cast<uInt>(in);
        stream.next_out = reinterpret_cast<Bytef*>(into.data() + size);
        stream.avail_out = static_cast<uInt>(out);
        status = inflate(&stream, Z_NO_FLUSH);
        used += in - stream.avail_in;
        size += out - stream.avail_out;
        if (status == Z_OK && used == bytes.size() && stream.avail_out != 0) break;
    }
    const std::string_view why = stream.msg ? stream.msg : "";
    inflateEnd(&stream);
    into.set_size(size);
    if (status == Z_OK && size >= limit && used < bytes.size()) return bomb(bytes.size());
    if (why.starts_with("incorrect ")) return {IssueCode::bad_record, "checksum of the compressed data is wrong", used};
    if (status == Z_DATA_ERROR) return {IssueCode::truncated, "compressed data is damaged; what came before was kept", used};
    return {IssueCode::truncated, "compressed data stops in the middle; what came before was kept", used};
}

/// From this size on it is found out how large a file becomes before memory is taken for it.
constexpr std::size_t counted_from = 64u << 20;

/// How many bytes come out of all gzip members from there on, and no further than `limit`; takes no memory for them.
std::uint64_t count_inflated(std::string_view bytes, std::uint64_t limit) {
    std::vector<char> passed(1u << 18);
    z_stream stream{};
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) return 0;
    std::uint64_t made = 0;
    for (std::size_t used = 0; used < bytes.size() && made <= limit;) {
        const std::size_t in = std::min<std::size_t>(bytes.size() - used, 1u << 30);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + used));
        stream.avail_in = static_cast<uInt>(in);
        stream.next_out = reinterpret_cast<Bytef*>(passed.data());
        stream.avail_out = static_cast<uInt>(passed.size());
        const int status = inflate(&stream, Z_NO_FLUSH);
        used += in - stream.avail_in;
        made += passed.size() - stream.avail_out;
        if (status == Z_STREAM_END) inflateReset(&stream);
        else if (status != Z_OK) break;
    }
    inflateEnd(&stream);
    return made;
}

std::optional<Failure> inflate_gzip(std::string_view bytes, Buffer& into) {
    struct Free {
        void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
    };
    thread_local const std::unique_ptr<libdeflate_decompressor, Free> decompressor(libdeflate_alloc_decompressor());
    const std::uint64_t limit = largest_inflated(bytes.size());
    // The last four bytes tell the size of a single member, modulo 2^32; a hint, and often enough the truth.
    std::uint32_t told = 0;
    if (bytes.size() >= 18) std::memcpy(&told, bytes.data() + bytes.size() - 4, 4);
    const std::size_t room = told < limit && told <= 40 * bytes.size() ? std::max<std::size_t>(told, 256) : bytes.size() * 4;
    into.set_size(0);
    into.reserve(room);
    for (std::size_t from = 0; from < bytes.size();) {
        std::size_t used = 0, made = 0;
        const auto result = libdeflate_gzip_decompress_ex(decompressor.get(), bytes.data() + from, bytes.size() - from, into.data() + into.size(),
                                                          into.capacity() - into.size(), &used, &made);
        if (result == LIBDEFLATE_SUCCESS) {
            into.set_size(into.size() + made);
            from += used;
            if (from < bytes.size() && find_compression(bytes.substr(from)) != Compression::gzip) {
                if (bytes.find_first_not_of('\0', from) == std::string_view::npos) return std::nullopt;  // padding of a tape or download block
                return Failure{IssueCode::bad_record, "bytes after the end of the compressed data were left out", from};
            }
        } else if (result == LIBDEFLATE_INSUFFICIENT_SPACE && into.capacity() < counted_from) {
            into.reserve(std::min<std::size_t>(counted_from, std::max<std::size_t>(1u << 16, into.capacity() * 2)));
        } else if (result == LIBDEFLATE_INSUFFICIENT_SPACE) {
            const std::uint64_t more = into.size() > limit ? 1 : count_inflated(bytes.substr(from), limit - into.size());
            if (into.size() + more > limit) {
                into.set_size(0);
                return bomb(bytes.size());
            }
            const std::size_t needed = into.size() + static_cast<std::size_t>(more) + 1;
            if (needed <= into.capacity()) return salvage_gzip(bytes, from, into);  // the two disagree: damaged
            into.reserve(needed);
        } else {
            const Failure failure = salvage_gzip(bytes, from, into);
            if (failure.code == IssueCode::limit_reached) into.set_size(0);
            return failure;
        }
    }
    return std::nullopt;
}

std::optional<Failure> inflate_zstd(std::string_view bytes, Buffer& into) {
    struct Free {
        void operator()(ZSTD_DCtx* d) const { ZSTD_freeDCtx(d); }
    };
    const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
    const std::uint64_t limit = largest_inflated(bytes.size());
    into.set_size(0);
    into.reserve(std::max<std::size_t>(1u << 16, bytes.size() * 8));
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t size = 0, rest = 1;
    for (;;) {
        if (size == into.capacity()) {
            if (size >= limit) {
                into.set_size(0);
                return bomb(bytes.size());
            }
            into.set_size(size);
            into.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(limit, size * 2ull)));
        }
        ZSTD_outBuffer out{into.data() + size, into.capacity() - size, 0};
        rest = ZSTD_decompressStream(context.get(), &out, &in);
        size += out.pos;
        if (ZSTD_isError(rest)) {
            into.set_size(size);
            return Failure{IssueCode::truncated, fmt::format("compressed data is damaged ({}); what came before was kept", ZSTD_getErrorName(rest)), in.pos};
        }
        if (in.pos == in.size && out.pos < out.size) break;
    }
    into.set_size(size);
    if (rest != 0) return Failure{IssueCode::truncated, "compressed data stops in the middle; what came before was kept", bytes.size()};
    return std::nullopt;
}

}  // namespace

std::optional<Failure> decompress(std::string_view bytes, Compression compression, Buffer& into) {
    switch (compression) {
        case Compression::gzip: return inflate_gzip(bytes, into);
        case Compression::zstd: return inflate_zstd(bytes, into);
        case Compression::none: break;
    }
    into.assign(bytes);
    return std::nullopt;
}

std::string sha256_of(std::string_view bytes) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr) != 1) return {};
    std::string hex;
    hex.reserve(2 * size);
    for (unsigned i = 0; i < size; ++i) {
        hex.push_back("0123456789abcdef"[digest[i] >> 4]);
        hex.push_back("0123456789abcdef"[digest[i] & 15]);
    }
    return hex;
}

}  // namespace flightxref::detail
