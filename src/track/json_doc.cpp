// SPDX-License-Identifier: BSL-1.0
#include "track/json_doc.hpp"

#include "track/json_scan.hpp"

#include <fmt/format.h>

#include <cmath>
#include <vector>

namespace flightxref::detail {
namespace {

constexpr std::size_t deepest = 200;

/// Writes a document that does not parse anew, as far as it makes sense: words that are no JSON become null, bytes that are no
/// text become '?', and where it stops, it is closed behind its last whole record.
class Mender {
  public:
    /// In a list that opened before the text, what is not whole is no record.
    Mender(std::string_view text, const TextPlace& place, IssueLog& log, bool in_list) : m_text(text), m_place(place), m_log(log), m_in_list(in_list) {
        if (!in_list) return;
        m_out = m_open = "[";
        m_expect = Expect::first_value;
    }

    std::string mend() {
        while (!whole() && step()) {}
        if (whole()) {
            if (m_in_list) m_out.push_back(']');
        } else {
            m_log.add(IssueCode::truncated, "JSON stops in the middle or stops making sense", m_place.of(m_at));
            m_out.resize(m_good);
            for (std::size_t i = m_good_open.size(); i-- > 0;) m_out.push_back(m_good_open[i] == '[' ? ']' : '}');
        }
        return std::move(m_out);
    }

    std::size_t used() const { return m_at; }
    /// One value is complete.
    bool whole() const { return m_expect == Expect::separator && m_open.size() == m_in_list; }

  private:
    char peek() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r' || m_text[m_at] == '\t')) ++m_at;
        return m_at < m_text.size() ? m_text[m_at] : '\0';
    }

    /// One token. False at the end and where nothing fits.
    bool step() {
        const char c = peek();
        if (c == '\0') return false;
        if (m_expect == Expect::separator) {
            const char close = m_open.back() == '[' ? ']' : '}';
            if (c == close) return pop();
            if (c != ',') return false;
            put(c);
            m_expect = m_open.back() == '[' ? Expect::value : Expect::key;
            return true;
        }
        if (m_expect == Expect::key || m_expect == Expect::first_key) {
            if (c == '}' && m_expect == Expect::first_key) return pop();
            if (c != '"' || !string() || peek() != ':') return false;
            put(':');
            m_expect = Expect::value;
            return true;
        }
        if (c == ']' && m_expect == Expect::first_value) return pop();
        if (c == '[' || c == '{') {
            if (m_open.size() >= deepest) {
                if (!pass_over()) return false;
                done();
                return true;
            }
            m_open.push_back(c);
            put(c);
            m_expect = c == '[' ? Expect::first_value : Expect::first_key;
            return true;
        }
        if (c == '"' ? !string() : !word()) return false;
        done();
        return true;
    }

    /// What is nested deeper than anything that tells of a flight becomes null.
    bool pass_over() {
        const char* const end = m_text.data() + m_text.size();
        JsonScan scan(m_text.data() + m_at, end);
        if (!scan.skip() || scan.at() > end) return false;
        m_log.add(IssueCode::bad_value, "nested too deeply", m_place.of(m_at));
        m_at = static_cast<std::size_t>(scan.at() - m_text.data());
        m_out += "null";
        return true;
    }

    void put(char c) {
        m_out.push_back(c);
        ++m_at;
    }

    bool pop() {
        put(m_open.back() == '[' ? ']' : '}');
        m_open.pop_back();
        done();
        return true;
    }

    /// A value is complete. A record is an element of an array; outside of arrays any member will do.
    void done() {
        m_expect = Expect::separator;
        const bool in_array = m_open.find('[') != std::string::npos;
        const char last = m_out.back();
        if (!in_array || (!m_open.empty() && m_open.back() == '[' && (last == '}' || last == ']'))) {
            m_good = m_out.size();
            m_good_open = m_open;
        }
    }

    bool string() {
        put('"');
        for (; m_at < m_text.size(); ++m_at) {
            const auto c = static_cast<unsigned char>(m_text[m_at]);
            if (c == '"') return put('"'), true;
            if (c == '\\' && m_at + 1 < m_text.size()) {
                const char next = m_text[++m_at];
                if (std::string_view("\"\\/bfnrt").find(next) != std::string_view::npos) m_out.append({'\\', next});
                else m_out.push_back('?');  // also \u: what is needed of these files is ASCII
            } else {
                m_out.push_back(c < ' ' || c > '~' ? '?' : static_cast<char>(c));
            }
        }
        return false;
    }

