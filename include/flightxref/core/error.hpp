// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <stdexcept>
#include <string>

namespace flightxref {

/// A job that could not be done. Only `read_*` functions and archives throw; every stage that works on values returns what
/// it could not use as Issue values instead. `what()` is one line that names the file and, where there is one, the place in it.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A file or folder could not be opened or read. `what()` is "PATH: reason".
class IoError : public Error {
  public:
    IoError(const std::string& path, const std::string& reason) : Error(path + ": " + reason) {}
};

/// A file was read but is not what it should be. `what()` is "PATH: reason" or "PATH: byte N: reason".
class FormatError : public Error {
  public:
    FormatError(const std::string& path, const std::string& reason) : Error(path + ": " + reason) {}
    FormatError(const std::string& path, unsigned long long offset, const std::string& reason)
        : Error(path + ": byte " + std::to_string(offset) + ": " + reason) {}
};

}  // namespace flightxref
