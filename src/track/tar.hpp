// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "core/bytes.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace flightxref::detail {

/// Whether a tar archive begins with these bytes (POSIX.1-1988 ustar, pax, GNU).
bool is_tar(std::string_view bytes);

/// Whether the file is a tar archive, plain or compressed; reads its beginning only.
bool is_tar_file(const std::string& path);

/// A regular file of an archive on the disk: where its bytes lie.
struct Member {
    std::string name;
    std::uint64_t offset = 0, size = 0;
};

struct MemberList {
    std::vector<Member> members;
    std::vector<Member> too_large;    ///< larger than any track, with the place of their headers
    std::optional<Failure> failure;   ///< what stopped it before the end
};

/// The regular files of an archive that is not compressed; a split one's parts are one. Passes over what they hold. Throws IoError.
MemberList list_members(const std::vector<std::string>& parts);

/// Calls `use` for each regular file of an archive, one after the other; no more than one of them is in memory. The parts of a
/// split archive are read as one. Returns what stopped it before the end. Throws IoError.
std::optional<Failure> for_each_member(const std::vector<std::string>& parts, const std::function<void(const std::string& name, std::string_view bytes, std::uint64_t offset)>& use);

/// The same for an archive in memory, not compressed.
std::optional<Failure> for_each_member(std::string_view archive, const std::function<void(const std::string& name, std::string_view bytes, std::uint64_t offset)>& use);

}  // namespace flightxref::detail
