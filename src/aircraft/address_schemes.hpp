// SPDX-License-Identifier: BSL-1.0
// The numbering rules by which states map registrations to 24-bit addresses. The rules are public knowledge of the receiving
// community; each was checked by re-computing every row of two open aircraft databases (619,472 and 16,873 rows), and carries
// the count it was checked on, so that a caller can weigh it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace flightxref::detail {

/// How a scheme did on the databases: rows whose registration has its shape, and the share that lies on its line.
struct Fit {
    unsigned rows;
    double hit_share;
};

/// (schemes of one state that were counted together carry the common count)
/// The expected share for the next aircraft (rule of succession): a scheme seen on one row only is not yet believed.
constexpr double confidence_of(const Fit& fit) { return (fit.hit_share * fit.rows + 1) / (fit.rows + 2); }

/// address = start + i1*stride1 + i2*stride2 + i3, of the three last letters, counted from the letter `first`.
struct LetterScheme {
    std::string_view prefix;  ///< as written, with its hyphen
    std::uint32_t start;
    std::uint32_t stride1, stride2;
    char first, last;         ///< of the first of the three letters
    Fit fit;
    bool both_ways = true;    ///< false when another scheme owns the addresses
    bool alphanumeric = false;  ///< after Z go the digits
};

/// address = start + number.
struct NumberScheme {
    std::string_view prefix;  ///< as written
    std::uint32_t start;
    std::uint32_t first, last;
    unsigned width;           ///< digits, filled with zeros; 0 = as many as needed
    Fit fit;
    bool both_ways = true;
};

inline constexpr LetterScheme letter_schemes[] = {
    {"F-B", 0x380000, 1024, 32, 'A', 'Z', {631, .967}},
    {"F-I", 0x388000, 1024, 32, 'A', 'Z', {1, 0}},
    {"F-G", 0x390000, 1024, 32, 'A', 'Z', {3344, .998}},
    {"F-H", 0x398000, 1024, 32, 'A', 'Z', {2457, .998}},
    {"F-O", 0x3A0000, 1024, 32, 'A', 'Z', {280, .996}},
    {"D-A", 0x3C4421, 1024, 32, 'A', 'O', {1400, .999}},
    {"D-A", 0x3C0001, 676, 26, 'P', 'Z', {1400, .999}},
    {"D-B", 0x3C8421, 1024, 32, 'A', 'O', {70, .986}},
    {"D-B", 0x3C2001, 676, 26, 'P', 'Z', {70, .986}},
    {"D-C", 0x3CC000, 676, 26, 'A', 'Z', {342, .991}},
    {"D-E", 0x3D04A8, 676, 26, 'A', 'Z', {6628, .9997}},
    {"D-F", 0x3D4950, 676, 26, 'A', 'Z', {290, 1}},
    {"D-G", 0x3D8DF8, 676, 26, 'A', 'Z', {234, .996}},
    {"D-H", 0x3DD2A0, 676, 26, 'A', 'Z', {940, .995}},
    {"D-I", 0x3E1748, 676, 26, 'A', 'Z', {475, .996}},
    {"D-K", 0x3E5BF0, 676, 26, 'A', 'Z', {2513, .713}},
    {"D-O", 0x3FA540, 676, 26, 'A', 'Z', {304, .586}},
    {"OO-", 0x448421, 1024, 32, 'A', 'Z', {1049, .986}},
    {"OY-", 0x458421, 1024, 32, 'A', 'Z', {1013, .993}},
    {"OH-", 0x460000, 676, 26, 'A', 'Z', {449, .996}},
    {"SX-", 0x468421, 1024, 32, 'A', 'Z', {374, .997}},
    {"CS-", 0x490421, 1024, 32, 'A', 'Z', {597, .995}},
    {"YR-", 0x4A0421, 1024, 32, 'A', 'Z', {378, .839}},
    {"SE-", 0x4A8421, 1024, 32, 'A', 'Z', {1240, .987}},
    {"HA-", 0x470000, 676, 26, 'A', 'Z', {594, .948}},
    {"HB-", 0x4B0000, 676, 26, 'A', 'Z', {3010, .998}},
    {"TC-", 0x4B8421, 1024, 32, 'A', 'Z', {1576, .992}},
    {"YU-", 0x4C0000, 1024, 32, 'A', 'Z', {193, 1}},
    {"JY-", 0x740421, 1024, 32, 'A', 'Z', {111, .694}},
    {"EP-", 0x730421, 1024, 32, 'A', 'Z', {323, .994}},
    {"YI-", 0x728421, 1024, 32, 'A', 'Z', {64, .953}},
    {"AP-", 0x760421, 1024, 32, 'A', 'Z', {144, .847}},
    {"9V-", 0x768421, 1024, 32, 'A', 'Z', {343, .889}},
    {"4R-", 0x770421, 1024, 32, 'A', 'Z', {34, .765}},
    {"YK-", 0x778421, 1024, 32, 'A', 'Z', {18, .944}},
    {"HS-", 0x880421, 1024, 32, 'A', 'Z', {460, .928}},
    {"TS-", 0x028000, 1024, 32, 'A', 'Z', {78, .987}},
    {"6V-", 0x070000, 1024, 32, 'A', 'Z', {26, .654}},
    {"ZS-", 0x008011, 676, 26, 'A', 'Z', {1301, .86}},
    {"C-F", 0xC00001, 676, 26, 'A', 'Z', {14668, .98}},
    {"C-G", 0xC044A9, 676, 26, 'A', 'Z', {14888, .999}},
    {"C-I", 0xC08951, 676, 26, 'A', 'Z', {7134, 1}},
    {"LV-", 0xE01041, 4096, 64, 'A', 'Z', {898, .959}},
    {"LQ-", 0xE01041, 4096, 64, 'A', 'Z', {30, 1}, false},
    {"VH-", 0x7C0000, 1296, 36, 'A', '9', {16336, .999}, true, true},
};

