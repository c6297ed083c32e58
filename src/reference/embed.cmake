# SPDX-License-Identifier: BSL-1.0
# flightxref_embed_tables(TARGET): puts every reference/*.csv into the library.
# The assembler's .incbin takes a table of any size without compile time; builtin_table("airports") finds it by name.
function(flightxref_embed_tables target)
  file(GLOB tables CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/reference/*.csv)
  set(assembly "")
  set(externs "")
  set(entries "")
  foreach(table IN LISTS tables)
    get_filename_component(name ${table} NAME_WE)
    string(APPEND assembly "    .globl flightxref_table_${name}\nflightxref_table_${name}:\n    .incbin \"${table}\"\n    .globl flightxref_table_${name}_end\nflightxref_table_${name}_end:\n    .byte 0\n")
    string(APPEND externs "extern \"C\" const char flightxref_table_${name}[], flightxref_table_${name}_end[];\n")
    string(APPEND entries "    if (name == \"${name}\") return {flightxref_table_${name}, static_cast<std::size_t>(flightxref_table_${name}_end - flightxref_table_${name})};\n")
  endforeach()
  file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/tables.cpp CONTENT
"// made by reference/embed.cmake
#include <reference/table.hpp>
__asm__(R\"asm(
    .pushsection .rodata
${assembly}    .popsection
)asm\");
${externs}namespace flightxref::detail {
std::string_view builtin_table([[maybe_unused]] std::string_view name) {
${entries}    return {};
}
}  // namespace flightxref::detail
")
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/tables.cpp)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/tables.cpp PROPERTIES OBJECT_DEPENDS "${tables}")
endfunction()
