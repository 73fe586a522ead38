// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>

#include <QObject>

namespace dw::test {

using MakeTest = std::unique_ptr<QObject> (*)();

/// Adds a test class to those that the common main runs. Called before main, through DW_TEST.
bool registerTest(const char *name, MakeTest make);

} // namespace dw::test

/// Registers a test class; stands at the end of its tst_*.cpp, before the include of the .moc file.
/// Run all classes of a folder with `tst_core_expr`, one with `tst_core_expr TestParser`, one
/// function with `tst_core_expr TestParser someFunction:someRow`. A warning or error that is logged
/// without QTest::ignoreMessage() fails the run.
#define DW_TEST(Class)                                                                 \
    [[maybe_unused]] static const bool dwRegistered##Class = ::dw::test::registerTest( \
        #Class, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
