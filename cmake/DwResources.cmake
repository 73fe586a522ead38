# SPDX-FileCopyrightText: Dealwright contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the programs carry inside: everything below resources/ (as ":/icons/app.svg" and so on; the
# sample sets stay plain files) and the compiled translations (as ":/i18n/dealwright_zh_CN.qm").
#
# Both are object libraries: a resource in a static library registers itself only if something
# names it, while the objects that dw_embed() hands straight to a program always do.

function(dw_qrc out name prefix)
    set(text "<RCC><qresource prefix=\"${prefix}\">\n")
    list(LENGTH ARGN count)
    math(EXPR last "${count} - 1")
    foreach(i RANGE 0 ${last} 2)
        math(EXPR j "${i} + 1")
        list(GET ARGN ${i} alias)
        list(GET ARGN ${j} file)
        string(APPEND text "<file alias=\"${alias}\">${file}</file>\n")
    endforeach()
    string(APPEND text "</qresource></RCC>\n")
    set(qrc ${PROJECT_BINARY_DIR}/${name}.qrc)
    file(CONFIGURE OUTPUT ${qrc} CONTENT "${text}" @ONLY)
    qt_add_resources(sources ${qrc})
    set(${out} ${sources} PARENT_SCOPE)
endfunction()

function(dw_resources)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/resources
        ${PROJECT_SOURCE_DIR}/resources/*)
    list(FILTER files EXCLUDE REGEX "^sample/|(^|/)README|\\.license$")
    if(NOT files)
        return()
    endif()
    set(pairs)
    foreach(file IN LISTS files)
        list(APPEND pairs ${file} ${PROJECT_SOURCE_DIR}/resources/${file})
    endforeach()
    dw_qrc(sources dw_resources "/" ${pairs})
    add_library(dw_resources OBJECT ${sources})
    set_target_properties(dw_resources PROPERTIES AUTOMOC OFF)
    target_link_libraries(dw_resources PRIVATE Qt6::Core)
endfunction()

function(dw_translations)
    file(GLOB tsFiles CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/translations/*.ts)
    # Refreshes the source texts of every .ts file; a language starts as an empty file.
    file(GLOB_RECURSE scanned CONFIGURE_DEPENDS
        ${PROJECT_SOURCE_DIR}/core/*.cpp ${PROJECT_SOURCE_DIR}/core/*.h
        ${PROJECT_SOURCE_DIR}/ui/*.cpp ${PROJECT_SOURCE_DIR}/ui/*.h
        ${PROJECT_SOURCE_DIR}/app/*.cpp ${PROJECT_SOURCE_DIR}/app/*.h)
    list(JOIN scanned "\n" lines)
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/lupdate.lst CONTENT "${lines}\n" @ONLY)
    add_custom_target(update_translations
        COMMAND Qt6::lupdate -no-obsolete -locations none -I ${PROJECT_SOURCE_DIR}
            @${PROJECT_BINARY_DIR}/lupdate.lst
            -ts ${PROJECT_SOURCE_DIR}/translations/dealwright_zh_CN.ts
        # English texts are the source; only what counts something needs its plural.
        COMMAND Qt6::lupdate -no-obsolete -locations none -pluralonly -I ${PROJECT_SOURCE_DIR}
            @${PROJECT_BINARY_DIR}/lupdate.lst
            -ts ${PROJECT_SOURCE_DIR}/translations/dealwright_en.ts
        WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
        VERBATIM)
    if(NOT tsFiles)
        return()
    endif()
    set(pairs)
    foreach(ts IN LISTS tsFiles)
        get_filename_component(name ${ts} NAME_WE)
        set(qm ${PROJECT_BINARY_DIR}/i18n/${name}.qm)
        add_custom_command(OUTPUT ${qm}
            COMMAND Qt6::lrelease -silent -nounfinished ${ts} -qm ${qm}
            DEPENDS ${ts} VERBATIM)
        list(APPEND pairs ${name}.qm ${qm})
    endforeach()
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/i18n)
    dw_qrc(sources dw_translations "/i18n" ${pairs})
    add_library(dw_translations OBJECT ${sources})
    set_target_properties(dw_translations PROPERTIES AUTOMOC OFF)
    target_link_libraries(dw_translations PRIVATE Qt6::Core)
endfunction()

# Puts the resources and translations into an executable.
function(dw_embed target)
    dw_link(${target} PRIVATE dw_resources dw_translations)
endfunction()
