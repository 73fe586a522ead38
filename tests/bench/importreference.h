// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace dw::bench {

/// Milliseconds of the SQLite shell's `.import` of the file into a table of texts, and of the
/// indexes afterwards; 0 where there is no shell.
struct ShellImport {
    double import = 0;
    double indexes = 0;
};
[[nodiscard]] ShellImport shellImport(const QString &csv, const QString &database);

/// What the C API is given to do, beside the rows.
enum class LogRecords { None, OfTheSameSize };
/// Milliseconds of reading the file and inserting its rows, typed and with ids, in one transaction
/// through the C API, and of building the same indexes afterwards.
[[nodiscard]] double plainImport(const QString &csv, const QString &database, LogRecords log);

} // namespace dw::bench
