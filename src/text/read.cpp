// SPDX-License-Identifier: BSL-1.0
#include <flightxref/text/read.hpp>

#include <flightxref/core/error.hpp>
#include <flightxref/text/token.hpp>
#include <flightxref/time/iso8601.hpp>

#include <text/utf8.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>

namespace flightxref {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::size_t largest_file = 0xFFFF'FF00;  // a text is addressed by 32 bits
constexpr int deepest_json = 64;

std::string read_all(const std::string& path) {
    struct Close {
        void operator()(std::FILE* file) const {
            if (file != stdin) std::fclose(file);
        }
    };
    const std::unique_ptr<std::FILE, Close> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    const std::string name = path == "-" ? "standard input" : path;
    if (!file) throw IoError(name, std::strerror(errno));
    std::string bytes;
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) {
        bytes.append(buffer, count);
        if (bytes.size() > largest_file) throw FormatError(name, "larger than 4 GiB");
    }
    if (std::ferror(file.get())) throw IoError(name, std::strerror(errno));
    return bytes;
}

/// Publication as the options or a document give it.
struct Published {
    std::optional<CivilDate> date;
    std::optional<Instant> at;
};

std::optional<Published> parse_published(std::string_view text, const Zone& zone) {
    if (const auto date = parse_date(text)) return Published{date, {}};
    if (const auto at = parse_instant(text)) return Published{zone.date_at(*at), at};
    // A wall clock without offset is on the outlet's.
    if (text.size() >= 16 && (text[10] == 'T' || text[10] == ' '))
        if (const auto wall = parse_instant(std::string(text) + "Z")) {
            const Instant at = zone.from_local(*wall);
            return Published{zone.date_at(at), at};
        }
    return std::nullopt;
}

/// One source (file or standard input), read into documents and issues.
class Source {
  public:
    Source(std::string name, const ReadDocumentsOptions& options, Batch<Document>& batch) : m_name(std::move(name)), m_options(options), m_batch(batch) {}

    /// Throws FormatError when nothing in it is a document.
    void read(std::string bytes, const std::string& stem) {
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
        const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
        if (begin == std::string::npos) throw FormatError(m_name, bytes.empty() ? "is empty" : "holds nothing but white space");
        refuse_binary(bytes);
        if (bytes[begin] == '{') {
            const std::size_t before = m_batch.items.size();
            if (read_json(bytes, begin, stem)) return;
            m_batch.items.resize(before);
        }
        if (bytes[begin] == '[' && looks_like_json_array(bytes, begin)) throw FormatError(m_name, "is a JSON array; a document is an object, several are JSON lines");
        Document document;
        document.id = stem;
        document.source = m_name;
        document.title = m_options.title;
        document.text = std::move(bytes);
        date(document, m_options.published, m_options.published_zone, true, 0);
        add(std::move(document));
    }

  private:
    void issue(IssueCode code, std::optional<std::uint64_t> offset, std::string detail) { m_batch.issues.push_back({code, m_name, offset, std::move(detail)}); }

