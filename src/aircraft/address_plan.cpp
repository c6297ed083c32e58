// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/address_plan.hpp>

#include <aircraft/address_schemes.hpp>
#include <reference/table.hpp>

#include <algorithm>
#include <charconv>
#include <vector>

namespace flightxref {
namespace {

using namespace detail;

struct Block {
    std::uint32_t first, last;
    std::string_view state;
};

struct Blocks {
    std::vector<Block> fine, block, temporary, military;

    Blocks() {
        for_each_row(builtin_table("address_blocks"), [this](const std::vector<std::string_view>& row) {
            if (row.size() < 4) return;
            Block entry{0, 0, row[3]};
            std::from_chars(row[1].data(), row[1].data() + row[1].size(), entry.first, 16);
            std::from_chars(row[2].data(), row[2].data() + row[2].size(), entry.last, 16);
            (row[0] == "fine" ? fine : row[0] == "block" ? block : row[0] == "temporary" ? temporary : military).push_back(entry);
        });
        for (auto* list : {&fine, &block, &temporary, &military})
            std::sort(list->begin(), list->end(), [](const Block& a, const Block& b) { return a.first < b.first; });
    }
};

const Blocks& blocks() {
    static const Blocks table;
    return table;
}

const Block* find_block(const std::vector<Block>& list, std::uint32_t address) {
    auto next = std::upper_bound(list.begin(), list.end(), address, [](std::uint32_t a, const Block& b) { return a < b.first; });
    if (next == list.begin()) return nullptr;
    --next;
    return address <= next->last ? &*next : nullptr;
}

PlannedRegistration planned(std::string registration, double confidence, std::string_view scheme) {
    return {Registration(registration), confidence, scheme};
}

}  // namespace

std::optional<PlannedRegistration> registration_of(Icao24 icao24) {
    const std::uint32_t address = icao24.value();
    if (const auto n_number = n_number_of(address)) return planned(*n_number, n_number_confidence, "N");
    if (const auto japanese = japanese_of(address)) return planned(*japanese, japanese_confidence, "JA");
    if (const auto korean = korean_of(address)) return planned(*korean, korean_confidence, "HL");
    for (const LetterScheme& scheme : letter_schemes)
        if (scheme.both_ways)
            if (const auto suffix = letters_of(scheme, address))
                return planned(std::string(scheme.prefix) + *suffix, confidence_of(scheme.fit), scheme.prefix);
    for (const NumberScheme& scheme : number_schemes)
        if (scheme.both_ways)
            if (const auto digits = digits_of(scheme, address))
                return planned(std::string(scheme.prefix) + *digits, confidence_of(scheme.fit), scheme.prefix);
    return std::nullopt;
}

std::optional<PlannedAddress> address_of(const Registration& registration) {
    const std::string key = registration.key();
    const auto planned_address = [](std::uint32_t address, double confidence, std::string_view scheme) {
        return PlannedAddress{Icao24::from_value(address), confidence, scheme};
    };
    if (const auto address = address_of_n_number(key)) return planned_address(*address, n_number_confidence, "N");
    if (const auto address = address_of_japanese(key)) return planned_address(*address, japanese_confidence, "JA");
    if (const auto address = address_of_korean(key)) return planned_address(*address, korean_confidence, "HL");
    for (const LetterScheme& scheme : letter_schemes)
        if (const auto address = address_of_letters(scheme, key)) return planned_address(*address, confidence_of(scheme.fit), scheme.prefix);
    for (const NumberScheme& scheme : number_schemes)
        if (const auto address = address_of_digits(scheme, key)) return planned_address(*address, confidence_of(scheme.fit), scheme.prefix);
    return std::nullopt;
}

std::string_view state_of(Icao24 address) {
    if (const Block* fine = find_block(blocks().fine, address.value())) return fine->state;
    if (const Block* block = find_block(blocks().block, address.value())) return block->state;
    return {};
}

bool is_military(Icao24 address) { return find_block(blocks().military, address.value()) != nullptr; }

AddressKind address_kind(Icao24 address) {
    if (find_block(blocks().temporary, address.value()) != nullptr) return AddressKind::temporary;
    if ((address.value() >> 16) == 0xDD) return AddressKind::tracker;
    return state_of(address).empty() ? AddressKind::unassigned : AddressKind::state;
}

}  // namespace flightxref
