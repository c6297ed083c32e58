# SPDX-License-Identifier: BSL-1.0
from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout


class FlightxrefConan(ConanFile):
    name = "flightxref"
    version = "0.1.0"
    license = "BSL-1.0"
    description = "Cross-references travel claims in news text with flight-tracking data"
    settings = "os", "compiler", "build_type", "arch"
    options = {"shared": [True, False]}
    default_options = {"shared": False, "date/*:use_system_tz_db": True}
    exports_sources = "CMakeLists.txt", "cmake/*", "include/*", "src/*", "LICENSE"
    requires = ("boost/1.84.0", "fmt/10.2.1", "simdjson/3.6.3", "nlohmann_json/3.11.3", "date/3.0.1", "libdeflate/1.19", "zstd/1.5.5",
                "openssl/3.2.1", "zlib/1.3.1", "expat/2.6.0")
    tool_requires = "pkgconf/2.1.0"

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.variables["FLIGHTXREF_BUILD_EXAMPLES"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "flightxref")
        self.cpp_info.components["core"].libs = []
        self.cpp_info.components["core"].set_property("cmake_target_name", "flightxref::core")
        self.cpp_info.components["core"].requires = ["boost::headers", "fmt::fmt"]
        self.cpp_info.components["flightxref"].libs = ["flightxref"]
        self.cpp_info.components["flightxref"].set_property("cmake_target_name", "flightxref::flightxref")
        self.cpp_info.components["flightxref"].requires = ["core", "simdjson::simdjson", "nlohmann_json::nlohmann_json", "date::date-tz",
                                                           "libdeflate::libdeflate", "zstd::zstdlib", "openssl::crypto", "zlib::zlib", "expat::expat"]
