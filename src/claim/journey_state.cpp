// SPDX-License-Identifier: BSL-1.0
#include "claim/journey_state.hpp"

#include <flightxref/airport/gazetteer.hpp>

namespace flightxref::detail {

bool is_background(const ClaimDraft& d) {
    if (!d.time) return false;
    const TimeExpression& t = d.time->expression;
    return t.day.kind == DayKind::none && !t.clock &&
           (t.period.kind == PeriodKind::month || t.period.kind == PeriodKind::season || t.period.kind == PeriodKind::year || t.period.kind == PeriodKind::week) &&
           t.period.relation != PeriodRelation::whole;
}

bool ends_on_ground(ClaimEvent e) {
    return e == ClaimEvent::arrive || e == ClaimEvent::divert || e == ClaimEvent::return_ || e == ClaimEvent::stop || e == ClaimEvent::on_ground ||
           e == ClaimEvent::visit || e == ClaimEvent::fly || e == ClaimEvent::travel;
}

bool same_spot(const Place& a, const Place& b) {
    if (!a.icao.empty() && !b.icao.empty()) return a.icao == b.icao;
    if (!a.city.empty() && !b.city.empty()) return a.city == b.city;
    return a.name == b.name;
}

bool lies_in(const Place& inner, const Place& outer) {
    if (same_spot(inner, outer)) return true;
    if ((outer.kind != PlaceKind::country && outer.kind != PlaceKind::region) || inner.kind == outer.kind || inner.kind == PlaceKind::country || outer.country.empty() || inner.country != outer.country) return false;
    return outer.kind == PlaceKind::country || !Gazetteer::built_in().find(outer.name).empty();  // a bay that no table lists holds no towns
}

void take_end(std::optional<PlaceUse>& end, const PlaceUse* place, std::string_view rule) {
    if (end || place == nullptr) return;
    end = *place;
    end->rule = rule;
    end->inferred = true;
}

JourneyState& JourneyStates::of(std::uint32_t entity, bool ahead) {
    JourneyState& now = m_told[entity];
    if (!ahead) return now;
    const auto found = m_planned.find(entity);
    if (found != m_planned.end() && (now.last == no_entity || (found->second.last != no_entity && found->second.turn > now.turn))) return found->second;
    return m_planned[entity] = now;
}

const JourneyState* JourneyStates::find(std::uint32_t entity) const {
    const auto found = m_told.find(entity);
    return found == m_told.end() ? nullptr : &found->second;
}

}  // namespace flightxref::detail
