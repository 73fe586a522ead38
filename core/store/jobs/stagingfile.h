// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/store/jobs/rejectedrows.h"
#include "core/store/write/door.h"
#include "core/store/write/writetransaction.h"

namespace dw {

/// Where a staged value comes from, and when it counts.
struct StagedOrigin {
    QString source;       ///< "sales.csv, line 214".
    Instant at;           ///< Business time.
    bool trusted = false; ///< Declared history: known at `at`.
};

/// A later state of a row that the file makes: the fields that change, and where from.
struct StagedStep {
    Record values;
    StagedOrigin origin;
};

/// What a job is, beside its rows.
struct StagedJob {
    SetInfo info;       ///< Kind, actor, label, source, reason, time of its change set.
    QByteArray request; ///< JSON of whoever stages, to try rejected rows again.
    QByteArray report;  ///< JSON: the figures.
};

/// Names of staging files in jobs/: "<id>.staging" while written, then "<id>-<digest>.staged" with
/// the SHA-256 of the whole file in hexadecimal, which is how damage is told before it gets into
/// the log.
constexpr QLatin1StringView stagedSuffix(".staged");
constexpr QLatin1StringView stagingSuffix(".staging");

/// Writes the file that a long job is applied from: rows as their tables hold them, change records
/// as the log will, rejected rows. What is handed in was judged already (validity, targets of
/// links, rights); rows are applied in the order in which they were added, so what is pointed at
/// comes first. Memory stays bounded: everything goes to the file, which is sorted there. One
/// thread at a time, any thread. docs/FORMATS.md has the tables.
class StagingWriter {
public:
    struct Options {
        QString path; ///< Ends with stagingSuffix; finish() renames it.
        CatalogPtr catalog;
        Instant now; ///< Of the wall clock: trusted history lies before it.
    };
    /// Fails: "store.open", "store.full", "store.io".
    [[nodiscard]] static Result<std::unique_ptr<StagingWriter>> create(const Options &options);
    /// Removes the file unless finish() went well.
    ~StagingWriter();

    /// A new row: the draft (its id drawn by the caller, v7 and rising) as it is made, and what
    /// became of it later in the order of time. Each is a change record. A trusted step that would
    /// go behind what is known of its group, or lies ahead of the clock, counts as known only now.
    Result<void> addRow(const Record &draft, const StagedOrigin &origin,
                        const std::vector<StagedStep> &later = {});
    /// A change of a row that stands in the workspace. Where `seen` names a group of which a later
    /// change stands when it is applied, the group stays and is listed.
    Result<void> addChange(const Record &values, const std::vector<GroupVersion> &seen,
                           const StagedOrigin &origin);
    /// A row that could not come in.
    Result<void> addRejected(const RejectedRow &row);

    [[nodiscard]] qint64 rows() const;
    [[nodiscard]] qint64 changes() const;
    [[nodiscard]] qint64 rejected() const;
    [[nodiscard]] qint64 notTrusted() const; ///< Steps that count as known only now.

    /// Sorts the keys, writes what the job is, and brings all of it to the disk. Returns the path
    /// of the whole file, which ends with stagedSuffix. `mayGoOn` is asked now and then. Fails:
    /// "cancelled", "store.*".
    Result<QString> finish(const StagedJob &job, const std::function<bool()> &mayGoOn = {});

private:
    struct State;
    explicit StagingWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// Reads the whole file and compares it with the digest in its name. Any thread; about a second for
/// a million rows. Fails: "job.damaged" (Damaged, {file}), "store.io".
[[nodiscard]] Result<void> verifyStaged(const QString &path);

/// Counts and facts of a finished file.
struct StagedFile {
    StagedJob job;
    qint64 rows = 0, changes = 0, rejected = 0, records = 0;
    qint64 notTrusted = 0;
    QMap<QString, qint64> created; ///< Rows by entity.
    QString collation;             ///< Version of the collation keys in it.

    /// Reads what the file says of itself. Fails: "job.damaged" (Damaged, {file}), "job.newer"
    /// (Newer, {file}), "store.*".
    [[nodiscard]] static Result<StagedFile> read(Connection &c);
};

} // namespace dw
