# SPDX-License-Identifier: BSL-1.0
# Shared by examples/run and tests/run; source it from the project's root.

packages=(g++ cmake ninja-build pkg-config libboost-dev libfmt-dev libsimdjson-dev nlohmann-json3-dev libhowardhinnant-date-dev libdeflate-dev
          libzstd-dev libssl-dev zlib1g-dev libexpat1-dev libcli11-dev doctest-dev tzdata)

# Installs what is missing, by name, where apt can.
need_packages() {
  if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian or Ubuntu system. flightxref needs a C++20 compiler, CMake 3.25, Ninja, pkg-config and these libraries:"
    echo "  Boost (Date_Time), fmt, simdjson, nlohmann-json, date (tz), libdeflate, zstd, OpenSSL, zlib, Expat, CLI11, doctest"
    echo "vcpkg gets the libraries from vcpkg.json when CMake is given its toolchain file (-DCMAKE_TOOLCHAIN_FILE=.../vcpkg.cmake)."
    return 0
  fi
  local missing=() name
  for name in "${packages[@]}"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing ${missing[*]}"
  local sudo=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Missing packages: ${missing[*]} (run as root, or install sudo)" >&2; return 1; }
    sudo=sudo
  fi
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

configure() {
  echo "Configuring build/$1"
  cmake --preset "$1" --log-level=WARNING >/dev/null
}

build() {
  local preset=$1
  shift
  echo "Building build/$preset (the first time takes a few minutes)"
  if ! cmake --build --preset "$preset" -j "$(nproc)" "$@" >"build/$preset/build.log" 2>&1; then
    tail -n 60 "build/$preset/build.log" >&2
    return 1
  fi
}
