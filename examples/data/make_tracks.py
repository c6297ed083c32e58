#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Makes the tracks of examples/data/tracks: none of them is a recording.

    python3 examples/data/make_tracks.py

RA-96023 is a reconstruction: the article says it flew from Beijing and landed in Pyongyang just after 6 p.m. on 18 October
2023; the path, the speeds and the place where reception ends are made up by this script so as to fit that. The other flights
are invented traffic of the same days. Runways and elevations come from src/reference.

Each flight is taxi, take-off roll, climb, great circle, descent, final approach on the runway's centre line, roll-out and
taxi, written as a readsb trace (one file an aircraft and UTC day). Receivers near Beijing, Seoul, Khabarovsk and Shenyang
hear down to the ground; over North Korea nothing is heard below 3,000 ft.
"""
import csv
import json
import math
import os
import random
from datetime import datetime, timedelta, timezone

HERE = os.path.dirname(os.path.abspath(__file__))
REFERENCE = os.path.join(HERE, "..", "..", "src", "reference")
EARTH_KM = 6371.0088
KNOT = 1.852 / 3600  # km per second


def table(name):
    with open(os.path.join(REFERENCE, name), encoding="utf-8") as f:
        return list(csv.DictReader(line for line in f if not line.startswith("#")))


def distance(a, b):
    (la, oa), (lb, ob) = [(math.radians(x), math.radians(y)) for x, y in (a, b)]
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((ob - oa) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(h))


def bearing(a, b):
    (la, oa), (lb, ob) = [(math.radians(x), math.radians(y)) for x, y in (a, b)]
    y = math.sin(ob - oa) * math.cos(lb)
    x = math.cos(la) * math.sin(lb) - math.sin(la) * math.cos(lb) * math.cos(ob - oa)
    return math.degrees(math.atan2(y, x)) % 360


def move(a, course, km):
    la, oa, d, c = math.radians(a[0]), math.radians(a[1]), km / EARTH_KM, math.radians(course)
    lb = math.asin(math.sin(la) * math.cos(d) + math.cos(la) * math.sin(d) * math.cos(c))
    ob = oa + math.atan2(math.sin(c) * math.sin(d) * math.cos(la), math.cos(d) - math.sin(la) * math.sin(lb))
    return math.degrees(lb), (math.degrees(ob) + 540) % 360 - 180


class Field:
    def __init__(self, code, runway):
        row = next(r for r in table("airports.csv") if r["code"] == code)
        strip = next(r for r in table("runways.csv") if r["code"] == code and runway in r["name"].split("/"))
        low = (float(strip["low_latitude"]), float(strip["low_longitude"]))
        high = (float(strip["high_latitude"]), float(strip["high_longitude"]))
        self.code, self.elevation = code, float(row["elevation_ft"])
        self.start, self.end = (low, high) if strip["name"].split("/")[0] == runway else (high, low)
        self.course, self.length = bearing(self.start, self.end), distance(self.start, self.end)


def heard(position, altitude):
    """Is anybody there to hear it? Nobody low over North Korea."""
    north_korea = 38.2 < position[0] < 42.5 and 124.3 < position[1] < 130.5
    return altitude >= 3000 if north_korea else True


def fly(origin, destination, lift_off, cruise_ft, cruise_kt):
    """One fix every few seconds: (time, position, altitude above sea level or "ground", speed, course, climb)."""
    fixes, now = [], lift_off
    roll_s, rotate_kt, step = 34, 150, 4

    # Taxi out and take-off roll, reckoned back from lift-off 1.3 km down the runway.
    for k in range(12, 0, -1):
        fixes.append((lift_off - timedelta(seconds=roll_s + 20 * k), move(origin.start, origin.course + 180, 0.015 * k), "ground", 12, origin.course, 0))
    for s in range(0, roll_s, 2):
        along = 1.3 * (s / roll_s) ** 2
        fixes.append((lift_off - timedelta(seconds=roll_s - s), move(origin.start, origin.course, along), "ground", rotate_kt * s / roll_s, origin.course, 0))

    # The way: straight out 12 km, a great circle to a point 22 km before the threshold, straight in.
    out, gate = move(origin.start, origin.course, 14), move(destination.start, destination.course + 180, 22)
    legs = [(move(origin.start, origin.course, 1.3), out), (out, gate), (gate, move(destination.start, destination.course, 0.35))]
    total = sum(distance(*leg) for leg in legs)
    touchdown_kt, flown = 138, 0.0

    def profile(km):
        """Altitude and speed where that much of the way is flown."""
        left = total - km
        up = origin.elevation + km * 1000 / 0.3048 * 0.075
        down = destination.elevation + left * 1000 / 0.3048 * 0.0524
        altitude = min(up, down, cruise_ft)
        share = min(1.0, altitude / cruise_ft)
        speed = min(rotate_kt + 14 * km + 20, touchdown_kt + 6.5 * max(0.0, left - 4), 250 + (cruise_kt - 250) * share if altitude > 10000 else 250)
        return altitude, max(touchdown_kt, speed)

    for a, b in legs:
        length, on_leg = distance(a, b), 0.0
        while on_leg < length:
            altitude, speed = profile(flown)
            next_altitude, _ = profile(flown + speed * KNOT * step)
            position = move(a, bearing(a, b), on_leg)
            fixes.append((now, position, altitude, speed, bearing(position, b), (next_altitude - altitude) * 60 / step))
            on_leg += speed * KNOT * step
            flown += speed * KNOT * step
            now += timedelta(seconds=step)
    for s in range(0, 60, 2):  # roll-out
        speed = touchdown_kt * (1 - s / 66)
        fixes.append((now, move(destination.start, destination.course, 0.35 + touchdown_kt * KNOT * s * (1 - s / 132)), "ground", speed, destination.course, 0))
        now += timedelta(seconds=2)
    for k in range(12):  # taxi in
        fixes.append((now, move(destination.end, destination.course, 0.02 * k), "ground", 14, destination.course, 0))
        now += timedelta(seconds=20)
    return fixes


def stand(field, begin, end):
    """Parked with the transponder on: a fix every five minutes."""
    place, fixes = move(field.end, field.course, 0.25), []
    while begin < end:
        fixes.append((begin, place, "ground", 0, field.course, None))
        begin += timedelta(minutes=5)
    return fixes


def write(address, registration, typecode, description, flights, note):
    """Readsb's layout, one file an aircraft and UTC day; what nobody hears is left out, cruise is thinned."""
    days, randomness = {}, random.Random(address)
    for callsign, fixes in flights:
        last = None
        for time, position, altitude, speed, course, climb in fixes:
            on_ground = altitude == "ground"
            if not heard(position, 0 if on_ground else altitude):
                continue
            gap = 24 if not on_ground and altitude > 20000 and abs(climb) < 300 else 8 if not on_ground and altitude > 4000 else 0
            if last is not None and (time - last).total_seconds() < gap:
                continue
            day = time.replace(hour=0, minute=0, second=0, microsecond=0)
            points = days.setdefault(day, [])
            detail = None
            if not points or len(points) % 12 == 0:
                detail = {"type": "adsb_icao", "flight": callsign.ljust(8), "nic": 8, "nac_p": 9, "sil": 3}
            points.append([round((time - day).total_seconds() + randomness.uniform(0, 0.9), 2), round(position[0], 6), round(position[1], 6),
                           "ground" if on_ground else int(25 * round(altitude / 25)), round(speed, 1), round(course, 1), 0,
                           None if on_ground else int(64 * round(climb / 64)), detail, "adsb_icao",
                           None if on_ground else int(25 * round((altitude + 150) / 25)), None, None, None])
            last = time
    for day, points in days.items():
        name = os.path.join(HERE, "tracks", f"{day:%Y-%m-%d}", f"trace_full_{address}.json")
        os.makedirs(os.path.dirname(name), exist_ok=True)
        head = {"note": note, "icao": address, "r": registration, "t": typecode, "desc": description, "dbFlags": 0,
                "timestamp": int(day.timestamp())}
        rows = ",\n".join(json.dumps(p, separators=(",", ":")) for p in points)
        with open(name, "w", encoding="utf-8") as f:
            f.write(json.dumps(head, separators=(",", ":"))[:-1] + ',"trace":[\n' + rows + "\n]}\n")


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


