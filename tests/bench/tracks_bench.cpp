// SPDX-License-Identifier: BSL-1.0
// How fast readsb traces become tracks and flights, and how much memory that takes. The traces are made here: 3,500 points each, a detail object on every seventh.
#include <flightxref/geo/position.hpp>
#include <flightxref/flight/read.hpp>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <libdeflate.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

std::string make_trace(unsigned number, int points = 3500) {
    std::mt19937 random(number);
    std::uniform_real_distribution<double> part(0, 1);
    std::string text = fmt::format("{{\"icao\":\"{:06x}\",\"r\":\"D-A{:04}\",\"t\":\"A320\",\"desc\":\"AIRBUS A-320\",\"dbFlags\":0,\"timestamp\": 1709596800.000,\"trace\":[\n", 0x3c0000 + number, number);
    double time = 100, lat = 45 + 10 * part(random), lon = 5 + 10 * part(random), course = 360 * part(random);
    int altitude = 0;
    for (int i = 0; i < points; ++i) {
        time += 3 + 20 * part(random);
        course += part(random) - 0.5;
        const bool ground = i % 3500 < 100 || i % 3500 > 3400;
        altitude = ground ? 0 : std::min(37000, altitude + 100);
        lat += ground ? 0 : 0.01 * part(random);
        lon += ground ? 0 : 0.01 * part(random);
        const std::string height = ground ? std::string("\"ground\"") : std::to_string(altitude);
        const std::string detail = i % 7 ? std::string("null")
                                         : fmt::format("{{\"type\":\"adsb_icao\",\"flight\":\"DLH{:<5}\",\"alt_geom\":{},\"ias\":250,\"tas\":440,\"mach\":0.780,\"wd\":270,\"ws\":45,\"oat\":-54,\"tat\":-28,"
                                                       "\"track\":{:.2f},\"track_rate\":0.00,\"roll\":-0.18,\"mag_heading\":87.54,\"true_heading\":90.12,\"baro_rate\":64,\"squawk\":\"1000\",\"category\":\"A3\","
                                                       "\"nav_qnh\":1013.6,\"nic\":8,\"rc\":186,\"version\":2,\"nic_baro\":1,\"nac_p\":9,\"nac_v\":1,\"sil\":3,\"sil_type\":\"perhour\",\"gva\":2,\"sda\":2,\"alert\":0,\"spi\":0}}",
                                                       number, altitude + 275, course);
        text += fmt::format("{}[{:.2f},{:.6f},{:.6f},{},{:.1f},{:.1f},{},{},{},\"adsb_icao\",{},{},{},{:.1f}]", i ? ",\n" : "", time, lat, lon, height, 440 + part(random), course, 0, ground ? "null" : "64",
                            detail, ground ? std::string("null") : std::to_string(altitude + 275), ground ? "null" : "64", ground ? "null" : "251", part(random));
    }
    return text + " ]}\n";
}

/// Traces on the disk, gzip as readsb writes its history.
class Traces {
  public:
    explicit Traces(unsigned count = 300, int points = 3500)
        : m_folder(std::filesystem::temp_directory_path() / fmt::format("flightxref_bench_{}_{}_{}", getpid(), count, points)) {
        libdeflate_compressor* compressor = libdeflate_alloc_compressor(points < 1000 ? 1 : 6);
        for (unsigned i = 0; i < count; ++i) {
            const std::string text = make_trace(i, points);
            json_bytes += text.size();
            std::string packed(libdeflate_gzip_compress_bound(compressor, text.size()), '\0');
            packed.resize(libdeflate_gzip_compress(compressor, text.data(), text.size(), packed.data(), packed.size()));
            const auto folder = m_folder / fmt::format("{:02x}", i % 256);
            std::filesystem::create_directories(folder);
            std::ofstream(folder / fmt::format("trace_full_{:06x}.json", 0x3c0000 + i), std::ios::binary) << packed;
        }
        libdeflate_free_compressor(compressor);
    }
    ~Traces() { std::filesystem::remove_all(m_folder); }
    Traces(const Traces&) = delete;
    Traces& operator=(const Traces&) = delete;

    std::string path() const { return m_folder.string(); }
    std::uint64_t json_bytes = 0;

  private:
    std::filesystem::path m_folder;
};

const Traces& traces() {
    static const Traces made;
    return made;
}

/// Gzip traces -> flights, on that many threads; of the fixes an outline is kept. bytes_per_second counts the JSON inside.
void read_gzip_traces_to_flights(benchmark::State& state) {
    flightxref::ReadFlightsOptions options;
    options.reading.threads = static_cast<unsigned>(state.range(0));
    options.keep = flightxref::KeepFixes::outline;
    flightxref::read_flights(traces().path(), options);  // makes the traces and loads the airports
    std::int64_t fixes = 0, bytes = 0;
    for ([[maybe_unused]] const auto _ : state) {
        const auto batch = flightxref::read_flights(traces().path(), options);
        for (const auto& input : batch.inputs) fixes += static_cast<std::int64_t>(input->positions);
        bytes += static_cast<std::int64_t>(traces().json_bytes);
    }
    state.SetBytesProcessed(bytes);
    state.SetItemsProcessed(fixes);
}
BENCHMARK(read_gzip_traces_to_flights)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

