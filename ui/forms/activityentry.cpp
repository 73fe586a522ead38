// SPDX-FileCopyrightText: Dealwright contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/activityentry.h"

#include "core/services/values/worktime.h"
#include "core/services/wording/wording.h"
#include "core/services/works.h"
#include "ui/shell/errortext.h"
#include "ui/widgets/calendarpopup.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/menu.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

namespace dw::ui {
using namespace Qt::StringLiterals;

namespace {

using Kind = ActivityDraft::Kind;

constexpr int leastLines = 2, mostLines = 8, padding = 12;

struct KindInfo {
    Kind kind;
    const char16_t *icon;
};
constexpr KindInfo kinds[] = {{Kind::Note, u"note"},
                              {Kind::Call, u"phone"},
                              {Kind::Visit, u"visit"},
                              {Kind::Message, u"chat"},
                              {Kind::Task, u"todo"}};

} // namespace

ActivityEntry::ActivityEntry(ShellServices &shell, QWidget *parent)
    : QWidget(parent),
      m_shell(shell),
      m_text(new QPlainTextEdit(this)),
      m_day(new QToolButton(this)),
      m_log(new QPushButton(this)),
      m_problem(makeText("danger", {}, this)) {
    setObjectName(u"activityEntry"_s);
    build();
    retranslate();
}

void ActivityEntry::build() {
    auto *group = new QButtonGroup(this);
    auto *tabs = new QHBoxLayout;
    tabs->setSpacing(2);
    for (const KindInfo &info : kinds) {
        auto *tab = new QToolButton(this);
        tab->setObjectName(u"activityTab%1"_s.arg(int(info.kind)));
        tab->setProperty("kind", u"tab"_s);
        tab->setCheckable(true);
        group->addButton(tab);
        tabs->addWidget(tab);
        m_tabs.emplace_back(info.kind, tab);
        connect(tab, &QToolButton::clicked, this, [this, kind = info.kind] {
            m_draft.kind = kind;
            m_draft.day = {};
            showDraft();
            m_text->setFocus();
        });
    }
    tabs->addStretch(1);
    m_text->setObjectName(u"activityText"_s);
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    m_day->setObjectName(u"activityDay"_s);
    m_day->setProperty("kind", u"quiet"_s);
    m_day->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_day->setIconSize({14, 14});
    m_log->setObjectName(u"activityLog"_s);
    m_log->setProperty("kind", u"small-primary"_s);
    m_problem->hide();
    auto *foot = new QHBoxLayout;
    foot->setSpacing(6);
    foot->addWidget(m_day);
    foot->addStretch(1);
    foot->addWidget(m_log);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(tabs);
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    layout->addLayout(foot);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_draft.text = m_text->toPlainText();
        m_log->setEnabled(!m_draft.text.trimmed().isEmpty());
        m_problem->hide();
        fit();
    });
    connect(m_day, &QToolButton::clicked, this, &ActivityEntry::chooseDay);
    connect(m_log, &QPushButton::clicked, this, &ActivityEntry::commit);
    connect(&m_shell.theme(), &Theme::changed, this, &ActivityEntry::showDay);
}

void ActivityEntry::retranslate() {
    for (const auto &[kind, tab] : m_tabs) {
        switch (kind) {
        case Kind::Note:
            tab->setText(tr("Note"));
            break;
        case Kind::Call:
            tab->setText(tr("Call"));
            break;
        case Kind::Visit:
            tab->setText(tr("Visit"));
            break;
        case Kind::Message:
            tab->setText(tr("Message"));
            break;
        case Kind::Task:
            tab->setText(tr("Task"));
            break;
        }
    }
    setEnabled(m_shell.workspace().mode() == Workspace::Mode::Write);
    showDraft();
}

void ActivityEntry::showDraft() {
    for (const auto &[kind, tab] : m_tabs)
        tab->setChecked(kind == m_draft.kind);
    switch (m_draft.kind) {
    case Kind::Note:
        m_text->setPlaceholderText(tr("What should be remembered?"));
        break;
    case Kind::Call:
    case Kind::Visit:
        m_text->setPlaceholderText(tr("What was said and agreed?"));
        break;
    case Kind::Message:
        m_text->setPlaceholderText(tr("Paste the chat or type what was written"));
        break;
    case Kind::Task:
        m_text->setPlaceholderText(tr("What is to be done next?"));
        break;
    }
    m_text->setAccessibleName(m_text->placeholderText());
    if (m_text->toPlainText() != m_draft.text)
        m_text->setPlainText(m_draft.text);
    m_log->setText(m_draft.kind == Kind::Task || m_draft.kind == Kind::Note ? tr("Add")
                                                                            : tr("Log"));
    m_log->setToolTip(tr("Ctrl+Enter"));
    m_log->setEnabled(!m_draft.text.trimmed().isEmpty());
    m_day->setVisible(m_draft.kind != Kind::Note);
    m_problem->hide();
    showDay();
    fit();
}

