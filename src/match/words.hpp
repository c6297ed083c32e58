// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/time/zone.hpp>

#include "match/outcome.hpp"

#include <string>
#include <string_view>

namespace flightxref::detail {

/// Moments on the wall clock of a zone.
class Clock {
  public:
    /// The zone a claim's time is in; UTC where it tells none.
    static Clock of(const Claim& claim);

    std::string time(double since_1970) const;      ///< "18:07 KST"
    std::string date_time(double since_1970) const; ///< "2023-10-18 18:07 KST"

  private:
    Zone m_zone;
};

/// "Sunan International Airport (ZKPY)"; the code itself when the table does not have it.
std::string airport_words(std::string_view code, const AirportTable& airports);

/// "18:07 KST", with its window where the moment was not seen: "18:07 KST (between 18:04 and 18:11)".
std::string moment_words(const EndPoint& end, const Clock& clock);

/// "RA-96023, an Ilyushin Il-96", or what else the flight is known by.
std::string aircraft_words(const Aircraft& aircraft, const Callsign& callsign);

/// What the claim calls the aircraft: "RA-96023", "RSD123", "an Ilyushin Il-96 of Aeroflot".
std::string named_words(const StatedAircraft& who);

/// The words as a sentence: a capital first, a full stop last.
std::string sentence(std::string words);

/// "an A330", "a Boeing 737".
std::string with_article(const std::string& name);

/// How the moment seen stands to the window told: "agrees, 7 minutes inside the window told"; empty where no moment is known.
std::string margin_words(const Statement& statement, const Judged& judged);

/// One or two sentences for a reader on what came of a claim.
std::string reason_words(const Statement& statement, const Outcome& outcome, Scene& scene);

}  // namespace flightxref::detail
