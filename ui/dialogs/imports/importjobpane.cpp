// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/imports/importjobpane.h"

#include "ui/dialogs/canceljob.h"
#include "ui/shell/jobtext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {
constexpr int paneWidth = 460, iconSide = 28;
}

ImportJobPane::ImportJobPane(ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_shell(shell),
      m_icon(new IconLabel(shell.theme(), iconSide, this)),
      m_title(makeText("section", {}, this)),
      m_state(makeText("secondary", {}, this)),
      m_bar(new QProgressBar(this)),
      m_hint(makeText("caption", {}, this)),
      m_pause(new QPushButton(this)),
      m_stop(new QPushButton(this)),
      m_undo(new QPushButton(this)) {
    setObjectName(u"importJob"_s);
    m_pause->setObjectName(u"pauseJob"_s);
    m_stop->setObjectName(u"stopJob"_s);
    m_undo->setObjectName(u"undoJob"_s);
    m_state->setObjectName(u"jobState"_s);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 100);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_pause, m_stop, m_undo}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *inner = new QWidget(this);
    inner->setFixedWidth(paneWidth);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_icon);
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_bar),
                            static_cast<QWidget *>(m_state)}) {
        widget->setParent(inner);
        column->addWidget(widget);
    }
    column->addLayout(buttons);
    column->addSpacing(4);
    column->addWidget(m_hint);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(inner, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_pause, &QPushButton::clicked, this, [this] { pauseOrResume(*m_job, m_shell); });
    connect(m_stop, &QPushButton::clicked, this,
            [this] { askToCancelJob(*m_job, m_shell, window()); });
    connect(m_undo, &QPushButton::clicked, this, &ImportJobPane::undo);
    connect(&shell.workspace().jobs(), &Jobs::changed, this, &ImportJobPane::take);
}

void ImportJobPane::show(qint64 number, const ImportReport &report) {
    m_number = number;
    m_report = report;
    const auto job = m_shell.workspace().jobs().find(number);
    if (job)
        take(*job);
}

void ImportJobPane::take(const JobInfo &job) {
    if (job.number != m_number)
        return;
    const bool wasUnfinished = !m_job || m_job->isUnfinished;
    m_job = job;
    refresh();
    if (wasUnfinished && !job.isUnfinished)
        emit ended();
}

/// What came in, a line for each kind of record.
QString ImportJobPane::figures() const {
    QStringList lines;
    for (const EntityDesc &entity : m_shell.workspace().catalog()->entities()) {
        const qint64 made = m_report.created.value(entity.key);
        const qint64 changed = m_report.updated.value(entity.key);
        if (made + changed == 0 || entity.key == "cross_reference"_L1)
            continue;
        QStringList parts;
        if (made > 0)
            parts << tr("%Ln new", "records", int(made));
        if (changed > 0)
            parts << tr("%Ln changed", "records", int(changed));
        lines << tr("%1: %2", "records")
                     .arg(entity.pluralLabel.in(m_shell.language()), parts.join(tr(", ", "list")));
    }
    return lines.join(u'\n');
}

void ImportJobPane::undo() {
    const qint64 set = m_job->set;
    emit undone();
    m_shell.undoSet(set);
}

void ImportJobPane::retranslate() {
    m_stop->setText(tr("Stop…"));
    m_undo->setText(tr("Undo the import"));
    m_bar->setAccessibleName(tr("Progress of the import"));
    refresh();
}

void ImportJobPane::refresh() {
    if (!m_job)
        return;
    const JobInfo &job = *m_job;
    const JobText text(*m_shell.workspace().catalog(), m_shell.language());
    const bool done = job.state == JobState::Done;
    m_title->setText(text.title(job));
    m_bar->setValue(JobText::percent(job));
    m_pause->setVisible(job.isUnfinished && job.state != JobState::Cancelled);
    m_pause->setText(isHalted(job) ? tr("Go on") : tr("Pause"));
    m_pause->setIcon(m_shell.theme().icon(isHalted(job) ? u"play"_s : u"pause"_s));
    m_stop->setVisible(job.isUnfinished && job.state != JobState::Cancelled);
    m_undo->setVisible(done && job.set != 0);
    if (done)
        m_icon->setIcon(u"success"_s, &Tokens::positive);
    else if (job.state == JobState::Failed)
        m_icon->setIcon(u"error"_s, &Tokens::danger);
    else if (!job.isUnfinished)
        m_icon->setIcon(u"info"_s, &Tokens::info);
    else
        m_icon->setIcon(u"import"_s, &Tokens::accent);
    const bool stands = !job.isUnfinished || job.state == JobState::Failed;
    QStringList ending{JobText::state(job)};
    for (const QString &line : {done ? figures() : QString(), text.details(job)}) {
        if (!line.isEmpty())
            ending << line;
    }
    m_state->setText(stands ? ending.join(u'\n')
                            : u"%1 · %2 %"_s.arg(JobText::state(job)).arg(JobText::percent(job)));
    m_hint->setText(job.isUnfinished ? tr("This window may be closed: the import goes on, and the "
                                          "bar at the top shows how far it is.")
                                     : QString());
}

} // namespace dw::ui
