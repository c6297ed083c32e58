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
