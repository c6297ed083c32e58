// SPDX-License-Identifier: BSL-1.0
#include <text/time_words.hpp>

#include <flightxref/text/time_parts.hpp>

#include <array>
#include <vector>

namespace flightxref::detail {
namespace {

struct Entry {
    std::string_view word;
    Lex lex;
    std::int16_t value = 0;
};

constexpr std::int16_t of(TimeUnit unit) { return static_cast<std::int16_t>(unit); }
constexpr std::int16_t of(PartOfDay part) { return static_cast<std::int16_t>(part); }
constexpr std::int16_t of(PeriodKind kind) { return static_cast<std::int16_t>(kind); }

constexpr Entry entries[] = {
    {"zero", Lex::number, 0}, {"one", Lex::number, 1}, {"two", Lex::number, 2}, {"three", Lex::number, 3}, {"four", Lex::number, 4}, {"five", Lex::number, 5},
    {"six", Lex::number, 6}, {"seven", Lex::number, 7}, {"eight", Lex::number, 8}, {"nine", Lex::number, 9}, {"ten", Lex::number, 10}, {"eleven", Lex::number, 11},
    {"twelve", Lex::number, 12}, {"thirteen", Lex::number, 13}, {"fourteen", Lex::number, 14}, {"fifteen", Lex::number, 15}, {"sixteen", Lex::number, 16},
    {"seventeen", Lex::number, 17}, {"eighteen", Lex::number, 18}, {"nineteen", Lex::number, 19}, {"twenty", Lex::number, 20}, {"thirty", Lex::number, 30},
    {"forty", Lex::number, 40}, {"fifty", Lex::number, 50}, {"sixty", Lex::number, 60}, {"seventy", Lex::number, 70}, {"eighty", Lex::number, 80}, {"ninety", Lex::number, 90},
    {"hundred", Lex::number, 100},
    {"first", Lex::ordinal, 1}, {"second", Lex::ordinal, 2}, {"third", Lex::ordinal, 3}, {"fourth", Lex::ordinal, 4}, {"fifth", Lex::ordinal, 5}, {"sixth", Lex::ordinal, 6},
    {"seventh", Lex::ordinal, 7}, {"eighth", Lex::ordinal, 8}, {"ninth", Lex::ordinal, 9}, {"tenth", Lex::ordinal, 10}, {"eleventh", Lex::ordinal, 11},
    {"twelfth", Lex::ordinal, 12}, {"thirteenth", Lex::ordinal, 13}, {"fourteenth", Lex::ordinal, 14}, {"fifteenth", Lex::ordinal, 15}, {"sixteenth", Lex::ordinal, 16},
    {"seventeenth", Lex::ordinal, 17}, {"eighteenth", Lex::ordinal, 18}, {"nineteenth", Lex::ordinal, 19}, {"twentieth", Lex::ordinal, 20},
    {"twenty-first", Lex::ordinal, 21}, {"twenty-second", Lex::ordinal, 22}, {"twenty-third", Lex::ordinal, 23}, {"twenty-fourth", Lex::ordinal, 24},
    {"twenty-fifth", Lex::ordinal, 25}, {"twenty-sixth", Lex::ordinal, 26}, {"twenty-seventh", Lex::ordinal, 27}, {"twenty-eighth", Lex::ordinal, 28},
    {"twenty-ninth", Lex::ordinal, 29}, {"thirtieth", Lex::ordinal, 30}, {"thirty-first", Lex::ordinal, 31},
    {"half", Lex::half}, {"half-hour", Lex::half, 1}, {"quarter", Lex::quarter}, {"dozen", Lex::dozen}, {"couple", Lex::couple}, {"few", Lex::few}, {"several", Lex::several},
    {"january", Lex::month, 1}, {"february", Lex::month, 2}, {"march", Lex::month_or_verb, 3}, {"april", Lex::month, 4}, {"may", Lex::month_or_verb, 5}, {"june", Lex::month, 6},
    {"july", Lex::month, 7}, {"august", Lex::month_or_verb, 8}, {"september", Lex::month, 9}, {"october", Lex::month, 10}, {"november", Lex::month, 11},
    {"december", Lex::month, 12}, {"jan", Lex::month, 1}, {"feb", Lex::month, 2}, {"mar", Lex::month_or_verb, 3}, {"apr", Lex::month, 4}, {"jun", Lex::month_or_verb, 6},
    {"jul", Lex::month_or_verb, 7}, {"aug", Lex::month, 8}, {"sep", Lex::month, 9}, {"sept", Lex::month, 9}, {"oct", Lex::month, 10}, {"nov", Lex::month, 11}, {"dec", Lex::month, 12},
    {"sunday", Lex::weekday, 0}, {"monday", Lex::weekday, 1}, {"tuesday", Lex::weekday, 2}, {"wednesday", Lex::weekday, 3}, {"thursday", Lex::weekday, 4},
    {"friday", Lex::weekday, 5}, {"saturday", Lex::weekday, 6}, {"sundays", Lex::weekdays, 0}, {"mondays", Lex::weekdays, 1}, {"tuesdays", Lex::weekdays, 2},
    {"wednesdays", Lex::weekdays, 3}, {"thursdays", Lex::weekdays, 4}, {"fridays", Lex::weekdays, 5}, {"saturdays", Lex::weekdays, 6},
    {"sun", Lex::weekday_short, 0}, {"mon", Lex::weekday_short, 1}, {"tue", Lex::weekday_short, 2}, {"tues", Lex::weekday_short, 2}, {"wed", Lex::weekday_short, 3},
    {"thu", Lex::weekday_short, 4}, {"thur", Lex::weekday_short, 4}, {"thurs", Lex::weekday_short, 4}, {"fri", Lex::weekday_short, 5}, {"sat", Lex::weekday_short, 6},
    {"spring", Lex::season, 1}, {"springtime", Lex::season, 1}, {"summer", Lex::season, 2}, {"summertime", Lex::season, 2}, {"autumn", Lex::season, 3}, {"fall", Lex::season, 3},
    {"winter", Lex::season, 4}, {"wintertime", Lex::season, 4},
    {"morning", Lex::part, of(PartOfDay::morning)}, {"afternoon", Lex::part, of(PartOfDay::afternoon)}, {"evening", Lex::part, of(PartOfDay::evening)},
    {"night", Lex::part, of(PartOfDay::night)}, {"nightfall", Lex::part, of(PartOfDay::dusk)}, {"dawn", Lex::part, of(PartOfDay::dawn)},
    {"daybreak", Lex::part, of(PartOfDay::dawn)}, {"sunrise", Lex::part, of(PartOfDay::dawn)}, {"dusk", Lex::part, of(PartOfDay::dusk)}, {"sunset", Lex::part, of(PartOfDay::dusk)},
    {"twilight", Lex::part, of(PartOfDay::dusk)}, {"breakfast", Lex::part, of(PartOfDay::morning)}, {"dinner", Lex::part, of(PartOfDay::evening)}, {"supper", Lex::part, of(PartOfDay::evening)},
    {"lunchtime", Lex::part, of(PartOfDay::midday)}, {"lunch", Lex::part, of(PartOfDay::midday)}, {"predawn", Lex::part, of(PartOfDay::before_dawn)}, {"pre-dawn", Lex::part, of(PartOfDay::before_dawn)},
    {"midmorning", Lex::part, 100 + of(PartOfDay::morning)}, {"mid-morning", Lex::part, 100 + of(PartOfDay::morning)}, {"midafternoon", Lex::part, 100 + of(PartOfDay::afternoon)},
    {"mid-afternoon", Lex::part, 100 + of(PartOfDay::afternoon)}, {"late-night", Lex::part, 200 + of(PartOfDay::night)}, {"light", Lex::first_light},
    {"noon", Lex::clock_word, 720}, {"midday", Lex::clock_word, 720}, {"mid-day", Lex::clock_word, 720}, {"noontime", Lex::clock_word, 720}, {"midnight", Lex::clock_word, 0},
    {"second's", Lex::unit, of(TimeUnit::second)}, {"seconds", Lex::unit, of(TimeUnit::second)}, {"minute", Lex::unit, of(TimeUnit::minute)}, {"minutes", Lex::unit, of(TimeUnit::minute)},
    {"min", Lex::unit, of(TimeUnit::minute)}, {"mins", Lex::unit, of(TimeUnit::minute)}, {"hour", Lex::unit, of(TimeUnit::hour)}, {"hours", Lex::unit, of(TimeUnit::hour)},
    {"day", Lex::unit, of(TimeUnit::day)}, {"days", Lex::unit, of(TimeUnit::day)}, {"week", Lex::unit, of(TimeUnit::week)}, {"weeks", Lex::unit, of(TimeUnit::week)},
    {"month", Lex::unit, of(TimeUnit::month)}, {"months", Lex::unit, of(TimeUnit::month)}, {"year", Lex::unit, of(TimeUnit::year)}, {"years", Lex::unit, of(TimeUnit::year)},
    {"decade", Lex::unit, of(TimeUnit::decade)}, {"decades", Lex::unit, of(TimeUnit::decade)}, {"nights", Lex::unit, of(TimeUnit::day)},
    {"weekend", Lex::period_unit, of(PeriodKind::weekend)}, {"fortnight", Lex::period_unit, of(PeriodKind::fortnight)}, {"fortnights", Lex::period_unit, of(PeriodKind::fortnight)},
    {"century", Lex::period_unit, of(PeriodKind::century)}, {"moments", Lex::vague_unit, 0}, {"moment", Lex::vague_unit, 0},
    {"today", Lex::day_word, 0}, {"yesterday", Lex::day_word, -1}, {"tomorrow", Lex::day_word, 1}, {"tonight", Lex::tonight}, {"overnight", Lex::overnight},
    {"now", Lex::now}, {"currently", Lex::now}, {"presently", Lex::now}, {"recently", Lex::past_ref}, {"lately", Lex::past_ref}, {"formerly", Lex::past_ref}, {"soon", Lex::future_ref},
    {"at", Lex::at}, {"on", Lex::on}, {"in", Lex::in}, {"by", Lex::by}, {"since", Lex::since}, {"until", Lex::until}, {"till", Lex::until}, {"til", Lex::until}, {"from", Lex::from},
    {"to", Lex::to}, {"through", Lex::to, 1}, {"towards", Lex::around, 2}, {"toward", Lex::around, 2}, {"between", Lex::between}, {"and", Lex::conj_and}, {"or", Lex::conj_or},
    {"for", Lex::for_}, {"during", Lex::during}, {"throughout", Lex::during, 1}, {"within", Lex::within}, {"after", Lex::after}, {"past", Lex::past}, {"before", Lex::before},
    {"of", Lex::of}, {"the", Lex::the}, {"a", Lex::a}, {"an", Lex::a}, {"than", Lex::than}, {"then", Lex::then},
    {"around", Lex::around}, {"about", Lex::around}, {"roughly", Lex::around}, {"approximately", Lex::around}, {"approx", Lex::around}, {"nearly", Lex::around, 1}, {"almost", Lex::around, 1},
    {"circa", Lex::around}, {"ca", Lex::around}, {"some", Lex::around, 3}, {"just", Lex::just}, {"shortly", Lex::shortly}, {"soon-after", Lex::shortly}, {"immediately", Lex::immediately},
    {"right", Lex::immediately}, {"little", Lex::little}, {"over", Lex::over}, {"under", Lex::under}, {"no", Lex::no},
    {"early", Lex::early}, {"late", Lex::late}, {"mid", Lex::mid}, {"start", Lex::start}, {"beginning", Lex::start}, {"end", Lex::end}, {"close", Lex::end, 1}, {"middle", Lex::middle},
    {"earlier", Lex::earlier}, {"later", Lex::later}, {"afterwards", Lex::later, 1}, {"afterward", Lex::later, 1}, {"thereafter", Lex::later, 1}, {"beforehand", Lex::earlier, 1},
    {"rest", Lex::rest}, {"remainder", Lex::rest}, {"out", Lex::out}, {"last", Lex::last}, {"next", Lex::next}, {"this", Lex::this_}, {"that", Lex::that}, {"those", Lex::those},
    {"these", Lex::those, 1}, {"same", Lex::same}, {"previous", Lex::previous}, {"preceding", Lex::previous}, {"following", Lex::following}, {"coming", Lex::coming},
    {"upcoming", Lex::coming}, {"recent", Lex::recent}, {"all", Lex::all}, {"every", Lex::every}, {"each", Lex::every}, {"twice", Lex::twice}, {"once", Lex::twice, 1},
    {"ago", Lex::ago}, {"hence", Lex::hence}, {"o'clock", Lex::oclock}, {"a.m.", Lex::meridiem, 0}, {"am", Lex::meridiem, 0}, {"p.m.", Lex::meridiem, 12}, {"pm", Lex::meridiem, 12},
    {"a.m", Lex::meridiem, 0}, {"p.m", Lex::meridiem, 12}, {"hrs", Lex::hours_mark}, {"local", Lex::local}, {"time", Lex::time},
    {"eastern", Lex::zone_word}, {"pacific", Lex::zone_word}, {"central", Lex::zone_word}, {"mountain", Lex::zone_word}, {"zulu", Lex::zone_word},
    {"daily", Lex::daily, of(TimeUnit::day)}, {"nightly", Lex::daily, of(TimeUnit::day)}, {"weekly", Lex::daily, of(TimeUnit::week)}, {"monthly", Lex::daily, of(TimeUnit::month)},
    {"yearly", Lex::daily, of(TimeUnit::year)}, {"annually", Lex::daily, of(TimeUnit::year)}, {"annual", Lex::daily, of(TimeUnit::year)}, {"hourly", Lex::daily, of(TimeUnit::hour)},
    {"christmas", Lex::day_name, 0}, {"boxing", Lex::day_name, 1}, {"new", Lex::day_name, 2}, {"halloween", Lex::day_name, 3}, {"valentine", Lex::day_name, 4},
    {"easter", Lex::day_name, 5}, {"good", Lex::day_name, 6}, {"maundy", Lex::day_name, 7}, {"ash", Lex::day_name, 8}, {"palm", Lex::day_name, 9}, {"whit", Lex::day_name, 10},
    {"pentecost", Lex::day_name, 10}, {"ascension", Lex::day_name, 11},
    {"landing", Lex::event}, {"take-off", Lex::event}, {"takeoff", Lex::event}, {"departure", Lex::event}, {"arrival", Lex::event}, {"arriving", Lex::event}, {"leaving", Lex::event},
    {"departing", Lex::event}, {"liftoff", Lex::event}, {"lift-off", Lex::event}, {"touchdown", Lex::event}, {"which", Lex::event}, {"boarding", Lex::event}, {"touching", Lex::event, 1},
    {"taking", Lex::event, 1}, {"lifting", Lex::event, 1}, {"setting", Lex::event, 1}, {"crossing", Lex::event}, {"flight", Lex::event}, {"crash", Lex::event}, {"visit", Lex::event},
    {"talks", Lex::event}, {"summit", Lex::event}, {"meeting", Lex::event},
};

constexpr std::size_t slots = 1024;

struct Slot {
    std::uint32_t hash = 0;
    TimeWord word;
    std::string_view text;
};

const std::array<Slot, slots>& table() {
    static const auto filled = [] {
        std::array<Slot, slots> all;
        for (const Entry& entry : entries) {
            const std::uint32_t hash = word_hash(entry.word);
            std::size_t at = hash % slots;
            while (all[at].word.lex != Lex::none) at = (at + 1) % slots;
            all[at] = {hash, {entry.lex, entry.value}, entry.word};
        }
        return all;
    }();
    return filled;
}

}  // namespace

TimeWord find_time_word(const Token& token) {
    if (token.kind != TokenKind::word || token.folded.size() > 14) return {};
    const auto& all = table();
    for (std::size_t at = token.hash % slots; all[at].word.lex != Lex::none; at = (at + 1) % slots)
        if (all[at].hash == token.hash && all[at].text == token.folded) return all[at].word;
    return {};
}

}  // namespace flightxref::detail
