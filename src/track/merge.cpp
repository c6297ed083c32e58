// SPDX-License-Identifier: BSL-1.0
#include "track/merge.hpp"

#include "track/ticks.hpp"

#include <flightxref/aircraft/address_plan.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace flightxref::detail {

void Pieces::add(Decoded decoded, std::shared_ptr<const Input> input) {
    for (FlightRow& row : decoded.flight_rows) m_flight_rows.insert_or_assign(row.flight_id, row);
    for (TrackPart& part : decoded.parts)
        if (!part.fixes.empty() || !part.stated_legs.empty()) m_pieces.push_back({std::move(part), input});
}

std::vector<std::string> Pieces::unidentified() const {
    std::map<std::string, std::string> by_folder;
    for (const Piece& piece : m_pieces) {
        if (piece.part.flight_id.empty() || piece.part.aircraft.icao24 || m_flight_rows.count(piece.part.flight_id) != 0) continue;
        const std::string& path = piece.input->path;
        by_folder.emplace(path.substr(0, path.find_last_of("/\\") + 1), path);
    }
    std::vector<std::string> paths;
    for (auto& [folder, path] : by_folder) paths.push_back(std::move(path));
    return paths;
}

/// Fills in what a table of flights says of a track filed under a flight's number.
void Pieces::identify(Piece& piece) const {
    if (!piece.part.flight_id.empty()) take_flight_row(piece);
    // A source that names the registration alone joins one that sends the address, where the state's rule leaves no doubt.
    Aircraft& aircraft = piece.part.aircraft;
    if (aircraft.icao24 || !aircraft.registration) return;
    if (const auto planned = address_of(aircraft.registration); planned && planned->confidence >= sure_plan) aircraft.icao24 = planned->address;
}

void Pieces::take_flight_row(Piece& piece) const {
    const auto row = m_flight_rows.find(piece.part.flight_id);
    if (row == m_flight_rows.end()) return;
    TrackPart& part = piece.part;
    if (!part.aircraft.icao24) {
        part.aircraft.icao24 = row->second.aircraft.icao24;
        part.aircraft.non_icao_address = row->second.aircraft.non_icao_address;
    }
    if (!part.aircraft.registration) part.aircraft.registration = row->second.aircraft.registration;
    if (!part.aircraft.type) part.aircraft.type = row->second.aircraft.type;
    part.aircraft.ground_vehicle |= row->second.aircraft.ground_vehicle;
    if (row->second.leg) part.stated_legs.push_back(*row->second.leg);
    if (const auto index = part.callsign_index(row->second.callsign))
        for (StateVector& fix : part.fixes)
            if (fix.callsign == 0) fix.callsign = index;
}

namespace {

bool same_place(Position a, Position b) {
    return std::fabs(a.latitude() - b.latitude()) < 0.001 && std::fabs(a.longitude() - b.longitude()) < 0.001;
}

/// A repeat from the same input must be one to the digit; two inputs may differ by the jitter of their receivers.
bool repeats(const StateVector& earlier, const StateVector& later) {
    if (earlier.on_ground != later.on_ground && earlier.on_ground != OnGround::unknown && later.on_ground != OnGround::unknown) return false;
    const auto apart = microseconds_between(earlier.time, later.time);
    if (earlier.input == later.input) return apart < 1'000'000 && earlier.position == later.position;
    return apart < 1'000'000 && same_place(earlier.position, later.position);
}

template <class Number>
void fill(Sparse<Number>& value, Sparse<Number> other) {
    if (!value) value = other;
}

void take_over(StateVector& kept, const StateVector& gone) {
    fill(kept.baro_altitude_ft, gone.baro_altitude_ft);
    fill(kept.geom_altitude_ft, gone.geom_altitude_ft);
    fill(kept.ground_speed_kt, gone.ground_speed_kt);
    fill(kept.track_deg, gone.track_deg);
    fill(kept.vertical_rate_fpm, gone.vertical_rate_fpm);
    fill(kept.squawk, gone.squawk);
    if (kept.callsign == 0) kept.callsign = gone.callsign;
    if (kept.on_ground == OnGround::unknown) kept.on_ground = gone.on_ground;
    if (kept.integrity.nic < 0) kept.integrity = gone.integrity;
    if (kept.source == PositionSource::unknown) kept.source = gone.source;
}

}  // namespace

