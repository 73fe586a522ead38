// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"
#include "core/catalog/fielddefinition.h"
#include "core/services/imports/importmapping.h"
#include "core/services/imports/readsource.h"
#include "core/services/workspace.h"
#include "core/store/jobs/rejectedrows.h"

namespace dw {

/// One file, or what was pasted, and what its rows are.
struct ImportSource {
    QString entity = {};
    QString file = {};      ///< Path; empty for pasted cells.
    QByteArray pasted = {}; ///< Used where there is no path.
    QString name = {};      ///< As messages and `history` call it; the file's own where empty.
    TableForm form = {};    ///< What a person told; the rest is found out.
    std::optional<ImportMapping> mapping = {}; ///< Proposed from the header where absent.
    bool isRetry = false; ///< Rejected rows, whose first lines stand in a column.
};

/// What is imported, and how. What stands here goes before what a mapping says.
struct ImportRequest {
    std::vector<ImportSource> sources = {}; ///< In any order.
    std::optional<ImportMode> mode = {};
    QMap<QString, QStringList> match =
        {}; ///< By entity: keys of the fields that rows are found by.
    std::optional<MissingTargets> missing = {};
    std::optional<DateOrder> dates = {};
    QString system = {}; ///< Where the ids in the files come from.
    QString source = {}; ///< Instead of the file's name and line.
    qint64 retryOf = 0;  ///< Number of the job whose rejected rows these are; 0 = none.
};

/// One file of one entity.
[[nodiscard]] ImportRequest importOf(const QString &entity, const QString &file,
                                     const std::optional<ImportMapping> &mapping = {});

/// Amounts of one field in one currency, of all rows of the files that were not rejected.
struct ImportSum {
    QString entity, field; ///< Keys.
    Money money;
    qint64 rows = 0;
    friend bool operator==(const ImportSum &, const ImportSum &) = default;
};

struct ImportReport {
    qint64 set = 0;                  ///< 0 for a dry run, or when nothing came in.
    qint64 job = 0;                  ///< 0 for a dry run, or what is no job.
    QMap<QString, qint64> created;   ///< Rows by entity, those made for links too.
    QMap<QString, qint64> updated;   ///< Rows of the workspace that something changed in.
    QMap<QString, qint64> unchanged; ///< Rows of the files that changed nothing.
    QMap<QString, qint64> refused;   ///< Rejected rows by the entity of their file.
    qint64 read = 0;
    qint64 rejected = 0;
    std::vector<std::pair<QString, QStringList>>
        headers;               ///< Of every file that was read, by its name.
    QStringList headerNotUsed; ///< Columns that nothing takes; one without a name as "#3".
    std::vector<ImportSum> sums;
    std::vector<RejectedRow> rejects; ///< The first `mostRejectsShown`; the job keeps all of them.
    std::vector<Message> notes;       ///< What was mapped, made up, or is flagged.
    std::vector<std::pair<QString, ImportMapping>>
        mappings; ///< By name of the file: as it was used, with every form that was found out.
};
constexpr size_t mostRejectsShown = 10'000;

/// How much of the whole is done, in a unit of the import's own. Called on the thread that works.
using ImportProgress = WorkProgress;

/// What an import needs of a workspace that may be open on another thread.
struct ImportContext {
    ReadSource source;
    Instant wall;   ///< The system's time, for ids and trusted history.
    RecordId actor; ///< Who imports.
    QString folder; ///< Where the staging file is made: jobs/ of the workspace, or another one.
    [[nodiscard]] static ImportContext of(const Workspace &workspace, RecordId actor);
};

/// The judged rows of an import in a file of their own, which goes with this unless it was started.
class StagedImport {
public:
    StagedImport(ImportReport report, QString path)
        : m_report(std::move(report)),
          m_path(std::move(path)) {}
    StagedImport(StagedImport &&other) noexcept;
    StagedImport &operator=(StagedImport &&other) noexcept;
    ~StagedImport();

    [[nodiscard]] const ImportReport &report() const { return m_report; }
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Custom fields that the rows need and that are not there yet.
    [[nodiscard]] const std::vector<FieldDefinition> &newFields() const { return m_newFields; }
    void setNewFields(std::vector<FieldDefinition> fields) { m_newFields = std::move(fields); }
    /// Hands the file over.
    [[nodiscard]] QString release();

private:
    ImportReport m_report;
    QString m_path;
    std::vector<FieldDefinition> m_newFields;
};

/// Reads and judges everything and writes it to a staging file; the workspace is only read. Any
/// thread. Memory: 64 bytes for each row of the entities that are matched or linked to, and the
/// rows that wait for others further down, at most `mostWaitingBytes`. Fails: "import.no_file"
/// {file}, "import.empty_file" {file}, "import.not_csv", "import.encoding", "import.unreadable"
/// {file, line}, "import.changed" {file}, "import.no_columns", "import.unknown_field" {field},
/// "import.own_field", "import.field_twice", "import.header_twice", "import.date_order" {file,
/// columns, examples} (days read in both ways and nobody told), "write.denied", "store.*",
/// "cancelled".
[[nodiscard]] Result<StagedImport> stageImport(const ImportContext &context,
                                               const ImportRequest &request,
                                               const ImportProgress &progress = {},
                                               StopToken stop = {});
constexpr qint64 mostWaitingBytes = 256 << 20;

/// Makes new fields, and starts the job that writes the rows; on the workspace's thread. Returns
/// the number of the job. Fails: "workspace.read_only", as addFieldWork() and Jobs::start().
[[nodiscard]] Result<qint64> startImport(Workspace &workspace, StagedImport &&staged);

/// Waits for jobs that run; stages, starts and waits until everything is in; stopped before that,
/// all is taken back. The first half of the progress is staging. Fails as these, and:
/// "import.stands_still" {number} with the problem as reason (the job was paused or failed, and
/// goes on by Jobs::resume()).
[[nodiscard]] Result<ImportReport> runImport(Workspace &workspace, const ImportRequest &request,
                                             RecordId actor, const ImportProgress &progress = {},
                                             StopToken stop = {});
/// Stages, and drops what was staged.
[[nodiscard]] Result<ImportReport> dryRunImport(Workspace &workspace, const ImportRequest &request,
                                                const ImportProgress &progress = {},
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
