// SPDX-License-Identifier: BSL-1.0
// KML of one flight: Flightradar24 (a Point with TimeStamp a position, values in an HTML table), FlightAware (gx:Track: all
// <when>, then all <gx:coord>, metres) and OpenSky's old tool (a LineString with a TimeSpan).
// Specification: OGC 07-147r2 KML 2.2 and Google's gx extension; till213/SkyDolly KmlImport/doc; openskynetwork/osky-sample.
#include "track/fields.hpp"
#include "track/formats.hpp"

#include <expat.h>

#include <memory>
#include <vector>

namespace flightxref::detail {

bool sniff_kml(const Head& head) {
    return head.root == '<' && (head.start.find("<kml") != std::string_view::npos || head.start.find(":kml") != std::string_view::npos);
}

namespace {

struct Coordinate {
    std::optional<double> longitude, latitude, altitude_m;
};

/// "lon,lat,alt" or "lon lat alt"; moves past it.
std::optional<Coordinate> take_coordinate(std::string_view& text, char separator) {
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    if (text.empty()) return std::nullopt;
    std::optional<double> parts[3];
    for (int i = 0; i < 3; ++i) {
        std::size_t end = 0;
        while (end < text.size() && text[end] != separator && !blank(text[end])) ++end;
        bool bad = false;
        parts[i] = parse_number(text.substr(0, end), bad);
        text.remove_prefix(end);
        if (text.empty() || text.front() != separator) break;
        text.remove_prefix(1);
    }
    return Coordinate{parts[0], parts[1], parts[2]};
}

/// The number that stands before the unit in an HTML table: "<b>Speed:</b></span> <span>10 kt</span>".
std::optional<double> html_number(std::string_view html, std::string_view label) {
    const std::size_t at = html.find(label);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view rest = html.substr(at + label.size(), 120);
    const std::size_t first = rest.find_first_of("-0123456789");
    if (first == std::string_view::npos) return std::nullopt;
    std::string digits;
    for (const char c : rest.substr(first)) {
        if (c == ',') continue;
        if (c != '-' && c != '.' && (c < '0' || c > '9')) break;
        digits.push_back(c);
    }
    bool bad = false;
    return parse_number(digits, bad);
}

/// What stands between two texts, behind a third.
std::string_view between(std::string_view text, std::string_view behind, std::string_view open, std::string_view close, std::size_t within = 400) {
    const std::size_t at = text.find(behind);
    if (at == std::string_view::npos) return {};
    text = text.substr(at + behind.size(), within);
    const std::size_t begin = text.find(open);
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin + open.size());
    const std::size_t end = text.find(close);
    return end == std::string_view::npos ? std::string_view{} : trimmed(text.substr(0, end));
}

class KmlReader {
  public:
    KmlReader(const DecoderInput& input, Decoded& out, IssueLog& log) : m_input(input), m_part(out.part(stem_of(input.path))), m_log(log) {}

