// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/workspace.h"
#include "core/store/rejectedrows.h"

namespace dw {

/// Which column of a file becomes which field. JSON form (docs/CLI.md): {"columns": {"Header":
/// "field_key", …}, "currency": "CNY", "key": "field_key", "mode": "add", "defaults": {"field_key":
/// "text"}}.
struct ImportMapping {
    std::vector<std::pair<QString, QString>> columns; ///< Header, field key (empty = not imported).
    QString currency; ///< For amounts that are bare numbers; empty = they must name one.
    QString key;      ///< Field that later modes find rows by; "add" does not look at it.
    QMap<QString, QString> defaults; ///< Field key and typed text, where the file has no value.

    /// Fails: "import.map_not_json", "import.bad_map" {member}.
    [[nodiscard]] static Result<ImportMapping> fromJson(const QByteArray &json);
    [[nodiscard]] QByteArray toJson() const;
    /// By folded header against keys and labels of both languages; what a file of rejects adds is
    /// left out. Two columns may claim one field, which planImport then refuses.
    [[nodiscard]] static ImportMapping propose(const EntityDesc &entity, const QStringList &header);
};

/// True where a file may give the field: computed, derived, hidden and the program's own fields are
/// left out.
[[nodiscard]] bool isImportable(const FieldDesc &field);

struct ImportRequest {
    QString entity;
    QStringList files;
    std::optional<ImportMapping> mapping; ///< Proposed from the header where absent.
    QString source;                       ///< The file's name and line where empty.
};

struct ImportReport {
    qint64 set = 0;                ///< 0 for a dry run, or when nothing came in.
    QMap<QString, qint64> created; ///< Rows by entity.
    qint64 read = 0;
    qint64 rejected = 0;
    std::vector<std::pair<QString, QStringList>>
        headers;               ///< Of every file that was read, by its name.
    QStringList headerNotUsed; ///< Columns that no field takes; one without a name as "#3".
    std::vector<Money> sums;   ///< Of the entity's first money field, per currency.
    std::vector<RejectedRow> rejects;
    std::vector<Message> notes; ///< What was mapped, made up, or is flagged.
};

/// How much of the whole is done, in a unit of the import's own. Called on the writer thread.
using ImportProgress = std::function<void(qint64 done, qint64 total)>;

/// Reads and judges everything, writes nothing. Fails: "import.no_file" {file}, "import.not_csv"
/// {file, line}, "import.encoding" {file, line}, "import.no_columns", "import.unknown_field"
/// {field}.
[[nodiscard]] Result<ImportReport> dryRunImport(Workspace &workspace, const ImportRequest &request);
/// The same, written as one change set in one transaction: all of it or none. Rejected rows are
/// kept in the workspace.
[[nodiscard]] Result<ImportReport> runImport(Workspace &workspace, const ImportRequest &request,
                                             RecordId actor, const ImportProgress &progress = {},
                                             StopToken stop = {});
/// The preset "maven": accounts.csv, products.csv, sales_teams.csv, sales_pipeline.csv of a folder.
/// Refused by a workspace that holds records ("import.not_empty"). docs/IMPORT.md says what becomes
/// of every column.
[[nodiscard]] Result<ImportReport> importMaven(Workspace &workspace, const QString &folder,
                                               RecordId actor, const ImportProgress &progress = {},
                                               StopToken stop = {});
/// Names of the files that the preset reads.
[[nodiscard]] QStringList mavenFiles();
/// Reads the preset's files and writes nothing. Fails as importMaven does before it writes.
[[nodiscard]] Result<void> checkMaven(const QString &folder);
/// The preset as dryRunImport does it.
[[nodiscard]] Result<ImportReport> dryRunMaven(Workspace &workspace, const QString &folder);

} // namespace dw
