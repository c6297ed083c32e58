// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "track/fields.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// Walks over a CSV with a header line (RFC 4180: quotes, CRLF; also ';' or tabs), one row at a time, without copying.
class CsvRows {
  public:
    CsvRows(std::string_view text, IssueLog& log);

    /// The column of that name (any of them, whatever the case), or -1.
    int column(std::initializer_list<std::string_view> names) const;

    /// Goes to the next row. Rows too short for the header are an Issue and passed over, empty lines are passed over.
    bool next();

    /// Text of the row's cell; empty when there is no such column.
    std::string_view cell(int column) const;
    /// A cell that should be a number; an Issue when it is something else.
    std::optional<double> number(int column) const;
    std::optional<bool> flag(int column) const { return parse_flag(cell(column)); }

    std::uint32_t record() const { return m_record; }
    std::uint64_t offset() const { return m_offset; }
    std::size_t cells() const { return m_cells.size(); }
    /// Rows may be shorter than the header down to this many cells, unless the text stops in them.
    void require(std::size_t cells) { m_required = cells; }

  private:
    void split();

    std::string_view m_text;
    std::size_t m_at = 0;
    char m_separator = ',';
    std::vector<std::string_view> m_header, m_cells;
    std::size_t m_required = 0;
    std::uint32_t m_record = 0;
    std::uint64_t m_offset = 0;
    bool m_started = false;
    IssueLog& m_log;
};

/// Text without the byte order mark and blank lines before it.
std::string_view without_bom(std::string_view text);

}  // namespace flightxref::detail
