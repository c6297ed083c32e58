// SPDX-License-Identifier: BSL-1.0
#include <flightxref/text/token.hpp>

#include <text/utf8.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

namespace flightxref {
namespace {

constexpr std::size_t block_bytes = 512;

/// Code points that begin in [begin, end) of a text that is UTF-8 there: every byte but the continuation bytes.
std::size_t count_starts(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t count = 0;
    for (std::size_t i = begin; i < end; ++i) count += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    return count;
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : m_text(text), m_valid(simdjson::validate_utf8(text.data(), text.size())) {
    m_blocks.reserve(text.size() / block_bytes + 1);
    std::size_t points = 0;
    if (m_valid) {
        for (std::size_t at = 0; at <= text.size(); at += block_bytes) {
            m_blocks.push_back({static_cast<std::uint32_t>(points), static_cast<std::uint32_t>(at)});
            points += count_starts(text, at, std::min(text.size(), at + block_bytes));
        }
        return;
    }
    for (std::size_t at = 0;; ++points) {
        while (m_blocks.size() * block_bytes <= at) m_blocks.push_back({static_cast<std::uint32_t>(points), static_cast<std::uint32_t>(at)});
        if (at >= text.size()) break;
        at += detail::decode_at(text, at).size;
    }
}

std::size_t CodePoints::at(std::size_t byte) const {
    byte = std::min(byte, m_text.size());
    const Block block = m_blocks[byte / block_bytes];
    if (m_valid) {
        const std::size_t next = byte / block_bytes + 1;
        if (next < m_blocks.size() && m_blocks[next].points - block.points == block_bytes) return block.points + (byte - block.first);  // nothing but ASCII
        return block.points + count_starts(m_text, block.first, byte);
    }
    std::size_t points = block.points;
    for (std::size_t at = block.first; at < byte; ++points) at += detail::decode_at(m_text, at).size;
    return points;
}

std::vector<Issue> find_encoding_issues(std::string_view text, const std::string& source) {
    constexpr std::size_t most = 100;
    std::vector<Issue> issues;
    if (simdjson::validate_utf8(text.data(), text.size())) return issues;
    std::size_t more = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const auto point = detail::decode_at(text, at);
        if (point.valid) {
            at += point.size;
            continue;
        }
        // Bad bytes in a row are one place.
        const std::size_t begin = at;
        while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x80) {
            const auto next = detail::decode_at(text, at);
            if (next.valid) break;
            at += next.size;
        }
        if (issues.size() < most)
            issues.push_back({IssueCode::bad_encoding, source, begin, fmt::format("{} byte{} that {} not UTF-8", at - begin, at - begin == 1 ? "" : "s", at - begin == 1 ? "is" : "are")});
        else
            ++more;
    }
    if (more) issues.push_back({IssueCode::limit_reached, source, std::nullopt, fmt::format("{} more places with bytes that are not UTF-8", more)});
    return issues;
}

}  // namespace flightxref
