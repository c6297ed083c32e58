// SPDX-License-Identifier: BSL-1.0
#include "match/journey.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace flightxref::detail {
namespace {

constexpr double journey_s = 48 * 3600;  // legs further apart are different journeys

bool travels_with(const Claim& a, const Claim& b) {
    const auto aboard = [](const Traveller& t) { return t.aboard != Aboard::denied && !t.name.empty(); };
    return std::any_of(a.travellers.begin(), a.travellers.end(), [&](const Traveller& x) {
        return aboard(x) && std::any_of(b.travellers.begin(), b.travellers.end(), [&](const Traveller& y) { return aboard(y) && y.name == x.name; });
    });
}

bool same_place(const PlaceSet* a, const PlaceSet* b) {
    if (!a || !b) return false;
    return std::any_of(a->airports.begin(), a->airports.end(), [&](const Airport* airport) { return b->contains(airport); });
}

/// Does one leg begin where the other ends, or do both speak of one leg?
bool joins(const Statement& a, const Statement& b) {
    if (a.timed && b.timed && std::fabs((a.begin + a.end) / 2 - (b.begin + b.end) / 2) > journey_s) return false;
    return same_place(a.origin, b.destination) || same_place(a.destination, b.origin) || same_place(a.destination, b.destination) || same_place(a.origin, b.origin);
}

bool wants_aircraft(const Case& c) { return c.outcome.situation == Situation::no_identity && c.statement.by_air && !c.statement.denies; }

bool can_lend(const Case& c) {
    return says_happened(c.outcome.situation) && c.outcome.situation != Situation::lent_seen && c.outcome.best && !c.statement.denies && c.statement.who.names_one();
}

const Case* anchor_of(const Case& c, std::span<const Case> cases) {
    const auto& time = c.statement.claim->time;
    if (!time || time->relative_to.empty()) return nullptr;
    const auto found = std::find_if(cases.begin(), cases.end(), [&](const Case& other) { return &other != &c && other.statement.claim->id == time->relative_to; });
    return found == cases.end() ? nullptr : &*found;
}

}  // namespace

void release_dependants(std::span<Case> cases) {
    // In text order, so that a chain of such times falls with its first.
    for (Case& c : cases) {
        if (!says_not_happened(c.outcome.situation)) continue;
        const Case* anchor = anchor_of(c, cases);
        if (!anchor || !(says_not_happened(anchor->outcome.situation) || anchor->outcome.situation == Situation::other_reading) || anchor->statement.denies) continue;
        c.outcome.situation = Situation::other_reading;
        c.outcome.remark = fmt::format(" That time is reckoned from claim {}, which does not hold.", anchor->statement.claim->id);
    }
}

void lend_aircraft(std::span<Case> cases, Scene& scene) {
    for (Case& borrower : cases) {
        if (!wants_aircraft(borrower)) continue;
        for (const Case& lender : cases) {
            const Claim &to = *borrower.statement.claim, &from = *lender.statement.claim;
            if (to.document != from.document || !can_lend(lender) || !travels_with(to, from) || !joins(borrower.statement, lender.statement)) continue;
            const Registration& tail = scene.flight(lender.outcome.best->flight).aircraft.registration;
            if (!tail) continue;
            Statement lent = borrower.statement;
            lent.who.registration = tail;
            Outcome outcome = find_outcome(lent, scene);
            if (!says_happened(outcome.situation)) continue;
            outcome.situation = Situation::lent_seen;
            outcome.remark = fmt::format(" The claim names no aircraft; this takes it to be the one of claim {}.", from.id);
            borrower.statement = std::move(lent);
            borrower.outcome = std::move(outcome);
            break;
        }
    }
}

}  // namespace flightxref::detail
