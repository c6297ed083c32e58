// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace flightxref::detail {

/// A file to read: usually one on the disk; the parts of a split one (".aa", ".ab", ...) belong together; or a member of an
/// archive that is not compressed, which can be read by itself.
struct File {
    std::shared_ptr<const std::vector<std::string>> parts;  ///< paths on the disk
    std::string path;                                       ///< as the user knows it; "ARCHIVE:MEMBER" for a member
    bool named = false;                                     ///< by the user, not found in a folder: must be a track
    std::uint64_t offset = 0, bytes = 0;                    ///< where it begins in the parts, and how much of them it is
    int archive = -1;                                       ///< index of the archive it is a member of
};

/// A whole file.
File make_file(std::vector<std::string> parts, bool named, std::uint64_t bytes);

/// The files behind the paths, those of a folder in order of their names. Throws IoError for a path that is not there.
std::vector<File> list_files(const std::vector<std::string>& paths);

/// Files in the same folder that may be a table of flights ("20170205_flights.csv").
std::vector<std::string> flight_tables_beside(const std::string& path);

}  // namespace flightxref::detail
