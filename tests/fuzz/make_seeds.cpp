// SPDX-License-Identifier: BSL-1.0
// make_seeds FOLDER: writes first inputs for the fuzzers of tracks into FOLDER/<target>/, one for every decoder and every wrapping.
#include "track/samples.hpp"
#include "track/support.hpp"

#include <cstdio>

namespace {

void write(const std::filesystem::path& file, std::string_view bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: make_seeds FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    std::string archive, all;
    for (const Sample& sample : samples()) {
        const std::string name(sample.format);
        write(folder / "tracks_fuzz" / name, "\xff" + sample.text);  // 255: the format is found by content
        archive += tar_member("day/" + name, archive.size() % 1024 == 0 ? gzip(sample.text) : sample.text);
        all += sample.text;
    }
    archive += std::string(1024, '\0');
    for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"tar", archive}, {"tar.gz", gzip(archive)}, {"tar.zst", zstd(archive)}, {"gz", gzip(all)}, {"zst", zstd(all)}}) {
        write(folder / "archives_fuzz" / name, bytes);
        write(folder / "files_fuzz" / name, "\x50" + bytes);  // split after a third
    }
    for (const Sample& sample : samples()) {
        const std::string name(sample.format);
        write(folder / "files_fuzz" / name, "\x50" + sample.text);
        write(folder / "files_fuzz" / (name + ".gz"), "\x50" + gzip(sample.text));
        write(folder / "files_fuzz" / (name + ".zst"), "\x50" + zstd(sample.text));
    }
}
