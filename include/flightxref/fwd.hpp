// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Names of the values that pass between the stages, for headers that only mention them.

namespace flightxref {

struct Issue;
template <class T>
struct Batch;
class Error;

class Zone;
class Position;
class Icao24;
class Registration;
class Typecode;
class Callsign;
struct Aircraft;
struct Airport;
class AirportTable;
struct Place;

struct Document;
struct Claim;
struct StateVector;
struct Track;
struct TrackBatch;
struct EndPoint;
struct Flight;
struct FlightBatch;
struct Agreement;
struct Finding;
struct Lead;
class Coverage;
struct Report;

}  // namespace flightxref
