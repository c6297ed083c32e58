// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/bytes.hpp"
#include "track/decoded.hpp"
#include "track/files.hpp"

#include <memory>
#include <vector>

namespace flightxref::detail {

/// One file, or one member of an archive, read.
struct InputResult {
    Decoded decoded;
    std::shared_ptr<const Input> input;
    std::vector<Issue> issues;
};

/// Room for one file at a time, used again.
struct Buffers {
    Buffer bytes, text, inner;
};

inline constexpr const char* no_track_in_archive = "not a flight track: an archive without one";

/// What a file holds: one input, or all of an archive. An archive's members that are no tracks are issues; a file that is no
/// track throws FormatError.
std::vector<InputResult> read_input(const File& file, Buffers& buffers, std::vector<Issue>& issues);

}  // namespace flightxref::detail