std::size_t sort_and_unify(std::vector<StateVector>& fixes) {
    const auto before = [](const StateVector& a, const StateVector& b) { return ticks_of(a.time) < ticks_of(b.time); };
    if (!std::is_sorted(fixes.begin(), fixes.end(), before)) std::stable_sort(fixes.begin(), fixes.end(), before);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        if (kept > 0 && repeats(fixes[kept - 1], fixes[i])) {
            take_over(fixes[kept - 1], fixes[i]);
            continue;
        }
        if (kept != i) fixes[kept] = fixes[i];
        ++kept;
    }
    const std::size_t gone = fixes.size() - kept;
    fixes.resize(kept);
    return gone;
}

Track merge_pieces(std::vector<Piece> pieces, std::vector<Issue>& issues) {
    Track track;
    track.aircraft = pieces.front().part.aircraft;
    std::size_t total = 0;
    for (const Piece& piece : pieces) total += piece.part.fixes.size();
    if (pieces.size() == 1) {
        TrackPart& part = pieces.front().part;
        track.fixes = std::move(part.fixes);
        track.callsigns = std::move(part.callsigns);
        track.stated_legs = std::move(part.stated_legs);
        track.inputs.push_back(pieces.front().input);
    } else {
        track.fixes = take_fixes(total);
    }
    TrackPart names;  // the callsigns of all pieces under one numbering
    for (std::size_t i = 0; pieces.size() > 1 && i < pieces.size(); ++i) {
        TrackPart part = std::move(pieces[i].part);
        if (track.inputs.size() >= 65000) {
            issues.push_back({IssueCode::limit_reached, pieces[i].input->path, std::nullopt, "more than 65000 files of one aircraft; the rest was left out"});
            break;
        }
        std::vector<std::uint16_t> renumbered;
        for (const std::string& callsign : part.callsigns) renumbered.push_back(names.callsign_index(callsign));
        const auto input = static_cast<std::uint16_t>(track.inputs.size());
        for (StateVector& fix : part.fixes) {
            fix.callsign = renumbered[fix.callsign];
            fix.input = input;
            track.fixes.push_back(fix);
        }
        give_back_fixes(std::move(part.fixes));
        for (StatedLeg& leg : part.stated_legs) {
            leg.input = input;
            track.stated_legs.push_back(std::move(leg));
        }
        const auto differ = [&](const auto& a, const auto& b, std::string_view what) {
            if (a && b && !(a == b))
                issues.push_back({IssueCode::conflict, pieces[i].input->path, std::nullopt,
                                  fmt::format("{} is {} here and {} in {}", what, b.text(), a.text(), track.inputs.front()->path)});
        };
        differ(track.aircraft.registration, part.aircraft.registration, "registration");
        differ(track.aircraft.type, part.aircraft.type, "type");
        if (!track.aircraft.registration) track.aircraft.registration = part.aircraft.registration;
        if (!track.aircraft.type) track.aircraft.type = part.aircraft.type;
        if (track.aircraft.operator_name.empty()) track.aircraft.operator_name = part.aircraft.operator_name;
        track.aircraft.military |= part.aircraft.military;
        track.aircraft.privacy_address |= part.aircraft.privacy_address;
        track.aircraft.limited_display |= part.aircraft.limited_display;
        track.aircraft.ground_vehicle |= part.aircraft.ground_vehicle;
        track.inputs.push_back(pieces[i].input);
    }
    if (pieces.size() > 1) track.callsigns = std::move(names.callsigns);
    if (const std::size_t gone = sort_and_unify(track.fixes)) {
        const std::string who = track.aircraft.icao24 ? track.aircraft.icao24->to_string() : pieces.front().part.name;
        issues.push_back({IssueCode::duplicate, track.inputs.front()->path, std::nullopt, fmt::format("{}: {} repeated positions were taken as one", who, gone)});
    }
    return track;
}

std::map<TrackKey, std::vector<Piece>> Pieces::take_groups() {
    std::map<TrackKey, std::vector<Piece>> groups;
    for (Piece& piece : m_pieces) {
        identify(piece);
        const Aircraft& aircraft = piece.part.aircraft;
        TrackKey key{!aircraft.icao24, 0, ""};
        if (key.nameless) key.name = aircraft.registration ? "registration " + aircraft.registration.key() : piece.part.name + "\n" + piece.input->path;
        else key.address = aircraft_key(aircraft.icao24->value(), aircraft.non_icao_address);
        groups[key].push_back(std::move(piece));
    }
    m_pieces.clear();
    return groups;
}

}  // namespace flightxref::detail
