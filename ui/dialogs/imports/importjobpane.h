// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/imports/importer.h"
#include "core/services/jobs/jobs.h"
#include "ui/shell/page.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace dw::ui {

class IconLabel;

/// An import that is being written: how far it is, a way to pause and to stop it, and at its end
/// what came of it and a way to take it back.
class ImportJobPane final : public QWidget {
    Q_OBJECT
public:
    ImportJobPane(ShellServices &shell, QWidget *parent);

    /// Follows the job from now on; `report` is what its trial found.
    void show(qint64 number, const ImportReport &report);
    [[nodiscard]] bool isUnfinished() const { return m_job && m_job->isUnfinished; }
    void retranslate();

signals:
    void ended();
    /// The person took it back; there is nothing more to see.
    void undone();

private:
    void take(const JobInfo &job);
    void refresh();
    void undo();
    [[nodiscard]] QString figures() const;

    ShellServices &m_shell;
    qint64 m_number = 0;
    ImportReport m_report;
    std::optional<JobInfo> m_job;
    IconLabel *m_icon;
    QLabel *m_title;
    QLabel *m_state;
    QProgressBar *m_bar;
    QLabel *m_hint;
    QPushButton *m_pause;
    QPushButton *m_stop;
    QPushButton *m_undo;
};

} // namespace dw::ui
