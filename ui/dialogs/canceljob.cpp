// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/canceljob.h"

#include "ui/dialogs/confirmdialog.h"

#include <QCoreApplication>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

struct CancelJob {
    Q_DECLARE_TR_FUNCTIONS(dw::ui::CancelJob)
};

void tell(const Result<void> &result, ShellServices &shell) {
    // It may have ended while the question stood open.
    if (!result && result.error().message.id != "job.finished"_L1
        && result.error().message.id != "job.not_running"_L1)
        shell.notifyError(result.error());
}

} // namespace

bool isHalted(const JobInfo &job) {
    return job.state == JobState::Paused || job.state == JobState::Failed;
}

void askToCancelJob(const JobInfo &job, ShellServices &shell, QWidget *over) {
    const bool undo = job.kind == JobKind::Undo;
    ConfirmDialog::Question question;
    question.title =
        undo ? CancelJob::tr("Stop taking it back?") : CancelJob::tr("Stop the import?");
    question.text =
        undo ? CancelJob::tr("What was taken back so far stays so; the rest stays as it is.")
             : CancelJob::tr("Everything that it has written so far is taken back. A value that "
                             "somebody edited meanwhile stays.");
    question.agree = undo ? CancelJob::tr("Stop") : CancelJob::tr("Stop and take back");
    question.cancel = CancelJob::tr("Go on");
    auto *dialog = new ConfirmDialog(question, over);
    QObject::connect(dialog, &ConfirmDialog::agreed, over, [&shell, number = job.number] {
        tell(shell.workspace().jobs().cancel(number), shell);
    });
    dialog->open();
}

void pauseOrResume(const JobInfo &job, ShellServices &shell) {
    Jobs &jobs = shell.workspace().jobs();
    tell(isHalted(job) ? jobs.resume(job.number) : jobs.pause(job.number), shell);
}

} // namespace dw::ui
