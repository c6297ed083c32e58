// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/attribution.hpp"
#include "claim/draft.hpp"

namespace flightxref::detail {

/// How the text stands to a verb's statement.
struct Stance {
    Modality modality = Modality::asserted;
    bool no_claim = false;          ///< a hypothesis, a question, a wish
    bool future = false;            ///< its time lies ahead of the telling
    bool plan = false;              ///< a plan, made now or then
    const SourceScope* source = nullptr;
    std::string_view rule = "plain_statement";
    std::uint32_t word = no_token;  ///< the word that decided
};

/// "leaves for Tokyo on Friday", "is flying to Doha next week": the present tense with a time to come tells a plan.
bool is_futurate(const ClaimDraft& draft, const VerbGroup& g, bool plural_subject, CivilDate published);

Stance read_stance(const SentenceView& view, std::uint32_t group, const std::vector<Subject>& subjects, const std::vector<SourceScope>& sources);

}  // namespace flightxref::detail
