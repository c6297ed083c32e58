// SPDX-License-Identifier: BSL-1.0
// readsb / tar1090 traces: trace_full_<hex>.json, trace_recent_<hex>.json, one aircraft each.
// Specification: wiedehopf/readsb README-json.md, "trace jsons"; details from its json_out.c and globe_index.c.
#include "track/fields.hpp"
#include "track/formats.hpp"
#include "track/json_scan.hpp"
#include "track/stop_walk.hpp"
#include "track/ticks.hpp"

#include <array>
#include <bit>

namespace flightxref::detail {

bool sniff_readsb_trace(const Head& head) { return head.root == '{' && head.has_key("trace"); }

PositionSource readsb_source(std::string_view type) {
    if (type.size() < 4) return PositionSource::unknown;
    switch (packed(type.substr(0, 4))) {
        case packed("adsb"):
        case packed("adsr"): return PositionSource::adsb;
        case packed("mlat"): return PositionSource::mlat;
        case packed("tisb"): return PositionSource::tisb;
        case packed("adsc"): return PositionSource::adsc;
        default: return PositionSource::unknown;
    }
}

namespace {

enum class Kind : std::uint8_t { absent, number, text, object, other };

/// One member of a point, as far as it was needed.
struct Member {
    Kind kind = Kind::absent;
    Decimal number;
    std::string_view text;
    const char* at = nullptr;
};

// Places in a point.
enum : std::size_t { p_offset, p_lat, p_lon, p_altitude, p_speed, p_track, p_flags, p_rate, p_detail, p_source, p_geom, p_members };
constexpr int flag_geometric_altitude = 8;

/// What the aircraft said last, sent only when it changes.
struct Carried {
    std::uint16_t callsign = 0;
    Sparse<std::uint16_t> squawk;
    Integrity integrity;
    PositionSource source = PositionSource::unknown;
};

class TraceReader {
  public:
    TraceReader(const DecoderInput& input, Decoded& out, IssueLog& log)
        : m_scan(input.text.data(), input.text.data() + input.text.size()), m_begin(input.text.data()), m_out(out), m_log(log), m_stops(m_begin) {
        if (input.text.starts_with("\xef\xbb\xbf")) m_scan.move_to(m_begin + 3);
    }

    void read() {
        const char* trace = nullptr;
        read_header(trace);
        if (!m_icao24) {
            m_out.broken = true;
            return m_log.add(IssueCode::bad_record, "trace without an aircraft's address (\"icao\")", 0);
        }
        if (!m_base) {
            m_out.broken = true;
            return m_log.add(IssueCode::bad_time, "trace without a start time (\"timestamp\")", 0);
        }
        if (!trace) {
            m_out.broken = true;
            return m_log.add(IssueCode::truncated, "file stops before its positions", offset_of(m_scan.at()));
        }
        m_part = &m_out.part(*m_icao24, m_non_icao);
        m_part->fixes = take_fixes();
        m_aircraft.icao24 = m_icao24;
        m_aircraft.non_icao_address = m_non_icao;
        m_scan.move_to(trace);
        if (!read_points() || !read_end(trace)) m_out.broken = true;
        m_part->aircraft = m_aircraft;
    }

  private:
    std::uint64_t offset_of(const char* place) const { return static_cast<std::uint64_t>(place - m_begin); }

    /// Everything before the points or, where that is not enough to read them, everything but them; where they begin goes to `trace`.
    void read_header(const char*& trace) {
        if (m_scan.accept('{')) read_members_from(trace);
    }

    /// False when the object does not end.
    bool read_members_from(const char*& trace) {
        for (;;) {
            std::string_view key, text;
            if (!m_scan.string(key) || !m_scan.accept(':')) return false;
            const char first = m_scan.peek();
            if (key == "trace" && first == '[' && !trace) {
                trace = m_scan.at();
                // The points are read right away when everything about them is known, as it is in the files readsb writes.
                if (m_icao24 && m_base) return true;
                if (!m_scan.skip()) return false;
            } else if (first == '"') {
                if (!m_scan.string(text)) return false;
                take_text(key, text);
            } else if (Decimal number; (key == "timestamp" || key == "dbFlags") && m_scan.number(number)) {
                if (key == "dbFlags") take_flags(number.scale == 0 ? number.digits : 0);
                else take_base(number);
            } else if (!m_scan.skip()) {
                return false;
            }
            if (m_scan.accept('}')) return true;
            if (!m_scan.accept(',')) return false;
        }
    }

