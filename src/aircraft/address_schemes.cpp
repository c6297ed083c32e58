// SPDX-License-Identifier: BSL-1.0
#include <aircraft/address_schemes.hpp>

namespace flightxref::detail {
namespace {

constexpr std::string_view letters24 = "ABCDEFGHJKLMNPQRSTUVWXYZ";  // without I and O
constexpr std::string_view letters36 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view digits10 = "0123456789";

/// Place of a character in an alphabet.
std::optional<std::uint32_t> index_in(std::string_view alphabet, char c) {
    const std::size_t at = alphabet.find(c);
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<std::uint32_t>(at);
}

/// The key without the prefix of a scheme; empty when it does not begin so.
std::optional<std::string_view> after_prefix(std::string_view key, std::string_view prefix) {
    for (const char c : prefix) {
        if (c == '-') continue;
        if (key.empty() || key.front() != c) return std::nullopt;
        key.remove_prefix(1);
    }
    return key;
}

// United States: N, a digit 1-9, up to four more digits, of which the last one or two may be letters. Registrations are
// counted in the order N1, N1A, N1AA..., N1Z, N10, N10A ...
constexpr std::uint32_t us_start = 0xA00001, us_size = 915399;
constexpr std::uint32_t us_letters = 601;                       // nothing, 24 letters, 24*24 pairs
constexpr std::uint32_t us_sizes[] = {101711, 10111, 951, 35};  // registrations that begin with 1, 2, 3, 4 given digits

constexpr std::uint32_t jp_start = 0x840000, jp_size = 229840;

struct KoreanRange {
    std::uint32_t first, last, offset;
};
// The digits after HL are the hexadecimal digits of address - offset.
constexpr KoreanRange korean_ranges[] = {{0x71BA00, 0x71BF99, 0x714800}, {0x71C000, 0x71C099, 0x714000}, {0x71C200, 0x71C299, 0x714000}};

}  // namespace

std::optional<std::string> letters_of(const LetterScheme& scheme, std::uint32_t address) {
    if (address < scheme.start || address - scheme.start >= letters36.size() * scheme.stride1) return std::nullopt;
    const std::uint32_t size = scheme.alphanumeric ? 36 : 26;
    const std::uint32_t first = *index_in(letters36, scheme.first), last = *index_in(letters36, scheme.last);
    std::uint32_t rest = address - scheme.start;
    const std::uint32_t i1 = rest / scheme.stride1 + first;
    rest %= scheme.stride1;
    const std::uint32_t i2 = rest / scheme.stride2, i3 = rest % scheme.stride2;
    if (i1 > last || i2 >= size || i3 >= size) return std::nullopt;
    return std::string{letters36[i1], letters36[i2], letters36[i3]};
}

std::optional<std::uint32_t> address_of_letters(const LetterScheme& scheme, std::string_view key) {
    const auto suffix = after_prefix(key, scheme.prefix);
    if (!suffix || suffix->size() != 3) return std::nullopt;
    const std::string_view alphabet = letters36.substr(0, scheme.alphanumeric ? 36 : 26);
    const auto i1 = index_in(alphabet, (*suffix)[0]), i2 = index_in(alphabet, (*suffix)[1]), i3 = index_in(alphabet, (*suffix)[2]);
    if (!i1 || !i2 || !i3) return std::nullopt;
    const std::uint32_t first = *index_in(letters36, scheme.first), last = *index_in(letters36, scheme.last);
    if (*i1 < first || *i1 > last) return std::nullopt;
    return scheme.start + (*i1 - first) * scheme.stride1 + *i2 * scheme.stride2 + *i3;
}

std::optional<std::string> digits_of(const NumberScheme& scheme, std::uint32_t address) {
    if (address < scheme.start + scheme.first || address > scheme.start + scheme.last) return std::nullopt;
    std::string digits = std::to_string(address - scheme.start);
    if (digits.size() < scheme.width) digits.insert(0, scheme.width - digits.size(), '0');
    return digits;
}

std::optional<std::uint32_t> address_of_digits(const NumberScheme& scheme, std::string_view key) {
    const auto digits = after_prefix(key, scheme.prefix);
    if (!digits || digits->empty() || digits->size() > 5) return std::nullopt;
    if (scheme.width != 0 ? digits->size() != scheme.width : digits->front() == '0') return std::nullopt;
    std::uint32_t number = 0;
    for (const char c : *digits) {
        const auto digit = index_in(digits10, c);
        if (!digit) return std::nullopt;
        number = number * 10 + *digit;
    }
    if (number < scheme.first || number > scheme.last) return std::nullopt;
    return scheme.start + number;
}

std::optional<std::string> n_number_of(std::uint32_t address) {
    if (address < us_start || address >= us_start + us_size) return std::nullopt;
    std::uint32_t rest = address - us_start;
    std::string mark = "N";
    mark.push_back(digits10[rest / us_sizes[0] + 1]);
    rest %= us_sizes[0];
    for (std::size_t place = 1; place < 4; ++place) {
        if (rest < us_letters) {
            if (rest == 0) return mark;
            mark.push_back(letters24[(rest - 1) / 25]);
            if ((rest - 1) % 25 != 0) mark.push_back(letters24[(rest - 1) % 25 - 1]);
            return mark;
        }
        rest -= us_letters;
        mark.push_back(digits10[rest / us_sizes[place]]);
        rest %= us_sizes[place];
    }
    if (rest > 24) mark.push_back(digits10[rest - 25]);
    else if (rest > 0) mark.push_back(letters24[rest - 1]);
    return mark;
}

std::optional<std::uint32_t> address_of_n_number(std::string_view key) {
    if (key.size() < 2 || key.size() > 6 || key[0] != 'N' || key[1] < '1' || key[1] > '9') return std::nullopt;
    std::uint32_t address = us_start + static_cast<std::uint32_t>(key[1] - '1') * us_sizes[0];
    for (std::size_t place = 1; place < 4; ++place) {
        const std::string_view rest = key.substr(place + 1);
        if (rest.empty()) return address;
        if (const auto digit = index_in(digits10, rest[0])) {
            address += us_letters + *digit * us_sizes[place];
            continue;
        }
        const auto a = index_in(letters24, rest[0]);
        if (!a || rest.size() > 2) return std::nullopt;
        address += 1 + 25 * *a;
        if (rest.size() == 1) return address;
        const auto b = index_in(letters24, rest[1]);
        if (!b) return std::nullopt;
        return address + 1 + *b;
    }
    if (key.size() == 5) return address;
    if (const auto digit = index_in(digits10, key[5])) return address + 25 + *digit;
    if (const auto letter = index_in(letters24, key[5])) return address + 1 + *letter;
    return std::nullopt;
}

std::optional<std::string> japanese_of(std::uint32_t address) {
    if (address < jp_start || address >= jp_start + jp_size) return std::nullopt;
    const std::uint32_t offset = address - jp_start;
    const std::uint32_t first = offset / 22984, second = offset % 22984 / 916;
    std::uint32_t rest = offset % 22984 % 916;
    if (second > 9) return std::nullopt;
    std::string mark{'J', 'A', digits10[first], digits10[second]};
    if (rest < 340) {
        mark.push_back(digits10[rest / 34]);
        rest %= 34;
        mark.push_back(rest < 10 ? digits10[rest] : letters24[rest - 10]);
    } else {
        rest -= 340;
        mark.push_back(letters24[rest / 24]);
        mark.push_back(letters24[rest % 24]);
    }
    return mark;
}

std::optional<std::uint32_t> address_of_japanese(std::string_view key) {
    if (key.size() != 6 || !key.starts_with("JA")) return std::nullopt;
    const auto first = index_in(digits10, key[2]), second = index_in(digits10, key[3]);
    if (!first || !second) return std::nullopt;
    const std::uint32_t address = jp_start + *first * 22984 + *second * 916;
    if (const auto third = index_in(digits10, key[4])) {
        if (const auto digit = index_in(digits10, key[5])) return address + *third * 34 + *digit;
        if (const auto letter = index_in(letters24, key[5])) return address + *third * 34 + 10 + *letter;
        return std::nullopt;
    }
    const auto a = index_in(letters24, key[4]), b = index_in(letters24, key[5]);
    if (!a || !b) return std::nullopt;
    return address + 340 + *a * 24 + *b;
}

std::optional<std::string> korean_of(std::uint32_t address) {
    for (const KoreanRange& range : korean_ranges) {
        if (address < range.first || address > range.last) continue;
        const std::uint32_t value = address - range.offset;
        std::string mark = "HL";
        for (int shift = 12; shift >= 0; shift -= 4) {
            const std::uint32_t digit = (value >> shift) & 15u;
            if (digit > 9) return std::nullopt;
            mark.push_back(digits10[digit]);
        }
        return mark;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> address_of_korean(std::string_view key) {
    if (key.size() != 6 || !key.starts_with("HL")) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : key.substr(2)) {
        const auto digit = index_in(digits10, c);
        if (!digit) return std::nullopt;
        value = value * 16 + *digit;
    }
    for (const KoreanRange& range : korean_ranges)
        if (value + range.offset >= range.first && value + range.offset <= range.last) return value + range.offset;
    return std::nullopt;
}

}  // namespace flightxref::detail
