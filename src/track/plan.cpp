// SPDX-License-Identifier: BSL-1.0
#include "track/plan.hpp"

#include "track/byte_source.hpp"
#include "track/in_order.hpp"
#include "track/json_scan.hpp"
#include "track/tar.hpp"

#include <flightxref/aircraft/identity.hpp>
#include <flightxref/core/error.hpp>

#include <zlib.h>

#include <algorithm>
#include <array>

namespace flightxref::detail {
namespace {

constexpr std::size_t glance_bytes = 1024;
using Glance = std::array<char, 4 * glance_bytes + Buffer::padding>;

/// Decompresses the beginning of a file, again and again with the same memory.
class HeadInflater {
  public:
    HeadInflater() { m_good = inflateInit2(&m_stream, 16 + MAX_WBITS) == Z_OK; }
    ~HeadInflater() { inflateEnd(&m_stream); }
    HeadInflater(const HeadInflater&) = delete;
    HeadInflater& operator=(const HeadInflater&) = delete;

    std::size_t inflate_head(std::string_view bytes, char* to, std::size_t room) {
        if (!m_good || inflateReset(&m_stream) != Z_OK) return 0;
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        m_stream.avail_in = static_cast<uInt>(bytes.size());
        m_stream.next_out = reinterpret_cast<Bytef*>(to);
        m_stream.avail_out = static_cast<uInt>(room);
        inflate(&m_stream, Z_SYNC_FLUSH);
        return room - m_stream.avail_out;
    }

  private:
    z_stream m_stream{};
    bool m_good = false;
};

/// The aircraft of a readsb trace, when its address and the beginning of its positions are in the text; a zero byte ends it.
std::optional<std::uint32_t> trace_aircraft(std::string_view text) {
    JsonScan scan(text.data(), text.data() + text.size());
    if (!scan.accept('{')) return std::nullopt;
    std::optional<std::uint32_t> key;
    for (std::string_view name, address; scan.string(name) && scan.accept(':');) {
        if (name == "trace") return scan.peek() == '[' ? key : std::nullopt;
        if (name == "icao") {
            if (key || !scan.string(address)) return std::nullopt;
            const bool non_icao = address.starts_with('~');
            const auto icao24 = Icao24::parse(non_icao ? address.substr(1) : address);
            if (!icao24) return std::nullopt;
            key = aircraft_key(icao24->value(), non_icao);
        } else if (!scan.skip()) {
            return std::nullopt;
        }
        if (!scan.accept(',')) return std::nullopt;
    }
    return std::nullopt;
}

struct Seen {
    bool tar = false;
    std::optional<std::uint32_t> aircraft;
};

Seen glance_at(const File& file) {
    thread_local HeadInflater inflater;
    thread_local Glance bytes, text;
    Seen seen;
    // Standard input and pipes can be read once only.
    if (file.bytes == 0) return seen;
    std::size_t got = 0;
    try {
        FileSource source(*file.parts);
        if (file.offset == 0 || source.skip(file.offset) == file.offset) got = source.read(bytes.data(), static_cast<std::size_t>(std::min<std::uint64_t>(glance_bytes, file.bytes)));
    } catch (const IoError&) {
        return seen;  // told when it is read
    }
    const std::string_view head(bytes.data(), got);
    seen.tar = is_tar(head);
    std::size_t size = 0;
    if (find_compression(head) == Compression::gzip) size = inflater.inflate_head(head, text.data(), text.size() - Buffer::padding);
    else if (head.starts_with('{')) size = head.copy(text.data(), head.size());
    text[size] = '\0';
    seen.aircraft = trace_aircraft({text.data(), size});
    return seen;
}

/// One archive becomes the files in it.
void open_archive(const File& file, Plan& plan) {
    MemberList list = list_members(*file.parts);
    const int number = static_cast<int>(plan.archives.size());
    for (const Member& member : list.too_large)
        plan.too_large.emplace_back(plan.archives.size(), Failure{IssueCode::limit_reached, member.name, member.offset});
    for (Member& member : list.members) plan.files.push_back({file.parts, file.path + ":" + member.name, false, member.offset, member.size, number});
    plan.archives.push_back({file.path, file.named, std::move(list.failure)});
}

std::vector<Seen> glance_at(const std::vector<File>& files, unsigned threads, bool members, const std::function<void()>& tick) {
    constexpr std::size_t at_a_time = 64;
    std::vector<Seen> seen(files.size());
    const std::size_t pieces = (files.size() + at_a_time - 1) / at_a_time;
    const auto look = [&](std::size_t piece) {
        for (std::size_t i = piece * at_a_time; i < std::min(files.size(), (piece + 1) * at_a_time); ++i)
            if ((files[i].archive >= 0) == members) seen[i] = glance_at(files[i]);
        return true;
    };
    in_order(pieces, thread_count(threads, pieces), look, [&](std::size_t, bool) { tick(); });
    return seen;
}

}  // namespace

Plan make_plan(std::vector<File> files, unsigned threads, const std::function<void()>& tick) {
    Plan plan;
    std::vector<Seen> seen = glance_at(files, threads, false, tick);
    if (std::any_of(seen.begin(), seen.end(), [](const Seen& one) { return one.tar; })) {
        std::vector<Seen> again;
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (seen[i].tar) open_archive(files[i], plan);
            else plan.files.push_back(std::move(files[i]));
            again.resize(plan.files.size(), seen[i]);
        }
        const std::vector<Seen> inside = glance_at(plan.files, threads, true, tick);
        for (std::size_t i = 0; i < again.size(); ++i)
            if (plan.files[i].archive >= 0) again[i] = inside[i];
        seen = std::move(again);
    } else {
        plan.files = std::move(files);
    }
    for (std::size_t i = 0; i < plan.files.size(); ++i) {
        if (seen[i].aircraft) plan.by_aircraft[*seen[i].aircraft].push_back(i);
        else plan.mixed.push_back(i);
    }
    return plan;
}

}  // namespace flightxref::detail
