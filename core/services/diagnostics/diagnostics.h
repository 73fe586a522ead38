// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"

#include <QJsonObject>

namespace dw {

/// What the window knows of the computer that it runs on, for a report.
struct ProgramFacts {
    QString version;  ///< Of the program.
    QString platform; ///< Of the window system ("xcb", "windows").
    QString screen;   ///< "2560×1440 at 200 %", a line each.
    QString look;     ///< Theme and language.
    QString mode;     ///< Whether the workspace is open to write.
};

/// What helps to find a fault and names nobody: versions, system, sizes, counts of rows (two
/// figures of each), the mode, keys of settings without their values. No names, no ids, no
/// paths, no host. Runs on the worker.
[[nodiscard]] QJsonObject diagnosticReport(Reader &reader, const WorkspacePaths &paths,
                                           const ProgramFacts &facts);

/// Of the library that keeps the workspace: "3.40.1".
[[nodiscard]] QString databaseVersion();

/// A count with its first two figures ("12 345" is 12 000): enough to see what is large.
[[nodiscard]] qint64 roundedCount(qint64 count);

/// Writes the report and the log's files, whose personal data is masked once more, as a ZIP
/// archive. An older file of that name stands until the new one is whole. Fails: "zip.write".
[[nodiscard]] Result<void> writeDiagnostics(const QString &path, const QJsonObject &report,
                                            const QStringList &logs);

} // namespace dw
