// SPDX-License-Identifier: BSL-1.0
// tar as a stream: IEEE Std 1003.1 "ustar" and "pax", and the long names of GNU tar.
#include "track/tar.hpp"

#include "track/byte_source.hpp"

#include <algorithm>

namespace flightxref::detail {
namespace {

constexpr std::size_t block = 512;
constexpr std::uint64_t largest_member = 1ull << 29;

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
    constexpr std::size_t at_a_time = 1u << 18;
    content.set_size(0);
    while (content.size() < bytes) {
        const std::size_t before = content.size();
        content.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(bytes, std::max<std::size_t>(at_a_time, 2 * before))));
        const std::size_t room = content.capacity() - before < bytes - before ? content.capacity() - before : static_cast<std::size_t>(bytes - before);
        const std::size_t got = source.read(content.data() + before, room);
        content.set_size(before + got);
        if (got < room) break;
    }
    return content.size();
}

/// Walks over an archive. `member` is told of each regular file, takes as much of its content as it wants from `source`, and
/// says how much it took.
template <class UseHeader>
std::optional<Failure> walk(ByteSource& source, std::uint64_t limit, UseHeader&& member) {
    char header_bytes[block];
    Buffer meta_content;
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
        const std::uint64_t whole = (*size + block - 1) / block * block;
        std::uint64_t used = 0;
        if (meta && *size <= 1u << 20) {
            used = read_content(source, whole, meta_content);
            meta_content.set_size(static_cast<std::size_t>(std::min<std::uint64_t>(used, *size)));
            if (kind == 'L') long_name = field_text(meta_content.view());
            else if (kind == 'x') long_name = pax_path(meta_content.view());
        } else if (regular) {
            used = member(name, here, *size, whole);
        }
        offset += used;
        if (used < whole) {
            const std::uint64_t skipped = source.skip(whole - used);
            used += skipped;
            offset += skipped;
        }
        if (used < *size) return source.failure() ? source.failure() : Failure{IssueCode::truncated, "archive stops in the middle of " + name, offset};
        if (!meta) long_name.clear();
    }
    return std::nullopt;
}

std::optional<Failure> read_members(ByteSource& source, std::uint64_t limit, const UseMember& use) {
    Buffer content;
    return walk(source, limit, [&](const std::string& name, std::uint64_t here, std::uint64_t size, std::uint64_t whole) -> std::uint64_t {
        if (size > largest_member) {
            use(name, {}, here);
            return 0;
        }
        const std::uint64_t read = read_content(source, whole, content);
        content.set_size(static_cast<std::size_t>(std::min(read, size)));
        if (content.size() > 0) use(name, content.view(), here);
        return read;
    });
}

}  // namespace

bool is_tar(std::string_view bytes) { return bytes.size() >= block && bytes.substr(257, 5) == "ustar" && header_holds(bytes.substr(0, block)); }

bool is_tar_file(const std::string& path) {
    Stream stream({path});
    char first[block];
    return is_tar({first, stream.source().read(first, block)});
}

MemberList list_members(const std::vector<std::string>& parts) {
    MemberList list;
    FileSource source(parts);
    list.failure = walk(source, UINT64_MAX, [&](const std::string& name, std::uint64_t here, std::uint64_t size, std::uint64_t) -> std::uint64_t {
        if (size == 0) return 0;
        const std::uint64_t there = source.skip(size);
        if (size > largest_member) list.too_large.push_back({name, here, 0});
        else if (there > 0) list.members.push_back({name, here + block, there});
        return there;
    });
    return list;
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
