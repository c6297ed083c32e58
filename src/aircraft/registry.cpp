// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/registry.hpp>

#include <aircraft/operator_table.hpp>

#include <algorithm>

namespace flightxref {
namespace {

/// Takes over what the first record leaves open.
void fill(RegistryEntry& into, const RegistryEntry& from) {
    if (!into.aircraft.registration) into.aircraft.registration = from.aircraft.registration;
    if (!into.aircraft.type) into.aircraft.type = from.aircraft.type;
    if (into.aircraft.operator_name.empty()) into.aircraft.operator_name = from.aircraft.operator_name;
    into.aircraft.military = into.aircraft.military || from.aircraft.military;
    into.aircraft.privacy_address = into.aircraft.privacy_address || from.aircraft.privacy_address;
    into.aircraft.limited_display = into.aircraft.limited_display || from.aircraft.limited_display;
    if (into.description.empty()) into.description = from.description;
    if (!into.watch) into.watch = from.watch;
}

template <class Identifier>
bool compatible(const Identifier& a, const Identifier& b) {
    return !a || !b || a == b;
}

}  // namespace

std::optional<Issue> AircraftRegistry::add(RegistryEntry entry) {
    std::optional<Issue> issue;
    if (entry.aircraft.icao24) {
        for (const std::size_t i : m_by_address[entry.aircraft.icao24->value()]) {
            RegistryEntry& known = m_entries[i];
            if (compatible(known.aircraft.registration, entry.aircraft.registration) && compatible(known.aircraft.type, entry.aircraft.type) &&
                known.aircraft.registration.empty() == entry.aircraft.registration.empty()) {
                const bool had_type = !known.aircraft.type.empty(), had_operator = !known.aircraft.operator_name.empty();
                fill(known, entry);
                if (!had_type && known.aircraft.type) m_by_type.emplace(known.aircraft.type.key(), i);
                if (!had_operator && !known.aircraft.operator_name.empty()) m_by_operator.emplace(detail::folded_key(known.aircraft.operator_name), i);
                return issue;
            }
            if (!compatible(known.aircraft.registration, entry.aircraft.registration))
                issue = Issue{IssueCode::conflict, entry.source, std::nullopt,
                              "address " + entry.aircraft.icao24->to_string() + " is " + known.aircraft.registration.text() + " in one record and " +
                                  entry.aircraft.registration.text() + " in another"};
        }
        m_by_address[entry.aircraft.icao24->value()].push_back(m_entries.size());
    }
    if (entry.aircraft.registration) m_by_registration.emplace(entry.aircraft.registration.key(), m_entries.size());
    if (entry.aircraft.type) m_by_type.emplace(entry.aircraft.type.key(), m_entries.size());
    if (!entry.aircraft.operator_name.empty()) m_by_operator.emplace(detail::folded_key(entry.aircraft.operator_name), m_entries.size());
    m_entries.push_back(std::move(entry));
    return issue;
}

std::vector<Issue> AircraftRegistry::add(const AircraftRegistry& other) {
    std::vector<Issue> issues;
    for (const RegistryEntry& entry : other.m_entries)
        if (auto issue = add(RegistryEntry(entry))) issues.push_back(std::move(*issue));
    return issues;
}

std::vector<const RegistryEntry*> AircraftRegistry::all(const Index& index, const std::string& key) const {
    std::vector<std::size_t> places;
    if (!key.empty())
        for (auto [at, end] = index.equal_range(key); at != end; ++at) places.push_back(at->second);
    std::sort(places.begin(), places.end());
    std::vector<const RegistryEntry*> found;
    for (const std::size_t i : places) found.push_back(&m_entries[i]);
    return found;
}

std::vector<const RegistryEntry*> AircraftRegistry::find(Icao24 address) const {
    std::vector<const RegistryEntry*> found;
    if (const auto entry = m_by_address.find(address.value()); entry != m_by_address.end())
        for (const std::size_t i : entry->second) found.push_back(&m_entries[i]);
    return found;
}

std::vector<const RegistryEntry*> AircraftRegistry::find(const Registration& registration) const { return all(m_by_registration, registration.key()); }
std::vector<const RegistryEntry*> AircraftRegistry::find_type(const Typecode& type) const { return all(m_by_type, type.key()); }

std::vector<const RegistryEntry*> AircraftRegistry::find_operated_by(std::string_view operator_name) const {
    return all(m_by_operator, detail::folded_key(operator_name));
}

const Watch* AircraftRegistry::find_watch(const Aircraft& aircraft) const {
    if (aircraft.icao24 && !aircraft.non_icao_address)
        for (const RegistryEntry* entry : find(*aircraft.icao24))
            if (entry->watch && compatible(entry->aircraft.registration, aircraft.registration)) return &*entry->watch;
    for (const RegistryEntry* entry : find(aircraft.registration))
        if (entry->watch) return &*entry->watch;
    return nullptr;
}

void AircraftRegistry::complete(Aircraft& aircraft) const {
    if (!aircraft.icao24 || aircraft.non_icao_address || aircraft.privacy_address) return;
    const auto records = find(*aircraft.icao24);
    const RegistryEntry* fits = nullptr;
    for (const RegistryEntry* record : records) {
        if (record->aircraft.privacy_address) return;
        if (!compatible(record->aircraft.registration, aircraft.registration)) continue;
        if (fits != nullptr && !(compatible(fits->aircraft.registration, record->aircraft.registration) && compatible(fits->aircraft.type, record->aircraft.type))) return;
        if (fits == nullptr) fits = record;
    }
    if (fits == nullptr) return;
    RegistryEntry observed{aircraft, {}, {}, {}};
    fill(observed, *fits);
    aircraft = observed.aircraft;
}

}  // namespace flightxref
