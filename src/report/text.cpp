// SPDX-License-Identifier: BSL-1.0
#include <flightxref/report/text.hpp>

#include <report/words.hpp>

#include <flightxref/time/zone.hpp>

#include <fmt/format.h>

#include <array>

namespace flightxref {
namespace {

using detail::Ink;
using detail::Words;

std::string clock_text(Instant instant, const Zone& zone) {
    const auto wall = zone.to_local(instant);
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(wall.date().year()), wall.date().month().as_number(),
                       wall.date().day().as_number(), wall.time_of_day().hours(), wall.time_of_day().minutes());
}

std::string clock_only(Instant instant, const Zone& zone) {
    const auto time = zone.to_local(instant).time_of_day();
    return fmt::format("{:02}:{:02}", time.hours(), time.minutes());
}

/// "2023-10-18 18:00-18:15 KST (09:00-09:15 UTC)".
std::string window_text(const ClaimedTime& time) {
    const Zone zone = Zone::find(time.zone).value_or(Zone());
    const Instant from = earliest(time.window), to = latest(time.window);
    const auto span_in = [&](const Zone& clock) {
        const bool one_day = clock.date_at(from) == clock.date_at(to);
        return clock_text(from, clock) + (one_day ? "-" + clock_only(to, clock) : " to " + clock_text(to, clock));
    };
    const std::string here = span_in(zone) + " " + zone.abbreviation_at(from);
    if (zone.offset_at(from) == seconds(0)) return here;
    return here + " (" + span_in(Zone()) + " UTC)";
}

struct VerdictStyle {
    Verdict verdict;
    const char* words;
    Ink ink;
};

constexpr std::array verdict_styles = {
    VerdictStyle{Verdict::supported, "SUPPORTED", Ink::green},
    VerdictStyle{Verdict::refuted, "REFUTED", Ink::red},
    VerdictStyle{Verdict::not_enough_info, "NOT ENOUGH INFORMATION", Ink::yellow},
};

const VerdictStyle& style_of(Verdict verdict) {
    for (const VerdictStyle& style : verdict_styles)
        if (style.verdict == verdict) return style;
    return verdict_styles.back();
}

void put_finding(Words& out, const Finding& finding) {
    const VerdictStyle& style = style_of(finding.verdict);
    out.put("  ").put(style.words, style.ink).put(fmt::format("  probability {:.0f} %", finding.probability * 100), Ink::dim).line_feed();
    out.paragraph("\"" + finding.claim.quote + "\"", 4, Ink::bold);
    out.paragraph(finding.reason, 4);
    if (finding.claim.time) out.paragraph("time meant: " + window_text(*finding.claim.time), 4, Ink::dim);
    for (const Agreement& agreement : finding.agreements) {
        const Ink ink = agreement.result == Agreement::Result::agrees      ? Ink::green
                        : agreement.result == Agreement::Result::disagrees ? Ink::red
                                                                           : Ink::dim;
        out.put("      ").column(agreement.field, 13).column(to_string(agreement.result), 9, ink);
        out.put(detail::clean(agreement.because), Ink::plain).put(fmt::format("  {:+.1f} bits", agreement.weight), Ink::dim).line_feed();
    }
    for (const Evidence& evidence : finding.evidence)
        out.put("      ").put(fmt::format("evidence      {}, positions {} to {}", detail::clean(evidence.path), evidence.first, evidence.last), Ink::dim).line_feed();
    out.line_feed();
}

void put_issues(Words& out, const std::vector<Issue>& issues) {
    if (issues.empty()) return;
    out.put(fmt::format("What could not be used ({}):", issues.size()), Ink::bold).line_feed();
    for (const Issue& issue : issues)
        out.paragraph(issue.source + (issue.offset ? fmt::format(", byte {}", *issue.offset) : std::string()) + ": " + issue.detail, 2);
}

std::string end_text(const EndPoint& end) {
    if (!end.airport.empty()) return end.airport;
    return end.kind == EndKind::off_airport ? "field" : "?";
}

std::string moment_text(const EndPoint& end, std::optional<Instant> otherwise) {
    if (end.estimate) return (end.observed ? "" : "~") + clock_text(*end.estimate, Zone()) + "Z";
    return otherwise ? "(" + clock_text(*otherwise, Zone()) + "Z)" : "-";
}

void put_field(Words& out, const char* name, std::string_view value) {
    if (!value.empty()) out.put("      ").column(name, 13, Ink::dim).put(detail::clean(value)).line_feed();
}

std::string place_text(const Place& place) {
    std::string text = place.name;
    if (!place.icao.empty()) text += " (" + place.icao + ")";
    else if (!place.country.empty() && place.kind != PlaceKind::country) text += ", " + place.country;
    return text;
}

std::string aircraft_text(const ClaimedAircraft& aircraft) {
    std::string text;
    for (const std::string* part : {&aircraft.registration, &aircraft.type_text, &aircraft.callsign, &aircraft.flight_number, &aircraft.operator_name, &aircraft.nickname})
        if (!part->empty()) text += (text.empty() ? "" : ", ") + *part;
    if (!aircraft.type_icao.empty()) text += " [" + aircraft.type_icao + "]";
    return text;
}

void put_claim(Words& out, const Claim& claim, const TextOptions& options) {
    out.put("  ").column(claim.id, 4, Ink::bold).put(std::string(to_string(claim.event)), Ink::bold);
    if (claim.modality != Modality::asserted) out.put(", ").put(to_string(claim.modality), Ink::yellow);
    if (claim.mode != TravelMode::unknown) out.put(", by ").put(to_string(claim.mode));
    out.line_feed();
    out.paragraph("\"" + claim.quote + "\"", 6);
    for (const Traveller& traveller : claim.travellers)
        put_field(out, "who", traveller.name + (traveller.role.empty() ? "" : " (" + traveller.role + ")") +
                                  (traveller.aboard == Aboard::asserted ? "" : ", aboard: " + std::string(to_string(traveller.aboard))));
    if (claim.aircraft) put_field(out, "aircraft", aircraft_text(*claim.aircraft));
    if (claim.origin) put_field(out, "from", place_text(*claim.origin));
    if (claim.destination) put_field(out, "to", place_text(*claim.destination));
    for (const Place& via : claim.via) put_field(out, "via", place_text(via));
    if (claim.time) put_field(out, "when", claim.time->text + ": " + window_text(*claim.time));
    if (claim.source_attribution) put_field(out, "says who", claim.source_attribution->text + " (" + claim.source_attribution->type + ")");
    if (options.why)
        for (const FieldReason& reason : claim.why)
            out.put("        ").column(reason.field, 11, Ink::dim).put(fmt::format("by {} from bytes {}-{}", reason.rule, reason.span.begin, reason.span.end), Ink::dim).line_feed();
    out.line_feed();
}

}  // namespace

