// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <flightxref/report/text.hpp>

#include <string>
#include <string_view>

namespace flightxref::detail {

enum class Ink { plain, bold, dim, green, red, yellow };

/// Builds text for a terminal: inks only where colour is wanted, long paragraphs wrapped, control characters of the input
/// replaced by blanks so that a hostile text can not drive the terminal.
class Words {
  public:
    explicit Words(const TextOptions& options) : m_options(options) {}

    /// Text as it is (already ours, or passed through clean()).
    Words& put(std::string_view text, Ink ink = Ink::plain);
    /// A paragraph of words, wrapped at the width, every line behind `indent` blanks.
    Words& paragraph(std::string_view text, unsigned indent, Ink ink = Ink::plain);
    /// The text, cut or filled with blanks to that many columns, and a blank.
    Words& column(std::string_view text, unsigned width, Ink ink = Ink::plain);
    Words& line_feed();

    std::string take() { return std::move(m_out); }

  private:
    TextOptions m_options;
    std::string m_out;
};

/// Control characters become blanks, bytes that are not UTF-8 become '?'.
std::string clean(std::string_view text);

/// Number of code points.
std::size_t columns_of(std::string_view text);

}  // namespace flightxref::detail
