// SPDX-License-Identifier: BSL-1.0
// First look: link the library, bring a flight of your own, and hold one sentence against it.
#include <flightxref/flightxref.hpp>
#include <flightxref/format.hpp>

namespace fx = flightxref;

int main() {
    // A flight as your own program knows it. Times are UTC inside; from_kst() takes a Korean wall clock.
    fx::Flight flight;
    flight.aircraft = {.icao24 = fx::Icao24{"157717"}, .registration = fx::Registration{"RA-96023"}, .type = fx::Typecode{"IL96"}};
    flight.departure.airport = "ZBAA";
    flight.arrival.airport = "ZKPY";
    flight.arrival.kind = fx::EndKind::runway;
    flight.arrival.observed = true;
    flight.arrival.estimate = flight.arrival.not_before = flight.arrival.not_after = fx::from_kst({2023, 10, 18}, fx::hours(18) + fx::minutes(4));
    fmt::print("{} {} landed {}\n\n", flight.aircraft.type, flight.aircraft.registration, fx::to_kst(*flight.arrival.estimate));

    fx::Document news;
    news.id = "quickstart";
    news.title = "A sentence";
    news.text = "The minister's Il-96 (tail number RA-96023) landed in Pyongyang just after 6 p.m. KST on Wednesday.";
    news.published = fx::CivilDate{2023, 10, 19};
    news.published_zone = "Asia/Seoul";

    fx::FlightBatch flights;
    flights.items.push_back(flight);
    const auto claims = fx::extract_claims(news);
    const auto findings = fx::cross_reference(claims, flights);
    fmt::print("{}", fx::to_text(fx::make_report(findings)));
}
