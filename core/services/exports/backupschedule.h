// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/backgroundwork.h"
#include "core/services/exports/backups.h"

#include <QTimer>

namespace dw {

class Workspace;

/// Backups of an open workspace while people work: scheduled ones when they are due, and one when
/// somebody asks. The copy is read on a thread of its own, so no edit waits for it. Lives on the
/// workspace's thread and goes before it; what runs then is stopped and leaves nothing.
class BackupSchedule final : public QObject {
    Q_OBJECT
public:
    explicit BackupSchedule(Workspace &workspace, QObject *parent = nullptr);
    ~BackupSchedule() override;

    /// From now on looks every few minutes whether one is due, for the first time at once. Nothing
    /// happens where the workspace is open to read only.
    void start();
    /// Makes one if it is due and nothing speaks against it: an import that runs has the disk to
    /// itself, until the backup is overdue by as much again as lies between two.
    void look();
    /// Makes one now, unless one is being made.
    void backUpNow();

    [[nodiscard]] bool isRunning() const { return m_running != nullptr; }
    /// The newest backup; read from the folder when asked.
    [[nodiscard]] std::optional<BackupFile> newest() const;

signals:
    /// One was begun or ended.
    void runningChanged();
    void made(const QString &path, dw::BackupKind kind);
    /// Of scheduled ones only the first failure in a row is told; each is tried again.
    void failed(const dw::Error &error, dw::BackupKind kind);

private:
    void begin(BackupKind kind);
    void end(BackupKind kind, const Result<QString> &result);
    [[nodiscard]] bool mustWait(const BackupPlan &plan) const;

    Workspace &m_workspace;
    QTimer m_timer;
    StopToken m_stop;
    std::unique_ptr<BackgroundWork> m_running;
    bool m_hasFailed = false; ///< The scheduled one before.
};

} // namespace dw
