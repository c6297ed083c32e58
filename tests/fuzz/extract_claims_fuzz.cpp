// SPDX-License-Identifier: BSL-1.0
// Any bytes as an article: no crash, spans inside the text, windows the right way round.
#include <flightxref/claim/extract.hpp>

#include <cstdint>
#include <cstdlib>

using namespace flightxref;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Document document;
    document.id = "fuzz";
    document.text.assign(reinterpret_cast<const char*>(data), size);
    document.published = CivilDate(2023, 10, 19);
    document.published_zone = "Asia/Seoul";
    for (const Claim& claim : extract_claims(document)) {
        if (claim.quote_span.begin > claim.quote_span.end || claim.quote_span.end > size) std::abort();
        if (claim.trigger_span.begin > claim.trigger_span.end || claim.trigger_span.end > size) std::abort();
        if (claim.time && claim.time->window.is_null()) std::abort();
    }
    return 0;
}
