// SPDX-License-Identifier: BSL-1.0
// An index of names for running text. Names and text are cut into runs of letters and runs of digits, so that "Il-96", "IL 96"
// and "il96" are the same path; what may stand between two runs is for the caller to judge.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace flightxref::detail {

/// A maximal run of letters or of digits.
struct Run {
    std::size_t begin = 0, end = 0;  ///< bytes of the text
    std::string key;                 ///< lower case, accents removed
    bool digits = false;
    bool upper = false;              ///< letters: all of them capitals
};

/// The run that begins at a byte; empty when no letter or digit is there. Latin letters with accents are read as their base.
std::optional<Run> read_run(std::string_view text, std::size_t position);

/// What stands between two runs of one name.
struct Separator {
    char kind = 0;  ///< 0 nothing, '-' any hyphen or dash, ' ' one blank, else the sign itself
    std::size_t length = 0;
};

/// One separator at a byte; kind 0 when a letter or digit follows at once; empty when neither.
std::optional<Separator> read_separator(std::string_view text, std::size_t position);

class PhraseIndex {
  public:
    static constexpr std::uint32_t root = 0;

    PhraseIndex() : m_values(1) {}

    void add(std::string_view phrase, std::uint32_t value);

    /// What stands at a byte, for may_begin(): read once, asked of several indexes. Empty when a letter outside ASCII is part of it.
    using Beginning = std::optional<std::uint32_t>;
    static Beginning beginning_at(std::string_view text, std::size_t position);

    /// Whether any phrase may begin so; quick and sometimes wrongly true.
    bool may_begin(Beginning beginning) const { return !beginning || m_first_runs.test(*beginning); }
    bool may_begin(std::string_view text, std::size_t position) const { return may_begin(beginning_at(text, position)); }

    /// The node behind a run.
    std::optional<std::uint32_t> step(std::uint32_t node, std::string_view key) const;

    /// The values of the phrases that end at a node.
    const std::vector<std::uint32_t>& values(std::uint32_t node) const { return m_values[node]; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_words;
    std::unordered_map<std::uint64_t, std::uint32_t> m_next;
    std::vector<std::vector<std::uint32_t>> m_values;
    std::bitset<1 << 15> m_first_runs;  // hashes of first runs, and of their plurals
};

}  // namespace flightxref::detail
