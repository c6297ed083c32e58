// SPDX-License-Identifier: BSL-1.0
#include <flightxref/aircraft/registry.hpp>
#include <flightxref/core/error.hpp>

#include <doctest/doctest.h>
#include <libdeflate.h>

#include <cstdio>
#include <fstream>

using namespace flightxref;

namespace {

/// A file that goes away with the test.
class TemporaryFile {
  public:
    TemporaryFile(const char* name, const std::string& bytes) : m_path(std::string("flightxref_registry_") + name) {
        std::ofstream(m_path, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { std::remove(m_path.c_str()); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    const std::string& path() const { return m_path; }

  private:
    std::string m_path;
};

std::string gzip(const std::string& text) {
    auto* compressor = libdeflate_alloc_compressor(6);
    std::string packed(libdeflate_gzip_compress_bound(compressor, text.size()), '\0');
    packed.resize(libdeflate_gzip_compress(compressor, text.data(), text.size(), packed.data(), packed.size()));
    libdeflate_free_compressor(compressor);
    return packed;
}

RegistryEntry record(const char* address, const char* registration, const char* type) {
    RegistryEntry entry;
    entry.aircraft.icao24 = Icao24::parse(address);
    entry.aircraft.registration = Registration(registration);
    entry.aircraft.type = Typecode(type);
    entry.source = "test";
    return entry;
}

const std::string tar1090 =
    "157717;RA-96023;IL96;00;ILYUSHIN Il-96;1990;Example State Flight;\n"
    "ae0001;01-0001;C17;10;BOEING C-17;;Example Air Force;\n"
    "a00001;N1;GLF5;0010;;;;\n";

}  // namespace

TEST_CASE("tar1090-db, plain and gzip: flags, type, operator") {
    for (const bool packed : {false, true}) {
        const TemporaryFile file("tar1090", packed ? gzip(tar1090) : tar1090);
        const auto reading = read_aircraft_registry(file.path());
        CHECK(reading.issues.empty());
        REQUIRE(reading.registry.entries().size() == 3);
        const auto found = reading.registry.find(Registration("ra96023"));
        REQUIRE(found.size() == 1);
        CHECK(found.front()->aircraft.icao24 == Icao24{"157717"});
        CHECK(found.front()->aircraft.operator_name == "Example State Flight");
        CHECK(reading.registry.find(Icao24{"ae0001"}).front()->aircraft.military);
        CHECK(reading.registry.find(Icao24{"a00001"}).front()->aircraft.privacy_address);
        CHECK(reading.registry.find_type(Typecode("il96")).size() == 1);
        CHECK(reading.registry.find_operated_by("EXAMPLE AIR FORCE").size() == 1);
    }
}

TEST_CASE("the OpenSky aircraft database: columns by name, quotes and commas inside") {
    const TemporaryFile file("opensky",
                             "\"icao24\",\"registration\",\"model\",\"typecode\",\"operator\",\"owner\"\n"
                             "\"3c4421\",\"D-AAAA\",\"A-320, \"\"neo\"\"\",\"A20N\",\"\",\"Somebody, Ltd\"\n"
                             "\"zz\",\"D-BAAA\",\"\",\"\",\"\",\"\"\n");
    const auto reading = read_aircraft_registry(file.path());
    REQUIRE(reading.registry.entries().size() == 1);
    CHECK(reading.registry.entries().front().description == "A-320, \"neo\"");
    CHECK(reading.registry.entries().front().aircraft.operator_name == "Somebody, Ltd");
    REQUIRE(reading.issues.size() == 1);
    CHECK(reading.issues.front().code == IssueCode::bad_record);
    CHECK(reading.issues.front().offset.has_value());
}

TEST_CASE("plane-alert-db is a watch list") {
    const TemporaryFile file("alert",
                             "$ICAO,$Registration,$Operator,$Type,$ICAO Type,#CMPG,$Tag 1,$#Tag 2,$#Tag 3,Category,$#Link\n"
                             "157717,RA-96023,Example State Flight,Ilyushin Il-96,IL96,Gov,Head Of State,,Long Range,Governments,example\n");
    const auto reading = read_aircraft_registry(file.path());
    Aircraft seen;
    seen.icao24 = Icao24{"157717"};
    const Watch* watch = reading.registry.find_watch(seen);
    REQUIRE(watch != nullptr);
    CHECK(watch->category == "Governments");
    CHECK(watch->tags == std::vector<std::string>{"Head Of State", "Long Range"});
    seen.registration = Registration("RA-96024");  // the address now flies under another registration
    CHECK(reading.registry.find_watch(seen) == nullptr);
}

TEST_CASE("two registrations for one address are both kept and reported, and complete nothing") {
    AircraftRegistry registry;
    CHECK_FALSE(registry.add(record("152b30", "RA-76592", "IL76")));
    CHECK_FALSE(registry.add(record("152b30", "RA-76592", "")));  // the same again
    const auto issue = registry.add(record("152b30", "RA-76593", "IL76"));
    REQUIRE(issue);
    CHECK(issue->code == IssueCode::conflict);
    CHECK(registry.find(Icao24{"152b30"}).size() == 2);
    Aircraft seen;
    seen.icao24 = Icao24{"152b30"};
    registry.complete(seen);
    CHECK_FALSE(seen.registration);
    seen.registration = Registration("RA-76593");
    registry.complete(seen);
    CHECK(seen.type == Typecode("IL76"));
}

TEST_CASE("what an aircraft says itself stays; a made-up address is not looked up") {
    AircraftRegistry registry;
    registry.add(record("157717", "RA-96023", "IL96"));
    Aircraft seen;
    seen.icao24 = Icao24{"157717"};
    registry.complete(seen);
    CHECK(seen.registration == Registration("RA-96023"));
    Aircraft made_up;
    made_up.icao24 = Icao24{"157717"};
    made_up.non_icao_address = true;
    registry.complete(made_up);
    CHECK_FALSE(made_up.registration);
}

TEST_CASE("files that are no aircraft database") {
    CHECK_THROWS_AS(read_aircraft_registry("flightxref_no_such_file"), IoError);
    CHECK_THROWS_AS(read_aircraft_registry(TemporaryFile("empty", "").path()), FormatError);
    CHECK_THROWS_AS(read_aircraft_registry(TemporaryFile("other", "a,b\n1,2\n").path()), FormatError);
    const std::string packed = gzip(tar1090);
    CHECK_THROWS_AS(read_aircraft_registry(TemporaryFile("cut", packed.substr(0, packed.size() / 2)).path()), FormatError);
    CHECK_THROWS_AS(read_aircraft_registry(TemporaryFile("bomb", gzip(std::string(std::size_t{1} << 25, 'x'))).path()), FormatError);
}
