// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/claim/extract.hpp>

#include <string>
#include <utility>

/// The claims of an article, by default one printed in London on Thursday, 16 May 2024. An empty zone: nobody knows where.
inline flightxref::Batch<flightxref::Claim> claims_of(std::string text, flightxref::CivilDate published = flightxref::CivilDate(2024, 5, 16), std::string zone = "Europe/London") {
    flightxref::Document document;
    document.id = "test";
    document.text = std::move(text);
    document.published = published;
    document.published_zone = std::move(zone);
    return extract_claims(document);
}

/// "depart asserted Nice > Doha; ...": event, modality and ends of each claim.
inline std::string movements(std::string text) {
    std::string lines;
    const auto name = [](const std::optional<flightxref::Place>& p) { return p ? p->name : std::string("-"); };
    for (const flightxref::Claim& c : claims_of(std::move(text)))
        lines += (lines.empty() ? "" : "; ") + std::string(to_string(c.event)) + " " + std::string(to_string(c.modality)) + " " + name(c.origin) + " > " + name(c.destination);
    return lines;
}
