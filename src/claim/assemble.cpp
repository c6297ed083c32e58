// SPDX-License-Identifier: BSL-1.0
#include "claim/assemble.hpp"

#include "core/ascii.hpp"

#include <flightxref/text/token.hpp>
#include <flightxref/time/zone.hpp>

#include <algorithm>

namespace flightxref::detail {
namespace {

/// "Boeing 737" beside "Airbus A321": a number in the one that the other has not.
bool names_another_type(std::string_view here, std::string_view known) {
    const auto digits = [](std::string_view text) {
        const auto begin = std::find_if(text.begin(), text.end(), is_digit);
        return std::string_view(begin, std::find_if_not(begin, text.end(), is_digit));
    };
    return !known.empty() && !digits(here).empty() && !digits(known).empty() && known.find(digits(here)) == std::string_view::npos && here.find(digits(known)) == std::string_view::npos;
}

/// What the document says of a craft, with what the words of this claim say first.
ClaimedAircraft make_aircraft(const Carrier& here, const Entity* entity) {
    const Carrier empty;
    const Carrier& known = entity != nullptr ? entity->carrier : empty;
    const auto pick = [](const std::string& a, const std::string& b) { return a.empty() ? b : a; };
    ClaimedAircraft out;
    out.registration = pick(here.registration, known.registration);
    // What the claim's own words say stands, even against the rest of the text: whoever judges it must see the contradiction.
    const bool at_odds = here.type_icao.empty() ? names_another_type(here.type_text, known.type_text) : here.type_icao != known.type_icao;
    if (at_odds) {
        out.type_text = here.type_text;
        out.type_icao = here.type_icao;
    } else {
        out.type_text = known.type_icao.empty() && !here.type_text.empty() ? here.type_text : pick(known.type_text, here.type_text);
        out.type_icao = pick(known.type_icao, here.type_icao);
    }
    out.callsign = pick(here.callsign, known.callsign);
    out.flight_number = pick(here.flight_number, known.flight_number);
    out.operator_name = pick(known.operator_name, here.operator_name);
    out.nickname = pick(known.nickname, here.nickname);
    return out;
}

struct Assembler {
    ClaimDrafts& drafts;
    std::vector<DatedDraft>& dated;
    const std::vector<Entity>& entities;
    const Document& document;
    const CodePoints& points;
    std::optional<Instant> published;  // the last moment of it
    std::vector<Claim>& claims;

    /// `last`: no other claim is made of the draft.
    void add(std::uint32_t i, std::size_t carrier, bool last) {
        ClaimDraft& d = drafts[i];
        Claim& c = claims.emplace_back();
        c.document = document.id;
        c.quote_span = points.span(d.quote.begin, d.quote.end);
        c.trigger_span = points.span(d.trigger.begin, d.trigger.end);
        c.quote = document.text.substr(d.quote.begin, d.quote.end - d.quote.begin);
        c.trigger = document.text.substr(d.trigger.begin, d.trigger.end - d.trigger.begin);
        c.event = d.event;
        c.modality = d.modality;
        c.mode = d.mode;
        c.source_attribution = d.source;
        c.published = published;
        c.why.reserve(6);
        const auto why = [&](std::string_view field, std::string_view rule, Bytes b) {
            if (rule.empty()) return;
            c.why.push_back({field, rule, points.span(b.begin, b.end)});
        };
        why("event", d.event_rule, d.trigger);
        why("modality", d.modality_rule, d.modality_bytes);
        why("mode", d.mode_rule, d.trigger);
        const auto place = [&](std::string_view field, PlaceUse& use) {
            Place p = last ? std::move(use.place) : use.place;
            p.text = document.text.substr(use.bytes.begin, use.bytes.end - use.bytes.begin);
            why(field, use.rule, use.bytes);
            return p;
        };
        if (d.origin) c.origin = place("origin", *d.origin);
        if (d.destination) c.destination = place("destination", *d.destination);
        for (PlaceUse& v : d.via) c.via.push_back(place("via", v));
        for (const std::uint32_t p : d.persons) {
            if (p >= entities.size()) continue;
            const Person& person = entities[p].person;
            if (!entities[p].members.empty()) {
                for (const std::uint32_t m : entities[p].members)
                    if (m < entities.size()) add_traveller(c, entities[m].person, d.aboard);
            } else {
                add_traveller(c, person, d.aboard);
            }
        }
        if (carrier < d.carriers.size()) {
            const std::uint32_t e = d.carriers[carrier];
            const Entity* entity = e < entities.size() ? &entities[e] : nullptr;
            const bool air = d.carrier_words[carrier].mode == CarrierMode::air;
            if (air && (entity == nullptr || entity->carrier.mode == CarrierMode::air)) {
                ClaimedAircraft aircraft = make_aircraft(d.carrier_words[carrier], entity);
                if (d.callsign && d.carriers.size() == 1) aircraft.callsign = *d.callsign;
                if (!aircraft.empty()) {
                    c.aircraft = std::move(aircraft);
                    why("aircraft", d.carrier_moves ? "carrier_of_verb" : "carrier_in_clause", d.quote);
                }
            }
        }
        if (dated[i].time) {
            c.time = last ? std::move(dated[i].time) : dated[i].time;
            const Bytes b = d.time ? d.time->bytes : d.heading ? d.heading->bytes : d.quote;
            why("time", dated[i].rule, b);
        }
        for (const FieldReason& note : d.notes) {
            c.why.push_back({note.field, note.rule, points.span(note.span.begin, note.span.end)});
        }
        if (last) d = ClaimDraft();  // what is told is not kept twice
    }

