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
File make_file(const std::string& path, bool named, std::set<std::string>& taken) {
    File file{{path}, named, size_of(path)};
    if (!path.ends_with(".aa")) return file;
    std::error_code error;
    for (std::string next = next_part(path); is_part(next) && fs::is_regular_file(next, error); next = next_part(next)) {
        file.bytes += size_of(next);
        taken.insert(next);
        file.parts.push_back(next);
    }
    return file;
}

}  // namespace

std::vector<File> list_files(const std::vector<std::string>& paths) {
    std::vector<File> files;
    std::set<std::string> taken;
    for (const std::string& path : paths) {
        std::error_code error;
        if (path == "-") {
            files.push_back({{path}, true, 0});
            continue;
        }
        const auto status = fs::status(path, error);
        if (!fs::exists(status)) throw IoError(path, "no such file or folder");
        if (!fs::is_directory(status)) {
            files.push_back(make_file(path, true, taken));
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
        for (const std::string& one : found) files.push_back(make_file(one, false, taken));
    }
    if (!taken.empty()) std::erase_if(files, [&](const File& file) { return file.parts.size() == 1 && taken.count(file.path()) != 0; });
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
