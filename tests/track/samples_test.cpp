// SPDX-License-Identifier: BSL-1.0
// What must hold for every format alike, on one small file of each.
#include "track/samples.hpp"
#include "track/support.hpp"

#include "core/bytes.hpp"
#include "track/formats.hpp"

#include <flightxref/track/write.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace flightxref;

namespace {

/// Which of the three moments the fix is; -1 for none of them, be it by its time, place or height.
int moment(const StateVector& fix) {
    const double seconds = to_epoch_seconds(fix.time) - static_cast<double>(sample::noon);
    for (const int i : {0, 1, 2})
        if (seconds == 10 * i && *Position::from_degrees(50 + 0.01 * i, 8.5) == fix.position && (!fix.baro_altitude_ft || std::abs(*fix.baro_altitude_ft - 10000) < 0.5)) return i;
    return -1;
}

std::vector<int> moments(const TrackBatch& batch) {
    std::vector<int> found;
    for (const Track& track : batch.items)
        for (const StateVector& fix : track.fixes) found.push_back(moment(fix));
    return found;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
    return text;
}

/// Whether nothing in the first bytes shows that more should follow: lines end there, or all but the last cell of one.
bool between_records(const std::string& text, std::size_t size) {
    if (text[size] == '\n' || text[size - 1] == '\n') return true;
    const auto line_at = [&](std::size_t place) { return std::string_view(text).substr(place + 1, text.find('\n', place + 1) - place - 1); };
    const std::string_view whole = line_at(text.rfind('\n', size - 1)), cut = whole.substr(0, size - 1 - text.rfind('\n', size - 1));
    std::string_view header = line_at(std::string::npos);
    while (header.ends_with(',')) header.remove_suffix(1);  // cells without a name are a ragged tail
    return whole.find('{') == std::string_view::npos && std::count(cut.begin(), cut.end(), ',') >= std::count(header.begin(), header.end(), ',');
}

}  // namespace

TEST_CASE("there is a sample of every format") {
    std::set<std::string_view> sampled, known;
    for (const Sample& sample : samples()) sampled.insert(sample.format);
    for (const detail::Format& format : detail::formats()) known.insert(format.name);
    CHECK(sampled == known);
}

TEST_CASE("every format has a file of its own, by its name, whose head says what it follows") {
    for (const detail::Format& format : detail::formats()) {
        CAPTURE(format.name);
        std::ifstream file(std::string(FLIGHTXREF_SOURCE_DIR "/src/track/") + std::string(format.name) + ".cpp");
        std::string line, head, rest;
        while (std::getline(file, line) && line.starts_with("//")) head += line + '\n';
        while (std::getline(file, line)) rest += line + '\n';
        CHECK(head.find("// Specification: ") != std::string::npos);
        CHECK(rest.find("void decode_" + std::string(format.name) + "(") != std::string::npos);
        CHECK(rest.find("bool sniff_" + std::string(format.name) + "(") != std::string::npos);
    }
}

TEST_CASE("every format is known by its content, plain, gzip and zstd, and says the same") {
    for (const Sample& sample : samples()) {
        CAPTURE(sample.format);
        for (const std::string& bytes : {sample.text, gzip(sample.text), zstd(sample.text)}) {
            const auto batch = read_text(bytes);
            REQUIRE(batch.inputs.size() == 1);
            CHECK(batch.inputs[0]->format == sample.format);
            CHECK(moments(batch) == sample.positions);
            for (const Track& track : batch.items) {
                if (track.aircraft.icao24) CHECK(*track.aircraft.icao24 == Icao24("3c6449"));
                for (const StateVector& fix : track.fixes) {
                    CHECK(*fix.baro_altitude_ft == doctest::Approx(10000));
                    if (fix.callsign != 0) CHECK(track.callsign_of(fix) == "DLH7LY");
                }
            }
        }
    }
}

TEST_CASE("every format can be converted: written as traces and read again it says the same") {
    for (const Sample& sample : samples()) {
        if (sample.positions.empty()) continue;
        CAPTURE(sample.format);
        const auto batch = read_text(sample.text);
        REQUIRE(batch.size() == 1);
        const TemporaryFolder folder;
        CHECK(write_readsb_traces(folder.path(), batch[0]).size() == 1);
        const auto again = read_tracks(folder.path());
        REQUIRE(again.size() == 1);
        CHECK(moments(again) == sample.positions);
        const Aircraft &before = batch[0].aircraft, &after = again[0].aircraft;
        if (before.icao24) CHECK(after.icao24 == before.icao24);
        else CHECK(after.non_icao_address);
        CHECK(after.registration == before.registration);
        for (std::size_t i = 0; i < again[0].fixes.size(); ++i) CHECK(again[0].callsign_of(again[0].fixes[i]) == batch[0].callsign_of(batch[0].fixes[i]));
    }
}

