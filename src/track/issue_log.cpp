// SPDX-License-Identifier: BSL-1.0
#include "track/issue_log.hpp"

#include <fmt/format.h>

namespace flightxref::detail {

IssueLog::Kind& IssueLog::kind_of(IssueCode code, std::string_view reason) {
    for (Kind& kind : m_kinds)
        if (kind.code == code && kind.reason == reason) return kind;
    return m_kinds.emplace_back(Kind{code, std::string(reason), 0, std::nullopt});
}

void IssueLog::add(IssueCode code, std::string_view reason, std::optional<std::uint64_t> offset, std::string_view value) {
    Kind& kind = kind_of(code, reason);
    kind.last = offset;
    if (++kind.count > m_in_detail) return;
    std::string detail(reason);
    if (!value.empty()) {
        std::string shown;
        for (const char c : value.substr(0, 60)) shown.push_back(c >= ' ' && c <= '~' ? c : '?');
        detail += ": " + shown + (value.size() > 60 ? "..." : "");
    }
    m_issues.push_back({code, m_source, offset, std::move(detail)});
}

void IssueLog::add_many(IssueCode code, std::string_view reason, std::uint64_t more, std::optional<std::uint64_t> first) {
    if (more == 0) return;
    Kind& kind = kind_of(code, reason);
    kind.count += more;
    m_issues.push_back({code, m_source, first, more == 1 ? std::string(reason) : fmt::format("{} ({} of them)", reason, more)});
}

std::uint64_t IssueLog::count(IssueCode code) const {
    std::uint64_t sum = 0;
    for (const Kind& kind : m_kinds) sum += kind.code == code ? kind.count : 0;
    return sum;
}

std::vector<Issue> IssueLog::take() {
    std::vector<Issue> issues = std::move(m_issues);
    for (const Kind& kind : m_kinds) {
        if (!kind.last || kind.count <= m_in_detail) continue;
        issues.push_back({kind.code, m_source, kind.last, fmt::format("{}: {} more of these, the last one here", kind.reason, kind.count - m_in_detail)});
    }
    m_kinds.clear();
    m_issues.clear();
    return issues;
}

}  // namespace flightxref::detail
