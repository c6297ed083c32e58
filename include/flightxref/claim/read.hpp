// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>

#include <string>

namespace flightxref {

/// Reads claims in the JSON that `list_claims` prints (`{"id", "claims": [...]}`), from other tools or edited by hand.
/// A claim that misses its event or carries a time that can not be is an Issue and left out; fields that are missing are unknown.
/// Throws IoError when the file can not be read, FormatError when it is not such an object.
Batch<Claim> read_claims(const std::string& path);

}  // namespace flightxref
