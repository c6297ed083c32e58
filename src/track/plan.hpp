// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/bytes.hpp"
#include "track/files.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace flightxref::detail {

/// An archive on the disk whose members are read as files of their own.
struct Archive {
    std::string path;
    bool named = false;
    std::optional<Failure> failure;  ///< what stopped the listing before its end
};

/// What there is to read, found by a glance at the beginning of each file.
struct Plan {
    std::vector<File> files;                                       ///< archives that lie open replaced by what they hold
    std::vector<Archive> archives;
    std::vector<std::size_t> mixed;                                ///< files that may hold any aircraft: read first, and kept
    std::map<std::uint32_t, std::vector<std::size_t>> by_aircraft; ///< traces of one aircraft each, by aircraft_key()
    std::vector<std::pair<std::size_t, Failure>> too_large;        ///< members no one reads: index of the archive, why
};

/// An address, those made up by a receiver ("~") behind all real ones.
constexpr std::uint32_t aircraft_key(std::uint32_t address, bool non_icao) { return address | (non_icao ? 1u << 24 : 0u); }

/// `tick` is called now and then on the calling thread; what it throws ends the planning and passes on. Throws IoError for an
/// archive that can not be read.
Plan make_plan(std::vector<File> files, unsigned threads, const std::function<void()>& tick);

}  // namespace flightxref::detail
