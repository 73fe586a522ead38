// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/arch/layers.h"

#include <QString>
#include <QStringList>

namespace dw::test {

/// A file as the rules see it; `path` is relative to the root of the repository.
struct SourceFile {
    QString path;
    QString text;
};

/// Each rule returns its findings as "path:line: what is wrong", nothing when the file is fine.
/// The rules know core, ui and app; a file elsewhere passes all but the last two.

/// Include lines: only arrows of the table, and only root-relative paths.
QStringList checkArrows(const SourceFile &file, const Layers &layers);

/// Third-party headers in core: of Qt only Core (a header counts as Core's if it lies in
/// `qtCoreHeaders`), ICU only in domain, OpenSSL only in store and sync.
QStringList checkCoreHeaders(const SourceFile &file, const QString &qtCoreHeaders);

/// SQL outside core/store and core/sync: SQLite and Qt Sql by header or name, and statements in
/// text.
QStringList checkSql(const SourceFile &file);

/// The wall clock outside core/base/clock.cpp, in C++ and in SQL text. Clocks that only measure
/// (QElapsedTimer, steady_clock) are free.
QStringList checkWallClock(const SourceFile &file);

/// No file over 700 lines.
QStringList checkLength(const SourceFile &file);

/// The two SPDX lines on top, and #pragma once in a header.
QStringList checkHeading(const SourceFile &file);

} // namespace dw::test
