// SPDX-License-Identifier: BSL-1.0
#include "track/decoded.hpp"

namespace flightxref::detail {
namespace {

// A few per thread, none larger than a busy week: what waits stays small.
constexpr std::size_t kept_vectors = 4, largest_kept = 250'000;
thread_local std::vector<std::vector<StateVector>> spare_fixes;

}  // namespace

std::vector<StateVector> take_fixes(std::size_t expected) {
    std::vector<StateVector> fixes;
    if (!spare_fixes.empty()) {
        fixes = std::move(spare_fixes.back());
        spare_fixes.pop_back();
    }
    fixes.reserve(expected);
    return fixes;
}

void give_back_fixes(std::vector<StateVector>&& fixes) {
    if (fixes.capacity() == 0 || fixes.capacity() > largest_kept || spare_fixes.size() >= kept_vectors) return;
    fixes.clear();
    spare_fixes.push_back(std::move(fixes));
}

void shrink_fixes(std::vector<StateVector>& fixes) {
    if (fixes.capacity() <= fixes.size() + fixes.size() / 16) return;
    std::vector<StateVector> exact(fixes.begin(), fixes.end());
    fixes.swap(exact);
    give_back_fixes(std::move(exact));
}

std::uint16_t TrackPart::callsign_index(std::string_view callsign) {
    const Callsign trimmed(callsign);
    if (trimmed.empty()) return 0;
    for (const char c : trimmed.text())
        if (c < ' ' || c > '~') return 0;
    for (std::size_t i = callsigns.size(); i-- > 1;)
        if (callsigns[i] == trimmed.text()) return static_cast<std::uint16_t>(i);
    if (callsigns.size() >= 4096) return 0;  // hostile input only: an aircraft uses a dozen a day
    callsigns.push_back(trimmed.text().substr(0, 16));
    return static_cast<std::uint16_t>(callsigns.size() - 1);
}

TrackPart& Decoded::part(Icao24 address, bool non_icao) {
    const std::uint32_t key = address.value() | (non_icao ? 1u << 24 : 0u);
    if (m_last && key == m_last_key) return *m_last;
    TrackPart*& found = m_by_address[key];
    if (!found) {
        found = &parts.emplace_back();
        found->aircraft.icao24 = address;
        found->aircraft.non_icao_address = non_icao;
    }
    m_last_key = key;
    return *(m_last = found);
}

TrackPart& Decoded::part(std::string_view name) {
    TrackPart*& found = m_by_name[std::string(name)];
    if (!found) {
        found = &parts.emplace_back();
        found->name = name;
    }
    return *found;
}

std::uint64_t Decoded::positions() const {
    std::uint64_t sum = 0;
    for (const TrackPart& part : parts) sum += part.fixes.size();
    return sum;
}

bool Decoded::nothing() const {
    if (!flight_rows.empty()) return false;
    for (const TrackPart& part : parts)
        if (!part.fixes.empty() || !part.stated_legs.empty()) return false;
    return true;
}

}  // namespace flightxref::detail
