// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/text/document.hpp>

namespace flightxref {

/// The travel claims of a document, in text order, with every field resolved as far as the document itself allows.
/// Works on any bytes; what is not UTF-8 is an Issue with its offset and the rest is read.
/// No article is longer than 256 KiB: a text that is, is read in parts of that length, each ending with a sentence, and who is spoken of is
/// not carried from one part into the next. Beside the claims themselves only a part is kept in memory.
Batch<Claim> extract_claims(const Document& document);

/// The claims of several documents; Claim::document tells which is whose. Issues of reading are passed on.
Batch<Claim> extract_claims(const Batch<Document>& documents);

}  // namespace flightxref
