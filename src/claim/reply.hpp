// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/text/token.hpp>

#include <cstdint>
#include <span>

namespace flightxref::detail {

/// What a sentence, or the part behind a semicolon, does to what was told right before it.
enum class Reply : std::uint8_t {
    none,
    denies_report,  ///< "It did not, the ministry says.", "Her office denies this.": rejects what somebody was quoted with
    denies,         ///< "Nothing of the kind occurred.", "Rubbish: it has been in Nice since Sunday.": rejects it whoever told it
};

Reply read_reply(std::span<const Token> words);

}  // namespace flightxref::detail