    static void add_traveller(Claim& c, const Person& person, Aboard aboard) {
        if (person.name.empty()) return;
        std::string name = person.name;
        if ((name.starts_with("The ") || name.starts_with("the ")) && name.size() > 4 && name[4] >= '0' && name[4] <= '9') name.erase(0, 4);  // "the 45-member delegation"
        const bool known = std::any_of(c.travellers.begin(), c.travellers.end(), [&](const Traveller& t) { return t.name == name; });
        if (!known) c.travellers.push_back({std::move(name), person.group, person.role, aboard});
    }

    /// A claim for each craft of each draft, in text order.
    void make() {
        struct Part {
            std::uint32_t draft = 0, carrier = 0, trigger = 0;
        };
        std::vector<Part> parts;
        for (std::uint32_t i = 0; i < drafts.size(); ++i)
            for (std::uint32_t k = 0; k == 0 || k < drafts[i].carriers.size(); ++k) parts.push_back({i, k, drafts[i].trigger.begin});
        std::stable_sort(parts.begin(), parts.end(), [&](const Part& a, const Part& b) { return a.trigger < b.trigger; });
        const std::size_t first = claims.size();
        if (const std::size_t needed = first + parts.size(); needed > claims.capacity()) {
            // Claims are large: room for as many as the rest of the text will hold at this rate, within reason.
            const std::size_t read = drafts.back().quote.end + std::size_t{1}, projected = needed * (document.text.size() / read + 1);
            claims.reserve(std::max(needed, std::min(projected, 4 * needed)));
        }
        std::vector<std::string> id_of(drafts.size());
        for (std::size_t n = 0; n < parts.size(); ++n) {
            const Part& part = parts[n];
            add(part.draft, part.carrier, n + 1 == parts.size() || parts[n + 1].draft != part.draft);
            claims.back().id = "c" + std::to_string(claims.size());
            if (id_of[part.draft].empty()) id_of[part.draft] = claims.back().id;
        }
        for (std::size_t n = 0; n < parts.size(); ++n) {
            const std::uint32_t anchor = dated[parts[n].draft].relative_to;
            if (Claim& c = claims[first + n]; c.time && anchor < id_of.size()) c.time->relative_to = id_of[anchor];
        }
    }
};

}  // namespace

void make_claims(ClaimDrafts drafts, std::vector<DatedDraft> dated, const std::vector<Entity>& entities, const Document& document, const CodePoints& points,
                 std::vector<Claim>& claims) {
    Assembler assembler{drafts, dated, entities, document, points, document.published_at, claims};
    if (!assembler.published && document.published) assembler.published = Zone::find(document.published_zone).value_or(Zone()).start_of(*document.published + boost::gregorian::days(1));
    assembler.make();
}

}  // namespace flightxref::detail
