// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/files/workspacefiles.h"
#include "core/store/query/history.h"
#include "core/store/query/reader.h"
#include "core/store/write/door.h"

namespace dw {

class Columns;
class Jobs;
class Quality;
class ReadWorker;

/// An open workspace: the catalogue, the door, a reader for the thread it lives on, a worker for
/// longer reads, who sits here, and what changed. Lives on the thread that opened it (the GUI's, or
/// the command line's).
class Workspace final : public QObject {
    Q_OBJECT
public:
    enum class Mode { Write, ReadOnly };
    struct Options {
        QString path;       ///< The folder or its `.dealwright` file.
        const Clock &clock; ///< Business time (`--now`).
        const Clock &wall;  ///< The system's, for `recorded`, lock and backups.
        QString vfs = {};
        Mode mode = Mode::Write;
        /// How long another run of the same program that holds the workspace is waited for.
        int lockWaitMs = 0;
    };
    /// What a new workspace starts with.
    struct Start {
        QString login = {};      ///< Of the operating system; becomes the first person.
        QString personName = {}; ///< Shown name; the login where empty.
        QString zone = {};       ///< IANA name; the system's where empty.
        Language language = Language::English; ///< Of the names that are data: pipeline and stages.
        QString currency =
            {}; ///< Code of the team's currency; CNY in Chinese and USD in English where empty.
    };

    /// Brings a restore that was cut off to its end, locks (Write), migrates, opens, and drops what
    /// a dead process left. Fails: "workspace.none" (NotFound), "workspace.held" (Busy),
    /// "opening.older" (Io: read only, and a migration would have to write), and as
    /// checkFolderKind, probe, migrate and Door::open do. A workspace whose making was cut off is
    /// completed.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const Options &options);
    /// Makes the workspace with its seeded rows (default pipeline, settings, the first person) and
    /// opens it. One whose making was cut off is completed. Fails: "workspace.exists", "seed.zone"
    /// {value}, "money.currency", "workspace.read_only", and as open does.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> create(const Options &options,
                                                                   const Start &start);
    ~Workspace() override;

    [[nodiscard]] const WorkspacePaths &paths() const;
    [[nodiscard]] QString vfs() const;
    [[nodiscard]] Mode mode() const;
    [[nodiscard]] CatalogPtr catalog() const;
    [[nodiscard]] const CatalogHolder &catalogHolder() const;
    [[nodiscard]] const Clock &clock() const;
    [[nodiscard]] const Clock &wall() const;
    [[nodiscard]] QTimeZone zone() const;
    [[nodiscard]] QDate today() const;
    [[nodiscard]] ReadTime readTime() const;
    [[nodiscard]] DeviceId device() const;

    /// For short reads on this thread.
    [[nodiscard]] Reader &reader();
    [[nodiscard]] History history();
    /// For reads that can take longer than a frame.
    [[nodiscard]] ReadWorker &worker();
    /// Imports that are applied slice by slice, and undos of large sets. Those that another run
    /// left go on by themselves when the workspace is opened to write.
    [[nodiscard]] Jobs &jobs();
    /// The columnar copy behind boards, sums, metrics and forecasts.
    [[nodiscard]] Columns &columns();
    /// How complete the records are.
    [[nodiscard]] Quality &quality();

    /// Writes and waits (command line, tests). Fails as the door, and "workspace.read_only" when
    /// opened so.
    Result<Committed> run(const Work &work);
    /// Writes without waiting; `done` is called on this thread unless the context is gone.
    void submit(const Work &work, QObject *context, std::function<void(Result<Committed>)> done);
    /// Writer thread, outside any set: backup, check.
    Result<void> maintain(const std::function<Result<void>(Connection &)> &task);
    /// What held the writer longest since this was asked last, and how long.
    [[nodiscard]] Door::Hold takeLongestHold();

    /// Who sits here: the actor of every change. Null until somebody was chosen.
    [[nodiscard]] RecordId actor() const;
    /// For this session only (`--as`).
    void actAs(RecordId person);
    /// Kept for this device (setting "device.person").
    [[nodiscard]] Work sitHere(RecordId person) const;

    /// Problems met while opening that people should read (a custom field that could not be read, a
    /// lock taken over).
    [[nodiscard]] const std::vector<Message> &openingNotes() const;

signals:
    /// What a committed set moved, on this thread.
    void changed(const dw::ChangeNotice &notice);
    void catalogChanged();
    void actorChanged();

private:
    struct State;
    explicit Workspace(std::unique_ptr<State> state);
    void refreshSettings();
    std::unique_ptr<State> m_state;
};

} // namespace dw
