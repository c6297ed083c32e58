// SPDX-License-Identifier: BSL-1.0
#include "track/files.hpp"

#include <flightxref/core/error.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace flightxref::detail {
namespace {

namespace fs = std::filesystem;

bool is_part(std::string_view path) {
    return path.size() > 4 && path[path.size() - 3] == '.' && path[path.size() - 2] >= 'a' && path[path.size() - 2] <= 'z' && path.back() >= 'a' && path.back() <= 'z';
}

/// ".aa" -> ".ab"; ".az" -> ".ba".
std::string next_part(std::string path) {
    if (path.back() != 'z') {
        ++path.back();
    } else {
        path.back() = 'a';
        ++path[path.size() - 2];
    }
    return path;
}

std::uint64_t size_of(const std::string& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    return error ? 0 : size;
}

/// A first part takes those that follow it on the disk with it.
File with_its_parts(const std::string& path, bool named, std::set<std::string>& taken) {
    std::vector<std::string> parts{path};
    std::uint64_t bytes = size_of(path);
    std::error_code error;
    if (path.ends_with(".aa"))
        for (std::string next = next_part(path); is_part(next) && fs::is_regular_file(next, error); next = next_part(next)) {
            bytes += size_of(next);
            taken.insert(next);
            parts.push_back(next);
        }
    return make_file(std::move(parts), named, bytes);
}

}  // namespace

File make_file(std::vector<std::string> parts, bool named, std::uint64_t bytes) {
    std::string path = parts.front();
    return {std::make_shared<const std::vector<std::string>>(std::move(parts)), std::move(path), named, 0, bytes, -1};
}

std::vector<File> list_files(const std::vector<std::string>& paths) {
    std::vector<File> files;
    std::set<std::string> taken;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path == "-") {
            files.push_back(make_file({path}, true, 0));
            continue;
        }
        const auto status = fs::status(path, error);
        if (!fs::exists(status)) throw IoError(path, "no such file or folder");
        if (!fs::is_directory(status)) {
            files.push_back(with_its_parts(path, true, taken));
            continue;
        }
        std::vector<std::string> found;
        fs::recursive_directory_iterator at(path, fs::directory_options::skip_permission_denied, error);
        if (error) throw IoError(path, error.message());
        for (const fs::recursive_directory_iterator end; at != end; at.increment(error)) {
            if (error) throw IoError(path, error.message());
            std::error_code ignored;
            if (at->is_regular_file(ignored)) found.push_back(at->path().string());
        }
        std::sort(found.begin(), found.end());
        for (const std::string& one : found) files.push_back(with_its_parts(one, false, taken));
    }
    if (!taken.empty()) std::erase_if(files, [&](const File& file) { return file.parts->size() == 1 && taken.count(file.path) != 0; });
    return files;
}

std::vector<std::string> flight_tables_beside(const std::string& path) {
    std::vector<std::string> tables;
    std::error_code error;
    fs::path folder = fs::path(path).parent_path();
    if (folder.empty()) folder = ".";
    fs::directory_iterator at(folder, error);
    for (const fs::directory_iterator end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        std::error_code ignored;
        if (name.find("flights") != std::string::npos && name.find(".csv") != std::string::npos && at->is_regular_file(ignored))
            tables.push_back(fs::path(path).parent_path().empty() ? name : at->path().string());
    }
    std::sort(tables.begin(), tables.end());
    return tables;
}

}  // namespace flightxref::detail
