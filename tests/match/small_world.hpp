// SPDX-License-Identifier: BSL-1.0
// A small invented world: airports, aircraft that fly between them for some days, receivers that hear a part of it, and news
// that tells of it, true or false. Made from a seed, so that every run is the same. What happened is known; the verdicts
// see only what the receivers heard.
#pragma once

#include "flight/track_builder.hpp"

#include <flightxref/claim/claim.hpp>
#include <flightxref/flight/segment.hpp>

#include <fmt/format.h>

#include <random>
#include <vector>

namespace small_world {

using namespace flightxref;

/// Random numbers that are the same with every standard library.
class Dice {
  public:
    explicit Dice(std::uint32_t seed) : m_engine(seed) {}
    double share() { return static_cast<double>(m_engine()) / 4294967296.0; }
    double between(double low, double high) { return low + (high - low) * share(); }
    std::size_t below(std::size_t n) { return std::min(n - 1, static_cast<std::size_t>(share() * static_cast<double>(n))); }
    bool chance(double p) { return share() < p; }

  private:
    std::mt19937 m_engine;
};

/// A leg as it was flown.
struct Flown {
    std::size_t aircraft = 0, from = 0, to = 0;
    Instant left, landed;
    std::string callsign;
};

struct World {
    std::vector<Airport> fields;
    std::vector<double> floor_ft;       ///< by field: nothing below this height above it is heard within 150 km; 0: all, down to the ground
    std::vector<Aircraft> fleet;
    std::vector<Flown> flown;
    TrackBatch tracks;
    Instant begin, end;
};

inline World make_world(std::uint32_t seed) {
    Dice dice(seed);
    World w;
    w.begin = story::at("2031-05-05T00:00:00Z");
    w.end = w.begin + days(3);
    constexpr const char* cities[] = {"Alvor", "Brenta", "Caldas", "Dorsten", "Elvira", "Fermo", "Gandra", "Hovden", "Ilava", "Jarok", "Kessel", "Lomnice", "Morava", "Nidda", "Orvala", "Pirano", "Quarna", "Rivola"};
    for (std::size_t i = 0; i < std::size(cities); ++i) {
        // Six columns and three rows, 800 km apart and a little off the grid.
        const double lat = 30 + 8 * static_cast<double>(i / 6) + dice.between(-2, 2), lon = -10 + 9 * static_cast<double>(i % 6) + dice.between(-2, 2);
        Airport airport = story::make_airport(fmt::format("QQ{:02}", i), lat, lon, static_cast<float>(dice.between(0, 2500)), dice.between(0, 180), 3000);
        airport.name = fmt::format("{} Airport", cities[i]);
        airport.city = cities[i];
        airport.country = fmt::format("Q{}", i / 3);
        airport.zone = "UTC";
        w.fields.push_back(std::move(airport));
        w.floor_ft.push_back(i % 3 == 2 ? (dice.chance(0.5) ? 4000 : 18000) : 0);
    }
    constexpr const char* types[] = {"A320", "B738", "E190", "A333", "IL96", "GLF5"};
    for (std::size_t a = 0; a < 36; ++a) {
        Aircraft craft;
        craft.icao24 = Icao24::from_value(static_cast<std::uint32_t>(0x4CA100 + a * 7));
        craft.registration = Registration(fmt::format("EI-{}{}{}", static_cast<char>('K' + a / 12), static_cast<char>('A' + a % 12), static_cast<char>('C' + a % 7)));
        craft.type = Typecode(types[a % 6]);
        w.fleet.push_back(craft);
        const bool silent_low = dice.chance(0.08);   // heard high up only, as by receivers far away
        const double gap_begin = dice.between(0, 60), gap_end = gap_begin + (dice.chance(0.3) ? dice.between(2, 10) : 0);  // hours off the air
        story::TrackBuilder pilot(types[a % 6], w.begin + minutes(static_cast<std::int64_t>(dice.between(0, 300))), w.fields[dice.below(w.fields.size())]);
        pilot.track.aircraft = craft;
        pilot.step_s = 25;
        pilot.cruise_kt = a % 6 >= 4 ? 470 : 445;
        std::size_t at = 0;
        for (std::size_t f = 0; f < w.fields.size(); ++f)
            if (distance_km(pilot.here(), w.fields[f].position) < 5) at = f;
        const Airport* from = &w.fields[at];
        const Airport* to = from;
        pilot.heard = [&](const StateVector& fix) {
            const double hours_in = to_seconds(fix.time - w.begin) / 3600;
            if (hours_in > gap_begin && hours_in < gap_end) return false;
            for (const Airport* field : {from, to}) {
                if (distance_km(fix.position, field->position) > 150) continue;
                const double floor = std::max(silent_low ? 15000.0 : 0.0, w.floor_ft[static_cast<std::size_t>(field - w.fields.data())]);
                const double above = fix.on_ground == OnGround::yes ? 0 : static_cast<double>(fix.baro_altitude_ft.value_or(0)) - static_cast<double>(field->elevation_ft.value_or(0));
                if (above < floor) return false;
            }
            return true;
        };
        while (pilot.clock() < w.end - hours(6)) {
            std::size_t next = dice.below(w.fields.size());
            if (next == at) continue;
            to = &w.fields[next];
            const std::string callsign = fmt::format("QLN{}", 100 + dice.below(800));
            pilot.callsign(callsign.c_str()).take_off();
            Flown leg{a, at, next, pilot.lift_off, {}, callsign};
            pilot.land(*to).to_stand();
            leg.landed = pilot.touchdown;
            w.flown.push_back(leg);
            from = to;
            at = next;
            pilot.wait(minutes(8)).switched_off(minutes(static_cast<std::int64_t>(dice.between(30, dice.chance(0.3) ? 600 : 120)))).wait(minutes(5));
        }
        pilot.track.inputs.push_back(std::make_shared<Input>(Input{fmt::format("world/{}.json", craft.registration.text()), "invented", std::string(64, '0'), pilot.track.fixes.size()}));
        w.tracks.items.push_back(std::move(pilot.track));
    }
    return w;
}

/// A claim with what the world knows of it.
struct Told {
    Claim claim;
    bool true_as_stated = false;
};

/// Did a flight do what the claim says, its window widened by so many seconds?
inline bool happened(const World& w, const Claim& c, double slack_s) {
    const auto inside = [&](Instant moment) {
        if (!c.time) return true;
        return moment >= earliest(c.time->window) - seconds(static_cast<std::int64_t>(slack_s)) && moment <= latest(c.time->window) + seconds(static_cast<std::int64_t>(slack_s));
    };
    const auto at = [&](const std::optional<Place>& place, std::size_t field) { return !place || place->city == w.fields[field].city; };
    return std::any_of(w.flown.begin(), w.flown.end(), [&](const Flown& f) {
        const Aircraft& craft = w.fleet[f.aircraft];
        if (!c.aircraft->registration.empty() && c.aircraft->registration != craft.registration.text()) return false;
        if (!c.aircraft->callsign.empty() && c.aircraft->callsign != f.callsign) return false;
        if (!c.aircraft->type_icao.empty() && c.aircraft->type_icao != craft.type.text()) return false;
        return at(c.origin, f.from) && at(c.destination, f.to) && inside(c.event == ClaimEvent::depart ? f.left : f.landed);
    });
}

inline Place place_of(const Airport& airport, bool by_airport) {
    if (by_airport) return {airport.name, PlaceKind::airport, airport.name, airport.code, airport.city, airport.country};
    return {airport.city, PlaceKind::city, airport.city, "", airport.city, airport.country};
}

/// Claims of the news: about half as it was, the rest with a wrong place, hour, tail or type, turned round or made up; one in eight
/// is a denial. Those that are true or false by a hair are left out.
inline std::vector<Told> tell(const World& w, std::uint32_t seed, std::size_t count) {
    Dice dice(seed);
    std::vector<Told> all;
    while (all.size() < count) {
        const Flown& f = w.flown[dice.below(w.flown.size())];
        const Aircraft& craft = w.fleet[f.aircraft];
        Claim c;
        c.id = "c1";
        c.document = fmt::format("news-{}", all.size());
        c.mode = TravelMode::air;
        c.event = dice.chance(0.6) ? ClaimEvent::arrive : ClaimEvent::depart;
        c.aircraft.emplace();
        const double naming = dice.share();
        if (naming < 0.6) c.aircraft->registration = craft.registration.text();
        else if (naming < 0.75) c.aircraft->callsign = f.callsign;
        if (naming >= 0.75 || dice.chance(0.4)) c.aircraft->type_icao = craft.type.text();
        std::size_t from = f.from, to = f.to;
        Instant moment = c.event == ClaimEvent::depart ? f.left : f.landed;
        const double what = dice.share();
        if (what > 0.5 && what < 0.68) (c.event == ClaimEvent::depart ? from : to) = dice.below(w.fields.size());
        else if (what < 0.84 && what > 0.5) moment += minutes(static_cast<std::int64_t>((dice.chance(0.5) ? 1 : -1) * dice.between(150, 560)));
        else if (what < 0.9 && what > 0.5 && !c.aircraft->registration.empty()) c.aircraft->registration = w.fleet[dice.below(w.fleet.size())].registration.text();
        else if (what < 0.94 && what > 0.5 && !c.aircraft->type_icao.empty()) c.aircraft->type_icao = w.fleet[dice.below(w.fleet.size())].type.text();
        else if (what < 0.97 && what > 0.5) std::swap(from, to);
        else if (what > 0.5) moment = w.begin + minutes(static_cast<std::int64_t>(dice.between(0, 3 * 24 * 60)));
        const bool both = dice.chance(0.5);
        if (c.event == ClaimEvent::depart || both) c.origin = place_of(w.fields[from], dice.chance(0.4));
        if (c.event == ClaimEvent::arrive || both) c.destination = place_of(w.fields[to], dice.chance(0.4));
        const double grain = dice.share();
        ClaimedTime time;
        time.text = "then";
        time.zone = "UTC";
        const Instant midnight(moment.date());
        if (grain < 0.6) time.window = make_window(moment - minutes(12), moment + minutes(12));
        else if (grain < 0.85) time.window = make_window(midnight + hours(moment.time_of_day().hours() / 6 * 6), midnight + hours(moment.time_of_day().hours() / 6 * 6 + 6) - seconds(1));
        else time.window = make_window(midnight, midnight + hours(24) - seconds(1));
        c.time = time;
        const bool denies = dice.chance(0.125);
        if (denies) c.modality = Modality::denied;
        const bool close = happened(w, c, 180), far = happened(w, c, 5400);
        if (close != far) continue;
        all.push_back({std::move(c), close != denies});
    }
    return all;
}

}  // namespace small_world