def main():
    beijing, pyongyang = Field("ZBAA", "01"), Field("ZKPY", "35")
    seoul, khabarovsk, shenyang = Field("RKSI", "15R"), Field("UHHH", "05R"), Field("ZYTX", "06")
    invented = "Invented for flightxref's examples by make_tracks.py. Not a recording."

    write("157717", "RA-96023", "IL96", "ILYUSHIN Il-96-300",
          [("RSD123", stand(beijing, utc("2023-10-18 06:35"), utc("2023-10-18 07:30")) + fly(beijing, pyongyang, utc("2023-10-18 07:55"), 33000, 455))],
          "Reconstructed by make_tracks.py from an article that says this aircraft flew from Beijing and landed in Pyongyang just after 6 p.m. KST on "
          "18 October 2023. Not a recording: path, speeds and the end of reception are made up to fit.")

    # A Tupolev of Air Koryo that spent Wednesday evening on the ground in Beijing.
    write("7277a9", "P-633", "T204", "TUPOLEV Tu-204-100",
          [("KOR151", fly(pyongyang, beijing, utc("2023-10-18 01:10"), 31100, 450) + stand(beijing, utc("2023-10-18 03:00"), utc("2023-10-18 23:59"))),
           ("KOR152", stand(beijing, utc("2023-10-19 00:00"), utc("2023-10-19 04:40")) + fly(beijing, pyongyang, utc("2023-10-19 05:05"), 30100, 450))], invented)

    # Scheduled traffic around it, which shows that those places were listened to.
    write("71c081", "HL8081", "B738", "BOEING 737-800",
          [("EXA853", fly(seoul, beijing, utc("2023-10-18 08:20"), 32100, 445)), ("EXA854", fly(beijing, seoul, utc("2023-10-18 11:40"), 31100, 450))], invented)
    write("15292b", "RA-76075", "A320", "AIRBUS A-320",
          [("EXB691", fly(khabarovsk, beijing, utc("2023-10-18 05:05"), 34100, 450)), ("EXB692", fly(beijing, khabarovsk, utc("2023-10-18 08:40"), 35100, 455))], invented)
    write("780a5f", "B-1234", "A321", "AIRBUS A-321",
          [("EXC6", fly(shenyang, seoul, utc("2023-10-18 07:50"), 31100, 440)), ("EXC7", fly(seoul, shenyang, utc("2023-10-18 10:55"), 32100, 445))], invented)


if __name__ == "__main__":
    main()