TEST_CASE("a file cut anywhere gives no position that the whole does not hold, and says that it is cut") {
    detail::Buffer buffer;
    for (const Sample& sample : samples()) {
        for (std::size_t size = 1; size < sample.text.size(); ++size) {
            CAPTURE(sample.format);
            CAPTURE(sample.text.substr(0, size));
            buffer.assign(std::string_view(sample.text).substr(0, size));
            detail::Decoded decoded;
            detail::IssueLog log("input");
            const detail::Format* format = detail::find_format(buffer.view());
            if (format) format->decode({buffer.view(), "input"}, decoded, log);
            const bool told = !log.take().empty();
            std::size_t found = 0;
            for (const detail::TrackPart& part : decoded.parts)
                for (const StateVector& fix : part.fixes) {
                    CHECK(moment(fix) >= 0);
                    ++found;
                }
            // Where nothing is found, whoever reads the file says so.
            if (found > 0 && found < sample.positions.size() && !between_records(sample.text, size)) CHECK(told);
            // The format can be told, and the first record is whole, before half of it is there.
            if (sample.positions.size() == 3 && size > std::max(sample.text.find("50.01"), sample.text.size() / 2)) CHECK(found > 0);
        }
    }
}

TEST_CASE("a position that can not be costs itself alone, and is told with its place") {
    for (const Sample& sample : samples()) {
        if (sample.positions.size() < 3 || sample.format == "heatmap") continue;
        CAPTURE(sample.format);
        for (const char* latitude : {"95.01", "x0.01", "1e999"}) {
            CAPTURE(latitude);
            const auto batch = read_text(replaced(sample.text, "50.01", latitude));
            CHECK(moments(batch) == std::vector<int>{0, 2});
            CHECK(count_issues(batch, IssueCode::bad_value) + count_issues(batch, IssueCode::bad_record) >= 1);
            for (const Issue& issue : batch.issues)
                if (issue.code == IssueCode::bad_value) CHECK(issue.offset.has_value());
        }
    }
}

TEST_CASE("what is deep or long where a number should be costs its position alone, in a moment") {
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']'), lone(100'000, '{'), digits(4'000'000, '5'), words(4'000'000, 'x');
    for (const Sample& sample : samples()) {
        if (sample.positions.size() < 3 || sample.format == "heatmap") continue;
        CAPTURE(sample.format);
        for (const std::string* hostile : {&deep, &digits, &words}) {
            CAPTURE(hostile->front());
            const auto batch = read_text(replaced(sample.text, "50.01", *hostile));
            CHECK(moments(batch) == std::vector<int>{0, 2});
            for (const Issue& issue : batch.issues) CHECK(issue.detail.size() < 1000);
        }
        const auto open = moments(read_text(replaced(sample.text, "50.01", lone)));  // never closed: what comes after may be lost
        REQUIRE(!open.empty());
        CHECK(open[0] == 0);
    }
}

TEST_CASE("files, folders and archives of every format together are one aircraft, each position once") {
    const TemporaryFolder folder;
    std::string plain, packed;
    std::vector<std::string> paths{folder.path("folder"), folder.path("day.tar"), folder.path("day.tar.zst.aa")};
    int number = 0;
    for (const Sample& sample : samples()) {
        const std::string name(sample.format);
        switch (number++ % 4) {
            case 0: folder.write("folder/deep/" + name, sample.text); break;
            case 1: plain += tar_member(name, gzip(sample.text)); break;
            case 2: packed += tar_member(name, sample.text); break;
            default: paths.push_back(folder.write(name + ".gz", zstd(sample.text)));  // a name proves nothing
        }
    }
    folder.write("day.tar", plain + std::string(1024, '\0'));
    packed = zstd(packed + std::string(1024, '\0'));
    folder.write("day.tar.zst.aa", packed.substr(0, 100));
    folder.write("day.tar.zst.ab", packed.substr(100));
    const auto batch = read_tracks(paths);
    CHECK(batch.inputs.size() == samples().size());
    CHECK(count_issues(batch, IssueCode::unknown_format) == 0);
    const auto known = std::find_if(batch.items.begin(), batch.items.end(), [](const Track& track) { return track.aircraft.icao24.has_value(); });
    REQUIRE(known != batch.items.end());
    CHECK(*known->aircraft.icao24 == Icao24("3c6449"));
    CHECK(known->aircraft.registration == Registration("D-AIBI"));
    CHECK(known->inputs.size() >= 12);
    REQUIRE(known->fixes.size() == 3);
    for (const int i : {0, 1, 2}) CHECK(moment(known->fixes[static_cast<std::size_t>(i)]) == i);
    CHECK(std::count_if(batch.items.begin(), batch.items.end(), [](const Track& track) { return track.aircraft.icao24.has_value(); }) == 1);
}
