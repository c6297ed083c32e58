// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/events.hpp"

namespace flightxref::detail {

/// Counts the words of fields where movement words mean other things, and those of real travel.
class DomainGauge {
  public:
    void look(const Sentence& sentence);
    void look(std::string_view title);

    /// A novel, a game or the like is what the paragraph speaks of.
    bool is_fiction(std::uint32_t paragraph) const { return m_fiction_paragraph == paragraph; }
    bool is_fiction_sentence(std::uint32_t sentence) const { return m_fiction_sentence == sentence; }

    /// Sports, finance, wildlife or spaceflight rather than journeys.
    bool is_foreign() const { return m_foreign >= 2 && m_foreign > 2 * m_travel; }

  private:
    unsigned m_foreign = 0, m_travel = 0;
    std::uint32_t m_fiction_paragraph = no_token, m_fiction_sentence = no_token;
};

/// What looks like a claim and is none, by phenomenon: timetables, counts of unnamed movements, missiles, advice.
bool is_no_claim(const ClaimDraft& draft, const SentenceReading& reading, std::uint32_t group, bool under_heading);

/// What a work of fiction tells: it is told in the present, or without a time.
bool is_story(const ClaimDraft& draft, const Sentence& sentence, const DomainGauge& domain);

/// Drops what a text of another field seems to claim.
void drop_foreign_domains(ClaimDrafts& drafts, const DomainGauge& domain);

}  // namespace flightxref::detail
