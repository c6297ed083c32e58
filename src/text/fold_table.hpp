// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

// Latin letters without their diacritics, two characters for each code point, upper case where the letter is; two spaces where a letter
// has no such form. Facts of the Unicode Character Database (NFKD), with the usual English spelling of letters that do not decompose.
namespace flightxref::detail {

inline constexpr std::string_view latin_fold_00c0 =
    "A A A A A A AeC E E E E I I I I D N O O O O O   O U U U U Y Thssa a a a a a aec e e e e i i i i d n o o o o o   "
    "o u u u u y thy A a A a A a C c C c C c C c D d D d E e E e E e E e E e G g G g G g G g H h H h I i I i I i I i "
    "I i IjijJ j K k k L l L l L l L l L l N n N n N n n N n O o O o O o OeoeR r R r R r S s S s S s S s T t T t T t "
    "U u U u U u U u U u U u W w Y y Y Z z Z z Z z s b                             E                                 "
    "O o                           U u                                       DzDzdzLjljljNjnjnjA a I i O o U u U u U "
    "u U u U u   A a A a         G g K k O o O o     j DzdzdzG g     N n A a         A a A a E e E e I i I i O o O o "
    "R r R r U u U u S s T t     H h             A a E e O o O o O o O o Y y                                     E e "
    "                ";

inline constexpr std::string_view latin_fold_1e00 =
    "A a B b B b B b C c D d D d D d D d D d E e E e E e E e E e F f G g H h H h H h H h H h I i I i K k K k K k L l "
    "L l L l L l M m M m M m N n N n N n N n O o O o O o O o P p P p R r R r R r R r S s S s S s S s S s T t T t T t "
    "T t U u U u U u U u U u V v V v W w W w W w W w W w X x X x Y y Z z Z z Z z h t w y a s     Ss  A a A a A a A a "
    "A a A a A a A a A a A a A a A a E e E e E e E e E e E e E e E e I i I i O o O o O o O o O o O o O o O o O o O o "
    "O o O o U u U u U u U u U u U u U u Y y Y y Y y Y y             ";

}  // namespace flightxref::detail