    void refuse_binary(std::string_view bytes) const {
        // Text has no zero bytes and next to no control characters; one in a hundred of the first part is no text.
        const std::string_view head = bytes.substr(0, 8192);
        if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) throw FormatError(m_name, "is UTF-16, not UTF-8 text");
        std::size_t odd = 0, first_odd = 0, bad = 0, high = 0;
        for (std::size_t i = 0; i < head.size();) {
            const auto byte = static_cast<unsigned char>(head[i]);
            if (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != '\v' && byte != 0x1B && odd++ == 0) first_odd = i;
            const auto point = detail::decode_at(head, i);
            if (byte >= 0x80) ++high, bad += !point.valid;
            i += point.size;
        }
        if (odd * 100 > head.size()) throw FormatError(m_name, fmt::format("byte {}: is not text", first_odd));
        if (bad * 2 > high && bad * 4 > head.size()) throw FormatError(m_name, "is not text");
    }

    static bool looks_like_json_array(std::string_view bytes, std::size_t begin) {
        const std::size_t next = bytes.find_first_not_of(" \t\r\n", begin + 1);
        return next != std::string_view::npos && (bytes[next] == '{' || bytes[next] == ']');
    }

    void add(Document document) {
        auto issues = find_encoding_issues(document.text, document.id.empty() ? m_name : document.id);
        for (Issue& one : issues) m_batch.issues.push_back(std::move(one));
        m_batch.items.push_back(std::move(document));
    }

    /// Sets publication; what can not be read is a FormatError when `strict` (the options), else an Issue.
    void date(Document& document, const std::string& published, const std::string& zone_name, bool strict, std::uint64_t offset) {
        Zone zone;
        if (!zone_name.empty()) {
            if (const auto found = Zone::find(zone_name)) {
                zone = *found;
                document.published_zone = zone.name();
            } else {
                const std::string detail = fmt::format("\"{}\" is no time zone", zone_name.substr(0, 64));
                if (strict) throw FormatError(m_name, detail);
                issue(IssueCode::bad_value, offset, "published_zone: " + detail + "; UTC is used");
            }
        }
        if (published.empty()) return;
        if (const auto found = parse_published(published, zone)) {
            document.published = found->date;
            document.published_at = found->at;
            return;
        }
        const std::string detail = fmt::format("\"{}\" is no date such as 2023-10-19 or 2023-10-19T20:00+09:00", published.substr(0, 64));
        if (strict) throw FormatError(m_name, "published: " + detail);
        issue(IssueCode::bad_time, offset, "published: " + detail);
    }

    std::string field(const Json& object, const char* name, std::uint64_t offset) {
        const auto found = object.find(name);
        if (found == object.end() || found->is_null()) return {};
        if (found->is_string()) return found->get<std::string>();
        if (found->is_number_integer() && std::strcmp(name, "id") == 0) return found->dump();
        issue(IssueCode::bad_value, offset, fmt::format("{}: is not a string", name));
        return {};
    }

    /// A document of a JSON object; false (with an Issue) when it is none.
    bool take(const Json& object, const std::string& default_id, std::uint64_t offset) {
        const auto text = object.find("text");
        if (!object.is_object() || text == object.end() || !text->is_string()) {
            issue(IssueCode::bad_record, offset, !object.is_object() ? "is not a JSON object" : text == object.end() ? "has no \"text\"" : "text: is not a string");
            return false;
        }
        Document document;
        document.source = m_name;
        document.text = text->get<std::string>();
        document.id = field(object, "id", offset);
        if (document.id.empty()) document.id = default_id;
        document.title = field(object, "title", offset);
        if (document.title.empty()) document.title = m_options.title;
        std::string published = field(object, "published", offset), zone = field(object, "published_zone", offset);
        const bool own = !published.empty();
        if (zone.empty()) zone = m_options.published_zone;
        date(document, own ? published : m_options.published, zone, false, offset);
        if (const auto line = object.find("dateline"); line != object.end() && line->is_object()) {
            Place place;
            place.text = field(*line, "text", offset);
            place.name = field(*line, "name", offset);
            place.icao = field(*line, "icao", offset);
            place.city = field(*line, "city", offset);
            place.country = field(*line, "country", offset);
            const std::string kind = field(*line, "kind", offset);
            for (const PlaceKind one : {PlaceKind::airport, PlaceKind::city, PlaceKind::country, PlaceKind::region})
                if (kind == to_string(one)) place.kind = one;
            document.dateline = place;
        }
        if (document.text.find_first_not_of(" \t\r\n") == std::string::npos) issue(IssueCode::nothing_found, offset, fmt::format("document {}: the text is empty", document.id));
        add(std::move(document));
        return true;
    }

    static bool nests_too_deep(std::string_view text) {
        int depth = 0;
        bool quoted = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (quoted) {
                if (c == '\\') ++i;
                else if (c == '"') quoted = false;
            } else if (c == '"') quoted = true;
            else if (c == '{' || c == '[') {
                if (++depth > deepest_json) return true;
            } else if (c == '}' || c == ']') --depth;
        }
        return false;
    }

    /// JSON as the library takes it: bytes that are not UTF-8 inside strings are replaced first, with an Issue.
    std::optional<Json> parse(std::string_view text, std::uint64_t offset, std::string& why) {
        if (nests_too_deep(text)) {
            why = "nested too deep";
            return std::nullopt;
        }
        std::string clean;
        if (auto issues = find_encoding_issues(text, m_name); !issues.empty()) {
            for (std::size_t at = 0; at < text.size();) {
                const auto point = detail::decode_at(text, at);
                clean += point.valid ? text.substr(at, point.size) : std::string_view("\xEF\xBF\xBD");
                at += point.size;
            }
            for (Issue& one : issues) {
                if (one.offset) *one.offset += offset;
                m_batch.issues.push_back(std::move(one));
            }
            text = clean;
        }
        try {
            return Json::parse(text.begin(), text.end());
        } catch (const Json::parse_error& error) {
            why = fmt::format("byte {}: is not JSON", offset + (error.byte ? error.byte - 1 : 0));
            return std::nullopt;
        }
    }

    /// One object, or JSON lines. False when the text only begins like JSON and is to be read as plain text.
    bool read_json(const std::string& bytes, std::size_t begin, const std::string& stem) {
        std::string why;
        const std::size_t issues_before = m_batch.issues.size();
        if (const auto whole = parse(bytes, 0, why)) {
            if (!take(*whole, stem, begin)) {
                const std::string detail = m_batch.issues.back().detail;
                m_batch.issues.resize(issues_before);
                throw FormatError(m_name, detail);
            }
            return true;
        }
        m_batch.issues.resize(issues_before);
        // Not one value: lines of values, of which at least one must be a document.
        std::size_t taken = 0, lines = 0;
        std::string first_why = why;
        for (std::size_t at = 0, line = 1; at < bytes.size(); ++line) {
            const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
            const std::string_view text = std::string_view(bytes).substr(at, end - at);
            if (const std::size_t first = text.find_first_not_of(" \t\r"); first != std::string_view::npos) {
                ++lines;
                if (const auto value = parse(text, at, why)) taken += take(*value, fmt::format("{}:{}", stem, line), at + first);
                else issue(end == bytes.size() && lines > 1 ? IssueCode::truncated : IssueCode::bad_record, at + first, fmt::format("line {}: {}", line, why));
            }
            at = end + 1;
        }
        if (taken) return true;
        m_batch.issues.resize(issues_before);
        // Braces may open an article too, but a quoted name right behind one does not.
        const std::size_t next = bytes.find_first_not_of(" \t\r\n", begin + 1);
        if (next != std::string::npos && (bytes[next] == '"' || bytes[next] == '}')) throw FormatError(m_name, first_why);
        return false;
    }

    std::string m_name;
    const ReadDocumentsOptions& m_options;
    Batch<Document>& m_batch;
};

