// SPDX-License-Identifier: BSL-1.0
// Flightradar24's KML download of one flight: a Point with a TimeStamp a position, its values in an HTML table (feet, knots,
// degrees; altitude 0 means on the ground), and the same way again as lines without a time.
// Specification: till213/SkyDolly src/Plugins/Flight/Import/KmlImport/doc; OGC 07-147r2 KML 2.2.
#include "track/kml.hpp"

namespace flightxref::detail {

bool sniff_fr24_kml(const Head& head) { return sniff_kml(head) && head.start.find("flightradar24") != std::string_view::npos; }

namespace {

/// The number that stands before the unit in an HTML table: "<b>Speed:</b></span> <span>10 kt</span>".
std::optional<double> html_number(std::string_view html, std::string_view label) {
    const std::size_t at = html.find(label);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view rest = html.substr(at + label.size(), 120);
    rest = rest.substr(0, rest.find("<b>"));  // the next label's number is not this one's
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
std::string_view between(std::string_view text, std::string_view behind, std::string_view open, std::string_view close) {
    const std::size_t at = text.find(behind);
    if (at == std::string_view::npos) return {};
    text = text.substr(at + behind.size(), 400);
    const std::size_t begin = text.find(open);
    if (begin == std::string_view::npos) return {};
    text.remove_prefix(begin + open.size());
    const std::size_t end = text.find(close);
    return end == std::string_view::npos ? std::string_view{} : trimmed(text.substr(0, end));
}

/// "/airport/dxb/departures" -> "DXB".
std::string code_before(std::string_view text, std::string_view tail) {
    const std::size_t at = text.find(tail);
    const std::size_t slash = at == std::string_view::npos || at == 0 ? std::string_view::npos : text.rfind('/', at - 1);
    if (slash == std::string_view::npos || at - slash != 4) return {};
    return identifier_key(text.substr(slash + 1, 3));
}

void table_values(std::string_view description, RawFix& fix) {
    if (const auto feet = html_number(description, "Altitude:")) fix.baro_altitude_ft = feet;
    if (description.find("Speed:") == std::string_view::npos) return;
    fix.ground_speed_kt = html_number(description, "Speed:");
    fix.track_deg = html_number(description, "Heading:");
    if (!fix.baro_altitude_ft) return;
    fix.on_ground = *fix.baro_altitude_ft == 0;
    if (*fix.on_ground) fix.baro_altitude_ft = std::nullopt;
}

/// The document is called "FZ981/FDB981", number and callsign.
void linked_flight(const KmlWords& words, Aircraft& aircraft, StatedLeg& leg) {
    const std::string_view name = words.document, about = words.document_description;
    leg.callsign = kml_callsign(name.substr(name.rfind('/') + 1), {});
    aircraft.registration = Registration(between(about, "/reg/", ">", "<").substr(0, 16));
    aircraft.type = Typecode(between(about, "Aircraft<", "(", ")").substr(0, 8));
    leg.origin = code_before(about, "/departures");
    leg.destination = code_before(about, "/arrivals");
}

constexpr KmlDialect fr24_kml{table_values, linked_flight, true};

}  // namespace

void decode_fr24_kml(const DecoderInput& input, Decoded& out, IssueLog& log) { read_kml(input, out, log, fr24_kml); }

}  // namespace flightxref::detail
