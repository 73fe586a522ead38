// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/stoptoken.h"
#include "core/services/backgroundwork.h"
#include "ui/dialogs/exports/exportdialog.h"

#include <QPointer>

namespace dw::ui {

class BusyDialog;

/// Writes what a person chose, on a thread of its own, behind a dialog that shows how far it is and
/// can stop it; says in the window how it ended. Deletes itself then.
class ExportRun final : public QObject {
    Q_OBJECT
public:
    ExportRun(const ExportChoice &choice, ShellServices &shell, QWidget *window);
    ~ExportRun() override;

private:
    void end(const Result<qint64> &rows);

    ExportChoice m_choice;
    ShellServices &m_shell;
    StopToken m_stop;
    QPointer<BusyDialog> m_busy;
    std::unique_ptr<BackgroundWork> m_work;
};

} // namespace dw::ui
