// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importer.h"

#include <QTemporaryDir>

namespace dw::test {

/// 2026-11-24T09:00Z.
[[nodiscard]] Instant startInstant();

/// A fresh workspace in a folder of its own, and files to import into it. Business time and wall
/// clock stand at 2026-11-24T09:00Z.
class ImportFixture {
public:
    explicit ImportFixture(const QString &zone = QStringLiteral("UTC"), const QString &vfs = {});

    /// Closes the workspace and gives its folder; open() opens it again.
    QString close();
    bool open();
    [[nodiscard]] bool isReady() const { return m_workspace != nullptr; }
    [[nodiscard]] Workspace &workspace() { return *m_workspace; }
    [[nodiscard]] RecordId actor() { return m_workspace->actor(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Writes a file and gives its path.
    QString file(const QString &name, const QByteArray &content) const;
    /// Imports text as the file in.csv, as the proposal reads its columns.
    Result<ImportReport> importAsProposed(const QString &entity, const QByteArray &csv);
    /// Imports text as the file in.csv.
    Result<ImportReport> import(const QString &entity, const QByteArray &csv,
                                const std::optional<ImportMapping> &mapping = {});
    /// The same with what is missing rejected.
    Result<ImportReport> importStrictly(const QString &entity, const QByteArray &csv,
                                        const std::optional<ImportMapping> &mapping = {});
    [[nodiscard]] FixedClock &clock() { return m_clock; }

    /// Rows of an entity that are not deleted; -1 when they cannot be read.
    [[nodiscard]] qint64 count(const QString &entity, const QString &where = {});
    [[nodiscard]] std::vector<Row> rows(const QString &entity);
    /// The only row of that title; a null id where there is not exactly one.
    [[nodiscard]] RecordId named(const QString &entity, const QString &title);
    [[nodiscard]] FieldValue value(const QString &entity, RecordId id, QStringView field);
    /// What the row at the end of a link is called.
    [[nodiscard]] QString linked(const QString &entity, RecordId id, QStringView field);
    /// Damage that `check` finds, one line each; empty = clean.
    [[nodiscard]] QStringList damage();

private:
    QTemporaryDir m_folder;
    FixedClock m_clock;
    QString m_vfs;
    std::unique_ptr<Workspace> m_workspace;
};

/// The ids of messages with their {count}, {value} or {field} where they have one, for comparison.
[[nodiscard]] QStringList shown(const std::vector<Message> &messages);

/// The reasons of all rejected rows, one row a line: "line: id value…; id…".
[[nodiscard]] QStringList rejectsOf(const ImportReport &report);

} // namespace dw::test
