// SPDX-License-Identifier: BSL-1.0
#include "track/json_records.hpp"

#include "track/json_scan.hpp"

#include <string>

namespace flightxref::detail {
namespace {

/// What simdjson may read behind a text.
constexpr std::size_t padding = 64;

class RecordWalk {
  public:
    RecordWalk(std::string_view text, IssueLog& log, const UseJson& whole, const UseJson& record)
        : m_begin(text.data()), m_end(text.data() + text.size()), m_scan(m_begin, m_end), m_log(log), m_whole(whole), m_record(record) {
        if (text.starts_with("\xef\xbb\xbf")) m_scan.move_to(m_begin + 3);
    }

    bool walk(std::initializer_list<std::string_view> path) {
        while (m_scan.peek() != 0) {
            const char* const begin = m_scan.at();
            if (enter(path)) {
                document_with_array(begin, path.size());
            } else {
                m_scan.move_to(begin);
                document(begin);
            }
            m_scan.accept(',');
        }
        return m_good;
    }

  private:
    std::uint64_t offset(const char* at) const { return static_cast<std::uint64_t>(at - m_begin); }
    static std::string_view view(const char* from, const char* to) { return {from, static_cast<std::size_t>(to - from)}; }

    /// Goes to the first element of the array at the end of the path.
    bool enter(std::initializer_list<std::string_view> path) {
        for (const std::string_view name : path) {
            if (!m_scan.accept('{')) return false;
            for (;;) {
                std::string_view key;
                if (!m_scan.string(key) || !m_scan.accept(':')) return false;
                if (key == name) break;
                if (!m_scan.skip() || !m_scan.accept(',')) return false;
            }
        }
        return m_scan.accept('[');
    }

    /// A document without that array; for formats whose documents are records, a record.
    void document(const char* begin) {
        const bool closed = m_scan.skip();
        if (!closed) m_scan.move_to(m_end);
        const std::string_view text = view(begin, m_scan.at());
        m_good = (closed ? use_json(m_parser, text, offset(begin), m_log, m_whole) : use_broken_json(m_parser, text, offset(begin), m_log, m_whole)) && closed && m_good;
    }

    void document_with_array(const char* begin, std::size_t depth) {
        const char* const first = m_scan.at();
        bool closed = false;
        while (m_scan.peek() != 0 && !(closed = m_scan.accept(']')) && m_scan.skip()) m_scan.accept(',');
        if (!closed) m_scan.move_to(m_end);
        const char* const behind = m_scan.at();
        const bool known = depth == 0 || envelope(begin, first, behind, depth, closed);
        const char* const next = m_scan.at();
        if (!known) return m_log.add(IssueCode::bad_record, "records whose document can not be read, left out", offset(first));
        records(first, behind);
        m_scan.move_to(next);
    }

    /// Gives the document around the array, closed where it was cut; false where it can not be read.
    bool envelope(const char* begin, const char* first, const char* behind, std::size_t open, bool closed) {
        const char* good = behind;
        while (open > 0) {
            std::string_view key;
            if (m_scan.accept('}')) --open;
            else if (!m_scan.accept(',') || !m_scan.string(key) || !m_scan.accept(':') || !m_scan.skip()) break;
            good = m_scan.at();
        }
        std::string text(begin, first);
        text.push_back(']');
        text.append(behind, good);
        text.append(open, '}');
        const std::size_t size = text.size();
        text.append(padding, '\0');
        bool given = false;
        const UseJson whole = [&](JsonValue value, std::uint64_t at) {
            given = true;
            m_whole(value, at);
        };
        m_good = use_json(m_parser, std::string_view(text).substr(0, size), offset(begin), m_log, whole) && m_good;
        if (open == 0) return given;
        if (closed) cut(m_scan.at());
        m_scan.move_to(m_end);
        return given;
    }

    void records(const char* first, const char* behind) {
        m_scan.move_to(first);
        while (m_scan.at() < behind && m_scan.peek() != ']' && m_scan.peek() != 0) {
            const char* const from = m_scan.at();
            if (!m_scan.skip()) {  // a record that is cut is none; but what it holds may be records in turn
                use_broken_json(m_parser, view(from, m_end), offset(from), m_log, m_record, true);
                m_good = false;
                return;
            }
            m_good = use_json(m_parser, view(from, m_scan.at()), offset(from), m_log, m_record) && m_good;
            if (m_scan.accept(',')) continue;
            if (m_scan.peek() != ']') return cut(m_scan.at());
        }
        if (m_scan.peek() != ']') cut(m_scan.at());
    }

    void cut(const char* at) {
        m_log.add(IssueCode::truncated, "JSON stops in the middle or stops making sense", offset(at));
        m_good = false;
    }

    const char* m_begin;
    const char* m_end;
    JsonScan m_scan;
    IssueLog& m_log;
    const UseJson &m_whole, &m_record;
    simdjson::dom::parser m_parser;
    bool m_good = true;
};

}  // namespace

bool for_each_record(std::string_view text, std::initializer_list<std::string_view> path, IssueLog& log, const UseJson& whole, const UseJson& record) {
    return RecordWalk(text, log, whole, record).walk(path);
}

bool for_each_record(std::string_view text, IssueLog& log, const UseJson& record) { return RecordWalk(text, log, record, record).walk({}); }

}  // namespace flightxref::detail
