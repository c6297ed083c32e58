# SPDX-License-Identifier: BSL-1.0
# Everything flightxref is built from, in one place. All of it is in Debian 12 and in vcpkg.

# What flightxref::core needs: headers only.
find_package(Boost 1.74 REQUIRED)   # Date_Time
find_package(fmt 9 REQUIRED)

# What the compiled part needs besides, none of it in a public header (flightxref-config.cmake.in finds them again).
find_package(Threads REQUIRED)
find_package(simdjson REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(date REQUIRED)         # IANA time zones over the system's tz database
find_package(OpenSSL REQUIRED COMPONENTS Crypto)  # SHA-256 of the inputs
find_package(EXPAT REQUIRED)        # KML
find_package(ZLIB REQUIRED)         # gzip as a stream and damaged gzip; libdeflate takes whole members only
find_package(PkgConfig REQUIRED)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET GLOBAL libdeflate)
pkg_check_modules(libzstd REQUIRED IMPORTED_TARGET GLOBAL libzstd)
