# SPDX-FileCopyrightText: Dealwright contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# dw_options: the warnings and the strict set of Qt definitions, linked by every target of ours.

option(DW_WERROR "Treat warnings as errors" OFF)
option(DW_ASAN "Build with the address and undefined-behaviour sanitizers" OFF)
option(DW_FUZZ "Build the fuzz targets with libFuzzer (needs Clang)" OFF)

add_library(dw_options INTERFACE)

target_compile_features(dw_options INTERFACE cxx_std_20)
target_include_directories(dw_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(dw_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH
    $<$<PLATFORM_ID:Windows>:NOMINMAX;WIN32_LEAN_AND_MEAN;UNICODE;_UNICODE>)

if(MSVC)
    target_compile_options(dw_options INTERFACE /W4 /utf-8 /permissive- /Zc:__cplusplus
        $<$<BOOL:${DW_WERROR}>:/WX>)
else()
    target_compile_options(dw_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wcast-align -Wformat=2 -Wdouble-promotion -Wimplicit-fallthrough
        $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op>
        $<$<BOOL:${DW_WERROR}>:-Werror>)
endif()

# The sanitizers change the ABI of containers, so they are set for everything, not per target.
if(DW_ASAN)
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
if(DW_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "DW_FUZZ needs Clang: libFuzzer comes with it (preset fuzz)")
    endif()
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()