void ActivityEntry::showDay() {
    const bool task = m_draft.kind == Kind::Task;
    const QDate today = m_shell.workspace().today();
    const QString day =
        m_draft.day.isValid() ? displayDate(m_draft.day, today, Style::Short) : QString();
    m_day->setIcon(m_shell.theme().icon(u"calendar"_s));
    m_day->setText(day.isEmpty() ? (task ? tr("No date") : tr("Now")) : day);
    m_day->setToolTip(task ? tr("When it is due") : tr("When it was"));
    m_day->setAccessibleName(m_day->toolTip() + u' ' + m_day->text());
}

void ActivityEntry::fit() {
    const int lines = std::clamp(m_text->blockCount(), leastLines, mostLines);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + padding);
}

void ActivityEntry::setTarget(const ActivityTarget &target) {
    const bool other = target.deal != m_target.deal;
    if (other && !m_draft.text.trimmed().isEmpty())
        m_kept.insert(m_target.deal, m_draft);
    m_target = target;
    if (!other)
        return;
    m_draft = m_kept.take(target.deal);
    showDraft();
}

void ActivityEntry::start(Kind kind) {
    m_draft.kind = kind;
    showDraft();
    m_text->setFocus();
}

bool ActivityEntry::hasInput() const {
    return !m_draft.text.trimmed().isEmpty() || !m_kept.isEmpty();
}

void ActivityEntry::setDay(QDate day) {
    m_draft.day = day;
    showDay();
}

void ActivityEntry::chooseDay() {
    const QDate today = m_shell.workspace().today();
    const bool task = m_draft.kind == Kind::Task;
    QMenu *menu = makeMenu(this);
    menu->setObjectName(u"activityDays"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString &text, QDate day) {
        connect(addChoice(*menu, m_shell.theme(), text, day == m_draft.day), &QAction::triggered,
                this, [this, day] { setDay(day); });
    };
    if (task) {
        offer(tr("Today"), today);
        offer(tr("Tomorrow"), today.addDays(1));
        offer(tr("In a week"), today.addDays(7));
        offer(tr("No date"), {});
    } else {
        offer(tr("Now"), {});
        offer(tr("Yesterday"), today.addDays(-1));
        offer(tr("The day before yesterday"), today.addDays(-2));
    }
    connect(menu->addAction(tr("Another day…")), &QAction::triggered, this, [this, today] {
        Workspace &workspace = m_shell.workspace();
        auto *calendar = new CalendarPopup(m_draft.day.isValid() ? m_draft.day : today, today,
                                           workTime(workspace.reader(), workspace.actor()),
                                           m_shell.language(), m_shell.theme(), this);
        connect(calendar, &CalendarPopup::picked, this, &ActivityEntry::setDay);
        calendar->openUnder(m_day);
    });
    menu->popup(m_day->mapToGlobal(QPoint(0, m_day->height() + 2)));
}

QString ActivityEntry::saying() const {
    switch (m_draft.kind) {
    case Kind::Note:
        return tr("Note added to “%1”").arg(m_target.title);
    case Kind::Call:
        return tr("Call logged with “%1”").arg(m_target.title);
    case Kind::Visit:
        return tr("Visit logged with “%1”").arg(m_target.title);
    case Kind::Message:
        return tr("Message logged with “%1”").arg(m_target.title);
    case Kind::Task:
        break;
    }
    return tr("Task added to “%1”").arg(m_target.title);
}

void ActivityEntry::commit() {
    if (m_running || m_target.deal.isNull() || m_draft.text.trimmed().isEmpty())
        return;
    m_running = true;
    m_log->setEnabled(false);
    m_shell.attempt(
        createWork(recordOf(m_draft, m_target, m_shell.workspace()), {m_shell.workspace().actor()}),
        saying(),
        [self = QPointer<ActivityEntry>(this), this, deal = m_target.deal,
         sent = m_draft.text](const Result<Committed> &result) {
            // The panel may have gone before the answer came.
            if (!self)
                return;
            m_running = false;
            const bool here = deal == m_target.deal;
            if (!result) {
                // The words stay where they were typed.
                m_log->setEnabled(!m_draft.text.trimmed().isEmpty());
                m_problem->setText(
                    errorText(result.error(), m_shell.language(), *m_shell.workspace().catalog()));
                m_problem->setVisible(here);
                return;
            }
            if (!here) {
                m_kept.remove(deal);
                return;
            }
            if (m_draft.text == sent)
                m_draft = {m_draft.kind, {}, {}};
            showDraft();
        });
}

bool ActivityEntry::eventFilter(QObject *watched, QEvent *event) {
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
        commit();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ActivityEntry::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace dw::ui
