// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/subject.hpp"

#include <flightxref/claim/claim.hpp>

#include <optional>
#include <string>
#include <vector>

namespace flightxref::detail {

/// A source and the tokens it vouches for.
struct SourceScope {
    std::uint32_t begin = 0, end = 0;                ///< tokens spoken for
    std::uint32_t source_begin = 0, source_end = 0;  ///< words that name the source
    std::uint32_t verb = no_token;                   ///< index of the verb group; none for "according to"
    std::string_view type;                           ///< as Attribution::type
    bool data = false;                               ///< tracker, board, imagery, record: does not lower "asserted"
    bool denies = false;                             ///< "denied that"
    bool insists = false;
    std::string_view rule;
};

/// The sources of a sentence, narrowest scope first.
std::vector<SourceScope> find_sources(const SentenceView& view, const std::vector<Subject>& subjects, std::string_view text);

/// What kind of source some words name; "person" when nothing else tells.
std::string_view source_type(const SentenceView& view, std::uint32_t begin, std::uint32_t end);

}  // namespace flightxref::detail