    void take_text(std::string_view key, std::string_view text) {
        if (key == "icao") {
            if (m_icao24) return;
            m_non_icao = text.starts_with('~');
            m_icao24 = Icao24::parse(m_non_icao ? text.substr(1) : text);
            if (!m_icao24) m_log.add(IssueCode::bad_value, "address is not six hexadecimal digits", offset_of(text.data()), text);
        } else if (key == "r") {
            m_aircraft.registration = Registration(text.substr(0, 16));
        } else if (key == "t") {
            m_aircraft.type = Typecode(text.substr(0, 8));
            m_aircraft.ground_vehicle = text == "GRND" || text == "SERV";
        } else if (key == "ownOp") {
            m_aircraft.operator_name = unescaped(text).substr(0, 120);
        }
    }

    void take_flags(std::int64_t flags) {
        m_aircraft.military = flags & 1;
        m_aircraft.privacy_address = flags & 4;
        m_aircraft.limited_display = flags & 8;
    }

    void take_base(Decimal number) {
        const double base = to_double(number);
        if (base > static_cast<double>(earliest_epoch_seconds) && base < static_cast<double>(latest_epoch_seconds)) m_base = from_epoch_seconds(base);
        else m_log.add(IssueCode::bad_time, no_time, offset_of(m_scan.at()));
    }

    /// What follows the positions: other members with some writers, then the end of the object and of the text.
    bool read_end(const char*& trace) {
        if (m_scan.accept(',') ? !read_members_from(trace) : !m_scan.accept('}')) {
            m_log.add(IssueCode::truncated, "file stops, or stops making sense, behind its positions", offset_of(m_scan.at()));
            return false;
        }
        if (m_scan.peek() == '\0' && m_scan.ended()) return true;
        m_log.add(IssueCode::bad_record, "more follows the end of the trace, left out", offset_of(m_scan.at()));
        return false;
    }

    bool read_points() {
        m_part->fixes.clear();
        m_scan.accept('[');
        if (m_scan.accept(']')) return true;
        std::uint32_t record = 0;
        for (;; ++record) {
            const char* begin = m_scan.at();
            if (m_scan.peek() != '[') {
                if (!m_scan.skip()) return cut(begin);
                m_log.add(IssueCode::bad_record, "position is not an array", offset_of(begin));
            } else {
                begin = m_scan.at();
                if (!read_usual_members()) {
                    m_scan.move_to(begin);
                    if (!read_members()) return cut(begin);
                    m_stops.start(m_scan.at());
                }
                take_point(begin, record);
            }
            if (m_scan.accept(']')) return true;
            if (!m_scan.accept(',')) return cut(m_scan.at());
        }
    }

    bool cut(const char* place) {
        if (m_scan.ended()) m_log.add(IssueCode::truncated, "file stops in the middle of a position", offset_of(place));
        else m_log.add(IssueCode::truncated, "not JSON from here on", offset_of(m_scan.at()));
        return false;
    }

    /// A point as readsb writes it, without blanks and oddities. False: it is none, and read_members() has to look at it.
    [[gnu::noinline]] bool read_usual_members() {
        const char* at = m_scan.at() + 1;
        Stops stops = m_stops;
        stops.pass_to(at);
        char last = ',';
        Member* member = m_members.data();
        for (Member* const behind = member + m_members.size(); member != behind && last == ','; ++member) {
            const char* end = stops.next();
            member->at = at;
            if (*at <= '9' && *at >= '-') {
                if (!read_decimal(at, end, member->number)) return false;
                member->kind = Kind::number;
            } else if (*at == 'n') {
                if (end - at != 4 || at[1] != 'u' || at[2] != 'l' || at[3] != 'l') return false;
                member->kind = Kind::absent;
            } else if (*at == '"') {
                const char* const close = stops.next();
                if (*close != '"') return false;  // nor is there anything to be looked at behind the end of the text
                end = stops.next();
                if (end != close + 1) return false;
                member->kind = Kind::text;
                member->text = std::string_view(at + 1, static_cast<std::size_t>(close - at - 1));
            } else if (*at == '{' && member == &m_members[p_detail]) {
                m_scan.move_to(at);
                if (!read_detail()) return false;
                member->kind = Kind::object;
                stops.pass_to(m_scan.at());
                end = stops.next();
                if (end != m_scan.at()) return false;
            } else {
                return false;
            }
            last = *end;
            at = end + 1;
        }
        for (; last == ','; ++at) {
            at = stops.next();
            last = *at;
        }
        if (last != ']') return false;
        m_scan.move_to(at);
        m_stops = stops;
        return fill_absent(static_cast<std::size_t>(member - m_members.data()));
    }

