// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/jobs/jobreads.h"
#include "core/store/jobs/jobtable.h"
#include "core/store/jobs/stagingfile.h"
#include "core/store/write/openset.h"
#include "core/store/write/slicedwork.h"

#include <atomic>

namespace dw {

/// A long job as the writer works it off: an import from its staging file, or the undo of a large
/// set. Phases follow one another; each slice keeps where it stands in the job's row, so that
/// whatever ends the program the next run goes on behind the last slice.
class JobWork final : public SlicedWork {
public:
    struct Options {
        JobRow job;
        QString database, vfs; ///< Of the workspace, for reading ahead.
        QString staged;   ///< Path of the staging file; empty for an undo, and where it is damaged
                          ///< (the job can only be cancelled then).
        StagedFile facts; ///< Of that file.
        std::unique_ptr<OpenSet> set;    ///< Restored, where the job has one that is open.
        EditedSince edited;              ///< Rows of others' units since the job began.
        std::optional<ChangeSet> undone; ///< Undo: the set that is taken back.
        QDate today;
        std::function<void(const JobRow &)> moved; ///< After each slice, on the writer thread.
        std::function<void(const JobRow &, const Result<void> &)> ended;
    };
    explicit JobWork(Options options);
    ~JobWork() override;

    /// What a person wants; heeded by the next slice. Any thread.
    void pause() { m_wish = Wish::Pause; }
    void cancel() { m_wish = Wish::Cancel; }

    Result<bool> slice(WriterContext &writer, const MayGoOn &mayGoOn,
                       ChangeNotice &notice) override;
    void committed() override;
    void ended(const Result<void> &how) override;
    void left() override;
    void noteEdited(const ChangeNotice &notice) override;
    [[nodiscard]] bool isLastSlice() const override;
    [[nodiscard]] QString nextSlice() const override;

private:
    enum class Wish { None, Pause, Cancel };
    Result<bool> work(WriterContext &writer, const MayGoOn &mayGoOn, ChangeNotice &notice);
    Result<bool> heedWish(WriterContext &writer);
    Result<void> catchUp(WriterContext &writer);
    Result<void> begin(WriterContext &writer);
    Result<void> rows(WriterContext &writer, const MayGoOn &mayGoOn, ChangeNotice &notice);
    Result<void> keys(WriterContext &writer, const MayGoOn &mayGoOn);
    Result<void> rebuildKeys(WriterContext &writer);
    Result<void> search(WriterContext &writer, const MayGoOn &mayGoOn);
    Result<bool> addDocuments(WriterContext &writer, const MayGoOn &mayGoOn);
    Result<bool> nextDocuments(WriterContext &writer, const MayGoOn &mayGoOn);
    Result<bool> renewDocuments(WriterContext &writer, const MayGoOn &mayGoOn);
    Result<void> rejects(WriterContext &writer, const MayGoOn &mayGoOn);
    Result<void> close(WriterContext &writer);
    Result<void> beginUndo(WriterContext &writer);
    Result<void> undo(WriterContext &writer, const MayGoOn &mayGoOn, ChangeNotice &notice);
    Result<void> closeUndo(WriterContext &writer);
    void goTo(JobPhase phase);
    void finish(WriterContext &writer, JobState state);
    Result<void> openStaged();

    struct Parts;     ///< What lives on the writer thread: the staged file and what reads it.
    JobRow m_job;     ///< As the slice has it.
    JobRow m_written; ///< As the database has it.
    QString m_database, m_vfs;
    QString m_path;
    StagedFile m_facts;
    std::unique_ptr<OpenSet> m_set;
    std::optional<ChangeSet> m_undone;
    std::unique_ptr<Parts> m_parts;
    std::function<void(const JobRow &)> m_moved;
    std::function<void(const JobRow &, const Result<void> &)> m_ended;
    std::atomic<Wish> m_wish = Wish::None;
    EditedSince m_edited;
    bool m_isCaughtUp = false; ///< m_edited holds everything up to here.
};

/// A job that has just been asked for: gives it its number, in a transaction of its own. Writer
/// thread, outside any set.
[[nodiscard]] Result<JobRow> addJob(Connection &c, JobRow job);

} // namespace dw