void read_folder(const std::string& path, const ReadDocumentsOptions& options, Batch<Document>& batch) {
    static constexpr std::array endings = {".txt", ".md", ".json", ".jsonl", ".ndjson", ".text"};
    std::vector<std::string> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(path, fs::directory_options::skip_permission_denied, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (!entry->is_regular_file(ignored)) continue;
        std::string ending = entry->path().extension().string();
        std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
        const std::string name = entry->path().filename().string();
        if (name.starts_with('.')) continue;
        if (std::find(endings.begin(), endings.end(), ending) != endings.end()) files.push_back(entry->path().string());
        else batch.issues.push_back({IssueCode::unknown_format, entry->path().string(), std::nullopt, "is no .txt, .md, .json or .jsonl file"});
    }
    if (error) throw IoError(path, error.message());
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
        try {
            Source(file, options, batch).read(read_all(file), fs::path(file).stem().string());
        } catch (const Error& problem) {
            std::string_view what = problem.what();
            if (what.starts_with(file + ": ")) what.remove_prefix(file.size() + 2);
            batch.issues.push_back({IssueCode::bad_record, file, std::nullopt, std::string(what)});
        }
    }
    if (batch.items.empty()) throw FormatError(path, files.empty() ? "no article in this folder (.txt, .md, .json, .jsonl)" : fmt::format("none of its {} files is a document; the first: {}", files.size(), batch.issues.front().detail));
}

void rename_duplicates(Batch<Document>& batch) {
    std::set<std::string> seen;
    for (Document& document : batch.items) {
        if (seen.insert(document.id).second) continue;
        std::string fresh;
        for (int n = 2; fresh.empty() || !seen.insert(fresh).second; ++n) fresh = fmt::format("{}-{}", document.id, n);
        batch.issues.push_back({IssueCode::duplicate, document.source, std::nullopt, fmt::format("id \"{}\" is taken; read as \"{}\"", document.id, fresh)});
        document.id = fresh;
    }
}

}  // namespace

Batch<Document> read_documents(const std::string& path, const ReadDocumentsOptions& options) {
    // What the caller says of publication is wrong for every file alike, so it is checked first.
    Zone zone;
    if (!options.published_zone.empty()) {
        const auto found = Zone::find(options.published_zone);
        if (!found) throw FormatError("published_zone", fmt::format("\"{}\" is no time zone such as Asia/Seoul", options.published_zone));
        zone = *found;
    }
    if (!options.published.empty() && !parse_published(options.published, zone))
        throw FormatError("published", fmt::format("\"{}\" is no date such as 2023-10-19 or 2023-10-19T20:00+09:00", options.published));

    Batch<Document> batch;
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) read_folder(path, options, batch);
    else Source(path == "-" ? "standard input" : path, options, batch).read(read_all(path), path == "-" ? "stdin" : fs::path(path).stem().string());
    rename_duplicates(batch);
    return batch;
}

}  // namespace flightxref
