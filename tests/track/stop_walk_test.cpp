// SPDX-License-Identifier: BSL-1.0
#include "track/stop_walk.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

using namespace flightxref::detail;

namespace {

/// Walks over random text and holds each stop against those listed.
template <Brackets brackets, char... stops>
void walk_over_text(std::string_view listed) {
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        const std::size_t size = random() % 300;
        std::string text;
        for (std::size_t n = 0; n < size; ++n) text += random() % 8 == 0 ? ",\"x{]|\x80"[random() % 7] : static_cast<char>(1 + random() % 255);
        const std::size_t end = text.size();
        text.append(64, '\0');
        StopWalk<brackets, stops...> walk(text.data());
        for (std::size_t at = 0;; ++at) {
            at = text.find_first_of(listed, at);
            REQUIRE(walk.next() == text.data() + at);
            if (at == end) break;
            if (random() % 16 != 0) continue;
            at += random() % std::min<std::size_t>(end - at, 150);
            walk.pass_to(text.data() + at + 1);
        }
    }
}

}  // namespace

TEST_CASE("a walk stops at each stop byte and at nothing else, to the zero that ends the text") {
    walk_over_text<Brackets::pass, ',', '"', '{'>({",\"{\0", 4});
    walk_over_text<Brackets::stop, ',', '"'>({",\"[\\]{|}\0", 9});
    walk_over_text<Brackets::stop>({"[\\]{|}\0", 7});
}
