# SPDX-License-Identifier: BSL-1.0
# What only those who work on flightxref need: strict warnings, applied per target, never exported.
add_library(flightxref_developer INTERFACE)
if(FLIGHTXREF_DEVELOPER)
  target_compile_options(flightxref_developer INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
endif()
