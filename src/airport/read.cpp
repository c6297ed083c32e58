// SPDX-License-Identifier: BSL-1.0
#include <flightxref/airport/read.hpp>
#include <flightxref/core/error.hpp>

#include <airport/rows.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace flightxref {
namespace {

constexpr std::size_t most_issues = 1000;

/// A CSV file by RFC 4180: fields may be quoted and then hold commas, line ends and doubled quotes.
class CsvFile {
  public:
    explicit CsvFile(const std::string& path) : m_path(path) {
        std::ifstream file(path, std::ios::binary);
        if (!file) throw IoError(path, std::strerror(errno));
        m_text.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        if (file.bad()) throw IoError(path, "can not be read");
        if (m_text.starts_with("\xEF\xBB\xBF")) m_at = 3;
        if (!next()) throw FormatError(path, "is empty");
        for (std::size_t i = 0; i < m_fields.size(); ++i) m_columns.emplace(m_fields[i], i);
    }

    void require(std::initializer_list<const char*> columns) const {
        for (const char* column : columns)
            if (!m_columns.contains(column)) throw FormatError(m_path, std::string("has no column \"") + column + "\"");
    }

    /// Reads the next row that is not blank; false at the end.
    bool next() {
        while (m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r')) ++m_at;
        if (m_at >= m_text.size()) return false;
        m_begin = m_at;
        m_fields.clear();
        for (;;) {
            m_fields.push_back(field());
            if (m_at < m_text.size() && m_text[m_at] == ',') ++m_at;
            else break;
        }
        return true;
    }

    std::string_view operator[](const std::string& column) const {
        const auto at = m_columns.find(column);
        return at == m_columns.end() || at->second >= m_fields.size() ? std::string_view{} : std::string_view(m_fields[at->second]);
    }

    std::uint64_t offset() const { return m_begin; }
    bool is_whole() const { return m_fields.size() == m_columns.size(); }

  private:
    std::string field() {
        std::string value;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            ++m_at;
            while (m_at < m_text.size()) {
                const std::size_t quote = std::min(m_text.find('"', m_at), m_text.size());
                value.append(m_text, m_at, quote - m_at);
                m_at = std::min(quote + 1, m_text.size());
                if (m_at >= m_text.size() || m_text[m_at] != '"') break;
                value += '"';
                ++m_at;
            }
        }
        const std::size_t end = std::min(m_text.find_first_of(",\r\n", m_at), m_text.size());
        value.append(m_text, m_at, end - m_at);
        m_at = end;
        return value;
    }

    std::string m_path, m_text;
    std::size_t m_at = 0, m_begin = 0;
    std::vector<std::string> m_fields;
    std::unordered_map<std::string, std::size_t> m_columns;
};

bool is_icao(std::string_view code) { return code.size() == 4 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; }); }

std::string zone_of(const Airport& airport) {
    const AirportTable& table = AirportTable::built_in();
    if (const Airport* same = table.find_code(airport.code)) return same->zone;
    for (const NearAirport& near : table.near(airport.position, 300))
        if (near.airport->country == airport.country) return near.airport->zone;
    return {};
}

std::optional<Position> position_of(std::string_view latitude, std::string_view longitude) {
    const auto lat = detail::parse_number(latitude), lon = detail::parse_number(longitude);
    return lat && lon ? Position::from_degrees(*lat, *lon) : std::nullopt;
}

