// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/store/sqlite/sqlite.h"

#include <vector>

namespace dw {

enum class JobKind { Import, Undo };

enum class JobState {
    Applying,  ///< Slices are written; rolled forward when the program starts again.
    Paused,    ///< By a person; waits for that person.
    Cancelled, ///< Being taken back, slice by slice.
    Done,
    TakenBack, ///< Cancelled, and everything it had written is undone.
    Failed     ///< Stands where it failed, and can be resumed or cancelled.
};

/// What the slices do now.
enum class JobPhase { Rows, Keys, Search, Rejects, Close, Undo, CloseUndo, Finished };

/// A long job as the workspace remembers it: local, never sent.
struct JobRow {
    qint64 number = 0; ///< Shown to people.
    RecordId id;
    JobKind kind = JobKind::Import;
    JobState state = JobState::Applying;
    JobPhase phase = JobPhase::Rows;
    qint64 cursor = 0; ///< Within the phase.
    qint64 part = 0;   ///< Which of the phase's parts (key tables, entities).
    qint64 bound = 0;  ///< Last item that was applied, once all are or the job was cancelled.
    qint64 done = 0;   ///< Of `total`, in one unit for the whole job, for progress.
    qint64 total = 0;
    qint64 set = 0;     ///< Its change set; 0 before there is one.
    qint64 undoSet = 0; ///< The set that takes it back.
    qint64 ofSet = 0;   ///< Undo: the set that is taken back.
    QString file;       ///< Name in jobs/; empty once it is gone.
    Message label;
    RecordId actor;
    QByteArray request; ///< JSON of whoever made the job.
    QByteArray report;  ///< JSON: its figures.
    qint64 rejected = 0;
    std::vector<Message> notes; ///< What stayed as somebody had edited it, and the like.
    qint64 moreNotes = 0;       ///< So many more than are kept.
    Message problem;            ///< Why it failed.
    Instant started;
    std::optional<Instant> ended;

    [[nodiscard]] bool isUnfinished() const {
        return state != JobState::Done && state != JobState::TakenBack;
    }
    /// Keeps the note, or counts it where there are many.
    void note(Message message);
};

// The table `job`: the only place that knows its columns.
namespace jobtable {

/// Gives it its number. Inside a transaction.
[[nodiscard]] Result<void> insert(Connection &c, JobRow &job);
/// Writes what moves: everything but id, kind, file's making, label, actor, request and started.
[[nodiscard]] Result<void> update(Connection &c, const JobRow &job);
[[nodiscard]] Result<std::optional<JobRow>> find(Connection &c, qint64 number);
/// The newest first.
[[nodiscard]] Result<std::vector<JobRow>> list(Connection &c);
/// Those that are not finished, the oldest first.
[[nodiscard]] Result<std::vector<JobRow>> unfinished(Connection &c);

} // namespace jobtable

/// "applying", "paused", "cancelled", "done", "taken_back", "failed".
[[nodiscard]] QString nameOf(JobState state);
/// "import", "undo".
[[nodiscard]] QString nameOf(JobKind kind);
/// "rows", "keys", "search", "rejects", "close", "undo", "close_undo", "finished".
[[nodiscard]] QString nameOf(JobPhase phase);

} // namespace dw
