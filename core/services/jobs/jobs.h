// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/stoptoken.h"
#include "core/store/files/workspacefiles.h"
#include "core/store/jobs/jobtable.h"

#include <QObject>
#include <functional>
#include <memory>

namespace dw {

class Connection;
class Door;

/// A long job as people see it.
struct JobInfo {
    qint64 number = 0; ///< "import 7".
    JobKind kind = JobKind::Import;
    JobState state = JobState::Applying;
    JobPhase phase = JobPhase::Rows;
    qint64 done = 0, total = 0; ///< Of the whole job, in a unit of its own.
    qint64 set = 0;             ///< Its change set; 0 where nothing differed.
    qint64 ofSet = 0;           ///< Undo: the set that is taken back.
    Message label;
    RecordId actor;
    Instant started;
    std::optional<Instant> ended;
    qint64 rejected = 0;
    std::vector<Message> notes;     ///< What stayed as somebody had edited it, and the like.
    qint64 moreNotes = 0;           ///< So many more.
    std::optional<Message> problem; ///< Why it stands still.
    QByteArray request, report;     ///< JSON of whoever made it.
    bool isUnfinished = true;
    bool isRunning = false; ///< In this process, now.
};

/// Long jobs of a workspace: imports from their staging files, and undos of large sets. They run on
/// the door's thread between the units of people. Belongs to the thread of its workspace; blocking
/// calls are short but for wait().
class Jobs final : public QObject {
    Q_OBJECT
public:
    struct Surroundings {
        WorkspacePaths paths;
        Connection &reader;
        Door *door; ///< nullptr: read only.
        const Clock &wall;
        QString vfs;
    };
    explicit Jobs(const Surroundings &around);
    ~Jobs() override;

    /// The newest first. Fails: "store.*".
    [[nodiscard]] Result<std::vector<JobInfo>> list();
    /// Fails: "job.unknown" {number}, "store.*".
    [[nodiscard]] Result<JobInfo> find(qint64 number);

    /// Begins to apply a finished staging file; it lies in jobs/, and belongs to the job from now
    /// on. Returns the job's number. Fails: "job.damaged", "job.newer", "workspace.read_only",
    /// "store.*".
    Result<qint64> start(const QString &staged);
    /// Takes back a set row by row, between what people do: for sets that a unit would take long
    /// for. Fails as undoableSet(), and as start().
    Result<qint64> startUndo(qint64 set, RecordId actor);
    /// A set of so many records is better taken back by a job.
    static constexpr qint64 manyRecords = 5'000;

    /// Takes effect within a slice. Fails: "job.unknown", "job.not_running" {number}.
    Result<void> pause(qint64 number);
    /// Goes on with what was paused, or failed. Fails: "job.unknown", "job.finished" {number},
    /// "job.damaged".
    Result<void> resume(qint64 number);
    /// An import is taken back as a whole, slice by slice: what it made goes to the bin, a value
    /// that somebody edited meanwhile stays and is listed. An undo stops where it is. Fails as
    /// resume().
    Result<void> cancel(qint64 number);

    /// Goes on with everything that another run of the program left, but for what a person paused;
    /// drops staging files that no job needs.
    Result<void> rollForward();
    /// Nothing is handed to the door any more: before the door goes, and the jobs after it.
    void prepareToClose();
    /// Those that run in this process.
    [[nodiscard]] std::vector<qint64> running() const;
    /// What a stop of wait() does to the job.
    enum class WhenStopped {
        TakeBack, ///< As cancel(), and the end of that is waited for.
        Leave     ///< It works on for as long as the workspace is open, and at its next opening.
    };
    /// Waits until the job stands still (done, paused, failed, taken back) and tells the progress.
    /// Needs no event loop. Fails as find() and cancel().
    Result<JobInfo> wait(qint64 number, const std::function<void(const JobInfo &)> &progress = {},
                         const std::optional<StopToken> &stop = std::nullopt,
                         WhenStopped whenStopped = WhenStopped::TakeBack);

signals:
    /// At most some twenty times a second for each job, and when it ends.
    void changed(const dw::JobInfo &job);

private:
    struct State;
    Result<void> launch(JobRow row, bool cancel);
    Result<void> settle(qint64 number);
    std::unique_ptr<State> m_state;
};

} // namespace dw

Q_DECLARE_METATYPE(dw::JobInfo)
