// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/core/batch.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// Collects the issues of one input without growing with it: the first few of a kind are kept with their place, the rest
/// are counted and told in one line.
class IssueLog {
  public:
    explicit IssueLog(std::string source, std::size_t in_detail = 3) : m_source(std::move(source)), m_in_detail(in_detail) {}

    /// `reason` tells the kind and is the sentence the reader sees; `value` is what was found there.
    void add(IssueCode code, std::string_view reason, std::optional<std::uint64_t> offset = std::nullopt, std::string_view value = {});

    /// Counts `more` of that kind at once.
    void add_many(IssueCode code, std::string_view reason, std::uint64_t more, std::optional<std::uint64_t> first = std::nullopt);

    bool empty() const { return m_kinds.empty(); }
    std::uint64_t count(IssueCode code) const;
    const std::string& source() const { return m_source; }

    /// The issues, with one line more for each kind that had more than its share. Leaves the log empty.
    std::vector<Issue> take();

  private:
    struct Kind {
        IssueCode code;
        std::string reason;
        std::uint64_t count = 0;
        std::optional<std::uint64_t> last;
    };
    Kind& kind_of(IssueCode code, std::string_view reason);

    std::string m_source;
    std::size_t m_in_detail;
    std::vector<Kind> m_kinds;
    std::vector<Issue> m_issues;
};

}  // namespace flightxref::detail