/// Gzip traces -> cleaned tracks, all of which are kept.
void read_gzip_traces(benchmark::State& state) {
    flightxref::ReadTracksOptions options;
    options.threads = static_cast<unsigned>(state.range(0));
    flightxref::read_tracks(traces().path(), options);
    std::int64_t fixes = 0, bytes = 0;
    for ([[maybe_unused]] const auto _ : state) {
        const auto batch = flightxref::read_tracks(traces().path(), options);
        for (const auto& track : batch) fixes += static_cast<std::int64_t>(track.fixes.size());
        bytes += static_cast<std::int64_t>(traces().json_bytes);
    }
    state.SetBytesProcessed(bytes);
    state.SetItemsProcessed(fixes);
}
BENCHMARK(read_gzip_traces)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

/// The most memory a process takes that does nothing but `work`, in bytes.
template <class Work>
double peak_memory(Work&& work) {
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    rusage usage{};
    int status = 0;
    wait4(child, &status, 0, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024;
}

void list_flights(const std::string& path) {
    flightxref::ReadFlightsOptions options;
    options.keep = flightxref::KeepFixes::ends;
    benchmark::DoNotOptimize(flightxref::read_flights(path, options));
}

/// A tree of small traces -> a timetable: how much memory a trace more takes. What it says of 6,000 holds for 60,000.
void memory_of_a_tree(benchmark::State& state) {
    const Traces few(2000, 240), many(8000, 240);
    for ([[maybe_unused]] const auto _ : state) {
        const double peak = peak_memory([&] { list_flights(many.path()); });
        state.counters["peak_MB"] = peak / 1e6;
        state.counters["bytes_a_trace"] = (peak - peak_memory([&] { list_flights(few.path()); })) / 6000;
    }
}
BENCHMARK(memory_of_a_tree)->Iterations(1)->Unit(benchmark::kMillisecond);

/// One trace of a hundred megabytes of JSON -> flights: the peak as a multiple of the file, the built-in tables taken off.
void memory_of_one_file(benchmark::State& state) {
    const Traces large(1, 600'000), small(1, 10);
    for ([[maybe_unused]] const auto _ : state) {
        const double tables = peak_memory([&] { list_flights(small.path()); });
        state.counters["file_MB"] = static_cast<double>(large.json_bytes) / 1e6;
        state.counters["peak_to_file"] = (peak_memory([&] { list_flights(large.path()); }) - tables) / static_cast<double>(large.json_bytes);
    }
}
BENCHMARK(memory_of_one_file)->Iterations(1)->Unit(benchmark::kMillisecond);

/// A hundred megabytes of other JSON: what is around the records, and each of them with a moment, that moment as text, and a latitude.
void memory_of_one_json(benchmark::State& state, const char* before, const char* record, const char* after) {
    const auto path = std::filesystem::temp_directory_path() / fmt::format("flightxref_bench_{}.json", getpid());
    const auto write = [&](std::uint64_t bytes) {
        std::ofstream file(path, std::ios::binary);
        file << before;
        std::uint64_t written = 0;
        for (int i = 0; written < bytes; ++i) {
            const int second = 4 * i % 86400;
            const std::string clock = fmt::format("2024-03-{:02}T{:02}:{:02}:{:02}Z", 1 + 4 * i / 86400 % 31, second / 3600, second / 60 % 60, second % 60);
            const std::string text = (i ? ",\n" : "") + fmt::format(fmt::runtime(record), 1709251200 + 4 * i, clock, 50 + i % 10000 * 0.001);
            written += text.size();
            file << text;
        }
        file << after;
        return written;
    };
    for ([[maybe_unused]] const auto _ : state) {
        write(1);
        const double tables = peak_memory([&] { list_flights(path.string()); });
        const auto bytes = static_cast<double>(write(100'000'000));
        state.counters["peak_to_file"] = (peak_memory([&] { list_flights(path.string()); }) - tables) / bytes;
    }
    std::filesystem::remove(path);
}
BENCHMARK_CAPTURE(memory_of_one_json, aeroapi, R"({"actual_distance":9,"positions":[)",
                  R"({{"fa_flight_id":"DLH7LY-1-x","altitude":100,"groundspeed":216,"heading":0,"latitude":{2:.3f},"longitude":8.5,"timestamp":"{1}","update_type":"A"}})", "]}")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(memory_of_one_json, fr24_api, R"([{"fr24_id":"2f6c3d11","tracks":[)",
                  R"({{"timestamp":"{1}","lat":{2:.3f},"lon":8.5,"alt":10000,"gspeed":216,"vspeed":0,"track":0,"squawk":1000,"callsign":"DLH7LY","source":"ADSB"}})", "]}]")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(memory_of_one_json, opensky_tracks, R"({"icao24":"3c6449","callsign":"DLH7LY","path":[)", "[{0},{2:.3f},8.5,3048,0,false]", "]}")->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(memory_of_one_json, aircraft_json, R"({"now":1709640000,"aircraft":[)",
                  R"({{"hex":"3c6449","flight":"DLH7LY  ","alt_baro":32000,"gs":440.5,"track":10,"squawk":"1000","lat":{2:.3f},"lon":8.5,"seen_pos":1.5}})", "]}")->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
