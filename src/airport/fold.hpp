// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace flightxref::detail {

/// A name as it is compared: lower case, Latin letters without diacritics ("Malmö" -> "malmo", "Łódź" -> "lodz"), hyphens, slashes,
/// full stops and runs of space as one space, apostrophes dropped ("Sana'a" -> "sanaa", "St. Petersburg" -> "st petersburg").
/// Characters of other scripts stay as they are.
void fold_name(std::string_view name, std::string& folded);

inline std::string fold_name(std::string_view name) {
    std::string folded;
    fold_name(name, folded);
    return folded;
}

}  // namespace flightxref::detail
