// SPDX-License-Identifier: BSL-1.0
#include "text/mention_words.hpp"

#include "reference/table.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace flightxref;

TEST_CASE("every word of the tables is found, wherever its hash puts it") {
    for (const std::string_view table : {"mention_words", "given_names"})
        detail::for_each_row(detail::builtin_table(table), [](const std::vector<std::string_view>& fields) {
            for (const std::string_view word : detail::split_list(fields[0])) {
                CAPTURE(std::string(word));
                CHECK(detail::WordTable::built_in().find(word).bits != 0);
            }
        });
}