    bool read_members() {
        m_scan.accept('[');
        for (std::size_t i = 0;; ++i) {
            if (i < p_members) {
                Member& member = m_members[i];
                member.at = m_scan.at();
                const char c = m_scan.peek();
                if (c == '-' || (c >= '0' && c <= '9')) {
                    member.kind = Kind::number;
                    if (!m_scan.number(member.number)) {
                        member.kind = Kind::other;
                        if (!m_scan.skip()) return false;
                    }
                } else if (c == 'n' && m_scan.at()[1] == 'u' && m_scan.at()[2] == 'l' && m_scan.at()[3] == 'l') {
                    member.kind = Kind::absent;
                    m_scan.move_to(m_scan.at() + 4);
                } else if (c == '"') {
                    member.kind = Kind::text;
                    if (!m_scan.string(member.text)) return false;
                } else if (c == '{' && i == p_detail) {
                    member.kind = Kind::object;
                    if (!read_detail()) return false;
                } else if (c == ']' && i == 0) {
                    m_scan.accept(']');
                    return fill_absent(0);
                } else {
                    member.kind = Kind::other;
                    if (!m_scan.skip()) return false;
                }
            } else if (!m_scan.skip_scalar()) {
                return false;
            }
            if (m_scan.accept(',')) continue;
            if (!m_scan.accept(']')) return false;
            return fill_absent(i + 1);
        }
    }

    bool fill_absent(std::size_t from) {
        for (; from < p_members; ++from) m_members[from].kind = Kind::absent;
        return true;
    }

    /// The detail object: only what is needed of it, jumping from quote to quote. Its values hold until the next one.
    bool read_detail() {
        m_detail_geom = std::nullopt;
        StopWalk<Brackets::stop, '"'> stops(m_scan.at() + 1);
        for (int depth = 1;;) {
            const char* const at = stops.next();
            if (*at == '"') {
                const char* const close = stops.next();
                if (*close != '"') {
                    std::string_view ignored;  // none of the keys that are asked for has such bytes in it
                    m_scan.move_to(at);
                    if (!m_scan.string(ignored)) return false;
                    stops.pass_to(m_scan.at());
                } else if (const std::string_view key(at + 1, static_cast<std::size_t>(close - at - 1)); depth == 1 && key.size() - 1 < 8 && asks_for(packed_in_text(key))) {
                    m_scan.move_to(close + 1);
                    // A string without a colon behind it is a value.
                    if (m_scan.accept(':') && !read_detail_member(packed_in_text(key))) return false;
                    stops.pass_to(m_scan.at());
                }
            } else if (*at == '{') {
                ++depth;
            } else if (*at == '}') {
                if (--depth != 0) continue;
                m_scan.move_to(at + 1);
                return true;
            } else if (*at == 0) {
                m_scan.move_to(at);
                return false;
            }
        }
    }

    /// Keys of the detail object.
    enum : std::uint64_t {
        k_type = packed("type"),
        k_flight = packed("flight"),
        k_alt_geom = packed("alt_geom"),
        k_squawk = packed("squawk"),
        k_category = packed("category"),
        k_nic = packed("nic"),
        k_nac_p = packed("nac_p")
    };

    static bool asks_for(std::uint64_t key) {
        switch (key) {
            case k_type:
            case k_flight:
            case k_alt_geom:
            case k_squawk:
            case k_category:
            case k_nic:
            case k_nac_p: return true;
            default: return false;
        }
    }

    bool read_detail_member(std::uint64_t key) {
        if (key == k_nic) return read_level(m_carried.integrity.nic);
        if (key == k_nac_p) return read_level(m_carried.integrity.nac_p);
        if (key == k_alt_geom) {
            if (Decimal number; m_scan.number(number)) m_detail_geom = number;
            return true;
        }
        if (m_scan.peek() != '"') return true;
        std::string_view text;
        if (!m_scan.string(text)) return false;
        if (key == k_type) m_carried.source = readsb_source(text);
        if (key == k_flight) take_callsign(text);
        if (key == k_squawk) m_carried.squawk = squawk_of(text);
        if (key == k_category) m_aircraft.ground_vehicle |= text == "C1" || text == "C2";
        return true;
    }

    void take_callsign(std::string_view text) {
        if (text == m_callsign_text) return;
        m_callsign_text = text;
        m_carried.callsign = m_part->callsign_index(text);
    }

    bool read_level(std::int8_t& level) {
        Decimal number;
        if (m_scan.number(number) && number.scale == 0 && number.digits >= -1 && number.digits <= 11) level = static_cast<std::int8_t>(number.digits);
        return true;
    }

    Sparse<std::uint16_t> squawk_of(std::string_view text) {
        if (text.size() != 4) return std::nullopt;
        std::uint16_t value = 0;
        for (const char c : text) {
            if (c < '0' || c > '7') return std::nullopt;
            value = static_cast<std::uint16_t>(value * 10 + (c - '0'));
        }
        return value;
    }