std::string to_text(const Report& report, const TextOptions& options) {
    Words out(options);
    std::array<std::size_t, 3> counts{};
    for (const Report::OfDocument& document : report.documents) {
        out.put(detail::clean(document.title.empty() ? document.id : document.title), Ink::bold);
        if (!document.published.empty()) out.put("  (published " + document.published + ")", Ink::dim);
        out.line_feed().line_feed();
        if (document.findings.empty()) out.put("  no travel claims found").line_feed().line_feed();
        for (const Finding& finding : document.findings) {
            put_finding(out, finding);
            ++counts[static_cast<std::size_t>(finding.verdict)];
        }
    }
    if (!report.leads.empty()) {
        out.put("Flights that no text speaks of:", Ink::bold).line_feed();
        for (const Lead& lead : report.leads) out.paragraph(lead.why, 2);
        out.line_feed();
    }
    out.put(fmt::format("{} supported, {} refuted, {} not enough information", counts[0], counts[1], counts[2]), Ink::bold).line_feed();
    put_issues(out, report.issues);
    return out.take();
}

std::string to_text(const FlightBatch& flights, const TextOptions& options) {
    Words out(options);
    out.column("address", 7, Ink::bold).column("tail", 10, Ink::bold).column("type", 4, Ink::bold).column("callsign", 8, Ink::bold);
    out.column("from", 6, Ink::bold).column("off", 18, Ink::bold).column("to", 6, Ink::bold).column("on", 18, Ink::bold).put("landing").line_feed();
    for (const Flight& flight : flights) {
        const Aircraft& aircraft = flight.aircraft;
        out.column(aircraft.icao24 ? (aircraft.non_icao_address ? "~" : "") + aircraft.icao24->to_string() : "-", 7);
        out.column(aircraft.registration ? aircraft.registration.text() : "-", 10).column(aircraft.type ? aircraft.type.text() : "-", 4);
        out.column(flight.callsign ? flight.callsign.text() : "-", 8);
        out.column(end_text(flight.departure), 6).column(moment_text(flight.departure, flight.first_seen), 18);
        out.column(end_text(flight.arrival), 6).column(moment_text(flight.arrival, flight.last_seen), 18);
        out.put(to_string(flight.arrival.kind)).line_feed();
    }
    out.put(fmt::format("{} flights. Times are UTC; ~ inferred, not seen; (in brackets) first or last heard.", flights.size()), Ink::dim).line_feed();
    put_issues(out, flights.issues);
    return out.take();
}

std::string to_text(const Document& document, const Batch<Claim>& claims, const TextOptions& options) {
    Words out(options);
    out.put(detail::clean(document.title.empty() ? document.id : document.title), Ink::bold).line_feed().line_feed();
    for (const Claim& claim : claims) put_claim(out, claim, options);
    out.put(fmt::format("{} claims", claims.size()), Ink::bold).line_feed();
    put_issues(out, claims.issues);
    return out.take();
}

}  // namespace flightxref
