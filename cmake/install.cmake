# SPDX-License-Identifier: BSL-1.0
# find_package(flightxref) for CMake, flightxref.pc for everything else.
include(CMakePackageConfigHelpers)

install(DIRECTORY include/flightxref DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES LICENSE src/reference/LICENSES.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/flightxref)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/flightxref)

# Two export sets, so that a program which uses only the headers needs none of the compiled part's dependencies.
install(TARGETS flightxref_core EXPORT flightxref-core)
install(TARGETS flightxref EXPORT flightxref-compiled)
install(EXPORT flightxref-core NAMESPACE flightxref:: DESTINATION ${package_dir})
install(EXPORT flightxref-compiled NAMESPACE flightxref:: DESTINATION ${package_dir})

configure_package_config_file(cmake/flightxref-config.cmake.in ${PROJECT_BINARY_DIR}/flightxref-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/flightxref-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/flightxref-config.cmake ${PROJECT_BINARY_DIR}/flightxref-config-version.cmake DESTINATION ${package_dir})

# The file finds its prefix from where it lies, so that an installed tree can be moved.
file(RELATIVE_PATH FLIGHTXREF_PC_TO_PREFIX /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(cmake/flightxref.pc.in ${PROJECT_BINARY_DIR}/flightxref.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/flightxref.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
