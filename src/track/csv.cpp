// SPDX-License-Identifier: BSL-1.0
#include "track/csv.hpp"

#include <algorithm>
#include <cstring>

namespace flightxref::detail {

std::string_view without_bom(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    return text;
}

CsvRows::CsvRows(std::string_view text, IssueLog& log) : m_text(text), m_log(log) {
    if (text.starts_with("\xef\xbb\xbf")) m_at = 3;
    while (m_at < text.size() && (text[m_at] == '\n' || text[m_at] == '\r' || text[m_at] == ' ')) ++m_at;
    const std::string_view line = text.substr(m_at, text.find('\n', m_at) - m_at);
    for (const char separator : {';', '\t'})
        if (std::count(line.begin(), line.end(), separator) > std::count(line.begin(), line.end(), m_separator)) m_separator = separator;
    split();
    m_header = m_cells;
    while (!m_header.empty() && m_header.back().empty()) m_header.pop_back();
    m_required = m_header.size();
}

/// One line into cells; moves past it.
void CsvRows::split() {
    m_cells.clear();
    const char* const end = m_text.data() + m_text.size();
    const char* at = m_text.data() + m_at;
    for (;;) {
        const char* begin = at;
        std::string_view cell;
        if (at < end && *at == '"') {
            ++begin;
            for (++at; at < end; ++at)
                if (*at == '"' && !(at + 1 < end && at[1] == '"' && ++at)) break;
            cell = std::string_view(begin, static_cast<std::size_t>(at - begin));
            while (at < end && *at != m_separator && *at != '\n') ++at;
        } else {
            while (at < end && *at != m_separator && *at != '\n') ++at;
            cell = std::string_view(begin, static_cast<std::size_t>(at - begin));
            if (!cell.empty() && cell.back() == '\r') cell.remove_suffix(1);
        }
        if (m_cells.size() < 512) m_cells.push_back(trimmed(cell));
        if (at >= end || *at == '\n') break;
        ++at;
    }
    m_at = static_cast<std::size_t>(at - m_text.data()) + (at < end ? 1 : 0);
}

int CsvRows::column(std::initializer_list<std::string_view> names) const {
    const auto same = [](std::string_view a, std::string_view b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return (x | 0x20) == (y | 0x20); });
    };
    for (const std::string_view name : names)
        for (std::size_t i = 0; i < m_header.size(); ++i)
            if (same(m_header[i], name)) return static_cast<int>(i);
    return -1;
}

bool CsvRows::next() {
    while (m_at < m_text.size()) {
        m_offset = m_at;
        split();
        if (m_cells.size() == 1 && m_cells[0].empty()) continue;
        if (m_started) ++m_record;
        m_started = true;
        // Short rows may be whole where the format says so; one that the text ends in is not: its last number may be half of one.
        const bool unended = m_at >= m_text.size() && m_text.back() != '\n';
        if (m_cells.size() >= (unended ? std::max(m_required, m_header.size()) : m_required)) return true;
        if (unended) m_log.add(IssueCode::truncated, "file stops in the middle of a row", m_offset);
        else m_log.add(IssueCode::bad_record, "row has fewer cells than the header", m_offset);
    }
    return false;
}

std::string_view CsvRows::cell(int column) const {
    return column >= 0 && static_cast<std::size_t>(column) < m_cells.size() ? m_cells[static_cast<std::size_t>(column)] : std::string_view{};
}

std::optional<double> CsvRows::number(int column) const {
    bool bad = false;
    const auto value = parse_number(cell(column), bad);
    if (bad) m_log.add(IssueCode::bad_value, "not a number", m_offset, cell(column));
    return value;
}

}  // namespace flightxref::detail
