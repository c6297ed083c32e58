// SPDX-License-Identifier: BSL-1.0
#include <flightxref/time/iso8601.hpp>

#include <fmt/format.h>

namespace flightxref {
namespace {

/// Reads digits and separators from the front of a text.
class Reader {
  public:
    explicit Reader(std::string_view text) : m_text(text) {}

    bool done() const { return m_text.empty(); }

    bool accept(char c) {
        if (m_text.empty() || m_text.front() != c) return false;
        m_text.remove_prefix(1);
        return true;
    }

    /// Exactly `count` digits.
    bool digits(std::size_t count, int& value) {
        if (m_text.size() < count) return false;
        int read = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_text[i] < '0' || m_text[i] > '9') return false;
            read = read * 10 + (m_text[i] - '0');
        }
        m_text.remove_prefix(count);
        value = read;
        return true;
    }

    /// A fraction of a second after its point, in microseconds; further digits are dropped.
    std::optional<int> fraction() {
        int value = 0;
        std::size_t count = 0;
        for (; !m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9'; m_text.remove_prefix(1), ++count)
            if (count < 6) value = value * 10 + (m_text.front() - '0');
        if (count == 0) return std::nullopt;
        for (; count < 6; ++count) value *= 10;
        return value;
    }

  private:
    std::string_view m_text;
};

std::optional<CivilDate> read_date(Reader& in) {
    int year = 0, month = 0, day = 0;
    if (!in.digits(4, year)) return std::nullopt;
    const bool dashes = in.accept('-');
    if (!in.digits(2, month) || (dashes && !in.accept('-')) || !in.digits(2, day)) return std::nullopt;
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return std::nullopt;
    const auto last = boost::gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year), static_cast<unsigned short>(month));
    if (day > static_cast<int>(last)) return std::nullopt;
    return CivilDate(static_cast<unsigned short>(year), static_cast<unsigned short>(month), static_cast<unsigned short>(day));
}

std::string date_text(CivilDate date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), date.month().as_number(), date.day().as_number());
}

std::string clock_text(Duration time) { return fmt::format("{:02}:{:02}:{:02}", time.hours(), time.minutes(), time.seconds()); }

}  // namespace

std::optional<CivilDate> parse_date(std::string_view text) {
    Reader in(text);
    const auto date = read_date(in);
    return in.done() ? date : std::nullopt;
}

std::optional<Instant> parse_instant(std::string_view text) {
    Reader in(text);
    const auto date = read_date(in);
    if (!date || !(in.accept('T') || in.accept(' ') || in.accept('t'))) return std::nullopt;
    int hour = 0, minute = 0, second = 0, micros = 0;
    if (!in.digits(2, hour)) return std::nullopt;
    const bool colons = in.accept(':');
    if (!in.digits(2, minute)) return std::nullopt;
    if (colons ? in.accept(':') : !in.done()) {
        const Reader before = in;
        if (!in.digits(2, second)) {
            if (colons) return std::nullopt;
            in = before;
        }
    }
    if (in.accept('.') || in.accept(',')) {
        const auto fraction = in.fraction();
        if (!fraction) return std::nullopt;
        micros = *fraction;
    }
    if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && (minute || second))) return std::nullopt;
    int east = 0;
    if (!in.accept('Z') && !in.accept('z')) {
        const bool plus = in.accept('+');
        if (!plus && !in.accept('-')) return std::nullopt;
        int offset_hour = 0, offset_minute = 0;
        if (!in.digits(2, offset_hour)) return std::nullopt;
        const bool colon = in.accept(':');
        if (!in.done() || colon) {
            if (!in.digits(2, offset_minute)) return std::nullopt;
        }
        if (offset_hour > 18 || offset_minute > 59) return std::nullopt;
        east = (offset_hour * 60 + offset_minute) * (plus ? 60 : -60);
    }
    if (!in.done()) return std::nullopt;
    return Instant(*date) + boost::posix_time::hours(hour) + boost::posix_time::minutes(minute) + boost::posix_time::seconds(second - east) +
           boost::posix_time::microseconds(micros);
}

std::string to_iso8601(Instant instant) {
    if (instant.is_special()) return {};
    const Duration time = instant.time_of_day();
    std::string text = date_text(instant.date()) + "T" + clock_text(time);
    if (const auto micros = time.total_microseconds() % 1'000'000; micros != 0) {
        std::string fraction = fmt::format("{:06}", micros);
        while (fraction.back() == '0') fraction.pop_back();
        text += "." + fraction;
    }
    return text + "Z";
}

std::string to_iso8601(Instant instant, const Zone& zone) {
    if (instant.is_special()) return {};
    const auto local = zone.to_local(instant);
    const auto east = zone.offset_at(instant).total_seconds();
    const auto size = (east < 0 ? -east : east) / 60;
    return fmt::format("{}T{}{}{:02}:{:02}", date_text(local.date()), clock_text(local.time_of_day()), east < 0 ? '-' : '+', size / 60, size % 60);
}

std::string to_iso8601(CivilDate date) { return date.is_special() ? std::string() : date_text(date); }

}  // namespace flightxref
