// SPDX-License-Identifier: BSL-1.0
#include "track/json_records.hpp"

#include "track/json_scan.hpp"

#include <algorithm>
#include <string>

namespace flightxref::detail {
namespace {

/// What simdjson may read behind a text.
constexpr std::size_t padding = 64;
/// How often a text may be looked over in vain before the rest of it is given up.
constexpr std::uint64_t most_looks = 16;

/// Paths of lists from where one is.
using Lists = std::vector<std::string_view>;

/// Those of the member `key`; an empty path is the member itself.
Lists below(const Lists& lists, std::string_view key) {
    Lists inner;
    for (const std::string_view path : lists) {
        if (!path.starts_with(key)) continue;
        if (path.size() == key.size()) inner.push_back({});
        else if (path[key.size()] == '.') inner.push_back(path.substr(key.size() + 1));
    }
    return inner;
}

/// A list found in a document.
struct List {
    std::string_view name;
    Lists inner;
    const char* first;             ///< behind its bracket
    const char* behind = nullptr;  ///< its closing bracket, or where it stops
    bool closed = false;
};

class RecordWalk {
  public:
    RecordWalk(std::string_view text, IssueLog& log, const UseRecord& use)
        : m_begin(text.data()), m_end(text.data() + text.size()), m_scan(m_begin, m_end), m_log(log), m_use(use) {
        if (text.starts_with("\xef\xbb\xbf")) m_scan.move_to(m_begin + 3);
    }

    bool walk(const Lists& lists) {
        for (;;) {
            const char c = m_scan.peek();
            const char* const begin = m_scan.at();
            if (c == '\0' && m_scan.ended()) return m_good;
            const char* stop = begin;
            if (c == '{') stop = value("", lists, false);
            else if (c == '[') stop = records("", begin + 1, lists);
            else m_log.add(IssueCode::bad_record, c == '\0' ? "zero bytes, passed over" : "no JSON, passed over", offset(begin));
            if (stop) go_on_behind(stop);
            m_scan.accept(',');
        }
    }

  private:
    std::uint64_t offset(const char* at) const { return static_cast<std::uint64_t>(at - m_begin); }
    static std::string_view view(const char* from, const char* to) { return {from, static_cast<std::size_t>(to - from)}; }
    /// One document, or one record of a list. Where it stops making sense, or null when it ends; the scan is then behind it.
    const char* value(std::string_view list, const Lists& lists, bool in_list) {
        const char* const begin = m_scan.at();
        std::vector<List> found;
        m_open = 0;
        const bool whole = lists.empty() || *begin != '{' ? m_scan.skip() : find_lists(lists, found);
        if (found.empty()) {
            if (whole) return give(list, begin, view(begin, m_scan.at()), {offset(begin)}), nullptr;
            const Mended mended = mend_json(m_parser, view(begin, m_end), {offset(begin)}, m_log, in_list);
            m_good = false;
            if (mended.value) m_use(list, *mended.value, offset(begin));
            if (!mended.whole) return begin + mended.used;
            m_scan.move_to(begin + mended.used);
            return nullptr;
        }
        const char* const behind = m_scan.at();
        if (!envelope(list, begin, behind, found)) {
            m_log.add(IssueCode::bad_record, "records whose document can not be read, left out", offset(found.front().first));
            return whole ? nullptr : behind;
        }
        const char* stop = nullptr;
        for (const List& one : found) stop = records(one.name, one.first, one.inner);
        m_scan.move_to(behind);
        return whole ? nullptr : found.back().closed ? behind : stop;
    }

