// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/jobs/jobs.h"
#include "ui/shell/page.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace dw::ui {

class ElidedLabel;

/// The long job of the workspace as the top bar shows it: what it is, how far, and a way to pause,
/// to go on and to stop it. Hidden where none is unfinished. Tells once how each job ended.
class JobStatus final : public QWidget {
    Q_OBJECT
public:
    JobStatus(ShellServices &shell, QWidget *parent);
    void retranslate();

signals:
    /// A job ended, or stands still; what it wrote is set `job.set`.
    void ended(const dw::JobInfo &job);

private:
    void read();
    void take(const JobInfo &job);
    void refresh();

    ShellServices &m_shell;
    QMap<qint64, JobInfo> m_jobs; ///< Unfinished ones; the oldest is shown.
    ElidedLabel *m_title;
    QProgressBar *m_bar;
    QLabel *m_percent;
    QToolButton *m_pause;
    QToolButton *m_stop;
};

} // namespace dw::ui
