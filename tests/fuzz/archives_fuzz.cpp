// SPDX-License-Identifier: BSL-1.0
// Any bytes as gzip, zstd and tar.
#include "core/bytes.hpp"
#include "track/tar.hpp"

#include <cstdint>

using namespace flightxref;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    static detail::Buffer text;
    detail::decompress(bytes, detail::find_compression(bytes), text);
    std::uint64_t total = 0;
    detail::for_each_member(bytes, [&](const std::string& name, std::string_view content, std::uint64_t) { total += name.size() + content.size(); });
    detail::for_each_member(text.view(), [&](const std::string& name, std::string_view content, std::uint64_t) { total += name.size() + content.size(); });
    text.trim(1u << 24);
    return total == UINT64_MAX;
}
