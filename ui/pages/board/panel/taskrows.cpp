// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/panel/taskrows.h"

#include "core/services/values/worktime.h"
#include "core/services/wording/wording.h"
#include "core/services/works.h"
#include "ui/widgets/calendarpopup.h"
#include "ui/widgets/clearlayout.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/menu.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPointer>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

TaskRows::TaskRows(ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_shell(shell),
      m_head(makeText("strong", {}, this)),
      m_none(makeText("secondary", {}, this)),
      m_add(new QToolButton(this)),
      m_rows(new QVBoxLayout) {
    m_add->setObjectName(u"addTask"_s);
    m_add->setProperty("kind", u"disclosure"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_head, 1);
    head->addWidget(m_add);
    m_rows->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_none);
    layout->addLayout(m_rows);
    connect(m_add, &QToolButton::clicked, this, &TaskRows::addAsked);
    connect(&shell.theme(), &Theme::changed, this, &TaskRows::fill);
    retranslate();
}

void TaskRows::retranslate() {
    m_head->setText(tr("Next step"));
    m_none->setText(tr("No open task"));
    m_add->setText(tr("Add a task"));
    m_add->setEnabled(m_shell.workspace().mode() == Workspace::Mode::Write);
    fill();
}

void TaskRows::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TaskRows::show(std::vector<DealTask> tasks) {
    m_tasks = std::move(tasks);
    fill();
}

void TaskRows::fill() {
    clearLayout(*m_rows);
    for (const DealTask &task : m_tasks)
        m_rows->addWidget(makeRow(task));
    m_none->setVisible(m_tasks.empty());
}

QWidget *TaskRows::makeRow(const DealTask &task) {
    auto *row = new QWidget(this);
    row->setObjectName(u"task"_s);
    const bool writes = m_shell.workspace().mode() == Workspace::Mode::Write;
    auto *done = new QToolButton(row);
    done->setObjectName(u"taskDone"_s);
    done->setIcon(m_shell.theme().icon(u"todo"_s));
    done->setToolTip(tr("Mark as done"));
    done->setAccessibleName(tr("Mark “%1” as done").arg(task.title));
    done->setEnabled(writes);
    auto *more = new QToolButton(row);
    more->setObjectName(u"taskMore"_s);
    more->setIcon(m_shell.theme().icon(u"more"_s));
    more->setIconSize({14, 14});
    more->setFixedSize(20, 20);
    more->setToolTip(tr("Put off or remove"));
    more->setAccessibleName(tr("Put off or remove “%1”").arg(task.title));
    more->setEnabled(writes);
    done->setFixedSize(20, 20);
    done->setIconSize({16, 16});
    done->setProperty("kind", u"mini"_s);
    more->setProperty("kind", u"mini"_s);
    connect(done, &QToolButton::clicked, this, [this, task] { finish(task); });
    connect(more, &QToolButton::clicked, this, [this, task, more] { openMenu(task, *more); });

    Workspace &workspace = m_shell.workspace();
    const QDate today = workspace.today();
    QString due = task.at    ? displayInstant(*task.at, workspace.zone(), today, Style::Short)
                  : task.due ? displayDate(*task.due, today, Style::Short)
                             : tr("no date");
    const qint64 late = task.due ? task.due->daysTo(today) : 0;
    if (late > 0)
        due += u" · "_s + tr("%Ln day(s) overdue", nullptr, int(late));
    if (!task.ownerName.isEmpty())
        due += u" · "_s + task.ownerName;
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(makeText("value", task.title, row));
    texts->addWidget(makeText(late > 0 ? "warning" : "secondary", due, row));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(done, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    layout->addWidget(more, 0, Qt::AlignTop);
    return row;
}

void TaskRows::finish(const DealTask &task) {
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"task");
    Record values(entity.key, task.id);
    values.set(entity.byName(u"done"), true);
    m_shell.run(changeWork(values, {}, {m_shell.workspace().actor()}),
                tr("“%1” is done").arg(task.title));
}

void TaskRows::openMenu(const DealTask &task, const QWidget &under) {
    QMenu *menu = makeMenu(this);
    menu->setObjectName(u"taskMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QDate today = m_shell.workspace().today();
    const std::pair<QString, QDate> days[] = {{tr("Due today"), today},
                                              {tr("Due tomorrow"), today.addDays(1)},
                                              {tr("Due in a week"), today.addDays(7)},
                                              {tr("Without a date"), QDate()}};
    for (const auto &[text, day] : days)
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, task, day = day] { putOff(task, day); });
    // The row is made anew when the deal is read again.
    const QPointer<const QWidget> anchor(&under);
    connect(menu->addAction(tr("Due on…")), &QAction::triggered, this, [this, task, anchor, today] {
        Workspace &workspace = m_shell.workspace();
        auto *calendar = new CalendarPopup(task.due.value_or(today), today,
                                           workTime(workspace.reader(), workspace.actor()),
                                           m_shell.language(), m_shell.theme(), this);
        connect(calendar, &CalendarPopup::picked, this,
                [this, task](QDate day) { putOff(task, day); });
        calendar->openUnder(anchor ? anchor.data() : this);
    });
    menu->addSeparator();
    connect(menu->addAction(tr("Move to the bin")), &QAction::triggered, this, [this, task] {
        m_shell.run(removeWork(u"task"_s, task.id, {m_shell.workspace().actor()}),
                    tr("“%1” is in the bin").arg(task.title));
    });
    menu->popup(
        under.mapToGlobal(QPoint(under.width() - menu->sizeHint().width(), under.height() + 2)));
}

/// A time of day goes with the day that it belonged to.
void TaskRows::putOff(const DealTask &task, QDate day) {
    const EntityDesc &entity = *m_shell.workspace().catalog()->entity(u"task");
    Record values(entity.key, task.id);
    values.set(entity.byName(u"due_on"), day.isValid() ? FieldValue(day) : FieldValue());
    values.set(entity.byName(u"due_at"), FieldValue());
    m_shell.run(changeWork(values, {}, {m_shell.workspace().actor()}),
                day.isValid() ? tr("“%1” is due on %2")
                                    .arg(task.title,
                                         displayDate(day, m_shell.workspace().today(), Style::Full))
                              : tr("“%1” has no date any more").arg(task.title));
}

} // namespace dw::ui
