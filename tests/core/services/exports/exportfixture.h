// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/readsource.h"
#include "tests/core/services/workspacefixture.h"

#include <QJsonObject>

namespace dw::test {

/// A workspace that has a bit of everything: every type of custom field, sets, deleted rows, undone
/// sets, rejected rows, attached files, settings, and texts that are hard to write down. Beside it
/// is room for what is written.
class ExportFixture {
public:
    ExportFixture();

    [[nodiscard]] WorkspaceFixture &f() { return m_f; }
    [[nodiscard]] ReadSource source() { return ReadSource::of(m_f.workspace()); }
    /// A path beside the workspace; nothing is there.
    [[nodiscard]] QString out(const QString &name) const { return m_out.filePath(name); }
    /// Names of all that lies beside the workspace.
    [[nodiscard]] QStringList written() const;

    /// As contentOf().
    [[nodiscard]] static QMap<QString, QStringList> tablesOf(const WorkspacePaths &paths);
    /// Path within the folder and content of every file.
    [[nodiscard]] static QMap<QString, QByteArray> filesBelow(const QString &folder);

private:
    WorkspaceFixture m_f;
    QTemporaryDir m_out;
};

} // namespace dw::test