class Reader {
  public:
    Batch<Airport> read(const std::string& airports_path, const std::string& runways_path, const ReadAirportsOptions& options) {
        read_rows(airports_path);
        if (!runways_path.empty()) read_runways(runways_path);
        if (options.extend_built_in) {
            std::vector<Airport> all;
            for (const Airport& airport : AirportTable::built_in().airports()) {
                const auto own = m_by_code.find(airport.code);
                if (own == m_by_code.end()) {
                    all.push_back(airport);
                } else if (runways_path.empty()) {
                    m_batch.items[own->second].runways = airport.runways;
                }
            }
            m_batch.items.insert(m_batch.items.begin(), std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()));
        }
        return std::move(m_batch);
    }

  private:
    void issue(IssueCode code, const std::string& path, const CsvFile& file, std::string detail) {
        if (m_batch.issues.size() < most_issues) m_batch.issues.push_back({code, path, file.offset(), std::move(detail)});
        else if (m_batch.issues.size() == most_issues) m_batch.issues.push_back({IssueCode::limit_reached, path, file.offset(), "more rows that could not be used are not listed"});
    }

    void read_rows(const std::string& path) {
        CsvFile file(path);
        file.require({"ident", "type", "name", "latitude_deg", "longitude_deg", "iso_country"});
        while (file.next()) {
            const std::string_view ident = file["ident"];
            if (!file.is_whole() || ident.empty() || ident.size() > 16) {
                issue(IssueCode::bad_record, path, file, "a row with the wrong number of fields, or without an identifier");
                continue;
            }
            const auto position = position_of(file["latitude_deg"], file["longitude_deg"]);
            if (!position) {
                issue(IssueCode::bad_value, path, file, "airport " + std::string(ident) + " has no position on the globe");
                continue;
            }
            const auto size = detail::parse_size(file["type"]);
            if (!size) {
                if (file["type"] != "balloonport") issue(IssueCode::bad_value, path, file, "airport " + std::string(ident) + " is of no known type");
                continue;
            }
            Airport airport;
            const std::string_view gps = file["gps_code"];
            airport.code = !is_icao(ident) && is_icao(gps) ? gps : ident;
            if (const Airport* known = AirportTable::built_in().find_code(airport.code); known && known->code == airport.code) {
                airport.opened = known->opened;
                airport.closed = known->closed;
            }
            airport.iata = file["iata_code"];
            airport.name = file["name"];
            airport.city = file["municipality"];
            airport.country = file["iso_country"];
            airport.position = *position;
            airport.subdivision = file["iso_region"];
            airport.size = *size;
            if (const auto elevation = detail::parse_number(file["elevation_ft"])) airport.elevation_ft = static_cast<float>(*elevation);
            airport.zone = zone_of(airport);
            if (!m_by_code.emplace(airport.code, m_batch.items.size()).second) {
                issue(IssueCode::duplicate, path, file, "airport " + airport.code + " is listed twice; the first is kept");
                continue;
            }
            m_by_ident.emplace(ident, m_batch.items.size());
            m_batch.items.push_back(std::move(airport));
        }
        if (m_batch.items.empty()) issue(IssueCode::nothing_found, path, file, "no airport could be read");
    }

    void read_runways(const std::string& path) {
        CsvFile file(path);
        file.require({"airport_ident", "le_latitude_deg", "le_longitude_deg", "he_latitude_deg", "he_longitude_deg"});
        while (file.next()) {
            if (!file.is_whole()) {
                issue(IssueCode::bad_record, path, file, "a row with the wrong number of fields");
                continue;
            }
            const auto airport = m_by_ident.find(std::string(file["airport_ident"]));
            if (airport == m_by_ident.end() || file["closed"] == "1" || file["le_latitude_deg"].empty() || file["he_latitude_deg"].empty()) continue;
            const auto low = position_of(file["le_latitude_deg"], file["le_longitude_deg"]), high = position_of(file["he_latitude_deg"], file["he_longitude_deg"]);
            if (!low || !high) {
                issue(IssueCode::bad_value, path, file, "a runway of " + std::string(file["airport_ident"]) + " has an end that is not on the globe");
                continue;
            }
            const auto metres = [&](const char* column) { return std::max(0.0, detail::parse_number(file[column]).value_or(0)) * metres_per_foot; };
            m_batch.items[airport->second].runways.push_back({std::string(file["le_ident"]) + '/' + std::string(file["he_ident"]), *low, *high, metres("length_ft"), metres("width_ft")});
        }
        for (Airport& airport : m_batch.items) std::ranges::stable_sort(airport.runways, std::ranges::greater{}, &Runway::length_m);
    }

    Batch<Airport> m_batch;
    std::unordered_map<std::string, std::size_t> m_by_code, m_by_ident;
};

}  // namespace

Batch<Airport> read_airports(const std::string& airports_path, const std::string& runways_path, const ReadAirportsOptions& options) {
    return Reader().read(airports_path, runways_path, options);
}

AirportTable read_airport_table(const std::string& airports_path, const std::string& runways_path, const ReadAirportsOptions& options) {
    return AirportTable(read_airports(airports_path, runways_path, options).items);
}

}  // namespace flightxref
