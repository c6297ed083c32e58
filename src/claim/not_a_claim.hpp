// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "claim/events.hpp"

namespace flightxref::detail {

/// Counts the words of fields where movement words mean other things, and those of real travel.
class DomainGauge {
  public:
    void look(const Sentence& sentence);
    void look(std::string_view title);

    /// Sports, finance, wildlife or spaceflight rather than journeys.
    bool is_foreign() const { return m_foreign >= 2 && m_foreign > 2 * m_travel; }

  private:
    unsigned m_foreign = 0, m_travel = 0;
};

/// What looks like a claim and is none, by phenomenon: timetables, counts of unnamed movements, missiles, advice.
bool is_no_claim(const ClaimDraft& draft, const SentenceReading& reading, std::uint32_t group, bool under_heading);

/// Drops what a text of another field seems to claim.
void drop_foreign_domains(ClaimDrafts& drafts, const DomainGauge& domain);

}  // namespace flightxref::detail
