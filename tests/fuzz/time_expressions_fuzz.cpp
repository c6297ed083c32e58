// SPDX-License-Identifier: BSL-1.0
// Any bytes, published on any day in any of some zones: offsets stay inside the text, windows inside the calendar.
#include <flightxref/text/sentence.hpp>
#include <flightxref/text/time_expression.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace flightxref;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 4) return 0;
    static const Zone zones[] = {Zone(), *Zone::find("Asia/Pyongyang"), *Zone::find("Pacific/Apia"), *Zone::find("America/St_Johns"), *Zone::find("+14:00")};
    FindTimesOptions options;
    options.published = CivilDate(1900, 1, 1) + boost::gregorian::days((data[0] * 256L + data[1]) * 109573 / 65535);
    options.zone = zones[data[2] % std::size(zones)];
    const std::string_view text(reinterpret_cast<const char*>(data) + 3, size - 3);
    std::size_t points = 0;
    for (const FoundTime& time : find_time_expressions(text, options)) {
        if (time.span.begin > time.span.end || time.span.end > text.size() || time.span.code_point_end > text.size()) std::abort();
        if (time.span.code_point_begin < points) std::abort();
        points = time.span.code_point_begin;
        if (time.resolved && (time.resolved->window.is_null() || time.value.empty())) std::abort();
    }
    std::size_t end = 0;
    for (const Token& token : find_tokens(text)) {
        if (token.begin < end || token.end <= token.begin || token.end > text.size() || word_hash(token.folded) != token.hash) std::abort();
        end = token.end;
    }
    return 0;
}