inline constexpr NumberScheme number_schemes[] = {
    {"RA-", 0x140000, 0, 99999, 5, {1858, .958}},
    {"RF-", 0x140000, 0, 99999, 5, {146, .445}, false},
    {"CU-T", 0x0B0000, 1000, 1999, 4, {11, 1}},
    {"HB-", 0x4B44A7, 1, 9999, 0, {780, .997}},
    {"D-", 0x3EE097, 0, 9999, 4, {923, .987}},
    {"OH-U", 0x464830, 0, 999, 3, {39, 1}},
    {"OH-", 0x4657D0, 0, 999, 3, {39, 1}},
    {"P-", 0x727530, 0, 999, 3, {8, .875}},
};

inline constexpr double n_number_confidence = confidence_of({380320, .9991});
inline constexpr double japanese_confidence = confidence_of({1695, .9935});
inline constexpr double korean_confidence = .991;

// Each pair is a function and its inverse; keys are upper case without hyphen.
std::optional<std::string> letters_of(const LetterScheme& scheme, std::uint32_t address);
std::optional<std::uint32_t> address_of_letters(const LetterScheme& scheme, std::string_view key);
std::optional<std::string> digits_of(const NumberScheme& scheme, std::uint32_t address);
std::optional<std::uint32_t> address_of_digits(const NumberScheme& scheme, std::string_view key);
std::optional<std::string> n_number_of(std::uint32_t address);
std::optional<std::uint32_t> address_of_n_number(std::string_view key);
std::optional<std::string> japanese_of(std::uint32_t address);
std::optional<std::uint32_t> address_of_japanese(std::string_view key);
std::optional<std::string> korean_of(std::uint32_t address);
std::optional<std::uint32_t> address_of_korean(std::string_view key);

}  // namespace flightxref::detail