    /// What a member may be.
    struct Bounds {
        std::size_t place;
        double low, high;
        const char* otherwise;
    };
    static constexpr Bounds speed_bounds{p_speed, 0, highest_speed_kt, "ground speed can not be"}, track_bounds{p_track, -360, 720, "track can not be"},
        altitude_bounds{p_altitude, lowest_altitude_ft, highest_altitude_ft, "altitude can not be"}, rate_bounds{p_rate, -highest_rate_fpm, highest_rate_fpm, "vertical rate can not be"},
        geom_bounds{p_geom, lowest_altitude_ft, highest_altitude_ft, "geometric altitude can not be"};

    /// A number within its bounds; anything else is an Issue and absent.
    template <const Bounds& of>
    Sparse<float> value() {
        const Member& member = m_members[of.place];
        if (member.kind == Kind::absent) return std::nullopt;
        if (member.kind == Kind::number)
            if (const double number = to_double(member.number); number >= of.low && number <= of.high) return static_cast<float>(number);
        m_log.add(IssueCode::bad_value, of.otherwise, offset_of(member.at));
        return std::nullopt;
    }

    void take_point(const char* begin, std::uint32_t record) {
        const auto& m = m_members;
        if (m[p_offset].kind != Kind::number || m[p_lat].kind != Kind::number || m[p_lon].kind != Kind::number)
            return m_log.add(IssueCode::bad_value, "position without time, latitude or longitude", offset_of(begin));
        const auto micros = scaled<6>(m[p_offset].number);
        constexpr std::int64_t second = 1'000'000, longest = 31 * 86400 * second;  // a live trace may hold days, not months
        if (!micros || *micros > longest) return m_log.add(IssueCode::bad_time, "time is days after the start of the file", offset_of(begin));
        if (*micros < 0) return m_log.add(IssueCode::rejected_position, "position is dated before the start of the file (a ghost of an earlier day)", offset_of(begin));
        const auto lat = scaled<7>(m[p_lat].number), lon = scaled<7>(m[p_lon].number);
        if (!lat || !lon || *lat > 900000000 || *lat < -900000000 || *lon > 1800000000 || *lon < -1800000000)
            return m_log.add(IssueCode::bad_value, off_the_globe, offset_of(begin));
        if (*micros < m_latest) m_log.add(IssueCode::bad_time, "time goes back; sorted into its place", offset_of(begin));
        else m_latest = *micros;

        StateVector& fix = m_part->fixes.emplace_back();
        fix.time = after(*m_base, *micros);
        fix.position = Position::from_e7(static_cast<std::int32_t>(*lat), static_cast<std::int32_t>(*lon));
        fix.record = record;
        fix.callsign = m_carried.callsign;
        fix.squawk = m_carried.squawk;
        fix.integrity = m_carried.integrity;
        fix.source = m[p_source].kind == Kind::text ? readsb_source(m[p_source].text) : m_carried.source;
        fix.ground_speed_kt = value<speed_bounds>();
        fix.track_deg = value<track_bounds>();
        const std::int64_t flags = m[p_flags].kind == Kind::number && m[p_flags].number.scale == 0 ? m[p_flags].number.digits : 0;
        if (m[p_altitude].kind == Kind::text && m[p_altitude].text == "ground") {
            fix.on_ground = OnGround::yes;
        } else if (const auto altitude = value<altitude_bounds>()) {
            fix.on_ground = OnGround::no;
            (flags & flag_geometric_altitude ? fix.geom_altitude_ft : fix.baro_altitude_ft) = altitude;
        }
        if (const auto rate = value<rate_bounds>()) fix.vertical_rate_fpm = static_cast<std::int16_t>(*rate);
        if (const auto geom = value<geom_bounds>()) fix.geom_altitude_ft = geom;
        else if (m[p_detail].kind == Kind::object && m_detail_geom && fix.on_ground != OnGround::yes && !fix.geom_altitude_ft) {
            const double told = to_double(*m_detail_geom);
            if (told >= lowest_altitude_ft && told <= highest_altitude_ft) fix.geom_altitude_ft = static_cast<float>(told);
        }
    }

    JsonScan m_scan;
    const char* m_begin;
    Decoded& m_out;
    IssueLog& m_log;
    TrackPart* m_part = nullptr;
    Aircraft m_aircraft;
    std::optional<Icao24> m_icao24;
    bool m_non_icao = false;
    std::optional<Instant> m_base;
    std::int64_t m_latest = 0;
    std::array<Member, p_members> m_members;
    std::optional<Decimal> m_detail_geom;
    Carried m_carried;
    using Stops = StopWalk<Brackets::stop, ',', ':', '"'>;
    Stops m_stops;  ///< runs ahead of the scan
    std::string_view m_callsign_text;
};

}  // namespace

void decode_readsb_trace(const DecoderInput& input, Decoded& out, IssueLog& log) { TraceReader(input, out, log).read(); }

}  // namespace flightxref::detail
