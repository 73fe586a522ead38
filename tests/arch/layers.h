// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace dw::test {

/// The table of cmake/layers.txt: who may include whom.
class Layers {
public:
    /// Reads the table; a line that is not understood, or that names an unknown folder, is listed
    /// by errors().
    explicit Layers(const QString &table);

    const QStringList &errors() const { return m_errors; }
    QStringList folders() const { return m_uses.keys(); }

    /// The folder of the table that a path such as "core/store/write/door.h" belongs to; empty if
    /// none.
    QString folderOf(const QString &path) const;

    /// True if a file of `folder` may include `path`. Its own folder always; inside core what is
    /// allowed is passed on, elsewhere the line of the table is the whole truth.
    bool allows(const QString &folder, const QString &path) const;

private:
    QHash<QString, QStringList> m_uses;
    QStringList m_errors;
};

} // namespace dw::test
