// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/claim/claim.hpp>
#include <flightxref/core/batch.hpp>
#include <flightxref/text/document.hpp>

namespace flightxref {

/// The travel claims of a document, in text order, with every field resolved as far as the document itself allows.
/// Works on any bytes; what is not UTF-8 is an Issue with its offset and the rest is read.
Batch<Claim> extract_claims(const Document& document);

/// The claims of several documents; Claim::document tells which is whose. Issues of reading are passed on.
Batch<Claim> extract_claims(const Batch<Document>& documents);

}  // namespace flightxref
