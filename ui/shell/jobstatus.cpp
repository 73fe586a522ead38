// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobstatus.h"

#include "ui/dialogs/canceljob.h"
#include "ui/shell/jobtext.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

constexpr int barWidth = 90, titleWidth = 200, buttonSide = 26, iconSide = 14;

QToolButton *makeButton(const QString &name, QWidget *parent) {
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIconSize({iconSide, iconSide});
    button->setFixedSize(buttonSide, buttonSide);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

JobStatus::JobStatus(ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_shell(shell),
      m_title(new ElidedLabel("secondary", this)),
      m_bar(new QProgressBar(this)),
      m_percent(new QLabel(this)),
      m_pause(makeButton(u"pauseJob"_s, this)),
      m_stop(makeButton(u"stopJob"_s, this)) {
    setObjectName(u"jobStatus"_s);
    m_title->setMaximumWidth(titleWidth);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 100);
    m_bar->setFixedWidth(barWidth);
    m_percent->setProperty("role", u"secondary"_s);
    m_percent->setObjectName(u"jobPercent"_s);
    m_stop->setIcon(shell.theme().icon(u"close"_s));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_bar),
                          static_cast<QWidget *>(m_percent)})
        layout->addWidget(part);
    layout->addWidget(m_pause);
    layout->addWidget(m_stop);
    connect(m_pause, &QToolButton::clicked, this,
            [this] { pauseOrResume(m_jobs.first(), m_shell); });
    connect(m_stop, &QToolButton::clicked, this,
            [this] { askToCancelJob(m_jobs.first(), m_shell, window()); });
    connect(&shell.workspace().jobs(), &Jobs::changed, this, &JobStatus::take);
    read();
}

/// What another run of the program left.
void JobStatus::read() {
    if (const auto jobs = m_shell.workspace().jobs().list()) {
        for (const JobInfo &job : *jobs) {
            if (job.isUnfinished)
                m_jobs.insert(job.number, job);
        }
    }
    retranslate();
}

void JobStatus::take(const JobInfo &job) {
    const auto before = m_jobs.constFind(job.number);
    const bool stoodStill = before != m_jobs.constEnd() && before->state == JobState::Failed;
    if (job.isUnfinished)
        m_jobs.insert(job.number, job);
    else
        m_jobs.remove(job.number);
    refresh();
    if (!job.isUnfinished || (job.state == JobState::Failed && !stoodStill))
        emit ended(job);
}

void JobStatus::retranslate() {
    m_stop->setToolTip(tr("Stop…"));
    m_stop->setAccessibleName(tr("Stop the job"));
    refresh();
}

void JobStatus::refresh() {
    setVisible(!m_jobs.isEmpty());
    if (m_jobs.isEmpty())
        return;
    const JobInfo &job = m_jobs.first();
    const JobText text(*m_shell.workspace().catalog(), m_shell.language());
    const bool mayWrite = m_shell.workspace().mode() == Workspace::Mode::Write;
    const QString title = text.title(job);
    const QString state = JobText::state(job);
    m_title->setWhole(isHalted(job) ? u"%1 · %2"_s.arg(state, title) : title);
    m_bar->setValue(JobText::percent(job));
    m_bar->setAccessibleName(title);
    m_percent->setText(u"%1 %"_s.arg(JobText::percent(job)));
    m_bar->setToolTip(u"%1 · %2"_s.arg(title, state).toHtmlEscaped());
    const bool halted = isHalted(job);
    m_pause->setIcon(m_shell.theme().icon(halted ? u"play"_s : u"pause"_s));
    m_pause->setToolTip(halted ? tr("Go on") : tr("Pause"));
    m_pause->setAccessibleName(halted ? tr("Go on with the job") : tr("Pause the job"));
    m_pause->setVisible(mayWrite && job.state != JobState::Cancelled);
    m_stop->setVisible(mayWrite && job.state != JobState::Cancelled);
}

} // namespace dw::ui
