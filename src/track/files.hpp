// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace flightxref::detail {

/// A file to read: usually one path; the parts of a split one (".aa", ".ab", ...) belong together.
struct File {
    std::vector<std::string> parts;
    bool named = false;  ///< by the user, not found in a folder: must be a track
    std::uint64_t bytes = 0;

    const std::string& path() const { return parts.front(); }
};

/// The files behind the paths, those of a folder in order of their names. Throws IoError for a path that is not there.
std::vector<File> list_files(const std::vector<std::string>& paths);

/// Files in the same folder that may be a table of flights ("20170205_flights.csv").
std::vector<std::string> flight_tables_beside(const std::string& path);

}  // namespace flightxref::detail
