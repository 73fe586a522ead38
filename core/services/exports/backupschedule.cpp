// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exports/backupschedule.h"

#include "core/base/log.h"
#include "core/services/workspace.h"
#include "core/store/files/workspacedump.h"

namespace dw {

namespace {
constexpr int msBetweenLooks = 5 * 60 * 1000;
}

BackupSchedule::BackupSchedule(Workspace &workspace, QObject *parent)
    : QObject(parent),
      m_workspace(workspace) {
    m_timer.setInterval(msBetweenLooks);
    connect(&m_timer, &QTimer::timeout, this, &BackupSchedule::look);
}

BackupSchedule::~BackupSchedule() { m_stop.stop(); }

void BackupSchedule::start() {
    if (m_workspace.mode() != Workspace::Mode::Write)
        return;
    m_timer.start();
    look();
}

void BackupSchedule::look() {
    const BackupPlan plan = BackupPlan::of(m_workspace.reader());
    if (!isRunning()
        && isBackupDue(plan, backupFiles(m_workspace.paths()), m_workspace.wall().now())
        && !mustWait(plan))
        begin(BackupKind::Scheduled);
}

bool BackupSchedule::mustWait(const BackupPlan &plan) const {
    const auto unfinished = hasUnfinishedJob(m_workspace.reader().connection());
    const Instant twice{m_workspace.wall().now().ms - msBetween(plan.every)};
    return unfinished && *unfinished && !isBackupDue(plan, backupFiles(m_workspace.paths()), twice);
}

void BackupSchedule::backUpNow() {
    if (!isRunning())
        begin(BackupKind::Manual);
}

std::optional<BackupFile> BackupSchedule::newest() const {
    return newestBackup(backupFiles(m_workspace.paths()), m_workspace.wall().now());
}

void BackupSchedule::begin(BackupKind kind) {
    m_stop = {};
    const auto result = std::make_shared<Result<QString>>(QString());
    m_running = std::make_unique<BackgroundWork>(
        [source = ReadSource::of(m_workspace), kind, plan = BackupPlan::of(m_workspace.reader()),
         &wall = m_workspace.wall(), stop = m_stop,
         result] { *result = backUp(source, kind, plan, wall, {}, stop); },
        [this, kind, result] { end(kind, *result); });
    emit runningChanged();
}

void BackupSchedule::end(BackupKind kind, const Result<QString> &result) {
    // It is what tells us at this moment.
    m_running.release()->deleteLater();
    const bool isNews = kind != BackupKind::Scheduled || !m_hasFailed;
    if (kind == BackupKind::Scheduled)
        m_hasFailed = !result;
    emit runningChanged();
    if (result) {
        emit made(*result, kind);
        return;
    }
    qCInfo(lcServices) << "a backup failed:" << result.error().message.id << result.error().detail;
    if (isNews)
        emit failed(result.error(), kind);
}

} // namespace dw
