// SPDX-License-Identifier: BSL-1.0
// KML of any program: points with a time, gx:Track (all <when>, then all <gx:coord>, or in turn), lines with a TimeSpan; metres.
// The dialects that say more are fr24_kml.cpp, flightaware_kml.cpp and opensky_kml.cpp.
// Specification: OGC 07-147r2 KML 2.2 and Google's gx extension.
#include "track/kml.hpp"

#include <expat.h>

#include <cmath>
#include <deque>
#include <limits>
#include <memory>

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

class KmlReader {
  public:
    KmlReader(const DecoderInput& input, Decoded& out, IssueLog& log, const KmlDialect& dialect) : m_input(input), m_out(out), m_log(log), m_dialect(dialect) {}

    void read() {
        const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), XML_ParserFree);
        m_parser = parser.get();
        XML_SetUserData(m_parser, this);
        XML_SetElementHandler(m_parser, [](void* self, const XML_Char* name, const XML_Char**) { static_cast<KmlReader*>(self)->open(name); },
                              [](void* self, const XML_Char* name) { static_cast<KmlReader*>(self)->close(name); });
        XML_SetCharacterDataHandler(m_parser, [](void* self, const XML_Char* text, int size) { static_cast<KmlReader*>(self)->m_text.append(text, static_cast<std::size_t>(size)); });
        std::string_view text = m_input.text;
        XML_Status status = XML_STATUS_OK;
        for (bool last = false; !last && status == XML_STATUS_OK;) {
            const std::string_view piece = text.substr(0, 1u << 16);
            text.remove_prefix(piece.size());
            last = text.empty();
            status = XML_Parse(m_parser, piece.data(), static_cast<int>(piece.size()), last);
        }
        if (status != XML_STATUS_OK) {
            m_log.add(IssueCode::truncated, "XML stops in the middle or stops making sense", place(), XML_ErrorString(XML_GetErrorCode(m_parser)));
            m_out.broken = true;
            if (m_in_placemark) end_placemark();
        }
        m_words.placemark.clear();
        m_words.placemark_description.clear();
        keep(m_points, stem_of(m_input.path));
        m_log.add_many(IssueCode::not_evidence, "places between the ends of a line, which alone have a time, set aside", m_between);
        if (m_untimed > 0 && !(m_dialect.draws_twice && m_fixes > 0)) m_log.add_many(IssueCode::not_evidence, "places on lines without a time, set aside", m_untimed);
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
            m_words.placemark.clear();
            m_words.placemark_description.clear();
            m_begin.reset();
            m_end.reset();
            m_places = 0;
            m_line = false;
            forget_pairs();
        } else if (local(name) == "LineString") {
            m_line = true;
        } else if (local(name) == "Track") {
            forget_pairs();
        } else if (is_view(local(name))) {
            m_in_view = true;
        }
    }

    /// Where the camera stands and when: no position of an aircraft.
    static bool is_view(std::string_view element) { return element == "LookAt" || element == "Camera"; }

    void close(const char* name) {
        const std::string_view element = local(name);
        if (is_view(element)) m_in_view = false;
        if (m_in_view) return m_text.clear();
        std::string_view text = m_text;
        if (element == "name") {
            if (m_in_placemark) m_words.placemark = trimmed(text);
            else if (m_words.document.empty()) m_words.document = trimmed(text);
        } else if (element == "description") {
            if (m_in_placemark) m_words.placemark_description = text;
            else if (m_words.document_description.empty()) m_words.document_description = text;
        } else if (element == "when") {
            m_when.push_back(parse_any_time(text).value_or(std::numeric_limits<double>::quiet_NaN()));
            pair();
        } else if (element == "begin") {
            m_begin = parse_any_time(text);
        } else if (element == "end") {
            m_end = parse_any_time(text);
        } else if (element == "coord") {
            m_coord.push_back(take_coordinate(text, ' ').value_or(Coordinate{}));
            pair();
        } else if (element == "Track") {
            end_track();
        } else if (element == "coordinates") {
            while (const auto coordinate = take_coordinate(text, ',')) {
                if (m_places++ == 0) m_first = *coordinate;
                m_last = *coordinate;
            }
        } else if (element == "Placemark") {
            end_placemark();
        }
        m_text.clear();
    }

    /// A track's times and places belong together in their order; what waits for its partner is all that is kept.
    void pair() {
        for (; !m_when.empty() && !m_coord.empty(); m_when.pop_front(), m_coord.pop_front()) fix(m_way, m_when.front(), m_coord.front());
    }

    void forget_pairs() {
        m_when.clear();
        m_coord.clear();
    }

    void end_track() {
        if (!m_when.empty() || !m_coord.empty()) m_log.add(IssueCode::bad_record, "gx:Track has not as many times as places; the rest was left out", place());
        forget_pairs();
    }

    void end_placemark() {
        m_in_placemark = false;
        if (m_places == 1 && !m_line && !m_when.empty()) {
            fix(m_points, m_when.front(), m_first);
        } else if (m_line && m_places > 0 && m_begin && m_end && *m_begin < *m_end) {
            // Only the two ends have a time; what lies between would have to be guessed.
            m_between += m_places > 2 ? m_places - 2 : 0;
            fix(m_way, *m_begin, m_first);
            fix(m_way, *m_end, m_last);
        } else if (m_line) {
            m_untimed += m_places;
        } else {
            end_track();  // one that the file's end has cut
        }
        forget_pairs();
        if (!m_way.fixes.empty()) keep(m_way, std::string(stem_of(m_input.path)) + ' ' + m_words.placemark);
        m_way = TrackPart();
    }

    std::uint64_t place() const {
        const auto index = XML_GetCurrentByteIndex(m_parser);
        return index < 0 ? 0 : static_cast<std::uint64_t>(index);
    }

    void fix(TrackPart& part, double time, const Coordinate& where) {
        RawFix raw;
        raw.record = m_record++;
        raw.offset = place();
        if (std::isfinite(time)) raw.time = time;
        raw.latitude = where.latitude;
        raw.longitude = where.longitude;
        if (where.altitude_m) raw.baro_altitude_ft = *where.altitude_m * feet_per_metre;
        if (&part == &m_points && m_dialect.values) m_dialect.values(m_words.placemark_description, raw);
        add_fix(part, raw, m_log);
    }

    /// One aircraft's way goes out under that name, and with what the words say of it.
    void keep(TrackPart& way, std::string_view name) {
        Aircraft aircraft;
        StatedLeg leg;
        m_dialect.flight(m_words, aircraft, leg);
        if (way.fixes.empty() && leg.origin.empty() && leg.destination.empty()) return;
        TrackPart& part = m_out.part(name);
        part.aircraft = std::move(aircraft);
        const std::uint16_t index = part.callsign_index(leg.callsign);
        for (StateVector& one : way.fixes) one.callsign = index;
        m_fixes += way.fixes.size();
        if (part.fixes.empty()) part.fixes = std::move(way.fixes);
        else part.fixes.insert(part.fixes.end(), way.fixes.begin(), way.fixes.end());
        if (!leg.origin.empty() || !leg.destination.empty()) part.stated_legs.push_back(std::move(leg));
    }

    const DecoderInput& m_input;
    Decoded& m_out;
    IssueLog& m_log;
    const KmlDialect& m_dialect;
    XML_Parser m_parser = nullptr;
    KmlWords m_words;
    std::string m_text;
    bool m_in_placemark = false, m_line = false, m_in_view = false;
    std::optional<double> m_begin, m_end;
    std::deque<double> m_when;  ///< NaN where there should be a time and is none
    std::deque<Coordinate> m_coord;
    Coordinate m_first, m_last;
    std::uint64_t m_places = 0, m_between = 0, m_untimed = 0, m_fixes = 0;
    TrackPart m_points, m_way;
    std::uint32_t m_record = 0;
};

void name_flight(const KmlWords& words, Aircraft&, StatedLeg& leg) { leg.callsign = kml_callsign(words.placemark, words.document); }

constexpr KmlDialect plain_kml{nullptr, name_flight};

}  // namespace

void read_kml(const DecoderInput& input, Decoded& out, IssueLog& log, const KmlDialect& dialect) { KmlReader(input, out, log, dialect).read(); }

std::string kml_callsign(std::string_view first, std::string_view second) {
    for (const std::string_view text : {first, second})
        if (!text.empty() && text.size() <= 8 && text.find_first_of(" \t\n+") == std::string_view::npos) return std::string(text);
    return {};
}

void decode_kml(const DecoderInput& input, Decoded& out, IssueLog& log) { read_kml(input, out, log, plain_kml); }

}  // namespace flightxref::detail
