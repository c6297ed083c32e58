# SPDX-License-Identifier: BSL-1.0
# Everything flightxref is built from, in one place. All of it is in Debian 12 and in vcpkg.
find_package(Boost 1.74 REQUIRED)   # headers only: Date_Time
find_package(fmt 9 REQUIRED)
find_package(Threads REQUIRED)
find_package(simdjson REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(date REQUIRED)         # IANA time zones over the system's tz database
find_package(OpenSSL REQUIRED COMPONENTS Crypto)  # SHA-256 of the inputs
find_package(ZLIB REQUIRED)         # gzip as a stream and damaged gzip; libdeflate takes whole members only
find_package(PkgConfig REQUIRED)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(libzstd REQUIRED IMPORTED_TARGET libzstd)