    /// "0420", "5.": numbers, but not as JSON writes them.
    static bool is_loose(std::string_view number) {
        const std::size_t first = number.front() == '-' ? 1 : 0;
        const bool led = number.size() > first + 1 && number[first] == '0' && number[first + 1] >= '0' && number[first + 1] <= '9';
        return led || number.back() == '.' || number.find(".e") != std::string_view::npos || number.find(".E") != std::string_view::npos;
    }

    bool word() {
        const std::size_t end = std::min(m_text.find_first_of(std::string_view(",]}:[{\" \t\r\n\0", 12), m_at), m_text.size());
        const std::string_view text = m_text.substr(m_at, end - m_at);
        if (text.empty() || end == m_text.size() || m_text[end] == '\0') return false;
        bool bad = false;
        const bool literal = text == "true" || text == "false" || text == "null";
        if (!literal && (!parse_number(text, bad) || bad || text.size() > 40 || text.front() == '+' || text.front() == '.')) {
            m_log.add(IssueCode::bad_value, "not a number", m_place.of(m_at), text);
            m_out += "null";
        } else if (!literal && (text.size() > 15 || is_loose(text))) {
            m_out += fmt::format("{}", parse_number(text, bad).value_or(0));
        } else {
            m_out += text;
        }
        m_at = end;
        return true;
    }

    enum class Expect { value, first_value, key, first_key, separator };
    std::string_view m_text;
    const TextPlace& m_place;
    IssueLog& m_log;
    bool m_in_list;
    std::size_t m_at = 0, m_good = 0;
    std::string m_out, m_open, m_good_open;
    Expect m_expect = Expect::value;
};

}  // namespace

std::optional<JsonValue> parse_json(simdjson::dom::parser& parser, std::string_view text) {
    JsonValue root;
    // The buffer the text lies in has room behind it, see DecoderInput.
    if (parser.parse(text.data(), text.size(), false).get(root) != simdjson::SUCCESS) return std::nullopt;
    return root;
}

Mended mend_json(simdjson::dom::parser& parser, std::string_view text, const TextPlace& place, IssueLog& log, bool in_list) {
    Mender mender(text, place, log, in_list);
    const std::string mended = mender.mend();
    Mended result{std::nullopt, mender.used(), mender.whole()};
    JsonValue root;
    if (parser.parse(mended).get(root) != simdjson::SUCCESS) {
        if (result.whole) log.add(IssueCode::bad_record, "not JSON", place.begin);
    } else if (in_list) {
        for_each_element(root, [&](JsonValue one) { result.value = one; });
    } else {
        result.value = root;
    }
    return result;
}

std::optional<JsonValue> member(JsonValue object, std::string_view name) {
    JsonValue value;
    if (object.at_key(name).get(value) != simdjson::SUCCESS || value.is_null()) return std::nullopt;
    return value;
}

std::optional<JsonValue> member(JsonValue object, std::initializer_list<std::string_view> path) {
    std::optional<JsonValue> value = object;
    for (const std::string_view name : path) {
        value = member(*value, name);
        if (!value) return std::nullopt;
    }
    return value;
}

std::optional<double> number_of(std::optional<JsonValue> value) {
    if (!value) return std::nullopt;
    double number = 0;
    if (value->get(number) == simdjson::SUCCESS && std::isfinite(number)) return number;
    std::string_view text;
    bool bad = false;
    if (value->get(text) == simdjson::SUCCESS) return parse_number(text, bad);
    return std::nullopt;
}

std::string_view text_of(std::optional<JsonValue> value) {
    std::string_view text;
    if (value && value->get(text) == simdjson::SUCCESS) return text;
    return {};
}

std::optional<bool> flag_of(std::optional<JsonValue> value) {
    if (!value) return std::nullopt;
    bool flag = false;
    if (value->get(flag) == simdjson::SUCCESS) return flag;
    if (const auto number = number_of(value)) return *number != 0;
    return parse_flag(text_of(value));
}

std::optional<double> time_of(std::optional<JsonValue> value) {
    if (!value) return std::nullopt;
    std::string_view text;
    if (value->get(text) == simdjson::SUCCESS) return parse_any_time(text);
    return epoch_of(number_of(value));
}

std::optional<Instant> instant_of(std::optional<JsonValue> value) {
    const auto time = time_of(value);
    if (!time || *time < static_cast<double>(earliest_epoch_seconds) || *time > static_cast<double>(latest_epoch_seconds)) return std::nullopt;
    return from_epoch_seconds(*time);
}

}  // namespace flightxref::detail