    /// Passes over an object and notes its lists. False where it stops; `m_open` objects are then open.
    bool find_lists(const Lists& lists, std::vector<List>& found) {
        ++m_open;
        m_scan.accept('{');
        if (!m_scan.accept('}')) {
            do {
                std::string_view key;
                if (!m_scan.string(key) || !m_scan.accept(':')) return false;
                Lists inner = below(lists, key);
                const auto end = std::find(inner.begin(), inner.end(), std::string_view());
                const char first = m_scan.peek();
                if (first == '[' && end != inner.end()) {
                    inner.erase(end);
                    if (!pass_over_list(found.emplace_back(List{key, std::move(inner), m_scan.at() + 1}))) return false;
                } else if (first == '{' && !inner.empty()) {
                    if (!find_lists(inner, found)) return false;
                } else if (!m_scan.skip()) {
                    return false;
                }
            } while (m_scan.accept(','));
            if (!m_scan.accept('}')) return false;
        }
        --m_open;
        return true;
    }

    bool pass_over_list(List& list) {
        m_scan.accept('[');
        while (m_scan.peek() != '\0' && m_scan.peek() != ']' && m_scan.skip()) m_scan.accept(',');
        list.behind = m_scan.at();
        return list.closed = m_scan.accept(']');
    }

    /// Gives what is around the lists. False where that can not be read.
    bool envelope(std::string_view list, const char* begin, const char* behind, const std::vector<List>& found) {
        std::string text;
        TextPlace place{offset(begin)};
        const char* from = begin;
        std::uint64_t missing = 0;
        for (const List& one : found) {
            text.append(from, one.first);
            missing += offset(one.behind) - offset(one.first);
            place.left_out.emplace_back(text.size(), missing);
            from = one.behind;
        }
        if (found.back().closed) text.append(from, behind);
        else text.append("]").append(m_open, '}');  // that it is cut is said of the record that is
        const std::size_t size = text.size();
        text.append(padding, '\0');
        return give(list, begin, view(text.data(), text.data() + size), place);
    }

    /// False where nothing of it can be read.
    bool give(std::string_view list, const char* begin, std::string_view text, const TextPlace& place) {
        std::optional<JsonValue> value = parse_json(m_parser, text);
        if (!value) {
            m_good = false;
            value = mend_json(m_parser, text, place, m_log).value;
        }
        if (value) m_use(list, *value, offset(begin));
        return value.has_value();
    }

    /// The records of a list. Where they stop making sense, or null; the scan is then behind the list.
    const char* records(std::string_view list, const char* first, const Lists& inner) {
        m_scan.move_to(first);
        if (m_scan.accept(']')) return nullptr;
        do {
            if (m_scan.peek() == ']' || m_scan.peek() == '\0') break;
            if (const char* const stop = value(list, inner, true)) return m_good = false, stop;
        } while (m_scan.accept(','));
        if (m_scan.accept(']')) return nullptr;
        m_log.add(IssueCode::truncated, "JSON stops in the middle or stops making sense", offset(m_scan.at()));
        m_good = false;
        return m_scan.at();
    }

    /// From `stop` on, looks for where a document may begin.
    void go_on_behind(const char* stop) {
        m_good = false;
        m_in_vain += m_scan.at() > stop ? offset(m_scan.at()) - offset(stop) : 0;
        if (m_in_vain > most_looks * offset(m_end)) {
            m_log.add(IssueCode::limit_reached, "too much that makes no sense; the rest was left out", offset(stop));
            stop = m_end;
        }
        const auto begins = [&](const char* at) { return (*at == '{' || *at == '[') && (at[-1] == '\n' || at[-1] == '\0'); };
        if (stop == m_begin) ++stop;
        while (stop < m_end && !begins(stop)) ++stop;
        m_scan.move_to(stop);
    }

    const char* m_begin;
    const char* m_end;
    JsonScan m_scan;
    IssueLog& m_log;
    const UseRecord& m_use;
    simdjson::dom::parser m_parser;
    std::size_t m_open = 0;       ///< objects, by find_lists()
    std::uint64_t m_in_vain = 0;  ///< bytes passed over of documents that do not end
    bool m_good = true;
};

}  // namespace

bool for_each_record(std::string_view text, std::initializer_list<std::string_view> lists, IssueLog& log, const UseRecord& use) { return RecordWalk(text, log, use).walk(lists); }

}  // namespace flightxref::detail
