# SPDX-FileCopyrightText: Dealwright contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One static library per folder, linked as cmake/layers.txt says. A folder without sources is
# skipped, and whoever lists it simply does not link it.

set(DW_CORE_PCH
    <QByteArray> <QDate> <QDateTime> <QHash> <QList> <QObject> <QString> <QStringList>
    <QStringView> <QVariant> <algorithm> <array> <functional> <map> <memory> <optional> <set> <span>
    <string> <utility> <variant> <vector>)
set(DW_UI_PCH ${DW_CORE_PCH}
    <QAbstractItemModel> <QBoxLayout> <QFont> <QIcon> <QLabel> <QPainter> <QPushButton> <QWidget>)

# Sources and headers below `folder` (with RECURSE also in its subfolders), without main.cpp.
function(dw_sources out folder)
    set(glob GLOB)
    if(ARGN STREQUAL "RECURSE")
        set(glob GLOB_RECURSE)
    endif()
    file(${glob} files CONFIGURE_DEPENDS
        ${PROJECT_SOURCE_DIR}/${folder}/*.cpp ${PROJECT_SOURCE_DIR}/${folder}/*.h)
    list(FILTER files EXCLUDE REGEX "/main\\.cpp$")
    set(${out} ${files} PARENT_SCOPE)
endfunction()

function(dw_has_cpp out)
    set(files ${ARGN})
    list(FILTER files INCLUDE REGEX "\\.cpp$")
    if(files)
        set(${out} TRUE PARENT_SCOPE)
    else()
        set(${out} FALSE PARENT_SCOPE)
    endif()
endfunction()

# Links those of the named libraries of ours that exist.
function(dw_link target visibility)
    foreach(library IN LISTS ARGN)
        if(TARGET ${library})
            target_link_libraries(${target} ${visibility} ${library})
        endif()
    endforeach()
endfunction()

# dw_core_library(<folder> DEPS <libraries>…): the static library dw_<folder> from core/<folder>.
function(dw_core_library folder)
    cmake_parse_arguments(arg "" "" "DEPS" ${ARGN})
    dw_sources(files core/${folder} RECURSE)
    dw_has_cpp(hasCpp ${files})
    if(NOT hasCpp)
        # Headers only (or nothing yet): pass the permission on.
        add_library(dw_${folder} INTERFACE)
        target_link_libraries(dw_${folder} INTERFACE dw_options Qt6::Core)
        dw_link(dw_${folder} INTERFACE ${arg_DEPS})
        return()
    endif()
    add_library(dw_${folder} STATIC ${files})
    target_link_libraries(dw_${folder} PUBLIC dw_options Qt6::Core)
    dw_link(dw_${folder} PUBLIC ${arg_DEPS})
    # One precompiled header for the whole of core: the first library makes it, the others use it.
    get_property(owner GLOBAL PROPERTY DW_CORE_PCH_OWNER)
    if(owner)
        target_precompile_headers(dw_${folder} REUSE_FROM ${owner})
    else()
        target_precompile_headers(dw_${folder} PRIVATE ${DW_CORE_PCH})
        set_property(GLOBAL PROPERTY DW_CORE_PCH_OWNER dw_${folder})
    endif()
endfunction()

# Reads cmake/layers.txt and makes the libraries of core.
function(dw_core_libraries)
    set(table ${PROJECT_SOURCE_DIR}/cmake/layers.txt)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${table})
    file(STRINGS ${table} lines REGEX "^core/[a-z]+ *:")
    set(all)
    foreach(line IN LISTS lines)
        string(REGEX MATCH "^core/([a-z]+) *:(.*)$" matched "${line}")
        set(folder ${CMAKE_MATCH_1})
        string(REGEX MATCHALL "core/[a-z]+" uses "${CMAKE_MATCH_2}")
        list(TRANSFORM uses REPLACE "^core/" "dw_")
        dw_core_library(${folder} DEPS ${uses})
        list(APPEND all dw_${folder})
    endforeach()
    add_library(dw_core INTERFACE)
    target_link_libraries(dw_core INTERFACE ${all})
endfunction()

# dw_private_library(<target> <libraries>…): a third-party library that only this folder knows.
function(dw_private_library target)
    get_target_property(type ${target} TYPE)
    if(NOT type STREQUAL "INTERFACE_LIBRARY")
        target_link_libraries(${target} PRIVATE ${ARGN})
    endif()
endfunction()

# A static library of ours from the sources below `folder`; nothing when there are none.
function(dw_folder_library target folder)
    dw_sources(files ${folder} RECURSE)
    dw_has_cpp(hasCpp ${files})
    if(hasCpp)
        add_library(${target} STATIC ${files})
        target_link_libraries(${target} PUBLIC dw_options)
        dw_link(${target} PUBLIC ${ARGN})
    endif()
endfunction()

# check_headers compiles every header alone and without the precompiled header, so that a header
# which leans on its includer is found. Not part of "all".
function(dw_check_headers)
    foreach(area core ui app)
        file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}
            ${PROJECT_SOURCE_DIR}/${area}/*.h)
        set(sources)
        foreach(header IN LISTS headers)
            set(source ${PROJECT_BINARY_DIR}/headers/${header}.cpp)
            file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n" @ONLY)
            list(APPEND sources ${source})
        endforeach()
        if(sources)
            add_library(check_headers_${area} OBJECT EXCLUDE_FROM_ALL ${sources})
            set_target_properties(check_headers_${area} PROPERTIES AUTOMOC OFF)
            target_link_libraries(check_headers_${area} PRIVATE dw_options Qt6::Core)
            if(NOT area STREQUAL "core")
                target_link_libraries(check_headers_${area} PRIVATE Qt6::Widgets Qt6::PrintSupport
                    Qt6::Svg)
            endif()
            list(APPEND targets check_headers_${area})
        endif()
    endforeach()
    add_custom_target(check_headers DEPENDS ${targets})
endfunction()