    void read(Decoded& out) {
        const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), XML_ParserFree);
        m_parser = parser.get();
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, [](void* self, const XML_Char* name, const XML_Char**) { static_cast<KmlReader*>(self)->open(name); },
                              [](void* self, const XML_Char* name) { static_cast<KmlReader*>(self)->close(name); });
        XML_SetCharacterDataHandler(m_parser, [](void* self, const XML_Char* text, int size) { static_cast<KmlReader*>(self)->m_text.append(text, static_cast<std::size_t>(size)); });
        std::string_view text = m_input.text;
        XML_Status status = XML_STATUS_OK;
        for (bool last = false; !last && status == XML_STATUS_OK;) {
            const std::string_view piece = text.substr(0, 1u << 20);
            text.remove_prefix(piece.size());
            last = text.empty();
            status = XML_Parse(m_parser, piece.data(), static_cast<int>(piece.size()), last);
        }
        if (status != XML_STATUS_OK) {
            const auto place = XML_GetCurrentByteIndex(m_parser);
            m_log.add(IssueCode::truncated, "XML stops in the middle or stops making sense", place < 0 ? 0 : static_cast<std::uint64_t>(place), XML_ErrorString(XML_GetErrorCode(m_parser)));
            out.broken = true;
            if (m_in_placemark) end_placemark();
        }
        finish();
    }

  private:
    static std::string_view local(const char* name) {
        const std::string_view full(name);
        const std::size_t colon = full.rfind(':');
        return colon == std::string_view::npos ? full : full.substr(colon + 1);
    }

    void open(const char* name) {
        m_text.clear();
        if (local(name) == "Placemark") {
            m_in_placemark = true;
            m_name.clear();
            m_description.clear();
            m_begin.reset();
            m_end.reset();
            m_when.clear();
            m_coord.clear();
            m_points.clear();
            m_line = false;
        } else if (local(name) == "LineString") {
            m_line = true;
        }
    }

    void close(const char* name) {
        const std::string_view element = local(name);
        std::string_view text = m_text;
        if (element == "name") (m_in_placemark ? m_name : m_document) = m_in_placemark || m_document.empty() ? std::string(trimmed(text)) : m_document;
        else if (element == "description" && m_in_placemark) m_description = text;
        else if (element == "description" && m_about.empty()) m_about = text;
        else if (element == "when") m_when.push_back(parse_any_time(text));
        else if (element == "begin") m_begin = parse_any_time(text);
        else if (element == "end") m_end = parse_any_time(text);
        else if (element == "coord") {
            if (auto coordinate = take_coordinate(text, ' ')) m_coord.push_back(*coordinate);
            else m_coord.emplace_back();
        } else if (element == "coordinates") {
            while (auto coordinate = take_coordinate(text, ',')) m_points.push_back(*coordinate);
        } else if (element == "Placemark") {
            end_placemark();
        }
        m_text.clear();
    }

    void end_placemark() {
        m_in_placemark = false;
        if (!m_coord.empty()) {  // gx:Track
            m_tracked = m_name;
            m_tracked_about = m_description;
            if (m_when.size() != m_coord.size()) m_log.add(IssueCode::bad_record, "gx:Track has not as many times as places; the rest was left out", place());
            for (std::size_t i = 0; i < m_coord.size() && i < m_when.size(); ++i) fix(m_when[i], m_coord[i], times_feet(m_coord[i].altitude_m));
        } else if (m_points.size() == 1 && !m_when.empty()) {
            auto altitude = html_number(m_description, "Altitude:");
            if (!altitude) altitude = times_feet(m_points[0].altitude_m);
            fix(m_when[0], m_points[0], altitude);
        } else if (m_line && !m_points.empty() && m_begin && m_end && *m_begin < *m_end) {
            // Only the two ends have a time; what lies between would have to be guessed.
            m_untimed += m_points.size() > 2 ? m_points.size() - 2 : 0;
            fix(m_begin, m_points.front(), times_feet(m_points.front().altitude_m));
            fix(m_end, m_points.back(), times_feet(m_points.back().altitude_m));
            if (m_tracked.empty()) m_tracked = m_name;
        } else if (m_line) {
            m_untimed += m_points.size();
        }
    }

    static std::optional<double> times_feet(std::optional<double> metres) { return metres ? std::optional<double>(*metres * feet_per_metre) : std::nullopt; }

    std::uint64_t place() const {
        const auto index = XML_GetCurrentByteIndex(m_parser);
        return index < 0 ? 0 : static_cast<std::uint64_t>(index);
    }

    void fix(std::optional<double> time, const Coordinate& where, std::optional<double> altitude_ft) {
        RawFix raw;
        raw.record = m_record++;
        raw.offset = place();
        raw.time = time;
        raw.latitude = where.latitude;
        raw.longitude = where.longitude;
        const bool values = m_description.find("Speed:") != std::string::npos;
        if (values) {
            raw.ground_speed_kt = html_number(m_description, "Speed:");
            raw.track_deg = html_number(m_description, "Heading:");
            if (altitude_ft) raw.on_ground = *altitude_ft == 0;  // Flightradar24: 0 stands for the ground
        }
        if (altitude_ft && !raw.on_ground.value_or(false)) raw.baro_altitude_ft = altitude_ft;
        add_fix(m_part, raw, m_log);
    }

    void finish() {
        std::string callsign;
        StatedLeg leg;
        if (m_about.find("flightradar24") != std::string::npos || m_document.find('/') < 9) {
            callsign = m_document.substr(m_document.rfind('/') + 1);
            m_part.aircraft.registration = Registration(between(m_about, "/reg/", ">", "<").substr(0, 16));
            m_part.aircraft.type = Typecode(between(m_about, "Aircraft<", "(", ")").substr(0, 8));
            leg.origin = code_before("/departures");
            leg.destination = code_before("/arrivals");
        } else {
            callsign = m_tracked.empty() ? m_document : m_tracked;
            if (const std::size_t dash = m_tracked_about.find(" - "); dash < 9) {
                leg.origin = trimmed(std::string_view(m_tracked_about).substr(0, dash));
                leg.destination = trimmed(std::string_view(m_tracked_about).substr(dash + 3, 8));
            }
        }
        if (callsign.size() <= 8 && callsign.find(' ') == std::string::npos) {
            const std::uint16_t index = m_part.callsign_index(callsign);
            for (StateVector& one : m_part.fixes) one.callsign = index;
            leg.callsign = callsign;
        }
        if (!leg.origin.empty() || !leg.destination.empty()) m_part.stated_legs.push_back(std::move(leg));
        // Flightradar24 draws the same way a second time as lines; elsewhere what has no time is lost.
        if (m_untimed > m_part.fixes.size() * 4) m_log.add_many(IssueCode::not_evidence, "places on lines without a time, set aside", m_untimed);
    }

    /// "/airport/dxb/departures" -> "DXB".
    std::string code_before(std::string_view tail) const {
        const std::size_t at = m_about.find(tail);
        const std::size_t slash = at == std::string::npos || at == 0 ? std::string::npos : m_about.rfind('/', at - 1);
        if (slash == std::string::npos || at - slash != 4) return {};
        return identifier_key(std::string_view(m_about).substr(slash + 1, 3));
    }

    const DecoderInput& m_input;
    TrackPart& m_part;
    IssueLog& m_log;
    XML_Parser m_parser = nullptr;
    std::string m_text, m_document, m_about, m_name, m_description, m_tracked, m_tracked_about;
    bool m_in_placemark = false, m_line = false;
    std::optional<double> m_begin, m_end;
    std::vector<std::optional<double>> m_when;
    std::vector<Coordinate> m_coord, m_points;
    std::uint64_t m_untimed = 0;
    std::uint32_t m_record = 0;
};

}  // namespace

void decode_kml(const DecoderInput& input, Decoded& out, IssueLog& log) { KmlReader(input, out, log).read(out); }

}  // namespace flightxref::detail
